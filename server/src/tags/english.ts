import { ENGLISH_NAMES, ENGLISH_WORDS } from './data/english.generated.ts';
import { listOf } from './data/list.ts';
import { memoized } from './memo.ts';
import { PackedWords } from './packed-words.ts';
import { vocabularyWords } from './vocabulary.ts';

const words = new PackedWords(ENGLISH_WORDS);
const names = new PackedWords(ENGLISH_NAMES);

/** Words of pictures and captions that dictionaries of general English lack. */
const further = new Set(
  listOf(`bokeh, anime, manga, chibi, cosplay, cosplayer, hoodie, selfie, photorealistic, hyperrealistic, photorealism, greyscale,
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
);

/** Whether a word (lower case) is one of English or of the tags the product knows, American or British. */
export const isEnglish: (word: string) => boolean = memoized(
  (word) =>
    words.has(word) ||
    further.has(word) ||
    vocabularyWords().has(word) ||
    (word.endsWith('s') &&
      word.length > 4 &&
      (further.has(word.slice(0, -1)) || vocabularyWords().has(word.slice(0, -1)))),
);

/** Whether a word (lower case) is a name that English writes with a capital: Anna, Paris, Toyota. */
export const isName: (word: string) => boolean = memoized((word) => !isEnglish(word) && names.has(word));
