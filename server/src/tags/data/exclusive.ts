/**
 * How sure a contradiction is; `solo` counts as a warning but only when the caption shows exactly one subject, `odd` as an info under the
 * same condition.
 */
export type PairLevel = 'error' | 'warning' | 'solo' | 'odd' | 'hint';

export const GROUPS = {
  count: 'They give different numbers of subjects.',
  gender: 'They name different genders for one subject.',
  place: 'A picture is taken either indoors or outdoors.',
  time: 'They name different times of day.',
  season: 'They name different seasons.',
  weather: 'They describe different weather.',
  background: 'They describe different backgrounds.',
  framing: 'They crop the subject differently.',
  angle: 'They name different camera angles.',
  gaze: 'They say different things about where the subject looks.',
  eyes: 'They say different things about whether the eyes are open.',
  'eye colour': 'One subject has one eye colour, unless the eyes are mixed.',
  'hair colour': 'One subject has one hair colour, unless the hair is mixed.',
  'hair length': 'One subject has one hair length.',
  'hair style': 'They name different hair styles of one head.',
  mouth: 'They describe different mouths or moods of one face.',
  pose: 'One subject has one posture.',
  clothes: 'The same part of the outfit is described in two ways.',
  bare: 'The same part of the outfit is described in two ways.',
  body: 'They describe the same body in two ways.',
  age: 'They name different ages of one subject.',
  'colour mode': 'They say different things about colour in the picture.',
  quality: 'They rate the same picture in two ways.',
  rating: 'A picture has one rating.',
  style: 'They name different media.',
  state: 'They describe one thing in two states.',
  thing: 'They describe one thing in two ways.',
  field: 'They give one field two values.',
  presence: 'One says that it is there, the other that it is not.',
  number: 'They give different numbers of one thing.',
  crowd: 'A place is either empty or crowded.',
} as const;

export type ExclusiveGroup = keyof typeof GROUPS;

/** With one of these in the caption the picture shows several things at once and no pair contradicts. */
export const SPLIT_PICTURE = `
multiple views, comic, 1koma, 2koma, 3koma, 4koma, 5koma, multiple 4koma, silent comic, split screen, reference sheet,
character sheet, model sheet, expression sheet, expression chart, collage, dual persona, multiple persona, variations,
before and after, turnaround, costume chart, color guide, zoom layer, reference inset, inset, photo inset, screenshot inset,
chibi inset, split view, split image, split picture, split frame, split panel, split panels, split composition, diptych, triptych, orthographic, orthographic view, orthographic views, orthographic projection, blueprint, three-view, three views, three view drawing,
time-lapse, time lapse, timelapse, double exposure, two panels, cut-in, manga, juxtaposition, multiple expressions, age comparison, time paradox
`;

/**
 * Exclusive pairs, `level group: a | b | exceptions`. Restated from counts over 788 real booru captions and the tag
 * definitions of the Danbooru wiki; pairs that taggers give together for good reasons (`white background` with
 * `transparent background`, `upper body` with `portrait`, neighbouring hair colours) are not in it.
 */
export const PAIRS = `
hint count: solo | solo focus | crowd, multiple boys, multiple girls
hint count: solo | multiple views
warning count: solo | couple | couple (object)
warning count: no humans | crowd
solo pose: flying | perched
warning count: 1girl | multiple girls
hint count: 1boy | multiple boys
warning count: no humans | 1girl
warning count: no humans | 1boy
warning count: no humans | 1man
warning count: no humans | 1woman
warning count: no humans | 1person
warning count: no humans | 2men
warning count: no humans | 2women
warning count: no humans | 2girls
warning count: no humans | 2boys
warning count: no humans | 2people
hint gender: male focus | 1girl | 1boy, multiple boys

warning place: indoors | outdoors | open window, door, open door, sliding doors, doorway, from outside, balcony, veranda, porch, courtyard, pool, onsen, greenhouse, train interior, car interior, vehicle interior, tent, gazebo, terrace, bus interior, patio, through window, windowsill, round window
warning place: interior | exterior
warning place: indoors | exterior | window, open window, from outside
warning time: day | night | sunset, eclipse, solar eclipse, sunrise, dusk, twilight, dawn, evening
hint time: day | starry sky | planetarium, indoors
hint time: night | blue sky
hint time: night | sunset
warning time: sunrise | sunset
warning time: midnight | day
warning time: daytime | night
warning time: daylight | night | window
warning time: daylight | midnight
warning time: daylight | at night
warning time: daytime | at night
warning time: daytime | midnight
warning time: day | at night
warning time: day | nighttime
warning time: sunny | night
warning time: sunny | at night
warning time: sunny | midnight
warning time: noon | night
warning time: morning | night
warning time: noon | midnight
warning time: sunrise | midnight
warning time: evening | morning
warning time: sunrise | noon
warning time: sunrise | dusk
warning time: sunrise | evening
warning time: dawn | dusk
warning time: dawn | sunset
warning time: dawn | noon
warning time: dawn | evening
warning time: morning | sunset
warning time: morning | dusk
warning time: morning | afternoon
warning time: noon | sunset
warning time: noon | dusk
warning time: noon | evening
warning time: afternoon | night
warning time: afternoon | midnight
warning time: afternoon | sunrise
warning time: sunset | midnight
warning time: golden hour | midnight
warning time: golden hour | noon
hint time: night | sun | midnight sun
warning season: summer | winter
warning season: spring (season) | autumn
hint season: summer | snow
warning season: spring (season) | winter
warning season: spring (season) | summer
warning season: summer | autumn
warning season: autumn | winter
hint weather: rain | clear sky
hint weather: rain | blue sky | sunshower
warning weather: cloudy sky | clear sky
warning weather: overcast | clear sky
warning weather: overcast | sunny
warning weather: cloudless sky | overcast
warning weather: cloudless sky | cloudy sky
warning weather: cloudless sky | rain | sunshower
warning weather: cloudless sky | light rain | sunshower
warning weather: cloudless sky | heavy rain | sunshower
warning weather: clear sky | heavy rain | sunshower
warning weather: sunny | heavy rain | sunshower
warning weather: sunny | storm


warning background: white background | black background | two-tone background, gradient background, multicolored background, split background, checkered background, striped background, polka dot background, patterned background, halftone background
hint background: grey background | white background | two-tone background, gradient background
warning background: simple background | detailed background
hint background: simple background | indoors
hint background: simple background | outdoors
hint background: white background | outdoors
hint background: white background | indoors
warning background: simple background | scenery
warning background: transparent background | outdoors

warning framing: full body | upper body
hint framing: full body | portrait | portrait (object), character portrait
warning framing: full body | cowboy shot
solo framing: full body | close-up
solo framing: close-up | cowboy shot
hint framing: upper body | cowboy shot
warning framing: portrait | cowboy shot
warning framing: upper body | lower body
warning framing: close-up | wide shot
warning framing: portrait | wide shot | portrait (object)
warning framing: upper body | wide shot
warning framing: full body | headshot
warning framing: full body | extreme close-up
warning framing: full body | feet out of frame
hint framing: full body | head out of frame
warning angle: from above | from below
warning angle: from behind | straight-on
warning angle: from behind | from front | multiple views, mirror, reflection
warning angle: low angle | high angle
warning angle: top view | side view | multiple views
warning angle: top view | front view | multiple views
warning angle: front view | back view | multiple views
warning angle: front view | side view | multiple views
solo gaze: facing left | facing right
solo gaze: looking left | looking right
hint angle: from side | from behind
hint angle: from side | straight-on

warning gaze: facing away | looking at viewer | looking back, mirror, reflection
solo gaze: looking at viewer | looking away
solo gaze: facing viewer | facing away | looking back, mirror, reflection
solo gaze: facing viewer | from behind | looking back, mirror, reflection
solo gaze: looking ahead | looking back
hint gaze: looking at viewer | looking to the side
hint gaze: looking at viewer | looking down
warning gaze: looking up | looking down
warning gaze: closed eyes | looking at viewer | one eye closed, half-closed eyes, facing viewer
warning eyes: closed eyes | one eye closed
warning eyes: closed eyes | half-closed eyes
warning eyes: closed eyes | wide-eyed
solo eyes: closed eyes | open eyes | one eye closed, half-closed eyes
solo eyes: closed eyes | glaring
solo eyes: closed eyes | staring

solo mouth: open mouth | closed mouth
solo mouth: closed mouth | parted lips
hint mouth: open mouth | parted lips
solo mouth: closed mouth | :d
solo mouth: closed mouth | :o
solo mouth: closed mouth | ;d
hint mouth: grin | closed mouth
hint mouth: closed mouth | tongue out
solo mouth: smile | frown
solo mouth: smile | expressionless
solo mouth: happy | sad
solo mouth: happy | angry
solo mouth: grin | frown
solo mouth: light smile | frown
solo mouth: laughing | frown
solo mouth: laughing | expressionless
solo mouth: laughing | serious
solo mouth: grin | serious
solo mouth: grin | expressionless
solo mouth: smile | scowl
solo mouth: grin | scowl
solo mouth: closed mouth | yawning
solo mouth: closed mouth | shouting
solo mouth: closed mouth | screaming
hint mouth: smile | angry | evil smile

solo pose: standing | sitting | sitting on person, lying on person, invisible chair
solo pose: standing | lying | sitting on person, lying on person
solo pose: standing | kneeling | sitting on person, lying on person
solo pose: standing | squatting | sitting on person, lying on person
solo pose: sitting | lying | sitting on person, lying on person
hint pose: sitting | kneeling | seiza
solo pose: sitting | squatting | sitting on person, lying on person
solo pose: lying | kneeling | sitting on person, lying on person
solo pose: lying | squatting | sitting on person, lying on person
solo pose: kneeling | squatting | sitting on person, lying on person
solo pose: standing | on back | carrying on back
solo pose: on back | on stomach
solo pose: standing | on stomach
solo pose: standing | lying on back
solo pose: sitting | lying on back
solo clothes: bare arms | long sleeves | detached sleeves, off shoulder, see-through sleeves, single sleeve, single detached sleeve, sleeves rolled up, sleeves pushed up, jacket on shoulders, coat on shoulders, asymmetrical sleeves, cape, open clothes, undressing
hint pose: standing | jumping
hint pose: walking | running
solo pose: arms up | arms at sides
solo pose: crossed arms | arms up | extra arms
solo pose: crossed arms | arms behind back | extra arms
solo pose: crossed arms | arms at sides | extra arms
solo pose: crossed arms | hands on own hips | extra arms
solo pose: crossed arms | hands in pockets | extra arms
solo pose: arms up | arms behind back | extra arms
solo pose: arms up | hands in pockets | extra arms
solo pose: arms behind back | hands in pockets | extra arms
solo pose: hands on own hips | hands in pockets | extra arms
solo pose: arms behind head | arms at sides | extra arms
solo pose: spread legs | legs together
solo pose: spread legs | crossed legs
solo pose: sitting | walking | sitting on person
solo pose: sitting | running | sitting on person
solo pose: lying | walking
solo pose: lying | running
solo pose: kneeling | walking
solo pose: kneeling | running
solo pose: standing | all fours
solo pose: standing | crouching
solo pose: sleeping | walking
solo pose: sleeping | running

solo hair length: very short hair | medium hair
solo hair length: very short hair | long hair
solo hair length: very short hair | very long hair
solo hair length: short hair | medium hair
solo hair length: short hair | long hair
solo hair length: short hair | very long hair
solo hair length: medium hair | long hair
solo hair length: medium hair | very long hair
solo hair length: long hair | bald
solo hair length: short hair | bald
solo hair length: medium hair | bald
solo hair style: bald | ponytail
solo hair style: bald | twintails
solo hair style: bald | braid
solo hair style: bald | twin braids
solo hair style: bald | hair bun
solo hair style: bald | side ponytail
solo hair style: straight hair | curly hair
solo hair style: straight hair | wavy hair
hint hair style: twintails | ponytail
hint hair style: twintails | side ponytail
solo hair style: hair down | ponytail
solo hair style: hair down | twintails
solo hair style: hair down | hair bun
solo hair style: hair down | updo
solo hair style: hair down | hair up
solo hair length: pixie cut | long hair
solo hair length: pixie cut | very long hair
solo hair style: pixie cut | ponytail
solo hair length: buzz cut | long hair
solo hair style: buzz cut | ponytail
solo hair length: bob cut | very long hair
solo hair style: afro | straight hair
solo hair style: dreadlocks | straight hair
solo hair style: bald | curly hair
solo hair style: bald | wavy hair
solo hair style: bald | black hair | beard, facial hair, mustache, balding, wig
solo hair style: bald | brown hair | beard, facial hair, mustache, balding, wig
solo hair style: bald | blonde hair | beard, facial hair, mustache, balding, wig

warning colour mode: monochrome | colorful
warning colour mode: greyscale | colorful
warning colour mode: monochrome | partially colored
warning colour mode: black and white | colorful | spot color
warning colour mode: black and white | vibrant colors | spot color
warning colour mode: black and white | vivid colors | spot color
warning colour mode: black and white | bright colors | spot color
warning colour mode: black and white | full color | spot color
warning colour mode: black and white | color photo | spot color
warning colour mode: black and white | color photograph | spot color
warning colour mode: monochrome | vibrant colors | spot color
warning colour mode: monochrome | vivid colors | spot color
warning colour mode: monochrome | full color | spot color
warning colour mode: greyscale | vibrant colors | spot color
warning colour mode: greyscale | vivid colors | spot color
warning colour mode: greyscale | full color | spot color
warning colour mode: sepia | colorful | spot color
warning colour mode: sepia | vibrant colors | spot color
warning colour mode: sepia | vivid colors | spot color
hint colour mode: monochrome | blue eyes | spot color, blue theme

solo bare: barefoot | shoes | holding shoes, shoes removed, single shoe, unworn shoes, unworn footwear, holding unworn clothes
solo bare: barefoot | boots | boots removed, unworn boots, holding boots, unworn footwear
solo bare: barefoot | sneakers | unworn shoes, shoes removed, holding shoes, unworn footwear
solo bare: barefoot | high heels | unworn shoes, shoes removed, holding shoes, unworn footwear
solo bare: barefoot | ski boots | boots removed, unworn boots, holding boots, unworn footwear
solo bare: barefoot | hiking boots | boots removed, unworn boots, holding boots, unworn footwear
solo bare: barefoot | riding boots | boots removed, unworn boots, holding boots, unworn footwear
solo bare: barefoot | cowboy boots | boots removed, unworn boots, holding boots, unworn footwear
solo bare: barefoot | ice skates | unworn shoes, shoes removed, holding shoes, unworn footwear
solo bare: barefoot | roller skates | unworn shoes, shoes removed, holding shoes, unworn footwear
solo bare: barefoot | socks | unworn socks, single sock, socks removed, holding socks, toeless legwear
solo bare: barefoot | thighhighs | toeless legwear, stirrup legwear, single thighhigh, unworn thighhighs
hint clothes: barefoot | sandals
solo clothes: no shoes | shoes | shoes removed, unworn shoes, unworn footwear
hint clothes: thighhighs | pantyhose | thighhighs over pantyhose, pantyhose under thighhighs
solo clothes: thighhighs | kneehighs | mismatched legwear, single thighhigh, asymmetrical legwear
solo clothes: bare legs | pantyhose
solo clothes: bare legs | thighhighs | single thighhigh
solo clothes: long sleeves | short sleeves | layered sleeves, short over long sleeves, open jacket, open coat, open shirt, open clothes, jacket, coat, cardigan, blazer, hoodie, haori, cape, detached sleeves, layered clothes, undershirt
solo clothes: long sleeves | sleeveless | layered sleeves, detached sleeves, jacket, open jacket, open clothes, vest, jacket on shoulders, coat, cardigan, cape, haori, sleeveless dress, sweater vest, sleeveless jacket, apron, pinafore dress
solo clothes: short sleeves | sleeveless | jacket, layered sleeves, vest, sleeveless dress, pinafore dress, open clothes
hint clothes: dress | skirt
solo clothes: bare legs | pants
solo clothes: wide sleeves | sleeveless | jacket, coat, detached sleeves, open clothes, haori, cape
solo bare: barefoot | sneakers | shoes removed, holding shoes, unworn shoes, unworn footwear
solo bare: barefoot | high heels | shoes removed, holding shoes, unworn shoes, unworn footwear
solo bare: barefoot | loafers | shoes removed, holding shoes, unworn shoes, unworn footwear
solo clothes: skirt | pants | pants under skirt, skirt over pants, gym shorts, leggings
solo clothes: hat | no headwear | hat removed, unworn hat, unworn headwear, holding hat
solo clothes: glasses | no eyewear | holding eyewear, unworn eyewear, removing eyewear
solo clothes: hood up | hood down
solo clothes: open jacket | closed jacket

solo body: dark skin | pale skin | two-tone skin, tan, tanlines
solo body: pale skin | olive skin
solo body: pale skin | brown skin
solo body: pale skin | black skin
solo body: pale skin | tanned skin
solo body: fair skin | dark skin
solo body: fair skin | olive skin
solo body: fair skin | brown skin
solo body: light skin | dark skin
solo body: muscular | skinny
solo body: slim | fat
solo body: slim | chubby
solo body: beardless | beard
solo eyes: sleeping | open eyes
solo eyes: sleeping | wide-eyed
solo gaze: sleeping | looking at viewer | half-closed eyes
solo body: fat | skinny
solo body: beard | clean-shaven
solo body: beard | clean shaven
solo body: mustache | clean-shaven
solo body: mustache | clean shaven
solo body: facial hair | clean-shaven
solo body: facial hair | clean shaven
solo body: stubble | clean-shaven
solo body: stubble | clean shaven
solo body: flat chest | large breasts
solo body: flat chest | huge breasts
solo body: small breasts | large breasts
solo body: small breasts | huge breasts
solo body: slim | overweight
solo body: slim | plump
solo body: skinny | overweight
solo body: dark-skinned female | pale skin
solo body: dark-skinned male | pale skin
solo age: young | old | age progression, aged up, aged down
solo age: child | old | age progression, aged up, aged down
solo age: child | old man | age progression, aged up, aged down
solo age: child | old woman | age progression, aged up, aged down
solo age: child | elderly | age progression, aged up, aged down
solo age: young | elderly | age progression, aged up, aged down
solo age: young woman | old woman | age progression
solo age: young man | old man | age progression
solo age: teenage | elderly | age progression
solo age: aged up | aged down
solo age: mature female | child | aged up

warning quality: masterpiece | worst quality
warning quality: masterpiece | low quality
warning quality: best quality | worst quality
warning quality: best quality | low quality
warning quality: high quality | low quality
warning quality: high quality | worst quality
warning quality: highres | lowres
warning rating: safe | explicit
warning rating: safe | nsfw
hint style: realistic | chibi
hint style: photo (medium) | anime | figure, cosplay
warning style: 3d | traditional media | photo-referenced
hint style: sketch | photorealistic
`;
