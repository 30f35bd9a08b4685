import { t } from '../../ground/l10n.ts';
import type { AdviceFacts } from '../facts.ts';
import { type RunStates, statesOf } from '../kept-states.ts';
import {
  advisedEpochs,
  advisedExposure,
  advisedRank,
  advisedSteps,
  alphaFor,
  differentImages,
  hasRegularization,
  present,
  presentNumber,
} from '../numbers.ts';
import { dataset, type SettingsAdvice, script, type TrainerSetting } from './define.ts';

/** Checkpoints that a training is worth. */
const checkpoints = 10;
const saveEvery = (epochs: number): number => Math.max(1, Math.round(epochs / checkpoints));

/** Epochs of the user's training, else the advised ones. */
const plannedEpochs = (facts: AdviceFacts): number =>
  Math.min(advisedEpochs(facts), Math.ceil(facts.training?.epochs ?? Number.POSITIVE_INFINITY));

/** States of the run as it is advised, by what the configuration says of saving; null where it saves none on the way, or is not known. */
const plannedStates = (facts: AdviceFacts): RunStates | null =>
  facts.training === null ? null : statesOf(facts.training, plannedEpochs(facts));

/** Whether states of the run are saved on the way. */
const hasSaves = (facts: AdviceFacts): boolean => (plannedStates(facts)?.saved ?? 1) > 1;

/**
 * The states that the advised saving leaves, where an option deletes some of them: what is gone cannot be chosen.
 * @param option the interval that is advised where nothing is saved yet, with its value
 */
function deletedStates(facts: AdviceFacts, option: string, value: number): RunStates | null {
  if (facts.training === null) return null;
  const { training } = facts;
  const values = hasSaves(facts) ? training.values : new Map([...training.values, [option, value]]);
  const states = statesOf({ ...training, values }, plannedEpochs(facts));
  return states !== null && states.kept < states.saved ? states : null;
}

/** The option of sd-scripts that keeps all states. */
function keepStates(facts: AdviceFacts): TrainerSetting[] {
  const states = deletedStates(facts, 'save_every_n_epochs', saveEvery(plannedEpochs(facts)));
  if (states === null) return [];
  return states.unit === 'epochs'
    ? [script('save_last_n_epochs', String(states.saved))]
    : [script('save_last_n_steps', String(Math.ceil(states.length)))];
}

/** Whether more is planned than is advised, or nothing is known of it. Of a run that stops before it is counted nothing can be said. */
const isTooLong = (facts: AdviceFacts): boolean => {
  if (facts.training?.stops) return (presentNumber(facts, 'max_train_epochs') ?? 0) > advisedEpochs(facts);
  return facts.training?.epochs == null || facts.training.epochs > advisedEpochs(facts);
};

/** Steps from one state to the next where fewer are not what is set. */
function stepsBetween(facts: AdviceFacts): number | null {
  const every = saveEvery(advisedSteps(facts));
  return every < (presentNumber(facts, 'save_every_n_steps') ?? Number.POSITIVE_INFINITY) ? every : null;
}

function stopEarlier(facts: AdviceFacts): TrainerSetting[] {
  const epochs = advisedEpochs(facts);
  return [
    ...(!hasSaves(facts) ? [script('save_every_n_epochs', String(saveEvery(plannedEpochs(facts))))] : []),
    ...keepStates(facts),
    ...(isTooLong(facts) ? [script('max_train_epochs', String(epochs))] : []),
  ];
}

/** Rank and alpha where the present rank is above the advised one, or not known. */
function lowerRank(facts: AdviceFacts): TrainerSetting[] {
  const rank = advisedRank(facts);
  const now = presentNumber(facts, 'network_dim');
  if (now !== null && now <= rank) return [];
  return [script('network_dim', String(rank)), script('network_alpha', String(alphaFor(facts, rank)))];
}

/** The rank for a likeness that stays vague: at least twice what is there, up to 32 (16 for a handful of images). */
function raisedRank(facts: AdviceFacts): number | null {
  const most = Math.max(16, Math.min(32, advisedRank(facts) * 2));
  const now = presentNumber(facts, 'network_dim');
  if (now === null) return most;
  return now >= most ? null : Math.max(8, Math.min(most, now * 4));
}

function raiseRank(facts: AdviceFacts): TrainerSetting[] {
  const rank = raisedRank(facts);
  if (rank !== null)
    return [script('network_dim', String(rank)), script('network_alpha', String(alphaFor(facts, rank)))];
  const [dim, alpha] = [presentNumber(facts, 'network_dim'), presentNumber(facts, 'network_alpha')];
  // A rank that is large for the set has to come down instead, and its alpha with it.
  const isLarge = dim !== null && dim > advisedRank(facts) * 2;
  return dim !== null && alpha !== null && alpha < dim / 2 && !isLarge ? [script('network_alpha', String(dim))] : [];
}

const epochsAdvised = (facts: AdviceFacts): string =>
  t(
    '{0} epochs of {1} samples show each of {2} different images about {3} times.',
    advisedEpochs(facts),
    facts.samplesPerEpoch,
    differentImages(facts),
    advisedExposure(facts),
  );

/** Settings about how long, and into how large a network, is trained. */
export const lengthSettings: readonly SettingsAdvice[] = [
  {
    id: 'stop-earlier',
    modes: ['memorization', 'concept-bleed', 'style-drift'],
    because: [
      'kept-states',
      'image-exposure',
      'cluster-share',
      'largest-cluster-share',
      'dense-cluster-share',
      'effective-image-share',
      'effective-images',
      'exact-duplicate',
      'near-duplicate',
      'class-hijack',
      'background-top-share',
      'background-effective-tags',
      'trigger-background-probability',
    ],
    title: () => t('Save often and stop at the best checkpoint'),
    why: () => t('The longer a small set trains, the more diversity and general meaning are lost.'),
    numbers: (facts) => (isTooLong(facts) ? epochsAdvised(facts) : ''),
    settings: stopEarlier,
    onetrainer: (facts) => [
      ...(isTooLong(facts) ? [`epochs = ${advisedEpochs(facts)}`] : []),
      ...(!hasSaves(facts) ? [`save_every = ${saveEvery(plannedEpochs(facts))}`, 'save_every_unit = EPOCH'] : []),
      // Nothing is deleted there, and what comes early may not be saved at all.
      ...(deletedStates(facts, 'save_every_n_epochs', saveEvery(plannedEpochs(facts))) ? ['save_skip_first = 0'] : []),
    ],
    aiToolkit: (facts) => [
      ...(isTooLong(facts) ? [`train.steps: ${advisedSteps(facts)}`] : []),
      ...(!hasSaves(facts) && stepsBetween(facts) !== null ? [`save.save_every: ${stepsBetween(facts)}`] : []),
      ...[deletedStates(facts, 'save_every_n_steps', saveEvery(advisedSteps(facts)))].flatMap((states) =>
        states === null ? [] : [`save.max_step_saves_to_keep: ${states.saved}`],
      ),
    ],
    source: 'map: memorization',
    heuristic: true,
  },
  {
    id: 'train-longer',
    modes: ['identity-collapse'],
    because: ['training-samples', 'trained-epochs'],
    title: () => t('Train longer'),
    why: () => t('A likeness needs to be seen often enough to be learnt.'),
    numbers: epochsAdvised,
    settings: (facts) =>
      facts.training?.epochs != null && facts.training.epochs >= advisedEpochs(facts)
        ? []
        : [script('max_train_epochs', String(advisedEpochs(facts)))],
    onetrainer: (facts) => [`epochs = ${advisedEpochs(facts)}`],
    aiToolkit: (facts) => [`train.steps: ${advisedSteps(facts)}`],
    source: 'map: identity',
    heuristic: true,
  },
  {
    id: 'lower-rank',
    modes: ['memorization', 'style-drift'],
    because: [
      'rank-per-image',
      'cluster-share',
      'dense-cluster-share',
      'effective-image-share',
      'effective-images',
      'exact-duplicate',
      'near-duplicate',
      'background-top-share',
      'background-effective-tags',
      'trigger-background-probability',
      'constant-style-tags',
    ],
    title: () => t('Lower the rank'),
    why: () => t('A larger network stores small sets whole, faults included.'),
    numbers: (facts) => t('Rank {0} is enough for {1} different images.', advisedRank(facts), differentImages(facts)),
    settings: lowerRank,
    onetrainer: (facts) => [
      `lora_rank = ${advisedRank(facts)}`,
      `lora_alpha = ${alphaFor(facts, advisedRank(facts))}.0`,
    ],
    aiToolkit: (facts) => [
      `network.linear: ${advisedRank(facts)}`,
      `network.linear_alpha: ${alphaFor(facts, advisedRank(facts))}`,
    ],
    source: 'sd-scripts: docs/train_network.md',
    heuristic: true,
  },
  {
    id: 'raise-rank',
    modes: ['identity-collapse'],
    because: ['network-rank', 'alpha-share'],
    title: () => t('Raise the rank'),
    why: () => t('A network that is too small, or an alpha far below the rank, cannot hold a likeness.'),
    settings: raiseRank,
    onetrainer: (facts) => rankLines(facts, 'lora_rank = {0}', 'lora_alpha = {0}.0'),
    aiToolkit: (facts) => rankLines(facts, 'network.linear: {0}', 'network.linear_alpha: {0}'),
    source: 'sd-scripts: docs/train_network.md',
    heuristic: true,
  },
  {
    id: 'damp-network',
    modes: ['memorization'],
    because: ['rank-per-image', 'image-exposure', 'effective-images', 'effective-image-share', 'cluster-share'],
    title: () => t('Dampen the network: dropout and limited weights'),
    why: () => t('Both keep single images from being stored.'),
    settings: (facts) => [
      ...((presentNumber(facts, 'network_dropout') ?? 0) > 0 ? [] : [script('network_dropout', '0.1')]),
      ...((presentNumber(facts, 'scale_weight_norms') ?? 0) > 0 ? [] : [script('scale_weight_norms', '1.0')]),
    ],
    onetrainer: () => ['dropout_probability = 0.1'],
    aiToolkit: () => ['network.dropout: 0.1'],
    source: 'sd-scripts: docs/train_network.md',
    heuristic: true,
  },
  {
    id: 'add-regularization-subset',
    modes: ['concept-bleed'],
    because: ['class-hijack', 'missing-regularization', 'undeclared-regularization', 'class-trigger-probability'],
    title: () => t('Give the regularization set to the trainer'),
    why: () => t('It is trained beside the subject and keeps the class general.'),
    settings: (facts) =>
      hasRegularization(facts) && !isUndeclared(facts)
        ? []
        : typeof present(facts, 'train_data_dir') === 'string'
          ? // Folders by their names: the set is another one of them.
            [script('reg_data_dir', JSON.stringify('reg')), script('prior_loss_weight', '1.0')]
          : [
              dataset('is_reg', 'true'),
              dataset('class_tokens', JSON.stringify(facts.classWord ?? 'class word')),
              script('prior_loss_weight', '1.0'),
            ],
    onetrainer: () => ['concept.type = PRIOR_PREDICTION'],
    aiToolkit: () => ['datasets.is_reg: true'],
    source: 'sd-scripts: library/train_util.py',
    heuristic: false,
  },
];

/** Whether a regularization set is there and the configuration does not call it one. */
const isUndeclared = ({ rules }: AdviceFacts): boolean => (rules.get('undeclared-regularization')?.findings ?? 0) > 0;

/** Lines for rank and alpha, the number in the place of {0}. */
function rankLines(facts: AdviceFacts, rankLine: string, alphaLine: string): readonly string[] {
  const rank = raisedRank(facts);
  if (rank === null) return [];
  return [rankLine.replace('{0}', String(rank)), alphaLine.replace('{0}', String(alphaFor(facts, rank)))];
}
