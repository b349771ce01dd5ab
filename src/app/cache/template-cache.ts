import type { Checked } from '../../model/diagnostic.js';
import type { Kind } from '../../model/kind.js';
import type { Source } from '../../model/source.js';
import { readTemplates } from '../../read/kinds.js';
import type { Templates } from '../../read/kinds.js';
import type { Sources } from '../../read/sources.js';

/** The parsed templates, with paths in place of their texts. */
export interface CachedTemplates extends Omit<Templates, 'kinds' | 'partials'> {
  /** The digest of the program and of the template texts. */
  readonly program: string;
  readonly kinds: readonly (Omit<Kind, 'template'> & { readonly template: string })[];
  readonly partials: readonly (readonly [string, string])[];
}

/** Restores the cached templates; reads them again if the program or any of their texts has changed. */
export function restoreTemplates(
  cached: CachedTemplates | null,
  program: string,
  sources: Sources,
  root: string,
): Checked<Templates | null> {
  if (cached?.program !== program) return readTemplates(sources, root);
  const textOf = (path: string): Source => sources.get(path) ?? { path, text: '' };
  const kinds = cached.kinds.map((kind): Kind => ({ ...kind, template: textOf(kind.template) }));
  const partials = new Map(cached.partials.map(([name, path]) => [name, textOf(path)]));
  return { value: { ...cached, kinds, partials }, diagnostics: [] };
}

/** The value to cache; null if there are findings, which have to be reported by every build. */
export function toCachedTemplates(
  { value, diagnostics }: Checked<Templates | null>,
  program: string,
): CachedTemplates | null {
  if (!value || diagnostics.length > 0) return null;
  const kinds = value.kinds.map((kind) => ({ ...kind, template: kind.template.path }));
  const partials = [...value.partials].map(([name, { path }]) => [name, path] as const);
  return { ...value, program, kinds, partials };
}
