import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { findContradictions } from '../../server/src/tags/contradictions.ts';
import { proseContradictions } from '../../server/src/tags/prose-contradictions.ts';
import { subjectCount } from '../../server/src/tags/subjects.ts';
import { sharedPath } from '../shared.ts';

function pairsIn(caption: string, hints = false): string[] {
  const tags = caption.split(',');
  return findContradictions(tags, { hints }).map((c) => `${c.level}: ${tags[c.a]?.trim()} / ${tags[c.b]?.trim()}`);
}

describe('tags/contradictions', () => {
  const loud: [string, string][] = [
    ['solo, 2girls', 'error: solo / 2girls'],
    ['1girl, multiple girls', 'warning: 1girl / multiple girls'],
    ['2boys, 3boys', 'warning: 2boys / 3boys'],
    ['no humans, 1girl', 'warning: no humans / 1girl'],
    ['1girl, indoors, smile, outdoors', 'warning: indoors / outdoors'],
    ['day, night', 'warning: day / night'],
    ['1girl, solo, open_mouth, Closed_Mouth', 'warning: open_mouth / Closed_Mouth'],
    ['1girl, (open mouth:1.2), [closed mouth]', 'warning: (open mouth:1.2) / [closed mouth]'],
    ['1girl, eyes closed, looking at camera', 'warning: eyes closed / looking at camera'],
    ['1girl, gray hair, red hair', 'warning: gray hair / red hair'],
    ['1girl, blue eyes, red eyes', 'warning: blue eyes / red eyes'],
    ['1boy, standing, sitting', 'warning: standing / sitting'],
    ['1girl, long hair, short hair', 'warning: long hair / short hair'],
    ['full body, upper body', 'warning: full body / upper body'],
    ['masterpiece, worst quality', 'warning: masterpiece / worst quality'],
    ['rating:general, rating_explicit', 'error: rating:general / rating_explicit'],
    ['white background, black background', 'warning: white background / black background'],
    ['1girl, long sleeves, short sleeves', 'warning: long sleeves / short sleeves'],
    ['1girl, long purple hair, short hair', 'warning: long purple hair / short hair'],
    ['ohwx woman, pale skin, olive skin', 'warning: pale skin / olive skin'],
    ['lamp, switched on, switched off', 'warning: switched on / switched off'],
    ['box, lid open, lid closed', 'warning: lid open / lid closed'],
    ['empty street, night, crowded street', 'warning: empty street / crowded street'],
    ['black and white, colorful', 'warning: black and white / colorful'],
    ['1girl, solo, green dress, gold trim, blue sash, pink dress', 'info: green dress / pink dress'],
    ['1girl, solo, couple, 1boy', 'warning: solo / couple'],
    ['1girl, wide sleeves, sleeveless', 'warning: wide sleeves / sleeveless'],
  ];
  for (const [caption, finding] of loud) {
    it(`reports ${caption}`, () => assert.deepEqual(pairsIn(caption), [finding]));
  }

  const silent = [
    'solo, 1girl, long hair, very long hair',
    '2girls, multiple girls',
    '1girl, 1boy, open mouth, closed mouth',
    'open mouth, closed mouth',
    '2girls, blonde hair, black hair, standing, sitting',
    '1girl, solo, multiple views, full body, upper body, standing, sitting',
    '1girl, comic, day, night',
    '1girl, 4koma, open mouth, closed mouth',
    '1girl, reference sheet, from above, from below',
    '1girl, solo, multicolored hair, black hair, red hair',
    '1girl, blonde hair, pink streaked hair, green hair',
    '1girl, two-tone hair, black hair, white hair',
    '1girl, black hair, red highlights, red hair',
    '1girl, brown hair, blonde tips, green hair',
    '1girl, portrait, full body',
    '1girl, green eyes, different colored eyes, red eyes',
    '1girl, black hair, grey hair',
    '1girl, pink and blue hair, blue hair',
    '1girl, green dress, striped dress, pink dress',
    '1girl, black dress, grey dress',
    '2girls, green dress, pink dress',
    'full moon, empty street',
    'lamp switched on, screen off',
    '2girls, hood up, hood down',
    '1girl, woman, man, long hair, short hair',
    '1girl, white hair, grey hair',
    '1girl, brown hair, red hair',
    '1girl, blue hair, green hair',
    '1girl, heterochromia, blue eyes, red eyes',
    '1girl, blue eyes, purple eyes',
    '1girl, multicolored eyes, yellow eyes, blue eyes',
    '1girl, indoors, open window, outdoors',
    '1girl, indoors, pool, outdoors',
    '1girl, day, sunset',
    '1girl, smile, open mouth, :d',
    '1girl, smile, closed mouth',
    '1girl, smile, closed eyes',
    '1girl, closed eyes, one eye closed, multiple views',
    '1girl, sitting, seiza',
    '1girl, standing, walking',
    '1girl, lying, on back',
    '1girl, from behind, looking at viewer, looking back',
    '1girl, facing away, mirror, looking at viewer',
    'white background, transparent background, simple background',
    'white background, black background, checkered background',
    '1girl, long sleeves, short sleeves, blue jacket',
    '1girl, long sleeves, sleeveless, detached sleeves',
    '1girl, barefoot, holding shoes, shoes',
    '1girl, barefoot, socks, toeless legwear',
    '1girl, short hair with long locks, short hair, long hair',
    '1girl, upper body, portrait',
    'solo, crowd',
    'solo, no humans',
    '1girl, smile, smiling',
    'rating:general, general',
  ];
  for (const caption of silent) it(`is silent on ${caption}`, () => assert.deepEqual(pairsIn(caption), []));

  it('keeps weak pairs for those who ask', () => {
    assert.deepEqual(pairsIn('1girl, dress, skirt'), []);
    assert.deepEqual(pairsIn('1girl, dress, skirt', true), ['hint: dress / skirt']);
  });

  it('names a pair once however often its tags occur', () => {
    assert.deepEqual(findContradictions(['1girl', 'day', 'night', 'day', 'Night']).length, 1);
  });

  it("judges a folder's own exclusive groups", () => {
    const found = findContradictions(['arm_a', 'x', 'arm b'], { ownGroups: [['arm a', 'arm b', 'arm c']] });
    assert.deepEqual(
      found.map((c) => [c.a, c.b, c.group]),
      [[0, 2, 'own']],
    );
  });

  it('counts subjects only by count tags', () => {
    assert.equal(subjectCount(['1girl']), 'one');
    assert.equal(subjectCount(['solo', '1girl', '1boy']), 'one');
    assert.equal(subjectCount(['1girl', '1boy']), 'several');
    assert.equal(subjectCount(['1girl', 'crowd']), 'several');
    assert.equal(subjectCount(['one girl']), 'one');
    assert.equal(subjectCount(['no humans']), 'none');
    assert.equal(subjectCount(['long hair']), 'unknown');
  });

  it('never throws and points into the caption', () => {
    const tag = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('solo', '2girls', 'day', 'night', 'rating:safe'),
    );
    fc.assert(
      fc.property(fc.array(tag), (tags) => {
        for (const c of findContradictions(tags, { hints: true })) assert.ok(c.a < c.b && c.b < tags.length);
      }),
    );
  });

  it('fires on few real captions', function () {
    const root = sharedPath('captions');
    if (root === null) return this.skip();
    const files = readdirSync(root, { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.txt'));
    let found = 0;
    for (const file of files) {
      const text = readFileSync(path.join(root, file), 'utf8');
      const sure = findContradictions(text.split(',')).filter(({ level }) => level !== 'info');
      if (sure.length + proseContradictions(text).length > 0) found++;
    }
    assert.ok(found <= files.length * 0.01, `${found} of ${files.length}`);
  });
});

describe('tags/prose contradictions', () => {
  const loud = [
    'A busy street at night in broad daylight.',
    'A house photographed during daytime, the sky dark at night',
    'A woman in a park. It is day and the photo was taken at night.',
    'She waits on a sunny day; it is night, and the street is empty.',
    'A close-up shot of a man, full body shot',
    'A portrait of a woman with her eyes closed, looking at the camera',
    'A black and white photo with vibrant colors',
    'High-angle shot of a street, seen from below',

    'glowpod lamp on a stack of magazines, switched on, switched off, blue wall',
    'a jewellery box on a table, lid open, lid closed',
    'vw van on a beach, roof up, roof down',
    'the umbrella is open. The umbrella is closed.',
    'a robot with headlights on, parked, headlights off',
    'an empty street at noon, crowded street',
    'dovq man alone, bald, short black hair, beard',
    'pmpk cat, lying on a laptop keyboard, eyes closed, eyes wide open',
    'A black and white photo of a man in a suit, vibrant colors',
    'portrait, black and white, colorful',
    'A woman with pale skin stands by the sea. Her olive skin glows.',
    'a woman with dark skin, fair skin, wearing a hat',
    'a man with a clean-shaven face and a thick beard',
    'a girl walking barefoot on the sand, wearing black boots',
    'a woman in a sleeveless dress with long sleeves',
    'a cat sleeping on a sofa, wide awake',
    'A woman smiling at the camera with an angry expression',
    'a woman with her back to the camera, looking at the viewer',
    'A man looking at the camera, looking away',
    'a red car parked on a street, driving along the road',
    'A photo of a young woman in a park. The elderly woman holds a bag.',
    'A woman in a red dress on a pier. Her blue dress moves in the wind.',
    'a sunny day in the park, heavy rain',
    'ohwx man at night, bright sunny day',
    'tbk woman on a beach in summer, a cold winter day',
    'a fox facing left in the snow, facing right',
    'a bird with wings spread, wings folded',
    'curtains drawn, a chair, full bathtub, empty bathtub',
    'a man with hair up, hair down',
    'Photo taken indoors of a man, outdoor scene',
    'a mug, close-up, full body shot',
    'A bald man with long brown hair sits on a bench.',
    'In color, a black-and-white photograph of a city in full color',
    'the shop door is open, neon sign, the shop door is closed',
    'a photo of skz man in a blue shirt leaning against a brick wall wearing a red shirt',
    'A teapot on a black background with a single light from the left. The background is plain white.',
    'A cat sleeping on a gray blanket. It is calm. His eyes are wide open.',
    'A lighthouse stands on a cliff under a clear blue sky. Dark storm clouds cover the sky.',
    'Her auburn hair is tied with a blue ribbon. Her long blonde hair falls over her shoulders.',
    'A dragon with its wings folded. Its wings are spread wide.',
    'A man walks along a pier. He is sitting on a bench.',
    'Her hair is short. Her long hair moves in the wind.',
    'A man in a suit without a tie. He is clean-shaven and his bushy beard moves in the wind.',
    'A van on a road, the sea on the right. The picture was taken in summer. It is a cold winter day.',
    'subject: velor, hair: short hair, light: daylight, midnight',
    'She has short hair. Her long hair falls down to her waist while she sits on a fence',
    'The woman has green eyes. Her eyes are brown.',
    'A photo of a man seen from behind. He is facing the camera.',
    'soft light, a bowl, harsh light',
    'A brightly lit room. The dimly lit corner',
    'a dress, the dress is red, a blue dress',
  ];
  for (const text of loud) {
    it(`reports "${text}"`, () => {
      const found = proseContradictions(text);
      assert.equal(found.length, 1);
      for (const side of [found[0]!.a, found[0]!.b])
        assert.equal(text.slice(side.start, side.end).toLowerCase(), side.phrase);
    });
  }
  const silent = [
    'city skyline under blue sky during night time',
    'A split image of the street at night and during the day',
    'The left half shows the city at night, the right half at noon',
    'A time-lapse from day to night at noon and at midnight',
    'Two women, one with her eyes closed, one looking at the camera',
    'It is day three of the trip, at night by the fire',
    'It is the day after, at night by the fire',
    'A knight at nightfall, a lamp that looks like daylight',
    'A woman looking at the camera with her mouth open',
    'a woman with pale skin and dark brown hair',
    'a man with a bald head and a long grey beard',
    'a bald eagle with white feathers',
    'a black and white cat on a colorful carpet',
    'a woman standing barefoot holding her shoes',
    'a woman with her back to the camera, looking over her shoulder at the camera',
    'a girl in a black and white striped shirt, colorful balloons',
    'a street with one door open and one door closed',
    'a young man hugging an elderly woman',
    'a man parked on a bench, cars driving past',
    'a woman in a red dress and a blue jacket',
    'a woman in a red and blue dress',
    'a man smiling, with a serious look',
    'the cat is sleeping in a sleeping bag',
    'open mouth, closed eyes',
    'a kitchen with an open door and a closed door',
    'dim room, light on, headlights off',
    'a man with short hair and a long beard',
    'the lamp switched on, the tv switched off',
    'a woman sleeping on a beach, waves running over the sand',
    'an empty glass and a full glass on a table',
    'a woman looking at the camera, the sea behind her',
    'a tanned woman with light brown hair',
    'an empty beach, a crowded street',
    'A red and black background with a logo. The background is black.',
    'A woman with brown hair. Her hair is light brown.',
    'A man in a blue shirt and a red tie',
    'A white cat on a black background. Its eyes are green',
    'a woman with blonde hair, her hair is tied with a red ribbon',
    'Clouds cover the mountain under a blue sky',
    'a dragon with wings spread and its tail raised',
    'The background is white and grey, a white background',
    'Her eyes are blue and her hair is black.',
    'A woman in a red dress beside a woman in a blue dress',
    'a girl with blue eyes and a red dress',
    'A woman walking past a bench where a man sits',
    'A man in a black jacket. His jacket is dark blue.',
    'The sky is clear, dark clouds on the horizon behind one tower',
    'On the left, a street at noon. On the right, a street at midnight.',
    'The left half shows a man with short hair, the right half one with long hair',
    'a woman with short hair, not long hair',
    'A close-up of a full moon',
    'a woman with pale olive skin',
    'grey shirt, white shirt collar',
    '',
  ];
  for (const text of silent) it(`is silent on "${text}"`, () => assert.deepEqual(proseContradictions(text), []));

  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void proseContradictions(text)));
  });
});
