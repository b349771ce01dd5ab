/** Format of a raster picture and its size in pixels. */
export interface ImageSize {
  readonly type: 'png' | 'jpg' | 'gif' | 'bmp';
  readonly width: number;
  readonly height: number;
}

/** Reads the size from the header of a PNG, JPEG, GIF or BMP; null for other formats and truncated files. */
export function imageSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = pngSize(view) ?? gifSize(view) ?? bmpSize(view) ?? jpegSize(view);
  return size !== null && size.width > 0 && size.height > 0 ? size : null;
}

function pngSize(view: DataView): ImageSize | null {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47) return null;
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

function gifSize(view: DataView): ImageSize | null {
  if (view.byteLength < 10 || view.getUint32(0) !== 0x47494638) return null;
  return { type: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** A negative height means that rows are stored from the top down. */
function bmpSize(view: DataView): ImageSize | null {
  if (view.byteLength < 26 || view.getUint16(0) !== 0x424d) return null;
  return { type: 'bmp', width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
}

/** Searches the segments for the frame header: SOF0 to SOF15 without DHT, JPG and DAC. */
function jpegSize(view: DataView): ImageSize | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 <= view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker < 0xff01) return null;
    if (isFrame(marker)) return { type: 'jpg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return null;
}

function isFrame(marker: number): boolean {
  return marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
}
