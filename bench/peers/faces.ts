import { dirname } from 'node:path';

/** The fonts of the program, so that all competitors use the same ones. */
export interface Faces {
  readonly song: string;
  readonly fang: string;
  readonly hei: string;
  readonly folders: readonly string[];
}

interface Found {
  readonly value: {
    readonly table: Readonly<Record<string, { readonly family: string }>>;
    readonly files: Readonly<Record<string, string>>;
  } | null;
}
type Finder = (options: object) => Promise<Found>;

/** Finds the fonts with the modules of the compiled program. */
export async function findPeerFaces(workspace: string): Promise<Faces> {
  const host = (await import(new URL('../../host/fonts.js', import.meta.url).href)) as { readonly findFaces: Finder };
  const layout = (await import(new URL('../../layout/styles.js', import.meta.url).href)) as {
    readonly gbt9704: object;
  };
  const { value } = await host.findFaces({ workspace, style: layout.gbt9704 });
  if (!value) throw new Error('no faces');
  const family = (role: string): string => value.table[role]?.family ?? '';
  return {
    song: family('title'),
    fang: family('body'),
    hei: family('heading1'),
    folders: [...new Set(Object.values(value.files).map((file) => dirname(file)))],
  };
}
