import { describe, expect, it } from 'vitest';
import { imagesKey, readImages } from '../../../src/app/build/image-files.js';
import { IoError } from '../../../src/model/ports.js';
import { memoryDisk } from '../../support/memory-disk.js';

const PNG = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64'),
);

async function disk() {
  const files = memoryDisk({});
  await files.write('whole.png', PNG);
  await files.write('broken.png', new TextEncoder().encode('not a picture'));
  await files.write('film.gif', PNG);
  return files;
}

const image = (path: string) => ({ kind: 'image', path, alt: '' }) as const;

describe('the pictures of a document', () => {
  it('are taken as they are where they can be shown', async () => {
    const found = await readImages([image('whole.png')], await disk(), false);
    expect(found.get('whole.png')).toEqual({ bytes: PNG, mediaType: 'image/png' });
  });

  it.each(['gone.png', 'broken.png', 'film.gif', 'bare'])(
    'leave a hole in a draft and none in a final document: %s',
    async (path) => {
      const files = await disk();
      expect((await readImages([image(path), image('whole.png')], files, true)).size).toBe(1);
      await expect(readImages([image(path)], files, false)).rejects.toThrow(IoError);
      await expect(readImages([image(path)], files, false)).rejects.toThrow(path);
    },
  );

  it('have a digest that is that of what is shown', async () => {
    const files = await disk();
    expect(await imagesKey([image('gone.png')], files)).toBe('');
    const before = await imagesKey([image('whole.png')], files);
    await files.write('whole.png', Uint8Array.from([...PNG, 0]));
    expect(await imagesKey([image('whole.png')], files)).not.toBe(before);
  });
});
