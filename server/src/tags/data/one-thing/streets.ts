/** Vehicles, streets, buildings, the table and things of a house, under two names. See {@link ONE_THING}. */
export const STREETS = `
pickup, pickup truck; coupe, two-door car; convertible, open-top car; limousine, limo; suv, sport utility vehicle; police car, patrol car,
squad car, cop car; backhoe, backhoe loader; tractor unit, semi-truck, articulated lorry, eighteen-wheeler; double-decker bus, double
decker, double-deck bus; funicular, cable railway; bullet train, shinkansen, high-speed train; railway carriage, train carriage, railroad
car, train car; railway line, railroad; motor scooter, vespa; quad bike, atv, four-wheeler; mountain bike, all-terrain bike; racing bike,
road bike, racing bicycle; penny-farthing, high wheeler, ordinary bicycle; cargo bike, freight bicycle; wheelbarrow, barrow; handcart,
pushcart; horse cart, horse-drawn cart; stagecoach, mail coach; snowplough, snow plow; propeller plane, prop plane;
seaplane, floatplane, flying boat; drone, quadcopter; spaceship, starship; submarine, u-boat; gondola, venetian boat; longboat, viking
ship, longship, dragon ship; ferry, ferryboat; barge, canal boat, narrowboat; houseboat, floating home; speedboat, fast boat; jet ski,
water scooter; steamer, steam boat; ocean liner, passenger ship; cargo ship, freighter; warship, battleship; anchor chain, anchor cable;
crow's nest, lookout basket; rigging, ship's ropes; gangway, gangplank; jetty, landing stage; marina, yacht harbour; lighthouse, light
tower; fishing hook, fish hook; fishing line, angling line; rear-view mirror, driving mirror; accelerator, gas pedal; tail light, rear
light; bonnet ornament, hood ornament; seatbelt, safety harness; steering wheel, driving wheel; speedometer, speed gauge; bike lane, cycle
path, cycle lane, bike path; underpass, subway tunnel; side street, back street; alley, alleyway, laneway; cul-de-sac, dead end; dirt
path, dirt trail, earth path; footpath, walking path; promenade, esplanade; lamppost, street lantern; traffic lights, stoplight; mailbox,
letterbox, post box, pillar box; signpost, finger post; shop window, store window, display window; shopping centre, shopping mall;
corner shop, convenience store, konbini; bakery, baker's shop, bakehouse; flower shop, florist; theatre,
playhouse; ferris wheel, big wheel, observation wheel; courthouse, law court; whiteboard, dry-erase board;
lecture hall, auditorium; gymnasium, gym hall; sports hall, sports centre; church tower, steeple, belfry; pew, church bench; pagoda, buddhist tower; torii, torii gate; drawbridge, lifting bridge; column, pillar;
colonnade, row of columns; dome, cupola; balustrade, railing; balcony, balconette; patio, terrace; courtyard, inner court, patio
yard; hallway, corridor; foyer, lobby, entrance hall; children's room, kid's room; garage, carport; stepping stones, step stones; flower
bed, flower border; vegetable patch, vegetable garden, kitchen garden; allotment, community garden; meadow, grassland; orchard, fruit
garden; vineyard, wine field; hay bale, bale of hay, straw bale; power lines, power cables, overhead lines; utility pole,
telephone pole, electricity pole; factory, plant building; warehouse, storehouse; chimney, smoke stack; apartment block, block of flats,
apartment building, flat block; detached house, single-family house; tipi, teepee, tepee; yurt,
ger; igloo, snow house; barbecue, bbq grill; cigarette, ciggy; cigar, stogie; cherry tomato, cocktail tomato; potato, spud; mashed potato, mashed potatoes; corn, maize; napa cabbage, chinese cabbage; chilli, chili pepper, chilli pepper, hot chili;
courgettes, zucchinis; mushroom, champignon; blueberry, bilberry; cranberry, lingonberry; honeydew, honeydew melon; cantaloupe, musk
melon; tangerine, clementine, satsuma, mandarin orange; passion fruit, maracuja; kiwi, kiwi fruit; persimmon, kaki; pomegranate,
granatapple; raisin, sultana; sunflower seeds, sunflower kernels; beefburger, hamburger; sausage, banger; hot dog, frankfurter; bacon,
bacon rashers, bacon strips; pork chop, pork cutlet; chicken wings, buffalo wings; gyros, doner kebab; fish and chips, fried fish with
chips; sushi roll, maki; dumpling, gyoza, potsticker, jiaozi; pancake, hotcake; flatbread, pita; pretzel, bretzel; apple pie, apple tart;
birthday cake, celebration cake; cheesecake slice, slice of cheesecake; gingerbread, gingerbread cookie; shortbread, shortcake; whipped
cream, chantilly cream; custard, vanilla sauce; peanut butter, groundnut butter; maple syrup, pancake syrup; cocoa, hot chocolate; iced
tea, ice tea; bubble tea, boba tea, pearl milk tea; fruit juice, squeezed juice; smoothie, fruit shake; pint of beer, beer pint; cocktail
glass, martini glass; thermos, vacuum flask, thermos flask; lunchbox, bento box, bento; sieve, strainer; casserole, casserole dish; oven
dish, baking dish; chopsticks, eating sticks; fridge, refrigerator, icebox; microwave, microwave oven; blender, liquidizer, liquidiser;
broom, besom; ironing board, iron board; painting frame, gilded frame; curtain, drape; mantelpiece, mantel, mantelshelf; armchair, easy
chair; coffee table, low table; desk, writing table; desk lamp, reading lamp, table lamp; floor lamp, standing lamp, standard lamp;
candelabra, candelabrum; watering can, watering pot; lawnmower, grass mower; bundle of twigs, faggot; stuffed toy,
stuffed animal, plush toy, plushie, soft toy, cuddly toy; rag doll, cloth doll; spinning top, whipping top; tennis racket, tennis racquet;
billiards, pool table; bow and arrow, longbow; treadmill, running machine; skateboard, board with wheels; mobile phone, cell phone,
smartphone; rotary phone, dial phone; tablet computer, ipad; television set, tv, tv set; record player, turntable, gramophone; vinyl
record, lp record; tripod, camera stand; telescope, spyglass; magnifying glass, hand lens, loupe; ballpoint, ballpoint pen, biro;
paintbrush, artist's brush; sketchbook, drawing book, sketch pad; diary, journal; newspaper, daily paper; cardboard box, carton; wooden
box, wooden crate; barrel, cask, keg; sack, burlap bag; key ring, keychain; padlock, hanging lock; pram, baby carriage, perambulator;
cradle, rocking cot; baby bottle, feeding bottle; katana, japanese sword, samurai sword; dagger, poniard; rapier, fencing sword; pistol,
handgun; spellbook, grimoire; gem, gemstone, jewel, precious stone; parasol, sunshade; bunting, pennant string; fireworks, pyrotechnics;
sparkler, hand-held firework; christmas ornament, bauble
`;
