import type { Block, Inline } from '../model/block.js';
import { recordsAt, textAt } from '../model/data.js';
import type { Data } from '../model/data.js';
import type { Entry, Project, Section } from '../model/project.js';
import { indexOf } from '../model/project-index.js';
import { isDelivered } from '../campaign/deliverable-status.js';
import { breakTitle } from './title.js';

/** A section of a bulletin as an article: its heading becomes a title, its subheadings move up one level. */
export function articleBlocks({ title, span, blocks }: Pick<Section, 'title' | 'span' | 'blocks'>): readonly Block[] {
  const lines = breakTitle(title).flatMap((line): readonly Inline[] => [
    { kind: 'break' },
    { kind: 'text', text: line },
  ]);
  const heading: Block = { kind: 'heading', level: 0, number: '', inlines: lines.slice(1), span };
  return [heading, ...shiftHeadings(blocks, -1)];
}

/** The titles of a bulletin's articles: its own sections, then the articles taken from documents of units. */
export function articleTitles(entry: Entry): readonly string[] {
  return [...entry.sections().map(({ title }) => title), ...recordsAt(entry.data, 'articles').map(titleOf)];
}

function titleOf(article: Data): string {
  return textAt(article, 'title') || textAt(article, 'part') || textAt(article, 'section');
}

/**
 * The blocks of an article that a bulletin takes from a unit's document, under its own title. Null if the document or
 * section does not exist, is a draft, was issued after the bulletin, or has a 密级.
 */
export function takenArticle(article: Data, project: Project, day: string): readonly Block[] | null {
  const documents = indexOf(project).byUnit.get(textAt(article, 'unit')) ?? [];
  const entry = documents.find(({ kind }) => kind.id === textAt(article, 'kind'));
  if (!entry || !isDelivered(entry, day) || textAt(entry.data, 'classification') !== '') return null;
  const part = textAt(article, 'part');
  const section = entry.sections().find(({ title }) => title === textAt(article, 'section'));
  const source = part === '' ? section : section?.sections.find(({ title }) => title === part);
  return source
    ? articleBlocks({ ...source, title: titleOf(article), blocks: shiftHeadings(source.blocks, part === '' ? 0 : -1) })
    : null;
}

/** Shifts the levels of headings; titles of articles (level 0) are not shifted. */
export function shiftHeadings(blocks: readonly Block[], levels: number): readonly Block[] {
  return blocks.map((block) =>
    block.kind === 'heading' && block.level > 0
      ? { ...block, level: Math.min(4, Math.max(1, block.level + levels)) as 1 | 2 | 3 | 4 }
      : block,
  );
}
