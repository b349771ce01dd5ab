import type { CitationResult } from '../../compose/cited.js';
import { createCitation } from '../../compose/document.js';
import { citationsIn } from '../../markdown/citation.js';
import type { Citation } from '../../markdown/citation.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { digestOf } from '../../runtime/digest.js';
import type { Entry, Project } from '../../model/project.js';
import type { Span } from '../../model/span.js';
import { splitFrontMatter } from '../../read/front-matter.js';
import { nearestWord } from '../../read/nearest.js';

/** Findings about the figures that prose cites from roll-ups: unknown names and unreported values. */
export function checkCitations(project: Project): readonly Diagnostic[] {
  const cite = createCitation(project);
  return project.entries.filter(mayCite).flatMap((entry) =>
    citationsOf(entry).flatMap(({ name, start, end }) => {
      const found = finding(cite(name, entry), name);
      return found ? [{ ...found, span: { path: entry.source.path, start, end } }] : [];
    }),
  );
}

/**
 * The digest of everything that the cited figures depend on; empty if nothing is cited. Roll-ups depend on facts only.
 */
export function citationsKey({ entries, units, campaignFile }: Project): string {
  const citing = entries.filter(mayCite).map(({ id, digest }) => [id, digest]);
  if (citing.length === 0) return '';
  const facts = [campaignFile, ...units, ...entries].map((file) => [file.source.path, file.facts()]);
  return digestOf([citing, facts]);
}

function mayCite({ kind, readable, source }: Entry): boolean {
  return kind.scope === 'content' && readable && /[{｛]{2}/u.test(source.text);
}

/** The citations of a document. Only prose has citations: the body, and the editor's note of a bulletin. */
function citationsOf(entry: Entry): readonly Citation[] {
  const { source, places } = entry;
  const body = { start: splitFrontMatter(source).value.bodyStart, end: source.text.length };
  const note = places().get('/editorsNote');
  return [
    ...(note?.path === source.path ? citationsWithin(source.text, note) : []),
    ...citationsWithin(source.text, body),
  ];
}

function citationsWithin(text: string, { start, end }: Pick<Span, 'start' | 'end'>): readonly Citation[] {
  return citationsIn(text.slice(start, end)).map((citation) => ({
    ...citation,
    start: start + citation.start,
    end: start + citation.end,
  }));
}

function finding(cited: CitationResult, name: string): Diagnostic | null {
  switch (cited.kind) {
    case 'figure':
      return null;
    case 'unreported':
      return {
        code: 'FIGURE-UNREPORTED',
        severity: 'warning',
        message: `“${name}”到这份材料的日期还没有数，印成“（未报）”`,
        hint: '等材料报齐，或者改一句话，不写这个数。',
      };
    case 'unknown': {
      const near = nearestWord(cited.asked, cited.known);
      const hint = `${near === '' ? '' : `是不是“${near}”？`}${cited.known.length === 0 ? '' : `可以写：${cited.known.slice(0, 40).join('、')}。`}`;
      return { code: 'FIGURE-UNKNOWN', severity: 'error', message: cited.message, ...(hint === '' ? {} : { hint }) };
    }
  }
}
