const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** Characters that XML does not allow. */
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const SPECIALS = new RegExp(`[&<>"']|${ILLEGAL.source}`, 'g');
const SPECIAL = new RegExp(SPECIALS.source);
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its attributes in the order given; undefined attributes are omitted. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  const list = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const open = [name, ...list.map(([key, value]) => `${key}="${escapeXml(String(value))}"`)].join(' ');
  const content = children.join('');
  return content === '' ? `<${open}/>` : `<${open}>${content}</${name}>`;
}

/** `<name w:val="…"/>`, the most common form of WordprocessingML. */
export function valElement(name: string, val: string | number): string {
  return element(name, { 'w:val': val });
}

/** A part of the package: the XML declaration and the root element. */
export function xmlPart(root: string): string {
  return DECLARATION + root;
}

export function escapeXml(text: string): string {
  return SPECIAL.test(text) ? text.replace(SPECIALS, (character) => ENTITIES[character] ?? '') : text;
}

/** Removes control characters, which XML does not allow: Word rejects a file that contains one. */
export function legalCharacters(text: string): string {
  return text.replace(ILLEGAL, '');
}
