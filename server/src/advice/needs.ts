import { t } from '../ground/l10n.ts';

/** What a piece of evidence has to be measured from. */
export type Need =
  | 'captions'
  | 'enough-captions'
  | 'named-category'
  | 'named-colour'
  | 'trigger'
  | 'trigger-tag'
  | 'reached-trigger'
  | 'class-word'
  | 'two-triggers'
  | 'regularization'
  | 'token-limit'
  | 'images'
  | 'enough-images'
  | 'pixels'
  | 'fineness'
  | 'model-resolution'
  | 'configuration'
  | 'options'
  | 'trainer'
  | 'long-run'
  | 'stops'
  | 'rule-on';

/** Evidence that was not measured for one and the same reason. */
export interface Unmeasured {
  readonly need: Need;
  /** Rules and metrics, sorted. */
  readonly ids: readonly string[];
  /** Why it was not measured and what would measure it, in the display language. */
  readonly how: string;
}

/** Why something of this need was not measured, and what would measure it. */
export function howToMeasure(need: Need): string {
  switch (need) {
    case 'captions':
      return t('There is no caption with text: write captions.');
    case 'enough-captions':
      return t('There are too few captions to count it.');
    case 'named-category':
      return t(
        'Fewer than half of the captions speak of it: name background, framing, light and pose in the captions.',
      );
    case 'named-colour':
      return t(
        'Too few captions name, in tags, the colour of something large: there is nothing to compare with the pictures.',
      );
    case 'trigger':
      return t('No trigger is known well enough: declare it in .tagmetry.json.');
    case 'trigger-tag':
      return t(
        'The trigger is a tag of its own in too few captions: what stands beside it in sentences is not counted.',
      );
    case 'reached-trigger':
      return t('The trigger stands behind the token limit and never trains: move it to the head of the captions.');
    case 'class-word':
      return t('No class word is known: declare it beside the trigger in .tagmetry.json.');
    case 'two-triggers':
      return t('It compares two triggers, and fewer are known.');
    case 'regularization':
      return t('There is no regularization set.');
    case 'token-limit':
      return t(
        'Tokens are not limited or not counted for this model, or no one names the model: set it in .tagmetry.json.',
      );
    case 'images':
      return t('Images were not looked at: audit with --images headers, or turn images on in the settings.');
    case 'enough-images':
      return t('There are too few pictures to compare.');
    case 'pixels':
      return t('Pictures were not compared: audit with --images standard, or check the folder in the editor.');
    case 'fineness':
      return t('Fine detail was not looked at: audit with --images thorough.');
    case 'model-resolution':
      return t('No image size is known, or the model has no resolution of its own.');
    case 'configuration':
      return t(
        'No training configuration was read: put it beside the dataset, or name it as "config" in .tagmetry.json.',
      );
    case 'options':
      return t(
        'The options of the training script are not known: put its config_file beside the dataset, or name it as "config" in .tagmetry.json.',
      );
    case 'trainer':
      return t('The trainer has no such setting.');
    case 'long-run':
      return t('The run is too short to have states to choose from.');
    case 'stops':
      return t('Training stops before it can be counted: mend what stops it first.');
    case 'rule-on':
      return t('The rule is off: turn it on under "rules".');
  }
}

/** What is missing, in two or three words. */
export function needName(need: Need): string {
  switch (need) {
    case 'captions':
    case 'enough-captions':
      return t('captions');
    case 'named-category':
      return t('words for it');
    case 'named-colour':
      return t('words for colours');
    case 'trigger':
    case 'trigger-tag':
    case 'reached-trigger':
    case 'two-triggers':
      return t('trigger');
    case 'class-word':
      return t('class word');
    case 'regularization':
      return t('regularization set');
    case 'token-limit':
      return t('token limit');
    case 'images':
    case 'enough-images':
      return t('images');
    case 'pixels':
    case 'fineness':
      return t('pictures');
    case 'model-resolution':
      return t('resolution');
    case 'configuration':
      return t('configuration');
    case 'options':
      return t('training options');
    case 'trainer':
      return t('settings of the trainer');
    case 'long-run':
      return t('a longer run');
    case 'stops':
      return t('a run that starts');
    case 'rule-on':
      return t('rules that are off');
  }
}

/** What is no fault of the set and nothing to do about. */
const ordinary: ReadonlySet<Need> = new Set([
  'rule-on',
  'named-colour',
  'fineness',
  'trigger-tag',
  'reached-trigger',
  'trainer',
  'long-run',
  'regularization',
  'enough-images',
  'two-triggers',
  'token-limit',
]);

/** What all risks lack, each reason once; what only sets of another kind have is left out. */
export function unmeasuredIn(risks: readonly { readonly unmeasured: readonly Unmeasured[] }[]): Unmeasured[] {
  const found = new Map<Need, Unmeasured>();
  for (const { need, ids, how } of risks.flatMap(({ unmeasured }) => unmeasured)) {
    if (ordinary.has(need)) continue;
    found.set(need, { need, how, ids: [...new Set([...(found.get(need)?.ids ?? []), ...ids])].sort() });
  }
  return [...found.values()];
}
