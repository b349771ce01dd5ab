import type { Diagnostic, Severity } from '../model/diagnostic.js';
import { positionAt } from '../model/span.js';
import type { Span } from '../model/span.js';
import { byPlace } from './order.js';
import type { Sources } from './order.js';

/** The general description of a rule. Findings refer to it by code. */
export interface RuleText {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly detail: string;
  readonly source: string;
}

export interface Tool {
  readonly version: string;
  readonly rules: readonly RuleText[];
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** Writes findings as a SARIF 2.1.0 log for code hosts and editors. Columns count code points. */
export function writeSarif(diagnostics: readonly Diagnostic[], sources: Sources, tool: Tool): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const rulesByCode = new Map(tool.rules.map((rule) => [rule.code, rule]));
  const run = {
    tool: {
      driver: {
        name: '红头',
        version: tool.version,
        rules: codes.map((code) => descriptor(code, rulesByCode.get(code))),
      },
    },
    columnKind: 'unicodeCodePoints',
    results: [...diagnostics].sort(byPlace).map((diagnostic) => toResult(diagnostic, codes, sources)),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

function descriptor(code: string, rule: RuleText | undefined): object {
  if (!rule) return { id: code };
  return {
    id: code,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.detail },
    help: { text: `依据：${rule.source}` },
    defaultConfiguration: { level: LEVELS[rule.severity] },
  };
}

function toResult(diagnostic: Diagnostic, codes: readonly string[], sources: Sources): object {
  const { code, severity, message, span, subject, hint, related } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: { text: hint === undefined ? message : `${message}。${hint}` },
    locations: span ? [location(span, sources)] : subject === undefined ? [] : [fileLocation(subject)],
    ...(related && {
      relatedLocations: related.map((other) => ({
        ...location(other.span, sources),
        message: { text: other.message },
      })),
    }),
  };
}

function fileLocation(path: string): { readonly physicalLocation: object } {
  return { physicalLocation: { artifactLocation: { uri: encodeURI(path) } } };
}

function location(span: Span, sources: Sources): object {
  const text = sources.get(span.path)?.text;
  const place = fileLocation(span.path);
  if (text === undefined || span.end === 0) return place;
  const start = positionAt(text, span.start);
  const end = positionAt(text, Math.max(span.start, span.end));
  const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  return { physicalLocation: { ...place.physicalLocation, region } };
}
