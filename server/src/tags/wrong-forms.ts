import { once } from '../ground/once.ts';
import { listOf } from './data/list.ts';
import { isEnglish } from './english.ts';

/** Forms that follow the rule where English does not, and what is said instead; none is a word of its own, as "leaved" and "singed" are. */
const irregular = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      listOf(`catched caught, holded held, standed stood, understanded understood, sitted sat, weared wore, throwed threw, blowed blew, growed grew, knowed knew, drawed drew,
drived drove, rided rode, writed wrote, rised rose, breaked broke, speaked spoke, stealed stole, freezed froze, choosed chose, shaked shook, taked took,
eated ate, gived gave, comed came, becomed became, runned ran, swimmed swam, beginned began, drinked drank, sinked sank, swinged swung,
stinged stung, digged dug, sticked stuck, winned won, finded found, binded bound, grinded ground, fighted fought, teached taught, buyed bought,
bringed brought, thinked thought, seeked sought, sleeped slept, keeped kept, sweeped swept, weeped wept, creeped crept, feeled felt, meeted met,
feeded fed, readed read, losed lost, shooted shot, selled sold, telled told, sayed said, maked made, builded built, rebuilded rebuilt, sended sent, spended spent,
cutted cut, shutted shut, hitted hit, setted set, hurted hurt, bited bit, hided hid, goed went, falled fell, getted got, spinned spun,
sweared swore, striked struck, layed laid, clinged clung, slided slid, flinged flung,
womans women, childs children, childrens children, tooths teeth, teeths teeth, feets feet, gooses geese, geeses geese, mices mice, sheeps sheep, deers deer, wifes wives, shelfs shelves,
thiefs thieves, elfs elves, oxes oxen, lifes lives, selfs selves, furnitures furniture, scissorses scissors`).map(
        (pair) => pair.split(' ') as [string, string],
      ),
    ),
);

/** What a form that English does not have should be, of a word that it has: "playes", "holded", "berrys", "fishermans"; null for others. */
export function rightForm(word: string): string | null {
  const other = irregular().get(word);
  if (other !== undefined || isEnglish(word)) return other ?? null;
  for (const [ending, instead] of endings) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    const right = stem + instead;
    if (stem.length >= shortestStem && isEnglish(right) && isEnglish(stem + bare(ending))) return right;
  }
  return null;
}

const shortestStem = 3;

/** Endings that are no English behind a word, and those that are. */
const endings: readonly (readonly [string, string])[] = [
  ['mans', 'men'],
  ['yes', 'ys'],
  ['kes', 'ks'],
  ['tes', 'ts'],
  ['des', 'ds'],
  ['nes', 'ns'],
  ['ys', 'ies'],
  ['os', 'oes'],
  ['shs', 'shes'],
  ['chs', 'ches'],
  ['xs', 'xes'],
  ['yed', 'ied'],
  ['yest', 'iest'],
];

/** The end of the word that has been bent: "y" of "berrys", "man" of "fishermans". */
const bare = (ending: string): string => (/e[sd]|est$/.test(ending) ? ending[0] : ending.slice(0, -1));
