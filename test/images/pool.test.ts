import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import type { ImageFile } from '../../server/src/images/files.ts';
import { scanImages } from '../../server/src/images/scan.ts';
import { describeJpegFile } from '../../server/src/images/worker/describe.ts';
import { JpegThreads } from '../../server/src/images/worker/jpeg-threads.ts';
import { DecodePool, type PoolAnswer } from '../../server/src/images/worker/pool.ts';
import type { DecodeAnswer } from '../../server/src/images/worker/protocol.ts';
import { drawPictures } from '../bench/draw.ts';
import { Random } from '../bench/random.ts';
import { temporaryFolder } from './samples.ts';
import { bundleWorker } from './worker-bundle.ts';

/** A stand-in for the worker that dies on files whose name says so. */
const FAKE_WORKER = `
process.on('disconnect', () => process.exit(0));
process.on('message', ({ id, path }) => {
  if (path.includes('abort')) process.abort();
  if (path.includes('exit')) process.exit(3);
  setTimeout(() => process.send({ id, bytes: new Uint8Array([1]), damage: null, detail: null }), 5);
});
process.send({ ready: true, build: 'native', detail: null });
`;

describe('image worker', () => {
  const folder = temporaryFolder();
  const fake = path.join(folder, 'fake-worker.cjs');
  before(() => writeFileSync(fake, FAKE_WORKER));

  const ask = (pool: DecodePool, name: string): Promise<PoolAnswer> =>
    pool.decode({ job: 'fingerprint', path: name, format: 'png', width: 1, height: 1 });

  it('loses only the picture that ends the decoder', async () => {
    const pool = new DecodePool(fake);
    const names = ['a', 'b', 'abort', 'c', 'd', 'e', 'f', 'g'];
    const answers = await Promise.all(names.map((name) => ask(pool, name)));
    assert.deepEqual(
      answers.map(({ outcome }) => outcome),
      names.map((name) => (name === 'abort' ? 'crashed' : 'answered')),
    );
    assert.equal(pool.off, null);
    pool.stop();
  });

  it('is switched off when it keeps crashing, and every request is answered', async () => {
    const pool = new DecodePool(fake);
    const answers = await Promise.all(
      ['exit-1', 'a', 'exit-2', 'b', 'exit-3', 'c', 'd'].map((name) => ask(pool, name)),
    );
    assert.ok(answers.every(({ outcome }) => ['answered', 'crashed', 'off'].includes(outcome)));
    assert.equal(pool.off?.reason, 'crashes');
    assert.equal((await ask(pool, 'later')).outcome, 'off');
    pool.stop();
  });

  it('loses no picture to whoever kills the worker, only one that has it killed each time', async () => {
    // Ends at the first request of each of its first lives, as if somebody had sent the signal; later on at one picture only.
    const lives = path.join(folder, 'lives');
    const killed = path.join(folder, 'killed.cjs');
    writeFileSync(
      killed,
      `const { appendFileSync, statSync } = require('node:fs');
appendFileSync(${JSON.stringify(lives)}, '.');
const many = statSync(${JSON.stringify(lives)}).size;
process.on('message', ({ path }) => {
  if (many <= 26 || path === 'heavy') process.kill(process.pid, 'SIGKILL');
});
${FAKE_WORKER}`,
    );
    const names = ['a', 'b', 'heavy', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'];
    const pool = new DecodePool(killed);
    const answers = await Promise.all(names.map((name) => ask(pool, name)));
    pool.stop();
    assert.equal(pool.off, null);
    assert.deepEqual(
      answers.map(({ outcome }) => outcome),
      names.map((name) => (name === 'heavy' ? 'crashed' : 'answered')),
    );
  });

  it('is switched off when it cannot start', async () => {
    const broken = path.join(folder, 'broken.cjs');
    writeFileSync(broken, 'throw new Error("no");');
    const silent = path.join(folder, 'silent.cjs');
    writeFileSync(silent, 'process.send({ ready: false, build: null, detail: "no sharp here" });');
    for (const script of [broken, silent]) {
      const pool = new DecodePool(script);
      const answer = await ask(pool, 'a');
      assert.equal(answer.outcome, 'off');
      assert.equal(pool.off?.reason, 'no-decoder');
      pool.stop();
    }
  });

  it('can be used again after it was stopped', async () => {
    const pool = new DecodePool(fake);
    const stopped = ask(pool, 'a');
    pool.stop();
    assert.equal((await stopped).outcome, 'off');
    assert.equal((await ask(pool, 'b')).outcome, 'answered');
    pool.stop();
  });

  it('uses the WebAssembly build inside Electron on Linux', async function () {
    this.timeout(60_000);
    if (process.platform !== 'linux') this.skip();
    // Looks like Electron to the worker from its first line on.
    const disguised = path.join(folder, 'electron.cjs');
    const bundle = JSON.stringify(await bundleWorker());
    writeFileSync(
      disguised,
      `Object.defineProperty(process.versions, 'electron', { value: '37' }); require(${bundle});`,
    );
    const picture = path.join(folder, 'wasm.png');
    writeFileSync(picture, (await drawPictures(1, 1))[0]!.png);
    const pool = new DecodePool(disguised);
    const request = { job: 'fingerprint', path: picture, format: 'png', width: 420, height: 560 } as const;
    const answer = await pool.decode(request);
    assert.equal(pool.build, 'wasm');
    pool.stop();
    const native = new DecodePool(await bundleWorker());
    const expected = await native.decode(request);
    native.stop();
    assert.ok(answer.outcome === 'answered' && expected.outcome === 'answered');
    assert.equal(answer.answer.bytes?.length, expected.answer.bytes?.length);
    assert.equal(answer.answer.damage, null);
  });

  it('tells each picture its own fault when several fail at once', async function () {
    this.timeout(60_000);
    const picture = (await drawPictures(3, 1))[0]!.png;
    const jpeg = await sharp(picture).flatten().jpeg().toBuffer();
    const overwritten = Buffer.from(picture);
    overwritten.fill(0x55, picture.length >> 1, (picture.length >> 1) + 300);
    // A JFIF version that libjpeg warns of; nothing of the picture is missing.
    const odd = Buffer.from(jpeg);
    odd[11] = 2;
    const kinds = { 'overwritten.png': overwritten, 'cut.jpg': jpeg.subarray(0, jpeg.length >> 1), 'odd.jpg': odd };
    const { width, height } = await sharp(picture).metadata();
    const questions = Object.entries(kinds).map(([name, content]) => {
      const file = path.join(folder, name);
      writeFileSync(file, content);
      const format = name.endsWith('png') ? ('png' as const) : ('jpeg' as const);
      return { job: 'fingerprint' as const, path: file, format, width, height, size: content.length };
    });
    const pool = new DecodePool(await bundleWorker());
    const damage = (answer: PoolAnswer): unknown => (answer.outcome === 'answered' ? answer.answer.damage : answer);
    try {
      const alone: unknown[] = [];
      for (const question of questions) alone.push(damage(await pool.decode(question)));
      assert.deepEqual(alone, ['corrupt', 'truncated', null]);
      const many = await Promise.all(Array.from({ length: 60 }, (_, index) => pool.decode(questions[index % 3]!)));
      assert.deepEqual(
        many.map(damage),
        many.map((_, index) => alone[index % 3]),
      );
    } finally {
      pool.stop();
    }
  });

  it('describes JPEGs in threads as it does without them', async function () {
    this.timeout(60_000);
    const files: { path: string; size: number }[] = [];
    for (const [i, { png }] of (await drawPictures(9, 4)).entries()) {
      const image = sharp(png).flatten().resize(640, 600, { fit: 'fill' });
      const sound = await image.jpeg({ progressive: i % 3 === 0 }).toBuffer();
      const broken = Buffer.from(sound).fill(0, sound.length >> 1, (sound.length >> 1) + 900);
      for (const [name, bytes] of Object.entries({ sound, broken, cut: sound.subarray(0, sound.length >> 1) })) {
        const file = path.join(folder, `${name}-${i}.jpg`);
        writeFileSync(file, bytes);
        files.push({ path: file, size: bytes.length });
      }
    }
    files.push({ path: path.join(folder, 'gone.jpg'), size: 1 });
    const workerPath = await bundleWorker();
    const question = { job: 'fingerprint', format: 'jpeg', width: 640, height: 600 } as const;
    const answers = async (cores: number): Promise<unknown[]> => {
      const pool = new DecodePool(workerPath, undefined, cores);
      try {
        // Threads are begun with the first pictures, and ready for later ones.
        await Promise.all(files.map((file) => pool.decode({ ...question, ...file })));
        await new Promise((resolve) => setTimeout(resolve, 300));
        const all = await Promise.all(files.map((file) => pool.decode({ ...question, ...file })));
        return all.map((answer) => (answer.outcome === 'answered' ? { ...answer.answer, id: 0 } : answer));
      } finally {
        pool.stop();
      }
    };
    const alone = await answers(1);
    const damages = new Set(alone.map((answer) => (answer as DecodeAnswer).damage));
    assert.deepEqual(damages, new Set([null, 'corrupt', 'truncated', 'unreadable']));
    assert.deepEqual(await answers(4), alone);
  });

  it('begins threads with a folder of JPEGs, not with one', async function () {
    this.timeout(60_000);
    const threads = new JpegThreads(await bundleWorker(), 2);
    const bytes = await sharp((await drawPictures(2, 3))[0]!.png)
      .flatten()
      .resize(640, 600, { fit: 'fill' })
      .jpeg()
      .toBuffer();
    const file = path.join(folder, 'one.jpg');
    writeFileSync(file, bytes);
    const request = { id: 1, job: 'fingerprint', path: file, format: 'jpeg', width: 640, height: 600 } as const;
    try {
      for (let i = 0; i < 11; i++) assert.equal(threads.ask(request), null);
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.equal(threads.ask(request), null);
      let asked: ReturnType<JpegThreads['ask']> = null;
      for (const until = Date.now() + 20_000; !asked && Date.now() < until; asked = threads.ask(request))
        await new Promise((resolve) => setTimeout(resolve, 20));
      const said = await asked;
      assert.deepEqual(said, describeJpegFile(request));
    } finally {
      threads.stop();
    }
    const none = new JpegThreads(await bundleWorker(), 1);
    for (let i = 0; i < 40; i++) assert.equal(none.ask(request), null);
  });

  it('hears of a hole in a WebP, and of other bytes in it when asked to be thorough', async function () {
    this.timeout(60_000);
    const sound = await sharp((await drawPictures(4, 1))[0]!.png)
      .resize(300, 300, { fit: 'fill' })
      .webp()
      .toBuffer();
    // Decoders stop where data is missing at the end, and are silent where some is left.
    const middle = sound.length >> 1;
    const hole = Buffer.from(sound).fill(0, middle, middle + 200);
    let overwritten = sound;
    for (let value = 19, silent = false; !silent; value++) {
      assert.ok(value < 255);
      overwritten = Buffer.from(sound).fill(value, middle, middle + 200);
      silent = await sharp(overwritten, { failOn: 'error' })
        .raw()
        .toBuffer()
        .then(
          () => true,
          () => false,
        );
    }
    const pool = new DecodePool(await bundleWorker());
    try {
      const damages: unknown[] = [];
      for (const [content, thorough] of [
        [sound, true],
        [sound, false],
        [hole, false],
        [overwritten, true],
        [overwritten, false],
      ] as const) {
        const file = path.join(folder, 'a.webp');
        writeFileSync(file, content);
        const size = { width: 300, height: 300, size: content.length };
        const answer = await pool.decode({ job: 'fingerprint', path: file, format: 'webp', thorough, ...size });
        damages.push(answer.outcome === 'answered' ? [answer.answer.damage, answer.answer.bytes !== null] : answer);
      }
      assert.deepEqual(damages, [
        [null, true],
        [null, true],
        ['garbled', true],
        ['garbled', true],
        [null, true],
      ]);
    } finally {
      pool.stop();
    }
  });

  it('ends with the same result when it is killed again and again', async function () {
    this.timeout(60_000);
    const workerPath = await bundleWorker();
    const files: ImageFile[] = [];
    for (const { name, png } of await drawPictures(27, 8)) {
      for (const [copy, bytes] of [
        ['png', png],
        ['jpg', await sharp(png).flatten().jpeg({ quality: 70 }).toBuffer()],
      ] as const) {
        const file = path.join(folder, `${name}.${copy}`);
        writeFileSync(file, bytes);
        files.push({ path: file, size: bytes.length, mtimeMs: 1 });
      }
    }
    const options = { files, level: 'standard', workerPath, cachePath: null } as const;
    const undisturbed = await scanImages(options);
    const random = new Random(5);
    let kills = 0;
    const disturbed = await scanImages({
      ...options,
      onWorker: (pid) => {
        if (kills >= 6) return;
        kills++;
        setTimeout(
          () => {
            try {
              process.kill(pid, 'SIGKILL');
            } catch {
              // It had ended by itself.
            }
          },
          random.between(100, 250),
        );
      },
    });
    assert.ok(kills >= 1);
    assert.equal(disturbed.switchedOff, null);
    assert.deepEqual(disturbed, undisturbed);
  });
});
