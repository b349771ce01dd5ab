import { printable } from '../../encoding/terminal.js';
import { GROUPS } from './finding.js';
import type { Finding, Group } from './finding.js';
import { isSound } from './verify.js';
import type { Verdict } from './verify.js';

/** The criteria of each group, which the report always prints. */
const CRITERIA: Readonly<Record<Group, string>> = {
  真实性: '校验码、清单、元数据、日期、目录前后一致',
  完整性: '应有的文件、元数据和编号不缺不断',
  可用性: '文件打得开，格式名副其实，PDF 声明为归档版式',
  安全性: '没有外指路径、链接、脚本、宏、夹带和压缩炸弹',
};

/** Writes the verdict in Chinese, in the four groups of DA/T 70. */
export function writeVerdict(verdict: Verdict): string {
  const lines = [
    `归档包：${verdict.id === '' ? '（没有写明标识）' : printable(verdict.id)}`,
    ...(verdict.senders.length === 0
      ? []
      : [printable(`报送：${verdict.senders.join('、')} → ${verdict.recipients.join('、')}，${verdict.date}`)]),
    `规模：${verdict.items} 件，${verdict.files} 个文件，${verdict.bytes} 字节`,
    ...(verdict.digest === '' ? [] : [`包摘要：${verdict.digest}`]),
    '',
    ...GROUPS.flatMap((group) => groupLines(group, verdict.findings)),
    '',
    conclusion(verdict),
  ];
  return `${lines.join('\n')}\n`;
}

function groupLines(group: Group, findings: readonly Finding[]): readonly string[] {
  const groupFindings = findings.filter((finding) => finding.group === group);
  const failed = groupFindings.some(({ severity }) => severity === 'error');
  const head = `${failed ? '✗' : '✓'} ${group}　${CRITERIA[group]}`;
  return [head, ...groupFindings.map((finding) => `    ${findingLine(finding)}`)];
}

function findingLine({ severity, path, message, code }: Finding): string {
  const label = severity === 'error' ? '错误' : '提醒';
  return `${label} ${path === '' ? '整包' : printable(path)}：${printable(message)}  [${code}]`;
}

function conclusion(verdict: Verdict): string {
  const errors = verdict.findings.filter(({ severity }) => severity === 'error').length;
  if (!isSound(verdict)) return `没有通过：${errors} 处错误。请向报送单位索取原包，不要在这个包上修补。`;
  return '通过。这说明包内文件齐全，与做包时一字节不差；不说明是谁做的包，也不能排除整包重做，须与回执、登记或签名对照。';
}

/** Writes the verdict as JSON. */
export function writeVerdictJson(verdict: Verdict): string {
  const { findings, ...facts } = verdict;
  const groups = GROUPS.map((name) => {
    const groupFindings = findings.filter(({ group }) => group === name);
    return { name, passed: !groupFindings.some(({ severity }) => severity === 'error'), findings: groupFindings };
  });
  return `${JSON.stringify({ ...facts, passed: isSound(verdict), groups }, null, 2)}\n`;
}
