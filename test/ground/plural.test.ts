import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inNumber } from '../../server/src/ground/plural.ts';
import { projectRoot } from '../shared.ts';

const filled = (message: string, ...args: (string | number)[]): string =>
  inNumber(message, args).replace(/\{(\d+)\}/g, (_, at) => String(args[at]));

/** The English texts of the product: keys of its Japanese. */
const folder = path.join(projectRoot, 'l10n', 'ja');
const texts = readdirSync(folder).flatMap((name) =>
  Object.keys(JSON.parse(readFileSync(path.join(folder, name), 'utf8'))),
);

describe('texts in number', () => {
  for (const [message, args, expected] of [
    ['{0} images', [1], '1 image'],
    ['{0} images', [2], '2 images'],
    ['{0} images', [0], '0 images'],
    ['{0} images', ['1'], '1 image'],
    ['{0} images', [21], '21 images'],
    ['{0} entries', [1], '1 entry'],
    ['{0} batches', [1], '1 batch'],
    ['{0} ({1} layers)', ['attn', 1], 'attn (1 layer)'],
    ['Fix {0} in {1} captions', ['it', 1], 'Fix it in 1 caption'],
    [
      '{0} different images are there; from {1} on they say something',
      [1, 8],
      '1 different image is there; from 8 on it says something',
    ],
    ['{0} of {1} captions are over {2} tokens', [1, 40, 75], '1 of 40 captions is over 75 tokens'],
    ['{0} of {1} captions are over {2} tokens', [0, 1, 75], '0 of 1 caption are over 75 tokens'],
    [
      '"{0}" looks like a misspelt "{1}", which {2} captions have.',
      ['a', 'b', 1],
      '"a" looks like a misspelt "b", which 1 caption has.',
    ],
    ['{0} captions are tags, {1} are sentences', [9, 1], '9 captions are tags, 1 is sentences'],
    ['{0} % of the pixels are cut', [1], '1 % of the pixels are cut'],
    ['on {0} of the captions', [1], 'on 1 of the captions'],
    [
      '{0} lines never train: only the first line is read. Join them to it or remove them.',
      [1],
      '1 line never trains: only the first line is read. Join it to the first or remove it.',
    ],
    ['{0} has no effect', [1], '1 has no effect'],
    ['{0} trains at {1}', [1, 1], '1 trains at 1'],
  ] as const)
    it(`${message} with ${args.join(', ')}`, () => assert.equal(filled(message, ...args), expected));

  it('stand as they are where nothing is one', () => {
    for (const text of texts) assert.equal(inNumber(text, [2, 3, 4, 5, 6, 7]), text);
  });
  it('have no "1 images", "1 images are" or "1 image are" in any room', () => {
    const plural =
      /\b1 (?:(?:different|safe|new|more|other|selected|further) )?(?:captions|images|tags|tokens|files|layers|steps|samples|batches|buckets|epochs|findings|errors|warnings|lines|bytes|entries|clusters|copies|groups|words|times|repeats|showings)\b|\b1 (?:image|caption|tag|token|file|line|sample) (?:are|have|were|do|go|stand|train|hold)\b/;
    const wrong = texts.map((text) => filled(text, 1, 1, 1, 1, 1, 1, 1, 1)).filter((text) => plural.test(text));
    assert.deepEqual(wrong, []);
  });
});
