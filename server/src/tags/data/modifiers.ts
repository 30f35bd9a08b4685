import { listOf } from './list.ts';

/** Words for a colour. */
export const COLOUR_WORDS: ReadonlySet<string> = new Set(
  listOf(`
white, black, grey, gray, silver, red, blue, green, yellow, brown, pink, purple, orange, aqua, teal, cyan, magenta, gold,
golden, beige, lavender, navy, maroon, crimson, scarlet, turquoise, violet, indigo, cream, ivory, tan, khaki, blonde,
blond, rainbow, multicolored, two-tone`),
);

/** Words for shade, pattern or material that only narrow the garment after them. */
export const PATTERN_WORDS: ReadonlySet<string> = new Set(
  listOf(`
dark, light, pale, bright, striped, vertical-striped, horizontal-striped, diagonal-striped, plaid, checkered, argyle,
polka-dot, floral, frilled, lace, lace-trimmed, fur-trimmed, ribbon-trimmed, gold-trimmed, ribbed, gradient, pleated,
denim, leather, silk, satin, velvet, woolen, knit, knitted, cotton, latex, transparent, see-through, torn, wet, loose,
tight, long, short, oversized, sleeveless, strapless, off-shoulder, hooded, cropped, layered, print`),
);

/** Last words that name clothing or something worn: `blue shirt`, `lace-trimmed dress`. */
export const CLOTHING_NOUNS: ReadonlySet<string> = new Set(
  listOf(`
shirt, shirts, t-shirt, blouse, skirt, miniskirt, dress, sundress, jacket, coat, blazer, pants, trousers, shorts, socks,
thighhighs, pantyhose, kneehighs, legwear, stockings, tights, footwear, shoes, boots, sandals, loafers, sneakers, slippers,
heels, pumps, gloves, mittens, hat, cap, beret, beanie, headwear, hairband, headband, hairclip, hairpin, ribbon, bow,
bowtie, necktie, ascot, neckerchief, scarf, shawl, cape, cloak, capelet, hood, hoodie, sweater, sweatshirt, cardigan, vest,
apron, kimono, yukata, hakama, obi, sash, uniform, serafuku, gakuran, suit, tuxedo, leotard, bodysuit, swimsuit, jumpsuit,
collar, choker, necklace, earrings, earring, bracelet, belt, buttons, sleeves, cuffs, frills, trim, armor, helmet, mask,
eyewear, glasses, sunglasses, goggles, eyepatch, backpack, clothes, clothing, costume, outfit, robe, gown, tie, overalls,
jeans, leggings, turtleneck, camisole, tunic, poncho, haori, tabi, geta, zouri, okobo, veil, crown, tiara, jewelry,
scrunchie, suspenders, headphones, earmuffs, pajamas, nightgown, raincoat, petticoat, sweatpants, bag, handbag`),
);

/** Last words that name hair. */
export const HAIR_NOUNS: ReadonlySet<string> = new Set(
  listOf('hair, bangs, ponytail, twintails, pigtails, braid, braids, bun, sidelocks, ahoge, hairstyle, haircut'),
);

/** Last words that name eyes. */
export const EYE_NOUNS: ReadonlySet<string> = new Set(
  listOf('eyes, pupils, sclera, eyelashes, eyebrows, eyeshadow, eyeliner'),
);
