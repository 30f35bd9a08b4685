import assert from 'node:assert/strict';
import { openDataset } from '../../server/src/engine/open-dataset.ts';
import { captionHover } from '../../server/src/language/caption-hover.ts';
import { captionLens } from '../../server/src/language/code-lens.ts';
import { windowMarks } from '../../server/src/language/inlay.ts';
import { cutOffset } from '../../server/src/language/roles.ts';
import { audit } from '../../server/src/report/audit.ts';
import { captionContext } from '../../server/src/rules/run.ts';
import { TagListStore } from '../../server/src/settings/tag-lists.ts';
import { basesOf } from '../../server/src/training/find-config.ts';
import { TrainerSnapshot } from '../../server/src/training/trainer-snapshot.ts';
import { planTraining, withTokensCut } from '../../server/src/training/training-plan.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { greyPng } from '../support/png.ts';

/** A caption of so many CLIP tokens: each tag is a word and a comma, the last one has none. */
const tagsOf = (tokens: number): string =>
  `${Array.from({ length: Math.floor(tokens / 2) }, () => 'hat').join(', ')}${tokens % 2 === 1 ? ', hat' : ','}`;

const subset = (options: string): string =>
  `[[datasets]]\nresolution = 512\nenable_bucket = true\n[[datasets.subsets]]\nimage_dir = "d"\ncaption_extension = ".txt"\n${options}`;

async function everyNumber(options: string, texts: readonly string[], args = '') {
  const workspace = new MemoryWorkspace();
  workspace.set('/w/ds.toml', subset(options));
  workspace.set('/w/train.toml', `dataset_config = "ds.toml"\nnetwork_module = "networks.lora"\n${args}`);
  for (const [n, text] of texts.entries()) {
    workspace.set(`/w/d/${n}.txt`, text);
    workspace.set(`/w/d/${n}.png`, greyPng(512, 512, n));
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
  const files = new TrainerSnapshot(workspace, basesOf('/w/ds.toml'));
  const sources = { datasetConfig: pair.datasetConfig?.document, configFile: pair.configFile?.document };
  const plan = withTokensCut(await planTraining(files, sources, settings.family), settings).report;
  return { index, settings, report, findings, plan };
}

describe('the tokens of a caption', () => {
  for (const [name, options, args] of [
    ['a prefix of 13 tokens', 'caption_prefix = "photo, of, a, big, red, old, hat,"', ''],
    ['a suffix', 'caption_suffix = ", film grain, bokeh"', ''],
    ['a prefix and shuffling', 'caption_prefix = "photo,"\nshuffle_caption = true\nkeep_tokens = 1', ''],
    ['a secondary separator', 'secondary_separator = ";;;"', ''],
    ['wildcards', 'enable_wildcard = true', ''],
    ['weights', '', 'weighted_captions = true'],
    ['150 tokens', 'caption_prefix = "photo,"', 'max_token_length = 150'],
    ['nothing special', '', ''],
  ] as const) {
    it(`are one number everywhere with ${name}`, async () => {
      const texts = [tagsOf(60), tagsOf(75), tagsOf(76), 'a ;;; {hat|big red hat}, (hat:1.2)', tagsOf(140)];
      const { index, settings, report, findings, plan } = await everyNumber(options, texts, args);
      const limit = settings.tokenLimit ?? 0;
      const over = report.captions.filter(({ tokens }) => (tokens ?? 0) > limit);
      for (const { file, tokens } of report.captions) {
        const record = index.record(file);
        assert.ok(record);
        assert.equal(record.tokens, tokens);
        assert.ok(captionLens(record, settings, null)?.startsWith(`${tokens}/${limit} tokens`));
        const extras = { thumbnail: null, duplicates: [], failureModes: [] };
        assert.ok(captionHover(record, settings, null, extras).includes(`${tokens}/${limit} tokens`));
        const context = captionContext(index, record, settings);
        assert.ok(context);
        const cut = findings.find((finding) => finding.rule === 'token-truncation' && finding.file === file);
        const isOver = (tokens ?? 0) > limit;
        if (cut) assert.ok(cut.message.startsWith(`${tokens} tokens, ${limit} train`), cut.message);
        if (isOver && !options.includes('suffix')) assert.ok(cut, `${file}: ${tokens}`);
        if (!isOver) assert.equal(cutOffset(context, 0), null);
        if (cut) assert.equal(cutOffset(context, 0), cut.range?.start);
        assert.ok(isOver || windowMarks(context).every(({ label }) => !label.startsWith('┃')));
      }
      assert.equal(report.metrics.tokens.max, Math.max(...report.captions.map(({ tokens }) => tokens ?? 0)));
      assert.equal(report.metrics.tokens.overLimitShare, over.length / report.captions.length);
      assert.deepEqual(plan.tokensCut, {
        limit,
        captions: report.captions.length,
        captionsOverLimit: over.length,
        tokensCut: over.reduce((sum, { tokens }) => sum + (tokens ?? 0) - limit, 0),
      });
      const mismatch = findings.find(({ rule }) => rule === 'token-limit-mismatch');
      if (over.length > 0) assert.ok(mismatch?.message.includes(`longest ${report.metrics.tokens.max}`));
    });
  }

  it('of 75 with a prefix of 13 are 88', async () => {
    const { report } = await everyNumber('caption_prefix = "photo, of, a, big, red, old, hat"', [tagsOf(75)]);
    assert.equal(report.captions[0]?.tokens, 88);
  });
});
