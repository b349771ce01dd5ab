/** Names that Windows keeps for devices, whatever ending they have. */
const RESERVED = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|$)/i;
/** Characters that some system refuses in a name, control characters and marks that turn the reading direction. */

const REFUSED = /[\u0000-\u001F\u007F<>:"|?*\\\u202A-\u202E\u2066-\u2069]/;
const MAX_PATH_BYTES = 1024;
const MAX_NAME_BYTES = 240;
const MAX_DEPTH = 16;

/** Why a path inside a package may not be followed, in Chinese; empty where it may. `/` separates its parts. */
export function pathFault(path: string): string {
  const parts = path.split('/');
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return '是绝对路径，会写到包的外面';
  if (path.startsWith('~')) return '以“~”开头，会指到用户的文件夹';
  if (parts.includes('..')) return '含有“..”，会指到包的外面';
  if (parts.some((part) => part === '' || part === '.')) return '路径中有空的一级';
  if (REFUSED.test(path)) return '文件名含有控制字符或系统不允许的字符';
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

/** What two names have in common that some file system takes for one name. */
export function foldedName(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** A file name that every system accepts, as near as possible to the given one. */
export function safeName(name: string): string {
  const kept = [...name].map((character) => (REFUSED.test(character) || character === '/' ? '_' : character)).join('');
  const trimmed = kept.replace(/[ .]+$/, '').replace(/^~/, '_');
  const named = RESERVED.test(trimmed) ? `_${trimmed}` : trimmed;
  return named === '' ? '_' : shorten(named);
}

/** Room is left for a number that tells equal names apart; the ending is kept. */
function shorten(name: string): string {
  const limit = MAX_NAME_BYTES - 40;
  if (byteLength(name) <= limit) return name;
  const ending = /\.[^.]{1,8}$/.exec(name)?.[0] ?? '';
  const stem = [...name.slice(0, name.length - ending.length)];
  while (byteLength(stem.join('') + ending) > limit) stem.pop();
  return stem.join('') + ending;
}
