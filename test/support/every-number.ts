import assert from 'node:assert/strict';
import { openDataset } from '../../server/src/engine/open-dataset.ts';
import { captionHover } from '../../server/src/language/caption-hover.ts';
import { captionLens } from '../../server/src/language/code-lens.ts';
import { windowMarks } from '../../server/src/language/inlay.ts';
import { cutOffset } from '../../server/src/language/roles.ts';
import { audit } from '../../server/src/report/audit.ts';
import { captionContext } from '../../server/src/rules/caption-context.ts';
import { TagListStore } from '../../server/src/settings/tag-lists.ts';
import { basesOf } from '../../server/src/training/find-config.ts';
import { planOther } from '../../server/src/training/plan-other.ts';
import { TrainerSnapshot } from '../../server/src/training/trainer-snapshot.ts';
import { planTraining, withTokensCut } from '../../server/src/training/training-plan.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { greyPng } from './png.ts';

/** A caption of so many CLIP tokens: each tag is a word and a comma, the last one has none. */
export const tagsOf = (tokens: number): string =>
  `${Array.from({ length: Math.floor(tokens / 2) }, () => 'hat').join(', ')}${tokens % 2 === 1 ? ', hat' : ','}`;

const subset = (options: string): string =>
  `[[datasets]]\nresolution = 512\nenable_bucket = true\n[[datasets.subsets]]\nimage_dir = "d"\ncaption_extension = ".txt"\n${options}`;

/** A dataset in `/w/d` as each view has it. */
async function opened(workspace: MemoryWorkspace, texts: readonly string[], sides: readonly number[]) {
  for (const [n, text] of texts.entries()) {
    workspace.set(`/w/d/${n}.txt`, text);
    workspace.set(`/w/d/${n}.png`, greyPng(sides[n] ?? 512, 512, n));
  }
  const dataset = await openDataset(workspace, '/w/d', {
    tagLists: new TagListStore(workspace),
    paths: { home: '/', folder: '/w' },
    onTagListProblem: (error) => assert.fail(String(error)),
  });
  const { index, settings } = dataset;
  const pair = dataset.config?.pair;
  assert.ok(pair);
  const { report, findings } = await audit(workspace, dataset, 'd', { images: 'headers' });
  return { index, settings, report, findings, pair };
}

export async function everyNumber(options: string, texts: readonly string[], args = '', sides: readonly number[] = []) {
  const workspace = new MemoryWorkspace();
  workspace.set('/w/ds.toml', subset(options));
  workspace.set('/w/train.toml', `dataset_config = "ds.toml"\nnetwork_module = "networks.lora"\n${args}`);
  const { pair, ...views } = await opened(workspace, texts, sides);
  const files = new TrainerSnapshot(workspace, basesOf('/w/ds.toml'));
  const sources = { datasetConfig: pair.datasetConfig?.document, configFile: pair.configFile?.document };
  const { settings } = views;
  const plan = (await withTokensCut(await planTraining(files, sources, settings.family), settings)).report;
  return { ...views, plan, options };
}

/** The same under the configuration of a trainer with a planner of its own. */
export async function everyNumberOf(
  file: string,
  configuration: string,
  texts: readonly string[],
  sides: readonly number[] = [],
) {
  const workspace = new MemoryWorkspace();
  workspace.set(`/w/${file}`, configuration);
  const { pair, ...views } = await opened(workspace, texts, sides);
  assert.ok(pair.other);
  const { plan } = await planOther(workspace, pair.other, views.settings.family);
  assert.ok(plan);
  return { ...views, plan, options: configuration };
}

export type EveryNumber = Awaited<ReturnType<typeof everyNumber>>;
export type Views = Omit<EveryNumber, 'plan'>;

/** Lens, hover, mark, findings and metrics have one number for the tokens of each caption. */
export function agreeOnTokensOf({ index, settings, report, findings, options }: Views): void {
  const { tokenLimit } = settings;
  // Of an encoder that is not counted no number is told.
  if (!settings.encoder.counted) return;
  const limit = tokenLimit ?? Number.POSITIVE_INFINITY;
  const said = (tokens: number | null): string =>
    tokenLimit === null ? `${tokens} ${tokens === 1 ? 'token' : 'tokens'}` : `${tokens}/${limit} tokens`;
  // A blank caption is fed its prefix, and is none that numbers of the set are about.
  const spoken = report.captions.filter(({ file }) => index.record(file)?.trained !== '');
  const over = spoken.filter(({ tokens }) => (tokens ?? 0) > limit);
  // Where most captions are cut in the same words the folder is told once.
  const isToldOnce = findings.some(({ rule, file }) => rule === 'token-overflow-share' && file === '');
  for (const { file, tokens } of report.captions) {
    const record = index.record(file);
    assert.ok(record);
    assert.equal(record.tokens, tokens);
    assert.ok(captionLens(record, settings, null)?.startsWith(said(tokens)));
    const extras = { thumbnail: null, duplicates: [], failureModes: [] };
    assert.ok(captionHover(record, settings, null, extras).includes(said(tokens)));
    const context = captionContext(index, record, settings);
    assert.ok(context);
    const cut = findings.find((finding) => finding.rule === 'token-truncation' && finding.file === file);
    const isOver = (tokens ?? 0) > limit;
    if (cut) assert.ok(cut.message.startsWith(`${tokens} tokens, ${limit} train`), cut.message);
    if (isOver && !options.includes('suffix')) assert.ok(cut ?? isToldOnce, `${file}: ${tokens}`);
    if (!isOver) assert.equal(cutOffset(context, 0), null);
    if (cut) assert.equal(cutOffset(context, 0), cut.range?.start);
    assert.ok(isOver || windowMarks(context).every(({ label }) => !label.startsWith('┃')));
  }
  assert.equal(report.metrics.tokens.max, Math.max(0, ...spoken.map(({ tokens }) => tokens ?? 0)));
  assert.equal(report.metrics.tokens.overLimitShare, over.length / Math.max(1, report.metrics.captions));
  const mismatch = saidOfLimit(findings);
  if (over.length > 0 && mismatch) assert.ok(mismatch.message.includes(`longest ${report.metrics.tokens.max}`));
}

/** What the configuration is told of captions that are over the limit: it stands behind what the folder is told of many of them. */
function saidOfLimit(findings: EveryNumber['findings']): { readonly message: string } | undefined {
  const own = findings.find(({ rule }) => rule === 'token-limit-mismatch');
  const share = findings.find(({ rule }) => rule === 'token-overflow-share');
  return own ?? share?.related?.find(({ message }) => message.includes('their tails never train'));
}

/** {@link agreeOnTokensOf}, and what the plan of sd-scripts says is cut. */
export function agreeOnTokens(all: EveryNumber): void {
  agreeOnTokensOf(all);
  const { index, settings, report, plan, findings } = all;
  const limit = settings.tokenLimit ?? 0;
  const over = report.captions.filter(
    ({ file, tokens }) => index.record(file)?.trained !== '' && (tokens ?? 0) > limit,
  );
  assert.deepEqual(plan.tokensCut, {
    limit,
    captions: report.metrics.captions,
    captionsOverLimit: over.length,
    tokensCut: over.reduce((sum, { tokens }) => sum + (tokens ?? 0) - limit, 0),
  });
  const mismatch = saidOfLimit(findings);
  if (over.length > 0) assert.ok(mismatch?.message.includes(`longest ${report.metrics.tokens.max}`));
}
