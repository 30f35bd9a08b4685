import { riskLevels } from '../advice/assess.ts';
import { bulkText } from '../bulk/operations.ts';
import { type FixChoice, fixAll, fixesOf, safeFixes } from '../engine/fix-all.ts';
import { fixFolder } from '../engine/fix-folder.ts';
import type { Dataset } from '../engine/open-dataset.ts';
import { t } from '../ground/l10n.ts';
import type { Candidate } from '../planning/cure.ts';
import { rules } from '../rules/registry.ts';
import type { Category } from '../tags/vocabulary.ts';
import { type SettingStep, settingEdits } from './cure-settings.ts';
import type { AuditReport } from './report.ts';

/** A change that a cure may consist of. Nothing is written before it is asked for. */
export interface CureStep extends Candidate {
  /** In the display language. */
  readonly title: string;
  readonly source: string;
  readonly heuristic: boolean;
  /** Captions it changes, and what it makes of a text of theirs. */
  readonly captions: ReadonlySet<string>;
  edit(file: string, text: string): string;
  /** Images that it moves out of the dataset. */
  readonly images: readonly string[];
  /** Options it sets in the configuration. */
  readonly setting: SettingStep | null;
  /** Content tokens it lets train where no configuration can say so; null as they are. */
  readonly tokens: 150 | 225 | null;
}

const nothing = {
  captions: new Set<string>(),
  edit: (_: string, text: string) => text,
  images: [],
  setting: null,
  tokens: null,
};

/** Groups of duplicates up to which each number of them is tried; of more the doubles. */
const ownClusters = 8;
/** Rules whose fixes are tried, and tags that are thinned out. */
const mostRules = 6;
const mostTags = 6;
/** Part of the images a step may move out because a rule names them. */
const mostAside = 0.1;
/** Parts of its captions on which a tag that is always there is left: below what counts as always, and clearly varied. */
const thinnedTo = [0.85, 0.6];

/** Categories whose tags may be thinned out where they are always on (failure map: co-occurrence, style). */
const thinned: readonly (Category | null)[] = [
  'background',
  'style',
  'quality',
  'lighting',
  'clothing',
  'colour',
  'framing',
  'pose',
];

/** What could lower a risk that is above low, by its evidence. */
export async function cureSteps(
  { index, settings, config }: Pick<Dataset, 'index' | 'settings' | 'config'>,
  report: AuditReport,
  signal?: AbortSignal,
): Promise<CureStep[]> {
  const low = riskLevels.indexOf('low');
  const called = report.advice.risks
    .filter(({ level }) => riskLevels.indexOf(level) > low)
    .flatMap(({ evidence }) => evidence.filter(({ level }) => riskLevels.indexOf(level) > low));
  if (called.length === 0) return [];
  const steps: CureStep[] = [...duplicateSteps(report)];
  for (const step of await fixSteps({ index, settings }, [...new Set(called.map(({ id }) => id))], signal))
    steps.push(step);
  for (const step of thinningSteps({ index }, report)) steps.push(step);
  for (const { id, files, fileCount } of called) {
    const images = files.filter((file) => index.image(file));
    const few = images.length === fileCount && fileCount <= Math.max(1, report.summary.images * mostAside);
    if (images.length === 0 || !few || steps.some((step) => step.id === `aside ${id}`)) continue;
    if (rules.find((rule) => rule.id === id)?.group !== 'images' || id.includes('duplicate')) continue;
    steps.push({
      ...nothing,
      id: `aside ${id}`,
      cost: images.length,
      title: t('Move {0} images aside ({1})', images.length, id),
      source: `rule: ${id}`,
      heuristic: true,
      images,
    });
  }
  for (const step of windowSteps({ settings, config }, report)) steps.push(step);
  for (const { id, title, source, heuristic, settings: wanted } of report.advice.playbook.y) {
    const setting = config ? settingEdits(config.pair, wanted) : null;
    if (!setting) continue;
    steps.push({ ...nothing, id: `set ${id}`, cost: setting.options, title, source, heuristic, setting });
  }
  return steps;
}

/** A longer window, where captions are cut and no configuration is there to say so. */
function windowSteps(
  { settings, config }: Pick<Dataset, 'settings' | 'config'>,
  { metrics }: Pick<AuditReport, 'metrics'>,
): CureStep[] {
  const { tokenLimit, trainer, family } = settings;
  const canGrow = family.encoders.some(({ limitOption }) => limitOption === 'max_token_length');
  if (
    config ||
    trainer.sameOptions !== 'all' ||
    !canGrow ||
    tokenLimit === null ||
    (metrics.tokens.max ?? 0) <= tokenLimit
  )
    return [];
  return ([150, 225] as const)
    .filter((tokens) => tokens > tokenLimit)
    .map((tokens) => ({
      ...nothing,
      id: `window ${tokens}`,
      group: 'window',
      // The shorter one is to be preferred where both do.
      cost: tokens === 150 ? 1 : 2,
      title: t('Train with max_token_length = {0}', tokens),
      source: 'sd-scripts: library/strategy_base.py',
      heuristic: false,
      setting: {
        settings: [{ file: 'config_file' as const, key: 'max_token_length', value: String(tokens) }],
        options: 1,
      },
      tokens,
    }));
}

/**
 * One of each group of duplicates stays: the one the user decided on, else the first with a caption. Groups are taken from the largest
 * down and from the smallest up: the first makes clusters rare, the second duplicates of any kind.
 */
function duplicateSteps({ clusters, images }: AuditReport): CureStep[] {
  const captioned = new Set(images.filter(({ caption }) => caption !== null).map(({ file }) => file));
  const groups = clusters
    .filter(({ verdict }) => verdict == null)
    .map(({ files }) => {
      const stays = files.find((file) => captioned.has(file)) ?? files[0];
      return files.filter((file) => file !== stays);
    })
    .sort((a, b) => b.length - a.length);
  const step = (id: string, copies: readonly string[]): CureStep => ({
    ...nothing,
    id,
    group: 'copies',
    cost: copies.length,
    title: copies.length === 1 ? t('Move one copy aside') : t('Move {0} copies aside', copies.length),
    source: 'map: duplicates',
    heuristic: false,
    images: copies,
  });
  const sizes = Array.from({ length: Math.min(ownClusters, groups.length) }, (_, at) => at + 1);
  for (let size = ownClusters * 2; size < groups.length; size *= 2) sizes.push(size);
  if (groups.length > ownClusters) sizes.push(groups.length);
  const smallest = [...groups].reverse();
  return sizes.flatMap((size) => {
    const down = step(`copies of the ${size} largest`, groups.slice(0, size).flat());
    const up = step(`copies of the ${size} smallest`, smallest.slice(0, size).flat());
    return up.cost === down.cost ? [down] : [down, up];
  });
}

/** Fixes of the rules that are evidence, and all safe ones together. */
async function fixSteps(
  { index, settings }: Pick<Dataset, 'index' | 'settings'>,
  evidence: readonly string[],
  signal?: AbortSignal,
): Promise<CureStep[]> {
  const steps: CureStep[] = [];
  const add = async (id: string, choose: FixChoice, title: (captions: number) => string, heuristic: boolean) => {
    const fixed = await fixFolder(index, settings, choose, signal);
    if (fixed.length === 0) return;
    steps.push({
      ...nothing,
      id,
      cost: fixed.length,
      title: title(fixed.length),
      source: 'map: captions',
      heuristic,
      captions: new Set(fixed.map(({ file }) => file)),
      edit: (file, text) => fixAll(index, file, text, settings, choose).text,
    });
  };
  await add('safe fixes', safeFixes, (count) => t('Make the safe fixes in {0} captions', count), false);
  const known = evidence.filter((id) => rules.some((rule) => rule.id === id)).slice(0, mostRules);
  for (const rule of known)
    await add(`fix ${rule}`, fixesOf(rule), (count) => t('Fix {0} in {1} captions', rule, count), true);
  return steps;
}

/** Tags that are always on, left out of the longest captions until they vary. */
function thinningSteps({ index }: Pick<Dataset, 'index'>, { tags }: AuditReport): CureStep[] {
  const steps: CureStep[] = [];
  const { facts, vocabulary } = index;
  const always = tags.filter(({ category, share }) => share >= 0.9 && thinned.includes(category)).slice(0, mostTags);
  for (const { tag, captions } of always) {
    const norm = vocabulary.normId(tag);
    if (norm === undefined) continue;
    const records = facts
      .captionsWith(norm)
      .filter(({ prose }) => !prose)
      .sort((a, b) => b.tokens - a.tokens || (a.file < b.file ? -1 : 1));
    for (const left of thinnedTo) {
      const count = Math.ceil(captions - left * facts.captions);
      if (count <= 0 || count > records.length) continue;
      steps.push({
        ...nothing,
        id: `thin ${tag} ${left}`,
        group: `thin ${tag}`,
        cost: count,
        title: t('Leave "{0}" out of the {1} longest captions that have it', tag, count),
        source: 'map: co-occurrence',
        heuristic: true,
        captions: new Set(records.slice(0, count).map(({ file }) => file)),
        edit: (file, text) => bulkText(text, index.syntaxOf(file), { kind: 'remove', tags: [tag] }) || text,
      });
    }
  }
  return steps;
}
