import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rules } from '../../server/src/rules/registry.ts';
import { ruleProblems } from '../../server/src/rules/rule-settings.ts';
import { parseSidecar } from '../../server/src/settings/sidecar.ts';

/** What is said of a sidecar, up to what follows from it. */
const said = (text: string): string[] =>
  parseSidecar(text).problems.map(({ message }) => message.replace(/\. The default .*$/, ''));

describe('a setting with a value that cannot be used', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ['{"separator": 3}', 'separator: must be text'],
    ['{"separator": ""}', 'separator: must not be empty'],
    ['{"tokenLimit": 80}', 'tokenLimit: must be one of: "auto", 75, 150, 225'],
    ['{"captionExtensions": ["txt"]}', 'captionExtensions.0: must be an extension with its dot, such as ".txt"'],
    ['{"captionExtensions": "txt"}', 'captionExtensions: must be a list'],
    ['{"captionExtensions": []}', 'captionExtensions: must not be empty'],
    ['{"caption": {"keepTokens": 1.5}}', 'caption.keepTokens: must be a whole number'],
    ['{"caption": {"keepTokens": -1}}', 'caption.keepTokens: must be 0 or more'],
    ['{"caption": {"tagDropoutRate": 2}}', 'caption.tagDropoutRate: must be 1 or less'],
    ['{"caption": {"shuffle": "yes"}}', 'caption.shuffle: must be true or false'],
    ['{"caption": 3}', 'caption: must be an object'],
    ['{"training": {"resolution": "big"}}', 'training.resolution: must be one of: a number, a list'],
    ['{"training": {"resolution": [512]}}', 'training.resolution: must have 2 entries or more'],
    ['{"training": {"resolution": [512, "x"]}}', 'training.resolution.1: must be a number'],
    [
      '{"rules": {"low-diversity": {"severity": "loud"}}}',
      'rules.low-diversity.severity: must be one of: "error", "warning", "info", "hint", "off"',
    ],
    [
      '{"rules": {"low-diversity": 3}}',
      'rules.low-diversity: must be one of: "error", "warning", "info", "hint", "off", an object',
    ],
    ['{"suppressions": [{}]}', 'suppressions.0.rule: is missing'],
    ['{"suppressions": [{"rule": "x", "tags": "y"}]}', 'suppressions.0: has entries that are not known: tags'],
  ];
  for (const [text, ...expected] of cases)
    it(`is told in plain words: ${text}`, () => assert.deepEqual(said(text), expected));

  it('is never told in the words of the schema library, whatever it is (property)', () => {
    const library = /Invalid|expected|received|Too (?:small|big)|Unrecognized/;
    const value = fc.jsonValue();
    const names = rules.flatMap(({ id, options }) =>
      Object.keys(options?.defaults ?? {}).map((name) => [id, name] as const),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), value, ([id, name], given) => {
        for (const { message } of ruleProblems({ [id]: { [name]: given } })) {
          assert.doesNotMatch(message, library);
          assert.match(message, /: \S.*\. The default is used\.$/);
        }
      }),
      { numRuns: 2000 },
    );
    const keys = [
      'model',
      'caption',
      'training',
      'tagList',
      'rules',
      'concepts',
      'verdicts',
      'synonyms',
      'exclusiveGroups',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...keys), value, (key, given) => {
        for (const message of said(JSON.stringify({ [key]: given })))
          assert.doesNotMatch(message.replaceAll(JSON.stringify(given), ''), /: (?:Invalid|Too|Unrecognized)|received/);
      }),
      { numRuns: 2000 },
    );
  });
});
