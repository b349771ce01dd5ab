import type { RuleSetting } from '../../model/campaign.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { placeOf } from '../../model/origin.js';
import type { Entry, Project } from '../../model/project.js';
import { documentsOfUnit } from '../unit-documents.js';

/**
 * Gives findings their final severity. An error about something missing is only a warning in a draft. A setting of the
 * campaign raises, lowers or disables a finding; an error about a final document remains an error.
 */
export function applySeverity(
  found: readonly Diagnostic[],
  project: Project,
  completeness: ReadonlySet<string>,
): readonly Diagnostic[] {
  const entries = entriesByPath(project);
  const settings = project.campaign.settings.filter(({ severity }) => severity !== null);
  return found.flatMap((diagnostic) => {
    const isDraft = entries.get(diagnostic.span?.path ?? '')?.draft === true;
    const isLowered = isDraft && diagnostic.severity === 'error' && completeness.has(diagnostic.code);
    const adjusted: Diagnostic = isLowered ? { ...diagnostic, severity: 'warning' } : diagnostic;
    const setting = settings.find(
      ({ code, unitKinds }) => code === adjusted.code && appliesTo(unitKinds, adjusted, project),
    );
    if (!setting) return [adjusted];
    return adjusted.severity === 'error' && !isDraft
      ? [noteKeptError(adjusted, setting, project)]
      : applySetting(adjusted, setting);
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
  const related = [
    ...(diagnostic.related ?? []),
    { message: '活动文件设置了放过这条规则；定稿里的错误不能放过', span },
  ];
  return { ...diagnostic, related };
}

const UNIT = /^content\/units\/([^/]+)\//;

function appliesTo(unitKinds: readonly string[], { span }: Diagnostic, project: Project): boolean {
  if (unitKinds.length === 0) return true;
  const unit = UNIT.exec(span?.path ?? '')?.[1] ?? '';
  return unitKinds.includes(documentsOfUnit(project, unit)?.unitKind ?? '');
}

/** The document to which each file belongs; a CSV list belongs to the document that names it. */
function entriesByPath({ entries }: Project): ReadonlyMap<string, Entry> {
  const byPath = new Map<string, Entry>();
  for (const entry of entries) {
    for (const path of entry.sheets) byPath.set(path, entry);
    byPath.set(entry.source.path, entry);
  }
  return byPath;
}
