/** What one picture of the example dataset shows. Places are shares of the picture's width. */
export interface Scene {
  readonly sky: string;
  readonly ground: string;
  readonly pose: 'sit' | 'run' | 'sleep';
  readonly x?: number;
  readonly flip?: boolean;
  readonly sun?: boolean;
  readonly moon?: boolean;
  readonly window?: boolean;
  readonly trees?: number;
}

const orange = '#e8833a';
const cream = '#fff3e0';
const scarf = '#c8283c';

/** A picture as SVG. The same scene and size give the same text. */
export function drawScene(width: number, height: number, scene: Scene): string {
  const size = Math.min(width, height);
  const x = (scene.x ?? 0.5) * width;
  const y = height * 0.72;
  const mirror = scene.flip ? -1 : 1;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${scene.sky}"/>`,
    `<rect y="${height * 0.68}" width="${width}" height="${height * 0.32}" fill="${scene.ground}"/>`,
    scene.sun ? `<circle cx="${width * 0.83}" cy="${height * 0.17}" r="${size * 0.08}" fill="#ffd84d"/>` : '',
    scene.moon
      ? `<circle cx="${width * 0.2}" cy="${height * 0.18}" r="${size * 0.07}" fill="#f4f1de"/>${stars(width, height)}`
      : '',
    scene.window ? pane(width, height) : '',
    ...Array.from({ length: scene.trees ?? 0 }, (_, i) => tree(width * (0.12 + 0.36 * i), height * 0.7, size)),
    `<g transform="translate(${x} ${y}) scale(${(mirror * size) / 400} ${size / 400})">${fox(scene.pose)}</g>`,
    '</svg>',
  ].join('');
}

function stars(width: number, height: number): string {
  return Array.from({ length: 24 }, (_, i) => {
    const at = (i * 0.618) % 1;
    return `<circle cx="${at * width}" cy="${(((i * 0.382) % 1) * height) / 2}" r="2.5" fill="#fff"/>`;
  }).join('');
}

function pane(width: number, height: number): string {
  const w = width * 0.26;
  const h = height * 0.34;
  const left = width * 0.08;
  const top = height * 0.12;
  return `<rect x="${left}" y="${top}" width="${w}" height="${h}" fill="#bfe3ff" stroke="#7a5230" stroke-width="12"/><path d="M${left + w / 2} ${top}v${h}M${left} ${top + h / 2}h${w}" stroke="#7a5230" stroke-width="8"/>`;
}

function tree(x: number, y: number, size: number): string {
  const s = size / 400;
  return `<rect x="${x - 10 * s}" y="${y - 60 * s}" width="${20 * s}" height="${70 * s}" fill="#7a5230"/><circle cx="${x}" cy="${y - 95 * s}" r="${55 * s}" fill="#3f8f4f"/>`;
}

function fox(pose: Scene['pose']): string {
  const head = (x: number, y: number, asleep = false): string =>
    [
      `<path d="M${x - 44} ${y - 10}l-6 -58l42 30zM${x + 44} ${y - 10}l6 -58l-42 30z" fill="${orange}"/>`,
      `<ellipse cx="${x}" cy="${y}" rx="52" ry="44" fill="${orange}"/>`,
      `<path d="M${x - 40} ${y + 12}q40 46 80 0q-12 42 -40 44q-28 -2 -40 -44z" fill="${cream}"/>`,
      asleep
        ? `<path d="M${x - 28} ${y - 4}q10 8 20 0M${x + 8} ${y - 4}q10 8 20 0" stroke="#333" stroke-width="4" fill="none"/>`
        : `<circle cx="${x - 19}" cy="${y - 5}" r="7" fill="#2f7d4f"/><circle cx="${x + 19}" cy="${y - 5}" r="7" fill="#2f7d4f"/>`,
      `<circle cx="${x}" cy="${y + 22}" r="7" fill="#222"/>`,
      `<path d="M${x - 46} ${y + 38}q46 26 92 0v18q-46 24 -92 0z" fill="${scarf}"/>`,
    ].join('');
  if (pose === 'sit')
    return `<path d="M60 40q90 10 70 -70q-10 -34 -34 -30q24 60 -46 66z" fill="${orange}"/><path d="M110 -58q20 -4 22 26q-14 -6 -22 -26z" fill="${cream}"/><ellipse cx="0" cy="0" rx="62" ry="72" fill="${orange}"/><ellipse cx="0" cy="14" rx="34" ry="52" fill="${cream}"/>${head(0, -100)}`;
  if (pose === 'run')
    return `<path d="M-90 -30q-80 -30 -60 -86q50 10 70 60z" fill="${orange}"/><ellipse cx="0" cy="-20" rx="100" ry="42" fill="${orange}"/><path d="M-70 0l-34 52M-40 12l-10 56M50 12l24 52M76 0l44 40" stroke="#5b3a22" stroke-width="18" stroke-linecap="round"/>${head(104, -64)}`;
  return `<ellipse cx="0" cy="20" rx="110" ry="50" fill="${orange}"/><path d="M-100 30q-20 60 80 40q60 -8 90 -30q-70 10 -90 -20z" fill="${cream}"/>${head(70, 10, true)}`;
}
