import type { Node } from '../markdown/blocks.js';
import { findNoncharacter } from '../markdown/placeholders.js';
import { parseMarkdown } from '../markdown/parse.js';
import { preambleOf, sectionsOf } from '../markdown/sections.js';
import type { Block } from '../model/block.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Section } from '../model/project.js';
import type { Source } from '../model/source.js';
import { resolveBeside } from '../model/path.js';

/** The Markdown below the front matter. */
export interface Body {
  readonly sections: readonly Section[];
  readonly diagnostics: readonly Diagnostic[];
}

export function readBody(source: Source, start: number): Body {
  const { value: nodes, diagnostics } = parseMarkdown(source, start);
  const blocks = nodes.flatMap((node) => blockOf(node)).map((block) => locateImages(block, source.path));
  return {
    sections: sectionsOf(blocks),
    diagnostics: [...diagnostics, ...forbiddenCharacters(source), ...strayText(blocks)],
  };
}

/** Content may use `table` and `landscape` containers. Others are template syntax: only their blocks are used. */
function blockOf(node: Node): readonly Block[] {
  if (node.kind === 'slot') return [];
  if (node.kind !== 'container') return [node];
  const blocks = node.nodes.flatMap(blockOf);
  if (node.name === 'landscape') return [{ kind: 'landscape', blocks, span: node.span }];
  if (node.name !== 'table') return blocks;
  const caption = node.attributes.get('caption') ?? '';
  return blocks.map((block) => (block.kind === 'table' ? { ...block, caption } : block));
}

/** Makes image paths, which are written relative to their Markdown file, relative to the workspace. */
function locateImages(block: Block, file: string): Block {
  switch (block.kind) {
    case 'image':
      return isExternal(block.path) ? block : { ...block, path: resolveBeside(file, block.path) };
    case 'landscape':
    case 'quote':
      return { ...block, blocks: block.blocks.map((inner) => locateImages(inner, file)) };
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, blocks: item.blocks.map((inner) => locateImages(inner, file)) })),
      };
    default:
      return block;
  }
}

function isExternal(path: string): boolean {
  return path.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(path);
}

function forbiddenCharacters(source: Source): readonly Diagnostic[] {
  const start = findNoncharacter(source.text);
  if (start < 0) return [];
  const message = '这里有一个看不见的非字符，任何字体都印不出';
  const span = { path: source.path, start, end: start + 1 };
  return [{ code: 'TEXT-NONCHARACTER', severity: 'error', message, span, hint: '删去这个字符，重新输入前后的字。' }];
}

function strayText(blocks: readonly Block[]): readonly Diagnostic[] {
  const span = preambleOf(blocks)[0]?.span;
  if (!span) return [];
  const message = '这段文字在第一个“## 标题”之前，不会印出';
  return [{ code: 'SECTION-STRAY', severity: 'warning', message, span, hint: '在它上面加一行“## ”开头的小标题。' }];
}
