import type { StaleCause } from '../app/build/staleness.js';
import type { WorkspaceBuild } from '../app/build/workspace-build.js';

const CAUSES: Readonly<Record<StaleCause, string>> = {
  forced: '命令里写了 --force',
  new: '以前没有生成过',
  missing: '成品不见了',
  altered: '成品被人改动过',
  document: '内容或模板变了',
  images: '图片变了',
  style: '版式变了',
  faces: '字体变了',
  program: '程序换了版本',
};

/**
 * The output of `build --explain`: the inputs that changed since the last build, and the causes for each file written.
 */
export function explainBuild({ stale, changed, kind }: WorkspaceBuild): string {
  if (kind !== 'built') return '';
  const inputs = (changed ?? []).map((path) => `  ${path.replace(/^shipped:/, '程序自带的 ')}`);
  const since =
    changed === null
      ? '没有上次的记录可比'
      : inputs.length === 0
        ? '与上次相比，内容和模板没有变化'
        : '与上次相比，变了的文件：';
  const files = stale.map(({ path, causes }) => `  ${path}：${causes.map((cause) => CAUSES[cause]).join('、')}`);
  const written = files.length === 0 ? '没有要重做的文件' : `重做的文件 ${files.length} 个：`;
  return [since, ...inputs, written, ...files, ''].join('\n');
}
