import assert from 'node:assert/strict';
import { opposedIn } from '../../server/src/tags/opposed/opposed.ts';
import { proseContradictions } from '../../server/src/tags/prose-contradictions.ts';

/** What is told of a text, as "earlier / later"; what both ways of looking find is told once, as the rule does it. */
const said = (text: string): string[] => {
  const first = proseContradictions(text);
  const others = opposedIn(text, { isForm: false, isSentence: true, isProse: false, words: [] }).filter(
    ({ a, b }) =>
      !first.some((one) => a.start < one.a.end && one.a.start < a.end && b.start < one.b.end && one.b.start < b.end),
  );
  return [...first, ...others].map(({ a, b }) => `${text.slice(a.start, a.end)} / ${text.slice(b.start, b.end)}`);
};

/** Texts of one kind: in the first something is said twice otherwise, the second is like it and right. */
const kinds: Readonly<Record<string, readonly (readonly [wrong: string, right: string])[]>> = {
  'posture of who does something': [
    [
      'A woman in red stands by a door, sitting on a chair.',
      'A woman in red stands by a door, a cat sitting on a chair.',
    ],
    [
      '1girl, solo, standing, dress, A girl is sitting on a chair.',
      '1girl, solo, standing, dress, A girl stands by a chair.',
    ],
    ['The woman sits on the floor and is standing.', 'The woman sits on the floor and a lamp is standing behind her.'],
    [
      'A man stands with his arms crossed, his hands in his pockets.',
      'A man with his arms crossed, a pen in his pocket.',
    ],
    ['A horse gallops over a field, standing still.', 'A horse gallops over a field, a barn standing behind it.'],
    ['A woman with long hair sits on a stool. She stands.', 'A woman with a lamp that stands on a stool sits down.'],
  ],
  'a room that is outdoors': [
    ['Flowers on a table outdoors in the living room.', 'Flowers outdoors, seen from the living room.'],
    ['She is at home indoors and reads outdoors at a table.', 'A sign reads Outdoors, and she is at home indoors.'],
    ['1girl, indoors, A girl sits on the beach.', '1girl, indoors, A girl sits by a mural of waves.'],
  ],
  'time of day': [
    [
      'A sunny afternoon at the pier, the night sky above.',
      'A sunny afternoon at the pier, a night light above a door.',
    ],
    ['A night view of a port in the midday sun.', 'A night view of the port called Midday Sun.'],
    ['A train in the morning, in the evening light.', 'The train, empty in the morning, is crowded in the evening.'],
    [
      'In early morning light a boat sails, the last glow of sunset fading.',
      'Early morning light, pink as the glow of sunset.',
    ],
    [
      'Morning sun on the roofs, the last rays of the setting sun fade behind them.',
      'From early morning light to the last rays of the setting sun.',
    ],
    ['In the morning a cart stands in the glow of dusk.', 'A cart at dusk, the name Morning Light on its side.'],
    ['A lake in early morning light at sunset.', 'A lake at sunset, as still as in early morning light.'],
  ],
  season: [
    ['A snowy street in July heat.', 'A snowy street in January frost.'],
    ['1girl, winter, A girl walks on a hot summer day.', '1girl, winter, A girl walks past the summer palace.'],
    [
      'A winter scene, a woman in a coat on a hot summer day.',
      'A painting of a winter scene hangs in a room on a hot summer day.',
    ],
  ],
  weather: [
    ['A field under a bright cloudless sky, rain pouring down.', 'A field under a cloudless sky, wet after the rain.'],
    ['1girl, clear sky, A girl runs in the pouring rain.', '1girl, clear sky, A girl runs; the rain has stopped.'],
  ],
  'how near and from where': [
    ['A close-up full-body shot of a woman in a garden.', 'A close-up shot of a woman in a garden.'],
    ['1girl, upper body, A full-body shot of a girl.', '1girl, upper body, A girl before a full-length mirror.'],
    ["A view from below of a tower, a bird's-eye perspective.", 'A view from below of a tower, a bird circling.'],
    [
      '1girl, from behind, A girl faces the camera.',
      '1girl, from behind, A girl looks back over her shoulder at the camera.',
    ],
  ],
  'one face': [
    ['A woman with a serious expression and a wide, warm smile.', 'A woman with a serious expression and wide eyes.'],
    ['A smiling man with a frown. He smiles.', 'He smiles under a painted frown.'],
    ['A boy sleeps under a tree, his eyes wide open.', 'A boy sleeps under a tree, his hands wide open.'],
    ['Her mouth closed, her open mouth shows teeth.', 'Her mouth closed, an open book in her hands.'],
    ['She smiles; she is crying.', 'She smiles at the baby who is crying.'],
    [
      'A girl looks into the camera, her gaze turned to the left.',
      'A girl looks into the camera, her chair turned to the left.',
    ],
    ['She smiles; she is frowning.', 'She is neither smiling nor frowning.'],
  ],
  'a photo without colours': [
    [
      'A black-and-white photograph of a girl in a bright yellow coat.',
      'A photograph of a girl in a bright yellow coat.',
    ],
    [
      'A monochrome photo, a glowing red lamp.',
      'A woman holds a black-and-white photo, a glowing red lamp behind her.',
    ],
  ],
  'empty and crowded, full and empty hands, alone and in company': [
    [
      'The street is empty, and a crowd of people walks by.',
      'The street is empty but for a crowd far away, a crowd of people.',
    ],
    ['A man holds a guitar. His hands are empty.', 'A man holds a guitar, his bowl empty.'],
    ['A woman is alone on the beach with her two friends.', 'A woman is on the beach with her two friends.'],
    [
      '1girl, solo, A girl and her two sisters sit on a couch.',
      '1girl, solo, A girl sits on a couch below a photo of two girls.',
    ],
  ],
  'worn and not': [
    [
      'A man wearing glasses reads, he is not wearing glasses.',
      'A man wearing glasses reads, he is not wearing a hat.',
    ],
    ['A dog wearing a red bandana runs. The dog has no bandana.', 'A dog wearing a red bandana runs, with no leash.'],
    ['A boy wearing a hat, hatless, at a fence.', 'A man wearing a hat beside a hatless boy.'],
    ['1girl, hat, The girl is not wearing a hat.', '1girl, holding hat, The girl is not wearing a hat.'],
    [
      'There are no glasses on her face. She wears large round glasses.',
      'No glasses are on her face. She took the large glasses off.',
    ],
  ],
  'numbers of all that are there': [
    ['Three dogs lie on a rug. The two dogs look up.', 'Three dogs play; two dogs chase a ball and one sleeps.'],
    [
      'Two children swing. The three children laugh.',
      'Two children swing while a third child watches; the three children laugh.',
    ],
    ['A dog with three legs runs on all four legs.', 'A dog with three legs runs after two cats with four legs each.'],
    ['A single flower lies beside three flowers in a vase.', 'A single flower in her hand, three flowers in a vase.'],
    ['Two leaves, pond, A single leaf floats on the pond.', 'Two leaves, pond, A single lily floats on the pond.'],
    [
      'Three loaves, shelf, A single loaf sits on the shelf.',
      'Three loaves, shelf, A single loaf sits before the rest.',
    ],
    ['Three candles, desk, A single candle stands on the desk.', 'Three candles, desk, A single candle burns.'],
    ['Two dogs, mat, A single dog lies on the mat.', 'Two dogs sleep. A single dog lies on the mat.'],
    ['Four wolves, snow, A lone wolf stands on the ridge.', 'Four wolves, snow, A lone wolf howls.'],
    ['A single apple lies on a plate beside four apples.', 'A single apple lies beside four pears.'],
  ],
  'one thing in either hand': [
    [
      'A cat holds a ball in its left paw, the ball is in its right paw.',
      'A cat holds a ball in its left paw, a mouse in its right paw.',
    ],
  ],
  'one thing in two states or of two materials': [
    ['A lamp on the table is switched on; the lamp is off.', 'A lamp on the table is switched on; the fan is off.'],
    ['A wooden table made of glass stands here.', 'A wooden table with a glass top stands here.'],
    [
      "The red accordion on her lap is closed, and the accordion's blue body shines.",
      "The red accordion on her lap is closed, and the accordion's blue strap shines.",
    ],
    [
      "A green tractor in a field. The tractor's yellow bodywork shines.",
      "A green and yellow tractor in a field. The tractor's yellow bodywork shines.",
    ],
    [
      "A yellow camera on a strap, the camera's red casing scratched.",
      "A yellow camera and a red camera on a shelf, the camera's red casing scratched.",
    ],
    ["A black guitar, the guitar's white body worn.", "A black guitar case, the guitar's white body worn."],
    ["A white robot in a hall, the robot's black body wet.", "A white bird on a branch, the bird's black body wet."],
    ['An empty glass filled with juice on a bar.', 'An empty glass beside one filled with juice.'],
    ['The red lamp on the green table is blue.', 'The blue lamp on the red table is blue.'],
    ['A cup of hot tea on a tray, the tea is ice cold.', 'A cup of hot tea on a tray, the milk is ice cold.'],
    [
      'A woman in a knee-length skirt, the skirt is ankle-length.',
      'A woman in a knee-length skirt, the coat is ankle-length.',
    ],
    ['A white horse turns. The horse is black.', 'The white horse in front of the black horse turns.'],
    ['A girl with blonde hair. Her hair is black.', 'A girl with blonde hair and black hair clips.'],
  ],
  'one body': [
    ['A tall thin man in a suit; he is short.', 'A tall thin man in a suit; his hair is short.'],
    ['A slim girl on a wall. She is plump.', 'A slim girl on a wall. The cushion is plump.'],
    ['A young woman knits. She is old.', 'A young woman knits. She is old enough to vote.'],
    ['A tall girl waits. She is short.', 'A tall girl waits beside a bus. She is short of change.'],
  ],
  'hair of a length and a colour': [
    [
      'A woman with chin-length hair. Her very long hair is tied.',
      'A woman with chin-length hair in a very long coat.',
    ],
    [
      'A woman with black hair. Her hair is blonde.',
      'A woman with black hair, its ends blonde. Her hair is blonde there.',
    ],
  ],
  'looks of one of several': [
    ['A girl with blue eyes and a hat. Her eyes are brown.', 'A girl with blue eyes and her brother with brown eyes.'],
    [
      'A girl in a red dress. The dress is blue.',
      'The girl in the red dress and the girl in the blue dress hold hands.',
    ],
    [
      'A man in a grey hoodie and black cap walks his dog. His cap is red.',
      'A man in a black cap walks his dog. Its cap is red.',
    ],
    [
      'A man with blue eyes. His eyes are brown and look tired.',
      'A man with blue eyes. His shoes are brown and look old.',
    ],
    [
      'A girl in a red scarf. The scarf is green.',
      'The girl with the red scarf looks at the girl with the green scarf.',
    ],
    [
      '1girl, solo, arms at sides, Both arms are raised high above her head.',
      '1girl, solo, arms at sides, Both hands are turned outward.',
    ],
    ['A chef smiles. He frowns.', 'Of two chefs the younger one smiles and the older one frowns.'],
  ],
};

describe('tags/prose axes', () => {
  for (const [kind, pairs] of Object.entries(kinds))
    it(kind, () => {
      for (const [wrong, right] of pairs) {
        assert.equal(said(wrong).length, 1, `${wrong}: ${said(wrong).join('; ')}`);
        assert.deepEqual(said(right), [], right);
      }
    });
});
