import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDistrict } from '../generate/campaign.js';
import { createRandom } from '../generate/random.js';
import { middle, runHongtou } from '../measure.js';
import type { Usage } from '../measure.js';
import { measureBrowsers } from '../peers/browser.js';
import { findPeerFaces } from '../peers/faces.js';
import { measureOffice } from '../peers/office.js';
import { measureTypst } from '../peers/typst.js';
import { referenceDocuments, writeWorkspace } from '../reference.js';
import { atLeast, atMost, plain } from '../table.js';
import type { Figure } from '../table.js';

const COUNT = 50;
const BROWSER_COUNT = 10;
const ROUNDS = 3;

/** Measures fifty reference documents. The program and its competitors take turns, so that all see the same load. */
export async function measureReference(folder: string): Promise<readonly Figure[]> {
  const documents = referenceDocuments(COUNT);
  const workspace = join(folder, 'reference');
  await writeWorkspace(documents, workspace, createDistrict(createRandom('reference'), 4));
  const faces = await findPeerFaces(workspace);
  const own: Usage[] = [];
  const peers = { office: [] as number[], typst: [] as number[], browsers: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    own.push(
      await runHongtou(
        'build',
        '--force',
        '--kind',
        'reference',
        '--workspace',
        workspace,
        '--out',
        join(folder, 'reference-out'),
      ),
    );
    addMeasured(peers.office, await measureOffice(documents, join(folder, 'office')));
    addMeasured(peers.typst, await measureTypst(documents, faces, join(folder, 'typst')));
    addMeasured(peers.browsers, await measureBrowsers(documents.slice(0, BROWSER_COUNT), faces));
  }
  const each = middle(own).wall / COUNT;
  const pages = await averagePages(join(folder, 'reference-out'));
  return [
    plain(`reference document (${pages} pages) × ${COUNT}, DOCX + PDF/A-2a, each`, each, 'ms'),
    compare('Pandoc DOCX + LibreOffice PDF against ours', peers.office, (other) => other / each, atLeast, 8),
    compare('a new browser a document, PDF only, against ours', peers.browsers, (other) => other / each),
    compare('ours against Typst PDF only, two processes', peers.typst, (other) => each / other, atMost, 2.5),
  ];
}

function addMeasured(list: number[], value: number | null): void {
  if (value !== null) list.push(value);
}

type Target = (work: string, value: number, unit: Figure['unit'], bar: number, note?: string) => Figure;

function compare(
  work: string,
  peer: readonly number[],
  ratio: (other: number) => number,
  target?: Target,
  bar = 0,
): Figure {
  const other = [...peer].sort((a, b) => a - b)[Math.floor(peer.length / 2)];
  if (other === undefined) return plain(work, 0, '×', 'peer is not installed');
  const note = `peer ${other.toFixed(0)} ms each`;
  return target ? target(work, ratio(other), '×', bar, note) : plain(work, ratio(other), '×', note);
}

async function averagePages(out: string): Promise<number> {
  const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as { artifacts: { pages: number }[] };
  const printed = manifest.artifacts.map(({ pages }) => pages).filter((pages) => pages > 0);
  return Math.round(printed.reduce((sum, pages) => sum + pages, 0) / printed.length);
}
