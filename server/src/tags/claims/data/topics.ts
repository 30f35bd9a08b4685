/** How the one thing is that a caption is about: a vehicle, a building, a plant, food. Read by `claims/phrases.ts`. */
export const TOPICS = `
state topic
still: tied/moored up/to/at/with/alongside ?a/the ?* quay/pier/jetty/dock/bank/thick, stands motionless/still/waiting ?at/in/on/beside, waits at ?a/the ?* platform/station/lights/stop, parked motionless, =parked, parked in/on/at/by/beside/outside/along/under/near/inside/behind/next, is/are/stands/sits parked, at a standstill, stands still, =stationary, is stationary, moored, at anchor, lies at ?its berth/moorings
moving: crosses ?a/the ?* ?* bridge/viaduct/river/fields/desert/plain, leaves/leaving ?a/the ?* harbour/harbor/station/port/dock, pulls/pulling out of ?a/the ?* station/port, passes/passing through/under/over ?a/the ?* ?* tunnel/bridge/village/fields, speeds/races/drives/rolls/hurtles/roars/rattles/thunders/rumbles/barrels/chugs/trundles/speeding/racing/rushing/hurtling ?* along/down/through/past/across/over/around/towards/into/up, in ?full motion, at ?full/high/top speed, =driving, =moving, =speeding, =racing, under ?full sail/sails/steam, is moving, wheels ?are spinning/blurred
unless another other behind while

state topic
aground: aground, beached, upside down on the/a ?* lawn/grass/bank/beach/sand/shore/trestles, hauled/pulled/drawn/dragged up on ?to/the ?* ?* shingle/beach/sand/shore/slipway/bank, in dry dock, high and dry, lies/lying/resting on the ?* mud/shingle/beach/sand/slipway, on the slipway, on a trailer
afloat: afloat, rides at anchor, bobs/bobbing, adrift, midstream, in deep water, sails/sailing/steams/steaming/floats/floating/cuts/ploughs/drifts/glides/drifting across/through/past/along/up/down/on/into/in/over, under ?full sail/sails, out at sea, on the open sea/water
unless another other beside dinghy behind from gulls net nets

state topic
air: in flight, takes off, taking off, flies/flying/soars over/above/across/through/low/high, high above the clouds/ground/sea, =flying, =in flight, airborne, in mid air
ground: lies/lying on/in the ?* grass/ground/floor/sand/lawn, =parked, parked on/in/at, on the ?* ground/tarmac/runway/apron, in the/a hangar, grounded, =landed
unless shadow over-the another other before after

state topic
single: single/one deck/decker/decked
double: double/two deck/decker/decked
unless another other behind

number topic
one: single/one storey/storeyed/story/storied !tall, =one story
two: two storey/storeyed/story/storied, =two stories
three: three/four/five storey/storeyed/story/storied
unless house-next another other neighbouring

number topic
two: two door
four: four door
unless other

state topic
intact: walls/roof ?are/is intact, undamaged, well preserved, in perfect/mint/excellent/pristine condition, immaculate, well kept, well maintained, lovingly/carefully/beautifully kept/restored/maintained, =intact, ?still intact, perfectly preserved, newly/freshly/fully restored
ruined: ruin/ruins !of-other, ruined, roofless, derelict, dilapidated, collapsed, crumbling, half collapsed, in a state of disrepair, =abandoned, abandoned for, long abandoned, has been abandoned, =broken, wrecked, burnt out, gutted
unless another other background distance behind hill

state topic
new: paint is ?* new/fresh, brand new, factory new, showroom condition, =new, as good as new, freshly painted, gleaming new, like new
old: left to decay/rot, rusty, rusted, battered, badly worn, weather beaten, =worn, worn out, dilapidated, peeling paint, paint ?is/has ?* ?* peeling/flaking/faded, covered in/with rust, eaten by/away rust, =rusty, =old
unless another other beside wall background chain ground

state topic
whole: whole lemon/orange/apple/cake/pie/loaf/pizza/melon/pumpkin, uncut, unsliced, unpeeled, whole and uncut, =whole, not ?been/yet cut, has not been cut/sliced
cut: sliced, cut into/open/in, slices of/have, =sliced, =halved, a slice ?is/has ?been, one slice ?is missing/gone/out, cut in half/two/slices/pieces, cut off !from, diced, =cut in half
unless grass hedge beside knife other another paper

state topic
whole: unpeeled, =unpeeled, still in its ?* peel/skin/shell/rind
peeled: peeled, =peeled, ?half peeled
unless other another

state topic
plain: uncarved, =uncarved, not yet carved, no face ?is carved, unpainted, undecorated, unadorned, without ?any decoration/decorations/ornament/carving, no decoration/carving
carved: =floral pattern, =flower pattern, floral/flower pattern, painted with ?* flowers/birds/figures, carved with/into/on, is ?* carved, =carved, richly/lavishly/ornately/heavily/elaborately decorated/carved/painted/adorned, decorated with, covered with/in carvings/ornaments
unless frame table chair wall background

state topic
ripe: =ripe, fully ripe, perfectly/fully ripe, overripe
unripe: =unripe, unripe, still green, not ?yet ripe
unless other another some

state topic
bloom: full bloom, in ?full bloom/blossom/flower, =blooming, =flowering, covered in/with ?* blossom/blossoms/flowers, flowers ?are ?wide/fully open, petals ?are ?wide/fully open/spread
bud: in ?tight bud, still in bud, buds ?are ?still ?tightly closed, =bud, =closed bud, =tight bud, not ?yet ?in bloom/flower/flowered, without ?any flowers, =no flowers, has no flowers
wilted: wilted, withered, =wilted, =withered, dried up, petals ?have ?all fallen/dropped, dead and brown, limp and brown
unless other another some few one first background

state topic
potted: =potted, potted, in a ?* ?* pot/planter
wild: growing ?wild in/on ?the/a/desert ?* ?* sand/ground/soil/desert/meadow/wild/rocks/rock/forest/field/earth, planted in the ?* ground/earth/soil, grows/growing wild, rooted in ?the ?* earth/ground/soil
unless other another

state topic
wood: made ?entirely/completely/all/wholly/out of wood/oak/pine/timber, entirely/wholly/all wooden, =wooden, carved from/out of ?a ?* ?* wood/oak/pine
metal: entirely/wholly/completely of ?* metal/iron/steel/tin/brass/bronze/copper, made ?entirely/completely/all/wholly/out of ?* metal/iron/steel/tin/brass/bronze/aluminium/aluminum/copper, cast iron/bronze frame/body/figure, =metal, cast in bronze/iron/metal
plastic: made ?entirely/completely/all/wholly/out of ?* plastic/resin/vinyl, =plastic
stone: made ?entirely/completely/all/wholly/out of ?* stone/marble/granite, =stone, carved from/out of ?a ?* ?* stone/marble/granite, =marble, =white marble
ceramic: made ?entirely/completely/all/wholly/out of ?* porcelain/ceramic/china/clay/earthenware/stoneware/terracotta, =ceramic, =porcelain, =earthenware, entirely/wholly/completely of ?* porcelain/clay
glass: made ?entirely/completely/all/wholly/out of ?* glass/crystal, =glass
paper: made ?entirely/completely/all/wholly/out of ?* paper/cardboard, =paper
fabric: made ?entirely/completely/all/wholly/out of ?* cloth/fabric/felt/wool/cotton/linen, =felt
unless handle base lid legs and fittings hinges wheels frame-and trim sole roof

state topic
open: open top/topped, roof/top/hood is down/open/off/folded, top down !view, roofless, =open top, =top down, =roof down, =convertible top down
closed: closed top/topped, roof/hood is up/closed/on, =roof up, =closed top, hard top, covered roof, =top up
unless tent house view

state topic
covered: =covered stall, covered ?market stall/stalls, under ?a/the ?* awning/canopy/roof
openair: open air stall/market, =open air, under the open sky, in the open air
unless

state topic
lit: is/are ?* lit !from/by-the, =lit, =glowing, =illuminated, =glowing candle, its ?* ?* glow/light falls/spills/shines/streams, casts/casting/throws/sheds a/its ?* ?* ?* light/glow/pool, shines brightly, glows/glowing, burns/burning ?brightly/steadily, is switched/turned on, =switched on, flame flickers/burns/dances, flames flicker/leap/dance, candle inside/within ?is ?lit/burns/burning/glows
unlit: unlit, never been lit, not been lit, not ?yet lit, is/are switched/turned off, =switched off, =turned off, extinguished, gone out, blown out, not lit, no flame, without ?a flame/light, no light ?in ?it, =unlit, is/are dark
unless sky sun window behind background other another moon

state topic
level: upright, stands ?straight upright, =upright, standing upright
over: on its side !of/by, overturned, upside down, toppled ?over, tipped over, knocked over, fallen over, capsized, =overturned, =upside down, =on its side, =lying on its side
unless other another chair beside view image text

state topic
full: full of, full to the brim, filled to the brim/top, is ?* full !of-holes/length/bloom, filled with, =full, packed full, fully loaded, laden with, =loaded, crammed with, piled high
empty: =empty, is/are/stands/lies <very> empty/bare, completely/entirely/quite empty/bare, with nothing in/on it, contains nothing, nothing in/on it, unladen, =unloaded, drained
unless half except other another but save hands handed street

state topic
wrapped: sealed with/by, =sealed, cork ?is still in ?place/it, =wrapped, wrapped in, still ?wrapped in ?its ?* paper/foil/wrapper/box, =boxed, unopened, in ?its original box/packaging, sealed
unwrapped: cork ?has/is ?been pulled/out/removed, is poured from/into, pours/poured into ?a/the ?* ?* glass/cup, unwrapped, been opened/poured/uncorked, uncorked, =unwrapped, out of ?its/the box/packaging/wrapper, opened !book, half eaten, bitten
unless hands scarf cloth other

state topic
dry: =dry, bone dry, is/are ?* dry, dried out, parched
wet: =wet, is/are ?* wet, dripping ?wet, soaked, soaking wet, drenched, sodden, glistens/glistening with water/rain
unless ground street stone floor brush pavement dry-eyed feet hair only background road grass

state topic
adult: =adult, full grown, fully grown, adult !and, old/elderly/aged/senior cat/dog/horse/goat/donkey/parrot/tortoise/bear/elephant
young: =puppy, =kitten, =foal, =cub, =calf, =chick, newborn, only ?a few/* weeks/days old, juvenile, =juvenile, =baby animal
unless with beside mother its another other her parent

state topic
cold: iced, ice cold, chilled, =cold, with ice cubes, is/are ?* cold
hot: steaming, piping hot, steam rises/curls/drifts from, =hot, =steam, is ?* hot
unless weather hands night morning wind breath day

state topic
clean: spotless, spotlessly clean, =clean, immaculately clean, freshly washed/cleaned, is/are ?* clean
dirty: filthy, =dirty, covered in/with ?* mud/dirt/dust/grime, caked in/with mud/dirt, mud caked/splattered/spattered, is/are ?* dirty/muddy/filthy
unless ground hands boots floor window other road

state topic
open: =ajar, =open, =wide open, is/stands ?* ajar/open !to/for
closed: =locked, =closed, =shut, =bolted, is/stands ?* locked/closed/shut/bolted
unless half eyes mouth shop other sky

state topic
glazed: =glazed
plain: =unglazed

state topic
thatch: thatched ?* roof, roof is ?made ?of thatched/thatch/straw/reed/reeds
tiles: tiled ?* roof, tiles cover ?the roof, roof of ?* ?* tiles, roof is ?covered ?in/with ?* tiles/tiled, roof tiles
slate: slate ?* roof, roof of ?* slate
tin: tin/metal/corrugated ?iron roof, roof of ?* tin/iron/metal
flat: flat ?* roof, roof is flat
unless other another neighbouring barn shed beside next

state topic
turning: sails/wheel/blades ?* turn/turns/spin/spins/rotate/rotates/turning/spinning, spins/spinning/rotates/rotating/revolves/revolving/whirls, =spinning, turns !to/into/away/its/his/her/towards/the/on/a
still: stands/is/hangs <very> still/motionless, motionless, at rest, =still
unless another other but wind

state topic
set: full/billowing/hoisted/raised sails, under ?full sail/sails, sails ?are ?* set/filled/billowing/hoisted, sails billow
furled: lowered/furled/struck sails, sails ?are ?* furled/lowered/struck/down, bare masts/poles, =sails furled
unless another other

state topic
round: =round, =circular, is ?* round/circular
square: =square, =rectangular, is ?* square/rectangular
unless face window image format other

state topic
zipped: =zipped, =zipped up, =buttoned, =buttoned up, =fastened
unzipped: =unzipped, =unbuttoned, =unfastened, =undone
unless half

thing scene
veg: vegetarian/vegan, meatless, only ?with vegetables, made only with ?* vegetables, without ?any meat, =vegetarian, =vegan, =meatless
meat: ?* pieces/slices/strips/chunks/bits of ?* chicken/beef/pork/ham/bacon/lamb/duck/fish/salmon/sausage, prawns/shrimp/shrimps/mussels/squid/bacon/ham/chorizo/salami/pepperoni/meatballs ?* ?* is/are/lie/lies/sit/top/cover, topped/filled/served with ?* chicken/beef/pork/ham/bacon/lamb/salami/pepperoni/prawns/shrimp/meat, =bacon, =ham, =pepperoni, =prawns, =meat, =beef, =chicken
unless substitute plant tofu seitan mock beside another
`;
