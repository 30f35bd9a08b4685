import { bothSides, numbered, times } from '../../support/thresholds.ts';

const poses = ['sitting', 'standing', 'walking', 'running', 'lying', 'kneeling', 'jumping'];
/** `held` of `all` captions have a tag; the others have another one, or none. */
const some = (all: number, held: number, tag: string, other = ''): string =>
  numbered(
    times(all, (at) => [`1girl, thing ${at}`, at < held ? tag : other].filter((text) => text !== '').join(', ')),
  );

/** `held` of `all` captions have a white backdrop, under four words. */
const backdrops = (all: number, held: number): string =>
  numbered(
    times(all, (at) => {
      const word = ['white background', 'plain white backdrop', 'white studio backdrop', 'seamless white background'][
        at % 4
      ];
      return `ohwx woman, thing ${at}, ${at < held ? word : `place ${at}`}`;
    }),
  );

/** Captions with ten tags in all of them, and `single` tags that only one has each. */
const head = (captions: number, single: number): string =>
  numbered(
    times(captions, (at) =>
      [
        ...times(10, (n) => `always ${n}`),
        ...times(single, (n) => n)
          .filter((n) => n % captions === at)
          .map((n) => `once ${n}`),
      ].join(', '),
    ),
  );

/** Captions with `common` tags that all have and `single` ones spread over them. */
const tail = (captions: number, common: number, single: number): string =>
  numbered(
    times(captions, (at) =>
      [
        ...times(common, (n) => `shared ${n}`),
        ...times(single, (n) => n)
          .filter((n) => n % captions === at)
          .map((n) => `once ${n}`),
      ].join(', '),
    ),
  );

/** A regularization set of `all` captions, of which `plain` name the class only. */
const regularization = (all: number, plain: number): string =>
  [
    numbered(
      times(4, (at) => `ohwx woman, ${poses[at]}`),
      '10_ohwx woman',
    ),
    numbered(
      times(all, (at) => (at < plain ? 'woman' : `woman, ${poses[at % 7]}, forest, red dress`)),
      'reg/1_woman',
    ),
  ].join('\n');

/** Twelve sentences of `all` words (the full stop is one), of which the first ones are the same in all captions. */
const sentences = (fixed: number, all: number): string =>
  numbered(
    times(12, (at) => {
      const own = times(
        all - 1 - fixed,
        (n) => `${'bcdfghklmnpr'[at]}${'aeiou'[n % 5]}${'prstvz'[(at + n) % 6]}o${'klmnp'[n % 5]}`,
      );
      return `${['the', 'woman', 'stands', 'in'].slice(0, fixed).join(' ')} ${own.join(' ')}.`;
    }),
  );

describe('numbers of the distribution rules', () => {
  bothSides([
    {
      rule: 'low-diversity',
      number: 'one backdrop under several words in four of five captions',
      says: /one backdrop/,
      make: (n) => backdrops(30, n),
      quiet: 23,
      loud: 24,
    },
    {
      rule: 'low-diversity',
      number: 'one backdrop under several words in ten captions',
      says: /one backdrop/,
      make: (n) => backdrops(n, n),
      quiet: 9,
      loud: 10,
    },
    { rule: 'framing-bias', number: '10 captions', make: (n) => some(n, n, 'portrait'), quiet: 9, loud: 10 },
    {
      rule: 'framing-bias',
      number: '85 % of those that name a framing',
      make: (n) => some(20, n, 'portrait', 'full body'),
      quiet: 16,
      loud: 17,
    },
    {
      rule: 'framing-bias',
      number: 'half of the captions name it',
      make: (n) => some(40, n, 'portrait'),
      quiet: 19,
      loud: 20,
    },
    { rule: 'constant-style-tags', number: '5 captions', make: (n) => some(n, n, 'masterpiece'), quiet: 4, loud: 5 },
    {
      rule: 'constant-style-tags',
      number: '90 % of the captions',
      make: (n) => some(20, n, 'masterpiece'),
      quiet: 17,
      loud: 18,
    },
    { rule: 'head-heavy-vocabulary', number: '30 captions', make: (n) => head(n, n), quiet: 29, loud: 30 },
    { rule: 'head-heavy-vocabulary', number: '30 tags', make: (n) => head(30, n - 10), quiet: 29, loud: 30 },
    {
      rule: 'head-heavy-vocabulary',
      number: 'the top ten make 60 %',
      make: (n) => head(30, n),
      quiet: 210,
      loud: 200,
    },
    { rule: 'singleton-tags', number: '30 captions', make: (n) => tail(n, 1, 60), quiet: 29, loud: 30 },
    { rule: 'singleton-tags', number: '50 tags', make: (n) => tail(30, 1, n - 1), quiet: 49, loud: 50 },
    { rule: 'singleton-tags', number: 'half of the tags', make: (n) => tail(30, n, 30), quiet: 32, loud: 30 },
    { rule: 'low-diversity', number: '10 captions', make: (n) => some(n, n, 'forest'), quiet: 9, loud: 10 },
    {
      rule: 'low-diversity',
      number: 'half of the captions speak of it',
      make: (n) => some(40, n, 'forest'),
      quiet: 19,
      loud: 20,
    },
    {
      rule: 'low-diversity',
      number: 'two effective tags',
      make: (others) =>
        numbered(
          times(20, (at) => `1girl, thing ${at}, ${at < 10 ? 'forest' : at % others === 0 ? 'beach' : 'street'}`),
        ),
      quiet: 2,
      loud: 1,
    },
    {
      rule: 'missing-field',
      number: 'five captions',
      make: (n) => numbered(times(n, (at) => `1girl, thing ${at}`)),
      quiet: 4,
      loud: 5,
    },
    {
      rule: 'missing-field',
      number: 'more than half of the captions',
      make: (n) => some(20, 20 - n, 'forest'),
      quiet: 10,
      loud: 11,
      says: /background/,
    },
    { rule: 'plain-regularization', number: 'five images', make: (n) => regularization(n, n), quiet: 4, loud: 5 },
    {
      rule: 'plain-regularization',
      number: 'half of the set',
      make: (n) => regularization(40, n),
      quiet: 19,
      loud: 20,
    },
    {
      rule: 'plain-regularization',
      number: 'up to three tags name the class only',
      make: (n) =>
        [
          numbered(
            times(4, (at) => `ohwx woman, ${poses[at]}`),
            '10_ohwx woman',
          ),
          numbered(
            times(8, (at) => ['woman', ...times(n - 1, (more) => `word ${at} ${more}`)].join(', ')),
            'reg/1_woman',
          ),
        ].join('\n'),
      quiet: 4,
      loud: 3,
    },
    {
      rule: 'template-captions',
      number: '10 captions',
      make: (n) => numbered(times(n, (at) => `1girl, ${poses[at % 7]}, forest`)),
      quiet: 9,
      loud: 10,
    },
    {
      rule: 'template-captions',
      number: 'half of the captions',
      make: (n) =>
        numbered(
          times(40, (at) =>
            at < n
              ? `1girl, ${poses[at % 7]}, forest`
              : times(1 + (at - n), (more) => (more % 2 === 0 ? 'smile' : `extra ${more}`)).join(', '),
          ),
        ),
      quiet: 19,
      loud: 20,
    },
    {
      rule: 'template-captions',
      number: 'of sentences 35 in 100 words are the same, articles and prepositions aside',
      make: (n) => sentences(3, n),
      quiet: 10,
      loud: 9,
    },
    {
      rule: 'token-overflow-share',
      number: 'three captions',
      make: (n) => numbered(times(10, (at) => (at < n ? times(90, () => 'a').join(', ') : '1girl'))),
      quiet: 2,
      loud: 3,
    },
    {
      rule: 'token-overflow-share',
      number: 'one caption in five',
      make: (n) => numbered(times(n, (at) => (at < 3 ? times(90, () => 'a').join(', ') : '1girl'))),
      quiet: 16,
      loud: 15,
    },
  ]);
});
