import { once } from '../../ground/once.ts';
import type { Axis } from './axis.ts';
import type { ExclusiveGroup } from './exclusive.ts';
import { STATES } from './prose-states.ts';

/** A piece of a list, whole: a tag. */
const tag = (words: string): string => `(?<=^|, |\\. |: )(?:${words})(?=,|\\.|$)`;
const said = (...patterns: string[]): RegExp => new RegExp(patterns.join('|'), 'gi');
const taken = '(?:taken|shot|seen|viewed|photographed|pictured|filmed|captured|view)';
const photo = '(?:photo|photograph|picture|image|drawing|illustration|painting|portrait|shot|view)';
const camera = '(?:(?:the )?(?:viewer|camera)|us)';
const room =
  '(?:living room|bedroom|bathroom|kitchen|office|classroom|hallway|corridor|dining room|basement|attic|elevator|gymnasium|studio)';
const open =
  '(?:beach|meadow|field|lawn|hillside|forest|woods|street|sidewalk|pavement|riverbank|desert|mountain ?top|park|shore)';
const place =
  '(?:street|beach|square|station|platform|road|park|room|hall|restaurant|bar|stadium|market|plaza|alley|classroom|pavement|corridor)';

const who = '(?:man|woman|boy|girl|person|lady|gentleman)';
/** What a body is of two, and the group of the two. */
const bodies: readonly (readonly [one: string, other: string, group: ExclusiveGroup])[] = [
  ['tall', 'short', 'body'],
  ['thin|slim|slender|skinny', 'stocky|stout|fat|overweight|plump|chubby|heavyset', 'body'],
  ['young|youthful', 'old|elderly|aged', 'age'],
];

export const AXES = once((): readonly Axis[] => [
  ...STATES(),
  {
    group: 'pose',
    of: 'doer',
    values: {
      standing: /\b(?:stands|standing)\b(?! (?:out|for|still|on (?:his|her|its) (?:head|hands)|ovation))/gi,
      sitting: /\b(?:sits|sitting|seated)\b(?! up\b)/gi,
      lying:
        /(?<!\b(?:coat|hair|fur|mane|fleece|beard|dress|skirt|train|scarf|cape|veil|snow|fog|mist|dust|shadow|light)s? )\b(?:lies|lying)\b(?= (?:down|on|in|under|across|flat|face|curled|at|beside|there|against)\b|,|\.|$)/gi,
      kneeling: /\b(?:kneels|kneeling)\b/gi,
      walking: /\b(?:walks|walking|strolls|strolling)\b/gi,
      running: /\b(?:runs|running|gallops|galloping|sprints|sprinting)\b/gi,
      still: /\b(?:stands|standing) (?:completely |perfectly )?still\b/gi,
    },
    apart: [
      'standing sitting',
      'standing lying',
      'standing kneeling',
      'sitting lying',
      'sitting walking',
      'sitting running',
      'lying walking',
      'lying running',
      'lying kneeling',
      'kneeling walking',
      'kneeling running',
      'still walking',
      'still running',
      'still sitting',
      'still lying',
    ],
    unless:
      /\b(?:then|after|before|about to|ready to|from (?:sitting|lying|standing)|getting up|gets up|wheelchair|crutch\w*)\b/i,
  },
  {
    group: 'place',
    values: {
      indoors: said(
        '\\bindoors\\b|\\bindoor (?:scene|setting|shot|photo|lighting|space|environment)\\b',
        tag('indoors?|interior'),
      ),
      outdoors: said('\\boutdoors\\b|\\boutdoor (?:scene|setting|shot|photo)\\b', tag('outdoors?')),
      room: said(`\\b(?:in|inside|into) (?:an?|the|his|her|their) (?:[a-z]+ ){0,2}${room}\\b`),
      open: said(`\\b(?:on|in|across|along) (?:an?|the) (?:[a-z]+ ){0,2}${open}\\b`),
    },
    apart: ['indoors outdoors', 'outdoors room', 'indoors open'],
    // From where a picture is taken says nothing of another place, nor that a scene is set somewhere.
    unless:
      /\b(?:windows?|doors?|doorway|balcony|terrace|veranda|porch|(?<!\b(?:side|front|rear|back) )views?|visible|seen(?! (?:from )?(?:the |a )?(?:sides?|behind|above|below|front|back|head|far|afar|distance|low|high)\b)|background|(?<!\bfrom )behind|through|overlook\w*|lead\w*|mural|wallpaper|poster|winter garden|greenhouse|courtyard|fake|backdrop|from(?! (?:the |a )?(?:sides?|behind|above|below|front|back|head|far|afar|distance|low|high)\b)|(?<!\b(?:is|are|was|were|scene) )set|stage)\b/i,
  },
  {
    group: 'time',
    values: {
      morning: said(
        '\\b(?:at (?:dawn|sunrise)|(?:early )?morning (?:light|sun|sunlight)|in the (?:early )?morning)\\b',
        tag('sunrise|dawn|morning'),
      ),
      day: said(
        '\\b(?:in (?:broad |full )?daylight|(?:broad|bright|full|harsh) daylight|during (?:the )?day(?:[- ]?time)?|(?:bright |hot )?sunny (?:day|afternoon|morning)|(?:bright|harsh|blazing|brilliant|direct) (?:sunshine|sunlight)|in the sunshine)\\b',
        "\\b(?:it is|it's) (?:a (?:bright |sunny )?)?day(?:[- ]?time)?(?= and\\b|[,.;]|$)",
        tag('day|daylight|daytime|sunny'),
      ),
      noon: said(
        '\\b(?:at (?:noon|midday)|(?:harsh |bright )?(?:midday|noon|noonday) (?:sun(?:light)?|light|heat)|in the middle of the day)\\b',
        tag('noon|midday'),
      ),
      afternoon: said(
        '\\b(?:(?:late )?afternoon (?:light|sun|sunlight)|in the (?:late )?afternoon|sunny afternoon)\\b',
        tag('afternoon'),
      ),
      evening: said(
        '\\b(?:at (?:sunset|dusk|nightfall)|(?:late )?evening (?:light|sun|sunlight|glow)|in the (?:late )?evening)\\b',
        '\\b(?:glow|light|rays|embers|colou?rs) of (?:the )?(?:[a-z]+ )?(?:sunset|dusk|setting sun)\\b',
        tag('sunset|dusk'),
      ),
      night: said(
        '\\b(?:(?:late )?at night(?:[- ]?time)?|during (?:the )?night(?:[- ]?time)?|(?:in )?the (?:middle|dead) of (?:the )?night|by night|at midnight|night (?:scene|view|shot)|night[- ]?time scene|moonlit|in the moonlight|(?:dark |starry |clear )?night sky|starry sky|sky full of stars|under (?:the|a sky of) stars)\\b',
        "\\b(?:it is|it's) (?:a (?:dark |moonlit |clear )?)?night(?:[- ]?time)?(?= and\\b|[,.;]|$)",
        tag('night|midnight|night ?time|at night'),
      ),
    },
    apart: [
      'morning noon',
      'morning afternoon',
      'morning evening',
      'morning night',
      'day night',
      'noon evening',
      'noon night',
      'afternoon night',
    ],
    unless:
      /\b(?:before|until|since|after|from (?:[a-z]+ ){1,4}to|as if|looks? like|seems?|calendar|clock|named?|called|sign|gradually|turns?|(?<!\b(?:sunset|dusk|sunrise|dawn|sun) )fades?)\b/i,
  },
  {
    group: 'season',
    values: {
      spring: said(
        '\\b(?:in|during) (?:the )?(?:middle of |late |early )?spring(?= (?:day|afternoon|morning|time)\\b|[,.;]|$)|\\bspring (?:flowers?|blooms?|foliage|day|afternoon|morning|evening|meadow|landscape|garden|forest|scene|sun|sunlight|blossoms?)\\b|\\bspringtime\\b',
        tag('spring \\(season\\)'),
      ),
      summer: said(
        '\\b(?:mid)?summer (?:flowers?|foliage|day|afternoon|morning|evening|night|meadow|landscape|garden|forest|scene|heat|sun|sunlight)\\b|\\b(?:july|august) (?:heat|sun|day|afternoon)\\b|\\bin (?:the )?(?:mid)?summer\\b|\\b(?:hot|sweltering|scorching) (?:day|afternoon|july|august)\\b|\\bheat ?wave\\b',
        tag('summer'),
      ),
      autumn: said(
        '\\bautumn(?:al)? (?:leaves|foliage|colou?rs|day|afternoon|morning|evening|forest|landscape|park|garden|trees|scene|sun|sunlight)\\b|\\b(?:in|during) (?:the )?(?:late |early )?autumn\\b',
        tag('autumn'),
      ),
      winter: said(
        '\\b(?:snowy|snow-covered|snowbound) (?:street|road|path|park|field|forest|landscape|day|evening|garden|village|square)\\b|\\bwinter (?:day|afternoon|morning|evening|night|landscape|forest|scene|street|sun|sunlight|light)\\b|\\b(?:in|during) (?:the )?(?:middle of |late |early |mid)?winter\\b|\\b(?:covered|blanketed|buried) (?:in|with|by|under) (?:[a-z]+ ){0,3}snow\\b|\\b(?:heavy|deep|thick|falling) snow(?:fall)?\\b|\\b(?:snowstorm|blizzard)\\b|\\bover (?:the )?snow\\b',
        tag('winter'),
      ),
    },
    unless:
      /\b(?:mountains?|peaks?|summits?|alps|alpine|glaciers?|ridges?|volcano|hills?|snow(?:-| )?(?:globe|machine|cone|leopard)|fake|artificial|seasons?|transition\w*|dream\w*|in the distance|calendar|memor\w+|former|last|palace|pavilion|sale|collection)\b/i,
  },
  {
    group: 'weather',
    values: {
      clear: said(
        '\\b(?:cloudless|clear blue|completely clear|clear)(?: [a-z]+)? sky\\b|\\bsky (?:is|was) (?:completely |perfectly )?(?:clear|cloudless)\\b',
        tag('cloudless sky|clear sky'),
      ),
      blue: said('\\b(?:bright |deep )?blue sky\\b|\\bsky (?:is|was) (?:bright |deep )?blue\\b'),
      sunny: said(
        '\\b(?:bright )?sunny (?:day|afternoon|morning|weather|beach|street|square|garden|terrace|park|meadow|field)\\b',
        tag('sunny'),
      ),
      rain: said(
        '\\brain (?:is )?(?:pouring|pours|falling|falls|coming)\\b|\\b(?:heavy|pouring|driving|torrential) rain\\b|\\bit (?:is raining|rains)\\b|\\bin the rain\\b|\\brainy (?:day|afternoon|morning|weather)\\b',
        tag('(?:heavy |pouring |light )?rain|raining|rainy'),
      ),
      overcast: said(
        '\\b(?:overcast|cloudy|stormy|heavily clouded|completely clouded) sky\\b|\\bsky (?:is|was) (?:completely |heavily |mostly )?(?:overcast|cloudy|stormy|covered)\\b|\\b(?:overcast|stormy) (?:day|afternoon|morning|weather)\\b',
        '\\bclouds cover (?:all of )?the (?:whole |entire )?sky\\b',
        tag('overcast|stormy'),
      ),
      clouds: said(
        '\\b(?:storm|dark|heavy|thick|grey|gray) (?:storm |rain |grey |gray )?clouds\\b|\\bclouds (?:cover|fill|hide|obscure)\\b',
      ),
    },
    apart: ['clear rain', 'clear overcast', 'clear clouds', 'blue overcast', 'sunny rain', 'sunny overcast'],
    unless:
      /\b(?:horizon|distance|distant|approach\w*|gather\w*|parts?|breaks?|breaking|stopped|cleared|clearing|after the rain|sunshower|rainbow|reflect\w*)\b/i,
  },
  {
    group: 'framing',
    values: {
      close: said(
        `\\b(?:an?|extreme|tight|this|the) close[- ]?up\\b(?! (?:of|on) (?:his|her|its|the|an?) (?:[a-z]+ ){0,2}(?:hands?|feet|face|eyes?|detail))|\\bclose[- ]?up ${photo}\\b`,
        tag('close-?up'),
      ),
      upper: said(
        `\\b(?:head[- ]and[- ]shoulders|waist[- ]up|chest[- ]up|upper[- ]body|bust) ${photo}\\b|\\bfrom the (?:waist|chest|shoulders) up\\b|\\bhead ?shot\\b`,
        tag('upper body|portrait'),
      ),
      full: said(
        `\\bfull[- ](?:body|length) ${photo}\\b|\\bfrom head to (?:toe|foot)\\b|\\bin full (?:body|length|figure)\\b`,
        tag('full body|full[- ]length'),
      ),
      wide: said('\\b(?:extreme )?(?:wide|long)[- ]shot\\b', tag('wide shot')),
    },
    apart: ['close full', 'close wide', 'upper full', 'upper wide'],
    unless:
      /\b(?:dressed|covered|clad|clothed|painted|wet|soaked) from head\b|\b(?:mirror|inset|full[- ]length mirror)\b/i,
  },
  {
    group: 'angle',
    values: {
      above: said(
        `\\b${taken} from (?:directly |high |slightly )?(?:above|overhead)\\b|\\b(?:aerial|bird['’]?s[- ]eye|top[- ]down|overhead) (?:view|perspective|shot|${photo})\\b|\\bhigh[- ]angle\\b`,
        tag('from above'),
      ),
      below: said(
        `\\b${taken} from (?:directly |far |slightly )?below\\b|\\b(?:worm|frog)['’]?s[- ]eye (?:view|perspective)\\b|\\blow[- ]angle\\b|\\bcamera (?:looks|points|tilts) up\\b`,
        tag('from below'),
      ),
    },
  },
  {
    group: 'gaze',
    of: 'one',
    values: {
      back: said(
        `\\b${taken} from (?:directly )?behind\\b|\\b(?:back|rear) view\\b|\\b(?:back|backs) (?:is |are )?(?:turned )?(?:to|towards?) ${camera}\\b|\\bfac(?:es|ing) away\\b|\\b(?:walks|walking|runs|running|rides|riding|drives|driving|moves|moving) (?:straight )?away from ${camera}\\b`,
        tag('from behind|facing away|back view'),
      ),
      front: said(
        `\\b(?:fac(?:es|ing)|look(?:s|ing)|gaz(?:es|ing)|star(?:es|ing)|smil(?:es|ing)) (?:directly |straight )?(?:at |into |towards? )?${camera}\\b|\\blook(?:s|ing) us (?:straight |directly )?in the (?:eyes?|face)\\b|\\bfrom the front\\b|\\bfront[- ]?(?:facing|view)\\b|\\b(?:walks|walking|runs|running|rides|riding|comes|coming|strides|striding) (?:straight |directly )?(?:toward|towards|at) ${camera}\\b`,
        tag('facing viewer|from front|straight-on'),
      ),
    },
    unless:
      /\b(?:over (?:his|her|its|their|the|one) shoulders?|look(?:s|ing) back|turn(?:s|ed|ing)? (?:around|back|his|her|its)|mirror|reflection|on the (?:left|right)|views?,? and)\b/i,
  },
  {
    group: 'eyes',
    of: 'one',
    values: {
      closed: said(
        '\\b(?<!half[- ])(?:(?:tightly |gently )?closed (?:eyes|eyelids)|eyes (?:are )?(?:tightly |gently |fully )?(?:closed|shut))\\b',
        '\\b(?:fast asleep|is asleep|sleeps|is sleeping|sleeping (?:on|in|under|peacefully))\\b',
        tag('closed eyes|sleeping|asleep'),
      ),
      open: said(
        '\\beyes (?:are )?(?:wide[- ]|wide )?open\\b|\\bwide[- ]?(?:open )?eyed?s?\\b(?= |,|\\.|$)|\\bwith (?:wide )?open eyes\\b|\\bwide awake\\b',
        `\\b(?:looks?|looking|gazing|staring|stares) (?:directly |straight )?(?:at|into) ${camera}\\b`,
        tag('open eyes|wide-eyed'),
      ),
    },
    unless: /\b(?:one eye|half[- ](?:closed|open)|legs|under|sleepy)\b(?<!under)|\b(?:wink\w*|other eye)\b/i,
  },
  {
    group: 'mouth',
    of: 'one',
    values: {
      smile: said(
        '\\b(?:smil(?:es|ing)|grin(?:s|ning)|laugh(?:s|ing))\\b(?! (?:face|sun|clown))|\\ban? (?:[a-z-]+,? ){0,2}(?:smile|grin)\\b',
        tag('smile|grin|laughing|happy'),
      ),
      frown: said(
        '\\bfrown(?:s|ing)?\\b|\\bscowl(?:s|ing)?\\b|\\b(?:sad|angry|stern|serious|grim|neutral|blank) (?:expression|face)\\b',
        '\\b(?:cries|crying|weeps|weeping|sobbing)\\b',
        tag('frown|frowning|expressionless|angry|sad|scowl'),
      ),
    },
    unless:
      /\b(?:painted|tears of|happy tears|through (?:her|his|the) tears|mask|though|although|yet|but|despite|hint|slightest|trace|almost|nearly|printed|logo|clown|drawing|emoji)\b/i,
  },
  {
    group: 'mouth',
    of: 'one',
    values: {
      open: said(
        '\\b(?:his|her|its) (?:wide[- ])?open mouth\\b|\\bmouth (?:is )?(?:wide |slightly )?open\\b|\\bwith (?:an )?open mouth\\b',
        tag('open mouth|mouth open'),
      ),
      closed: said(
        '\\bmouth (?:is )?(?:tightly |firmly )?(?:closed|shut)\\b|\\bclosed (?:mouth|lips)\\b|\\blips (?:are )?(?:tightly )?(?:closed|sealed|shut)\\b|\\blips (?:are )?pressed together\\b',
        tag('closed mouth|mouth closed'),
      ),
    },
  },
  {
    group: 'colour mode',
    values: {
      grey: said(
        '\\b(?:black[- ]and[- ]white|monochrome|gr[ae]yscale|b&w) (?:[a-z]+ ){0,2}?(?:photo|photograph|picture|image|drawing|portrait|film still|shot|sketch|illustration|engraving|print)\\b(?<=^(?:(?!\\b(?:holding|holds|with|beside|wall|hangs?|looking)\\b)[^.]){0,80})',
        '\\b(?:the|this) (?:photo|photograph|picture|image|drawing) is (?:in )?(?:black[- ]and[- ]white|monochrome|gr[ae]yscale)\\b',
        `\\b(?:in|shot in) black[- ]and[- ]white(?= ?(?:,|\\.|$))`,
        tag('gr[ae]yscale|monochrome|black[- ]and[- ]white|b&w'),
      ),
      colour: said(
        '\\b(?:bright|vivid|vibrant|deep|brilliant|rich|glowing) (?:red|yellow|green|blue|orange|pink|purple|turquoise|violet)\\b',
        '\\b(?:his|her|its|the) [a-z]+ (?:is |are |in )?(?:red|yellow|green|blue|orange|pink|purple|turquoise|violet)(?= and (?:the|his|her|its) [a-z]+ (?:red|yellow|green|blue|orange|pink|purple|turquoise|violet)\\b)',
        `\\b(?:vibrant|vivid|bright|saturated|rich|bold|full) colou?rs?\\b|\\b(?:vivid|bright) (?:reds|greens|blues|yellows|oranges|pinks)\\b|\\bcolou?rful\\b|\\bcolou?r(?:ful|ed)? ${photo}\\b|\\bin colou?r(?=,|\\.|$)`,
        tag('colou?rful|in full colou?r|vibrant colou?rs'),
      ),
    },
    unless:
      /\b(?:spot|selective|splash|except|accents?|only|pop of|hand[- ]?colou?red|tinted|colou?ri[sz]ed|partially|cover|frame)\b/i,
  },
  {
    group: 'hair style',
    of: 'one',
    values: {
      tied: said(
        '\\bhair (?:is )?(?:pinned|piled|swept|tied|put|gathered|done|pulled) (?:up|back)\\b|\\bhair (?:is |tied |pulled |gathered |put |styled )*(?:up |back )?(?:in|into) (?:an? |two )?(?:[a-z-]+ ){0,2}(?:ponytail|pigtails|braids?|buns?|updo)\\b',
        tag('ponytail|twin braids|hair bun|updo'),
      ),
      loose: said(
        '\\bhair (?:is |hangs |falls |flows |worn )(?:down |all |completely )*(?:loose(?:ly)?|unbraided|untied|unbound)\\b|\\bloose hair\\b|\\bhair (?:falls|hangs|flows|spills|cascades|tumbles) (?:down |loose(?:ly)? |freely )*(?:over|around|about|past|to) (?:her|his) (?:shoulders|back|waist|face)\\b',
        tag('hair down'),
      ),
    },
    unless: /\b(?:half|some|few|strands?|wisps?|curls|rest|bangs|fringe)\b/i,
  },
  {
    group: 'state',
    values: {
      empty: said(
        `\\b(?:empty|deserted) ${place}\\b|\\b${place} (?:is|lies|was) (?:completely |totally |entirely )?(?:empty|deserted)\\b`,
        tag(`(?:empty|deserted) ${place}`),
      ),
      crowded: said(
        '\\ba (?:large |big |dense |huge )?crowd of (?:people|tourists|shoppers|visitors|commuters|pedestrians)\\b|\\b(?:full of|packed with|crowded with|filled with) (?:people|tourists|shoppers|visitors|commuters)\\b',
        tag('crowd|crowded'),
      ),
    },
    unless:
      /\b(?:nearly|almost|far|distance|distant|visible|except|once|usually|otherwise|outside|poster|painting|screen|soon|will|beside|foreground)\b/i,
  },
  {
    group: 'count',
    values: {
      alone: said(
        '\\b(?:is|sits|stands|walks|sitting|standing|walking|all|plays|reads|eats|works|travels|playing|waits|dances|dancing|sings) (?:all |completely )?alone\\b|(?<=^|, |\\. )alone (?:on|in|at) (?:the |an? |his |her )?[a-z]+|\\ban? (?:(?:lone|solitary) [a-z]+|single (?:woman|man|girl|boy|person|figure))\\b|\\b(?:all|sits|stands|walks|is|sitting|standing) by (?:himself|herself)\\b',
        tag('solo|alone'),
      ),
      company: said(
        '\\bwith (?:his|her) (?:two |three |four |best |close |little |older |younger )*(?:friends?|sisters?|brothers?|family|children|wife|husband|mother|father|son|daughter)\\b',
        '\\b(?:woman|man|girl|boy) and (?:his|her|an?|another) (?:[a-z]+ ){0,2}(?:woman|man|girl|boy|sisters?|brothers?|friends?|mother|father)\\b',
        '\\b(?:two|three|four|five|several) (?:[a-z]+ )?(?:women|men|girls|boys|people|children|friends)\\b',
        '\\b(?:the|his|her) (?:whole |entire )?(?:crew|friends|family|comrades|others|guests|team) (?:gathers?|stands?|sits?|crowds?|dances?) (?:around|about|with|beside|behind) (?:him|her)\\b',
        '\\b(?:two|three|four|several|his|her|some) (?:[a-z]+ )?(?:friends|men|women|boys|girls|others) (?:dance|sit|stand|play|walk|sing|work|run|swim|wait) (?:with|beside|around|next to) (?:him|her)\\b',
        '\\b(?:his|her) (?:apprentice|assistant|colleague|companion|servant|maid|neighbou?r|partner|wife|husband|daughter|son|child|mother|father|sister|brother|friend) (?:hands|gives|passes|shows|helps|brings) (?:him|her)\\b',
        '\\b(?:his|her) (?:two |three |four )?(?:sisters|brothers|friends|sister|brother|friend) (?:helps?|sits?|stands?|plays?|walks?|watch(?:es)?|joins?) (?:him|her|with|beside|next)\\b',
        tag('[2-6]\\+?(?:girls|boys)|multiple (?:girls|boys)'),
      ),
    },
    unless:
      /\b(?:posters?|photos? of|paintings?|mirror|reflections?|screen|background|distance|passers|crowd|watch(?:es|ing)? from|statues?|behind|leave\w*|left|thinks?|dream\w*|almost|once|table for)\b/i,
  },
  {
    group: 'state',
    of: 'one',
    values: {
      empty: said(
        '\\bhands (?:are |both )*empty\\b|\\bempty[- ]hand(?:s|ed)\\b|\\bholds? nothing\\b',
        tag('empty hands'),
      ),
      holding: said(
        '\\b(?:holds|holding|carries|carrying|clutches|clutching|grips|gripping) (?:up )?(?:an?|the|his|her|two)\\b(?! (?:head|breath|gaze|hand|pose))|\\bwith (?:an?|the) (?:[a-z]+ ){1,3}in (?:his|her) hands?\\b',
        tag('holding [a-z ]+'),
      ),
    },
    unless: /\b(?:other|one|left|right|free|before|after|then) hand\b/i,
  },
  {
    group: 'pose',
    of: 'one',
    values: {
      crossed: said('\\barms (?:are )?(?:crossed|folded)\\b|\\bcrossed arms\\b', tag('crossed arms')),
      pockets: said(
        '\\bhands (?:are )?(?:both |buried |tucked )*in (?:his|her|the|their) pockets\\b',
        tag('(?:both )?hands in pockets'),
      ),
      both: said(
        '\\b(?:holds|holding|carries|carrying|clutches|clutching|grips|gripping|lifts|lifting|cups|cupping) [^,.;]{1,40} (?:in|with|between) (?:both|his two|her two|two) hands\\b|\\bboth hands (?:on|around|wrapped|holding|gripping|raised)\\b|\\b(?:waves|waving|claps|clapping|applauds|applauding)\\b(?! (?:in the wind|flag|grass))',
        tag('waving|clapping'),
      ),
      hips: said('\\bhands (?:are )?(?:placed |resting )?on (?:his|her) hips\\b', tag('hands on (?:own )?hips')),
      raised: said(
        '\\b(?:both arms|his arms|her arms|arms) (?:are )?(?:raised|lifted|up)\\b(?! to)|\\bhands in the air\\b',
        tag('arms up'),
      ),
      back: said(
        '\\b(?:arms|hands) (?:are )?(?:clasped |held |folded )?behind (?:his|her) back\\b',
        tag('arms behind back'),
      ),
      sides: said(
        '\\barms (?:are |hang(?:ing)? |held |resting |straight |loosely |down )*(?:at|by) (?:his|her|their) sides?\\b',
        tag('arms at (?:own |her |his )?sides?'),
      ),
    },
  },
  // Somebody who "is" something, and what stands before the word for one: "a tall man …, he is short".
  ...bodies.map(
    ([one, other, group]): Axis => ({
      group,
      of: 'one',
      values: {
        one: said(
          `\\b(?:${one}),? (?:[a-z]+ ){0,2}${who}\\b`,
          `\\b(?:he|she) is (?:very |quite )?(?:${one})\\b(?! (?:a|to|of|in|on|with|enough)\\b)`,
        ),
        other: said(
          `\\b(?:${other}),? (?:[a-z]+ ){0,2}${who}\\b`,
          `\\b(?:he|she) is (?:very |quite )?(?:${other})\\b(?! (?:a|to|of|in|on|with|enough)\\b)`,
        ),
      },
      unless: /\b(?:once|used to|costume|looks?|feels?|statue|shadow|beside|next to)\b/i,
    }),
  ),
]);
