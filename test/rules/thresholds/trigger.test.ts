import { bothSides, type Edge, numbered, times } from '../../support/thresholds.ts';

const woman = '10_qvzt woman';
const places = ['forest', 'beach', 'street', 'kitchen', 'library', 'garden', 'bedroom'];
const ofFolder =
  (rule: string, folder: string): Edge['seen'] =>
  ({ findings }) =>
    findings.some((finding) => finding.rule === rule && finding.file === folder);
/** `all` captions with the trigger, of which the first ones also have a tag. */
const beside = (tag: string, all: number, held: number): string =>
  numbered(
    times(all, (at) => `qvzt, woman, ${at < held ? `${tag}, ` : ''}${places[at % 7]}, thing ${at}`),
    woman,
  );
/**
 * Two concepts of `captions` each: `shared` tags in the first ones of both, `own` ones of each in others.
 * @param often captions that hold each shared tag
 * @param seldom captions that hold each own tag
 */
const concepts = (captions: number, shared: number, often: number, own: number, seldom: number): string =>
  ['aaqq', 'bbqq']
    .map((name) =>
      numbered(
        times(captions, (at) =>
          [
            name,
            ...times(at < often ? shared : 0, (n) => `shared ${n}`),
            ...times(at < seldom ? own : 0, (n) => `${name}s thing ${n}`),
          ].join(', '),
        ),
        `1_${name} man`,
      ),
    )
    .join('\n');

describe('numbers of the trigger rules', () => {
  bothSides([
    {
      rule: 'class-hijack',
      number: '95 % of the captions with the trigger have the class word',
      make: (n) =>
        numbered(
          times(40, (at) => `qvzt, ${at < n ? '' : 'woman, '}${places[at % 7]}, thing ${at}`),
          woman,
        ),
      quiet: 3,
      loud: 2,
    },
    {
      rule: 'concept-overlap',
      number: 'eight tags to compare',
      make: (n) => concepts(9, n, 9, 0, 0),
      quiet: 7,
      loud: 8,
    },
    {
      rule: 'concept-overlap',
      number: '70 % of the top tags',
      make: (n) => concepts(9, n, 9, 20 - n, 1),
      quiet: 13,
      loud: 14,
    },
    {
      rule: 'concept-overlap',
      number: 'distributions a quarter of a bit apart',
      make: (n) => concepts(9, 15, n === 45 ? 8 : 9, 5, n === 45 ? 9 : 8),
      quiet: 45,
      loud: 40,
    },
    {
      rule: 'concept-overlap',
      number: 'six hundredths of a bit is one distribution',
      make: (n) => concepts(40, 13, 40, 7, n),
      quiet: 5,
      loud: 4,
    },
    {
      rule: 'concept-overlap',
      number: 'ten captions of each tell one distribution',
      make: (n) => concepts(n, 13, n, 7, 1),
      quiet: 9,
      loud: 10,
    },
    {
      rule: 'missing-trigger',
      number: 'ten captions without it are meant',
      seen: ofFolder('missing-trigger', woman),
      make: (n) =>
        numbered(
          times(40, (at) => `${at < n ? '' : 'qvzt, '}woman, ${places[at % 7]}, thing ${at}`),
          woman,
        ),
      quiet: 9,
      loud: 10,
    },
    {
      rule: 'missing-trigger',
      number: 'a fifth of the captions without it is meant',
      seen: ofFolder('missing-trigger', woman),
      make: (n) =>
        numbered(
          times(60, (at) => `${at < n ? '' : 'qvzt, '}woman, ${places[at % 7]}, thing ${at}`),
          woman,
        ),
      quiet: 11,
      loud: 12,
    },
    {
      rule: 'trigger-lock-in',
      number: 'P(tag | trigger) of 95 %',
      make: (n) => beside('school uniform', 40, n),
      quiet: 37,
      loud: 38,
    },
    {
      rule: 'trigger-lock-in',
      number: 'ten captions with the trigger',
      make: (n) => beside('school uniform', n, n),
      quiet: 9,
      loud: 10,
    },
    {
      rule: 'unbalanced-concepts',
      number: 'three times as many samples',
      make: (n) =>
        [
          numbered(
            times(20, (at) => `aaqq, man, thing ${at}`),
            '1_aaqq man',
          ),
          numbered(
            times(n, (at) => `bbqq, man, thing ${at}`),
            '1_bbqq man',
          ),
        ].join('\n'),
      quiet: 59,
      loud: 60,
    },
    {
      rule: 'misspelt-trigger',
      number: 'four letters tell one from a slip',
      make: (n) =>
        numbered(
          times(
            12,
            (at) =>
              `1girl, ${at === 3 ? `qz${'vk'.slice(0, n - 2)}` : 'qxvk'.slice(0, n)}, ${places[at % 7]}, thing ${at}`,
          ),
          `1_${'qxvk'.slice(0, n)} woman`,
        ),
      quiet: 3,
      loud: 4,
    },
    {
      rule: 'misspelt-trigger',
      number: 'two slips are believed from eight letters on',
      make: (n) =>
        numbered(
          times(12, (at) => {
            const trigger = 'zqxmirav'.slice(0, n);
            return `1girl, ${at === 3 ? `y${trigger.slice(1, -1)}k` : trigger}, ${places[at % 7]}, thing ${at}`;
          }),
          `1_${'zqxmirav'.slice(0, n)} woman`,
        ),
      quiet: 7,
      loud: 8,
    },
  ]);
});
