import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { hongtou } from '../support/command.js';
import { TINY, withWorkspace } from '../support/workspace.js';

const PLAN = 'units/dongmen/实施方案';
const UNIT = join('content', 'units', 'dongmen');

/** The text of a PDF and the names of the fonts whose programs it holds. */
async function inspect(path: string): Promise<{ readonly text: string; readonly fonts: ReadonlySet<string> }> {
  const document = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  const texts: string[] = [];
  const fonts = new Set<string>();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items, styles } = await page.getTextContent();
    texts.push(...items.map((item) => ('str' in item ? item.str : '')));
    await page.getOperatorList();
    for (const id of Object.keys(styles)) fonts.add(fontName(page.commonObjs.get(id)));
  }
  await document.destroy();
  return { text: texts.join(''), fonts };
}

/** The name of a font whose program the PDF holds; empty for one that the reader would have to find. */
function fontName(font: unknown): string {
  const { name = '', missingFile } = font as { readonly name?: string; readonly missingFile?: boolean };
  return missingFile === true ? '' : name;
}

function rename(folder: string, to: string): void {
  for (const name of readdirSync(join(folder, UNIT))) {
    const path = join(folder, UNIT, name);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('屈南星', to));
  }
}

describe('a rare character in a name', () => {
  it('is printed in a face that has it, can be searched for, and is told of', async () => {
    await withWorkspace([TINY], async (folder) => {
      rename(folder, '阎䶮𬱟');
      const { code, stderr } = await hongtou(['build', '--workspace', folder, '--unit', 'dongmen']);
      expect(code).toBe(0);
      for (const name of ['“䶮”（U+4DAE）', '“𬱟”（U+2CC5F）']) expect(stderr).toContain(name);
      expect(stderr).toMatch(/dongmen\/\w+\.md:\d+:\d+ “䶮”.*GLYPH-FALLBACK/);
      const { text, fonts } = await inspect(join(folder, 'out', `${PLAN}.pdf`));
      expect(text).toContain('阎䶮𬱟');
      expect(text).not.toMatch(/[\u2E80-\u2FDF\uF900-\uFAFF]/);
      expect(fonts.size).toBeGreaterThanOrEqual(3);
      expect([...fonts].filter((font) => /BabelStone|Noto|Han|ExtB/i.test(font))).toHaveLength(1);
    });
  });

  it('stops the PDF and not the DOCX where no face has it', async () => {
    await withWorkspace([TINY], async (folder) => {
      rename(folder, '阎\u{E123}');
      const { code, stderr } = await hongtou(['build', '--workspace', folder, '--unit', 'dongmen']);
      expect(code).toBe(1);
      expect(stderr).toMatch(/错误 content\/units\/dongmen\/\w+\.md:\d+:\d+ .*U\+E123/);
      expect(existsSync(join(folder, 'out', `${PLAN}.docx`))).toBe(true);
      expect(existsSync(join(folder, 'out', `${PLAN}.pdf`))).toBe(false);
    });
  });
});
