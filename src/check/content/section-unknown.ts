import type { Campaign } from '../../model/campaign.js';
import type { Entry, Section } from '../../model/project.js';
import type { Finding, Rule } from '../rule.js';
import { requiredSections } from './sections.js';
import type { RequiredSection } from './sections.js';

/** Every section belongs to the kind, so that it is printed. */
export const sectionUnknown: Rule = {
  code: 'SECTION-UNKNOWN',
  severity: 'warning',
  title: '写了却印不出来的部分',
  detail: '小标题不是这种公文的部分，下面的内容不会印出，等于没写。把内容移到该有的部分，或者改正小标题。',
  source: '文种的部分由活动办公室规定，写在模板里',
  examples: {
    good: { file: 'units/qiaodong/meeting.md', lines: '## 整改措施\n\n从5月起轮值。' },
    bad: { file: 'units/qiaodong/meeting.md', lines: '## 整改打算\n\n从5月起轮值。' },
  },
  run: ({ entries, campaign }) =>
    entries.filter((entry) => entry.readable).flatMap((entry) => unprintedSections(entry, campaign)),
};

function unprintedSections(entry: Entry, campaign: Campaign): readonly Finding[] {
  if (entry.kind.sections.length === 0) return [];
  const required = requiredSections(entry.kind.sections, campaign);
  return [...unknownSections(entry, required), ...required.flatMap((section) => unknownParts(entry, section))];
}

function unknownSections(entry: Entry, required: readonly RequiredSection[]): readonly Finding[] {
  const titles = required.map(({ title }) => title);
  const unknown = entry.sections().filter((section) => !titles.includes(section.title));
  return unknown.map((section) => unknownSectionFinding(section, titles));
}

function unknownParts(entry: Entry, { title, parts }: RequiredSection): readonly Finding[] {
  if (parts.length === 0) return [];
  const section = entry.sections().find((candidate) => candidate.title === title);
  return (section?.sections ?? [])
    .filter((part) => !parts.includes(part.title))
    .map((part) => unknownSectionFinding(part, parts));
}

function unknownSectionFinding(section: Section, titles: readonly string[]): Finding {
  return {
    message: `这种公文没有“${section.title}”这一部分，不会印出`,
    span: section.span,
    hint: `可以用的小标题：${titles.join('、')}。`,
  };
}
