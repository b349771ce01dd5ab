import { plainText } from '../model/block.js';
import type { Block, Heading } from '../model/block.js';
import type { Section } from '../model/project.js';
import type { Span } from '../model/span.js';

const NO_SPAN: Span = { path: '', start: 0, end: 0 };

/**
 * Splits a body at its `##` headings, and each section at its `###` headings. `preambleOf` returns the blocks before
 * the first.
 */
export function sectionsOf(blocks: readonly Block[], level: 1 | 2 = 1): readonly Section[] {
  const starts = blocks.flatMap((block, index) => (isHeading(block, level) ? [index] : []));
  return starts.map((start, index) => sectionOf(blocks.slice(start, starts[index + 1]), level));
}

/** The blocks before the first `##` heading. */
export function preambleOf(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex((block) => isHeading(block, 1));
  return first < 0 ? blocks : blocks.slice(0, first);
}

function sectionOf(blocks: readonly Block[], level: 1 | 2): Section {
  const [heading, ...rest] = blocks;
  const title = heading?.kind === 'heading' ? plainText(heading.inlines) : '';
  const sections = level === 1 ? sectionsOf(rest, 2) : [];
  const firstPart = rest.findIndex((block) => isHeading(block, 2));
  const intro = level === 1 && firstPart >= 0 ? rest.slice(0, firstPart) : rest;
  return { title, span: heading?.span ?? NO_SPAN, intro, blocks: rest, sections };
}

function isHeading(block: Block, level: number): block is Heading {
  return block.kind === 'heading' && block.level === level;
}
