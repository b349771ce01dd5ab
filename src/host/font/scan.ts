import { open, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { readAt } from './coverage.js';
import { readNames, type FaceNames } from './names.js';
import { fontOffsets, tableRanges } from './sfnt.js';

/** A face in a font file on this machine. */
export interface FoundFace {
  readonly path: string;
  /** Index of the face in a collection; 0 for other files. */
  readonly index: number;
  readonly names: FaceNames;
}

const FONT_FILE = /\.(ttf|otf|ttc|otc)$/i;
/** Number of font files that are open at a time. */
const BATCH_SIZE = 32;

/** The font folders of this system, including Fandol of a TeX distribution. */
export function systemFontFolders(
  env: NodeJS.ProcessEnv = process.env,
  platform: string = process.platform,
): readonly string[] {
  const home = homedir();
  if (platform === 'win32') {
    return [
      join(env.WINDIR ?? 'C:\\Windows', 'Fonts'),
      join(env.LOCALAPPDATA ?? home, 'Microsoft', 'Windows', 'Fonts'),
    ];
  }
  if (platform === 'darwin') {
    const office = '/Applications/Microsoft Word.app/Contents/Resources/DFonts';
    return [join(home, 'Library/Fonts'), '/Library/Fonts', '/System/Library/Fonts', office];
  }
  return [
    join(env.XDG_DATA_HOME || join(home, '.local/share'), 'fonts'),
    join(home, '.fonts'),
    '/usr/local/share/fonts',
    '/usr/share/fonts',
    '/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol',
    '/usr/share/texmf-dist/fonts/opentype/public/fandol',
  ];
}

/** Finds all faces below the folders, in the order of the folders and then by path. Unreadable files are skipped. */
export async function scanFaces(folders: readonly string[]): Promise<readonly FoundFace[]> {
  const paths = (await Promise.all(folders.map(fontFiles))).flat();
  const faces: FoundFace[] = [];
  for (let at = 0; at < paths.length; at += BATCH_SIZE) {
    const batch = await Promise.all(paths.slice(at, at + BATCH_SIZE).map((path) => readFaces(path).catch(() => [])));
    faces.push(...batch.flat());
  }
  return faces;
}

async function fontFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory() && FONT_FILE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Reads only the table directory and the `name` tables of a file. */
async function readFaces(path: string): Promise<readonly FoundFace[]> {
  const file = await open(path);
  try {
    const offsets = fontOffsets(await readAt(file, 0, 4096));
    const faces: FoundFace[] = [];
    for (const [index, offset] of offsets.entries()) {
      const range = tableRanges(await readAt(file, offset, 2048), 0).get('name');
      if (range) faces.push({ path, index, names: readNames(await readAt(file, range.offset, range.length)) });
    }
    return faces;
  } finally {
    await file.close();
  }
}
