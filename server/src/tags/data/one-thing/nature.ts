/** Animals, plants, land and weather under two names. See {@link ONE_THING}. */
export const NATURE = `
rooster, cockerel; gosling, baby goose; cygnet, baby swan; puppy, pup, young dog; kitten, baby cat, young cat, kitty; tadpole, polliwog,
frog larva; bunny, rabbit; boar, wild pig; billy goat, he-goat, male goat; nanny goat, she-goat; tom cat, male cat; moggy, house cat,
domestic cat; tuxedo cat, black-and-white cat; sheep dog, herding dog, border collie; great dane, german mastiff; labrador, lab retriever,
labrador retriever, lab dog; golden retriever, golden labrador, retriever dog; saint bernard, st bernard; boxer dog, german boxer; yorkie,
yorkshire terrier; westie, west highland terrier; sled dog, sledge dog; guide dog, seeing-eye dog; sea eagle, white-tailed eagle;
golden eagle, mountain eagle; waterfowl, water bird; bird of prey, raptor; flock of birds, bird flock; flock of sheep, herd of sheep;
bird's nest, bird nest; birdhouse, nesting box, nest box, bird box; bird feeder, bird table; hippopotamus, hippo; rhinoceros, rhino;
chimpanzee, chimp; polar bear, ice bear, white bear; black panther, melanistic leopard, black leopard; cheetah, hunting leopard; roe deer,
roebuck; porcupine, quill pig; dormouse, hazel mouse; guinea pig, cavy; anteater, ant bear; pangolin, scaly anteater; sperm whale,
cachalot; manatee, sea cow; dolphin, bottlenose; clownfish, anemonefish; puffer fish, blowfish, puffer; manta ray, devil ray, manta;
great white, white shark; sea urchin, sea hedgehog; cockle, cockleshell; hermit crab, soldier crab; caterpillar, butterfly larva; cicada,
harvest fly; mosquito, midge; spider's web, spider web, cobweb; snail shell, shell of a snail; centipede, hundred-legger; grass snake,
ringed snake; rattlesnake, rattler; newt, eft; mushroom, toadstool, champignon; fir cone, pine cone; coconut palm, coconut tree;
christmas tree, xmas tree; cherry blossom, sakura; cherry blossoms, sakura blossoms; tree trunk, bole; tree bark, bark of a tree;
dead leaves, fallen leaves; autumn leaves, fall leaves; autumn foliage, fall foliage; autumn colours, fall colors; autumn, fall season;
undergrowth, underbrush; brambles, blackberry bushes; clover, shamrock; four-leaf clover, four-leaved clover; dandelion, blowball;
lavender field, field of lavender; corn field, maize field; wheat field, field of wheat; paddy field, rice paddy, rice field;
flower field, field of flowers; wreath of flowers, garland of flowers; lily pad, water lily leaf; topiary, clipped hedge; grazing land,
pastureland; allotment, vegetable garden, kitchen garden, vegetable patch, community garden; forest, woods, woodland; pine forest,
pine wood; bamboo grove, bamboo forest; lakeside, lake shore; hill side, hill slope; mountain top, mountain peak, summit; mountain range,
mountain chain; mountain side, mountain slope; sinkhole, swallow hole; pebbles, small stones; sandy beach, sand beach; islet,
small island; sandbank, sandbar; surf, breaking waves; tide pool, rock pool, tidal pool; sea bed, sea floor, ocean floor; sea foam,
sea spray; ice floe, drift ice; snow storm, blizzard; thunder storm, electrical storm; lightning bolt, bolt of lightning,
lightning strike, thunderbolt; rainstorm, downpour, rain shower; rain drop, drop of rain; dew drop, drop of dew; sandstorm, dust storm;
storm clouds, rain clouds; cloudless sky, clear sky; starry sky, star-filled sky, starlit sky; crescent moon, sickle moon; milky way,
galaxy band; sunbeam, sun ray, ray of sunlight, shaft of sunlight; god rays, crepuscular rays, light shafts; lava, molten rock; bonfire,
campfire; hay bale, bale of hay; straw bale, bale of straw; tree rings, growth rings; stalactite, dripstone
`;
