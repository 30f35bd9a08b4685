import { type HeaderFacts, plainFacts } from './facts.ts';
import { type HeaderReader, latin1, OutOfBytes, u16be, u32be } from './reader.ts';
import type { Orientation } from './types.ts';

const MAX_BOXES = 200;
const MAX_META = 4 << 20;
const AVIF_BRANDS = new Set(['avif', 'avis']);

interface Box {
  type: string;
  body: Uint8Array;
}

/** Reads the primary item of an AVIF or HEIF container (ISO/IEC 23008-12: `pitm`, `ipma`, `ispe`, `irot`, `imir`). */
export function readHeif(reader: HeaderReader): HeaderFacts {
  const head = reader.exactly(0, 16);
  const brands = reader.upTo(8, Math.min(u32be(head, 0) - 8, 256));
  const names: string[] = [];
  for (let at = 0; at + 4 <= brands.length; at += 4) if (at !== 4) names.push(latin1(brands, at, at + 4));
  const facts = plainFacts(names.some((name) => AVIF_BRANDS.has(name)) ? 'avif' : 'heif');
  facts.variant = names[0] ?? null;
  facts.colour = 'ycc';
  facts.animated = names[0] === 'avis' || names[0] === 'msf1' || names[0] === 'hevc';
  if (facts.animated) facts.frames = null;
  let meta: Uint8Array | null = null;
  let at = 0;
  for (let box = 0; box < MAX_BOXES && at + 8 <= reader.size && !reader.exhausted; box++) {
    const start = reader.exactly(at, 8);
    let length = u32be(start, 0);
    let headSize = 8;
    if (length === 1) {
      const long = reader.exactly(at + 8, 8);
      length = u32be(long, 0) * 2 ** 32 + u32be(long, 4);
      headSize = 16;
    } else if (length === 0) {
      length = reader.size - at;
    }
    if (length < headSize) {
      facts.damage = 'inconsistent';
      break;
    }
    if (latin1(start, 4, 8) === 'meta' && !meta) {
      if (length > MAX_META) throw new OutOfBytes();
      meta = reader.exactly(at + headSize, length - headSize);
    }
    at += length;
    if (at > reader.size) facts.damage = 'truncated';
  }
  if (!meta) throw new OutOfBytes();
  readMeta(meta.subarray(4), facts);
  return facts;
}

function readMeta(meta: Uint8Array, facts: HeaderFacts): void {
  const boxes = children(meta);
  const primary = primaryItem(find(boxes, 'pitm'));
  const properties = children(find(boxes, 'iprp') ?? new Uint8Array(0));
  const list = children(find(properties, 'ipco') ?? new Uint8Array(0));
  const chosen = associated(find(properties, 'ipma'), primary)
    .map((index) => list[index - 1])
    .filter((box) => box !== undefined);
  // A file without associations still has properties; the largest picture is then the best guess.
  const own = chosen.length > 0 ? chosen : list;
  let matrix: readonly number[] = [1, 0, 0, 1];
  for (const { type, body } of own) {
    if (type === 'ispe' && body.length >= 12) {
      facts.width = Math.max(facts.width, u32be(body, 4));
      facts.height = Math.max(facts.height, u32be(body, 8));
    } else if (type === 'pixi' && body.length >= 6) {
      facts.bitDepth = body[5]!;
      facts.channels = body[4]!;
    } else if (type === 'irot' && body.length >= 1) {
      for (let turn = 0; turn < (body[0]! & 3); turn++) matrix = multiply([0, 1, -1, 0], matrix);
    } else if (type === 'imir' && body.length >= 1) {
      matrix = multiply((body[0]! & 1) === 1 ? [-1, 0, 0, 1] : [1, 0, 0, -1], matrix);
    } else if (type === 'colr' && ['prof', 'rICC'].includes(latin1(body, 0, 4))) {
      facts.icc = true;
    }
  }
  if (facts.channels === 1) facts.colour = 'grey';
  facts.exifOrientation = ORIENTATIONS[matrix.join()] ?? 1;
  facts.hasAlpha = list.some(({ type, body }) => type === 'auxC' && latin1(body, 4, body.length).includes('alpha'));
  if (facts.hasAlpha) facts.channels++;
}

/** EXIF orientation by the matrix [a b c d] that takes stored (x, y), y downward, to shown coordinates. */
const ORIENTATIONS: Record<string, Orientation> = {
  '1,0,0,1': 1,
  '-1,0,0,1': 2,
  '-1,0,0,-1': 3,
  '1,0,0,-1': 4,
  '0,1,1,0': 5,
  '0,-1,1,0': 6,
  '0,-1,-1,0': 7,
  '0,1,-1,0': 8,
};

function multiply(a: readonly number[], b: readonly number[]): number[] {
  // `+ 0` turns -0 into 0, so that the key of the table above is found.
  return [
    a[0]! * b[0]! + a[1]! * b[2]! + 0,
    a[0]! * b[1]! + a[1]! * b[3]! + 0,
    a[2]! * b[0]! + a[3]! * b[2]! + 0,
    a[2]! * b[1]! + a[3]! * b[3]! + 0,
  ];
}

function children(bytes: Uint8Array): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= bytes.length && boxes.length < MAX_BOXES; ) {
    const length = u32be(bytes, at) || bytes.length - at;
    if (length < 8 || at + length > bytes.length) break;
    boxes.push({ type: latin1(bytes, at + 4, at + 8), body: bytes.subarray(at + 8, at + length) });
    at += length;
  }
  return boxes;
}

const find = (boxes: Box[], type: string): Uint8Array | undefined => boxes.find((box) => box.type === type)?.body;

function primaryItem(pitm: Uint8Array | undefined): number {
  if (!pitm || pitm.length < 6) return 1;
  return pitm[0] === 0 ? u16be(pitm, 4) : pitm.length >= 8 ? u32be(pitm, 4) : 1;
}

/** One-based indices of the properties of an item, in order. */
function associated(ipma: Uint8Array | undefined, item: number): number[] {
  if (!ipma || ipma.length < 8) return [];
  const wideItem = ipma[0]! > 0;
  const wideIndex = (ipma[3]! & 1) === 1;
  let at = 8;
  for (let entry = u32be(ipma, 4); entry > 0 && at + 5 <= ipma.length; entry--) {
    const id = wideItem ? u32be(ipma, at) : u16be(ipma, at);
    at += wideItem ? 4 : 2;
    const count = ipma[at++] ?? 0;
    const size = wideIndex ? 2 : 1;
    if (at + count * size > ipma.length) break;
    if (id === item) {
      return Array.from({ length: count }, (_, i) =>
        wideIndex ? u16be(ipma, at + 2 * i) & 0x7fff : ipma[at + i]! & 0x7f,
      );
    }
    at += count * size;
  }
  return [];
}
