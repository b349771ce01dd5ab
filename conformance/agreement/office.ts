import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { cacheFolder } from '../../src/host/cache.js';
import type { FaceSet } from '../../src/host/fonts.js';
import { ROLES } from '../../src/host/font/roles.js';

const run = promisify(execFile);
const TIMEOUT = 900_000;
/** LibreOffice omits automatically inserted blank pages unless this option is set. */
const PDF = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}';

/** Converts DOCX files to PDF with LibreOffice, in the same fonts as the PDFs of the build. */
export interface Office {
  /** Bytes of the PDF for each DOCX, in order. */
  print(docx: readonly Uint8Array[]): Promise<readonly Uint8Array[]>;
  close(): Promise<void>;
}

/** The version that `soffice` reports, or null if it is not installed. */
export async function officeVersion(): Promise<string | null> {
  try {
    const { stdout } = await run('soffice', ['--version'], { timeout: 60_000 });
    return stdout.trim();
  } catch {
    return null;
  }
}

export async function openOffice(faces: FaceSet): Promise<Office> {
  const home = await mkdtemp(join(tmpdir(), 'hongtou-office-'));
  const fontconfig = join(home, 'fonts.conf');
  await writeFile(fontconfig, fontconfigText(faces));
  const convert = async (to: string, folder: string, files: readonly string[]): Promise<void> => {
    const options = [`-env:UserInstallation=${pathToFileURL(join(home, 'profile')).href}`, '--headless'];
    await run('soffice', [...options, '--convert-to', to, '--outdir', folder, ...files], {
      timeout: TIMEOUT,
      env: { ...process.env, FONTCONFIG_FILE: fontconfig, LC_ALL: 'C.UTF-8' },
      maxBuffer: 1 << 26,
    });
  };
  return {
    print: (docx) => printAll(docx, home, convert),
    close: () => rm(home, { recursive: true, force: true }),
  };
}

type Convert = (to: string, folder: string, files: readonly string[]) => Promise<void>;

/** Converts DOCX to FODT, corrects where LibreOffice differs from Word's documentation, and converts FODT to PDF. */
async function printAll(docx: readonly Uint8Array[], home: string, convert: Convert): Promise<readonly Uint8Array[]> {
  const folder = await mkdtemp(join(home, 'batch-'));
  const name = (index: number, ending: string): string => join(folder, `${String(index).padStart(4, '0')}.${ending}`);
  await Promise.all(docx.map((bytes, index) => writeFile(name(index, 'docx'), bytes)));
  await convert(
    'fodt',
    folder,
    docx.map((_, index) => name(index, 'docx')),
  );
  await Promise.all(docx.map((_, index) => correctFile(name(index, 'fodt'))));
  await convert(
    PDF,
    folder,
    docx.map((_, index) => name(index, 'fodt')),
  );
  const written = await readdir(folder);
  return Promise.all(
    docx.map((_, index) => {
      const path = name(index, 'pdf');
      if (!written.includes(basename(path))) throw new Error(`LibreOffice 没有转换第 ${index + 1} 个文件。`);
      return readFile(path);
    }),
  );
}

async function correctFile(path: string): Promise<void> {
  await writeFile(path, correctFodt(await readFile(path, 'utf8')));
}

/**
 * Corrects an FODT file where LibreOffice 7.4 differs from Word's documentation:
 *
 * - it ignores `w:autoSpaceDE` and `w:autoSpaceDN`: removes the gap between Han and Latin characters;
 * - it inverts `w:overflowPunct`: keeps punctuation within the last cell of a line;
 * - it omits the spacing of `w:spacing` after the last character of every portion: uses a smaller font without spacing;
 * - it does not break a line between closing punctuation and a digit: inserts a break opportunity;
 * - it writes the text of a shape twice, or loses the parent of its style: removes the copy, restores the parent.
 *
 * `docs/conformance.md` lists the same five corrections.
 */
export function correctFodt(fodt: string): string {
  return fodt
    .replaceAll('style:text-autospace="ideograph-alpha"', 'style:text-autospace="none"')
    .replaceAll('style:punctuation-wrap="hanging"', 'style:punctuation-wrap="simple"')
    .replaceAll(/<style:text-properties[^>]*>/g, spacingAsSize(spacingOf(fodt)))
    .replaceAll(/(?<=[，。；：、！？）》〉」』】〕])(?=[0-9A-Za-z])/g, '\u200b')
    .replaceAll(DOUBLED_SHAPE, '')
    .replaceAll(ORPHAN_SHAPE, '$& style:parent-style-name="Frame"');
}

/** A shape whose style has lost its parent is no longer a text box, and its text is rotated twice. */
const ORPHAN_SHAPE = /<style:style style:name="gr\d+" style:family="graphic"(?=>)/g;
/** A text box inside a shape is written twice: as a separate frame and as the text of the shape. */
const DOUBLED_SHAPE = /<draw:frame\b(?:(?!<\/draw:frame>).)*<\/draw:frame>(?=<draw:custom-shape\b)/gs;

/** `fo:letter-spacing` of the default paragraph style in points. */
function spacingOf(fodt: string): number {
  const style = /<style:default-style style:family="paragraph">.*?<\/style:default-style>/s.exec(fodt)?.[0] ?? '';
  return inPoints(/fo:letter-spacing="([^"]*)"/.exec(style)?.[1] ?? 'normal');
}

function inPoints(length: string): number {
  const inches = Number.parseFloat(length);
  return Number.isNaN(inches) ? 0 : Math.round(inches * 72 * 20) / 20;
}

/**
 * Word adds the spacing of a text run after each of its characters. LibreOffice splits a line where the script or
 * the style changes and omits the spacing after the last character of each portion, so a line with eight numbers is
 * 4 pt too wide. A smaller font without spacing has the advance widths that Word documents: a Han character is as wide
 * as the font size, a digit half as wide.
 */
function spacingAsSize(inherited: number): (properties: string) => string {
  return (properties) => {
    const own = /fo:letter-spacing="([^"]*)"/.exec(properties)?.[1];
    const spacing = own === undefined ? inherited : inPoints(own);
    const sized = (name: string, share: number) => (text: string) =>
      text.replace(new RegExp(` ${name}="([\\d.]+)pt"`), (whole, size: string) =>
        Number(size) < 2 ? whole : ` ${name}="${Number(size) + spacing * share}pt"`,
      );
    const asian = sized(
      'style:font-size-asian',
      1,
    )(properties.replace(/fo:letter-spacing="[^"]*"/, 'fo:letter-spacing="normal"'));
    return sized('fo:font-size', 2)(asian);
  };
}

/** A fontconfig file with only the prepared fonts, each under the name that the DOCX uses. */
function fontconfigText({ table, families }: FaceSet): string {
  const folders = [...new Set([...families.values()].map((file) => dirname(file)))];
  const aliases = ROLES.map(
    (role) =>
      `<match target="pattern"><test name="family"><string>${table[role].official}</string></test>` +
      `<edit name="family" mode="assign" binding="same"><string>${table[role].family}</string></edit></match>`,
  );
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((folder) => `<dir>${folder}</dir>`),
    `<cachedir>${join(cacheFolder(), 'fontconfig-sums')}</cachedir>`,
    ...aliases,
    '</fontconfig>',
  ].join('\n');
}
