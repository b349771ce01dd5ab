import type { Checked } from '../../model/diagnostic.js';
import type { Kind } from '../../model/kind.js';
import type { Source } from '../../model/source.js';
import { readTemplates } from '../../read/kinds.js';
import type { Templates } from '../../read/kinds.js';
import type { Sources } from '../../read/sources.js';

/** The templates as they were read, their texts told by their paths. */
export interface CachedTemplates extends Omit<Templates, 'kinds' | 'partials'> {
  /** The program and the texts by which they were read. */
  readonly program: string;
  readonly kinds: readonly (Omit<Kind, 'template'> & { readonly template: string })[];
  readonly partials: readonly (readonly [string, string])[];
}

/** The templates that were kept; read anew where any of their texts, or the program, is another. */
export function restoreTemplates(
  kept: CachedTemplates | null,
  program: string,
  sources: Sources,
  root: string,
): Checked<Templates | null> {
  if (kept?.program !== program) return readTemplates(sources, root);
  const textOf = (path: string): Source => sources.get(path) ?? { path, text: '' };
  const kinds = kept.kinds.map((kind): Kind => ({ ...kind, template: textOf(kind.template) }));
  const partials = new Map(kept.partials.map(([name, path]) => [name, textOf(path)]));
  return { value: { ...kept, kinds, partials }, diagnostics: [] };
}

/** What to keep; null where something was found, which is to be said again. */
export function toCachedTemplates(
  { value, diagnostics }: Checked<Templates | null>,
  program: string,
): CachedTemplates | null {
  if (!value || diagnostics.length > 0) return null;
  const kinds = value.kinds.map((kind) => ({ ...kind, template: kind.template.path }));
  const partials = [...value.partials].map(([name, { path }]) => [name, path] as const);
  return { ...value, program, kinds, partials };
}
