import type { Steps } from '../../ground/steps.ts';
import { type AskedRun, type FedImage, type FedRun, lengthOf, tagsBetween } from '../fed-run.ts';
import { compareCodePoints } from '../files/paths.ts';
import { pythonStripRange } from '../python/python-text.ts';
import { paramsOf } from './params.ts';
import type { DatasetPlan } from './plan.ts';

/**
 * What musubi-tuner feeds over a run: each cached item with its caption as a whole, num_repeats times an epoch. Nothing is drawn; how long
 * the training is stands on its command line only.
 */
export function* feedOf(plan: DatasetPlan, asked: AskedRun): Steps<FedRun> {
  const batches = plan.datasets.reduce((sum, { train }) => sum + (train?.value?.batches ?? 0), 0);
  const length = lengthOf(asked.length, null, batches);
  const images: FedImage[] = [];
  const never: string[] = [];
  const sets: FedRun['sets'][number][] = [];
  for (const [set, { resolved, source, captions, train }] of plan.datasets.entries()) {
    const { directory, list } = paramsOf(resolved.params);
    const repeats = asked.trial?.repeats ?? Math.max(0, Number(resolved.params.num_repeats));
    const words = new Map(
      (captions.value ?? []).map(({ item, caption }) => [item, typeof caption === 'string' ? caption : '']),
    );
    const trained = new Map<string, number>();
    for (const { latents } of train?.value?.buckets ?? [])
      for (const { path } of latents) trained.set(path, (trained.get(path) ?? 0) + 1);
    for (const path of [...trained.keys()].sort(compareCodePoints)) {
      yield;
      const caption = words.get(path) ?? '';
      const tags = tagsBetween(caption, ',', pythonStripRange);
      const shows = repeats * (trained.get(path) ?? 0) * length.epochs;
      images.push({
        path,
        set,
        shows,
        written: () => tags.map(({ text }) => text),
        phases: () => [
          { shows, alternatives: [{ chance: 1, text: { kind: 'still', text: caption, tags } }], once: true },
        ],
      });
      if (shows === 0) never.push(path);
    }
    for (const { path } of source.items) if (!trained.has(path)) never.push(path);
    sets.push({ name: directory ?? list ?? '', isRegularization: false, repeats });
  }
  return { basis: Number.isInteger(length.epochs) ? 'exact' : 'expected', length, sets, images, neverShown: never };
}
