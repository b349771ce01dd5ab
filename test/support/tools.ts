import type { Toolchain } from '../../src/model/ports.js';
import { checked } from '../../src/model/diagnostic.js';
import type { Faces, FaceTable } from '../../src/model/ports.js';
import { gbt9704 } from '../../src/layout/styles.js';
import type { Role } from '../../src/model/style.js';

const roles: readonly Role[] = ['title', 'body', 'heading1', 'heading2', 'digits'];
export const byRole = <T>(value: (role: Role) => T): Readonly<Record<Role, T>> =>
  Object.fromEntries(roles.map((role) => [role, value(role)])) as Record<Role, T>;

export const faceTable: FaceTable = byRole((role) => ({
  role,
  official: gbt9704.faces[role],
  family: `Family ${role}`,
  substituted: false,
}));

/** Faces that have every character but those given. */
export const facesWithout = (characters: string): Faces => ({
  table: faceTable,
  fallbacks: byRole(() => []),
  missing: byRole(() => new Set(characters)),
});

/** The bytes of the drawing instead of a picture of it: nothing here looks at pixels. */
const drawingItself: Toolchain['rasterise'] = (svg, width) =>
  Promise.resolve(new TextEncoder().encode(`${width} ${svg}`));

/** A machine that has faces and draws charts, and where nothing may be printed. */
export const drawingTools: Toolchain = {
  version: '0',
  expectText: () => undefined,
  findFaces: () => Promise.resolve(checked(facesWithout(''))),
  openPrinter: () => Promise.reject(new Error('no document asks for a printer')),
  rasterise: drawingItself,
};
