/** A piece of HTML in which every character of the content is escaped: only the functions of this file make one. */
export interface Markup {
  readonly html: string;
}
export type Attributes = Readonly<Record<string, string | number>>;
type Child = string | Markup | readonly Markup[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const VOID = new Set(['br', 'col', 'hr', 'img', 'meta', 'wbr']);
/** Elements in running text, after which a line end would become a space. */
const INLINE = new Set(['br', 'em', 'img', 'span', 'strong', 'wbr']);
/** Control characters, halves of surrogate pairs and noncharacters: no text prints them and no HTML may hold them. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** Text as it may stand between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  const printable = text.replace(UNPRINTABLE, (character) =>
    character === '\n' || character === '\t' ? character : '',
  );
  return printable.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** One element; text among its attributes and children is escaped. A line end follows it where that is no space. */
export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  const open = `<${name}${attributeText(attributes)}>`;
  const close = VOID.has(name) ? '' : `</${name}>`;
  return { html: `${open}${fragment(...children).html}${close}${INLINE.has(name) ? '' : '\n'}` };
}

/** Pieces one after the other. */
export function fragment(...children: readonly Child[]): Markup {
  return { html: children.map(childText).join('') };
}

/** Text that this program wrote and that is no content, such as a style sheet. */
export function trusted(text: string): Markup {
  return { html: text };
}

export const nothing: Markup = { html: '' };

/** Blank lines of the grid. They are lines and no margin, so that a page break treats them as Word does. */
export function blankLines(count: number): Markup {
  return fragment(Array.from({ length: count }, () => element('div', { class: 'blank' })));
}

function attributeText(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('');
}

function childText(child: Child): string {
  if (typeof child === 'string') return escapeHtml(child);
  return 'html' in child ? child.html : child.map((piece) => piece.html).join('');
}
