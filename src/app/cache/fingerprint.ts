import type { ReadScope } from '../../compose/compose-context.js';
import { digestOf, digestOfText, sha256 } from '../../runtime/digest.js';
import type { Entry, Project } from '../../model/project.js';
import { indexOf } from '../../model/project-index.js';

/** Digests of the inputs of composing a document. If they are unchanged, so is the document. */
export interface Fingerprints {
  /** Covers the document's own file, the facts of its unit's other files, the campaign, the units and the templates. */
  readonly near: (entry: Entry) => string;
  /** Covers the front matter and headings of every document, with reach `texts` also their paragraphs. */
  readonly whole: (reach: ReadScope) => string;
}

export function fingerprintsOf(project: Project): Fingerprints {
  const common = commonOf(project);
  const { byUnit } = indexOf(project);
  const unitFacts = new Map<string, string>();
  const factsOfUnit = (unit: string): string => {
    const facts = unitFacts.get(unit) ?? sha256((byUnit.get(unit) ?? []).map(factsOf).join());
    unitFacts.set(unit, facts);
    return facts;
  };
  const wholeByReach = new Map<ReadScope, string>();
  const wholeOf = (reach: ReadScope): string => {
    const texts = reach === 'texts' ? project.entries.map(({ digest }) => digest) : [];
    return digestOf([common, [...byUnit.keys()].map(factsOfUnit), texts]);
  };
  return {
    near: (entry) => digestOf([common, entry.digest, factsOf(entry), entry.unit === '' ? '' : factsOfUnit(entry.unit)]),
    whole: (reach) => {
      const whole = wholeByReach.get(reach) ?? wholeOf(reach);
      wholeByReach.set(reach, whole);
      return whole;
    },
  };
}

function commonOf({ campaignFile, units, kinds, sources }: Project): string {
  const templates = [...sources.values()].filter(({ path }) => path.startsWith('templates/'));
  return digestOf([
    campaignFile.facts(),
    units.map(({ id, facts }) => [id, facts()]),
    kinds.map(({ id }) => id),
    templates.map((source) => [source.path, digestOfText(source)]),
  ]);
}

function factsOf({ id, unit, kind, draft, readable, facts }: Entry): string {
  return digestOf([id, unit, kind.id, draft, readable, facts()]);
}
