import type { FailureMode } from '../ground/finding.ts';
import { t } from '../ground/l10n.ts';
import type { RiskLevel } from './assess.ts';

export interface Symptom {
  readonly id: string;
  readonly mode: FailureMode;
  /** What the user sees, in the display language. */
  readonly text: () => string;
}

export interface ModeText {
  readonly title: () => string;
  readonly summary: () => string;
}

/** The failure modes as the user meets them. */
export const modeTexts: Readonly<Record<FailureMode, ModeText>> = {
  memorization: {
    title: () => t('Memorization'),
    summary: () => t('Outputs snap to training images; diversity dies.'),
  },
  'concept-bleed': {
    title: () => t('Concept bleed'),
    summary: () => t('The class word alone gives the subject; concepts mix; general words lose their meaning.'),
  },
  'identity-collapse': {
    title: () => t('Identity collapse'),
    summary: () => t('The subject is not stable, or frozen.'),
  },
  'prompt-sensitivity': {
    title: () => t('Prompt sensitivity'),
    summary: () => t('Wording and order change everything; late tags do nothing; the trigger locks in.'),
  },
  'style-drift': {
    title: () => t('Style drift'),
    summary: () => t('Colour, contrast, texture or style sticks without being asked for.'),
  },
  'training-instability': {
    title: () => t('Training instability'),
    summary: () => t('Training does not start, crashes, or the loss spikes or becomes NaN.'),
  },
  'weak-sdxl': {
    title: () => t('Weak detail'),
    summary: () => t('Images are too small or too uneven for the resolution the model trains at.'),
  },
};

/** Symptoms (A) a user can tick, by failure mode. */
export const symptoms: readonly Symptom[] = [
  { id: 'training-images-return', mode: 'memorization', text: () => t('Outputs look like training images') },
  { id: 'background-stuck', mode: 'memorization', text: () => t('The same background keeps coming back') },
  { id: 'viewpoint-stuck', mode: 'memorization', text: () => t('Viewpoint and pose hardly follow the prompt') },
  { id: 'class-gives-subject', mode: 'concept-bleed', text: () => t('The class word alone gives the subject') },
  { id: 'subject-everywhere', mode: 'concept-bleed', text: () => t('The subject enters prompts that do not name it') },
  { id: 'attributes-mix', mode: 'concept-bleed', text: () => t('Attributes of several concepts mix') },
  { id: 'general-words-lost', mode: 'concept-bleed', text: () => t('General words give worse images than before') },
  {
    id: 'subject-unstable',
    mode: 'identity-collapse',
    text: () => t('The trigger gives a different person each time'),
  },
  {
    id: 'likeness-frozen',
    mode: 'identity-collapse',
    text: () => t('The likeness is right, and nothing else can be changed'),
  },
  { id: 'order-matters', mode: 'prompt-sensitivity', text: () => t('Another word order changes the result') },
  { id: 'one-wording-works', mode: 'prompt-sensitivity', text: () => t('Only one wording works') },
  { id: 'late-tags-ignored', mode: 'prompt-sensitivity', text: () => t('The end of a long prompt does nothing') },
  { id: 'texture-changes', mode: 'style-drift', text: () => t('Too much contrast, grain or smoothing') },
  { id: 'style-sticks', mode: 'style-drift', text: () => t('One style comes without being asked for') },
  { id: 'colour-moves', mode: 'style-drift', text: () => t('Colours stick, or move to other things') },
  { id: 'loss-nan', mode: 'training-instability', text: () => t('The loss spikes or becomes NaN') },
  { id: 'black-images', mode: 'training-instability', text: () => t('Samples turn black') },
  { id: 'training-stops', mode: 'training-instability', text: () => t('Training stops or does not start') },
  { id: 'detail-missing', mode: 'weak-sdxl', text: () => t('Fine detail is missing') },
  { id: 'composition-breaks', mode: 'weak-sdxl', text: () => t('Large images fall apart') },
];

const byId = new Map(symptoms.map((symptom) => [symptom.id, symptom]));
export const symptomById = (id: string): Symptom | undefined => byId.get(id);

/** A risk level in the display language. */
export function riskName(level: RiskLevel): string {
  if (level === 'high') return t('high');
  if (level === 'elevated') return t('elevated');
  return level === 'low' ? t('low') : t('none');
}
