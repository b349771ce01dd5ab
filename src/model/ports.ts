import type { Checked } from './diagnostic.js';
import type { Face, FallbackFace, Role } from './style.js';

/** An entry of a folder listing. */
export interface FileEntry {
  readonly path: string;
  readonly bytes: number;
  /** Modification time in milliseconds since 1970, used only to detect changes; it reaches no artifact. */
  readonly modified?: number;
}

/** A folder of files. Paths are relative, with `/`; paths outside the folder are rejected. */
export interface Disk {
  /** All files below `folder`, sorted by code unit, without hidden files and links that leave the folder. */
  list(folder: string): Promise<readonly FileEntry[]>;
  /** The bytes, or null if the file does not exist. Throws `IoError` on any other failure. */
  read(path: string): Promise<Uint8Array | null>;
  /** Writes a temporary file and renames it: after a crash either the old or the new file exists, complete. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  remove(path: string): Promise<void>;
}

/** A failure of the machine, not an error in content; `message` is a complete sentence in Chinese. */
export class IoError extends Error {
  readonly path: string;
  constructor(path: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.path = path;
  }
}

/** One document for the printer: a self-contained page, and an expression to evaluate once its fonts are loaded. */
export interface PrintJob {
  readonly html: string;
  /**
   * An expression that the driver evaluates after loading, such as the placement of 版记; scripts of the page never run.
   */
  readonly afterLoad: string;
}

/** The PDF of a document and its number of pages. */
export interface Printed {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** Lays out an HTML page and prints it as PDF, without network access, scripts of the page or file access. */
export interface Printer {
  print(job: PrintJob): Promise<Printed>;
  close(): Promise<void>;
}

/** Renders an SVG as a PNG with a width in pixels. */
export type Rasterise = (svg: string, width: number) => Promise<Uint8Array>;

/** The face used for each role on this machine. */
export type FaceTable = Readonly<Record<Role, Face>>;

/** Characters by role. A character is a code point with its combining marks, if any. */
export type CharactersByRole = Readonly<Record<Role, ReadonlySet<string>>>;

/** A fallback face with the characters that it supplies because the faces before it lack them. */
export interface Fallback extends FallbackFace {
  readonly characters: ReadonlySet<string>;
}

/** The faces of this machine for the requested characters. */
export interface Faces {
  readonly table: FaceTable;
  /** The fallback faces of each role, the preferred one first. */
  readonly fallbacks: Readonly<Record<Role, readonly Fallback[]>>;
  /** The characters of each role that no face supports. */
  readonly missing: CharactersByRole;
}

export interface Clock {
  /** Milliseconds, for measurements only; they reach no artifact. */
  now(): number;
  /** The local date, YYYY-MM-DD, for terminal output only; it reaches no artifact. */
  today(): string;
}

export interface Log {
  line(text: string): void;
  progress(done: number, total: number, label: string): void;
  end(): void;
}

export interface Ports {
  readonly disk: Disk;
  readonly out: Disk;
  readonly clock: Clock;
  readonly log: Log;
}

/** The store of filed versions and packages: an append-only folder. */
export interface ArchiveStore {
  readonly disk: Disk;
  /**
   * Replaces a folder atomically, under the lock: after a crash it is either complete or unchanged. A folder that a
   * crash left under a temporary name is restored when the next folder is placed beside it.
   */
  placeFolder(path: string, files: ReadonlyMap<string, Uint8Array>): Promise<void>;
  /** Runs `work` while no other process files anything in this store. */
  locked<T>(work: () => Promise<T>): Promise<T>;
}

/** Services of the machine, opened only when they are needed. */
export interface Toolchain {
  /** Called before `bytes` bytes of text are read, so that memory settings can be adapted. */
  readonly expectText: (bytes: number) => void;
  /** Version of the program, part of the cache key of artifacts. */
  readonly version: string;
  /** Called only for a PDF or a chart; the value is null if the machine has no face for a role. */
  readonly findFaces: (characters: CharactersByRole) => Promise<Checked<Faces | null>>;
  /** Opens a printer with the faces found by the last call of `findFaces`. */
  readonly openPrinter: () => Promise<Printer>;
  /** Renders with the faces found by the last call of `findFaces`. */
  readonly rasterise: Rasterise;
}

/** An Ed25519 private key. */
export interface SigningKey {
  /** The public key that belongs to it (SPKI, DER). */
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/** Whether the owner of an Ed25519 public key signed a message. */
export type VerifySignature = (message: Uint8Array, signature: Uint8Array) => boolean;

/** A file or buffer read in ranges. A range beyond the end returns fewer bytes. */
export interface ByteSource {
  readonly bytes: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** An entry of an untrusted folder. Links are never followed; entries of kind `other` are never opened. */
export interface FolderEntry {
  readonly path: string;
  readonly bytes: number;
  readonly kind: 'file' | 'link' | 'other';
}

/** An unverified package on disk: a folder, or a file that should be a ZIP. */
export type PackageSource =
  | {
      readonly kind: 'folder';
      readonly name: string;
      readonly entries: readonly FolderEntry[];
      /** Throws `IoError` on any failure, including a file above the limits. */
      readonly read: (path: string) => Promise<Uint8Array>;
    }
  | { readonly kind: 'file'; readonly bytes: ByteSource };

/** Limits for reading a package; a package above them is rejected. */
export interface PackageLimits {
  readonly files: number;
  readonly fileBytes: number;
  readonly totalBytes: number;
}
