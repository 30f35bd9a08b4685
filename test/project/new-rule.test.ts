import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { registryFile, scaffold } from '../../tools/new-rule/scaffold.ts';
import { projectRoot } from '../shared.ts';

const registry = readFileSync(path.join(projectRoot, registryFile), 'utf8');
const importsOf = (text: string) =>
  [...text.matchAll(/^import \w+ from '(\.\/\w[\w-]*\/[^']+)';$/gm)].map((match) => match[1]);

describe('npm run new-rule', () => {
  it('registers the rule once, imports in order, beside the others of its group', () => {
    for (const [group, id] of [
      ['text', 'aaa-first'],
      ['trigger', 'zzz-last'],
      ['images', 'middle-one'],
    ] as const) {
      const files = scaffold({ id, group, scope: 'caption' }, registry);
      const changed = files.get(registryFile) ?? '';
      const imports = importsOf(changed);
      assert.equal(imports.length, importsOf(registry).length + 1);
      assert.deepEqual(imports, [...imports].sort());
      assert.equal(changed.split('\n').length, registry.split('\n').length + 2);
      assert.ok(files.has(`server/src/rules/${group}/${id}.ts`));
      assert.ok(files.has(`docs/rules/${id}.md`));
    }
  });
  it('refuses ids that are taken or malformed, and groups and scopes that do not exist', () => {
    const good = { id: 'new-one', group: 'text', scope: 'caption' } as const;
    assert.ok(scaffold(good, registry).size > 0);
    for (const wrong of [{ id: 'duplicate-tag' }, { id: 'Bad' }, { id: '' }, { id: '../x' }, { id: 'a--b' }])
      assert.throws(() => scaffold({ ...good, ...wrong }, registry));
    assert.throws(() => scaffold({ ...good, group: 'none' as 'text' }, registry), /group/);
    assert.throws(() => scaffold({ ...good, scope: 'none' as 'caption' }, registry), /scope/);
  });
});
