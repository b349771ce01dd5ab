import { resolve } from 'node:path';
import { openWatchSession } from '../app/watch/watch-session.js';
import type { WatchSession } from '../app/watch/watch-session.js';
import type { WorkspaceBuild } from '../app/build/workspace-build.js';
import { openDisk } from '../host/disk.js';
import { systemClock } from '../host/clock.js';
import { openLog } from '../host/log.js';
import { packageRoot } from '../host/package.js';
import { createToolchain } from '../host/toolchain.js';
import { watchFolders } from '../host/watcher.js';
import { summaryOf, toOptions } from './build.js';
import type { BuildFlags } from './build.js';
import type { Log } from '../model/ports.js';
import { EXIT, UsageError } from './failure.js';
import { countFindings, printFindings } from './session.js';

type Kind = WorkspaceBuild['kind'];

/** Builds, and builds again after every change to the content, until it is interrupted. */
export async function runDev(flags: BuildFlags): Promise<void> {
  const disk = await openDisk(flags.workspace);
  if ((await disk.read('content/campaign.md')) === null)
    throw new UsageError(
      '这里没有 content/campaign.md。在放有 content 文件夹的地方运行，或者用“--workspace 文件夹”指明。',
    );
  const out = await openDisk(resolve(flags.workspace, flags.out), { create: true });
  const options = toOptions(flags);
  const ports = { disk, out, clock: systemClock, log: firstBuildProgress(openLog()) };
  const toolchain = createToolchain({ workspace: flags.workspace, jobs: options.jobs });
  const session = openWatchSession(ports, await openDisk(packageRoot), toolchain, options, flags.asOf ?? '');
  const kinds = new Set<Kind | null>();
  const queue = createQueue(async (saved) => {
    kinds.add(await buildOnce(session, saved));
  });
  const interrupted = untilInterrupted();
  const watcher = await watchFolders(flags.workspace, ['content', 'templates'], queue.add);
  queue.add([]);
  await queue.idle();
  // Saving a file cannot correct a wrong name on the command line.
  const isMisnamed = kinds.has('misnamed');
  if (!isMisnamed) {
    process.stdout.write('保存后自动重做，按 Ctrl-C 结束。\n');
    await interrupted;
  }
  await watcher.close();
  await queue.idle();
  await session.close();
  process.exitCode = isMisnamed ? EXIT.environment : EXIT.done;
}

/** Shows progress for the first build only, since later builds are short. */
function firstBuildProgress(log: Log): Log {
  let isFirst = true;
  return {
    line: (text) => {
      log.line(text);
    },
    progress: (...at) => {
      if (isFirst) log.progress(...at);
    },
    end: () => {
      log.end();
      isFirst = false;
    },
  };
}

/** Runs one build at a time. Files saved meanwhile are collected for the next build. */
function createQueue(work: (saved: readonly string[]) => Promise<void>): {
  readonly add: (saved: readonly string[]) => void;
  readonly idle: () => Promise<void>;
} {
  let pending: readonly string[] | null = null;
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    while (pending !== null) {
      const saved = pending;
      pending = null;
      await work(saved);
    }
    running = null;
  };
  return {
    add: (saved) => {
      pending = [...new Set([...(pending ?? []), ...saved])];
      running ??= run();
    },
    idle: () => running ?? Promise.resolve(),
  };
}

async function buildOnce(session: WatchSession, saved: readonly string[]): Promise<Kind | null> {
  const started = systemClock.now();
  const build = await session.build(saved).catch((error: unknown) => String(error));
  if (typeof build === 'string') {
    process.stderr.write(`${build}\n`);
    return null;
  }
  const seconds = (systemClock.now() - started) / 1000;
  const isFirst = saved.length === 0;
  printFindings(isFirst ? build.diagnostics : build.diagnostics.filter(({ severity }) => severity === 'error'), build);
  if (isFirst && build.outcome) {
    process.stdout.write(summaryOf(build.outcome, countFindings(build.diagnostics), seconds));
    return build.kind;
  }
  for (const { path } of build.stale) process.stdout.write(`重做 ${path}\n`);
  const unbuilt = build.outcome ? '' : '，没有重做';
  process.stdout.write(
    `${isFirst ? '' : `${saved.join('、')}：`}${countFindings(build.diagnostics)}${unbuilt}，用时 ${seconds.toFixed(2)} 秒\n`,
  );
  return build.kind;
}

function untilInterrupted(): Promise<void> {
  return new Promise((resolveNow) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolveNow());
  });
}
