import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import { version } from '../host/package.js';
import { runBuild } from './build.js';
import { runCheck } from './check.js';
import { runDoctor } from './doctor.js';
import { runNew } from './new.js';

/** The command line: names, options and help; what each command does is in the file of its name. */
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
  addCheck(program);
  program
    .command('new')
    .description('按文种的字段说明新建一个内容文件')
    .argument('<文种>', '文种的名称，例如 整改落实方案')
    .option('--unit <单位>', '单位文件夹的名称')
    .action((kind: string, _, command: Command) => runNew(kind, command.optsWithGlobals()));
  program
    .command('doctor')
    .description('检查 Node、浏览器和字体是否齐备')
    .action((_, command: Command) => runDoctor(command.optsWithGlobals()));
  return program;
}

function addBuild(program: Command): void {
  program
    .command('build')
    .description('生成公文')
    .option('--out <文件夹>', '成品放在哪里', 'out')
    .addOption(listOption('--unit <单位...>', '只生成这些单位的'))
    .addOption(listOption('--kind <文种...>', '只生成这些文种'))
    .option('--format <格式>', '格式，用逗号隔开', parseFormats, ['docx', 'pdf'])
    .option('--shard <份>', '只做 n 份中的第 i 份，写成 i/n', parseShard)
    .option('--jobs <个数>', '同时处理几份', parseCount, availableParallelism())
    .option('--force', '不管有没有变化，全部重做')
    .option('--strict', '有提醒也算没通过')
    .action((_, command: Command) => runBuild(command.optsWithGlobals()));
}

function addCheck(program: Command): void {
  program
    .command('check')
    .description('只检查，不生成')
    .addOption(listOption('--unit <单位...>', '只看这些单位的'))
    .addOption(new Option('--format <样式>', '结果的样式').choices(['pretty', 'json']).default('pretty'))
    .option('--strict', '有提醒也算没通过')
    .action((_, command: Command) => runCheck(command.optsWithGlobals()));
}

/** The parser sees `...` only after a Latin letter. */
function listOption(flags: string, description: string): Option {
  const option = new Option(flags, description);
  option.variadic = true;
  return option;
}

const FORMATS: readonly string[] = ['docx', 'pdf'];

function parseFormats(text: string): readonly string[] {
  const formats = text.split(',').map((part) => part.trim().toLowerCase());
  if (formats.every((format) => FORMATS.includes(format))) return formats;
  throw new InvalidArgumentError(`只能是 ${FORMATS.join('、')}。`);
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

/** The parser's own sentences, which it has in English only. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.+?)'/, '没有“$1”这个选项'],
  [/^error: unknown command '(.+?)'/, '没有“$1”这个命令'],
  [/^error: missing required argument '(.+?)'/, '还缺一个参数：$1'],
  [/^error: option '(.+?)' argument missing/, '选项“$1”后面要写内容'],
  [/^error: option '(.+?)' argument '(.+?)' is invalid\. (?:Allowed choices are (.+)\.)?/, '选项“$1”不能写“$2”。$3'],
  [/^error: too many arguments.*/, '参数写多了'],
  [/\(Did you mean (.+?)\?\)/, '（是不是 $1？）'],
];

function toChinese(text: string): string {
  return SENTENCES.reduce((sentence, [pattern, chinese]) => sentence.replace(pattern, chinese), text);
}
