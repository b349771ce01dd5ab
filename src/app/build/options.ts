import type { Format } from '../../model/artifact.js';
import type { Checked } from '../../model/diagnostic.js';
import type { CharactersByRole, Faces, Printer, Rasterise } from '../../model/ports.js';

export interface Selection {
  /** Unit ids; none means all. */
  readonly units: readonly string[];
  /** Kind ids or labels; none means all. */
  readonly kinds: readonly string[];
  /** The i-th of n equal parts, from 1; null means the whole. */
  readonly shard: { readonly index: number; readonly of: number } | null;
  /** Documents by their ids, of those that units and kinds name; where it is left out, all of them. */
  readonly ids?: readonly string[];
}

export interface BuildOptions extends Selection {
  readonly formats: readonly Format[];
  readonly jobs: number;
  readonly force: boolean;
}

/** What the machine provides, opened only when something has to be printed. */
export interface Tools {
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
