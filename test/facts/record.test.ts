import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CaptionSyntax, parseCaption } from '../../server/src/caption/parse.ts';
import { makeRecord } from '../../server/src/facts/record.ts';
import { SurfaceTable } from '../../server/src/facts/surface-table.ts';
import { Vocabulary } from '../../server/src/facts/vocabulary.ts';
import { triggerUses } from '../../server/src/tags/trigger-uses.ts';
import { Word } from '../../server/src/tags/word.ts';
import { countCaptionTokens } from '../../server/src/trainers/caption-tokens.ts';

const syntaxes: readonly CaptionSyntax[] = [
  { separator: ',', lines: 'first' },
  { separator: ',', lines: 'whole' },
  { separator: ',', lines: 'random' },
  { separator: ';', lines: 'first' },
  { separator: ',', lines: 'first', groupSeparators: ['|||', ';;'] },
];
const piece = fc.constantFrom(
  ...[
    'long hair',
    'Long_Hair',
    'ohwx',
    'a photo of Anna Smith',
    'blue-bowl',
    'zxc4 woman',
    'x; y',
    'a ||| b',
    'Fox',
    '日本',
    '😀',
  ],
  ...['', ' ', '\u3000', 'a & b', 'wow!', '<x>', "it's", 'standing. Luna Star', 'score_9', 'woman', 'new\nline'],
);
const text = fc
  .array(fc.tuple(piece, fc.constantFrom(', ', ',', ' , ', ',  ', ';', '\n', ',\t')), { maxLength: 12 })
  .map((parts) => parts.flat().join(''));

describe('caption records', () => {
  it('hold the tags and tokens of the text as it is parsed, whatever was numbered before', () => {
    const vocabulary = new Vocabulary();
    fc.assert(
      fc.property(text, fc.constantFrom(...syntaxes), (written, syntax) => {
        const source = { kind: 'text', text: written, bom: false, size: written.length } as const;
        const record = makeRecord(0, '1.txt', source, { syntax, clip: { weighted: false } }, vocabulary);
        const caption = parseCaption(written, syntax);
        const lines = caption.trained.map(({ start, end }) => written.slice(start, end));
        assert.deepEqual(
          [...record.surfaces].map((surface) => vocabulary.surface(surface)),
          caption.tags.map((tag) => tag.text),
        );
        assert.equal(
          record.flags,
          caption.tags.reduce((flags, tag) => flags | new Word(tag.text).flags, 0),
        );
        assert.equal(record.trained, lines.join('\n'));
        assert.equal(record.tokens, Math.max(0, ...lines.map((line) => countCaptionTokens(line, { weighted: false }))));
        if (!record.isCommaList) return;
        const list = { of: vocabulary, tags: record.surfaces };
        assert.deepEqual(triggerUses(record.trained, list), triggerUses(record.trained));
      }),
      { numRuns: 500 },
    );
  });
});

describe('numbers of tags in a vocabulary', () => {
  it('are those of the tag that has the number now', () => {
    const vocabulary = new Vocabulary();
    const length = ({ written }: Word): number => written.length;
    const first = vocabulary.intern('old');
    assert.equal(vocabulary.numbers(length).of(first), 3);
    for (let look = 0; look < 2; look++) vocabulary.release({ surface: () => false, norm: () => false });
    assert.equal(vocabulary.intern('another'), first);
    assert.equal(vocabulary.numbers(length).of(first), 7);
    assert.equal(vocabulary.numbers(length), vocabulary.numbers(length));
  });
});

describe('the table of tags', () => {
  it('says what a map says, for tags within texts, as tags come and go', () => {
    const tag = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '日', ' '), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), tag), { minLength: 50, maxLength: 3000 }), (steps) => {
        const table = new SurfaceTable();
        const map = new Map<string, number>();
        const free: number[] = [];
        for (const [comes, name] of steps) {
          const known = map.get(name);
          assert.equal(table.find(`x, ${name}, y`, 3, 3 + name.length), known);
          if (comes && known === undefined) {
            const id = free.pop() ?? map.size;
            table.add(name, id);
            map.set(name, id);
          } else if (!comes && known !== undefined) {
            table.delete(known);
            map.delete(name);
            free.push(known);
          }
        }
        assert.equal(table.size, map.size);
        assert.deepEqual(
          [...table.ids()],
          [...map.values()].sort((a, b) => a - b),
        );
      }),
      { numRuns: 30 },
    );
  });
});
