import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimOf, contradiction, isSoftened, type NamedClaim } from '../../server/src/images/colour-truth.ts';
import { HUE_BINS, lookOf, type PictureLook } from '../../server/src/images/look.ts';
import { auditMarked } from '../support/check.ts';

const claim = (tag: string): NamedClaim => {
  const found = claimOf(tag);
  assert.ok(found, tag);
  return found;
};

/** A picture of one grey: what a test sets is all that it has. */
const grey = (set: Partial<PictureLook> = {}): PictureLook => ({
  ...lookOf({
    luma: new Uint8Array(64 * 64).fill(128),
    chroma: new Int8Array(128),
    cover: null,
    background: [0, 0, 0],
  }),
  ...set,
});
const plain = (luma: number, cb: number, cr: number, share = 0.5) => ({ plain: { luma, cb, cr, share } });
const toned = (tone: Partial<PictureLook['tone']>) => ({ tone: { ...grey().tone, ...tone } });
const hues = (shares: Readonly<Record<number, number>>) => {
  const strongHues = Array.from({ length: HUE_BINS }, (_, bin) => shares[bin] ?? 0);
  return { strongHues, strong: strongHues.reduce((sum, share) => sum + share, 0) };
};

describe('a claim about colours', () => {
  it('is made by tags of backgrounds, colour modes and times of day, and by no others', () => {
    for (const [tag, is] of [
      ['white background', 'white background'],
      ['simple black background', 'black background'],
      ['gray background', 'grey background'],
      ['blue background', 'coloured background'],
      ['grayscale', 'greyscale'],
      ['night sky', 'night'],
    ] as const)
      assert.equal(claim(tag).claim, is);
    for (const tag of [
      'brown background',
      'blurry background',
      'white shirt',
      'white',
      'gradient background',
      'constructor background',
      '__proto__',
      'blurry',
    ])
      assert.equal(claimOf(tag), null, tag);
  });
  it('is not judged beside tags that soften it', () => {
    assert.ok(isSoftened(claim('greyscale'), ['spot color']));
    assert.ok(isSoftened(claim('white background'), ['two-tone background']));
    assert.ok(isSoftened(claim('white background'), ['grey background']));
    assert.ok(isSoftened(claim('night'), ['indoors']));
    assert.ok(!isSoftened(claim('white background'), ['simple background', 'hat']));
  });

  /** What is said on one side of a threshold and not on the other. */
  const sides: readonly (readonly [tag: string, against: Partial<PictureLook>, silent: Partial<PictureLook>])[] = [
    ['white background', plain(149, 0, 0), plain(150, 0, 0)],
    ['white background', plain(200, 40, 0), plain(200, 39, 0)],
    ['white background', plain(20, 0, 0, 0.25), { ...plain(20, 0, 0, 0.24), brightest: 170 }],
    ['white background', { brightest: 164 }, { brightest: 165 }],
    ['white background', plain(20, 0, 0), { ...plain(20, 0, 0), light: 0.25, brightest: 200 }],
    ['black background', plain(121, 0, 0), { ...plain(120, 0, 0), darkest: 90 }],
    ['black background', { darkest: 91 }, { darkest: 90 }],
    ['red background', plain(200, 5, 0), plain(200, 6, 0)],
    ['red background', plain(100, 60, -10), plain(100, -10, 60)],
    [
      'red background',
      plain(100, 60, -10),
      { ...plain(100, 60, -10), hues: grey().hues.map((_, bin) => (bin === 0 ? 0.25 : 0)) },
    ],
    ['grey background', plain(128, 40, 0), plain(128, 39, 0)],
    ['greyscale', toned({ otherHues: 0.05, stray: 0.15 }), toned({ otherHues: 0.04, stray: 0.15 })],
    ['greyscale', toned({ otherHues: 0.05, stray: 0.15 }), toned({ otherHues: 1, stray: 0.14 })],
    ['greyscale', toned({ stray: 0.85 }), toned({ stray: 0.84 })],
    ['greyscale', { saturation: 0.23 }, { saturation: 0.22 }],
    ['monochrome', toned({ plainlyOther: 0.07, stray: 0.15 }), toned({ plainlyOther: 0.06, otherHues: 1, stray: 1 })],
    ['monochrome', toned({ plainlyOther: 0.07, stray: 0.15 }), toned({ plainlyOther: 1, stray: 0.14 })],
    ['sepia', toned({ plainlyOther: 0.07, stray: 0.15 }), { ...toned({ plainlyOther: 0.06 }), saturation: 0.1 }],
    ['sepia', hues({ 8: 0.08 }), { ...hues({ 8: 0.07 }), saturation: 0.1 }],
    ['sepia', { saturation: 0.005 }, { saturation: 0.006 }],
    ['night', { lightness: 0.73 }, { lightness: 0.72 }],
    ['day', { lightness: 0.09 }, { lightness: 0.1 }],
  ];
  for (const [tag, against, silent] of sides)
    it(`${tag}: ${JSON.stringify(against).slice(0, 60)}`, () => {
      assert.ok(contradiction(claim(tag), grey(against)), 'is contradicted');
      assert.equal(contradiction(claim(tag), grey({ darkest: 10, brightest: 250, ...silent })), null, 'is believed');
    });

  it('is never contradicted by a picture that is what it says: any plain white, black or grey', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 255 }), fc.integer({ min: 0, max: 40 }), (light, dark) => {
        const flat = (luma: number): PictureLook =>
          lookOf({
            luma: new Uint8Array(64 * 64).fill(luma),
            chroma: new Int8Array(128),
            cover: new Uint8Array(64 * 32).fill(0xcc),
            background: [luma, 0, 0],
          });
        assert.equal(contradiction(claim('white background'), flat(light)), null);
        assert.equal(contradiction(claim('black background'), flat(dark)), null);
        for (const tag of ['greyscale', 'monochrome', 'grey background'])
          assert.equal(contradiction(claim(tag), flat(light)), null);
      }),
    );
  });
});

describe('the look of a picture', () => {
  it('leaves the fingerprint as it is, also where that lies in a buffer', () => {
    const luma = Buffer.from(Uint8Array.from({ length: 64 * 64 }, (_, at) => (at * 7) % 256));
    const before = Uint8Array.from(luma);
    lookOf({ luma, chroma: new Int8Array(128), cover: null, background: [0, 0, 0] });
    assert.deepEqual(Uint8Array.from(luma), before);
  });
});

describe('colour-contradiction', () => {
  const marked = (tag: string, rgb: string): string => `// a.txt\nohwx, ${tag}, hat\n// a.png 512x512 rgb:${rgb}`;
  it('marks the tag in the caption, names the picture, and offers to remove it', async () => {
    const { findings } = await auditMarked(marked('white background', '10:10:10'));
    const [found, ...more] = findings.filter(({ rule }) => rule === 'colour-contradiction');
    assert.equal(more.length, 0);
    assert.equal(found?.file, 'a.txt');
    assert.deepEqual(found?.range, { start: 6, end: 22 });
    assert.deepEqual(
      found?.related?.map(({ file }) => file),
      ['a.png'],
    );
    assert.deepEqual(
      found?.fixes?.map(({ safety }) => safety),
      ['suggested'],
    );
  });
  it('says nothing where pixels were not looked at, and in sentences', async () => {
    for (const source of [
      '// a.txt\nohwx, greyscale\n// a.png 512x512',
      '// a.txt\nA photograph of ohwx, in front of a plain white background, who looks at the camera and smiles.\n// a.png 512x512 rgb:10:10:10',
    ]) {
      const { findings } = await auditMarked(source);
      assert.deepEqual(
        findings.filter(({ rule }) => rule === 'colour-contradiction'),
        [],
      );
    }
  });
});
