import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDisk } from '../../src/host/disk.js';
import { IoError, type Disk } from '../../src/model/ports.js';
import { memoryDisk } from '../support/memory-disk.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (content: Uint8Array | null): string | null => (content ? new TextDecoder().decode(content) : null);

let folder: string;
let root: string;
let disk: Disk;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hongtou-disk-'));
  root = join(folder, '工作区');
  disk = await openDisk(root, { create: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe.each([
  ['on a folder', () => disk],
  ['in memory', () => memoryDisk()],
])('a disk %s', (_, get) => {
  it('gives back what was written, and null for what is not there', async () => {
    const here = get();
    await here.write('甲/乙.md', bytes('一'));
    await here.write('甲/乙.md', bytes('二'));
    expect(text(await here.read('甲/乙.md'))).toBe('二');
    expect(await here.read('甲/丙.md')).toBeNull();
    await here.remove('甲/乙.md');
    await here.remove('甲/乙.md');
    expect(await here.read('甲/乙.md')).toBeNull();
  });

  it('lists by code unit and leaves hidden files and packages out', async () => {
    const here = get();
    for (const path of ['b.md', 'B.md', 'a/z.md', 'a.md', 'a/.hidden/x', '.git/x', 'node_modules/x/y', 'é.md']) {
      await here.write(path, bytes('x'));
    }
    const paths = (await here.list('')).map((entry) => entry.path);
    expect(paths).toEqual(['B.md', 'a.md', 'a/z.md', 'b.md', 'é.md']);
    expect(await here.list('a')).toMatchObject([{ path: 'a/z.md', bytes: 1 }]);
    expect(await here.list('nowhere')).toEqual([]);
  });

  it.each(['../x', 'a/../../x', '/etc/passwd'])('refuses %s', async (path) => {
    const here = get();
    await expect(here.read(path)).rejects.toThrow(IoError);
    await expect(here.write(path, bytes('x'))).rejects.toThrow('外面');
  });

  it('says that a folder is in the way', async () => {
    const here = get();
    await here.write('a/b', bytes('x'));
    await expect(here.write('a', bytes('x'))).rejects.toThrow('这里应是文件，却是一个文件夹');
  });
});

describe('a disk on a folder', () => {
  it('takes a file in a file for one that is not there', async () => {
    await disk.write('甲.md', bytes('一'));
    expect(await disk.read('甲.md/图.png')).toBeNull();
    expect(await disk.read('甲.md/内/图.png')).toBeNull();
  });

  it('does not follow links out of the folder, and ends in a ring of links', async () => {
    await writeFile(join(folder, 'secret'), 'x');
    await mkdir(join(root, 'in'));
    await writeFile(join(root, 'in', 'ok.md'), 'x');
    await symlink(folder, join(root, 'out'));
    await symlink(join(folder, 'secret'), join(root, 'file'));
    await symlink(root, join(root, 'in', 'ring'));
    await symlink(join(root, 'in'), join(root, 'inside'));
    expect((await disk.list('')).map((entry) => entry.path)).toEqual(['in/ok.md', 'inside/ok.md']);
    await expect(disk.read('out/secret')).rejects.toThrow('外面');
    await expect(disk.read('file')).rejects.toThrow('外面');
    await expect(disk.write('out/new', bytes('x'))).rejects.toThrow('外面');
    expect(text(await disk.read('inside/ok.md'))).toBe('x');
  });

  it('leaves nothing beside a file it could not write', async () => {
    await mkdir(join(root, 'a', 'b'), { recursive: true });
    await expect(disk.write('a', bytes('x'))).rejects.toThrow(IoError);
    expect(await readdir(root)).toEqual(['a']);
  });

  it('clears away what a killed process left, and nothing of a living one', async () => {
    const machine = hostname().replace(/[^A-Za-z0-9-]/g, '') || 'host';
    const dead = `.x.pdf.${machine}.4194304.1.part`;
    const alive = `.x.pdf.${machine}.${process.pid}.99.part`;
    await mkdir(join(root, 'out'));
    await writeFile(join(root, 'out', dead), 'half');
    await writeFile(join(root, 'out', alive), 'half');
    await disk.write('out/x.pdf', bytes('whole'));
    expect(await readdir(join(root, 'out'))).toEqual([alive, 'x.pdf']);
    expect(await readFile(join(root, 'out', 'x.pdf'), 'utf8')).toBe('whole');
  });

  it('says in Chinese that there is no such folder', async () => {
    await expect(openDisk(join(folder, '没有'))).rejects.toThrow('没有这个文件夹');
  });
});
