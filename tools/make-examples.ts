// Draws the example dataset: a fox character in several scenes, captioned by hand, with the faults the product finds.
//   tsx tools/make-examples.ts [folder]      (default: examples/dataset)
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import sharp from 'sharp';
import { drawScene, type Scene } from './examples/scene.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const target = path.resolve(process.argv[2] ?? path.join(root, 'examples', 'dataset'));
const subset = path.join(target, '10_mrafox fox');

const day = { sky: '#a8d8ff', ground: '#7fbf6a' };
const night = { sky: '#1b2340', ground: '#27402f' };
const indoors = { sky: '#f2e3c9', ground: '#b98d5f' };

interface Example {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scene: Scene;
  /** Null: the caption is missing. A buffer: bytes of another encoding. */
  readonly caption: string | Buffer | null;
  readonly format?: 'png' | 'jpeg';
}

const long =
  'mrafox, fox, solo, sitting, red scarf, green eyes, white fur, fluffy tail, looking at viewer, smile, open mouth, tree, grass, flower, blue sky, cloud, bird, wooden fence, wicker basket, picnic blanket, teapot, strawberry cake, checkered pattern, sunlight, dappled shade, wide shot, from above, depth of field, storybook illustration, soft watercolor texture';

const examples: readonly Example[] = [
  {
    name: '01',
    width: 1024,
    height: 1024,
    scene: { ...day, pose: 'sit', sun: true },
    caption: 'mrafox, fox, solo, sitting, red scarf, tree, grass, day',
  },
  {
    name: '02',
    width: 1024,
    height: 1024,
    scene: { ...day, pose: 'run', sun: true, x: 0.35 },
    caption: 'mrafox, fox, solo, running, red scarf, grass, day, night',
  },
  {
    name: '03',
    width: 832,
    height: 1216,
    scene: { ...night, pose: 'sit', moon: true },
    caption: 'mrafox, fox, solo, sitting, red scarf, moon, night sky, night',
  },
  {
    name: '04',
    width: 1216,
    height: 832,
    scene: { ...indoors, pose: 'sit', window: true },
    caption: 'mrafox, fox, solo, sitting, red scarf, window, indoors',
  },
  {
    name: '05',
    width: 1024,
    height: 1024,
    scene: { ...indoors, pose: 'sleep' },
    caption: 'mrafox, fox，sleeping，red scarf, closed eyes, indoors',
  },
  {
    name: '06',
    width: 1024,
    height: 1024,
    scene: { ...day, pose: 'run', sun: true, flip: true, x: 0.6 },
    caption: 'mrafox, fox, solo, running, red scarf, grass, red scarf, day,',
  },
  { name: '07', width: 1024, height: 1024, scene: { ...day, pose: 'sit', trees: 3 }, caption: long },
  {
    name: '08',
    width: 400,
    height: 400,
    scene: { ...night, pose: 'sit', moon: true, x: 0.4 },
    caption: 'mrafox, fox, solo, sitting, red_scarf, moon, night',
  },
  {
    name: '09',
    width: 1024,
    height: 1024,
    scene: { ...day, pose: 'sit', sun: true },
    caption: 'mrafox, fox, solo, sitting, red scarf, tree, grass, sunny day',
  },
  {
    name: '10',
    width: 1024,
    height: 1024,
    scene: { ...indoors, pose: 'sit', window: true, x: 0.62 },
    caption: 'mrafox, fox, solo, sitting, red scarf, window, indoors\nmasterpiece, best quality',
  },
  { name: '11', width: 1024, height: 1024, scene: { ...night, pose: 'run', moon: true, trees: 2 }, caption: null },
  {
    name: '12',
    width: 1024,
    height: 1024,
    scene: { ...day, pose: 'sleep', trees: 1, sun: true },
    caption: iconv.encode('mrafox, fox, 寝ている, red scarf, grass', 'shift_jis'),
  },
  {
    name: '13',
    width: 1024,
    height: 1024,
    scene: { ...day, pose: 'sit', trees: 1, flip: true },
    caption: Buffer.from('\ufeffmrafox, fox, solo, sitting, red scarf, tree', 'utf8'),
  },
  {
    name: '14',
    width: 1536,
    height: 640,
    scene: { ...day, pose: 'run', trees: 3, sun: true },
    caption: '',
    format: 'jpeg',
  },
];

/** A training configuration beside the images, with five faults. */
const datasetConfig = `# The fox, for SDXL. Each subset names a folder beside this file.
[general]
shuffle_caption = true
keep_token = 1

[[datasets]]
resolution = 1024
enable_bucket = true
max_bucket_reso = 1024
validation_split = 0

[[datasets.subsets]]
image_dir = "10_mrafox fox"
num_repeats = 10

[[datasets.subsets]]
image_dir = "10_mrafox_fox"
num_repeats = 2
`;

async function main(): Promise<void> {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(subset, { recursive: true });
  const drawn = new Map<string, Buffer>();
  for (const { name, width, height, scene, caption, format } of examples) {
    const svg = drawScene(width, height, scene);
    const same = drawn.get(`${svg}`);
    const picture = sharp(Buffer.from(svg));
    const bytes =
      same ?? (await (format === 'jpeg' ? picture.jpeg({ quality: 85 }) : picture.png({ palette: true })).toBuffer());
    drawn.set(`${svg}`, bytes);
    writeFileSync(path.join(subset, `${name}.${format === 'jpeg' ? 'jpg' : 'png'}`), bytes);
    if (caption !== null) writeFileSync(path.join(subset, `${name}.txt`), caption);
  }
  // A picture that was moved away without its caption.
  writeFileSync(path.join(subset, 'old-cover.txt'), 'mrafox, fox, solo, portrait');
  writeFileSync(path.join(target, 'dataset.toml'), datasetConfig);
  console.log(`${examples.length} images in ${subset}`);
}

await main();
