import assert from 'node:assert/strict';
import fc from 'fast-check';
import { captionContext } from '../../server/src/rules/caption-context.ts';
import { activeRules } from '../../server/src/rules/rule-settings.ts';
import type { SettingsLayer } from '../../server/src/settings/settings.ts';
import { type FolderSettings, settingsFor } from '../../server/src/settings/settings.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { open } from '../support/open.ts';

/** Pieces of captions that rules speak of, and good ones beside them. */
const pieces = [
  ...[
    '1girl',
    'solo',
    'long hair',
    'long_hair',
    'smile',
    'ohwx',
    'ohwx woman',
    'red dress',
    'dress',
    'white pleated skirt',
    'skirt',
  ],
  ...[
    'very long hair',
    'blue eyes',
    'red eyes',
    '1boy',
    '2girls',
    'multiple girls',
    'night',
    'day',
    'jeans',
    'denim pants',
    'shor hair',
  ],
  ...[
    '(red hair:1.2)',
    '((hat))',
    '[blue]',
    '<lora:x:1>',
    'BREAK',
    '{a|b}',
    '__x__',
    'name \\(series\\)',
    'name (series)',
    'o_o',
    ':d',
  ],
  ...[
    'cafÃ©',
    'caf\ufffd',
    'a\u200bb',
    'nb\u00a0sp',
    'tab\there',
    'a;b',
    'a；b',
    '、',
    'a . b',
    'a - b',
    'a / b',
    'a|b',
    '',
    ' ',
    '.',
  ],
  ...[
    "I'm sorry, I can't help",
    'sorry, i cannot',
    'no caption',
    '**bold**',
    '# head',
    'https://x.y',
    '`code`',
    '"quoted"',
    'Caption: a hat',
  ],
  ...[
    'describe this image',
    'write a caption',
    'include details, background information',
    '<|end|>',
    'USER: hi',
    '{"caption": "a"}',
  ],
  ...[
    'the the park',
    'very very nice',
    'a a',
    'grey hair male focus',
    'red hat blue coat',
    'a woman in a park',
    'The image shows a girl.',
  ],
  ...[
    'A woman sits. A woman sits. It is night',
    'ロングヘア',
    '青い目',
    'é',
    'straße',
    'grey dress',
    'gray dress',
    'old',
    'child',
    'woman',
  ],
];
const line = fc.tuple(
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }),
  fc.constantFrom(', ', ', ', ', ', ',', ' , ', '; ', ' ', ',  ', ',\t', '. '),
);
const text = fc
  .tuple(line, fc.constantFrom('', '', '\n', '\nmore, text', ' '))
  .map(([[parts, between], end]) => parts.join(between) + end);

const layers: readonly SettingsLayer[] = [
  {},
  { separator: ';' },
  { model: 'sd15', captionOptions: { shuffleCaption: true } },
  { profile: 'ai-toolkit' },
  { profile: 'onetrainer' },
].map((layer) => ({ ...layer, origin: { from: 'command-line', detail: null } }) as SettingsLayer);

describe('quick looks', () => {
  it('never pass over what a rule would find', async () => {
    const passed = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 8, maxLength: 24 }),
        fc.constantFrom(...layers),
        async (captions, layer) => {
          const workspace = new MemoryWorkspace();
          for (const [at, caption] of captions.entries()) {
            workspace.set(`/set/5_ohwx woman/${at}.txt`, caption);
            workspace.set(`/set/5_ohwx woman/${at}.png`, '');
          }
          const { index, settings } = await open(workspace, '/set', layer);
          for (const { file } of index.captions) lookAt(file, index, settings, passed);
        },
      ),
      { numRuns: 60 },
    );
    // Looks that never pass over a caption, or are never asked, would show nothing.
    const rules = activeRules(await settingsOfNothing());
    const looks = [...rules.caption, ...rules['caption-file']].filter(({ rule }) => rule.mayFind);
    for (const { rule } of looks) assert.ok((passed.get(rule.id) ?? 0) > 0, rule.id);
    for (const { rule } of rules.inCaption)
      if (rule.mayFindInCaption) assert.ok((passed.get(rule.id) ?? 0) > 0, rule.id);
  });
});

async function settingsOfNothing(): Promise<FolderSettings> {
  const workspace = new MemoryWorkspace();
  workspace.set('/set/1.txt', '');
  return (await open(workspace, '/set')).settings;
}

type Index = Awaited<ReturnType<typeof open>>['index'];

/** Asks every rule that passes over a caption whether it finds something all the same. */
function lookAt(file: string, index: Index, dataset: FolderSettings, passed: Map<string, number>): void {
  const settings = settingsFor(dataset, file);
  const record = index.record(file);
  const pairing = index.caption(file);
  if (!record || !pairing) return;
  const rules = activeRules(settings);
  const none = (rule: string, found: Iterable<{ readonly message: string }>): void => {
    passed.set(rule, (passed.get(rule) ?? 0) + 1);
    const text = record.source.kind === 'text' ? record.source.text : '';
    assert.deepEqual(
      [...found].map(({ message }) => message),
      [],
      `${rule}: ${JSON.stringify(text)}`,
    );
  };
  const ofFile = { file, pairing, source: record.source, settings, index, bytes: new Uint8Array() };
  for (const { rule, options } of rules['caption-file'])
    if (rule.mayFind?.(ofFile, options) === false) none(rule.id, rule.check(ofFile, options));
  const context = captionContext(index, record, settings);
  if (!context) return;
  for (const { rule, options } of rules.caption)
    if (rule.mayFind?.(context, options) === false) none(rule.id, rule.check(context, options));
  for (const { rule, options } of rules.inCaption)
    if (rule.mayFindInCaption?.(context, options) === false) none(rule.id, rule.checkCaption?.(context, options) ?? []);
}
