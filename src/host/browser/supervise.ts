import { IoError, type Printer, type PrintJob, type Printed } from '../../model/ports.js';
import { createSemaphore } from './semaphore.js';
import type { Tab } from './tab.js';

/** A running browser. */
export interface RunningBrowser {
  isConnected(): boolean;
  /** False if the browser is running but does not respond. */
  answers(): Promise<boolean>;
  openTab(): Promise<Tab>;
  close(): Promise<void>;
  kill(): void;
}

/**
 * Prints with `jobs` tabs of one browser. A document that fails is printed again, alone, since another document may
 * have crashed the browser. If it fails again, an `IoError` is thrown for it, and the others continue. A browser that
 * has crashed or hangs is restarted.
 */
export async function superviseBrowser(start: () => Promise<RunningBrowser>, jobs: number): Promise<Printer> {
  const tabs = Math.max(1, jobs);
  const semaphore = createSemaphore(tabs);
  const idle: Tab[] = [];
  let browserPromise = start();
  await browserPromise;

  const connect = async (): Promise<RunningBrowser> => {
    const current = browserPromise;
    if ((await current).isConnected()) return current;
    if (browserPromise === current) {
      idle.length = 0;
      browserPromise = start();
    }
    return browserPromise;
  };
  const printOnce = async (job: PrintJob): Promise<Printed> => {
    const browser = await connect();
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
  const printWithPermits = async (job: PrintJob, permits: number): Promise<Printed> => {
    await semaphore.acquire(permits);
    try {
      return await printOnce(job);
    } finally {
      semaphore.release(permits);
    }
  };
  return {
    print: async (job) => {
      try {
        return await printWithPermits(job, 1);
      } catch (error) {
        if (error instanceof IoError) throw error;
      }
      return printWithPermits(job, tabs).catch((error: unknown) => {
        throw error instanceof IoError ? error : toPrintError(error);
      });
    },
    close: async () => {
      // A failed restart has been reported for every document that needed the browser.
      await (await browserPromise.catch(() => null))?.close();
    },
  };
}

function toPrintError(failure: unknown): IoError {
  const reason = failure instanceof Error ? (failure.message.split('\n')[0] ?? '') : String(failure);
  const message = `浏览器没能排出这份文件：${reason}。请再运行一次；仍不行，运行 hongtou doctor 查看浏览器。`;
  return new IoError('', message, { cause: failure });
}
