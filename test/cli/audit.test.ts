import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { playbookFor } from '../../server/src/advice/filter.ts';
import { symptoms } from '../../server/src/advice/modes.ts';
import { countTokens } from '../../server/src/caption/clip/index.ts';
import type { AuditReport } from '../../server/src/report/report.ts';
import { drawPictures } from '../bench/draw.ts';
import { sharedPath } from '../shared.ts';
import { tagmetry, withFolder } from './run.ts';

const report = (folder: string, ...args: string[]): AuditReport =>
  JSON.parse(tagmetry(['audit', folder, '--format', 'json', ...args]).stdout);

describe('tagmetry audit', () => {
  const clean = { 'a.png': '', 'a.txt': 'ohwx woman, smile', 'b.png': '', 'b.txt': 'ohwx woman, standing' };

  it('says with the exit code whether something was found', () => {
    withFolder({ ...clean, 'c.png': '', 'c.txt': '' }, (folder) => {
      assert.equal(tagmetry(['audit', folder]).status, 1);
      assert.equal(tagmetry(['audit', folder, '--fail-on', 'never']).status, 0);
      assert.equal(tagmetry(['audit', folder, '--fail-on', 'error', '--rule', 'empty-caption=off']).status, 0);
    });
  });

  it('cannot run without a folder, and says so', () => {
    const missing = tagmetry(['audit', '/no/such/folder']);
    assert.equal(missing.status, 2);
    assert.match(missing.stderr, /\/no\/such\/folder does not exist/);
    withFolder(clean, (folder) => {
      assert.equal(tagmetry(['audit', path.join(folder, 'a.txt')]).status, 2);
      assert.equal(tagmetry(['audit', folder, '--rule', 'no-such-rule=off']).status, 2);
      assert.equal(tagmetry(['audit', folder, '--model', 'sd99']).status, 2);
    });
  });

  it('gives the playbook of the symptoms that are named, as the panel does', () => {
    withFolder(clean, (folder) => {
      const all = report(folder).advice;
      const { advice } = report(folder, '--symptom', 'style-sticks', 'colour-moves');
      assert.deepEqual(advice.ticked, ['style-sticks', 'colour-moves']);
      assert.deepEqual(advice.playbook, playbookFor(all, new Set(['style-sticks', 'colour-moves'])));
      assert.ok(advice.playbook.x.length > 0 && advice.playbook.x.every(({ modes }) => modes.includes('style-drift')));
      const unknown = tagmetry(['audit', folder, '--symptom', 'style-stick']);
      assert.equal(unknown.status, 2);
      assert.match(unknown.stderr, /style-sticks/);
    });
    const listed = tagmetry(['explain', '--symptoms']).stdout;
    for (const { id } of symptoms) assert.ok(listed.includes(id), id);
    assert.equal(tagmetry(['explain', 'background-stuck']).stdout, tagmetry(['explain', 'memorization']).stdout);
    assert.equal(tagmetry(['explain']).status, 2);
  });

  it('reports places by line and character, and offers the fix', () => {
    withFolder({ 'a.png': '', 'a.txt': 'hat,, coat' }, (folder) => {
      const { findings } = report(folder);
      const found = findings.find((finding) => finding.rule === 'empty-tag');
      assert.deepEqual(found?.range, { start: { line: 0, character: 4 }, end: { line: 0, character: 5 } });
      assert.deepEqual(found?.fix, { title: 'Remove the empty tag', safety: 'safe' });
      assert.equal(found?.file, 'a.txt');
    });
  });

  it('looks at images as far as it is told', async () => {
    const [picture] = await drawPictures(1, 5);
    if (!picture) throw new Error('No picture');
    const version = await sharp(picture.png).flatten().resize(300).jpeg().toBuffer();
    const files = { ...clean, 'c.png': picture.png, 'd.png': picture.png, 'e.jpg': version, 'f.png': 'no image' };
    withFolder(files, (folder) => {
      const state = path.join(folder, '.state');
      const at = (level: string): AuditReport =>
        JSON.parse(
          tagmetry(['audit', folder, '--format', 'json', '--images', level], '', { TAGMETRY_STATE: state }).stdout,
        );
      const off = at('off');
      assert.deepEqual([off.images[0]?.header, off.clusters, off.damaged, off.metrics.images], [null, [], [], null]);
      const headers = at('headers');
      assert.deepEqual(
        headers.clusters.map(({ kind, files: own }) => [kind, own]),
        [['bytes', ['c.png', 'd.png']]],
      );
      assert.deepEqual(headers.damaged, [{ file: 'f.png', reason: 'not-an-image', detail: 'text' }]);
      assert.equal(headers.metrics.images?.nearDuplicateShare, null);
      const standard = at('standard');
      assert.deepEqual(
        standard.clusters.map(({ kind, files: own, pairs }) => [kind, own, pairs.map((pair) => pair.kind)]),
        [['near', ['c.png', 'd.png', 'e.jpg'], ['bytes', 'resized']]],
      );
      assert.deepEqual(standard.imageScan, { level: 'standard', switchedOff: null });
      assert.equal(standard.metrics.images?.effectiveImages, 4);
      assert.equal(standard.images.find(({ file }) => file === 'e.jpg')?.header?.jpegQuality, 80);
      // The second run takes what was decoded from the cache, and says the same.
      assert.deepEqual(at('standard').clusters, standard.clusters);
      assert.equal(tagmetry(['audit', folder, '--images', 'all']).status, 2);
    });
  });

  it('applies safe fixes and nothing else with --fix', () => {
    const bom = '\ufeffhat,, coat, hat\r\n';
    withFolder({ 'a.png': '', 'a.txt': bom, 'b.png': '', 'b.txt': Buffer.from([0x90, 0x51, 0x2c, 0x2c]) }, (folder) => {
      tagmetry(['audit', folder, '--fix']);
      assert.equal(readFileSync(path.join(folder, 'a.txt'), 'utf8'), '\ufeffhat, coat, hat\r\n');
      assert.deepEqual(readFileSync(path.join(folder, 'b.txt')), Buffer.from([0x90, 0x51, 0x2c, 0x2c]));
    });
  });

  it('applies all fixes of the rules that --fix-rule names', () => {
    withFolder({ 'a.png': '', 'a.txt': 'hat,, coat, Hat, (red hat:1.2)' }, (folder) => {
      assert.equal(tagmetry(['audit', folder, '--fix-rule', 'no-such-rule']).status, 2);
      tagmetry(['audit', folder, '--fix-rule', 'duplicate-tag', 'prompt-syntax']);
      assert.equal(readFileSync(path.join(folder, 'a.txt'), 'utf8'), 'hat,, coat, red hat');
    });
  });

  it('takes byte-order marks away and leaves other encodings alone, and says so', () => {
    const japanese = Buffer.from([0x90, 0x51, 0x2c, 0x2c]);
    withFolder({ 'a.png': '', 'a.txt': '\ufeffhat, coat\r\n', 'b.png': '', 'b.txt': japanese }, (folder) => {
      const { stderr } = tagmetry(['audit', folder, '--fix-rule', 'byte-order-mark', 'undecodable-caption']);
      assert.match(stderr, /b\.txt is not UTF-8/);
      assert.match(stderr, /Captions fixed: 1/);
      assert.equal(readFileSync(path.join(folder, 'a.txt'), 'utf8'), 'hat, coat\r\n');
      assert.deepEqual(readFileSync(path.join(folder, 'b.txt')), japanese);
    });
  });

  it('gets through captions of one endless word, and of one tag over and over', () => {
    withFolder(
      { 'a.png': '', 'a.txt': 'a'.repeat(200_000), 'b.png': '', 'b.txt': 'hat, '.repeat(13_000) },
      (folder) => {
        const { stdout } = tagmetry(['audit', folder]);
        assert.match(stdout, /12999 {2}warning duplicate-tag {2}5 listed/);
        assert.match(stdout, /a\.txt\n.*195 kB.*oversized-caption/);
        assert.match(stdout, /--all lists them/);
      },
    );
  });

  it('counts hints and lists them when asked to', () => {
    withFolder({ 'a.png': '', 'a.txt': 'ohwx woman, long hair, very long hair' }, (folder) => {
      const line = /is already said by/;
      assert.doesNotMatch(tagmetry(['audit', folder]).stdout, line);
      assert.match(tagmetry(['audit', folder]).stdout, /1 {2}hint {4}redundant-tag/);
      assert.match(tagmetry(['audit', folder, '--hints']).stdout, line);
    });
  });

  it('keeps findings of names apart that only look the same', () => {
    const files = { 'e\u0301.png': '', 'e\u0301.txt': 'hat,, a, a', '\u00e9.png': '', '\u00e9.txt': 'hat,, a, a' };
    withFolder(files, (folder) => {
      const names = report(folder)
        .findings.map(({ file }) => file)
        .filter((file) => file.endsWith('.txt'));
      assert.equal(names.filter((file, at) => file !== names[at - 1]).length, 2);
    });
  });

  it('changes no byte and no date without --fix', () => {
    withFolder({ 'a.png': '', 'a.txt': '\ufeffhat,, coat\r\nx' }, (folder) => {
      tagmetry(['audit', folder]);
      assert.deepEqual(readdirSync(folder).sort(), ['a.png', 'a.txt']);
      assert.equal(readFileSync(path.join(folder, 'a.txt'), 'utf8'), '\ufeffhat,, coat\r\nx');
    });
  });

  it('speaks Japanese', () => {
    withFolder({ 'a.png': '', 'a.txt': 'hat,, coat' }, (folder) => {
      assert.match(tagmetry(['--lang', 'ja', 'audit', folder]).stdout, /[ぁ-ん]/);
      assert.match(tagmetry(['audit', folder], '', { LANG: 'ja_JP.UTF-8' }).stdout, /[ぁ-ん]/);
      assert.doesNotMatch(tagmetry(['audit', folder]).stdout, /[ぁ-ん]/);
    });
  });

  it('shows names and captions without obeying what they hold', () => {
    withFolder({ 'a\u001b[31m.png': '', 'a\u001b[31m.txt': 'hat,, coat' }, (folder) => {
      assert.ok(!tagmetry(['audit', folder]).stdout.includes('\u001b'));
    });
  });

  it('judges a real training folder', function () {
    const folder = sharedPath('captions/wikipetan/train/5_Wikipe-tan, girl');
    if (!folder) return this.skip();
    const found = report(folder);
    const missing = found.findings.filter((finding) => finding.rule === 'missing-caption').map(({ file }) => file);
    assert.deepEqual(missing, ['13.png']);
    assert.equal(found.summary.images, 14);
    assert.equal(found.summary.pairs, 13);
    for (const { file, tokens } of found.captions)
      assert.equal(tokens, countTokens(readFileSync(path.join(folder, file), 'utf8').trim()), file);
    for (const { file, width, height } of found.images) {
      const png: Buffer = readFileSync(path.join(folder, file));
      assert.deepEqual([width, height], [png.readUInt32BE(16), png.readUInt32BE(20)], file);
    }
  });
});

describe('tagmetry tokens', () => {
  it('counts each line', () => {
    assert.equal(
      tagmetry(['tokens'], '1girl, solo\n\nlong_hair\n').stdout,
      '5\n0\n3\n'.replace('5', String(countTokens('1girl, solo'))),
    );
  });
  it('prints ids', () => {
    assert.equal(tagmetry(['tokens', '--ids'], 'a photo\n').stdout, '320 1125\n');
  });
});
