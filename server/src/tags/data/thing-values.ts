/**
 * What one thing is or is not, a family per line: values apart by "|", words for one value by "/". Of one family a thing has one value.
 * Behind ";" stand pairs that may be said of one thing.
 */
export const THING_VALUES = `
size: small/tiny/little/miniature/mini | large/big/huge/giant/massive/enormous/gigantic
length: long | short
height: tall/high/towering | short/low
width: wide/broad | narrow
thickness: thick | thin
age: old/ancient/antique/aged/elderly/weathered/battered/rusty | new/brand-new | young
moisture: wet/soaked/damp/drenched | dry
heat: hot/steaming | cold/iced/chilled
filling: empty/deserted/vacant | full/crowded/packed/bustling/filled/crammed/stuffed
brightness: dark/dim/gloomy | bright/sunlit/sunny
lightness: dark | light
roughness: smooth/polished | rough/rugged/coarse
gloss: matte | glossy/shiny/gleaming
curve: straight | curved/winding/curly/wavy
pattern: plain | striped/pinstriped | checkered/checked/chequered/plaid/tartan | floral/flowered | polka-dot/polka-dotted/dotted/spotted | paisley | camouflage
shape: round/circular/oval | square/rectangular/oblong | triangular | hexagonal | octagonal | heart-shaped | star-shaped
material: wood/wooden/oak/pine/mahogany/walnut/bamboo/timber | glass/crystal | plastic | metal/steel/iron/tin/chrome/aluminium/aluminum | copper | brass/bronze | ceramic/porcelain/clay/earthenware/terracotta | stone/marble/granite/concrete/brick | paper/cardboard | rubber | carbon | leather/suede | wool/woolen/woollen/felt/knit/knitted/crocheted | cotton/denim/linen/canvas | silk/satin | velvet | straw/wicker/rattan | fur ; metal copper, metal brass, wool cotton, cotton velvet, plastic rubber
opening: open/opened | closed/shut
light: lit/glowing/switched-on | unlit/extinguished/switched-off
hem: knee-length | ankle-length/floor-length/full-length | thigh-length | waist-length
dirt: clean/spotless | dirty/muddy/filthy/dusty/grimy
order: tidy/neat | messy/cluttered/untidy
motion: calm/still/placid | stormy/choppy/turbulent/rough
lock: locked | unlocked
fold: folded/furled | unfolded/spread/outspread/outstretched/unfurled
damage: intact/undamaged/pristine/unbroken | broken/cracked/shattered/torn/chipped/damaged
paint: painted | unpainted
bloom: blooming/blossoming/flowering/fresh | withered/wilted/dead
depth: deep | shallow
slope: steep | flat/level
noise: quiet/silent | noisy
fit: tight/tight-fitting/skin-tight/skintight | loose/loose-fitting/baggy
feel: soft | hard
clarity: sharp/focused | blurry/blurred
clouds: clear/cloudless | cloudy/overcast
sleeves: sleeveless | long-sleeved/short-sleeved
sleeve: long-sleeved | short-sleeved
mood: happy/cheerful/joyful/smiling | sad/melancholic/melancholy/sorrowful/gloomy | angry/furious/stern | neutral/blank/expressionless/serious ; angry neutral, sad neutral
build: slim/slender/thin/skinny | fat/plump/chubby/overweight/stout
fullness: bare/leafless | leafy
fastening: open/unbuttoned/unzipped | buttoned/zipped/fastened/buttoned-up
cooking: raw/uncooked | cooked/boiled/fried/grilled/baked/roasted
`;

/** Words for what things are made of that are things as well: a glass, a stone. */
export const ALSO_THINGS =
  'glass, stone, brick, paper, iron, fur, straw, pine, walnut, clay, tin, silk, wool, metal, light, crystal, orange, rose';

/** Things that are several in a picture, or look different from place to place, without a word that says so. */
export const NOT_ONE = `
light, lights, lighting, glow, side, part, area, section, half, end, line, lines, color, colour, colors, colours, tone, tones, hue, accent,
accents, pattern, patterns, stripe, stripes, detail, details, text, letters, lettering, word, words, one, ones, object, objects, thing, things, shadows, sky,
skies, water, background, backdrop, foreground, palette, eyes, shot, view, image, picture, photo, photograph, portrait, painting, drawing, illustration, style, scene, design, print, trim, tip, tips,
edge, edges, distance, hand, hands, arm, arms, leg, legs, way, time, day, man, woman, person, people, boy, girl, child, children, wine, paint, ink, dots, spots, sun, exposure, focus,
wall, walls, doors, windows, buildings, houses, trees, cloud, clouds, leaves, flowers, petals, layer, layers, panel, piece, pieces, level, look, hues, atmosphere, mood, air
`;

/** Words that pick one of several things. */
export const PICKS = `
left, right, other, another, second, third, first, fourth, upper, lower, front, rear, back, top, bottom, inner, outer, middle, central, far, near, nearest, nearer, farther, main, next, same, each,
every, both, some, several, many, few, one, various, different, matching, similar, additional, last, two, three, four, five, six, seven, eight, nine, ten, remaining, opposite, adjacent, neighboring, neighbouring, single, only, more
`;

/** What a thing does, behind it: its name ends here. */
export const ACTIONS = `
stands, sits, lies, hangs, rests, leans, walks, runs, flies, holds, wears, looks, stretches, shows, covers, floats, glows, shines, reflects, contains, drives, moves, grows, falls, fills, casts, frames, surrounds,
makes, gives, adds, extends, rises, leads, catches, matches, contrasts, stays, appears, seems, features, faces, waits, passes, crosses, turns, opens, goes, comes, draws, drapes, flows, reaches, spills, sweeps,
gallops, trots, gleams, sways, flutters, curls, swirls, flares, burns, flickers, melts, drips, blows, barks, sleeps, swims, jumps, leaps, plays, smiles, watches, follows, circles, rolls, drifts, sails, soars,
climbs, blinks, smokes, steams, sparkles, shimmers, trails, tilts, bends, points, peeks, peers, purrs, stares, gazes, licks, eats, drinks, chews, sniffs, wags, pulls, pushes, carries, keeps, stops, begins, ends,
blends, fades, dominates, complements, completes, accentuates, highlights, hides, reveals, clings, hugs, fits, ripples, bounces, dries, cools, creaks, closes, blooms, towers, looms, overlooks, dangles, protrudes,
stand, sit, lie, hang, rest, lean, line, cover, fill, hold, look, grow, frame, surround, shine, glow, float, reflect, curl, trail, wear, make, give, add, can, could, may, might, will, would, does, do, did
`;

/** Words that are in no name of a thing. */
export const APART = `
also, very, slightly, partly, partially, just, not, still, onto, upon, off, out, up, down, around, toward, towards, within, without, before, after, all, over,
inside, outside, beneath, alongside, amid, among, amongst, atop, then, there, here, when, where, but, so, because, if, together, again, too, instead, now, once, both, than, like, along, for, per, against, except, about
`;

/** Colours that two words of one caption may call one thing by. */
export const LIKE_COLOURS = `black grey, grey white, red pink, red orange, red brown, blue purple, blue aqua, green aqua, white beige, brown beige, pink purple, yellow orange,
orange brown, yellow beige, orange pink, grey beige, purple red, blue grey, green beige, blonde yellow, blonde beige, white yellow, yellow brown, hazel brown, hazel green`;
