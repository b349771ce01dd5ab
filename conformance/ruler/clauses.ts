import { checks } from './checks.js';

/** How a clause is verified: by a test, by a sample page, or by a person. */
export type Held = '自动测试' | '样张可见' | '由人判断';

/** One clause of GB/T 9704-2012 that concerns layout. */
export interface Clause {
  readonly clause: string;
  readonly rule: string;
  readonly held: Held;
  /** Tests by file and title; or the sample that shows it, or the person who judges it. */
  readonly by: readonly (Test | string)[];
}

export interface Test {
  readonly file: string;
  readonly title: string;
}

const RULER = 'test/end-to-end/ruler.test.ts';

const docx = (title: string): Test => ({ file: 'test/formats/docx/docx.test.ts', title });
const html = (title: string): Test => ({ file: 'test/formats/html/html.test.ts', title });
const measure = (title: string): Test => ({ file: 'test/layout/measure.test.ts', title });
const seals = (title: string): Test => ({ file: 'test/layout/seals.test.ts', title });
const title = (name: string): Test => ({ file: 'test/compose/title.test.ts', title: name });

/** The measuring tests of one clause. The name of a check is the title of its test. */
function measuredBy(clause: string): readonly Test[] {
  const named = checks.filter((check) => check.clause.split('、').includes(clause));
  return named.map(({ name }) => ({ file: RULER, title: name }));
}

function tested(clause: string, rule: string, ...others: readonly Test[]): Clause {
  return { clause, rule, held: '自动测试', by: [...measuredBy(clause), ...others] };
}

function shown(clause: string, rule: string, ...by: readonly string[]): Clause {
  return { clause, rule, held: '样张可见', by };
}

function judged(clause: string, rule: string, ...by: readonly string[]): Clause {
  return { clause, rule, held: '由人判断', by };
}

export const clauses: readonly Clause[] = [
  judged('4', '用纸的定量、白度、耐折度、不透明度和酸碱度', '印制时由采购纸张的人负责'),
  tested(
    '5.1',
    'A4 幅面，210 mm × 297 mm',
    docx('is A4 with the margins of the standard, and no character grid'),
    html('states the sheet and the grid of the standard'),
  ),
  tested('5.2.1', '天头 37 mm、订口 28 mm，版心 156 mm × 225 mm'),
  tested('5.2.2', '正文一般用 3 号仿宋', docx('has 22 lines of 28 cells, and no theme fonts')),
  tested('5.2.3', '每面 22 行，每行 28 字，撑满版心'),
  shown('5.2.4', '文字无特殊说明为黑色', '样张；样式表只有发文机关标志、红色分隔线和未报处用红色'),
  judged('6', '制版、印刷和装订：版心不斜，双面印刷误差不超过 2 mm，左侧装订', '印制时由印刷、装订的人负责'),
  tested(
    '7.2.1',
    '份号用 6 位 3 号阿拉伯数字，顶格在版心左上角第一行',
    html('stacks 份号, 密级 and 紧急程度 above the mark'),
  ),
  tested('7.2.2', '密级和保密期限用 3 号黑体，顶格在第二行', html('stacks 份号, 密级 and 紧急程度 above the mark')),
  tested(
    '7.2.3',
    '紧急程度用 3 号黑体，按份号、密级、紧急程度的顺序自上而下',
    html('stacks 份号, 密级 and 紧急程度 above the mark'),
  ),
  tested('7.2.4', '发文机关标志居中，上边缘距版心上边缘 35 mm，红色小标宋', measure('fits a name of %d characters')),
  tested('7.2.5', '发文字号在标志下空二行，居中'),
  tested(
    '7.2.6',
    '上行文的签发人在右，与发文字号同在末行',
    docx('sets a joint mark with 文件 beside the organs, and signers beside the number'),
    html('puts the signers of an upward document beside its number'),
  ),
  tested('7.2.7', '发文字号之下 4 mm 处印与版心等宽的红色分隔线'),
  tested(
    '7.3.1',
    '标题用 2 号小标宋，在红色分隔线下空二行居中，词意完整，排成梯形或者菱形',
    title('keeps names whole and sets a trapezoid'),
  ),
  tested(
    '7.3.2',
    '主送机关在标题下空一行顶格，末尾用全角冒号；使首页不能显示正文的，移至版记',
    {
      file: 'test/layout/first-page-text.test.ts',
      title: 'says of the $head.kind head when so many recipients leave no line of text on page 1',
    },
    html('breaks the title where it was broken and ends the recipients in a colon'),
  ),
  tested('7.3.3', '首页显示正文，段首空二字，层次序数“一、”“（一）”“1.”“（1）”，首级黑体、二级楷体', {
    file: 'test/formats/docx/numbering.test.ts',
    title: 'number themselves by a list that is there',
  }),
  tested(
    '7.3.4',
    '附件说明在正文下空一行左空二字，回行与名称首字对齐',
    measure('hangs at the name, past the number'),
    docx('hangs 附件说明 at the first character of the name'),
  ),
  tested(
    '7.3.5.1',
    '加盖印章：成文日期右空四字，署名以成文日期为准居中；联合行文每枚压一个署名，末枚压署名和成文日期，每排不出版心',
    seals('centres a sealed name on a date inset four cells'),
    seals('keeps seals and names in the type area and apart from each other'),
  ),
  tested(
    '7.3.5.2',
    '不加盖印章：署名在正文下空一行右空二字，日期首字比署名首字右移二字',
    measure('starts an unsealed date two cells after the name'),
  ),
  tested(
    '7.3.5.3',
    '签名章在正文下空二行右空四字，左空二字标注职务，下空一行编排成文日期',
    docx('stamps an order beside the title of its signer'),
    html('begins an order with its number and its text, and stamps it'),
  ),
  shown('7.3.5.4', '成文日期用阿拉伯数字，年份标全，月、日不编虚位', '样张'),
  tested('7.3.5.5', '末页留有正文，署名不单独成页', docx('insets the sign-off and keeps it with the text')),
  tested('7.3.6', '附注在成文日期下一行，左空二字，加圆括号', html('prints 附注 in brackets')),
  tested(
    '7.3.7',
    '附件另面编排，在版记之前；附件序号顶格在第一行，标题在第三行',
    html('binds in the attachments that have text, each on its own pages'),
  ),
  tested(
    '7.4.1',
    '版记分隔线与版心等宽，首末条 0.35 mm，中间 0.25 mm，末条与末面版心下边缘重合',
    docx('frames the foot at the bottom of the last page'),
  ),
  tested(
    '7.4.2',
    '主送机关移来的在抄送机关之上，抄送机关用 4 号仿宋，左右各空一字，末尾用句号',
    html('ends the last run of pages in 版记'),
  ),
  tested('7.4.3', '印发机关左空一字，印发日期右空一字，后加“印发”', html('ends the last run of pages in 版记')),
  tested(
    '7.5',
    '页码用 4 号半角宋体阿拉伯数字，两侧各放一条一字线，距版心下边缘 7 mm，单页居右、双页居左各空一字',
    docx('numbers odd and even pages apart'),
    { file: RULER, title: '版记另起双页，前有空白页的，空白页和版记页都不编页码' },
  ),
  tested(
    '8',
    '横排表格的页码与其他页一致；表头单页在订口、双页在切口',
    docx('turns for landscape blocks and attachments, and back for 版记'),
  ),
  judged('9', '计量单位、标点符号和数字用法', '检查规则提出，由撰稿人定夺'),
  tested(
    '10.1',
    '信函：标志距上页边 30 mm，红色双线 170 mm，份号、密级、紧急程度在左，发文字号在右，首页无页码，版记无分隔线和印发机关',
    docx('gives the first page of a letter the lower double rule in place of a number'),
    html('gives a letter its double rules on the first page alone, and no number there'),
  ),
  tested(
    '10.2',
    '命令（令）：标志距版心上边缘 20 mm，令号在标志下空二行，正文在令号下空二行，用签名章',
    docx('stamps an order beside the title of its signer'),
  ),
  tested(
    '10.3',
    '纪要：标志距版心上边缘 35 mm，正文下空一行左空二字编排出席、请假、列席',
    docx('lists those who came in a hanging paragraph'),
  ),
  shown('11', '式样：首页、末页、附件说明页', '与样张对照'),
];

/** The text of `docs/conformance.md`, with which a test compares the file. */
export function matrixText(): string {
  return [
    '# 与 GB/T 9704-2012 的对照',
    '',
    '本页由程序生成，不要手工修改。“自动测试”一栏列出的测试有一项不通过，整个测试就不通过。`test/end-to-end/ruler.test.ts` 测量版面，同时测量 PDF 和 LibreOffice 印出的 DOCX，允许误差 0.5 mm；故意排错的样张必须测得出来。',
    '',
    '| 条款 | 要求 | 怎样保证 | 依据 |',
    '|---|---|---|---|',
    ...clauses.map(
      ({ clause, rule, held, by }) => `| ${clause} | ${rule} | ${held} | ${by.map(evidence).join('<br>')} |`,
    ),
    '',
    '## 对照 DOCX 和 PDF 时对 LibreOffice 的修正',
    '',
    '`npm run conformance` 用 LibreOffice 印出 DOCX，与 PDF 逐页、逐行对照（加 `--all` 时对照全部文件，不加时对照固定的一部分）。DOCX 按 Word 的规定写；LibreOffice 7.4 在下面几处与规定不同，对照前在它的中间文件里改正：',
    '',
    '- `w:autoSpaceDE`、`w:autoSpaceDN` 为 0 时，它仍在汉字与西文之间加空隙。',
    '- `w:overflowPunct` 为 0 时，它反而让标点悬挂到版心之外。',
    '- `w:spacing` 规定的字距，它在每一小段（文种或者样式变化处）的末一个字后面漏掉。改正的办法是把字距并入字号，字距取零。',
    '- 句末标点与数字之间，它不断行。',
    '- 图形里的文字，它在中间文件里写两遍，或者丢失其样式。',
    '',
    '另有一处不能改正：横排页很少时，它把双页的页码画在纸角；Word 不受影响。',
    '',
    '## 使 DOCX 和 PDF 分页一致的做法',
    '',
    '- 引号外侧可以断行（Unicode 把 “ ” 看作西文标点，浏览器本来不断）；间隔号不到行首。',
    '- 表格的列宽取整像素（15 缇），行的下边线属于这一行；不超过 8 行且不到半页的表格不拆开；过高的表头排紧，使浏览器也能在续页重复表头。',
    '- 末段不超过 16 行时整段与署名、版记同页；更长的末段只有末行同页，否则 LibreOffice 会把整段移到下一页。',
    '- 信函首页的文字止于版心下边缘，不进入第二条双线以上的空白，所以 10.1 中“如有文字”的 7/8 行距总能满足。',
    '- 版记落在双页时总是另起一面，不编页码：Word 不能在排版时知道正文止于单页还是双页。',
    '- 续表：表格跨页时只重复表头，不加“续表”二字。Word 和浏览器都只能原样重复表头，要在续页多印两个字，就得先量出断页处再把表拆开，拆开的表在 Word 里改一行字就错位。',
    '- 版记每行 27.5 磅，两行版记连同三条线正好占两行。末页是横排页时，版记另起一个竖排页。',
    '- 汇编的目录由程序逐条断行，题名、单位、页码靠制表位对齐；前导点在 PDF 里是画的线，LibreOffice 印成句点，对照时略去。',
    '',
  ].join('\n');
}

function evidence(by: Test | string): string {
  return typeof by === 'string' ? by : `\`${by.file}\`：${by.title}`;
}
