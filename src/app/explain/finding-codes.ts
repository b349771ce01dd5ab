/** A finding code that belongs to no rule: from reading, composing, building or verifying. */
export interface FindingNote {
  readonly code: string;
  readonly title: string;
  /** How to fix it, in plain Chinese. */
  readonly detail: string;
}

/** The codes of one stage, with the heading of their list. */
export interface NoteGroup {
  readonly title: string;
  readonly notes: readonly FindingNote[];
}

function notes(title: string, lines: readonly (readonly [string, string, string])[]): NoteGroup {
  return { title, notes: lines.map(([code, label, detail]) => ({ code, title: label, detail })) };
}

const reading = notes('读取内容', [
  ['WORKSPACE-EMPTY', '没有活动文件', '在放有 content 文件夹的地方运行，先写好 content/campaign.md。'],
  ['FILE-UNKNOWN', '不认识的文件', '文件名要与文种的规定相同；不用的文件移出 content。'],
  ['FILE-TOO-LARGE', '文件太大', '正文拆成几个文件；图片另存为文件，不要贴进正文。'],
  ['FILE-UNREADABLE', '文件打不开', '检查文件权限，或者重新复制一份。'],
  ['FILE-ENCODING', '文件不是 UTF-8 编码', '用编辑器“另存为”，编码选 UTF-8。'],
  ['UNIT-MISSING', '文件夹里没有 unit.md', '补一个 unit.md，写明单位的名称、类别和人员。'],
  ['FRONT-MATTER-MISSING', '没有信息栏', '文件第一行写三个减号，接着写各项，再用三个减号结束。'],
  ['FRONT-MATTER-OPEN', '信息栏没有结尾', '信息栏写完后另起一行写三个减号。'],
  ['FRONT-MATTER-LANGUAGE', '信息栏写成了别的语言', '第一行只写三个减号；信息栏只认 YAML，不执行代码。'],
  ['YAML-SYNTAX', '信息栏写法有误', '冒号后面空一格；缩进用空格，不用制表符；有特殊符号的内容加引号。'],
  ['YAML-ALIAS', '信息栏用了引用', '内容照实写出来，不用 & 和 * 引用。'],
  ['SCHEMA-UNKNOWN-KEY', '没有这一项', '核对项目的名称；可以用的名称列在提示里。'],
  ['SCHEMA-TWICE', '同一项写了两次', '留下一处；中文名称和英文名称指的是同一项。'],
  ['SCHEMA-MISSING', '缺少必填的项目', '补上；定稿缺必填项目不能生成。'],
  ['SCHEMA-EMPTY', '项目是空的', '填上内容，或者删去这一行。'],
  ['SCHEMA-TYPE', '内容的种类不对', '要数字的写数字，要清单的逐项列出。'],
  ['SCHEMA-ENUM', '不在可选范围内', '从提示列出的几个词里选。'],
  ['SCHEMA-DATE', '不是日历上有的日期', '写成 2026-03-09 的样子。'],
  ['SCHEMA-PATTERN', '写法不对', '照提示里的例子写。'],
  ['SCHEMA-RANGE', '数字太大或太小', '核对数字。'],
  ['SCHEMA-LENGTH', '写得太长', '精简到规定的字数以内。'],
  ['SCHEMA-VALUE', '不是这里要的内容', '照字段的说明写。'],
  ['CSV-MISSING', '找不到清单文件', '清单放在本文件旁边，写成 ./名称.csv，大小写一致。'],
  ['CSV-EMPTY', '清单文件是空的', '第一行写各列的名称，下面逐行写内容。'],
  ['CSV-SYNTAX', '清单文件读不下去', '多半是引号没有成对；用表格软件重新另存为 CSV UTF-8。'],
  ['CSV-SURPLUS', '清单的一行比表头多出内容', '格里有半角逗号的，整格放进半角引号；单独一列的，表头写上名称。'],
  ['SECTION-STRAY', '文字在第一个小标题之前', '在它上面加一行“## ”开头的小标题，否则不会印出。'],
  ['TEXT-NONCHARACTER', '夹有不能用的字符', '删去这个字符，重新输入前后的字。'],
]);

const importing = notes('导入表格', [
  ['IMPORT-SHEET-UNKNOWN', '看不出一张表是什么清单', '表头写能认的名称，必有的列补齐；也可以用 --kind 指明文种。'],
  ['IMPORT-COLUMN-UNUSED', '有一列用不上', '要导入就把表头改成能认的名称；不要的不用管。'],
  ['IMPORT-COLUMN-MISSING', '缺必有的一列', '补一列再导入，或者导入以后在内容文件里补。'],
  ['IMPORT-CELL-UNFIT', '一格的内容不合要求', '照提示改好这一格再导入；这一行没有导入，别的行照常。'],
  ['IMPORT-CELL-EMPTY', '必填的一格空着', '补上以后再导入，或者在内容文件里补。'],
  ['IMPORT-ROW-SKIPPED', '有的行没有导入', '合计、标题、落款和别的单位的行不导入；是本单位的记录就把各格填全。'],
  ['IMPORT-ASSUMED', '按常理补了一部分', '核对提示里的读法，不对就在表里改清楚。'],
  ['IMPORT-HIDDEN', '隐藏的行或者表也导入了', '不要的在表里删去再导入。'],
]);

const prose = notes('正文的写法', [
  ['MARKDOWN-CODE', '公文里不放代码块', '去掉前后的三个反引号。'],
  ['MARKDOWN-RULE', '正文里的横线不会印出', '需要换页时用标题分开。'],
  ['MARKDOWN-LINK', '公文里不放超链接', '把网址写成正文，或者删去链接。'],
  ['MARKDOWN-HTML', '网页标记不起作用', '删去标记；需要分段时空一行。'],
  ['MARKDOWN-NESTED', '“:::” 放在了列表或引文里', '移到列表外面。'],
]);

const citing = notes('引用的数字', [
  ['FIGURE-UNKNOWN', '汇总表里没有引用的数', '写成“{{汇总表：行：栏}}”，名称同汇总表里印的一样。'],
  ['FIGURE-UNREPORTED', '引用的数还没有报来', '等材料报齐，或者改一句话，不写这个数。'],
]);

const building = notes('生成公文', [
  ['TEMPLATE-SCHEMA', '模板的字段说明读不懂', '检查 templates 里这个文种的 schema.yaml。'],
  ['TEMPLATE-ERROR', '模板有错', '照提示的位置改模板。'],
  ['SELECTION-UNKNOWN', '要生成的单位或文种不存在', '核对选项后面的名称。'],
  ['WRITE-FAILED', '成品写不进去', '关掉正在打开的文件，检查磁盘空间和权限。'],
  ['VOLUME-EMPTY', '汇编没有可以收的文件', '核对文种和单位；只有草稿的，定稿以后再编。'],
  ['VOLUME-BROKEN', '汇编要收的文件有错误', '先改正那份文件；汇编要么收齐，要么不出。'],
  ['VOLUME-DRAFT', '草稿没有编进汇编', '定稿以后再编，或者写明收草稿。'],
  ['VOLUME-LETTER', '信函没有编进汇编', '信函格式的首页另有版心，单独装订。'],
  ['VOLUME-CLASSIFIED', '标有密级的文件没有编进汇编', '涉密文件按保密规定另行保管。'],
  ['MERGE-EMPTY', '要合并的文件夹里没有成品', '写各分片 build 时 --out 指的文件夹，没有做完的先做完。'],
  ['MERGE-CONFLICT', '两个分片的同一个文件不一样', '各分片要用同一份内容、同一个版本的程序和同样的字体。'],
  ['MERGE-DAMAGED', '分片里的文件与清单不符', '重新取一次这一份，或者重做。'],
  ['FONT-MISSING', '缺少字体', '运行 hongtou doctor，按提示放好字体。'],
  ['FONT-SUBSTITUTED', '用了替代的字体', '把公文规定的字体放进工作目录的 fonts 文件夹。'],
  ['GLYPH-MISSING', '字体里没有这个字', '换用有这个字的字体；姓名不能用同音字代替。'],
  ['GLYPH-FALLBACK', '个别字由备用字体印出', '看一看印出的样子；要一致就换用收字更全的字体。'],
]);

const filing = notes('报送归档', [
  ['ARCHIVE-SETTINGS', '归档设置写得不对', '照提示改归档设置文件。'],
  ['FILING-DRAFT', '草稿不能报送', '定稿以后再报送。'],
  ['FILING-NOT-BUILT', '公文没有生成', '先运行 hongtou check，改正错误。'],
  ['FILING-ENCLOSURE', '附件的文件取不到', '把附件放在内容文件旁边，路径从本文件写起。'],
  ['VERSION-CHANGED', '报过的一版被改动', '把“版本”加一，写“修改说明”；原来的一版原样保留。'],
  ['VERSION-DAMAGED', '存档里的一版被改过或缺文件', '从备份取回原来的文件；取不回来的，把“版本”加一，写“修改说明”。'],
  ['VERSION-NOTE', '没有写修改说明', '说清比上一版改了什么、为什么改。'],
  ['REGISTER-BROKEN', '登记簿读不懂', '用备份恢复登记簿，不要手工改动。'],
  ['LIFE-LINE', '归档包的经历有一行读不懂', '用备份恢复，不要手工改动。'],
  ['LIFE-ORDER', '归档包的经历次序不对', '先报送，再接收或者退回。'],
]);

const verifying = notes('核验归档包', [
  ['BAGIT-MISSING', '不是 BagIt 归档包', '取完整的归档包再核验。'],
  ['BAGIT-DECLARATION', 'BagIt 声明不符', '包被改动过，重新取一份。'],
  ['BAGGING-DATE', '做包日期不对', '包被改动过，重新取一份。'],
  ['BAG-IDENTIFIER', '没有包的标识', '请报送单位重新做包。'],
  ['MANIFEST-MISSING', '没有校验清单', '取完整的归档包再核验。'],
  ['MANIFEST-LINE', '校验清单有一行不合格式', '清单被改动过，重新取一份。'],
  ['MANIFEST-GAP', '校验清单没有列全', '清单被改动过，重新取一份。'],
  ['MANIFEST-STRAY', '校验清单列了不该列的文件', '清单被改动过，重新取一份。'],
  ['MANIFEST-TWICE', '校验清单里一个文件列了两次', '清单被改动过，重新取一份。'],
  ['MANIFEST-DISAGREE', '两份校验清单不一致', '清单被改动过，重新取一份。'],
  ['FILE-MISSING', '包里少了文件', '请报送单位补报。'],
  ['FILE-ADDED', '包里多了文件', '不要打开，请报送单位核对。'],
  ['FILE-FOREIGN', '不是归档包应有的文件', '不要打开，请报送单位核对。'],
  ['FILE-CHANGED', '文件内容被改动', '以原包为准，重新取一份。'],
  ['FILE-SWAPPED', '文件被调换', '以原包为准，重新取一份。'],
  ['FILE-RENAMED', '文件被改名', '以原包为准，重新取一份。'],
  ['FILE-REDATED', '文件时间被改动', '以原包为准，重新取一份。'],
  ['FILE-EMPTY', '空文件', '请报送单位补报。'],
  ['FILE-UNDESCRIBED', '元数据里没有这个文件', '请报送单位重新做包。'],
  ['FILE-ATTRIBUTE', '文件的属性与元数据不符', '请报送单位重新做包。'],
  ['FORMAT-FALSE', '文件名与内容的格式不符', '请报送单位重新生成。'],
  ['FORMAT-UNKNOWN', '格式不在归档常用格式之内', '转换成归档常用格式再归档。'],
  ['PDF-BROKEN', 'PDF 打不开', '请报送单位重新生成。'],
  ['PDFA-UNCLAIMED', '没有声明是 PDF/A', '用归档版式重新生成。'],
  ['PDFA-DOUBTFUL', 'PDF/A 的声明存疑', '用归档版式重新生成。'],
  ['DOCX-BROKEN', 'DOCX 打不开', '请报送单位重新生成。'],
  ['METADATA-MISSING', '没有元数据', '请报送单位重新做包。'],
  ['METADATA-UNREADABLE', '元数据读不懂', '请报送单位重新做包。'],
  ['METADATA-SCHEMA', '元数据不合规定', '请报送单位重新做包。'],
  ['SCHEMA-FOREIGN', '元数据的结构说明不同', '用同一版程序核验，或者重新做包。'],
  ['HEAD-DIFFERS', '包的说明与元数据不符', '包被改动过，重新取一份。'],
  ['COUNT-DIFFERS', '件数不符', '核对件数，重新做包。'],
  ['CLAIM-DIFFERS', '文件自述与元数据不符', '以原包为准，重新取一份。'],
  ['DATE-IMPLAUSIBLE', '日期不合情理', '请报送单位核对日期。'],
  ['NUMBER-BROKEN', '件号不连续', '请报送单位重新做包。'],
  ['NUMBER-TWICE', '件号用了两次', '请报送单位重新做包。'],
  ['CATALOGUE-MISSING', '没有归档文件目录', '请报送单位重新做包。'],
  ['CATALOGUE-DIFFERS', '目录与内容不符', '请报送单位重新做包。'],
  ['INDEX-MISSING', '没有目录页', '请报送单位重新做包。'],
  ['INDEX-DIFFERS', '目录页与内容不符', '请报送单位重新做包。'],
  ['PACKAGE-DIGEST', '整包的摘要不符', '整包被换过或重做过，重新取一份。'],
  ['PATH-UNSAFE', '文件名不安全', '不要解开，请报送单位核对。'],
  ['NAME-COLLISION', '文件名会互相覆盖', '请报送单位改名后重新做包。'],
  ['NOT-A-FILE', '不是普通文件', '不要打开，请报送单位核对。'],
  ['TOO-LARGE', '展开后太大', '可能是压缩炸弹，不要解开。'],
  ['ACTIVE-CONTENT', '文件里有会执行的内容', '不要打开，请报送单位核对。'],
  ['EXTERNAL-CONTENT', '打开时会到外面取内容', '不要联网打开，请报送单位核对。'],
  ['ZIP-BROKEN', 'ZIP 坏了', '重新取一份。'],
  ['ZIP-ENTRY', 'ZIP 里的一项读不出来', '重新取一份。'],
  ['ZIP-GAP', 'ZIP 里藏有不明内容', '不要解开，请报送单位核对。'],
  ['ZIP-OVERLAP', 'ZIP 里的记录重叠', '可能是压缩炸弹，不要解开。'],
  ['ZIP-ROOT', 'ZIP 里的文件夹名不符', '重新取一份。'],
  ['ZIP-TWICE', 'ZIP 里一个文件出现两次', '不要解开，请报送单位核对。'],
]);

/** All codes that belong to no rule, by stage. */
export const noteGroups: readonly NoteGroup[] = [reading, importing, prose, citing, building, filing, verifying];
