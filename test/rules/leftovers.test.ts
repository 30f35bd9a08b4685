import assert from 'node:assert/strict';
import { artifactsIn } from '../../server/src/tags/artifacts.ts';
import { saidOf } from '../bench/faults.bench.ts';
import { goodCaptions } from '../support/faults.ts';

/** What captioner-artifact and repeated-word say of a caption among good ones of its kind. */
async function said(kind: 'tags' | 'prose', caption: string): Promise<string[]> {
  const found = (await saidOf([...goodCaptions(kind, 12, 3), caption])).at(-1) ?? [];
  return found
    .filter(({ rule }) => rule === 'captioner-artifact' || rule === 'repeated-word')
    .map(({ message }) => message.replace(/^[^"]*"([^"]*)".*$/, '$1'));
}
const finds = (kind: 'tags' | 'prose', caption: string, what: string): void => {
  it(caption, async () => assert.deepEqual(await said(kind, caption), [what]));
};
const passes = (kind: 'tags' | 'prose', caption: string): void => {
  it(caption, async () => assert.deepEqual(await said(kind, caption), []));
};

describe('notes of somebody who meant to come back', () => {
  finds('tags', 'ohwxla, 1girl, solo, smile, TODO', 'TODO');
  finds('tags', 'ohwxla, 1girl, ???, smile', '???');
  finds('prose', 'description not available, ohwxla style', 'description not available');
  finds('tags', 'ohwxla, 1girl, todo, smile', 'todo');
  finds('tags', 'ohwxla, 1girl, [color] hair, smile', '[color]');
  finds('prose', 'ohwxla sits on a wooden bench in a ___ coat.', '___');
  finds('prose', 'ohwxla walks along the harbour, wearing TBD. The street is wet.', 'TBD');
  finds('prose', 'ohwxla reads a newspaper. [DESCRIBE BACKGROUND]', '[DESCRIBE BACKGROUND]');
  finds('prose', 'ohwxla holds a sword (?) in front of a bakery', '(?)');
  passes('tags', 'ohwxla, 1girl, solo, ?, !?, surprised');
  passes('prose', 'ohwxla holds a to-do list and laughs.');
  passes('prose', 'ohwxla waits under a sign that reads "TODO ???".');
  passes('prose', 'ohwxla wears a size XXL hoodie. Really?');
});

describe('ends that wait for more', () => {
  finds('prose', 'ohwxla sits next to a', 'to a');
  finds('prose', 'ohwxla in a white shirt and', 'shirt and');
  finds('prose', 'ohwxla with long hair wearing', 'hair wearing');
  finds('tags', 'ohwxla, 1girl, standing on a, smile, beach', 'on a');
  passes('prose', 'ohwxla with a hat and necklace on');
  passes('prose', 'ohwxla looks at the hat she is wearing');
  passes('prose', 'a drawing of the letter a');
  passes('tags', 'ohwxla, 1girl, holding, looking at another');
});

describe('what a program or a chat model leaves', () => {
  finds(
    'prose',
    'ohwxla reads a newspaper. Let me know if you need more details!',
    'Let me know if you need more details!',
  );
  finds(
    'prose',
    'ohwxla reads a book. This caption is suitable for training.',
    'This caption is suitable for training.',
  );
  finds('prose', 'ohwxla in a red dress &amp; gloves', '&amp;');
  finds('tags', 'ohwxla, 1girl, long&nbsp;hair, smile', '&nbsp;');
  finds('tags', 'ohwxla, 1girl, smile, img_0231.jpg', 'img_0231.jpg');
  finds('prose', 'ohwxla in a red dress #fashion #model', '#fashion #model');
  passes('prose', 'ohwxla holds a sign that reads "photo.jpg".');
  passes('prose', 'ohwxla lets the dog know who is who. The caption of the poster is faded.');
  passes('tags', 'ohwxla, 1girl, fish & chips, r&b');
  passes('prose', 'ohwxla wears a jersey with a #7 on it.');
});

describe('phrases said twice in a row', () => {
  finds('prose', 'ohwxla in a red dress in a red dress and a hat', 'in a red dress');
  finds('prose', 'a photo of a photo of ohwxla at a table', 'a photo of');
  finds('prose', 'ohwxla ohwxla reads a newspaper at a small table', 'ohwxla');
  finds('tags', 'ohwxla, 1girl, long long hair, smile', 'long');
  passes('prose', 'ohwxla stands back to back with a man, side by side with a dog');
  passes('prose', 'ohwxla walks a long long way home');
  passes('prose', 'ohwxla waits outside the theatre, "New York New York" above the door');
});

describe('what a captioning model or a list puts before a caption', () => {
  finds('prose', 'arafed ohwxla sitting on a bench in a park', 'arafed');
  finds('prose', 'a photo of an araffe ohwxla near a fence', 'araffe');
  finds('tags', 'ohwxla, arafed woman, solo, smile', 'arafed');
  finds('prose', '- ohwxla reads a newspaper on a bench.', '-');
  finds('tags', '• ohwxla, 1girl, solo, smile', '•');
  finds('prose', '3. ohwxla reads a newspaper on a bench.', '3.');
  finds('prose', '<think>A woman, sitting.</think> ohwxla reads a newspaper.', '<think>A woman, sitting.</think>');
  finds('prose', '<caption>ohwxla reads a newspaper', '<caption>');
  finds('tags', '...', '...');
  finds('tags', '???', '???');
  passes('tags', 'ohwxla, 1girl, >_<, -_-, solo');
  passes('prose', 'ohwxla drives a giraffe to Arafat station.');
  passes('prose', '3 dogs follow ohwxla.');
});

describe('characters and notes as programs and chat models leave them', () => {
  finds('prose', 'ohwxla sits in a caf\\u00e9 and reads.', '\\u00e9');
  finds('prose', 'ohwxla reads a book.\\nThe street is wet.', '\\n');
  finds('tags', 'ohwxla, red%20dress, smile', '%20');
  finds('tags', 'ohwxla, 1girl, (describe clothes), smile', '(describe clothes)');
  finds('prose', 'ohwxla reads a book. Note: The image contains no text.', 'Note: The image contains no text.');
  finds('prose', 'ohwxla reads. The image does not contain any text.', 'The image does not contain any text.');
  finds('prose', 'Based on the image, here is a caption: ohwxla reads.', 'Based on the image, here is a caption:');
  const handed = 'Here is a caption for the image:';
  finds('prose', `ohwxla, baker, from behind. ${handed} he loads the oven.`, handed);
  passes('prose', 'ohwxla, baker. Here is a description of bread on the wall, and he loads the oven.');
  finds('prose', 'a photo of ohwxla sitting on ...', 'on ...');
  finds('prose', 'Alt text: ohwxla reads a book.', 'Alt text:');
  passes('prose', 'ohwxla woman, who is a tall lady with “red” hair, reads in a café.');
  passes('tags', 'ohwxla, 1girl, ..., \\(series\\), 100% cotton, smile');
  passes('prose', 'ohwxla writes a note: "back soon".');
});

describe('a letter as HTML writes it', () => {
  finds('tags', 'ohwxla, 1girl, caf&eacute;, smile', '&eacute;');
  finds('prose', 'ohwxla sits in the Stra&szlig;e in the rain.', '&szlig;');
  passes('tags', 'ohwxla, 1girl, black &white; stripes, smile');
});

describe('how sure a tagger was', () => {
  finds('tags', 'ohwxla (0.981), robot (0.977), simple background (0.902), side view (0.713)', '(0.981)');
  finds('tags', 'ohwxla:0.95, stone: 0.81, moss:0.66, shadow:0.58', ':0.95');
  finds('tags', 'ohwxla (1.000), 1girl (0.98), smile', '(1.000)');
  finds('tags', '0.998 ohwxla, 0.91 sea, 0.87 sky, 0.71 rock', '0.998');
  passes('tags', 'ohwxla, 0.5 litre bottle, 1.5 metre pole, sky');
  passes('tags', 'ohwxla, robot (1990), simple background (2), smile');
  passes('tags', 'ohwxla, 1girl, ratio 0.5, smile, f/1.8, 0.75x');
  passes('tags', 'ohwxla, 1girl, dial (0.5), smile, hat, beach');
  // Digits in brackets are a program's wherever they stand, but for those that may be a size.
  finds('tags', 'ohwxla, stone (0.934), smile, hat, beach', '(0.934)');
  finds('tags', 'ohwxla, stone (0.91), smile, hat, beach', '(0.91)');
  passes('tags', 'ohwxla, stone (0.5), smile, hat, beach');
  passes('tags', 'ohwxla, 1girl, bottle (0.75), smile, hat, beach');
  finds('tags', 'ohwxla, 1girl, smile, beach, confidence: 0.87', 'confidence: 0.87');
  finds('tags', 'ohwxla, 1girl, smile, beach, tag probability: 91%', 'tag probability: 91%');
  finds('prose', 'ohwxla sits on a bench by the sea. Confidence: 0.93', 'Confidence: 0.93');
  finds('tags', 'ohwxla, stone: 0.98, moss: 0.87, hat, beach, smile, cup', ': 0.98');
  passes('tags', 'ohwxla, 1girl, score_9, rating: safe, confidence, 100% cotton');
  passes('prose', 'ohwxla stands with confidence beside a scoreboard. The score is 3:1.');
});

describe('what was said to an image generator', () => {
  finds('tags', 'ohwxla, 1girl, candlelight. Negative prompt: lowres, bad hands', 'Negative prompt: lowres, bad hands');
  finds('tags', 'ohwxla, hat, Steps: 28, Sampler: Euler a, Seed: 12', 'Steps: 28, Sampler: Euler a, Seed: 12');
  passes('prose', 'ohwxla climbs the steps: there are twelve. She holds a negative of a photograph.');
  passes('tags', 'ohwxla, 1girl, stone steps, seed packet, film negative');
  finds('tags', 'ohwxla, 1girl, smile, sample caption', 'sample caption');
  passes('tags', 'ohwxla, 1girl, smile, test tube, example of cursive');
});

describe('what is left without the numbers of a tagger', () => {
  for (const [caption, left] of [
    ['ohwxla (0.981), robot (0.977), side view (0.713)', 'ohwxla, robot, side view'],
    ['ohwxla:0.95, stone: 0.81, moss:0.66', 'ohwxla, stone, moss'],
    ['0.998 ohwxla, 0.91 sea, 0.87 sky', 'ohwxla, sea, sky'],
    ['ohwxla, stone (0.934), hat, beach', 'ohwxla, stone, hat, beach'],
    ['ohwxla, hat, beach, confidence: 0.87', 'ohwxla, hat, beach'],
    ['ohwxla, candle. Negative prompt: lowres', 'ohwxla, candle.'],
    ['ohwxla, hat, Steps: 28, CFG scale: 7, Size: 512x512', 'ohwxla, hat'],
    ['confidence: 0.87, ohwxla, hat', 'ohwxla, hat'],
    ['ohwxla, confidence: 0.87, hat', 'ohwxla, hat'],
    ['ohwxla. **Description:** A woman sits.', 'ohwxla. A woman sits.'],
    ['ohwxla, a **red** coat', 'ohwxla, a red coat'],
  ])
    it(caption, () => {
      const [{ range, instead }] = artifactsIn(caption, 'tags');
      assert.equal(caption.slice(0, range.start) + instead + caption.slice(range.end), left);
    });
});

describe('how chat models begin', () => {
  finds('prose', 'Certainly! ohwxla sits on a black tray beside a whisk.', 'Certainly!');
  finds('prose', 'Okay! The train crosses a girder bridge above a river.', 'Okay!');
  finds(
    'prose',
    'Sure, here is the caption you asked for. ohwxla climbs through a wood.',
    'Sure, here is the caption you asked for.…',
  );
  finds(
    'prose',
    "Of course! I'd describe it as follows: ohwxla climbs through a wood.",
    "Of course! I'd describe it as follows:",
  );
  finds('prose', 'ohwxla climbs through a wood. Description generated by AI.', 'Description generated by AI.');
  finds('prose', 'A dog on a beach. AI-generated content may be incorrect.', 'AI-generated content may be incorrect.');
  passes('prose', 'ohwxla reads a poem. The text on the wall was written with chalk.');
  passes('prose', 'Certainly a poster of a smiling chef with a wordmark below.');
  passes('prose', 'A great view! ohwxla climbs through a wood.');
});

describe('brackets around the whole caption', () => {
  const found = (text: string): boolean => artifactsIn(text, 'tags').some(({ kind }) => kind === 'brackets');
  for (const text of ['[zorvexa, 1boy, blue hair, map, table]', '{zorvexa, 1boy, blue hair}'])
    it(text, () => assert.ok(found(text)));
  for (const text of ['[trigger], 1boy, map', '[trigger]', '(zorvexa, 1boy)', '[zorvexa], 1boy, [map]', 'a [b, c] d'])
    it(`silent: ${text}`, () => assert.ok(!found(text)));
});

describe('a sum that a captioner draws at the end', () => {
  finds(
    'prose',
    'A plate on a rack. Overall, the image conveys a sense of calm.',
    'Overall, the image conveys a sense of c…',
  );
  passes('prose', 'A woman in overalls beside the image of a saint on a rack.');
});
