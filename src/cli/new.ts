import { scaffold } from '../app/scaffold/scaffold.js';
import { UsageError } from './failure.js';
import { openSession, requireProject } from './session.js';
import type { GlobalOptions } from './session.js';

interface NewOptions extends GlobalOptions {
  readonly unit?: string;
  readonly extra?: boolean;
}

export async function runNew(kindName: string, options: NewOptions): Promise<void> {
  const session = await openSession(options);
  const [project, disk] = [requireProject(session), session.disk];
  const result = scaffold(project, kindName, options.unit ?? '', options.extra === true);
  if (typeof result === 'string') throw new UsageError(result);
  if (project.files.has(result.path)) throw new UsageError(`${result.path} 已经有了，没有改动它。`);
  for (const { path, text } of [result.schema, result]) await disk.write(path, new TextEncoder().encode(text));
  process.stdout.write(`已新建 ${result.path}，打开它，把每一项填好。\n`);
}
