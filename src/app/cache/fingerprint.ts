import type { Reach } from '../../compose/compose-context.js';
import { digestOf, digestOfText, sha256 } from '../../runtime/digest.js';
import type { Entry, Project } from '../../model/project.js';
import { indexOf } from '../../model/project-index.js';

/** What a document can be composed from, as digests: while they stay the same, so does the document. */
export interface Fingerprints {
  /** Of the document's own file, the facts of its unit's others, the campaign, the units and the templates. */
  near(entry: Entry): string;
  /** Of every document's front matter and headings, or of their paragraphs too: what one reads that looks beyond its unit. */
  whole(reach: Reach): string;
}

export function fingerprintsOf(project: Project, version: string): Fingerprints {
  const common = commonOf(project, version);
  const { byUnit } = indexOf(project);
  const unitFacts = new Map<string, string>();
  const factsOfUnit = (unit: string): string => {
    const known = unitFacts.get(unit) ?? sha256((byUnit.get(unit) ?? []).map(factsOf).join());
    unitFacts.set(unit, known);
    return known;
  };
  const known = new Map<Reach, string>();
  const wholeOf = (reach: Reach): string => {
    const texts = reach === 'texts' ? project.entries.map(({ digest }) => digest) : [];
    return digestOf([common, [...byUnit.keys()].map(factsOfUnit), texts]);
  };
  return {
    near: (entry) => digestOf([common, entry.digest, factsOf(entry), entry.unit === '' ? '' : factsOfUnit(entry.unit)]),
    whole: (reach) => {
      const whole = known.get(reach) ?? wholeOf(reach);
      known.set(reach, whole);
      return whole;
    },
  };
}

function commonOf({ campaignFile, units, kinds, sources }: Project, version: string): string {
  const templates = [...sources.values()].filter(({ path }) => path.startsWith('templates/'));
  return digestOf([
    version,
    campaignFile.facts(),
    units.map(({ id, facts }) => [id, facts()]),
    kinds.map(({ id }) => id),
    templates.map((source) => [source.path, digestOfText(source)]),
  ]);
}

function factsOf({ id, unit, kind, draft, readable, facts }: Entry): string {
  return digestOf([id, unit, kind.id, draft, readable, facts()]);
}
