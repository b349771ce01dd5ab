import { appendFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { compareVersions, historyOf } from '../../../src/app/filing/history.js';
import { enterReceipt } from '../../../src/app/filing/receipts.js';
import type { ReceiptOutcome } from '../../../src/app/filing/receipts.js';
import { loadRegister, missingRegisterNumbers } from '../../../src/app/filing/register-files.js';
import { writeReceipt } from '../../../src/filing/receipt.js';
import type { Receipt } from '../../../src/filing/receipt.js';
import type { RegisterRecord } from '../../../src/filing/register.js';
import { signatureFault } from '../../../src/filing/signature.js';
import { readPublicKey, readSigningKey } from '../../../src/host/signing-keys.js';
import { openDisk } from '../../../src/host/disk.js';
import { openArchiveStore } from '../../../src/host/archive-store.js';
import { standInBuild, writeBuild } from '../../support/filing.js';
import { load } from '../../support/workspace.js';
import { openOffice } from '../../filing/sample-package.js';
import type { Office } from '../../filing/sample-package.js';

const PLAN = 'content/units/dongmen/plan.md';
const open: Office[] = [];

async function office(overlay?: (folder: string) => void): Promise<Office> {
  const made = await openOffice(overlay);
  open.push(made);
  return made;
}
afterEach(() => open.splice(0).forEach((made) => made.close()));

const PLANS = { kinds: ['plan'], units: ['dongmen'] };
const change = (folder: string, path: string, from: string | RegExp, to: string): void => {
  const text = readFileSync(join(folder, path), 'utf8');
  expect(text).toMatch(from);
  writeFileSync(join(folder, path), text.replace(from, to));
};
const register = async ({ folder }: Office): Promise<readonly RegisterRecord[]> =>
  (await loadRegister(await openDisk(folder))).records;

/** Builds again after the content has changed. */
async function rebuild({ folder }: Office): Promise<void> {
  const { value } = await load(folder);
  writeBuild(await standInBuild(value!), join(folder, 'out'));
}

async function answer({ folder }: Office, facts: Partial<Receipt>): Promise<ReceiptOutcome> {
  const receipt: Receipt = {
    package: 'shuxiang-2027.dongmen.plan.v1',
    digest: '',
    result: '接收',
    organ: '上级',
    date: '2027-06-20',
    number: '',
    reason: '',
    items: 1,
    warnings: 0,
    ...facts,
  };
  return enterReceipt(writeReceipt(receipt), await openDisk(folder), await openArchiveStore(join(folder, 'archive')));
}

describe('filing', () => {
  it('gives the same bytes for the same input, in another folder', async () => {
    const [one, two] = [await office(), await office()];
    const digests = [(await one.file(PLANS)).filed, (await two.file(PLANS)).filed];
    expect(digests[0]).toHaveLength(1);
    expect(digests[0]).toEqual(digests[1]);
    const zip = `archive/packages/${digests[0]![0]!.id}.zip`;
    expect(Buffer.compare(readFileSync(join(one.folder, zip)), readFileSync(join(two.folder, zip)))).toBe(0);
  });

  it('enters what was sent, once, with the days that it was late', async () => {
    const own = await office();
    await own.file({ ...PLANS, on: '2027-03-11' });
    const again = await own.file({ ...PLANS, on: '2027-03-12' });
    expect(again.alreadyFiled).toEqual(['shuxiang-2027.dongmen.plan.v1']);
    expect(await register(own)).toMatchObject([
      { no: '2027-0001', act: '报送', date: '2027-03-11', due: '2027-03-05', daysLate: 6, version: 1 },
    ]);
  });

  it('does not file a draft, nor a document that was not built, nor on a broken register', async () => {
    const own = await office();
    const draft = await own.file({ kinds: ['plan'], units: ['xiyuan'] });
    expect(draft.diagnostics.map(({ code }) => code)).toEqual(['FILING-DRAFT']);
    rmSync(join(own.folder, 'out/units/dongmen/实施方案.pdf'));
    expect((await own.file(PLANS)).diagnostics.map(({ code }) => code)).toEqual(['FILING-NOT-BUILT']);
    mkdirSync(join(own.folder, 'content/register'), { recursive: true });
    writeFileSync(join(own.folder, 'content/register/filings.jsonl'), 'not a register\n');
    expect((await own.file(PLANS)).diagnostics.map(({ code }) => code)).toEqual(['REGISTER-BROKEN']);
  });

  it('keeps a version as it was, and asks for a number and a note where it changed', async () => {
    const own = await office();
    await own.file(PLANS);
    change(own.folder, PLAN, '先有书，再有课。', '先有课，再有书。');
    await rebuild(own);
    rmSync(join(own.folder, 'content/register'), { recursive: true });
    const codes = async (): Promise<readonly string[]> => (await own.file(PLANS)).diagnostics.map(({ code }) => code);
    expect(await codes()).toEqual(['VERSION-CHANGED']);
    change(own.folder, PLAN, '状态: 定稿', '状态: 定稿\n版本: 2');
    await rebuild(own);
    expect(await codes()).toEqual(['VERSION-NOTE']);
    change(own.folder, PLAN, '版本: 2', '版本: 2\n修改说明: 次序颠倒');
    await rebuild(own);
    expect(await codes()).toEqual([]);
    const kept = readFileSync(join(own.folder, 'archive/versions/units/dongmen/plan/v1/原稿/plan.md'), 'utf8');
    expect(kept).toContain('先有书，再有课。');
    const { value: project } = await load(own.folder);
    const entry = project!.entries.find(({ id }) => id === 'units/dongmen/plan')!;
    const changes = await compareVersions(project!, entry, await openDisk(join(own.folder, 'archive')), 1, 2);
    expect(changes).toMatchObject([{ kind: 'changed', before: '先有书，再有课。', after: '先有课，再有书。' }]);
  });

  it('never makes a kept version anew when it was altered in the archive', async () => {
    const own = await office();
    await own.file(PLANS);
    const folder = join(own.folder, 'archive/versions/units/dongmen/plan/v1');
    const [docx, record] = [join(folder, '实施方案.docx'), join(folder, 'version.json')];
    const kept = { docx: readFileSync(docx), record: readFileSync(record) };
    rmSync(join(own.folder, 'content/register'), { recursive: true });
    change(own.folder, PLAN, '先有书，再有课。', '先有课，再有书。');
    await rebuild(own);
    const refused = async (named: string): Promise<void> => {
      const { diagnostics, filed } = await own.file(PLANS);
      expect([diagnostics.map(({ code }) => code), filed]).toEqual([['VERSION-DAMAGED'], []]);
      expect(diagnostics[0]!.message).toContain(named);
    };
    writeFileSync(docx, 'saved from another program');
    await refused('实施方案.docx');
    expect(readFileSync(docx, 'utf8')).toBe('saved from another program');
    writeFileSync(docx, kept.docx);
    for (const text of ['{', 'null', '{}']) {
      writeFileSync(record, text);
      await refused('version.json');
    }
    rmSync(record);
    await refused('version.json');
    writeFileSync(record, kept.record);
    expect((await own.file(PLANS)).diagnostics.map(({ code }) => code)).toEqual(['VERSION-CHANGED']);
  });

  it('says which kept file it cannot compare', async () => {
    const own = await office();
    await own.file(PLANS);
    writeFileSync(join(own.folder, 'archive/versions/units/dongmen/plan/v1/doc.json'), '{');
    const entry = own.project.entries.find(({ id }) => id === 'units/dongmen/plan')!;
    const archive = await openDisk(join(own.folder, 'archive'));
    await expect(compareVersions(own.project, entry, archive, 1, 1)).rejects.toThrow('v1/doc.json 被改过');
  });

  it('carries the digest of the first version on into the package of the second', async () => {
    const own = await office();
    const [first] = (await own.file(PLANS)).filed;
    change(own.folder, PLAN, '状态: 定稿', '状态: 定稿\n版本: 2\n修改说明: 补写');
    await rebuild(own);
    const [second] = (await own.file(PLANS)).filed;
    const metadata = readFileSync(join(own.folder, `archive/packages/${second!.id}/metadata/metadata.xml`), 'utf8');
    expect(metadata).toContain(first!.digest);
  });

  it('enters a classified document by number only', async () => {
    const secret = '午间半小时';
    const own = await office((folder) =>
      change(folder, PLAN, '状态: 定稿', "状态: 定稿\n密级: 秘密★3年\n份号: '000001'"),
    );
    const result = await own.file({ all: true });
    expect(result.classified).toBe(1);
    const entered = (await register(own)).filter(({ act }) => act === '涉密登记');
    expect(entered).toMatchObject([
      { number: '东小〔2027〕2号', classification: '秘密★3年', copies: '000001', title: '', document: '' },
    ]);
    await own.file({ all: true });
    expect((await register(own)).filter(({ act }) => act === '涉密登记')).toHaveLength(1);
    for (const root of ['archive', 'content/register']) {
      const files = readdirSync(join(own.folder, root), { recursive: true, withFileTypes: true });
      for (const file of files.filter((entry) => entry.isFile())) {
        const text = readFileSync(join(file.parentPath, file.name), 'utf8');
        expect(text.includes(secret) || file.name.includes('plan'), file.name).toBe(false);
      }
    }
  });

  it('leaves a classified enclosure where it is, and takes an open one along', async () => {
    const own = await office((folder) => {
      writeFileSync(join(folder, 'content/units/dongmen/secret.csv'), '绝密,内容\n');
      writeFileSync(join(folder, 'content/units/dongmen/list.csv'), '书目,册数\n');
      const enclosures = `附件:
  - { 名称: 书目, 文件: ./list.csv }
  - { 名称: 名单, 文件: ./secret.csv, 密级: 秘密★1年, 份号: '000002' }`;
      change(folder, PLAN, '状态: 定稿', `状态: 定稿\n${enclosures}`);
    });
    const [filed] = (await own.file(PLANS)).filed;
    const files = readdirSync(join(own.folder, 'archive/packages', filed!.id), { recursive: true }).map(String);
    expect(files).toContain('data/0001/附件/list.csv');
    expect(files.filter((name) => name.includes('secret'))).toEqual([]);
    expect((await register(own)).at(-1)).toMatchObject({
      act: '涉密登记',
      number: '东小〔2027〕2号附件2',
      copies: '000002',
    });
  });

  it('enters the classified enclosure of every unit, though two are numbered alike', async () => {
    const papers = "状态: 定稿\n附件: [{ 名称: 名单, 文件: ./secret.csv, 密级: 秘密★1年, 份号: '000002' }]";
    const own = await office((folder) => {
      for (const unit of ['dongmen', 'xiyuan']) {
        const path = `content/units/${unit}/plan.md`;
        const text = readFileSync(join(folder, path), 'utf8').replace(/^发文字号: .*\n/m, '');
        writeFileSync(join(folder, path), text.replace(/状态: 定稿|status: 草稿/, papers));
      }
    });
    await own.file({ kinds: ['plan'] });
    const entered = async (): Promise<readonly RegisterRecord[]> =>
      (await register(own)).filter(({ act }) => act === '涉密登记');
    expect((await entered()).map(({ number }) => number)).toEqual(['附件1', '附件1']);
    expect(new Set((await entered()).map(({ units }) => units.join()))).toHaveProperty('size', 2);
    rmSync(join(own.folder, 'archive'), { recursive: true });
    await own.file({ kinds: ['plan'] });
    expect(await entered()).toHaveLength(2);
  });

  it('refuses a filing whose open enclosure is not there', async () => {
    const own = await office((folder) =>
      change(folder, PLAN, '状态: 定稿', '状态: 定稿\n附件: [{ 名称: 书目, 文件: ./none.csv }]'),
    );
    expect((await own.file(PLANS)).diagnostics.map(({ code }) => code)).toEqual(['FILING-ENCLOSURE']);
  });

  it('signs where a key is given', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const own = await office();
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const [filed] = (await own.file(PLANS, readSigningKey(pem))).filed;
    const signature = readFileSync(join(own.folder, `archive/packages/${filed!.id}.sig`), 'utf8');
    const key = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect(signatureFault(signature, filed!.id, filed!.digest, readPublicKey(key))).toBe('');
  });
});

describe('a receipt', () => {
  it('is entered once, for the package that was sent and no other', async () => {
    const own = await office();
    const [filed] = (await own.file(PLANS)).filed;
    const digest = filed!.digest;
    expect((await answer(own, { digest: 'f'.repeat(64) })).kind).toBe('refused');
    expect((await answer(own, { digest, package: 'other' })).kind).toBe('refused');
    expect((await answer(own, { digest, date: '2027-01-01' })).kind).toBe('refused');
    expect((await answer(own, { digest, number: '收1号' })).kind).toBe('entered');
    expect((await answer(own, { digest, number: '收1号' })).kind).toBe('known');
    expect((await register(own)).map(({ act }) => act)).toEqual(['报送', '接收']);
  });

  it('stands in the life of the document, and a register that was cut short is told by it', async () => {
    const own = await office();
    const [filed] = (await own.file(PLANS)).filed;
    await answer(own, { digest: filed!.digest, result: '退回', reason: '没有分工' });
    const disk = await openDisk(own.folder);
    const { value: project } = await load(own.folder);
    const { events, diagnostics } = await historyOf(
      project!.entries.find(({ id }) => id === 'units/dongmen/plan')!,
      disk,
    );
    expect(diagnostics).toEqual([]);
    expect(events.map(({ act }) => act)).toEqual(['批准', '起草', '印发', '报送', '退回']);
    expect(events.at(-1)).toMatchObject({ reason: '没有分工', register: '2027-0002' });
    const path = join(own.folder, 'content/register/filings.jsonl');
    const [first = ''] = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, `${first}\n`);
    expect((await loadRegister(disk)).faults).toEqual([]);
    expect(await missingRegisterNumbers(disk, ['units/dongmen'])).toEqual(['2027-0002']);
    appendFileSync(path, 'x');
    expect((await loadRegister(disk)).faults).not.toEqual([]);
  });
});
