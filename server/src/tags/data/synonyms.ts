/**
 * Families of tags that mean one thing, one per line: the canonical form, then the other written forms. Separator, hyphen
 * and spelling variants (`fullbody`, `gray hair`) need no entry. Only true synonyms: things that merely often go together
 * (jacket and coat, hairband and headband, dusk and sunset) and real singular/plural pairs (`arm up`, `arms up`) are
 * left out, since a fix that merges them would change what the caption says.
 */
export const SYNONYMS = `
no humans: no human, no people
looking at viewer: looking at the viewer, look at viewer, looking at camera, looking at the camera, looking into camera, looking into the camera
looking back: look back, looking over shoulder
looking to the side: looking aside, looking to side, looking sideways
looking away: look away
looking down: look down, looking downward, looking downwards
looking up: look up, looking upward, looking upwards
blonde hair: blonde, blond
brown hair: brunette, brunette hair
red hair: redhead, redheaded
medium hair: shoulder-length hair, medium-length hair, mid-length hair
twintails: twintail, twin tail
braid: braided hair, hair braid
twin braids: double braid, double braids, twin braid
hair bun: hair in a bun
double bun: double buns, double hair bun, twin bun, twin buns
side ponytail: side tail
bob cut: bobbed hair, bob haircut, bob hair
multicolored hair: multiple hair colors
yellow eyes: golden eyes, gold eyes
purple eyes: violet eyes
closed eyes: eyes closed, shut eyes, eyes shut
one eye closed: wink, winking
half-closed eyes: half-lidded eyes, half-lidded
heterochromia: odd eyes, odd eye, different colored eyes
smile: smiling, smiles
grin: grinning
open mouth: mouth open, opened mouth
closed mouth: mouth closed
parted lips: lips parted
blush: blushing
expressionless: emotionless
frown: frowning
crying: cry
tongue out: sticking out tongue, tongue sticking out
surprised: surprised expression
serious: serious expression
sitting: sit, sitting down, seated
standing: standing up
lying: lying down, laying down, laying
on back: lying on back, lying on her back, lying on his back
on stomach: lying on stomach, lying on her stomach, lying on his stomach
on side: lying on side
squatting: crouching, crouch, squat
kneeling: on knees
walking: walk
running: run
crossed arms: arms crossed, folded arms, arms folded
crossed legs: legs crossed
hand on own hip: hand on hip
hands on own hips: hands on hips
arms up: raised arms, arms raised
arm up: raised arm, arm raised, one arm up
hand up: raised hand, hand raised
arms behind back: hands behind back
v: peace sign, v sign
holding hands: hand holding
from behind: view from behind, viewed from behind, seen from behind, from the back, back view, rear view
from side: side view, view from side, view from the side, viewed from side, viewed from the side, from the side
from above: view from above, viewed from above
from below: view from below, viewed from below
profile: side profile, profile view, in profile
full body: full body shot, full body view, whole body
upper body: upper body shot
portrait: portrait shot
close-up: close-up shot
wide shot: long shot
medium shot: mid shot
cowboy shot: american shot
pov: point of view, first-person view
simple background: plain background
white background: white backdrop
black background: black backdrop
blurry background: blurred background, background blur, out of focus background
indoors: indoor, inside
outdoors: outdoor, outside
day: daytime
night: nighttime, at night
sunset: sundown
sunlight: sunshine
natural lighting: natural light
dramatic lighting: dramatic light
studio lighting: studio light
soft lighting: soft light
cinematic lighting: cinematic light
warm lighting: warm light
backlighting: backlit
rim lighting: rim light
volumetric lighting: volumetric light
cloud: clouds
rain: raining
ocean: sea
street lamp: streetlight
crosswalk: pedestrian crossing, zebra crossing
t-shirt: tee shirt
necktie: tie
pants: trousers
jeans: denim pants, denim jeans, denim trousers
sofa: couch, settee
cell phone: cellphone, mobile phone, mobile
handbag: purse
bicycle: bike
motorcycle: motorbike
airplane: aeroplane
television: tv
refrigerator: fridge
sidewalk: pavement
autumn: fall season
hoodie: hooded sweatshirt
overalls: dungarees
bangs: fringe
eyeshadow: eye shadow
rabbit: bunny
open eyes: eyes open
from front: front view, view from front, view from the front, viewed from the front
low angle: low-angle shot, low angle shot, low angle view
high angle: high-angle shot, high angle shot, high angle view
thighhighs: thigh high socks
kneehighs: kneehigh socks, knee socks
socks: sock
shoes: shoe
sneakers: sneaker, trainers, running shoes
boots: boot
loafers: loafer
gloves: glove
high heels: high-heeled shoes
barefoot: bare feet, barefeet, barefooted
fingerless gloves: fingerless glove
glasses: eyeglasses, spectacles
earrings: earring
hair ribbon: hair ribbons
hair ornament: hair ornaments, hair accessory, hair accessories
hairclip: hairclips, barrette
school uniform: school uniforms
serafuku: sailor school uniform, sailor fuku, sailor uniform
shinai: bamboo sword, kendo sword
japanese clothes: japanese clothing, wafuku
swimsuit: bathing suit, swimwear
long sleeves: long sleeve
short sleeves: short sleeve
sleeveless: no sleeves
off shoulder: off the shoulder, off shoulders
bare shoulders: bare shoulder
collarbone: collarbones, clavicle
frills: frill
maid: maid outfit, maid costume, maid uniform
cat ears: cat ear, nekomimi
rabbit ears: bunny ears
freckles: freckle
griffin: gryphon, griffon
hippogriff: hippogryph
fairy: faerie
chimera: chimaera
orca: killer whale
cougar: mountain lion
omelet: omelette
kebab: kabob
ketchup: catsup
axe: ax
ukulele: ukelele
monochrome: monochromatic
black and white: b&w, black & white
photo: photograph
anime: anime style
cartoon: cartoon style
3d render: 3d rendering
pixel art: pixel art style
chibi: super deformed
highres: high resolution, hires
china dress: cheongsam, qipao
three-quarter view: 3/4 view, three-quarters view, three-quarter angle, 3/4 angle
top view: overhead view, top-down view
macro: macro shot, macro photo, macro photography, macro photograph
laughing: laugh, laughs
sad: sad expression
angry: angry expression
happy: happy expression
sleeping: asleep
jumping: jump, jumps
dancing: dances
reading: reading book, reading a book
sweater: pullover
denim jacket: jean jacket
baseball cap: ball cap
bald: bald head
beard: bearded
stubble: five o'clock shadow
old man: elderly man
old woman: elderly woman
laptop: laptop computer, notebook computer
traffic light: traffic lights, stoplight, traffic signal
alley: alleyway, back alley
storefront: shopfront
forest: woods, woodland
stairs: staircase, stairway
overcast: overcast sky
snowing: snowfall
fog: foggy
mist: misty
car interior: inside car, inside a car, interior of a car
depth of field: dof
golden hour: golden hour light, golden hour lighting
medium close-up: medium close up shot
over-the-shoulder shot: over the shoulder view
`;
