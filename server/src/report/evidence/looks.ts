import type { DatasetIndex } from '../../dataset/index.ts';
import type { CaptionRecord } from '../../facts/record.ts';
import { eachInSteps, type Steps } from '../../ground/steps.ts';
import type { ImageFacts } from '../../images/facts.ts';
import { hasColour } from '../../images/look.ts';
import { regularizationDetail } from '../../images/regularization-detail.ts';
import { regularizationTest } from '../../metrics/subject.ts';
import { categoryOf } from '../../tags/categories.ts';
import type { Files, Values } from './values.ts';

/** Things large enough that their colour is seen in a picture shrunk to a few cells. */
const large =
  /^(?:dress|sundress|gown|coat|jacket|kimono|yukata|robe|cape|cloak|hoodie|sweater|shirt|skirt|pants|bodysuit|swimsuit|leotard|armor|uniform|suit|background|theme|sky|wall|hair)$/;
/** Pictures from which their agreement with the captions says something. */
const fewest = 5;

/** Fills the metrics that compare pictures with captions, and the regularization set with the set; as far as pictures are known. */
export function* lookEvidence(
  values: Values,
  files: Files,
  index: DatasetIndex,
  images: ReadonlyMap<string, ImageFacts>,
): Steps<void> {
  yield* colourTruth(values, files, index, images);
  const isOther = regularizationTest(index.concepts);
  const groups = { own: [] as ImageFacts[], reg: [] as ImageFacts[] };
  yield* eachInSteps(images.values(), (image) => groups[isOther(image.file) ? 'reg' : 'own'].push(image));
  values['regularization-detail'] = regularizationDetail(groups.own, groups.reg);
}

/** Captions that name the colour of something large, and how many of their pictures have it nowhere. */
function* colourTruth(
  values: Values,
  files: Files,
  index: DatasetIndex,
  images: ReadonlyMap<string, ImageFacts>,
): Steps<void> {
  const isOther = regularizationTest(index.concepts);
  const wrong: string[] = [];
  let asked = 0;
  yield* eachInSteps(index.captions, ({ file, image }) => {
    const look = image === null ? null : (images.get(image)?.look ?? null);
    const record = look && index.record(file);
    if (!look || !record || record.prose || isOther(file)) return;
    const answers = answersOf(index, record, look);
    if (answers.length === 0) return;
    asked++;
    if (answers.includes(false)) wrong.push(file);
  });
  if (asked < fewest) return;
  values['colour-mismatch-share'] = wrong.length / asked;
  files['colour-mismatch-share'] = wrong;
}

type Look = NonNullable<ImageFacts['look']>;

/** Answers are kept with the captions: neither text nor picture of most changes between two reports. */
const answered = new WeakMap<CaptionRecord, { readonly look: Look; readonly answers: readonly boolean[] }>();

/** Whether the picture has each colour that its caption names of something large. */
function answersOf({ vocabulary }: DatasetIndex, record: CaptionRecord, look: Look): readonly boolean[] {
  const known = answered.get(record);
  if (known?.look === look) return known.answers;
  const answers = [...record.norms].flatMap((norm) => {
    const words = vocabulary.norm(norm).split(' ');
    if (words.length < 2 || !large.test(words.at(-1) ?? '') || categoryOf(words.join(' ')) === null) return [];
    return words.slice(0, -1).flatMap((word) => hasColour(look, word) ?? []);
  });
  answered.set(record, { look, answers });
  return answers;
}
