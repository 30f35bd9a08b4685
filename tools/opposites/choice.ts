/**
 * The pairs of opposites, by their names in WordNet, that a picture can show of one thing: nothing that says which of several is meant
 * (left, upper, first, front) or what nobody sees (legal, ambiguous). Behind "~" those of which the words that are like one side go against
 * the other side itself ("soggy" against "dry"), behind "*" those of which they also go against the words that are like the other
 * ("spotless" against "grimy"). Of the rest only the two themselves are opposites.
 */
const choice = `
adorned/unadorned, afloat/aground, afraid/unafraid~, alive/dead~, armed/unarmed, armored/unarmored~, arranged/disarranged, awake/asleep~,
attached/detached, attached/unattached, backed/backless, balanced/unbalanced, beautiful/ugly~, blemished/unblemished, bloody/bloodless, bony/boneless,
bound/unbound, bottomed/bottomless, bright/dull*, broken/unbroken~, burdened/unburdened, buttoned/unbuttoned*, calm/stormy~, cheerful/depressing~,
clean/dirty*, clear/opaque~, clothed/unclothed, coiled/uncoiled, colorful/colorless, colourful/colourless, combed/uncombed, concave/convex,
concealed/unconcealed, conscious/unconscious, contracted/expanded, cooked/raw~, covered/bare, crossed/uncrossed, crowded/uncrowded, crowned/uncrowned,
cultivated/uncultivated, curly/straight, cut/uncut, damaged/undamaged~, deep/shallow, dejected/elated, developed/undeveloped, dimmed/undimmed,
double-breasted/single-breasted, enclosed/unenclosed, even/uneven, eyed/eyeless, faced/faceless, fast/slow, fastened/unfastened~, fat/thin*,
feathered/unfeathered, fertile/sterile, filled/unfilled, finished/unfinished, flexible/inflexible, focused/unfocused, footed/footless, framed/unframed,
fresh/stale, frozen/unfrozen~, full/empty~, furnished/unfurnished, gathered/ungathered, glad/sad~, graceful/awkward, gradual/steep, hairless/hairy~,
happy/unhappy~, hard/soft, headed/headless, healthy/unhealthy, high/low, high-rise/low-rise, horizontal/inclined, horizontal/vertical,
horned/hornless~, hot/cold~, inhabited/uninhabited~, injured/uninjured~, ironed/unironed, joyful/sorrowful~, joyous/joyless, labeled/unlabeled,
laced/unlaced, large/small*, big/little, leafy/leafless~, legged/legless, legible/illegible, lidded/lidless~, light/dark, lighted/unlighted*,
lined/unlined, lively/dull, loaded/unloaded, long/short, loose/tight~, loud/soft, made/unmade, marked/unmarked, mature/immature, matched/mismatched,
metallic/nonmetallic, moonlit/moonless, moving/still, natural/artificial, occupied/unoccupied, old/new, old/young~, open/closed~, open/shut~,
orderly/disorderly, painted/unpainted, parallel/perpendicular, paved/unpaved, plain/fancy, plain/patterned, plowed/unplowed~, pointed/pointless,
polished/unpolished~, porous/nonporous, quiet/noisy, quiet/unquiet, raised/lowered, regular/irregular, rigid/nonrigid, rimmed/rimless, ripe/green~,
rising/falling, roofed/roofless, rounded/angular, saddled/unsaddled, seamed/seamless, shaven/unshaven*, sheared/unsheared, sheathed/unsheathed~,
shelled/unshelled, shod/unshod~, signed/unsigned, skinned/skinless, sleeved/sleeveless, smoky/smokeless, smooth/rough~, solid/hollow, solid/liquid,
stained/unstained, starry/starless, steady/unsteady, stemmed/stemless, straight/crooked, stuck/unstuck, symmetrical/asymmetrical, tall/short,
tame/wild~, tangled/untangled, tanned/untanned, thick/thin, tidy/untidy*, tied/untied, tongued/tongueless, toothed/toothless~, topped/topless,
trimmed/untrimmed, uniform/multiform, veiled/unveiled, visible/invisible, warm/cool~, waxing/waning, weedy/weedless, wet/dry~, whole/half,
wide/narrow~, winged/wingless~, wired/wireless, wooded/unwooded~, woven/unwoven, wrapped/unwrapped, wrinkled/unwrinkled*, written/unwritten,
sealed/unsealed, excited/unexcited, friendly/hostile, friendly/unfriendly, compact/loose, clement/inclement, outdoor/indoor, bellied/bellyless,
spinous/spineless, evergreen/deciduous, obstructed/unobstructed, shapely/unshapely
`;

const names = choice.trim().split(/,\s*/);
const plain = (name: string): string => name.replace(/[~*]$/, '');
const marked = (marks: string): ReadonlySet<string> =>
  new Set(names.flatMap((name) => (marks.includes(name.at(-1) ?? '') ? [plain(name)] : [])));

/** The pairs that count. */
export const SEEN: ReadonlySet<string> = new Set(names.map(plain));
/** Those of which words that are like one side count as well. */
export const ALIKE: ReadonlySet<string> = marked('~*');
/** Those of which the words that are like both sides go against each other. */
export const CLOSE: ReadonlySet<string> = marked('*');

/** Words that are like one side in a sense that captions seldom mean: colours, what cloth or food is like, figures of speech. */
export const OTHERWISE: ReadonlySet<string> = new Set(
  `silver silvery golden red crimson grey gray gone great far gay glazed glassy lifeless stripped blank untouched untasted stuffed riddled baked toasted burnt done parched steaming washed
sticky tacky reeking misty lined seamed ribbed textured corded crushed homespun twilled drawn blocked worn shrunken blinking winking staring compressed beady satiny silken silky iridescent flowing
hilly mountainous streamlined aerodynamic lank weedy withered deep-eyed hollow-eyed sunken-eyed pinched bony boned puffy epic heroic cosmic galactic cultivated unbroken live darkened golden laughing sunny golden
hairy plump roast rainy humid showery squally angry surging billowing billowy warming tropic fervent fervid unheated shivery unbolted sunburnt enlarged stout thirsty scorched thundery
windy breezy fouled unused lousy profane dusky spare great broad-brimmed panoramic sweeping tapered tapering slender sapphire knitted felted mailed scaled scaly wild overgrown woody flooded pink
little grown-up minor minute fine lowercase elfin shaved smoking smoky dormant hunted shocked departed viable doomed bloodless scenic grotesque orderly slouchy sprawling rambling straggling clean-cut trim neat neat fiery heated`.split(
    /\s+/,
  ),
);
/** How a word stands in a pair: the first side, then the second; each as one that has the opposite itself, and as one that is like it. */
export const axisSymbols = [
  ['+', '>'],
  ['-', '<'],
] as const;
