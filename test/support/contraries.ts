/**
 * What a caption can say of its subject, in every form, with the contrary beside it. Rows of the first half may be looked at while rules are
 * mended; figures are of the second.
 */

/** One value of an axis, by the forms that say it. */
export interface Saying {
  /** A tag. */
  readonly tag?: string;
  /** A field of a form. */
  readonly field?: string;
  /** Behind the opening, within its sentence: "with her visor up". */
  readonly phrase?: string;
  /** Sentences of their own, by form. */
  readonly sentences: Readonly<Record<string, string>>;
}

/** Two values of one axis that exclude each other. */
export interface Row {
  readonly axis: string;
  readonly half: 1 | 2;
  readonly who: Who;
  readonly one: Saying;
  readonly other: Saying;
}

export type Who = 'she' | 'he' | 'it' | 'scene';

/** A thing that somebody has, in two states: its name, the words for each behind and before it, what it does, and whose. */
const things = `
1 she visor | up, raised | down, lowered | mirrors the floodlights
1 he hood | up, raised | down, lowered | drips with rain
1 she umbrella | open, open | closed, furled | rests on her shoulder
1 he jacket | unzipped, unzipped | zipped, zipped | creaks a little
1 she cardigan | buttoned, buttoned | unbuttoned, unbuttoned | moves in the breeze
1 he lantern | lit, lit | unlit, unlit | hangs from his hand
1 it tail | raised, raised | lowered, lowered | moves from side to side
1 it wings | spread, outspread | folded, folded | catch the light
1 she fan | open, open | closed, closed | touches her chin
1 he boots | clean, spotless | muddy, muddy | leave marks on the boards
2 she parasol | open, open | closed, folded | leans on her arm
2 he collar | up, turned-up | down, turned-down | brushes his cheek
2 she veil | down, lowered | up, lifted | moves with her breath
2 he sleeves | rolled up, rolled-up | rolled down, unrolled | are of grey linen
2 she blazer | open, open | closed, buttoned | has brass buttons
2 he headlamp | on, lit | off, unlit | sits askew on his brow
2 it beak | open, open | closed, closed | is yellow at the base
2 it ears | folded, folded | pricked, pricked | are lined with pale fur
2 she scarf | wet, soaked | dry, dry | hangs to her knees
2 he toolbox | shut, closed | open, open | stands between his feet
`;
/** A thing with a look before its name: two looks, and what it does. */
const looks = `
1 she raincoat | yellow | blue | glistens under the lamps
1 he jacket | leather | denim | is cut short
1 it coat | jet-black | dapple-grey | is wet from the drizzle
1 she skirt | striped | plain | reaches to her ankles
1 he hat | tall | low | throws a shadow on his face
1 it fur | short | long | is caught in the brambles
1 she gloves | white | black | reach to the elbow
2 she dressing gown | green | crimson | trails over the tiles
2 he waistcoat | velvet | tweed | strains at the buttons
2 it plumage | white | black | shows against the reeds
2 she necklace | gold | pearl | catches the candlelight
2 he beard | long | short | moves as he talks
2 it mane | blond | black | falls over its neck
2 she shawl | checkered | plain | slips from her arms
`;
/** What somebody wears and does without: two words for what is missing, a kind of it, the part of the body. */
const worn = `
1 he hat | hatless | straw hat | headwear | keeps the sun from his eyes
1 she shoes | barefoot | ski boots | footwear | clatter on the tiles
1 he mask | unmasked | brass mask | mask | hides everything but the eyes
1 she glasses | without glasses | horn-rimmed glasses | eyewear | slide down her nose
1 he beard | clean-shaven | grey beard | facial hair | spreads over his chest
2 she hat | bareheaded | velvet beret | headwear | is pulled over one ear
2 he shoes | barefoot | wooden clogs | footwear | knock on the cobbles
2 she gloves | gloveless | kid gloves | gloves | are buttoned at the wrist
2 he glasses | no eyewear | aviator sunglasses | eyewear | mirror the runway
2 she jewelry | without jewelry | coral necklace | jewelry | lies in two rows
2 he helmet | without a helmet | climbing helmet | headwear | is covered with stickers
`;
/** What the subject does or is: tag, "she VERBs", "VERBing" for either value. */
const doings = `
1 pose | she | sitting; sits on a crate; sitting on a crate | standing; stands at the railing; standing at the railing
1 pose | he | lying; lies on his back in the straw; lying on his back in the straw | kneeling; kneels on one knee; kneeling on one knee
1 arms | she | arms at sides; keeps her arms at her sides; with her arms at her sides | arms up; raises both arms above her head; with both arms raised above her head
1 eyes | she | closed eyes; has closed her eyes; with her eyes closed | open eyes; looks out with wide open eyes; with wide open eyes
1 mouth | he | open mouth; has his mouth wide open; with his mouth open | closed mouth; keeps his mouth shut; with his lips pressed together
1 gaze | she | looking at viewer; looks straight at the camera; looking straight at the camera | looking away; looks away over the water; looking away from the camera
1 mood | he | smile; smiles broadly; with a broad smile | frown; frowns; with a deep frown
1 sleep | it | sleeping; sleeps soundly; sleeping soundly | running; runs after a ball; running after a ball
1 flight | it | flying; flies low over the reeds; flying low over the reeds | perched; perches on a post; perched on a post
1 hair | she | bald; has a shaved head; with a shaved head | braid; wears her hair in a long braid; with her hair in a braid
2 pose | he | squatting; squats beside the track; squatting beside the track | standing; stands upright; standing upright
2 pose | she | walking; strolls along the quay; strolling along the quay | sitting; is seated on the steps; seated on the steps
2 arms | he | crossed arms; has crossed his arms; with his arms crossed | arms up; throws both arms up; with both arms thrown up
2 hands | she | hands in pockets; has both hands in her pockets; with both hands in her pockets | hands on own hips; rests her hands on her hips; with her hands on her hips
2 legs | he | crossed legs; has crossed his legs; with his legs crossed | spread legs; has spread his legs wide; with his legs spread wide
2 eyes | it | closed eyes; has its eyes shut; with its eyes shut | open eyes; watches with its eyes wide open; with its eyes wide open
2 mouth | it | open mouth; opens its mouth wide; with its mouth open | closed mouth; keeps its mouth closed; with its mouth closed
2 gaze | he | looking up; looks up at the rafters; looking up at the rafters | looking down; looks down at his boots; looking down at his boots
2 mood | she | laughing; laughs out loud; laughing out loud | crying; weeps; weeping bitterly
2 water | it | swimming; swims in the pond; swimming in the pond | standing; stands on the lawn; standing on the lawn
2 back | she | facing viewer; faces the camera; facing the camera | from behind; turns her back to the camera; with her back to the camera
2 hair | he | long hair; has long hair; with long hair | buzz cut; has a buzz cut; with a buzz cut
2 body | she | slender; is slender; with a slender build | fat; is fat; with a fat belly
2 age | he | old; is an old man; in his eighties | young; is a young man; in his twenties
`;
/** What holds of the whole scene: tag, "at night", a sentence of its own. */
const scenes = `
1 place | indoors; in a small bedroom; The walls of the bedroom are papered with roses | outdoors; on the open moor; Heather covers the open moor all around
1 place | indoors; in a kitchen; A kitchen with copper pans surrounds the table | forest; in a dense forest; Moss covers the forest floor
1 time | night; at night; The midnight sky is black above the roofs | noon; at noon; The midday sun stands straight overhead
1 season | winter; in deep winter; Snow lies deep over everything | summer; in high summer; The heat of July shimmers over the road
1 weather | rain; in pouring rain; Rain pours from the gutters | cloudless sky; under a cloudless sky; The sky is cloudless
1 view | from above; seen from directly above; The camera looks straight down | from below; from a low angle; The low angle makes the ceiling tower
1 light | dark; in pitch darkness; It is pitch dark | sunlight; in bright sunlight; Bright sunlight floods the floor
1 people | no humans; without any people; Nobody is there | crowd; amid a dense crowd; Three hikers wait at the far end
2 place | indoors; inside a library; Shelves of a library rise on all sides | outdoors; on a sandy beach; The beach stretches to the headland
2 place | outdoors; in a meadow; Poppies cover the meadow | indoors; in a basement; Pipes run along the basement ceiling
2 time | morning; early in the morning; Morning light slants through the mist | sunset; at sunset; The sun is setting behind the mill
2 season | autumn; in late autumn; Autumn leaves blow over the path | spring; in early spring; Cherry blossoms drift down in the spring air
2 weather | fog; in thick fog; Thick fog hides everything | sunny; on a bright sunny day; The sun blazes from a clear blue sky
2 view | bird's-eye view; from a bird's-eye view; The view is straight down from a drone | eye level; at eye level; The picture is taken at eye level
2 water | calm sea; by a calm sea; The sea is as smooth as glass | big waves; before a raging sea; High waves crash over the mole
2 road | empty street; on an empty street; The street is deserted | crowded street; on a crowded street; Shoppers throng the street
2 people | no humans; with nobody in sight; There is not a soul about | crowd; among a crowd of shoppers; Two fishermen mend a net by the wall
2 trees | bare trees; under bare trees; The trees have lost all their leaves | green foliage; under lush green foliage; Thick green foliage covers the trees
`;

const whose = { she: 'Her', he: 'His', it: 'Its', scene: 'The' } as const;
const nouns = { she: 'woman', he: 'man', it: 'animal', scene: 'place' } as const;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const lines = (table: string): string[] => table.trim().split('\n');

function thingRows(): Row[] {
  return lines(things).map((line) => {
    const [head = '', one = '', other = '', does = ''] = line.split(' | ');
    const [half = '', who = '', ...name] = head.split(' ');
    const noun = name.join(' ');
    const own = whose[who as Who];
    const say = (words: string): Saying => {
      const [behind = '', before = ''] = words.split(', ');
      const are = noun.endsWith('s') ? 'are' : 'is';
      return {
        tag: `${noun} ${behind}`,
        field: `${noun}: ${behind}`,
        phrase: `with ${own.toLowerCase()} ${noun} ${behind}`,
        sentences: {
          adjective: `${own} ${before} ${noun} ${does}`,
          predicate: `${own} ${noun} ${are} ${behind}`,
          'of a noun': `The ${nouns[who as Who]}'s ${noun} ${are} ${behind}`,
          'with a participle': `With ${own.toLowerCase()} ${noun} ${behind}, ${who} waits for a sign`,
        },
      };
    };
    return { axis: 'state of a thing', half: Number(half) as 1 | 2, who: who as Who, one: say(one), other: say(other) };
  });
}

function lookRows(): Row[] {
  return lines(looks).map((line) => {
    const [head = '', one = '', other = '', does = ''] = line.split(' | ');
    const [half = '', who = '', ...name] = head.split(' ');
    const noun = name.join(' ');
    const own = whose[who as Who];
    const are = /s$/.test(noun) ? 'are' : 'is';
    const say = (look: string): Saying => ({
      tag: `${look} ${noun}`,
      field: `${noun}: ${look}`,
      phrase:
        /coat|jacket|skirt|gown|waistcoat|shawl|hat|gloves/.test(noun) && who !== 'it'
          ? `in ${/s$/.test(noun) ? '' : 'a '}${look} ${noun}`
          : `with ${/s$|fur|plumage/.test(noun) ? '' : 'a '}${look} ${noun}`,
      sentences: {
        adjective: `${own} ${look} ${noun} ${does}`,
        predicate: `${own} ${noun} ${are} ${look}`,
        'of a noun': `The ${nouns[who as Who]}'s ${noun} ${are} ${look}`,
        'by a verb': `${capital(who)} ${who === 'it' ? 'has' : 'wears'} ${/s$|fur|plumage/.test(noun) ? '' : 'a '}${look} ${noun}`,
      },
    });
    return { axis: 'look of a thing', half: Number(half) as 1 | 2, who: who as Who, one: say(one), other: say(other) };
  });
}

function wornRows(): Row[] {
  return lines(worn).map((line) => {
    const [head = '', missing = '', there = '', field = '', does = ''] = line.split(' | ');
    const [half = '', who = '', noun = ''] = head.split(' ');
    const own = whose[who as Who];
    const a = /s$|jewelry/.test(there) ? '' : 'a ';
    return {
      axis: 'worn and not',
      half: Number(half) as 1 | 2,
      who: who as Who,
      one: {
        tag: missing.startsWith('without') ? `no ${noun}` : missing,
        field: `${field}: none`,
        phrase: missing.startsWith('no ') ? `without any ${noun}` : missing,
        sentences: {
          negation: `${capital(who)} wears no ${noun}`,
          'with a pronoun': `${capital(who)} is ${missing.startsWith('no ') ? `without ${noun}` : missing}`,
        },
      },
      other: {
        tag: there,
        field: `details: ${there}`,
        phrase: `in ${a}${there}`.replace(/^in (?=.*beard)/, 'with '),
        sentences: {
          adjective: `${own} ${there} ${does}`,
          'by a verb': `${capital(who)} wears ${a}${there}`,
          'with a participle': `In ${own.toLowerCase()} ${there}, ${who} waits for a sign`.replace(
            /^In (?=.*beard)/,
            'With ',
          ),
        },
      },
    };
  });
}

function doingRows(): Row[] {
  return lines(doings).map((line) => {
    const [head = '', who = '', ...values] = line.split(' | ');
    const [half = '', axis = ''] = head.split(' ');
    const say = (words: string): Saying => {
      const [tag = '', verb = '', phrase = ''] = words.split('; ');
      return {
        tag,
        field: `pose: ${tag}`,
        phrase,
        sentences: {
          'by a verb': `${capital(who)} ${verb}`,
          'of a noun': `The ${nouns[who as Who]} ${verb}`,
          'with a participle': `${capital(phrase)}, ${who} waits for a sign`,
        },
      };
    };
    const [one, other] = values.map(say);
    return { axis, half: Number(half) as 1 | 2, who: who as Who, one: one!, other: other! };
  });
}

function sceneRows(): Row[] {
  return lines(scenes).map((line) => {
    const [head = '', ...values] = line.split(' | ');
    const [half = '', axis = ''] = head.split(' ');
    const say = (words: string): Saying => {
      const [tag = '', phrase = '', sentence = ''] = words.split('; ');
      return {
        tag,
        field: axis === 'people' ? `people: ${tag === 'crowd' ? 'a crowd' : 'none'}` : `${axis}: ${tag}`,
        phrase,
        sentences: { sentence, 'by a phrase': `${capital(phrase)}, the wait goes on` },
      };
    };
    const [one, other] = values.map(say);
    return { axis, half: Number(half) as 1 | 2, who: 'scene', one: one!, other: other! };
  });
}

/** All rows. */
export const rows = (): Row[] => [...thingRows(), ...lookRows(), ...wornRows(), ...doingRows(), ...sceneRows()];
