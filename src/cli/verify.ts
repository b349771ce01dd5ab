import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openDisk } from '../host/disk.js';
import { toIoError } from '../host/io-error.js';
import { openPackage } from '../host/package-source.js';
import { readPublicKey } from '../host/signing-keys.js';
import { openTree } from '../filing/verify/file-tree.js';
import { LIMITS } from '../filing/verify/limits.js';
import { failure } from '../filing/verify/finding.js';
import type { Finding } from '../filing/verify/finding.js';
import { writeVerdict, writeVerdictJson } from '../filing/verify/report.js';
import { isSound, verifyPackage } from '../filing/verify/verify.js';
import type { Verdict } from '../filing/verify/verify.js';
import { signatureFault } from '../filing/signature.js';
import { REGISTER, loadRegister, missingRegisterNumbers } from '../app/filing/register-files.js';
import { EXIT, UsageError } from './failure.js';
import type { GlobalOptions } from './session.js';

export interface VerifyFlags extends GlobalOptions {
  readonly format: 'pretty' | 'json';
  readonly register?: boolean;
  readonly digest?: string;
  readonly key?: string;
  readonly signature?: string;
}

/** Verifies a package, or with `--register` the register of a workspace. A package needs no workspace. */
export async function runVerify(path: string | undefined, flags: VerifyFlags): Promise<void> {
  if (flags.register === true) return verifyRegister(path ?? flags.workspace, flags.format);
  if (path === undefined) throw new UsageError('还缺一个参数：归档包的文件夹或 ZIP；核对备案登记写 --register。');
  if (flags.signature !== undefined && flags.key === undefined)
    throw new UsageError('--signature 要与 --key 合用：没有公钥核对不了签名。再写上 --key 和报送单位另行送达的公钥。');
  const verdict = await verifySigned(path, flags);
  process.stdout.write(flags.format === 'json' ? writeVerdictJson(verdict) : writeVerdict(verdict));
  process.exitCode = isSound(verdict) ? EXIT.done : EXIT.content;
}

/** Opens and verifies the package at a path. */
export async function verifyAt(path: string, digest = ''): Promise<Verdict> {
  const { source, close } = await openPackage(path, LIMITS);
  try {
    return await verifyPackage(await openTree(source, LIMITS), digest);
  } finally {
    await close();
  }
}

async function verifySigned(path: string, flags: VerifyFlags): Promise<Verdict> {
  const verdict = await verifyAt(path, flags.digest);
  if (flags.key === undefined) return verdict;
  const file = flags.signature ?? `${path.replace(/[/\\]+$/, '').replace(/\.zip$/i, '')}.sig`;
  const pem = await readText(flags.key);
  const fault = signatureFault(await readText(file), verdict.id, verdict.digest, readPublicKey(pem));
  const finding: readonly Finding[] = fault === '' ? [] : [failure('SIGNATURE', '真实性', file, fault)];
  return { ...verdict, findings: [...verdict.findings, ...finding] };
}

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw toIoError(path, error);
  });
}

async function verifyRegister(workspace: string, format: 'pretty' | 'json'): Promise<void> {
  const disk = await openDisk(resolve(workspace));
  const { records, faults, head } = await loadRegister(disk);
  const lifeFiles = (await disk.list('content')).filter(({ path }) => path.endsWith('/life.jsonl'));
  const folders = lifeFiles.map(({ path }) => path.slice('content/'.length, path.lastIndexOf('/')));
  const missingNumbers = await missingRegisterNumbers(disk, folders);
  const problems = [
    ...faults.map(({ line, message }) => `${REGISTER} 第 ${line} 行：${message}`),
    ...missingNumbers.map((no) => `${REGISTER}：文件的经过里提到登记号 ${no}，登记里没有这一行`),
  ];
  if (format === 'json')
    process.stdout.write(`${JSON.stringify({ entries: records.length, head, problems }, null, 2)}\n`);
  else {
    const conclusion =
      problems.length === 0
        ? '登记前后相接，没有改动和缺行。只有把末行摘要另存一处，才能发现整本登记被重写。'
        : `没有通过：${problems.length} 处对不上。请从备份或版本库取回原来的登记。`;
    process.stdout.write(
      `${[`备案登记 ${records.length} 条`, `末行摘要：${head}`, ...problems, conclusion].join('\n')}\n`,
    );
  }
  process.exitCode = problems.length === 0 ? EXIT.done : EXIT.content;
}
