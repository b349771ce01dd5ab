import { cacheFolder } from '../../src/host/cache.js';
import { ROLES } from '../../src/host/font/roles.js';
import { findFaces } from '../../src/host/fonts.js';
import { gbt9704 } from '../../src/layout/styles.js';
import { ROOT } from './workspace.js';

/**
 * Whether this machine draws with what the project pins: on Linux x64 the browser of the npm package and the open faces
 * that the program fetches. Another face or another browser makes other pages.
 */
export async function drawsAsPinned(): Promise<boolean> {
  if (process.platform !== 'linux' || process.arch !== 'x64' || process.env['HONGTOU_BROWSER'] !== undefined)
    return false;
  const { value } = await findFaces({ workspace: ROOT, style: gbt9704 });
  return value !== null && ROLES.every((role) => value.sources[role].startsWith(cacheFolder()));
}
