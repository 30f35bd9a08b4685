import { finds, passes } from '../support/odd-caption.ts';

const rule = 'contradictory-tags';
const usual = (scene: string): string => `A photograph of zorvexa with a ${scene} in the middle, seen from afar.`;

/** Each of the first is told once, none of the second. */
function both(odd: readonly string[], fine: readonly string[], folder = usual): void {
  for (const text of odd) it(`tells "${text}"`, () => finds(rule, folder, text));
  for (const text of fine) it(`is silent on "${text}"`, () => passes(rule, folder, text));
}

describe('what a caption is about is said to be two things', () => {
  both(
    [
      'A zorvexa clock made of tin, the clock is carved from wood.',
      'A green zorvexa canoe on the lake, the boat is bright red.',
      'zorvexa, a black heron wades in the shallows, the bird is white.',
      'A withered zorvexa plant, the plant is fresh and upright.',
      'A dusty zorvexa trumpet, the trumpet is spotlessly clean.',
      'A snow-white zorvexa fox, its fur is dark brown.',
      'The zorvexa vase is round, with a square body.',
      'A short-haired zorvexa goat with long shaggy fur stands in the yard.',
    ],
    [
      'A zorvexa clock made of tin, the shelf is carved from wood.',
      'A zorvexa canoe painted green, the boat beside it is bright red.',
      'zorvexa, a grey heron wades past a gull, the gull is white.',
      'A withered zorvexa plant beside a fresh one, the pot is clean.',
      'A dusty case, a clean zorvexa trumpet, a wooden table.',
      'A snow-white zorvexa fox, its nose is dark brown.',
      'The zorvexa vase is round, with a square base plate under it.',
      'A short-haired zorvexa goat beside a sheep with long shaggy fur.',
      'A zorvexa clock, half of it painted red, the other half is green.',
    ],
  );
});

describe('parts of what a caption is about', () => {
  both(
    [
      'zorvexa robot with two arms, its four arms hold tools.',
      'A two-tier zorvexa cake, its three tiers are topped with berries.',
      'A thornless zorvexa rose, long thorns along its stem.',
      'An unvarnished zorvexa cello, the thick varnish of the cello glows.',
      'zorvexa robot with no antenna, a bent antenna on its head.',
      'A zorvexa coat with six buttons, the three buttons of the coat are wood.',
      'A zorvexa cart with no driver at the kerb, the driver grips the reins.',
      'A treeless zorvexa island, tall pines around the tower.',
    ],
    [
      'zorvexa robot with two arms beside a crane, its four arms hold tools.',
      'A two-tier zorvexa cake, three roses on top.',
      'A thornless zorvexa rose, the thorns of the bramble behind it.',
      'An unvarnished zorvexa cello, a jar of varnish on the bench.',
      'zorvexa robot with no antenna, an antenna lies on the bench.',
      'A zorvexa coat with six buttons, three of them undone.',
      'A zorvexa cart with no driver, a driver leans on the van behind it.',
      'A treeless zorvexa island, pines on the mainland behind it.',
      'A lidless zorvexa pot, its lid lost long ago, on the shelf.',
    ],
  );
});

describe('what somebody or something does', () => {
  both(
    [
      'zorvexa, a raven perched on a fence, the bird flies over the field.',
      'zorvexa dog sleeps on a porch, the animal is leaping at a ball.',
      'A zorvexa tram waits at the stop, the tram rattles down the avenue.',
      'A zorvexa lamp hangs from the ceiling, the lamp stands on the floor.',
      'zorvexa dog on the left of a bench, the dog sits to the right of the bench.',
      'zorvexa cat on top of the wardrobe, the cat hides under the bed.',
      'zorvexa otter with a fish in its mouth, its jaws are empty.',
      'A zorvexa carriage, its lanterns off, the light of the lanterns falls on the road.',
      'zorvexa, whole and uncut on a stand, it has been cut into slices.',
    ],
    [
      'zorvexa, a raven perched on a fence, a gull flies over the field.',
      'zorvexa dog leaps off the porch where it has been sleeping.',
      'A zorvexa tram waits at the stop, another tram rattles down the avenue.',
      'A zorvexa lamp hangs from the ceiling, a floor lamp stands on the floor.',
      'zorvexa dog on the left of a bench, a man sits to the right of the bench.',
      'zorvexa cat on top of the wardrobe, a mouse hides under the bed.',
      'zorvexa otter with a fish in its mouth, an empty bowl.',
      'A zorvexa carriage, its lanterns off, the light of a house falls on the road.',
      'zorvexa, whole and uncut on a stand, another one has been cut into slices.',
      'zorvexa stands still, a boy sprints down the corridor.',
    ],
  );
});

describe('somebody who becomes somebody else', () => {
  both(
    [
      'zorvexa, a portrait of an old man, the smooth face of the boy is turned to the light.',
      'zorvexa, a man in chain mail, she lifts her visor.',
      'zorvexa, a male cat, she nurses her kittens.',
      'zorvexa, a puppy, the old dog rests on a blanket.',
    ],
    [
      'zorvexa, a portrait of an old man with a boy, the boy is turned to the light.',
      'zorvexa, a man in chain mail, a woman lifts his visor.',
      'zorvexa, a man kneels before her, she lifts her visor.',
      'zorvexa, a man and his boat, she is called Aurora.',
      'zorvexa, a puppy with its mother, the old dog rests on a blanket.',
    ],
  );
});

describe('states of a scene', () => {
  both(
    [
      'zorvexa, a calm sea, huge waves crash over the rocks.',
      'zorvexa, a dry riverbed, the river rushes between its banks.',
      'zorvexa, the hall is deserted, a dense throng pushes through the gates.',
      'zorvexa, no customers in sight. Customers crowd around the counter.',
      'zorvexa, a charcoal drawing, the photograph is sharp to the edges.',
      'zorvexa, a map without any lettering, the word "NORTH" stands at the top.',
      'A zorvexa statue seen from the left side, it is photographed from the right side.',
      'A zorvexa room in pitch darkness, sunlight floods the room.',
    ],
    [
      'zorvexa, a calm bay, huge waves crash outside the reef.',
      'zorvexa, a dry ditch, the river rushes beside it.',
      'zorvexa, the hall is deserted, a throng waits outside.',
      'zorvexa, no customers except two. Customers come later.',
      'zorvexa, a charcoal drawing of a photographer, sharp to the edges.',
      'zorvexa, a map without lettering, a compass rose at the top.',
      'A zorvexa statue seen from the left side, a lamp stands to its right.',
      'A zorvexa room in pitch darkness, a film of a sunny beach on the screen.',
    ],
  );
});

describe('fields of a form', () => {
  both(
    [
      'subject: zorvexa, time: noon, light: moonlight, setting: studio',
      'subject: zorvexa, eyes: closed, gaze: at viewer, setting: studio',
      'subject: zorvexa, view: front, angle: from behind, setting: studio',
    ],
    [
      'subject: zorvexa, pose: sitting, companion: standing, setting: studio',
      'subject: zorvexa, hair: black, hair ends: blonde, setting: studio',
      'subject: zorvexa, view: front, mirror: from behind, setting: studio',
      'subject: zorvexa, headwear: none, held: hat, setting: studio',
    ],
    (scene) => `subject: zorvexa, headwear: ${scene}, details: plain coat, setting: studio`,
  );
});
