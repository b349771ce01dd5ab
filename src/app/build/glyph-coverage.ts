import type { Diagnostic } from '../../model/diagnostic.js';
import { checked, type Checked } from '../../model/diagnostic.js';
import type { ComposedDocument } from './composed-document.js';
import type { Doc } from '../../model/doc.js';
import type { Kind } from '../../model/kind.js';
import type { Faces, FaceTable, Fallback } from '../../model/ports.js';
import { pathsOf } from '../../model/project.js';
import type { Entry, Project } from '../../model/project.js';
import type { Span } from '../../model/span.js';
import type { Face, Role } from '../../model/style.js';
import { roleTexts, type RoleText } from '../../layout/text-runs.js';

/** A document, and the entry whose files are searched for a character of it. */
export interface Printable {
  readonly entry: Pick<Entry, 'id' | 'unit' | 'source' | 'sheets'> & { readonly kind: Pick<Kind, 'label'> };
  readonly doc: () => Doc;
}

/** A character of one document that the face of its role lacks. */
interface MissingGlyph {
  readonly character: string;
  readonly role: Role;
  readonly run: RoleText;
  readonly entry: Printable['entry'];
  /** The fallback face; null if no face has the character. */
  readonly fallback: Fallback | null;
}

/**
 * The faces that each document is printed with: the faces of the roles, and the fallback faces for characters that the
 * document contains. Null for a document with a character that no face has: it would print an empty box, often in a
 * person's name. The DOCX is still written: it names the official faces, and Word chooses fallbacks on the reader's
 * machine.
 */
export function assignFaces(
  documents: readonly CoverageInput[],
  faces: Faces,
  project: Project,
): Checked<readonly (FaceTable | null)[]> {
  const gaps = documents.map((document) => missingGlyphsOf(document, faces));
  const tables = gaps.map((documentGaps) =>
    documentGaps.some(({ fallback }) => fallback === null) ? null : tableFor(documentGaps, faces),
  );
  const allGaps = gaps.flat();
  const missing = allGaps.filter(({ fallback }) => fallback === null);
  const substituted = allGaps.filter(({ fallback }) => fallback !== null);
  return checked(tables, [
    ...groupBy(missing, ({ character, entry }) => `${character} ${entry.id}`).map((group) =>
      missingFinding(group, project),
    ),
    ...groupBy(substituted, ({ character }) => character).map((group) => fallbackFinding(group, faces, project)),
  ]);
}

/** A document. If its characters are not given, its text is searched. */
type CoverageInput = Printable & Partial<Pick<ComposedDocument, 'characters'>>;

/** Only the few documents with a character that their face lacks are composed to locate it. */
function missingGlyphsOf(
  { entry, doc, characters }: CoverageInput,
  { fallbacks, missing }: Faces,
): readonly MissingGlyph[] {
  const printsAny = (role: Role, characterSet: ReadonlySet<string>): boolean =>
    [...characterSet].some((character) => characters?.[role]?.includes(character) ?? true);
  const roles = Object.keys(missing) as Role[];
  const sets = roles.flatMap((role) =>
    [missing[role], ...fallbacks[role].map((fallback) => fallback.characters)].map((set) => [role, set] as const),
  );
  if (!sets.some(([role, set]) => printsAny(role, set))) return [];
  return roleTexts(doc()).flatMap((run): readonly MissingGlyph[] => {
    const { role, text } = run;
    const gapsWith = (fallback: Fallback | null, characters: ReadonlySet<string>): readonly MissingGlyph[] =>
      [...characters]
        .filter((character) => text.includes(character))
        .map((character) => ({ character, role, run, entry, fallback }));
    return [
      ...gapsWith(null, missing[role]),
      ...fallbacks[role].flatMap((fallback) => gapsWith(fallback, fallback.characters)),
    ];
  });
}

function tableFor(gaps: readonly MissingGlyph[], faces: Faces): FaceTable {
  if (gaps.length === 0) return faces.table;
  return withFallbacks(faces, (face) =>
    gaps.flatMap(({ role, fallback }) => (role === face.role && fallback ? [fallback.family] : [])),
  );
}

/** The faces of the roles, each with those of its fallback faces whose families are used, in order of preference. */
export function withFallbacks({ table, fallbacks }: Faces, usedFamilies: (face: Face) => readonly string[]): FaceTable {
  const entries = Object.values(table).map((face) => {
    const used = new Set(usedFamilies(face));
    const usedFallbacks = fallbacks[face.role].filter(({ family }) => used.has(family));
    return [face.role, { ...face, ...(usedFallbacks.length > 0 && { fallbacks: usedFallbacks.map(toFace) }) }] as const;
  });
  return Object.fromEntries(entries) as unknown as FaceTable;
}

/** Omits the characters: those of other documents must not change the key of this one. */
function toFace({ family, digest }: Fallback): { readonly family: string; readonly digest: string } {
  return { family, digest };
}

type Group = readonly [MissingGlyph, ...MissingGlyph[]];

function groupBy(gaps: readonly MissingGlyph[], keyOf: (gap: MissingGlyph) => string): readonly Group[] {
  const groups = new Map<string, [MissingGlyph, ...MissingGlyph[]]>();
  for (const gap of gaps) {
    const group = groups.get(keyOf(gap));
    if (group) group.push(gap);
    else groups.set(keyOf(gap), [gap]);
  }
  return [...groups.values()];
}

function missingFinding(group: Group, project: Project): Diagnostic {
  const [first] = group;
  return {
    code: 'GLYPH-MISSING',
    severity: 'error',
    message: `${nameOf(first.character)}哪一种字体里都没有，《${first.entry.kind.label}》的 PDF 没有生成`,
    ...placeOf(first, project),
    hint: `先看这个字是否打错；没有错，请把收有这个字的字体文件放进工作区的 fonts 文件夹。DOCX 照常生成。${plainForm(first.character)}`,
  };
}

function fallbackFinding(group: Group, { table }: Faces, project: Project): Diagnostic {
  const [first] = group;
  const families = unique(group.map(({ role }) => table[role].family)).join('、');
  const used = unique(group.map(({ fallback }) => fallback?.family ?? '')).join('、');
  const count = unique(group.map(({ entry }) => entry.id)).length;
  return {
    code: 'GLYPH-FALLBACK',
    severity: 'warning',
    message: `${nameOf(first.character)}在 ${families} 里没有，${count} 份文件的 PDF 里这个字用 ${used} 印出`,
    ...placeOf(first, project),
    hint: '字没有换，只是笔画风格稍有不同。要完全一致，请把收有这个字的仿宋、楷体等字体放进工作区的 fonts 文件夹。',
  };
}

/** “䶮”（U+4DAE） */
function nameOf(character: string): string {
  const codes = [...character].map(
    (part) => `U+${(part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return `“${character}”（${codes.join(' ')}）`;
}

/** Radicals and compatibility forms look like ordinary characters, which every face has. */
function plainForm(character: string): string {
  const plain = character.normalize('NFKC');
  return plain === character ? '' : `它与常用的${nameOf(plain)}形似，可能是从别处复制来的。`;
}

/** The first place of the character in the content, searched from the document's own text outwards. */
function placeOf({ character, run, entry }: MissingGlyph, project: Project): Pick<Diagnostic, 'span' | 'subject'> {
  const unit = project.units.find(({ id }) => id === entry.unit);
  const files = [entry, ...(unit ? [unit] : []), project.campaignFile];
  const paths = files.flatMap(pathsOf);
  const nearby = unique([...paths, ...project.sources.keys()]).map((path) => ({ path, start: 0, end: Infinity }));
  for (const place of [...(run.span ? [run.span] : []), ...nearby]) {
    const found = findIn(place, character, project);
    if (found) return { span: found };
  }
  return { subject: entry.source.path };
}

function findIn({ path, start, end }: Span, character: string, project: Project): Span | null {
  const at = project.sources.get(path)?.text.indexOf(character, start) ?? -1;
  return at < 0 || at >= end ? null : { path, start: at, end: at + character.length };
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
