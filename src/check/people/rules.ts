import type { Rule } from '../rule.js';
import { idleGroups } from './inspection-group-idle.js';
import { headcounts } from './leader-count-wrong.js';
import { meetingDue } from './meeting-due-wrong.js';
import { people } from './person-twice.js';
import { leadingGroup } from './role-group-wrong.js';
import { inspectors } from './role-inspector-own.js';
import { responsible } from './role-responsible-same.js';
import { required } from './unit-field-owed.js';
import { unitNames } from './unit-name-twice.js';
import { villageOwners } from './village-two-units.js';

export const peopleRules: readonly Rule[] = [
  required,
  unitNames,
  villageOwners,
  people,
  headcounts,
  meetingDue,
  responsible,
  leadingGroup,
  inspectors,
  idleGroups,
];
