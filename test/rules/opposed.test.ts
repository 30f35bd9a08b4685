import { finds, passes } from '../support/odd-caption.ts';

const rule = 'contradictory-tags';
const tags = (scene: string): string => `zorvexa, ${scene}, shelf, studio`;
const prose = (scene: string): string => `A photograph of zorvexa with a ${scene} in the middle, seen from afar.`;
const form = (scene: string): string => `subject: zorvexa, headwear: ${scene}, details: plain coat, setting: studio`;

/** Each of the first is told once, none of the second. */
function both(usual: (scene: string) => string, odd: readonly string[], fine: readonly string[]): void {
  for (const text of odd) it(`tells "${text}"`, () => finds(rule, usual, text));
  for (const text of fine) it(`is silent on "${text}"`, () => passes(rule, usual, text));
}

describe('opposites of one thing', () => {
  both(
    tags,
    [
      'zorvexa, lamp on, unlit lamp, studio',
      'zorvexa, tail outspread, folded tail',
      'zorvexa, two plates, empty cradle, full cradle',
      'zorvexa, polished surface, rough surface',
    ],
    [
      'zorvexa, lamp on, unlit candle, studio',
      'zorvexa, one wing spread, one wing folded',
      'zorvexa, polished surface, rough wall',
      'zorvexa, hat on, shoes off',
      'zorvexa, two trays, empty tray, full tray',
      'zorvexa, clean plate, dirty plate',
      'zorvexa, lit candle, unlit candle',
      'zorvexa, split view, open gate, closed gate, day, night',
    ],
  );
  both(
    prose,
    [
      'A zorvexa jug whose surface is completely matte, with a glossy surface that mirrors the lamp.',
      'A photograph of a soggy sponge in a sink. The sponge is dry.',
      'A zorvexa jug with an unbroken rim, its rim chipped and worn.',
      'A photograph of zorvexa beside a spotless sink. The sink is filthy.',
    ],
    [
      'A zorvexa jug whose surface is matte, on a table with a glossy surface.',
      'A photograph of a soggy sponge beside a towel. The towel is dry.',
      'A photograph of a glazed bowl. The bowl is full of rice.',
    ],
  );
});

describe('what is there and is not', () => {
  both(
    form,
    [
      'subject: zorvexa, headwear: none, details: green bandana over her hair, setting: studio',
      'subject: zorvexa, glasses: none, details: wire sunglasses on his nose, setting: street',
      'subject: zorvexa, weapon: none, details: long sword raised above the head, setting: field',
    ],
    [
      'subject: zorvexa, headwear: none, details: green shirt, setting: studio',
      'subject: zorvexa, headwear: none, details: straw hat in her hand, setting: studio',
      'subject: zorvexa, headwear: none, details: a hat stand, setting: studio',
      'subject: zorvexa, headwear: cap, details: green bandana, setting: studio',
      'subject: zorvexa, headwear: none, details: plain coat, setting: shop with hats',
    ],
  );
  both(
    tags,
    ['zorvexa, no hat, straw hat, studio', 'zorvexa, no jewelry, silver necklace'],
    [
      'zorvexa, no hat, straw hat on table, studio',
      'zorvexa, no hat, holding hat',
      'zorvexa, no hat, hat on back, hat',
      'zorvexa, eyewear on head, no glasses, glasses',
      'zorvexa, no shoes, shoes removed, brown shoes',
      'zorvexa, no hat, man with hat',
      'zorvexa, 2girls, no hat, straw hat',
    ],
  );
  both(
    prose,
    [
      'A photograph of a lidless zorvexa pot, its round lid decorated with flowers.',
      'A doorless hut with a red door stands on the hill of zorvexa.',
      'A photograph of zorvexa without jewelry, wearing a silver bracelet.',
      'A barefoot zorvexa woman in brown boots crosses the yard.',
      'A treeless island of zorvexa with a grove of palm trees in its middle.',
      'A zorvexa night without a moon, the bright moon above the roofs.',
      'A photograph of zorvexa with no people in it, a group of hikers on the ridge.',
      'A photograph of a zorvexa doll with no makeup, her bright makeup smeared.',
      'A photograph of a shirtless zorvexa man, his shirt buttoned to the chin.',
      'A zorvexa woman without glasses adjusts her glasses at the window.',
      'A wheelless zorvexa cart, its wooden wheels painted red.',
      'A wingless, headless zorvexa statue with a smiling head.',
      'A photograph of a beardless zorvexa man in a cap, his grey beard hanging to his belt.',
      // What another sentence or another part of the sentence is about silences nothing.
      'A wheelless zorvexa cart, its wooden wheels painted red, nettles growing where a gate used to be.',
      'A photograph of a lidless zorvexa pot, its round lid decorated with flowers. Mountains stand in the distance.',
    ],
    [
      'A wheelless zorvexa cart, the place where its wooden wheels used to be painted red.',
      'A photograph of a lidless zorvexa pot beside a pan, its round lid decorated with flowers.',
      'A doorless hut beside a house with a red door stands on the hill of zorvexa.',
      'A photograph of zorvexa without jewelry, a silver bracelet on the table beside her.',
      'A barefoot zorvexa woman, her boots in her hand, crosses the yard.',
      'A photograph of a wireless zorvexa radio with a wire on its back.',
      'A lidless zorvexa pot, its lid lost long ago, stands on the shelf.',
      'A photograph of zorvexa with no people in it, a poster of a group of hikers on the wall.',
      'A photograph of zorvexa with no people except a group of hikers on the ridge.',
      'A wheelless zorvexa cart, its wheels painted on the wood.',
      'A photograph of a zorvexa doll with no makeup, her makeup bag on the table.',
      'A photograph of a zorvexa doll with no makeup, her makeup brush in a cup.',
      'A photograph of a zorvexa cat with no collar, its red collar on the chair.',
      'A photograph of a zorvexa doll with no shoes, her shoes in the corner.',
      'A photograph of a shirtless zorvexa man, his shirt tied around his waist.',
      'A photograph of a zorvexa woman with no jacket, her jacket slung over one shoulder.',
      'A photograph of a capeless zorvexa knight, his cape draped over a wall.',
      'A backless zorvexa stool, a man with his back to the camera.',
      'A treeless island of zorvexa with a row of trees in the distance.',
    ],
  );
});

describe('fields without a value and the sentence behind them', () => {
  both(
    form,
    [
      'subject: zorvexa, strings: none; the horse hangs from nine strings, setting: studio',
      'subject: zorvexa, wheels: none; the cart rolls on with its two wheels, setting: street',
      'subject: zorvexa, wings: none, the bird has red wings, setting: sky',
    ],
    [
      'subject: zorvexa, strings: none; the horse stands on its hind legs, setting: studio',
      'subject: zorvexa, strings: none, a guitar with strings on the wall, setting: studio',
      'subject: zorvexa, headwear: none, she holds a straw hat, setting: studio',
      'subject: zorvexa, wings: none, she looks at a poster of a bird with wings, setting: studio',
    ],
  );
});

describe('who is said to do without in the end', () => {
  const climber = (scene: string): string => `zorvexa a woman with a ${scene} leans out from the ledge`;
  both(
    climber,
    [
      'zorvexa a woman wearing a white helmet leans out from the ledge, bareheaded in the wind',
      'zorvexa a man in a black hat walks along the pier, bareheaded in the rain',
      'zorvexa a man with a long beard waves from the ledge, clean-shaven and smiling',
    ],
    [
      'zorvexa a woman carrying a white helmet leans out from the ledge, bareheaded in the wind',
      'zorvexa a woman wearing a white helmet looks at a man on the ledge, bareheaded in the wind',
      'a mannequin wearing a white helmet stands behind zorvexa, bareheaded in the wind',
      'zorvexa a woman wearing a white dress leans out from the ledge, bareheaded in the wind',
    ],
  );
});

describe('what was not done and was', () => {
  both(
    prose,
    [
      'zorvexa, unsliced loaf, market stall. The loaf has been cut into thick slices that fan out.',
      'A photograph of zorvexa with an unpeeled orange. The orange has been peeled.',
      'A photograph of zorvexa with an unopened letter, and the letter is torn open.',
      'A photograph of zorvexa with a whole cake. The cake is cut into even wedges.',
    ],
    [
      'zorvexa, unsliced loaf, market stall. The cheese has been cut into thick slices that fan out.',
      'A photograph of zorvexa with an unpeeled orange beside another one. The orange has been peeled.',
      'A photograph of zorvexa with an unopened letter, and the letter is about to be torn open.',
      'A photograph of zorvexa with a whole cake. The cake is cut by hand.',
      'A photograph of zorvexa with a whole fish. The fish is sliced open along the belly.',
    ],
  );
});

describe('one thing on one body', () => {
  const inked = (scene: string): string => `zorvexa, a ${scene} on her left forearm, thin black lines`;
  both(
    inked,
    [
      'zorvexa, a moth on her left forearm, the design covers his right calf from knee to ankle',
      'zorvexa, a rose on her left shoulder, the tattoo sits on her right shoulder',
      'zorvexa, a cross on his left calf, the design covers her left calf',
      'zorvexa, a bandage on his left knee, the bandage is on his right knee',
    ],
    [
      'zorvexa, a moth on her left forearm, the design covers her left wrist',
      'zorvexa, a rose on her left shoulder, the tattoo continues on her right shoulder',
      'zorvexa, a bag over his left shoulder, the bag rests on his right hip',
      'zorvexa, a dragon across the right shoulder, the dragon stretches down the left arm',
      'zorvexa, a cross on his left calf, another design covers his right calf',
      'zorvexa, a bandage on his left knee, the watch is on his right wrist',
      'zorvexa, a rose on her left shoulder, a cross on her left calf, the design covers her right calf',
    ],
  );
});

describe('numbers of one thing', () => {
  both(
    tags,
    ['zorvexa, single apple, four apples, studio', 'zorvexa, two red cups, 3 red cups'],
    [
      'zorvexa, single apple, four pears, studio',
      'zorvexa, two red cups, three blue cups',
      'zorvexa, single apple, apples',
      'zorvexa, comic, single apple, four apples',
    ],
  );
  both(
    prose,
    [
      'A photograph of zorvexa with two cats on a sofa, and all three cats sleep.',
      'Four dancers bow to zorvexa on the stage, and both of them wear masks.',
      'A three-legged zorvexa stool with four legs stands in the hall.',
    ],
    [
      'A photograph of zorvexa with three cats on a sofa, and all three cats sleep.',
      'Four dancers and two singers bow to zorvexa, and all six of them wear masks.',
      'Four dancers bow to zorvexa, both hands on their hearts.',
      'Four dancers bow to zorvexa, and two of them wear masks.',
      'A three-legged zorvexa stool beside a table with four legs stands in the hall.',
    ],
  );
});

describe('states of a scene', () => {
  both(
    tags,
    [
      'zorvexa, early morning, starry night, roof',
      'zorvexa, empty square, crowd',
      'zorvexa, heavy snow, summer day',
      'zorvexa, cherry blossoms, autumn foliage',
    ],
    [
      'zorvexa, evening, night sky, roof',
      'zorvexa, morning glory, night sky',
      'zorvexa, empty bottle, crowd',
      'zorvexa, snow globe, summer day',
      'zorvexa, heavy snow, winter day',
      'zorvexa, heavy snow, summer day, painting (object)',
      'zorvexa, split screen, early morning, starry night',
    ],
  );
  both(
    prose,
    [
      'A deserted square in zorvexa style, packed with tourists in bright coats.',
      'A frozen pond in zorvexa style on a hot summer day.',
      'A photograph of a frozen pond in zorvexa style on a hot summer day.',
      'An abandoned hall in zorvexa style, bustling with hundreds of workers.',
      'A harbour in zorvexa style under a starry night sky at noon.',
      'A bar in zorvexa style in the midday sun at night.',
      'A woman in zorvexa style stands on the quay in summer, a frozen pond beside her.',
    ],
    [
      'A deserted square in zorvexa style, a painting of a crowd on the wall.',
      'A crowded market in zorvexa style beside a deserted square.',
      'A deserted square in zorvexa style that will soon be packed with tourists.',
      'A snow-covered peak in zorvexa style above a valley on a hot summer day.',
      'A harbour in zorvexa style from noon to night under a starry night sky.',
      'A bar called Midday Sun in zorvexa style at night.',
      'A door in zorvexa style of the hotel Summer Night on a cold winter evening.',
      'A woman in zorvexa style in summer clothes on a cold winter morning.',
      'A soldier in zorvexa style in winter camouflage on a hot summer day.',
      'A square in zorvexa style, empty in the morning, is crowded in the evening.',
      'A street in zorvexa style, quiet in the morning and busy at night.',
      'A calendar in zorvexa style shows a frozen pond on a hot summer day.',
    ],
  );
});
