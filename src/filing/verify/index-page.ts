import { childrenNamed, textOf } from '../xml/node.js';
import type { XmlNode } from '../xml/node.js';
import { escapeXml } from '../xml/write.js';
import { readText } from './contents.js';
import { failure } from './finding.js';
import type { Finding } from './finding.js';
import type { FileTree } from './file-tree.js';

const INDEX_PAGE = 'index.html';
const TAG_FILES = new Set([
  'index.html',
  'bagit.txt',
  'bag-info.txt',
  'metadata/metadata.xml',
  'metadata/metadata.xsd',
]);

/** Checks that the index page lists every document and contains no script, and that there are no foreign tag files. */
export async function inspectIndex(tree: FileTree, root: XmlNode | null): Promise<readonly Finding[]> {
  const foreign = tree.entries
    .filter(({ path }) => !path.startsWith('data/') && !TAG_FILES.has(path) && !/^(tag)?manifest-\w+\.txt$/.test(path))
    .map(({ path }) => failure('FILE-FOREIGN', '安全性', path, '不是归档包应有的文件'));
  const text = await readText(tree, INDEX_PAGE);
  if (text === null) return [...foreign, failure('INDEX-MISSING', '完整性', INDEX_PAGE, '没有供人查看的目录页')];
  const active = /<script\b|\son\w+\s*=|javascript:/i.test(text)
    ? [failure('ACTIVE-CONTENT', '安全性', INDEX_PAGE, '含有脚本')]
    : [];
  const titles = root ? childrenNamed(root, '文件').map((item) => textOf(item, '内容描述', '题名')) : [];
  const unlisted = titles.filter((title) => !text.includes(escapeXml(title)));
  return [
    ...foreign,
    ...active,
    ...unlisted.map((title) => failure('INDEX-DIFFERS', '真实性', INDEX_PAGE, `没有列出“${title}”`)),
  ];
}
