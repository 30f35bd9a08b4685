import { once } from '../ground/once.ts';
import { packedEnglish } from './data/english.generated.ts';
import { listOf } from './data/list.ts';
import { RARE_WORDS } from './data/rare-words.ts';
import { memoized } from './memo.ts';
import { PackedWords } from './packed-words.ts';
import { isVocabularyWord } from './vocabulary.ts';

let lists: readonly string[] | null = null;
const listsOfEnglish = (): readonly string[] => {
  lists ??= packedEnglish().split(' ');
  return lists;
};
const words = new PackedWords(() => listsOfEnglish()[0]);
const names = new PackedWords(() => listsOfEnglish()[1]);

/** Words of pictures and captions that dictionaries of general English lack. */
const further = once(
  () =>
    new Set(
      listOf(`mech, mechs, youkai, treant, selkie, gimbal, pexels, sgraffito, loden, gorget, pauldron, greave, greaves, tasset, armet, morion, locs, frise, coton,
conure, pilea, flatlay, lomo, nespresso, airpods, vlogger, nitrile, elastane, viscose, melamine, plexiglass, perspex, bakelite, formica, polycarbonate, polypropylene, microfibre, ripstop, cordura,
softshell, hardshell, kofun, ushanka, engawa, kotatsu, chabudai, zabuton, onigiri, okonomiyaki, takoyaki, ramen, udon, dango, mochi,
taiyaki, bento, katana, naginata, shuriken, kunai, zori, furisode, sensu, uchiwa, noren, andon, chochin, byobu, shoji, anamorphic,
sfumato, tenebrism, rotoscope, voxel, photobash, sakuga, athleisure, culottes, espadrilles, dungarees, jodhpurs, peplum, fascinator,
corsetry, houndstooth, herringbone, seersucker, chambray, gingham, tulle, organza, chiffon, balayage, cornrows, monstera, pothos,
brutalist, trellis, fretwork, mullioned, sashimi, wasabi, matcha, boba, kimchi, bibimbap, hanbok, jeogori, qipao, cheongsam, hanfu, kurta,
salwar, kameez, lehenga, dupatta, sherwani, keffiyeh, thobe, abaya, niqab, matryoshka, brogues, mules, clogs, plimsolls, wellies,
galoshes, gaiters, spats, puttees, rimlit, sidelit, uplighting, downlighting, grayscale, desaturated, oversaturated, posterized,
crosshatch, risograph, linocut, ukiyoe, giclee, cyanotype, ambrotype, holographic, iridescent, opalescent, pearlescent, lenticular,
catgirl, foxgirl, kemonomimi, tsundere, chuunibyou, otaku, gyaru, ganguro, sukeban, nekomimi, odango, twintail, sidetail, rockabilly,
decora, cottagecore, dieselpunk, atompunk, solarpunk, biopunk, clockpunk, kirin, kitsune, tanuki, yokai, tengu, exosuit, powersuit,
unitard, playsuit, boilersuit, gilet, shacket, overshirt, henley, bandeau, tankini, monokini, swimdress, boardshorts, wetsuit, rashguard,
rowhouse, highrise, lowrise, walkup, konbini, depachika, pachinko, shinkansen, tuktuk, jeepney, cosplay, cosplayer, photorealism, sci, fi,
lofi, steampunk, vaporwave, kawaii, saree, tanline, crewneck, ponytails, lowlight, tiltshift, skybox, vignetting, overexposed,
underexposed, airbrushed, shader, renders, raytraced, rgb, dslr, iphone, instagram, youtube, screencap, watermarked, waifu, fursuit,
headshots, knitwear, streetwear, swimwear, activewear, joggers, jeggings, bralette, onesie, offshoulder, freckled, tattooed, pierced,
bearded, mustached, goateed, bespectacled, unfocused, defocused, midground, streetlights, streetlamps, townscape, cloudscape, dreamscape,
unlit, colourful, multicoloured, vibrantly, softly, warmly, dimly, brightly, ornately, intricately, minimalistic, photoshoot, photobooth,
impasto, linework, crosshatched, stippled, pointillism, barstool, shiplap, boho, hygge, ca, vs, etc, tv, uv, led, diy, suv, suvs, usa, uk,
nyc, ny, eu, dj, vr, pc, cd, gps, atm, xl, sfw, qr, sm, km, cm, mm`).concat(listOf(RARE_WORDS)),
    ),
);

/** Whether a word (lower case) is one of English or of the tags the product knows, American or British. */
export const isEnglish: (word: string) => boolean = memoized(
  (word) =>
    isVocabularyWord(word) ||
    words.has(word) ||
    further().has(word) ||
    (word.endsWith('s') &&
      word.length > 4 &&
      (further().has(word.slice(0, -1)) || isVocabularyWord(word.slice(0, -1)))),
);

/** Whether a word (lower case) is a name that English writes with a capital: Anna, Paris, Toyota. */
export const isName: (word: string) => boolean = memoized((word) => !isEnglish(word) && names.has(word));
