import { describe, expect, it } from 'vitest';
import { superviseBrowser } from '../../src/host/browser/supervise.js';
import type { RunningBrowser } from '../../src/host/browser/supervise.js';
import { IoError } from '../../src/model/ports.js';
import type { Printed, PrintJob } from '../../src/model/ports.js';

/** Browsers that die of a page that says `crash`, stop answering at `hang`, and fail once at `stumble`. */
function faultyBrowsers(): { start: () => Promise<RunningBrowser>; started: () => number; closed: () => number } {
  let started = 0;
  let closed = 0;
  let stumbled = false;
  const start = (): Promise<RunningBrowser> => {
    started += 1;
    let state: 'up' | 'hung' | 'down' = 'up';
    const victims = new Set<(error: Error) => void>();
    const die = (): void => {
      state = 'down';
      for (const reject of victims) reject(new Error('Target closed'));
    };
    const print = ({ html }: PrintJob): Promise<Printed> =>
      new Promise((resolve, reject) => {
        victims.add(reject);
        setTimeout(() => {
          victims.delete(reject);
          if (html === 'crash') die();
          if (html === 'hang') state = 'hung';
          const trips = html === 'stumble' && !stumbled;
          stumbled ||= trips;
          if (state !== 'up' || trips) reject(new Error('Target closed'));
          else resolve({ pdf: new TextEncoder().encode(html), pages: 1 });
        }, 5);
      });
    return Promise.resolve({
      isConnected: () => state !== 'down',
      answers: () => Promise.resolve(state === 'up'),
      openTab: () => Promise.resolve({ print, close: () => Promise.resolve() }),
      close: () => Promise.resolve(void (closed += 1)),
      kill: die,
    });
  };
  return { start, started: () => started, closed: () => closed };
}

async function printAll(pages: readonly string[]): Promise<readonly string[]> {
  const { start } = faultyBrowsers();
  const printer = await superviseBrowser(start, 2);
  const results = await Promise.allSettled(pages.map((html) => printer.print({ html, afterLoad: '' })));
  return results.map((result) => {
    if (result.status === 'fulfilled') return new TextDecoder().decode(result.value.pdf);
    return result.reason instanceof IoError ? 'reported' : 'escaped';
  });
}

describe('a supervised browser', () => {
  it('reports the document that kills it twice and prints all others', async () => {
    const pages = ['a', 'b', 'crash', 'c', 'd', 'crash', 'e'];
    expect(await printAll(pages)).toEqual(['a', 'b', 'reported', 'c', 'd', 'reported', 'e']);
  });

  it('that could not be started again is closed without a word', async () => {
    const { start } = faultyBrowsers();
    let starts = 0;
    const once = () => ((starts += 1) === 1 ? start() : Promise.reject(new IoError('', '浏览器没有了')));
    const printer = await superviseBrowser(once, 1);
    await expect(printer.print({ html: 'crash', afterLoad: '' })).rejects.toThrow(IoError);
    await expect(printer.close()).resolves.toBeUndefined();
  });

  it('is started anew when it no longer answers', async () => {
    expect(await printAll(['a', 'hang', 'b', 'c'])).toEqual(['a', 'reported', 'b', 'c']);
  });

  it('gives a document that failed once a second try', async () => {
    expect(await printAll(['a', 'stumble', 'b'])).toEqual(['a', 'stumble', 'b']);
  });

  it('starts one browser for any number of documents', async () => {
    const { start, started, closed } = faultyBrowsers();
    const printer = await superviseBrowser(start, 2);
    await Promise.all(Array.from({ length: 40 }, (_, index) => printer.print({ html: `${index}`, afterLoad: '' })));
    await printer.close();
    expect([started(), closed()]).toEqual([1, 1]);
  });
});
