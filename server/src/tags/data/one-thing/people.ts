/** People, play, sport, music, art and tools under two names. See {@link ONE_THING}. */
export const PEOPLE = `
policewoman, female police officer; waitress, female waiter; barman, bartender, barkeeper; barmaid, female bartender; shop assistant,
sales clerk, shop clerk, salesperson; shopkeeper, storekeeper; hairdresser, hair stylist; babysitter, childminder; dentist, tooth doctor;
veterinarian, veterinary surgeon, vet; attorney, barrister; astronaut, cosmonaut, spaceman; coal miner, pitman; seamstress, needlewoman;
violinist, fiddler; juggler, juggling artist; conjurer, conjuror; soccer player, football player; cricketer, cricket player; scuba diver,
frogman; surfer, wave rider; skier, ski runner; motorcyclist, motorbike rider; nobleman, aristocrat; witch, sorceress; fairy, fairie,
pixie; alien, extraterrestrial; teen, adolescent; bridesmaid, maid of honour; passer-by, pedestrian; holidaymaker, vacationer; hobo,
vagrant; buccaneer, corsair; viking, norseman; stuffed toy, soft toy, plushie, cuddly toy, stuffed animal, plush, plush toy; toy car,
model car; toy train, model train, train set; building blocks, toy bricks, toy blocks, building bricks; board game, tabletop game;
playing cards, deck of cards, pack of cards; card game, game of cards; chessmen, chess pieces; frisbee, flying disc; hula hoop, hoop toy;
rocking horse, hobby horse; paper plane, paper airplane, paper aeroplane; water pistol, water gun, squirt gun; bubble wand, bubble blower;
football, soccer ball; rugby ball, rugby football; basketball hoop, basketball ring, basketball basket; goal net, goal netting;
baseball bat, ball bat; baseball glove, baseball mitt, catcher's mitt; ping pong ball, table tennis ball; table tennis bat,
ping pong paddle; ice hockey, hockey on ice; golf club, golf iron; golf ball, ball for golf; fishing rod, fishing pole; fishing reel,
rod reel; bow and arrow, longbow and arrow, longbow; archery target, bullseye target; billiard table, pool table, snooker table,
billiards; bowling pin, skittle, ninepin; bowling ball, bowl ball; dumbbell, hand weight; boxing ring, prize ring; balance beam,
balancing beam; parallel bars, gymnastic bars; horizontal bar, high bar; pommel horse, vaulting horse; exercise mat, yoga mat, gym mat;
exercise bike, stationary bike, exercise bicycle; ski pole, ski stick; ski goggles, snow goggles; ski slope, piste; ski jump,
ski-jumping hill; bobsleigh, bobsled; ice axe, ice pick; climbing rope, safety rope; climbing harness, safety harness; rock climbing,
mountain climbing; paraglider, paragliding wing; scuba tank, diving cylinder, oxygen tank, air tank; diving mask, scuba mask, dive mask;
snorkel, breathing tube; diving suit, dive suit; diving board, springboard; starting block, starting stand; finish line, finishing line;
riding crop, riding whip; horse blanket, horse rug; merry-go-round horse, carousel horse; cello, violoncello; acoustic guitar,
classical guitar, spanish guitar; electric guitar, e-guitar; bass guitar, electric bass; mandolin, mandoline; grand piano, concert grand;
upright piano, pianino; piano, pianoforte; piano keys, piano keyboard; piano stool, piano bench; electric piano, electronic piano,
keyboard piano; pan pipes, pan flute; drum kit, drum set; snare drum, side drum; timpani, kettle drums; music stand, note stand,
notes stand; microphone stand, mic stand; guitar pick, plectrum; guitar case, guitar bag; violin bow, fiddle bow; mixing desk,
mixing console; marching band, brass band; oil painting, oil on canvas, painting in oils; gouache, opaque watercolour; pencil drawing,
pencil sketch; crayon drawing, drawing in crayon; pastel drawing, pastel painting; engraving, copperplate; etching, etched print;
lithograph, stone print; line art, line drawing; comic book, comic strip; speech bubble, speech balloon; thought bubble, thought balloon;
graffiti, spray painting; stencil, template print; origami, paper folding, folded paper; paper cut-out, paper cut; knitting needles,
knitting pins; crochet hook, crochet needle; ball of yarn, ball of wool, yarn ball; sewing machine, stitching machine; thimble,
finger guard; safety pin, nappy pin; scissors, shears; palette knife, painting knife; paint tube, tube of paint; paint pot, tin of paint,
paint can; spray can, aerosol can, spray paint can; sketch book, sketch pad, drawing pad, drawing book; note book, notepad;
coloured pencil, pencil crayon; feather pen, quill pen, goose quill; inkwell, ink pot; protractor, angle measure; duct tape, gaffer tape;
glue stick, pritt stick; greeting card, greetings card; atlas, book of maps; magnifying glass, hand lens, magnifier, loupe; petri dish,
culture dish; bunsen burner, lab burner; film camera, analogue camera; camcorder, video camera; camera lens, objective lens; flashgun,
camera flash; selfie stick, selfie pole; film roll, roll of film; polaroid, instant photo; hacksaw, metal saw; hand saw, panel saw;
circular saw, buzz saw; power drill, electric drill; drill bit, boring bit; tool box, tool chest; nut and bolt, bolt and nut;
bunch of keys, key ring; key chain, key fob; hand shovel, garden trowel; hedge trimmer, hedge clipper; sickle, reaping hook; pry bar,
jemmy; flashlight, electric torch, torch; head torch, headlamp torch; blow torch, blowlamp; soldering iron, soldering tool; welding mask,
welding helmet; ear defenders, ear muffs, ear protectors, ear warmers; hi-vis vest, high-visibility vest, safety vest, reflective vest;
matchbox, box of matches; cigarette, cig, ciggy; cigarette end, cigarette butt, cigarette stub; satnav, gps device; penknife,
pocket knife, jackknife, clasp knife; swiss army knife, multi-tool; flick knife, switchblade; katana, samurai sword, japanese sword;
suit of armour, plate armour, full armour; visor, face guard; revolver, six-shooter; shot gun, scattergun; walkie-talkie, two-way radio;
megaphone, loudhailer, bullhorn; first aid kit, first aid box; gift box, present box, gift-wrapped box; wrapping paper, gift wrap;
party hat, paper hat, birthday hat; party blower, party horn; confetti, paper snippets; sparkler, sparkling stick, hand-held firework;
bunting, pennants, pennant string; flag pole, flagstaff; lantern festival, festival of lanterns; christmas bauble, christmas ornament,
christmas ball, bauble; father christmas, santa; nutcracker doll, nutcracker figure; advent wreath, advent crown; candy cane,
sugar cane stick; easter egg, painted egg; wedding cake, bridal cake; dustbin lid, trash can lid; wickerwork, basketry; ballot box,
voting box; bank note, bill of money; cheque, bank check; credit card, bank card; price tag, price label
`;
