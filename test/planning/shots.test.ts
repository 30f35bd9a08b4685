import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainGround, type SetKind } from '../../server/src/planning/shot-fields.ts';
import { fieldCounts, otherOutfit, setKind, shotList } from '../../server/src/planning/shots.ts';

interface Words {
  readonly clothing?: (at: number) => string[];
  readonly portrays?: (at: number) => boolean;
  readonly place?: (at: number) => boolean;
}

/** Captions of people with given tags, or of what `words` says. */
const captions = (n: number, tags: (at: number) => string[], words: Words = {}) =>
  Array.from({ length: n }, (_, at) => {
    const clothing = words.clothing?.(at) ?? [];
    return {
      tags: [...tags(at), ...clothing],
      clothing,
      portrays: words.portrays?.(at) ?? true,
      place: words.place?.(at) ?? false,
    };
  });
const nobody = { portrays: () => false };
const places = { ...nobody, place: () => true };
const needed = (counts: ReturnType<typeof fieldCounts>): number =>
  Math.max(0, ...counts.map(({ lacking }) => lacking.reduce((sum, { pictures }) => sum + pictures, 0)));

describe('the shot list', () => {
  it('brings missing values of several fields in one picture', () => {
    const set = captions(20, (at) => ['upper body', 'simple background', at < 2 ? 'from side' : 'looking at viewer'], {
      clothing: () => ['school uniform'],
    });
    const counts = fieldCounts(set);
    const { shots: list, total: said } = shotList(counts);
    const total = list.reduce((sum, { pictures }) => sum + pictures, 0);
    assert.equal(total, needed(counts));
    assert.equal(said, total);
    assert.ok(list.some(({ shot }) => shot.framing && shot.background && shot.outfit === otherOutfit));
    assert.ok(list.every(({ shot }) => shot.background !== 'plain'));
    assert.ok(
      list.every(
        ({ shot }, at) => Object.keys(shot).length <= Object.keys(list[Math.max(0, at - 1)]?.shot ?? {}).length,
      ),
      'the first ones fill the most gaps',
    );
  });

  it('is empty for a set that has everything, and says nothing of fields nobody names', () => {
    const framings = ['close-up', 'upper body', 'full body'];
    const set = captions(40, (at) => [framings[at % 3] as string]);
    assert.deepEqual(shotList(fieldCounts(set)), { total: 0, shots: [] });
    assert.deepEqual(
      fieldCounts(set).map(({ field }) => field),
      ['framing'],
    );
  });

  it('asks no more of a large set than of one of a hundred', () => {
    const set = (n: number) =>
      captions(n, () => ['upper body', 'from side', 'night', 'street'], { clothing: () => ['kimono'] });
    const large = shotList(fieldCounts(set(5000)));
    assert.equal(large.total, shotList(fieldCounts(set(100))).total);
    assert.ok(large.total <= 20, `${large.total} pictures`);
  });

  it('counts a value as present from five pictures on, however small its part', () => {
    const set = (few: number) => captions(1000, (at) => [at < few ? 'full body' : at % 2 ? 'upper body' : 'close-up']);
    const lacking = (few: number) => fieldCounts(set(few)).flatMap((count) => count.lacking);
    assert.deepEqual(lacking(4), [{ value: 'full body', pictures: 1 }]);
    assert.deepEqual(lacking(5), []);
  });

  it('takes what goes without saying as shown where a caption does not name the field', () => {
    const set = captions(100, (at) => (at < 20 ? ['from behind'] : []));
    const [angle] = fieldCounts(set);
    assert.equal(angle?.field, 'angle');
    assert.deepEqual(
      angle?.values.find(({ value }) => value === 'front'),
      { value: 'front', captions: 0 },
    );
    assert.deepEqual(angle?.lacking.map(({ value }) => value).sort(), ['from above', 'from below', 'from side']);
  });

  it('asks sets of places for view, light and weather only', () => {
    const skies = ['sunset', 'night', 'blue sky', 'overcast', 'clear sky'];
    const set = captions(
      1000,
      (at) => ['city street', at % 7 ? 'skyline' : 'aerial view', skies[at % 5] as string],
      places,
    );
    assert.equal(setKind(set), 'places');
    const counts = fieldCounts(set);
    assert.deepEqual(
      counts.map(({ field }) => field),
      ['angle', 'lighting', 'weather'],
    );
    const { total, shots } = shotList(counts);
    assert.equal(total, 15);
    assert.ok(shots.every(({ shot }) => !shot.outfit && !shot.framing && !shot.background));
  });

  it('tells people, places and things apart on both sides of the thresholds', () => {
    const of = (people: number, placed: number, plain = 0): SetKind =>
      setKind(
        captions(100, (at) => (at < plain ? [[...plainGround][0] as string] : []), {
          portrays: (at) => at < people,
          place: (at) => at < placed,
        }),
      );
    assert.deepEqual([of(20, 100), of(19, 100)], ['people', 'places']);
    assert.deepEqual([of(0, 80), of(0, 79)], ['places', 'things']);
    assert.deepEqual([of(0, 100, 4), of(0, 100, 5)], ['places', 'things']);
  });

  it('asks styles for no light', () => {
    const set = captions(40, () => ['night']);
    assert.deepEqual([fieldCounts(set).length, fieldCounts(set, false).length], [1, 0]);
  });

  it('fills every gap of any set, and puts no time of day before a plain ground', () => {
    const words = [
      'upper body',
      'close-up',
      'from above',
      'from side',
      'simple background',
      'street',
      'bedroom',
      'night',
      'day',
      'sunset',
      'rain',
      'fog',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.record({ tags: fc.subarray(words), portrays: fc.boolean(), place: fc.boolean() }), {
          maxLength: 60,
        }),
        fc.integer({ min: 1, max: 9 }),
        (some, times) => {
          const set = Array.from({ length: times }, () => some.map((one) => ({ ...one, clothing: [] }))).flat();
          const counts = fieldCounts(set);
          const { total, shots } = shotList(counts);
          assert.ok(total >= needed(counts) && total <= 24, `${total} pictures`);
          for (const { field, lacking } of counts)
            for (const { value, pictures } of lacking)
              assert.equal(
                shots.reduce((sum, { shot, pictures: times }) => sum + (shot[field] === value ? times : 0), 0),
                pictures,
              );
          for (const { shot } of shots)
            assert.ok(shot.background !== 'plain' || !['day', 'evening', 'night'].includes(shot.lighting ?? ''));
        },
      ),
    );
  });
});
