/**
 * What tags and values say of a view, a light, a look, a posture and a finish in two ways; in sentences these words are free. One set between
 * semicolons.
 */
export const LOOKS = `
autumn, fall; head and shoulders, head-and-shoulders portrait; waist-up, half-length, from the waist up; full-length, full length shot,
whole body, full-body shot; wide shot, wide angle view; worm's-eye view, frog's-eye view; overhead view, top-down view,
view from overhead, overhead shot, top-down shot; low angle, low-angle shot, low-angle view; high angle, high-angle shot, high-angle view;
dutch angle, tilted angle, tilted frame; eye level, eye-level view; three-quarter view, three-quarters view, 3/4 profile; side view,
profile view, view from the side, lateral view; front view, frontal view, view from the front, head-on view; back view, rear view,
view from behind; over-the-shoulder shot, over-the-shoulder view; point of view, first person view; fisheye, fish-eye lens; bokeh,
blurred background, blurry background, out-of-focus background; shallow depth of field, shallow focus; deep focus, large depth of field;
motion blur, movement blur; double exposure, multiple exposure; lens flare, flare of the lens; film grain, grainy film; sepia,
sepia-toned; vignette, vignetting; plain background, simple background, solid background; white background, white backdrop;
black background, black backdrop; grey background, grey backdrop; centred, in the middle of the frame; landscape format,
horizontal format; portrait format, vertical format, upright format; soft light, diffused light, soft lighting, diffuse light; candlelit,
lit by candles; backlit, backlighting, lit from behind; rim light, rim lighting, edge light; side light, side lighting, lit from the side;
low key, low-key lighting; high key, high-key lighting; golden hour, golden-hour light; blue hour, blue-hour light; moonlit,
lit by the moon; dappled light, dappled sunlight; strobe light, strobe lighting; neon light, neon lighting; studio lighting, studio light;
overexposed, blown-out; smiling, smile; grinning, grin, broad smile, wide smile; laughing, laughter; frowning, frown; pouting, pout;
smirking, smirk; shouting, yelling; screaming, shrieking; yawning, yawn; winking, wink; blushing, blush; surprised expression,
astonished expression, surprised look; angry expression, angry look, angry face; sad expression, sad look, sad face; happy expression,
happy look, happy face; neutral expression, blank expression, expressionless; closed eyes, shut eyes; half-closed eyes, half-lidded eyes,
half-shut eyes; open mouth, mouth open; parted lips, slightly open mouth; tongue out, tongue sticking out, tongue hanging out;
gritted teeth, clenched teeth; bared teeth, showing teeth; furrowed brow, knitted brows; raised eyebrow, arched eyebrow; sitting, seated;
sitting cross-legged, seated cross-legged; cross-legged, legs crossed, crossed legs; squatting, crouching; kneeling, on one's knees;
lying on her back, supine; lying on his stomach, prone; lying on side, lying on her side; arms crossed, folded arms, arms folded,
crossed arms; hands on hips, arms akimbo; hand on hip, hand on her hip; hands behind back, hands behind her back; hands clasped,
folded hands, clasped hands; arms raised, raised arms, arms up; outstretched arms, arms spread, spread arms, arms outstretched;
peace sign, v sign, victory sign; clenched fist, fist clenched, balled fist; chin on hand, chin in hand; looking at viewer,
looking at the camera, looking into the camera; looking over shoulder, looking over her shoulder; tiptoe, on tiptoes; standing on one leg,
balancing on one leg; holding hands, hand in hand; clapping, applauding; barefoot, bare feet, barefooted, shoeless; bareheaded, hatless;
naked, nude; shirtless, bare-chested, topless male; pregnant, expecting a child; bald, bald-headed; bearded, with a beard; stone-built,
built of stone; stainless steel, inox; corrugated iron, corrugated metal, corrugated sheet; sheet metal, metal sheet; gold-plated, gilded,
gilt; silver-plated, silvered; chrome-plated, chromed, chromium-plated; galvanised, zinc-coated; rusted, rust-covered, corroded; matt,
matte; varnished, lacquered; unpainted, bare wood; peeling paint, flaking paint, flaked paint; frosted glass, milk glass, opaque glass;
translucent, semi-transparent; plexiglass, perspex, acrylic glass; enamelled, enamel-coated; chipboard, particle board; leather-bound,
bound in leather; hand-painted, painted by hand; handmade, handcrafted; hand-knitted, knitted by hand; hand-carved, carved by hand;
engraved, incised; embossed, raised pattern; embroidered, needleworked; tasselled, with tassels; multicoloured, many-coloured,
varicoloured; two-tone, two-toned, bicoloured; colourful, brightly coloured; snow-covered, snowy, covered in snow, snow-capped;
ice-covered, covered in ice, icy; moss-covered, mossy, covered in moss; overgrown, covered in plants; ivy-covered, ivy-clad,
covered in ivy; covered in mud, mud-covered; on fire, ablaze, in flames; short-sleeved, short sleeve; long-sleeved, long sleeve;
high-waisted, high waist; collarless, without a collar; buttoned, buttoned-up; unbuttoned, open-fronted; zip-up, zipped; lace-up, laced;
open-toed, peep-toe; tight-fitting, close-fitting, figure-hugging, skin-tight; knee-length, to the knee; floor-length, full-length gown;
ankle-length, to the ankle; strapless, without straps; backless, open-backed
`;
