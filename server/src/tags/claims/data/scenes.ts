/** What holds of a whole scene. Read by `claims/phrases.ts`. */
export const SCENES = `
season scene
winter: in/during ?the ?deep/late/early/mid ?depths/middle ?of winter, wintry/winter/wintery day/morning/afternoon/evening/night/landscape/forest/scene/street/sun/sunlight/light/air/sky, icicles hang/drip/line, =winter, midwinter, in december/january/february
snow: frost covers/coats/lies/glitters, snow lies/covers/blankets/drifts/piles/falls/crunches/has/is !globe, deep/heavy/fresh/thick/falling snow, knee deep in snow, covered/blanketed/buried in/with/by/under ?* snow, sleet drives/falls/lashes/whips, snow covered/laden/clad !mountain/mountains/peak/peaks/summit/summits, it is ?* snowing, it snows, snowing on/in/heavily, snow is ?* falling, =snowing, =snow on ground, =heavy snow, snowy path/street/field/forest/road/lane/garden/park/hill/slope/roof/yard/landscape/day/morning/night/evening, =snow, falling snowflakes
summer: sunflowers/poppies/lavender bloom/blooms/blooming/flower/nod/glow, sunflowers/poppies/lavender are/in ?full bloom, summer heat, in/during ?the ?high/late/early/mid ?middle ?of summer, summer/midsummer day/afternoon/morning/evening/night/meadow/landscape/garden/sun/sunlight/air, heat of june/july/august/summer/midsummer, heat of the summer, june/july/august heat/sun/afternoon/noon/day/morning/evening/night, scorching/sweltering heat/day/afternoon/sun, heatwave, heat wave, =summer, in june/july/august, high summer
autumn: in/during ?the ?late/early autumn, autumn/autumnal leaves/foliage/colours/colors/day/morning/afternoon/evening/forest/light/sun/air/wind, fall foliage/colors/leaves, =autumn, =autumn leaves, in october/november
spring: in/during ?the ?late/early spring/springtime, spring/springtime air/day/morning/afternoon/evening/sun/sunlight/light/flowers/blossom/blossoms/meadow/garden/blooms, cherry blossoms, =spring, =cherry blossoms, in april/may
apart winter summer, winter spring, winter autumn, summer autumn, summer spring, autumn spring, snow summer
unless mountain mountains peak peaks summit summits alps glacier glaciers ridge volcano globe fake artificial season seasons distance calendar collection sale pattern kimono motif palace olympics festival machine cannon leopard owl line

time scene
dawn: at/before dawn/sunrise/daybreak, in the dawn/sunrise, first light, rising sun, sun is rising, sun rises, sun has just risen, in the ?early/late morning, early ?in ?the morning, morning light/sun/sunlight/mist/dew/haze, on a/an ?* ?* morning, =dawn, =sunrise, =morning, =early morning, =misty morning, =foggy morning, =sunny morning, =frosty morning, =cold morning, =grey morning
noon: at/high ?high noon/midday, noon/midday/noonday sun/sunlight/sunshine/light/heat, middle of the day, light of ?the noon/midday, sun ?stands/is straight/directly overhead, =noon, =midday
day: sunlight pours/pouring/streams/streaming/floods/flooding/beats/beating ?down in/from/through/on/across/over, in ?broad/full/bright daylight, in bright/full/brilliant/harsh sunlight, in ?bright/the/full sunshine, bright/broad/harsh daylight, sun blazes/beats/burns/stands/hangs/is/shines down/high/straight/directly/brightly/overhead/from, =day, =daylight, =daytime, sunny afternoon/day/morning, =sunny
evening: at sunset/dusk/sundown/nightfall, sun is setting/sinking, sun sets/sinks, sun has ?just set, sun goes down, setting sun, in the ?late evening, evening light/sun/sunlight/glow/sky, light of ?the dusk/sunset/evening, glow of ?the sunset/dusk, =sunset, =dusk, =evening, =late evening, =early evening, =summer evening, =warm evening, last light
night: a ?quiet/dark/clear/starry/cold/silent/rainy/stormy/summer/winter night with/under/on/in, moonlight ?* falls/streams/shines/pours/through/on/in/from, =moonlight, night photograph/photo/shot/view/scene/picture/photography, star trails, ?late at night/midnight, by night, night/midnight sky, moonlit, in/by/under ?the ?pale/full/bright moon/moonlight, under the/a ?sky ?full ?of stars, stars shine/glitter/twinkle/fill/shining/glittering/twinkling/filling, stars are out, dead/middle of the night, after dark, =night, =midnight, =night sky, starry sky/night, moon shines/hangs/rises/stands
apart dawn noon, dawn evening, dawn night, noon evening, noon night, day night
unless until since calendar clock gradually fades market club shift gown owl yesterday every polar planetarium ceiling lamp bulb

weather scene
rain: in the ?* rain !coat/boots/jacket/hat/gear/barrel/gauge, rain pours/falls/drives/lashes/drums/streams/patters/beats/hammers/runs/soaks/drips/is, heavy/pouring/driving/torrential/steady/drizzling/soft/light rain, it is raining, it rains, in/through/under the ?pouring/driving/heavy rain, rainy day/afternoon/morning/evening/night/street/weather, downpour, sleet/hail drives/falls/lashes/drums/beats/hammers/whips, =rain, =raining, =heavy rain, =thunderstorm, =storm, =stormy, =lightning, thunderstorm rages/breaks, lightning strikes/flashes/forks, =rainy, drizzle
clear: cloudless, clear blue sky/skies, sky is <very> clear/cloudless/blue, skies are clear/blue, under/beneath a ?bright/deep clear/blue sky, not a cloud, without a ?single cloud, without ?any clouds, no clouds !of, =clear sky
sunny: ?bright sunny day/afternoon/morning/weather, sun blazes, sun is ?* blazing/beating/shining, sun beats down, sun shines brightly, sun burns down, in ?bright/brilliant/the sunshine, =sunny, =sunny day
fog: thick/dense/heavy/impenetrable ?* fog/mist, fog/mist hides/swallows/covers/obscures/veils/blankets/shrouds, =fog, =foggy, =thick fog, foggy day/morning/street
overcast: overcast/cloudy/clouded/leaden sky/skies, sky is <very> overcast/cloudy, on an overcast, storm/dark/heavy/thick/grey/gray/leaden ?rain/storm clouds cover/fill/hang/hide/press/gather/loom/roll/covering/filling/hanging/hiding/pressing/looming, under/beneath ?low/heavy/dark/thick ?heavy/dark/grey/gray grey/gray/dark/storm/rain ?storm/rain clouds, =overcast, =cloudy sky, =cloudy, covered with/by dark/heavy/thick/grey/gray clouds
apart rain clear, rain sunny, fog clear, fog sunny, overcast clear, overcast sunny
unless horizon distance distant approaching approach gathering parts part breaks break breaking clearing stopped sunshower rainbow valley lifts lifting canopy artificial fake machine

weather scene
still: no wind, windless, without ?a/any wind/breeze, not a breath of wind, air is ?completely still, dead calm
windy: strong/stiff/fierce/high/howling/gusty/gale wind/winds, =windy, =wind, wind whips/tears/blows/howls/tugs/bends/lashes/billows, in the ?strong wind, windswept, gale, =strong wind, windy day/afternoon/morning
unless fan tunnel machine turbine chimes instrument

state scene
dark: in/of pitch/complete/total/utter darkness, pitch dark/black, in the dark, =dark, =darkness, =pitch black
light: bright/strong/warm/dazzling/morning/afternoon sunlight/daylight/sunshine floods/fills/streams/pours/bathes/falls/shines/comes, sunlight/daylight/sunshine floods/fills/streams/pours/bathes/drenches, brightly lit, in/by bright/full/broad/brilliant/harsh daylight/sunlight/sunshine/light, =sunlight, =bright, =brightly lit, =daylight
unless window windows outside beyond doorway door next end tunnel except only half left right background foreground film skin hair cellar street wood

weather scene
calm: calm/still/glassy/waveless/flat/placid sea/water/waters/lake/ocean/bay, mirror smooth sea/water/lake, sea/water/lake/ocean/bay is/lies ?as <very> calm/still/flat/smooth, sea/water/lake/ocean is/lies like ?a glass/mirror, =calm sea, =calm water, =calm ocean, sea/water/lake like ?a glass/mirror
rough: rides/riding/surfs/surfing a ?* ?* wave, huge/high/big/towering/crashing/tall/enormous/massive/giant/breaking/violent/great/mountainous waves, waves crash/break/pound/smash/tower/batter/roll/crashing/breaking/towering/rolling, rough/stormy/choppy/raging/churning/heaving sea/seas/water/waters/ocean, =rough sea, =stormy sea, =big waves, whitecaps, sea is ?very rough/choppy/stormy
unless harbour harbor outside horizon distance distant far breakwater lagoon reef print pool

weather scene
low: at/during low tide, low tide, tide is ?far/all out, ebb tide, at ebb, =low tide, lying on the mud, exposed mud, mudflats are
high: at/during high tide, high tide, tide is ?fully in, flood tide, =high tide, tide is high/full, water is at the ?very top
unless mark line

crowd scene
empty: empty/deserted/abandoned ?* <place>, empty seats, <place> is/lies/stands <very> empty/deserted/abandoned, nobody around/about/in/here/there, not a soul in/around/about, stands deserted, no customers, not a single customer/visitor/passenger, every seat is empty, all ?the/of seats are empty, rows of empty seats
crowded: <place> is <very> ?bright ?and busy/crowded/packed, ?dense/large/huge/big/thick crowd/crowds/throng/throngs of/fills/packs/presses/press/gathers/gather/mills/line/lines, in/amid/among/through a/the ?* crowd, people/shoppers/tourists/commuters/visitors/passengers/pedestrians/spectators/customers/guests/fans/onlookers/worshippers/students/children/travellers/travelers/diners throng/crowd/pack/fill/jam/jostle/queue/swarm/stream/press, crowded/packed/bustling/busy/teeming/thronged ?* <place>, crowded/packed/teeming/thronged/filled/jammed with ?* ?* people/shoppers/tourists/commuters/visitors/passengers/spectators/customers/guests/fans/diners, =crowd, festival/holiday/market/evening/rush crowd, =crowded, all ?the/of ?the seats are taken/occupied/filled, every seat/table/chair/bench/desk is taken/occupied/full, sit/sits at every table/desk, not a seat ?is free/empty, full house, sold out, standing room only
unless nearly almost far distance distant except usually otherwise outside beside another foreground below above seen

crowd scene
none: empty/deserted ?* ?* road/roads/highway/motorway/freeway, closed to traffic, no traffic, without ?any traffic, no cars, empty road/roads/highway/motorway, deserted road/highway/motorway, road/highway/motorway is <very> empty/deserted
heavy: road/highway/motorway/freeway/street is <very> crowded/full/jammed/packed/clogged/choked ?with/of cars/traffic/vehicles/trucks, long/endless line/queue/row of cars/traffic/trucks/vehicles, bumper to bumper, cars/trucks/traffic ?* crawl/crawls/queue/jam/rush/stream/streams, heavy/dense/thick traffic, traffic jam, bumper to bumper, stuck in traffic, queues/queue of cars/traffic, =traffic jam, =heavy traffic
unless opposite other distance

state scene
bare: =leafless tree, =bare branches, bare/leafless ?* branches/tree/trees/twigs/crowns/boughs, tree/trees is/are/stands/stand <very> bare/leafless, trees/tree have/has lost/shed/dropped ?all their/its leaves, =bare trees, =leafless
leafy: in full ?* leaf/foliage, lush/thick/dense/leafy/green ?green foliage/leaves/canopy/crowns/crown, leafy branches/trees/tree, =lush foliage
unless among other others evergreen evergreens fir firs pine pines spruce ivy ground fallen another distance shrub shrubs bush bushes palm palms half houseplant pot

weather scene
none: no snow, without ?any snow, snow has ?all melted/gone, free of snow, snowless
some: snow lies/covers/blankets/drifts/piles, deep/fresh/thick/heavy/falling snow, covered/blanketed/buried in/under/with ?* snow, =snow, =snowing, snow covered ground/field/street/road
unless mountain mountains peak peaks summit distance except

state scene
under: =underwater, underwater !housing/camera, on the seabed, at the bottom of the sea/lake/pool, below/beneath/under the surface
dry: on dry land, on the edge of a boat, on the deck, on deck, on the beach/shore/bank/sand !under, in a/the desert, on the grass, in the meadow
unless aquarium above seen split snorkel

time scene
day: ?bright/strong/warm/morning/afternoon sunlight/daylight/sunshine floods/fills/streams/pours/bathes/falls in/the/through/into/a/across, ?only natural light/daylight, lit by daylight/sunlight, lit only by ?the daylight/sunlight
lamps: lit by a single candle/lamp/lantern/bulb, lit only by ?a/an/the ?* ?* candle/candles/lamp/lamps/lantern/lanterns/fire/firelight/candlelight, only light ?source ?comes/is ?from ?a/an/the ?* candle/candles/lamp/lantern/fire, only artificial light, lit by ?a ?single ?bare bulb/bulbs
unless outside

state scene
asphalt: asphalt/tarmac/paved ?* road/roads/street/path/lane
gravel: gravel ?* road/path/lane/track
dirt: dirt/earth/unpaved/muddy ?* road/path/lane/track/street
cobbles: cobbled/cobblestone ?* street/lane/road/alley, =cobblestones
unless beside verge other crosses turns becomes leads shoulder

count scene
one: only one person/child/man/woman/figure/boy/girl ?can ?be/is seen/visible/in/there/present/shown, only a single person/child/man/woman/figure/boy/girl
many: two/three/four/five/six/several/many men/women/boys/girls/children/people/friends/soldiers/dancers/players/workers
unless photograph poster photo statue statues

count scene
alone: =alone, is/stands/sits/walks ?all/quite/completely alone, on his/her own, alone in the picture/frame/image/photo, by himself/herself, nobody/no else !is, no one else
company: crowd of, surrounded by ?dozens/hundreds/many ?of other, surrounded by ?* people/children/friends/fans/onlookers/men/women/reporters, among ?his/her ?* friends/colleagues, in ?the company of, =crowd
unless portrait poster facing-the away past watch watches distance

state scene
flood: in flood, in spate, flooded
dry: riverbed/stream/river is <very> dry, dry riverbed, dried up ?* river/stream/lake/pond, without a drop of water
unless last once field

state scene
lit: windows ?are ?all ?brightly/warmly/dimly lit/glowing/aglow, lit windows, lights ?are ?all on, light/lamps in every window, every window is lit/glowing, windows glow/shine/glowing/shining
dark: windows ?are ?all dark/unlit/black, dark/unlit windows, all ?the lights ?are/turned/switched off/out, lights ?are ?all off/out, no lights ?are on, not a single light
unless except but other one some upper lower

state scene
inside: interior of, interior view/shot/photo/photograph of, inside of the
outside: exterior of, exterior view/shot/photo/photograph of, seen from across the ?* street/road/square/river/valley/lake, seen from outside, seen from the street/road/garden, facade in full view
unless window windows beyond through
`;
