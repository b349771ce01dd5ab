import type { Step } from '../../model/campaign.js';
import { textAt, textsAt } from '../../model/data.js';
import { recordsOf } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';

/** The days that a unit has for a step: its own, or those of all steps that the unit was allowed to merge with it. */
export interface StepWindow {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Index of the step in the campaign's list. */
  readonly index: number;
}

/** The window of a step for a unit; `null` if the campaign has no such step. */
export function windowOf(unitDocuments: UnitDocuments, stepId: string): StepWindow | null {
  const { steps } = unitDocuments.project.campaign;
  const index = steps.findIndex(({ id }) => id === stepId);
  const step = steps[index];
  if (!step) return null;
  const merged = mergedSteps(unitDocuments, step);
  return {
    name: merged.map(({ name }) => name).join('、'),
    from: merged.reduce((first, { from }) => (from < first ? from : first), step.from),
    to: merged.reduce((last, { to }) => (to > last ? to : last), step.to),
    index,
  };
}

function mergedSteps(unitDocuments: UnitDocuments, step: Step): readonly Step[] {
  const merger = recordsOf(unitDocuments, 'plan', 'merged').find(({ data }) =>
    textsAt(data, 'steps').includes(step.id),
  );
  const ids = merger && textAt(merger.data, 'approvedOn') !== '' ? textsAt(merger.data, 'steps') : [];
  const steps = unitDocuments.project.campaign.steps.filter(({ id }) => ids.includes(id));
  return steps.length > 0 ? steps : [step];
}
