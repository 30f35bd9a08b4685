import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as toolkit from '../../server/src/trainers/ai-toolkit/options.ts';
import { DATASET_OPTIONS } from '../../server/src/trainers/musubi-tuner/options.ts';
import { RUN_OPTIONS } from '../../server/src/trainers/musubi-tuner/run-options.ts';
import { CONCEPT_OPTIONS, IMAGE_OPTIONS, TEXT_OPTIONS } from '../../server/src/trainers/onetrainer/concept-options.ts';
import * as config from '../../server/src/trainers/onetrainer/train-config.ts';
import { projectRoot } from '../shared.ts';

const folder = path.join(projectRoot, 'l10n', 'ja');
const japanese: Record<string, string> = Object.assign(
  {},
  ...readdirSync(folder).map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'))),
);

/** Texts that say what an option does, wherever a module keeps tables of them. */
function meaningsIn(value: unknown): string[] {
  if (value instanceof Map) return [...value.values()].flatMap(meaningsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('meaning' in value && typeof value.meaning === 'string') return value.meaning === '' ? [] : [value.meaning];
  return Object.values(value).flatMap(meaningsIn);
}

describe('options of the other trainers', () => {
  const tables: Readonly<Record<string, unknown>> = {
    'ai-toolkit': [toolkit.DATASET_OPTIONS, toolkit.TRAIN_OPTIONS],
    'musubi-tuner': [DATASET_OPTIONS, RUN_OPTIONS],
    onetrainer: [CONCEPT_OPTIONS, IMAGE_OPTIONS, TEXT_OPTIONS, { ...config }],
  };
  for (const [trainer, table] of Object.entries(tables))
    it(`${trainer}: each says in Japanese what it does`, () => {
      const meanings = meaningsIn(table);
      assert.ok(meanings.length > 15, String(meanings.length));
      assert.deepEqual(
        meanings.filter((meaning) => !(meaning in japanese)),
        [],
      );
    });
});
