// English says one thing otherwise than many: "1 image is", "2 images are". Texts are written for many; where a number that is filled
// in is one, what belongs to it is put into the singular. Other languages have texts of their own.

import { once } from './once.ts';

/** Nouns that are counted in texts, in the plural. */
const nouns = new Set(
  `bars batches buckets bytes captions characters choices clusters colours copies duplicates entries epochs errors files findings folders
frames groups images keys layers lines megapixels numbers others parts pieces pixels places posts repeats resolutions rules samples
sentences showings sizes steps subjects tags tensors texts times tokens triggers versions videos warnings words`
    .replaceAll('\n', ' ')
    .split(' '),
);

/** Verbs of what is counted, for many and for one. */
const verbs = new Map([
  ...Object.entries({
    are: 'is',
    have: 'has',
    were: 'was',
    do: 'does',
    go: 'goes',
    match: 'matches',
    reach: 'reaches',
  }),
  ...`begin bring change describe end get hold lack lie name need open say separate share show stand start stay stop take teach train write`
    .split(' ')
    .map((verb) => [verb, `${verb}s`] as const),
]);

/** Texts that speak on of the many things counted first, and how they speak of one. */
const wholeTexts = new Map(
  (
    [
      ['Move {0} images and their captions to a', 'Move {0} image and its caption to a'],
      ['Put the images beside their captions.', 'Put the image beside its caption.'],
      ['they never train. Put the images beside them.', 'it never trains. Put the image beside it.'],
      ['on they say something', 'on it says something'],
      ['files, their samples', 'file, its samples'],
      ['by up to one step of their bucket', 'by up to one step of its bucket'],
      ['enlarged to their bucket', 'enlarged to its bucket'],
      ['no caption of their own and train with', 'no caption of its own and trains with'],
      ['is read. Join them to it or remove them.', 'is read. Join it to the first or remove it.'],
      ['Shorten them or raise', 'Shorten it or raise'],
      ['their tails never train', 'its tail never trains'],
      ['where {3} would cut them', 'where {3} would cut it'],
      [
        'good as examples of the class. If they show the subject, add it to them.',
        'good as an example of the class. If it shows the subject, add it.',
      ],
      [
        'blanks between their tags: the trainer sees one tag in each. Put "{2}" between them.',
        'blanks between its tags: the trainer sees one tag. Put "{2}" between them.',
      ],
      [
        'separate their tags by "{2}": the trainer sees one tag in each',
        'separates its tags by "{2}": the trainer sees one tag',
      ],
      [
        'are copies of others: training sees those pictures more often',
        'is a copy of another: training sees that picture more often',
      ],
      ['write background and attributes into them', 'write background and attributes into it'],
      ['are left over of their buckets and do not train', 'is left over of its bucket and does not train'],
      ['they name single images. Leave them out or', 'it names a single image. Leave it out or'],
      ['captions stay as they are', 'caption stays as it is'],
      ['is put in front of them', 'is put in front of it'],
      ['nothing tells their images apart', 'nothing tells its image apart'],
      ['here and never train', 'here and never trains'],
      ['than {2} and need random_crop', 'than {2} and needs random_crop'],
      ['blank and train as', 'blank and trains as'],
      ['no caption and train with', 'no caption and trains with'],
      ['findings that were known are', 'finding that was known is'],
      ['entries of the metadata are no texts', 'entry of the metadata is no text'],
      ['by repeating images of their bucket', 'by repeating an image of its bucket'],
      [
        'None of the {0} images has a caption: all train with "{1}" alone. Write captions.',
        'The image has no caption: it trains with "{1}" alone. Write one.',
      ],
      [
        'None of the {0} images has a caption: they train without words. Write captions.',
        'The image has no caption: it trains without words. Write one.',
      ],
      ['Nothing to train: none of the {0} images here is used.', 'Nothing to train: the image here is not used.'],
      ['All {0} captions', 'The only caption'],
    ] as const
  ).map(([many, one]) => [many, one]),
);

/** Words that may stand between a number and what is counted. */
const adjectives =
  'different|safe|known|unsaved|new|more|other|mixed|top|effective|content|training|regularization|selected|further|equally|most|frequent|longest|hair|eye|previous|blank|own';
/** What may stand between the things counted and their verb. */
const qualified =
  '(?: \\([^)]*\\)| without (?:it|words|a [a-z]+(?: file)?)| with (?:brackets|the trigger)| over \\{\\d+\\}| after it| in this folder| that| never| of (?:the (?:folder|header|metadata)|a text|nearly every caption|unfilled batches))?';

const singular = (noun: string): string =>
  noun.endsWith('ies') ? `${noun.slice(0, -3)}y` : /(?:ch|sh|x)es$/.test(noun) ? noun.slice(0, -2) : noun.slice(0, -1);

/** `{0} of {1} different images are`: hole, hole of the whole, adjectives, noun, what qualifies it, verb. */
const counted = once(
  () =>
    new RegExp(
      `\\{(\\d+)\\}(?: of (?:the |all |their )?\\{(\\d+)\\})?((?: (?:${adjectives}))*) ([a-z]+s)\\b(${qualified})(?: ([a-z]+))?`,
      'g',
    ),
);
/** `{1} are sentences`: a number by itself, and its verb. */
const bare = /\{(\d+)\} (are|have|were|do|go)\b/g;

/**
 * An English text, `{0}` and so on not yet filled in, in the number of what fills them: "{0} captions are" for one is "{0} caption is".
 * Of "{0} of {1} captions are" the verb goes by the first number and the noun by the second.
 */
export function inNumber(message: string, args: readonly unknown[]): string {
  let ones = 0;
  for (let at = 0; at < args.length; at++) if (args[at] === 1 || args[at] === '1') ones |= 1 << at;
  if (ones === 0) return message;
  const key = `${ones} ${message}`;
  let text = made.get(key);
  if (text === undefined) {
    text = withOnes(message, (hole) => (ones & (1 << Number(hole))) !== 0, args.length);
    made.set(key, text);
  }
  return text;
}

/** Texts that were made, by what of them is one and the text for many: the product has a few hundred. */
const made = new Map<string, string>();

function withOnes(message: string, isOne: (hole: string) => boolean, holes: number): string {
  let text = message;
  const numbers = Array.from({ length: holes }, (_, hole) => `${hole}`).filter((hole) => message.includes(`{${hole}}`));
  const [first] = numbers.sort((a, b) => message.indexOf(`{${a}}`) - message.indexOf(`{${b}}`));
  if (first !== undefined && isOne(first))
    for (const [many, one] of wholeTexts) if (text.includes(many)) text = text.replace(many, one);
  // A number is said of what stands behind it.
  if (!numbers.some((hole) => isOne(hole) && text.includes(`{${hole}} `))) return text;
  return text
    .replace(
      counted(),
      (
        all,
        hole: string,
        whole: string | undefined,
        adjectives: string,
        noun: string,
        rest: string,
        verb: string | undefined,
      ) => {
        if (!nouns.has(noun)) return all;
        const head = all.slice(0, all.indexOf(`${adjectives} ${noun}`, all.lastIndexOf('}', all.indexOf(noun))));
        const said = verb === undefined ? '' : ` ${isOne(hole) ? (verbs.get(verb) ?? verb) : verb}`;
        return `${head}${adjectives} ${isOne(whole ?? hole) ? singular(noun) : noun}${rest}${said}`;
      },
    )
    .replace(bare, (all, hole: string, verb: string) => (isOne(hole) ? `{${hole}} ${verbs.get(verb)}` : all));
}
