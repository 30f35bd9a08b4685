import assert from 'node:assert/strict';
import type { SettingsLayer } from '../../server/src/settings/settings.ts';
import { auditMarked, check } from '../support/check.ts';

const caption = (name: string, text = 'ohwx man, smile'): string => `// ${name}.txt\n${text}\n`;

/** What a rule says, by file. */
async function said(source: string, rule: string, settings: SettingsLayer = {}): Promise<Record<string, string>> {
  const { findings } = await auditMarked(source, { settings });
  return Object.fromEntries(findings.filter((f) => f.rule === rule).map((f) => [f.file, f.message]));
}

describe('unreadable-image', () => {
  const rule = 'unreadable-image';
  it('leaves files alone that the trainer never opens', () =>
    check(`${caption('1')}// 1.gif 64x64 cut\n${caption('2')}// 2.Png 64x64 empty`, { rule }));
  it('is an error, and counts among the damaged files of the report', async () => {
    const { findings, report } = await auditMarked(`${caption('1')}// 1.png 64x64 cut`);
    assert.equal(findings.find((finding) => finding.rule === rule)?.severity, 'error');
    assert.deepEqual(report.damaged, [{ file: '1.png', reason: 'truncated', detail: null }]);
  });
  it('judges JPEG XL by whether the name says so too', async () => {
    const jxl = Uint8Array.from([0xff, 0x0a, 0xfa, 0x1f, 0x41, 0x12, 0, 0, 0, 0, 0, 0]);
    const bytes = { '1.jxl': jxl, '2.png': jxl };
    const { findings } = await auditMarked(`${caption('1')}${caption('2')}`, { bytes, addImages: false });
    assert.deepEqual(
      findings.filter((finding) => finding.rule === rule).map(({ file }) => file),
      ['2.png'],
    );
  });
});

describe('exact-duplicate', () => {
  const rule = 'exact-duplicate';
  it('counts the copies, and finds them within a cluster of versions too', async () => {
    const found = await said(
      `${caption('1')}// 1.png 64x64\n${caption('2')}// 2.png 64x64 same:1.png\n${caption('3')}// 3.png 64x64 same:1.png\n${caption('4')}// 4.png 80x64 near:1.png:cropped`,
      rule,
    );
    assert.deepEqual(Object.keys(found), ['2.png', '3.png']);
    assert.match(found['3.png'] ?? '', /Same file as 1\.png.*3 times/);
  });
  it('respects a verdict', () =>
    check(`${caption('1')}// 1.png 64x64\n${caption('2')}// 2.png 64x64 same:1.png`, {
      rule,
      settings: { verdicts: [{ files: ['1.png', '2.png'], verdict: 'keep' }] },
    }));
});

describe('near-duplicate', () => {
  const rule = 'near-duplicate';
  const two = `${caption('1')}// 1.png 64x64\n${caption('2')}// 2.png 80x64 near:1.png:cropped:colour-changed`;
  it('says how the versions differ and links them', async () => {
    const { findings } = await auditMarked(two);
    const [finding] = findings.filter((one) => one.rule === rule);
    assert.equal(
      finding?.message,
      'Near-duplicate of 1.png: cropped and in other colours (98 % sure). Keep 2.png: it is larger.',
    );
    assert.deepEqual(
      finding?.related?.map(({ file }) => file),
      ['1.png'],
    );
  });
  it('keeps the clean version however small it is, and names none of two of one size', async () => {
    const marked = `${caption('1')}// 1.png 64x64\n${caption('2')}// 2.png 128x128 near:1.png:overlay:resized`;
    assert.match((await said(marked, rule))['2.png'] ?? '', /Keep 1\.png: nothing lies over it\.$/);
    const framed = `${caption('1')}// 1.png 64x64\n${caption('2')}// 2.png 128x128 near:1.png:framed`;
    assert.match((await said(framed, rule))['2.png'] ?? '', /Keep 1\.png: it is without/);
    const alike = `${caption('1')}// 1.png 64x64\n${caption('2')}// 2.png 64x66 near:1.png:recompressed`;
    assert.match((await said(alike, rule))['2.png'] ?? '', /Keep the better one\.$/);
  });
  it('does not take a stretched version for the larger one, unless both sides are longer', async () => {
    const kept = async (size: string): Promise<string> =>
      (await said(`${caption('1')}// 1.png 100x100\n${caption('2')}// 2.png ${size} near:1.png:stretched`, rule))[
        '2.png'
      ] ?? '';
    for (const size of ['100x120', '100x80', '109x150', '92x60'])
      assert.match(await kept(size), /Keep the one whose proportions are right\.$/, size);
    assert.match(await kept('111x150'), /Keep 2\.png: it is larger\.$/);
    assert.match(await kept('90x60'), /Keep 1\.png: it is larger\.$/);
  });
  it('leaves parts and next frames to related-image', async () => {
    const part = (tags: string): string =>
      `// a.txt\nohwx man, red boots, street\n// a.png 64x96\n// b.txt\n${tags}\n// b.png 64x64 near:a.png:cut-from`;
    await check(part('ohwx man, portrait'), { rule });
    const apart = await auditMarked(part('ohwx man, portrait'));
    assert.equal(apart.report.clusters.length, 0);
    const copied = await said(part('ohwx man, red boots, street'), 'related-image');
    assert.match(copied['b.png'] ?? '', /caption that names all/);
    assert.match((await said(part('ohwx man, portrait'), 'related-image'))['b.png'] ?? '', /both train/);
    const frame = `${caption('1')}// 1.png 64x64\n${caption('2')}// 2.png 64x64 opaque near:1.png:burst`;
    assert.match((await said(frame, 'related-image'))['2.png'] ?? '', /next moment/);
  });
  it('names each image of a chain once, by a version named before it', async () => {
    const found = await said(`${two}\n${caption('3')}// 3.png 90x64 near:2.png:resized`, rule);
    assert.deepEqual(Object.keys(found).sort(), ['2.png', '3.png']);
    assert.match(found['3.png'] ?? '', /of 2\.png/);
  });
  it('leaves exact copies within the cluster to their own rule', async () => {
    const found = await said(`${two}\n${caption('3')}// 3.png 64x64 same:1.png`, rule);
    assert.deepEqual(Object.keys(found), ['2.png']);
  });
  for (const verdict of ['keep', 'alternate', 'not-a-duplicate'] as const)
    it(`is silent after the verdict "${verdict}"`, () =>
      check(two, { rule, settings: { verdicts: [{ files: ['2.png', '1.png'], verdict }] } }));
});

describe('dominant-cluster', () => {
  const rule = 'dominant-cluster';
  const lone = (from: number, to: number): string =>
    Array.from({ length: to - from + 1 }, (_, i) => `${caption(String(from + i))}// ${from + i}.png ${64 + i}x64`).join(
      '\n',
    );
  const cluster = `${caption('a')}// a.png 64x64\n${caption('b')}// b.png 70x64 near:a.png:cropped\n${caption('c')}// c.png 64x70 near:a.png:cropped`;
  it('needs three images', () =>
    check(`${caption('a')}// a.png 64x64\n${caption('b')}// b.png 70x64 near:a.png:cropped`, { rule }));
  it('is milder between 2 and 5 %, and about the cluster only', async () => {
    const { findings } = await auditMarked(`${cluster}\n${lone(1, 70)}`);
    const found = findings.filter((one) => one.rule === rule);
    assert.deepEqual(
      found.map(({ file, severity }) => [file, severity]),
      [['a.png', 'info']],
    );
  });
  it('is silent under 2 %', () => check(`${cluster}\n${lone(1, 160)}`, { rule }));
});

describe('conflicting-duplicate-captions', () => {
  const rule = 'conflicting-duplicate-captions';
  const pair = (a: string, b: string, relation = 'same:1.png', size = '64x64'): string =>
    `${caption('1', a)}// 1.png 64x64\n${caption('2', b)}// 2.png ${size} ${relation}`;
  it('is silent about order, spelling and repeats', () =>
    check(pair('ohwx man, long_hair, hat', 'hat, Long Hair, ohwx man'), { rule }));
  it('is silent about what a crop no longer shows, and about sides of a mirrored picture', async () => {
    await check(
      pair('ohwx man, full body, standing, hat', 'ohwx man, upper body, hat', 'near:1.png:cropped', '64x70'),
      {
        rule,
      },
    );
    await check(
      pair('ohwx man, looking to the left', 'ohwx man, looking to the right', 'near:1.png:mirrored', '64x70'),
      {
        rule,
      },
    );
  });
  it('tells sentences that describe other clothes in another place', async () => {
    const a = 'A photo of ohwx woman who is sitting in a bedroom, wearing a leather jacket.';
    const b = 'A photo of ohwx woman who is running along a beach, wearing a kimono.';
    for (const relation of ['same:1.png', 'near:1.png:resized'])
      assert.match(
        (await said(pair(a, b, relation), rule))['1.txt'] ?? '',
        /captioned differently: only here .*(?:bedroom|leather jacket).*; only there .*(?:beach|kimono)/,
      );
    const retold = 'In this bedroom ohwx woman sits on the floor; she wears a black jacket made of leather.';
    await check(pair(a, retold), { rule });
  });
  it('tells sentences of copies that have hardly a word in common, and names which to choose from', async () => {
    const storm = 'Hail fog drifts over an empty two-lane road after the storm, ditches white with ice.';
    const truck = 'A red pickup with its tailgate down waits in a cloud of dust beneath a dry sky.';
    const found = await said(pair(`wxchsr. ${storm}`, `wxchsr. ${truck}`), rule);
    assert.match(found['1.txt'] ?? '', /hardly a word in common/);
    const others = [
      'Ice lies in the ditches of an empty road, with fog above it.',
      'A road in bad weather.',
      'Hagel und Nebel ziehen nach dem Gewitter über die leere Landstraße, die Gräben sind weiß.',
    ];
    for (const other of others) await check(pair(storm, other), { rule });
    // One that is saved again is the same picture; of a part, people may see other things.
    const version = async (kind: string): Promise<string> =>
      (await said(pair(storm, truck, `near:1.png:${kind}`, '64x70'), rule))['1.txt'] ?? '';
    assert.match(await version('resized'), /^A version of 2\.png \(in another size\), and .* hardly a word in common/);
    assert.match(await version('recompressed'), /hardly a word in common/);
    assert.equal(await version('cropped'), '');
  });
  it('is silent about a few differences between versions, and about sentences that each say a part', async () => {
    await check(pair('ohwx man, a, b, c, d', 'ohwx man, a, b, c, e', 'near:1.png:cropped', '64x70'), { rule });
    await check(pair('A photo of a man who smiles at the sea.', 'The man looks away from us, in the rain.'), { rule });
  });
  it('reports tags that rule each other out, however few', async () => {
    const found = await said(
      pair(
        '1girl, solo, open mouth, hat, dress',
        '1girl, solo, closed mouth, hat, dress',
        'near:1.png:resized',
        '64x70',
      ),
      rule,
    );
    assert.match(found['1.txt'] ?? '', /only here open mouth; only there closed mouth/);
  });
  it('names what copies say otherwise in sentences, and in tags before sentences', async () => {
    const of = async (a: string, b: string, relation?: string) => {
      const { findings } = await auditMarked(pair(a, b, relation));
      const [found] = findings.filter((one) => one.rule === rule);
      return found && [found.severity, found.message.replace(/^.*differently: |(?<=\.) Keep one.*$/g, '')];
    };
    const coat = (colour: string, more = ''): string => `a photo of ohwx woman in a ${colour} raincoat${more}`;
    assert.deepEqual(await of(coat('yellow'), coat('purple')), ['warning', '"yellow raincoat" / "purple raincoat".']);
    assert.deepEqual(await of(coat('yellow'), coat('yellow', ' in the rain')), undefined);
    assert.deepEqual(await of(coat('crimson'), coat('red')), ['warning', '"crimson raincoat" / "red raincoat".']);
    const mixed = (gloves: string, time: string): string =>
      `odalys rook, 1girl, holding bell, ${gloves} gloves, tram, ${time}. She rings the bell with her ${gloves} gloves.`;
    assert.match(
      (await of(mixed('red', 'day'), mixed('white', 'night')))?.[1] ?? '',
      /^"red gloves" \/ "white gloves", /,
    );
    const jar = (lid: string): string => `A hgware jar ${lid} a lid, photographed in front of a wall.`;
    assert.deepEqual(await of(jar('with'), jar('without')), ['warning', '"with a lid" / "without a lid".']);
    // Versions are told by what cannot be true of both.
    const near = 'near:1.png:resized';
    assert.deepEqual(await of(coat('yellow'), coat('purple'), near), [
      'warning',
      '"yellow raincoat" / "purple raincoat".',
    ]);
    assert.equal(await of(coat('long'), coat('plain'), near), undefined);
    assert.equal(
      await of(coat('yellow'), 'Somebody stands at a corner with a purple umbrella and waits', 'same:1.png'),
      undefined,
    );
  });
  it('says once that two images are one picture and that their captions disagree', async () => {
    const rulesOf = async (a: string, b: string, relation?: string): Promise<string[]> =>
      (await auditMarked(pair(a, b, relation, relation === undefined ? undefined : '64x70'))).findings
        .filter((one) => one.rule.includes('duplicate'))
        .map((one) => `${one.rule} ${one.related?.length}`);
    const coat = (colour: string, more = ''): string => `a photo of ohwx woman in a ${colour} raincoat${more}`;
    assert.deepEqual(await rulesOf(coat('yellow'), coat('purple')), [`${rule} 3`]);
    assert.deepEqual(await rulesOf('ohwx man, hat, day', 'ohwx man, hat, night'), [`${rule} 3`]);
    assert.deepEqual(await rulesOf(coat('yellow'), coat('yellow')), ['exact-duplicate 1']);
    assert.deepEqual(await rulesOf(coat('yellow'), coat('purple'), 'near:1.png:resized'), [`${rule} 3`]);
    assert.deepEqual(await rulesOf(coat('yellow'), coat('yellow'), 'near:1.png:resized'), ['near-duplicate 1']);
  });
  it('tells who is there, and phrases that differ, of a picture that was saved again', async () => {
    const of = async (a: string, b: string, kind = 'recompressed'): Promise<string> =>
      (await said(pair(a, b, `near:1.png:${kind}`, '64x70'), rule))['1.txt'] ?? '';
    const tags = (who: string): string => `inkstyle, ${who}, long hair, hat, bridge, river, mist, boat`;
    assert.match(await of(tags('1boy'), tags('1girl')), /only here 1boy; only there 1girl/);
    assert.equal(await of(tags('1boy'), tags('1girl'), 'cropped'), '');
    // A thing in the place of another one is told of the same picture, and what one caption leaves out is not.
    assert.match(await of(tags('frog'), tags('bear')), /only here frog; only there bear/);
    assert.equal(await of(tags('frog'), tags('frog, bear')), '');
    const feast = (worn: string): string => `mrnk woman drinking from a wooden cup at a feast, wearing ${worn}`;
    assert.match(
      await of(feast('a green velvet gown'), feast('full plate armour')),
      /"green velvet gown" \/ "full plate armour"/,
    );
    assert.equal(await of(feast('a green velvet gown'), feast('full plate armour'), 'cropped'), '');
    const jug = (size: string, verb = 'stands'): string => `A photo of mrnk, a ${size} jug that ${verb} on a shelf.`;
    assert.match(await of(jug('tall'), jug('short')), /"tall jug" \/ "short jug"/);
    assert.match(await of(jug('tall'), jug('tall', 'lies')), /"stands" \/ "lies"/);
    assert.equal(await of(jug('tall'), jug('glazed')), '');
    const cinema = (cars: string): string =>
      `A wide shot of mrnk: ${cars}. Popcorn litters the gravel below the big screen.`;
    assert.match(
      await of(cinema('a single pickup truck is parked askew'), cinema('families sit on blankets between the cars')),
      /pickup truck .* \/ "families/,
    );
  });
  it('offers no caption of another version: the better picture may have it, and the right caption may be this one', async () => {
    const titles = async (relation: string): Promise<(string | undefined)[]> => {
      const { findings } = await auditMarked(pair('ohwx man, smile, night', 'ohwx man, smile, day', relation));
      return (findings.find((one) => one.rule === rule)?.fixes ?? []).map(({ title }) => title);
    };
    assert.ok((await titles('same:1.png')).includes('Take the caption of 2.txt'));
    assert.deepEqual(await titles('near:1.png:resized'), ['Add the tags of 2.txt that are missing here']);
  });
  it('quotes what differs with the words between it and what both have', async () => {
    const of = (verb: string): string => `tlt photo of a bay mare that ${verb} a meadow below the hills`;
    assert.match(
      (await said(pair(of('trots across'), of('walks through')), rule))['1.txt'] ?? '',
      /"trots across a meadow" \/ "walks through a meadow"/,
    );
  });
  it('tells what one caption says and the other takes back, however they are written', async () => {
    const of = async (a: string, b: string): Promise<string> => (await said(pair(a, b), rule))['1.txt'] ?? '';
    const tags = 'mrn, 1girl, red dress, night, street, umbrella, rain';
    assert.match(await of(tags, 'A woman in a green dress stands on a meadow, mrn.'), /"red dress" \/ "green dress"/);
    assert.equal(await of(tags, 'A woman in a red dress stands in a street, mrn.'), '');
  });
  it('says of copies that their captions are not the same where nothing in them disagrees', async () => {
    const of = async (a: string, b: string): Promise<string> =>
      (await said(pair(a, b), 'exact-duplicate'))['2.png'] ?? '';
    const coat = (more = ''): string => `a photo of ohwx woman in a yellow raincoat${more}`;
    assert.match(await of(coat(), coat(' in the rain')), /Their captions differ: keep one, with the right caption\.$/);
    assert.match(await of(coat(), coat()), /as often\. Keep one\.$/);
  });
  it('offers the other caption, or the tags that are missing', async () => {
    const { findings } = await auditMarked(pair('ohwx man, smile, night', 'ohwx man, smile, Red_Hat'));
    const [finding] = findings.filter((one) => one.rule === rule && one.file === '1.txt');
    const edits = finding?.fixes?.map(({ safety, edits: [file] }) => [safety, file?.edits[0]?.newText]);
    assert.deepEqual(edits, [
      ['suggested', 'ohwx man, smile, Red_Hat'],
      ['suggested', ', Red_Hat'],
    ]);
  });
  it('is silent about alternates, not about images that are merely kept', async () => {
    const source = pair('ohwx man, smile', 'ohwx man, night');
    const files = ['1.png', '2.png'];
    await check(source, { rule, settings: { verdicts: [{ files, verdict: 'alternate' }] } });
    const kept = await said(source, rule, { verdicts: [{ files, verdict: 'keep' }] });
    // Of two captions that disagree it is told once.
    assert.deepEqual(Object.keys(kept), ['1.txt']);
  });
});

describe('rules on what a header says', () => {
  it('transparent-image only hints at an alpha channel nobody looked through', async () => {
    const { findings } = await auditMarked(`${caption('1')}// 1.png 64x64 rgba`);
    assert.equal(findings.find(({ rule }) => rule === 'transparent-image')?.severity, 'hint');
  });
  it('rotated-by-exif is silent for trainers that turn the picture', async () => {
    for (const profile of ['onetrainer', 'ai-toolkit'] as const)
      await check(`${caption('1')}// 1.jpg 64x48 exif8`, { rule: 'rotated-by-exif', settings: { profile } });
  });
  it('rotated-by-exif says what the mark asks for', async () => {
    const found = await said(
      `${caption('1')}// 1.jpg 64x48 exif3\n${caption('2')}// 2.jpg 64x48 exif1`,
      'rotated-by-exif',
    );
    assert.deepEqual(Object.keys(found), ['1.jpg']);
    assert.match(found['1.jpg'] ?? '', /asks for half a turn/);
  });
  it('heavy-compression takes its threshold from the settings', async () => {
    const source = `${caption('1')}// 1.jpg 64x48 quality70`;
    await check(source, { rule: 'heavy-compression' });
    const found = await said(source, 'heavy-compression', { rules: { 'heavy-compression': { quality: 80 } } });
    assert.deepEqual(Object.keys(found), ['1.jpg']);
  });
  it('animated-image leaves GIF files to unseen-image', () =>
    check(`${caption('1')}// 1.gif 64x64 frames4`, { rule: 'animated-image' }));
});

describe('rules on all images together', () => {
  const many = (count: number, line: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => `${caption(String(i))}${line(i)}`).join('\n');
  it('mixed-formats is silent below 20 images and about a few strays', async () => {
    await check(
      many(18, (i) => (i % 2 ? `// ${i}.png 64x64` : `// ${i}.jpg 64x64 quality90`)),
      { rule: 'mixed-formats' },
    );
    await check(
      many(24, (i) => (i > 1 ? `// ${i}.png 64x64` : `// ${i}.jpg 64x64 quality90`)),
      { rule: 'mixed-formats' },
    );
  });
  it('outlier-image is silent about a spread of sizes and shapes, and in small sets', async () => {
    const rule = 'outlier-image';
    await check(
      many(24, (i) => `// ${i}.png ${512 + 64 * (i % 12)}x${1216 - 64 * (i % 12)}`),
      { rule },
    );
    await check(
      many(6, (i) => `// ${i}.png ${i === 5 ? '32x32' : '1024x1024'}`),
      { rule },
    );
  });
  it('outlier-image finds a thumbnail among large images', async () => {
    const source = many(22, (i) => `// ${i}.png ${i === 7 ? '96x96' : `1024x${960 + 8 * i}`}`);
    const found = await said(source, 'outlier-image');
    assert.deepEqual(Object.keys(found), ['7.png']);
    assert.match(found['7.png'] ?? '', /megapixels/);
  });
});

describe('framed-image', () => {
  const rule = 'framed-image';
  const image = (bars: string): string => `${caption('1')}// 1.png 64x64 bars:${bars}`;
  it('names the sides, and takes all four for a border', async () => {
    assert.deepEqual(await said(image('6:0:6:0'), rule), {
      '1.png': 'Bars take 19 % of the picture (left, right) and train with it. Cut them off.',
    });
    assert.match((await said(image('3:3:3:3'), rule))['1.png'] ?? '', /all around/);
  });
  it('believes one bar only where it bears text', async () => {
    assert.match((await said(image('0:9:0:0:text'), rule))['1.png'] ?? '', /^A bar with text takes 14 % .*\(top\)/);
    await check(image('0:9:0:0'), { rule });
  });
  it('asks for a least share', async () => {
    await check(image('0:2:0:2'), { rule, settings: { rules: { [rule]: { share: 0.07 } } } });
    assert.match((await said(image('0:2:0:2'), rule, { rules: { [rule]: { share: 0.06 } } }))['1.png'] ?? '', /6 %/);
  });
});

describe('blurred-image', () => {
  const rule = 'blurred-image';
  const image = (size: string, fine: string): string => `${caption('1')}// 1.png ${size} fine:${fine}`;
  it('judges edges at the size that trains', async () => {
    await check(image('1024x1024', '3.9'), { rule });
    assert.match((await said(image('1024x1024', '4'), rule))['1.png'] ?? '', /4\.0 pixels wide/);
    await check(image('2048x2048', '7.8'), { rule });
    assert.match((await said(image('2048x2048', '8.2'), rule))['1.png'] ?? '', /4\.1 pixels wide/);
  });
  it('asks for a least width', () =>
    check(image('1024x1024', '6'), { rule, settings: { rules: { [rule]: { edge: 6.1 } } } }));
});

describe('enlarged-image', () => {
  const rule = 'enlarged-image';
  it('is a hint where blocks may be wanted', async () => {
    const { findings } = await auditMarked(
      `${caption('1')}// 1.png 512x512 fine:0.5:4\n${caption('2')}// 2.png 512x512 fine:3:enlarged`,
    );
    assert.deepEqual(
      findings.filter((one) => one.rule === rule).map(({ file, severity }) => [file, severity]),
      [
        ['1.png', 'hint'],
        ['2.png', 'info'],
      ],
    );
  });
});
