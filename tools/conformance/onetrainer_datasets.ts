import { type PyValue, pyDict, pyInt, pyList } from '../../server/src/trainers/documents/python-value.ts';
import { MemoryFiles } from '../../server/src/trainers/files/memory-files.ts';
import { isSet } from '../../server/src/trainers/onetrainer/caption.ts';
import { readConcepts } from '../../server/src/trainers/onetrainer/concepts.ts';
import {
  type DatasetPlan,
  type PlannedSample,
  planDatasets,
  planEpoch,
} from '../../server/src/trainers/onetrainer/plan.ts';
import { resolveTrainConfig } from '../../server/src/trainers/onetrainer/train-config.ts';
import type { RowCheck } from '../conformance.ts';
import { canonical, unequal } from './canonical.ts';
import { field, typedRow } from './python-values.ts';

type Row = Record<string, unknown>;

const ROOT = '/dataset';
const inRoot = (text: string) => text.replaceAll('{ROOT}', ROOT);
/** A path as the rows write it. */
export const relative = (path: string) => (path.startsWith(`${ROOT}/`) ? path.slice(ROOT.length + 1) : path);
const inOrder = (items: readonly unknown[]) => items.map(canonical).sort();

function withRoot(value: PyValue): PyValue {
  if (value.type === 'str') return { ...value, value: inRoot(value.value) };
  if (value.type === 'list') return pyList(value.items.map(withRoot));
  if (value.type === 'dict') return pyDict([...value.entries].map(([key, entry]) => [key, withRoot(entry.value)]));
  return value;
}

/** The files of a row, with the changes made before each epoch up to one. */
function filesOf(row: Row, epoch: number): MemoryFiles {
  const files = new MemoryFiles();
  files.addFolder(ROOT);
  // The trainer runs in the folder itself.
  files.addLink('.', ROOT);
  const all = new Map((row.files as Row[]).map((file) => [String(file.path), file]));
  for (let at = 1; at <= epoch; at++)
    for (const change of ((row.between as Record<string, Row[]> | undefined)?.[at] ?? []) as Row[])
      if (change.delete) all.delete(String(change.path));
      else all.set(String(change.path), change);
  for (const [name, file] of all) {
    const path = `${ROOT}/${name}`;
    if (file.dir) files.addFolder(path);
    else if (file.symlink) files.addLink(path, inRoot(String(file.symlink)));
    else if (file.image) {
      const [width, height] = file.image as [number, number];
      files.addImage(path, { width, height, orientation: Number(file.exif_orientation ?? 1) });
    } else if (typeof file.base64 === 'string') files.addFile(path, Buffer.from(file.base64, 'base64'));
    else files.addFile(path, inRoot(String(file.text ?? '')));
  }
  return files;
}

function maskMean(row: Row, mask: string): number {
  const file = (row.files as Row[]).find(({ path }) => path === relative(mask));
  return typeof file?.color === 'number' ? file.color / 255 : 1;
}

function sampleOf(sample: PlannedSample, row: Row, masks: boolean): Row {
  const { bucket } = sample.placement;
  const weight = sample.concept.values.get('loss_weight');
  const type = sample.concept.values.get('type');
  const differs = new Set(sample.texts).size > 1;
  const mean = sample.mask === null ? 1 : maskMean(row, sample.mask);
  return {
    image: relative(sample.image),
    text: sample.texts[0],
    bucket: [bucket.width, bucket.height],
    offset: [sample.offset.x, sample.offset.y],
    size: [sample.size.width, sample.size.height],
    ...(masks ? { mask_mean: mean } : {}),
    ...(weight === 1 ? {} : { loss_weight: weight }),
    ...(type === 'STANDARD' ? {} : { concept_type: type }),
    ...(differs ? { texts: Object.fromEntries(sample.texts.map((text, i) => [`tokens_${i + 1}`, text])) } : {}),
  };
}

/** Configuration and concepts of a row, as they are read. */
function setupOf(line: string) {
  const typed = typedRow(line);
  const given = field(typed, 'config');
  const entries = given.type === 'dict' ? [...given.entries].map(([k, e]) => [k, e.value] as [string, PyValue]) : [];
  return {
    config: resolveTrainConfig({ root: pyDict([['__version', pyInt(11)], ...entries]), errors: [] }),
    concepts: readConcepts({ root: withRoot(field(typed, 'concepts')), errors: [] }),
  };
}

/** The plan of a row whose files stay as they are; null where reading stops. */
export function planOfRow(row: Row, line: string): DatasetPlan | null {
  const { config, concepts } = setupOf(line);
  if (config.error || concepts.error) return null;
  return planDatasets(concepts.value.concepts, config.value, filesOf(row, 0), row.validation === true).value ?? null;
}

const check: RowCheck = (row, line) => {
  const { config, concepts } = setupOf(line);
  const failed = (stage: string, type: string) => unequal([['error', row.error, { stage, type }]]);
  if (config.error) return failed('config', config.error.exception);
  if (concepts.error) return failed('init', concepts.error.exception);
  const validation = row.validation === true;
  const files = filesOf(row, 0);
  const plan = planDatasets(concepts.value.concepts, config.value, files, validation);
  if (plan.error) return failed(plan.stage ?? '', plan.error.exception);
  const pairs: [string, unknown, unknown][] = [];
  if (row.collected)
    pairs.push([
      'collected',
      row.collected,
      plan.value.groups.flatMap(({ images }) => images.map(({ path }) => relative(path))),
    ]);
  const epochs: Row[] =
    (row.result as Row[] | undefined) ?? Array.from({ length: Number(row.epochs ?? 1) }, () => ({}));
  for (const [epoch, expected] of epochs.entries()) {
    const now = filesOf(row, epoch);
    const made = planEpoch(plan.value, epoch, now);
    if (made.error) return failed(`epoch ${epoch}`, made.error.exception);
    const gone = plan.value.cachesImages ? undefined : made.value.samples.find(({ image }) => now.kind(image) === null);
    if (gone) return failed(`epoch ${epoch} batch`, 'AttributeError');
    if (row.error) continue;
    const { samples, batches, announced } = made.value;
    const full = batches.filter((bucket) => bucket.batches > 0);
    pairs.push([`${epoch}.announced`, expected.steps_announced, announced]);
    pairs.push([`${epoch}.batches`, expected.batches, full.reduce((sum, bucket) => sum + bucket.batches, 0)]);
    pairs.push([
      `${epoch}.per bucket`,
      inOrder(expected.batches_per_bucket as unknown[]),
      inOrder(full.map(({ bucket, batches: count }) => [bucket.width, bucket.height, count])),
    ]);
    // Which samples of a bucket are left over is drawn after the part that was run.
    const isWhole = batches.every((bucket) => bucket.samples === bucket.batches * plan.value.batchSize);
    if (isWhole)
      pairs.push([
        `${epoch}.samples`,
        inOrder(expected.samples as unknown[]),
        inOrder(samples.map((s) => sampleOf(s, row, plan.value.masks))),
      ]);
  }
  if (row.error) pairs.push(['error', row.error, null]);
  if (row.cache_dirs)
    pairs.push(['cache_dirs', inOrder(row.cache_dirs as unknown[]), inOrder(cacheFolders(plan.value))]);
  return unequal(pairs);

  /** A folder for each variation that an epoch used. */
  function cacheFolders({ cachesImages, cachesText, groups }: NonNullable<typeof plan.value>): string[] {
    const names = groups.flatMap(({ concept, images, samples }) =>
      epochs.flatMap((_, epoch) =>
        Array.from({ length: samples }, (_, j) => Math.floor((j + epoch * samples) / images.length)).flatMap((pass) => [
          ...(cachesImages
            ? [`image/<sha256>/variation-${pass % Number(concept.values.get('image_variations'))}`]
            : []),
          ...(cachesText.some(isSet)
            ? [`text/<sha256>/variation-${pass % Number(concept.values.get('text_variations'))}`]
            : []),
        ]),
      ),
    );
    return [...new Set(names)];
  }
};

export default check;
