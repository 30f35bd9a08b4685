import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dataAdvice } from '../../server/src/advice/data/index.ts';
import { evidenceTable } from '../../server/src/advice/evidence.ts';
import { metricIds } from '../../server/src/advice/metrics.ts';
import { symptoms } from '../../server/src/advice/modes.ts';
import { settingsAdvice } from '../../server/src/advice/settings/index.ts';
import { rules } from '../../server/src/rules/registry.ts';
import { evidenceName, failureModeTables, namedBy } from '../../tools/generate/failure-modes.ts';
import { sections } from '../seed/sections.ts';
import { auditSet } from '../seed/sets.ts';
import { isProved } from '../seed/statement.ts';
import { projectRoot } from '../shared.ts';

/** What the statements name, with the statement. */
const named = sections.flatMap(({ statements }) =>
  statements.flatMap((statement) =>
    [...namedBy(statement), ...(isProved(statement) ? [evidenceName(statement.evidence)] : [])].map((id) => ({
      id,
      says: statement.says,
    })),
  ),
);

const ruleIds = new Set(rules.map(({ id }) => id));
const kinds: Record<string, ReadonlySet<string>> = {
  metric: new Set(metricIds),
  symptom: new Set(symptoms.map(({ id }) => id)),
  x: new Set(dataAdvice.map(({ id }) => id)),
  y: new Set(settingsAdvice.map(({ id }) => id)),
  'what-if': new Set(['tag-dropout', 'shuffle', 'remove-tag', 'drop-duplicates']),
};

describe('docs/failure-modes.md', () => {
  it('is written from the statements that the tests prove', () => {
    const page = readFileSync(path.join(projectRoot, 'docs', 'failure-modes.md'), 'utf8');
    assert.ok(page.includes(failureModeTables()), 'run "npm run generate"');
  });
  it('names only rules that exist', () => {
    const missing = named.map(({ id }) => id).filter((id) => !id.includes(':') && !ruleIds.has(id));
    assert.deepEqual([...new Set(missing)].sort(), []);
  });
  it('names only metrics, symptoms, advice and trials that exist', () => {
    for (const { id, says } of named) {
      const [kind, ...rest] = id.split(':');
      if (rest.length === 0 || kind === 'report') continue;
      assert.ok(kinds[kind]?.has(rest.join(':')), `${id}: ${says}`);
    }
  });
  it('names only numbers that the report holds', async () => {
    const { report } = await auditSet({});
    for (const { id } of named) {
      if (!id.startsWith('report:')) continue;
      const value = id
        .slice('report:'.length)
        .split('.')
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], report);
      assert.notEqual(value, undefined, id);
    }
  });
  it('leaves no symptom, advice or metric out', () => {
    const ids = new Set(named.map(({ id }) => id));
    const all = [
      ...symptoms.map(({ id }) => `symptom:${id}`),
      ...dataAdvice.map(({ id }) => `x:${id}`),
      ...settingsAdvice.map(({ id }) => `y:${id}`),
      ...metricIds.map((id) => `metric:${id}`),
    ];
    assert.deepEqual(
      all.filter((id) => !ids.has(id)),
      [],
    );
  });
  it('says why nothing acts on a statement, where nothing does', () => {
    for (const { statements } of sections)
      for (const statement of statements)
        if (namedBy(statement).length === 0 && !isProved(statement))
          assert.ok((statement.because ?? '').length > 0, statement.says);
  });
  it('has every section that evidence and advice rest on', () => {
    const headings = new Set(sections.map(({ title }) => title.toLowerCase()));
    const sources = [...Object.values(evidenceTable).flat(), ...dataAdvice, ...settingsAdvice].map(
      ({ source }) => source,
    );
    for (const source of sources)
      if (source.startsWith('map: ')) assert.ok(headings.has(source.slice('map: '.length)), source);
  });
});
