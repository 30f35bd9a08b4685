// A rule that reads a count of the whole folder outside a question makes every caption be judged again with every keystroke. Each rule is
// asked of captions with all sorts of slips; then another caption is edited so that nothing changes but the counts.

import assert from 'node:assert/strict';
import type { DatasetIndex } from '../../server/src/dataset/index.ts';
import { changedSince } from '../../server/src/facts/tracking.ts';
import { captionContext } from '../../server/src/rules/caption-context.ts';
import { activeRules } from '../../server/src/rules/rule-settings.ts';
import { settingsFor } from '../../server/src/settings/settings.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { drifts, goodCaptions, proseFaults, tagFaults } from '../support/faults.ts';
import { open } from '../support/open.ts';

/** What each rule rests on in each caption, by rule and file. */
type Asked = readonly { readonly rule: string; readonly file: string; readonly hasChanged: () => boolean }[];

/** Asks every rule of every caption, and remembers what it read. */
function askAll(index: DatasetIndex, settings: Parameters<typeof activeRules>[0]): Asked {
  const { tracker } = index;
  const asked: { rule: string; file: string; hasChanged: () => boolean }[] = [];
  for (const { file } of index.captions) {
    const record = index.record(file);
    if (!record) continue;
    const own = settingsFor(settings, file);
    const { caption, inCaption } = activeRules(own);
    for (const { rule, options, mayFind, check } of [...caption, ...inCaption]) {
      const revision = tracker.revision;
      const { cells } = tracker.record(() => {
        // Of its own for each rule: what one has asked another finds answered.
        const context = captionContext(index, record, settings);
        if (context && mayFind?.(context, options) !== false) for (const _ of check(context, options));
      });
      asked.push({ rule: rule.id, file, hasChanged: () => changedSince(cells, revision) });
    }
  }
  return asked;
}

describe('what a rule rests on in one caption', () => {
  const kinds = [
    {
      kind: 'tags' as const,
      faults: tagFaults,
      more: [
        ...drifts.flatMap(([usual, other]) => [`ohwxla, 1girl, solo, ${usual}`, `ohwxla, 1girl, solo, ${other}`]),
        'ohwxlla, 1girl, solo, smile',
        'ohwx la, 1girl, solo, smile',
        '1girl, solo, smile, beach, ohwxla',
        '1girl, solo, smile, beach',
        'woman ohwxla, solo, smile, beach, smile, kitchen,, photo of ohwxla',
        '2girls, ohwxla, blonde hair, black hair, white shirt, shirt, red shirt',
        'subject: ohwxla, hair: blonde, eyes: green, background: beach, subjct: a girl',
        'ohwxla, 一人の少女, 笑顔, (smile:1.3), smile <lora:x:1>, o_o, caf\u00c3\u00a9',
      ],
      edit: (text: string) => `${text}, zgwmd`,
    },
    {
      kind: 'prose' as const,
      faults: proseFaults,
      more: [
        'A woman called ohwxlla walks along the harbour in the rain. The street behind is empty.',
        'She walks along the gray harbor in the rain, past ohwxla. The grey harbour behind is empty and wet',
        'Una mujer camina por la calle con un abrigo rojo, y la luz de la mañana cae sobre ella.',
        'ohwxla appears to be a a woman in a red coat. Her coat is blue, and her hair is blonde. Her hair is black.',
        'Subject: ohwxla in a red coat. Background: an empty street. Mood: calm. Backgruond: wet.',
      ],
      edit: (text: string) => text.replace('. ', ' by the wall. '),
    },
  ];
  for (const { kind, faults, more, edit } of kinds)
    it(`is no count that moves with every edit of another one, of ${kind}`, async () => {
      const workspace = new MemoryWorkspace('linux');
      const captions = [...goodCaptions(kind, 200, 11), ...faults.map(({ caption }) => caption), ...more];
      for (const [at, text] of captions.entries()) {
        workspace.set(`/set/1_set/${at}.txt`, text);
        workspace.set(`/set/1_set/${at}.png`, '');
      }
      const { index, settings } = await open(workspace, '/set');
      const asked = askAll(index, settings);
      await index.overlay('1_set/3.txt', edit(captions[3] ?? ''));
      const moved = new Map<string, string>();
      for (const { rule, file, hasChanged } of asked)
        if (file !== '1_set/3.txt' && hasChanged())
          moved.set(rule, captions[Number(/(\d+)\.txt/.exec(file)?.[1])] ?? '');
      assert.deepEqual([...moved], []);
    });
});
