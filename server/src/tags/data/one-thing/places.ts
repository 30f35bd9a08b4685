/** Vehicles, streets, buildings and boats under two names. See {@link ONE_THING}. */
export const PLACES = `
lorry, truck; dump truck, tipper, dumper truck; tanker lorry, tank truck; tow truck, breakdown truck, recovery truck; delivery van,
panel van; tour bus, motor coach; bus stop, bus shelter; police car, squad car, patrol car, cop car; convertible, cabriolet, drop-top,
open-top car; racing car, race car; hatchback, hatch-back car; jeep, off-roader; vintage car, classic car, oldtimer; car, automobile,
motorcar; bulldozer, dozer; forklift, fork-lift truck; steamroller, road roller; motor bike, motorcycle; dirt bike, motocross bike;
auto rickshaw, tuk-tuk; horse-drawn carriage, horse carriage; covered wagon, prairie schooner; baby carriage, baby buggy, pram,
perambulator; stroller, buggy; shopping trolley, shopping cart, grocery cart; kick scooter, push scooter; e-scooter, electric scooter,
electric kick scooter; windscreen, windshield; windscreen wiper, windshield wiper; boot lid, trunk lid; number plate, licence plate,
registration plate; headlight, head lamp; brake light, stop light, traffic lights; fog lamp, fog light; dash board, instrument panel;
exhaust pipe, tail pipe; bumper, fender bar; radiator grille, front grille; alloy wheel, alloy rim; petrol pump, gas pump, fuel pump;
petrol can, gas can, jerry can; roof rack, roof carrier; seat belt, safety belt; number board, race number; bicycle bell, bike bell;
bicycle saddle, bike seat, bicycle seat; bicycle basket, bike basket; bicycle wheel, bike wheel; kickstand, side stand; car park,
parking lot; multi-storey car park, parking garage; motorway, freeway, highway, expressway; dual carriageway, divided highway; slip road,
ramp road; dirt road, dirt track, unpaved road; crossroads, intersection, road junction; zebra crossing, crosswalk, pedestrian crossing;
traffic light, traffic signal; traffic cone, road cone, pylon cone; road sign, traffic sign; road works, construction zone; speed bump,
sleeping policeman; manhole cover, drain cover; crash barrier, guard rail; kerb, kerbstone; pavement, sidewalk; foot bridge,
pedestrian bridge; bridge pier, bridge pillar; suspension bridge, hanging bridge; viaduct, railway bridge; subway, metro, tube train;
tram stop, streetcar stop; tramline, tram track, streetcar track; steam locomotive, steam engine, steam train; locomotive, railway engine;
railway platform, train platform; buffer stop, bumping post; railway tunnel, train tunnel; ticket office, booking office; engine driver,
train driver, railroad engineer; chair lift, ski lift; aeroplane, airplane; airliner, passenger plane; glider, sailplane; helicopter,
chopper; fighter jet, jet fighter, fighter plane; airport, aerodrome; control tower, air traffic tower; cockpit, flight deck;
landing gear, undercarriage; space ship, spacecraft, space vessel, starship; flying saucer, ufo; space station, orbital station;
satellite dish, dish antenna; aerial, antenna; sailing ship, tall ship; motor boat, powerboat; dinghy, small boat; rubber dinghy,
inflatable boat; kayak, kyak; trawler, fishing vessel; fishing boat, fishing smack; lifeboat, rescue boat; tugboat, tug; steamship,
steamboat, steamer; paddle steamer, paddle boat; cruise ship, cruise liner; container ship, box ship; aircraft carrier, flattop;
pirate ship, corsair ship; catamaran, twin-hulled boat; paddleboard, sup board; quay, wharf; slipway, boat ramp; ship yard, boatyard;
porthole, ship window; fishing net, fish net; lobster pot, lobster trap, crab pot, crab trap; oilskins, foul-weather gear; light house,
beacon tower, light tower; canal lock, lock chamber; water wheel, mill wheel; wind turbine, wind generator; skyscraper, high rise,
tower block; bungalow, one-storey house; mansion, manor house, stately home; country house, country estate; log cabin, wooden cabin,
blockhouse cabin; barn, hayshed; kennel, dog house; pigsty, pigpen; summerhouse, gazebo, garden pavilion; pergola, arbour; decking,
wooden deck; front door, entrance door, front entrance; doorway, door frame; doorstep, front step; window sill, window ledge; window pane,
pane of glass; stained glass, stained-glass window, leaded window, coloured glass, church window; skylight, roof light; french windows,
french doors; sash window, sliding window; roof tile, roofing tile; thatched roof, thatch, straw roof; tiled roof, roof of tiles;
flat roof, roof terrace; chimney, smokestack; spiral staircase, winding staircase, spiral stairs; staircase, stairway, stairs, steps;
ground floor, first storey; attic, loft, garret; sitting room, front room, living room; laundry room, utility room; brick wall,
wall of bricks; stone wall, wall of stones; concrete wall, cement wall; half-timbered house, timber framed house; chain-link fence,
wire mesh fence, wire fence; barbed wire, barbwire; garden gate, wicket gate; railings, iron fence; garden path, garden walk; flagstones,
paving stones, paving slabs, pavers; cobblestones, cobbles, cobbled street; drinking fountain, water tap fountain; paddling pool,
wading pool, kiddie pool; hot tub, jacuzzi, whirlpool; sandpit, sandbox; playground, play area; climbing frame, jungle gym; park bench,
garden bench; bandstand, music pavilion, outdoor stage; triumphal arch, arch of triumph; town hall, city hall; police station,
police precinct; fire station, firehouse; class room, schoolroom; shop window, storefront window, display window, store window;
shop front, storefront; department store, big store; corner shop, convenience store, konbini; shopping centre, mall, shopping mall;
market hall, covered market; butcher's shop, butchery; hairdresser's, hair salon, hairdressing salon; off-licence, liquor store;
tobacconist, tobacco shop; florist's, flower shop, florist; fish and chip shop, chippy; cafe, coffee shop, coffee house; diner,
roadside restaurant; movie theater, picture house; night club, disco; art gallery, picture gallery; fairground, funfair, amusement park;
dodgems, bumper cars; circus tent, big top; gymnasium, fitness studio, gym hall; bowling alley, bowling lane; golf course, golf links;
tennis court, tennis ground; racecourse, race track; church steeple, church spire; mausoleum, burial house; church organ, pipe organ;
battlements, crenellations; castle keep, donjon; city wall, town wall; power station, power plant; nuclear power station,
nuclear power plant; power line, overhead line, overhead wire, catenary; electricity pylon, transmission tower, power pylon;
telegraph pole, telephone pole, utility pole, electricity pole; lamp post, street lamp, street light, street lantern; water tower,
water tank tower; scaffolding, scaffold; building site, construction site; coal mine, colliery; mine shaft, pit shaft; office block,
office building; city centre, town centre; side street, back road, back street; cityscape, townscape; rubbish dump, garbage dump,
landfill; scrap yard, junkyard; news stand, newspaper kiosk, newspaper stand; billboard, hoarding, advertising board; neon sign,
neon lettering; shop sign, store sign; watch tower, lookout tower; campsite, camping ground, campground; bus station, bus terminal;
border crossing, checkpoint; jetty, pier, landing stage; hedge, hedgerow; shop, store; footpath, footway, walking path
`;
