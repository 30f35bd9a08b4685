import assert from 'node:assert/strict';
import { z } from 'zod';
import { writeSarif } from '../../server/src/report/sarif.ts';
import { rules } from '../../server/src/rules/registry.ts';
import { auditMarked, type Checked } from '../support/check.ts';

// The parts of the SARIF 2.1.0 schema (OASIS, errata 01) that the report uses, as strict: no key that the standard does not
// know, every required one, its patterns and lower bounds.
const bag = z.looseObject({ tags: z.array(z.string()).optional() });
const message = z.strictObject({ text: z.string().min(1) });
const uriReference = z.string().refine((uri) => URL.canParse(uri, 'file:///base/') && !/[\s<>"\\^`{|}]/.test(uri));
const artifactLocation = z.strictObject({ uri: uriReference.optional(), uriBaseId: z.string().optional() });
const region = z
  .strictObject({
    startLine: z.int().min(1),
    startColumn: z.int().min(1),
    endLine: z.int().min(1),
    endColumn: z.int().min(1),
  })
  .refine((r) => r.endLine > r.startLine || (r.endLine === r.startLine && r.endColumn >= r.startColumn));
const location = z.strictObject({
  id: z.int().min(-1).optional(),
  physicalLocation: z.strictObject({ artifactLocation, region: region.optional() }),
  message: message.optional(),
});
const unique = <T>(items: readonly T[]): boolean =>
  new Set(items.map((item) => JSON.stringify(item))).size === items.length;
const level = z.enum(['none', 'note', 'warning', 'error']);
const descriptor = z.strictObject({
  id: z.string(),
  shortDescription: message,
  fullDescription: message,
  help: message,
  defaultConfiguration: z.strictObject({ enabled: z.boolean(), level }),
  properties: bag.refine(({ tags }) => unique(tags ?? [])),
});
const fix = z.strictObject({
  description: message,
  artifactChanges: z
    .array(
      z.strictObject({
        artifactLocation,
        replacements: z
          .array(
            z.strictObject({
              deletedRegion: region,
              insertedContent: z.strictObject({ text: z.string() }).optional(),
            }),
          )
          .min(1),
      }),
    )
    .min(1)
    .refine(unique),
  properties: bag,
});
const result = z.strictObject({
  ruleId: z.string(),
  ruleIndex: z.int().min(-1).optional(),
  level,
  message,
  locations: z.array(location),
  relatedLocations: z.array(location).refine(unique).optional(),
  partialFingerprints: z.record(z.string(), z.string()),
  fixes: z.array(fix).refine(unique).optional(),
  properties: bag,
});
const log = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/),
          rules: z.array(descriptor).refine(unique),
        }),
      }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      originalUriBaseIds: z.record(z.string(), artifactLocation).optional(),
      results: z.array(result),
      properties: bag,
    }),
  ),
});

const source = `
// 10_qvzt woman/<img src=x onerror=alert(1)>.txt
qvzt, hat,, hat
// 10_qvzt woman/%41 #?&.txt
qvzt, 帽子，コート, day, night
// 10_qvzt woman/old.txt
qvzt
second line
`;

const sarif = ({ report, findings, sourceOf }: Checked, base: string | null = 'file:///set/') =>
  log.parse(JSON.parse(writeSarif(report, findings, sourceOf, base)));

describe('SARIF', () => {
  it('follows the schema and holds every finding with its rule', async () => {
    const checked = await auditMarked(source);
    const [run] = sarif(checked).runs;
    assert.ok(checked.findings.length > 3);
    assert.equal(run.results.length, checked.findings.length);
    assert.deepEqual(
      run.tool.driver.rules.map(({ id }) => id),
      rules.map(({ id }) => id),
    );
    for (const { ruleId, ruleIndex } of run.results) assert.equal(run.tool.driver.rules[ruleIndex ?? -1].id, ruleId);
    assert.ok(run.results.some(({ fixes }) => fixes));
  });
  it('names files as relative references whatever they are called', async () => {
    const { runs } = sarif(await auditMarked(source));
    const uris = new Set(
      runs[0].results.map(({ locations }) => locations[0].physicalLocation.artifactLocation.uri ?? ''),
    );
    assert.ok(uris.has('10_qvzt%20woman/%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E.txt'), [...uris].join('\n'));
    assert.ok(uris.has('10_qvzt%20woman/%2541%20%23%3F%26.txt'));
    assert.equal(sarif(await auditMarked(source), null).runs[0].originalUriBaseIds, undefined);
  });
  it('has no link in its messages that a caption or a name made', async () => {
    const [run] = sarif(
      await auditMarked(
        '// a.txt\nhat, [p](//x), [p](//x), day\n// [b](c).txt\nday, hat, hat\n// b.txt\nhat, [p](//x)',
      ),
    ).runs;
    const texts = run.results.flatMap(({ message, relatedLocations = [] }) => [
      message.text,
      ...relatedLocations.map((place) => place.message?.text ?? ''),
    ]);
    assert.ok(
      texts.some((text) => text.includes('[p] (//x)')),
      texts.join('\n'),
    );
    for (const text of texts) assert.ok(!text.includes(']('), text);
  });
  it('gives each finding a fingerprint that outlives edits elsewhere', async () => {
    const prints = (checked: Checked): Map<string, string> =>
      new Map(
        sarif(checked).runs[0].results.map((r) => [
          r.partialFingerprints['tagmetry/v1'],
          `${r.ruleId} ${JSON.stringify(r.locations)}`,
        ]),
      );
    const before = prints(await auditMarked(source));
    assert.equal(before.size, sarif(await auditMarked(source)).runs[0].results.length);
    const moved = prints(await auditMarked(source.replace('qvzt, hat,, hat', 'qvzt, blue sky, hat,, hat')));
    const kept = [...before.keys()].filter((print) => moved.has(print));
    assert.ok(kept.length >= before.size - 1, `${kept.length} of ${before.size}`);
  });
});
