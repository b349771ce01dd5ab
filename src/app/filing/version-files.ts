import { sha256 } from '../../runtime/digest.js';
import type { Doc } from '../../model/doc.js';
import { IoError } from '../../model/ports.js';
import type { Disk } from '../../model/ports.js';
import { encode } from '../../filing/bag/bag.js';
import type { Files } from '../../filing/bag/bag.js';
import type { PayloadFile } from '../../filing/package.js';
import { parseVersionDoc } from './version-doc.js';

/** A frozen version of a document: its inputs, its artifacts and its metadata. */
export interface FrozenVersion {
  readonly no: number;
  readonly title: string;
  readonly date: string;
  readonly author: string;
  readonly keywords: readonly string[];
  readonly changeNote: string;
  readonly pages: number;
  readonly draft: boolean;
  /** Payload files, relative to the folder of the 件. */
  readonly pieces: readonly PayloadFile[];
}

/** The content of `version.json`. */
interface VersionRecord extends Omit<FrozenVersion, 'pieces'> {
  readonly document: string;
  readonly files: readonly { readonly role: PayloadFile['role']; readonly path: string; readonly sha256: string }[];
}

const RECORD = 'version.json';
const DOC = 'doc.json';

export function versionFolder(documentId: string, no: number): string {
  return `versions/${documentId}/v${no}`;
}

/** The files of a frozen version. */
export function versionFiles(documentId: string, doc: Doc, version: FrozenVersion): Files {
  const { pieces, ...facts } = version;
  const files = pieces.map(({ role, path, bytes }) => ({ role, path, sha256: sha256(bytes) }));
  const record: VersionRecord = { document: documentId, ...facts, files };
  return new Map([
    ...pieces.map(({ path, bytes }) => [path, bytes] as const),
    [RECORD, encode(`${JSON.stringify(record, null, 2)}\n`)] as const,
    // Spans are omitted, since they refer to files that will change.
    [
      DOC,
      encode(`${JSON.stringify(doc, (key, value: unknown) => (key === 'span' ? undefined : value), 1)}\n`),
    ] as const,
  ]);
}

/** Files of a frozen version that were altered or are missing, relative to its folder. */
export interface DamagedVersion {
  readonly damaged: readonly string[];
}

/** Reads a frozen version: the version if it is intact, the damaged files if not, null if it does not exist. */
export async function readVersion(
  archive: Disk,
  documentId: string,
  no: number,
): Promise<FrozenVersion | DamagedVersion | null> {
  const folder = versionFolder(documentId, no);
  if ((await archive.list(folder)).length === 0) return null;
  const record = parseRecord(await archive.read(`${folder}/${RECORD}`));
  if (!record) return { damaged: [RECORD] };
  const { files, document: _document, ...facts } = record;
  const pieces: PayloadFile[] = [];
  for (const { role, path, sha256: expected } of files) {
    const content = await archive.read(`${folder}/${path}`);
    if (content && sha256(content) === expected) pieces.push({ role, path, bytes: content });
  }
  const intact = new Set(pieces.map(({ path }) => path));
  const damaged = files.map(({ path }) => path).filter((path) => !intact.has(path));
  return damaged.length === 0 ? { ...facts, pieces } : { damaged };
}

function parseRecord(bytes: Uint8Array | null): VersionRecord | null {
  try {
    const record = bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Partial<VersionRecord> | null);
    return record && Array.isArray(record.files) ? (record as VersionRecord) : null;
  } catch {
    return null;
  }
}

/** The document of a frozen version; null if it does not exist. Throws `IoError` if it cannot be parsed. */
export async function readVersionDoc(archive: Disk, documentId: string, no: number): Promise<Doc | null> {
  const path = `${versionFolder(documentId, no)}/${DOC}`;
  const bytes = await archive.read(path);
  if (!bytes) return null;
  try {
    return parseVersionDoc(new TextDecoder().decode(bytes));
  } catch (error) {
    const message = `存档里的 ${path} 被改过，读不懂了。请从备份取回原来的文件。`;
    throw new IoError(path, message, { cause: error });
  }
}
