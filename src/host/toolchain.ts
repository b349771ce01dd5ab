import type { Toolchain } from '../model/ports.js';
import { checked } from '../model/diagnostic.js';
import type { CharactersByRole, Log } from '../model/ports.js';
import { type Style } from '../model/style.js';
import { gbt9704 } from '../layout/styles.js';
import { findFaces, type FaceSet } from './fonts.js';
import { limitHeapGrowth } from './heap.js';
import { openLog } from './log.js';
import { programVersion } from './package.js';

export interface ToolchainOptions {
  readonly workspace: string;
  readonly jobs: number;
  readonly style?: Style;
  readonly log?: Log;
}

/** Creates the tools of this machine that a build needs: faces, printer and rasteriser. */
export function createToolchain({ workspace, jobs, style = gbt9704, log = openLog() }: ToolchainOptions): Toolchain {
  let found: FaceSet | null = null;
  const find = async (characters: CharactersByRole): ReturnType<Toolchain['findFaces']> => {
    const { value, diagnostics } = await findFaces({
      workspace,
      style,
      characters,
      onStep: (text) => {
        log.line(text);
      },
    });
    found = value;
    return checked(value, diagnostics);
  };
  return {
    version: programVersion(),
    expectText: limitHeapGrowth,
    findFaces: find,
    openPrinter: async () => {
      if (found === null) throw new Error('no faces: findFaces comes first');
      const { openPrinter } = await import('./printer.js');
      return openPrinter({ faces: found, jobs });
    },
    rasterise: async (svg, width) => {
      if (found === null) throw new Error('no faces: findFaces comes first');
      const { rasterise } = await import('./rasterise.js');
      return rasterise(svg, width, found.families);
    },
  };
}
