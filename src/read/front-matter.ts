import matter from 'gray-matter';
import type { Checked, Diagnostic } from '../model/diagnostic.js';
import type { Source } from '../model/source.js';

export interface FrontMatter {
  /** The YAML between the two `---` lines. */
  readonly yaml: string;
  readonly yamlStart: number;
  readonly bodyStart: number;
}

/** Replaces all engines of gray-matter, which would execute `---js` front matter. */
const wrapText = (text: string): object => ({ text });
const engines = { yaml: wrapText, javascript: wrapText, json: wrapText };

/** Length of the opening line: the first offset at which the closing line may begin. */
const OPENING_LENGTH = '---\n'.length;

/** Splits a file into front matter and body without parsing either. */
export function splitFrontMatter(source: Source): Checked<FrontMatter> {
  const { text, path } = source;
  const language = /^---[ \t]*([^\s-].*)/.exec(text)?.[1]?.trim();
  if (language !== undefined) {
    const message = `第一行的“---”后面写了“${language}”，这里只认 YAML，不执行任何代码`;
    return reject(source, { code: 'FRONT-MATTER-LANGUAGE', message, hint: '第一行只写三个减号“---”。' });
  }
  if (!/^---[ \t]*\r?\n/.test(text)) {
    const hint = '第一行写“---”，接着逐行写“名称: 内容”，再用一行“---”结束，然后是正文。';
    return reject(source, { code: 'FRONT-MATTER-MISSING', message: '文件开头没有“---”之间的信息栏', hint });
  }
  const end = /^---[ \t]*\r?$/m.exec(text.slice(OPENING_LENGTH));
  if (!end) {
    const hint = '信息栏写完后另起一行写三个减号“---”。';
    return reject(source, { code: 'FRONT-MATTER-OPEN', message: '信息栏只有开头的“---”，没有结尾的“---”', hint });
  }
  // The body is left out, since it is many times as long and gray-matter would copy it.
  const head = text.slice(0, OPENING_LENGTH + end.index + end[0].length + '\r\n'.length);
  const file = matter(head, { engines });
  const yamlStart = text.indexOf('---') + 3;
  const bodyStart = head.length - file.content.length;
  return {
    value: { yaml: text.slice(yamlStart, yamlStart + file.matter.length), yamlStart, bodyStart },
    diagnostics: [],
  };

  function reject(at: Source, found: Pick<Diagnostic, 'code' | 'message' | 'hint'>): Checked<FrontMatter> {
    const span = { path, start: 0, end: Math.max(0, at.text.search(/\r?\n|$/)) };
    const value = { yaml: '', yamlStart: 0, bodyStart: language === undefined ? 0 : at.text.length };
    return { value, diagnostics: [{ ...found, severity: 'error', span }] };
  }
}
