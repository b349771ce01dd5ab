import { describe, expect, it } from 'vitest';
import { shareToolchain } from '../../../src/app/watch/shared-printer.js';
import { checked } from '../../../src/model/diagnostic.js';
import type { CharactersByRole, Faces, Printer } from '../../../src/model/ports.js';
import { byRole, drawingTools, facesWithout } from '../../support/tools.js';

const charactersOf = (text: string): CharactersByRole => byRole(() => new Set(text));

/** A machine where 䶮 is drawn by a face of its own, and which counts its browsers. */
function machine(open: () => Promise<void> = () => Promise.resolve()) {
  const seen = { opened: 0, closed: 0, looked: 0 };
  const rare = { family: 'Rare', digest: '', characters: new Set('䶮') };
  const withRare: Faces = { ...facesWithout(''), fallbacks: byRole(() => [rare]) };
  const openPrinter = async (): Promise<Printer> => {
    seen.opened += 1;
    await open();
    return {
      print: () => Promise.reject(new Error('nothing is printed')),
      close: () => Promise.resolve(void (seen.closed += 1)),
    };
  };
  const findFaces = (characters: CharactersByRole) => {
    seen.looked += 1;
    return Promise.resolve(checked(characters.body.has('䶮') ? withRare : facesWithout('')));
  };
  return { seen, tools: shareToolchain({ ...drawingTools, openPrinter, findFaces }) };
}

describe('tools that stand', () => {
  it('serve what was started early, and look for the same faces once', async () => {
    const { seen, tools } = machine();
    await tools.warm(charactersOf('整改'));
    await tools.findFaces(charactersOf('改整'));
    await (await tools.openPrinter()).close();
    expect(seen).toEqual({ opened: 1, closed: 0, looked: 1 });
    await tools.close();
    expect(seen.closed).toBe(1);
  });

  it('try again after a browser that did not start', async () => {
    let luck = false;
    const { seen, tools } = machine(() => (luck ? Promise.resolve() : Promise.reject(new Error('no browser'))));
    await expect(tools.openPrinter()).rejects.toThrow('no browser');
    luck = true;
    await tools.openPrinter();
    expect(seen.opened).toBe(2);
  });

  it('close a browser that nobody came to need, and close it once', async () => {
    const { seen, tools } = machine();
    await tools.warm(charactersOf('整改'));
    await tools.close();
    await tools.close();
    expect(seen).toEqual({ opened: 1, closed: 1, looked: 1 });
  });

  it('start another where another face is needed', async () => {
    const { seen, tools } = machine();
    await tools.warm(charactersOf('整改'));
    await tools.findFaces(charactersOf('整改䶮'));
    await tools.openPrinter();
    expect(seen).toEqual({ opened: 2, closed: 1, looked: 2 });
    await tools.close();
    expect(seen.closed).toBe(2);
  });

  it('say why no browser starts only to who asks for it', async () => {
    const { tools } = machine(() => Promise.reject(new Error('no browser')));
    await tools.warm(charactersOf('整改'));
    await expect(tools.openPrinter()).rejects.toThrow('no browser');
    await tools.close();
  });
});
