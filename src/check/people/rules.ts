import type { Rule } from '../rule.js';
import { inspectionGroupIdle } from './inspection-group-idle.js';
import { leaderCountWrong } from './leader-count-wrong.js';
import { meetingDueWrong } from './meeting-due-wrong.js';
import { personTwice } from './person-twice.js';
import { roleGroupWrong } from './role-group-wrong.js';
import { roleInspectorOwn } from './role-inspector-own.js';
import { roleResponsibleSame } from './role-responsible-same.js';
import { unitFieldOwed } from './unit-field-owed.js';
import { unitNameTwice } from './unit-name-twice.js';
import { villageTwoUnits } from './village-two-units.js';

export const peopleRules: readonly Rule[] = [
  unitFieldOwed,
  unitNameTwice,
  villageTwoUnits,
  personTwice,
  leaderCountWrong,
  meetingDueWrong,
  roleResponsibleSame,
  roleGroupWrong,
  roleInspectorOwn,
  inspectionGroupIdle,
];
