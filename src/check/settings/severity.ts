import type { RuleSetting } from '../../model/campaign.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { placeOf } from '../../model/project.js';
import type { Entry, Project } from '../../model/project.js';
import { documentsOfUnit } from '../unit-documents.js';

/**
 * Gives findings the weight that the campaign's settings and the state of their document call for: what is missing
 * from a draft is a warning; a setting raises, lowers or silences. An error stays one unless it is about a draft.
 */
export function applySeverity(
  found: readonly Diagnostic[],
  project: Project,
  completeness: ReadonlySet<string>,
): readonly Diagnostic[] {
  const entries = entriesByPath(project);
  const settings = project.campaign.settings.filter(({ severity }) => severity !== null);
  return found.flatMap((diagnostic) => {
    const draft = entries.get(diagnostic.span?.path ?? '')?.draft === true;
    const eased = draft && diagnostic.severity === 'error' && completeness.has(diagnostic.code);
    const weighed: Diagnostic = eased ? { ...diagnostic, severity: 'warning' } : diagnostic;
    const setting = settings.find(
      ({ code, unitKinds }) => code === weighed.code && appliesTo(unitKinds, weighed, project),
    );
    if (!setting) return [weighed];
    return weighed.severity === 'error' && !draft
      ? [noteKeptError(weighed, setting, project)]
      : applySetting(weighed, setting);
  });
}

function applySetting(diagnostic: Diagnostic, { severity }: RuleSetting): readonly Diagnostic[] {
  return severity === 'off' ? [] : [{ ...diagnostic, severity: severity ?? diagnostic.severity }];
}

function noteKeptError(
  diagnostic: Diagnostic,
  { index, severity }: RuleSetting,
  { campaignFile }: Project,
): Diagnostic {
  if (severity === 'error') return diagnostic;
  const span = placeOf(campaignFile, `/rules/${index}`);
  const related = [...(diagnostic.related ?? []), { message: '活动文件要放过它；定稿里的错误不能放过', span }];
  return { ...diagnostic, related };
}

const UNIT = /^content\/units\/([^/]+)\//;

function appliesTo(unitKinds: readonly string[], { span }: Diagnostic, project: Project): boolean {
  if (unitKinds.length === 0) return true;
  const unit = UNIT.exec(span?.path ?? '')?.[1] ?? '';
  return unitKinds.includes(documentsOfUnit(project, unit)?.unitKind ?? '');
}

/** The document that a file belongs to; a CSV list belongs to the document beside it. */
function entriesByPath({ entries }: Project): ReadonlyMap<string, Entry> {
  const byPath = new Map<string, Entry>();
  for (const entry of entries) {
    for (const path of entry.sheets) byPath.set(path, entry);
    byPath.set(entry.source.path, entry);
  }
  return byPath;
}
