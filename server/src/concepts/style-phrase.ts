import type { FolderFacts } from '../facts/facts.ts';
import { t } from '../ground/l10n.ts';
import { isFunctionWord } from '../tags/function-words.ts';
import { kindOfWord } from '../tags/trigger-kinds.ts';
import { vocabulary } from '../tags/vocabulary.ts';
import type { Evidence } from './concepts.ts';
import { fixedEnd } from './fixed-end.ts';
import { countedEvidence } from './trigger-holders.ts';

/** Captions from which what begins them is counted, and share of them that have one phrase for it to be what they share. */
const fewest = 8;
const most = 0.7;
/** Share of the captions with the phrase that have it at that place. */
const nearlyAll = 0.8;
/** Somewhat above what rules rely on: a phrase is no made-up word. */
const confidence = 0.75;
/** Words of the phrase. */
const mostWords = 7;

const isOfStyle = /\b(?:style|aesthetic|artstyle)$/;
/** Words that say that there is a style, not which. */
const plain = /^(?:in|a|an|the|of|with|style|aesthetic|artstyle|art|this|own)$/;
/** Words for a medium, which captions of any set may begin with. */
const medium =
  /^(?:photo\w*|paint\w*|draw\w*|illustrat\w*|sketch\w*|cartoon|comic|watercolou?r|oil|ink|pencil|digital|realis\w+|realistic|painterly|flat|vector|simple|minimalist|traditional|modern|vintage|cinematic|artistic)$/;

/**
 * The trigger of a style by the phrase that begins nearly all captions of a folder and names it: "In retro postcard style, …". Null
 * where none does, or it names a medium only. Heuristic.
 */
export function triggerByStyle(facts: FolderFacts, folder: string): Evidence | null {
  const subset = facts.subset(folder);
  if (!subset || subset.captions < fewest) return null;
  for (const [id, frequency] of subset.common()) {
    if (frequency < subset.captions * most) continue;
    const norm = facts.vocabulary.norm(id);
    if (!isOfStyle.test(norm) || !namesOne(norm)) continue;
    const first = subset.firstCount(id);
    if (first < frequency * nearlyAll) continue;
    const trigger = norm.replace(/^in (?:an? |the )?/, '');
    const reason = t('{0} of {1} captions begin with "{2}"', first, subset.captions, norm);
    return countedEvidence(facts, folder, { trigger, confidence, reason });
  }
  return null;
}

/** Words that phrases behind any caption have: how a picture is taken and how good it is. */
const ofAnyPicture =
  /\b(?:background|backdrop|light(?:ing)?|lit|photo\w*|quality|detail(?:ed|s)?|view|focus|shots?|bokeh|render\w*|resolution|[248]k|u?hd|images?|pictures?|white|black|gr[ae]y|simple|studio|depth|field|outdoors|indoors|day|night|viewer|camera|colou?rs?|masterpiece|best|realistic|cinematic|dramatic|professional|illustration|drawing|painting|artwork)\b/;
const fewestOfAny = 3;
const mostOfAny = 6;

/**
 * The trigger by the phrase that nearly all captions end with behind a comma or a stop: "…. in the style of roamfilm", "…, backyard nature snap".
 * Null where it says what any picture may be.
 */
export function triggerByEnd(facts: FolderFacts, folder: string): Evidence | null {
  const subset = facts.subset(folder);
  const end = subset && subset.captions >= fewest ? fixedEnd(facts, folder) : null;
  if (!subset || end === null || end.apart < nearlyAll) return null;
  const words = end.phrase.split(' ');
  const made = words.find((word) => ['identifier', 'coined', 'placeholder'].includes(kindOfWord(word) ?? ''));
  const isOfStyleOf = /^in the style of /.test(end.phrase);
  const isPlain =
    words.length >= fewestOfAny &&
    words.length <= mostOfAny &&
    !words.some(isFunctionWord) &&
    !ofAnyPicture.test(end.phrase);
  if (
    made === undefined &&
    !isOfStyleOf &&
    !(isOfStyle.test(end.phrase) ? namesOne(end.phrase) : isPlain && !vocabulary().has(end.phrase))
  )
    return null;
  const trigger = made ?? end.phrase.replace(/^in (?:the style of |an? |the )?/, '');
  const reason = t('{0} of {1} captions end with "{2}"', end.captions, subset.captions, end.phrase);
  return countedEvidence(facts, folder, { trigger, confidence, reason });
}

/** Whether a phrase says which style it is: some word of it is no medium, no tag and no word of how pictures are made. */
function namesOne(norm: string): boolean {
  const words = norm.split(' ');
  if (words.length < 2 || words.length > mostWords || vocabulary().has(norm)) return false;
  const own = words.filter((word) => !plain.test(word));
  return (
    own.some((word) => !medium.test(word) && (kindOfWord(word) !== null || /^[a-z]{4,}$/.test(word))) &&
    !isKnownMaking(own)
  );
}

/** "anime style", "ukiyo-e style": how pictures of any set are made. */
const isKnownMaking = (words: readonly string[]): boolean =>
  words.every((word) =>
    /^(?:anime|manga|chibi|pixar|disney|ghibli|ukiyo-?e|cyberpunk|steampunk|kawaii|webtoon|manhwa|3d|pixel|lowpoly|isometric)$/.test(
      word,
    ),
  );
