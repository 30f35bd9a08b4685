import { question } from '../../dataset/question.ts';
import { folderOf } from '../../ground/paths.ts';
import type { ContradictionLevel } from '../../tags/contradictions.ts';
import { HAIR_COLOURS } from '../../tags/data/exclusive-looks.ts';
import { listOf } from '../../tags/data/list.ts';
import { numberOfThing, type TwoOfOneThing, twoOfOneThing, valuesOfThing } from '../../tags/garments.ts';
import { canonicalTag } from '../../tags/synonyms.ts';
import type { CaptionContext } from '../context.ts';

/** Captions, and share of the folder's, that must give a garment one colour for another in a single caption to be wrong. */
const fewestGarment = 6;
const garmentShare = 0.75;

/** Whether one of two tags of a garment is the folder's and the other one this caption's alone: taggers give patterned cloth two. */
function isOddGarment(context: CaptionContext, a: number, b: number): boolean {
  const { index, folder } = context;
  const subset = index.facts.subset(folder.folder);
  if (!index.complete || !subset) return false;
  const [less, more] = [a, b]
    .map((at) => {
      const id = context.normId(at);
      return id === undefined ? 0 : subset.frequency(id);
    })
    .sort((x, y) => x - y);
  return less <= 1 && more >= fewestGarment && more >= subset.captions * garmentShare;
}

/** Captions of a small folder that say one thing of something, each once, and their share, that make two in one caption odd. */
const fewestThing = 6;
const thingShare = 0.75;
/** Captions of a folder up to which they are looked through. */
const mostCaptions = 1000;

/** Whether {@link oddThing} may say something of a caption of tags: false is sure. Two dresses are in many captions of a large folder. */
export function mayBeOddThing(context: CaptionContext): boolean {
  const two = twoOfOneThing(context.words, context.numbers(numberOfThing));
  if (two === null) return false;
  return context.caption.trained.length > 1 || oddThing(context, two, two.a, two.b) !== null;
}

/** How sure it is that two tags of one thing are at odds; null where taggers or the picture may mean two. */
export function oddThing(
  context: CaptionContext,
  two: TwoOfOneThing | null,
  a: number,
  b: number,
): ContradictionLevel | null {
  if (isOddGarment(context, a, b)) return 'info';
  const { index, folder, concept } = context;
  if (two === null || !index.complete) return null;
  const noun = two.thing.slice(two.thing.lastIndexOf(' ') + 1);
  // What is trained is one: a tall vase is no short one. A dog of two colours may be tagged with both.
  if (two.family !== 'colour' && noun === concept?.classWord) return 'warning';
  if (two.family !== 'colour' && isOneOfScene(noun)) return 'info';
  return isSingular(index, `${two.family}\n${two.thing}\n${folder.folder}`) ? 'info' : null;
}

/** What a picture, or what it shows, has one of. */
const isOneOfScene = (noun: string): boolean =>
  /^(?:surface|finish|texture|road|path|street|river|sky|sea|lake|ocean|coast|coastline|horizon|terrain|floor|ceiling|landscape|weather|lawn|field|desert|stream|canal)$/.test(
    noun,
  );

/** Whether captions of a folder say one value of a family of a thing each, and a single one says two. */
const isSingular = question((index, key: string): boolean => {
  const [family = '', thing = '', folder = ''] = key.split('\n');
  const { facts, vocabulary } = index;
  const captions = facts.subset(folder)?.captions ?? 0;
  if (captions > mostCaptions) return false;
  let [once, twice] = [0, 0];
  for (const record of facts.records()) {
    if (folderOf(record.file) !== folder) continue;
    const said = valuesOfThing(
      [...record.norms].map((norm) => vocabulary.norm(norm)),
      thing,
      family,
    );
    if (said === 1) once++;
    else if (said > 1) twice++;
  }
  return twice <= 1 && once >= Math.max(fewestThing, captions * thingShare);
});

/** Whether captions of a folder name one colour of hair each, so that two of near ones in a single caption are a slip. */
export const hasOneHairEach = question((index, folder: string): boolean => {
  const { facts, vocabulary } = index;
  const captions = facts.subset(folder)?.captions ?? 0;
  if (!index.complete || captions > mostCaptions) return false;
  const colours = new Set(listOf(HAIR_COLOURS).map((colour) => `${colour} hair`));
  let [once, twice] = [0, 0];
  for (const record of facts.records()) {
    if (folderOf(record.file) !== folder) continue;
    const said = [...record.norms].filter((norm) => colours.has(canonicalTag(vocabulary.norm(norm)))).length;
    if (said === 1) once++;
    else if (said > 1) twice++;
  }
  return twice <= 1 && once >= Math.max(fewestThing, captions * thingShare);
});
