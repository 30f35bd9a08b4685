/** Further places, rooms and grounds, as people who are no taggers name them. */
export const PLACES = `
showroom, workshop, new york, los angeles, san francisco, san diego, hong kong, las vegas, new orleans, rio de janeiro, buenos aires,
mexico city, cape town, kuala lumpur, tel aviv, abu dhabi, saint petersburg, atelier, boutique, courthouse, town hall, city hall, gas station, petrol station, fire station, police station,
bus station, station, race track, raceway, speedway, driveway, patio, attic, basement, cellar, lobby, foyer, corridor, lounge, nursery,
pantry, quay, marina, jetty, boardwalk, promenade, cove, lagoon, fjord, glacier, dunes, sand dunes, oasis, prairie, steppe, tundra,
marsh, swamp, moor, vineyard, orchard, plantation, ranch, stable, paddock, farmyard, farmland, countryside, hillside, mountainside,
roadside, lakeside, quarry, sawmill, windmill, foundry, refinery, shipyard, dockyard, depot, airfield, runway, tarmac, cabin, cottage,
chalet, bungalow, villa, penthouse, loft, skatepark, skate park, ski slope, rink, ice rink, velodrome, gymnasium, dojo, pub, brewery,
winery, bistro, canteen, cafeteria, food court, barbershop, pharmacy, clinic, cemetery, chapel, monastery, abbey, mosque, synagogue,
cloister, crypt, catacombs, ballroom, boardroom, storeroom, auditorium, amphitheater, concert hall, gallery, art gallery, planetarium,
aquarium, observatory, town square, village square, bazaar, marketplace, farmers market, high street, boulevard, avenue, alleyway,
intersection, junction, roundabout, underpass, viaduct, campsite, campground, rainforest, woodland, clearing, glade, grove, gorge,
ravine, cavern, grotto, hot spring, crater, plateau, badlands, wasteland, wilderness, trail, hiking trail, footpath, forest path,
seashore, shoreline, coastline, coast, harbour, cliffside, seabed, outer space, deck, balustrade, stairway, staircase, escalator,
parking space, car park, parking deck, race circuit, pit lane, drag strip, golf course, football field, soccer field, football pitch,
baseball field, basement garage, tool shed, shed, greenhouse interior, warehouse floor, assembly line, server room, catwalk, runway show,
backstage, dressing table, kitchen counter, countertop, worktop, marble surface, wooden surface, concrete surface, wooden table,
marble table, glass table, stone surface, slate, tabletop, shelf, windowsill shelf, workbench, mantelpiece, nightstand, bathtub,
picnic blanket, lawn, pasture, cornfield, rice field, lavender field, snowfield, frozen lake, mountain lake, mountain pass, mountain road,
country road, gravel road, forest road, desert road, coastal road, city park, national park, botanical garden, rooftop garden
`;

/** Words that name a place only where nothing stands before them: a chocolate bar, negative space, a pocket square, rock. */
export const PLACES_ALONE = `
bar, space, square, rock, rocks, stage, studio, store, waves, sand, mud, dirt, moss, planet, galaxy, comet, fence, gate, hedge, bush,
foliage, vegetation, tiles, carpet, door, window, wall, train, market, closet, dome, tower, island, path, field, stream, desk, table,
bed, couch, sofa, deck, shelf, station, trail, slate, loft, lounge, shed, rural, urban, industrial, tropical, inside, outside, scenery,
nature, constellation, fireflies, curtains, grass, water, torii, tatami, pagoda, fusuma, shouji, stairs, arena, mural, overgrown
`;
