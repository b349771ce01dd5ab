import type { Campaign } from '../../model/campaign.js';
import type { Span } from '../../model/span.js';
import type { Entry, Section } from '../../model/project.js';
import type { Finding, Rule } from '../rule.js';
import { requiredSections } from './sections.js';

/** Every section that a kind requires exists and has text. */
export const sectionMissing: Rule = {
  code: 'SECTION-MISSING',
  severity: 'error',
  completeness: true,
  title: '必备的部分要齐全',
  detail:
    '必备的部分缺了，收文单位会退回。小标题的名称以文种的规定为准，一个字也不差；标题下面要有内容。',
  source: '文种的必备部分由活动办公室规定，写在模板里',
  examples: {
    good: { file: 'units/qiaodong/plan.md', lines: '## 基本原则\n\n先问居民，再定办法。' },
    bad: { file: 'units/qiaodong/plan.md', lines: '## 基本原则\n' },
  },
  run: ({ entries, campaign }) =>
    entries
      .filter((entry) => entry.readable)
      .flatMap((entry) => missingParts(entry, campaign)),
};

function missingParts(entry: Entry, campaign: Campaign): readonly Finding[] {
  return requiredSections(entry.kind.sections, campaign).flatMap(({ title, parts, optional }) => {
    const section = entry.sections().find((candidate) => candidate.title === title);
    if (!section || isEmpty(section)) return optional ? [] : [missingSectionFinding(entry, title, section)];
    return parts.filter((part) => !hasPart(section, part)).map((part) => missingPartFinding(section, part));
  });
}

function isEmpty(section: Section): boolean {
  return section.blocks.every((block) => block.kind === 'heading');
}

function hasPart(section: Section, title: string): boolean {
  return section.sections.some((part) => part.title === title && !isEmpty(part));
}

function missingSectionFinding(entry: Entry, title: string, section: Section | undefined): Finding {
  return {
    message: section ? `“${title}”这一部分是空的` : `缺少“${title}”这一部分`,
    span: section?.span ?? endOf(entry),
    hint: section ? '在这个小标题下面写上内容。' : `另起一行写“## ${title}”，下面写内容。`,
  };
}

function missingPartFinding(section: Section, part: string): Finding {
  return {
    message: `“${section.title}”里缺少“${part}”`,
    span: section.span,
    hint: `在“${section.title}”下面加一行“### ${part}”，再写内容。`,
  };
}

function endOf(entry: Entry): Span {
  const end = entry.source.text.trimEnd().length;
  return { path: entry.source.path, start: end, end };
}
