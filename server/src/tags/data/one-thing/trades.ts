/** Trades, fairs, ships, far-off places, tales and the table under two names. See {@link ONE_THING}. */
export const TRADES = `
bicycle, pushbike; seagull, gull; striped, stripy; knitted, knit; crocheted, crochet; handbag, purse; taxi, taxicab; television, telly;
straight razor, cut-throat razor; shaving brush, lather brush; tin toy, tinplate toy; moon jelly, moon jellyfish; control panel,
control board; beekeeping suit, bee suit; curling stone, curling rock; hairbrush, paddle brush; barber's pole, barber pole; shaving foam,
shaving cream; aftershave, after shave lotion; hair gel, styling gel; hand cream, hand lotion; perfume bottle, scent bottle;
nail scissors, manicure scissors; make-up brush, cosmetic brush; face powder, powder compact; washing powder, laundry detergent;
dressing-up clothes, fancy dress; rubber ring, swim ring, inflatable ring; water wings, armbands, arm floats; beach towel, bathing towel;
beach umbrella, beach parasol; lilo, air mattress, inflatable mattress; sunbed, sun lounger, deck lounger; sun cream, sunscreen,
suntan lotion; picnic blanket, picnic rug; cool box, ice chest; sleeping bag, bedroll, rolled blanket; camping stove, camp stove,
gas burner; gas canister, gas bottle, gas cylinder; tent peg, tent stake; guy rope, guy line; water bottle, drinking bottle;
trekking pole, hiking pole, hiking stick; hiking trail, footpath trail, walking trail; viewing platform, observation deck; cairn,
stone pile, pile of stones; cowbell, cattle bell; drinking trough, water trough; feeding trough, manger; milk churn, milk can;
milking stool, three-legged stool; cattle grid, cattle guard; electric fence, electrified fence; five-bar gate, field gate;
ploughed field, tilled field; stubble field, field of stubble; fodder beet, mangel; beehive, bee skep; bee smoker, hive smoker; honey jar,
jar of honey; honeycomb frame, hive frame; sheepfold, sheep pen; shepherd's crook, shepherd's staff; wool bale, bale of wool;
spinning mill, textile mill; weaving loom, hand loom; blacksmith's forge, smithy; horseshoe nail, hoof nail; potter's kiln, pottery kiln;
glassblower, glassmaker; blowpipe, blowing iron; printing press, letterpress; movable type, letterpress type; watchmaker, clockmaker;
clock face, clock dial; clock hand, hand of the clock; watch strap, watch band; cogwheel, gear wheel; pressure gauge, manometer;
control lever, operating lever; steering column, steering shaft; spark plug, sparking plug; fan belt, drive belt, v-belt; fuel tank,
petrol tank, gas tank; dipstick, oil level stick; tyre iron, tire lever; tow rope, tow line; leather jacket, leather blouson; pit lane,
pit road; starting grid, start grid; grandstand, spectator stand; lap counter, lap board; hay wagon, hay cart; sleigh bells, jingle bells;
snow chains, tyre chains; snow tyre, winter tyre; ice scraper, windscreen scraper; ticket booth, ticket window, box office; popcorn bag,
bag of popcorn; shooting gallery, shooting range; ghost train, haunted house ride; log flume, water ride; swing ride, chairoplane;
bouncy castle, inflatable castle, bounce house; balloon animal, twisted balloon; puppet theatre, puppet show, punch and judy;
stage curtain, theatre curtain; stage light, stage lamp; trap door, hatch in the floor; orchestra pit, musicians' pit; box seat,
theatre box; ticket stub, torn ticket; film projector, movie projector; film reel, movie reel; clapperboard, film slate; boom microphone,
boom mic; film poster, movie poster; red carpet, vip carpet; dressing room, changing room, locker room; stage make-up, theatrical makeup;
juggling balls, juggling bean bags; unicycle, one-wheeled bicycle; tightrope walker, high-wire artist, rope dancer; fire eater,
fire breather; knife thrower, impalement artist; lion tamer, animal trainer; circus ring, circus arena; tea ceremony, tea gathering;
tea whisk, chasen; bamboo mat, reed mat; paper screen, shoji; folding screen, room divider; paper umbrella, oil-paper umbrella, wagasa;
wooden clogs, wooden sandals, geta; kimono sash, obi; straw sandals, waraji; hair stick, kanzashi, ornamental hairpin; fox mask,
kitsune mask; stone lantern, toro; shrine gate, torii, torii gate; rope of straw, shimenawa; wind bell, furin; lucky cat, beckoning cat,
maneki-neko; carp streamer, koinobori, carp banner; hot spring, onsen, thermal spring; ramen bowl, bowl of ramen; rice ball, onigiri;
skewer, kebab stick; cherry blossom viewing, hanami; summer festival, matsuri; food stall, food stand, yatai; baby goat, goat kid;
guide rope, guide line; goat beard, goatee of a goat; cat collar, pet collar; dog lead, dog leash; dog basket, dog bed; litter tray,
litter box, cat toilet; cat flap, cat door; scratching post, cat tree; food bowl, feeding bowl, pet bowl; hamster wheel, running wheel;
fish tank, aquarium; fish bowl, goldfish bowl; bird perch, perching rod; antlers, stag's horns; tusk, ivory tooth; trunk of an elephant,
elephant trunk; whiskers, vibrissae; horse's tail, horse tail; bridle, headcollar, halter; girth, cinch; numnah, saddle pad, saddle cloth;
riding boots, jodhpur boots; show jumping, jumping competition; paddock, horse pasture; riding arena, riding hall, manege; hay net,
hay bag; grooming brush, curry comb; running board, side step; ship's horn, foghorn; ship's funnel, smokestack of a ship; crow's nest,
masthead lookout, lookout basket; outboard motor, outboard engine; boat hook, pole with hook; life raft, rescue raft; mooring line,
mooring rope, hawser; ship in a bottle, bottle ship; fishing tackle, fishing gear; landing net, dip net; fishing float, bobber;
fish market, fish hall; fishmonger, fish seller; sea mist, sea fog; message in a bottle, bottle message; bucket and spade,
pail and shovel; beach hut, bathing hut, beach cabin; seafront, esplanade, promenade; boardwalk, plank walk, wooden walkway; groyne,
wave breaker; cliff path, cliff walk; lighthouse keeper, lightkeeper; signal flag, code flag; diving bell, diving chamber; diving helmet,
diver's helmet; oyster bed, oyster park; astronaut suit, space suit; space helmet, astronaut helmet; moon rover, lunar rover, moon buggy;
lunar module, moon lander, lunar lander; launch pad, launching pad, launch site; control room, control centre, mission control;
solar panel, solar array, photovoltaic panel; ray gun, laser pistol, blaster; light saber, laser sword; hologram, holographic image;
force field, energy shield; cyborg, half-machine; power armour, powered armour, exosuit; mecha, giant robot, mech; jet pack, rocket belt;
hover board, floating board; time machine, time travel device; control console, control desk; cryo pod, cryogenic chamber, sleep pod;
cyberpunk city, neon city; spell book, grimoire; magic wand, wizard's wand; crystal ball, scrying ball; witch's broom, broomstick,
flying broom; witch hat, pointed hat, witch's hat; cauldron, witch's kettle; magic circle, summoning circle; potion bottle,
vial of potion, potion vial; treasure chest, chest of gold, loot chest; treasure map, pirate map; dragon egg, dragon's egg;
fire-breathing, breathing fire; fairy wings, pixie wings; angel wings, feathered wings; demon horns, devil horns; pointed ears,
pointy ears, elf ears, elven ears; animal ears, kemonomimi; fox ears, vulpine ears, kitsune ears; horned helmet, viking helmet;
war hammer, battle hammer; battle axe, war axe; throwing knife, throwing dagger; throwing star, shuriken; spiked club, morning star;
round shield, circular shield; coat of arms, heraldic shield; jousting lance, tournament lance; knight's tent, tournament tent,
pavilion tent; siege tower, siege engine; trebuchet, stone thrower; portcullis, castle gate grating; throne, royal seat; sceptre,
royal staff; ermine cloak, ermine mantle; signet, seal of a ring; wax seal, sealing wax; scroll, parchment roll; illuminated manuscript,
illuminated page; illuminated initial, decorated initial, historiated initial; gold leaf, gilt foil; bed sheet, linen sheet; bedside rug,
bedside carpet; curtain tie, curtain tieback; kitchen island, cooking island; kitchen unit, kitchen cabinet, kitchen cupboard; spice rack,
spice shelf; wine rack, wine shelf; draining rack, dish rack, dish drainer; oven door, door of the oven; chopping knife, kitchen knife,
chef's knife; bread knife, serrated knife; butter dish, butter plate; cheese board, cheese platter; cheese knife, cheese cutter;
cake slice server, cake server; icing, frosting; piping bag, icing bag, pastry bag; cookie cutter, biscuit cutter, pastry cutter;
flour sack, bag of flour, sack of flour; sprinkles, hundreds and thousands; whipped cream, chantilly, chantilly cream; custard,
creme anglaise, vanilla sauce; cake layer, tier of cake; layered cake, layer cake, tiered cake; sponge cake, victoria sponge;
gingerbread man, gingerbread figure; swiss roll, jelly roll; choux bun, cream puff, profiterole; sourdough loaf, sourdough bread;
crusty bread, crisp-crusted bread; bagel, beigel; crispbread, knackebrod; meatball, ball of meat; meat skewer, kebab, shashlik;
roast chicken, roasted chicken; drumstick, chicken leg; fish fillet, filleted fish; smoked salmon, lox; pickles, gherkins;
olive oil bottle, bottle of olive oil; salad bowl, bowl of salad; side salad, small salad; soup ladle, serving ladle; soup plate,
soup dish; dinner plate, main plate; dessert spoon, pudding spoon; cake fork, dessert fork, pastry fork; jug of water, water jug,
pitcher of water; jar of pickles, pickle jar; cocktail stick, toothpick; cocktail umbrella, paper parasol; lime wedge, wedge of lime;
beer bottle, bottle of beer; wine bottle, bottle of wine; milk bottle, bottle of milk; takeaway cup, to-go cup, paper cup;
espresso machine, espresso maker; milk foam, frothed milk; latte art, foam art; tea strainer, tea sieve; tea set, tea service; coffee set,
coffee service; palm trees, palms; black-and-white photo, monochrome photo, black-and-white photograph; school of fish, shoal of fish;
ink roller, brayer; leather glove, leather gauntlet; wrestling mask, luchador mask; championship belt, title belt; climbing shoes,
rock shoes; swim fins, diving fins, flippers; rug, carpet; castle courtyard, castle yard; amulet, talisman; baggage, luggage; ballroom,
dance hall; pedestal, plinth; blazer, sports jacket, sports coat, suit jacket, suit coat; clog, patten; coffin, casket; corral,
cattle pen; curtain, drapery, drape; drawing board, drafting board; greenhouse lamp, grow light; gallows, gibbet; keepsake, souvenir;
laboratory, lab; leotard, unitard; zoo, zoological garden; morgue, mortuary; oil tanker, tank ship; ointment, salve; paperback,
softcover book; parsonage, vicarage; pavilion, marquee; pontoon bridge, floating bridge; prosthesis, artificial limb; prosthetic leg,
artificial leg; prosthetic arm, artificial arm; rosary, prayer beads; saree, sari; sauna, sweat room; sawhorse, trestle; shoe shop,
shoe store; sewing kit, sewing box; smokehouse, smoking house; steeple, spire; sunglasses, dark glasses; swing door, swinging door;
tailgate, tailboard; tarpaulin, tarp; tavern, tap house; telephone wire, telephone line; underwear, underclothes, undergarments;
water heater, hot-water tank; roadside, wayside; toffee, caramel candy; vegetable, veggie; pothole, chuckhole; headland, promontory;
soapsuds, lather; splinter, sliver; plateau, tableland; dairy cow, milk cow; water buffalo, water ox, asian buffalo; cattle, cows;
cloister, covered walk; electric shaver, electric razor; photocopier, copying machine, copier; printer paper, copy paper; floodlight,
flood lamp; inn sign, pub sign; jail, gaol; jail cell, prison cell; bodice, corset top; waistcoat, vest; loincloth, breechcloth;
headdress, headpiece; bridal veil, wedding veil; ammunition belt, bandolier, cartridge belt, bullet belt; bulletproof vest, body armour,
flak jacket, kevlar vest; gas mask, respirator; camouflage net, camo netting; dog tags, identity tags; beret badge, cap badge; epaulettes,
shoulder boards; rucksack frame, pack frame; field glasses, binoculars; spyglass, hand telescope, telescope; sextant, quadrant;
ship's log, logbook; sea chest, sailor's chest; garden chair, lawn chair, patio chair; garden gnome, lawn gnome; trellis, lattice;
flower stall, flower stand; fruit stall, fruit stand; hot dog stand, hot dog stall; ice cream van, ice cream truck; food truck, food van;
shoe shiner, bootblack; street sweeper, road sweeper; rag-and-bone man, junk dealer; street vendor, street seller, hawker; fortune teller,
soothsayer; snake charmer, snake handler; sword swallower, blade swallower; stage magician, illusionist; ventriloquist's dummy,
ventriloquist's doll; shadow puppet, shadow figure; mime, pantomime artist; ballet shoes, ballet slippers; tap shoes, tap-dancing shoes;
gramophone horn, phonograph horn; cassette player, tape player, walkman; cassette recorder, tape recorder; tv aerial, tv antenna;
flat screen, flat-screen tv; circuit board, pcb; power cable, power cord, mains lead; phone case, phone cover; charging cable,
charger cable; usb stick, flash drive, thumb drive; floppy disk, diskette; joystick, control stick; vr headset, virtual reality headset,
vr goggles; robot arm, robotic arm; conveyor belt, assembly belt; welding torch, welder's torch; hi-vis jacket, high-visibility jacket,
reflective jacket; cement mixer, concrete mixer; bricklayer's trowel, mason's trowel; paint roller, roller brush; scaffolding pole,
scaffold tube; theodolite, surveyor's transit; level crossing gate, railway barrier; ticket machine, ticket dispenser; turnstile,
entry gate; luggage rack, baggage rack; luggage trolley, baggage cart; suitcase on wheels, rolling suitcase, wheeled suitcase,
trolley case; sleeping car, sleeper carriage; dining car, restaurant car; railcar, motor coach train; handcar, draisine; coal wagon,
coal car; water crane, water column; turntable bridge, railway turntable; engine shed, roundhouse, locomotive shed; semaphore signal,
railway semaphore; pantograph, current collector; lorry driver, truck driver, trucker; bus driver, coach driver; taxi driver, cab driver,
cabbie; airman, aviator; flying helmet, aviator cap, pilot's cap; flight suit, pilot's overalls, pilot suit; pilot goggles,
aviator goggles; aviator sunglasses, pilot sunglasses; leather helmet, leather flying cap; ejector seat, ejection seat; jet engine,
jet turbine; hot-air balloon basket, balloon gondola; wicker basket, cane basket; wicker chair, rattan chair, cane chair; desk lamp,
reading lamp, table lamp; twintails, pigtails; glow stick, light stick; thigh boots, thigh-high boots, overknee boots; koi pond,
carp pond; plaid, tartan
`;
