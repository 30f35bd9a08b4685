/** A thing under two names or writings, and what kind of word it is: a thing, what a thing is like, or a tag by itself. */
export interface DriftRow {
  readonly usual: string;
  readonly other: string;
  readonly kind: 'thing' | 'like' | 'tag';
  /** Rules are mended by the first half; the second says how good they are. */
  readonly half: 1 | 2;
}

const things = `
jumper/sweater, turtleneck/polo neck, bandana/bandanna, dungarees/overalls, waistcoat/vest, pyjamas/pajamas, sneakers/trainers, braces/suspenders,
raincoat/mackintosh, headscarf/kerchief, plaits/braids, ponytail/pony tail, beanie/woolly hat, glasses/spectacles, necklace/neck chain, purse/handbag,
lorry/truck, windscreen/windshield, number plate/license plate, tram/streetcar, motorbike/motorcycle, caravan/travel trailer, tyre/tire, rowing boat/rowboat,
sailboat/sailing boat, hubcap/wheel trim, bicycle/pushbike, aeroplane/airplane, headlight/headlamp, petrol pump/gas pump, exhaust pipe/tailpipe,
sofa/couch, wardrobe/armoire, curtains/drapes, lampshade/lamp shade, fireplace/fire place, tap/faucet, rubbish bin/trash can, duvet/comforter,
frying pan/skillet, teapot/tea pot, chopping board/cutting board, cutlery/flatware, napkin/serviette, bowl of cereal/cereal bowl, biscuit/cookie,
aubergine/eggplant, prawn/shrimp, crisps/potato chips, chilli/chili pepper, doughnut/donut, ketchup/tomato sauce, spring onion/scallion, ice lolly/popsicle,
rooster/cockerel, rabbit/bunny, dragonfly/dragon fly, seagull/gull, mushroom/toadstool, pine cone/pinecone, sunflower/sun flower,
plush toy/stuffed toy, teddy bear/teddy, seesaw/teeter-totter, carousel/merry-go-round, jigsaw puzzle/jigsaw, football/soccer ball, fishing rod/fishing pole, skipping rope/jump rope,
spanner/wrench, torch/flashlight, paintbrush/paint brush, stepladder/step ladder, clothes peg/clothespin, hosepipe/garden hose, toolbox/tool box,
harmonica/mouth organ, drum kit/drum set, violin/fiddle, microphone/mic, record player/turntable,
lighthouse/light house, skyscraper/high-rise tower, pavement/sidewalk, lamp post/lamppost, graveyard/cemetery, pharmacy/chemist's shop, streetlight/street lamp,
quay/wharf, waterfall/cascade, brook/creek, cliff/rock face,
policeman/police officer, fireman/firefighter, fisherman/angler, cafe/café, theatre/theater, centre/center, harbour/harbor,
plough/plow, jewellery/jewelry, armour/armor, moustache/mustache, kerb/curb, catalogue/catalog, fibre mat/fiber mat, programme/program,
ladybird/ladybug, woodpile/wood pile, snowflake/snow flake, flowerpot/flower pot, wheelbarrow/wheel barrow, barbed wire/barbwire, birdcage/bird cage, doorbell/door bell`;
const likes = `
grey/gray, coloured/colored, panelled/paneled, wooden/timber, checked/checkered, moulded/molded, pressurised/pressurized, half-timbered/half timbered,
hand-painted/hand painted, two-tone/two tone, floral/flowery, striped/stripy, curly/curled,
varnished/lacquered, multicoloured/multi-colored, knitted/knit, polished/burnished, snow-covered/snowy, galvanised/galvanized,
olive-green/olive green, crocheted/crochet, ageing/aging, woollen/woolen, transparent/see-through, gold-plated/gold plated`;
const tags = `
from the front/front view, smiling/smile, line art/lineart, close-up/closeup, sitting/seated, side view/from the side, bird's-eye view/overhead view, worm's-eye view/from below,
at night/night, white background/plain white background, hands on hips/arms akimbo, looking at camera/facing the camera, full body/full-length, waist-up/half-length portrait, cross-legged/legs crossed, laughing/laughter,
blurred background/blurry background, low-angle shot/low angle, black and white/monochrome photo, oil painting/oil on canvas, in the rain/rainy, grinning/grin, standing on one leg/on one leg, three-quarter view/3/4 view,
holding a sword/holding sword, sitting on bench/sitting on a bench, back view/seen from behind, crossed arms/arms folded, two girls/2girls, indoors/interior, backlit/backlight, soft light/diffused light,
exposed gear/exposed gears, wooden handle/wooden handles, hat with feather/feathered hat, sleeves rolled up/rolled-up sleeves, blue and white stripes/white and blue stripes, leaning on wall/leaning against wall, arms raised/raised arms, golden hour/sunset glow`;

function rowsOf(text: string, kind: DriftRow['kind']): DriftRow[] {
  return text
    .trim()
    .split(/,\s+/)
    .map((row, at) => {
      // "3/4 view" is one name.
      const [usual, ...other] = row.split('/');
      return { usual: usual!, other: other.join('/'), kind, half: at % 2 === 0 ? 1 : 2 };
    });
}

/** Pairs of names and writings of one thing. */
export const driftRows = (): readonly DriftRow[] => [
  ...rowsOf(things, 'thing'),
  ...rowsOf(likes, 'like'),
  ...rowsOf(tags, 'tag'),
];

/** Different things that sound alike or lie near each other: no folder that has both is asked about them. */
export const lookAlikes = (): readonly (readonly [string, string])[] =>
  `hat/cap, boots/shoes, coat/jacket, frog/toad, dusk/sunset, mug/cup, castle/palace, lake/pond, boat/ship, van/truck, church/chapel, rope/string,
bracelet/bangle, skirt/kilt, sword/dagger, bee/wasp, crow/raven, hare/rabbit, horn/antler, bucket/basket, door/gate, river/stream, lantern/lamp, stool/chair,
path/road, spoon/ladle, tower/steeple, goose/duck, scarf/shawl, mat/rug, red wall/red well, sail/snail, glass/grass, bowl/owl, clock/cloak,
side street/street side, flower bed/bed of flowers, rose garden/garden rose, chicken coop/cope, hand rail/hand nail, bonnet/car bonnet, green house/greenhouse, black bird/blackbird, night gown/night town, window box/box window,
paper boat/boat paper, oil lamp/lamp oil, tree house/house tree, snowman/snow woman, wood stove/stove wood, fishing boat/fishing goat, white horse/white house, short hair/shirt hair`
    .split(/,\s+/)
    .map((row) => row.split('/') as [string, string]);
