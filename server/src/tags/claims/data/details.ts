/** Further ways in which a picture, a scene, somebody or a thing is one at a time. Read by `claims/phrases.ts`. */
export const DETAILS = `
thing scene
dark: dark/dim/gloomy/unlit/dimly ?lit room/kitchen/bedroom/studio/hall/hallway/corridor/cellar/basement/attic/interior/workshop/garage/library/bar/cockpit/cabin/cave/tunnel/barn/stable/church/chapel/shop/office/stage/tent, room/kitchen/bedroom/hall/interior/studio is <very> dark/dim/gloomy/unlit, =dark room, =dim lighting, =dimly lit, =low light
light: bright/sunlit/sunny/airy/brightly ?lit/sunlit room/kitchen/bedroom/studio/hall/hallway/corridor/interior/workshop/library, room/kitchen/bedroom/hall/interior/studio is <very> bright/sunlit/airy, room/kitchen/bedroom/hall/studio/cockpit/cabin/barn/church/chapel/shop/office/tent/workshop is filled/flooded with ?* light/sunlight/daylight, bright/sunlit/airy/brightly ?lit cockpit/cabin/barn/church/chapel/shop/office/stage/tent, =bright room, =bright lighting, =sunlit room
unless window windows outside beyond doorway door next end tunnel except only half left right background foreground other adjoining then onto opens leads into another

thing picture
symmetrical: =symmetrical, =symmetry, =symmetrical composition, perfectly/strictly symmetrical, symmetrical composition/arrangement/framing, composition is <very> symmetrical
asymmetrical: =asymmetrical, =asymmetry, =asymmetrical composition, asymmetrical composition/arrangement/framing, composition is <very> asymmetrical
unless hair dress neckline hem face haircut skirt top shoulder earrings leaves

thing picture
centred: =centered, =centred, =centered composition, =centred composition, centered/centred composition, in the ?exact/very center/centre/middle of the frame/image/picture/photo/composition, is ?perfectly/exactly centered/centred in the frame/image/picture
off: =off center, =off centre, =rule of thirds, off center/centre composition/framing, at the far/very left/right ?edge of the frame/image/picture, placed/positioned off center/centre, in the ?* left/right/lower/upper third of the frame/image/picture
unless other another background moon sun watermark signature logo text

state picture
warm: =warm tones, =warm colors, =warm colours, =warm lighting, =warm light, =warm color palette, warm colour/color palette, in warm tones, palette is <very> warm
cool: =cool tones, =cool colors, =cool colours, =cold tones, =cold colors, =cool lighting, =cold lighting, =cold light, =cool color palette, cool/cold colour/color palette, in cool/cold tones, palette is <very> cool/cold
unless contrast window background shadows highlights

colour mode picture
muted: =muted colors, =muted colours, =desaturated, =muted tones, =faded colors, =muted palette, muted/desaturated/subdued ?earthy colours/colors/palette/tones, colours/colors are <very> muted/subdued/desaturated/faded
vivid: =vivid colors, =vivid colours, =vibrant colors, =vibrant colours, =saturated colors, =neon colors, =saturated, =bright colors, vivid/vibrant/saturated/neon colours/colors/palette, colours/colors are <very> vivid/vibrant/saturated/bright
unless background accent accents except against but apart

state picture
high: =high key, high key lighting/light/photo/photograph/portrait/image
low: =low key, =low key lighting, low key lighting/light/photo/photograph/portrait/image
unless

state picture
back: =backlit, =backlighting, =backlight, =back lighting, =from back light, backlit by, lit from behind
front: =front lighting, =frontal lighting, =front lit, =frontal light, lit ?directly from the front, frontal light/lighting
unless fill rim second background

style picture
plain: =minimalist, =minimalism, =minimalistic, minimalist composition/style/design
rich: =cluttered, =highly detailed, =intricate, =ornate, =busy composition, cluttered composition, overloaded with detail/details
unless background product

style picture
flat: =flat color, =flat colors, =flat colours, =flat shading, =no shading, flat colors/colours, without ?any shading/shadows/gradients, no shading
shaded: =heavy shading, =soft shading, =cel shading, =detailed shading, =gradients, heavy/soft/detailed/smooth/dramatic shading
unless background sky

style picture
none: =lineless, =no lineart, =no outlines, =no outline, =no lines, without ?any outlines/outline, no outlines, lineless style
lines: =thick outlines, =bold outlines, =bold lines, =thick lines, =outline, =heavy outlines, =black outlines, =thin outlines, thick/bold/heavy/black ?* outlines/outline/contours
unless text letters letter

style picture
thick: =thick outlines, =bold outlines, =thick lines, =heavy outlines, =bold lines, thick/bold/heavy ?black/dark outlines/contours/lines
thin: =thin outlines, =fine lines, =thin lines, =delicate lines, thin/fine/delicate ?black/dark outlines/contours
unless hair hatching text

style picture
rough: =rough sketch, =unfinished sketch, =rough lines, =sketchy, =sketchy lines, rough/unfinished sketch, loose/rough/sketchy lines
clean: =clean lines, =clean lineart, =clean line art, =finished illustration, =polished, clean/crisp/precise ?black/vector lines/lineart/outlines
unless background

style picture
matte: =matte, =matte finish, =matt, =matte surface
glossy: =glossy, =glossy finish, =high gloss, =shiny surface, =glossy surface
unless base rim lid inside interior handle background lips hair leaves

state picture
grain: =film grain, =grainy, =heavy grain, =noise, ?heavy/visible/strong film grain, heavy/visible/strong grain, grainy photo/photograph/image/texture
clean: =noise free, =no grain, =grainless, noise free, without ?any/visible grain/noise, no ?visible/film grain/noise
unless wood

presence picture
none: =no text, =textless, no text, without ?any text/lettering/words, no lettering/writing
some: =text, =english text, =speech bubble, =caption text, =japanese text, =typography, =text focus, large/bold/big ?* letters/lettering/text, text reads/says, lettering reads/says, words ?* are written/painted/printed, reads/reading * in ?* letters
unless watermark only but

presence picture
none: =no watermark, no watermark, without ?a/any watermark
some: =watermark, =watermarked, =web address, a ?* watermark is/in, watermark in/across/at the
unless

thing scene
crescent: =crescent moon, crescent/sickle moon, thin/slim/narrow crescent, new moon
full: =full moon, full moon/moonlight, round full moon
unless earring earrings pendant hat banner flag motif symbol shaped staff

thing scene
frozen: frozen lake/pond/river/sea/canal, lake/pond/river/canal frozen ?solid/over, ice covers ?the lake/pond/river/canal, lake/pond/river/canal is <very> frozen, =frozen lake, skate/skating/skates on/across the ?frozen lake/pond/river/canal
open: swan/swans/duck/ducks/boat/boats/rowboat swims/swim/floats/float/drifts/drift/glides/glide across/on it/the, waves lap/ripple, lake/pond/river ripples, =open water, =rippling water, boat/boats/swan/swans/duck/ducks ?* ?floating/floats/swims/swimming/drifts/drifting/float/swim/drift on the lake/pond/river, swims/swimming in the lake/pond/river/canal
unless hole edge half open-in break

weather scene
clear: crystal clear water/river/lake/stream/pool, =clear water, =crystal clear water, water is <very> clear, clear/transparent turquoise/blue water
muddy: muddy/murky/cloudy/brown/turbid water/river/lake/pond/stream/waters, =muddy water, =murky water, water is <very> muddy/murky/brown/cloudy
unless puddle puddles glass

thing scene
barren: barren/arid/parched desert/landscape/plain/land/ground, =desert, =barren land, =wasteland, sand dunes
lush: lush/dense/thick ?green/tropical jungle/rainforest/forest/vegetation/undergrowth, =jungle, =rainforest, =lush vegetation, lush green meadow/valley/hills
unless oasis edge distance distant background beyond horizon mural painting map poster kimono print patch

thing scene
flat: flat plain/land/landscape/fields/horizon/countryside/farmland, =flat plain, =plains, =flat landscape
high: =mountain peak, =mountaintop, on ?a/the ?top/summit of ?a/the mountain, steep ?* mountainside/slope/cliff, among ?steep/high/jagged mountains/peaks
unless distance distant background beyond horizon far

thing scene
wet: wet/rain slicked/rain soaked/slick/puddled street/road/pavement/asphalt/cobbles/cobblestones/sidewalk, =wet street, =wet ground, =puddle, =puddles, puddles reflect/cover/line/on/in, street/road/pavement/ground is <very> wet
dry: bone dry ?* street/road/ground, dusty road/street/track/path, dust rises/swirls/billows, =dry ground, =dusty road, street/road/pavement/ground is <very> dry, dry dusty ?* road/street/ground
unless

state topic
raw: =raw meat, =raw, =uncooked, =raw steak, raw/uncooked ?* steak/meat/chicken/dough/pasta/rice/patty/burger, is/are <very> raw/uncooked
cooked: =cooked meat, =cooked, =grilled, =fried, =roasted, =well done, =baked, grilled/fried/roasted/baked/cooked/seared ?* steak/meat/chicken/pasta/rice/patty/burger, fresh from/out the/of ?the oven/grill/pan, golden brown crust, is/are <very> cooked/grilled/fried/roasted
unless beside another other side bun bread onion onions garlic garnish salad potatoes fries

state topic
frozen: =frozen, frozen solid, is/are <very> frozen ?solid
melted: =melted, =melting, is/are ?* melting/melted, has melted, melts/melting/dripping/drips onto/down/over
unless ground lake snow butter cheese chocolate candle

state topic
untouched: =untouched, =uneaten, untouched, uneaten, still whole, not ?yet been touched/eaten/bitten/cut
eaten: =half eaten, =bitten, =bite mark, =bite taken, half eaten, a ?* bite is/has ?been missing/taken, with a bite taken ?out, bitten into, only ?a ?few crumbs remain/are/left, crumbs are ?all ?that left/remain
unless another other beside next

state topic
stacked: =stacked, =stack, =piled up, stacked/piled in/on/up/one/neatly/high, in a ?neat/tall/high stack/pile/tower
scattered: =scattered, scattered/strewn/spread ?out across/over/on/around/about, lie/lies/lying scattered
unless another other crumbs petals flour seeds leaves around

state topic
smoke: =smoke, =smoking chimney, smoke rises/curls/billows/pours/drifts from/out/up, with a smoking chimney
none: =no smoke, no smoke, without ?any smoke, smokeless, chimney is ?* ?and cold/smokeless
unless candle cigar cigarette

state topic
smooth: =smooth, =smooth surface, is <very> smooth, perfectly smooth, smooth/polished ?* surface/skin/bark/stone
rough: =rough, =rough texture, =rough surface, =jagged, is <very> rough/jagged/bumpy, rough/jagged/bumpy/coarse ?* surface/bark/edges/texture/skin
unless edge edges base inside hands other background

state topic
sharp: razor sharp, =sharp blade, freshly sharpened, sharp blade/edge/point/tip
blunt: =blunt, =dull blade, is <very> blunt/dull, blunt/dull blade/edge/point/tip
unless focus

state topic
up: top/roof/canopy/awning/umbrella/parasol/tent/hood is <very> up/open/raised/pitched, =open umbrella, =open parasol
down: top/roof/canopy/awning/umbrella/parasol/tent/hood is <very> down/closed/folded/furled/packed, =closed umbrella, =folded umbrella, =closed parasol, =furled umbrella
unless other another

state topic
on: screen/display/monitor is <very> on/lit/glowing, =screen on, =glowing screen, screen/display shows/glows/displays, =turned on, =powered on
off: screen/display/monitor is <very> off/black/blank/dark, =screen off, =black screen, =blank screen, =turned off, =powered off
unless other another second

state topic
folded: =folded wings, =closed wings, =wings folded, wings ?are ?neatly/tightly folded/closed/tucked/pressed, folds/folded its wings, folded/closed wings
spread: =spread wings, =outstretched wings, =open wings, =wings spread, wings ?are ?wide/fully spread/outstretched/extended/open/raised, spreads/spread/spreading/flaps/flapping/beats/beating its wings, spread/outstretched/open wings
unless one half another other statue

state topic
leash: =on leash, =leash, on a ?* leash/lead, leash is ?* attached, pulls/pulling/tugs/strains at/on its/the leash/lead, leashed
free: =off leash, =no leash, off the leash/lead, without ?a leash/lead/collar, unleashed, roams/roaming/runs/running free/loose/freely
unless another other

state topic
caged: =caged, =in cage, =cage, in/inside a/its ?* ?* cage, behind ?the bars, caged
free: =wild animal, in the wild, in ?its/their natural habitat, roams/roaming free/freely, free/uncaged
unless open empty outside other another door

state topic
worn: worn by a/an/the, =worn, =being worn, ?modelled/modeled/worn by/on a ?* model/woman/man, <who> wears/wearing
flat: =flat lay, =laid flat, laid ?out flat, lies ?* flat on/against, flat lay
hung: =on hanger, =hanger, on a ?* hanger, hangs on/from a ?* ?* hanger/hook/rail/peg, hung on/from
doll: =mannequin, on a ?* mannequin, displayed on a ?* mannequin, on a dress form
folded: =folded, =neatly folded, folded ?neatly on/in/and, neatly folded
apart worn flat, worn hung, worn doll, worn folded, flat hung, flat doll, hung doll, hung folded, doll folded
unless beside another other behind background arms hands paper

state topic
ironed: =ironed, =pressed, freshly/neatly/crisply ironed/pressed, is/are ?* ironed, without a ?single wrinkle/crease, wrinkle free
creased: =wrinkled, =creased, =crumpled, =rumpled, is/are ?* wrinkled/creased/crumpled/rumpled, badly/heavily/deeply wrinkled/creased/crumpled
unless face skin hands brow forehead paper bag

thing one
tucked: =tucked in, =tucked in shirt, shirt ?is ?neatly tucked in/into, tucked/tucks ?into his/her ?* trousers/skirt/jeans/pants/shorts
untucked: =untucked, =untucked shirt, shirt ?is ?* untucked/out, shirt hangs ?loose/loosely out/over, untucked
unless half one side front

thing one
tight: =tight clothes, =skin tight, =tight, =tight dress, =tight pants, skin tight/tight fitting/figure hugging/form fitting
loose: =loose clothes, =oversized clothes, =baggy, =baggy clothes, =loose dress, =baggy pants, loose fitting/baggy/oversized
unless jacket over coat sweater top and jumper shirt cardigan hoodie

thing one
mini: knees show/peek/are ?visible/seen/bare ?below/under the hem, =mini skirt, =miniskirt, =short skirt, =micro skirt, =mini dress, mini/short skirt/dress, skirt/dress ends ?* above ?her/the knee/knees
long: skirt/dress/gown that/which reaches/sweeps/touches ?to the floor/ground/ankles, =long skirt, =floor length skirt, =maxi skirt, =ankle length skirt, =long dress, =floor length dress, =floor length gown, floor/ankle length ?* skirt/dress/gown, skirt/dress/gown reaches/falls/sweeps/trails/brushes ?to the floor/ground/ankles
unless over layered overskirt underskirt train

thing one
crew: =crew neck, =crewneck, =round neck, crew/round neck/neckline
vneck: =v neck, =v neckline, v neck/neckline
high: =turtleneck, =roll neck, =mock neck, =high neck, turtleneck/roll/polo neck ?sweater/jumper, turtleneck
off: =off shoulder, =strapless, =off the shoulder, strapless ?* dress/gown/top, off the shoulder dress/top/neckline
unless under over beneath jacket cardigan layered undershirt

thing one
heels: =high heels, =stilettos, =stiletto heels, =heels, high heels, high heeled ?* shoes/boots/sandals/pumps, stilettos, stiletto heels
flat: =flats, =flat shoes, =sneakers, =flip flops, =ballet flats, =slippers, flat shoes, ballet flats, flip flops, in ?* sneakers/trainers
bare: =barefoot, =bare feet, barefoot, bare feet !out, her/his feet are bare
unless carries carrying holds holding beside hand floor another rack shelf kicked off

presence one
makeup: =heavy makeup, =makeup, heavy makeup, thick/heavy/dramatic ?eye makeup/mascara/eyeliner, bright/red/dark lipstick, =lipstick, =red lips, =eyeshadow
none: =no makeup, =bare face, no makeup, without ?any makeup, makeup free, bare faced
unless before after

age one
child: =toddler, =child, =baby, =infant, =young child, a ?little/small/young child/toddler/baby, ?only * years old boy/girl
old: =elderly, =old woman, =old man, =elderly woman, =elderly man, =grandmother, =grandfather, elderly/old/aged <who>, white haired/wrinkled ?old man/woman, =wrinkled skin
unless with beside holding holds holding and lap grandchild grandson granddaughter doll arms carries hand statue portrait

thing one
dressed: =fully clothed, =fully dressed, fully clothed/dressed, in a ?* suit/dress/coat/uniform/gown, wearing/wears a ?* suit/dress/coat/uniform/gown, =suit, =coat, =uniform
naked: =naked, =nude, =completely nude, naked, nude !color/colour/tights/lipstick/tone, without ?any/a clothes/clothing/stitch, completely undressed
unless statue painting under beneath lies beside floor hangs eye eyes branches light

thing one
bare: bare legs, legs are ?both bare, bare legged, =bare legs
covered: in ?* ?* tights/stockings/leggings/trousers/jeans/pants/pantyhose, wears/wearing ?* ?* tights/stockings/leggings/trousers/jeans/pants, =tights, =pantyhose, =black pantyhose, =leggings, =jeans, =black thighhighs
unless rolled short torn shorts hand arm over table

thing one
up: =hood up, hood ?is up/raised, with <own> hood up, hood ?is pulled/drawn over <own> head/face, pulls/pulled/pulling up <own> hood
down: =hood down, hood ?is down/lowered, hood ?is pushed/thrown back, push~/pushed/throws/thrown/threw back <own> ?* hood, push~/pushed <own> ?* hood back
unless another other

thing scene
tidy: =tidy, =tidy room, =neat room, =clean room, =uncluttered, tidy/neat/uncluttered ?* room/kitchen/desk/bedroom/office/workshop/studio, room/kitchen/desk/bedroom/office/workshop/studio is <very> tidy/neat
messy: =messy, =messy room, =untidy, =cluttered room, =untidy room, messy/untidy/cluttered ?* room/kitchen/desk/bedroom/office/workshop/studio, room/kitchen/desk/bedroom/office/workshop/studio is <very> messy/untidy/cluttered
unless half corner other hair then

thing scene
cold: iced tea/coffee/latte/lemonade, ice cubes float/clink/melt, with ?* ice cubes, =ice cubes, =iced tea, =iced coffee
hot: steam rises/curls/drifts/wafts from ?the/a ?* tea/coffee/cup/mug/glass/drink, steaming/hot cup/mug/tea/coffee/drink
unless another other beside kettle pot and

thing scene
lit: lit by ?a/the ?* ?* torches/torch/lamps/candles/lanterns/candle/lamp/lantern, torches/lamps/lanterns light/illuminate the
none: no light in the/sight, there is no light, without any light, not a single light, no light anywhere
unless except only beyond outside other

state topic
fresh: =fresh, freshly picked/cut, =freshly cut
wilted: =wilted, =withered, wilted, withered
unless another other some leaf leaves beside
`;
