/** Vehicles, streets, buildings, the table and things of a house, under two names. See {@link ONE_THING}. */
export const STREETS = `
pickup, pickup truck; coupe, two-door car; limousine, limo; suv, sport utility vehicle; backhoe, backhoe loader; double-decker bus,
double decker, double-deck bus; bullet train, shinkansen, high-speed train; mountain bike, all-terrain bike; racing bike, road bike,
racing bicycle; cargo bike, freight bicycle; handcart, pushcart; horse cart, horse-drawn cart; stagecoach, mail coach; snowplough,
snow plow; propeller plane, prop plane; drone, quadcopter; submarine, u-boat; gondola, venetian boat; longboat, viking ship, longship,
dragon ship; ferry, ferryboat; houseboat, floating home; speedboat, fast boat; jet ski, water scooter; ocean liner, passenger ship;
cargo ship, freighter; warship, battleship; anchor chain, anchor cable; rigging, ship's ropes; gangway, gangplank; marina, yacht harbour;
fishing hook, fish hook; fishing line, angling line; rear-view mirror, driving mirror; accelerator, gas pedal; bonnet ornament,
hood ornament; steering wheel, driving wheel; speedometer, speed gauge; bike lane, cycle path, cycle lane, bike path; alley, alleyway,
laneway; cul-de-sac, dead end; dirt path, dirt trail, earth path; bakery, baker's shop, bakehouse; theatre, playhouse; courthouse,
law court; whiteboard, dry-erase board; lecture hall, auditorium; sports hall, sports centre; pew, church bench; pagoda, buddhist tower;
drawbridge, lifting bridge; column, pillar; colonnade, row of columns; dome, cupola; balustrade, railing; balcony, balconette; patio,
terrace; courtyard, inner court, patio yard; hallway, corridor; foyer, lobby, entrance hall; children's room, kid's room; garage, carport;
stepping stones, step stones; flower bed, flower border; meadow, grassland; orchard, fruit garden; vineyard, wine field; power lines,
power cables, overhead lines; factory, plant building; warehouse, storehouse; detached house, single-family house; tipi, teepee, tepee;
yurt, ger; igloo, snow house; barbecue, bbq grill; cigar, stogie; cherry tomato, cocktail tomato; potato, spud; mashed potato,
mashed potatoes; napa cabbage, chinese cabbage; chili pepper, hot chili; courgettes, zucchinis; cranberry, lingonberry; honeydew,
honeydew melon; passion fruit, maracuja; kiwi, kiwi fruit; pomegranate, granatapple; sunflower seeds, sunflower kernels; sausage, banger;
hot dog, frankfurter; bacon, bacon rashers, bacon strips; pork chop, pork cutlet; chicken wings, buffalo wings; gyros, doner kebab;
fish and chips, fried fish with chips; sushi roll, maki; dumpling, gyoza, potsticker, jiaozi; flatbread, pita; pretzel, bretzel;
apple pie, apple tart; cheesecake slice, slice of cheesecake; gingerbread, gingerbread cookie; shortbread, shortcake; peanut butter,
groundnut butter; maple syrup, pancake syrup; cocoa, hot chocolate; iced tea, ice tea; bubble tea, boba tea, pearl milk tea; fruit juice,
squeezed juice; smoothie, fruit shake; pint of beer, beer pint; cocktail glass, martini glass; lunchbox, bento box, bento; chopsticks,
eating sticks; fridge, refrigerator, icebox; microwave, microwave oven; blender, liquidizer; broom, besom; painting frame, gilded frame;
armchair, easy chair; coffee table, low table; bundle of twigs, faggot; rag doll, cloth doll; treadmill, running machine; skateboard,
board with wheels; tablet computer, ipad; television set, tv, tv set; vinyl record, lp record; tripod, camera stand; paintbrush,
artist's brush; diary, journal; newspaper, daily paper; cardboard box, carton; wooden box, wooden crate; barrel, cask, keg; sack,
burlap bag; padlock, hanging lock; cradle, rocking cot; baby bottle, feeding bottle; dagger, poniard; rapier, fencing sword; pistol,
handgun; gem, gemstone, jewel, precious stone; parasol, sunshade; fireworks, pyrotechnics
`;
