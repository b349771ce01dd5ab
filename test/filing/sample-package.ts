import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileProject } from '../../src/app/filing/file-documents.js';
import type { FilingOptions } from '../../src/app/filing/filing-plan.js';
import type { FilingResult } from '../../src/app/filing/file-documents.js';
import type { Files } from '../../src/filing/bag/bag.js';
import { openDisk } from '../../src/host/disk.js';
import { openArchiveStore } from '../../src/host/archive-store.js';
import type { SigningKey } from '../../src/model/ports.js';
import type { Project } from '../../src/model/project.js';
import { standInBuild, standInRender, writeBuild } from '../support/filing.js';
import { TINY, load } from '../support/workspace.js';

export const PLAIN: FilingOptions = {
  units: [],
  kinds: [],
  shard: null,
  all: false,
  batch: false,
  to: '',
  on: '2027-06-12',
};

/** A workspace with stand-in prints in `out/`. */
export interface Office {
  readonly folder: string;
  readonly project: Project;
  file(options?: Partial<FilingOptions>, signingKey?: SigningKey | null): Promise<FilingResult>;
  close(): void;
}

/** What a build of the tiny campaign leaves, by path: it is the same for every test that changes nothing before it. */
let built: Promise<Files> | null = null;

/** The tiny campaign, ready to be filed. `overlay` is laid over its content. */
export async function openOffice(overlay?: (folder: string) => void): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), 'hongtou-filing-'));
  cpSync(TINY, folder, { recursive: true, filter: (path) => path !== join(TINY, 'out') });
  overlay?.(folder);
  const { value: project } = await load(folder);
  if (!project) throw new Error('the tiny campaign cannot be read');
  const files = overlay ? standInBuild(project) : (built ??= standInBuild(project));
  writeBuild(await files, join(folder, 'out'));
  return {
    folder,
    project,
    file: async (options = {}, signingKey = null) => {
      const { value } = await load(folder);
      const ports = {
        disk: await openDisk(folder),
        out: await openDisk(join(folder, 'out')),
        archive: await openArchiveStore(join(folder, 'archive')),
        render: standInRender,
        renderStamps: () => Promise.reject(new Error('nothing here goes to archives that stamp')),
        today: () => '2027-06-12',
        signingKey,
      };
      return fileProject(value ?? project, ports, { ...PLAIN, ...options });
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
