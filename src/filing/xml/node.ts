/** An XML element with either text or child elements. The metadata needs no mixed content. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlNode[];
}

/** An element with text. */
export function leaf(name: string, text: string | number): XmlNode {
  return { name, attributes: {}, text: String(text), children: [] };
}

/** An element with child elements. */
export function branch(name: string, children: readonly XmlNode[]): XmlNode {
  return { name, attributes: {}, text: '', children };
}

/** An element with text; omitted if the text is empty. */
export function optional(name: string, text: string): readonly XmlNode[] {
  return text === '' ? [] : [leaf(name, text)];
}

export function childrenNamed(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.filter((child) => child.name === name);
}

/** The element at a path of names; at each step, the first child of that name. */
export function childAt(node: XmlNode, ...names: readonly string[]): XmlNode | undefined {
  return names.reduce<XmlNode | undefined>((at, name) => at && childrenNamed(at, name)[0], node);
}

/** The text at a path of names; empty if there is no such element. */
export function textOf(node: XmlNode, ...names: readonly string[]): string {
  return childAt(node, ...names)?.text ?? '';
}
