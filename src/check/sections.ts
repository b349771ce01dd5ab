import { findSet } from '../model/campaign.js';
import type { Campaign } from '../model/campaign.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { SectionRule } from '../model/kind.js';
import type { Entry, Section } from '../model/project.js';
import type { Rule } from './rule.js';

/** Every part that a kind asks for is there and has text; nothing that the kind does not print is written in vain. */
export const sections: Rule = {
  code: 'SECTION-MISSING',
  severity: 'error',
  title: '必备的部分要齐全',
  detail:
    '必备的部分缺了，收文单位会退回；写了却印不出来的部分，等于没写。小标题的名称以文种的规定为准，一个字也不差。',
  source: '文种的必备部分由活动办公室规定，写在模板里',
  examples: {
    good: { file: 'units/dongmen/plan.md', lines: '## 基本原则\n\n先有书，再有课。' },
    bad: { file: 'units/dongmen/plan.md', lines: '## 基本原则\n' },
  },
  run: ({ entries, campaign }) =>
    entries
      .filter((entry) => entry.readable)
      .flatMap((entry) => [...missing(entry, campaign), ...unprinted(entry, campaign)]),
};

interface Wanted {
  readonly title: string;
  readonly parts: readonly string[];
  readonly optional: boolean;
}

function wantedBy(rules: readonly SectionRule[], campaign: Campaign): readonly Wanted[] {
  return rules.flatMap(({ title, each, parts, optional }) => {
    const titles = each === '' ? [title] : membersOf(each, campaign).map((member) => title.replace('{}', member));
    return titles.map((name) => ({ title: name, parts: parts === '' ? [] : membersOf(parts, campaign), optional }));
  });
}

/** `steps` is the campaign's own list; any other name is one of its sets. */
function membersOf(key: string, campaign: Campaign): readonly string[] {
  return key === 'steps' ? campaign.steps.map((step) => step.name) : (findSet(campaign, key)?.members ?? []);
}

function missing(entry: Entry, campaign: Campaign): readonly Diagnostic[] {
  return wantedBy(entry.kind.sections, campaign).flatMap(({ title, parts, optional }) => {
    const section = entry.sections.find((candidate) => candidate.title === title);
    if (!section || isEmpty(section)) return optional ? [] : [missingSection(entry, title, section)];
    return parts.filter((part) => !hasPart(section, part)).map((part) => missingPart(entry, section, part));
  });
}

function isEmpty(section: Section): boolean {
  return section.blocks.every((block) => block.kind === 'heading');
}

function hasPart(section: Section, title: string): boolean {
  return section.sections.some((part) => part.title === title && !isEmpty(part));
}

function missingSection(entry: Entry, title: string, section: Section | undefined): Diagnostic {
  return {
    code: 'SECTION-MISSING',
    severity: entry.draft ? 'warning' : 'error',
    message: section ? `“${title}”这一部分是空的` : `缺少“${title}”这一部分`,
    span: section?.span ?? endOf(entry),
    hint: section ? '在这个小标题下面写上内容。' : `另起一行写“## ${title}”，下面写内容。`,
  };
}

function missingPart(entry: Entry, section: Section, part: string): Diagnostic {
  return {
    code: 'SECTION-MISSING',
    severity: entry.draft ? 'warning' : 'error',
    message: `“${section.title}”里缺少“${part}”`,
    span: section.span,
    hint: `在“${section.title}”下面加一行“### ${part}”，再写内容。`,
  };
}

function unprinted(entry: Entry, campaign: Campaign): readonly Diagnostic[] {
  if (entry.kind.sections.length === 0) return [];
  const wanted = wantedBy(entry.kind.sections, campaign);
  return [...unknownSections(entry, wanted), ...wanted.flatMap((want) => unknownParts(entry, want))];
}

function unknownSections(entry: Entry, wanted: readonly Wanted[]): readonly Diagnostic[] {
  const titles = wanted.map(({ title }) => title);
  const unknown = entry.sections.filter((section) => !titles.includes(section.title));
  return unknown.map((section) => unknownSection(section, titles));
}

function unknownParts(entry: Entry, { title, parts }: Wanted): readonly Diagnostic[] {
  if (parts.length === 0) return [];
  const section = entry.sections.find((candidate) => candidate.title === title);
  return (section?.sections ?? [])
    .filter((part) => !parts.includes(part.title))
    .map((part) => unknownSection(part, parts));
}

function unknownSection(section: Section, titles: readonly string[]): Diagnostic {
  return {
    code: 'SECTION-UNKNOWN',
    severity: 'warning',
    message: `这种公文没有“${section.title}”这一部分，不会印出`,
    span: section.span,
    hint: `可以用的小标题：${titles.join('、')}。`,
  };
}

function endOf(entry: Entry): Diagnostic['span'] & object {
  const end = entry.source.text.trimEnd().length;
  return { path: entry.source.path, start: end, end };
}
