import { once } from '../ground/once.ts';
import { listOf } from './data/list.ts';

/** Words that say how near and from where a picture is taken, and are no tags; a quick look goes before. */
const views = once(
  () =>
    /\b(?:(?:seen|viewed|shown|shot|photographed|pictured|captured|taken|filmed|drawn|framed|looking (?:up|down)) (?:\w+ )?(?:from|at close)|from (?:directly )?(?:above|below|behind|overhead|afar|the (?:front|side|back|rear))|top-down|overhead (?:view|shot)|bird['’]?s[- ]eye|worm['’]?s[- ]eye|fills? (?:the|most of the|nearly the whole|the whole) frame|close[- ]?ups?|(?:wide|full|half|medium|long)[- ](?:angle|length|shot|view|body)|waist[- ]up|chest[- ]up|head[- ]and[- ]shoulders|head ?shots?|(?:low|high|eye)[- ](?:angle|level)|three-quarter|in profile|side profile|back view|macro|aerial|panoram\w+|portrait|selfie|to the (?:camera|viewer))\b/i,
);
const mayView =
  /from|view|shot|angle|frame|close|length|up\b|body|level|profile|portrait|macro|aerial|top-d|eye|panor|quarter|camera|selfie|shoulders/i;

/** Whether a text says how near or from where its picture is taken. */
export const namesView = (text: string): boolean => mayView.test(text) && views().test(text);

/** What is only found at places of one kind, or makes one: who writes it has said where. Words of tags, and tags. */
const scenery = new Set(
  listOf(`
terrarium, vivarium, leaf litter, undergrowth, mesh cage, bamboo, engawa, cherry blossoms, sakura, fireflies, firefly, festival, food stall, food stalls, stall, market stall, stage, tatami, tea ceremony, torii,
shrine, shoji, kotatsu, lantern festival, fireworks, crowd, traffic, seaweed, coral, underwater, sand, dunes, mud, puddle, haystack, hay, wheat, cornfield,
vineyard, orchard, autumn leaves, fallen leaves, icicle, icicles, iceberg, waterfall, cobblestone, cobblestones, asphalt, gravel, workshop, garage, showroom, doorstep,
windowsill, under bed, headboard, bookshelf, bookshelves, blackboard, lockers, treadmill, barbell rack, ice rink, racetrack, race track, pit lane, runway, catwalk, red carpet,
campfire, tent, treetop, treetops, tree branch, riverbank, driver seat, car interior, cockpit, elevator, escalator, stairwell, fire escape, chandelier, pews, altar, graveyard, tombstone,
harbor, dock, pier, ship deck, lighthouse, windmill, scaffolding, graffiti, brick wall, concert, stage lights, aquarium, greenhouse, playground, swing set, merry-go-round, ferris wheel, roller coaster`),
);

/** Whether a tag in normal form is something that says where it is, though it is no place. */
export const isScenery = (norm: string): boolean => scenery.has(norm);
