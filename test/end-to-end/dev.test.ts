import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ROOT, TINY, withWorkspace } from '../support/workspace.js';

interface Watching {
  readonly child: ChildProcess;
  /** Everything said so far, on both streams. */
  said(): string;
  /** Waits until something matches that was said after the last match. */
  hears(pattern: RegExp): Promise<void>;
}

function startDev(folder: string): Watching {
  const args = [join(ROOT, 'dist', 'cli.js'), 'dev', '--no-open', '--workspace', folder];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  let from = 0;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (more: string) => (text += more));
  return {
    child,
    said: () => text,
    hears: async (pattern) => {
      for (let waited = 0; !pattern.test(text.slice(from)); waited += 20) {
        if (waited > 120_000 || child.exitCode !== null) throw new Error(`${String(pattern)} was not said:\n${text}`);
        await wait(20);
      }
      from += text.slice(from).search(pattern) + 1;
    },
  };
}

const descendants = (pid: number): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return new RegExp(`\\) \\S ${pid} `).test(readFileSync(`/proc/${name}/stat`, 'utf8')) ? [Number(name)] : [];
      } catch {
        return [];
      }
    });

describe('the watch', () => {
  it('makes anew what is saved, bears a broken save, and takes its browser with it', async () => {
    await withWorkspace([TINY], async (folder) => {
      const plan = join(folder, 'content', 'units', 'dongmen', 'plan.md');
      const pdf = join(folder, 'out', 'units', 'dongmen', '实施方案.pdf');
      const sound = readFileSync(plan, 'utf8');
      const watching = startDev(folder);
      try {
        await watching.hears(/保存后自动重做/);
        const first = readFileSync(pdf);
        writeFileSync(plan, `${sound.trimEnd()}又及。\n`);
        await watching.hears(/重做 units\/dongmen\/实施方案\.pdf/);
        const second = readFileSync(pdf);
        expect(second.equals(first)).toBe(false);

        writeFileSync(plan, sound.replace('---\n', '---\n  坏: [\n'));
        await watching.hears(/YAML-SYNTAX/);
        expect(readFileSync(pdf).equals(second)).toBe(true);

        writeFileSync(plan, sound);
        await watching.hears(/重做 units\/dongmen\/实施方案\.pdf/);
        expect(readFileSync(pdf).equals(first)).toBe(true);

        rmSync(join(folder, 'content', 'units', 'xiyuan', 'plan.md'));
        await watching.hears(/xiyuan\/plan\.md：/);
        expect(readdirSync(join(folder, 'out', 'units', 'xiyuan'))).toEqual([]);

        const children = process.platform === 'linux' ? descendants(watching.child.pid ?? 0) : [];
        watching.child.kill('SIGINT');
        const code = await new Promise<number | null>((resolve) => watching.child.once('exit', resolve));
        expect(code, watching.said()).toBe(0);
        for (const pid of children) expect(() => process.kill(pid, 0), `browser ${pid}`).toThrow();
      } finally {
        watching.child.kill('SIGKILL');
      }
    });
  });
});
