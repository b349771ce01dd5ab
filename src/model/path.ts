/** The path in the workspace that a content file means by one relative to itself; `..` climbs no higher than the workspace. */
export function besidePath(file: string, relative: string): string {
  const parts = file.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
