import sharp from 'sharp';
import { Random } from './random.ts';

/** A drawn picture. Pictures of one family share style, palette and layout but are different pictures. */
export interface Drawing {
  readonly name: string;
  readonly style: string;
  readonly png: Buffer;
}

type Draw = (family: Random, own: Random) => Promise<Buffer>;

const hsl = (h: number, s: number, l: number): string => `hsl(${Math.round(h)},${Math.round(s)}%,${Math.round(l)}%)`;
const colour = (r: Random, l0 = 25, l1 = 80): string => hsl(r.between(0, 360), r.between(20, 90), r.between(l0, l1));

async function render(width: number, height: number, body: string, background: string | null): Promise<Buffer> {
  const fill = background ? `<rect width="100%" height="100%" fill="${background}"/>` : '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${fill}${body}</svg>`;
  const image = sharp(Buffer.from(svg));
  return (background ? image.removeAlpha() : image).png({ compressionLevel: 3 }).toBuffer();
}

const sizes = [384, 448, 512, 576, 640];

/** A figure with outlines on white: hair, eyes, clothes and pose differ. */
const figure: Draw = async (family, own) => {
  const w = 420;
  const h = 560;
  const skin = hsl(25, 60, family.between(70, 88));
  const tilt = own.between(-14, 14);
  const hair = colour(own);
  const dress = colour(own);
  const line = 'stroke="#222" stroke-width="3"';
  const long = own.between(60, 230);
  const arm = (side: number): string => {
    const x = 210 + side * 60;
    const up = own.between(-120, 140);
    return `<path d="M${x} 300 Q${x + side * own.between(20, 90)} ${300 + up / 2} ${x + side * own.between(30, 120)} ${330 + up}" fill="none" stroke="${skin}" stroke-width="24" stroke-linecap="round"/>`;
  };
  const strands = Array.from({ length: 7 }, (_, i) => {
    const x = 140 + i * 23;
    return `<path d="M${x} 130 q${own.between(-30, 30)} ${long / 2} ${own.between(-25, 25)} ${long}" fill="none" stroke="${hair}" stroke-width="${own.between(10, 26)}"/>`;
  }).join('');
  const prop = own.chance(0.6)
    ? `<${own.pick(['rect', 'ellipse'])} x="${own.between(30, 330)}" y="${own.between(60, 450)}" cx="${own.between(60, 360)}" cy="${own.between(60, 480)}" rx="${own.between(15, 50)}" ry="${own.between(15, 50)}" width="${own.between(30, 90)}" height="${own.between(30, 90)}" fill="${colour(own)}" ${line}/>`
    : '';
  const eye = (x: number): string =>
    `<ellipse cx="${x}" cy="185" rx="${own.between(8, 13)}" ry="${own.between(10, 17)}" fill="${hair}" ${line}/>`;
  const body = `<g transform="rotate(${tilt} 210 280)">${strands}<path d="M160 260 L260 260 L${290 + own.between(0, 60)} 520 L${130 - own.between(0, 60)} 520Z" fill="${dress}" ${line}/>${arm(-1)}${arm(1)}<ellipse cx="210" cy="180" rx="70" ry="80" fill="${skin}" ${line}/><path d="M138 170 Q210 ${own.between(40, 90)} 282 170 Q${own.between(180, 260)} 130 138 170Z" fill="${hair}" ${line}/>${eye(185)}${eye(238)}<path d="M195 228 q15 ${own.between(-8, 18)} 30 0" fill="none" ${line}/></g>${prop}`;
  return render(w, h, body, '#ffffff');
};

/** One thing on white or on nothing: parts of random shape around a shared silhouette. */
const clipArt: Draw = async (family, own) => {
  const size = family.pick(sizes);
  const transparent = family.chance(0.4);
  const base = colour(family);
  const parts: string[] = [];
  const kind = family.whole(0, 3);
  const cx = size / 2 + own.between(-30, 30);
  const cy = size / 2 + own.between(-30, 30);
  const s = size * own.between(0.25, 0.38);
  if (kind === 0)
    parts.push(
      `<rect x="${cx - s}" y="${cy - s * 0.6}" width="${2 * s}" height="${1.4 * s}" rx="${own.between(2, 60)}" fill="${base}"/>`,
    );
  if (kind === 1)
    parts.push(`<ellipse cx="${cx}" cy="${cy}" rx="${s}" ry="${s * own.between(0.5, 1)}" fill="${base}"/>`);
  if (kind === 2)
    parts.push(
      `<path d="M${cx} ${cy - s} L${cx + s} ${cy + s * own.between(0.3, 1)} L${cx - s} ${cy + s}Z" fill="${base}"/>`,
    );
  if (kind === 3)
    parts.push(
      `<path d="M${cx - s} ${cy} Q${cx} ${cy - s * own.between(0.8, 2)} ${cx + s} ${cy} Q${cx} ${cy + s * own.between(0.8, 2)} ${cx - s} ${cy}Z" fill="${base}"/>`,
    );
  for (let i = own.whole(5, 16); i > 0; i--) {
    const x = cx + own.between(-s, s);
    const y = cy + own.between(-s, s);
    const r = s * own.between(0.06, 0.4);
    const fill = own.chance(0.7) ? colour(own) : 'none';
    const stroke = own.chance(0.5) ? `stroke="${colour(own, 5, 40)}" stroke-width="${own.between(2, 9)}"` : '';
    parts.push(
      own.pick([
        `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${stroke}/>`,
        `<rect x="${x}" y="${y}" width="${r * 1.6}" height="${r}" transform="rotate(${own.between(0, 90)} ${x} ${y})" fill="${fill}" ${stroke}/>`,
        `<path d="M${x} ${y} q${r} ${-r} ${2 * r} 0 t${r} ${r}" fill="${fill}" stroke="#333" stroke-width="4"/>`,
      ]),
    );
  }
  return render(
    size,
    size,
    parts.join(''),
    transparent ? null : family.pick(['#ffffff', '#ffffff', '#f4f0e6', '#000000']),
  );
};

/** Pixel art, mirrored left to right like many sprites. */
const sprite: Draw = async (family, own) => {
  const cells = family.pick([12, 16, 20, 24]);
  const scale = Math.floor(480 / cells);
  const palette = [colour(family), colour(family), colour(family), '#1a1a1a', colour(own)];
  const density = family.between(0.4, 0.7);
  const mirrored = family.chance(0.6);
  const rects: string[] = [];
  for (let y = 1; y < cells - 1; y++) {
    for (let x = 1; x < (mirrored ? cells / 2 : cells - 1); x++) {
      if (!own.chance(density)) continue;
      const fill = own.pick(palette);
      for (const column of mirrored ? [x, cells - 1 - x] : [x])
        rects.push(`<rect x="${column * scale}" y="${y * scale}" width="${scale}" height="${scale}" fill="${fill}"/>`);
    }
  }
  return render(cells * scale, cells * scale, rects.join(''), family.chance(0.5) ? null : '#ffffff');
};

/** Black strokes on white. */
const lineArt: Draw = async (family, own) => {
  const w = family.pick(sizes);
  const h = family.pick(sizes);
  const width = family.between(2, 6);
  const strokes = Array.from({ length: own.whole(10, 40) }, () => {
    const p = (): string => `${own.between(30, w - 30).toFixed(0)} ${own.between(30, h - 30).toFixed(0)}`;
    const x = own.between(40, w - 40);
    const y = own.between(40, h - 40);
    return own.pick([
      `<path d="M${p()} Q${p()} ${p()} T${p()}" fill="none"/>`,
      `<path d="M${x} ${y} q${own.between(-80, 80)} ${own.between(-80, 80)} ${own.between(-90, 90)} ${own.between(-90, 90)}" fill="none"/>`,
      `<circle cx="${x}" cy="${y}" r="${own.between(8, 90)}" fill="${own.chance(0.4) ? '#fff' : 'none'}"/>`,
    ]);
  }).join('');
  return render(w, h, `<g stroke="#111" stroke-width="${width}">${strokes}</g>`, '#ffffff');
};

/** Smooth random relief between 0 and 1: several octaves of interpolated lattice noise. */
function relief(width: number, height: number, random: Random, coarse: number, octaves: number): Float32Array {
  const out = new Float32Array(width * height);
  let total = 0;
  for (let octave = 0; octave < octaves; octave++) {
    const cells = coarse * 2 ** octave;
    const weight = 0.55 ** octave;
    total += weight;
    const lattice = Float32Array.from({ length: (cells + 2) * (cells + 2) }, () => random.next());
    for (let y = 0; y < height; y++) {
      const gy = (y / height) * cells;
      const iy = gy | 0;
      const fy = (gy - iy) ** 2 * (3 - 2 * (gy - iy));
      for (let x = 0; x < width; x++) {
        const gx = (x / width) * cells;
        const ix = gx | 0;
        const fx = (gx - ix) ** 2 * (3 - 2 * (gx - ix));
        const at = iy * (cells + 2) + ix;
        const top = lattice[at]! + (lattice[at + 1]! - lattice[at]!) * fx;
        const low = lattice[at + cells + 2]! + (lattice[at + cells + 3]! - lattice[at + cells + 2]!) * fx;
        out[y * width + x]! += weight * (top + (low - top) * fy);
      }
    }
  }
  for (let i = 0; i < out.length; i++) out[i]! /= total;
  return out;
}

async function fromPixels(
  width: number,
  height: number,
  pixel: (x: number, y: number, i: number) => readonly number[],
): Promise<Buffer> {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const rgb = pixel(x, y, i);
      for (let c = 0; c < 3; c++) data[3 * i + c] = Math.max(0, Math.min(255, Math.round(rgb[c]!)));
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 2 })
    .toBuffer();
}

/** A landscape with sky, ridges, haze and grain, like a photograph: the same place has the same ridges. */
const landscape: Draw = async (family, own) => {
  const w = family.pick([480, 560, 640]);
  const h = family.pick([360, 420, 480]);
  const sky = [family.between(90, 220), family.between(120, 210), family.between(150, 250)];
  const ground = [family.between(30, 130), family.between(50, 140), family.between(20, 90)];
  const clouds = relief(w, h, own, 3, 5);
  const rock = relief(w, h, own, 7, 5);
  const shift = own.between(0, 400);
  const ridges = Array.from({ length: 4 }, (_, k) => ({
    base: h * (0.35 + 0.15 * k) + own.between(-30, 30),
    waves: Array.from({ length: 5 }, (_, n) => [
      own.between(8, 50) / (n + 1),
      ((n + 1) * own.between(1, 3) * 6.28) / w,
      own.between(0, 6) + shift,
    ]),
  }));
  const tops = ridges.map(({ base, waves }) =>
    Float32Array.from(
      { length: w },
      (_, x) => base + waves.reduce((sum, [a, f, p]) => sum + a! * Math.sin(f! * x + p!), 0),
    ),
  );
  return fromPixels(w, h, (x, y, i) => {
    let depth = -1;
    for (let k = 0; k < 4; k++) if (y > tops[k]![x]!) depth = k;
    const grain = own.normal() * 4;
    if (depth < 0) {
      const c = Math.max(0, clouds[i]! - 0.45) * 260;
      return sky.map((v) => v - (60 * y) / h + c + grain);
    }
    const share = (depth + 1) / 4;
    return ground.map((v, c) => (v * share + sky[c]! * (1 - share)) * (0.5 + rock[i]!) + grain);
  });
};

/** Lit balls on a table in front of a wall: one table seen with things at other places. */
const stillLife: Draw = async (family, own) => {
  const w = 520;
  const h = 400;
  const wall = [family.between(90, 220), family.between(90, 220), family.between(90, 220)];
  const table = [family.between(60, 180), family.between(40, 140), family.between(20, 100)];
  const colours = Array.from({ length: 5 }, () => [
    family.between(20, 250),
    family.between(20, 250),
    family.between(20, 250),
  ]);
  const grainOfWood = relief(w, h, family, 5, 4);
  const horizon = h * family.between(0.4, 0.6) + own.between(-15, 15);
  const light = [own.between(-0.7, 0.7), -0.6, 0.6];
  const balls = colours
    .map((rgb) => ({ rgb, x: own.between(50, w - 50), y: own.between(horizon - 20, h - 50), r: own.between(28, 85) }))
    .sort((a, b) => a.y - b.y);
  return fromPixels(w, h, (x, y, i) => {
    const grain = own.normal() * 3.5;
    let rgb =
      y < horizon ? wall.map((v) => v * (1 - (0.3 * x) / w)) : table.map((v) => v * (0.6 + 0.7 * grainOfWood[i]!));
    for (const ball of balls) {
      const dx = (x - ball.x) / ball.r;
      const dy = (y - ball.y) / ball.r;
      const d = dx * dx + dy * dy;
      const shadow =
        ((x - ball.x - ball.r * 0.4) / (ball.r * 1.2)) ** 2 + ((y - ball.y - ball.r * 0.9) / (ball.r * 0.35)) ** 2;
      if (shadow < 1) rgb = rgb.map((v) => v * 0.6);
      if (d >= 1) continue;
      const shade = Math.max(0.15, dx * light[0]! + dy * light[1]! + Math.sqrt(1 - d) * light[2]!);
      rgb = ball.rgb.map((v) => v * (0.3 + 0.9 * shade) + (shade > 0.93 ? 60 : 0));
    }
    return rgb.map((v) => v + grain);
  });
};

/** Clouds of colour without edges, or fine texture. */
const texture: Draw = async (family, own) => {
  const size = family.pick(sizes);
  const coarse = family.whole(2, 14);
  const planes = [0, 1, 2].map(() => relief(size, size, own, coarse, 5));
  const tint = [family.between(80, 255), family.between(80, 255), family.between(80, 255)];
  const common = relief(size, size, own, coarse, 5);
  return fromPixels(size, size, (_x, _y, i) =>
    tint.map((v, c) => v * (0.15 + 1.1 * common[i]! + 0.4 * (planes[c]![i]! - 0.5))),
  );
};

/** Many overlapping strokes on a toned ground, like a painting. */
const painting: Draw = async (family, own) => {
  const w = family.pick(sizes);
  const h = family.pick(sizes);
  const hue = family.between(0, 360);
  const strokes = Array.from({ length: own.whole(60, 180) }, () => {
    const x = own.between(-40, w);
    const y = own.between(-40, h);
    const c = hsl(hue + own.normal() * 45, own.between(20, 80), own.between(15, 85));
    return `<path d="M${x} ${y} q${own.between(-90, 90)} ${own.between(-60, 60)} ${own.between(-140, 140)} ${own.between(-90, 90)}" stroke="${c}" stroke-width="${own.between(6, 46)}" stroke-opacity="${own.between(0.5, 1)}" fill="none" stroke-linecap="round"/>`;
  }).join('');
  return render(w, h, strokes, hsl(hue, 30, family.between(25, 75)));
};

/** Rooms, streets, panels: straight blocks of colour with windows, over the whole picture. */
const blocks: Draw = async (family, own) => {
  const w = family.pick([420, 520, 640]);
  const h = family.pick([360, 480, 600]);
  const hue = family.between(0, 360);
  const parts = Array.from({ length: own.whole(6, 14) }, () => {
    const bw = own.between(60, 220);
    const bh = own.between(80, h * 0.85);
    const x = own.between(-40, w - 40);
    const rows = own.whole(2, 7);
    const columns = own.whole(2, 5);
    const pane = colour(own, 50, 95);
    const panes = Array.from({ length: rows * columns }, (_, k) =>
      own.chance(0.8)
        ? `<rect x="${x + ((k % columns) + 0.25) * (bw / columns)}" y="${h - bh + (Math.floor(k / columns) + 0.25) * (bh / rows)}" width="${bw / columns / 2}" height="${bh / rows / 2}" fill="${pane}"/>`
        : '',
    ).join('');
    return `<rect x="${x}" y="${h - bh}" width="${bw}" height="${bh}" fill="${hsl(hue + own.normal() * 40, 35, own.between(15, 75))}"/>${panes}`;
  }).join('');
  return render(w, h, parts, hsl(hue + 180, 40, family.between(55, 90)));
};

const STYLES: Record<string, Draw> = {
  figure,
  clipArt,
  sprite,
  lineArt,
  landscape,
  stillLife,
  texture,
  painting,
  blocks,
};

/** Draws `count` different pictures; every five of a style are a family that looks alike. */
export async function drawPictures(count: number, seed: number): Promise<Drawing[]> {
  const names = Object.keys(STYLES);
  const drawings: Drawing[] = [];
  for (let i = 0; i < count; i++) {
    const style = names[i % names.length]!;
    const member = Math.floor(i / names.length);
    const family = new Random(seed * 7919 + Math.floor(member / 5) * 131 + (i % names.length));
    const own = new Random(seed * 104729 + i * 31337 + 17);
    drawings.push({ name: `${style}-${member}`, style, png: await STYLES[style]!(family, own) });
  }
  return drawings;
}
