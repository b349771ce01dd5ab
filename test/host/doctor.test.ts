import { describe, expect, it } from 'vitest';
import { examineNode } from '../../src/host/doctor.js';

describe('the doctor', () => {
  it.each([
    ['20.19.0', true],
    ['20.18.3', false],
    ['18.20.0', false],
    ['22.0.0', true],
  ])('says whether Node %s will do', (version, ok) => {
    expect(examineNode(version)).toMatchObject({ found: version, ok });
    expect(examineNode(version).advice === '').toBe(ok);
  });
});
