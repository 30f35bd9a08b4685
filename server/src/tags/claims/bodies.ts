import { once } from '../../ground/once.ts';
import type { Axis } from '../data/axis.ts';

const tag = (words: string): string => `(?<=^|, |\\. |: )(?:${words})(?=,|\\.|$)`;
const said = (...patterns: string[]): RegExp => new RegExp(patterns.join('|'), 'gi');
const own = '(?:his|her|its|the|both|both his|both her|both of his|both of her)';
const camera = '(?:(?:the )?(?:viewer|camera|lens|photographer)|us)';
const who =
  '(?:[a-z]{2,}(?:er|or|ist|ian)|man|woman|boy|girl|person|lady|gentleman|figure|dancer|soldier|sailor|farmer|fisherman|singer|worker)';
const look = '(?:look|gaz|star|peer|glanc|squint)(?:e?s|ing)?';
const water = '(?:lake|pond|river|sea|water|pool|stream|bay|ocean|canal|harbou?r|creek|surf|waves)';
const hairdo =
  '(?:ponytail|pigtails|braids?|plaits?|bun|updo|dreadlocks|mohawk|cornrows|top ?knot|curls|ringlets|tresses|afro|bob)';

/** What one body does or is of which only one at a time is true. Of whom it is said is found out apart, so that the words may be many. */
export const BODIES = once((): readonly Axis[] => [
  {
    group: 'pose',
    of: 'one',
    quick: /\b(?:arms?|hands)\b/i,
    values: {
      up: said(
        `\\b(?:rais|lift|throw|fling|stretch|hold|reach)(?:e?s|ing)? (?:up )?${own} (?:arms|hands) (?:up|above|over|high|overhead|into the air|in the air|towards? the (?:sky|ceiling|sun))\\b`,
        `\\b(?:throw|fling)(?:s|ing)? up ${own} arms\\b|\\b(?:throws|flings) both arms up\\b|\\b(?:arms|both hands) (?:are |is )?(?:both |all )?(?:raised|lifted|thrown|flung|stretched|held|reaching)? ?(?:up|high|above|overhead|in the air|over (?:his|her|its) head)\\b(?! to)|\\b(?:both|his|her) arms (?:are )?(?:raised|lifted)\\b|\\braised arms\\b`,
        tag('arms up|raised arms'),
      ),
      sides: said(
        `\\barms (?:are |is |hang(?:ing)? |held |resting |straight |loosely |limply |loose |limp |down |kept )*(?:at|by) (?:his|her|its|their) sides?\\b`,
        tag('arms at (?:own |her |his )?sides?'),
      ),
      crossed: said(
        `\\b(?:cross|fold)(?:es|s|ed|ing)? (?:his|her) arms\\b|\\barms (?:are |tightly )*(?:crossed|folded)\\b|\\b(?:crossed|folded) arms\\b`,
        tag('crossed arms'),
      ),
      out: said(
        `\\barms (?:are |is )?(?:stretched|spread|held|flung|extended) (?:wide|out|outwards?|apart)\\b|\\boutstretched arms\\b|\\barms outstretched\\b`,
        tag('outstretched arms|spread arms'),
      ),
      hips: said(
        `\\bhands (?:are |is |resting |planted |placed |firmly )*on (?:his|her|the) hips\\b|\\barms akimbo\\b`,
        tag('hands on (?:own )?hips'),
      ),
      pockets: said(
        `\\bhands (?:are |is |both |buried |tucked |thrust |shoved |deep )*in (?:his|her|the|their) (?:[a-z]+ )?pockets\\b`,
        tag('(?:both )?hands in pockets'),
      ),
      back: said(
        `\\b(?:arms|hands) (?:are |clasped |held |folded |tied )*behind (?:his|her) back\\b`,
        tag('arms behind back'),
      ),
    },
  },
  {
    group: 'pose',
    of: 'one',
    quick: /\blegs?\b|\bknees\b/i,
    values: {
      crossed: said(
        `\\bcross(?:es|ed|ing) (?:his|her) legs\\b|\\blegs (?:are |loosely )*crossed\\b|\\bcrossed legs\\b|\\bcross-legged\\b`,
        tag('crossed legs|indian style'),
      ),
      spread: said(
        `\\bspread(?:s|ing)? (?:his|her|both) legs\\b|\\blegs (?:are |set |spread |planted )*(?:wide apart|spread|apart|wide)\\b|\\bspread legs\\b`,
        tag('spread legs'),
      ),
      together: said(
        `\\b(?:legs|knees) (?:are |pressed |held |kept |tightly |close )*together\\b`,
        tag('legs together'),
      ),
    },
    unless: /\bcrossed (?:swords|straps|ribbons)\b/i,
  },
  {
    group: 'eyes',
    of: 'one',
    quick: /\beye(?:s|lids)?\b|asleep|sleep/i,
    values: {
      closed: said(
        `\\b(?:clos|shut|squeez|screw)(?:e?s|ed|t|ting|ing)? (?:tight )?${own} eyes\\b|\\beyes (?:are |is |both |tightly |firmly |gently |squeezed )*(?:closed|shut)\\b|\\b(?:tightly )?(?:closed|shut) eyes\\b`,
        tag('closed eyes'),
      ),
      open: said(
        `\\bopen(?:s|ed|ing) ${own} eyes\\b|\\beyes (?:are |is |both |wide )*open\\b|\\b(?:wide )?open eyes\\b|\\bwide-eyed\\b`,
        tag('open eyes|wide-eyed'),
      ),
    },
    unless: /\b(?:one eye|half|other eye|wink\w*)\b/i,
  },
  {
    group: 'mouth',
    of: 'one',
    quick: /\bmouth|\blips\b|\bbeak\b|\bjaws\b/i,
    values: {
      open: said(
        `\\bopen(?:s|ed|ing) ${own} (?:mouth|beak|jaws|muzzle|bill)\\b|\\b(?:mouth|jaws|beak|muzzle) (?:is |are |hangs |gapes |wide |half |slightly )*open\\b|\\b(?:wide )?open mouth\\b|\\bopen-mouthed\\b`,
        tag('open mouth'),
      ),
      closed: said(
        `\\b(?:clos|shut)(?:e?s|ed|ting|ing)? ${own} mouth\\b|\\b(?:mouth|jaws|beak|muzzle) (?:is |are |stays |tightly |firmly )*(?:closed|shut)\\b|\\bclosed (?:mouth|lips)\\b|\\blips (?:are |is )?(?:tightly |firmly )*(?:closed|sealed|shut|pressed (?:together|tight))\\b|\\btight-lipped\\b`,
        tag('closed mouth'),
      ),
    },
  },
  {
    group: 'mouth',
    of: 'one',
    quick: /smil|grin|laugh|beam|sad|tearful|sorrow|miserable|cry|cries|weep|sob|frown|scowl|glower|glare/i,
    values: {
      glad: said(
        '\\b(?:smil|beam|laugh|grinn?)(?:e?s|ing)\\b(?! (?:face|sun))|\\b(?:an?|his|her|its) (?:[a-z]+,? ){0,2}(?:smile|grin)\\b',
        tag('smile|grin|laughing|happy'),
      ),
      crying: said(
        '\\b(?:his|her|its|the) (?:expression|face|look) is (?:[a-z]+ (?:and )?)?(?:sad|tearful|sorrowful|miserable)\\b|\\b(?:sad|tearful|sorrowful|miserable) (?:expression|face)\\b|\\b(?:weep|sob)(?:s|ing)\\b|\\b(?:cries|crying)\\b(?! out| of joy)',
        tag('crying|sobbing'),
      ),
      frown: said('\\b(?:frown|scowl|glower)(?:s|ing)?\\b', tag('frown|frowning|scowl|angry')),
    },
    apart: ['glad crying', 'glad frown'],
    unless:
      /\b(?:joy|through (?:his|her|the) tears|happy tears|with laughter|though|although|yet|but|despite|hint|trace|almost|nearly|half)\b/i,
  },
  {
    group: 'gaze',
    of: 'one',
    quick: /look|gaz|star|peer|glanc|squint|turn/i,
    values: {
      up: said(`\\b${look} (?:straight )?(?:up|upwards?|skywards?)\\b`, tag('looking up')),
      down: said(`\\b${look} (?:straight )?(?:down|downwards?)\\b`, tag('looking down')),
      viewer: said(
        `\\b${look} (?:directly |straight |right )?(?:at|into) ${camera}\\b|\\b(?:meets|holds|meeting|holding) the viewer['’]s (?:gaze|eye)\\b`,
        tag('looking at viewer'),
      ),
      away: said(
        `\\b${look} (?:away|off (?:to|into|over|toward)|past ${camera}|into the distance|out (?:over|of|to|across))\\b|\\b(?:turns|turning|turned) (?:away from|(?:his|her) (?:face|head|eyes|gaze) away)\\b`,
        tag('looking away|looking afar'),
      ),
    },
    apart: ['up down', 'viewer away'],
    unless: /\bup and down\b|\b(?:over (?:his|her|its|one) shoulder|looks? back)\b/i,
  },
  {
    group: 'pose',
    of: 'one',
    quick:
      /\b(?:float|paddl|hang|dangl|feet|rests|st[ao]nd|sit|seat|s[ai]t\b|l[iy]|la[iy]|kneel|knelt|squat|crouch|walk|stroll|march|wander|run|sprint|gallop|swim|fl[iy]|soar|hover|perch|sleep|asleep|slumber|nap|doz)/i,
    values: {
      stand: said(
        '\\b(?:stands|standing)\\b(?! (?:up|out|for|still|ovation|on (?:his|her|its) (?:head|hands)))',
        '\\b(?:is|back|up) on (?:his|her|its) feet\\b',
        tag('standing'),
      ),
      sit: said(
        '\\b(?:sits|sitting|seated)\\b(?! up)|\\brests on (?:his|her|an?|the) (?:[a-z]+ )?(?:stool|chair|bench|sofa|throne|seat|armchair)\\b',
        tag('sitting|seated|sitting on [a-z ]+'),
      ),
      lie: said(
        '\\b(?:lies|lying)\\b(?= (?:down|on|in|under|across|flat|face|curled|at|beside|there|against|asleep|stretched|sprawled|back)\\b|,|\\.|$)',
        tag('lying|on back|on stomach|on side'),
      ),
      kneel: said('\\b(?:kneels|kneeling)\\b', tag('kneeling')),
      squat: said('\\b(?:squats|squatting|crouches|crouching)\\b', tag('squatting|crouching')),
      walk: said(
        '\\b(?:walks|walking|strolls|strolling|marches|marching|wanders|wandering|hikes|hiking)\\b(?! (?:stick|cane|boots|shoes|trail|pole|path|aid|backpack))',
        tag('walking'),
      ),
      run: said(
        '\\b(?:runs|running|sprints|sprinting|gallops|galloping|jogs|jogging|races|racing)\\b(?= (?:after|along|across|through|down|up|over|in|on|at|past|to|towards?|from|fast|away|with|behind)\\b|,|\\.|$)',
        tag('running|jogging'),
      ),
      hang: said(
        '\\b(?:hangs|hanging|dangles|dangling) (?:from|by|off|upside|head)\\b',
        tag('hanging|hanging upside down'),
      ),
      swim: said(
        '\\b(?:swims|swimming)\\b(?! (?:pool|trunks|cap|goggles|suit))|\\bfloats on (?:his|her|its) (?:back|belly)\\b',
        `\\b(?:swims|swimming|floats|floating|paddles|paddling) (?:[a-z]+ )?(?:in|across|on|through) (?:the|an?|its) (?:[a-z]+ )?${water}\\b`,
        tag('swimming'),
      ),
      fly: said(
        '\\b(?:flies|flying|soars|soaring|hovers|hovering) (?:low|high|over|above|across|past|through|in|overhead|towards?|along|between)\\b|\\bin (?:full )?flight\\b|\\bon the wing\\b',
        tag('flying|in flight|midair|mid-air'),
      ),
      perch: said('\\b(?:perches|perched|perching|roosts|roosting)\\b', tag('perched|perching')),
      sleep: said(
        '\\b(?:fast asleep|asleep|sleeps|sleeping|slumbers|slumbering|naps|napping|dozes|dozing)\\b(?! (?:bags?|mats?|pads?|car|berth))',
        tag('sleeping|asleep'),
      ),
    },
    apart: [
      'stand sit',
      'stand lie',
      'stand kneel',
      'stand squat',
      'sit lie',
      'sit squat',
      'sit walk',
      'sit run',
      'lie kneel',
      'lie squat',
      'lie walk',
      'lie run',
      'kneel walk',
      'kneel run',
      'squat walk',
      'squat run',
      'swim stand',
      'swim sit',
      'swim walk',
      'swim perch',
      'swim run',
      'swim lie',
      'swim sleep',
      'fly perch',
      'fly sit',
      'fly lie',
      'fly walk',
      'fly swim',
      'fly sleep',
      'fly stand',
      'perch walk',
      'hang stand',
      'hang sit',
      'hang lie',
      'hang walk',
      'hang run',
      'hang kneel',
      'perch run',
      'sleep run',
      'sleep walk',
    ],
    unless: /\b(?:wheelchair|crutch\w*|treadmill|dream\w*|getting up|gets up|to (?:sit|stand|lie|run|fly))\b/i,
  },
  {
    group: 'hair length',
    of: 'one',
    quick: /\bbald|shav|buzz|crew|pixie|cropped|hair/i,
    values: {
      bald: said(
        '\\bbald(?:[- ]headed)?\\b(?! (?:eagles?|spots?|patch(?:es)?|caps?|cypress|tyres?|tires?|ibis|head of))|\\b(?:shaved|shaven|hairless) (?:head|scalp)\\b|\\bhead is (?:clean-)?shaved\\b',
        tag('bald|shaved head'),
      ),
      short: said(
        '\\b(?:buzz ?cut|crew cut|pixie cut|cropped hair)\\b|\\b(?:very )?short(?:,? [a-z]+){0,2} hair\\b|\\bhair (?:is |was )?(?:cut |cropped |kept |very )+short\\b',
        tag('buzz cut|crew cut|pixie cut|(?:very )?short hair'),
      ),
      long: said(
        `\\b(?:very )?long(?:,? (?!sleeve|dress|coat|chest|facial)[a-z]+){0,2} hair\\b|\\b(?:waist|hip|floor|knee)-length (?:[a-z]+ )?hair\\b|\\bhair (?:reaches|falls|flows|hangs|cascades|tumbles|spills) (?:down )?(?:to|over|past|down) (?:his|her|its) (?:waist|hips|knees|back)\\b|\\bhair is (?:very )?long\\b`,
        tag('(?:very )?long hair'),
      ),
      tied: said(
        `\\b(?:hair|locks) (?:is |tied |pulled |gathered |put |styled |worn |up |back )*in(?:to)? (?:an? |two )?(?:[a-z-]+ ){0,2}${hairdo}\\b|\\b(?:his|her|an?|two) (?:[a-z-]+ ){0,2}${hairdo}\\b`,
        tag(`(?:[a-z]+ )?${hairdo}`),
      ),
    },
    apart: ['bald short', 'bald long', 'bald tied', 'short long'],
    unless: /\b(?:wigs?|facial|chest|beard|sides|balding|stubble|portrait of)\b/i,
  },
  {
    group: 'hair style',
    of: 'one',
    quick: /hair|locks|braid|bun|tail/i,
    values: {
      tied: said(
        `\\b(?:hair|locks) (?:is |are )?(?:pinned|piled|swept|tied|put|gathered|done|pulled|twisted|drawn|scraped) (?:tight(?:ly)? )?(?:up|back|into an?)\\b|\\bhair in (?:an? |two )?(?:[a-z-]+ ){0,2}(?:ponytail|pigtails|braids?|plaits?|bun|updo)\\b`,
        tag('ponytail|twin braids|hair bun|updo|single braid'),
      ),
      loose: said(
        '\\b(?:his|her) loose hair\\b|\\bhair (?:is |hangs |falls |flows |worn )(?:down |all |completely )*(?:loose(?:ly)?|unbraided|untied|unbound)\\b|\\bhair (?:falls|hangs|flows|spills|cascades|tumbles) (?:down |loose(?:ly)? |freely )*(?:over|around|about|past|to) (?:her|his) (?:shoulders|back|waist|face)\\b',
        tag('hair down|loose hair'),
      ),
    },
    unless: /\b(?:half|some|few|strands?|wisps?|curls|rest|bangs|fringe)\b/i,
  },
  {
    group: 'body',
    of: 'one',
    quick: /slim|slender|skinny|thin|gaunt|lean|fat|stout|chubby|plump|overweight|obese|heavyset|portly|stocky|belly/i,
    values: {
      slim: said(
        `\\b(?:slim|slender|skinny|gaunt|lean|thin|bony),? (?:[a-z]+ ){0,2}(?:${who}|build|figure|body|frame|physique)\\b|\\b(?:he|she) is (?:very |quite |rather )?(?:slim|slender|skinny|gaunt|thin)\\b(?! (?:a|to|of|in|on|with|enough)\\b)`,
        tag('slim|slender|skinny'),
      ),
      fat: said(
        `\\b(?:fat|stout|chubby|plump|overweight|obese|heavyset|portly|stocky|corpulent),? (?:[a-z]+ ){0,2}(?:${who}|build|figure|body|frame|physique)\\b|\\b(?:he|she) is (?:very |quite |rather )?(?:fat|stout|chubby|plump|overweight|obese|heavyset|portly)\\b|\\b(?:an?|his|her) (?:[a-z]+ )?(?:fat|pot|beer|round) ?belly\\b`,
        tag('fat|chubby|plump|overweight|obese|fat man'),
      ),
    },
    unless: /\b(?:once|used to|costume|statue)\b/i,
  },
  {
    group: 'age',
    of: 'one',
    quick:
      /\b(?:young|old|elderly|aged|wrinkled|sixty|seventy|eighty|ninety|teens|thirties|twenties|sixties|seventies|eighties|nineties|teenage)\b/i,
    values: {
      young: said(
        `\\b(?:young|youthful|teenage),? (?:[a-z]+ ){0,2}${who}\\b|\\b(?:he|she) is (?:very |quite |still )?young\\b(?! enough)|\\bin (?:his|her) (?:late |early |mid )?(?:teens|twenties|thirties)\\b`,
        tag('young|young (?:man|woman)|teenage'),
      ),
      old: said(
        `\\b(?:old|elderly|aged|ancient|white-haired|grey-haired),? (?:[a-z]+ ){0,2}${who}\\b|\\b(?:he|she) is (?:very |quite )?(?:old|elderly|an? (?:very )?old)\\b(?! enough)|\\bin (?:his|her) (?:late |early |mid )?(?:sixties|seventies|eighties|nineties)\\b|\\bwrinkled face\\b|\\b(?:is|at least|over|nearly|past) (?:sixty|seventy|eighty|ninety)\\b`,
        tag('old|elderly|old (?:man|woman)|elderly (?:man|woman)'),
      ),
    },
    unless: /\b(?:once|used to|costume|photo of|portrait of|years?[- ]old|memor\w*)\b/i,
  },
]);
