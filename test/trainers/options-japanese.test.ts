import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PyValue } from '../../server/src/trainers/documents/python-value.ts';
import { recogniseConfigText, TRAINERS } from '../../server/src/trainers/trainers.ts';
import { projectRoot } from '../shared.ts';
import { examplesIn } from './examples.ts';

const folder = path.join(projectRoot, 'l10n', 'ja');
const japanese: Record<string, string> = Object.assign(
  {},
  ...readdirSync(folder).map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'))),
);

/** The paths of all tables of a configuration. */
function tablesIn(value: PyValue, at: readonly string[] = []): (readonly string[])[] {
  if (value.type === 'list') return value.items.flatMap((item, i) => tablesIn(item, [...at, String(i)]));
  if (value.type !== 'dict') return [];
  return [at, ...[...value.entries].flatMap(([key, entry]) => tablesIn(entry.value, [...at, key]))];
}

describe('what options mean', () => {
  for (const { id, words, meanings: meant } of TRAINERS) {
    it(`${id}: each says in Japanese what it does`, async () => {
      const meanings = Object.values(await meant()).flatMap((table) => Object.values(table));
      assert.ok(meanings.length > 15, String(meanings.length));
      assert.deepEqual(
        meanings.filter((meaning) => !(meaning in japanese)),
        [],
      );
    });

    it(`${id}: what is offered has a meaning, and is offered once`, async () => {
      const tablesOfMeanings = await meant();
      let tables = 0;
      for (const [name, text] of examplesIn(id)) {
        const found = recogniseConfigText(`/set/${name}`, text);
        if (found?.kind !== 'ours') continue;
        const { config } = found;
        // Of the hundreds of options of its command line those have one that the product speaks of.
        const isWordless = id === 'sd-scripts' && config.role === 'config_file';
        for (const place of tablesIn(config.document.root)) {
          const options = words.optionsIn(config, place);
          tables += Math.sign(options.length);
          if (!isWordless)
            assert.deepEqual(
              options
                .filter(({ name: option, tables: from }) => !from.some((table) => tablesOfMeanings[table]?.[option]))
                .map((option) => option.name),
              [],
              `${name} ${place.join('.')}`,
            );
          assert.equal(new Set(options.map((option) => option.name)).size, options.length);
        }
      }
      assert.ok(tables > 10, String(tables));
    });
  }
});
