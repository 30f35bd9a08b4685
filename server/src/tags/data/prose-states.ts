import { once } from '../../ground/once.ts';
import type { Axis } from './axis.ts';

/** A piece of a list, whole: a tag. */
const tag = (words: string): string => `(?<=^|, |\\. |: )(?:${words})(?=,|\\.|$)`;
const said = (...patterns: string[]): RegExp => new RegExp(patterns.join('|'), 'gi');

const drawn =
  '(?:(?:oil|acrylic|gouache|watercolou?r) painting|watercolou?r|(?:pencil|charcoal|ink|pen) (?:sketch|drawing)|line ?art|engraving|woodcut|linocut|digital (?:art|painting|illustration)|vector art|pixel art|3d render|cartoon|anime screencap)';
const taken = '(?:photograph|photo|photography|polaroid|(?:35mm|analog) (?:film|photo)|raw photo|photorealistic photo)';
const weapon =
  '(?:sword|dagger|bow|gun|rifle|spear|axe|knife|pistol|lance|halberd|mace|staff|revolver|crossbow|katana)';
const vehicleTop = '(?:top|roof|soft top|hood)';
const scenery =
  '(?:skyline|city|forest|mountains?|crowd|street|trees|buildings|shelves|garden|landscape|beach|harbou?r|towers|market|bookshelf|bookcase|meadow|river|lake)';

/**
 * States of a scene or of what a caption is about that sentences tell in many words. `topic` ones are said of the one thing that the caption
 * is about.
 */
export const STATES = once((): readonly Axis[] => [
  {
    group: 'pose',
    of: 'topic',
    quick: /\b(?:swims?|swimming|floats?|floating|paddl)/i,
    values: {
      water: said(
        '\\b(?:swims|swimming|floats|floating|paddles|paddling) (?:on|in|across|through) (?:the|an?|its) (?:[a-z]+ )?(?:lake|pond|river|sea|water|pool|stream|bay|ocean)\\b',
      ),
      land: said(
        '\\b(?:stands|standing|sits|sitting|walks|walking|lies|lying|rests|grazes|grazing) (?:on one leg )?(?:on|in|across) (?:the|an?) (?:[a-z]+ )?(?:grass|shore|meadow|bank|road|field|lawn|beach|path|pier|dock)\\b',
      ),
    },
    unless: /\b(?:then|before|after|another|second|other|from)\b/i,
  },
  {
    group: 'clothes',
    of: 'one',
    quick: /\bbare arms|arms (?:are )?bare/i,
    values: {
      bare: said('\\bbare arms\\b|\\barms (?:are )?bare\\b'),
      sleeves: said('\\b(?:his|her) (?:long|wide|puffed|lace|silk) (?:[a-z]+ )?sleeves\\b|\\blong-sleeved\\b'),
    },
    unless: /\b(?:roll\w*|push\w*|detached|slit|over (?:his|her) shoulders?|tied|sheer|lift\w*|fall back|slid\w*)\b/i,
  },
  {
    group: 'pose',
    of: 'topic',
    quick: /wheelchair/i,
    values: {
      seated: said('\\bin (?:an?|his|her|the) wheelchair\\b'),
      afoot: said(
        '\\b(?:walks|walking|runs|running|jumps|jumping|strolls|strolling|marches|dances|dancing) (?:along|across|through|down|up|over|in|on)\\b',
      ),
    },
    unless: /\b(?:beside|behind|pushes|pushed|then|before|after|empty)\b/i,
  },
  {
    group: 'weather',
    quick: /\bfrozen\b|\bice covers/i,
    values: {
      frozen: said(
        '\\bfrozen (?:over|solid)\\b|\\bfrozen (?:lake|river|sea|harbou?r|pond|bay)\\b|\\b(?:lake|river|sea|harbou?r|pond|bay) (?:is |lies )?frozen\\b',
      ),
      water: said(
        '\\bswimmers? (?:splash|swim|bathe|play)(?:es|s)?\\b|\\bswims? in the (?:[a-z]+ )?(?:water|lake|river|sea|pond|bay)\\b|\\b(?:warm|splashing|rippling) water\\b|\\bwaves (?:roll|break|lap|crash)(?:es|s)?\\b|\\bboats? (?:sails?|rows?|drifts?|glides?)\\b',
      ),
    },
    unless:
      /\b(?:pool|hole|thaw\w*|melt\w*|edge|half|partly|spring|steam|once|painting|poster|beyond|distan\w*|open water|heated)\b/i,
  },
  {
    group: 'clothes',
    of: 'topic',
    quick: /\b(?:naked|nude|undressed)\b/i,
    values: {
      naked: said('\\b(?:naked|nude|undressed)\\b(?! (?:eye|flame|branches|mole|bulb))'),
      dressed: said(
        '\\b(?:his|her|its) (?:[a-z]+ )?(?:dress|shirt|coat|jacket|blouse|gown|robe|uniform|suit|sweater) (?:is )?(?:buttoned|zipped|tied|laced|belted|tucked)\\b',
        '\\b(?:wears|wearing|dressed in) an? (?:[a-z-]+ ){0,2}(?:dress|shirt|coat|jacket|blouse|gown|robe|uniform|suit|sweater)\\b',
      ),
    },
    unless: /\b(?:half|then|before|after|except|but|only|open|nothing but|painting|statue)\b/i,
  },
  {
    group: 'framing',
    quick: /shoulders|headshot|head shot|chest|waist|\bbust\b/i,
    values: {
      upper: said(
        '\\bfrom the (?:chest|shoulders|waist) up\\b|\\bhead[- ]and[- ]shoulders (?:portrait|shot|photo|view)\\b|\\bheadshot of\\b',
      ),
      feet: said(
        '\\b(?:his|her) (?:bare |booted )?feet (?:in|on|are|rest|rests|stand|dangle)\\b|\\bfrom head to (?:toe|foot)\\b|\\b(?:his|her) (?:[a-z]+ )?(?:shoes|boots|sandals) (?:are|shine|sink|on the (?:floor|ground))\\b',
      ),
    },
    unless:
      /\b(?:mirror|posters?|inset|second|another|photo of (?:his|her)|reflect\w*|not visible|out of frame|cropped)\b/i,
  },
  {
    group: 'angle',
    of: 'topic',
    quick: /\bleft\b/i,
    values: {
      left: said(
        '\\b(?:seen|photographed|shown|viewed|shot|taken|drawn|painted|pictured) from (?:the|its|his|her) left(?: side)?(?= ?(?:[,.;]|$|with\\b|in\\b|at\\b|on\\b))',
        '\\bleft[- ](?:side view|profile)\\b',
        tag('left side|left side view'),
      ),
      right: said(
        '\\b(?:seen|photographed|shown|viewed|shot|taken|drawn|painted|pictured) from (?:the|its|his|her) right(?: side)?(?= ?(?:[,.;]|$|with\\b|in\\b|at\\b|on\\b))',
        '\\bright[- ](?:side view|profile)\\b',
        tag('right side|right side view'),
      ),
    },
    unless: /\b(?:and|another|second|two|both|then) (?:[a-z]+ ){0,4}(?:left|right)\b/i,
  },
  {
    group: 'pose',
    of: 'topic',
    quick: /\b(?:stands?|standing|still|rest|motionless|waits|waiting|idle)\b/i,
    values: {
      still: said(
        '\\b(?:stands|standing) (?:completely |perfectly )?(?:still|at|by|before|in front)\\b|\\b(?:motionless|at rest|idle)\\b|\\b(?:waits|waiting) (?:at|by|in|on|under)\\b',
      ),
      moving: said(
        '\\b(?:thunder|speed|rac|rush|sprint|gallop|roar|hurtl|roll|rattl|rumbl|clatter|glid|trundl|zoom|spin|whirl|twirl|driv|sail|charg|dash|storm|cross)(?:es|s|ing) (?:at full speed |swiftly |fast )?(?:on (?:his|her|its) (?:head|toes?|heels?|hands|back)|across|along|through|down|past|over|up|the (?:bridge|road|street|field|track|line))\\b',
      ),
    },
    unless:
      /\b(?:another|second|then|before|after|about to|ready to|once|other|as if|toy|behind (?:it|him|her)|clouds?|water|wind|people|traffic)\b/i,
  },
  {
    group: 'pose',
    of: 'topic',
    quick: /\bhang|suspended|\bstands? (?:upright|on)\b/i,
    values: {
      hanging: said(
        '\\b(?:hangs|hanging|suspended) (?:from|on|by) (?:the|an?|its) (?:[a-z]+ )?[a-z]+\\b|\\bon an? (?:[a-z]+ )?hanger\\b',
      ),
      standing: said(
        '\\bstands upright\\b|\\b(?:stands|standing) on (?:the|an?|its) (?:[a-z]+ )?(?:floor|ground|table|shelf|desk|carpet|rug|lawn)\\b',
      ),
      lying: said(
        '\\blies (?:flat|face down|on its (?:side|back))\\b|\\b(?:lies|lying|rests|resting) (?:flat |folded )?(?:in|on) (?:the|an?|its) (?:[a-z]+ )?(?:drawer|case|floor|ground|table|shelf|bed|chair|box|grass|rug|trunk|pile)\\b',
      ),
    },
    apart: ['hanging standing', 'hanging lying', 'standing lying'],
    unless:
      /\b(?:another|second|then|before|after|once|other|tail|sign|head|lamp hangs over|one end|cord|strap|arm)\b/i,
  },
  {
    group: 'state',
    of: 'topic',
    quick: /\bbuds?\b/i,
    values: {
      bud: said('\\bin (?:tight )?bud\\b|\\b(?:closed|tight) buds?\\b|\\bstill a bud\\b'),
      bloom: said(
        '\\bin (?:full )?bloom\\b|\\bpetals (?:are )?(?:fully |wide |all )?(?:open|spread)\\b|\\bfully open(?:ed)?\\b',
      ),
    },
    unless: /\b(?:another|others?|one|some|beside|behind|half|branch|stem with)\b/i,
  },
  {
    group: 'eyes',
    of: 'one',
    quick: /\bdry[- ]eye|\bdry eyes/i,
    values: {
      dry: said('\\bdry[- ]eyed\\b|\\bdry eyes\\b|\\beyes (?:are )?dry\\b'),
      tears: said(
        '\\btears (?:run|roll|stream|fall|well|in|on)(?:ning|ing)?\\b|\\b(?:weeps|weeping|sobs|sobbing|cries|crying)\\b',
      ),
    },
    unless: /\b(?:no tears|tears of|before|after|painted|almost)\b/i,
  },
  {
    group: 'state',
    quick: /\bdark(?:ness)?\b|\bunlit\b|blackout/i,
    values: {
      dark: said(
        '\\b(?:in|of) (?:pitch|complete|total|utter|near-total) darkness\\b|\\bpitch[- ](?:dark|black)\\b|\\bin the dark\\b|\\b(?:an?|the) (?:completely |totally )?(?:unlit|dark) (?:room|hall|cellar|street|kitchen|studio)\\b',
      ),
      light: said(
        '\\b(?:bright |warm |morning )*(?:sunlight|daylight|sunshine) (?:floods|fills|streams|pours)\\b|\\bbrightly lit\\b|\\bflooded with (?:light|sunlight|daylight)\\b|\\bin (?:bright|full|broad) (?:daylight|sunlight|sunshine|light)\\b',
      ),
    },
    unless:
      /\b(?:windows?|outside|beyond|doorway|door|screen|poster|behind|next room|the (?:street|yard|garden|hall|rest|square|cellar|attic|corridor|night)|end of|tunnel|except|only|half|left|right|background|foreground|film)\b/i,
  },
  {
    group: 'state',
    of: 'topic',
    quick: /\b(?:(?:mid-?)?air|flight|airborne|hover|soar|on the wing|fl(?:ies|ying) )/i,
    values: {
      air: said(
        '\\b(?:(?:high )?in mid-?air|in (?:full )?flight|airborne|high in the air|on the wing|fl(?:ies|ying) (?:low |high )?(?:over|above|across|through|past|towards?)|hover(?:s|ing)|soar(?:s|ing))\\b',
      ),
      ground: said(
        '\\b(?:parked|landed|grounded|perched) (?:on|in|at|by|beside|under)\\b|\\b(?:sits|rests|perches) (?:quietly |still )?on (?:the|its|an?) (?:[a-z]+ )?[a-z]+\\b|\\b(?:stands|stays|lies) (?:flat )?on (?:the|its|a) (?:[a-z]+ )?(?:ground|runway|tarmac|landing pad|apron|helipad|tracks?|floor|perch)\\b|\\bperch(?:es|ing) on\\b',
        tag('parked|grounded|on the ground'),
      ),
    },
    unless: /\b(?:another|second|then|before|after|about to|ready to|once|seconds?|other|as if|toy)\b/i,
  },
  {
    group: 'pose',
    of: 'topic',
    quick: /sleep|slumber|\bnap|\bdoz/i,
    values: {
      asleep: said(
        '\\b(?:fast asleep|asleep|sleeps|sleeping|naps|napping|dozes|dozing|slumbers|slumbering)\\b(?! (?:bag|mat|pad|car))',
      ),
      active: said(
        '\\b(?:leap|jump|chas|run|runn|gallop|walk|bark|swim|swimm|fly|fli|eat|play|danc|climb|drink|hunt|pounc|trott|trot|graz|sprint|stretch(?:es)? (?:up|toward)|read|sing|cook|writ)(?:es|ies|s|ing)\\b(?! (?:card|ground|field|shoe|water|machine|track))',
      ),
    },
    unless:
      /\b(?:dream\w*|then|after (?:that|a|waking|having|his|her|its) (?:while|nap|sleep|walk|run)|before (?:[a-z]+ing|the|his|her|its)|about to|until|from (?:his|her|its) sleep|pretend\w*|toys?|walks? in (?:his|her) sleep|tired)\b/i,
  },
  {
    group: 'weather',
    quick: /\bwaves\b|\brough\b|stormy|choppy/i,
    values: {
      calm: said(
        '\\b(?:calm|still|glassy|mirror-smooth|waveless|flat) (?:sea|water|waters|lake|ocean|bay)\\b|\\b(?:sea|water|lake|ocean|bay) (?:is |lies )?(?:completely |perfectly )?(?:calm|still|flat|smooth|like (?:a )?(?:glass|mirror))\\b',
        tag('calm (?:sea|water|ocean)'),
      ),
      rough: said(
        '\\b(?:huge|high|big|towering|crashing|tall|enormous|massive|giant|breaking|violent) waves\\b|\\bwaves (?:crash|break|pound|smash|tower|batter)(?:ing|es)?\\b|\\b(?:rough|stormy|choppy|raging|churning) (?:sea|water|waters|ocean)\\b',
        tag('(?:rough|stormy) sea|big waves'),
      ),
    },
    unless:
      /\b(?:harbou?r|outside|horizon|distan\w*|beyond|far|breakwater|lagoon|painting|poster|behind the|reef|pier wall|after the storm|before the storm|print|pool)\b/i,
  },
  {
    group: 'state',
    quick: /\bdry\b|drained|dried|waterless/i,
    values: {
      dry: said(
        '\\b(?:dry|dried[- ]up|drained|waterless|empty) (?:river ?bed|river|creek|stream|stream ?bed|pool|fountain|moat|canal|pond|basin|reservoir)\\b|\\b(?:river|creek|stream|fountain|pool|moat|canal|pond) (?:is|lies|has run|runs|has) (?:completely |bone )?(?:dry|dried up|been drained)\\b',
      ),
      water: said(
        '\\b(?:river|stream|creek|water|fountain) (?:rushes|flows|roars|foams|pours|gushes|swirls|splashes|sprays|ripples|sparkles|shimmers)\\b|\\b(?:swims?|swimming|bath(?:es|ing)|floats?|floating|wades?|wading) (?:in|on|through) (?:the|its) (?:[a-z]+ )?(?:water|river|pool|stream|creek|pond|fountain)\\b|\\b(?:deep|clear|blue|sparkling|flowing|rushing) water (?:in|of|fills)\\b',
      ),
    },
    unless:
      /\b(?:beside|beyond|behind|next to|another|other|distan\w*|sea|ocean|lake|once|former|painted|mural|poster|trickle)\b/i,
  },
  {
    group: 'style',
    quick: /photo|polaroid|\bfilm\b/i,
    values: {
      drawn: said(
        tag(`(?:an? )?${drawn}(?: of [a-z ]+)?`),
        `^(?:an?|the|this) (?:[a-z-]+ ){0,2}?${drawn}\\b`,
        tag('(?:oil|acrylic) on canvas'),
        `\\b(?:the|this) (?:picture|image|scene|work) is (?:an? )?(?:[a-z]+ )?${drawn}\\b`,
      ),
      taken: said(
        tag(`(?:an? )?${taken}`),
        `\\b(?:the|this) (?:photograph|photo) (?:is|was|shows|has|captures)\\b`,
        '\\bphotographed (?:with|on|by|from|in)\\b',
      ),
    },
    unless:
      /\b(?:in the (?:style|manner)|style of|album|holding|holds|collage|mixed media|based on|wall|frame[ds]?|photographer|looks? like|as if|photo ?album)\b/i,
  },
  {
    group: 'presence',
    quick: /\btext|\bwords?\b|letter|wordless|writing|blank/i,
    negates: true,
    values: {
      none: said(
        '\\b(?:wordless|textless)\\b|\\bblank pages\\b|\\b(?:without|with no|no) (?:any )?(?:text|words|lettering|writing)\\b(?! (?:on|in) (?:the|his|her|its) (?!picture|image|page))',
        tag('no text|textless|wordless'),
      ),
      some: said(
        `\\b(?:reads?|reading|says|saying)[,:]? ["“'‘]`,
        '\\b(?:big|bold|large|white|red|black|handwritten|printed|painted) (?:text|lettering|letters|caption) (?:at|on|in|along|across|reads?|says)\\b|\\bthe (?:text|words|caption|lettering) (?:reads?|says?|at|on|in|along|across|is|are)\\b',
        `\\bthe words? ["“'‘]|\\bcovered (?:with|in) (?:[a-z]+ )?(?:writing|text|script|handwriting)\\b`,
        tag('(?:english|japanese|korean|chinese|german|french|russian) text|speech bubble'),
      ),
    },
    unless: /\b(?:except|only|other than|apart from|but|besides|left page|right page|another page|next page|later)\b/i,
  },
  {
    group: 'state',
    of: 'one',
    negates: true,
    quick: /\bunarmed|weaponless|no weapon|without (?:a |any )?weapons?/i,
    values: {
      unarmed: said('\\b(?:unarmed|weaponless)\\b|\\b(?:no|without (?:an?|any)?) ?weapons?\\b'),
      armed: said(
        `\\b(?:his|her) (?:[a-z-]+ )?${weapon} (?:is |held )?(?:drawn|raised|in|at|ready|lifted|held)\\b`,
        `\\b(?:draws|raises|swings|aims|brandishes|wields|grips|holds|holding|gripping|wielding|aiming|raising|swinging|with) (?:his|her|an?) (?:[a-z-]+ )?${weapon}\\b`,
      ),
    },
    unless: /\b(?:then|before|after|once|statue|painting|lost|broken|toy|wooden|belt|wall|ground)\b/i,
  },
  {
    group: 'place',
    quick: /interior|\binside\b|indoors?/i,
    values: {
      inside: said(
        '\\b(?:an?|the) interior (?:view|shot|scene)\\b|^(?:an?|the) (?:[a-z-]+ )?interior\\b',
        tag('interior|interior view|interior shot'),
      ),
      outside: said(
        '\\b(?:seen|viewed|photographed|shot|taken) from (?:the )?outside\\b|\\ban? exterior (?:view|shot)\\b|\\bin the open air\\b|\\bunder (?:the|an?) open sky\\b|\\bthe sky overhead\\b',
        tag('exterior|exterior view|open air'),
      ),
    },
    unless:
      /\b(?:windows?|through|doorway|courtyard|roofless|open roof|skylight|glass roof|poster|painting|mural|car interior)\b/i,
  },
  {
    group: 'background',
    quick: /\b(?:plain|empty|blank|seamless|featureless|solid)\b/i,
    values: {
      plain: said(
        '\\b(?:plain|blank|seamless|featureless|solid|empty)(?:,? (?:empty|white|black|grey|gray|blue|green|beige|studio|coloured|colored|pale|single-colou?r))* (?:background|backdrop)\\b',
      ),
      full: said(
        `\\b(?:behind (?:him|her|it|them)|in the background)(?: (?!no\\b|nothing)[a-z-]+,?){0,5} ${scenery}\\b`,
        `\\b(?:detailed|busy|cluttered|elaborate|intricate) (?:background|backdrop)\\b|\\b${scenery}(?: [a-z]+){0,3} (?:in the background|behind (?:him|her|it|them))\\b`,
        tag('detailed background|busy background'),
      ),
    },
    unless:
      /\b(?:left|right|pages?|panel|half|photos? of|poster|print(?:ed)?|silhouette|window|mirror|on (?:his|her) (?:shirt|t-shirt)|plain of|drawing)\b/i,
  },
  {
    group: 'state',
    quick: new RegExp(`\\b${vehicleTop}\\b`, 'i'),
    values: {
      down: said(
        `\\b(?:with )?(?:its|the) ${vehicleTop} (?:is )?(?:folded |rolled )?(?:down|open|back|off)\\b(?! (?:the|of|to|on))|\\bopen-top(?:ped)?\\b|\\b(?:open|folded) (?:roof|soft top)\\b`,
      ),
      up: said(
        `\\b(?:its|the) ${vehicleTop} (?:is )?(?:up|closed|raised|shut|on)\\b(?! (?:the|of|to|an?))|\\bclosed (?:roof|soft top)\\b`,
      ),
    },
    unless: /\b(?:garage|house|another|second|engine|box|tent|van|bus|jacket|hoodie|hair|head|left|right)\b/i,
  },
  {
    group: 'state',
    quick: /\b(?:bare|leafless)\b/i,
    values: {
      bare: said(
        '\\b(?:bare|leafless) (?:[a-z]+ )?(?:branches|trees?|twigs|crowns?|boughs|oaks?|birch(?:es)?|beech(?:es)?|willows?|maples?|poplars?)\\b|\\btrees? (?:is|are|stands?) (?:completely )?(?:bare|leafless)\\b',
        tag('bare tree|leafless tree'),
      ),
      leafy: said(
        '\\bin full (?:[a-z]+ )?(?:leaf|foliage)\\b|\\b(?:lush|thick|dense|leafy) (?:green )?(?:foliage|leaves|canopy|crowns?)\\b|\\bleafy (?:branches|trees?)\\b',
      ),
    },
    unless:
      /\b(?:among|others?|evergreens?|firs?|pines?|spruces?|ivy|ground|fallen|another|beside|behind|distan\w*|shrubs?|bush(?:es)?|palms?|half|background|left|right|poster)\b/i,
  },
  {
    group: 'state',
    negates: true,
    quick: /\bnothing\b|\bempty\b/i,
    values: {
      full: said(
        '(?<=\\b[a-z]+ )in mouth(?=,|\\.|$)|\\b(?:in|between) (?:its|his|her) (?:mouth|jaws|beak|teeth|muzzle|lips|talons|claws|paws)\\b(?<!(?:nothing|bare|sharp|food) (?:in|between) (?:its|his|her) [a-z]+)',
      ),
      empty: said(
        '\\b(?:mouth|jaws|beak|muzzle|talons|claws|paws) (?:is |are )?empty\\b|\\bempty (?:mouth|jaws|beak|muzzle|talons|claws|paws)\\b|\\bnothing (?:in|between) (?:its|his|her) (?:mouth|jaws|beak|teeth|lips)\\b',
      ),
    },
    unless: /\b(?:another|other|second|then|before|after|dropp\w+|spat|now|no longer|teeth in)\b/i,
  },
  {
    group: 'weather',
    quick: /\bfog\b|\bmist\b|\bhaze\b/i,
    values: {
      fog: said(
        '\\b(?:thick|dense|heavy|impenetrable) (?:[a-z]+ )?(?:fog|mist|haze)\\b|\\b(?:fog|mist) (?:hides|swallows|covers|obscures|veils|blankets)\\b',
        tag('(?:thick|dense|heavy) fog'),
      ),
      clear: said(
        '\\b(?:crystal[- ])?clear (?:air|views?)\\b|\\b(?:perfect|good|excellent) visibility\\b|\\bviews? (?:is (?:perfectly |completely )?clear|for miles)\\b|\\b(?:cloudless|clear blue) sky\\b',
        tag('clear sky|cloudless sky'),
      ),
    },
    unless:
      /\b(?:above|below|valleys?|lifts?|lifting|parts?|clears|clearing|beyond|distan\w*|before|after|behind|rises?|rising|over the (?:river|lake|field|valley|sea|meadow)|top|peaks?|summit|mountains?|morning)\b/i,
  },
  {
    group: 'weather',
    negates: true,
    quick: /\bwindless|\bno wind|without (?:any )?wind|breath of|dead calm|still\b/i,
    values: {
      still: said(
        '\\b(?:windless|no wind|without (?:any )?wind|not a breath of (?:wind|air)|dead calm|(?:completely |perfectly )still air|the air is (?:completely |perfectly )?still)\\b',
      ),
      windy: said(
        '\\b(?:strong|fierce|howling|gusty|stormy|heavy|violent|stiff) (?:winds?|breeze|gusts?)\\b|\\bwind (?:whips|tears|blows|bends|tugs|howls|drives|pulls|lifts|tosses|ruffles)\\b|\\b(?:an?|the) gale\\b|\\bin the wind\\b|\\bwind-?(?:blown|swept)\\b',
        tag('wind|windy'),
      ),
    },
    unless: /\b(?:outside|inside|indoors|behind the glass|shelter\w*|after|before|fan|once|trees bent|as if|like)\b/i,
  },
]);
