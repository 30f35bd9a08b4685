import type { FolderFacts } from '../facts/facts.ts';
import { t } from '../ground/l10n.ts';
import { folderOf } from '../ground/paths.ts';
import { normalTag } from '../tags/normal.ts';
import { kindOfWord } from '../tags/trigger-kinds.ts';
import { vocabulary } from '../tags/vocabulary.ts';
import type { Evidence } from './concepts.ts';
import { heldBy, holderOf } from './trigger-holders.ts';

/** Captions from which what begins them is counted, and share of them that have one phrase for it to be what they share. */
const fewest = 8;
const most = 0.7;
/** Share of the captions with the phrase that have it at that place. */
const nearlyAll = 0.8;
/** Words of the phrase. */
const mostWords = 7;

const isOfStyle = /\b(?:style|aesthetic|artstyle)$/;
/** Words that say that there is a style, not which. */
const plain = /^(?:in|a|an|the|of|with|style|aesthetic|artstyle|art|this|own)$/;
/** Words for a medium, which captions of any set may begin with. */
const medium =
  /^(?:photo\w*|paint\w*|draw\w*|illustrat\w*|sketch\w*|cartoon|comic|watercolou?r|oil|ink|pencil|digital|realis\w+|realistic|painterly|flat|vector|simple|minimalist|traditional|modern|vintage|cinematic|artistic)$/;

/**
 * The trigger of a style by the phrase that begins or ends nearly all captions of a folder and names it: "In retro postcard style, …". Null
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
    const last = first >= frequency * nearlyAll ? 0 : lastCount(facts, folder, id);
    if (Math.max(first, last) < frequency * nearlyAll) continue;
    const trigger = norm.replace(/^in (?:an? |the )?/, '');
    return {
      trigger,
      candidates: [],
      companions: [],
      held: heldBy(facts, folder, trigger),
      triggerNorm: holderOf(facts, folder, normalTag(trigger)),
      classWord: null,
      source: 'statistics',
      confidence: 0.75,
      reasons: [
        first > last
          ? t('{0} of {1} captions begin with "{2}"', first, subset.captions, norm)
          : t('{0} of {1} captions end with "{2}"', last, subset.captions, norm),
      ],
    };
  }
  return null;
}

/** Captions of a folder whose last piece is a tag. */
function lastCount(facts: FolderFacts, folder: string, id: number): number {
  let found = 0;
  for (const { file, norms } of facts.records()) if (norms.at(-1) === id && folderOf(file) === folder) found++;
  return found;
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
