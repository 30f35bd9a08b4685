import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dataAdvice } from '../../server/src/advice/data-advice.ts';
import { evidenceTable } from '../../server/src/advice/evidence.ts';
import { metricIds } from '../../server/src/advice/metrics.ts';
import { symptoms } from '../../server/src/advice/modes.ts';
import { settingsAdvice } from '../../server/src/advice/settings/index.ts';
import { rules } from '../../server/src/rules/registry.ts';
import { projectRoot } from '../shared.ts';
import { auditMarked } from '../support/check.ts';
import { makeDataset } from './datasets.ts';

const page = readFileSync(path.join(projectRoot, 'docs', 'failure-modes.md'), 'utf8');

/** What the right column of the tables names, with the line it stands in. */
const named = page
  .split('\n')
  .filter((line) => /^\| /.test(line) && !line.startsWith('| The map says'))
  .flatMap((line) => {
    const cells = line.split(' | ');
    assert.equal(cells.length, 2, line);
    const ids = [...cells[1].matchAll(/`([^`]+)`/g)].map((match) => match[1]);
    assert.ok(ids.length > 0, `names nothing: ${line}`);
    return ids.map((id) => ({ id, line }));
  });

/** Rules of the product that are not in the registry yet; empty when all are. */
const awaited: readonly string[] = [
  'animated-image',
  'conflicting-duplicate-captions',
  'dominant-cluster',
  'heavy-compression',
  'mixed-formats',
  'near-duplicate',
  'outlier-image',
  'rotated-by-exif',
  'transparent-image',
  'unreadable-image',
];
const ruleIds = new Set([...rules.map(({ id }) => id), ...awaited]);
const kinds: Record<string, ReadonlySet<string>> = {
  metric: new Set(metricIds),
  symptom: new Set(symptoms.map(({ id }) => id)),
  x: new Set(dataAdvice.map(({ id }) => id)),
  y: new Set(settingsAdvice.map(({ id }) => id)),
  'what-if': new Set(['tag-dropout', 'shuffle', 'remove-tag', 'drop-duplicates']),
};

describe('docs/failure-modes.md', () => {
  it('names only rules that exist', () => {
    const missing = new Set(named.map(({ id }) => id).filter((id) => !id.includes(':') && !ruleIds.has(id)));
    assert.deepEqual([...missing].sort(), []);
  });
  it('names only metrics, symptoms, advice and trials that exist', () => {
    for (const { id, line } of named) {
      const [kind, ...rest] = id.split(':');
      if (rest.length === 0 || kind === 'report') continue;
      assert.ok(kinds[kind]?.has(rest.join(':')), `${id}: ${line}`);
    }
  });
  it('names only numbers that the report holds', async () => {
    const { source, options } = makeDataset();
    const { report } = await auditMarked(source, options);
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
  it('has every section that evidence and advice rest on', () => {
    const headings = new Set([...page.matchAll(/^## (.+)$/gm)].map((match) => match[1].toLowerCase()));
    const sources = [...Object.values(evidenceTable).flat(), ...dataAdvice, ...settingsAdvice].map(
      ({ source }) => source,
    );
    for (const source of sources)
      if (source.startsWith('map: ')) assert.ok(headings.has(source.slice('map: '.length)), source);
  });
});

describe('evidence table', () => {
  it('names only rules that exist', () => {
    const missing = new Set(
      Object.values(evidenceTable)
        .flat()
        .flatMap(({ from }) => ('rule' in from && !ruleIds.has(from.rule) ? [from.rule] : [])),
    );
    assert.deepEqual([...missing].sort(), []);
  });
});
