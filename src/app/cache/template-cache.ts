import type { Checked } from '../../model/diagnostic.js';
import type { Kind } from '../../model/kind.js';
import type { Source } from '../../model/source.js';
import { readTemplates } from '../../read/kinds.js';
import type { Templates } from '../../read/kinds.js';
import type { Sources } from '../../read/sources.js';
import { TEMPLATES_GROUP } from './groups.js';
import type { EntryId, Store } from './store.js';

/** The parsed templates, with paths in place of their texts. */
interface CachedTemplates extends Omit<Templates, 'kinds' | 'partials'> {
  readonly kinds: readonly (Omit<Kind, 'template'> & { readonly template: string })[];
  readonly partials: readonly (readonly [string, string])[];
}

const TEMPLATES: EntryId = { stage: 'templates', group: TEMPLATES_GROUP, name: 'templates' };

/** The templates below `root`, read only if one of their texts has changed; `digest` covers all of them. */
export function cachedTemplates(
  store: Store | null,
  digest: string,
  sources: Sources,
  root: string,
): Checked<Templates | null> {
  const cached = store?.recall<CachedTemplates>(TEMPLATES, () => digest);
  if (cached) return { value: restore(cached.value, sources), diagnostics: [] };
  const templates = readTemplates(sources, root);
  // Findings have to be reported by every build.
  if (templates.value && templates.diagnostics.length === 0)
    store?.remember(TEMPLATES, { templates: digest }, toCached(templates.value));
  return templates;
}

function restore(cached: CachedTemplates, sources: Sources): Templates {
  const textOf = (path: string): Source => sources.get(path) ?? { path, text: '' };
  const kinds = cached.kinds.map((kind): Kind => ({ ...kind, template: textOf(kind.template) }));
  return { ...cached, kinds, partials: new Map(cached.partials.map(([name, path]) => [name, textOf(path)])) };
}

function toCached(templates: Templates): CachedTemplates {
  const kinds = templates.kinds.map((kind) => ({ ...kind, template: kind.template.path }));
  return { ...templates, kinds, partials: [...templates.partials].map(([name, { path }]) => [name, path] as const) };
}
