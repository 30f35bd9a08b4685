import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { cacheKey, emptyCache, type ImageCache, loadCache, saveCache } from '../../server/src/images/cache.ts';
import { temporaryFolder } from './samples.ts';

describe('image cache', () => {
  const folder = temporaryFolder();
  const key = (name: string): string => cacheKey({ path: name, size: 10, mtimeMs: 1.5 });
  const nothing = { print: null, shape: null, places: null, fineness: null, brokenAt: null } as const;
  const sample = (): ImageCache => ({
    from: null,
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
  const plain = ({ pictures, from: _, ...rest }: ImageCache) => ({
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

  /** A cache of pictures by name, with as many bytes each, all compared. */
  const holding = (pictures: ReadonlyMap<string, readonly [value: number, length: number]>): ImageCache => {
    const print = (value: number, length: number) => new Uint8Array(length).fill(value);
    const held = [...pictures].map(
      ([name, [value, length]]) => [key(name), { ...nothing, damage: null, print: print(value, length) }] as const,
    );
    return {
      ...emptyCache(),
      pictures: new Map(held),
      level: 'standard',
      compared: new Set(held.map(([name]) => name)),
    };
  };
  const many = (count: number) => Array.from({ length: count }, (_, i) => [`/${i}.png`, [i, 1000 + (i % 2)]] as const);

  it('holds what was saved last, whatever came and went before', () => {
    const step = fc.dictionary(
      fc.constantFrom('/a.png', '/b.png', '/c.png', '/d.png', '/e.png'),
      fc.tuple(fc.nat(255), fc.integer({ min: 1, max: 400 })),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.boolean()), { minLength: 1, maxLength: 12 }), (steps) => {
        const file = path.join(folder, 'steps.bin');
        rmSync(file, { force: true });
        for (const [names, touched] of steps) {
          const read = loadCache(file);
          const wanted = holding(new Map(Object.entries(names)));
          // Pictures that are as they were are those that were read, as in a scan.
          const pictures = new Map(
            [...wanted.pictures].map(([name, picture]) => {
              const before = read.pictures.get(name);
              return [name, before?.print && Buffer.compare(before.print, picture.print!) === 0 ? before : picture];
            }),
          );
          if (touched && read.from) writeFileSync(file, readFileSync(file));
          saveCache(file, { ...wanted, pictures }, read.from);
          assert.deepEqual(plain(loadCache(file)), plain(wanted));
        }
      }),
    );
  });

  it('adds a picture to the file that is there, and writes it anew once a quarter of it is of no use', () => {
    const file = path.join(folder, 'added.bin');
    saveCache(file, holding(new Map(many(40))));
    const before = readFileSync(file);
    const place = statSync(file).ino;
    const add = (name: string): void => {
      const { pictures, from, ...rest } = loadCache(file);
      const more = holding(new Map([[name, [7, 1001]]]));
      const compared = new Set([...rest.compared, ...more.compared]);
      saveCache(file, { ...rest, compared, pictures: new Map([...pictures, ...more.pictures]) }, from);
    };
    add('/new.png');
    assert.equal(statSync(file).ino, place);
    assert.deepEqual(readFileSync(file).subarray(32, before.length), before.subarray(32));
    let largest = 0;
    for (let i = 0; i < 60; i++) {
      add(`/${i}-more.png`);
      const { pictures } = loadCache(file);
      const used = [...pictures.values()].reduce((sum, { print }) => sum + print!.length, 0);
      largest = Math.max(largest, statSync(file).size / used);
    }
    assert.equal(loadCache(file).pictures.size, 101);
    assert.ok(largest < 2.5, `${largest}`);
  });

  it('is what it was where adding did not come to its end', () => {
    const file = path.join(folder, 'unfinished.bin');
    saveCache(file, holding(new Map(many(40))));
    const before = readFileSync(file);
    const { from, ...rest } = loadCache(file);
    const more = holding(new Map([...many(40), ['/new.png', [9, 500]]]));
    saveCache(file, { ...rest, pictures: new Map([...more.pictures, ...rest.pictures]) }, from);
    const after = readFileSync(file);
    for (const length of [before.length, before.length + 1, before.length + 501, after.length - 1, after.length]) {
      writeFileSync(file, Buffer.concat([before.subarray(0, 32), after.subarray(32, length)]));
      const found = loadCache(file);
      assert.deepEqual(plain(found), plain(holding(new Map(many(40)))), `${length}`);
      saveCache(file, { ...found, ...more }, found.from);
      assert.deepEqual(plain(loadCache(file)), plain(more));
    }
  });

  it('does not add to a file that somebody wrote meanwhile', () => {
    const file = path.join(folder, 'meanwhile.bin');
    saveCache(file, holding(new Map(many(40))));
    const read = loadCache(file);
    const other = holding(new Map(many(90)));
    saveCache(file, other);
    saveCache(file, read, read.from);
    assert.deepEqual(plain(loadCache(file)), plain(holding(new Map(many(40)))));
  });
});
