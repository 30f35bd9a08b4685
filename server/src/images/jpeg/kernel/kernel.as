// Walks the entropy-coded data of a baseline or progressive JPEG (ITU-T T.81) and keeps what a picture at an eighth of its size takes: the mean of each
// block, and of the quarters of blocks of colour that lie under four of light. AssemblyScript; tools/kernels.ts compiles it.
// All other coefficients are passed over by their lengths, those of baseline frames several at a time.

// Layout of the memory, in bytes.
export const FASTS: i32 = 0; // eight tables of 1024 codes, first four of DC: length · 256 + symbol, 16 bits each
const MERGED: i32 = 0x4000; // for each table of AC 2048 entries of 32 bits
export const SLOW: i32 = 0xc000; // for each table the largest codes, what to add for a place, and the symbols: 17 + 17 of 32 bits, 256 bytes
export const BLOCKS: i32 = 0xd000; // for each block of an MCU eight numbers of 32 bits, see `walk`
export const COMPONENTS: i32 = 0xe000; // for each component eight numbers of 32 bits, see `walk`
export const POSITION: i32 = 0xe100; // the bit after the last whole MCU
export const MARKER: i32 = 0xe104; // where the stretch ends, −1 for the end of the file
const PLACES: i32 = 0xe200; // for a column, the sample of the small picture it begins in, and its shares of this one and the next
const SUMS: i32 = 0x2e200; // sums of the row of samples that is made, and of the next: 16 bytes a sample
export const FREE: i32 = 0x30000;

const BITS = 11; // of the tables that hold several symbols
const END: u32 = 1 << 16; // mark of a block's end
const FAR: u32 = 200; // leads over the end of every block
const MOST_BITS: u32 = 10; // of a coefficient
const DC_BITS: u32 = 11;

/** Makes room for so many bytes. Returns whether there is. */
export function reserve(bytes: i32): bool {
  const pages = ((bytes + 0xffff) >>> 16) - memory.size();
  return pages <= 0 || memory.grow(pages) >= 0;
}

/** Makes the table of several symbols from that of one, for a table of AC (0 to 3). */
export function merge(table: i32): void {
  const fast = FASTS + (table + 4) * 2048;
  const to = MERGED + table * 8192;
  for (let prefix = 0; prefix < 1 << BITS; prefix++) {
    let taken: u32 = 0;
    let ahead: u32 = 0;
    let end: u32 = 0;
    while (taken < <u32>BITS) {
      const code = <u32>load<u16>(fast + ((((<u32>prefix << taken) & 2047) >>> 1) << 1));
      const length = code >>> 8;
      if (code === 0 || taken + length > <u32>BITS) break;
      const symbol = code & 255;
      const size = symbol & 15;
      if (symbol === 0) {
        // The end takes a place of its own, so that it is not taken for that of the next block.
        taken += length;
        ahead += 1;
        end = END;
        break;
      }
      // Sixteen zeros may lead over the end of a block; what makes no sense is looked at by itself.
      if (size === 0 || size > MOST_BITS) break;
      taken += length + size;
      ahead += (symbol >>> 4) + 1;
    }
    store<u32>(to + (prefix << 2), ahead === 0 || ahead > 64 ? FAR : end | (taken << 8) | ahead);
  }
}

/** Length · 256 + symbol of the code that bits begin with, 0 where there is none. */
// @ts-ignore: decorator
@inline
function codeAt(table: i32, bits: u64): u32 {
  const code = <u32>load<u16>(FASTS + table * 2048 + (<i32>(bits >>> 54) << 1));
  return code !== 0 ? code : longCode(table, <i32>(bits >>> 48));
}

function longCode(table: i32, bits: i32): u32 {
  const slow = SLOW + table * 512;
  for (let length = 11; length <= 16; length++) {
    const code = bits >>> (16 - length);
    if (code > load<i32>(slow + (length << 2))) continue;
    return (length << 8) | load<u8>(slow + 136 + load<i32>(slow + 68 + (length << 2)) + code);
  }
  return 0;
}

/** A coefficient of so many bits, which these begin with. */
// @ts-ignore: decorator
@inline
function valueOf(bits: u64, size: u32): i32 {
  if (size === 0) return 0;
  const value = <i32>(bits >>> (64 - <u64>size));
  return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
}

/**
 * Copies the data from a place on up to the next marker, without the zeros behind FF (F.1.2.3), the last byte first and downwards from
 * `top`: eight bytes of it are read as one number then. Zeros follow. Returns how many bytes there are.
 */
export function unstuff(from: i32, end: i32, top: i32): i32 {
  const full = i8x16.splat(-1);
  let at = from;
  let to = top;
  store<i32>(MARKER, -1);
  while (at < end) {
    if (at + 16 <= end) {
      const bytes = v128.load(at);
      const mask = i8x16.bitmask(i8x16.eq(bytes, full));
      v128.store(to - 15, i8x16.shuffle(bytes, bytes, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0));
      const clear = mask === 0 ? 16 : ctz(mask);
      at += clear;
      to -= clear;
      if (clear === 16) continue;
    } else if (load<u8>(at) !== 0xff) {
      store<u8>(to--, load<u8>(at++));
      continue;
    }
    if (at + 1 >= end) {
      store<u8>(to--, 0xff);
      break;
    }
    const next = load<u8>(at + 1);
    if (next !== 0) {
      // Markers may have any number of FF before them.
      while (at + 1 < end && load<u8>(at + 1) === 0xff) at++;
      store<i32>(MARKER, at);
      break;
    }
    store<u8>(to--, 0xff);
    at += 2;
  }
  memory.fill(to - 271, 0, 272);
  return top - to;
}

/** Up to 64 bits from a position on, 57 at least. */
// @ts-ignore: decorator
@inline
function bitsAt(top: i32, position: i32): u64 {
  return load<u64>(top - 7 - (position >>> 3)) << (<u64>(position & 7));
}

/**
 * Walks so many MCUs of a stretch. BLOCKS holds for each block of an MCU: table of DC, table of AC, component, place in the MCU across and
 * down, blocks of its component across and down, and nothing. COMPONENTS holds for each component: DC so far, where samples go (0 for
 * nowhere), samples in a row, whether a block makes two across (1) and down (2), and the steps of the coefficients 0, 1, 2 and 4.
 * @param first number of the first MCU in the picture
 * @param end bits there are
 * @returns MCUs without a fault
 */
export function walk(top: i32, blocks: i32, count: i32, first: i32, across: i32, end: i32): i32 {
  let position = 0;
  let column = first % across;
  let row = first / across;
  for (let component = 0; component < 4; component++) store<i32>(COMPONENTS + (component << 5), 0);
  store<i32>(POSITION, 0);
  for (let mcu = 0; mcu < count; mcu++) {
    for (let block = BLOCKS; block < BLOCKS + (blocks << 5); block += 32) {
      const component = COMPONENTS + (load<i32>(block + 8) << 5);
      let bits = bitsAt(top, position);
      const dc = codeAt(load<i32>(block), bits);
      const dcSize = dc & 255;
      if (dc === 0 || dcSize > DC_BITS) return mcu;
      const mean = load<i32>(component) + valueOf(bits << <u64>(dc >>> 8), dcSize);
      store<i32>(component, mean);
      position += (dc >>> 8) + dcSize;
      const table = load<i32>(block + 4);
      const to = load<i32>(component + 4);
      const parts = load<i32>(component + 12);
      let k = 1;
      let c1 = 0;
      let c2 = 0;
      let c4 = 0;
      if (to !== 0 && parts !== 0) {
        while (k <= 4) {
          bits = bitsAt(top, position);
          const code = codeAt(table + 4, bits);
          const size = code & 15;
          const run = (code & 255) >>> 4;
          if (size > MOST_BITS || code === 0 || (size === 0 && run !== 0 && run !== 15)) return mcu;
          position += (code >>> 8) + size;
          if (size === 0) {
            k = run === 0 ? 64 : k + 16;
            continue;
          }
          k += run;
          const value = valueOf(bits << <u64>(code >>> 8), size);
          if (k === 1) c1 = value;
          else if (k === 2) c2 = value;
          else if (k === 4) c4 = value;
          k++;
        }
      }
      const merged = MERGED + table * 8192;
      bits = bitsAt(top, position);
      let left = 57;
      while (k < 64) {
        const entry = load<u32>(merged + (<i32>(bits >>> (64 - BITS)) << 2));
        const next = k + <i32>(entry & 255);
        if (next <= 64) {
          const taken = (entry >>> 8) & 255;
          position += taken;
          if (entry >= END) break;
          k = next;
          left -= taken;
          if (left < BITS) {
            bits = bitsAt(top, position);
            left = 57;
          } else bits <<= <u64>taken;
          continue;
        }
        // One by itself: a long code, what leads over the end, or nothing that there is.
        bits = bitsAt(top, position);
        const code = codeAt(table + 4, bits);
        const size = code & 15;
        const run = <i32>((code & 255) >>> 4);
        if (code === 0 || size > MOST_BITS) return mcu;
        position += (code >>> 8) + size;
        if (size === 0) {
          if (run === 0) break;
          if (run !== 15) return mcu;
          k += 16;
        } else {
          k += run + 1;
          if (k > 64) return mcu;
        }
        bits = bitsAt(top, position);
        left = 57;
      }
      if (position > end) return mcu;
      if (to !== 0) keep(component, block, column, row, to, parts, mean, c1, c2, c4);
    }
    store<i32>(POSITION, position);
    if (++column === across) {
      column = 0;
      row++;
    }
  }
  return count;
}

/** The first bit of those at a position. */
// @ts-ignore: decorator
@inline
function bitAt(top: i32, position: i32): i32 {
  return (load<u8>(top - (position >>> 3)) >>> (7 - (position & 7))) & 1;
}

/** Blocks that follow without new coefficients; and the bit after what was read last. */
let run: i32 = 0;
let after: i32 = 0;

/**
 * Walks so many MCUs of a stretch of a progressive scan, see `walk`. COMPONENTS holds for each component: DC so far, where its blocks lie and
 * how many are in a row. A block takes 16 bytes: a bit for each coefficient that is not 0 so far, and the coefficients 0, 1, 2 and 4.
 * @param from first coefficient of the scan, `to` the last one; `low` the bit it brings them down to
 * @param refines it brings one more bit
 */
export function walkProgressive(
  top: i32, blocks: i32, count: i32, first: i32, across: i32, end: i32, from: i32, to: i32, low: i32, refines: bool,
): i32 {
  let column = first % across;
  let row = first / across;
  run = 0;
  after = 0;
  store<i32>(POSITION, 0);
  for (let component = 0; component < 4; component++) store<i32>(COMPONENTS + (component << 5), 0);
  for (let mcu = 0; mcu < count; mcu++) {
    for (let block = BLOCKS; block < BLOCKS + (blocks << 5); block += 32) {
      const component = COMPONENTS + (load<i32>(block + 8) << 5);
      const x = column * load<i32>(block + 20) + load<i32>(block + 12);
      const y = row * load<i32>(block + 24) + load<i32>(block + 16);
      const held = load<i32>(component + 4) + ((y * load<i32>(component + 8) + x) << 4);
      if (from > 0) {
        const table = load<i32>(block + 4) + 4;
        if (!(refines ? refine(top, table, held, from, to, low) : bring(top, table, held, from, to, low))) return mcu;
      } else if (refines) {
        if (bitAt(top, after)) store<i16>(held + 8, <i16>(<i32>load<i16>(held + 8) | (1 << low)));
        after++;
      } else {
        const bits = bitsAt(top, after);
        const dc = codeAt(load<i32>(block), bits);
        const size = dc & 255;
        if (dc === 0 || size > DC_BITS) return mcu;
        const mean = load<i32>(component) + valueOf(bits << <u64>(dc >>> 8), size);
        store<i32>(component, mean);
        store<i16>(held + 8, <i16>(mean << low));
        after += (dc >>> 8) + size;
      }
      if (after > end) return mcu;
    }
    store<i32>(POSITION, after);
    if (++column === across) {
      column = 0;
      row++;
    }
  }
  return count;
}

/** Where a block keeps a coefficient; 0 for nowhere. */
// @ts-ignore: decorator
@inline
function keptAt(held: i32, k: i32): i32 {
  return k === 1 ? held + 10 : k === 2 ? held + 12 : k === 4 ? held + 14 : 0;
}

/** New coefficients of a block (G.1.2.2). */
function bring(top: i32, table: i32, held: i32, from: i32, to: i32, low: i32): bool {
  if (run > 0) {
    run--;
    return true;
  }
  let position = after;
  let known: u64 = 0;
  for (let k = from; k <= to; k++) {
    const bits = bitsAt(top, position);
    const code = codeAt(table, bits);
    if (code === 0) return false;
    const zeros = <i32>((code & 255) >>> 4);
    const size = code & 15;
    position += (code >>> 8) + size;
    if (size === 0) {
      if (zeros < 15) {
        run = (1 << zeros) - 1 + (zeros === 0 ? 0 : <i32>((bits << <u64>(code >>> 8)) >>> <u64>(64 - zeros)));
        position += zeros;
        break;
      }
      k += 15;
      continue;
    }
    k += zeros;
    if (k > to || size > MOST_BITS) return false;
    known |= <u64>1 << <u64>k;
    const at = keptAt(held, k);
    if (at !== 0) store<i16>(at, <i16>(valueOf(bits << <u64>(code >>> 8), size) << low));
  }
  store<u64>(held, load<u64>(held) | known);
  after = position;
  return true;
}

/** One more bit for each known coefficient that is passed, and new ones between them (G.1.2.3). */
function refine(top: i32, table: i32, held: i32, from: i32, to: i32, low: i32): bool {
  const before = load<u64>(held);
  let known = before;
  let position = after;
  let k = from;
  if (run === 0) {
    for (; k <= to; k++) {
      const bits = bitsAt(top, position);
      const code = codeAt(table, bits);
      if (code === 0) return false;
      let zeros = <i32>((code & 255) >>> 4);
      const size = code & 15;
      if (size > 1) return false;
      position += code >>> 8;
      let value = 0;
      if (size === 1) value = bitAt(top, position++) ? 1 << low : -(1 << low);
      else if (zeros < 15) {
        run = (1 << zeros) + (zeros === 0 ? 0 : <i32>((bits << <u64>(code >>> 8)) >>> <u64>(64 - zeros)));
        position += zeros;
        break;
      }
      for (; k <= to; k++) {
        if ((before >>> <u64>k) & 1) correct(held, k, low, bitAt(top, position++));
        else if (zeros === 0) {
          if (size === 1) {
            known |= <u64>1 << <u64>k;
            const at = keptAt(held, k);
            if (at !== 0) store<i16>(at, <i16>value);
          }
          break;
        } else zeros--;
      }
      if (size === 1 && k > to) return false;
    }
  }
  if (run > 0) {
    for (; k <= to; k++) if ((before >>> <u64>k) & 1) correct(held, k, low, bitAt(top, position++));
    run--;
  }
  store<u64>(held, known);
  after = position;
  return true;
}

// @ts-ignore: decorator
@inline
function correct(held: i32, k: i32, low: i32, bit: i32): void {
  const at = bit !== 0 ? keptAt(held, k) : 0;
  if (at === 0) return;
  const value = <i32>load<i16>(at);
  store<i16>(at, <i16>(value < 0 ? value - (1 << low) : value + (1 << low)));
}

/**
 * Makes the samples of a component from the blocks of a progressive frame. The first of COMPONENTS is what `walk` asks for.
 */
export function keepBlocks(blocks: i32, across: i32, down: i32): void {
  const to = load<i32>(COMPONENTS + 4);
  const parts = load<i32>(COMPONENTS + 12);
  store<i64>(BLOCKS + 12, 0);
  store<i32>(BLOCKS + 20, 1);
  store<i32>(BLOCKS + 24, 1);
  for (let row = 0, held = blocks; row < down; row++)
    for (let column = 0; column < across; column++, held += 16)
      keep(
        COMPONENTS, BLOCKS, column, row, to, parts,
        load<i16>(held + 8), load<i16>(held + 10), load<i16>(held + 12), load<i16>(held + 14),
      );
}

/** Mean of the first half of a wave, in shares of that of a block's mean. */
const HALF: f32 = 0.9061;

// @ts-ignore: decorator
@inline
function keep(
  component: i32, block: i32, column: i32, row: i32, to: i32, parts: i32, mean: i32, c1: i32, c2: i32, c4: i32,
): void {
  const stride = load<i32>(component + 8);
  const x = column * load<i32>(block + 20) + load<i32>(block + 12);
  const y = row * load<i32>(block + 24) + load<i32>(block + 16);
  const level = mean * load<i32>(component + 16);
  if (parts === 0) {
    store<u8>(to + y * stride + x, <u8>max(0, min(255, ((level + 4) >> 3) + 128)));
    return;
  }
  const wide = (parts & 1) !== 0;
  const tall = (parts & 2) !== 0;
  const across = wide ? <f32>(c1 * load<i32>(component + 20)) * HALF : 0;
  const down = tall ? <f32>(c2 * load<i32>(component + 24)) * HALF : 0;
  const both = wide && tall ? <f32>(c4 * load<i32>(component + 28)) * HALF * HALF : 0;
  const at = to + (tall ? 2 * y : y) * stride + (wide ? 2 * x : x);
  store<u8>(at, sampleOf(<f32>level + across + down + both));
  if (wide) store<u8>(at + 1, sampleOf(<f32>level - across + down - both));
  if (!tall) return;
  store<u8>(at + stride, sampleOf(<f32>level + across - down - both));
  if (wide) store<u8>(at + stride + 1, sampleOf(<f32>level - across - down + both));
}

// @ts-ignore: decorator
@inline
function sampleOf(level: f32): u8 {
  return <u8>max(<f32>0, min(<f32>255, level * <f32>0.125 + <f32>128.5));
}

/**
 * Makes a picture of red, green and blue, side by side, from planes of light and colour (BT.601, as JFIF has them) by taking means.
 * @param colour whether there are planes of colour
 * @param across samples that the picture takes of a row, the last one in part; `down` the same of rows
 * @param width samples of a row of the picture, at most as many; `height` its rows
 */
export function picture(
  light: i32, blue: i32, red: i32, colour: bool, stride: i32, across: f64, down: f64, width: i32, height: i32, to: i32,
): void {
  const columns = <i32>Math.ceil(across);
  for (let x = 0; x < columns; x++) place(PLACES + (x << 4), x, across, width);
  memory.fill(SUMS, 0, (width + 1) << 5);
  const zero = f32x4.splat(0);
  const most = f32x4.splat(255);
  const half = f32x4.splat(0.5);
  const blues = f32x4(0, -0.344136, 1.772, 0);
  const reds = f32x4(1.402, -0.714136, 0, 0);
  const rows = <i32>Math.ceil(down);
  const lower = SUMS + ((width + 1) << 4);
  const here = PLACES + (columns << 4);
  let done = 0;
  for (let y = 0; y < rows; y++) {
    place(here, y, down, height);
    const upperShare = f32x4.splat(load<f32>(here + 4));
    const lowerShare = f32x4.splat(load<f32>(here + 8));
    const target = load<i32>(here);
    while (done < target) {
      finish(done++, width, to, lower);
    }
    for (let x = 0, at = y * stride; x < columns; x++, at++) {
      let pixel = f32x4.splat(<f32>load<u8>(light + at));
      if (colour) {
        pixel = f32x4.add(pixel, f32x4.mul(f32x4.splat(<f32>(<i32>load<u8>(blue + at) - 128)), blues));
        pixel = f32x4.add(pixel, f32x4.mul(f32x4.splat(<f32>(<i32>load<u8>(red + at) - 128)), reds));
        pixel = f32x4.max(zero, f32x4.min(most, f32x4.floor(f32x4.add(pixel, half))));
      }
      const shares = PLACES + (x << 4);
      const sums = SUMS + (load<i32>(shares) << 4);
      const first = f32x4.mul(pixel, f32x4.splat(load<f32>(shares + 4)));
      const second = f32x4.mul(pixel, f32x4.splat(load<f32>(shares + 8)));
      v128.store(sums, f32x4.add(v128.load(sums), f32x4.mul(first, upperShare)));
      v128.store(sums + 16, f32x4.add(v128.load(sums + 16), f32x4.mul(second, upperShare)));
      const under = sums + ((width + 1) << 4);
      v128.store(under, f32x4.add(v128.load(under), f32x4.mul(first, lowerShare)));
      v128.store(under + 16, f32x4.add(v128.load(under + 16), f32x4.mul(second, lowerShare)));
    }
  }
  while (done < height) finish(done++, width, to, lower);
}

/** Writes a row of the picture, and goes on to the next one's sums. */
function finish(row: i32, width: i32, to: i32, lower: i32): void {
  const at = to + row * width * 3;
  for (let x = 0; x < width; x++) {
    const sums = SUMS + (x << 4);
    for (let c = 0; c < 3; c++)
      store<u8>(at + x * 3 + c, <u8>min(<f32>255, load<f32>(sums + (c << 2)) + <f32>0.5));
  }
  memory.copy(SUMS, lower, (width + 1) << 4);
  memory.fill(lower, 0, (width + 1) << 4);
}

/** The sample of `count` that one of `extent` begins in, and its shares of this one and the next. */
function place(to: i32, at: i32, extent: f64, count: i32): void {
  const end = Math.min(<f64>(at + 1), extent);
  const scale = <f64>count / extent;
  const target = min(count - 1, <i32>(<f64>at * scale));
  const border = target === count - 1 ? end : Math.min(end, <f64>(target + 1) / scale);
  store<i32>(to, target);
  store<f32>(to + 4, <f32>((border - <f64>at) * scale));
  store<f32>(to + 8, <f32>((end - border) * scale));
}
