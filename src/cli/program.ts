import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import { FORMATS } from '../app/build/formats.js';
import { volumeFormats } from '../app/volumes/volume-plan.js';
import { isCalendarDate } from '../campaign/dates.js';
import { version } from '../host/package.js';
import { addFilingCommands } from './filing-commands.js';
import { formatOption, listOption } from './options.js';

/** The command line: names, options and help. The code of each command is in its own file, loaded when it runs. */
export function createProgram(): Command {
  const program = new Command('hongtou')
    .description('把活动内容合成公文：DOCX 用于流转，PDF 用于备案，版式依照 GB/T 9704-2012')
    .version(version, '-V, --version', '显示版本')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示某个命令的帮助')
    .option('--workspace <文件夹>', '工作目录，里面有 content 文件夹', '.')
    .option('--debug', '出意外时显示详细经过')
    .configureHelp({ styleTitle: (title) => HELP_TITLES[title] ?? title })
    .configureOutput({ outputError: (text, write) => write(toChinese(text)) })
    .exitOverride();
  addBuild(program);
  addDev(program);
  addBind(program);
  addCheck(program);
  addMerge(program);
  addStatus(program);
  addTrace(program);
  addImport(program);
  addFilingCommands(program);
  program
    .command('new')
    .description('按文种的字段说明新建一个内容文件')
    .argument('<文种>', '文种的名称，例如 整改落实方案')
    .option('--unit <单位>', '单位文件夹的名称')
    .option('--extra', '增刊，单独编号')
    .action(async (kind: string, _, command: Command) => {
      const { runNew } = await import('./new.js');
      await runNew(kind, command.optsWithGlobals());
    });
  program
    .command('explain')
    .description('说明检查结果里的一个代码；不写代码列出全部')
    .argument('[代码]', '检查结果每条末尾方括号里的代码')
    .action(async (code?: string) => {
      const { runExplain } = await import('./explain.js');
      runExplain(code);
    });
  program
    .command('doctor')
    .description('检查 Node、浏览器和字体是否齐备')
    .action(async (_, command: Command) => {
      const { runDoctor } = await import('./doctor.js');
      await runDoctor(command.optsWithGlobals());
    });
  return program;
}

function addBuild(program: Command): void {
  program
    .command('build')
    .description('生成公文')
    .option('--out <文件夹>', '成品放在哪里', 'out')
    .addOption(listOption('--unit <单位...>', '只生成这些单位的'))
    .addOption(listOption('--kind <文种...>', '只生成这些文种'))
    .addOption(formatOption())
    .option('--shard <份>', '只做 n 份中的第 i 份，写成 i/n', parseShard)
    .option('--jobs <个数>', '同时处理几份', parseCount, availableParallelism())
    .option('--force', '不管有没有变化，全部重做')
    .option('--explain', '说明每一份为什么要重做')
    .option('--as-of <日期>', '汇总表统计到哪一天', parseDay)
    .option('--strict', '有提醒也算没通过')
    .action(async (_, command: Command) => {
      const { runBuild } = await import('./build.js');
      await runBuild(command.optsWithGlobals());
    });
}

function addDev(program: Command): void {
  program
    .command('dev')
    .description('先生成一遍，以后每次保存自动重做改动的文件')
    .option('--out <文件夹>', '成品放在哪里', 'out')
    .addOption(listOption('--unit <单位...>', '只生成这些单位的'))
    .addOption(listOption('--kind <文种...>', '只生成这些文种'))
    .addOption(formatOption())
    .option('--jobs <个数>', '同时处理几份', parseCount, availableParallelism())
    .option('--as-of <日期>', '汇总表统计到哪一天', parseDay)
    .addOption(new Option('--no-open', '不打开预览').hideHelp())
    .action(async (_, command: Command) => {
      const { runDev } = await import('./dev.js');
      await runDev(command.optsWithGlobals());
    });
}

function addBind(program: Command): void {
  program
    .command('bind')
    .description('把选出的文件编成一册，有封面、目录和统一的页码')
    .addOption(listOption('--kind <文种...>', '收这些文种，按写的先后编排'))
    .addOption(listOption('--unit <单位...>', '收这些单位的'))
    .option('--title <标题>', '封面上的标题，不写按所收的文件拟', parseTitle)
    .option('--organ <机关>', '编印单位，不写是活动的办公室')
    .option('--date <日期>', '封面上的日期，不写是所收文件里最晚的成文日期', parseDay)
    .option('--draft', '草稿也收')
    .option('--two-sided', '双面印制：每份文件从单页起')
    .addOption(formatOption(volumeFormats(FORMATS)))
    .option('--out <文件夹>', '编好的放在哪里', 'out/bound')
    .action(async (_, command: Command) => {
      const { runBind } = await import('./bind.js');
      await runBind(command.optsWithGlobals());
    });
}

function addMerge(program: Command): void {
  program
    .command('merge')
    .description('把 build --shard 各份的成品合成一份')
    .argument('<文件夹...>', '各份的成品文件夹')
    .option('--out <文件夹>', '合成以后放在哪里', 'out')
    .action(async (folders: readonly string[], _, command: Command) => {
      const { runMerge } = await import('./merge.js');
      await runMerge(folders, command.optsWithGlobals());
    });
}

function addStatus(program: Command): void {
  program
    .command('status')
    .description('看各单位的报送进度')
    .addOption(listOption('--unit <单位...>', '只看这些单位的'))
    .option('--as-of <日期>', '看哪一天的，不写是今天', parseDay)
    .addOption(new Option('--format <样式>', '结果的样式').choices(['pretty', 'json', 'csv']).default('pretty'))
    .action(async (_, command: Command) => {
      const { runStatus } = await import('./status.js');
      await runStatus(command.optsWithGlobals());
    });
}

function addTrace(program: Command): void {
  program
    .command('trace')
    .description('查汇总表里的数字、材料引用的数字出自哪些内容文件的哪几行')
    .argument('<汇总表>', '汇总表的名称，例如 整改台账总表；或者一份材料的路径，例如 bulletins/001')
    .option('--row <行>', '只查这一行，写行里的单位或者类别')
    .option('--column <栏>', '只查这一栏，写表头')
    .option('--figure <数字>', '只查这个数字')
    .option('--as-of <日期>', '汇总表统计到哪一天', parseDay)
    .action(async (kind: string, _, command: Command) => {
      const { runTrace } = await import('./trace.js');
      await runTrace(kind, command.optsWithGlobals());
    });
}

function addImport(program: Command): void {
  program
    .command('import')
    .description('把单位报来的 Excel 或 CSV 台账、登记册、票数读进内容文件')
    .argument('<文件>', '.xlsx 或 .csv 文件')
    .requiredOption('--unit <单位>', '单位文件夹的名称')
    .option('--kind <文种>', '这是哪个文种的清单，不写由程序按表头辨认')
    .option('--force', '已有的清单也用表里的内容替换')
    .option('--dry-run', '只显示会写什么，不写文件')
    .action(async (file: string, _, command: Command) => {
      const { runImport } = await import('./import.js');
      await runImport(file, command.optsWithGlobals());
    });
}

function addCheck(program: Command): void {
  program
    .command('check')
    .description('只检查，不生成')
    .addOption(listOption('--unit <单位...>', '只看这些单位的'))
    .addOption(new Option('--format <样式>', '结果的样式').choices(['pretty', 'json', 'sarif']).default('pretty'))
    .option('--fix', '把不用斟酌的毛病改好，例如半角标点')
    .option('--dry-run', '与 --fix 合用：只显示会怎么改，不写文件')
    .option('--strict', '有提醒也算没通过')
    .action(async (_, command: Command) => {
      const { runCheck } = await import('./check.js');
      await runCheck(command.optsWithGlobals());
    });
}

/** A title that fits on the cover. */
function parseTitle(text: string): string {
  if (text.trim() !== '' && Array.from(text).length <= 60) return text.trim();
  throw new InvalidArgumentError('标题要有字，不超过60字。');
}

function parseDay(text: string): string {
  if (isCalendarDate(text)) return text;
  throw new InvalidArgumentError('写成 2026-03-09 的样子，要是日历上有的日子。');
}

function parseShard(text: string): { readonly index: number; readonly of: number } {
  const [index = 0, of = 0] = text.split('/').map(Number);
  if (Number.isInteger(index) && Number.isInteger(of) && index >= 1 && index <= of) return { index, of };
  throw new InvalidArgumentError('写成 1/4 的样子，前一个数不大于后一个。');
}

function parseCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1) return count;
  throw new InvalidArgumentError('要写一个正整数。');
}

const HELP_TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

/** Translations of Commander's messages, which are in English only. */
const TRANSLATIONS: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.+?)'/, '没有“$1”这个选项'],
  [/^error: unknown command '(.+?)'/, '没有“$1”这个命令'],
  [/^error: missing required argument '(.+?)'/, '还缺一个参数：$1'],
  [/^error: required option '(.+?)' not specified/, '还缺一个选项：$1'],
  [/^error: option '(.+?)' argument missing/, '选项“$1”后面要写内容'],
  [/^error: option '(.+?)' argument '(.+?)' is invalid\. (?:Allowed choices are (.+)\.)?/, '选项“$1”不能写“$2”。$3'],
  [/^error: too many arguments.*/, '参数写多了'],
  [/\(Did you mean (.+?)\?\)/, '（是不是 $1？）'],
];

function toChinese(text: string): string {
  return TRANSLATIONS.reduce((sentence, [pattern, chinese]) => sentence.replace(pattern, chinese), text);
}
