import assert from 'node:assert/strict';
import type { SettingsLayer } from '../../server/src/settings/settings.ts';
import { auditMarked, check } from '../support/check.ts';

const rulesOf = async (source: string, settings = {}): Promise<string[]> => {
  const ids = [
    'heavy-crop',
    'upscaled-image',
    'extreme-aspect-ratio',
    'thin-bucket',
    'unseen-image',
    'shared-caption',
    'stale-cache',
    'wrong-caption-extension',
  ];
  const { findings } = await auditMarked(source, { settings });
  return findings.map((finding) => finding.rule).filter((rule) => ids.includes(rule));
};

describe('rules on buckets and files the trainer passes over', () => {
  it('say nothing about a sound folder', async () => {
    const source = `
// 10_ohwx man/1.txt
ohwx man, smile
// 10_ohwx man/1.png 1024x1024
// 10_ohwx man/2.txt
ohwx man, garden
// 10_ohwx man/2.png 1024x1024
`;
    assert.deepEqual(await rulesOf(source, { training: { batchSize: 4 } }), []);
  });

  it('count repeats of the folder name, or of the configuration, for thin buckets', async () => {
    const source = `
// 1_ohwx man/1.txt
ohwx man
// 1_ohwx man/1.png 1024x1024
`;
    assert.deepEqual(await rulesOf(source, { training: { batchSize: 2 } }), ['thin-bucket']);
    assert.deepEqual(await rulesOf(source, { training: { batchSize: 2, repeats: 2 } }), []);
    assert.deepEqual(await rulesOf(source), []);
  });

  it('judge by what the trainer of the profile does', async () => {
    const source = `
// a.txt
ohwx man
// a.tiff 1024x1024
// b.txt
ohwx man, night
// b.png 700x700
`;
    assert.deepEqual((await rulesOf(source)).sort(), ['unseen-image', 'upscaled-image']);
    assert.deepEqual(await rulesOf(source, { profile: 'onetrainer' }), []);
  });

  it('see an extension in mixed case, and not one in upper case', async () => {
    await check(
      `
// a.txt
ohwx man
// a.Png 1024x1024
//! unseen-image: This image never trains: its extension mixes
// b.txt
ohwx man, night
// b.PNG 1024x1024
`,
      { rule: 'unseen-image' },
    );
  });

  it('see folders that are no subsets beside subsets, and folders below subsets', async () => {
    await check(
      `
// 10_ohwx man/1.txt
ohwx man
// 10_ohwx man/1.png 1024x1024
// 10_ohwx man/old/2.txt
ohwx man, night
// 10_ohwx man/old/2.png 1024x1024
//! unseen-image: This image never trains: it lies in a folder below
// rest/3.txt
ohwx man, day
// rest/3.png 1024x1024
//! unseen-image: This image never trains: it lies in no folder named
`,
      { rule: 'unseen-image' },
    );
  });

  it('leave plain folders of images alone', async () => {
    await check(
      `
// cats/1.txt
cat
// cats/1.png 1024x1024
// dogs/2.txt
dog
// dogs/2.png 1024x1024
`,
      { rule: 'unseen-image' },
    );
  });

  it('tell caches of another model and of the right size from stale ones', async () => {
    await check(
      `
// a.txt
ohwx man
// a.png 1024x768
// a_1024x0768_sdxl.npz
x
// a_0512x0512_sd.npz
x
// metadata_cache.json
{}
//! stale-cache: With cache_info
// a_te_outputs.npz
x
//! stale-cache: 1 caption is cached
`,
      { rule: 'stale-cache' },
    );
  });

  it('ask for the configured extension folder by folder only where one is configured', async () => {
    const source = '\n// a.txt\nohwx man\n// a.png 1024x1024\n';
    assert.deepEqual(await rulesOf(source), []);
    assert.deepEqual(await rulesOf(source, { training: { captionExtension: '.txt' } }), []);
    assert.deepEqual(await rulesOf(source, { training: { captionExtension: '.caption' } }), [
      'wrong-caption-extension',
    ]);
  });

  it('name the side that is cut', async () => {
    const training = { training: { enableBucket: false } };
    await check('\n// a.txt\nx\n// a.png 832x1216\n//! heavy-crop: cut at the top and bottom\n', {
      rule: 'heavy-crop',
      settings: training,
    });
    await check('\n// a.txt\nx\n// a.png 1216x832\n//! heavy-crop: cut at the left and right\n', {
      rule: 'heavy-crop',
      settings: training,
    });
  });

  it('name what decides the bucket that cuts', async () => {
    const messageOf = async (size: string, training: SettingsLayer['training']): Promise<string | undefined> => {
      const { findings } = await auditMarked(`\n// a.txt\nx\n// a.png ${size}\n`, { settings: { training } });
      return findings.find(({ rule }) => rule === 'heavy-crop')?.message;
    };
    assert.equal(
      await messageOf('96x96', { enableBucket: true, bucketNoUpscale: true }),
      '56 % of the pixels are cut on all sides: 96×96 trains at 64×64. With bucket_no_upscale sides are rounded down to steps of 64. Use a larger image, or crop it yourself.',
    );
    assert.match(
      (await messageOf('1024x100', { enableBucket: true, bucketNoUpscale: true })) ?? '',
      /top and bottom.*rounded down/,
    );
    assert.match((await messageOf('832x1216', { enableBucket: false })) ?? '', /Without enable_bucket .* Turn it on/);
    assert.match((await messageOf('300x3000', { enableBucket: true })) ?? '', /allow longer buckets/);
  });

  it('look for the one extension that is configured', async () => {
    const { findings } = await auditMarked('\n// a.txt\nx\n// a.png 1024x1024\n// b.png 1024x1024\n', {
      settings: { training: { captionExtension: '.txt' } },
    });
    assert.match(findings.find(({ rule }) => rule === 'missing-caption')?.message ?? '', /^No caption \(\.txt\) /);
  });
});
