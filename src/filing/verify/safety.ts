import { foldedName, pathFault } from '../bag/path.js';
import { failure } from './finding.js';
import type { Finding } from './finding.js';
import type { PackageLimits } from '../../model/ports.js';
import type { FileTree } from './file-tree.js';

const MB = 1024 * 1024;

/** Checks paths, links and sizes before any file is read. If a finding is fatal (`isFatal`), no file is read. */
export function inspectSafety(tree: FileTree, limits: PackageLimits): readonly Finding[] {
  return [...inspectNames(tree), ...inspectCollisions(tree), ...inspectSizes(tree, limits)];
}

function inspectNames(tree: FileTree): readonly Finding[] {
  return tree.entries.flatMap(({ path, kind }) => {
    const fault = pathFault(path);
    const unsafe = fault === '' ? [] : [failure('PATH-UNSAFE', '安全性', path, `文件名${fault}`)];
    const link =
      kind === 'link' ? [failure('LINK', '安全性', path, '是链接，不是文件；链接会指到包的外面，没有跟过去看')] : [];
    const device = kind === 'other' ? [failure('NOT-A-FILE', '安全性', path, '不是普通文件，没有打开')] : [];
    return [...unsafe, ...link, ...device];
  });
}

/** Reports names that differ only in case or Unicode composition, which are one file on some systems. */
function inspectCollisions(tree: FileTree): readonly Finding[] {
  const seen = new Map<string, string>();
  return tree.entries.flatMap(({ path }) => {
    const other = seen.get(foldedName(path));
    seen.set(foldedName(path), path);
    return other === undefined || other === path
      ? []
      : [failure('NAME-COLLISION', '安全性', path, `与“${other}”只差大小写或组合方式，有的系统会当成同一个文件`)];
  });
}

function inspectSizes({ entries }: FileTree, limits: PackageLimits): readonly Finding[] {
  const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const tooLarge = (path: string, message: string): Finding => failure('TOO-LARGE', '安全性', path, message);
  return [
    ...(entries.length > limits.files
      ? [tooLarge('', `有 ${entries.length} 个文件，超过 ${limits.files} 个的上限，没有读`)]
      : []),
    ...(total > limits.totalBytes
      ? [tooLarge('', `展开后共 ${Math.ceil(total / MB)} MB，超过 ${limits.totalBytes / MB} MB 的上限，没有读`)]
      : []),
    ...entries
      .filter(({ bytes }) => bytes > limits.fileBytes)
      .map(({ path, bytes }) =>
        tooLarge(path, `有 ${Math.ceil(bytes / MB)} MB，超过 ${limits.fileBytes / MB} MB 的上限，没有读`),
      ),
  ];
}

/** Whether verification stops after a finding, without reading the package. */
export function isFatal({ code }: Finding): boolean {
  return code === 'TOO-LARGE' || code === 'ZIP-BROKEN' || code === 'ZIP-OVERLAP';
}
