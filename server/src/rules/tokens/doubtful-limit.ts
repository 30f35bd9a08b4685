import type { DatasetIndex } from '../../dataset/index.ts';
import { question } from '../../dataset/question.ts';
import type { FolderSettings } from '../../settings/settings.ts';

/** Share of the captions that are sentences from which a folder is written for a model that reads sentences. */
const sentences = 0.5;

/**
 * Whether nobody knows where captions end: no one names model or limit, and the folder is written in sentences. Tags are trained with
 * the windows of CLIP nearly always; sentences mostly for models that read several times as far, so that what the assumed model
 * would cut most likely trains. Heuristic.
 */
export function isLimitDoubtful(index: DatasetIndex, { origins }: FolderSettings): boolean {
  return origins.model.from === 'default' && origins.tokenLimit.from === 'default' && areSentences(index, '');
}

const areSentences = question(({ facts }, _: string): boolean => facts.proseCaptions >= facts.captions * sentences);
