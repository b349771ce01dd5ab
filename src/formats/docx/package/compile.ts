import { Packer, type Document } from 'docx';
import { unzipSync } from 'fflate';

/** The files of a package by path. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

type Compile = (document: Document, indent: undefined, overrides: readonly Override[]) => Files;
interface Override {
  readonly path: string;
  readonly data: string;
}

/**
 * The files that `docx` generates for a document; those in `overridden` are empty, because they are written elsewhere.
 * The compiler of `docx` is not public; without it the packer is used and its ZIP unpacked again, which takes twice the
 * time.
 */
export async function compileDocument(document: Document, overridden: readonly string[]): Promise<Files> {
  const overrides = overridden.map((path) => ({ path, data: '' }));
  const { compiler } = Packer as unknown as { readonly compiler?: { readonly compile?: Compile } };
  if (compiler?.compile) return compiler.compile(document, undefined, overrides);
  return unpack(await Packer.toArrayBuffer(document, undefined, overrides));
}

/** The files of a ZIP that the packer of `docx` wrote. */
export function unpack(zip: ArrayBuffer): Files {
  const files = Object.entries(unzipSync(new Uint8Array(zip)));
  return new Map(files.map(([path, bytes]) => [path, isText(path) ? new TextDecoder().decode(bytes) : bytes]));
}

function isText(path: string): boolean {
  return path.endsWith('.xml') || path.endsWith('.rels');
}
