import { judgeSome } from '../../engine/judge-some.ts';
import type { FindingSummary } from '../../engine/summary.ts';
import { captionFileOf, type WorkingItem } from '../../engine/working-items.ts';
import type { CaptionRecord } from '../../facts/record.ts';
import { applyEdits } from '../../ground/edits.ts';
import { t } from '../../ground/l10n.ts';
import { baseName } from '../../ground/paths.ts';
import { countedTokens, tokensText } from '../../language/code-lens.ts';
import { presentChoices, tagChoices } from '../../language/tag-choices.ts';
import type { FolderSettings } from '../../settings/settings.ts';
import { addSuppression } from '../../settings/sidecar-edits.ts';
import type { Feature, ServerHost } from '../host.ts';
import { imageDetails, pictureOf } from '../image-details.ts';
import { uriOf } from '../locate.ts';
import { OpenWorkingSet } from '../open-working-set.ts';
import * as protocol from '../protocol.ts';
import { sidecarEdit } from '../sidecar-actions.ts';
import { unheard } from '../unheard.ts';

/** Characters of a caption shown with a thumbnail. */
const shownText = 80;
/** Of an image without a caption. */
const nothingFound: FindingSummary['bySeverity'] = { error: 0, warning: 0, info: 0, hint: 0 };
/** Tags proposed at once. */
const mostChoices = 60;
/** Pixels of the longer side of a twin beside the image. */
const twinSide = 768;

/** The one working set of the editor: what every view shows and acts on. */
export const workingSet: Feature = {
  start(host) {
    const { connection } = host;
    const open = new OpenWorkingSet(host);
    host.onSettled(async (root) => {
      const state = await open.follow(root).catch(() => undefined);
      if (state !== undefined && host.isExtension)
        unheard(connection, connection.sendNotification(protocol.workingSetChanged, state));
    });
    connection.onRequest(protocol.workingSet, (change) => open.change(change));
    connection.onRequest(protocol.workingItems, async ({ revision, offset, limit, judged }) => {
      await judgePage(open.at(revision), offset, limit, judged ?? false);
      // Meanwhile the list may have become another one.
      const { set, items, dataset } = open.at(revision);
      const names = set.members.slice(offset, offset + limit);
      return names.map((key, at) => entryOf(items.get(key), offset + at));

      function entryOf(item: WorkingItem | undefined, place: number): protocol.WorkingItemEntry {
        const { index, findings } = dataset;
        const caption = item?.caption ?? null;
        const record = caption === null ? undefined : index.record(caption);
        const found = caption === null ? nothingFound : findings.known(caption)?.bySeverity;
        return {
          key: set.members[place],
          caption,
          image: item?.image ?? null,
          wordless: item?.wordless ?? false,
          tokens: record ? countedTokens(record, dataset.settings.folder) : null,
          tags: record?.surfaces.length ?? 0,
          errors: found?.error ?? null,
          warnings: found?.warning ?? null,
          infos: found?.info ?? null,
          text: record?.trained.slice(0, shownText) ?? '',
          differs: differenceAt(place).slice(0, shownText),
          twins: item?.image ? host.images.knowledge.duplicatesOf(index, item.image).length : 0,
        };
      }

      /** The tags that not both captions beside this one have. */
      function differenceAt(place: number): string {
        const { index } = dataset;
        const normsAt = (other: number): Set<number> | null => {
          const caption = items.get(set.members[other])?.caption ?? null;
          const record = caption === null ? undefined : index.record(caption);
          return record ? new Set(record.norms) : null;
        };
        const own = items.get(set.members[place])?.caption ?? null;
        const record = own === null ? undefined : index.record(own);
        if (!record) return '';
        const beside = [normsAt(place - 1), normsAt(place + 1)].filter((norms) => norms !== null);
        const seen = new Set<number>();
        const differing: string[] = [];
        for (const surface of record.surfaces) {
          const norm = index.vocabulary.normOf(surface);
          if (seen.has(norm) || (beside.length > 0 && beside.every((norms) => norms.has(norm)))) continue;
          seen.add(norm);
          differing.push(index.vocabulary.surface(surface));
        }
        return differing.join(', ');
      }
    });
    connection.onRequest(protocol.workingTargets, async ({ of }): Promise<protocol.WorkingTargets> => {
      const { set, items, dataset } = open.opened();
      const extensions = dataset.settings.folder.captionExtensions;
      const meant = (of === 'all' ? set.members : set.targets).flatMap((key) => items.get(key) ?? []);
      return {
        root: uriOf(dataset.root),
        captions: [...new Set(meant.flatMap(({ caption }) => caption ?? []))],
        images: meant.flatMap(({ image }) => image ?? []),
        unwritten: [
          ...new Set(meant.flatMap((item) => (item.wordless ? (captionFileOf(item, extensions) ?? []) : []))),
        ],
      };
    });
    connection.onRequest(protocol.workingThumbnail, async ({ revision, place, side }) => {
      const { set, items, dataset } = open.at(revision);
      const image = items.get(set.members[place] ?? '')?.image ?? null;
      if (image === null) return { picture: null, problem: 'no image' };
      const picture = await pictureOf(host, dataset, image, side);
      const { problem } = await host.images.scans.facts(dataset.root, image);
      // Trainers may read what is not decoded here.
      return { picture, problem: problem && problem.problem !== 'unsupported' ? 'unreadable' : null };
    });
    connection.onRequest(protocol.suppressIn, (params) => suppress(host, params));
    connection.onRequest(protocol.workingImage, (params) => imageAt(host, open, params));
    connection.onRequest(protocol.tagChoices, async ({ uri, typed, among }) => {
      if (among === 'dataset') return tagChoices((await host.datasets.of(uri)).index, typed, mostChoices);
      const { set, items, dataset } = open.opened();
      const files = set.targets.flatMap((key) => items.get(key)?.caption ?? []);
      return presentChoices(dataset.index, new Set(files), typed, mostChoices);
    });
  },
};

/** Has captions of the working set judged, all or as far as that is quick. */
async function judgePage(
  { set, items, dataset }: ReturnType<OpenWorkingSet['at']>,
  offset: number,
  limit: number,
  all: boolean,
): Promise<void> {
  const page = set.members.slice(offset, offset + limit);
  await judgeSome(
    dataset.findings,
    page.flatMap((key) => items.get(key)?.caption ?? []),
    { all },
  );
}

async function imageAt(
  host: ServerHost,
  open: OpenWorkingSet,
  { revision, place, side }: protocol.WorkingImageParams,
): Promise<protocol.WorkingImage | null> {
  const { set, items, dataset } = open.at(revision);
  const item = items.get((place === null ? set.current : set.members[place]) ?? '');
  if (!item) return null;
  const { lines, ...details } = await imageDetails(host, dataset, item.image, side);
  const record = item.caption === null ? undefined : dataset.index.record(item.caption);
  const words = record ? wordsOf(record, dataset.settings.folder) : t('no caption');
  const [twin] = item.image === null ? [] : (dataset.index.duplicates?.twinsOf(item.image) ?? []);
  return {
    ...details,
    key: item.key,
    name: item.image && baseName(item.image),
    lines: [...lines, words],
    twin: twin
      ? {
          key: baseName(twin.file),
          place: set.placeOf(twin.file),
          picture: await pictureOf(host, dataset, twin.file, Math.min(side, twinSide)),
        }
      : null,
  };
}

/** What is said of a caption beside its image: its tokens, or why it has none. */
function wordsOf(record: CaptionRecord, settings: FolderSettings): string {
  const { source } = record;
  if (source.kind === 'text') return tokensText(record, settings);
  return source.kind === 'undecodable' ? t('The caption is not UTF-8.') : t('The caption cannot be read.');
}

async function suppress(
  host: ServerHost,
  { uri, files, rule }: protocol.SuppressParams,
): Promise<protocol.SuppressChoice[]> {
  const { root, findings } = await host.datasets.of(uri);
  const counts = new Map<string, number>();
  for (const file of files)
    for (const found of findings.summary(file)?.rules ?? []) counts.set(found, (counts.get(found) ?? 0) + 1);
  if (rule !== null) {
    const edit = await sidecarEdit(host, root, (text) => {
      let changed = text;
      for (const file of files) changed = applyEdits(changed, addSuppression(changed, { rule, file }));
      return changed === text ? [] : [{ range: { start: 0, end: text.length }, newText: changed }];
    });
    if (edit) await host.connection.workspace.applyEdit({ label: t('Suppress {0}', rule), edit });
  }
  return [...counts].map(([rule, captions]) => ({ rule, captions })).sort((a, b) => b.captions - a.captions);
}
