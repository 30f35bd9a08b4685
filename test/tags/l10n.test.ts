import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { GROUPS } from '../../server/src/tags/data/exclusive.ts';
import { OVERLOADED } from '../../server/src/tags/data/identifiers.ts';
import { projectRoot } from '../shared.ts';

describe('tags/translations', () => {
  it('has Japanese for every reason and meaning kept as data', () => {
    const file = path.join(projectRoot, 'l10n', 'ja', 'tags.json');
    const ja = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    const meanings = OVERLOADED.trim()
      .split('\n')
      .map((line) => line.slice(line.indexOf(': ') + 2));
    for (const text of [...Object.values(GROUPS), ...meanings]) assert.ok(ja[text], text);
  });
});
