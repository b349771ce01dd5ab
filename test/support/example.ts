import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from '../../src/check/rule.js';
import { openDisk } from '../../src/host/disk.js';
import type { Checked } from '../../src/model/diagnostic.js';
import type { Project } from '../../src/model/project.js';
import { readTemplates } from '../../src/read/kinds.js';
import type { Templates } from '../../src/read/kinds.js';
import { readProject } from '../../src/read/project.js';
import { loadSources } from '../../src/read/sources.js';
import type { Sources } from '../../src/read/sources.js';
import { ROOT, TINY } from './workspace.js';

export const RULES = join(ROOT, 'test', 'campaigns', 'rules');

/** A workspace in memory, so that hundreds of examples need not touch the disk. */
export interface Bench {
  readonly content: Sources;
  readonly templates: Templates;
  readonly templateSources: Sources;
}

export async function openBench(folder: string): Promise<Bench> {
  const [templateSources, content] = await Promise.all([
    loadSources(await openDisk(ROOT), 'templates', ['.hbs', '.yaml']),
    loadSources(await openDisk(folder), 'content', ['.md', '.csv']),
  ]);
  const { value: templates } = readTemplates(templateSources.value, 'templates/');
  if (!templates) throw new Error('the templates that are shipped cannot be read');
  return {
    content: content.value,
    templates,
    templateSources: templateSources.value,
  };
}

/** The small complete workspace that an example changes: the one that has its file. */
export function folderOf({ file }: Example): string {
  return existsSync(join(RULES, 'content', file)) ? RULES : TINY;
}

export function readBench({ content, templates, templateSources }: Bench): Checked<Project | null> {
  const files = new Map([...content].map(([path, { text }]) => [path, text.length]));
  return readProject({ content, files, templates, templateSources });
}

/** The workspace with the example's lines in the place of those with the same key or heading. */
export function applyExample(bench: Bench, { file, lines }: Example): Bench {
  const path = `content/${file}`;
  const source = bench.content.get(path);
  if (!source) throw new Error(`the example workspace has no ${file}`);
  const text = chunksOf(lines).reduce(place, source.text);
  return { ...bench, content: new Map([...bench.content, [path, { path, text }]]) };
}

const KEY = /^([^\s#\-:][^:\n]*):/;
const HEADING = /^## .+/;

/** The lines cut before every top-level key and every `##` heading. */
function chunksOf(lines: string): readonly string[] {
  const chunks: string[] = [];
  let inBody = false;
  for (const line of lines.split('\n')) {
    inBody ||= HEADING.test(line);
    const starts = HEADING.test(line) || (!inBody && KEY.test(line));
    if (starts || chunks.length === 0) chunks.push(line);
    else chunks.push(`${chunks.pop() ?? ''}\n${line}`);
  }
  return chunks;
}

function place(text: string, chunk: string): string {
  const end = text.indexOf('\n---', 3) + 1;
  const [front, body] = [text.slice(0, end), text.slice(end)];
  const heading = HEADING.exec(chunk)?.[0];
  if (heading !== undefined) return front + replaceBlock(body, heading, /^## /, `${chunk}\n\n`);
  const key = KEY.exec(chunk)?.[0] ?? '';
  return replaceBlock(front, key, /^[^\s-]/, `${chunk}\n`) + body;
}

/** `text` with the block that begins with `first` and ends before the next line matching `next` replaced; added at the end where there is none. */
function replaceBlock(text: string, first: string, next: RegExp, block: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line === first || line.startsWith(`${first} `));
  if (start < 0) return `${text.trimEnd()}\n${HEADING.test(first) ? '\n' : ''}${block}`;
  const length = lines.slice(start + 1).findIndex((line) => next.test(line));
  const after = length < 0 ? [] : lines.slice(start + 1 + length);
  return [...lines.slice(0, start), block + after.join('\n')].join('\n');
}
