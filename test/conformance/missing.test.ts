import { describe, expect, it, vi } from 'vitest';
import { agreement } from '../../conformance/agreement.js';
import { facesFor } from '../../conformance/agreement/faces.js';
import { ruler } from '../../conformance/ruler.js';

vi.mock('../../conformance/agreement/faces.js', () => ({ facesFor: vi.fn(() => Promise.resolve(null)) }));
vi.mock('../../conformance/agreement/office.js', async (original) => ({
  ...(await original<object>()),
  officeVersion: () => Promise.resolve('LibreOffice 7.4'),
}));

describe('a judge that prints', () => {
  it.each([
    ['the ruler', ruler],
    ['the comparison of both formats', agreement],
  ])('says that it has no faces, where it would judge nothing: %s', async (_, judge) => {
    expect(await judge.missing()).toBe('缺少字体（hongtou doctor）');
    expect(facesFor).toHaveBeenCalled();
    await expect(judge.judge({ folder: '.', artifacts: [] })).rejects.toThrow();
  });
});
