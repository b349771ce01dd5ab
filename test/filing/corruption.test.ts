import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeZip } from '../../src/filing/zip/write.js';
import { encode } from '../../src/filing/bag/bag.js';
import { verifyPackage } from '../../src/filing/verify/verify.js';
import { faultsOf, folderTree, verifyFolder, verifyZip } from '../support/filing.js';
import { DATE, HARMS, PDF, add, at, covered, edit, flip } from './harms.js';
import type { Harm } from './harms.js';
import { openOffice } from './sample-package.js';
import type { Office } from './sample-package.js';

let office: Office;
let files: ReadonlyMap<string, Uint8Array>;
let zip: Uint8Array;
const ID = 'shuxiang-2027.batch';
let id = '';

beforeAll(async () => {
  office = await openOffice();
  const result = await office.file({ batch: true, units: ['dongmen'] });
  id = result.filed[0]!.id;
  expect(id).toContain(ID);
  files = readFolder(join(office.folder, 'archive', 'packages', id));
  zip = readFileSync(join(office.folder, 'archive', 'packages', `${id}.zip`));
});
afterAll(() => office.close());

function readFolder(root: string): ReadonlyMap<string, Uint8Array> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => relative(root, join(entry.parentPath, entry.name))).sort();
  return new Map(paths.map((path) => [path, new Uint8Array(readFileSync(join(root, path)))]));
}

describe('a package that was tampered with', () => {
  it('is sound to begin with, as folder and as ZIP', async () => {
    const verdict = await verifyFolder(files);
    expect(verdict.findings).toEqual([]);
    expect(verdict.items).toBe(2);
    const zipped = await verifyZip(zip);
    expect(zipped.findings).toEqual([]);
    expect(zipped.digest).toBe(verdict.digest);
  });

  it('is tampered with in more than forty ways', () => {
    expect(new Set(HARMS.map(([what]) => what)).size).toBe(HARMS.length);
    expect(HARMS.length).toBeGreaterThan(60);
  });

  it.each(HARMS)('%s', async (_, harm, code, path) => {
    const harmed = new Map(files);
    harm(harmed);
    expect(faultsOf(await verifyFolder(harmed))).toContain(`${code} ${path}`);
  });

  it('is told from another package by the digest that the register states', async () => {
    const harmed = new Map(files);
    covered(edit('index.html', '怎样核对', '如何核对'))(harmed);
    expect(faultsOf(await verifyFolder(harmed))).toEqual([]);
    const { digest } = await verifyFolder(files);
    expect(faultsOf(await verifyFolder(harmed, digest))).toEqual(['PACKAGE-DIGEST tagmanifest-sha512.txt']);
  });

  it('finds every single changed byte of every file', async () => {
    for (const path of files.keys()) {
      const harmed = new Map(files);
      flip(path, Math.floor((at(harmed, path).length - 1) / 2))(harmed);
      const faults = faultsOf(await verifyFolder(harmed));
      expect(
        faults.some((fault) => fault.includes(path) || path.startsWith('tagmanifest')),
        path,
      ).toBe(true);
      expect(faults.length, path).toBeGreaterThan(0);
    }
  });

  it('is not followed through a link, nor opened where it is no file', async () => {
    for (const [kind, code] of [
      ['link', 'LINK'],
      ['other', 'NOT-A-FILE'],
    ] as const) {
      const tree = folderTree(
        new Map([...files].map(([path, bytes]) => [path, path === PDF ? { bytes, kind } : { bytes }] as const)),
      );
      expect(faultsOf(await verifyPackage(tree))).toContain(`${code} ${PDF}`);
    }
  });
});

describe('a ZIP that was tampered with', () => {
  const rezip = (harm: Harm, date = DATE, root = id): Uint8Array => {
    const harmed = new Map(files);
    harm(harmed);
    return writeZip(root, harmed, date);
  };
  const nothing: Harm = () => undefined;
  const patch = (offset: (bytes: Buffer) => number, value: number): Uint8Array => {
    const bytes = Buffer.from(zip);
    bytes[offset(bytes)] = value;
    return bytes;
  };

  it('is the same bytes when it is made again', () => {
    expect(Buffer.compare(Buffer.from(rezip(nothing)), Buffer.from(zip))).toBe(0);
  });

  it.each<readonly [string, () => Uint8Array, string]>([
    ['a truncated ZIP', () => zip.subarray(0, zip.length - 100), 'ZIP-BROKEN '],
    ['half a ZIP', () => zip.subarray(0, zip.length / 2), 'ZIP-BROKEN '],
    ['no ZIP at all', () => encode('这不是 ZIP'), 'ZIP-BROKEN '],
    ['bytes behind the end', () => Buffer.concat([zip, Buffer.alloc(5000, 1)]), 'ZIP-GAP '],
    ['other dates', () => rezip(nothing, '2027-06-13'), 'FILE-REDATED bag-info.txt'],
    ['another folder', () => rezip(nothing, DATE, 'other'), 'ZIP-ROOT '],
    [
      'a changed byte in the data',
      () => patch((bytes) => bytes.indexOf('%PDF') + 50, 0),
      'FILE-UNREADABLE data/0001/实施方案.pdf',
    ],
    [
      'a changed checksum in the directory',
      () => patch((bytes) => bytes.lastIndexOf('PK\u0001\u0002') + 16, 1),
      'ZIP-ENTRY tagmanifest-sha512.txt',
    ],
    ['a path that climbs out', () => rezip(add('../../evil.md')), 'PATH-UNSAFE ../../evil.md'],
    [
      'one name twice',
      () => {
        const bytes = rezip(add('data/0001/原稿/plan.mx'));
        return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('plan.mx', 'plan.md'), 'latin1');
      },
      'ZIP-TWICE data/0001/原稿/plan.md',
    ],
  ])('%s', async (_, make, fault) => {
    const faults = faultsOf(await verifyZip(make()));
    expect(
      faults.some((found) => found.startsWith(fault)),
      faults.join('\n'),
    ).toBe(true);
  });
});
