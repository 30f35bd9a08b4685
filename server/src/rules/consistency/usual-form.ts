import type { DatasetIndex } from '../../dataset/index.ts';
import { question } from '../../dataset/question.ts';
import { t } from '../../ground/l10n.ts';
import type { Drift } from '../../tags/drift.ts';
import { spellingKey } from '../../tags/spelling.ts';
import { writes } from './seldom-written.ts';

/** Captions of a folder up to which its texts are looked through. */
const mostCaptions = 1000;
/** Captions with the one form of a tag for each with the other from which nothing else is asked. */
const timesSure = 10;

/** The form of a tag that a folder should have, and how many captions write so what the forms differ by; null where the tag's own counts decide. */
export interface UsualForm {
  readonly form: string;
  readonly captions: number | null;
}

/**
 * The spelling of a tag that is the folder's: "high pony tail" may stand in two captions and "high ponytail" in one, where six others have some
 * "ponytail", and "close-up" before a full stop is no tag of its own. What the tag list or the sidecar wants stands.
 */
export function usualForm(index: DatasetIndex, { forms, suggestion }: Drift): UsualForm {
  const counts = forms.map(({ count }) => count);
  const isCounted = counts[0] === Math.max(...counts);
  const seldom = Math.min(...counts);
  if (!isCounted || counts[0] >= seldom * timesSure || index.facts.captions > mostCaptions)
    return { form: suggestion, captions: null };
  const key = spellingKey(suggestion);
  const spellings = forms.map(({ form }) => form).filter((form) => spellingKey(form) === key);
  return spellings.length < 2 ? { form: suggestion, captions: null } : ofTexts(index, spellings.join('\n'));
}

const ofTexts = question((index, spellings: string): UsualForm => {
  const [first, ...others] = spellings.split('\n');
  const records = [...index.facts.records()];
  let usual: UsualForm = { form: first, captions: null };
  for (const form of others) {
    const [own, other] = differing(first, form).map((words) => records.filter(writes(words)).length);
    if (other > own && other > (usual.captions ?? 0)) usual = { form, captions: other };
  }
  return usual;
});

/** Two forms without the words that both begin and end with; as they are where one is a part of the other. */
function differing(first: string, form: string): readonly [string, string] {
  const [a, b] = [first, form].map((text) => text.split(' '));
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [one, two] = [a, b].map((words) => words.slice(head, words.length - tail).join(' '));
  return one === '' || two === '' ? [first, form] : [one, two];
}

/** What is said of a tag that is another one in other captions. */
export function toldOf(
  text: string,
  usual: string,
  of: { readonly own: number; readonly most: number; readonly captions: number | null; readonly isSpelling: boolean },
): string {
  const { own, most, captions, isSpelling } = of;
  if (captions !== null)
    return t(
      '"{0}" is "{1}" in {2} captions: two spellings split what one word could teach. Write "{1}".',
      text,
      usual,
      captions,
    );
  if (own > most)
    return t(
      '"{0}" is "{1}" in your tag list, and in other captions ({2} against {3}): two spellings split what one tag could teach. Write "{1}".',
      text,
      usual,
      own,
      most,
    );
  return isSpelling
    ? t(
        '"{0}" is "{1}" in other captions ({2} against {3}): two spellings split what one tag could teach. Write "{1}".',
        text,
        usual,
        own,
        most,
      )
    : t(
        '"{0}" is "{1}" in other captions ({2} against {3}): two names split what one tag could teach. Write "{1}".',
        text,
        usual,
        own,
        most,
      );
}
