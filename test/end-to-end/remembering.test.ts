import { describe, it } from 'vitest';
import { EDITS, expectNothingHidden } from '../support/remembering.js';

describe('a memory of what was composed', () => {
  it.each(EDITS)('never hides that %s was changed, in whatever file', async (_, edit) => {
    await expectNothingHidden(edit, () => true);
  });
});
