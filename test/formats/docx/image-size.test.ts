import { describe, expect, it } from 'vitest';
import { imageSize } from '../../../src/formats/docx/body/image-size.js';
import { sampleImages } from '../../support/sample-doc.js';

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

describe('imageSize', () => {
  it('reads a PNG', () => {
    expect(imageSize(sampleImages.get('content/photo.png') ?? bytes())).toEqual({
      type: 'png',
      width: 640,
      height: 360,
    });
  });
  it('reads a JPEG past its application segment', () => {
    const app = [0xff, 0xe0, 0x00, 0x04, 0x00, 0x00];
    const frame = [0xff, 0xc0, 0x00, 0x11, 0x08, 0x01, 0x02, 0x03, 0x04, 0x03];
    expect(imageSize(bytes(0xff, 0xd8, ...app, ...frame))).toEqual({ type: 'jpg', width: 0x304, height: 0x102 });
  });
  it('reads a GIF', () => {
    expect(imageSize(bytes(0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0x0a, 0x00, 0x14, 0x00))).toEqual({
      type: 'gif',
      width: 10,
      height: 20,
    });
  });
  it('knows nothing of other files, or of the first bytes of one', () => {
    expect(imageSize(bytes(1, 2, 3))).toBeNull();
    expect(imageSize(bytes(0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff))).toBeNull();
    expect(imageSize(bytes())).toBeNull();
  });
});
