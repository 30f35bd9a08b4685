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
ankle-length, to the ankle; strapless, without straps; backless, open-backed; foggy, misty; fog, mist; cloudy sky, overcast sky; overcast,
cloudy; windy, breezy; stormy, thunderstorm; sunrise, dawn; dusk, twilight; starry sky, starry night, night sky full of stars; beach,
seashore, seaside; rocks, stones; path, trail; cityscape, city skyline, skyline; village, hamlet; countryside, rural area, rural;
cherry blossoms, sakura, cherry blossom; autumn leaves, fall leaves, fallen leaves; bare tree, leafless tree; pine tree, fir tree;
old town, historic centre; photo, photograph, photography; headshot, head shot, face portrait; upper body, bust, bust shot; full body,
full-length portrait; cowboy shot, thigh-up; wide shot, long shot; from above, high angle; from below, low angle; from the side,
side view, in profile; from behind, back view, rear view; straight-on, front-facing, facing front; three quarter view,
three-quarter angle; aerial view, drone shot, drone view; top view, top-down view, flat lay; candid, unposed; still life,
still-life composition; watercolor, aquarelle, watercolor painting; acrylic painting, acrylic on canvas; pencil drawing, pencil sketch,
graphite drawing; ink drawing, pen and ink, ink sketch; sketch, rough drawing; ink wash, sumi-e, ink wash painting; gouache,
gouache painting; pastel drawing, chalk drawing, soft pastel; woodcut, woodblock print, wood engraving; etching, copperplate; lithograph,
lithography; engraving, engraved print; collage, paper collage; mosaic, mosaic tiles; digital painting, digital art; 3d render, cgi,
3d rendering; pixel art, 8-bit art; vector art, vector illustration; flat design, flat illustration; black and white, monochrome, b&w;
illustration, drawing; botanical illustration, botanical drawing; painting, picture; poster, placard; stylised, stylized look; minimalist,
minimalistic; vintage, retro; old-fashioned, antique; modern, contemporary; fantasy, fantastical; dim light, low light, dim lighting;
natural light, daylight, natural lighting; sunlit, lit by the sun; cold light, cool light, cool lighting; hard light, harsh light,
harsh lighting; spotlight, spot lighting; high contrast, strong contrast; low contrast, weak contrast; muted colors, subdued colors,
desaturated colors; vivid colors, vibrant colors, saturated colors, bright colors; pastel colors, pastel tones; warm colors, warm tones;
cool colors, cool tones, cold colors; earth tones, earthy colors; plain background, empty background; blurry background,
blurred background, defocused background; gradient background, color gradient background; transparent background, no background;
cream background, off-white background; beige background, tan background; rule of thirds, off-center; happy, cheerful, joyful; sad,
unhappy, sorrowful; angry, mad, furious; scared, frightened, afraid; surprised, astonished; tired, sleepy, drowsy; serious, stern; shy,
bashful; thoughtful, pensive, contemplative; embarrassed, ashamed; excited, thrilled; relaxed, at ease; light smile, slight smile,
faint smile; toothy smile, showing teeth smile; crying, weeping, in tears; leaning forward, bending forward, bent forward; bending over,
bent over; flying, in flight, mid-flight; dancing, in dance; riding a horse, horseback riding, on horseback; riding a bike, cycling,
riding a bicycle; crouched, crouching; on all fours, on hands and knees; seiza, kneeling upright; squatting, hunkered down; waving,
waving hand; thumbs up, thumb up; bowing, bow of greeting; praying, hands in prayer; arms behind head, hands behind head; hand on chin,
chin on hand; looking away, averted gaze; looking down, downcast eyes; looking up, gazing up; eyes closed, closed eyes; wide eyes,
wide-eyed, eyes wide open; topless, shirtless; short hair, short-haired; pale skin, fair skin, light skin; dark skin,
brown skin; tanned, suntanned, tan; slim, slender, thin; muscular, muscled; chubby, plump; tiny, very small; huge, giant, enormous;
young man, young adult man; little girl, small girl, young girl; little boy, small boy, young boy; child, kid; baby, infant; teenager,
teen; crowd, group of people; abandoned, derelict; ruined, in ruins, dilapidated; dirty, grimy, filthy; clean, spotless; shiny, glossy;
rusty, rusted; worn, worn-out, shabby; broken, damaged; torn, ripped; wrinkled, creased; striped, stripes, with stripes; polka dot,
polka dots, dotted; floral pattern, flower pattern, floral print; animal print, animal pattern; transparent, see-through, sheer; furry,
fluffy; spiky, spiked; round, circular; square, square-shaped; twisted, coiled; wooden, wood, made of wood; metallic, metal; plastic,
made of plastic; quilted, padded; moored, tied up, docked; open door, door open; closed door, door shut; floating, hovering; outdoors,
outside; indoors, inside
`;
