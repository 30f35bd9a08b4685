import { t } from '../ground/l10n.ts';
import type { SurveyOff } from './survey.ts';

/** Tells the user why pictures were not compared, and that everything else went on. */
export function switchedOffText({ reason, detail }: SurveyOff): string {
  switch (reason) {
    case 'no-worker':
      return t('Images were not compared here; their headers were read.');
    case 'no-decoder':
      return t('Images were not compared: the decoder cannot be started ({0}). Everything else was checked.', detail);
    case 'crashes':
      return t(
        'Images were not all compared: the decoder ended three times within a minute ({0}). Everything else was checked.',
        detail,
      );
  }
}
