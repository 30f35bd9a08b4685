// What registering two pictures does at every point, as WebAssembly, four points at a time: a folder is compared by threads that live for
// seconds, in which JavaScript would hardly be warm. AssemblyScript; tools/kernels.ts compiles it. Positions and pixels are 32-bit floats, sums
// over a whole grid 64-bit ones.

// Layout of the memory, in bytes: planes that are read, then grids of up to 128×128 points that are written.
export const PLANE: i32 = 0; // up to 256×256 pixels
export const A: i32 = 0x40000; // the first picture on the grid
export const B: i32 = 0x50000; // the second one
export const SLOPE_X: i32 = 0x60000; // its slopes, per width and height of the picture
export const SLOPE_Y: i32 = 0x70000;
export const INSIDE: i32 = 0x80000; // 1 where a point lies inside the second picture, a byte each
export const SUMS: i32 = 0x84000; // six sums, 64 bits each
export const NORMAL: i32 = 0x84040; // 24 sums, 64 bits each
const PARTIAL: i32 = 0x84140; // the same in four parts of 32 bits
const FLAGS: i32 = 0x84300; // four bytes of 0 or 1 for each of 16 sets of bits
const COLUMNS: i32 = 0x84400; // for each of up to 256 columns a sum, a sum of squares and a share, 64 bits each
export const EVENED: i32 = 0x90000; // up to 256×256 pixels

for (let bits = 0; bits < 16; bits++)
  for (let lane = 0; lane < 4; lane++) store<u8>(FLAGS + 4 * bits + lane, <u8>((bits >> lane) & 1));

/** The middles of four columns from the first on, −1 to 1 from edge to edge. */
// @ts-ignore: decorator
@inline
function middles(column: i32, side: i32): v128 {
  const at = f32x4.add(f32x4.splat(<f32>(column * 2 + 1)), f32x4(0, 2, 4, 6));
  return f32x4.sub(f32x4.div(at, f32x4.splat(<f32>side)), f32x4.splat(1));
}

/**
 * Resamples the plane, size×size, at the points of a grid, side×side (a multiple of 4), under an affine map: u and v, −1 to 1 over the grid,
 * lie at x = c0 + c1·u + c2·v, y = c3 + c4·u + c5·v, 0 to 1 over the plane. Within half a pixel of the edge the outermost one is repeated.
 * Returns how many points lie inside. Only for the second picture is that noted, and slopes are.
 */
export function sample(
  second: bool, size: i32, side: i32, c0: f64, c1: f64, c2: f64, c3: f64, c4: f64, c5: f64,
): i32 {
  const zero = f32x4.splat(0);
  const last = f32x4.splat(<f32>(size - 1));
  const lastCell = i32x4.splat(size - 2);
  const low = f32x4.splat(-0.5);
  const high = f32x4.splat(<f32>size - 0.5);
  const perX = f32x4.splat(<f32>(c1 * size));
  const perY = f32x4.splat(<f32>(c4 * size));
  const scale = f32x4.splat(<f32>size);
  const width = i32x4.splat(size);
  const out = second ? B : A;
  let count = 0;
  for (let row = 0; row < side; row++) {
    const v = <f64>(row * 2 + 1) / side - 1;
    const startX = f32x4.splat(<f32>((c0 + c2 * v) * size - 0.5));
    const startY = f32x4.splat(<f32>((c3 + c5 * v) * size - 0.5));
    for (let column = 0; column < side; column += 4) {
      const u = middles(column, side);
      let x = f32x4.add(startX, f32x4.mul(perX, u));
      let y = f32x4.add(startY, f32x4.mul(perY, u));
      const within = v128.and(
        v128.and(f32x4.gt(x, low), f32x4.gt(y, low)),
        v128.and(f32x4.lt(x, high), f32x4.lt(y, high)),
      );
      x = f32x4.max(zero, f32x4.min(last, x));
      y = f32x4.max(zero, f32x4.min(last, y));
      const left = i32x4.min_s(lastCell, i32x4.trunc_sat_f32x4_s(x));
      const top = i32x4.min_s(lastCell, i32x4.trunc_sat_f32x4_s(y));
      const fx = f32x4.sub(x, f32x4.convert_i32x4_s(left));
      const fy = f32x4.sub(y, f32x4.convert_i32x4_s(top));
      const at = i32x4.shl(i32x4.add(i32x4.mul(top, width), left), 2);
      const p0 = PLANE + i32x4.extract_lane(at, 0);
      const p1 = PLANE + i32x4.extract_lane(at, 1);
      const p2 = PLANE + i32x4.extract_lane(at, 2);
      const p3 = PLANE + i32x4.extract_lane(at, 3);
      // A pixel and the one right of it lie side by side.
      const upper01 = v128.load64_lane(p1, v128.load64_zero(p0), 1);
      const upper23 = v128.load64_lane(p3, v128.load64_zero(p2), 1);
      const below = size << 2;
      const lower01 = v128.load64_lane(p1 + below, v128.load64_zero(p0 + below), 1);
      const lower23 = v128.load64_lane(p3 + below, v128.load64_zero(p2 + below), 1);
      const upperLeft = v128.shuffle<f32>(upper01, upper23, 0, 2, 4, 6);
      const lowerLeft = v128.shuffle<f32>(lower01, lower23, 0, 2, 4, 6);
      const upperStep = f32x4.sub(v128.shuffle<f32>(upper01, upper23, 1, 3, 5, 7), upperLeft);
      const lowerStep = f32x4.sub(v128.shuffle<f32>(lower01, lower23, 1, 3, 5, 7), lowerLeft);
      const upper = f32x4.add(upperLeft, f32x4.mul(upperStep, fx));
      const fall = f32x4.sub(f32x4.add(lowerLeft, f32x4.mul(lowerStep, fx)), upper);
      const q = row * side + column;
      v128.store(out + (q << 2), f32x4.add(upper, f32x4.mul(fall, fy)));
      const bits = i32x4.bitmask(within);
      count += popcnt(bits);
      if (!second) continue;
      const slope = f32x4.add(upperStep, f32x4.mul(f32x4.sub(lowerStep, upperStep), fy));
      v128.store(SLOPE_X + (q << 2), f32x4.mul(slope, scale));
      v128.store(SLOPE_Y + (q << 2), f32x4.mul(fall, scale));
      store<u32>(INSIDE + q, load<u32>(FLAGS + (bits << 2)));
    }
  }
  return count;
}

/** Ones in all bits of the points that lie inside, of the four from q on. */
// @ts-ignore: decorator
@inline
function insideAt(q: i32): v128 {
  const flags = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(INSIDE + q)));
  return i32x4.gt_s(flags, i32x4.splat(0));
}

// @ts-ignore: decorator
@inline
function total(parts: v128): f64 {
  const halves = f32x4.add(parts, v128.shuffle<f32>(parts, parts, 2, 3, 0, 1));
  return <f64>f32x4.extract_lane(halves, 0) + <f64>f32x4.extract_lane(halves, 1);
}

// @ts-ignore: decorator
@inline
function add(at: i32, value: f64): void {
  store<f64>(at, load<f64>(at) + value);
}

/** Middle of what pixels hold: sums of squares are kept small, so that little is lost in them. */
export const MIDDLE: i32 = 128;

/** Writes to SUMS, over the points inside: their number, Σa, Σb, Σa², Σb², Σab, a and b less MIDDLE. */
export function sumPair(side: i32): void {
  memory.fill(SUMS, 0, 48);
  const middle = f32x4.splat(<f32>MIDDLE);
  for (let row = 0; row < side; row++) {
    let n = f32x4.splat(0);
    let sa = n;
    let sb = n;
    let saa = n;
    let sbb = n;
    let sab = n;
    for (let q = row * side, end = q + side; q < end; q += 4) {
      const mask = insideAt(q);
      const a = v128.and(mask, f32x4.sub(v128.load(A + (q << 2)), middle));
      const b = v128.and(mask, f32x4.sub(v128.load(B + (q << 2)), middle));
      n = f32x4.add(n, v128.and(mask, f32x4.splat(1)));
      sa = f32x4.add(sa, a);
      sb = f32x4.add(sb, b);
      saa = f32x4.add(saa, f32x4.mul(a, a));
      sbb = f32x4.add(sbb, f32x4.mul(b, b));
      sab = f32x4.add(sab, f32x4.mul(a, b));
    }
    add(SUMS, total(n));
    add(SUMS + 8, total(sa));
    add(SUMS + 16, total(sb));
    add(SUMS + 24, total(saa));
    add(SUMS + 32, total(sbb));
    add(SUMS + 40, total(sab));
  }
}

// @ts-ignore: decorator
@inline
function addPart(at: i32, value: v128): void {
  const place = PARTIAL + (at << 4);
  v128.store(place, f32x4.add(v128.load(place), value));
}

/** A row's moments: v is the same all along it, so that its sums over 1, u and u² suffice. */
// @ts-ignore: decorator
@inline
function addMoments(at: i32, sum: v128, sumU: v128, sumUU: v128, v: v128): void {
  const sumV = f32x4.mul(sum, v);
  addPart(at, sum);
  addPart(at + 1, sumU);
  addPart(at + 2, sumV);
  addPart(at + 3, sumUU);
  addPart(at + 4, f32x4.mul(sumU, v));
  addPart(at + 5, f32x4.mul(sumV, v));
}

// @ts-ignore: decorator
@inline
function addErrors(at: i32, sum: v128, sumU: v128, v: v128): void {
  addPart(at, sum);
  addPart(at + 1, sumU);
  addPart(at + 2, f32x4.mul(sum, v));
}

/**
 * Writes the normal equations of the difference a − (gain · b + offset) to NORMAL: with φ = (1, u, v) and differences above what is tolerated
 * weighted down (Huber), the moments 1·1, 1·u, 1·v, u·u, u·v, v·v of slope x · slope x, of x · y and of y · y, then Σ slope · error · φ of x and of y.
 */
export function gather(side: i32, gain: f32, offset: f32, tolerated: f32): void {
  memory.fill(PARTIAL, 0, 24 * 16);
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const gains = f32x4.splat(gain);
  const offsets = f32x4.splat(offset);
  const limit = f32x4.splat(tolerated);
  for (let row = 0; row < side; row++) {
    let xx0 = zero;
    let xx1 = zero;
    let xx2 = zero;
    let xy0 = zero;
    let xy1 = zero;
    let xy2 = zero;
    let yy0 = zero;
    let yy1 = zero;
    let yy2 = zero;
    let ex0 = zero;
    let ex1 = zero;
    let ey0 = zero;
    let ey1 = zero;
    for (let column = 0; column < side; column += 4) {
      const q = row * side + column;
      const at = q << 2;
      const u = middles(column, side);
      const error = f32x4.sub(
        v128.load(A + at),
        f32x4.add(f32x4.mul(gains, v128.load(B + at)), offsets),
      );
      const weight = v128.and(insideAt(q), f32x4.min(one, f32x4.div(limit, f32x4.abs(error))));
      const gx = f32x4.mul(gains, v128.load(SLOPE_X + at));
      const gy = f32x4.mul(gains, v128.load(SLOPE_Y + at));
      const wx = f32x4.mul(weight, gx);
      const wy = f32x4.mul(weight, gy);
      const xx = f32x4.mul(wx, gx);
      const xy = f32x4.mul(wx, gy);
      const yy = f32x4.mul(wy, gy);
      const ex = f32x4.mul(wx, error);
      const ey = f32x4.mul(wy, error);
      const xxU = f32x4.mul(xx, u);
      const xyU = f32x4.mul(xy, u);
      const yyU = f32x4.mul(yy, u);
      xx0 = f32x4.add(xx0, xx);
      xx1 = f32x4.add(xx1, xxU);
      xx2 = f32x4.add(xx2, f32x4.mul(xxU, u));
      xy0 = f32x4.add(xy0, xy);
      xy1 = f32x4.add(xy1, xyU);
      xy2 = f32x4.add(xy2, f32x4.mul(xyU, u));
      yy0 = f32x4.add(yy0, yy);
      yy1 = f32x4.add(yy1, yyU);
      yy2 = f32x4.add(yy2, f32x4.mul(yyU, u));
      ex0 = f32x4.add(ex0, ex);
      ex1 = f32x4.add(ex1, f32x4.mul(ex, u));
      ey0 = f32x4.add(ey0, ey);
      ey1 = f32x4.add(ey1, f32x4.mul(ey, u));
    }
    const v = f32x4.splat(<f32>(row * 2 + 1) / <f32>side - 1);
    addMoments(0, xx0, xx1, xx2, v);
    addMoments(6, xy0, xy1, xy2, v);
    addMoments(12, yy0, yy1, yy2, v);
    addErrors(18, ex0, ex1, v);
    addErrors(21, ey0, ey1, v);
  }
  for (let k = 0; k < 24; k++) store<f64>(NORMAL + (k << 3), total(v128.load(PARTIAL + (k << 4))));
}

/** Adds a row of the plane to the sums of the columns, or takes it away. */
// @ts-ignore: decorator
@inline
function moveRow(row: i32, side: i32, sign: f64): void {
  for (let x = 0; x < side; x++) {
    const value = <f64>load<f32>(PLANE + ((row * side + x) << 2));
    const at = COLUMNS + 24 * x;
    add(at, sign * value);
    add(at + 8, sign * value * value);
  }
}

/**
 * Writes the plane, side×side, with its light evened out to EVENED: how far each point lies from the mean of the points up to `reach` around
 * it, in standard deviations of them; deviations under `soft` levels stay small, and one makes `spread` levels about the middle.
 */
export function evenOut(side: i32, reach: i32, soft: f64, spread: f64): void {
  memory.fill(COLUMNS, 0, 24 * side);
  for (let x = 0; x < side; x++)
    store<f64>(COLUMNS + 24 * x + 16, 1 / <f64>(min(side, x + reach + 1) - max(0, x - reach)));
  for (let y = 0, end = min(reach, side); y < end; y++) moveRow(y, side, 1);
  for (let y = 0; y < side; y++) {
    if (y + reach < side) moveRow(y + reach, side, 1);
    if (y > reach) moveRow(y - reach - 1, side, -1);
    const perRow = load<f64>(COLUMNS + 24 * y + 16);
    let sum: f64 = 0;
    let square: f64 = 0;
    for (let x = 0, end = min(reach, side); x < end; x++) {
      sum += load<f64>(COLUMNS + 24 * x);
      square += load<f64>(COLUMNS + 24 * x + 8);
    }
    for (let x = 0; x < side; x++) {
      if (x + reach < side) {
        const next = COLUMNS + 24 * (x + reach);
        sum += load<f64>(next);
        square += load<f64>(next + 8);
      }
      if (x > reach) {
        const gone = COLUMNS + 24 * (x - reach - 1);
        sum -= load<f64>(gone);
        square -= load<f64>(gone + 8);
      }
      const share = perRow * load<f64>(COLUMNS + 24 * x + 16);
      const mean = sum * share;
      const deviation = Math.sqrt(max<f64>(0, square * share - mean * mean));
      const at = (y * side + x) << 2;
      const value = <f64>load<f32>(PLANE + at);
      store<f32>(EVENED + at, <f32>(<f64>MIDDLE + (spread * (value - mean)) / (deviation + soft)));
    }
  }
}
