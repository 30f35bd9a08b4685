// Generated from the tables beside it, see tools/generate/first-words.ts.
/** A line has the bits of some axes, in base 36, and words that their phrases begin with. */
export const FIRST_WORDS = `
1 ambles balances balancing been boat boats bolting bolts bounding bounds boxed canal
1 caught charges charging clambering clambers climbing climbs cork crouches crouching curled dances
1 dancing dangles dangling dashes dashing dismounted dives diving down duck ducks galloping
1 gallops gliding hanging hikes hiking hopping hops horseback hovering hovers jogging jogs
1 jumping jumps kneeling kneels leading leads leaping leaps marches marching mid midair
1 motion napping naps paddles paddling perched perches perching perfect pin plunges plunging
1 pond poured pours reclines reclining rests rippling roosting roosts rowboat saunters sealed
1 seated sitting skate skates skating soaring sprawled sprawling sprawls sprinting sprints squats
1 squatting stretched strides striding strolling strolls swan swans swimming swims tack tail
1 trudges trudging uncorked unfocused unopened unwrapped up vaulting vaults wagging wags walking
1 wandering wanders wheeling wrapped wraps
2 between bokeh bowed bowing bows creamy crystal depth everything flinging flings folding
2 glistening glistens hand lanterns lifted lifting lifts lowering lowers murky neck raises
2 raising shallow soaking sodden stretches stretching there throwing torches transparent turbid upraised
3 blurred blurry
4 adult arid barren calf carries chick clutches clutching cub desert foal grips
4 jungle juvenile kitten newborn overexposed puppy rainforest sand senior underexposed wasteland
6 carrying gripping hands parched
8 ankles chilled cross indian mountain mountaintop piping plains steep
9 feet hot ice iced steam
a crossed crossing
g available caked direct dirty dust dusty eyelids filthy flash ground immaculately mud
g puddle puddles screwing screws shutting spotless spotlessly squeezed squeezes squeezing
i bone
w ajar auburn baked bares baring beak bill blonde bolted brunette cooked copper
w diffuse diffused fair flaxen fried ginger golden grilled jaws locked mouth muzzle
w parted platinum pursed raven redheaded roasted screaming screams seared shadowless shouting shouts
w silver uncooked yawning yawns
1c closes closing opening opens shut shuts
1d opened
1s angry august autumn autumnal beaming beams cheerful cherry cries crying deadpan delighted
1s drips expression expressionless fall frost frown furious glazed glowering glowers grim grin
1s grinning grins happy heat heatwave horizontal icicles joyful july june landscape laughing
1s laughs lavender look melted melting melts midsummer midwinter miserable mournful poppies portrait
1s sad scorching scowl scowling scowls serious snowy sobbing sobs solemn sorrowful spring
1s springtime stern sunflowers sweltering tearful tears unglazed vertical weeping weeps winter wintery
1s wintry
1t frozen
3k after before bite broad complex corrugated crumbs dawn day daytime downcast dusk
3k early faces featureless first frosty gaze glances glancing glow last late meeting
3k midday middle midnight misty moon moonlight moonlit night noon noonday peering peers
3k rising seamless setting slate squinting squints star starry stars sunrise sunset thatched
3k tiled tiles tin turning uneaten untouched
3l bitten
3q holding
40 meets
46 holds
4w harsh
5c summer
74 amber beige blades blue clouded cloudless cream downpour drizzle drizzling faceless flushed
74 fog freckles hail hazel impenetrable leaden lie lightning mist motionless overcast pale
74 pouring pure raining rainy revolves revolving rosy rotates rotating scattered skies sky
74 spinning spins stack stacked steady storm strewn thunderstorm torrential wheel whirls winking
74 winks yellow
76 clear cloudy
7k rain
80 lips
8w frowning frowns it neutral sleet smile smiles smiling
ao backdrop foggy plain simple solid sun turns
aq background
b4 gazes gazing stares staring
e8 air alert barking barks billowing chats chatting chimney drinking drinks eating eats
e8 fierce gale gusty hoisted howling lowered smoke smokeless smoking stiff struck talking
e8 talks wind windless windswept windy
e9 chases chasing dozes dozing fast slumbering slumbers
ea waving
eb raised
eo awake watches watching
ep asleep sleeping sleeps
i8 eyes
sg barely barrels bumpy chugs circular coarse darkness dazzling drives hidden hides hiding
sg hurtles hurtling jagged leaves leaving moored moving passes passing pitch rattles rectangular
sg roars rolls rumbles rushing speeding speeds stationary thunders trundles waits
sh races racing wheels
sq crosses
zk driving
1kw adrift afloat aground bay beached blunt bobbing bobs breaking buttoned calm choppy
1kw churning crashing cuts dragged drifting drifts dull enormous fastened giant glassy hauled
1kw heaving massive midstream mirror mountainous ocean placid ploughs raging resting sailing sea
1kw steams surfing surfs towering unbuttoned undone unfastened unzipped violent waveless whitecaps zipped
1kx floating floats glides lake razor rides riding
1ky great
1l5 steaming
1lv sharp
1s0 stormy
1z5 playing plays waves
268 sails
2dd out
35s afro airborne awning bacon bald beef bits bob braid buzz buzzcut canopy
35s chicken chorizo chunks ebb exposed flood grounded hairless ham hip landed luxuriant
35s man meat meatballs meatless mohawk mudflats mussels parasol pepperoni pieces pigtails pixie
35s prawns salami served shaved shaven shrimp shrimps squid strips takes taking tide
35s topknot topped twintails umbrella vegan vegetarian
35t flies flying soars
36o very
37k during knee
3k0 furled
3y8 parked
4qq water
6bk airport airy alley amid arcade arena auditorium avenue bar barn beach bridge
6bk bus bustling cabin cafe carriage chapel children church cinema circus classroom cockpit
6bk commuters concourse corridor court crowds customers dim dimly diners display double fans
6bk festival gathered gloomy grandstand guests gym gymnasium hall holiday jammed lane library
6bk lobby mall market monitor onlookers park passengers pedestrians people pier pinned platform
6bk playground plaza pool powered promenade put quay restaurant rink rows rush screen
6bk shop shoppers sit sold spectators stadium station streets students sunlit teeming terminal
6bk terrace theater theatre throng thronged throngs tourists train tram travelers travellers twisted
6bk updo visitors worshippers
6c0 pavement
6f4 crowded evening
6gw blank
6io through
6m8 sunny
740 tied
75s square
7wg huge
9hc locks ponytail tent twin
cn4 asymmetrical asymmetry beating beats bumper cars composition curly endless flapping flaps freeway
cn4 frizzy highway kinky motorway queue queues ringlets sleek strictly stuck symmetrical symmetry
cn4 traffic trucks wavy wings
cn5 curls
cn6 folds outstretched
cnc spreading spreads
cui spread
iyo deserted
iz4 road street
pa8 beard bearded beardless centered centred facial leafless leafy placed positioned rule strains
pa8 stubble stubbly tree trees trimmed tugs unkempt unshaven wispy
pa9 running runs
pac lush
pb4 blond
phc green
pi8 gray
pia brown
pls grey
sg0 bushy
vls braided
18g4 dense
1ekg beautifully behind body bony broken build burnt cage caged carefully chubby collapsed
1ekg cool corpulent crumbling derelict fat figure free gaunt gutted heavyset immaculate intact
1ekg lanky lean lovingly newly obese overweight palette physique plump portly rotund ruin
1ekg ruined ruins skinny slender snowless stocky stout uncaged undamaged walls wrecked
1elc well
1em8 blanketed buried falling snow snowing
1en8 fresh
1eo8 cold
1eua deep
1kw0 abandoned
23uo roaming roams wild
2t4w <who> battered being below brand desaturated displayed eaten factory faded gleaming hanger
2t4w hung laid like mannequin modeled modelled muted neon paint peeling rusted rusty
2t4w showroom subdued underwater weather worn
2tc0 beneath
2tc1 hangs
2ups tall
38xu folded
47pc dilapidated
5m9s ancient creased crisply crumpled cut deeply diced halved ironed least nearly past
5m9s pensioner pressed rumpled schoolboy schoolgirl sliced teenage uncut unsliced wrinkle youthful
5m9w over
5ma0 little
5ma8 natural
5n28 afternoon sunshine
5n5s daylight morning sunlight
5pfk slices
71q8 warm
8feo neatly
8fep badly
9ua8 looks
akus freshly
b8jk asphalt backlight backlighting backlit cobbled cobblestone cobblestones dirt earth gravel hoodie paved
b8jk peeled shirt shirtless stripped sweater t tarmac topless tucked tucks unpaved untucked
b8jm muddy
gutc unpeeled
mh34 baggy decorated elaborately floral flower highly intricate lavishly minimalism minimalist minimalistic ornate
mh34 ornately overloaded oversized richly school several six skin unadorned uncarved undecorated undressed
mh34 unpainted
mh3c stark
mni8 busy
mtq8 three
nj0g five four
nshs two
18y68 alone ankle cel eyeliner gown gradients mascara maxi micro mini miniskirt overripe
18y68 purple ripe rouge skirt surrounded unripe
18y69 walks
18y6g knees
18y9u detailed
18ydc pink
18ye8 soft
191c0 floor
194hs crowd nobody
194i0 among
195a9 sits
19o8w smooth
1aq69 perfectly
1bs74 by
1vf9c dress
211j4 heavily
2hwcg bareheaded beret blooming bonnet bud buds cap crewneck flooded flowering flowers hat
2hwcg hatless helmet limp lineless mock outline petals polo riverbed roll stream turban
2hwcg turtleneck uncovered v
2hwch river
2hwci dried
2hwck wilted withered
2hwu8 dead
2hzi8 crew
2ox8h has
43ji9 still
4zsow <own> ballet barefoot delicate fine flats flip growing grows heels lights planted
4zsow potted rooted sleeveless sleeves slippers sneakers spaghetti stiletto stilettos windows
4zsoy arms lamps
4zt0g light
4zz0g every
7hp1c strapless
9zlds cast ceramic earthenware exterior facade felt finished glass marble paper plastic porcelain
9zlds precise sketchy stone unfinished wholly wooden
9zlep crisp
9zlhc metal
9zm68 polished
9znr4 rough
9zojk made
9zrpc interior
a0zy8 inside
am2gw carved
amlfk loose
b8jk0 dramatic eyeshadow lipstick makeup
bvq5c red
ezke9 all
g98v4 dark
jz6rk aerial birds camera convertible drone frogs glossy grandfather grandmother infant lens longhair
jz6rk longhaired matt matte overhead picture shiny shorthair shorthaired worms
jz6ro baby
jz6sg hard
jz6v4 eye
jz72o looking
jz9xc * top
jzjeo straight
k0lc0 roofless
k0olc roof
k2tfl at
k4t1c child toddler wrinkled young
k4t1g aged elderly
k52iw low
k7m6c old
kre6s only
mhj5c closed
rmnd4 high
tzhnk white
10b4lc short
13ydj4 coat damp frontally grainless grainy noise profile rear right side uniform visible
13ydj6 drenched soaked
13ydjm wet
13ydky dripping
13ydmo facing
13yzog hair
1416o0 left
1419qc under
1440zs strong
149m2o front frontal
149m69 back
14kum8 nude suit
14w35s naked
15cybk face
16g9w2 dry
1mr2v4 heavy
1nxkao captured depicted filmed pictured shot shown taken view viewed
1ny0c1 open
1r65ow covered
27wr28 bareback burning burns candle caption casting casts close closeup cowboy distant english
27wr28 establishing extinguished extreme fills flame flames glows gone illuminated japanese jeans leather
27wr28 leggings lettering macro never panorama panoramic pantyhose saddle saddled sheds shines speech
27wr28 switched text textless tightly tights typography unsaddled upper words
27wr2c blown
27wr2g legs
27wrgg bust headshot
27wrgw reading reads
27wrhs wide
27wruo entire
27wu80 waist
27wum8 cropped
27wxdu large
27wxhc turned
27wyyo big
27y5mo frame
27zk74 tiny
282e4g whole
289e9t half
29gy68 their
29gyf4 its
2b1h5s tight
2cwq2o unlit
2ddeky lit
2egqv7 both
2egrnk of
2eif6i her
2ej4gq his
2gne9s bold
2hfon6 not
2qyxvk bare
386tq8 long
3ed4si head
3faql8 wearing wears
3w5ke8 from
45twqo seen
4fti4g brilliant capsized colorful colourful fallen grayscale greyscale knocked monochromatic monochrome multicolored multicoloured
4fti4g overturned printed pushed rainbow rich sepia threw thrown tipped toppled watermark watermarked
4fti4g web
4fti4h pushes pushing
4fti69 upright
4ftjpc upside
4ftn29 lying
4ftog0 done
4ftog1 standing
4ftp8g brightly
4ftq0w pulled
4fu134 single
4fu7eo leash leashed unleashed
4fu874 pulling pulls
4fwb9c colors colours saturated vibrant vivid
4gfz7k many
4h63rt on
4ic3r4 off
4raohs bright
52aoe8 hood
6nq96q throws
6nqfi8 glowing
6pglj4 one
6rhzj4 black
86kytu without
8bf8je no
8vn08w 16 35mm 3d 8 acrylic anime ballpoint blender cgi charcoal computer contains
8vn08w crammed crescent desk drained drawing drooping ears engraving erect etching flattened floppy
8vn08w laden line lineart linocut lithograph loaded lop messy narrow oil pencil perked
8vn08w photograph photography photorealistic pixel polaroid pricked quite rendered screenprint sickle sketch this
8vn08w tidy uncluttered unladen unloaded untidy vector watercolor watercolour woodblock woodcut
8vn09s raw
8vn6kg bedroom kitchen office packed room studio workshop
8vn6rk piled
8vn9q8 filled
8vnjb8 empty
8vnpj4 neat
8voetc slim
8vof28 an
8vptds as new
8vpz41 lies
8w9hfk cluttered
8y4wlg nothing
8y4xds round
91ylyh flat
9363uo thin
95nb4g clean
9efz2c thick
9fm70g photo
9zlds0 film
a1i8ec fully
aa7h1d completely
ajkkjk photographed
b3pegq are
b54npc the
b5psvv is
dcpnvl stands
dlg3r4 entirely
dvnirk a
eze48w drawn
f00jr4 painted
fn5344 full
fod2n3 with
gxavof in
`;
