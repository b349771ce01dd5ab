import { relative, resolve, sep } from 'node:path';
import { watch } from 'chokidar';

/** Delay after the last change before `onSave` is called, since editors save in several steps. */
const DEBOUNCE_MS = 30;

/** Calls `onSave` with the paths, relative to `root`, of files below `folders` that were changed, added or removed. */
export async function watchFolders(
  root: string,
  folders: readonly string[],
  onSave: (paths: readonly string[]) => void,
): Promise<{ readonly close: () => Promise<void> }> {
  const base = resolve(root);
  const watcher = watch(
    folders.map((folder) => resolve(base, folder)),
    { ignoreInitial: true, ignored: isHidden },
  );
  const saved = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', (event, path) => {
    if (event === 'addDir' || event === 'unlinkDir') return;
    saved.add(relative(base, path).split(sep).join('/'));
    clearTimeout(timer);
    timer = setTimeout(() => {
      const paths = [...saved].sort();
      saved.clear();
      onSave(paths);
    }, DEBOUNCE_MS);
  });
  await new Promise<void>((ready) => watcher.once('ready', ready));
  return {
    close: () => {
      clearTimeout(timer);
      return watcher.close();
    },
  };
}

/** Dot files and names with a final tilde are temporary files of editors or of this program. */
function isHidden(path: string): boolean {
  const name = path.split(sep).at(-1) ?? '';
  return name.startsWith('.') || name.endsWith('~') || name === 'node_modules';
}
