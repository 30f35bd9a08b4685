// Generated from the tables beside it, see tools/generate/first-words.ts.
/** A line has the bits of some axes, in base 36, and words that their phrases begin with. */
export const FIRST_WORDS = `
1 ambles bolting bolts bounding bounds caught charges charging cluttered complex corrugated crouches
1 crouching curled dangles dangling dashes dashing dismounted dives diving down featureless galloping
1 gallops gliding hanging hikes hiking hopping hops horseback hovering hovers jogging jogs
1 jumping jumps kneeling kneels leading leads leaping leaps marches marching mid midair
1 napping naps paddles paddling perched perches perching plunges plunging pushes pushing reclines
1 reclining rests riding roosting roosts running runs saunters seamless seated sitting slate
1 soaring sprawled sprawling sprawls sprinting sprints squats squatting stretched strides striding strolling
1 strolls swimming swims thatched tiled tiles tin trudges trudging up vaulting vaults
1 walking wandering wanders wheeling
2 auburn beige blonde brunette copper fair flaxen flinging flings folded folding folds
2 ginger golden hand hands lifted motionless outstretched pale platinum pure raven redheaded
2 revolves revolving rotates rotating silver spinning spins stretches stretching throwing upraised whirls
2 yellow
3 backdrop hangs plain simple solid
4 ankles august autumn autumnal cherry cross fall frost heat heatwave icicles indian
4 july june knees legs midsummer midwinter scorching spreading spreads spring springtime summer
4 sweltering winter wintery wintry
5 feet
6 crossed crosses crossing spread
8 after barrels before broad chugs circular dawn day daytime drives dusk early
8 evening eyelids first glow hurtles hurtling last late midday middle midnight moon
8 moonlit moored morning moving night noon noonday rattles rectangular rising roars rolls
8 round rumbles rushing screwing screws setting shutting speeding speeds squeezed squeezes squeezing
8 star starry stationary sunrise sunset thunders trundles
9 races racing wheels
g adrift afloat aground bares baring beached beak bill bobbing bobs buttoned clear
g clouded cloudless cloudy cuts downpour dragged drifting drifts drizzle drizzling fastened fog
g foggy hail hauled impenetrable it jaws leaden midstream mist mouth muzzle overcast
g parted ploughs pouring pulled pursed rain raining rainy resting sailing screaming screams
g shouting shouts skies sky steady steams storm torrential unbuttoned undone unfastened unzipped
g yawning yawns zipped
h floating floats glides rides
k sails sleet
o closes closing driving opening opens shuts sun sunny
w air airborne angry beaming beams cheerful cries crying deadpan delighted expression expressionless
w fierce frown furious gale glowering glowers grim grin grinning grins grounded gusty
w happy howling joyful landed laughing laughs look miserable mournful sad scowl scowling
w scowls serious sobbing sobs solemn sorrowful stern stiff takes taking tearful tears
w weeping weeps wind windless windswept windy
x blank flies flying soars
y neutral
14 parked
1s darkness double downcast faces facing gaze glances glancing meeting peering peers pitch
1s squinting squints sunlight sunshine turning
1u holding turns
20 daylight meets stars
22 holds
3k amber bay breaking calm choppy churning crashing enormous faceless flushed freckles giant
3k glassy hazel heaving lake massive mirror mountainous ocean placid raging rosy rough
3k sea stormy three towering violent waveless waves whitecaps winking winks
3m blue
40 lips
4g frowning frowns smile smiles smiling
5k gazes gazing stares staring
74 alert ebb exposed flood mudflats tide watches watching
75 dozes dozing fast slumbering slumbers
78 during
7c awake
7d asleep sleeping sleeps
94 eyes
ao four water
e8 abandoned airport alley amid arcade arena auditorium avenue bar beach bridge broken
e8 burnt bus bustling cafe carriage chapel children church cinema circus classroom collapsed
e8 commuters concourse corridor court crowds crumbling customers derelict diners every fans grandstand
e8 guests gutted gym gymnasium hall immaculate intact jammed lane library lobby mall
e8 market newly office onlookers park passengers pavement pedestrians people pier platform playground
e8 playing plays plaza pool promenade quay restaurant rink room rows ruin ruined
e8 ruins shop shoppers sold spectators stadium station street streets students teeming terminal
e8 terrace theater theatre throng thronged throngs tourists train tram travelers travellers undamaged
e8 visitors walls well worshippers wrecked
e9 busy crowded
eo through
hs big huge
sg afro bald battered bob braid brand bumper buzz buzzcut crew eaten factory
sg floor gleaming hairless highway hip like luxuriant man mohawk motorway new paint
sg peeling pigtails pixie queue queues rusted rusty shaved shaven showroom stuck topknot
sg traffic twintails weather worn
sk knee
14w two
16o deserted dilapidated road
1kw cut diced halved leafless leafy lush sliced slices tree trees uncut unsliced
1kw updo
1oi green
2dc locks ponytail twin
2s0 dense
35s curls curly free frizzy kinky peeled ringlets sleek snowless wavy
35w blanketed buried falling fresh snow snowing
4qo loose unpeeled
5j6 hair
6bk beard bearded beardless below decorated elaborately facial lavishly neat ornately richly smooth
6bk stubble stubbly trimmed unadorned uncarved undecorated underwater unkempt unpainted unshaven wild wispy
6bm blond
6c0 beneath
6c2 gray
6f4 five
6f6 brown
6fm grey
740 bushy
7wg braided
cn4 body bony build chubby corpulent fat figure gaunt heavyset lanky lean obese
cn4 overripe overweight physique plump portly ripe rotund skinny slender slim stocky stout
cn4 thin unripe
pa8 asphalt blooming bud buds cobbled cobblestone cobblestones dirt earth flowering flowers gravel
pa8 limp muddy paved petals tarmac unpaved wilted withered
pbc dead
pds tall
qv5 has
1ekg aged alone ancient child deeply elderly growing grows least nearly nobody past
1ekg pensioner planted potted rooted schoolboy schoolgirl surrounded teenage toddler wrinkled young youthful
1ekh walks
1ekp sits
1emg by
1eyo among crowd
1fcw old
2gnc looks
2t4w cast felt flooded glass hoodie made marble paper plastic river riverbed shirt
2t4w shirtless stone stream stripped sweater t topless wholly wooden
2t4x metal
2tj5 all
2zgg carved
2zgi white
5m9s aerial birds camera convertible dress drone frogs lens nude overhead picture school
5m9s suit top undressed worms
5mbk eye
5mfc looking
5mo0 roofless
5mo1 roof
5pfk straight
5ssr at
8feo naked
b8jk bold dramatic eyeliner eyeshadow front frontal frontally left lipstick makeup mascara profile
b8jk purple rear right rouge side
b8jm pink
b8ld back
bev4 heavily
bf0y dark
bitw heavy
bkt0 thick
cna8 face
gutc captured depicted filmed pictured shot shown taken view viewed
h14y red
mh34 bareheaded beret bonnet burning burns candle cap casting casts close closeup cowboy
mh34 distant entire establishing extinguished extreme fills flame flames glows gone hat hatless
mh34 helmet illuminated macro never panorama panoramic sheds shines switched tightly turban uncovered
mh34 unlit upper
mh36 throws
mh38 bust headshot
mh4w turned
mhvk waist
mhvo cropped
mio0 whole
mk9c tight
mtq8 frame
n6dc tiny
nrcg not
s3cw hood
13bwg seen
13byc from
18y68 <own> brilliant capsized colorful colors colourful colours done fallen grayscale greyscale knocked
18y68 many monochromatic monochrome multicolored multicoloured overturned printed rainbow rich saturated sepia sleeveless
18y68 sleeves spaghetti strapless tipped toppled upside vibrant vivid
18y6a arms
18y80 brightly
18ydt lying
18ykh standing
18zwg single
1k6sa bright
1kd1e black
1vf9c glowing
29iis bare
2hwcg 16 35mm 3d 8 acrylic anime ballpoint blender cgi charcoal computer contains
2hwcg crammed drained engraving etching film laden line lineart linocut lithograph loaded oil
2hwcg pencil photograph photography photorealistic piled pixel polaroid quite raw rendered screenprint sketch
2hwcg this unladen unloaded vector watercolor watercolour woodblock woodcut
2hwd5 lies
2hwqo filled packed
2hx4w as
2hxj5 empty
2i940 an
2ihsw a
2nim8 photo
2yr5s photographed
34dfk nothing
3rqww short
3tnnk entirely
47pc0 painted
47pcg drawn
4dips long
4zsow bareback been bitten boxed leather motion perfect pin razor saddle saddled sealed
4zsow tack uncorked unfocused unopened unsaddled unwrapped wrapped
4zspc out
4zspk opened
4zthc badly
505q8 perfectly
50y9u still
5dudg their
5duhw its
5mdc0 half
6msjr both
6mslg of
6mu9w one
7nbb4 completely
7vx1g the
9zlds bokeh bone creamy depth drenched dripping everything glistening glistens leash leashed off
9zlds parched shallow soaked soaking sodden unleashed wet
9zldt detailed
9zldv background
9zlhc great
9zls0 large
a2eio dry
a33sw dried
eze2o blurred blurry
jz6rk adult baby calf chick cub drooping ears erect flattened floppy foal juvenile
jz6rk kitten lop newborn overexposed perked pricked puppy underexposed
k0lc0 over
kalng under
klnuo blown
mn2f4 fully
oonpc full
13ydj4 chilled cold hot ice iced piping steam tail wagging wags
13ydj6 raised
13ydjk steaming
13ydk0 strong
13zs3k little
143zsw stark
144000 low
144058 high
27wr28 available bowed bowing bows caked direct dirty filthy flash immaculately lowering lowers
27wr28 mud neck spotless spotlessly
27wr2a lifting lifts raises raising
27wxdu clean
27wykg freshly
27x3pc natural
28elg4 covered
28jksg lit
28uhms head
2j6vjt on
2pc7xs without
2rwagw only
3klrsw with
3oz3ew are
4fti4g ajar bolted diffuse diffused locked shadowless
4fti4w soft
4fti4y light
4fti54 shut
4ftiww very
4fz4e8 hard
4fz4ig closed
4gad20 open
4gfzew wide
4jlrm3 stands
4ktatc crisp
4pt3i8 sharp
4pt6o6 deep
5m9s3l flat
6nq96w harsh
84v8ju is
895inl no
8vn08w glazed horizontal landscape portrait unglazed vertical
8vn0nc square
8wvyf5 upright
9119rb her
911g2v his
dhb7k1 wearing wears
dlfmv1 in
`;
