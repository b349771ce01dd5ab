import type { Image } from '../../model/block.js';
import { imagesIn, pictureType } from '../../model/doc-images.js';
import type { Entry, Project } from '../../model/project.js';
import type { Finding, Rule } from '../rule.js';

/** Every picture of a text is a file of the workspace in a format that can be printed. */
export const imageMissing: Rule = {
  code: 'IMAGE-MISSING',
  severity: 'error',
  completeness: true,
  title: '图片要在工作目录里，是 PNG 或 JPEG',
  detail: '图片与正文放在一起，才能随文归档、多年后还印得出。不读工作目录以外的文件，也不从网上下载。别的格式印不出来。',
  source: '工作目录以外的内容一律不读',
  examples: {
    good: { file: 'units/qiaodong/plan.md', lines: '## 基本原则\n\n先问居民，再定办法。' },
    bad: { file: 'units/qiaodong/plan.md', lines: '## 基本原则\n\n先问居民。\n\n![窗口](./window.png)' },
  },
  run: (project) =>
    project.entries.flatMap((entry) => imagesOf(entry).flatMap((image) => inspectImage(image, entry, project))),
};

function imagesOf(entry: Entry): readonly Image[] {
  return entry.sections().flatMap((section) => section.blocks.flatMap(imagesIn));
}

function inspectImage(image: Image, entry: Entry, project: Project): readonly Finding[] {
  const exists = project.files.has(image.path);
  if (exists && pictureType(image.path) !== undefined) return [];
  const span = image.span ?? { path: entry.source.path, start: 0, end: 0 };
  const isOutside = /^[a-z]+:|^\//i.test(image.path);
  const notFound = isOutside ? `图片 ${image.path} 不在工作目录里，不会去读取或下载` : `找不到图片 ${image.path}`;
  const message = exists ? `图片 ${image.path} 不是 PNG 或 JPEG，印不出来` : notFound;
  const hint = '把图片（PNG 或 JPEG）放在本文件旁边，写成 ![说明](./图片名.png)。';
  return [{ message, span, hint }];
}
