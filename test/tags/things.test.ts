import assert from 'node:assert/strict';
import { proseContradictions } from '../../server/src/tags/prose-contradictions.ts';

const clashes = (text: string): string[] => proseContradictions(text).map(({ a, b }) => `${a.phrase} / ${b.phrase}`);

describe('tags/things-said', () => {
  const told: [string, string][] = [
    ['a photo of a dog wearing a red collar on a path, its collar is blue', 'red collar / collar is blue'],
    [
      "the man with black hair stirs a pot while the woman cuts carrots, the man's blond hair tied back",
      'black hair / blond hair',
    ],
    [
      "a woman in a red coat holds hands with a man in a gray coat, the woman's coat is blue",
      'red coat / coat is blue',
    ],
    [
      'A canopy bed with heavy green curtains. Light falls between the red curtains onto the rug.',
      'green curtains / red curtains',
    ],
    ['A copper tub stands on the tiles. A towel hangs over the porcelain tub.', 'copper tub / porcelain tub'],
    [
      'A kettle made of copper on a stove. The kettle is made of plastic.',
      'kettle made of copper / kettle is made of plastic',
    ],
    ['A small padlock lies on a diary. The large padlock is locked.', 'small padlock / large padlock'],
    ['A kitchen floor. The white cabinets behind him are black.', 'white cabinets / cabinets behind him are black'],
    ['Two children fly a kite. The kite is red. The kite is blue.', 'kite is red / kite is blue'],
    ['She wears a straw hat and gloves. Her felt hat casts a shadow.', 'straw hat / felt hat'],
    ['A round table with cups. The table is square.', 'round table / table is square'],
    ['A striped shirt hangs on a chair. The plain shirt is dry.', 'striped shirt / plain shirt'],
    ['An old bridge over a river. The new bridge is empty.', 'old bridge / new bridge'],
    ['A path in autumn. Spring flowers cover the ground.', 'in autumn / spring flowers'],
    ['a man sitting on a bench and standing with a dog next to him', 'sitting / standing'],
  ];
  for (const [text, pair] of told) it(`tells ${text}`, () => assert.deepEqual(clashes(text), [pair]));

  const silent = [
    'A black cup and a white cup stand on a tray. The white cup is full.',
    'A red car is parked next to a blue car. The blue car is old.',
    'Two dogs run. The black dog is ahead of the white dog.',
    'A row of houses. The red house stands beside the white house.',
    'A woman in a red dress and a woman in a blue dress. Her dress is long.',
    'A white dress with blue trim. The dress is white and blue.',
    'A dark blue coat on a chair. The coat is light blue.',
    'A wooden table with a glass vase. The vase is tall, and the table is old.',
    'A long red scarf and short boots. The scarf is thick, the boots are black.',
    'A white mug on the left. The other mug is black.',
    'A grey stone wall. The wall behind her is white.',
    'A small garden with a large garden gate. The garden is empty.',
    'The lamp is lit. A lamp in the back is not lit.',
    'A white sports bag beside a black sports car. The sports bag is open.',
    'He wears a brown leather jacket; the leather is worn and black at the edges.',
    'People sit on benches and walk along the street.',
  ];
  for (const text of silent) it(`is silent on ${text}`, () => assert.deepEqual(clashes(text), []));
});
