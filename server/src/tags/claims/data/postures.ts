/** What a body does and how it holds itself. Read by `claims/phrases.ts`, where the form is told. */
export const POSTURES = `
pose one
stand: stand~ !up/out/for/still/ovation/collar/guard/stone/stones/empty, back on <own> feet, up on <own> feet, on <own> feet !up, on tiptoe, on tiptoes, upright on <own> feet
sit: sit~~ !up/room/area, seated, rests on ?a/the/his/her ?* stool/chair/bench/sofa/throne/seat/armchair, perched on ?a/an/the ?* stool/chair/bench/desk/table/wall
lie: lies/lying >down/on/in/under/across/flat/face/curled/at/beside/there/against/asleep/stretched/sprawled/back/prone/supine/motionless/., sprawled/sprawls/sprawling ?out on/across/in, flat on <own> back/stomach/belly, =lying, =curled up, =on back, =on stomach, =on side, stretched out on ?a/the ?* bed/sofa/couch/grass/floor/sand/bench, curled up on/in/asleep, reclines/reclining on/in/against, =reclining, =lying down
kneel: kneel~, on one knee, on both knees, on <own> knees, down on <own> knees
squat: squat~~, crouch~
walk: walks/strolls/marches/wanders/hikes/trudges/strides/saunters/ambles, walking/strolling/marching/wandering/hiking/trudging/striding !stick/cane/boots/shoes/trail/pole/poles/path/aid/backpack/dead/stick/frame
run: run~~/sprint~/gallop~/jog~~/dash~/race~/bolt~/charge~ >after/along/across/through/down/up/over/in/on/at/past/to/towards/from/fast/away/with/behind/toward/into/full/headlong/., =running, =sprinting, =jogging, =galloping, at full gallop, at a gallop
jump: jump~/leap~/hop~~/bound~/vault~ into/over/off/from/high/across/in/up/through/down/onto/between, in mid air/jump/leap, caught mid jump/leap, =jumping, =leaping, =midair, =mid air
hang: hang~/dangle~ from/by/off/upside/head, =hanging upside down
swim: swim~~ !pool/trunks/cap/goggles/suit, swims/swimming/floats/floating/paddles/paddling ?* in/across/on/through the/a/an/its ?* lake/pond/river/sea/water/pool/stream/bay/ocean/canal/harbour/harbor/creek/surf/waves, floats on <own> back/belly
fly: dives/diving/plunges/plunging into/from/through/towards/toward, flies/flying/soars/soaring/hovers/hovering/glides/gliding low/high/over/above/across/past/through/in/overhead/towards/toward/along/between/into, in ?full flight, on the wing, =flying
climb: climbs/climbing/clambers/clambering ?up/down/over/onto a/an/the
perch: perches/perched/perching/roosts/roosting !on-a-stool
sleep: fast asleep, asleep, sleep~ !bag/bags/mat/mats/pad/pads/car/berth, slumber~, nap~~, dozes/dozing, =sleeping
play: plays/playing with/in/fetch/tag/football/chess/hide, dance~, chase~ ?* a/an/the/its/his/her
ride: ride~ ?a/an/the/his/her ?* ?* bicycle/bike/horse/motorbike/motorcycle/pony/scooter/camel/donkey/elephant/mule/tricycle, on horseback, in the saddle, on a bicycle/bike/horse/motorbike/motorcycle rides, =riding, =horseback riding
push: pushes/pushing/wheels/wheeling <own> ?* bicycle/bike/scooter/motorbike/motorcycle
oneleg: stand~ on one leg/foot, balance~ on one leg/foot, on one leg
afoot: on foot, dismounted, has dismounted, leads/leading <own> ?* horse/pony/donkey/mule/camel
hind: on <own> ?two hind legs/feet/paws
ground: feet ?are ?both ?firmly ?flat ?planted on the ground/floor, both feet on the ground/floor, all four paws/feet/hooves on the ground
apart stand sit, stand lie, stand kneel, stand squat, sit lie, sit squat, sit walk, sit run, lie kneel, lie squat, lie walk, lie run, kneel walk, kneel run, squat walk, squat run
apart swim stand, swim sit, swim walk, swim perch, swim run, swim lie, swim sleep, fly perch, fly sit, fly lie, fly walk, fly swim, fly sleep, fly stand, perch walk, hang stand
apart sleep play, sleep jump, climb lie, climb sit, climb sleep, climb swim, climb fly, climb kneel, hind ground, hind lie, oneleg ground, oneleg sit, oneleg lie, oneleg kneel, oneleg swim
apart hang sit, hang lie, hang walk, hang run, hang kneel, perch run, sleep run, sleep walk, jump sit, jump lie, jump kneel, jump stand, jump squat, jump walk, jump sleep, jump ground, fly ground, hang ground, ride push, ride afoot, ride lie, ride kneel, ride sleep, ride squat
unless wheelchair crutch crutches treadmill dream dreams dreaming getting gets poster then

pose one
up: hold~ a/an/the ?* ?* over/above <own> head, arms/hands ?are ?both ?all ?raised/lifted/thrown/flung/stretched/held/reaching up/high/above/overhead !to, arms/hands ?are ?raised/lifted/thrown in the air, arms/hands ?are ?raised/lifted/held over his/her/its head, both/his/her arms/hands ?are raised/lifted, raised/lifted/upraised arms, raise~/lift~/throw~/fling~/stretch~/hold~ ?up <own> arms/hands ?up above/over/high/overhead/into/in/up/towards/toward, throw~/fling~ up <own> arms, =arms up, =arms raised, =hands up
sides: arms ?are ?hang/hanging/held/resting/straight ?loosely/limply/loose/limp/down/straight at/by his/her/its/their/own sides/side, arms at sides/side/own, arms hang/hanging ?straight/loosely/limply/loose/limp down, =arms down
crossed: cross~/fold~/crossed/folded <own> arms, arms ?are ?tightly/loosely crossed/folded, crossed/folded arms
out: arms ?are stretched/spread/held/flung/extended wide/out/outwards/outward/apart, outstretched arms, arms outstretched, =spread arms
hips: hands ?are ?both ?resting/planted/placed/firmly on his/her/its/own/the hips, hands on hips, arms akimbo, hand on each hip
pockets: hands ?are ?both ?buried/tucked/thrust/shoved/deep/stuffed in/into his/her/the/their ?* ?* pockets, =hands in pockets, =both hands in pockets, hands in pockets
hold: in <own> left/right hand
both: waving with both hands, holding/carrying/gripping ?* with both hands, with both hands !in/at/behind/on/raised/up/overhead/above/clasped/folded/crossed/thrown/out/outstretched/resting/buried, in both hands, between both hands, both hands around/hold/holding/grip/gripping/wrapped
back: arms/hands ?are ?clasped/held/folded/tied behind his/her/its/the back, =arms behind back, =hands behind back, hands behind back
lap: hands ?are ?folded/clasped/resting/lie/rest in/on his/her ?own lap, =hands on lap, =hands in lap
apart up sides, up crossed, up hips, up pockets, up back, up lap, sides crossed, sides out, sides hips, sides pockets, sides back, sides lap, crossed out, crossed hips, crossed pockets, crossed back
apart hold pockets, hold both, both pockets, both crossed, both hips, both back, both sides
apart crossed lap, out hips, out pockets, out back, out lap, hips pockets, hips back, hips lap, pockets back, pockets lap, back lap

pose one
empty: hands ?are/is ?both empty, empty handed, with empty hands, empty hands, nothing in ?either/his/her hand/hands
holds: =holding book, =holding sword, =holding umbrella, =holding bag, =holding phone, =holding cup, =holding flower, =holding staff, =holding gun, =holding knife, holds/holding/carries/carrying/grips/gripping/clutches/clutching a/an/the/two, in his/her ?left/right/other hand
unless then after once

pose one
crossed: cross~/crossed <own> legs, legs ?are ?loosely crossed, crossed legs, cross legged, =indian style, ankles ?are crossed
spread: spread/spreads/spreading <own> legs, legs ?are ?set/spread/planted ?wide apart/spread/wide, spread legs, feet ?set/planted/are ?wide apart
together: legs/knees/feet ?are ?pressed/held/kept ?tightly/close together
unless swords straps ribbons

eyes one
closed: close~/closed/shut/shuts/shutting/squeeze~/squeezed/screw~ ?tight <own> eyes, eyes ?are ?both ?tightly/firmly/gently/squeezed/peacefully closed/shut, closed/shut eyes, asleep, eyelids ?are closed/shut/lowered, =eyes closed, sleep~ !bag/bags/mat/mats
open: open~/opened <own> eyes, eyes ?are ?both ?wide open, open eyes, watch~ a/the, read~ a/the/her/his ?* book/notes/letter/newspaper/score/page/sign, wide eyed, wide awake, eyes watch/follow/meet/stare/gaze, =awake, look~/stare~/gaze~ ?directly/straight/right at/into ?the <cam>, =looking at viewer, eyes wide, meets/holds the viewers gaze/eye
unless wink winks winking half one-eye-shut dream then sleepy

mouth one
open: open~/opened <own> mouth/beak/jaws/muzzle/bill, mouth/jaws/beak/muzzle/bill/lips ?is/are/hangs/gapes ?wide/slightly open/agape/parted, open mouth/beak/jaws/lips, parted lips, open mouthed, yawn~, =mouth open, shouts/shouting, scream~, bares/baring <own> teeth
closed: close~/closed/shut/shuts <own> mouth/beak, mouth/jaws/beak/muzzle/bill ?is/are/stays ?tightly/firmly closed/shut, closed mouth/beak/lips, lips ?are ?pressed ?tightly/firmly closed/sealed/shut/together/tight, lips pressed together/tight, pursed lips, tight lipped, =mouth closed, =mouth shut
unless half then

mouth one
glad: smile~ !face/sun, beam~ !light/of/down, laugh~, grins/grinning, a/an/his/her/its ?* ?* smile/grin, =smile, =grin, =happy, =cheerful, smiling face, happy/joyful/cheerful/delighted expression/face/look
crying: expression/face/look is ?* ?and sad/tearful/sorrowful/miserable/mournful, sad/tearful/sorrowful/miserable/mournful expression/face, weep~, sob~~, cries/crying !out/of, tears ?are run/roll/stream/running/rolling/streaming down, =sad, =tears, in tears
frown: frown~, scowl~, glower~, =frown, =scowl, a/his/her ?* frown/scowl, =angry, angry/furious/stern/grim expression/face/look, expression/face is ?* angry/furious/stern/grim
blank: expressionless, blank/neutral/deadpan/serious/solemn expression/face/look, face/expression is ?* blank/neutral/expressionless/serious/solemn, without ?any expression, no expression
apart glad crying, glad frown, glad blank, crying blank
unless joy laughter though although yet but despite hint trace almost nearly half happy-tears through faint sun

gaze one
up: look~/gaze~/star~/stare~/peer~/glance~/squint~ ?straight up/upwards/upward/skyward/skywards, =looking up, eyes ?are turned/raised up/upwards/heavenward
down: look~/gaze~/stare~/peer~/glance~ ?straight down/downwards/downward !the, =looking down, eyes ?are downcast, downcast eyes, eyes ?are lowered/cast down/downwards, eyes ?are ?* fixed/lowered/cast on/to the ground/floor/pavement, gaze ?is ?* fixed/lowered/cast on/to the ground/floor, eyes on the ground/floor
viewer: faces/facing us, faces/facing ?straight/directly ?to/into/at/towards ?the <cam>, look~/gaze~/stare~/glance~ ?directly/straight/right at/into ?the <cam>, =looking at viewer, meets/holds/meeting/holding the viewers gaze/eye/eyes, eye contact with ?the <cam>
side: faces/facing ?to ?the left/right, =facing left, =facing right, =facing to the side
away: look~/gaze~/stare~/glance~ away/aside, look~/gaze~/stare~ off to/into/over/toward/towards, look~/gaze~/stare~ past ?the <cam>, look~/gaze~/stare~ into the distance, look~/gaze~/stare~ out over/of/to/across, turns/turning/turned away from, =looking away, =looking afar, =looking to the side, face/head/eyes/gaze ?is/are turned/averted away
back: back ?is turned to/towards/toward ?us/the ?<cam>, back to ?the/us <cam>, faces/facing away, =facing away, =from behind, =back turned, back to us, face ?is turned away
apart up down, viewer away, viewer back, viewer side, side back
unless mirror shoulder other

presence one
hidden: no face ?is visible/shown/seen, no face to be seen, face is ?completely/entirely/fully hidden/covered/obscured/unseen/invisible/concealed, face is not visible/shown/seen, face cannot/can ?not be seen, =faceless, =no face, face ?is out of frame/sight/view, head out of frame, face ?is completely hidden/obscured
shown: smile~ !face, a/an/his/her/its ?* ?* smile/grin, frown~, wink~, freckles, blue/green/brown/hazel/grey/dark/amber eyes, look~/stare~/gaze~ ?directly/straight/right at/into ?the <cam>, =looking at viewer, =smile, =closed eyes, =open mouth, open/closed mouth, lips ?are parted/closed/painted, rosy/flushed cheeks
unless mask half veil lower

pose one
asleep: fast asleep, asleep, sleep~ !bag/bags/mat/mats/pad/pads/car/berth, =sleeping, slumber~, dozes/dozing
awake: wide awake, =awake, is awake, eyes ?are wide open, alert eyes, watches/watching the/a, =alert, reads/reading ?a/an/the/his/her ?* book/newspaper/letter/magazine/comic, eats/eating a/an/the/his/her/from, drinks/drinking from, barks/barking, waves/waving at/to, chats/chatting, talks/talking to/with/on, plays/playing with, chases/chasing
unless dream but then another while half

state one
hidden: hides/hiding behind/under/in/inside, hidden behind/under/by/in, only its/his/her * ?* can be seen, only its/his/her * ?* is/are visible, barely visible, out of sight
shown: in full view, fully visible, completely visible, in plain sight/view, whole/entire body ?is visible/seen/shown, out in the open
unless face half part other

pose one
cello: plays/playing ?a/the/his/her ?* cello
violin: plays/playing ?a/the/his/her ?* violin/fiddle
flute: plays/playing ?a/the/his/her ?* flute
guitar: plays/playing ?a/the/his/her ?* guitar
piano: plays/playing ?a/the/his/her ?* piano
drums: plays/playing ?a/the/his/her ?* drums/drum
trumpet: plays/playing ?a/the/his/her ?* trumpet
accordion: plays/playing ?a/the/his/her ?* accordion
harp: plays/playing ?a/the/his/her ?* harp
saxophone: plays/playing ?a/the/his/her ?* saxophone
clarinet: plays/playing ?a/the/his/her ?* clarinet
unless then later or
`;
