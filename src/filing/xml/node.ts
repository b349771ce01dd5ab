/** An XML element. It holds text or elements, never both: that is all that metadata needs. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlNode[];
}

/** An element with text in it. */
export function leaf(name: string, text: string | number): XmlNode {
  return { name, attributes: {}, text: String(text), children: [] };
}

/** An element with elements in it. */
export function branch(name: string, children: readonly XmlNode[]): XmlNode {
  return { name, attributes: {}, text: '', children };
}

/** An element with text, or nothing where the text is empty. */
export function optional(name: string, text: string): readonly XmlNode[] {
  return text === '' ? [] : [leaf(name, text)];
}

export function childrenNamed(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.filter((child) => child.name === name);
}

/** The element at a path of names, the first of each. */
export function childAt(node: XmlNode, ...names: readonly string[]): XmlNode | undefined {
  return names.reduce<XmlNode | undefined>((at, name) => at && childrenNamed(at, name)[0], node);
}

/** The text at a path of names, empty where there is none. */
export function textOf(node: XmlNode, ...names: readonly string[]): string {
  return childAt(node, ...names)?.text ?? '';
}
