// Generated from the tables beside it, see tools/generate/first-words.ts.
/** A line has the bits of some axes, in base 36, and words that their phrases begin with. */
export const FIRST_WORDS = `
1 ambles bokeh bolting bolts bone bounding bounds caught charges charging clambering clambers
1 climbing climbs creamy crouches crouching curled dances dancing dangles dangling dashes dashing
1 depth dismounted dives diving down everything galloping gallops gliding glistening glistens hanging
1 hikes hiking hopping hops horseback hovering hovers jogging jogs jumping jumps kneeling
1 kneels leading leads leaping leaps marches marching mid midair napping naps paddles
1 paddling parched perched perches perching plunges plunging pushes pushing reclines reclining rests
1 riding roosting roosts running runs saunters seated shallow sitting soaking soaring sodden
1 sprawled sprawling sprawls sprinting sprints squats squatting stretched strides striding strolling strolls
1 swimming swims tail trudges trudging up vaulting vaults wagging wags walking wandering
1 wanders wheeling wraps
2 adult baby between bowed bowing bows calf chick cub flinging flings foal
2 folded folding folds hand juvenile kitten lifted lifting lifts lowering lowers neck
2 newborn outstretched overexposed puppy raises raising senior stretches stretching throwing underexposed upraised
3 raised
4 carries chilled clutches clutching cold grips hot ice iced piping steam
6 carrying gripping hands
8 ankles available caked cross direct dirty filthy flash immaculately indian knees legs
8 mud spotless spotlessly spreading spreads
9 feet
a crossed crosses crossing spread
g ajar bolted diffuse diffused eyelids locked screwing screws shadowless shutting squeezed squeezes
g squeezing
w auburn bares baring beak bill blonde brunette copper fair flaxen ginger glazed
w golden horizontal jaws landscape mouth muzzle parted platinum portrait pursed raven redheaded
w screaming screams shouting shouts silver unglazed vertical yawning yawns
1c closes closing opening opens shut shuts
1s angry august autumn autumnal beaming beams blank cheerful cherry cluttered complex corrugated
1s cries crying deadpan delighted expression expressionless fall featureless frost frown furious glowering
1s glowers grim grin grinning grins happy heat heatwave icicles joyful july june
1s laughing laughs look midsummer midwinter miserable mournful sad scorching scowl scowling scowls
1s seamless serious slate snowy sobbing sobs solemn sorrowful spring springtime stern summer
1s sweltering tearful tears thatched tiled tiles tin weeping weeps winter wintery wintry
1t detailed
3k after before beige broad cream dawn day daytime downcast dusk early faces
3k first gaze glances glancing glow last late meeting midday middle midnight moon
3k moonlit morning motionless night noon noonday pale peering peers pure revolves revolving
3k rising rotates rotating setting spinning spins squinting squints star starry stars sunrise
3k sunset turning turns whirls yellow
3l hangs
3q holding
40 meets
46 holds
48 harsh
5c backdrop neutral plain simple solid
5d background
74 amber clear clouded cloudless cloudy downpour drizzle drizzling faceless flushed fog foggy
74 freckles hail hazel impenetrable leaden lightning mist overcast pouring rain raining rainy
74 rosy skies sky steady storm thunderstorm torrential winking winks
7k soft
80 lips
8w frowning frowns it sleet smile smiles smiling
ao blue sun sunny
b4 gazes gazing stares staring
e8 air alert barking barks barrels chats chatting chugs circular drinking drinks drives
e8 eating eats fierce gale gusty howling hurtles hurtling moored moving rattles reading
e8 reads rectangular roars rolls round rumbles rushing speeding speeds stationary stiff talking
e8 talks thunders trundles watches watching wind windless windswept windy
e9 chases chasing dozes dozing fast races racing slumbering slumbers wheels
ea waving
ec strong
eo awake
ep asleep sleeping sleeps
i8 eyes
lc driving
sg adrift afloat aground barely beached bobbing bobs buttoned cuts darkness dragged drifting
sg drifts fastened hauled hidden hides hiding midstream pitch ploughs resting sailing steams
sg sunlight sunshine unbuttoned undone unfastened unzipped zipped
sh floating floats glides rides
sk steaming
w0 daylight
zk sails
1kw airborne bay breaking calm choppy churning crashing enormous giant glassy grounded heaving
1kw lake landed massive mirror mountainous ocean placid raging rough sea takes taking
1kw towering violent waveless whitecaps
1kx flies flying great soars
1s0 stormy
1z4 parked waves
1z5 playing plays
35s afro bald bob braid buzz buzzcut crew double ebb exposed flood floor
35s hairless hip luxuriant man mohawk mudflats pigtails pixie shaved shaven tide topknot
35s twintails
368 very
37k during knee
4qo water
6bk airport alley amid arcade arena auditorium avenue bar beach bridge bus bustling
6bk cafe carriage chapel children church cinema circus classroom commuters concourse corridor court
6bk crowds customers diners fans festival gathered grandstand guests gym gymnasium hall holiday
6bk jammed lane library lobby mall market office onlookers park passengers pavement pedestrians
6bk people pier pinned platform playground plaza pool promenade put quay restaurant rink
6bk room rows rush shop shoppers sold spectators stadium station street streets students
6bk teeming terminal terrace theater theatre three throng thronged throngs tied tourists train
6bk tram travelers travellers twisted updo visitors worshippers
6bl large
6dc busy crowded
6f4 evening
6io through
6qo square
740 pulled
7wg big huge
9hc locks ponytail twin
cn4 bumper curly frizzy highway kinky motorway queue queues ringlets sleek stuck traffic
cn4 wavy
cn5 curls
iyo deserted four loose road
m4g two
pa8 beard bearded beardless beautifully broken burnt carefully collapsed crumbling derelict facial gutted
pa8 immaculate intact leafless leafy lovingly lush neat newly ruin ruined ruins smooth
pa8 stubble stubbly tree trees trimmed undamaged unkempt unshaven walls well wild wispy
pa8 wrecked
pb4 blond
pe0 clean
pi8 brown
pkw green
pls gray grey
sg0 bushy
vls abandoned braided five
18g0 dense
1ekg battered body bony brand build chubby corpulent eaten factory fat figure free
1ekg gaunt gleaming heavyset lanky lean like new obese overweight paint peeling physique
1ekg plump portly rotund rusted rusty showroom skinny slender slim snowless stocky stout
1ekg thin weather worn
1em8 blanketed buried falling fresh snow snowing
1eq9 deep
23uo dilapidated
23uw freshly
2t4w below cut diced halved sliced slices uncut underwater unsliced
2tc0 beneath
2ups tall
5m9s ancient child deeply least nearly past peeled pensioner schoolboy schoolgirl teenage toddler
5m9s wrinkled young youthful
5m9u aged elderly over
5m9w little
5ma0 natural
5n2i only
70ua old
8feo unpeeled
9ua8 looks
b8jk asphalt cobbled cobblestone cobblestones decorated dirt earth elaborately gravel hoodie lavishly muddy
b8jk ornately paved richly shirt shirtless stripped sweater t tarmac topless unadorned uncarved
b8jk undecorated unpainted unpaved
mh34 alone dress nude overripe ripe school suit surrounded undressed unripe
mh35 walks
mh38 stark
mhhd sits
mhz4 by
mneo among crowd nobody
xpmo naked
18y68 blooming bold bud buds dramatic eyeliner eyeshadow flooded flowering flowers limp lipstick
18y68 makeup mascara petals purple river riverbed rouge stream wilted withered
18y69 dried
18y9s pink
18yo0 dead
1beww heavy
1boe8 thick
1cgld has
1k6ps heavily
1w4o0 red
2hwcg bareheaded beret bonnet cap growing grows hat hatless helmet lamps lights planted
2hwcg potted rooted turban uncovered windows
2hwnk light
2i2o0 every
3rkww dark
4zsow <own> cast ceramic earthenware exterior facade felt glass inside interior made marble
4zsow paper plastic porcelain sleeveless sleeves spaghetti stone strapless wholly wooden
4zsoy arms
4zsqo metal
50i3k white
5b18g carved
7hvcx all
92l8g bare
9zlds aerial birds camera convertible drone frogs lens overhead picture top worms
9zle8 hard
9zlhc eye
9zlm8 closed
9zlow looking
9zojo low
9zrgk high
9zy0w straight
a0ao0 roofless
a0aps roof
a2i69 at
chhq8 hood
jz6rk front frontal frontally longhair longhaired profile rear right shorthair shorthaired side
jz6v4 facing
jz6v5 back
k0lc0 left
k21du under
ldrk0 face
tys5c captured depicted filmed pictured shot shown taken view viewed
tysds open
vkdoo covered
z26f4 short
13ydj4 burning burns candle casting casts close closeup cowboy damp distant establishing extinguished
13ydj4 extreme fills flame flames glows gone illuminated macro never panorama panoramic sheds
13ydj4 shines switched tightly upper
13ydj5 drenched dripping soaked wet
13ydj6 blown throws
13ydmo turned
13ydq8 bust headshot
13ydxs wide
13yebk entire
13ygow waist
13ygw0 cropped
13yq74 tight
13yzog hair
13zs3k frame
1416o0 tiny
1417gg whole
157bpd dry
16g9vk unlit
16lw5k lit
18pxq8 not
1qfk3m head
1xx5z4 from
22wydc seen
22xqtc long
27wr28 bareback brilliant capsized colorful colors colourful colours fallen grayscale greyscale knocked leather
27wr28 many monochromatic monochrome multicolored multicoloured overturned printed rainbow rich saddle saddled saturated
27wr28 sepia tipped toppled unsaddled vibrant vivid
27wr35 upright
27wruo brightly upside
27wv0h lying
27wxds done
27wxdt standing
27x0jk single
295qbk bright
296en4 black
29gxz4 their
29gy0w its
29im3e her
29jbdm his
29k0lc one
2bcd24 wearing wears
2egqo3 both
2egrgg of
3bv4lc glowing
4fti4g 16 35mm 3d 8 acrylic anime ballpoint blender cgi charcoal computer contains
4fti4g crammed drained engraving etching film laden leash leashed line lineart linocut lithograph
4fti4g loaded off oil pencil photograph photography photorealistic pixel polaroid quite raw rendered
4fti4g screenprint sketch this unladen unleashed unloaded vector watercolor watercolour woodblock woodcut
4ftjb5 lies
4ftjrp flat
4ftog0 filled packed piled
4fu150 empty
4fuwow as
4fuwxs an
4fyiio a
4ggpaa fully
4ibeh0 nothing
4pt3i8 photo
59sa9s photographed
5jrw25 are
5kzfrx is
6ocx3l stands
6ofm2x on
6pb5ds the
6sq1vk entirely
6sq1vy with
7hp1c0 painted
7hp24g drawn
7syjnm full
7txrns without
7wfucc no
8vn08w been bitten boxed drooping ears erect flattened floppy lop motion perfect perked
8vn08w pin pricked razor sealed tack uncorked unfocused unopened unwrapped wrapped
8vn08x blurred blurry
8vn09c crisp
8vn09d sharp
8vn0a8 opened
8vn11c out
8voetc badly
8wa6m8 perfectly
8xosqo still
9zrpc0 half
dh2sxs completely
gda76n in
`;
