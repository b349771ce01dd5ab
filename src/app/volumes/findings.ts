import { textAt } from '../../model/data.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { isClassified } from '../../model/project.js';
import type { Entry, Project } from '../../model/project.js';
import { spanOf } from './volume-plan.js';
import type { VolumePlan } from './volume-plan.js';
import type { ChosenEntry } from './members.js';

/** A document contains a character that no face has. */
export function unprintableVolume(plan: VolumePlan): Diagnostic {
  return {
    code: 'VOLUME-BROKEN',
    severity: 'error',
    message: `《${plan.title}》没有编成：所收文件里有哪一种字体都没有的字`,
    ...spanOf(plan, '/title'),
    hint: '照上面的提示放好字体；汇编的页码由排版得出，所以 DOCX 也没有生成。',
  };
}

/** No document that may be bound matches the plan. */
export function emptyVolume(plan: VolumePlan): Diagnostic {
  return {
    code: 'VOLUME-EMPTY',
    severity: 'error',
    message: `《${plan.title}》没有可以编进去的文件`,
    ...spanOf(plan, '/kinds'),
    hint: '核对文种和单位；只有草稿的，定稿以后再编，或者写明收草稿。',
  };
}

/** Documents with errors, which are not built, by name. */
export function brokenMembers(plan: VolumePlan, project: Project, broken: readonly ChosenEntry[]): Diagnostic {
  const names = broken.map(({ entry }) => labelOf(entry, project)).join('、');
  return {
    code: 'VOLUME-BROKEN',
    severity: 'error',
    message: `《${plan.title}》没有编成：${names}有错误，没有生成`,
    ...spanOf(plan, '/title'),
    hint: '先改正这些文件的错误；汇编要么收齐，要么不出。',
  };
}

/** One finding for each draft that the plan does not include. */
export function skippedDrafts(plan: VolumePlan, chosen: readonly ChosenEntry[]): readonly Diagnostic[] {
  const drafts = chosen.filter(({ entry }) => entry.draft && !plan.drafts);
  return drafts.map(({ entry }) => ({
    code: 'VOLUME-DRAFT',
    severity: 'warning',
    message: `《${plan.title}》没有收 ${entry.source.path}：还是草稿`,
    ...spanOf(plan, '/title'),
    hint: '定稿以后再编；要收草稿，在汇编文件里写“收草稿: true”，命令行上写 --draft。',
  }));
}

/** The finding has no title, no path and no place in the text, since those disclose content. */
export function skippedClassified(plan: VolumePlan, chosen: readonly ChosenEntry[]): readonly Diagnostic[] {
  const classified = chosen.filter(({ entry }) => isClassified(entry));
  return classified.map(({ entry: { data } }) => {
    const number = textAt(data, 'docNumber') || '一份没有文号的文件';
    return {
      code: 'VOLUME-CLASSIFIED',
      severity: 'info',
      message: `《${plan.title}》没有收${number}：标有密级（${textAt(data, 'classification')}）`,
      ...spanOf(plan, '/title'),
      hint: '涉密文件不编入汇编，按保密规定另行保管。',
    };
  });
}

function labelOf({ unit, kind, id }: Entry, project: Project): string {
  const unitFile = project.units.find((each) => each.id === unit);
  return unitFile ? `${textAt(unitFile.data, 'shortName')}的${kind.label}` : `${kind.label}（${id}）`;
}

/** The first page of a letter has its own page geometry (GB/T 9704-2012, 10.1), which a volume cannot provide. */
export function isLetter({ kind }: Entry): boolean {
  return kind.head === 'letter';
}

/** One finding for each letter. */
export function skippedLetters(plan: VolumePlan, chosen: readonly ChosenEntry[]): readonly Diagnostic[] {
  const letters = chosen.filter(({ entry }) => isLetter(entry));
  return letters.map(({ entry }) => ({
    code: 'VOLUME-LETTER',
    severity: 'warning',
    message: `《${plan.title}》没有收 ${entry.source.path}：信函格式的首页另有版心，不能编进汇编`,
    ...spanOf(plan, '/title'),
    hint: '信函单独装订；汇编里写明要收的文种，就不再提示。',
  }));
}
