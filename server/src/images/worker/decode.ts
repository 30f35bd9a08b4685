import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FailOnOptions, Sharp } from 'sharp';
import { FEATURE_SIDE, packFeatures } from '../compare/local/features.ts';
import { DETAIL_SIDE, encodeDetail } from '../compare/look/detail.ts';
import { encodeFineness, FINE_SIDE, finenessOf } from '../fineness.ts';
import type { Pixels } from '../fingerprint/cells.ts';
import { PIXEL_SIDE, SIDE } from '../fingerprint/fingerprint.ts';
import { mayBeSmaller } from '../jpeg/small.ts';
import { hasSeam, looksDamaged } from '../jpeg/suspicion.ts';
import { walkJpeg } from '../jpeg/walk.ts';
import { hasHole } from '../webp/hole.ts';
import { isWebpSound } from '../webp/walk.ts';
import { decodeBmp } from './bmp-pixels.ts';
import { describe, describeJpegFile } from './describe.ts';
import { Gate } from './gate.ts';
import type { JpegThreads } from './jpeg-threads.ts';
import type { LoadedSharp } from './load-sharp.ts';
import { type DecodeAnswer, type DecodeDamage, type DecodeRequest, PIXEL_LIMIT } from './protocol.ts';

/** Seconds libvips may spend on one picture. */
const TIME_LIMIT_S = 20;
/** BMP files are read whole. */
const LARGEST_BMP = 600 << 20;
/** Pictures above are not decoded in full for an exact comparison: four bytes a pixel are held in memory. */
const EXACT_LIMIT = 64_000_000;
/** Fewer stray bytes between the parts of a JPEG are padding. */
const STRAY_BYTES = 64;

type Failure = { damage: DecodeDamage; detail: string };

/**
 * Carries out one request. Never throws; what the decoder complains about becomes the answer.
 * @param threads describe JPEGs where they are ready
 */
export async function decode(loaded: LoadedSharp, request: DecodeRequest, threads: JpegThreads): Promise<DecodeAnswer> {
  const { id } = request;
  if (request.width * request.height > PIXEL_LIMIT) return { id, bytes: null, damage: 'too-large', detail: null };
  try {
    const isSmaller = isLookedAt(request) && request.format === 'jpeg' && mayBeSmaller(request);
    const said = isSmaller ? await (threads.ask(request) ?? describeJpegFile(request)) : null;
    if (said && said !== 'broken') return { id, ...said, damage: null, detail: null };
    const input = open(loaded, request);
    if (!input) return { id, bytes: null, damage: 'not-compared', detail: null };
    if (request.job === 'thumbnail')
      return { id, bytes: await gate.together(() => thumbnail(request, input('none'))), damage: null, detail: null };
    const { pixels, failure } = await decodeTolerantly(request, input);
    if (request.job !== 'fingerprint')
      return { id, bytes: resultOf(request, pixels), damage: failure?.damage ?? null, detail: failure?.detail ?? null };
    const fault = faultOf(request, input.bytes, pixels, failure !== null || said === 'broken');
    const place = fault && (fault.at === null ? null : String(Math.floor(100 * fault.at)));
    return {
      id,
      ...describe(pixels, request),
      damage: failure?.damage ?? fault?.damage ?? null,
      detail: fault ? place : (failure?.detail ?? null),
    };
  } catch (error) {
    return { id, bytes: null, ...classify(error) };
  }
}

type Decoded = { pixels: Pixels; failure: Failure | null };
/** A pipeline over the file, and its bytes where they were read anyway. */
type Input = ((failOn: FailOnOptions) => Sharp) & { readonly bytes: Buffer | null };

/** A pipeline over the file, or null where there is no decoder for it. @throws what reading the file throws */
function open({ sharp, build }: LoadedSharp, request: DecodeRequest): Input | null {
  // Files are read where nothing waits: the threads that promises of files wait for are those that decode.
  if (request.format === 'bmp') {
    const file = readFileSync(request.path);
    const bmp = file.length <= LARGEST_BMP ? decodeBmp(file) : null;
    if (!bmp) return null;
    const raw = { width: bmp.width, height: bmp.height, channels: 4 as const };
    return Object.assign(() => sharp(bmp.rgba, { raw, limitInputPixels: PIXEL_LIMIT }), { bytes: null });
  }
  // The WebAssembly build has no view of the disk; the bytes of a JPEG or WebP are looked at too.
  const bytes = build === 'wasm' || isLookedAt(request) ? readFileSync(request.path) : null;
  const source = bytes ?? request.path;
  const pipeline = (failOn: FailOnOptions): Sharp =>
    sharp(source, { failOn, limitInputPixels: PIXEL_LIMIT, sequentialRead: true });
  return Object.assign(pipeline, { bytes });
}

/** Files above are decoded from the disk and not walked. */
const LARGEST_WALKED = 64 << 20;

const isLookedAt = ({ job, format, size }: DecodeRequest): boolean =>
  job === 'fingerprint' && (format === 'jpeg' || format === 'webp') && size !== undefined && size <= LARGEST_WALKED;

/** What is wrong with the data of a picture, and how far down its height, 0 to 1, where that is known. */
interface Fault {
  readonly damage: DecodeDamage;
  readonly at: number | null;
}

/**
 * Walks the data always when asked to be thorough, else where something looks odd. In a WebP only a hole does: a small picture of what
 * follows other damage is not told from sound ones, and to walk it costs four times its decoding.
 */
function faultOf(request: DecodeRequest, bytes: Buffer | null, pixels: Pixels, doubted: boolean): Fault | null {
  if (!bytes) return null;
  const asked = request.thorough === true || doubted;
  if (request.format === 'webp')
    return (asked || hasHole(bytes)) && isWebpSound(bytes) === false ? { damage: 'garbled', at: null } : null;
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const fault = asked || looksDamaged(bytes) || hasSeam(pixels) ? walkJpeg(bytes) : null;
  return fault && { damage: 'corrupt', at: fault.at };
}

/** A small JPEG as the trainer sees the picture: EXIF rotation is not applied, alpha is dropped. */
function thumbnail({ side = 256 }: DecodeRequest, image: Sharp): Promise<Buffer> {
  return image
    .timeout({ seconds: TIME_LIMIT_S })
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .removeAlpha()
    .jpeg({ quality: 80 })
    .toBuffer();
}

/** Luma of the middle of a picture at its own size; transparent pixels lie on white. */
function middle({ width, height }: DecodeRequest, image: Sharp): Promise<Pixels> {
  const [across, down] = [Math.min(width, FINE_SIDE), Math.min(height, FINE_SIDE)];
  const place = { left: (width - across) >> 1, top: (height - down) >> 1, width: across, height: down };
  return samples(image.extract(place).flatten({ background: '#fff' }).greyscale());
}

/** The samples of a picture, in sRGB as sharp makes them. */
async function samples(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

function run(request: DecodeRequest, image: Sharp): Promise<Pixels> {
  let pipeline = image.timeout({ seconds: TIME_LIMIT_S }).autoOrient();
  if (request.job === 'fineness') return middle(request, pipeline);
  // Alpha that is added to every picture takes a tenth of decoding it.
  if (request.job === 'fingerprint') return samples(pipeline.resize(...printSize(request), { fit: 'fill' }));
  if (request.job === 'places')
    pipeline = pipeline.resize(FEATURE_SIDE, FEATURE_SIDE, { fit: 'inside', withoutEnlargement: true });
  if (request.job === 'detail') pipeline = pipeline.resize(DETAIL_SIDE, DETAIL_SIDE, { fit: 'fill' });
  return samples(pipeline.ensureAlpha());
}

/**
 * Width and height that a picture is described at. JPEGs are decoded at an eighth of their size where they are shrunk to a ninth or
 * less (sharp's rule), which takes a sixth of the time off.
 */
function printSize({ format, width, height }: DecodeRequest): readonly [number, number] {
  const eighth = format === 'jpeg' && Math.min(width, height) >= NINTH * SIDE;
  const side = (pixels: number): number => (eighth ? Math.min(PIXEL_SIDE, Math.floor(pixels / NINTH)) : PIXEL_SIDE);
  return [side(width), side(height)];
}

const NINTH = 9;

/** Decodes strictly first, to hear of damage, and keeps what is left in a second try. */
async function decodeTolerantly(request: DecodeRequest, input: Input): Promise<Decoded> {
  // Only of JPEG are warnings worth hearing: they tell broken entropy data, and harmless oddities that are sorted out.
  const strict: FailOnOptions = request.format === 'jpeg' ? 'warning' : 'error';
  const started = Date.now();
  try {
    return { pixels: await gate.together(() => run(request, input(strict))), failure: null };
  } catch (error) {
    // What it says may be another picture's reason: asked again by itself, unless that takes long.
    if (Date.now() - started > SECOND_HEARING_MS) return decodeDamaged(request, input, error);
    return gate.alone(async () => {
      try {
        return { pixels: await run(request, input(strict)), failure: null };
      } catch (own) {
        return decodeDamaged(request, input, own);
      }
    });
  }
}

/** What is left of a picture that fails when it is decoded strictly; rejects where nothing is. */
async function decodeDamaged(request: DecodeRequest, input: Input, error: unknown): Promise<Decoded> {
  const failure = classify(error);
  if (failure.damage === 'timeout' || failure.damage === 'too-large') throw error;
  const pixels = await run(request, input('none'));
  return { pixels, failure: isHarmless(failure.detail) ? null : failure };
}

/** Pictures that were decoded for longer are not decoded again only to hear why they failed. */
const SECOND_HEARING_MS = 3000;
const gate = new Gate();

/** Warnings of libjpeg (jerror.h) that leave the picture whole: everything but broken or missing entropy data. */
function isHarmless(detail: string): boolean {
  if (!/jpeg/i.test(detail)) return false;
  const stray = /(\d+) extraneous bytes/.exec(detail)?.[1];
  if (stray !== undefined && Number(stray) >= STRAY_BYTES) return false;
  return !/premature end|bad Huffman|bad arithmetic|instead of RST|bad progression|unsupported marker/i.test(detail);
}

function classify(error: unknown): Failure {
  const { code, message } = error as NodeJS.ErrnoException;
  const detail = String(message ?? error);
  if (code !== undefined && /^E[A-Z]+$/.test(code)) return { damage: 'unreadable', detail: code };
  if (/timeout/i.test(detail)) return { damage: 'timeout', detail };
  if (/pixel limit|too large/i.test(detail)) return { damage: 'too-large', detail };
  if (/operation is blocked|unsupported image format|compression format|not built|No decoding plugin/i.test(detail)) {
    return { damage: 'not-compared', detail };
  }
  if (/premature end of JPEG|unexpected end|truncated|not enough data|too short/i.test(detail)) {
    return { damage: 'truncated', detail };
  }
  return { damage: 'corrupt', detail };
}

function resultOf(request: DecodeRequest, pixels: Pixels): Uint8Array | null {
  switch (request.job) {
    case 'pixels':
      return digest(pixels);
    case 'detail':
      return encodeDetail(pixels.data);
    case 'fineness':
      return encodeFineness(finenessOf(pixels.data, pixels.width, pixels.height));
    case 'places':
      return packFeatures(lumaOf(pixels.data), pixels.width, pixels.height);
    default:
      return null;
  }
}

/** Luma of RGBA pixels laid on white. */
function lumaOf(rgba: Uint8Array): Uint8Array {
  const luma = new Uint8Array(rgba.length / 4);
  for (let i = 0, at = 0; i < luma.length; i++, at += 4) {
    const opacity = rgba[at + 3]! / 255;
    luma[i] = (0.299 * rgba[at]! + 0.587 * rgba[at + 1]! + 0.114 * rgba[at + 2]!) * opacity + 255 * (1 - opacity);
  }
  return luma;
}

function digest({ data, width, height }: Pixels): Uint8Array | null {
  if (width * height > EXACT_LIMIT) return null;
  return createHash('sha256').update(data).update(`${width}x${height}`).digest();
}
