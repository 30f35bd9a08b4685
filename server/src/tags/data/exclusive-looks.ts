/** What says that nothing is worn above the waist, and what is worn there and closes over it. */
export const BARE_TOPS =
  'shirtless, topless, topless male, topless female, bare chest, bare-chested, nude, naked, completely nude';
export const TOPS = 'shirt, t-shirt, sweater, hoodie, blouse, tank top';
/** With one of these the garment is not on, or not over what is bare. */
export const TOP_OFF = `
open shirt, open clothes, open hoodie, clothes lift, shirt lift, sweater lift, lifted by self, clothes removed, shirt removed, unworn shirt,
unworn clothes, unworn sweater, unworn hoodie, holding clothes, holding shirt, holding unworn clothes, clothes around waist,
shirt around waist, sweater around waist, hoodie around waist, clothes on shoulders, shirt on shoulders, shirt on shoulder, over shoulder, undressing, dressing,
changing clothes, naked shirt, naked hoodie, naked sweater, clothes pull, torn clothes, torn shirt, clothes down, clothing aside, see-through,
see-through clothes, see-through shirt, wet shirt, poster (object)
`;

/** Hair colours that contradict each other, apart from the neighbours, which taggers give for one head of hair. */
export const HAIR_COLOURS = 'black, brown, blonde, red, blue, green, pink, purple, white, grey, orange, aqua';
export const HAIR_NEIGHBOURS = `
black brown, black blue, black purple, black grey, brown blonde, brown red, brown grey, brown orange, blonde pink,
blonde white, blonde orange, red pink, red orange, blue green, blue purple, blue white, blue grey, blue aqua, green aqua,
pink purple, pink white, purple grey, white grey, blonde grey, white aqua
`;
export const MIXED_HAIR = `
multicolored hair, two-tone hair, gradient hair, streaked hair, split-color hair, colored inner hair, colored tips,
roots (hair), rainbow hair, striped hair, hair highlights, spotted hair, colored bangs, alternate hair color, hair extensions,
single hair streak, starry hair, patterned hair, ombre hair, dyed ends, dip-dyed hair
`;

/** Neighbours that are two colours all the same where each other caption of a folder has one. */
export const ODD_HAIR = 'brown blonde, brown grey, blonde pink';

export const EYE_COLOURS = 'blue, red, green, brown, purple, yellow, black, grey, orange, pink, aqua';
export const EYE_NEIGHBOURS = `
blue purple, blue grey, blue aqua, red brown, red orange, red pink, green yellow, green aqua, brown yellow, brown black,
brown orange, purple pink, yellow orange, black grey, brown grey, red purple, pink orange, grey aqua
`;
/** Words in any tag that say the hair is mixed: `red highlights`, `pink streaked hair`, `blonde tips`. */
export const MIXED_HAIR_WORDS =
  /\b(?:gradient|streak\w*|two-tone|multicolored|inner|split|ombre|highlights?|highlighted|tips|ends|dip-dyed?|dyed|roots)\b/;

export const MIXED_EYES = `
heterochromia, multicolored eyes, gradient eyes, two-tone eyes, ringed eyes, rainbow eyes, mismatched pupils, extra eyes,
alternate eye color
`;

/** Never split into neighbours: `short hair` and `long hair` stay silent with these. */
export const MIXED_LENGTH = `
short hair with long locks, asymmetrical hair, alternate hair length, official alternate hair length, hair extensions
`;
