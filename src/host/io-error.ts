import { IoError } from '../model/ports.js';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满，请腾出空间后再试',
  EDQUOT: '磁盘配额已用完，请腾出空间后再试',
  EACCES: '没有权限，请检查文件和文件夹的权限，或关闭正在占用它的程序',
  EPERM: '没有权限，请检查文件和文件夹的权限，或关闭正在占用它的程序',
  EROFS: '磁盘是只读的，请换一个能写的位置',
  EISDIR: '这里应是文件，却是一个文件夹，请把文件夹移走或改名',
  ENOTDIR: '路径中间应是文件夹，却是一个文件，请把文件移走或改名',
  EBUSY: '文件正被别的程序占用（常见的是 Word 或 WPS），请关闭后再试',
  EMFILE: '同时打开的文件太多，请减少并发数（--jobs）后再试',
  ENFILE: '系统打开的文件太多，请关闭一些程序后再试',
  ENAMETOOLONG: '文件名太长，请改短',
  ELOOP: '链接绕成了圈，请检查文件夹中的链接',
  EIO: '磁盘读写出错，请检查磁盘',
};

/** Converts an error at `path` to an `IoError` with a Chinese message and the original as cause. Keeps an `IoError`. */
export function toIoError(path: string, error: unknown): IoError {
  if (error instanceof IoError) return error;
  const code = errorCode(error);
  const reason = REASONS[code] ?? `系统报告的错误是 ${code === '' ? String(error) : code}`;
  return new IoError(path, `${path === '' ? '工作区' : path}：${reason}。`, { cause: error });
}

/** The system error code, such as `ENOENT`; empty if it is not a system error. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
