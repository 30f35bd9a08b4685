import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Diagnostic, ShowMessageNotification } from 'vscode-languageserver/node';
import { judgedSidecar } from '../../server/src/engine/sidecar.ts';
import { rules } from '../../server/src/rules/registry.ts';
import { activeRules, ruleProblems } from '../../server/src/rules/rule-settings.ts';
import { resolveSettings } from '../../server/src/settings/settings.ts';
import { tagmetry, withFolder } from '../cli/run.ts';
import { withClient } from '../protocol/client.ts';
import { projectRoot } from '../shared.ts';
import { check } from '../support/check.ts';

/** A setting that cannot be used, the text that is marked in a sidecar, and what is said. */
const faults: readonly [rules: string, marked: string, said: RegExp][] = [
  ['"duplicate-tags": "off"', '"off"', /no rule "duplicate-tags"\. Did you mean "duplicate-tag"/],
  ['"no-such-thing-at-all": "off"', '"off"', /no rule "no-such-thing-at-all"\.$/],
  ['"duplicate-tag": { "share": 1 }', '1', /duplicate-tag has no option "share"/],
  ['"contradictory-tags": { "hint": true }', 'true', /no option "hint".*hints, groups/],
  ['"contradictory-tags": { "hints": "yes" }', '"yes"', /contradictory-tags\.hints: .*default/],
  ['"contradictory-tags": { "groups": [["day"]] }', '["day"]', /contradictory-tags\.groups\.0: .*default/],
  ['"late-key-tag": { "minimumChance": 2 }', '2', /minimumChance.*default/],
  ['"duplicate-tag": "loud"', '"loud"', /duplicate-tag/],
];

const folder = '// 1.txt\nohwx, smile, smile\n// 1.png 64x64\n// 2.txt\nohwx, day, night\n// 2.png 64x64';

describe('settings of rules', () => {
  it('that cannot be used are told at their place in the sidecar, and the other settings count', () => {
    for (const [setting, marked, said] of faults) {
      const text = `{ "model": "sd15", "rules": { "empty-tag": "off", ${setting} } }`;
      const { layer, problems } = judgedSidecar(text);
      assert.equal(problems.length, 1, setting);
      const [{ range, message }] = problems as [(typeof problems)[0]];
      assert.equal(text.slice(range.start, range.end), marked, setting);
      assert.match(message, said);
      assert.equal(layer.model, 'sd15');
      assert.equal(layer.rules?.['empty-tag'], 'off');
    }
    const suppression = '{ "suppressions": [{ "rule": "duplicate-tags" }] }';
    assert.deepEqual(
      judgedSidecar(suppression).problems.map(({ range }) => suppression.slice(range.start, range.end)),
      ['"duplicate-tags"'],
    );
  });
  it('give way to the default one by one, so that the rule goes on', async () => {
    const { findings } = await check(folder, {
      rule: 'none',
      settings: {
        rules: { 'contradictory-tags': { hints: 7, groups: [['ohwx', 'smile']] }, 'duplicate-tag': { x: 1 } },
      },
    });
    const found = findings.filter(({ file }) => file === '1.txt').map(({ rule }) => rule);
    assert.ok(found.includes('duplicate-tag') && found.includes('contradictory-tags'), found.join());
  });
  it('are complete for every rule, whatever is given', () => {
    for (const { id, options } of rules) {
      if (!options) continue;
      const broken = Object.fromEntries(Object.keys(options.defaults).map((name) => [name, { not: 'this' }]));
      const settings = resolveSettings({ rules: { [id]: { severity: 'info', ...broken } } });
      const all = Object.values(activeRules(settings)).flat();
      assert.deepEqual(all.find(({ rule }) => rule.id === id)?.options, options.defaults, id);
      assert.equal(ruleProblems({ [id]: broken }).length, Object.keys(options.defaults).length, id);
      assert.deepEqual(ruleProblems({ [id]: { severity: 'hint', ...options.defaults } }), [], id);
    }
  });
  it('are told once by the command line, with line and character', function () {
    if (!existsSync(path.join(projectRoot, 'dist', 'cli.cjs'))) this.skip();
    const sidecar = '{\n  "rules": { "contradictory-tags": { "hints": "yes" } }\n}';
    const captions = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`${n}.txt`, 'ohwx, smile']));
    withFolder({ '.tagmetry.json': sidecar, ...captions }, (root) => {
      const { stderr } = tagmetry(['audit', root, '--images', 'off']);
      assert.equal(stderr.trim().split('\n').length, 1, stderr);
      assert.match(stderr, /^\.tagmetry\.json:2:47: contradictory-tags\.hints: /);
      assert.match(tagmetry(['audit', root, '--rule', 'duplicate-tags=off']).stderr, /Did you mean "duplicate-tag"/);
    });
  });
  it('are told once by the editor: of its settings in a message, of a sidecar as diagnostics', () =>
    withClient(
      folder,
      { settings: { rules: { 'contradictory-tags': { hints: 'yes' }, 'duplicate-tag': 'loud', 'empty-tags': 'off' } } },
      async (client) => {
        const told: string[] = [];
        client.connection.onNotification(ShowMessageNotification.type, ({ message }) => void told.push(message));
        for (const file of ['1.txt', '2.txt']) await client.ready(await client.open(file, 'ohwx, smile, smile'));
        const text = '{ "rules": { "empty-tag": { "many": 1 } } }';
        const uri = await client.open('.tagmetry.json', text, 'json');
        const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
          textDocument: { uri },
        });
        assert.deepEqual(
          items.map(({ message }) => message),
          ['empty-tag has no option "many": only its severity can be set.'],
        );
        assert.equal(told.length, 3, told.join('\n'));
        for (const part of ['contradictory-tags.hints', 'duplicate-tag', '"empty-tags"'])
          assert.equal(told.filter((message) => message.includes(part)).length, 1, part);
      },
    ));
});
