/** What somebody looks like and wears. Read by `claims/phrases.ts`. */
export const LOOKS = `
hair length one
bald: bald ?headed !eagle/eagles/spot/spots/patch/patches/cap/caps/cypress/tyre/tyres/tire/tires/ibis, shaved/shaven/hairless/bald head/scalp, head is ?clean shaved/shaven/bald
short: buzz cut, buzzcut, crew cut, pixie cut, bob cut, short bob, cropped hair, ?very short ?* ?* hair, hair ?is/was ?cut/cropped/kept ?very short, =short hair, hair is ?very/cut/cropped short
long: his/her/a/two long ?* ponytail/ponytails/braid/braids/plait/plaits/pigtails/tresses/locks/dreadlocks, ?very long ?* hair, waist/hip/floor/knee length ?* hair, hair reaches/falls/flows/hangs/cascades/tumbles/spills ?down/all to/over/past/down his/her/its waist/hips/knees/back, hair is ?very long, =long hair, =very long hair
tied: hair/locks ?is/are ?tied/pulled/gathered/put/styled/worn ?up/back in/into ?a/an/two ?* ?* ponytail/pigtails/braid/braids/plait/plaits/bun/updo/topknot, his/her/a/two ?* ?* ponytail/pigtails/braids/plaits/dreadlocks/cornrows/topknot/ringlets/tresses/mohawk/afro, =ponytail, =braid, =twin braids, =twintails, =hair bun, =mohawk, =afro, =pigtails, =twin tails, =man bun, =topknot
full: full/thick head of ?* hair, thick/luxuriant/bushy ?* hair, bushy hair
apart bald short, bald long, bald tied, short long, bald full
unless wig wigs facial chest beard sides balding stubble arm legs moustache

hair style one
tied: hair/locks ?is/are pinned/piled/swept/tied/put/gathered/done/pulled/twisted/drawn/scraped ?tight/tightly up/back/into/in, hair in ?a/an/two ?* ?* ponytail/pigtails/braid/braids/plait/plaits/bun/updo, pinned/piled/tied/gathered/pulled/twisted/put/done up/back ?in/into ?a/an/two ?* ?* bun/ponytail/ponytails/pigtails/braid/braids/plait/plaits/knot/chignon/topknot/updo, =ponytail, =twin braids, =hair bun, =updo, =single braid, =braided hair, hair ?is ?tightly braided/plaited
loose: his/her loose ?* hair, hair is/hangs/falls/flows/worn ?down/all/completely loose/loosely/unbraided/untied/unbound/down, hair falls/hangs/flows/spills/cascades/tumbles ?down/loose/loosely/freely over/around/about/past/to/onto her/his shoulders/back/waist/face, =hair down, =loose hair, hair falls freely
unless half some few strand strands wisp wisps curls rest bangs fringe lock

hair style one
straight: straight ?* hair, hair is ?dead/poker/perfectly straight, =straight hair, sleek hair
curly: curly/frizzy/kinky ?* hair, hair is ?very curly/frizzy, tight/loose curls, =curly hair, =curls, ringlets
wavy: wavy ?* hair, hair is wavy, =wavy hair
apart straight curly, straight wavy
unless half ends tips wig beard

hair style one
shaven: clean shaven, beardless, smooth shaven, no beard, no facial hair, without ?a/any beard, freshly shaven, smooth chin
bearded: full/long/short/bushy/thick/grey/gray/white/red/brown/black/blond/dark/braided/trimmed/neat/unkempt/wild/wispy/heavy beard, =beard, =full beard, bearded, facial hair, a/his/the ?* beard
stubble: stubble, unshaven, five oclock shadow, stubbly
full: full/long/bushy/thick/braided beard, =full beard, beard ?is/reaches/falls ?down to/over his chest/waist
apart shaven bearded, shaven stubble, stubble full
unless fake false costume wheat barley head field corn gnome

body one
slim: slim/slender/skinny/gaunt/lean/thin/bony/lanky ?* ?* <who>, slim/slender/skinny/gaunt/lean/thin/bony/lanky build/figure/frame/body/physique, build/figure/frame/body/physique is <very> slim/slender/skinny/gaunt/lean/thin/slight, is/looks <very> slim/slender/skinny/gaunt/thin/lanky !to/of/in/on/with/enough, =slim, =slender, =skinny, =thin
fat: fat/stout/chubby/plump/overweight/obese/heavyset/portly/stocky/corpulent/rotund ?* ?* <who>, fat/stout/chubby/plump/overweight/obese/heavyset/portly/stocky build/figure/frame/body/physique, build/figure/frame/body/physique is <very> fat/stout/chubby/plump/heavy/stocky, is/looks <very> fat/stout/chubby/plump/overweight/obese/heavyset/portly/burly, a/an/his/her ?* fat/pot/beer/round/big belly, =fat, =chubby, =plump, =overweight, =obese
unless once used costume statue

body one
tall: tall ?* <who>, is/looks <very> tall, =tall
short: short ?* <who>, is/looks <very> short !of, tiny woman/man, =short
unless shadow hair beard beside

age one
young: young/youthful/teenage ?* ?* <who>, in his/her ?late/early/mid teens/twenties/thirties, is/looks ?very/quite/still young !enough, =young, =teenage, =child, =young woman, =young man, little boy/girl, toddler, schoolboy, schoolgirl
old: old/elderly/aged/ancient ?* ?* <who>, in his/her ?late/early/mid sixties/seventies/eighties/nineties, is/looks ?very/quite old/elderly !enough, ?deeply wrinkled face, face is ?* ?and wrinkled, is/over/nearly/past/least sixty/seventy/eighty/ninety, =old, =elderly, =old man, =old woman, =elderly man, =elderly woman, old age, pensioner
unless once used costume memories memory portrait doll years looks

clothes one
bare: bare chested, shirtless, topless, bare chest/torso, =topless male, naked to the waist, stripped to the waist, no shirt, without ?a/any shirt
top: in/wears/wearing ?a/an/his/her ?* ?* wetsuit/sweater/jumper/jersey/pullover/blouse/hoodie/sweatshirt/turtleneck/polo/cardigan/tunic/uniform/suit, in/wears/wearing ?a/an/his/her ?* ?* shirt !tied/in/over/around, =t shirt, =shirt, =sweater, =hoodie, <own> ?* shirt is buttoned/tucked/soaked
unless open unbuttoned hand shoulder waist holding tied carries carrying off sack

clothes one
naked: ?completely/stark naked/nude !to/eye/flame/branches/mole, wears nothing, wears no clothes, no clothes, without ?any clothes, =completely nude, undressed
dressed: fully dressed/clothed, in/wears/wearing ?a/an/his/her ?* ?* dress/coat/tunic/suit/gown/uniform/robe/kimono/jumpsuit/overalls/shirt/sweater, =dress, =suit, =school uniform, =red tunic
unless statue painting under half

clothes one
made-up: red/black/dark/pink/purple/bright/bold ?* lipstick, lipstick, eyeshadow, eyeliner, mascara, heavy/full/thick/bold/dramatic make ?up, heavy/full/thick/bold/dramatic makeup, <own> makeup is, =makeup, heavily made up, rouge
none: no makeup, no make up, without ?any makeup/make, bare faced, =no makeup, face is bare/free of makeup/make
unless table bag hand tube counter brush

clothes one
bare: bareheaded, bare headed, bare head, hatless, head is bare/uncovered, uncovered head, nothing on <own> head
covered: hood up, hood ?is ?* ?up/pulled/drawn up/over/low, in/wears/wearing ?a/an/his/her ?* ?* hat/cap/helmet/bonnet/beret/turban/headscarf/sombrero/bowler/fez/crown, hat/cap/helmet/bonnet/beret/turban ?is ?sits/set/pulled on/over/low/tilted/down his/her/its/on/over head/eyes/ears/low/face
unless hand hands lap removed off beside holding holds takes

clothes one
sleeveless: sleeveless, =bare arms, bare arms, arms ?are bare, strapless, spaghetti straps
sleeves: <own>/with/in ?long/short/wide/puffed/lace/silk/rolled sleeves, long/short sleeved, long/short sleeves, =long sleeves, =short sleeves, sleeves ?are rolled/pushed
unless over under detached vest coat jacket waistcoat layered undershirt sheer tied cardigan shoulders

clothes one
long: long sleeves, long sleeved, =long sleeves
short: short sleeves, short sleeved, =short sleeves
unless over under undershirt layered coat jacket vest cardigan

state one
short: short haired/furred, short ?* fur, shorthair, shorthaired
long: long haired/furred, long ?* fur, longhair, longhaired
unless trim collar beside dachshund other

state one
wet: wet/soaked/dripping/damp/drenched ?* hair, hair ?is ?* wet/soaked/dripping/damp/drenched/plastered, =wet hair
dry: dry hair, hair ?is ?* ?and dry, =dry hair
unless then before

state one
saddled: saddled, with a saddle, <own> ?* saddle is, wears/wearing a saddle, =saddle, leather saddle
bare: bareback, unsaddled, no saddle, without a saddle
unless fence rail

state one
leashed: on a leash/lead, leashed, on ?a ?* leash, =leash
free: off leash, off the leash, unleashed, no leash/lead, without a leash/lead
unless

pose one
pricked: ears ?are pricked/erect/up/forward/upright/perked/raised/alert/standing ?up/forward, pricked/erect/perked ears, =ears up
flat: ears ?are ?laid/pinned/pressed/held flat/flattened/back/down/drooping/floppy/lowered/folded, drooping/floppy/flattened/lop ears, lop eared, floppy eared, =ears down, ears lie/hang/droop
unless one left right other headphones hat

pose one
up: tail ?is ?held/carried raised/up/high/erect/upright, tail ?is wagging, wags/wagging <own> tail, =tail up, =tail raised, raised tail
curled: tail ?is curled/wrapped/coiled/wound ?up around/round/about ?its/the/own ?body/legs/feet/paws, curls/wraps <own> tail around/about
down: tail ?is tucked/lowered/drooping/limp, tail tucked, tail hangs/droops ?straight/limply/limp down, tail between <own> ?hind legs, =tail down

pose one
up: neck ?is stretched/craned up/high/upward/upwards, head ?is ?held raised/up/high/erect/lifted, =head up, raise~/lift~ <own> head
down: head ?is bowed/lowered/bent/down/drooping/buried, bow~ <own> head, lower~ <own> head, head under <own> wing/wings, head tucked, =head down, =bowed head
unless then drinks other

clothes one
tracksuit: in/wears/wearing ?a/an/his/her/full ?* ?* tracksuit
wedding: in/wears/wearing ?a/an/his/her/full ?* ?* wedding dress/gown
suit: in/wears/wearing ?a/an/his/her/full ?* ?* business/grey/gray/black/blue/dark/three/linen/tweed ?piece suit
tuxedo: in/wears/wearing ?a/an/his/her/full ?* ?* tuxedo
wetsuit: in/wears/wearing ?a/an/his/her/full ?* ?* wetsuit
kimono: in/wears/wearing ?a/an/his/her/full ?* ?* kimono/yukata
swimwear: in/wears/wearing ?a/an/his/her/full ?* ?* swimsuit/bikini/trunks
pyjamas: in/wears/wearing ?a/an/his/her/full ?* ?* pyjamas/pajamas/nightgown/nightdress
robe: in/wears/wearing ?a/an/his/her/full ?* ?* bathrobe
gown: in/wears/wearing ?a/an/his/her/full ?* ?* ball/evening gown
spacesuit: in/wears/wearing ?a/an/his/her/full ?* ?* spacesuit
overalls: in/wears/wearing ?a/an/his/her/full ?* ?* overalls/dungarees
armour: in/wears/wearing ?a/an/his/her/full ?* ?* armour/armor
uniform: in/wears/wearing ?a/an/his/her/full ?* ?* uniform
sari: in/wears/wearing ?a/an/his/her/full ?* ?* sari
unless or carries carrying changes over under above photo hand arm hanging

clothes one
shorts: in/wears/wearing ?* ?* shorts, his/her ?* ?* shorts
trousers: in/wears/wearing ?* ?* trousers/jeans/slacks/leggings/breeches, his/her ?* ?* trousers/jeans/slacks
skirt: in/wears/wearing ?a/her ?* ?* skirt, her ?* ?* skirt
apart shorts trousers, shorts skirt, trousers skirt
unless over under above hand tights carries carrying changes rolled

clothes one
boots: in/wears/wearing ?* ?* boots, his/her ?* ?* boots
sandals: in/wears/wearing ?* ?* sandals/flip, his/her ?* ?* sandals
sneakers: in/wears/wearing ?* ?* sneakers/trainers, his/her ?* ?* sneakers/trainers
heels: in/wears/wearing ?* ?* heels/stilettos, his/her ?* ?* heels/stilettos
slippers: in/wears/wearing ?* ?* slippers, his/her ?* ?* slippers
unless hand hands carries carrying beside holds holding changes off floor pair on-her click at

hair colour one
dark: black/dark/brunette/raven ?* hair, dark/black/brown haired, hair is ?* black/dark
fair: blond/blonde ?* <who>, blond/blonde haired, blond/blonde/fair/platinum/golden/flaxen ?* hair, hair is ?* blond/blonde/golden
red: red/ginger/auburn/copper ?* hair, red haired, redheaded, hair is ?* red/ginger/auburn
white: white/grey/gray/silver ?* hair, hair is ?* white/grey/gray/silver
apart dark fair, dark red, dark white, red white
unless wig streak streaks streaked tips ends roots dyed half strand strands highlights ombre gradient chest facial bow ribbon beard band clip clips pin pins ribbons ornament tie net temples once
`;
