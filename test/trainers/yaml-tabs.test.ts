import assert from 'node:assert/strict';
import { parseYamlConfig } from '../../server/src/trainers/documents/yaml-document.ts';

/** Where the first error stands, and its class; as PyYAML 6.0.3 answers. */
const errorOf = (text: string): readonly [string, number] | null => {
  const [error] = parseYamlConfig(text).errors;
  return error ? [error.exception, error.range.start] : null;
};

describe('tabs in YAML', () => {
  for (const text of [
    'a:\t1\n',
    'a: 1\t# c\n',
    'a: x\ty\n',
    '- \tb\n',
    'a: [1,\t2]\n',
    'a: 1\n\t\nb: 2\n',
    'a: x\n  y\tz\n',
    'a: |\n  q\nb:\t2\n',
    'a:\n\tb: 1\n',
  ])
    it(`${JSON.stringify(text)} is refused at the tab`, () =>
      assert.deepEqual(errorOf(text), ['ScannerError', text.indexOf('\t')]));

  for (const text of [
    'a: "x\ty"\n',
    "a: 'x\ty'\n",
    'a: |\n  q\tr\n\n  s\tt\nb: 1\n',
    'a: >-\n  q\tr\n',
    '# c\td\na: 1\n',
    'a: 1 # c\td\n',
  ])
    it(`${JSON.stringify(text)} is text`, () => assert.equal(errorOf(text), null));

  it('as indentation are told once, at the first of them', () => {
    const text = 'a:\n  b: 1\n\tc: 2\n  d: 3\n\te: 4\n';
    const { errors } = parseYamlConfig(text);
    assert.deepEqual(
      errors.map(({ range }) => range.start),
      [text.indexOf('\t')],
    );
  });
});
