import type { Checked } from './diagnostic.js';
import type { Face, FallbackFace, Role } from './style.js';

/** A file of the workspace as it was listed. */
export interface FileEntry {
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since 1970 of its last change, for telling whether it was touched; no artifact carries them. */
  readonly modified?: number;
}

/** A folder of files. Paths are relative, with `/`; nothing outside the folder can be named. */
export interface Disk {
  /** All files below `folder`, sorted by code unit, hidden ones and links that leave the folder left out. */
  list(folder: string): Promise<readonly FileEntry[]>;
  /** The bytes, or null where there is no such file. Any other failure is thrown as `IoError`. */
  read(path: string): Promise<Uint8Array | null>;
  /** Writes beside the target and renames: after a crash either the old file or the new one is there, whole. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  remove(path: string): Promise<void>;
}

/** A failure of the machine, not of the content; `message` is Chinese and complete. */
export class IoError extends Error {
  readonly path: string;
  constructor(path: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.path = path;
  }
}

/** One document for the printer: a self-contained page, and what to run in it once its fonts are there. */
export interface PrintJob {
  readonly html: string;
  /** An expression that our own driver evaluates after loading, such as moving the 版记 to the foot of the last page; the page's own scripts never run. */
  readonly afterLoad: string;
}

/** What can only be told once a document has been laid out. */
export interface Printed {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** Lays out one page and prints it. No network, no scripts of the page, no file but the workspace's images. */
export interface Printer {
  print(job: PrintJob): Promise<Printed>;
  close(): Promise<void>;
}

/** Draws an SVG as a PNG so many pixels wide. */
export type Rasterise = (svg: string, width: number) => Promise<Uint8Array>;

/** The face that serves each role on this machine, found before anything is written. */
export type FaceTable = Readonly<Record<Role, Face>>;

/** A character is one code point, or one with the marks that stand upon it. */
export type CharactersByRole = Readonly<Record<Role, ReadonlySet<string>>>;

/** The characters that a face sets because those before it lack them. */
export interface Fallback extends FallbackFace {
  readonly characters: ReadonlySet<string>;
}

/** What this machine prints the asked characters with. */
export interface Faces {
  readonly table: FaceTable;
  /** For each role the faces that step in, the preferred one first. */
  readonly fallbacks: Readonly<Record<Role, readonly Fallback[]>>;
  /** For each role the characters that no face has. */
  readonly missing: CharactersByRole;
}

export interface Clock {
  /** Milliseconds, for measuring only: no artifact carries them. */
  now(): number;
  /** The calendar day here, YYYY-MM-DD, for the terminal only: no artifact carries it. */
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

/** Where filed things are kept: versions and packages, in a folder that only grows. */
export interface ArchiveStore {
  readonly disk: Disk;
  /**
   * Puts a whole folder in place at once, under the lock: after a crash it is there complete, or as it was before. One
   * that a crash left moved aside is back when the next folder is placed beside it.
   */
  placeFolder(path: string, files: ReadonlyMap<string, Uint8Array>): Promise<void>;
  /** Runs `work` while no other run of the program files anything here. */
  locked<T>(work: () => Promise<T>): Promise<T>;
}

/** What the machine provides, opened only when something has to be printed. */
export interface Toolchain {
  /** Told before so many bytes of text are read, so that the machine can see to its memory. */
  readonly expectText: (bytes: number) => void;
  /** Tells one version of the program from another in the keys of artifacts. */
  readonly version: string;
  /** Asked only where a PDF is wanted or a chart is drawn; null where the machine has no face for a role. */
  readonly findFaces: (characters: CharactersByRole) => Promise<Checked<Faces | null>>;
  /** A printer with the faces that were found last. */
  readonly openPrinter: () => Promise<Printer>;
  /** Draws with the faces that were found last. */
  readonly rasterise: Rasterise;
}

/** Bytes that are read a stretch at a time, a file or a buffer. A stretch past the end comes back shorter. */
export interface ByteSource {
  readonly bytes: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** What lies in a folder that a stranger sent: a link is never followed; what is neither file nor link is never opened. */
export interface FolderEntry {
  readonly path: string;
  readonly bytes: number;
  readonly kind: 'file' | 'link' | 'other';
}

/** A package as it lies on the disk, a folder or a file that should be a ZIP. Nothing of it has been judged. */
export type PackageSource =
  | {
      readonly kind: 'folder';
      readonly name: string;
      readonly entries: readonly FolderEntry[];
      /** Any failure, a file above the limits among them, is thrown as `IoError`. */
      readonly read: (path: string) => Promise<Uint8Array>;
    }
  | { readonly kind: 'file'; readonly bytes: ByteSource };

/** What is read of a package at most; beyond it a package is refused, not read. */
export interface PackageLimits {
  readonly files: number;
  readonly fileBytes: number;
  readonly totalBytes: number;
}
