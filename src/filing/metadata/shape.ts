/** The value domain of an element with text content. */
export type Domain =
  | { readonly kind: 'text'; readonly max: number }
  | { readonly kind: 'date' }
  | { readonly kind: 'integer'; readonly min: number }
  | { readonly kind: 'pattern'; readonly pattern: string; readonly label: string }
  | { readonly kind: 'words'; readonly words: readonly string[] };

/** How often an element occurs in its parent. */
export type Occurs = '1' | '?' | '*' | '+';

/** An element of the metadata. `content` is the domain of its text, or its child elements in order. */
export interface Shape {
  readonly name: string;
  readonly occurs: Occurs;
  readonly content: Domain | readonly Shape[];
}

const text = (max = 500): Domain => ({ kind: 'text', max });
const integer = (min: number): Domain => ({ kind: 'integer', min });
const words = (...list: readonly string[]): Domain => ({ kind: 'words', words: list });
const date: Domain = { kind: 'date' };
const digest: Domain = { kind: 'pattern', pattern: '[0-9a-f]{64}', label: '64 位十六进制数' };
const identifier: Domain = {
  kind: 'pattern',
  pattern: '[A-Za-z0-9][A-Za-z0-9._-]{0,199}',
  label: '字母、数字、点和连字符',
};
const shape = (name: string, occurs: Occurs, content: Domain | readonly Shape[]): Shape => ({ name, occurs, content });

/** 保管期限: 永久, 30 or 10 years (国家档案局令第8号, art. 6). The program never determines the period itself. */
export const RETENTION = ['永久', '30年', '10年'] as const;

/** Acts on a document. Approval, review, filing for record, reporting and announcing are distinct acts. */
export const ACTS = ['起草', '送审', '审阅', '批准', '印发', '公布', '报送', '备案', '接收', '退回', '替代'] as const;
export type Act = (typeof ACTS)[number];

const computerFile = shape('计算机文件', '+', [
  shape('角色', '1', words('版式文件', '流转文件', '原稿', '附件', '目录')),
  shape('计算机文件名', '1', text(1024)),
  shape('格式名称', '1', text(100)),
  shape('MIME', '1', text(200)),
  shape('大小', '1', integer(0)),
  shape('校验算法', '1', words('SHA-256')),
  shape('校验码', '1', digest),
]);

const act = shape('业务行为', '*', [
  shape('行为', '1', words(...ACTS)),
  shape('版本', '1', integer(1)),
  shape('日期', '1', date),
  shape('机构', '?', text()),
  shape('人员', '?', text(100)),
  shape('会议', '?', text()),
  shape('文号', '?', text(100)),
  shape('范围', '?', text()),
  shape('原因', '?', text(2000)),
  shape('说明', '?', text(2000)),
]);

/** One 件 (DA/T 22, cl. 3) described in the groups of DA/T 46. */
const item = shape('文件', '+', [
  shape('序号', '1', integer(1)),
  shape('聚合层次', '1', words('件')),
  shape('来源', '1', [
    shape('档案馆名称', '?', text()),
    shape('全宗名称', '?', text()),
    shape('立档单位名称', '+', text()),
  ]),
  shape('电子文件号', '1', identifier),
  shape('档号', '1', [
    shape('编号', '?', text(200)),
    shape('全宗号', '?', text(50)),
    shape('年度', '1', { kind: 'pattern', pattern: '[12][0-9]{3}', label: '四位年份' }),
    shape('保管期限', '?', words(...RETENTION)),
    shape('机构或问题', '?', text(100)),
    shape('件号', '?', { kind: 'pattern', pattern: '[0-9]{4}', label: '四位数字' }),
  ]),
  shape('内容描述', '1', [
    shape('题名', '1', text(1000)),
    shape('关键词', '*', text(100)),
    shape('文件编号', '?', text(100)),
    shape('责任者', '+', text()),
    shape('日期', '1', date),
    shape('文种', '1', text(100)),
    shape('密级', '1', words('公开')),
  ]),
  shape('形式特征', '1', [
    shape('件数', '1', integer(1)),
    shape('页数', '1', integer(0)),
    shape('语种', '1', words('汉语')),
    shape('稿本', '1', words('正本', '草稿')),
    shape('版本', '1', integer(1)),
    shape('修改说明', '?', text(4000)),
  ]),
  shape('电子属性', '1', [computerFile, shape('创建程序', '1', text(100))]),
  shape('权限管理', '1', [shape('控制标识', '1', words('公开'))]),
  shape('业务实体', '1', [act]),
]);

/** Every element of `metadata.xml`. The XML Schema and the validation are both derived from this table. */
export const ROOT = shape('归档包元数据', '1', [
  shape('包', '1', [
    shape('标识', '1', identifier),
    shape('类型', '1', words('报送', '备案', '批量')),
    shape('活动', '1', text()),
    shape('报送单位', '+', text()),
    shape('报送机关', '+', text()),
    shape('日期', '1', date),
    shape('件数', '1', integer(1)),
    shape('前包', '*', [shape('标识', '1', identifier), shape('摘要', '1', digest)]),
  ]),
  shape('随包文件', '1', [computerFile]),
  item,
]);

/** A namespace of this project, since DA/T 46 defines element names without a namespace. */
export const NAMESPACE = 'urn:hongtou:filing-metadata:1';
