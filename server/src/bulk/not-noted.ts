import { t } from '../ground/l10n.ts';
import { reasonText } from '../workspace/reason.ts';
import type { FileProblem } from '../workspace/workspace.ts';

/**
 * Why a change was not made: nothing is written that cannot be noted before.
 * @param folder where changes are noted
 */
export function notNotedText({ path, reason }: FileProblem, folder: string): string {
  if (reason === 'locked' || !path.startsWith(`${folder}/`))
    return t('{0}: {1}. Nothing was changed.', path, reasonText(reason));
  return t(
    'Changes are noted below {0} before they are made, and nothing can be written there: {1}. Name another folder in TAGMETRY_STATE. Nothing was changed.',
    folder,
    // The system says of a folder that takes no others that it is not there.
    reason === 'ENOENT' ? t('no folder can be made there') : reasonText(reason),
  );
}
