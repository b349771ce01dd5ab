import { branch, leaf, optional } from '../xml/node.js';
import type { XmlNode } from '../xml/node.js';
import { writeXml } from '../xml/write.js';
import { NAMESPACE, ROOT } from './shape.js';
import type { Act } from './shape.js';

export type FileRole = '版式文件' | '流转文件' | '原稿' | '附件' | '目录';

/** A payload file as described in the metadata. `path` begins with `data/`. */
export interface FileRecord {
  readonly role: FileRole;
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** An act (业务行为) on one version of a document. */
export interface ActRecord {
  readonly act: Act;
  readonly version: number;
  readonly date: string;
  readonly organ: string;
  readonly person: string;
  readonly meeting: string;
  readonly number: string;
  readonly audience: string;
  readonly reason: string;
  readonly note: string;
}

/** One 件 with its data for the metadata and the catalogue. */
export interface ItemRecord {
  /** Stable within the campaign, such as `yunling-2026.zhujian.analysis.v2`. */
  readonly id: string;
  readonly no: number;
  readonly units: readonly string[];
  readonly archive: string;
  readonly fonds: string;
  readonly fondsNo: string;
  /** 档号 and the 件号 within it; both empty until the documents are archived. */
  readonly archiveNo: string;
  readonly archiveItemNo: string;
  readonly retention: string;
  readonly department: string;
  readonly year: string;
  readonly title: string;
  readonly keywords: readonly string[];
  readonly number: string;
  readonly authors: readonly string[];
  readonly date: string;
  readonly kind: string;
  readonly pages: number;
  readonly draft: boolean;
  readonly version: number;
  readonly changeNote: string;
  readonly files: readonly FileRecord[];
  readonly acts: readonly ActRecord[];
}

export type PackageType = '报送' | '备案' | '批量';

/** A package of an earlier filing of the same documents. */
export interface EarlierPackage {
  readonly id: string;
  readonly digest: string;
}

export interface PackageRecord {
  readonly id: string;
  readonly type: PackageType;
  readonly campaign: string;
  readonly senders: readonly string[];
  readonly recipients: readonly string[];
  readonly date: string;
  readonly earlier: readonly EarlierPackage[];
  /** Files that belong to no 件: cover and catalogue. */
  readonly files: readonly FileRecord[];
  readonly items: readonly ItemRecord[];
}

/** Writes `metadata.xml`, which describes a package in the element groups of DA/T 46-2009. */
export function writeMetadata(record: PackageRecord): string {
  const head = branch('包', [
    leaf('标识', record.id),
    leaf('类型', record.type),
    leaf('活动', record.campaign),
    ...record.senders.map((name) => leaf('报送单位', name)),
    ...record.recipients.map((name) => leaf('报送机关', name)),
    leaf('日期', record.date),
    leaf('件数', record.items.length),
    ...record.earlier.map(({ id, digest }) => branch('前包', [leaf('标识', id), leaf('摘要', digest)])),
  ]);
  const children = [head, branch('随包文件', record.files.map(fileNode)), ...record.items.map(itemNode)];
  return writeXml({ ...branch(ROOT.name, children), attributes: { xmlns: NAMESPACE } });
}

function itemNode(item: ItemRecord): XmlNode {
  return branch('文件', [
    leaf('序号', item.no),
    leaf('聚合层次', '件'),
    branch('来源', [
      ...optional('档案馆名称', item.archive),
      ...optional('全宗名称', item.fonds),
      ...item.units.map((name) => leaf('立档单位名称', name)),
    ]),
    leaf('电子文件号', item.id),
    archiveNumber(item),
    content(item),
    form(item),
    branch('电子属性', [...item.files.map(fileNode), leaf('创建程序', 'Hongtou')]),
    branch('权限管理', [leaf('控制标识', '公开')]),
    branch('业务实体', item.acts.map(actNode)),
  ]);
}

function archiveNumber(item: ItemRecord): XmlNode {
  return branch('档号', [
    ...optional('编号', item.archiveNo),
    ...optional('全宗号', item.fondsNo),
    leaf('年度', item.year),
    ...optional('保管期限', item.retention),
    ...optional('机构或问题', item.department),
    ...optional('件号', item.archiveItemNo),
  ]);
}

function content(item: ItemRecord): XmlNode {
  return branch('内容描述', [
    leaf('题名', item.title),
    ...item.keywords.map((word) => leaf('关键词', word)),
    ...optional('文件编号', item.number),
    ...item.authors.map((name) => leaf('责任者', name)),
    leaf('日期', item.date),
    leaf('文种', item.kind),
    leaf('密级', '公开'),
  ]);
}

function form(item: ItemRecord): XmlNode {
  return branch('形式特征', [
    leaf('件数', 1),
    leaf('页数', item.pages),
    leaf('语种', '汉语'),
    leaf('稿本', item.draft ? '草稿' : '正本'),
    leaf('版本', item.version),
    ...optional('修改说明', item.changeNote),
  ]);
}

function fileNode(file: FileRecord): XmlNode {
  return branch('计算机文件', [
    leaf('角色', file.role),
    leaf('计算机文件名', file.path),
    leaf('格式名称', formatName(file.path)),
    leaf('MIME', file.mediaType),
    leaf('大小', file.bytes),
    leaf('校验算法', 'SHA-256'),
    leaf('校验码', file.sha256),
  ]);
}

/** The extension in capitals, as archives name formats. */
function formatName(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1]?.toUpperCase() ?? '无';
}

function actNode(act: ActRecord): XmlNode {
  return branch('业务行为', [
    leaf('行为', act.act),
    leaf('版本', act.version),
    leaf('日期', act.date),
    ...optional('机构', act.organ),
    ...optional('人员', act.person),
    ...optional('会议', act.meeting),
    ...optional('文号', act.number),
    ...optional('范围', act.audience),
    ...optional('原因', act.reason),
    ...optional('说明', act.note),
  ]);
}
