/** Columns of the matrix from linear sRGB to the D50 connection space, by IEC 61966-2-1 and a Bradford adaptation. */
const COLORANTS = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
} as const;
const D50 = [0.9642, 1, 0.8249] as const;
/** The Bradford adaptation from D65, the white of sRGB, to D50, by rows. */
const ADAPTATION = [1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168] as const;
/** The curve of IEC 61966-2-1: ((x + 0.055) / 1.055)^2.4 above 0.04045 and x / 12.92 below. */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] as const;
const HEADER = 128;
const TAG_ENTRY = 12;

/**
 * The sRGB colour space as an ICC profile of version 4.2 (ICC.1:2004-10): a display profile with a matrix and a curve.
 */
export function srgbProfile(): Uint8Array {
  const curve = [...ascii('para'), ...u32(0), ...u16(3), ...u16(0), ...CURVE.flatMap(fixed)];
  const matrix = [...ascii('sf32'), ...u32(0), ...ADAPTATION.flatMap(fixed)];
  return profile([
    [['desc'], localised('sRGB')],
    [['cprt'], localised('CC0')],
    [['wtpt'], xyz(D50)],
    [['chad'], matrix],
    [['rXYZ'], xyz(COLORANTS.rXYZ)],
    [['gXYZ'], xyz(COLORANTS.gXYZ)],
    [['bXYZ'], xyz(COLORANTS.bXYZ)],
    [['rTRC', 'gTRC', 'bTRC'], curve],
  ]);
}

/** Signatures of the tags that share the data, and the data. */
type Tag = readonly [readonly string[], readonly number[]];

function profile(tags: readonly Tag[]): Uint8Array {
  const count = tags.reduce((sum, [names]) => sum + names.length, 0);
  const entries: number[] = [];
  const data: number[] = [];
  for (const [names, bytes] of tags) {
    const offset = HEADER + 4 + count * TAG_ENTRY + data.length;
    entries.push(...names.flatMap((name) => [...ascii(name), ...u32(offset), ...u32(bytes.length)]));
    data.push(...bytes, ...zeros(-bytes.length & 3));
  }
  const body = [...u32(count), ...entries, ...data];
  return Uint8Array.from([...header(HEADER + body.length), ...body]);
}

/** ICC.1:2004-10, 7.2: a display device, RGB to XYZ, perceptual; the date is that of the specification. */
function header(size: number): readonly number[] {
  const kind = [...ascii('mntr'), ...ascii('RGB '), ...ascii('XYZ ')];
  const date = [2004, 10, 1, 0, 0, 0].flatMap(u16);
  const start = [...u32(size), ...u32(0), ...u32(0x04200000), ...kind, ...date, ...ascii('acsp')];
  const middle = [...start, ...zeros(28), ...D50.flatMap(fixed)];
  return [...middle, ...zeros(HEADER - middle.length)];
}

function localised(text: string): readonly number[] {
  const characters = Array.from(text, (character) => character.charCodeAt(0)).flatMap(u16);
  const record = [...ascii('enUS'), ...u32(characters.length), ...u32(28)];
  return [...ascii('mluc'), ...u32(0), ...u32(1), ...u32(12), ...record, ...characters];
}

function xyz(values: readonly number[]): readonly number[] {
  return [...ascii('XYZ '), ...u32(0), ...values.flatMap(fixed)];
}

function ascii(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

function fixed(value: number): readonly number[] {
  return u32(Math.round(value * 0x10000));
}

function u32(value: number): readonly number[] {
  return [(value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}

function u16(value: number): readonly number[] {
  return [(value >>> 8) & 0xff, value & 0xff];
}

function zeros(count: number): readonly number[] {
  return Array.from({ length: count }, () => 0);
}
