import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/model/block.js';
import type { Doc } from '../../../src/model/doc.js';
import type { FaceTable } from '../../../src/model/ports.js';
import { type Role } from '../../../src/model/style.js';
import { gbt9704 } from '../../../src/layout/styles.js';
import { writeHtml } from '../../../src/formats/html/page.js';
import {
  bulletinDoc,
  draftDoc,
  jointDoc,
  letterDoc,
  minutesDoc,
  officialDoc,
  orderDoc,
  sampleDocs,
  sampleImages,
  upwardDoc,
} from '../../support/sample-doc.js';

const roles: readonly Role[] = ['title', 'body', 'heading1', 'heading2', 'digits'];
const faces = Object.fromEntries(
  roles.map((role) => [role, { role, official: role, family: `Family ${role}`, substituted: false }]),
) as FaceTable;
const images = new Map([...sampleImages].map(([path, bytes]) => [path, { bytes, mediaType: 'image/png' }]));

function page(doc: Doc): string {
  return writeHtml(doc, gbt9704, faces, images).html;
}

function pageOf(...blocks: readonly Block[]): string {
  return body(page({ ...draftDoc, title: [], blocks }));
}

function body(html: string): string {
  return html.slice(html.indexOf('<body>'));
}

function count(html: string, part: string): number {
  return html.split(part).length - 1;
}

describe('the page', () => {
  it.each(Object.entries(sampleDocs))('%s refers to nothing outside itself and runs nothing', (_, doc) => {
    const html = page(doc);
    expect(html).not.toMatch(/<script|<link|<iframe|javascript:|@import|url\(|https?:/i);
    expect(html).toContain('default-src &#39;none&#39;');
  });

  it.each(Object.entries(sampleDocs))('%s closes every element that it opens', (_, doc) => {
    const open: string[] = [];
    for (const [, slash, name = ''] of page(doc).matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
      if (slash === '/') expect(open.pop()).toBe(name);
      else if (!['meta', 'col', 'br', 'hr', 'img', 'wbr'].includes(name)) open.push(name);
    }
    expect(open).toEqual([]);
  });

  it('says its language, its title and its properties', () => {
    const html = page(officialDoc);
    expect(html).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(html).toContain(`<title>${officialDoc.properties.title}</title>`);
    expect(html).toContain('<meta name="author" content="中共云岭管理区工作委员会">');
    expect(html).toContain('<meta name="keywords" content="主题实践活动,实施方案">');
  });

  it('is the same for the same document', () => {
    expect(page(officialDoc)).toBe(page(structuredClone(officialDoc)));
  });
});

describe('the style sheet', () => {
  const css = page(officialDoc);

  it('states the sheet and the grid of the standard', () => {
    expect(css).toContain('@page { size: 210mm 297mm; margin: 37mm 26mm 35.17mm 28mm; }');
    expect(css).toContain('@page landscape { size: 297mm 210mm; margin: 28mm 37mm 26.227mm 35mm; }');
    expect(css).toContain('font: 16pt/28.95pt "Family body"');
    expect(css).toContain('letter-spacing: -0.25pt');
    expect(css).toContain('text-indent: 31.5pt');
  });

  it('asks for no weight that a face does not have', () => {
    expect(css).toContain('font-synthesis: none');
    expect(css).not.toMatch(/bold/);
  });

  it('numbers odd pages at the right and even pages at the left', () => {
    expect(css).toMatch(
      /@page :right \{ @bottom-right \{[^}]*counter\(page\)[^}]*padding: calc\(7mm - 9\.8pt\) 15\.75pt 0 0/,
    );
    expect(css).toMatch(
      /@page :left \{ @bottom-left \{[^}]*counter\(page\)[^}]*padding: calc\(7mm - 9\.8pt\) 0 0 15\.75pt/,
    );
  });

  it('cannot be left through the name of a family', () => {
    const family = 'x"; } </style><script>alert(1)</script>';
    const odd = { ...faces, body: { ...faces.body, family } };
    expect(writeHtml(officialDoc, gbt9704, odd, images).html).not.toContain('<script');
  });
});

describe('the head', () => {
  it('stacks 份号, 密级 and 紧急程度 above the mark', () => {
    const html = body(page(officialDoc));
    const places = ['000001', '秘密★3年', '特急', '>文件<', '云区发〔2026〕12号', '<hr>', '<h1>'].map((part) =>
      html.indexOf(part),
    );
    expect(places.every((at) => at > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('puts the signers of an upward document beside its number', () => {
    const html = body(page(upwardDoc));
    expect(html).toMatch(/class="upward"><p>云民呈〔2026〕7号<\/p>\n<p class="signers"><span>签发人：/);
    expect(count(html, 'class="signer"')).toBe(3);
    expect(html).toContain('<span>云岭管理区民政局</span><span>云岭管理区残疾人联合会</span>');
  });

  it('gives a bulletin its issue, its issuer and its date', () => {
    const html = body(page(bulletinDoc));
    expect(html).toContain('<p class="centre">第3期（总第57期）</p>');
    expect(html).toContain('<span>云岭管理区主题实践活动领导小组办公室</span><span>2026年4月8日</span>');
  });

  it('says on a draft that it is one', () => {
    expect(body(page(draftDoc))).toContain('<p class="draft-line">（征求意见稿）</p>');
  });

  it('breaks the title where it was broken and ends the recipients in a colon', () => {
    const html = body(page(upwardDoc));
    expect(html).toContain('<h1>关于2026年无障碍设施改造<br>工作情况的报告</h1>');
    expect(html).toContain('<p class="flush">区党工委，区管委会：</p>');
  });
});

describe('blocks', () => {
  const text = (value: string) => ({ kind: 'text', text: value }) as const;
  const span = { path: 'content/甲/plan.md', start: 12, end: 34 };

  it('prints a heading with its own number and its place', () => {
    const html = pageOf({ kind: 'heading', level: 2, number: '（一）', inlines: [text('指导思想')], span });
    expect(html).toContain('<h3 data-path="content/甲/plan.md" data-start="12" data-end="34">（一）指导思想</h3>');
  });

  it('sets the title of an article between blank lines', () => {
    const html = pageOf({ kind: 'heading', level: 0, number: '', inlines: [text('经验')] });
    expect(html).toContain('<div class="blank"></div>\n<h1>经验</h1>\n<div class="blank"></div>');
  });

  it.each(['body', 'flush', 'centre', 'right', 'note'] as const)('prints a paragraph that is %s', (role) => {
    expect(pageOf({ kind: 'paragraph', role, inlines: [text('甲')] })).toContain(`<p class="${role}">甲</p>`);
  });

  it('prints emphasis, line breaks and holes', () => {
    const strong = { kind: 'strong', inlines: [text('重'), { kind: 'emphasis', inlines: [text('点')] }] } as const;
    const inlines = [strong, { kind: 'break' }, { kind: 'missing', text: '（未报）' }] as const;
    const html = pageOf({ kind: 'paragraph', role: 'body', inlines });
    expect(html).toContain('<strong>重<em>点</em></strong><br><span class="missing">（未报）</span>');
  });

  it('begins each item of a list with its marker', () => {
    const item = (marker: string, value: string) => ({
      marker,
      blocks: [{ kind: 'paragraph', role: 'body', inlines: [text(value)] } as const],
    });
    const html = pageOf({
      kind: 'list',
      ordered: true,
      items: [item('①', '甲'), item('②', '乙'), { marker: '③', blocks: [] }],
    });
    expect(html).toContain('<ol><li><p class="body">①甲</p>\n</li>\n<li><p class="body">②乙</p>\n</li>\n');
    expect(html).toContain('<li><p class="body">③</p>');
  });

  it('prints a table with columns of whole pixels, a head and a cell for every column', () => {
    const columns = [
      { width: 1, align: 'centre' },
      { width: 3, align: 'left' },
    ] as const;
    const html = pageOf({
      kind: 'table',
      caption: '台账',
      columns,
      header: [[text('序号')], [text('问题')]],
      rows: [[[text('1')], [text('等候')]], [[text('2')]]],
    });
    expect(html).toContain('<p class="caption">台账</p>\n<table class="whole" style="width:589px">');
    expect(html).toContain('<col style="width:148px">\n<col style="width:441px">');
    expect(html).toContain('<thead><tr><th scope="col">序号</th>\n<th scope="col">问题</th>');
    expect(html).toContain('<td class="centre">2</td>\n<td>\u00A0</td>');
  });

  it('leaves neither the first nor the last row of a long table alone on a page', () => {
    const rows = Array.from({ length: 40 }, (_, index) => [[text(String(index))]]);
    const columns = [{ width: 1, align: 'left' }] as const;
    const html = pageOf({ kind: 'table', caption: '', header: [[text('序号')]], columns, rows });
    expect([...html.matchAll(/<tr class="kept"><td>(\d+)/g)].map(([, row]) => row)).toEqual(['0', '38']);
    expect(html).not.toContain('class="whole"');
    const high = rows.map(() => [[text('长'.repeat(200))]]);
    expect(pageOf({ kind: 'table', caption: '', header: [], columns, rows: high })).not.toContain('kept');
  });

  it('prints a table without a head or without columns', () => {
    const table = { kind: 'table', caption: '', header: [], rows: [[[text('1')]]] } as const;
    expect(pageOf({ ...table, columns: [{ width: 0, align: 'right' }] })).toMatch(
      /width:589px[^]*<tbody><tr><td class="right">1/,
    );
    expect(pageOf({ ...table, columns: [] })).not.toContain('<table');
  });

  it('holds pictures inside itself and shows the hole of one that is not there', () => {
    const image = { kind: 'image', path: 'content/photo.png', alt: '通道' } as const;
    expect(pageOf(image)).toMatch(/<img src="data:image\/png;base64,iVBORw0KGgo[A-Za-z0-9+/=]+" alt="通道">/);
    expect(pageOf({ ...image, path: 'content/none.png' })).toContain('<span class="missing">（缺图：通道）</span>');
  });

  it('prints quotations and page breaks', () => {
    const html = pageOf(
      { kind: 'quote', blocks: [{ kind: 'paragraph', role: 'body', inlines: [text('引')] }] },
      { kind: 'page-break' },
    );
    expect(html).toContain('<blockquote><p class="body">引</p>\n</blockquote>');
    expect(html).toContain('<div class="page-break"></div>');
  });

  it('starts a new run of pages where the paper turns, and makes no empty one', () => {
    const turned = { kind: 'landscape', blocks: [{ kind: 'paragraph', role: 'body', inlines: [text('横')] }] } as const;
    const html = pageOf({ kind: 'paragraph', role: 'body', inlines: [text('竖')] }, turned);
    expect([...html.matchAll(/<section class="run (\w+)">/g)].map(([, kind]) => kind)).toEqual([
      'portrait',
      'landscape',
    ]);
  });

  it('opens a register on the landscape page of its table, and a red-headed document upright', () => {
    const turned = { kind: 'landscape', blocks: [{ kind: 'paragraph', role: 'body', inlines: [text('横')] }] } as const;
    const runs = (doc: Doc): readonly string[] =>
      [...body(page(doc)).matchAll(/<section class="run (\w+)">(?:(?!<section)[^])*?<h1>/g)].map(([, kind]) => kind!);
    expect(runs({ ...draftDoc, blocks: [turned] })).toEqual(['landscape']);
    expect(runs({ ...officialDoc, blocks: [turned], attachments: [] })).toEqual(['portrait']);
  });
});

describe('what follows the text', () => {
  it('hangs the names of attachments and leaves a single one without number', () => {
    const many = body(page(officialDoc));
    expect(many).toContain(
      '<p style="padding-left:94.5pt;text-indent:-63pt"><span class="label" style="width:63pt">附件：1.</span>',
    );
    expect(many).toContain(
      '<p style="padding-left:94.5pt;text-indent:-15.75pt"><span class="label" style="width:15.75pt">2.</span>',
    );
    expect(body(page(upwardDoc))).toContain('<span class="label" style="width:47.25pt">附件：</span>');
  });

  it('binds in the attachments that have text, each on its own pages', () => {
    const html = body(page(officialDoc));
    expect(html).toContain('<p class="grade">附件1</p>');
    expect(html).toContain('<p class="grade">附件2</p>');
    expect(html).not.toContain('<p class="grade">附件3</p>');
    expect(html).toContain('满意度测评表（另附）');
  });

  it('centres a sealed name on its date and sets an unsealed date two cells in from its name', () => {
    expect(body(page(officialDoc))).toContain('<p class="right" style="padding-right:63pt">2026年3月5日</p>');
    expect(body(page(upwardDoc))).toMatch(/padding-right:31\.5pt">云岭管理区残疾人联合会/);
  });

  it('ends the last run of pages in 版记', () => {
    const html = body(page(officialDoc));
    expect(count(html, '<footer>')).toBe(1);
    expect(html).toMatch(/<\/footer>\n(<\/div>\n)?<\/section>\n<\/body>/);
    expect(html).toContain('区人武部。</p>');
    expect(html).toContain('<span>2026年3月6日印发</span>');
    expect(count(html, 'class="outer-rule"')).toBe(2);
    expect(count(html, 'class="inner-rule"')).toBe(1);
  });

  it('gives a bulletin its distribution and its print run', () => {
    const html = body(page(bulletinDoc));
    expect(html).toMatch(/>报：<\/span>市活动领导小组办公室，/);
    expect(html).toContain('（共印120份）');
  });

  it('leaves out a foot in which nothing stands', () => {
    const foot = { kind: 'colophon', sendTo: [], copyTo: [], printer: '', printedOn: '', evenPage: false } as const;
    expect(body(page({ ...officialDoc, foot }))).not.toContain('<footer');
    expect(body(page(draftDoc))).not.toContain('<footer');
  });

  it('prints 附注 in brackets', () => {
    expect(body(page(officialDoc))).toContain('<p class="body">（此件公开发布）</p>');
  });
});

describe('special formats', () => {
  it('gives a letter its double rules on the first page alone, and no number there', () => {
    const html = page(letterDoc);
    expect(html).toMatch(/@page :first \{ margin-top: 28\.\d+mm;/);
    expect(html).toContain('@bottom-right { content: none; } @bottom-left { content: none; }');
    expect(count(html, 'width: 170mm')).toBe(2);
    expect(body(html)).toContain('<p class="letter-number">云管函〔2026〕18号</p>');
    expect(page(officialDoc)).not.toContain('@page :first');
  });

  it('ends a letter in names without rules, printer and date', () => {
    const html = body(page(letterDoc));
    expect(html).toMatch(/<footer>\s*<p class="names"/);
    expect(html).not.toMatch(/-rule|印发/);
  });

  it('draws a seal behind the name, and leaves its room where there is none', () => {
    expect(body(page(letterDoc))).toMatch(
      /<span class="seal" style="[^"]*"><img src="data:[^"]*" alt="云岭管理区管理委员会印章">/,
    );
    expect(body(page(jointDoc))).not.toContain('class="seal"');
    expect(count(body(page(jointDoc)), '<p class="sealed">')).toBe(2);
    expect(count(body(page(jointDoc)), '<p class="right sealed"')).toBe(1);
  });

  it('begins an order with its number and its text, and stamps it', () => {
    const html = body(page(orderDoc));
    expect(html).toContain('<p class="number">第3号</p>');
    expect(html).not.toContain('<hr');
    expect(html).not.toContain('<h1');
    expect(count(html, '<div class="stamped">')).toBe(2);
    expect(count(html, '签名章">')).toBe(1);
  });

  it('lists those who came in a hanging paragraph with its label in 黑体', () => {
    const html = body(page(minutesDoc));
    expect(html).toContain('<span class="label grade" style="width:47.25pt">出席：</span>区发展改革');
    expect(html).toMatch(/padding-left:78\.75pt;text-indent:-47\.25pt/);
  });

  it('keeps the room of the red head on preprinted paper and draws nothing red', () => {
    const html = page({ ...letterDoc, head: { ...letterDoc.head, preprinted: true } as Doc['head'] });
    expect(html).toContain('<header class="letter preprinted">');
    expect(html).toContain('border: 0 solid transparent');
    expect(html).toContain('.preprinted :is(.mark, hr) { visibility: hidden; }');
  });

  it('names the recipients that were moved above 抄送, with no rule between', () => {
    expect(body(page(jointDoc))).toMatch(/主送：<\/span>[^<]*<\/p>\n<p class="names"[^>]*><span[^>]*>抄送：/);
  });

  it('lays out before printing only the run that ends in a foot', () => {
    const runs = body(page(jointDoc)).match(/<section class="run [^"]*"/g) ?? [];
    expect(runs.length).toBeGreaterThan(1);
    expect(runs.map((run) => run.includes('measuring'))).toEqual(runs.map((_, index) => index === runs.length - 1));
    expect(body(page({ ...jointDoc, foot: { kind: 'none' } }))).not.toContain('measuring');
    expect(page(jointDoc)).toContain('@media screen { .run:not(.measuring) { content-visibility: hidden; } }');
  });

  it('puts a foot that wants an even page in a run of its own without a number', () => {
    expect(body(page(jointDoc))).toMatch(/<section class="run portrait measuring unnumbered">\n?<footer class="even">/);
    expect(body(page(officialDoc))).not.toContain('unnumbered');
  });
});

describe('settle', () => {
  it('is one expression that a browser can evaluate and that leaves a page without foot alone', () => {
    const { afterLoad: settle } = writeHtml(draftDoc, gbt9704, faces, images);
    const evaluate = new Function('document', `return ${settle}`) as (document: unknown) => unknown;
    expect(evaluate({ querySelectorAll: () => [] })).toEqual([]);
  });

  it('gives every foot what is free below it in its column', () => {
    const { afterLoad: settle } = writeHtml(officialDoc, gbt9704, faces, images);
    const classes = new Set<string>();
    const box = (bottom: number) => () => ({ bottom });
    const classList = { add: (name: string) => classes.add(name), remove: (name: string) => classes.delete(name) };
    const footEndingAt = (bottom: number) => ({
      style: { paddingTop: '' },
      classList: { contains: () => false },
      closest: () => ({ classList, getBoundingClientRect: box(850) }),
      getBoundingClientRect: box(bottom),
    });
    const feet = [footEndingAt(600), footEndingAt(850)];
    const evaluate = new Function('document', `return ${settle}`) as (document: unknown) => unknown;
    evaluate({ querySelectorAll: () => feet });
    expect(feet.map(({ style }) => style.paddingTop)).toEqual(['249.75px', '0px']);
    expect(classes.size).toBe(0);
  });
});
