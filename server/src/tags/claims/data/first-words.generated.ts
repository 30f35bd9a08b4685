// Generated from the tables beside it, see tools/generate/first-words.ts.
/** A line has the bits of some axes, in base 36, and words that their phrases begin with. */
export const FIRST_WORDS = `
1 ambles arid barren bokeh bolting bolts bounding bounds caught charges charging clambering
1 clambers climbing climbs creamy crouches crouching curled dances dancing dangles dangling dashes
1 dashing depth desert dismounted dives diving down everything galloping gallops gliding glistening
1 glistens hanging hikes hiking hopping hops horseback hovering hovers jogging jogs jumping
1 jumps jungle kneeling kneels leading leads leaping leaps marches marching mid midair
1 napping naps paddles paddling parched perched perches perching plunges plunging pushes pushing
1 rainforest reclines reclining rests riding roosting roosts sand saunters seated shallow sitting
1 soaking soaring sodden sprawled sprawling sprawls sprinting sprints squats squatting stretched strides
1 striding strolling strolls tail trudges trudging up vaulting vaults wagging wags walking
1 wandering wanders wasteland wheeling wraps
2 adult between bowed bowing bows calf chick cub flinging flings foal folding
2 hand juvenile kitten lifted lifting lifts lowering lowers mountain mountaintop neck newborn
2 overexposed plains puppy raises raising senior steep stretches stretching throwing underexposed upraised
3 raised
4 carries chilled clutches clutching dust dusty grips ground hot iced piping puddle
4 puddles steam
5 bone
6 carrying gripping hands
8 ankles available baked caked cooked cross direct dirty filthy flash fried grilled
8 immaculately indian knees legs mud roasted seared spotless spotlessly uncooked
9 feet
a crossed crosses crossing
g ajar bolted diffuse diffused drips eyelids locked melted melting melts screwing screws
g shadowless shutting squeezed squeezes squeezing
w auburn bares baring beak bill bite blonde brunette copper crumbs fair flaxen
w ginger glazed horizontal jaws landscape mouth muzzle parted platinum portrait pursed raven
w redheaded screaming screams shouting shouts silver uneaten unglazed untouched vertical yawning yawns
14 golden
1c closes closing opening opens shut shuts
1s angry august autumn autumnal beaming beams cheerful cherry complex corrugated cries crying
1s deadpan delighted expression expressionless fall featureless frost frown furious glowering glowers grim
1s grin grinning grins happy heat heatwave icicles joyful july june laughing laughs
1s lie look midsummer midwinter miserable mournful sad scattered scorching scowl scowling scowls
1s seamless serious slate snowy sobbing sobs solemn sorrowful spring springtime stack stacked
1s stern strewn summer sweltering tearful tears thatched tiled tiles tin weeping weeps
1s winter wintery wintry
3k after before beige broad chimney cream dawn day daytime downcast dusk early
3k faces first gaze glances glancing glow last late meeting midday middle midnight
3k moon moonlit morning motionless night noon noonday pale peering peers pure revolves
3k revolving rising rotates rotating setting smoke smokeless smoking spinning spins squinting squints
3k star starry stars sunrise sunset turning turns whirls yellow
3q holding
40 meets
46 holds
48 harsh
5c backdrop neutral plain simple solid
5d background
74 amber bumpy clouded cloudless coarse downpour drizzle drizzling faceless flushed fog foggy
74 freckles hail hazel impenetrable jagged leaden lightning mist overcast pouring raining rainy
74 rosy skies sky steady storm thunderstorm torrential winking winks
78 rain
80 lips
8w frowning frowns it sleet smile smiles smiling
ao blue sun
b4 gazes gazing stares staring
e8 air alert barking barks barrels blunt chats chatting chugs circular drinking drinks
e8 drives dull eating eats fierce gale gusty howling hurtles hurtling moored moving
e8 rattles rectangular roars rolls rumbles rushing speeding speeds stationary stiff talking talks
e8 thunders trundles watches watching wind windless windswept windy
e9 chases chasing dozes dozing fast races racing slumbering slumbers wheels
ea waving
eo awake
ep asleep sleeping sleeps
i8 eyes
lc driving
sg adrift afloat aground awning barely beached bobbing bobs buttoned canopy cuts darkness
sg dragged drifting drifts fastened furled hauled hidden hides hiding midstream parasol pitch
sg ploughs resting sailing steams sunlight sunshine tent umbrella unbuttoned undone unfastened unzipped
sg zipped
sh floating floats glides rides
sk steaming
w0 daylight
zk sails
1kw airborne airy bay bedroom breaking calm choppy churning crashing dim dimly display
1kw enormous giant glassy gloomy grounded heaving kitchen landed massive monitor mountainous ocean
1kw placid powered raging screen sea studio sunlit takes taking towering violent waveless
1kw whitecaps
1kx flies flying great soars
1mo blank
1s0 stormy
1vk sunny
1z4 parked
1z5 playing plays
35s afro asymmetrical asymmetry bald beating beats bob braid buzz buzzcut composition double
35s ebb exposed flapping flaps flood hairless hip luxuriant man mohawk mudflats pigtails
35s pixie shaved shaven strictly symmetrical symmetry tide topknot twintails wings
35u folds outstretched
360 spreading spreads
368 very
37k during knee
37u spread
6bk airport alley amid arcade arena auditorium avenue bar beach bridge bus bustling
6bk cafe carriage centered centred chapel children church cinema circus classroom commuters concourse
6bk corridor court crowds customers diners fans festival gathered grandstand guests gym gymnasium
6bk holiday jammed lane library lobby mall market office onlookers park passengers pedestrians
6bk people pier pinned placed platform playground plaza pool positioned promenade pulling pulls
6bk put quay restaurant rink rule rush shop shoppers sold spectators stadium station
6bk strains streets students teeming terminal terrace theater theatre throng thronged throngs tied
6bk tourists train tram travelers travellers tugs twisted updo visitors worshippers
6bl running runs
6bo pavement street
6dc crowded
6f4 evening
6io through
6qo square
740 pulled
7wg hall huge room
9hc locks ponytail twin
cn4 behind bumper cage caged cool curly frizzy highway kinky motorway palette queue
cn4 queues ringlets sleek stuck traffic uncaged warm wavy
cn5 curls
cn8 cold
iyo deserted roaming roams
iys road
pa8 <who> beard bearded beardless beautifully being broken burnt carefully collapsed crumbling derelict
pa8 desaturated displayed facial faded gutted hanger hung immaculate intact laid leafless leafy
pa8 lovingly mannequin modeled modelled muted neat neon newly ruin ruined ruins stubble
pa8 stubbly subdued tree trees trimmed undamaged unkempt unshaven walls wispy wrecked
pa9 lush
pag well
pb4 blond
pdt hangs
pkw green
pls gray grey
sg0 bushy
t8i folded
vls abandoned braided
11xc wild
18g1 dense
1ekg battered body bony brand build chubby corpulent creased crisply crumpled eaten factory
1ekg fat figure gaunt gleaming heavyset ironed lanky lean like obese overweight paint
1ekg peeling physique plump portly pressed rotund rumpled rusted rusty showroom skinny slender
1ekg snowless stocky stout weather wrinkle
1em8 blanketed buried falling snow snowing
1emg fresh
1eq9 deep
1r7k free
23uo dilapidated neatly worn
2494 freshly
2t4w backlight backlighting backlit below cut diced halved sliced slices tucked tucks uncut
2t4w underwater unsliced untucked
2tc0 beneath
2ups tall
5m9s ancient baggy highly intricate least minimalism minimalist minimalistic nearly ornate overloaded oversized
5m9s past peeled pensioner schoolboy schoolgirl skin teenage youthful
5m9u over
5m9w little
5ma0 natural
5mbk cluttered
5sn4 busy
70u8 deeply
8feo unpeeled
9ua8 looks
b8jk ankle asphalt cel cobbled cobblestone cobblestones decorated dirt earth elaborately gown gradients
b8jk gravel hoodie lavishly maxi micro mini miniskirt ornately paved richly shirtless skirt
b8jk stripped sweater t tarmac topless unadorned uncarved undecorated unpainted unpaved
b8ld detailed
b8r4 soft
bbpc floor
by0w smooth
e1og shirt
mh34 alone crewneck lineless mock outline overripe polo ripe roll school surrounded turtleneck
mh34 undressed unripe v
mh35 walks
mh38 stark
mhhd sits
mk8w crew
mneo crowd nobody
mneq among
n79c by
xpmo dress
18y68 ballet barefoot blooming bud buds delicate eyeliner fine flats flip flooded flowering
18y68 flowers heels limp mascara petals purple riverbed rouge slippers sneakers stiletto stilettos
18y68 stream wilted withered
18y69 dried
18y9s pink
18yo0 dead
1cglt has
1lla8 heavily
2hwcg bareheaded beret bonnet cap finished growing grows hat hatless helmet lamps lights
2hwcg planted potted precise rooted sketchy turban uncovered unfinished windows
2hwnk light
2hy4g rough
2i2o0 every
2ilqg clean
2o1kw loose
3quio eyeshadow lipstick makeup
3rmhs dark
42328 dramatic
4e10g red
4g1tt thick
4zsow * <own> cast ceramic earthenware exterior facade felt glass glossy grandfather grandmother
4zsow infant made marble matt matte paper plastic porcelain shiny sleeveless sleeves spaghetti
4zsow stone wholly wooden
4zsoy arms baby
4zsqo metal
4zu9s interior mirror
505c0 inside
50i3k white
55eyo child toddler young
55eyq aged elderly
56tj4 wrinkled
56tj6 old
5b18g carved
5m9s0 strapless
7hp8g polished
7hvcx all
92l8g bare
9zlds aerial birds camera coat convertible drone frogs grainless grainy lens noise overhead
9zlds picture uniform visible worms
9zle8 hard
9zlhc eye
9zlow looking
9zls4 strong
9zm68 top
9zpkg closed
9zy0w straight
a0ao0 roofless
a0bi8 roof
a14p0 low
a2oht at
am2gw nude suit
axb0g naked
chiio hood
eqm9s heavy
gwdz8 high
jz6rk bouquet bunch caption cluster dozens english frontally group japanese lettering lone longhair
jz6rk longhaired multiple pair profile rear right row several shorthair shorthaired side solitary
jz6rk speech text textless typography words
jz6v4 facing
jz75s reading reads
jzd34 rows three
jzd35 large
jzeo0 big
jzpq8 four
jzsw0 two
k02dc five
k0lc0 left
k1zwg front frontal
k2001 back
k21du under
ldrk0 face
lum0w bold
p4mju only
tys5c captured depicted filmed pictured shot shown taken view viewed
vkdoo covered
zdeyo short
13ydj4 burning burns candle casting casts close closeup cowboy damp distant establishing extinguished
13ydj4 extreme fills flame flames glows gone illuminated macro never panorama panoramic sheds
13ydj4 shines switched tightly upper watermark watermarked web
13ydj5 drenched soaked
13ydj6 blown throws
13ydj9 wet
13ydjl dripping
13ydq8 bust headshot
13ydxs wide
13yebk entire
13yf7k turned
13ygow waist
13ygw0 cropped
13yzog hair
13zs3k frame
1416o0 tiny
1417gg whole
144cgw tight
157bph dry
16gbgg unlit
16opag lit
18pxr4 not
1qfk3m head
1xzz40 from
22wydc seen
238zcw long
27wr28 bareback brilliant capsized colorful colourful crescent fallen grayscale greyscale knocked leather monochromatic
27wr28 monochrome multicolored multicoloured narrow overturned printed rainbow rich saddle saddled sepia sickle
27wr28 tipped toppled unsaddled
27wr35 upright
27wruo upside
27wtfk brightly
27wv29 lying
27wxds done
27wxdt standing
27xgcg colors colours saturated vibrant vivid
27y5mo new slim
28j8jk round
29gxz4 their
29gy0w its
29im3e her
29jbdm his
29k0lc one
29sxb4 black
29tkw0 thin
2bodj4 bright
2egqo3 both
2egrgg of
2lbyfw wearing wears
2rvxts many
2rw7b4 single
3bv668 glowing
4fti4g 16 35mm 3d 8 acrylic anime ballpoint blender boat boats canal cgi
4fti4g charcoal computer contains crammed drained duck ducks engraving etching laden line lineart
4fti4g linocut lithograph loaded oil pencil photograph photography photorealistic pixel polaroid pond quite
4fti4g rendered rippling screenprint skate skates skating sketch swan swans this unladen unloaded
4fti4g vector watercolor watercolour woodblock woodcut
4fti4h swimming swims
4fti4k ice
4fti4o raw
4fti4w frozen
4ftjpc lake
4ftk3k waves
4ftog0 filled leash leashed packed unleashed
4ftohs piled
4fu150 empty
4fu8n5 lies
4fuwow as
4fuwxs an
4gg5j4 off
4h2gao river
4hefrr flat
4ibeh0 nothing
4pt3i8 film photo
4qgao2 fully
59sa9s photographed
59segg open
5jtan1 are
5owork a
5pzezh is
6ocx3l stands
6oghor on
6pb5ds the
6sq1vk entirely
6sq20e with
7hp1c0 painted
7hp24g drawn
7syjnm full
8qemko without
8qeml8 no
8vn08w been boxed crystal drooping ears erect flattened floppy lop motion murky perfect
8vn08w perked pin pricked sealed tack transparent turbid uncorked unfocused unopened unwrapped wrapped
8vn08x blurred blurry
8vn09s bitten
8vn0a8 opened
8vn0g0 clear cloudy
8vn0n4 razor
8vn0nl sharp
8vn11c out
8vn4zk water
8vnpr4 brown
8voetc badly
8vy8sg muddy
8wa9z4 perfectly
8xosrk still
8y4wls crisp
9zrpcw half
dr2ebk completely
gna57j in
`;
