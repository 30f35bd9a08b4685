import assert from 'node:assert/strict';
import { parseCaption } from '../../server/src/caption/parse.ts';
import { effectiveOf } from '../../server/src/rules/caption-context.ts';
import { type SettingsInput, settingsSchema } from '../../server/src/settings/schema.ts';
import { resolveSettings } from '../../server/src/settings/settings.ts';
import { settingsPath, TagListStore } from '../../server/src/settings/tag-lists.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';

describe('caption settings', () => {
  it('take each value from the first layer that has it; null is no value', () => {
    const { captionOptions } = resolveSettings(
      { caption: { shuffle: null, keepTokens: 2 } },
      { caption: { shuffle: true, keepTokens: 1, prefix: 'ohwx' } },
    );
    assert.equal(captionOptions.shuffleCaption, true);
    assert.equal(captionOptions.keepTokens, 2);
    assert.equal(captionOptions.captionPrefix, 'ohwx');
  });
  it('leave out what the trainer does not know', () => {
    const caption = { wildcards: true, weighted: true, keepTokensSeparator: '|||', prefix: 'x' };
    const { captionOptions, syntax, weightedCaptions } = resolveSettings({ profile: 'onetrainer', caption });
    assert.equal(captionOptions.enableWildcard, false);
    assert.equal(captionOptions.keepTokensSeparator, '');
    assert.equal(captionOptions.captionPrefix, null);
    assert.equal(captionOptions.keepTokens, 1);
    assert.equal(weightedCaptions, false);
    assert.equal(syntax.lines, 'random');
  });
  it('weigh captions only for models that can', () => {
    const caption = { weighted: true };
    assert.equal(resolveSettings({ caption }).weightedCaptions, true);
    assert.equal(resolveSettings({ caption, model: 'sd3' }).weightedCaptions, false);
  });
  it('cut tags at group separators too', () => {
    const { syntax } = resolveSettings({ caption: { keepTokensSeparator: '|||', secondarySeparator: ';;;' } });
    const { tags } = parseCaption('ohwx man ||| a;;;b, c', syntax);
    assert.deepEqual(
      tags.map((tag) => tag.text),
      ['ohwx man', 'a', 'b', 'c'],
    );
  });
  it('refuse what the trainer would', () => {
    for (const caption of [{ keepTokens: -1 }, { keepTokens: 1.5 }, { dropoutRate: 2 }, { shuffle: 'yes' }])
      assert.equal(settingsSchema().safeParse({ caption }).success, false);
  });
});

describe('tag lists of the settings', () => {
  const base = { home: '/home/a', folder: '/data' };
  it('are found from home, from the folder, or where they say', () => {
    assert.equal(settingsPath('~/tags.csv', base), '/home/a/tags.csv');
    assert.equal(settingsPath('lists/tags.csv', base), '/data/lists/tags.csv');
    assert.equal(settingsPath('./tags.csv', base), '/data/tags.csv');
    assert.equal(settingsPath('/x/tags.csv', base), '/x/tags.csv');
    assert.equal(settingsPath('C:\\lists\\tags.csv', base), 'C:\\lists\\tags.csv');
  });
  it('are read once; the first that knows a tag speaks; one that is missing is told and left out', async () => {
    const workspace = new MemoryWorkspace();
    workspace.set('/a.csv', '1girl,0,9,"girl"\nlong_hair,0,8,');
    workspace.set('/b.csv', 'girl,0,7,\nred_hat,0,6,"crimson_hat"');
    const store = new TagListStore(workspace);
    const problems: unknown[] = [];
    const paths = ['/a.csv', '/no.csv', '/b.csv'];
    const known = await store.load(paths, (error) => problems.push(error));
    await store.load(paths, (error) => problems.push(error));
    assert.equal(workspace.calls.read, 4);
    assert.equal(problems.length, 2);
    assert.ok(known);
    assert.ok(known.has('long hair') && known.has('red hat') && !known.has('blue hat'));
    assert.equal(known.canonicalOf('girl'), null);
    assert.equal(known.canonicalOf('crimson hat')?.norm, 'red hat');
    assert.deepEqual(
      known.didYouMean('lnog hair').map((tag) => tag.norm),
      ['long hair'],
    );
    assert.deepEqual(
      known.complete('re').map((tag) => tag.norm),
      ['red hat'],
    );
    assert.equal(await store.load([], () => {}), null);
  });
});

describe('versions of sd-scripts', () => {
  it('join shuffled tags with a comma up to 0.10, with the separator from 0.11 on', () => {
    const input = { separator: ';', caption: { shuffle: true } };
    const fed = (layer: SettingsInput): string => effectiveOf('a;b', resolveSettings(layer)).text;
    assert.equal(fed(input), 'a, b');
    assert.equal(fed({ ...input, trainerVersion: '0.10' }), 'a, b');
    assert.equal(fed({ ...input, trainerVersion: '0.11' }), 'a; b');
    assert.equal(fed({ ...input, profile: 'onetrainer', trainerVersion: '0.11' }), 'a; b');
  });
});
