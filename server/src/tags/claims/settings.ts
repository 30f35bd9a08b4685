import { once } from '../../ground/once.ts';
import type { Axis } from '../data/axis.ts';

const tag = (words: string): string => `(?<=^|, |\\. |: )(?:${words})(?=,|\\.|$)`;
const said = (...patterns: string[]): RegExp => new RegExp(patterns.join('|'), 'gi');
const taken = '(?:taken|shot|seen|viewed|photographed|pictured|filmed|captured|drawn|painted)';
const place =
  '(?:street|beach|square|station|platform|road|park|room|hall|restaurant|bar|stadium|market|plaza|alley|classroom|pavement|corridor|bridge|quay|pier|promenade|lane|avenue|tram|train|bus|carriage|caf[eé]|church|terrace|lobby|arcade)';
const goers =
  '(?:people|shoppers|tourists|commuters|visitors|passengers|pedestrians|spectators|customers|guests|fans|onlookers|worshippers|revellers|holidaymakers|students|children|travell?ers|diners|bathers)';

/** What holds of a whole scene, of which one is true at a time. Words that set a part of it apart are looked for beside each phrase. */
export const SETTINGS = once((): readonly Axis[] => [
  {
    group: 'season',
    quick: /winter|summer|autumn|spring|snow|sleet|june|blossom|icicle|frost|\bfall\b|heat|july|august/i,
    values: {
      winter: said(
        '\\b(?:in|during) (?:the )?(?:deep |late |early |mid|depths of |middle of )*winter\\b|\\bwinter(?:y|ly)? (?:day|morning|afternoon|evening|night|landscape|forest|scene|street|sun|sunlight|light|air|sky)\\b|\\bicicles (?:hang|drip|line)',
        tag('winter'),
      ),
      snow: said(
        '\\bsnow (?:lies|covers|blankets|drifts|piles|has (?:covered|buried)|falls|is falling|crunches)\\b|\\b(?:deep|heavy|fresh|thick|falling|knee-deep) (?:in )?snow\\b|\\b(?:covered|blanketed|buried) (?:in|with|by|under) (?:[a-z]+ )?snow\\b|\\bsleet (?:drives|falls|lashes|whips)\\b|\\bsnow-(?:covered|laden|clad) (?!mountain|peak|summit)[a-z]+',
        tag('snowing|snow on ground|heavy snow'),
      ),
      summer: said(
        '\\bin (?:the )?summer heat\\b|\\b(?:in|during) (?:the )?(?:high |late |early |mid|middle of )*summer\\b|\\b(?:mid)?summer (?:heat|day|afternoon|morning|evening|night|meadow|landscape|garden|sun|sunlight|air)\\b|\\bheat of (?:june|july|august|summer|the summer|midsummer)\\b|\\b(?:june|july|august) (?:heat|sun|afternoon|noon|day|morning|evening|night)\\b|\\b(?:scorching|sweltering) (?:heat|day|afternoon|sun)\\b|\\bheat ?wave\\b',
        tag('summer'),
      ),
      autumn: said(
        '\\b(?:in|during) (?:the )?(?:late |early )?autumn\\b|\\bautumn(?:al)? (?:leaves|foliage|colou?rs|day|morning|afternoon|evening|forest|light|sun|air|wind)\\b|\\bfall (?:foliage|colou?rs)\\b',
        tag('autumn|autumn leaves'),
      ),
      spring: said(
        '\\b(?:in|during) (?:the )?(?:late |early )?spring(?:time)?\\b|\\bspring(?:time)? (?:air|day|morning|afternoon|evening|sun|sunlight|light|flowers|blossoms?|meadow|garden|blooms)\\b|\\bcherry blossoms?\\b',
        tag('spring|cherry blossoms'),
      ),
    },
    apart: [
      'winter summer',
      'winter spring',
      'winter autumn',
      'summer autumn',
      'summer spring',
      'autumn spring',
      'snow summer',
    ],
    unless:
      /\b(?:mountains?|peaks?|summits?|alps|glaciers?|ridges?|volcano|globe|fake|artificial|seasons?|distance|calendar|collection|sale|pattern|kimono|motif|palace|olympics|festival of|machine|cannon|leopard|owl)\b/i,
  },
  {
    group: 'time',
    quick:
      /night|noon|midday|morning|dawn|sunrise|daybreak|sunset|dusk|setting|sundown|evening|daylight|sunshine|sunny|moonlit|stars|blazes/i,
    values: {
      dawn: said(
        '\\b(?:at|before|in the) (?:dawn|sunrise|daybreak|first light)\\b|\\bthe (?:rising sun|sun is rising|sun rises|sun has just risen)\\b|\\bin the (?:early |late )?morning\\b|\\bearly (?:in the )?morning\\b|\\bmorning (?:light|sun|sunlight|mist|dew|haze)\\b|\\bon an? (?:[a-z]+ ){0,2}morning\\b',
        tag('dawn|sunrise|morning|early morning'),
      ),
      noon: said(
        '\\b(?:at|high) (?:high )?(?:noon|midday)\\b|\\b(?:noon|midday|noonday) (?:sun|sunlight|sunshine|light|heat)\\b|\\bin the middle of the day\\b',
        tag('noon|midday'),
      ),
      day: said(
        '\\bin (?:broad |full |bright )?daylight\\b|\\bin (?:bright |the |full )?sunshine\\b|\\b(?:bright|broad|harsh) daylight\\b|\\bsun (?:blazes|beats|burns|stands|hangs|is|shines) (?:down |high |straight |directly |brightly |from )',
        tag('day|daylight|daytime'),
      ),
      evening: said(
        '\\bat (?:sunset|dusk|sundown|nightfall)\\b|\\bsun (?:is setting|sets|sinks|goes down|has (?:just )?set)\\b|\\bthe setting sun\\b|\\bin the (?:late )?evening\\b|\\bevening (?:light|sun|sunlight|glow|sky)\\b|\\bglow of (?:the )?(?:sunset|dusk)\\b',
        tag('sunset|dusk|evening'),
      ),
      night: said(
        '\\b(?:late )?at (?:night|midnight)\\b|\\bby night\\b|\\b(?:mid)?night sky\\b|\\bmoonlit\\b|\\b(?:in|by|under) (?:the )?(?:pale |full |bright )?moon(?:light)?\\b|\\bunder (?:the|a sky (?:full )?of) stars\\b|\\bstars (?:shine|glitter|twinkle|are out|fill)\\b|\\b(?:dead|middle) of (?:the )?night\\b|\\bafter dark\\b',
        tag('night|midnight|night sky'),
      ),
    },
    apart: ['dawn noon', 'dawn evening', 'dawn night', 'noon evening', 'noon night', 'day night'],
    unless:
      /\b(?:until|since|from (?:[a-z]+ ){1,4}to|calendar|clock|named?|called|sign|gradually|fades?|market|club|shift|gown|owl|light from yesterday|every|polar)\b/i,
  },
  {
    group: 'weather',
    quick: /rain|sleet|hail|downpour|cloud|clear|sky|skies|sun|fog|mist|overcast/i,
    values: {
      rain: said(
        '\\brain (?:pours|falls|drives|lashes|drums|streams|patters|beats|is (?:pouring|falling)|hammers|runs|soaks|drips)\\b|\\b(?:heavy|pouring|driving|torrential|steady|drizzling) rain\\b|\\bit (?:is raining|rains)\\b|\\b(?:in|through|under) the rain\\b|\\brainy (?:day|afternoon|morning|evening|night)\\b|\\bdownpour\\b|\\b(?:sleet|hail) (?:drives|falls|lashes|drums|beats|hammers|whips)\\b',
        tag('(?:heavy |pouring |light )?rain|raining'),
      ),
      clear: said(
        '\\bcloudless\\b|\\bclear blue sk(?:y|ies)\\b|\\bsk(?:y is|ies are) (?:completely |perfectly )?(?:clear|cloudless|blue)\\b|\\b(?:under|beneath) a (?:clear|blue|bright blue|deep blue) sky\\b|\\bnot a cloud\\b',
        tag('cloudless sky|clear sky'),
      ),
      sunny: said(
        '\\b(?:bright )?sunny (?:day|afternoon|morning|weather)\\b|\\bsun (?:blazes|beats down|shines brightly|burns down)\\b|\\bin (?:bright|brilliant|the) sunshine\\b',
        tag('sunny|sunny day'),
      ),
      fog: said(
        '\\b(?:thick|dense|heavy|impenetrable) (?:[a-z]+ )?(?:fog|mist)\\b|\\b(?:fog|mist) (?:hides|swallows|covers|obscures|veils|blankets|shrouds)\\b',
        tag('(?:thick |dense |heavy )?fog'),
      ),
      overcast: said(
        '\\b(?:overcast|heavily clouded) sk(?:y|ies)\\b|\\bsky (?:is )?(?:completely |heavily )?overcast\\b|\\bon an overcast\\b|\\b(?:storm|dark|heavy|thick|grey|gray|leaden) (?:rain |storm )?clouds (?:cover|fill|hang|hide|press)',
        tag('overcast'),
      ),
    },
    apart: ['rain clear', 'rain sunny', 'fog clear', 'fog sunny', 'overcast clear', 'overcast sunny'],
    unless:
      /\b(?:horizon|distance|distant|approach\w*|gather\w*|parts?|breaks?|breaking|clearing|stopped|sunshower|rainbow|above the (?:fog|clouds|mist)|valley|lifts|lifting|coat|boots|barrel|gauge|forest canopy|artificial|fake|machine)\b/i,
  },
  {
    group: 'angle',
    quick: /angle|above|overhead|below|bird|worm|frog|aerial|drone|level|top-?down|straight|height/i,
    values: {
      above: said(
        `\\b${taken} (?:straight |directly )?(?:down )?from (?:directly |high |slightly |straight |right |far )?(?:above|overhead)\\b|\\b(?:aerial|bird['’]?s[- ]eye|top[- ]down|overhead) (?:view|perspective|shot|photo|angle|picture)\\b|\\bhigh[- ]angle\\b|\\ba high angle\\b|\\b(?:camera|view|lens|drone|picture|photo) (?:is |looks |points |faces |aims |stares )*(?:straight|directly) down\\b|\\b(?:photographed|shot|taken|seen) (?:straight|directly) down\\b|\\bfrom an? (?:aerial|bird['’]s[- ]eye)\\b`,
        tag(
          "from above|top(?:-down)? view|bird['’]?s[- ]eye view|top-?down|overhead (?:view|shot)|aerial view|high angle",
        ),
      ),
      below: said(
        `\\b${taken} from (?:directly |far |slightly |straight |right )?below\\b|\\b(?:worm|frog)['’]?s[- ]eye\\b|\\blow[- ]angle\\b|\\blow angle\\b|\\b(?:camera|view|lens) (?:is |looks |points |tilts |aims )*(?:straight |steeply |directly )?up\\b`,
        tag("from below|low angle|worm['’]?s[- ]eye view"),
      ),
      level: said(
        '\\b(?:at|from) (?:[a-z]+ )?eye[- ]level\\b|\\beye-level (?:view|shot|angle|perspective|photo)\\b|\\bfrom table height\\b',
        tag('eye[- ]level(?: shot| view)?|straight-on'),
      ),
    },
    unless: /\b(?:shelf|sign|hangs?|hanging|poster|balcony|window)s? (?:at|above)\b/i,
  },
  {
    group: 'state',
    quick: /dark|sunlight|daylight|bright/i,
    values: {
      dark: said(
        '\\b(?:in|of) (?:pitch|complete|total|utter|near-total) darkness\\b|\\bpitch[- ](?:dark|black)\\b|\\bin the dark\\b',
        tag('dark|darkness|pitch black'),
      ),
      light: said(
        '\\b(?:bright |warm |morning |harsh )*(?:sunlight|daylight|sunshine) (?:floods|fills|streams|pours|bathes|drenches)\\b|\\bbrightly lit\\b|\\b(?:in|by) (?:bright|full|broad|brilliant|harsh) (?:daylight|sunlight|sunshine|light)\\b',
        tag('sunlight|bright|brightly lit|daylight'),
      ),
    },
    unless:
      /\b(?:windows?|outside|beyond|doorway|door|next room|end of|tunnel|except|only|half|left|right|background|foreground|film|skin|hair|cellar|street)\b/i,
  },
  {
    group: 'weather',
    quick: /\bsea\b|water|lake|waves|ocean|\bbay\b/i,
    values: {
      calm: said(
        '\\b(?:calm|still|glassy|mirror-smooth|waveless|flat|placid) (?:sea|water|waters|lake|ocean|bay)\\b|\\b(?:sea|water|lake|ocean|bay) (?:is |lies )?(?:as )?(?:completely |perfectly )?(?:calm|still|flat|smooth|like (?:a )?(?:glass|mirror))\\b',
        tag('calm (?:sea|water|ocean)'),
      ),
      rough: said(
        '\\b(?:huge|high|big|towering|crashing|tall|enormous|massive|giant|breaking|violent|great) waves\\b|\\bwaves (?:crash|break|pound|smash|tower|batter|roll)(?:ing|es)?\\b|\\b(?:rough|stormy|choppy|raging|churning|heaving) (?:sea|seas|water|waters|ocean)\\b',
        tag('(?:rough|stormy) sea|(?:big|high|huge) waves'),
      ),
    },
    unless: /\b(?:harbou?r|outside|horizon|distan\w*|far|breakwater|lagoon|reef|print|pool)\b/i,
  },
  {
    group: 'crowd',
    quick: /empty|deserted|crowd|throng|pack|teem|bustling|soul|nobody|busy/i,
    values: {
      empty: said(
        `\\b(?:empty|deserted|abandoned) (?:[a-z]+ )?${place}\\b|\\b${place} (?:is|lies|stands|was) (?:completely |totally |entirely |quite )?(?:empty|deserted|abandoned)\\b|\\bstands deserted\\b`,
        tag(`(?:empty|deserted) ${place}`),
      ),
      crowded: said(
        `\\b(?:dense |large |huge |big |thick )?(?:crowds?|throngs?) (?:of|fills?|packs?|presses|press|gathers?|gather|mills?|line|lines)\\b|\\b(?:in|amid|among|through) (?:an?|the) (?:[a-z]+ )?crowd\\b|\\b${goers} (?:throng|crowd|pack|fill|jam|jostle|queue|swarm|stream|press)\\b|\\b(?:crowded|packed|bustling|busy|teeming|thronged) (?:[a-z]+ )?${place}\\b|\\b(?:crowded|packed|teeming|thronged|filled|jammed) with (?:[a-z]+ )?${goers}\\b`,
        tag(`crowd|crowded|(?:crowded|busy|bustling) ${place}`),
      ),
    },
    unless:
      /\b(?:nearly|almost|far|distan\w*|except|usually|otherwise|outside|beside|another|no|without|foreground|below|above|seen from)\b/i,
  },
  {
    group: 'state',
    quick: /\btrees?\b|foliage|branches|canopy|leaf/i,
    values: {
      bare: said(
        '\\b(?:bare|leafless) (?:[a-z]+ )?(?:branches|trees?|twigs|crowns?|boughs)\\b|\\btrees? (?:is|are|stands?|have|has) (?:all |completely )*(?:bare|leafless|(?:lost|shed|dropped) (?:all )?(?:their|its) leaves)\\b',
        tag('bare trees?|leafless trees?|leafless'),
      ),
      leafy: said(
        '\\bin full (?:[a-z]+ )?(?:leaf|foliage)\\b|\\b(?:lush|thick|dense|leafy|green)(?:,? green)? (?:foliage|leaves|canopy|crowns?)\\b|\\bleafy (?:branches|trees?)\\b',
        tag('(?:lush |green )+foliage'),
      ),
    },
    unless:
      /\b(?:among|others?|evergreens?|firs?|pines?|spruces?|ivy|ground|fallen|another|distan\w*|shrubs?|bush(?:es)?|palms?|half|houseplant|pot)\b/i,
  },
  {
    group: 'weather',
    negates: true,
    quick: /cloud|overcast/i,
    values: {
      none: said(
        '\\b(?:without|not) (?:a (?:single )?|any )clouds?\\b|\\bno clouds?\\b(?! (?:of|computing))|\\bcloudless\\b',
        tag('cloudless sky'),
      ),
      some: said('\\b(?:cloudy|overcast|clouded) sk(?:y|ies)\\b', tag('cloudy sky|overcast')),
    },
    unless: /\b(?:horizon|distance|breaks?|clearing|parts)\b/i,
  },
  {
    group: 'colour mode',
    negates: true,
    quick: /colou?r|purple|violet|turquoise|orange|vivid|bright/i,
    values: {
      none: said('\\b(?:no|without any) colou?rs?(?: at all| anywhere)\\b|\\bentirely without colou?r\\b'),
      colour: said(
        '\\b(?:bright|vivid|vibrant|deep|brilliant|rich|glowing) (?:red|yellow|green|blue|orange|pink|purple|turquoise|violet)\\b',
      ),
    },
    unless: /\b(?:spot|selective|except|accents?|only|hand[- ]?colou?red|tinted)\b/i,
  },
]);
