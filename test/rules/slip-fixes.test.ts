import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/ground/edits.ts';
import { auditMarked } from '../support/check.ts';

/** Rules that write one word or tag in the place of another. */
const slipRules = ['misspelt-trigger', 'near-identical-tag', 'synonym-drift', 'misspelt-word'];

const scenes = ['beach', 'library', 'forest', 'street', 'kitchen', 'rooftop', 'garden', 'train station', 'office'];
const usual = ['1girl', 'solo', 'blue hair', 'short hair', 'blue eyes', 'white shirt', 'looking at viewer'];

/** A folder of captions with a name, the last of which is given. */
const folderOf = (name: string, odd: string): string =>
  [...scenes.map((scene) => [name, ...usual, scene].join(', ')), odd]
    .map((text, at) => `// ${folderName(name)}/${at}.txt\n${text}`)
    .join('\n');

/** Named after the trigger, as the trainer's folders are. */
const folderName = (name: string): string => `10_${name.replace(/[^a-z]+/g, ' ').trim()}`;
const oddFileOf = (name: string): string => `${folderName(name)}/${scenes.length}.txt`;
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** What is left of a caption by each fix of the rules that correct slips. */
async function corrected(name: string, odd: string): Promise<{ rule: string; text: string }[]> {
  const { findings } = await auditMarked(folderOf(name, odd));
  return findings
    .filter(({ rule, file }) => slipRules.includes(rule) && file === oddFileOf(name))
    .flatMap(({ rule, fixes = [] }) =>
      fixes.map(({ edits }) => ({
        rule,
        text: applyEdits(
          odd,
          edits.flatMap((file) => file.edits),
        ),
      })),
    );
}

describe('fixes of slips', () => {
  const names = ['rem (re:zero)', 'saber (fate)', 'zeltra (star_fall)', 'mirelle woman'];

  it('change the slip and keep every other word, whatever stands between the tags', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.constantFrom('; ', ' | ', ' / ', '、', ' ', ', ', ' - ', '. '),
        fc.subarray([...usual, 'red scarf', 'sitting', 'straw hat'], { minLength: 2 }),
        fc.nat(20),
        fc.constantFrom('keep', 'drop', 'double', 'digit'),
        async (name, separator, rest, place, slip) => {
          const text = [name, ...rest].join(separator);
          const at = place % text.length;
          const odd =
            slip === 'keep' || !/[a-z]/.test(text[at])
              ? text
              : text.slice(0, at) +
                { drop: '', double: text[at] + text[at], digit: '0' }[slip as 'drop' | 'double' | 'digit'] +
                text.slice(at + 1);
          for (const { rule, text: after } of await corrected(name, odd)) {
            const lost = words(odd).filter((word) => !words(after).includes(word));
            assert.ok(lost.length <= 2, `${rule}: ${odd} -> ${after}`);
            assert.ok(after.length >= odd.length - 3, `${rule}: ${odd} -> ${after}`);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('writes a name in brackets alike where nothing else is lost by it', async () => {
    const told = await corrected('rem (re:zero)', 'rem (re:zer0), 1girl, solo, red scarf');
    assert.deepEqual(told, [{ rule: 'misspelt-trigger', text: 'rem (re:zero), 1girl, solo, red scarf' }]);
    const bare = await corrected('rem (re:zero)', 'rem, 1girl, solo, red scarf');
    assert.deepEqual(bare, [{ rule: 'misspelt-trigger', text: 'rem (re:zero), 1girl, solo, red scarf' }]);
  });

  it('leaves a caption in another separator to foreign-separator', async () => {
    const odd = 'rem (re:zero); 1girl; solo; blue hair; short hair; red scarf; sitting';
    const { findings } = await auditMarked(folderOf('rem (re:zero)', odd));
    const told = findings.filter(({ file, severity }) => file === oddFileOf('rem (re:zero)') && severity !== 'hint');
    assert.deepEqual(
      told.map(({ rule }) => rule),
      ['foreign-separator'],
    );
  });
});

describe('invisible-character beside mojibake', () => {
  const told = async (odd: string): Promise<string[]> =>
    (await auditMarked(folderOf('zeltra', odd))).findings
      .filter(({ rule, file }) => /^(?:mojibake|invisible-character)$/.test(rule) && file === oddFileOf('zeltra'))
      .map(({ rule }) => rule);
  it('leaves the half of a garbled letter to mojibake', async () => {
    assert.deepEqual(await told('zeltra, white\u00c2\u00a0shirt, beach'), ['mojibake']);
  });
  it('shows whole words of a long text around it', async () => {
    const odd =
      'zeltra, a portrait of somebody in front of the cafÃ© at the corner of an unusually crowded thoroughfare';
    const { findings } = await auditMarked(folderOf('zeltra', odd));
    const [message = ''] = findings.flatMap(({ rule, message: own }) => (rule === 'mojibake' ? [own] : []));
    const shown = /^"…?(.*?)…?" was/.exec(message)?.[1] ?? '';
    assert.ok(shown.includes('cafÃ©') && !shown.includes('portrait of'), message);
    const words = odd.split(' ');
    assert.deepEqual(
      shown
        .trim()
        .split(' ')
        .filter((word) => !words.includes(word)),
      [],
    );
  });
  it('tells one that stands elsewhere', async () => {
    assert.deepEqual(await told('zeltra, white\u00a0shirt, beach'), ['invisible-character']);
    assert.deepEqual((await told('zeltra, white\u00c2\u00a0shirt, red\u00a0hat')).sort(), [
      'invisible-character',
      'mojibake',
    ]);
  });
});

describe('the trigger with its class word or its blanks otherwise', () => {
  const told = async (usual: string, odd: string, tags = 'red hat, long sleeves, white wall'): Promise<string[]> => {
    const captions = [...scenes.map((scene) => `${usual}, ${scene}, ${tags}`), `${odd}, pier, ${tags}`];
    const source = captions.map((text, at) => `// 10_${usual}/${at}.txt\n${text}`).join('\n');
    return (await auditMarked(source)).findings
      .filter(({ rule, file }) => /^(?:misspelt-trigger|underscore-tag)$/.test(rule) && file.endsWith('/9.txt'))
      .map(({ rule, severity, message }) => `${rule} ${severity} ${message}`);
  };
  it('tells the singular beside the plural, as what may be meant', async () => {
    const own = ['misspelt-trigger info "vlx sneaker" is "vlx sneakers" in 9 captions'];
    for (const odd of ['vlx sneaker', 'vlx sneaker on a shelf', 'photo of vlx sneaker'])
      assert.deepEqual(
        (await told('vlx sneakers', odd)).map((one) => one.slice(0, own[0].length)),
        own,
        odd,
      );
  });
  it('is silent where one of them is meant, where there are two, and where a noun goes on', async () => {
    for (const odd of ['one vlx sneaker', 'a single vlx sneaker', 'vlx sneaker sole', 'vlx sneakers'])
      assert.deepEqual(await told('vlx sneakers', odd), [], odd);
    assert.deepEqual(await told('vlx mug', 'vlx mugs'), []);
  });
  it('does not call a trigger misspelt that has its letters, and tells it once', async () => {
    const [first, ...more] = await told('hatsune_miku', 'hatsune miku', 'red_hat, long_sleeves, white_wall');
    assert.match(first, /^misspelt-trigger warning "hatsune miku" is "hatsune_miku" in 9 captions/);
    assert.deepEqual(more, []);
  });
  it('gives numbers of tokens only where they differ', async () => {
    const [told1] = await told('zkv mug', 'zkv mug, long_hair');
    assert.match(told1, /is \d+ tokens/);
    const [told2] = await told('zkv mug', 'zkv mug, asuna_(sao)');
    assert.match(told2, /"asuna_\(sao\)" has underscores, most tags here have spaces/);
  });
});
