/** Expression of the face. */
export const EXPRESSION = `
blush, smile, open mouth, closed mouth, closed eyes, parted lips, one eye closed, tongue out, grin, tears,
expressionless, frown, blush stickers, nose blush, embarrassed, happy, half-closed eyes, crying, light blush,
wavy mouth, light smile, clenched teeth, drooling, anger vein, surprised, tearing up, angry, furrowed brow,
crying with eyes open, wide-eyed, raised eyebrows, serious, smirk, pout, smug, split mouth, full-face blush,
triangle mouth, light frown, laughing, evil smile, nervous sweating, scared, chestnut mouth, wince, annoyed,
ear blush, nervous, sad, shy, yawning, shouting, sleepy, multiple expressions, blinking, mouth drool, glaring,
streaming tears, raised eyebrow, shushing, turn pale, nervous smile, sideways mouth, evil grin, dot mouth,
raised inner eyebrows, thinking, gloom (expression), puckered lips, scowl, flustered, screaming, worried, confused,
grimace, false smile, sigh, crazy smile, smiley face, teasing, happy tears, disgust, excited, doyagao, unamused,
rectangular mouth, determined, cheek bulge, akanbe, blank stare, puffy cheeks, squinting, mismatched eyebrows,
bored, crazy, panicking, pursed lips, clueless, sneezing, troll face, forced smile, sad smile, depressed, curious,
expression chart, peanut mouth, unhappy, sobbing, yandere trance, concentrating, smiling, neutral expression,
blank expression, wink, blushing, stern, joyful, cheerful, surprised expression, serious expression, sweatdrop,
calm, relaxed, gentle smile, soft smile, slight smile, big smile, mouth open, fang, teeth, tongue, jitome,
shaded face, eyes closed
`;

/** Where somebody looks or faces. */
export const GAZE = `
looking at viewer, looking at another, looking back, looking to the side, looking down, looking up, facing viewer,
eye contact, looking ahead, sideways glance, facing away, looking afar, facing another, looking at object,
averting eyes, looking at animal, looking at phone, facing to the side, staring, looking over eyewear,
looking at mirror, looking at food, looking outside, facing up, looking at hand, facing down, facing ahead,
looking at flowers, looking at self, facing back, looking at screen, looking at creature, looking at hands,
looking through scope, looking inside, looking past viewer, looking at reflection, stare down, looking around,
looking through fingers, looking at watch, looking through window, looking away, looking at camera,
looking at the camera, looking at the viewer, looking directly at the camera, looking over shoulder,
looking forward, looking straight ahead, looking sideways, gazing at viewer, looking off-camera,
looking into the distance
`;

/** Hair colour, length and style. */
export const HAIR = `
long hair, short hair, blonde hair, black hair, brown hair, hair between eyes, very long hair, twintails, blue hair,
multicolored hair, white hair, pink hair, grey hair, ponytail, ahoge, purple hair, braid, sidelocks, red hair,
green hair, medium hair, blunt bangs, streaked hair, two-tone hair, hair bun, hair over one eye, orange hair,
parted bangs, twin braids, two side up, side ponytail, gradient hair, floating hair, single braid, double bun,
aqua hair, swept bangs, low twintails, wavy hair, one side up, bob cut, colored inner hair, drill hair,
high ponytail, antenna hair, spiked hair, single hair bun, straight hair, crossed bangs, messy hair,
short twintails, side braid, hair over shoulder, low ponytail, twin drills, short hair with long locks, hair rings,
low-tied long hair, hair flaps, half updo, double-parted bangs, short ponytail, curly hair, braided ponytail,
asymmetrical bangs, long bangs, hair spread out, hair down, asymmetrical hair, single side bun, flipped hair,
hair behind ear, crown braid, very short hair, hime cut, hair over eyes, absurdly long hair, folded ponytail,
half up braid, split-color hair, hair stick, bald, cone hair bun, wet hair, curtained hair, huge ahoge,
hair slicked back, low twin braids, hair up, side braids, single sidelock, braided bun, braided bangs,
long sidelocks, long braid, heart ahoge, big hair, hair pulled back, braided hair rings, bow-shaped hair,
long hair between eyes, low-braided long hair, front ponytail, diagonal bangs, pointy hair, updo, multi-tied hair,
single hair intake, center-flap bangs, loose hair strand, parted hair, hairpods, drill sidelocks, feather hair,
hair flowing over, bangs pinned back, short bangs, single hair ring, hair horns, pompadour, high side ponytail,
mohawk, low-tied sidelocks, roots (hair), arched bangs, wide ponytail, wispy bangs, dreadlocks, side up bun,
bun with braided base, afro, choppy bangs, fiery hair, multiple braids, colored bangs, hair through headwear,
hair on horn, side ahoge, donut hair bun, fluffy hair, hair extensions, split ponytail, asymmetrical sidelocks,
braided sidelock, nape braid, snake hair, side drill, ribbon braid, glowing hair, drill ponytail, liquid hair,
lone nape hair, crystal hair, rainbow hair, ponytail with braided base, kishimen hair, cut bangs, hair vines,
blunt sidelocks, low side ponytail, fanged bangs, uneven twintails, hair flip, braided twintails, striped hair,
ears visible through hair, lower eyelashes only, balding, sidelocks tied back, starry hair, mullet,
single hair streak, folded hair, pixie cut, half up half down braid, tri braids, widow's peak, ahoge wag,
heart-shaped hair, half crown braid, hair over face, plant hair, patterned hair, beehive hairdo, flipped bangs,
quad drills, tall hair, twintails with hair base, hair floating upwards, quad braids, hair between horns,
short braid, single drill, bangs, blonde, brunette, redhead, pigtails, dark hair, silver hair, light brown hair,
dark brown hair, ginger hair, colored tips, hair highlights, shoulder-length hair, curls, buzz cut, undercut,
hair length, loose hair, tied hair, ringlets, hair tied back
`;

/** Eyes, pupils and eye make-up. */
export const EYES = `
blue eyes, red eyes, green eyes, purple eyes, brown eyes, yellow eyes, pink eyes, black eyes, grey eyes, eyelashes,
v-shaped eyebrows, aqua eyes, orange eyes, symbol-shaped pupils, thick eyebrows, bright pupils, heart-shaped pupils,
white pupils, slit pupils, colored sclera, glowing eyes, multicolored eyes, colored eyelashes, empty eyes,
bags under eyes, short eyebrows, black sclera, ringed eyes, star-shaped pupils, white eyes, red eyeshadow,
red pupils, constricted pupils, sparkling eyes, blank eyes, cross-shaped pupils, two-tone eyes, yellow sclera,
solid oval eyes, mismatched pupils, long eyelashes, gradient eyes, pink pupils, solid circle eyes,
flower-shaped pupils, diamond-shaped pupils, uneven eyes, crazy eyes, red sclera, forked eyebrows, yellow pupils,
narrowed eyes, blue pupils, horizontal pupils, x-shaped pupils, thick eyelashes, pink eyeshadow, upturned eyes,
blue eyeshadow, purple eyeshadow, white eyelashes, unusually open eyes, curly eyebrows, drop-shaped pupils,
blue sclera, solid eyes, rabbit-shaped pupils, v-shaped eyes, power symbol-shaped pupils, green pupils,
purple pupils, cephalopod eyes, black eyeshadow, huge eyebrows, hollow eyes, compound eyes, green sclera,
dashed eyes, mismatched sclera, wavy eyes, solid circle pupils, orange pupils, butterfly-shaped pupils,
heart-shaped eyes, green eyeshadow, bulging eyes, wide oval eyes, clock eyes, pink sclera, grey eyeshadow,
crosshair pupils, square pupils, grey sclera, orange sclera, triangle-shaped pupils, purple sclera, long eyebrows,
flaming eyes, spiral-only eyes, heterochromia, eyeshadow, eyeliner, no pupils, hazel eyes, amber eyes,
eyes visible through hair, dark eyes, light blue eyes, golden eyes, freckles under eyes
`;
