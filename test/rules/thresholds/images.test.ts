import { bothSides, type Edge, times } from '../../support/thresholds.ts';

/** Images with captions, each described as marked folders do it. */
const images = (count: number, describe: (at: number) => string): string =>
  times(count, (at) => {
    const [size = '', ...words] = describe(at).trim().split(' ');
    const ending = words.some((word) => word.startsWith('quality')) ? 'jpg' : 'png';
    return `// ${at}.txt\nohwx man, thing ${at}\n// ${at}.${ending} ${[size, ...words].join(' ')}`;
  }).join('\n');
const one = (size: string, words = ''): string => images(1, () => `${size} ${words}`);
/** The first images are versions of the very first. */
const cluster = (all: number, of: number): string =>
  images(all, (at) => (at > 0 && at < of ? '512x512 near:0.png:resized' : '512x512 opaque'));
/** Pictures of the subject, and those of a regularization set with so many hundredths of detail where the others have a half. */
const withRegularization = (own: number, reg: number, hundredths: number): string =>
  [
    ...times(own, (at) => `// 10_ohwx woman/${at}.png 1024x1024 detail:0.5`),
    ...times(reg, (at) => `// reg/1_woman/${at}.png 1024x1024 detail:${hundredths / 100}`),
  ].join('\n');
const ofFolder =
  (rule: string): Edge['seen'] =>
  ({ findings }) =>
    findings.some((finding) => finding.rule === rule && finding.file === '');
const ofImage =
  (rule: string): Edge['seen'] =>
  ({ findings }) =>
    findings.some((finding) => finding.rule === rule && finding.file !== '');

describe('numbers of the image rules', () => {
  bothSides([
    {
      rule: 'extreme-aspect-ratio',
      number: 'one side two and a half times the other',
      make: (n) => one(`${n}x1000`),
      quiet: 2500,
      loud: 2510,
    },
    {
      rule: 'heavy-compression',
      number: 'JPEG of quality 60',
      make: (n) => one('1024x1024', `quality${n}`),
      quiet: 60,
      loud: 59,
    },
    { rule: 'low-resolution', number: 'half of 1024', make: (n) => one(`1024x${n}`), quiet: 512, loud: 511 },
    {
      rule: 'low-resolution',
      number: 'three quarters of 512',
      options: { settings: { model: 'sd15' } },
      make: (n) => one(`512x${n}`),
      quiet: 384,
      loud: 383,
    },
    {
      rule: 'mixed-formats',
      number: 'twenty images',
      make: (n) => images(n, (at) => (at % 2 ? '512x512 quality90' : '512x512')),
      quiet: 19,
      loud: 20,
    },
    {
      rule: 'mixed-formats',
      number: 'a tenth of the images',
      make: (n) => images(60, (at) => (at < n ? '512x512 quality90' : '512x512')),
      quiet: 6,
      loud: 7,
    },
    {
      rule: 'dominant-cluster',
      number: 'one cluster over 2 % of the images',
      seen: ofImage('dominant-cluster'),
      make: (n) => cluster(n, 3),
      quiet: 150,
      loud: 149,
    },
    {
      rule: 'dominant-cluster',
      number: 'clusters over a tenth of the images',
      seen: ofFolder('dominant-cluster'),
      make: (n) => cluster(n, 4),
      quiet: 40,
      loud: 39,
    },
    {
      rule: 'upscaled-image',
      number: 'enlarged 1.2 times',
      options: { settings: { training: { enableBucket: true } } },
      make: (n) => one(`${n}x${n}`),
      quiet: 860,
      loud: 850,
    },
    {
      rule: 'outlier-image',
      number: 'twenty images to compare',
      make: (n) => images(n, (at) => (at === 3 ? '4096x4096' : at % 2 ? '1024x1024' : '1000x1040')),
      quiet: 19,
      loud: 20,
    },
    {
      rule: 'outlier-image',
      number: 'at most a quarter of the images, more are a part of the set',
      make: (n) => images(30, (at) => (at < n ? '4096x4096' : at % 2 ? '1024x1024' : '1000x1040')),
      quiet: 8,
      loud: 7,
    },
    {
      rule: 'smooth-regularization',
      number: 'six tenths of the detail of the set',
      make: (n) => withRegularization(5, 5, n),
      quiet: 31,
      loud: 30,
    },
    {
      rule: 'smooth-regularization',
      number: 'five pictures of the regularization set',
      make: (n) => withRegularization(5, n, 10),
      quiet: 4,
      loud: 5,
    },
    {
      rule: 'smooth-regularization',
      number: 'five pictures of the set',
      make: (n) => withRegularization(n, 5, 10),
      quiet: 4,
      loud: 5,
    },
  ]);
});
