import { explain, listCodes, nearestCode } from '../app/explain/explain.js';
import { UsageError } from './failure.js';

/** Prints the explanation of a code; without a code, the list of all codes. */
export function runExplain(code: string | undefined): void {
  if (code === undefined) {
    process.stdout.write(listCodes());
    return;
  }
  const text = explain(code);
  if (text === null) throw new UsageError(unknown(code));
  process.stdout.write(text);
}

function unknown(code: string): string {
  const near = nearestCode(code);
  return `没有“${code}”这个代码。${near === '' ? '' : `是不是 ${near}？`}不写代码可以看到全部。`;
}
