import { imagesOf } from '../../model/doc-images.js';
import { recordsAt, textAt } from '../../model/data.js';
import type { Doc } from '../../model/doc.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Disk } from '../../model/ports.js';
import { pathsOf } from '../../model/project.js';
import { placeOf } from '../../model/origin.js';
import type { Entry } from '../../model/project.js';
import { resolveBeside } from '../../model/path.js';

/** A source file of a document, or a file enclosed with it. */
export interface Input {
  readonly role: '原稿' | '附件';
  /** Relative to the workspace. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Inputs {
  readonly files: readonly Input[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The content files, tables and pictures of a document, and the files of its enclosures. The file of an enclosure with
 * 密级 is never read.
 */
export async function readInputs(entry: Entry, doc: Doc, disk: Disk): Promise<Inputs> {
  const sources = [...pathsOf(entry)].sort();
  const pictures = imagesOf(doc).map(({ path }) => path);
  const attached = openEnclosures(entry);
  const diagnostics: Diagnostic[] = [];
  const files: Input[] = [];
  const inputs = [
    ...[...new Set([...sources, ...pictures])].map((path) => ['原稿', path] as const),
    ...attached.map((path) => ['附件', path] as const),
  ];
  for (const [role, path] of inputs) {
    const bytes = await disk.read(path);
    if (bytes) files.push({ role, path, bytes });
    else if (role === '附件') diagnostics.push(missing(entry, path));
  }
  return { files, diagnostics };
}

/** The files of enclosures without 密级. */
function openEnclosures(entry: Entry): readonly string[] {
  return recordsAt(entry.data, 'enclosures')
    .filter((enclosure) => textAt(enclosure, 'classification') === '' && textAt(enclosure, 'file') !== '')
    .map((enclosure) => resolveBeside(entry.source.path, textAt(enclosure, 'file')));
}

function missing(entry: Entry, path: string): Diagnostic {
  return {
    code: 'FILING-ENCLOSURE',
    severity: 'error',
    message: `附件“${path}”不在，不能报送`,
    span: placeOf(entry, '/enclosures'),
    hint: '把附件放到写明的位置，或者改正“文件”一项。',
  };
}
