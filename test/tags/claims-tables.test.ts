import assert from 'node:assert/strict';
import { LOOKS } from '../../server/src/tags/claims/data/looks.ts';
import { PICTURES } from '../../server/src/tags/claims/data/pictures.ts';
import { POSTURES } from '../../server/src/tags/claims/data/postures.ts';
import { SCENES } from '../../server/src/tags/claims/data/scenes.ts';
import { TOPICS } from '../../server/src/tags/claims/data/topics.ts';
import { bookOf, phrasesIn } from '../../server/src/tags/claims/phrases.ts';
import { unitsOf } from '../../server/src/tags/claims/units.ts';
import { GROUPS } from '../../server/src/tags/data/exclusive.ts';

const said = (table: string, text: string, isTags = false): string[] =>
  unitsOf(text, isTags ? 'tags' : 'mixed').flatMap((unit) =>
    phrasesIn(bookOf([table]), unit).map(({ value, start, end }) => `${value}: ${text.slice(start, end)}`),
  );

describe('tables of phrases', () => {
  for (const [name, table] of Object.entries({ LOOKS, PICTURES, POSTURES, SCENES, TOPICS }))
    it(`${name} has known groups, two values an axis at least, and keeps apart only what it has`, () => {
      for (const block of table.trim().split(/\n\s*\n/)) {
        const [head = '', ...lines] = block.split('\n');
        const [, group = '', about = ''] = /^(.+) (\S+)$/.exec(head) ?? [];
        assert.ok(group in GROUPS, head);
        assert.match(about, /^(?:picture|scene|one|topic)$/, head);
        const values = lines.flatMap((line) => /^([a-z-]+): /.exec(line)?.[1] ?? []);
        assert.ok(values.length > 1 && new Set(values).size === values.length, head);
        for (const line of lines.filter((one) => one.startsWith('apart ')))
          for (const pair of line.slice(6).split(', '))
            assert.ok(
              pair.split(' ').length === 2 && pair.split(' ').every((value) => values.includes(value)),
              `${head}: ${pair}`,
            );
        for (const line of lines) assert.match(line, /^(?:[a-z-]+: |apart |unless ?)/, head);
      }
    });

  const table = 'state topic\nopen: open ?* lid !of, =open, lid is <very> open\nclosed: lift~ ?a lid >up/., shut lid';
  for (const [text, found] of [
    ['The open wooden lid lies there.', ['open: open wooden lid']],
    ['The open lid of it.', []],
    ['An open and wooden lid.', []],
    ['The lid is quite open.', ['open: lid is quite open']],
    ['She lifts a lid up.', ['closed: lifts a lid']],
    ['Lifting a lid.', ['closed: Lifting a lid']],
    ['She lifts a lid off.', []],
    ['a half-shut lid is here now.', ['closed: shut lid']],
  ] as const)
    it(`reads ${text}`, () => assert.deepEqual(said(table, text), found));

  it('takes a word for a whole tag only where it is one', () => {
    assert.deepEqual(said(table, 'open, open road', true), ['open: open']);
  });
});
