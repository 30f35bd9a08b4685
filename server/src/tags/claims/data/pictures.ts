/** What a picture is itself: how it was made and from where. Read by `claims/phrases.ts`. */
export const PICTURES = `
angle picture
above: from a drone/plane/helicopter/airplane/satellite/rooftop, <seen> ?straight/directly ?down from ?directly/high/slightly/straight/right/far above/overhead, aerial/overhead view/perspective/shot/photo/angle/picture/photograph, birds eye ?view/perspective, top down ?view/shot/perspective, high angle, camera/view/lens/drone/picture/photo is/looks/points/faces/aims/stares ?straight/directly down, photographed/shot/taken/seen straight/directly down, drone shot/view/photo/photograph, =from above, =top view, =overhead shot, =aerial view, =aerial, looking ?straight/directly down on/at/from
below: <seen> from the ground, <seen> from ground level, <seen> from ?directly/far/slightly/straight/right below, worms/frogs eye, low angle, camera/view/lens is/looks/points/tilts/aims ?straight/steeply/directly up, =from below, =low angle, looking ?straight/steeply up at/from
level: at/from ?* eye level, eye level view/shot/angle/perspective/photo, from table height, =eye level, =straight on, at ground level
unless shelf hangs hanging poster balcony sign window windows she he her his

angle picture
front: facing the camera/lens, facing viewer, =facing camera, front/frontal view, from ?the/directly/straight front, head on view, =front view, =from front, =frontal view, =head on, face to face with the <cam>, frontally
back: from ?directly/the behind/back, back/rear view, seen from ?the rear, =from behind, =back view, =rear view
side: side view/profile, from ?the side !street/door/of, in profile, in ?full/strict profile, =side view, =profile, left/right profile, =from side, <seen> from the left/right ?side, =profile view
left: <seen> from the left ?side, left side view, =left side, =from left
right: <seen> from the right ?side, right side view, =right side, =from right
apart front back, side back, side front, left right
unless mirror other left-and-right reflection quarter both tail tailwind shoulder looks glances lit light wind car

framing picture
close: close up, closeup, extreme close up, tight framing, tightly framed/cropped, =macro, macro shot/photo/photograph, headshot, head shot, tight crop, frame is filled by/with, fills the ?entire/whole frame
full: whole/entire ?* ?* ?* can be seen, whole/entire ?* ?* ?* is visible, full body, full length !dress/gown/coat/mirror/skirt/robe/portrait-mirror/curtain/curtains, head to toe, from head to foot/toe, whole/entire figure/body ?is visible/shown/seen, whole/entire figure, =full body
wide: wide shot/view, long shot, ?wide panorama/panoramic, distant shot, from far away, from afar, establishing shot, from a ?great distance, =wide shot, seen from a distance, tiny in the frame
upper: from the waist up, waist up, head and shoulders, half length, =upper body, =bust, bust portrait, =cowboy shot, cropped at the waist/chest/shoulders
apart close full, close wide, upper full, upper wide
unless inset background then detail dress reference beside angle lens reaches hair dressed

colour mode picture
mono: black and white !stripes/striped/checked/checkered/tiles/dress/cat/dog/cow/fur/coat/dog/photographs/magpie/markings/panda, =monochrome, monochrome/monochromatic !by, greyscale, grayscale, sepia toned/photo/photograph/print/image, =sepia, without any ?trace ?of colour/color, no colour/color at all/anywhere, no colours/colors, entirely without colour/color, in shades of grey/gray, in black only, printed/drawn/painted/done in black only, in a single ?* ?* red/green/blue/black/brown/ochre/ink/colour/color/tone/violet/orange, single colour/color print, one colour/color print, no colour/color is used
colour: full colour/color, in full colour/color, bright/vivid/vibrant/brilliant/rich/glowing red/yellow/green/blue/orange/pink/purple/turquoise/violet, colourful, =colorful, ?vivid/bright/vibrant/saturated/rich/many colours/colors, multicoloured, multicolored, in colour/color, brightly coloured/colored, =vibrant colors, rainbow colours/colors
unless hold holds holding spot selective except accent accents only hand tinted but dressed wearing besides frame

style picture
photo: =photo, =photograph, =photorealistic, =photography, =raw photo, =film photography, a/the/this/an ?* ?* photo/photograph/photography of/shows, photographed in/from/at/with/on/against/by, =polaroid, photorealistic, =35mm photo, =35mm film
oil: oil paint is/has/glistens, thick oil paint, =oil painting, =oil on canvas, painted in oil/oils, an/this oil painting of/shows, in this oil painting, oil on canvas, is an oil painting, =acrylic painting, =acrylic, acrylic painting of
water: =watercolor, =watercolour, =watercolor painting, painted in watercolour/watercolor, a/this ?* watercolour/watercolor of/painting, is a watercolour/watercolor, in this watercolour/watercolor
drawing: drawing of ?* ?* ?* in pencil/charcoal/ink/chalk, =pencil drawing, =pencil sketch, =charcoal drawing, =charcoal sketch, =line art, =lineart, =sketch, a/this ?* pencil/charcoal/ink/chalk/pen drawing/sketch of/shows, is a ?* pencil/charcoal/ink/chalk drawing/sketch, drawn in ?* pencil/charcoal/chalk/crayon, in a/this ?* pencil/charcoal/ink/chalk drawing/sketch, =ballpoint drawing, pencil/charcoal drawing of
render: =3d render, =cgi, =3d, a/this 3d render of/shows, rendered in 3d, is a 3d render/model, =blender render, computer generated
print: =linocut, =woodcut, =etching, =engraving, =lithograph, =screenprint, =woodblock print, a/an/this ?* linocut/woodcut/etching/engraving/lithograph of/shows/print, linocut/woodcut/woodblock print of, is a/an linocut/woodcut/etching/engraving/lithograph
pixel: =pixel art, ?as pixel art of, in pixel art, 8 bit, 16 bit
vector: =vector art, =vector illustration, =flat vector, vector illustration of
anime: =anime screencap, =anime style, =anime, anime screencap
apart oil drawing, photo oil, photo water, photo drawing, photo render, photo print, photo pixel, photo vector, oil water, oil render, oil print, oil pixel, oil vector, oil anime, water render, water print, water pixel, water vector, water anime, drawing render, drawing pixel, render print, print pixel, print vector, print anime, pixel vector
unless hangs hanging hung wall framed easel museum gallery holds holding sketchbook exhibition album poster stands

state picture
sharp: =sharp focus, in ?sharp/perfect/crisp/full focus, tack/razor/pin sharp, perfectly/perfect sharp, crisp focus, in focus
blurred: out of focus, =blurry, completely blurred/blurry, motion blurred, badly blurred, =blurred, unfocused
unless background foreground rest while behind except only eyes bokeh but everything apart

state picture
shallow: shallow depth of field, background is ?* ?* blurred/blurry, blurred/blurry background, =bokeh, =depth of field, =blurry background, background dissolves/melts, background ?is out of focus, creamy bokeh
deep: deep depth of field, large depth of field, great depth of field, deep focus, everything is ?in ?* sharp/focus, sharp from front to back, background is ?in ?* sharp/focus, sharp/detailed background, =deep focus, =deep depth of field
unless rest except only painted

state picture
over: overexposed, over exposed, blown out highlights
under: underexposed, under exposed
unless sky background windows window corner

state picture
high: high contrast, strong contrast, stark contrast
low: low contrast, flat contrast, little contrast, no contrast
unless background colour color

state picture
flash: with ?direct flash, lit by ?a/the/direct flash, on camera flash, direct flash, =flash photography, harsh flash
none: no flash, without ?a/any flash, natural light only, available light only, only natural light

state picture
hard: hard light, hard lighting, harsh light/lighting/shadows, hard/sharp/crisp/deep shadows, =harsh lighting, hard edged shadows
soft: ?very soft/diffuse/diffused light/lighting, shadowless, no shadows, soft shadows, =soft lighting, =soft light, =diffused light, flat light/lighting, light is ?very soft/diffuse/flat
unless background lamp candle screen while but though

framing picture
portrait: portrait format/orientation, vertical format/orientation/image/picture/photo, =vertical, upright format
landscape: landscape format/orientation, horizontal format/orientation/image/picture/photo, =horizontal
square: square format/crop/image/picture, =square format

background picture
plain: plain/blank/featureless/empty/solid ?* background/backdrop, background/backdrop is ?left ?completely plain/blank/empty/featureless, =simple background, seamless background/backdrop/paper, no background
busy: busy/cluttered/detailed/crowded/complex ?* background, background is ?* ?and busy/cluttered/crowded/detailed/full/filled, =detailed background, =cluttered background, =busy background
unless left right half upper lower

background picture
white: ?plain/solid/pure/simple/clean/bright white ?* background/backdrop, background/backdrop is ?left ?as ?pure/plain/solid/completely white, =white background
black: ?plain/solid/pure/simple/deep black ?* background/backdrop, background/backdrop is ?left ?as ?pure/plain/solid/completely/deep black, =black background
red: ?plain/solid/simple/bright/deep/dark red background/backdrop, background/backdrop is ?pure/plain/solid/bright red, =red background
green: ?plain/solid/simple/bright/deep/dark green background/backdrop, background/backdrop is ?pure/plain/solid/bright green, =green background
blue: ?plain/solid/simple/bright/deep/dark/light blue background/backdrop, background/backdrop is ?pure/plain/solid/bright/pale blue, =blue background
yellow: ?plain/solid/simple/bright yellow background/backdrop, background/backdrop is ?pure/plain/solid/bright yellow, =yellow background
pink: ?plain/solid/simple/bright/pale pink background/backdrop, background/backdrop is ?pure/plain/solid/bright/pale pink, =pink background
grey: ?plain/solid/simple/dark/light/neutral grey/gray background/backdrop, background/backdrop is ?pure/plain/solid/neutral/light/dark grey/gray, =grey background, =gray background
beige: ?plain/solid/simple beige/cream background/backdrop, background/backdrop is ?pure/plain/solid beige, =beige background, =cream background
dark: ?plain/solid/simple dark background/backdrop, background/backdrop is <very> dark, =dark background
bright: ?plain/solid/simple bright background/backdrop, background/backdrop is <very> bright, =bright background
apart white dark, dark bright, beige dark, white black, white red, white green, white blue, white yellow, black red, black green, black blue, black yellow, black pink, black beige, red green, red blue, red yellow, green yellow, blue yellow, pink green, pink blue, grey red, grey green, grey yellow, grey pink
unless gradient fades left right half upper lower two stripes pattern dots turns border into

framing picture
head: cropped at the chest/shoulders/waist/neck, from the waist/chest/shoulders up, head and shoulders, headshot, bust portrait
feet: <own> ?* ?* boots/shoes/sandals/sneakers/slippers/feet is/are/stand/rest/touch/dangle/shine
unless hand hands table desk
`;
