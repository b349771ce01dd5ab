import { Option } from 'commander';
import type { Command } from 'commander';
import type { DiffFlags } from './diff.js';
import type { FileFlags } from './file.js';
import type { HistoryFlags } from './history.js';
import type { ReceiptFlags } from './receipt.js';
import type { ReceiveFlags } from './receive.js';
import type { RecordFlags } from './record.js';
import type { RegisterFlags } from './register.js';
import type { VerifyFlags } from './verify.js';
import { listOption } from './options.js';

/** The commands for filing, for verifying packages and for the register. */
export function addFilingCommands(program: Command): void {
  addFile(program);
  addVerify(program);
  addReceive(program);
  addRegisterCommands(program);
  addRecord(program);
  program
    .command('receipt')
    .description('把上级发回的备案回执记入备案登记')
    .argument('<回执>', '回执文件')
    .addOption(archiveOption())
    .action(async (file: string, _, command: Command) => {
      const { runReceipt } = await import('./receipt.js');
      await runReceipt(file, command.optsWithGlobals<ReceiptFlags>());
    });
}

function addFile(program: Command): void {
  program
    .command('file')
    .description('做归档包、报送并登记；默认做各单位的备案报告及其材料')
    .option('--out <文件夹>', '成品放在哪里', 'out')
    .addOption(archiveOption())
    .addOption(listOption('--unit <单位...>', '只报这些单位的'))
    .addOption(listOption('--kind <文种...>', '只报这些文种，一份一包'))
    .option('--all', '凡是应报的都报，一份一包')
    .option('--batch', '应报的合成一包，一个上级一包')
    .option('--to <机关>', '报给哪个机关，不写按活动的规定')
    .option('--on <日期>', '报送日期，不写按内容里的报送日期，再不然按今天')
    .option('--sign <私钥>', '用这把 Ed25519 私钥（PEM）签名')
    .action(async (_, command: Command) => {
      const { runFile } = await import('./file.js');
      await runFile(command.optsWithGlobals<FileFlags>());
    });
}

function addVerify(program: Command): void {
  program
    .command('verify')
    .description('核对归档包（文件夹或 ZIP），或者核对备案登记')
    .argument('[归档包]', '文件夹或 ZIP')
    .option('--register', '核对工作目录里的备案登记')
    .option('--digest <摘要>', '包摘要应当是这个')
    .option('--key <公钥>', '用这把 Ed25519 公钥（PEM）核对签名')
    .option('--signature <签名>', '签名文件，不写就找包旁边的 .sig')
    .addOption(new Option('--format <样式>', '结果的样式').choices(['pretty', 'json']).default('pretty'))
    .action(async (path: string | undefined, _, command: Command) => {
      const { runVerify } = await import('./verify.js');
      await runVerify(path, command.optsWithGlobals<VerifyFlags>());
    });
}

function addReceive(program: Command): void {
  program
    .command('receive')
    .description('收文：核对归档包，出备案回执')
    .argument('<归档包>', '文件夹或 ZIP')
    .requiredOption('--by <机关>', '收文机关')
    .option('--on <日期>', '收文日期，不写按今天')
    .option('--number <收文号>', '收文号')
    .option('--return <原因>', '退回，写明原因')
    .option('--receipt <文件>', '回执写到哪里')
    .action(async (path: string, _, command: Command) => {
      const { runReceive } = await import('./receive.js');
      await runReceive(path, command.optsWithGlobals<ReceiveFlags>());
    });
}

function addRegisterCommands(program: Command): void {
  program
    .command('register')
    .description('看备案登记：应报、报出、迟报、接收、退回')
    .addOption(listOption('--unit <单位...>', '只看名称里有这些字的单位'))
    .addOption(new Option('--format <样式>', '结果的样式').choices(['pretty', 'csv']).default('pretty'))
    .action(async (_, command: Command) => {
      const { runRegister } = await import('./register.js');
      await runRegister(command.optsWithGlobals<RegisterFlags>());
    });
  program
    .command('history')
    .description('看一份文件的经过：起草、审阅、批准、印发、报送、退回、接收')
    .argument('<文件>', '例如 units/luwan/plan')
    .addOption(new Option('--format <样式>', '结果的样式').choices(['pretty', 'json']).default('pretty'))
    .action(async (name: string, _, command: Command) => {
      const { runHistory } = await import('./history.js');
      await runHistory(name, command.optsWithGlobals<HistoryFlags>());
    });
  program
    .command('diff')
    .description('比较一份文件的两个版本')
    .argument('<文件>', '例如 units/luwan/plan')
    .argument('<前一版>', '例如 v1')
    .argument('<后一版>', '例如 v2')
    .addOption(archiveOption())
    .option('--html <文件>', '写成网页')
    .action(async (name: string, before: string, after: string, _, command: Command) => {
      const { runDiff } = await import('./diff.js');
      await runDiff(name, before, after, command.optsWithGlobals<DiffFlags>());
    });
}

function addRecord(program: Command): void {
  program
    .command('record')
    .description('记一件事：批准、审阅、印发、公布、退回等')
    .argument('<文件>', '例如 units/luwan/plan')
    .argument('<事项>', '例如 批准')
    .option('--edition <版本>', '哪一版，不写按现在的', Number)
    .option('--on <日期>', '日期，不写按今天')
    .option('--by <机构>', '由哪个机构')
    .option('--person <人员>', '由谁')
    .option('--meeting <会议>', '在哪次会议上')
    .option('--number <文号>', '文号')
    .option('--audience <范围>', '公布的范围')
    .option('--reason <原因>', '退回的原因')
    .option('--note <说明>', '说明')
    .addOption(archiveOption())
    .action(async (name: string, act: string, _, command: Command) => {
      const { runRecord } = await import('./record.js');
      await runRecord(name, act, command.optsWithGlobals<RecordFlags>());
    });
}

function archiveOption(): Option {
  return new Option('--archive <文件夹>', '定版和归档包存在哪里').default('archive');
}
