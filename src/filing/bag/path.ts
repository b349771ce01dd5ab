/** Device names that Windows reserves, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|$)/i;

/** Characters that some systems do not allow in names, control characters, and bidirectional formatting characters. */
const FORBIDDEN = /[\u0000-\u001F\u007F<>:"|?*\\\u202A-\u202E\u2066-\u2069]/;
const MAX_PATH_BYTES = 1024;
const MAX_NAME_BYTES = 240;
const MAX_DEPTH = 16;

/** The reason, in Chinese, why a path within a package is unsafe; empty if it is safe. `/` separates its segments. */
export function pathFault(path: string): string {
  const parts = path.split('/');
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return '是绝对路径，会写到包的外面';
  if (path.startsWith('~')) return '以“~”开头，会指到用户的文件夹';
  if (parts.includes('..')) return '含有“..”，会指到包的外面';
  if (parts.some((part) => part === '' || part === '.')) return '路径中有空的一级';
  if (FORBIDDEN.test(path)) return '文件名含有控制字符或系统不允许的字符';
  if (parts.some((part) => RESERVED.test(part))) return '是 Windows 保留的设备名';
  if (parts.some((part) => /[ .]$/.test(part))) return '文件名以空格或点结尾，Windows 会改名';
  return sizeFault(path, parts);
}

function sizeFault(path: string, parts: readonly string[]): string {
  if (parts.length > MAX_DEPTH) return `文件夹套了 ${parts.length} 层，最多 ${MAX_DEPTH} 层`;
  if (byteLength(path) > MAX_PATH_BYTES || parts.some((part) => byteLength(part) > MAX_NAME_BYTES))
    return '文件名太长，有的系统打不开';
  return '';
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** A key that is equal for names that some file systems treat as the same. */
export function foldedName(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** Converts a name to a file name that is valid on every system. */
export function safeName(name: string): string {
  const replaced = [...name]
    .map((character) => (FORBIDDEN.test(character) || character === '/' ? '_' : character))
    .join('');
  const trimmed = replaced.replace(/[ .]+$/, '').replace(/^~/, '_');
  const allowed = RESERVED.test(trimmed) ? `_${trimmed}` : trimmed;
  return allowed === '' ? '_' : shorten(allowed);
}

/** Shortens a name but keeps its extension. Leaves 40 bytes for a number that distinguishes equal names. */
function shorten(name: string): string {
  const limit = MAX_NAME_BYTES - 40;
  if (byteLength(name) <= limit) return name;
  const extension = /\.[^.]{1,8}$/.exec(name)?.[0] ?? '';
  const stem = [...name.slice(0, name.length - extension.length)];
  while (byteLength(stem.join('') + extension) > limit) stem.pop();
  return stem.join('') + extension;
}
