import type { Block, Inline } from '../model/block.js';
import { recordsAt, textAt } from '../model/data.js';
import type { Data } from '../model/data.js';
import type { Entry, Project, Section } from '../model/project.js';
import { indexOf } from '../model/project-index.js';
import { isDelivered } from '../campaign/deliverable-status.js';
import { breakTitle } from './title.js';

/** Each section of a bulletin is an article: its heading a title, its own subheadings one level higher. */
export function articleBlocks({ title, span, blocks }: Pick<Section, 'title' | 'span' | 'blocks'>): readonly Block[] {
  const lines = breakTitle(title).flatMap((line): readonly Inline[] => [
    { kind: 'break' },
    { kind: 'text', text: line },
  ]);
  const heading: Block = { kind: 'heading', level: 0, number: '', inlines: lines.slice(1), span };
  return [heading, ...shift(blocks, -1)];
}

/** The titles of a bulletin's articles: its own sections, then what it takes from units' documents. */
export function articleTitles(entry: Entry): readonly string[] {
  return [...entry.sections().map(({ title }) => title), ...recordsAt(entry.data, 'articles').map(titleOf)];
}

function titleOf(article: Data): string {
  return textAt(article, 'title') || textAt(article, 'part') || textAt(article, 'section');
}

/**
 * What a bulletin takes from a unit's document, under a title of its own; null where that is not there, is a draft, came
 * after the bulletin, or bears a 密级.
 */
export function takenArticle(article: Data, project: Project, day: string): readonly Block[] | null {
  const documents = indexOf(project).byUnit.get(textAt(article, 'unit')) ?? [];
  const entry = documents.find(({ kind }) => kind.id === textAt(article, 'kind'));
  if (!entry || !isDelivered(entry, day) || textAt(entry.data, 'classification') !== '') return null;
  const part = textAt(article, 'part');
  const section = entry.sections().find(({ title }) => title === textAt(article, 'section'));
  const source = part === '' ? section : section?.sections.find(({ title }) => title === part);
  return source
    ? articleBlocks({ ...source, title: titleOf(article), blocks: shift(source.blocks, part === '' ? 0 : -1) })
    : null;
}

/** Headings moved by some levels; the title of an article is no such heading. */
export function shift(blocks: readonly Block[], by: number): readonly Block[] {
  return blocks.map((block) =>
    block.kind === 'heading' && block.level > 0
      ? { ...block, level: Math.min(4, Math.max(1, block.level + by)) as 1 | 2 | 3 | 4 }
      : block,
  );
}
