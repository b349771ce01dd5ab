import { sha256 } from '../runtime/digest.js';
import { encode, createBag } from './bag/bag.js';
import type { Files } from './bag/bag.js';
import { writeIndexPage } from './index-page.js';
import { writeMetadata } from './metadata/describe.js';
import type { FileRecord, FileRole, PackageRecord } from './metadata/describe.js';
import { metadataSchema } from './metadata/schema.js';
import { mediaTypeOf } from './verify/formats.js';

/** A payload file to be packaged; `path` is relative to `data/`. */
export interface PayloadFile {
  readonly role: FileRole;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Describes a payload file for the metadata. */
export function describeFile({ role, path, bytes }: PayloadFile): FileRecord {
  return { role, path: `data/${path}`, mediaType: mediaTypeOf(path), bytes: bytes.length, sha256: sha256(bytes) };
}

/** Creates the whole package: payload, metadata with its schema, index page and manifests. */
export function createPackage(record: PackageRecord, pieces: readonly PayloadFile[]): Files {
  const payload = new Map(pieces.map(({ path, bytes }) => [path, bytes]));
  const tags = new Map([
    ['metadata/metadata.xml', encode(writeMetadata(record))],
    ['metadata/metadata.xsd', encode(metadataSchema())],
    ['index.html', encode(writeIndexPage(record))],
  ]);
  return createBag(payload, tags, [
    ...record.senders.map((name) => ['Source-Organization', name] as const),
    [
      'External-Description',
      `${record.campaign}：${record.type}材料 ${record.items.length} 件，报${record.recipients.join('、')}`,
    ],
    ['Bagging-Date', record.date],
    ['External-Identifier', record.id],
    ['Bag-Group-Identifier', record.campaign],
    ['Bag-Count', '1 of 1'],
  ]);
}
