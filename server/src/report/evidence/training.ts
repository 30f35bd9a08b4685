import type { TrainingFacts } from '../../advice/facts.ts';
import { encoderRates, lightRatio } from '../../advice/rates.ts';
import type { TrainingPlan } from '../../training/training-plan.ts';
import { sampleShare } from '../training-facts.ts';
import type { Values } from './values.ts';

/** Network modules whose rank means what the seed says of it. */
const loraModule = /^(?:networks\.)?(?:lora|lora_fa|dylora)(?:_\w+)?$/;

/** Fills the metrics that follow from a training configuration; what it does not say stays unmeasured. */
export function trainingEvidence(
  values: Values,
  training: TrainingFacts | null,
  plan: TrainingPlan | null,
  model: { readonly id: string; readonly encoders: number; readonly newTrigger: boolean },
): void {
  if (!training || !plan) return;
  values['colour-augmentation'] = sampleShare(plan, (subset) => subset.color_aug === true);
  values['fixed-captions'] = sampleShare(
    plan,
    (subset) =>
      subset.shuffle_caption !== true &&
      subset.enable_wildcard !== true &&
      !(Number(subset.caption_tag_dropout_rate) > 0) &&
      !(Number(subset.caption_dropout_rate) > 0) &&
      !(Number(subset.caption_dropout_every_n_epochs) > 0),
  );
  if (!training.knowsOptions) return;
  const different = training.images * (values['effective-image-share'] ?? 1);
  if (training.epochs !== null && training.images > 0) {
    const samples = training.samplesPerEpoch * training.epochs;
    values['training-samples'] = samples;
    values['image-exposure'] = samples / different;
  }
  const number = (key: string): number | null => {
    const value = training.values.get(key);
    return typeof value === 'number' ? value : null;
  };
  const rank = number('network_dim') ?? 4;
  const module = training.values.get('network_module');
  if (typeof module === 'string' && loraModule.test(module) && rank > 0) {
    values['network-rank'] = rank;
    if (different > 0) values['rank-per-image'] = rank / different;
    values['alpha-share'] = (number('network_alpha') ?? 1) / rank;
  }
  const rates = encoderRates(training);
  values['untrained-text-encoder'] = rates.textEncoder === 0 && model.newTrigger ? model.encoders : 0;
  if (rates.unet > 0) values['text-encoder-rate-ratio'] = rates.textEncoder / rates.unet;
  // networks.lora gives both encoders of SDXL the first of the rates (sd-scripts train_network.py).
  const isHard = rates.textEncoder > rates.unet * lightRatio;
  values['shared-encoder-rate'] = model.id === 'sdxl' && isHard ? model.encoders : 0;
}
