import { describe, expect, it } from 'vitest';
import { overlayFirstPage, type PageSize } from '../../../src/formats/pdf/overlay.js';

/** One page of that size, with a content that draws nothing. */
function pdf(width: number, height: number): Uint8Array {
  const objects = [
    '<</Type /Catalog /Pages 2 0 R>>',
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    `<</Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources <<>> /Contents 4 0 R>>`,
    '<</Length 3>>\nstream\nq Q\nendstream',
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return new TextEncoder().encode(`%PDF-1.7\n${body}trailer\n<</Size 5 /Root 1 0 R>>\nstartxref\n0\n%%EOF\n`);
}

describe('a layer over the first page', () => {
  it('is placed by how that page lies', async () => {
    const seen: PageSize[] = [];
    const placeOn = (page: PageSize): { readonly x: number; readonly y: number } => {
      seen.push(page);
      return { x: page.width - 45, y: page.height - 16 };
    };
    for (const [width, height] of [
      [595, 842],
      [842, 595],
    ] as const) {
      await overlayFirstPage(pdf(width, height), pdf(45, 16), 0, placeOn);
    }
    expect(seen).toEqual([
      { width: 595, height: 842 },
      { width: 842, height: 595 },
    ]);
  });
});
