import type { Reach } from '../compose/run.js';
import { digestOf, sha256 } from '../model/digest.js';
import type { ContentFile, Entry, Project } from '../model/project.js';
import { indexOf } from '../model/project-index.js';

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
    const texts = reach === 'texts' ? project.entries.map(textOf) : [];
    return digestOf([common, [...byUnit.keys()].map(factsOfUnit), texts]);
  };
  return {
    near: (entry) =>
      digestOf([common, textOf(entry), factsOf(entry), entry.unit === '' ? '' : factsOfUnit(entry.unit)]),
    whole: (reach) => {
      const whole = known.get(reach) ?? wholeOf(reach);
      known.set(reach, whole);
      return whole;
    },
  };
}

function commonOf({ campaignFile, units, kinds, partials }: Project, version: string): string {
  return digestOf([
    version,
    campaignFile.data,
    units.map(({ id, data }) => [id, data]),
    kinds.map(({ template, schema, ...kind }) => [kind, template.text, schema]),
    [...partials].map(([name, { text }]) => [name, text]),
  ]);
}

const facts = new WeakMap<Entry, string>();

function factsOf(entry: Entry): string {
  const { id, unit, kind, draft, readable, data, sections } = entry;
  const known =
    facts.get(entry) ?? digestOf([id, unit, kind.id, draft, readable, data, sections.map(({ title }) => title)]);
  facts.set(entry, known);
  return known;
}

const texts = new WeakMap<ContentFile['source'], string>();

function textOf({ source }: Entry): string {
  const known = texts.get(source) ?? sha256(source.text);
  texts.set(source, known);
  return known;
}
