import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { cacheKey, emptyCache, type ImageCache, loadCache, saveCache } from '../../server/src/images/cache.ts';
import { temporaryFolder } from './samples.ts';

describe('image cache', () => {
  const folder = temporaryFolder();
  const key = (name: string): string => cacheKey({ path: name, size: 10, mtimeMs: 1.5 });
  const nothing = { print: null, shape: null, places: null, fineness: null, brokenAt: null } as const;
  const sample = (): ImageCache => ({
    pictures: new Map([
      [
        key('/a "ü\n".png'),
        {
          print: new Uint8Array([1, 2, 3]),
          shape: new Uint8Array([5, 6, 7]),
          places: new Uint8Array([7, 8]),
          fineness: new Uint8Array([34, 1]),
          damage: null,
          brokenAt: null,
        },
      ],
      [key('/b.png'), { ...nothing, damage: 'crashed' }],
      [key('/c.png'), { ...nothing, print: new Uint8Array([4]), damage: 'truncated', brokenAt: 40 }],
    ]),
    level: 'standard',
    compared: new Set([key('/a "ü\n".png'), key('/c.png')]),
    pairs: [
      {
        a: key('/a "ü\n".png'),
        b: key('/c.png'),
        score: 0.9312,
        kinds: ['overlay', 'mirrored', 'resized'],
        clean: 'b',
        overlay: [0, 0.2, 0.4, 1],
        shared: null,
        whole: 'a',
      },
    ],
  });
  /** Fingerprints come back as views of one buffer: compared by their bytes. */
  const plain = ({ pictures, ...rest }: ImageCache) => ({
    ...rest,
    pictures: [...pictures].map(([name, { print, shape, places, fineness, damage, brokenAt }]) => [
      name,
      print && [...print],
      shape && [...shape],
      places && [...places],
      damage,
      brokenAt,
      fineness && [...fineness],
    ]),
  });

  it('gives back what was saved, and leaves no other file', () => {
    const file = path.join(folder, 'deep', 'cache.bin');
    saveCache(file, sample());
    saveCache(file, sample());
    assert.deepEqual(plain(loadCache(file)), plain(sample()));
    assert.deepEqual(readdirSync(path.dirname(file)), ['cache.bin']);
  });

  it('is empty where there is no file', () => {
    assert.deepEqual(loadCache(path.join(folder, 'none.bin')), emptyCache());
    assert.deepEqual(loadCache(folder), emptyCache());
  });

  it('never throws and never gives a wrong fingerprint, however the file is damaged', () => {
    const file = path.join(folder, 'damaged.bin');
    saveCache(file, sample());
    const whole = readFileSync(file);
    const expected = new Map(sample().pictures);
    fc.assert(
      fc.property(
        fc.nat(whole.length),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 4 }),
        (cut, changes) => {
          const bytes = Buffer.from(whole);
          for (const [at, value] of changes) bytes[at] = value;
          writeFileSync(file, cut % 3 === 0 ? bytes.subarray(0, cut) : bytes);
          const list = (bytes: Uint8Array | null | undefined) => bytes && [...bytes];
          for (const [name, { print, shape }] of loadCache(file).pictures) {
            assert.deepEqual(list(print), list(expected.get(name)?.print));
            assert.deepEqual(list(shape), list(expected.get(name)?.shape));
          }
        },
      ),
    );
  });
});
