import { scanXml, XmlError } from '../../encoding/xml/scan.js';
import type { XmlNode } from './node.js';

export { XmlError };

/** An element whose end tag has not been read yet. */
interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
}

/** Parses well-formed XML without a document type. Throws `XmlError`. */
export function readXml(text: string): XmlNode {
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '' };
  const stack: OpenElement[] = [root];
  const add = (piece: string): void => {
    const top = stack.at(-1);
    if (top) top.text += piece;
  };
  const close = (): void => {
    const closed = stack.pop();
    if (closed) stack.at(-1)?.children.push(toNode(closed));
  };
  scanXml(text, {
    open: (name, attributes) => stack.push({ name, attributes, children: [], text: '' }),
    text: add,
    close,
  });
  const [only] = root.children;
  if (!only) throw new XmlError('应有且只有一个根元素');
  return only;
}

function toNode({ name, attributes, children, text }: OpenElement): XmlNode {
  if (children.length > 0) return { name, attributes, children, text: text.trim() };
  return { name, attributes, children, text };
}
