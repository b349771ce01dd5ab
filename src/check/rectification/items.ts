import { eachUnit } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { recordsWith } from '../role-record.js';
import type { RoleRecord } from '../role-record.js';
import type { Finding, Rule } from '../rule.js';

/** The example document of the rules about items. */
export const EXAMPLE_FILE = 'units/qiaodong/rectification.md';

/** One item in an example; `rest` is the YAML of the fields that the example varies. */
export const exampleItem = (rest: string): string =>
  `整改事项:\n  - { 序号: 1, 问题: P1, 内容: 印发告知单, 目标: 不跑第二趟, 主办: 窗口, ${rest} }`;

/** The `run` of a rule that inspects one item at a time: a matter with a deadline and a responsible person. */
export function eachItem(inspect: (item: RoleRecord, unitDocuments: UnitDocuments) => readonly Finding[]): Rule['run'] {
  return eachUnit((unitDocuments) =>
    recordsWith(unitDocuments, 'item').flatMap((item) => inspect(item, unitDocuments)),
  );
}
