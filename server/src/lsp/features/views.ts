import { judgeSome } from '../../engine/judge-some.ts';
import { inBreaths, patient, untilPause } from '../../ground/breath.ts';
import { t } from '../../ground/l10n.ts';
import { LiveAnswers } from '../../ground/live-answer.ts';
import { folderOf } from '../../ground/paths.ts';
import { finishInBreaths, type Steps } from '../../ground/steps.ts';
import { countedTokens } from '../../language/code-lens.ts';
import { categoryName } from '../../language/symbols.ts';
import { tagLifts } from '../../language/tag-lift.ts';
import { allowTag } from '../../settings/sidecar-edits.ts';
import { CATEGORIES, categoryOf } from '../../tags/categories.ts';
import type { OpenDataset } from '../dataset-loader.ts';
import type { Feature } from '../host.ts';
import { uriOf } from '../locate.ts';
import * as protocol from '../protocol.ts';
import { captionsOf } from '../select.ts';
import { sidecarEdit } from '../sidecar-actions.ts';
import { signalOf } from '../signal.ts';

/** The rules that find fault with a tag itself rather than with its place or its company. */
const tagRules = [
  'unknown-tag',
  'near-identical-tag',
  'deprecated-tag',
  'synonym-drift',
  'redundant-tag',
  'constant-style-tags',
  'trigger-lock-in',
] as const;

/** Captions of a list that are given at a time. */
const pageLength = 500;
/** Lists that are remembered, to tell them by their difference. */
const listsKept = 8;

/** Files that are looked at in one step. */
const lookedAtOnce = 1024;

/** Characters of a caption shown in a list. */
const shownText = 80;

/** What lists of captions and tags show. */
export const views: Feature = {
  start(host) {
    const { connection } = host;
    const lists = new Map<string, LiveAnswers<protocol.CaptionList>>();
    connection.onRequest(
      protocol.captionList,
      async ({ uri, filter, offset = 0, limit = pageLength, judged, since }, cancel) => {
        // Who has a list already gets the next one when typing pauses: each key would make it another one.
        const signal = since === undefined ? signalOf(cancel) : patient(signalOf(cancel));
        if (since !== undefined) await untilPause(signal);
        const dataset = await host.datasets.of(uri);
        // No filter means every caption: none has to be looked up but those of the page.
        const meant = filter.trim() === '' ? dataset.index.sortedCaptions : await captionsOf(host, dataset, filter);
        const files = meant.slice(offset, offset + limit).map(({ file }) => file);
        await judgeSome(dataset.findings, files, { all: judged || since !== undefined, signal });
        const list = {
          root: uriOf(dataset.root),
          tokenLimit: dataset.settings.folder.tokenLimit,
          total: meant.length,
          manyFolders: await finishInBreaths(areInManyFolders(meant), signal),
          captions: files.map((file) => entryOf(dataset, file)).filter((entry) => entry !== null),
        };
        const key = JSON.stringify([dataset.root, filter, offset, limit]);
        const known = lists.get(key) ?? new LiveAnswers<protocol.CaptionList>();
        lists.delete(key);
        lists.set(key, known);
        // The least recently asked go; whoever shows one of them gets the whole list again.
        for (const oldest of [...lists.keys()].slice(0, -listsKept)) lists.delete(oldest);
        return known.answer(list, since);
      },
    );
    connection.onRequest(protocol.tagList, async ({ uri }, cancel): Promise<protocol.TagListing> => {
      const signal = patient(signalOf(cancel));
      await untilPause(signal);
      const { root, index } = await host.datasets.of(uri);
      const liftOf = tagLifts(index);
      const groups = new Map<string, protocol.ListedTag[]>();
      await inBreaths(
        [...index.facts.entries()],
        ([norm, captions]) => {
          const tag = index.vocabulary.norm(norm);
          const category = categoryOf(tag) ?? '';
          const group = groups.get(category);
          const listed = { tag, captions, lift: liftOf(norm, captions) };
          if (group) group.push(listed);
          else groups.set(category, [listed]);
        },
        signal,
      );
      const categories = [
        ...CATEGORIES.map((id) => ({ id, name: categoryName(id) })),
        { id: '', name: t('other tags') },
      ]
        .map(({ id, name }) => ({ name, tags: groups.get(id) ?? [] }))
        .filter(({ tags }) => tags.length > 0);
      for (const { tags } of categories) tags.sort((a, b) => b.captions - a.captions || (a.tag < b.tag ? -1 : 1));
      return { root: uriOf(root), captions: index.facts.captions, categories };
    });
    connection.onRequest(protocol.allowTag, async ({ uri, tag }) => {
      const { root } = await host.datasets.of(uri);
      const edit = await sidecarEdit(host, root, (text) => allowTag(text, tag, tagRules));
      if (edit) await connection.workspace.applyEdit({ label: t('Always allow "{0}"', tag), edit });
      return null;
    });
  },
};

/** Whether files lie in more than one folder. */
function* areInManyFolders(files: readonly { readonly file: string }[]): Steps<boolean> {
  const folder = folderOf(files[0]?.file ?? '');
  const start = folder === '' ? '' : `${folder}/`;
  for (const [at, { file }] of files.entries()) {
    if (!file.startsWith(start) || file.indexOf('/', start.length) >= 0) return true;
    if (at % lookedAtOnce === 0) yield;
  }
  return false;
}

/** What a list shows of a caption; null when it went while others were judged. */
function entryOf({ index, findings, settings }: OpenDataset, file: string): protocol.CaptionListEntry | null {
  const record = index.record(file);
  if (!record) return null;
  const found = findings.known(file)?.bySeverity;
  return {
    file,
    image: index.caption(file)?.image ?? null,
    tokens: countedTokens(record, settings.folder),
    tags: record.surfaces.length,
    text: record.trained.slice(0, shownText),
    errors: found?.error ?? null,
    warnings: found?.warning ?? null,
  };
}
