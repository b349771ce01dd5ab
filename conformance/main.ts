import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pathsOf, readBuilt, type Built, type Judge, type Row } from './judge.js';
import { agreement } from './agreement.js';
import { ooxml } from './ooxml.js';
import { ruler } from './ruler.js';
import { subsetOf } from './subset.js';
import { printTable, type Line } from './table.js';
import { verapdf } from './verapdf.js';

/** The validators in the order of the table. */
const judges: readonly Judge[] = [ruler, agreement, verapdf, ooxml];

/** Exit codes: all requirements met, a requirement not met, nothing to validate. */
const MET = 0;
const NOT_MET = 1;
const NOTHING = 2;

const { values: options } = parseArgs({
  options: {
    out: { type: 'string', default: 'out' },
    /** Fail if a validator cannot run on this machine. */
    'require-all': { type: 'boolean', default: false },
    /** The slow validators also get every document. */
    all: { type: 'boolean', default: false },
  },
});

async function main(): Promise<number> {
  const built = await readBuilt(resolve(options.out));
  if (!built) {
    process.stderr.write(`${options.out} 里没有生成的文件，请先运行 npm run build。\n`);
    return NOTHING;
  }
  const lines = [...counts(built)];
  for (const judge of judges) lines.push(...(await ask(judge, built)));
  process.stdout.write(printTable(lines));
  return lines.some(({ verdict }) => verdict === '不合格') ? NOT_MET : MET;
}

/** The numbers of documents and pages. */
function counts({ artifacts }: Built): readonly Line[] {
  const documents = new Set(artifacts.map(({ path }) => path.replace(/\.\w+$/, ''))).size;
  const pages = artifacts.reduce((sum, artifact) => sum + artifact.pages, 0);
  return [
    { name: '文件', judged: '', bar: '', found: `${documents}`, verdict: '', findings: [] },
    { name: '页', judged: '', bar: '', found: `${pages}`, verdict: '', findings: [] },
  ];
}

async function ask(judge: Judge, built: Built): Promise<readonly Line[]> {
  const missing = await judge.missing();
  if (missing !== null) {
    const verdict = options['require-all'] ? '不合格' : '未判';
    return judge.names.map((name) => ({ name, judged: '', bar: '', found: missing, verdict, findings: [] }));
  }
  const shown = judge.slow && !options.all ? subsetOf(built) : built;
  const begun = performance.now();
  const rows = await judge.judge(shown);
  process.stderr.write(`${judge.names.join('、')}：用时 ${Math.round((performance.now() - begun) / 1000)} 秒\n`);
  return rows.map((row) => lineOf(row, judged(judge, shown, built)));
}

/** How many of how many. */
function judged({ format }: Judge, shown: Built, built: Built): string {
  return format === null ? '样张' : `${pathsOf(shown, format).length}/${pathsOf(built, format).length}`;
}

function lineOf(row: Row, judged: string): Line {
  return { ...row, judged, verdict: row.met ? '合格' : '不合格' };
}

process.exitCode = await main();
