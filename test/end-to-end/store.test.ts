import { describe, it } from 'vitest';
import { EDITS as COMPOSITION_EDITS, expectNothingHidden } from '../support/stored-compositions.js';
import { EDITS as READING_EDITS, expectNoStaleReading } from '../support/stored-readings.js';

describe('the store', () => {
  it.each(COMPOSITION_EDITS)('never hides from composing that %s was changed, in any file', async (_, edit) => {
    await expectNothingHidden(edit, () => true);
  });

  it.each(READING_EDITS)('never hides from reading and checking that %s was changed, in any file', async (_, edit) => {
    await expectNoStaleReading(edit, () => true);
  });
});
