import { escapeXml } from '../xml/write.js';
import type { Change, Segment } from './changes.js';

const STYLE = `
body { max-width: 76rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.7 "Noto Serif CJK SC", "Songti SC", SimSun, serif; color: #1a1a1a; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border: 1px solid #8a8a8a; padding: .4rem .6rem; text-align: left; vertical-align: top; }
del { background: #fde3e0; } ins { background: #ddf3e1; text-decoration: none; }
`;

/** Writes the changes as an HTML page with the two versions side by side. */
export function writeDiffPage(title: string, before: string, after: string, changes: readonly Change[]): string {
  const rows = changes.map((change) => `<tr><td>${beforeCell(change)}</td><td>${afterCell(change)}</td></tr>`);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeXml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeXml(title)}</h1>
<p>改动 ${changes.length} 处；没有改动的段落不列。</p>
<table>
<tr><th>${escapeXml(before)}</th><th>${escapeXml(after)}</th></tr>
${rows.join('\n')}
</table>
</body>
</html>
`;
}

function beforeCell(change: Change): string {
  if (change.kind === 'added') return '';
  return change.kind === 'removed' ? element('del', change.before) : markedText(change.stretches, 'added', 'del');
}

function afterCell(change: Change): string {
  if (change.kind === 'removed') return '';
  return change.kind === 'added' ? element('ins', change.after) : markedText(change.stretches, 'removed', 'ins');
}

function markedText(stretches: readonly Segment[], hidden: Segment['kind'], tag: 'del' | 'ins'): string {
  return stretches
    .filter(({ kind }) => kind !== hidden)
    .map(({ kind, text }) => (kind === 'same' ? escapeXml(text) : element(tag, text)))
    .join('');
}

function element(tag: 'del' | 'ins', text: string): string {
  return `<${tag}>${escapeXml(text)}</${tag}>`;
}
