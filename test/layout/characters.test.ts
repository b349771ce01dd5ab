import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCharacterCollector } from '../../src/layout/characters.js';

/** Han, letters, marks, space, characters beyond the first plane, and halves of them. */
const TEXT = fc.string({
  unit: fc.constantFrom('整', '改', 'e', '\u0301', '\u3099', 'か', ' ', '\u200B', '𬱟', '\uD83D', '1'),
});

describe('the characters that are collected', () => {
  it('are those that leave ink, each with its marks, whatever was met before', () => {
    fc.assert(
      fc.property(fc.array(TEXT, { maxLength: 5 }), (texts) => {
        const collector = createCharacterCollector();
        for (const text of texts) collector.addText('body', text);
        const characters = texts.flatMap((text) => text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []);
        const inked = characters.filter((character) => !/^[\s\p{Cs}\u200B]/u.test(character));
        const taken = [...collector.take().body].filter((character) => !/^[\s\p{Cs}\u200B]/u.test(character));
        expect(new Set(taken)).toEqual(new Set(inked));
      }),
    );
  });
});
