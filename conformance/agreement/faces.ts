import { unzipSync, strFromU8 } from 'fflate';
import { findFaces, type FaceSet } from '../../src/host/fonts.js';
import { ROLES } from '../../src/host/font/roles.js';
import type { CharactersByRole } from '../../src/model/ports.js';
import { gbt9704 } from '../../src/layout/styles.js';

/** The fonts of the build, including fallbacks for rare characters; null if a role has no font. */
export async function facesFor(docx: readonly Uint8Array[]): Promise<FaceSet | null> {
  const characters = new Set(docx.flatMap((bytes) => Array.from(textOf(bytes))));
  const byRole = Object.fromEntries(ROLES.map((role) => [role, characters])) as unknown as CharactersByRole;
  return (await findFaces({ workspace: '.', style: gbt9704, characters: byRole })).value;
}

function textOf(docx: Uint8Array): string {
  const part = unzipSync(docx, { filter: ({ name }) => name === 'word/document.xml' })['word/document.xml'];
  const xml = part === undefined ? '' : strFromU8(part);
  return xml.replace(/<[^>]*>/g, '').replace(/[\p{Cc}\s]/gu, '');
}
