import type { createCompose } from '../../compose/document.js';
import { textAt } from '../../model/data.js';
import { sha256 } from '../../runtime/digest.js';
import type { Doc } from '../../model/doc.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Disk } from '../../model/ports.js';
import { placeOf } from '../../model/origin.js';
import type { Entry, Project } from '../../model/project.js';
import { safeName } from '../../filing/bag/path.js';
import type { PayloadFile } from '../../filing/package.js';
import { readArtifacts } from '../build/manifest.js';
import type { BuildManifest } from '../build/manifest.js';
import { artifactPath } from '../workspace/selection.js';
import { FILED_FORMATS } from './filed-formats.js';
import type { Rendered } from './filing-ports.js';
import { readInputs } from './inputs.js';
import type { Input } from './inputs.js';
import { readVersion, versionFiles, versionFolder } from './version-files.js';
import type { DamagedVersion, FrozenVersion } from './version-files.js';
import { versionOf } from './filing-plan.js';
import type { ArchiveStore } from '../../model/ports.js';

/** The project, disks and functions needed to freeze documents. */
export interface FreezeContext {
  readonly project: Project;
  readonly compose: ReturnType<typeof createCompose>;
  readonly disk: Disk;
  readonly out: Disk;
  readonly archive: ArchiveStore;
}

/**
 * Returns the frozen version of a document, and freezes it first if necessary. Returns null and reports an error if the
 * frozen version was altered in the archive, the document changed without a new version number, a new version has no
 * change note, or the document was not built.
 */
export async function freezeVersion(
  entry: Entry,
  context: FreezeContext,
  sink: Diagnostic[],
): Promise<FrozenVersion | null> {
  const doc = context.compose(entry).value;
  if (!doc)
    return reject(sink, entry, 'FILING-NOT-BUILT', '模板有错，没有生成，不能报送', '先运行 hongtou check，改正错误。');
  const inputs = await readInputs(entry, doc, context.disk);
  sink.push(...inputs.diagnostics);
  if (inputs.diagnostics.length > 0) return null;
  const folder = versionFolder(entry.id, versionOf(entry));
  const frozen = await readVersion(context.archive.disk, entry.id, versionOf(entry));
  if (frozen && 'damaged' in frozen) return rejectDamaged(entry, frozen, sink);
  if (frozen) return checkUnchanged(entry, frozen, inputs.files, sink);
  if (versionOf(entry) > 1 && textAt(entry.data, 'changeNote') === '')
    return reject(
      sink,
      entry,
      'VERSION-NOTE',
      `第${versionOf(entry)}版没有写修改说明`,
      '写“修改说明”，说清比上一版改了什么、为什么改。',
    );
  const version = await createVersion(entry, doc, inputs.files, context, sink);
  if (version) await context.archive.placeFolder(folder, versionFiles(entry.id, doc, version));
  return version;
}

function reject(sink: Diagnostic[], entry: Entry, code: string, message: string, hint: string): null {
  sink.push({ code, severity: 'error', message, span: placeOf(entry, '/version'), hint });
  return null;
}

function checkUnchanged(
  entry: Entry,
  frozen: FrozenVersion,
  inputs: readonly Input[],
  sink: Diagnostic[],
): FrozenVersion | null {
  const now = new Map(toPieces(inputs).map((piece) => [piece.path, sha256(piece.bytes)]));
  const then = new Map(frozen.pieces.filter(isInput).map((piece) => [piece.path, sha256(piece.bytes)]));
  const changed = [...new Set([...now.keys(), ...then.keys()])].filter((path) => now.get(path) !== then.get(path));
  if (changed.length === 0) return frozen;
  const message = `第${frozen.no}版已经定版存档，这些文件却变了：${changed.join('、')}`;
  return reject(
    sink,
    entry,
    'VERSION-CHANGED',
    message,
    `把“版本”改成 ${frozen.no + 1}，写“修改说明”；第${frozen.no}版原样保留。`,
  );
}

/** A damaged version is not rebuilt, since it could only be built from today's content. */
function rejectDamaged(entry: Entry, { damaged }: DamagedVersion, sink: Diagnostic[]): null {
  const no = versionOf(entry);
  const folder = versionFolder(entry.id, no);
  return reject(
    sink,
    entry,
    'VERSION-DAMAGED',
    `第${no}版已经定版存档，存档文件夹 ${folder} 里的这些文件却被改过或不见了：${damaged.join('、')}`,
    `从备份取回 ${folder} 原来的文件；取不回来的，把“版本”改成 ${no + 1}，写“修改说明”。第${no}版不会另做一份来顶替。`,
  );
}

function isInput({ role }: PayloadFile): boolean {
  return role === '原稿' || role === '附件';
}

async function createVersion(
  entry: Entry,
  doc: Doc,
  inputs: readonly Input[],
  { out }: FreezeContext,
  sink: Diagnostic[],
): Promise<FrozenVersion | null> {
  const files = await readFiledArtifacts(entry, await readArtifacts(out), out);
  if (files.length < FILED_FORMATS.length)
    return reject(
      sink,
      entry,
      'FILING-NOT-BUILT',
      `没有生成好的 ${FILED_FORMATS.map(({ id }) => id.toUpperCase()).join(' 和 ')}，不能报送`,
      '先改正这份文件的错误，再生成一次。',
    );
  const name = safeName(entry.kind.label);
  const { properties } = doc;
  return {
    no: versionOf(entry),
    title: properties.title,
    date: textAt(entry.data, 'issuedOn'),
    author: properties.author,
    keywords: properties.keywords,
    changeNote: textAt(entry.data, 'changeNote'),
    pages: Math.max(...files.map(({ pages }) => pages)),
    draft: entry.draft,
    pieces: [
      ...files.map(({ format, bytes }): PayloadFile => {
        return { role: format.filedAs, path: `${name}.${format.extension}`, bytes };
      }),
      ...toPieces(inputs),
    ],
  };
}

interface FiledArtifact extends Rendered {
  readonly pages: number;
}

/** The artifacts of a document that are filed, without those that are missing or not as the manifest lists them. */
async function readFiledArtifacts(
  entry: Entry,
  artifacts: BuildManifest['artifacts'],
  out: Disk,
): Promise<readonly FiledArtifact[]> {
  const files: FiledArtifact[] = [];
  for (const format of FILED_FORMATS) {
    const path = artifactPath(entry, format);
    const [artifact, bytes] = [artifacts.get(path), await out.read(path)];
    if (artifact && bytes && artifact.sha256 === sha256(bytes)) files.push({ format, bytes, pages: artifact.pages });
  }
  return files;
}

/** Inputs under their own names in a folder per role; a repeated name gets a number. */
function toPieces(inputs: readonly Input[]): readonly PayloadFile[] {
  const taken = new Set<string>();
  return inputs.map(({ role, path, bytes }) => {
    const name = safeName(path.slice(path.lastIndexOf('/') + 1));
    let candidate = `${role}/${name}`;
    for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) candidate = `${role}/${count}-${name}`;
    taken.add(candidate.toLowerCase());
    return { role, path: candidate, bytes };
  });
}
