import assert from 'node:assert/strict';
import { claimsTwice } from '../../server/src/tags/claims/claims.ts';
import { namesIn } from '../../server/src/tags/several.ts';

/** What a caption says twice, in the words of the caption; null where nothing. */
function twice(text: string, isTags = false): string | null {
  const found = claimsTwice(text, isTags ? 'tags' : 'mixed', !isTags && namesIn(text) > 1);
  return found && `${text.slice(found.a.start, found.a.end)} / ${text.slice(found.b.start, found.b.end)}`.toLowerCase();
}

describe('what tags claim of one and the same', () => {
  for (const [text, said] of [
    ['lamp, art deco, wooden handle, brass hinge, plastic handle', 'wooden handle / plastic handle'],
    ['cutlery, wooden handles, plastic handles', null],
    ['red apple, green apple, bowl', null],
    ['kite, striped hull, plain hull', 'striped hull / plain hull'],
    ['goat, white fur, brown fur', null],
    ['1boy, solo, red overcoat, green overcoat, street', null],
    ['tram, single-deck tram, depot, double-deck tram', 'single-deck / double-deck'],
    ['woodcut, rabbit, photograph, moss', 'woodcut / photograph'],
    ['1boy, solo, seated, standing, bench', 'seated / standing'],
    ['1boy, solo, sitting, bench, standing lamp', null],
    ['heavy snow, summer day, postcard', null],
    ['robot, front view, side view, rear view', null],
    ['robot, front view, rear view', 'front view / rear view'],
  ] as const)
    it(`${said === null ? 'leaves' : 'tells'} ${text}`, () => assert.equal(twice(text, true), said));
});

describe('what a caption claims of one and the same', () => {
  for (const [text, said] of [
    [
      'A woman waits with her visor up. Behind a fence two sailors share a newspaper. Her lowered visor mirrors the lights.',
      'her visor up / lowered visor',
    ],
    [
      'A woman in a yellow raincoat waits, and two men smoke. Her blue raincoat glistens.',
      'yellow raincoat / blue raincoat',
    ],
    ['zorvexa, 1girl, solo, umbrella open, rope, Her umbrella is closed.', 'umbrella open / her umbrella is closed'],
    ["zorvexa, hood: up, place: quay, note: The man's hood is down.", "hood: up / the man's hood is down"],
    ['A jet-black gelding waits by the gate. His dapple-grey coat is wet.', null],
    [
      'A stout horse stands there with a jet-black coat. Its dapple-grey coat is wet.',
      'jet-black coat / dapple-grey coat',
    ],
    ['zorvexa, 1girl, solo, barefoot, rope, Her ski boots clatter on the tiles.', 'barefoot / her ski boots'],
    [
      'A man waits by the gate hatless. Another crate leans on the wall. He wears a straw hat.',
      'hatless / a straw hat',
    ],
    ['zorvexa, headwear: none, note: In her velvet beret, she waits for a sign.', 'headwear: none / her velvet beret'],
    [
      'zorvexa, 1girl, solo, arms at sides, rope, Both arms are raised high above her head.',
      'arms at sides / both arms are raised',
    ],
    [
      'A man kneels on one knee. Two crates stand by the wall. Lying on his back in the straw, he waits.',
      'kneels / lying',
    ],
    [
      'A dog is seen near the gate sleeping soundly. The bridge, which was built of granite, spans the canal. The animal runs after a ball.',
      'sleeping / runs',
    ],
    [
      'zorvexa, people: none, view: along the deck, note: three hikers wait at the far end',
      'people: none / three hikers',
    ],
    [
      'zorvexa, 1girl, indoors, bedroom, She balances on the open moor, and rain drives across the hillside behind her.',
      'indoors / the open moor',
    ],
    [
      'zorvexa, photographed straight down from overhead. The low angle shows only its profile.',
      'photographed straight down from overhead / low angle',
    ],
    [
      "A parrot with bright green plumage cracks a nut. The bird's feathers are pure white from crown to tail.",
      "green plumage / the bird's feathers are pure white",
    ],
    [
      'A piano with its lid closed stands by the window. The raised lid shows the strings.',
      'its lid closed / raised lid',
    ],
    ['An otter swims in the bay and cracks a clam. The animal stands on the shore.', 'swims in the bay / stands'],
    ['A climber hangs from an overhang by both hands. He stands on flat ground.', 'hangs from / stands'],
    ['mosstyp, two typewriters, shelf. Three typewriters stand side by side.', 'two typewriters / three typewriters'],
    ['mosstyp, two typewriters, shelf. Two of three typewriters stand side by side.', null],
    ['bridge, top view, rope. The track winds down the stairs, seen from below.', 'top view / seen from below'],
    ['A man smokes a pipe under a cloudy sky without a single cloud.', 'cloudy sky / without a single cloud'],
    [
      'A woman smiles at the camera with the tram behind her. Her expression is sad and tearful.',
      'smiles / expression is sad and tearful',
    ],
    ['A pump at night, lit from inside. The forecourt lies in bright midday sunshine.', 'at night / midday sunshine'],
    ['A goose walks along the bank. It glides across the pond in deep water.', 'walks / glides across'],
    ['A jeep is parked beside a well. Sand flies up as it roars across the dunes.', 'is parked / roars across'],
    ['Drone photo of a harvest. The camera looks steeply up at the stooks.', 'drone photo / camera looks steeply up'],
    ['A small dancer with curly hair waits. Her straight hair shines.', 'curly hair / straight hair'],
    ['A judo fighter faces us. He stands with his back to the camera.', 'faces us / back to the camera'],
    ['A wide view of an empty rink. Every seat is taken.', 'empty rink / every seat is taken'],
    ['From early morning to the last rays of the setting sun a man mows.', null],
    ['A monk kneels beside a standing officer. He is calm.', null],
    ["A girl bows. Her coat lies on her shoulders, and she stands in a doorway's shade.", null],
    ['A boxer in his twenties waits. An old man rests on a stool.', null],
    ['chrmtk, overturned, cart. The cart stands upright on a hill.', 'overturned / stands upright'],
    // What a sentence says beside a comma or while something else goes on is about that alone.
    [
      'vdtr, 1man, night, He hails a taxi in bright midday sun while a club sign flickers over the door.',
      'night / midday sun',
    ],
    ['vdtr, 1man, night, He leans on a sign that says midday sun.', null],
    ['tug, four funnels, smoke. A tug with a single funnel waits.', 'four funnels / a single funnel'],
    ['tug, four funnels, smoke. A single funnel is painted red.', null],
    ['Four gulls stand on a pier. A single gull shrieks.', null],
    ['Five sheep graze. Only three sheep are in the picture.', null],
    ['A group of six nuns climbs a stair. Only two nuns are in the picture.', 'six nuns / two nuns'],
    ['Six nuns climb a stair. Two nuns carry lamps.', null],
    ['shop, shutters down. The shutters are up, and a girl sweeps.', 'shutters down / the shutters are up'],
    [
      'A chest stands in a loft, its lid closed. Its lid is propped up against the wall.',
      'its lid closed / its lid is propped',
    ],
    ['The front gate is open and the back gate is closed.', null],
    [
      'A woman in a tracksuit runs along a dyke. She is wearing a white wedding dress.',
      'in a tracksuit / wearing a white wedding dress',
    ],
    ['A woman in a tracksuit runs along a dyke. A friend in a wedding dress waves.', null],
    ['In winter the pond is frozen, in summer it is full of ducks.', null],
    ['In winter, a man skates past a pond, his breath white in the summer heat.', 'in winter / summer heat'],
    ['A bald man greets a man who has thick curly hair.', null],
    ['A ruined mill stands above a street of well preserved houses.', null],
    ['Night photo of a ferry under the bright midday sun.', 'night photo / midday sun'],
    [
      'A pup sleeps under a desk lamp that is switched on, and the desk lamp is switched off.',
      'a desk lamp that is switched on / the desk lamp is switched off',
    ],
    ['1man, night, kiosk. He reads in bright midday sun while a hotel sign glows.', 'night / midday sun'],
    ['A woman dances barefoot on a beach, wet sand flying from her heel.', null],
    ['A whale lies under a village; above it is night, within it is day.', null],
  ] as const)
    it(`${said === null ? 'leaves' : 'tells'} ${text}`, () => assert.equal(twice(text), said));

  for (const text of alike()) it(`is silent on ${text}`, () => assert.equal(twice(text), null));
});

/** Right captions that look like a contradiction: several, parts, pictures in the picture, changes, what lies aside. */
function alike(): readonly string[] {
  return `
A woman in a red coat sits on a bench, and a man in a blue coat stands behind her. His coat is open, hers is buttoned.
A knight with his visor up talks to a squire. The squire's visor is down.
A woman waits with her umbrella open. A man beside her has closed his umbrella.
Two women sit on a wall. One has her eyes closed, the other looks at the camera with open eyes.
A boy in a yellow raincoat splashes through a puddle. A second boy in a blue raincoat watches him.
A photo of a man who closes his eyes. On the poster behind him a singer stares with wide open eyes.
A dog sleeps on the rug. In its dream it runs after rabbits.
A man takes off his hat and bows. His hat is in his left hand, and his hair is short.
A woman stands at the window. Her sister sits at the table and reads.
A bird perches on a wire. Another bird flies over the roof.
A girl holds her closed umbrella under her arm, and behind her a vendor's open umbrella shades a cart.
A man with a shaved head shows a photo of himself with long hair.
A woman lifts her veil. Under the veil she smiles, and a man frowns at her.
A woman with her hair in a ponytail brushes the long hair of a doll.
The left glove is white and the right glove is black.
A black cat sits on a white wall. The cat's eyes are green and the wall is cracked.
A man in a leather jacket leans on a motorcycle. A denim jacket hangs over the seat.
A woman looks down at the camera from a balcony, and the low angle makes her tall.
A girl looks up at the ceiling while her cat looks down at the floor.
A lantern burns in the window. The lanterns outside are unlit.
A woman stands up from her chair, where she was sitting all evening.
A runner is about to stand up; she still kneels at the line.
A man sits on the bench by day. At night he sleeps in the park.
The street is empty at dawn. By noon it is crowded with shoppers.
An old man and a young man play chess. The old man frowns and the young man smiles.
A barefoot girl carries her sandals in one hand. Her sandals are wet.
A barefoot man sits beside his boots. His boots are muddy.
A woman without a hat walks past a man in a straw hat.
A hatless boy looks at the hat on the shelf. The straw hat costs ten dollars.
A clean-shaven man stands before the portrait of a bearded king.
Nobody is in the boat. Two fishermen stand on the quay.
An empty street in the foreground, and in the distance a crowd of people waits at the gate.
A woman in a forest looks at a picture of a kitchen.
Through the window of a bedroom the open moor can be seen.
A tent stands in a meadow. Inside the tent is a small kitchen.
A man walks in from the beach and stands in the kitchen.
The lower half of the door is closed and the upper half is open.
A horse with a black mane and a white tail grazes in a field.
A cat with one eye closed and one eye open.
A woman raises one arm; her other arm hangs at her side.
A teapot with its lid off stands on the table. The lid lies beside it. The sugar bowl's lid is on.
A ship with its sails furled lies in the harbour while another ship with its sails spread leaves.
A woman whose coat is open over a buttoned blouse laughs.
A car with its headlights on passes a parked car with its headlights off.
A girl in a striped dress with a plain collar waits.
A man with long hair and a short beard sings.
A woman in a long skirt and a short jacket dances.
The tall man wears a low hat and the short man wears a tall hat.
A boy laughs as his baby sister cries.
A man in a wet coat shakes his umbrella. His shoes are dry.
The lid of the box is open, and its drawers are closed.
A woman with a dry towel dries her wet hair. Her hair is wet and the towel is dry.
A fox with red fur and a white tip. Its tail is white at the tip and its fur is red.
A soldier kneels beside a standing officer. The officer looks down at him, and he looks up.
A girl swims in the lake while her dog stands on the shore.
A swan floats on the pond, and a heron stands in the grass.
A heron stands in the shallow water of the pond. It is standing on one leg.
A sleeping baby lies in the arms of a woman who sits in a rocking chair.
A man lies on a couch. He sits up and looks at the door.
A monk sits. Then he stands and walks to the gate.
She closes her book. Her eyes are open, but her mouth is closed.
A violinist plays with her eyes closed and her mouth open.
A bull with lowered horns charges a man who raises his cape.
A woman in winter clothes stands in a summer garden of paper flowers.
A calendar shows July, and snow covers the street.
A snow-covered mountain rises behind the summer meadow.
Cherry blossoms are painted on a screen in a winter landscape.
Night falls. The sun has set, and evening light lingers on the hills.
A night market seen at dusk. Lamps burn.
Rain falls on the sea while the sky above the city is clear.
Sun breaks through after heavy rain.
The sea is calm in the harbour, and high waves crash over the mole outside.
A view from above shows a man who looks up at the drone.
Seen from a low angle, a man on a ladder looks straight down at us.
A woman sits on the floor with her legs crossed. A mannequin beside her stands with its legs spread.
A man in a hat stands next to a snowman without a hat.
A woman's gloves are white. Her bag is black, and her shoes are black.
A white cup with a black rim. The rim is chipped and the cup is whole.
A door with a closed shutter; the door itself is open.
A silver ring and a gold ring. The silver ring is tight.
A girl has a red bow in her hair and a blue bow on her dress.
A dancer in a red skirt spins; the skirt is lifted and her arms are raised.
A man in a black hat and black gloves. His gloves are wet, his hat is dry.
Her left sleeve is rolled up and her right sleeve is rolled down.
A woman with her collar up and her hood down walks in the rain.
A boy with his hood up stands by a girl with her hood down.
The man on the left has his jacket zipped. The man on the right has his jacket unzipped.
The chef has his sleeves rolled up. His apprentice's sleeves are rolled down.
A gate stands open, and the gates behind it are closed.
A flag is raised over the fort. A second flag is lowered.
A drawbridge is raised; the barrier before it is lowered.
A girl with pigtails sits on the shoulders of a bald man. His head shines.
A bald man holds a girl with long hair on his arm. Her hair is tied in a braid.
The statue has closed eyes. The woman before it has open eyes.
A woman in a mirror looks away. The woman before the mirror looks at the camera.
A man in his eighties teaches a young man to fish. He is old and patient.
A young woman with an old man's hat smiles.
A thin man carries a fat pig. He is thin and tall.
A slim woman with a plump baby on her hip.
An open book lies on a closed box. The book is old and the box is new.
`
    .trim()
    .split('\n');
}
