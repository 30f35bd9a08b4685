import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import type { ImageFile } from '../../server/src/images/files.ts';
import { isHeader } from '../../server/src/images/header/types.ts';
import { type ImageScan, scanHeaders, scanImages } from '../../server/src/images/scan.ts';
import { drawPictures } from '../bench/draw.ts';
import { animation, bmp, temporaryFolder } from './samples.ts';
import { bundleWorker } from './worker-bundle.ts';

describe('scanning images', () => {
  const folder = temporaryFolder();
  let workerPath = '';
  let originals: Buffer[] = [];

  before(async function () {
    this.timeout(60_000);
    workerPath = await bundleWorker();
    originals = (await drawPictures(18, 3)).map(({ png }) => png);
  });

  /** Writes files into a folder of their own and lists them; a value may be a function that makes the file itself. */
  function dataset(name: string, files: Record<string, Buffer | ((file: string) => void)>): ImageFile[] {
    const place = path.join(folder, name);
    mkdirSync(place, { recursive: true });
    return Object.entries(files).map(([file, content]) => {
      const full = path.join(place, file);
      if (typeof content === 'function') content(full);
      else writeFileSync(full, content);
      return listed(full);
    });
  }

  function listed(full: string): ImageFile {
    try {
      const { size, mtimeMs } = statSync(full);
      return { path: full, size, mtimeMs };
    } catch {
      return { path: full, size: 1, mtimeMs: 1 };
    }
  }

  const scan = (
    files: readonly ImageFile[],
    more: Partial<Parameters<typeof scanImages>[0]> = {},
  ): Promise<ImageScan> => scanImages({ files, level: 'standard', workerPath, cachePath: null, ...more });

  const named = (result: ImageScan): string[] =>
    result.clusters.map(({ kind, files }) => `${kind}: ${files.map((file) => path.basename(file)).join(' ')}`).sort();

  it('groups equal files, equal pixels and versions of a picture, and says how they differ', async () => {
    const [a, b, , , e, f, g, d] = originals as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer];
    // A figure: sprites may be their own mirror image.
    const c = originals[9]!;
    const image = (png: Buffer) => sharp(png).flatten({ background: '#fff' });
    const { width = 0, height = 0 } = await sharp(d).metadata();
    const files = dataset('kinds', {
      'a.png': a,
      'a-copy.png': a,
      'b.png': b,
      'b-pixels.png': await sharp(b).png({ compressionLevel: 1, adaptiveFiltering: true }).toBuffer(),
      'c.png': c,
      'c-mirror.jpg': await image(c).flop().jpeg().toBuffer(),
      'd.png': d,
      'd-crop.jpg': await image(d)
        .extract({ left: 14, top: 10, width: width - 30, height: height - 24 })
        .jpeg()
        .toBuffer(),
      'e.png': e,
      'e-small.jpg': await image(e).resize(200).jpeg().toBuffer(),
      'f.png': f,
      'f-grey.jpg': await image(f).greyscale().jpeg().toBuffer(),
      'g.png': g,
      'g-border.png': await image(g)
        .extend({ top: 40, bottom: 40, left: 40, right: 40, background: '#000' })
        .png()
        .toBuffer(),
      'other.png': originals[8]!,
    });
    const result = await scan(files);
    assert.deepEqual(named(result), [
      'bytes: a.png a-copy.png',
      'near: c.png c-mirror.jpg',
      'near: d.png d-crop.jpg',
      'near: e.png e-small.jpg',
      'near: f.png f-grey.jpg',
      'near: g.png g-border.png',
      'pixels: b.png b-pixels.png',
    ]);
    const kindOf = (name: string): unknown =>
      result.clusters.find(({ files }) => files[0]!.endsWith(name))?.pairs[0]?.kind;
    assert.equal(kindOf('c.png'), 'mirrored');
    assert.equal(kindOf('d.png'), 'cropped');
    assert.equal(kindOf('e.png'), 'resized');
    assert.equal(kindOf('f.png'), 'colour-changed');
    assert.equal(kindOf('g.png'), 'border');
    assert.deepEqual(result.damaged, []);
    assert.equal(result.switchedOff, null);
  });

  it('joins exact copies and versions of one picture into one cluster', async () => {
    const a = originals[0]!;
    const jpeg = await sharp(a).flatten().jpeg().toBuffer();
    const result = await scan(dataset('joined', { 'a.png': a, 'b.png': a, 'c.jpg': jpeg, 'd.jpg': jpeg }));
    assert.deepEqual(named(result), ['near: a.png b.png c.jpg d.jpg']);
    const kinds = result.clusters[0]!.pairs.map(({ kind }) => kind).sort();
    assert.deepEqual(kinds, ['bytes', 'bytes', 'recompressed']);
  });

  it('does not call a picture equal that differs in one pixel', async () => {
    const raw = await sharp(originals[4]!).flatten().raw().toBuffer({ resolveWithObject: true });
    const changed = Buffer.from(raw.data);
    changed[5000] = changed[5000]! ^ 1;
    const { width, height, channels } = raw.info;
    const png = (data: Buffer) => sharp(data, { raw: { width, height, channels } }).png().toBuffer();
    const result = await scan(dataset('pixel', { 'a.png': await png(raw.data), 'b.png': await png(changed) }));
    assert.deepEqual(named(result), ['near: a.png b.png']);
  });

  it('compares BMP, and says so where it cannot', async () => {
    const { data, info } = await sharp(originals[5]!)
      .flatten()
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const file = bmp(info.width, info.height, 24, (x, y) => [
      ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
    ]);
    const packed = bmp(8, 8, 24, () => [1, 2, 3]);
    packed.writeUInt32LE(1, 30);
    const result = await scan(dataset('bmp', { 'a.png': originals[5]!, 'b.bmp': file, 'rle.bmp': packed }));
    assert.deepEqual(named(result), ['pixels: a.png b.bmp']);
    assert.deepEqual(
      result.notCompared.map((name) => path.basename(name)),
      ['rle.bmp'],
    );
    assert.deepEqual(result.damaged, []);
  });

  it('gives hostile files a reason each and goes on', async function () {
    this.timeout(60_000);
    const png = originals[0]!;
    const jpeg = await sharp(png).flatten().jpeg().toBuffer();
    const lying = Buffer.from(await sharp(png).png().toBuffer());
    lying.writeUInt32BE(60_000, 16);
    lying.writeUInt32BE(60_000, 20);
    const endless = Buffer.concat([await (await animation(3)).gif().toBuffer(), Buffer.alloc(0)]);
    const frame = endless.subarray(13, endless.length - 1);
    const gif = Buffer.concat([endless.subarray(0, 13), ...new Array<Buffer>(3000).fill(frame)]);
    const overwritten = Buffer.from(png);
    overwritten.fill(0x55, png.length >> 1, (png.length >> 1) + 300);
    const flat = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#abc' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const files = dataset('hostile', {
      'good.png': png,
      'empty.png': Buffer.alloc(0),
      'lying.png': lying,
      'flat.png': flat,
      'endless.gif': gif,
      'text.png': Buffer.from('1girl, solo, smile'),
      'svg.png': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'loop.png': (file) => symlinkSync(file, file),
      'vanished.png': () => {},
      'folder.png': (file) => mkdirSync(file, { recursive: true }),
      'pipe.png': (file) => {
        if (process.platform !== 'win32') execFileSync('mkfifo', [file]);
      },
      'cut.jpg': jpeg.subarray(0, jpeg.length / 2),
      'overwritten.png': overwritten,
      'new\nline.png': jpeg.subarray(0, jpeg.length - 400),
      '"quote\'s" <b>&amp;.png': png,
    });
    const result = await scan(files);
    const reasons = Object.fromEntries(result.damaged.map(({ file, reason }) => [path.basename(file), reason]));
    assert.deepEqual(reasons, {
      'empty.png': 'empty',
      'lying.png': 'too-large',
      'endless.gif': 'truncated',
      'text.png': 'not-an-image',
      'svg.png': 'unsupported',
      'loop.png': 'unreadable',
      'vanished.png': 'unreadable',
      'folder.png': 'unreadable',
      'pipe.png': 'unreadable',
      'cut.jpg': 'truncated',
      'overwritten.png': 'corrupt',
      'new\nline.png': 'truncated',
    });
    const first = result.clusters[0]!;
    assert.ok(
      first.files.some((file) => file.endsWith('good.png')) && first.files.some((file) => file.includes('<b>')),
    );
  });

  it('tells an unreadable folder', async () => {
    const files = dataset('closed', { 'a.png': originals[0]! });
    const folder = path.dirname(files[0]!.path);
    // Permissions bind neither the administrator nor Windows: there the folder is gone, with a file in its place.
    const bound = process.platform !== 'win32' && process.getuid?.() !== 0;
    if (bound) chmodSync(folder, 0);
    else {
      rmSync(folder, { recursive: true });
      writeFileSync(folder, '');
    }
    const result = await scan(files);
    if (bound) chmodSync(folder, 0o755);
    assert.deepEqual(
      result.damaged.map(({ reason }) => reason),
      ['unreadable'],
    );
  });

  it('reads headers without a worker', async () => {
    const files = dataset('headers', { 'a.jpg': originals[0]!, 'b.png': Buffer.from('x') });
    const [a, b] = await scanHeaders({ files });
    assert.ok(isHeader(a!.result) && a!.result.extensionMismatch);
    assert.ok(!isHeader(b!.result));
  });

  it('takes what it knows from the cache, also for a new image', async () => {
    const jpeg = await sharp(originals[1]!).flatten().jpeg().toBuffer();
    const files = dataset('cached', {
      'a.png': originals[0]!,
      'b.png': originals[1]!,
      'b.jpg': jpeg,
      'c.png': originals[2]!,
    });
    const cachePath = path.join(folder, 'cached.bin');
    const decoded: number[] = [];
    const compared: number[] = [];
    const run = (list: readonly ImageFile[]): Promise<ImageScan> => {
      decoded.length = 0;
      return scan(list, {
        cachePath,
        onProgress: ({ stage, total }) => {
          if (stage === 'fingerprints') decoded.push(total);
          if (stage === 'comparing') compared.push(total);
        },
      });
    };
    const fresh = await run(files);
    assert.equal(decoded[0], 4);
    const again = await run(files);
    assert.equal(decoded[0], 0);
    assert.deepEqual(again, fresh);
    const place = path.dirname(files[0]!.path);
    writeFileSync(path.join(place, 'c-new.jpg'), await sharp(originals[2]!).flatten().flop().jpeg().toBuffer());
    const grown = await run([...files, listed(path.join(place, 'c-new.jpg'))]);
    assert.equal(decoded[0], 1);
    assert.deepEqual(named(grown), ['near: b.png b.jpg', 'near: c.png c-new.jpg']);
    assert.deepEqual(named(await scan([...files, listed(path.join(place, 'c-new.jpg'))])), named(grown));
  });

  it('finds the same from a cache that was cut, overwritten or deleted', async function () {
    this.timeout(60_000);
    const jpeg = await sharp(originals[1]!).flatten().jpeg().toBuffer();
    const files = dataset('broken-cache', { 'b.png': originals[1]!, 'b.jpg': jpeg, 'c.png': originals[2]! });
    const cachePath = path.join(folder, 'broken.bin');
    const fresh = await scan(files, { cachePath });
    const whole = readFileSync(cachePath);
    for (const share of [0, 0.001, 0.01, 0.3, 0.9]) {
      writeFileSync(cachePath, whole.subarray(0, Math.floor(whole.length * share)));
      assert.deepEqual(await scan(files, { cachePath }), fresh);
      const overwritten = Buffer.from(whole);
      overwritten[Math.floor(whole.length * share)] = 255 - overwritten[Math.floor(whole.length * share)]!;
      writeFileSync(cachePath, overwritten);
      assert.deepEqual(await scan(files, { cachePath }), fresh);
    }
    rmSync(cachePath);
    assert.deepEqual(await scan(files, { cachePath }), fresh);
    assert.deepEqual(await scan(files, { cachePath: path.join(files[0]!.path, 'not-a-folder', 'x') }), fresh);
  });

  it('stops when it is cancelled, at any stage', async () => {
    const files = dataset('cancelled', Object.fromEntries(originals.map((png, i) => [`${i}.png`, png])));
    for (const stage of ['headers', 'fingerprints', 'comparing']) {
      const controller = new AbortController();
      const scanning = scan(files, {
        signal: controller.signal,
        onProgress: (progress) => {
          if (progress.stage === stage) controller.abort(new Error('enough'));
        },
      });
      if (stage === 'comparing') await scanning.catch(() => {});
      else await assert.rejects(scanning, /enough/);
    }
    await assert.rejects(scan(files, { signal: AbortSignal.abort(new Error('before')) }), /before/);
  });

  it('works without a decoder: headers stay, and it says why', async () => {
    const files = dataset('no-worker', { 'a.png': originals[0]!, 'b.png': originals[0]! });
    const result = await scan(files, { workerPath: path.join(folder, 'missing.cjs') });
    assert.equal(result.switchedOff?.reason, 'no-decoder');
    assert.ok(result.headers.every(({ result }) => isHeader(result)));
    assert.deepEqual(named(result), ['bytes: a.png b.png']);
    copyFileSync(files[0]!.path, files[1]!.path);
  });
});
