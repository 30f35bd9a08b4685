import { encode, tokenPieces } from '../../caption/clip/index.ts';
import { question } from '../../dataset/question.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { folderOf } from '../../ground/paths.ts';
import type { FolderSettings } from '../../settings/settings.ts';
import { isRareToken, looksLikeIdentifier, triggerOverload } from '../../tags/identifiers.ts';
import { normalTag } from '../../tags/normal.ts';
import { triggerKind } from '../../tags/trigger-kinds.ts';
import { holdsTrigger, isCoinedWord } from '../../tags/trigger-words.ts';
import { vocabulary } from '../../tags/vocabulary.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import { isJoined } from './find-trigger.ts';

/** A single token of this many letters is a word or name CLIP has met often; shorter ones are mere letter groups. */
const wordLength = 4;

export default folderRule({
  id: 'overloaded-trigger',
  group: 'trigger',
  severity: 'info',
  fix: 'none',
  summary: 'The trigger is a word that CLIP or the tag list already knows.',
  why: 'A known word brings its old meaning into the concept and loses it to the concept: DreamBooth asks for identifiers with a weak prior (Ruiz et al. 2022, section 3.2).',
  *check({ index, facts, settings }: FolderContext): Iterable<Draft> {
    // What the word means to another encoder, nobody knows here.
    if (!settings.family.encoders.some(({ tokenizer }) => tokenizer === 'clip')) return;
    const told = new Set<string>();
    for (const { folder, trigger } of index.concepts.known) {
      const norm = normalTag(trigger);
      // What a trainer puts its trigger in the place of is no word that trains.
      if (told.has(norm) || triggerKind(trigger) === 'placeholder') continue;
      told.add(norm);
      const tokens = tokenPieces(norm, settings.clip);
      // Among sentences "aria_vale" is a name that was made by joining; among underscores it is a tag like others.
      const joined = isJoined(trigger) && facts.spelling.majority(0.5) !== 'underscore';
      if (joined ? triggerOverload(norm) === null : !isLoaded(norm, settings.clip)) continue;
      if (isOfSeries(index, `${norm}\n${folder}`)) continue;
      yield {
        file: folder,
        range: null,
        tag: norm,
        message: t(
          'The trigger "{0}" already means something to CLIP (tokens: {1}): old meaning and concept mix. Prefer a made-up word.',
          trigger,
          tokens.join(' · '),
        ),
      };
    }
  },
});

/** Share of the captions that may have lost the series. */
const mostAlone = 0.2;

/** Whether captions have a trigger as the name of a character alone, with the series behind it: "rem (re:zero)" is meant as the model knows it. */
const isOfSeries = question((index, key: string): boolean => {
  const [norm, folder] = key.split('\n');
  if (/ \(.+\)$/.test(norm)) return true;
  const name = norm.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[ _]');
  const ofSeries = new RegExp(`(?:^|[,\\n])\\s*${name}[ _]\\\\?\\([^()]+\\)`, 'i');
  let [held, alone] = [0, 0];
  for (const { file, trained } of index.facts.records()) {
    if (folderOf(file) !== folder || !holdsTrigger(trained.toLowerCase(), norm)) continue;
    if (!ofSeries.test(trained)) alone++;
    held++;
  }
  return held > 0 && alone <= held * mostAlone;
});

function isLoaded(norm: string, clip: FolderSettings['clip']): boolean {
  // First: of the tokens that guides hand on, some mean something after all (sks is a rifle).
  if (triggerOverload(norm) !== null) return true;
  if (isRareToken(norm) || looksLikeIdentifier(norm)) return false;
  // "nordhaus interior" is no interior that anybody knows.
  if (norm.split(' ').every((word) => !isCoinedWord(word)) || vocabulary().has(norm)) return true;
  return norm.length >= wordLength && encode(norm, clip).length === 1;
}
