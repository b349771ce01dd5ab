import type { ReadScope } from '../../compose/compose-context.js';
import type { Image } from '../../model/block.js';
import type { Entry, Project } from '../../model/project.js';
import { fingerprintsOf } from './fingerprint.js';
import { groupOfUnit } from './groups.js';
import type { EntryId, Store } from './store.js';

/** The facts about a composed document that decide whether its files are up to date. */
export interface CachedComposition {
  readonly title: string;
  readonly images: readonly Image[];
  /** Whether it has charts; the DOCX then depends on their faces. */
  readonly charts: boolean;
  /** The digest of the whole document. */
  readonly digest: string;
  /** Length of the document as JSON, in characters. */
  readonly length: number;
  /** The characters that it prints, by role; separated by spaces if there are combining marks. */
  readonly characters: Readonly<Record<string, string>>;
}

/** The stored compositions of a project. */
export interface ComposeCache {
  readonly recall: (entry: Entry) => CachedComposition | null;
  /** Stores a composition; `reach` says how far beyond its unit the document reads, null if it does not. */
  readonly remember: (entry: Entry, reach: ReadScope | null, composition: CachedComposition) => void;
}

/** A composition declares the digest of its own unit (`near`), and of the whole project as far as it read that. */
export function composeCacheOf(project: Project, store: Store): ComposeCache {
  const { near, whole } = fingerprintsOf(project);
  const digestNow = (input: string, entry: Entry): string =>
    input === 'near' ? near(entry) : whole(input as ReadScope);
  return {
    recall: (entry) => store.recall<CachedComposition>(idOf(entry), (input) => digestNow(input, entry))?.value ?? null,
    remember: (entry, reach, composition) => {
      const inputs = { near: near(entry), ...(reach && { [reach]: whole(reach) }) };
      store.remember(idOf(entry), inputs, composition);
    },
  };
}

function idOf({ id, unit }: Entry): EntryId {
  return { stage: 'compose', group: groupOfUnit(unit), name: id };
}
