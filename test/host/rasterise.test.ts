import { describe, expect, it } from 'vitest';
import { rasterise } from '../../src/host/rasterise.js';
import { imageSize } from '../../src/formats/docx/body/image-size.js';
import { latinFace } from '../support/faces.js';

const families = new Map([['Liberation', latinFace]]);
const drawing = (text: string, family = 'Liberation'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="72pt" height="36pt" viewBox="0 0 72 36"><text x="4" y="20" font-size="14" font-family="&quot;${family}&quot;">${text}</text></svg>`;

describe('rasterise', () => {
  it('draws a PNG of the width asked for, the same bytes each time', async () => {
    const [first, second] = [
      await rasterise(drawing('AB'), 300, families),
      await rasterise(drawing('AB'), 300, families),
    ];
    expect(imageSize(first)).toEqual({ type: 'png', width: 300, height: 150 });
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('sets text in the face that the drawing names, and in none of the machine', async () => {
    const blank = await rasterise(drawing(''), 300, families);
    expect(Buffer.compare(await rasterise(drawing('AB'), 300, families), blank)).not.toBe(0);
    expect(Buffer.compare(await rasterise(drawing('AB', 'DejaVu Sans'), 300, new Map()), blank)).toBe(0);
  });
});
