import { printDate } from '../campaign/dates.js';
import { CATALOGUE_HEADER, catalogueRows } from './metadata/catalogue.js';
import type { FileRecord, ItemRecord, PackageRecord } from './metadata/describe.js';
import { escapeXml } from './xml/write.js';

/** Forbids scripts and requests, so that the page opens the same way on any machine, years from now. */
const CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'";
const STYLE = `
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.7 "Noto Serif CJK SC", "Songti SC", SimSun, serif; color: #1a1a1a; background: #fff; }
h1 { color: #b3130b; border-bottom: 3px solid #b3130b; padding-bottom: .4rem; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0 1.4rem; }
th, td { border: 1px solid #8a8a8a; padding: .25rem .5rem; text-align: left; vertical-align: top; }
th { background: #f4efe9; font-weight: 600; }
code { font: .85em/1.4 ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
@media print { body { max-width: none; margin: 0; } }
`;

/** Writes `index.html`, which shows the package in a browser without other software. */
export function writeIndexPage(record: PackageRecord): string {
  const title = `归档包 ${record.id}`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeXml(title)}</h1>
${facts(record)}
<h2>随包文件</h2>
${fileTable(record.files)}
<h2>目录</h2>
${table(
  CATALOGUE_HEADER,
  catalogueRows(record.items).map((row) => row.map(escapeXml)),
)}
${record.items.map(itemSection).join('\n')}
${HOW_TO_VERIFY}
</body>
</html>
`;
}

function facts(record: PackageRecord): string {
  const earlier = record.earlier.map(({ id, digest }) => `${escapeXml(id)} <code>${digest}</code>`);
  const rows: readonly (readonly [string, string])[] = [
    ['类型', escapeXml(record.type)],
    ['活动', escapeXml(record.campaign)],
    ['报送单位', escapeXml(record.senders.join('、'))],
    ['报送机关', escapeXml(record.recipients.join('、'))],
    ['日期', printDate(record.date)],
    ['件数', String(record.items.length)],
    ...(earlier.length === 0 ? [] : [['以前的包', earlier.join('<br>')] as const]),
  ];
  return `<table>${rows.map(([label, value]) => `<tr><th>${label}</th><td>${value}</td></tr>`).join('\n')}</table>`;
}

function itemSection(item: ItemRecord): string {
  const acts = item.acts.map((act) => [
    `第${act.version}版`,
    act.act,
    printDate(act.date),
    escapeXml([act.organ, act.person, act.meeting, act.number, act.audience].filter((text) => text !== '').join('，')),
    escapeXml([act.reason, act.note].filter((text) => text !== '').join('；')),
  ]);
  const history =
    acts.length === 0 ? '' : `<h3>办理过程</h3>\n${table(['版本', '事项', '日期', '何人、何处', '说明'], acts)}`;
  const note = item.changeNote === '' ? '' : `<p>修改说明：${escapeXml(item.changeNote)}</p>`;
  return `<h2>${item.no}　${escapeXml(item.title)}</h2>\n${note}${fileTable(item.files)}\n${history}`;
}

function fileTable(files: readonly FileRecord[]): string {
  const rows = files.map((file) => [
    file.role,
    `<a href="${encodeURI(file.path).replace(/[#?]/g, encodeURIComponent)}">${escapeXml(file.path)}</a>`,
    `${file.bytes} 字节`,
    `<code>${file.sha256}</code>`,
  ]);
  return table(['角色', '文件', '大小', 'SHA-256'], rows);
}

/** Cells are HTML. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = `<tr>${header.map((cell) => `<th>${cell}</th>`).join('')}</tr>`;
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<table>\n${[head, ...body].join('\n')}\n</table>`;
}

const HOW_TO_VERIFY = `<h2>怎样核对</h2>
<p>这是一个 BagIt 1.0（RFC 8493）归档包。三种办法任选其一，都不需要网络：</p>
<ul>
<li><code>hongtou verify 这个文件夹</code>：按真实性、完整性、可用性、安全性四个方面核对，用中文报告；</li>
<li><code>bagit.py --validate 这个文件夹</code>：国际通用的 BagIt 核对工具；</li>
<li>在这个文件夹里运行 <code>sha256sum -c manifest-sha256.txt</code>。</li>
</ul>
<p>核对通过，说明文件齐全，与做包时一字节不差；不能说明做包的人是谁，也不能防止有人把整包重做一遍。
要防重做，请把包摘要与回执、备案登记或签名对照。</p>`;
