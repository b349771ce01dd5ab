import type { Block, Heading, HeadingLevel } from '../model/block.js';
import { chineseNumber } from '../campaign/arithmetic.js';

/**
 * Numbers the headings of a body: 一、（一）1.（1） (GB/T 9704-2012, 7.3.3). A level restarts after every heading of a higher
 * level, and all levels restart after a level 0 title, as in a multilevel list of Word.
 */
export function numberHeadings(blocks: readonly Block[]): readonly Block[] {
  const counters = [0, 0, 0, 0];
  return blocks.map((block) => numberBlock(block, counters));
}

function numberBlock(block: Block, counters: number[]): Block {
  if (block.kind === 'landscape')
    return { ...block, blocks: block.blocks.map((inner) => numberBlock(inner, counters)) };
  return block.kind === 'heading' ? numberHeading(block, counters) : block;
}

function numberHeading(heading: Heading, counters: number[]): Heading {
  const { level } = heading;
  counters.fill(0, level);
  if (level === 0) return heading;
  counters[level - 1] = (counters[level - 1] ?? 0) + 1;
  return { ...heading, number: printNumber(level, counters[level - 1] ?? 1) };
}

function printNumber(level: Exclude<HeadingLevel, 0>, count: number): string {
  switch (level) {
    case 1:
      return `${chineseNumber(count)}、`;
    case 2:
      return `（${chineseNumber(count)}）`;
    case 3:
      return `${count}.`;
    case 4:
      return `（${count}）`;
  }
}
