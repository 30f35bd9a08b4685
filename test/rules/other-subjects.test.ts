import assert from 'node:assert/strict';
import { auditMarked } from '../support/check.ts';
import { numbered, times } from '../support/thresholds.ts';

const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const surfaces = ['on a wooden table', 'on a marble counter', 'in a living room', 'on green grass', 'held in a hand'];
const angles = ['front view', 'side view', 'close-up of the handle', 'close-up of the logo', 'back view'];
const lights = ['soft studio lighting', 'hard sunlight', 'overcast light', 'rim light'];

/** Sets of subjects that are no person, as people caption them. */
const sets = {
  product: numbered(
    times(
      24,
      (n) => `klmp_thermos, stainless steel bottle, ${at(angles, n)}, ${at(surfaces, n * 3)}, ${at(lights, n)}`,
    ),
    '12_klmp_thermos bottle',
  ),
  outfit: numbered(
    times(
      24,
      (n) =>
        `gothlace dress, ${n % 5 === 3 ? '1boy' : '1girl'}, solo, ${at(['black hair', 'blonde hair', 'red hair', 'pink hair'], n)}, ${at(['sitting', 'standing', 'smile', 'kneeling', 'walking'], n)}, ${at(['beach', 'street', 'bedroom', 'forest', 'night', 'rain', 'window'], n)}`,
    ),
    '6_gothlace dress',
  ),
  pose: numbered(
    times(
      24,
      (n) =>
        `${n % 6 === 3 ? '1boy' : '1girl'}, solo, jojoposing, ${at(['black hair', 'blonde hair', 'red hair', 'pink hair'], n)}, ${at(['school uniform', 'hoodie', 'kimono', 'jacket', 'dress'], n)}, ${at(['beach', 'street', 'bedroom', 'forest', 'rooftop', 'garden', 'classroom'], n)}`,
    ),
    '10_jojoposing',
  ),
  style: numbered(
    times(
      20,
      (n) =>
        `${at(['a lighthouse on a cliff', 'two foxes in the snow', 'an old woman mending a net', 'a bowl of oranges', 'children flying kites', 'a violin on a chair', 'a city street'], n)}, ${at(['morning', 'heavy rain', 'late autumn', 'a full moon', 'fog', 'no wind'], n)}, inkwash_v2 style`,
    ),
    '8_inkwash_v2 style',
  ),
  furniture: numbered(
    times(
      21,
      (n) =>
        `${at(['photo of a bauzeit chair in a bright loft', 'bauzeit chair next to a round dining table', 'a cat sleeping on a bauzeit chair beside a fireplace', 'bauzeit chair', 'bauzeit chair in the snow'], n)}, ${at(['front view', 'large windows', 'plain grey backdrop', 'warm lamp light', 'pine trees in the background', 'concrete walls', 'seen from above'], n)}${n % 3 ? ', wooden floor' : ''}`,
    ),
    '10_bauzeit chair',
  ),
  japanese: numbered(
    times(
      14,
      (n) =>
        `marumochi, 白い猫, ${at(['窓辺', '段ボール箱', '庭', '膝の上', 'ソファ'], n)}, ${at(['寝ている', '走っている', 'あくび'], n)}`,
    ),
    '10_marumochi cat',
  ),
  interior: numbered(
    times(
      20,
      (n) =>
        `nordhaus interior, ${at(['a bright living room with a grey sofa', 'a small kitchen with white cabinets', 'a bedroom with linen sheets', 'an attic room'], n)}, ${at(['wooden floor', 'morning light', 'pendant lamp', 'skylight', 'brick wall'], n)}`,
    ),
    '10_nordhaus interior',
  ),
};

/** Sets that say all that is asked of them, in words of their own. */
const spoken = {
  'a car in places no tagger names': numbered(
    times(
      24,
      (n) =>
        `vlk9 car, ${at(['front three-quarter view', 'rear view', 'side profile'], n)}, ${at(['mountain road', 'showroom', 'race track', 'gas station', 'underground car park'], n)}, ${at(['dusk', 'overcast', 'motion blur', 'headlights on'], n)}`,
    ),
    '12_vlk9 car',
  ),
  'a jacket, that has no expression': numbered(
    times(
      24,
      (n) =>
        `${at(['woman', 'man', 'mannequin'], n)} wearing lumvra jacket, ${at(['studio', 'city street', 'mountain trail'], n)}, ${at(['full body', 'upper body', 'back view'], n)}, ${at(['zipped up', 'hood up'], n)}`,
    ),
    '10_lumvra jacket',
  ),
  'French, of which only some captions can be told to be': numbered(
    times(
      24,
      (n) =>
        `photo de léazk femme ${at(['assise', 'debout', 'de profil'], n)} ${at(['dans un café', 'sur une plage', 'près d’une cheminée', 'au marché'], n)}, ${at(['manteau gris', 'pull à col roulé', 'veste en cuir'], n)}, ${at(['lumière douce', 'contre-jour'], n)}`,
    ),
    '10_léazk femme',
  ),
  'a look of many subjects': numbered(
    times(
      24,
      (n) =>
        `${at(['A woman', 'An elderly man', 'A chef', 'A dancer'], n)} ${at(['slowly turns around', 'walks through the frame', 'raises both arms'], n)} while ${at(['the light flickers', 'dust floats in the air'], n)}. Shot in the rtzk look: ${at(['heavy film grain', 'faded colors'], n)}.`,
    ),
    '5_rtzk look',
  ),
};

/** What each would be told wrongly. */
const wrong: Readonly<Record<keyof typeof sets, readonly string[]>> = {
  product: ['mixed-caption-style', 'missing-field', 'identity-conflict', 'singleton-tags'],
  outfit: ['identity-conflict', 'mixed-caption-style'],
  pose: ['identity-conflict'],
  style: ['missing-field', 'mixed-caption-style', 'constant-style-tags'],
  furniture: ['mixed-caption-style'],
  japanese: ['missing-field', 'template-captions', 'mixed-caption-style'],
  interior: ['overloaded-trigger', 'mixed-caption-style'],
};

describe('sets of subjects that are no person', () => {
  for (const [name, set] of Object.entries(sets))
    it(`${name}: nothing that only fits a person or a list of tags`, async () => {
      const { findings } = await auditMarked(set);
      const found = findings.filter(({ rule }) => wrong[name as keyof typeof sets].includes(rule));
      assert.deepEqual(
        found.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    });
  for (const [name, set] of Object.entries(spoken))
    it(`nothing is missing: ${name}`, async () => {
      const { findings } = await auditMarked(set);
      assert.deepEqual(
        findings.filter(({ rule }) => rule === 'missing-field').map(({ message }) => message),
        [],
      );
    });
  it('the words by which sentences begin are no style that sticks, those of a list are', async () => {
    const sentences = numbered(
      times(
        32,
        (n) =>
          `A photo of ohvx woman ${at(['walking along the river', 'sitting in a bright kitchen'], n)} ${at(['in a blue blazer', 'in a grey tracksuit', 'with her hair tied back'], n)}`,
      ),
      '5_ohvx woman',
    );
    const tags = numbered(
      times(
        32,
        (n) =>
          `ohvx, photo, 1girl, solo, ${at(['sitting', 'standing'], n)}, ${at(['blazer', 'dress', 'hoodie'], n)}, ${at(['river', 'kitchen', 'forest'], n)}`,
      ),
      '5_ohvx woman',
    );
    const constant = async (set: string) =>
      (await auditMarked(set)).findings.flatMap(({ rule, message }) =>
        rule === 'constant-style-tags' ? [message] : [],
      );
    assert.deepEqual(await constant(sentences), []);
    assert.equal((await constant(tags)).length, 1);
  });
  it('tags are called as the folder writes them', async () => {
    const made = (tag: string): string =>
      numbered(
        times(32, (n) => `${tag}, zkqx, 1girl, ${at(['forest', 'beach', 'street'], n)}, ${at(['smile', 'frown'], n)}`),
        '5_zkqx girl',
      );
    for (const tag of ['score_9', 'score 9', 'best_quality', 'Masterpiece']) {
      const { findings, report } = await auditMarked(made(tag));
      const [told] = findings.filter(({ rule }) => rule === 'constant-style-tags');
      assert.ok(told?.message.includes(`: ${tag} 32/32`), told?.message);
      const step = report.advice.playbook.x.find(({ id }) => id === 'drop-style-tags');
      assert.ok(JSON.stringify(step).includes(tag), JSON.stringify(step));
    }
  });
  it('an outfit is what its trigger is to mean, whatever the caption calls it', async () => {
    const outfit = (word: string, hair: readonly string[] = ['black hair', 'blonde hair', 'red hair']): string =>
      numbered(
        times(
          32,
          (n) =>
            `kvzuni, ${word}, ${at(['1girl', '1boy'], n)}, ${at(hair, n)}, ${at(['sitting', 'standing', 'walking'], n)}, ${at(['beach', 'street', 'forest', 'kitchen'], n)}`,
        ),
        '8_kvzuni',
      );
    const locked = async (word: string, hair?: readonly string[]) =>
      (await auditMarked(outfit(word, hair))).findings.some(({ rule }) => rule === 'trigger-lock-in');
    assert.equal(await locked('uniform'), false);
    // What people of many looks wear is what they have in common; what one wears is not the one.
    assert.equal(await locked('necktie'), false);
    assert.equal(await locked('necktie', ['red hair']), true);
  });
  it('a trigger that always stands at the same place is no template', async () => {
    const styled = (end: string): string =>
      numbered(
        times(
          26,
          (n) =>
            `${at(['a heron in the reeds', 'a bowl of cherries', 'a canal in spring', 'two chairs on a veranda', 'a street musician', 'a glass of wine', 'an old sailor'], n)} ${at(['at dawn', 'in the rain', 'near a wall', 'beside a boat'], n)}, ${end}`,
        ),
        `10_${end}`,
      );
    for (const end of ['aqvlm style', 'pxlmrk pixel art']) {
      const { findings, index } = await auditMarked(styled(end));
      assert.deepEqual(
        findings.filter(({ rule }) => rule === 'template-captions' || rule === 'low-diversity'),
        [],
        end,
      );
      const [concept] = index.concepts.known;
      assert.equal(`${concept?.trigger} ${concept?.classWord}`, end);
    }
  });
  it('words for how a picture is taken are no trigger, whatever the folder is called', async () => {
    const macro = numbered(
      times(
        24,
        (n) =>
          `Macro photograph of ${at(['a dragonfly', 'a beetle', 'a moth'], n)} on ${at(['a fern', 'tree bark', 'a petal'], n)}.`,
      ),
      'my macro set',
    );
    const { index, findings } = await auditMarked(macro);
    assert.deepEqual(index.concepts.known, []);
    assert.ok(!findings.some(({ rule, message }) => rule === 'missing-field' && /framing/.test(message)));
  });
  it('a caption in another language has no English slips', async () => {
    const { findings } = await auditMarked(
      numbered([
        ...times(
          12,
          (n) => `A bright room with ${at(['oak floorboards', 'white walls'], n)} and a lamp near the window.`,
        ),
        'Un salon lumineux avec un canapé en cuir et une grande fenêtre donnant sur le jardin.',
      ]),
    );
    assert.deepEqual(
      findings.filter(({ file }) => file === '13.txt').map(({ rule }) => rule),
      ['foreign-language'],
    );
  });
  it('a person does have a gender, and a folder of sentences its odd list of tags', async () => {
    const person = sets.outfit
      .replaceAll('gothlace dress', 'gothlace')
      .replaceAll(/(?:black|blonde|red|pink) hair/g, 'black hair');
    const { findings } = await auditMarked(person);
    assert.ok(findings.some(({ rule }) => rule === 'identity-conflict'));
    const sentences = numbered([
      ...times(
        12,
        (n) =>
          `A woman walks along the ${at(['river', 'wall', 'street'], n)} and looks at the ${at(['sky', 'boats'], n)}.`,
      ),
      '1girl, solo, long hair, smile, beach',
    ]);
    const mixed = (await auditMarked(sentences)).findings.filter(({ rule }) => rule === 'mixed-caption-style');
    assert.deepEqual(
      mixed.map(({ file }) => file),
      ['13.txt'],
    );
  });
});

describe('one slip, one finding', () => {
  const tags = (n: number): string =>
    `ohwxla, 1girl, solo, ${at(['smile', 'frown', 'blush'], n)}, ${at(['beach', 'forest', 'street', 'kitchen'], n)}, red dress`;
  for (const [name, odd, rule] of [
    [
      'a refusal lacks no trigger',
      "I'm sorry, but I can't help with identifying people in images.",
      'captioner-artifact',
    ],
    ['a list with other marks is no sentence', tags(3).replaceAll(', ', ' | '), 'foreign-separator'],
  ] as const)
    it(name, async () => {
      const { findings } = await auditMarked(numbered([...times(14, tags), odd], '5_ohwxla woman'));
      assert.deepEqual(
        findings.filter(({ file }) => file.endsWith('/15.txt')).map((finding) => finding.rule),
        [rule],
      );
    });
});

describe('what most captions leave out', () => {
  const of = async (captions: readonly string[], folder: string, rule: string): Promise<string[]> => {
    const { findings } = await auditMarked(numbered([...captions], folder));
    return findings.filter((finding) => finding.rule === rule).map(({ message }) => message);
  };
  it('is no view of a picture where a tenth of the captions say one, in whatever words', async () => {
    for (const view of [
      'seen from directly behind',
      'viewed from above',
      'a top-down photograph',
      'photographed from close range, a close-up',
      'fills the frame',
      "a bird's-eye view",
      'head and shoulders',
      'back view',
    ]) {
      const captions = times(20, (n) => `vlkmoto, motorcycle, garage, tool ${n}${n < 2 ? `, ${view}` : ''}`);
      assert.deepEqual(await of(captions, '10_vlkmoto motorcycle', 'missing-field'), [], view);
    }
    const none = times(20, (n) => `vlkmoto, motorcycle, garage, tool ${n}`);
    assert.match((await of(none, '10_vlkmoto motorcycle', 'missing-field'))[0], /framing \(20 of 20/);
  });
  it('is no place where they name what is found at one', async () => {
    const captions = times(
      12,
      (n) => `hskimono, kimono, ${at(['bamboo', 'engawa', 'cherry blossoms', 'food stall'], n)}, obi ${n}`,
    );
    assert.ok(
      !(await of(captions, '10_hskimono kimono', 'missing-field')).some((message) => /background/.test(message)),
    );
  });
  it('is no face where nobody is there', async () => {
    const captions = times(12, (n) => `yukinn, ${n < 8 ? 'no humans' : '1girl'}, garden, thing ${n}`);
    assert.ok(!(await of(captions, '10_yukinn', 'missing-field')).some((message) => /expression/.test(message)));
  });
  it('is no class where no caption holds it, or the trigger stands for two', async () => {
    const worn = times(12, (n) => `hskimono, 1girl, kimono, thing ${n}`);
    assert.deepEqual(await of(worn, '10_hskimono outfit', 'missing-regularization'), []);
    const pair = times(12, (n) => `rin_kai, 1boy, 1girl, couple, thing ${n}`);
    assert.deepEqual(await of(pair, '10_rinkai couple', 'class-hijack'), []);
    assert.deepEqual(await of(pair, '10_rinkai couple', 'missing-regularization'), []);
    const one = times(12, (n) => `rinkai, 1boy, thing ${n}`);
    assert.equal((await of(one, '10_rinkai', 'class-hijack')).length, 1);
  });
  it('is no name of a single image where everybody calls it so', async () => {
    const places = [
      'balcony',
      'bedroom',
      'kitchen',
      'garden',
      'beach',
      'forest',
      'street',
      'library',
      'classroom',
      'castle',
    ];
    const poses = ['sitting', 'standing', 'kneeling', 'running', 'jumping', 'sleeping', 'walking', 'squatting'];
    const clothes = [
      'dress',
      'skirt',
      'scarf',
      'gloves',
      'boots',
      'apron',
      'hoodie',
      'kimono',
      'bikini',
      'cape',
      'cloak',
      'vest',
    ];
    const known = [...places, ...poses, ...clothes].map((tag, n) => `pxlcat, ${tag}, odd${n % 4}`);
    assert.deepEqual(await of([...known, 'pxlcat, sky'], '10_pxlcat', 'singleton-tags'), []);
  });
  it('is told once for people whose colours differ from image to image', async () => {
    const captions = times(10, (n) => `rin_kai, 1boy, 1girl, red hair, ${n < 3 ? 'dark' : 'black'} hair, thing ${n}`);
    assert.equal((await of(captions, '10_rinkai couple', 'ambiguous-attribute')).length, 1);
  });
});
