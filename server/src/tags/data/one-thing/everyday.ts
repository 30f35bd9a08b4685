/** Animals, plants, food, tools and houses under two names. See {@link ONE_THING}. */
export const EVERYDAY = `
frill, ruffle, flounce; sequin, spangle; fanny pack, bum bag, waist pack, belt bag, waist bag; bobble hat, pompom hat; flat cap,
cloth cap, newsboy cap, tweed cap; bowler hat, derby hat; polo neck, turtleneck, roll neck; dressing gown, bathrobe, housecoat;
dinner jacket, tuxedo; tailcoat, swallow-tailed coat; wellington boot, rubber boot, gumboot, rain boot, wellies; flip-flop, thong sandal;
plimsoll, canvas shoe; court shoe, pump shoe; hair slide, barrette, hair clip; hair grip, bobby pin; plait, braid; fishtail plait,
fishtail braid; handkerchief, hankie; boiler suit, coverall; anorak, windbreaker, windcheater; oilskin, slicker; mackintosh,
trench raincoat, raincoat, rain jacket, waterproof jacket; zip, zipper, zip fastener; press stud, snap fastener, snap button, popper;
fur stole, fur wrap; knickerbockers, plus fours; nightshirt, sleep shirt; waders, fishing waders, rubber trousers; face mask,
medical mask, surgical mask; mortarboard, graduation cap; pinafore, pinafore dress, jumper dress, pinny dress; wedding dress, bridal gown,
wedding gown; pocket watch, fob watch; aubergine, eggplant; courgette, zucchini; beetroot, beet; spring onion, scallion, green onion;
coriander, cilantro; swede, rutabaga; chickpea, garbanzo bean; broad bean, fava bean; pomelo, shaddock; papaya, pawpaw; pitaya,
dragon fruit; carambola, star fruit; rambutan, hairy lychee; bilberry, whortleberry, blueberry; peanut, groundnut; hazelnut, filbert,
cobnut; maize, sweetcorn, corn on the cob, corn; sweet pepper, bell pepper; chili, chile pepper, hot pepper; gherkin, pickled cucumber;
mangetout, snow pea; icing sugar, powdered sugar, confectioner's sugar; candy floss, cotton candy, fairy floss; ice lolly, popsicle,
ice pop; soft drink, soda pop, fizzy drink; biscuit, cookie; scone, tea biscuit; porridge, oatmeal; crayfish, crawfish; squid, calamari;
flapjack, oat bar; toffee apple, caramel apple, candy apple; meringue kiss, meringue cookie; whisked eggs, scrambled eggs;
sunny-side-up egg, fried egg; coffee pot, cafetiere, french press; puma, cougar, mountain lion; reindeer, caribou; groundhog, woodchuck;
wildebeest, gnu; beluga, white whale; polecat, fitch; stoat, ermine; donkey, burro, ass; dromedary, arabian camel; bactrian camel,
two-humped camel; alsatian, german shepherd; borzoi, russian wolfhound; dachshund, sausage dog, wiener dog; tortoiseshell cat, tortie;
ginger cat, orange tabby, orange cat, marmalade cat; piebald horse, pinto horse; budgerigar, budgie, parakeet; cockatiel, quarrion; galah,
rose-breasted cockatoo; tawny owl, brown owl; peregrine, peregrine falcon; lapwing, peewit; wood pigeon, ring dove; rock dove,
feral pigeon; turkey vulture, turkey buzzard; bearded vulture, lammergeier; great northern diver, common loon; guillemot, murre;
flamingo chick, baby flamingo; robin redbreast, european robin; hedge sparrow, dunnock; nightjar, goatsucker; swallowtail,
swallowtail butterfly; ladybird, ladybug, lady beetle; firefly, lightning bug; woodlouse, pill bug; daddy longlegs, crane fly; cockchafer,
maybug; praying mantis, mantid; tarantula, bird-eating spider; starfish, sea star; sea slug, nudibranch; jellyfish, sea jelly; axolotl,
mexican salamander; terrapin, pond turtle; slowworm, blindworm; komodo dragon, komodo monitor; bearded dragon, pogona; veiled chameleon,
yemen chameleon; caiman, cayman; red panda, lesser panda; koala, koala bear; opossum, possum; yak, grunting ox; coypu, nutria; capybara,
water hog; meerkat, suricate; fennec, fennec fox; arctic fox, polar fox; boxwood, box tree; box hedge, boxwood hedge; box topiary,
boxwood topiary; box ball, boxwood ball; rowan, mountain ash; horse chestnut, conker tree; silver birch, white birch; maidenhair tree,
ginkgo; monkey puzzle, araucaria; weeping willow, babylon willow; yew hedge, yew tree hedge; hawthorn, mayflower tree; snapdragon,
antirrhinum; foxglove, digitalis; marigold, calendula; forget-me-not, myosotis; busy lizzie, impatiens; geranium, pelargonium; nasturtium,
tropaeolum; columbine, aquilegia; bleeding heart, dicentra; lily of the valley, may bell; dandelion clock, dandelion puff; daffodil,
narcissus; primrose, primula; hollyhock, alcea; monkshood, aconite; love-in-a-mist, nigella; cornflower, bachelor's button; ox-eye daisy,
marguerite; pussy willow, goat willow; bulrush, cat tail; moth orchid, phalaenopsis; peace lily, spathiphyllum; snake plant,
mother-in-law's tongue, sansevieria; swiss cheese plant, monstera; spider plant, chlorophytum; prickly pear, opuntia; houseleek,
sempervivum; stonecrop, sedum; rubber plant, rubber fig; money plant, jade plant; umbrella plant, schefflera; air plant, tillandsia;
christmas cactus, schlumbergera; poinsettia, christmas star; fly agaric, fly amanita; scarlet elf cup, scarlet cup; penny bun, porcini,
cep; puffball, puff mushroom; chest of drawers, dresser; bedside table, nightstand, night table; chaise longue, chaise lounge; pouffe,
hassock; rocking chair, rocker chair; deck chair, beach chair; high chair, feeding chair; cot, crib; wastepaper basket, wastebasket; hob,
cooktop, stove top; kitchen worktop, counter top, worktop, work surface, kitchen counter; washing-up bowl, dishpan; tea towel, dish towel,
dishcloth, kitchen towel; draining board, drainboard; clothes peg, clothes pin; clothes horse, drying rack, clothes airer; washing line,
clothes line; washing machine, clothes washer; tumble dryer, clothes dryer, tumble drier; hoover, vacuum cleaner; ironing table,
ironing board, iron board; duvet, comforter; eiderdown, quilted cover; bedspread, coverlet, counterpane; pillow case, pillow slip;
hot-water bottle, bed warmer; curtain rail, curtain rod; net curtain, sheer curtain, lace curtain; roller blind, window shade;
venetian blind, slatted blind; skirting board, baseboard; mantelpiece, fireplace mantel, mantel, mantelshelf; hearth rug, fireside rug;
standard lamp, floor lamp, standing lamp; hurricane lamp, storm lantern; paraffin lamp, kerosene lamp, oil lamp, lamp with oil;
candelabra, branched candlestick, candelabrum; looking glass, mirror; pier glass, cheval glass; cruet, condiment set; gravy boat,
sauce boat; teaspoon, small spoon; corkscrew, wine opener; tin opener, can opener; rolling pin, dough roller; spatula, fish slice,
pancake turner; frying pan, skillet, fry pan; casserole dish, oven dish, casserole, baking dish; tureen, soup bowl with lid; vacuum flask,
thermos, thermos flask; hip flask, pocket flask; beer mug, beer stein, tankard, stein; wine bucket, wine cooler, ice bucket,
champagne bucket; pepper mill, pepper grinder; salt cellar, salt shaker, salt pot; tea caddy, tea canister; tea trolley, tea cart;
serviette, napkin; escalator, moving staircase, moving stairs; handrail, banister, stair rail; door knob, door handle; doorbell,
door buzzer; letter box, mail slot; pillar box, post box, mailbox; front garden, front yard; back garden, backyard; garden shed,
tool shed, potting shed; greenhouse, glasshouse, hothouse; conservatory, sunroom, winter garden; veranda, verandah, porch; picket fence,
paling fence; flagstone, paving stone; cobblestone, cobble; gutter, eaves trough; downpipe, downspout, drain pipe; chimney pot,
chimney cap; dormer window, dormer; bay window, oriel window; casement window, hinged window; clerestory, clearstory; weather vane,
wind vane, weathercock; bell tower, belfry, campanile, church tower; flying buttress, arc-boutant; crypt, undercroft; churchyard,
graveyard, cemetery, burial ground; grave stone, tombstone, headstone; lychgate, lichgate; cowshed, cow barn, byre; hen house,
chicken coop; dovecote, pigeon house, pigeon loft; stable, horse barn; shack, shanty; terraced house, row house, townhouse;
semi-detached house, duplex house; filling station, service station, petrol station, gas station; chemist's shop, drugstore, pharmacy,
chemist's; barber shop, barber's; launderette, laundromat, laundrette; greengrocer, greengrocery, fruit seller; bookshop, bookstore;
toy shop, toy store; market stall, market stand; cafe terrace, pavement cafe, sidewalk cafe; merry-go-round, carousel; ferris wheel,
big wheel, observation wheel; roller coaster, big dipper; helter-skelter, spiral slide; bumper car, dodgem; seesaw, teeter-totter;
roundabout, traffic circle, rotary; flyover, overpass; underpass, subway passage, subway tunnel; level crossing, railroad crossing,
grade crossing; railway station, train station, railroad station; railway track, train track, railroad track, railway line, railroad;
railway sleeper, railroad tie, sleepers; signal box, interlocking tower, signal tower; goods train, freight train; goods wagon,
freight car, boxcar; railway carriage, railroad car, passenger car, train carriage, train car; guard's van, caboose; tram, streetcar,
trolley car, tramcar; underground station, metro station, subway station; funicular, inclined railway, cliff railway, incline railway,
cable railway; cable car, aerial tramway, gondola lift; articulated lorry, semi-trailer truck, semi-trailer, semi truck, eighteen-wheeler,
tractor unit; fire engine, fire truck; dustcart, garbage truck, bin lorry, dustbin lorry, refuse truck; removal van, moving van;
camper van, motorhome, rv, recreational vehicle; caravan, camping trailer, travel trailer; estate car, station wagon; saloon car, sedan;
moped, motor scooter, motorised bicycle, vespa; quad bike, all-terrain vehicle, atv, off-road vehicle, four-wheeler; tricycle,
three-wheeler, trike; penny-farthing, high wheeler, ordinary bicycle; wing mirror, side mirror, door mirror; mudguard, fender,
splash guard; tail light, rear light, rear lamp, tail lamp; petrol cap, gas cap; gear stick, gear lever, gear shift, stick shift;
hand brake, parking brake, emergency brake; hub cap, wheel cover, wheel trim; spare tyre, spare wheel; rowing boat, row boat; narrowboat,
canal boat, barge; sailing boat, sail boat; coracle, skin boat; lifebuoy, life ring, life belt, ring buoy; life jacket, life vest,
buoyancy aid, flotation vest; airship, zeppelin, dirigible, blimp; hang glider, delta glider; seaplane, floatplane, flying boat;
propeller, airscrew; spanner, wrench; adjustable spanner, monkey wrench, adjustable wrench; screwdriver, turnscrew; hammer drill,
percussion drill; set square, drafting triangle, triangle ruler; spirit level, bubble level; tape measure, measuring tape; plumb line,
plumb bob, plummet; g-clamp, c-clamp; stanley knife, utility knife, box cutter; secateurs, pruning shears, pruners; lawn mower,
grass cutter, grass mower; wheelbarrow, garden barrow, barrow; watering can, sprinkling can, water can, watering pot; garden hose,
hosepipe, water hose; scythe, grass scythe; pitchfork, hay fork; sledge, sled, sleigh; toboggan, wooden sled; hand truck, sack truck;
step ladder, steps ladder, folding ladder; plug socket, power outlet, wall socket, wall plug, electric outlet; extension lead,
extension cord; sellotape, scotch tape, sticky tape, adhesive tape; drawing pin, thumbtack, push pin; rubber band, elastic band;
rubber eraser, pencil eraser; felt tip pen, felt tip, marker pen; ballpoint pen, biro, ball pen, ballpoint; fountain pen, ink pen;
propelling pencil, mechanical pencil; pencil case, pencil box; exercise book, composition book; ring binder, loose-leaf binder;
noticeboard, bulletin board; black board, chalkboard; microphone, mic, mike; mobile phone, cell phone, smartphone; telephone box,
phone booth, telephone booth, phone box, telephone kiosk; cash till, cash register, till; cash machine, cash dispenser, atm; carrier bag,
shopping bag, plastic bag, tote bag, cloth bag; holdall, duffel bag; satchel, school bag, book bag; nappy, diaper; teddy bear, teddy;
doll's house, dollhouse; jack-in-the-box, box puppet; hand puppet, glove puppet; marionette, string puppet; spinning top, whirligig,
whipping top; skipping rope, jump rope, jumping rope; draughts, checkers; noughts and crosses, tic-tac-toe; jigsaw, jigsaw puzzle, puzzle;
snakes and ladders, chutes and ladders; chess piece, chessman; shuttlecock, badminton birdie, birdie; ping pong, table tennis;
football boots, soccer cleats; football pitch, soccer field, football field, soccer pitch; ice rink, skating rink, ice-skating rink;
punching bag, punchbag, boxing bag; aerial hoop, lyra; aerial silks, aerial tissue; trapeze, flying trapeze; tightrope, high wire;
juggling club, juggling pin; ringmaster, circus master; double bass, contrabass, upright bass, string bass; squeeze box, accordion;
mouth organ, harmonica; jew's harp, mouth harp; tambourine, timbrel; bass drum, kick drum, big drum; french horn, orchestral horn;
penny whistle, tin whistle; barrel organ, street organ, hurdy-gurdy organ; wood cut, woodblock print; wood engraving,
wood-block engraving; screen print, silkscreen, serigraph; lino cut, lino print, linoleum print; crackle glaze, crazed glaze;
potter's wheel, throwing wheel; spinning wheel, treadle wheel; embroidery hoop, tambour frame; darning needle, yarn needle; cotton reel,
spool of thread, thread spool, reel of thread; sewing pattern, dress pattern; macrame, knotted cord; papier-mache, paper mache; mural,
wall painting; watercolour, aquarelle; charcoal drawing, charcoal sketch; pen and ink, ink drawing, pen drawing; bamboo sword, shinai;
crossbow, arbalest; catapult, slingshot; truncheon, nightstick; breastplate, chest plate, cuirass; chain mail, mail shirt, mail armour;
gauntlet, armored glove; scabbard, sword sheath, sheath; quiver, arrow case, arrow holder; tricorn, cocked hat; halo, nimbus;
unicorn horn, alicorn; wizard, sorcerer; mermaid, merwoman, sea maiden; will-o'-the-wisp, ghost light; jack-o'-lantern, carved pumpkin,
halloween pumpkin; brook, creek, rivulet, stream; dune, sand dune; shingle beach, pebble beach; seashore, seacoast, shoreline; cliff edge,
clifftop; glade, forest clearing; scree, talus; crevasse, glacier crack; hoar frost, rime; thundercloud, cumulonimbus; northern lights,
aurora borealis, aurora; shooting star, meteor, falling star; sundog, parhelion; tornado, twister; haystack, hayrick, haycock; scarecrow,
straw man, bird scarer; towpath, canal path; signpost, fingerpost, direction sign, guidepost; milestone, mile marker, distance marker;
grandmother, granny, grandma, gran; grandfather, grandpa, grandad, granddad; policeman, police officer, cop; fireman, fire fighter;
postman, mailman, mail carrier, letter carrier; dustman, garbage collector; milkman, milk deliverer; chimney sweep, chimney cleaner;
lumberjack, woodcutter, logger; cowboy, cowhand; fisherman, angler, fisher; gamekeeper, game warden; bellboy, bellhop; air hostess,
stewardess, flight attendant; blacksmith, smith; busker, street musician, street performer; bride's bouquet, bridal bouquet; car bonnet,
car hood; car boot, car trunk; lime tree, linden tree; betta, siamese fighting fish; orca, killer whale; apartment building,
block of flats, apartment block, flat block; mannequin, dress form, tailor's dummy; violin, fiddle; record player, turntable;
shattered glass, broken glass; fencing mask, fencing helmet; water butt, rain barrel; tin mug, tin cup; waxed jacket, wax jacket,
barbour jacket; checked shirt, checkered shirt; toe stop, toe brake; hurdy-gurdy, wheel fiddle; leather satchel, leather schoolbag
`;
