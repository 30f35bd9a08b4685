import { once } from '../../ground/once.ts';
import { isThingWord } from '../opposite-words.ts';

const words = once(() => ({
  f: new Set(
    'woman girl lady waitress actress mother wife bride queen nun schoolgirl daughter grandmother granny princess witch sister aunt actress hostess mermaid geisha ballerina maid empress goddess heroine priestess stewardess widow'.split(
      ' ',
    ),
  ),
  m: new Set(
    'man boy gentleman waiter father husband groom king monk schoolboy son grandfather grandpa prince wizard brother uncle guy actor emperor god hero fisherman policeman fireman salesman cowboy knight samurai'.split(
      ' ',
    ),
  ),
  any: new Set(
    'person fighter kickboxer trapezist balloonist beekeeper glassblower bricklayer plumber electrician builder miner diver goalkeeper goalie keeper lifeguard umpire coach trainer conductor composer painter sculptor photographer filmmaker director writer poet reader scribe seamstress tailor cobbler shoemaker tinker locksmith watchmaker clockmaker jeweller jeweler goldsmith saddler miller brewer vintner winemaker cheesemaker forager herder goatherd cowherd drover ploughman reaper thresher harvester lumberjack woodcutter sawyer roofer welder stoker driver courier postman clerk usher butler maid cleaner sweeper porter doorman bouncer bellhop barber hairdresser dentist surgeon midwife paramedic veterinarian ranger trapper mountaineer caver skydiver paraglider snowboarder bowler batsman pitcher catcher golfer jockey gymnast cheerleader busker mime magician fakir puppeteer storyteller officer referee sergeant general colonel minister professor scholar scribe pupil mannequin scarecrow robot cyborg android doll puppet skeleton vampire zombie ghost angel demon goblin orc child toddler baby infant kid teenager adult pensioner figure soldier sailor farmer rider driver dancer singer squire friend student worker doctor nurse chef cook priest artist musician athlete runner hiker guard warrior model tourist fisher shepherd somebody someone pirate captain porter teacher customer stranger companion opponent partner neighbour neighbor servant clerk boss passer-by pilot skater skier swimmer surfer climber cyclist diver passenger crew visitor spectator shopper commuter vendor player walker jogger boxer wrestler fencer juggler acrobat clown magician barista baker butcher blacksmith carpenter mechanic engineer scientist astronaut firefighter judge lawyer hunter thief villager peasant nomad elf dwarf cosplayer girlfriend boyfriend guest monk owner keeper bartender gardener potter weaver drummer guitarist violinist pianist archer swordsman people folk crowd couple family group'.split(
      ' ',
    ),
  ),
}));

/** Whether a noun (lower case, singular) names somebody. */
export const isPerson = (noun: string): boolean => {
  const { f, m, any } = words();
  return (
    f.has(noun) ||
    m.has(noun) ||
    any.has(noun) ||
    noun.endsWith('woman') ||
    (noun.endsWith('man') && noun.length > 5 && !isThingWord(noun))
  );
};

/** The gender that a word for somebody tells; null where it tells none. */
export function genderOf(noun: string): 'f' | 'm' | null {
  const { f, m } = words();
  if (f.has(noun) || noun.endsWith('woman')) return 'f';
  return m.has(noun) || (noun.endsWith('man') && !isThingWord(noun)) ? 'm' : null;
}

/** Whether a word for somebody means several: "crowd", "people". */
export const isGroup = (noun: string): boolean =>
  /^(?:people|folk|crowd|couple|family|group|crew|audience)$/.test(noun);
