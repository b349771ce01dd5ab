import { Packer, type Document } from 'docx';
import { unzipSync } from 'fflate';

/** The files of a package by their path. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

type Compile = (document: Document, indent: undefined, overrides: readonly Override[]) => Files;
interface Override {
  readonly path: string;
  readonly data: string;
}

/**
 * The files that `docx` makes of a document; those at `blank` are left empty, because they are written elsewhere. Its packer
 * would zip them, only to be unzipped here at once, which takes half of the time. What it zips from is not public: where it
 * is not found, the long way is taken.
 */
export async function compileDocument(document: Document, blank: readonly string[]): Promise<Files> {
  const overrides = blank.map((path) => ({ path, data: '' }));
  const { compiler } = Packer as unknown as { readonly compiler?: { readonly compile?: Compile } };
  if (compiler?.compile) return compiler.compile(document, undefined, overrides);
  return unpack(await Packer.toArrayBuffer(document, undefined, overrides));
}

/** The same files from what the packer makes of them. */
export function unpack(zip: ArrayBuffer): Files {
  const files = Object.entries(unzipSync(new Uint8Array(zip)));
  return new Map(files.map(([path, bytes]) => [path, isText(path) ? new TextDecoder().decode(bytes) : bytes]));
}

function isText(path: string): boolean {
  return path.endsWith('.xml') || path.endsWith('.rels');
}
