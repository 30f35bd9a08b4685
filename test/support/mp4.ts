export const u16 = (value: number): number[] => [(value >> 8) & 255, value & 255];
export const u32 = (value: number): number[] => [...u16(Math.floor(value / 65536)), ...u16(value % 65536)];
export const text = (value: string): number[] => [...Buffer.from(value, 'latin1')];
export const zeros = (count: number): number[] => new Array<number>(count).fill(0);
export const box = (type: string, ...content: number[][]): number[] => {
  const body = content.flat();
  return [...u32(body.length + 8), ...text(type), ...body];
};

export interface Made {
  width: number;
  height: number;
  frames: number;
  ticksPerFrame: number;
  scale: number;
  turned?: boolean;
  mediaFirst?: boolean;
  /** Frames that an edit list shows of them. */
  shown?: number;
}

/** An MP4 with a sound track before the picture track. */
export function mp4({ width, height, frames, ticksPerFrame, scale, turned, mediaFirst, shown }: Made): Uint8Array {
  const one = [0, 1, 0, 0];
  const minus = [255, 255, 0, 0];
  const no = zeros(4);
  const matrix = turned
    ? [...no, ...one, ...no, ...minus, ...no, ...no, ...no, ...no, 0x40, 0, 0, 0]
    : [...one, ...no, ...no, ...no, ...one, ...no, ...no, ...no, 0x40, 0, 0, 0];
  const track = (handler: string, entry: number[]): number[] =>
    box(
      'trak',
      box('tkhd', zeros(40), matrix, u32(width * 65536), u32(height * 65536)),
      shown === undefined
        ? []
        : box('edts', box('elst', zeros(4), u32(1), u32(shown * ticksPerFrame), u32(1024), u32(65536))),
      box(
        'mdia',
        box('mdhd', zeros(12), u32(scale), u32(frames * ticksPerFrame), zeros(12)),
        box('hdlr', zeros(8), text(handler), zeros(12)),
        box(
          'minf',
          box(
            'stbl',
            box('stsd', zeros(4), u32(1), entry),
            box('stts', zeros(4), u32(1), u32(frames), u32(ticksPerFrame)),
          ),
        ),
      ),
    );
  const picture = box('avc1', zeros(24), u16(width), u16(height), zeros(50));
  const movie = box(
    'moov',
    box('mvhd', zeros(12), u32(scale), zeros(84)),
    track('soun', box('mp4a', zeros(40))),
    track('vide', picture),
  );
  const media = box('mdat', zeros(60_000));
  const kind = box('ftyp', text('isom'), zeros(8));
  return Uint8Array.from(mediaFirst ? [...kind, ...media, ...movie] : [...kind, ...movie, ...media]);
}
