import { IoError, type Printer, type PrintJob, type Printed } from '../../model/ports.js';
import { createSemaphore } from './semaphore.js';
import type { Tab } from './tab.js';

/** A browser that was started. */
export interface RunningBrowser {
  isConnected(): boolean;
  /** False where it still runs but no longer answers. */
  answers(): Promise<boolean>;
  openTab(): Promise<Tab>;
  close(): Promise<void>;
  kill(): void;
}

/**
 * Prints with `jobs` tabs of one browser, each one document after another. A document that fails is printed once more,
 * by itself: it may have been brought down by another one that killed the browser under both. Failing twice, it is
 * reported by an `IoError` and the rest goes on. A browser that died or hangs is started anew.
 */
export async function superviseBrowser(start: () => Promise<RunningBrowser>, jobs: number): Promise<Printer> {
  const places = Math.max(1, jobs);
  const semaphore = createSemaphore(places);
  const idle: Tab[] = [];
  let running = start();
  await running;

  const connected = async (): Promise<RunningBrowser> => {
    const current = running;
    if ((await current).isConnected()) return current;
    if (running === current) {
      idle.length = 0;
      running = start();
    }
    return running;
  };
  const attempt = async (job: PrintJob): Promise<Printed> => {
    const browser = await connected();
    const tab = idle.pop() ?? (await browser.openTab());
    try {
      const printed = await tab.print(job);
      idle.push(tab);
      return printed;
    } catch (error) {
      void tab.close();
      if (browser.isConnected() && !(await browser.answers())) browser.kill();
      throw error;
    }
  };
  const admitted = async (job: PrintJob, width: number): Promise<Printed> => {
    await semaphore.enter(width);
    try {
      return await attempt(job);
    } finally {
      semaphore.leave(width);
    }
  };
  return {
    print: async (job) => {
      try {
        return await admitted(job, 1);
      } catch (error) {
        if (error instanceof IoError) throw error;
      }
      return admitted(job, places).catch((error: unknown) => {
        throw error instanceof IoError ? error : gaveUp(error);
      });
    },
    close: async () => {
      // A browser that could not be started again has been reported for every document that asked for it.
      await (await running.catch(() => null))?.close();
    },
  };
}

function gaveUp(failure: unknown): IoError {
  const reason = failure instanceof Error ? (failure.message.split('\n')[0] ?? '') : String(failure);
  const message = `浏览器没能排出这份文件：${reason}。请再运行一次；仍不行，运行 hongtou doctor 查看浏览器。`;
  return new IoError('', message, { cause: failure });
}
