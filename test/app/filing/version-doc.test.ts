import { describe, expect, it } from 'vitest';
import { parseVersionDoc } from '../../../src/app/filing/version-doc.js';
import { passagesOf } from '../../../src/filing/diff/passages.js';
import { officialDoc } from '../../support/sample-doc.js';

/** The fields that documents have had only since versions of them have been kept. */
const LATER = new Set(['attendance', 'seals', 'sendTo', 'evenPage', 'preprinted']);

describe('a document that an earlier program kept', () => {
  it('says what it said then', () => {
    const kept = JSON.stringify(officialDoc, (key, value: unknown) => (LATER.has(key) ? undefined : value));
    expect(kept).not.toContain('sendTo');
    expect(passagesOf(parseVersionDoc(kept))).toEqual(passagesOf(officialDoc));
  });
});
