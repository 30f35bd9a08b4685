/**
 * Words that are near each other and may be two things, which are asked about only where one stands in most captions of a folder and the other
 * in one or two: there they are what the folder is of. One set between semicolons; singular.
 */
export const NEAR = `
mug, cup, beaker, tankard; goblet, chalice, wine glass; plate, dish, platter; bowl, dish bowl, basin; teapot, tea kettle; jug, pitcher,
ewer, carafe; pan, skillet, frying pan, saucepan; pot, cauldron, kettle; knife, blade, dagger; sword, blade, sabre, broadsword; slice,
wedge, piece; loaf, bread; cookie, cracker, biscuit; cake, gateau, torte; pie, tart; stew, soup, broth; sauce, gravy; whipped cream,
cream topping; noodle, pasta; fries, chips; pumpkin, squash, gourd; hoodie, hooded jacket, hooded sweatshirt; jacket, coat, blazer;
cardigan, sweater, jumper, pullover; dress, gown, frock; robe, gown, kimono; shirt, blouse, top; t-shirt, tee, top; trousers, pants,
slacks, jeans; shorts, breeches; skirt, kilt; apron, pinafore; cape, cloak, mantle; scarf, shawl, stole, wrap; hat, cap, bonnet; beanie,
cap; helmet, headgear, headpiece; crown, tiara, diadem, circlet; veil, shroud; hood, cowl; glove, gauntlet, mitten; boot, shoe, footwear;
sneaker, shoe; sandal, slipper, flip-flop; heel, pump shoe; belt, sash; necklace, pendant, chain, choker; earring, ear stud; bracelet,
bangle; bag, purse, handbag, satchel; backpack, bag, rucksack, satchel; suitcase, luggage, trunk; glasses, spectacles, eyewear; goggles,
glasses; mask, face covering; armor, plate mail, suit of armor; uniform, outfit, costume; headphones, headset; umbrella, parasol; flag,
banner, pennant; staff, rod, stick, cane; wand, rod, stick; spear, lance, pike, polearm; axe, hatchet; bow, longbow; gun, pistol, rifle,
weapon; shield, buckler; rope, cord; chain, fetter; lamp, lantern, light; torch, brand; candle, taper; sofa, couch, bench; armchair,
chair, easy chair; stool, chair; table, desk; bed, couch bed; cupboard, cabinet, wardrobe; chest, trunk, coffer; box, crate, case; basket,
hamper, crate; barrel, cask, drum; vase, urn, pot; rug, carpet, mat; curtain, drape, blind; pillow, cushion; blanket, quilt, throw; towel,
cloth; mirror, looking glass; clock, timepiece, watch; picture frame, frame; statue, sculpture, figurine; fence, railing; gate, door;
wall, fence; path, trail, track; bridge, footbridge, viaduct; house, home, cottage, building; hut, cabin, shack, shed; barn, shed, stable;
castle, fortress, palace; tower, turret, spire; church, chapel, cathedral; temple, shrine; lighthouse, beacon; windmill, mill; pier,
jetty, dock, wharf; harbor, port, marina; tent, marquee, pavilion; stall, booth, stand; car, vehicle, automobile, auto; truck, lorry, van;
bus, coach; van, minibus, camper; motorcycle, motorbike, scooter, moped; scooter, moped; bicycle, bike, cycle; train, locomotive, engine;
tram, trolley, streetcar; plane, aircraft, jet, airplane; helicopter, aircraft; boat, ship, vessel; ship, vessel, boat; canoe, kayak;
trawler, fishing boat; yacht, sailboat, sailing boat; carriage, coach, cart, wagon; tractor, machine; robot, android, mech, machine;
spaceship, rocket, spacecraft; cat, kitten, kitty, feline; dog, puppy, pup, hound, canine; horse, pony, stallion, mare; cow, bull, cattle,
ox; pig, hog, sow, swine; sheep, lamb, ram, ewe; goat, kid, billy goat; chicken, hen, rooster, cockerel, cock; duck, duckling, drake;
goose, gander; bird, fowl; parrot, macaw, parakeet; owl, owlet; crow, raven; pigeon, dove; eagle, hawk, falcon; seagull, gull; swan,
cygnet; rabbit, bunny, hare; mouse, rat; squirrel, chipmunk; hedgehog, porcupine; fox, vixen; wolf, hound; deer, stag, doe, fawn; bear,
cub; lion, lioness; tiger, tigress; monkey, ape; elephant, calf; seal, sea lion; dolphin, porpoise; whale, orca; turtle, tortoise; snake,
serpent, viper; lizard, gecko; frog, toad; fish, carp; crab, lobster; octopus, squid; bee, wasp, bumblebee; butterfly, moth; beetle, bug;
spider, tarantula; dragon, wyvern, drake; unicorn, horse; fairy, pixie, sprite; elf, faerie; wizard, mage, sorcerer, warlock; witch,
sorceress, enchantress; knight, warrior, paladin; soldier, warrior, trooper; samurai, warrior; ninja, assassin; pirate, buccaneer,
corsair; king, monarch, ruler; queen, monarch, empress; princess, maiden; ghost, spirit, phantom, specter; demon, devil, fiend; monster,
beast, creature; vampire, undead; skeleton, undead; antler, horn; snout, muzzle, nose; fur, coat, pelt; wool, fleece, coat; mane, hair;
feather, plumage; beak, bill; claw, talon; paw, foot; hoof, foot; tail fin, caudal fin, tail; spine, quill, spike; scale, plate; wing,
pinion; tusk, fang; whisker, feeler; shell, carapace; petal, flower petal; leaf, foliage; flower, blossom, bloom; rose, blossom; bush,
shrub, hedge; tree, sapling; forest, woods, woodland, grove; meadow, field, pasture; hill, mound, knoll; mountain, peak, summit; cliff,
bluff, rock face, crag; waterfall, cascade, falls; stream, brook, creek, rivulet; lake, pond, tarn; sea, ocean; beach, shore, strand;
cave, cavern, grotto; stone, rock, boulder, pebble; sand, gravel; fog, mist, haze; sunset, dusk, twilight; sunrise, dawn, daybreak; storm,
tempest; girl, young woman, lady; man, guy, gentleman; child, kid, toddler; baby, infant, newborn; beard, goatee, facial hair; mustache,
facial hair; braid, plait; ponytail, pigtail; bun, updo, chignon; fringe, bangs; curls, ringlets, waves; freckle, spot; scar, mark;
tattoo, ink; smile, grin, smirk; smiling, grinning, beaming; frown, scowl; crying, weeping, sobbing; laughing, chuckling; yelling,
shouting, screaming; sleeping, napping, dozing; running, sprinting, racing; jumping, leaping; walking, strolling; flying, soaring,
gliding; sitting, perching; lying, reclining; swimming, floating; plaid, tartan, checkered, checked; striped, stripy, stripes; spotted,
dotted, polka-dot; floral, flowery; patterned, printed; shiny, glossy; rusty, rusted, corroded; wooden, timber; metal, steel, iron; stone,
marble, granite; leather, hide; lace, crochet; velvet, velour; denim, jean; knitted, woolen, crocheted; side view, profile, from the side;
front view, from the front, head-on; close-up, macro, detail shot; full body, full-length, whole figure; wide shot, long shot; top view,
overhead shot, from above, bird's-eye view; low angle, from below, worm's-eye view; portrait, headshot, bust; simple background,
plain background, white background; blurry background, bokeh, out of focus background; dark background, black background; soft light,
soft lighting, diffused light; backlight, rim light; skyscraper, tall building, high-rise; raindrop, water drop, droplet; snowfall,
falling snow; dirt road, country road, dirt track; fire escape, metal stairs, metal staircase; hay bale, straw bale; goldfish, koi;
coral reef, coral; sunglasses, dark glasses, shades; seashell, shell, conch; beach towel, towel; straw hat, woven hat, sun hat; neon sign,
neon light; brick wall, wall of bricks; croissant, pastry; espresso cup, coffee cup, demitasse; ramen, noodle soup; fur collar, fur trim,
fur-trimmed collar; tattoo sleeve, tattooed arm; puddle, pool of water; chopstick, wooden stick; wooden spoon, spoon; vinyl record,
record, lp; picnic blanket, blanket, checkered cloth; side braid, braid; knee-high boot, tall boot, knee boot; short bob, bob cut, bob;
golden hour, sunset light, evening light; soft focus, out of focus; cherry tree, sakura tree, cherry blossom tree; barn, farm building;
stone lantern, lantern; blunt bangs, bangs, fringe
`;

/** Words for how a thing is that are near each other, as {@link NEAR}, before one and the same thing in a tag: "red scarf", "crimson scarf". */
export const NEAR_LOOKS = `
red, crimson, scarlet, maroon, burgundy, ruby; blue, azure, cobalt, navy, sapphire; light blue, sky blue, pale blue, baby blue; teal, turquoise, cyan, aqua;
purple, violet, lavender, lilac, mauve; pink, rose, magenta, fuchsia; green, emerald, olive, lime; yellow, golden, gold, mustard; orange, amber, copper;
brown, tan, beige, chestnut; grey, silver, ash; white, ivory, cream, off-white, pale; black, dark, ebony; round, circular; square, rectangular, boxy; big, large, huge, giant;
small, little, tiny, miniature; long, lengthy; short, cropped; thick, chunky, heavy; thin, slim, narrow; tall, high, towering; old, vintage, antique, aged;
modern, contemporary; rusty, rusted, corroded; torn, ripped, tattered, ragged; broken, cracked, damaged; dirty, grimy, muddy; shiny, glossy, polished;
fluffy, furry, fuzzy; striped, stripy, lined; plaid, tartan, checkered, checked; spotted, dotted, polka-dot; floral, flowery, flower; wooden, wood, timber;
metal, steel, iron; golden, gold, brass; silver, chrome; knit, knitted, woolen, wool, crocheted; denim, jean; pointed, pointy, sharp; curved, bent; straw, woven, wicker;
bright, vivid, glowing; dark, dim, gloomy; snowy, snow-covered; mossy, moss-covered; messy, untidy, tousled; wavy, curly; open, unbuttoned; leather, suede; lace, lacy, frilled
`;
