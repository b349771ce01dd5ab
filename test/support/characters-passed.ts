/**
 * How many characters the searches, cuts and patterns of some work pass over, all told. A search passes from where it
 * begins to where it finds or gives up, a cut passes what it cuts out. It is the same on every machine, however busy.
 * What a pattern goes over again within one match is not seen.
 */
export async function charactersPassed(work: () => Promise<unknown>): Promise<number> {
  let passed = 0;
  const { indexOf, lastIndexOf, slice, trimEnd } = String.prototype;
  const { exec } = RegExp.prototype;
  const counted = {
    indexOf(this: string, wanted: string, from = 0): number {
      const at = indexOf.call(this, wanted, from);
      passed += (at < 0 ? this.length : at) - from;
      return at;
    },
    lastIndexOf(this: string, wanted: string, from = this.length): number {
      const at = lastIndexOf.call(this, wanted, from);
      passed += from - Math.max(at, 0);
      return at;
    },
    slice(this: string, start?: number, end?: number): string {
      const cut = slice.call(this, start, end);
      passed += cut.length;
      return cut;
    },
    trimEnd(this: string): string {
      passed += this.length;
      return trimEnd.call(this);
    },
  };
  Object.assign(String.prototype, counted);
  // `test`, `match` and `replace` ask this one too.
  RegExp.prototype.exec = function (this: RegExp, text: string): RegExpExecArray | null {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    passed += (match ? match.index + match[0].length : text.length) - from;
    return match;
  };
  try {
    await work();
  } finally {
    Object.assign(String.prototype, { indexOf, lastIndexOf, slice, trimEnd });
    RegExp.prototype.exec = exec;
  }
  return passed;
}
