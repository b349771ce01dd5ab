import type { XmlNode } from './node.js';

/** Writes an XML document, indented by two spaces per level, with a final line end. */
export function writeXml(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, '').join('\n')}\n`;
}

function lines(node: XmlNode, indent: string): readonly string[] {
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const open = `${indent}<${node.name}${attributes.join('')}`;
  if (node.children.length === 0 && node.text === '') return [`${open}/>`];
  if (node.children.length === 0) return [`${open}>${escapeXml(node.text)}</${node.name}>`];
  return [`${open}>`, ...node.children.flatMap((child) => lines(child, `${indent}  `)), `${indent}</${node.name}>`];
}

/** Escapes text for XML and HTML. Characters that XML 1.0 does not allow become U+FFFD, so that they are visible. */
export function escapeXml(text: string): string {
  const legal = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
  return legal.replace(/[&<>"]/g, (character) => `&${NAMES[character] ?? ''};`);
}

const NAMES: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' };
