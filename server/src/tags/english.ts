import { once } from '../ground/once.ts';
import { packedEnglish } from './data/english.generated.ts';
import { listOf } from './data/list.ts';
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
      listOf(`nitrile, elastane, viscose, melamine, plexiglass, perspex, bakelite, formica, polycarbonate,
polypropylene, polyurethane, microfiber, microfibre, ripstop, cordura, softshell, hardshell, torii, kofun, obi, sarong, dirndl, kilt, ushanka, tatami, engawa, kotatsu, chabudai, zabuton, onigiri, okonomiyaki,
takoyaki, ramen, udon, dango, mochi, taiyaki, bento, katana, naginata, shuriken, kunai, geta, zori, hakama, haori,
furisode, yukata, sensu, uchiwa, noren, andon, chochin, byobu, fusuma, shoji, anamorphic, chiaroscuro, sfumato,
tenebrism, rotoscope, voxel, isometric, photobash, sakuga, athleisure, culottes, espadrilles, dungarees, jodhpurs,
peplum, cloche, fascinator, bustier, corsetry, brocade, houndstooth, herringbone, seersucker, chambray, gingham,
tulle, organza, chiffon, balayage, undercut, mohawk, dreadlocks, cornrows, afro, pompadour, quiff, mullet, monstera,
pothos, philodendron, bougainvillea, wisteria, hydrangea, brutalist, pergola, trellis, cornice, fretwork, corbel,
mullioned, wainscot, sashimi, wasabi, matcha, boba, kimchi, bibimbap, hanbok, jeogori, qipao, cheongsam, hanfu,
kurta, salwar, kameez, lehenga, dupatta, sherwani, keffiyeh, thobe, abaya, niqab, burqa, babushka, matryoshka,
balalaika, samovar, dacha, loafers, brogues, mules, clogs, plimsolls, wellies, galoshes, gaiters, spats, puttees,
backlit, rimlit, sidelit, uplighting, downlighting, grayscale, desaturated, oversaturated, posterized, halftone,
crosshatch, risograph, lithograph, linocut, woodblock, ukiyoe, giclee, cyanotype, daguerreotype, tintype, ambrotype,
holographic, iridescent, opalescent, pearlescent, lenticular, catgirl, foxgirl, kemonomimi, tsundere, yandere,
chuunibyou, otaku, gyaru, ganguro, sukeban, zettai, ryouiki, nekomimi, ahoge, odango, twintail, drills, forelock,
sidelocks, hime, sidetail, updo, topknot, chignon, bouffant, beehive, pixie, flapper, rockabilly, greaser, mod, goth,
emo, scene, visual, lolita, decora, fairy, cottagecore, dieselpunk, atompunk, solarpunk, biopunk, clockpunk, dungeon,
gargoyle, kirin, kitsune, tanuki, kappa, oni, yokai, tengu, mecha, exosuit, exoskeleton, powersuit, bodysuit,
catsuit, leotard, unitard, playsuit, boilersuit, coverall, windbreaker, anorak, parka, cagoule, gilet, shrug, bolero,
shacket, overshirt, henley, raglan, polo, camisole, tank, singlet, halter, bandeau, tankini, monokini, swimdress,
boardshorts, wetsuit, rashguard, cityscape, townhouse, brownstone, rowhouse, skyscraper, highrise, lowrise, walkup,
bodega, konbini, izakaya, depachika, pachinko, shinkansen, monorail, funicular, gondola, tuktuk, rickshaw, jeepney,
bokeh, anime, manga, chibi, cosplay, cosplayer, hoodie, selfie, photorealistic, hyperrealistic, photorealism, greyscale,
grayscale, monochrome, sci, fi, lofi, steampunk, cyberpunk, vaporwave, mecha, kawaii, yukata, kimono, haori, hakama, obi, geta,
sarong, hijab, saree, sari, hanfu, qipao, cheongsam, lolita, gothic, tanline, crewneck, turtleneck, choker, scrunchie, updo,
undercut, mullet, topknot, ponytails, pigtails, twintails, twintail, ahoge, hime, lowlight, backlit, backlighting, sidelight,
closeup, fisheye, tiltshift, drone, skybox, vignette, vignetting, overexposed, underexposed, airbrushed, cel, shader, render,
renders, raytraced, octane, rgb, hdr, dslr, iphone, polaroid, instagram, youtube, webcam, screenshot, screencap, watermark,
watermarked, wallpaper, waifu, furry, fursuit, kemonomimi, catgirl, headshot, headshots, knitwear, streetwear, sportswear,
swimwear, activewear, athleisure, sweatpants, sweatsuit, tracksuit, joggers, leggings, jeggings, bralette, bodysuit, romper,
jumpsuit, onesie, bandeau, halterneck, strapless, backless, offshoulder, midriff, navel, cleavage, freckled, tattooed, pierced,
bearded, mustached, goateed, bespectacled, unfocused, defocused, foreground, midground, storefront, streetlight, streetlights,
streetlamp, streetlamps, skyline, cityscape, townscape, seascape, cloudscape, dreamscape, golden, neon, lit, unlit, colorful,
colourful, multicolored, multicoloured, vibrantly, softly, warmly, dimly, brightly, ornately, intricately, minimalistic,
minimalist, photoshoot, photobooth, impasto, gouache, linework, lineart, crosshatched, crosshatching, stippled, pointillism,
tabletop, countertop, barstool, hardwood, shiplap, wainscoting, pergola, gazebo, boho, hygge, mid, ca, vs, etc, ok, tv, cgi, uv,
led, diy, suv, suvs, usa, uk, nyc, ny, la, eu, dj, vr, ai, ad, pc, cd, dvd, gps, atm, id, xl, pov, nsfw, sfw, qr, sm, km, cm, mm`),
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
