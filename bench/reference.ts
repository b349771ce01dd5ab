import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { campaignFile } from './generate/campaign.js';
import type { District } from './generate/campaign.js';
import { createWriter } from './generate/prose.js';
import { createRandom } from './generate/random.js';
import { TOPICS } from './generate/words.js';

/** The reference document: five sections of five paragraphs, about 200 characters each, and a table of 25 rows. */
export interface Reference {
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  readonly rows: readonly (readonly string[])[];
}

const HEADINGS = ['基本情况', '主要做法', '存在问题', '原因分析', '下步打算'];
export const COLUMNS = ['序号', '事项', '问题', '措施', '主办', '进度'];

/** `count` different reference documents of the same size. */
export function referenceDocuments(count: number): readonly Reference[] {
  return Array.from({ length: count }, (_, index) => {
    const random = createRandom(`reference-${index}`);
    const writer = createWriter(random, TOPICS);
    const long = (): string => {
      let text = '';
      while (text.length < 200) text += writer.sentence(random.pick(['finding', 'cause', 'action', 'gain', 'resolve']));
      return text;
    };
    return {
      title: `关于${random.pick(TOPICS).thing}工作情况的报告`,
      sections: HEADINGS.map((heading) => ({ heading, paragraphs: Array.from({ length: 5 }, long) })),
      rows: random
        .sample(TOPICS, 25)
        .map(({ thing, defect, remedy, office }, at) => [
          String(at + 1),
          thing,
          defect,
          `${remedy}；${writer.sentence('action')}`,
          office,
          `${random.integer(10, 100)}%`,
        ]),
    };
  });
}

/** Writes a workspace with one kind of document and the reference documents as its content. */
export async function writeWorkspace(
  documents: readonly Reference[],
  folder: string,
  district: District,
): Promise<void> {
  const save = async (path: string, text: string): Promise<void> => {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  await save('content/campaign.md', campaignFile(district, ''));
  await save('templates/reference/schema.yaml', SCHEMA);
  await save('templates/reference/document.hbs', template());
  for (const [index, document] of documents.entries()) {
    await save(`content/reference/${String(index + 1).padStart(3, '0')}.md`, content(document, district, index + 1));
  }
}

const SCHEMA = `$id: reference
title: 报告
type: object
allOf: [{ $ref: '../schemas/document.yaml' }]
required: [rows]
properties:
  rows:
    title: 事项
    type: array
    items:
      type: object
      properties:
${COLUMNS.map((name, at) => `        c${at}: { title: ${name}, type: string }`).join('\n')}
`;

function template(): string {
  const cells = COLUMNS.map((_, at) => ` {{c${at}}} |`).join('');
  return `---
label: 报告
file: reference/*.md
title: '{{title}}'
head: official
suffix: 文件
signOff: sealed
foot: colophon
organs: ['{{campaign.organs.office}}']
printer: '{{campaign.organs.office}}'
sections: [${HEADINGS.join(', ')}]
---
${HEADINGS.map((heading) => `## ${heading}\n\n{{section "${heading}"}}\n`).join('\n')}
:::: attachment title="事项进展情况表"
::: table widths="3 8 9 14 6 4"
| ${COLUMNS.join(' | ')} |
|${COLUMNS.map(() => '---|').join('')}
{{#each rows}}
|${cells}
{{/each}}
:::
::::
`;
}

function content({ title, sections, rows }: Reference, { prefix, year }: District, number: number): string {
  const items = rows.map((row) => `  - { ${row.map((cell, at) => `${COLUMNS[at] ?? ''}: '${cell}'`).join(', ')} }`);
  const frontMatter = `状态: 定稿\n标题: ${title}\n发文字号: ${prefix}活办〔${year}〕${number}号\n成文日期: ${year}-06-30\n印发日期: ${year}-06-30\n主送: [各单位]\n抄送: [各单位]`;
  return `---\n${frontMatter}\n事项:\n${items.join('\n')}\n---\n\n${body(sections, '## ')}`;
}

function body(sections: Reference['sections'], headingPrefix: string): string {
  return sections
    .map(({ heading, paragraphs }) => `${headingPrefix}${heading}\n\n${paragraphs.join('\n\n')}\n`)
    .join('\n');
}

/** Source for Pandoc. */
export function toPandoc({ title, sections, rows }: Reference): string {
  const lines = [COLUMNS, COLUMNS.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  return `# ${title}\n\n${body(sections, '## ')}\n${lines.join('\n')}\n`;
}

/** Source for a browser, with the same page size and fonts. */
export function toHtml({ title, sections, rows }: Reference, song: string, fang: string, hei: string): string {
  const cells = (row: readonly string[], tag: string): string => row.map((cell) => `<${tag}>${cell}</${tag}>`).join('');
  const parts = sections.map(
    ({ heading, paragraphs }) => `<h2>${heading}</h2>${paragraphs.map((text) => `<p>${text}</p>`).join('')}`,
  );
  return `<!doctype html><meta charset="utf-8"><style>@page{size:A4;margin:37mm 26mm 35mm 28mm}body{font:16pt/28.95pt '${fang}'}
h1{font:22pt '${song}';text-align:center}h2{font:16pt '${hei}'}p{text-indent:2em;margin:0}table{border-collapse:collapse;font-size:12pt}
td,th{border:1px solid}</style><h1>${title}</h1>${parts.join('')}<table><tr>${cells(COLUMNS, 'th')}</tr>${rows
    .map((row) => `<tr>${cells(row, 'td')}</tr>`)
    .join('')}</table>`;
}

/** Source for Typst. */
export function toTypst({ title, sections, rows }: Reference, song: string, fang: string, hei: string): string {
  const quote = (text: string): string => text.replaceAll(/[#*_$@<>\\\[\]`]/g, '\\$&');
  const parts = sections.map(
    ({ heading, paragraphs }) => `== ${quote(heading)}\n\n${paragraphs.map(quote).join('\n\n')}\n`,
  );
  const cells = [COLUMNS, ...rows].flat().map((cell) => `[${quote(cell)}]`);
  return `#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), numbering: "1")
#set text(font: "${fang}", size: 16pt, lang: "zh")
#set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 12.95pt, spacing: 12.95pt)
#show heading: set text(font: "${hei}", size: 16pt, weight: "regular")
#align(center, text(font: "${song}", size: 22pt)[${quote(title)}])

${parts.join('\n')}
#set text(size: 12pt)
#table(columns: (1fr, 3fr, 3fr, 5fr, 2fr, 1.5fr), ${cells.join(', ')})
`;
}
