// Generated from the tables beside it, see tools/generate/first-words.ts.
/** A line has the bits of some axes, in base 36, and words that their phrases begin with. */
export const FIRST_WORDS = `
1 adult ambles baby bolting bolts bounding bounds bowed bowing bows calf caught
1 charges charging chick crouches crouching cub curled dances dancing dangles dangling dashes
1 dashing dismounted dives diving down foal galloping gallops gliding hanging hikes hiking
1 hopping hops horseback hovering hovers jogging jogs jumping jumps juvenile kitten kneeling
1 kneels leading leads leaping leaps lowering lowers marches marching mid midair napping
1 naps neck newborn overexposed paddles paddling perched perches perching plunges plunging puppy
1 pushes pushing reclines reclining rests riding roosting roosts running runs saunters seated
1 senior sitting soaring sprawled sprawling sprawls sprinting sprints squats squatting stretched strides
1 striding strolling strolls swimming swims trudges trudging underexposed up vaulting vaults walking
1 wandering wanders wheeling
2 between chilled cold flinging flings folded folding folds hand hot ice iced
2 lifted outstretched piping steam stretches stretching throwing upraised
3 lifting lifts raises raising
4 available caked carries carrying clutches clutching direct dirty filthy flash gripping grips
4 immaculately mud spotless spotlessly
6 hands
8 ajar ankles bolted cross diffuse diffused indian knees legs locked shadowless spreading
8 spreads
9 feet
a crossed crosses crossing spread
g auburn blonde brunette copper eyelids fair flaxen ginger glazed golden horizontal landscape
g platinum portrait raven redheaded screwing screws shutting silver squeezed squeezes squeezing unglazed
g vertical
w august autumn autumnal bares baring beak bill cherry cluttered complex corrugated fall
w featureless frost heat heatwave icicles jaws july june midsummer midwinter mouth muzzle
w parted pursed scorching screaming screams seamless shouting shouts slate snowy spring springtime
w summer sweltering thatched tiled tiles tin winter wintery wintry yawning yawns
1c closes closing opening opens shuts
1k shut
1s after angry beaming beams before beige broad cheerful cries crying dawn day
1s daytime deadpan delighted dusk early evening expression expressionless first frown furious glow
1s glowering glowers grim grin grinning grins happy joyful last late laughing laughs
1s look midday middle midnight miserable moon moonlit morning motionless mournful neutral night
1s noon noonday pale pure revolves revolving rising rotates rotating sad scowl scowling
1s scowls serious setting sobbing sobs solemn sorrowful spinning spins star starry stern
1s sunrise sunset tearful tears weeping weeps whirls yellow
1t hangs
24 harsh
2o backdrop blank plain simple solid
3k clear clouded cloudless cloudy downcast downpour drizzle drizzling faces fog foggy gaze
3k glances glancing hail impenetrable leaden lightning meeting mist overcast peering peers pouring
3k rain raining rainy skies sky squinting squints steady storm thunderstorm torrential turning
3q holding
3s soft
40 meets
46 holds
4g it sleet
5c stars sun sunny turns
74 air amber barrels chugs circular drives faceless fierce flushed freckles gale gusty
74 hazel howling hurtles hurtling moored moving rattles rectangular roars rolls rosy round
74 rumbles rushing speeding speeds stationary stiff thunders trundles wind windless windswept windy
74 winking winks
75 races racing wheels
76 strong
80 lips
8w blue frowning frowns smile smiles smiling
ao driving
b4 gazes gazing stares staring
e8 adrift afloat aground alert barking barks beached bobbing bobs buttoned chats chatting
e8 cuts darkness dragged drifting drifts drinking drinks eating eats fastened hauled midstream
e8 pitch ploughs reading reads resting sailing steams sunlight sunshine talking talks unbuttoned
e8 undone unfastened unzipped watches watching waving zipped
e9 chases chasing dozes dozing fast floating floats glides rides slumbering slumbers
ea steaming
eo awake
ep asleep sleeping sleeps
g0 daylight
hs sails
i8 eyes
sg airborne bay breaking calm choppy churning crashing enormous giant glassy grounded heaving
sg lake landed massive mirror mountainous ocean placid raging rough sea takes taking
sg towering violent waveless whitecaps
sh flies flying soars
w0 stormy
zk parked
16o waves
16p playing plays
1kw afro bald bob braid buzz buzzcut crew double ebb exposed flood floor
1kw hairless hip luxuriant man mohawk mudflats pigtails pixie shaved shaven tide topknot
1kw twintails
1l4 very
1ls during knee
2dc water
35s airport alley amid arcade arena auditorium avenue bar beach bridge bus bustling
35s cafe carriage chapel children church cinema circus classroom commuters concourse corridor court
35s crowds customers diners fans gathered grandstand guests gym gymnasium hall jammed lane
35s library lobby mall market office onlookers park passengers pavement pedestrians people pier
35s pinned platform playground plaza pool promenade put quay restaurant rink room rows
35s shop shoppers sold spectators stadium station street streets students teeming terminal terrace
35s theater theatre three throng thronged throngs tied tourists train tram travelers travellers
35s twisted updo visitors worshippers
36o busy crowded
39c through
3dc square
3k0 pulled
3y8 big huge
4qo locks ponytail twin
6bk bumper curly frizzy highway kinky motorway queue queues ringlets sleek stuck traffic
6bk wavy
9hc deserted four loose road
b28 two
cn4 beard bearded beardless beautifully broken burnt carefully collapsed crumbling derelict facial gutted
cn4 immaculate intact leafless leafy lovingly lush neat newly ruin ruined ruins smooth
cn4 stubble stubbly tree trees trimmed undamaged unkempt unshaven walls well wild wispy
cn4 wrecked
cnk blond
cp0 clean
csw gray
cuo brown
cw0 green
d00 grey
e80 bushy
fsw abandoned braided five
m80 dense
pa8 battered body bony brand build chubby corpulent eaten factory fat figure free
pa8 gaunt gleaming heavyset lanky lean like new obese overweight paint peeling physique
pa8 plump portly rotund rusted rusty showroom skinny slender slim snowless stocky stout
pa8 thin weather worn
pb4 blanketed buried falling fresh snow snowing
11xc dilapidated
11xg freshly
1ekg below cut diced halved sliced slices uncut underwater unsliced
1eo0 beneath
1fcw tall
2t4w ancient child deeply least nearly past peeled pensioner schoolboy schoolgirl teenage toddler
2t4w wrinkled young youthful
2t4x aged elderly over
2t4y little
2t50 natural
2t51 only
3if5 old
47pc unpeeled
4xao looks
5m9s asphalt cobbled cobblestone cobblestones decorated dirt earth elaborately gravel hoodie lavishly muddy
5m9s ornately paved richly shirt shirtless stripped sweater t tarmac topless unadorned uncarved
5m9s undecorated unpainted unpaved
b8jk alone dress nobody nude overripe ripe school suit surrounded undressed unripe
b8jl walks
b8jm stark
b8qp sits
b8zk by
bbpc among crowd
gutc naked
mh34 blooming bold bud buds dramatic eyeliner eyeshadow flooded flowering flowers limp lipstick
mh34 makeup mascara petals purple river riverbed rouge stream wilted withered
mh4w pink
mhc0 dead
npgg heavy
nu74 thick
o8ap has
s3cw heavily
y2c0 red
18y68 bareheaded beret bonnet cap growing grows hat hatless helmet lamps lights planted
18y68 potted rooted turban uncovered windows
18ybs light
191c0 every
1vsnk dark
2hwcg <own> cast ceramic earthenware exterior facade felt glass inside interior made marble
2hwcg paper plastic porcelain sleeveless sleeves spaghetti stone strapless wholly wooden
2hwci arms
2hwdc metal
2i91s white
2nim8 carved
3qxoh all
4jam8 bare
4zsow aerial birds camera convertible drone frogs lens overhead picture top worms
4zsp4 hard
4zssg eye
4zsxk closed
4zt00 looking
4zu9u low
4zvqa high
4zz0g straight
505c0 roofless
505cw roof
51935 at
68qv4 hood
9zlds front frontal frontally longhair longhaired profile rear right shorthair shorthaired side
9zlhc facing
9zlhd back
a0ao0 left
a10ox under
aovy8 face
eze2o captured depicted filmed pictured shot shown taken view viewed
ezebc open
fs6uc covered
hj37k short
jz6rk burning burns candle casting casts close closeup cowboy damp distant entire establishing
jz6rk extinguished extreme fills flame flames glows gone illuminated macro never panorama panoramic
jz6rk sheds shines switched tightly upper
jz6rl blown
jz6rm throws
jz6v4 bust headshot turned
jz76g wide
jz8cg waist
jz8g0 cropped
jzd40 tight
jzhu8 hair
jzw1s frame
k0lc0 tiny whole
l84xs unlit
lay2s lit
mcyv4 not
v7s75 head
yykxs from
11gh6o seen
11gveo long
13ydj4 bareback brilliant capsized colorful colors colourful colours fallen grayscale greyscale knocked leather
13ydj4 many monochromatic monochrome multicolored multicoloured overturned printed rainbow rich saddle saddled saturated
13ydj4 sepia tipped toppled unsaddled upside vibrant vivid
13ydjl upright
13ydxc brightly
13yfi9 lying
13ygow done
13ygox standing
13yi9s single
14kv5s bright
14l7bk black
14qgzk their
14qh8g its
14rb9q her
14rnwu his
14s0ao one
15o6j2 wearing wears
178dc3 both
178dq8 of
1nxkao glowing
27wr28 16 35mm 3d 8 acrylic anime ballpoint blender cgi charcoal computer contains
27wr28 crammed drained engraving etching film laden leash leashed line lineart linocut lithograph
27wr28 loaded off oil pencil photograph photography photorealistic pixel polaroid quite raw rendered
27wr28 screenprint sketch this unladen unleashed unloaded vector watercolor watercolour woodblock woodcut
27wrnl lies
27wrvv flat
27wu80 filled packed piled
27x0kk empty
27xgcg as
27xglc an
27z9ds a
288c8x fully
295p8k nothing
2cwjr4 photo
2mw54w photographed
3c6gjt stands
3c7t1h on
3cnkow the
3ed0xs entirely
3ed0xy with
3quio0 painted
3quj28 drawn
3wh9tt full
3wyvus without
3y7x7y no
4fti4g been bitten boxed drooping ears erect flattened floppy lop motion perfect perked
4fti4g pin pricked razor sealed tack uncorked unfocused unopened unwrapped wrapped
4fti4o crisp
4fti5s opened
4ftiio out
4fu7eo badly
4g53b4 perfectly
4guedc still
4zvuo0 half
6qje2o completely
86n3lb in
8vn08w bokeh bone creamy depth everything glistening glistens parched shallow soaking sodden tail
8vn08w wagging wags wraps
8vn08y raised
8vn09s detailed
8vn0bk background
8vn11c great
8vn3eo large
8vn6kg curls
8vnpm0 deep
8w9hc0 dried
9fm70g drenched dripping soaked wet
9g8o3k dry
bniy9y are
bo4qj2 is
dbgidc blurred blurry
dbgidk sharp
`;
