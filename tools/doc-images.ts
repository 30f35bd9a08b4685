// Copies the screenshots of the browser scenarios that the documentation shows to docs/images, made small.
//   npx tsx test/browser/run.ts && npx tsx tools/doc-images.ts [folder with the screenshots]
import { copyFileSync, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { tabIds } from '../media/overview/context.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Name in docs/images and the screenshot it is made of; `top`: only so many pixels from the top. */
const pictures: readonly { name: string; from: string; top?: number }[] = [
  { name: 'caption', from: 'cut-off', top: 420 },
  { name: 'quick-fix', from: 'quick-fix', top: 420 },
  { name: 'config', from: 'config-squiggles', top: 560 },
  { name: 'completion', from: 'completion', top: 560 },
  { name: 'tag-hover', from: 'tag-hover', top: 560 },
  { name: 'image-hover', from: 'picture-hover', top: 640 },
  { name: 'rename', from: 'rename-preview' },
  { name: 'edit-captions', from: 'edit-operation', top: 560 },
  { name: 'views', from: 'views-dark' },
  { name: 'views-light', from: 'views-light' },
  { name: 'views-high-contrast', from: 'views-high-contrast' },
  { name: 'workbench', from: 'workbench-en-dark' },
  { name: 'workbench-light', from: 'workbench-en-light' },
  { name: 'workbench-high-contrast', from: 'workbench-en-high-contrast' },
  { name: 'workbench-high-contrast-light', from: 'workbench-en-high-contrast-light' },
  { name: 'workbench-ja', from: 'workbench-ja-dark' },
  { name: 'workbench-narrow', from: 'workbench-en-narrow' },
  { name: 'workbench-selection', from: 'workbench-add' },
  { name: 'workbench-filter', from: 'workbench-filter' },
  { name: 'verify', from: 'verify-dark' },
  { name: 'lora', from: 'lora-light' },
  { name: 'exposure', from: 'planning-exposure-en-light-1230' },
  { name: 'exposure-ja', from: 'planning-exposure-ja-dark-1230' },
  { name: 'binding', from: 'planning-binding-en-light-1230' },
  { name: 'cure', from: 'planning-cure-en-light-1230' },
  { name: 'cure-ja', from: 'planning-cure-ja-dark-400' },
  { name: 'history', from: 'history-en-light-1230' },
  { name: 'history-dark', from: 'history-en-dark-1230' },
  { name: 'history-high-contrast', from: 'history-en-high-contrast-1230' },
  { name: 'history-ja', from: 'history-ja-dark-1230' },
  { name: 'overview-summary-narrow-ja', from: 'looks-summary-ja-400' },
  // The one of the lock is shown with a lock, above.
  ...tabIds
    .filter((tab) => tab !== 'history')
    .flatMap((tab) =>
      ['dark', 'light', 'high-contrast'].map((theme) => ({
        name: `overview-${tab}-${theme}`,
        from: `overview-${tab}-en-${theme}`,
      })),
    ),
];

/** The animated picture: its frames were joined where they were taken. */
const film = { name: 'workbench.webp', from: 'film.webp' };

/** Pictures of the walkthrough, which go into the package: made smaller, from those of the documentation. */
const walkthrough: readonly (readonly [name: string, from: string])[] = [
  ['views', 'views'],
  ['caption', 'caption'],
  ['quick-fix', 'quick-fix'],
  ['workbench', 'workbench-selection'],
  ['overview', 'overview-summary-dark'],
];
/** Pixels. */
const walkthroughWidth = 900;

const folders = process.argv.slice(2);
if (folders.length === 0) folders.push(path.join(root, '.out', 'screenshots'));
for (const { name, from, top } of pictures) {
  const source = folders.map((folder) => path.join(folder, `${from}.png`)).find((file) => existsSync(file));
  if (!source) {
    console.error(`${from}.png is missing: run the browser scenarios first.`);
    process.exitCode = 1;
    continue;
  }
  const target = path.join(root, 'docs', 'images', `${name}.png`);
  const picture = sharp(source);
  const { width, height } = await picture.metadata();
  if (top !== undefined) picture.extract({ left: 0, top: 0, width, height: Math.min(top, height) });
  await picture.png({ palette: true, quality: 90, effort: 8 }).toFile(target);
  console.log(`${name}.png ${Math.round(statSync(target).size / 1024)} KB`);
}
const taken = folders.map((folder) => path.join(folder, film.from)).find((file) => existsSync(file));
if (taken) copyFileSync(taken, path.join(root, 'docs', 'images', film.name));
for (const [name, from] of walkthrough)
  await sharp(path.join(root, 'docs', 'images', `${from}.png`))
    .resize({ width: walkthroughWidth, withoutEnlargement: true })
    .png({ palette: true, quality: 85, effort: 8 })
    .toFile(path.join(root, 'media', 'walkthrough', `${name}.png`));
