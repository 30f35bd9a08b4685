import { t } from '../l10n.ts';

/** Name of a failure mode in the display language; an unknown one is shown by its id. */
export function failureModeName(id: string): string {
  switch (id) {
    case 'memorization':
      return t('Memorization');
    case 'concept-bleed':
      return t('Concept bleed');
    case 'identity-collapse':
      return t('Identity collapse');
    case 'prompt-sensitivity':
      return t('Prompt sensitivity');
    case 'style-drift':
      return t('Style drift');
    case 'training-instability':
      return t('Training instability');
    case 'weak-sdxl':
      return t('Weak SDXL');
    default:
      return id;
  }
}
