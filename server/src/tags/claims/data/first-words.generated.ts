// Generated from the tables beside it, see tools/generate/first-words.ts.
/** A line has the bits of some axes, in base 36, and words that their phrases begin with. */
export const FIRST_WORDS = `
1 ambles bokeh bolting bolts bounding bounds caught charges charging clambering clambers climbing
1 climbs creamy crouches crouching crystal curled dances dancing dangles dangling dashes dashing
1 depth dismounted dives diving down everything galloping gallops gliding glistening glistens hanging
1 hikes hiking hopping hops horseback hovering hovers jogging jogs jumping jumps kneeling
1 kneels leading leads leaping leaps marches marching mid midair murky napping naps
1 paddles paddling perched perches perching plunges plunging pushes pushing reclines reclining rests
1 riding roosting roosts saunters seated shallow sitting soaking soaring sodden sprawled sprawling
1 sprawls sprinting sprints squats squatting stretched strides striding strolling strolls tail transparent
1 trudges trudging turbid up vaulting vaults wagging wags walking wandering wanders wheeling
1 wraps
2 adult arid barren between bowed bowing bows calf chick cub desert flinging
2 flings foal folding hand jungle juvenile kitten lifted lifting lifts lowering lowers
2 neck newborn overexposed puppy rainforest raises raising sand senior stretches stretching throwing
2 underexposed upraised wasteland
3 parched raised
4 carries chilled clutches clutching grips hot iced mountain mountaintop piping plains steam
4 steep
6 carrying gripping hands
8 ankles available caked cross direct dirty dust dusty filthy flash ground immaculately
8 indian knees legs mud puddle puddles spotless spotlessly
9 bone feet
a crossed crosses crossing
g ajar baked bolted cooked diffuse diffused eyelids fried grilled locked roasted screwing
g screws seared shadowless shutting squeezed squeezes squeezing uncooked
w auburn bares baring beak bill blonde brunette copper drips fair flaxen ginger
w glazed horizontal jaws landscape melted melting melts mouth muzzle parted platinum portrait
w pursed raven redheaded screaming screams shouting shouts silver unglazed vertical yawning yawns
1c closes closing golden opening opens shut shuts
1s angry august autumn autumnal beaming beams bite cheerful cherry complex corrugated cries
1s crumbs crying deadpan delighted expression expressionless fall featureless frost frown furious glowering
1s glowers grim grin grinning grins happy heat heatwave icicles joyful july june
1s laughing laughs look midsummer midwinter miserable mournful sad scorching scowl scowling scowls
1s seamless serious slate snowy sobbing sobs solemn sorrowful spring springtime stern summer
1s sweltering tearful tears thatched tiled tiles tin uneaten untouched weeping weeps winter
1s wintery wintry
3k after before beige broad cream dawn day daytime downcast dusk early faces
3k first gaze glances glancing glow last late lie meeting midday middle midnight
3k moon moonlit morning motionless night noon noonday pale peering peers pure revolves
3k revolving rising rotates rotating scattered setting spinning spins squinting squints stack stacked
3k star starry stars strewn sunrise sunset turning turns whirls yellow
3q holding
40 meets
46 holds
48 harsh
5c backdrop neutral plain simple solid
5d background
74 amber chimney clouded cloudless downpour drizzle drizzling faceless flushed fog foggy freckles
74 hail hazel impenetrable leaden lightning mist overcast pouring raining rainy rosy skies
74 sky smoke smokeless smoking steady storm thunderstorm torrential winking winks
75 clear cloudy
7c rain
80 lips
8w frowning frowns it sleet smile smiles smiling
ao blue sun
b4 gazes gazing stares staring
e8 air alert barking barks barrels bumpy chats chatting chugs circular coarse drinking
e8 drinks drives eating eats fierce gale gusty howling hurtles hurtling jagged moored
e8 moving rattles rectangular roars rolls rumbles rushing speeding speeds stationary stiff talking
e8 talks thunders trundles watches watching wind windless windswept windy
e9 chases chasing dozes dozing fast races racing slumbering slumbers wheels
ea waving
eo awake
ep asleep sleeping sleeps
i8 eyes
lc driving
sg adrift afloat aground barely beached blunt bobbing bobs buttoned cuts darkness dragged
sg drifting drifts dull fastened hauled hidden hides hiding midstream pitch ploughs resting
sg sailing steams sunlight sunshine unbuttoned undone unfastened unzipped zipped
sh floating floats glides rides
sk steaming
w0 daylight
zk sails
1kw airborne awning bacon bay beef bits breaking calm canopy chicken choppy chorizo
1kw chunks churning crashing enormous furled giant glassy grounded ham heaving landed massive
1kw meat meatballs meatless mountainous mussels ocean parasol pepperoni pieces placid prawns raging
1kw salami sea served shrimp shrimps squid strips takes taking tent topped towering
1kw umbrella vegan vegetarian violent waveless whitecaps
1kx flies flying great soars
1s0 stormy
1z4 parked
1z5 playing plays
35s afro airy bald bedroom bob braid buzz buzzcut dim dimly display double
35s ebb exposed flood gloomy hairless hip kitchen luxuriant man mohawk monitor mudflats
35s pigtails pixie powered screen shaved shaven studio sunlit tide topknot twintails
368 very
37k blank during knee
3gg sunny
4qp water
6bk airport alley amid arcade arena asymmetrical asymmetry auditorium avenue bar beach beating
6bk beats bridge bus bustling cafe carriage chapel children church cinema circus classroom
6bk commuters composition concourse corridor court crowds customers diners fans festival flapping flaps
6bk gathered grandstand guests gym gymnasium holiday jammed lane library lobby mall market
6bk office onlookers park passengers pedestrians people pier pinned platform playground plaza pool
6bk promenade put quay restaurant rink rush shop shoppers sold spectators stadium station
6bk streets strictly students symmetrical symmetry teeming terminal terrace theater theatre throng thronged
6bk throngs tied tourists train tram travelers travellers twisted updo visitors wings worshippers
6bm folds outstretched
6bs pavement spreading spreads street
6dc crowded
6f4 evening
6fe spread
6io through
6qo square
740 pulled
7wg huge
9hc hall locks ponytail room twin
cn4 bumper centered centred curly frizzy highway kinky motorway placed positioned pulling pulls
cn4 queue queues ringlets rule sleek strains stuck traffic tugs wavy
cn5 curls running runs
iyo deserted
iyw road
pa8 beard bearded beardless beautifully behind broken burnt cage caged carefully collapsed cool
pa8 crumbling derelict facial gutted immaculate intact leafless leafy lovingly neat newly palette
pa8 ruin ruined ruins stubble stubbly tree trees trimmed uncaged undamaged unkempt unshaven
pa8 walls warm wild wispy wrecked
paa lush
pac cold
pao well
pb4 blond
pi9 brown
pkw green
pls gray grey
sg0 bushy
vls abandoned braided
11xc roaming roams
18g2 dense
1ekg <who> battered being body bony brand build chubby corpulent desaturated displayed eaten
1ekg factory faded fat figure gaunt gleaming hanger heavyset hung laid lanky lean
1ekg like mannequin modeled modelled muted neon obese overweight paint peeling physique plump
1ekg portly rotund rusted rusty showroom skinny slender snowless stocky stout subdued weather
1ekg worn
1em8 blanketed buried falling snow snowing
1emo fresh
1eo1 hangs
1eq9 deep
1mgy folded
23uo dilapidated free
2t4w below creased crisply crumpled cut diced halved ironed pressed rumpled sliced uncut
2t4w underwater unsliced wrinkle
2tc0 beneath
2ups slices tall
47pc neatly
4xs8 freshly
5m9s ancient backlight backlighting backlit least nearly past peeled pensioner schoolboy schoolgirl teenage
5m9s tucked tucks untucked youthful
5m9u over
5m9w little
5ma0 natural
8feo deeply unpeeled
9ua8 looks
b8jk asphalt baggy cobbled cobblestone cobblestones decorated dirt earth elaborately gravel highly hoodie
b8jk intricate lavishly minimalism minimalist minimalistic ornate ornately overloaded oversized paved richly shirtless
b8jk skin stripped sweater t tarmac topless unadorned uncarved undecorated unpainted unpaved
b8jl muddy
b8lc cluttered
beww busy
gutc shirt
mh34 alone ankle cel dress gown gradients maxi micro mini miniskirt overripe ripe
mh34 school skirt surrounded undressed unripe
mh35 walks
mh38 stark
mh4x detailed
mhao soft
mhhd sits
mk8w floor
mneo crowd nobody
mnes among
n6rk smooth
nwjk by
18y68 blooming bud buds crewneck eyeliner flooded flowering flowers limp lineless mascara mock
18y68 outline petals polo purple riverbed roll rouge stream turtleneck v wilted withered
18y69 dried
18y9s pink
18yo0 dead
191c0 crew
1cgm9 has
1mzuo heavily
2hwcg ballet barefoot bareheaded beret bonnet cap delicate fine flats flip growing grows
2hwcg hat hatless heels helmet lamps lights planted potted rooted slippers sneakers stiletto
2hwcg stilettos turban uncovered windows
2hwnk light
2i2o0 every
4zsow <own> cast ceramic earthenware exterior facade felt finished glass marble paper plastic
4zsow porcelain precise sketchy sleeveless sleeves spaghetti stone unfinished wholly wooden
4zsoy arms
4zsqo metal
4zu9s made
4zuo0 rough
4zvuo interior
50hz4 inside
50i2w clean
5b18g carved
5bk74 loose
68qv4 eyeshadow lipstick makeup strapless
6v7y8 dramatic
6vxcw red
7hvcx all
8rgrk dark
8tdfm thick
92l8g bare
9zlds aerial birds camera convertible drone frogs glossy grandfather grandmother infant lens matt
9zlds matte overhead picture shiny worms
9zldu baby
9zle8 hard
9zlhc eye
9zlow looking
9zmyo * mirror top
9ztio closed
9zy0w straight
a0ao0 roofless
a0cao roof
a2hok low
a2utd at
a57nk child toddler young
a57nm aged elderly
a6m82 old
a80sg wrinkled
chjb4 hood
dtf44 high
ezegw polished
f03hc white
jz6rk coat frontally grainless grainy longhair longhaired noise profile rear right shorthair shorthaired
jz6rk side uniform visible
jz6v4 facing
jz75w strong
k0lc0 left
k21du under
k4t1c front frontal
k4t4x back
klnuo nude suit
kwwe8 naked
ldrk0 face
tersw heavy
tys5c captured depicted filmed pictured shot shown taken view viewed
vkdoo covered
zoni8 short
13ydj4 bouquet bunch burning burns candle caption casting casts close closeup cluster cowboy
13ydj4 damp distant dozens english establishing extinguished extreme fills flame flames glows gone
13ydj4 group illuminated japanese lettering lone macro multiple never pair panorama panoramic row
13ydj4 several sheds shines solitary speech switched text textless tightly typography upper words
13ydj5 drenched soaked
13ydj6 blown throws
13ydjd wet
13ydk1 dripping
13ydq8 bust headshot
13ydxc reading reads
13ydxs wide
13yebk entire
13ygow waist
13ygsg turned
13ygw0 cropped
13yjuo rows three
13yjup large
13ylfk big
13ywhs four
13yznk two
13yzog hair
13z94w five
13zs3k frame
1416o0 tiny
1417gg whole
149yqo tight
157bpl dry
16gd1c unlit
16lw5k lit
17p81s bold
18pxs0 not
1e3nm2 only
1qfk3m head
1y2s8w from
22wydc seen
23k7wg long
27wr28 bareback brilliant capsized colorful colourful fallen grayscale greyscale knocked leather monochromatic monochrome
27wr28 multicolored multicoloured overturned printed rainbow rich saddle saddled sepia tipped toppled unsaddled
27wr28 watermark watermarked web
27wr35 upright
27wruo upside
27wv0g brightly
27wv41 lying
27wxds done
27wxdt standing
27y5mo colors colours saturated vibrant vivid
296hsw black
29gxz4 their
29gy0w its
29k0lc one
2c0ifu her
2c17q2 his
2e70qo bright
2egqo3 both
2egrgg of
2vbjto wearing wears
3bv4lc many
3bv7r4 glowing
3bve2o single
4fti4g 16 35mm 3d 8 acrylic anime ballpoint blender cgi charcoal computer contains
4fti4g crammed crescent drained engraving etching laden line lineart linocut lithograph loaded narrow
4fti4g oil pencil photograph photography photorealistic pixel polaroid quite rendered screenprint sickle sketch
4fti4g this unladen unloaded vector watercolor watercolour woodblock woodcut
4fti4w raw
4ftog0 packed
4ftojk piled
4ftq0w filled
4fturk leash leashed unleashed
4fu150 empty
4fuwow as new slim
4fuwxs an
4fuxz5 lies
4h2gow round
4h2sxs off
4ibeh0 nothing
4izbrp flat
4jlr7k thin
4pt3i8 photo
4zsow0 film
50fw1u fully
59sa9s photographed
5jup8d are
5uzem5 is
6ocx3l stands
6ohdal on
6pb5ds the
6sq1vk entirely
6sq24u with
6xuuyo a
7hp1c0 painted
7hp24g drawn
7syjnm full
8izlu0 without
8letss no
8vn08w been boat boats boxed canal drooping duck ducks ears erect flattened floppy
8vn08w lop motion perfect perked pin pond pricked rippling sealed skate skates skating
8vn08w swan swans tack uncorked unfocused unopened unwrapped wrapped
8vn08x blurred blurry swimming swims
8vn090 ice
8vn09s frozen
8vn0a8 opened
8vn0ao bitten
8vn11c out razor
8vn11t sharp
8vn1ts lake
8vn280 waves
8vr7y8 badly
8wadc0 perfectly
8wvyf4 river
8xossg still
90msy8 crisp
9pm0j4 open
9zrpds half
e11zpc completely
gdajtr in
`;
