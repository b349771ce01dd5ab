import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../src/app/filing/archive-settings.js';
import { memoryDisk } from '../../support/memory-disk.js';

const read = (text: string): ReturnType<typeof readSettings> =>
  readSettings(memoryDisk({ 'content/archive.json': text }));

describe('the settings of the archives', () => {
  it('are read as they are written', async () => {
    const { value, diagnostics } = await read(
      '{ "全宗号": "0127", "起始件号": 12, "归档章": true, "保管期限": { "plan": "30年", "*": "10年" } }',
    );
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ fondsNo: '0127', firstNo: 12, stamped: true, retention: { plan: '30年' } });
  });

  it.each([
    ['{ "全宗": "0127" }', '没有“全宗”这一项'],
    ['{ "归档章": "true" }', '“归档章”写的是 "true"，应是 true 或 false'],
    ['{ "起始件号": -3 }', '“起始件号”写的是 -3，应是 1 到 9999 的整数'],
    ['{ "起始件号": 1.5 }', '“起始件号”写的是 1.5，应是 1 到 9999 的整数'],
    ['{ "起始件号": "7" }', '“起始件号”写的是 "7"，应是 1 到 9999 的整数'],
    ['{ "全宗号": 127 }', '“全宗号”写的是 127，应是文字'],
    ['{ "保管期限": "30年" }', '“保管期限”写的是 "30年"，应逐个文种写'],
    ['{ "保管期限": { "plan": 30 } }', '保管期限 30 不在规定的写法里'],
    ['[1]', '不是 JSON 的写法'],
    ['{', '不是 JSON 的写法'],
  ])('are refused where they cannot be meant: %s', async (text, message) => {
    const { diagnostics } = await read(text);
    expect(diagnostics.map((found) => [found.code, found.severity, found.message])).toEqual([
      ['ARCHIVE-SETTINGS', 'error', message],
    ]);
  });
});
