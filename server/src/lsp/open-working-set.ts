import { ResponseError } from 'vscode-languageserver';
import { selectItems } from '../engine/select.ts';
import { captionFileOf, listedItems, type WorkingItem, workingItems } from '../engine/working-items.ts';
import { inOrder } from '../engine/working-order.ts';
import { WorkingSet } from '../engine/working-set.ts';
import type { Filter } from '../filter/filter.ts';
import { parseFilter } from '../filter/parse.ts';
import { Breath } from '../ground/breath.ts';
import { t } from '../ground/l10n.ts';
import { rootName } from '../ground/paths.ts';
import { saidSettings } from '../settings/said.ts';
import { FileProblem } from '../workspace/workspace.ts';
import type { OpenDataset } from './dataset-loader.ts';
import type { ServerHost } from './host.ts';
import { datasetRoot, pathOf, relativeTo, uriOf } from './locate.ts';
import type { WorkingOrder, WorkingSetChange, WorkingSetState } from './protocol.ts';
import { requestFailed } from './writing.ts';

/** A dataset with the working set over it. */
interface Opened {
  /** As it is now: settings may have become others. */
  readonly dataset: OpenDataset;
  readonly set: WorkingSet;
  /** By key. */
  readonly items: ReadonlyMap<string, WorkingItem>;
}

/**
 * The working set of the editor over the dataset at hand. Changes are made one after the other, so that the last key pressed counts from
 * where the one before it led.
 */
export class OpenWorkingSet {
  readonly #host: ServerHost;
  #dataset: OpenDataset | null = null;
  #set = new WorkingSet();
  #items: ReadonlyMap<string, WorkingItem> = new Map();
  /** Keys by caption file. */
  #keys = new Map<string, string>();
  #filter = '';
  #order: WorkingOrder = 'name';
  #stale = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(host: ServerHost) {
    this.#host = host;
  }

  /** Makes a change and tells the state after it; null without a dataset. */
  change(change: WorkingSetChange): Promise<WorkingSetState | null> {
    return this.#inTurn(async () => {
      await this.#make(change);
      return this.#state();
    });
  }

  /** A dataset settled after changes: tells the state if it is the one at hand, null where its folder is gone; undefined for any other. */
  follow(root: string): Promise<WorkingSetState | null | undefined> {
    return this.#inTurn(async () => {
      if (this.#dataset?.root !== root) return undefined;
      if (await this.#isGone(root)) this.#forget();
      else await this.#refresh(root);
      return this.#state();
    });
  }

  async #isGone(root: string): Promise<boolean> {
    return this.#host.workspace.list(root).then(
      () => false,
      (error) => error instanceof FileProblem && error.reason === 'ENOENT',
    );
  }

  #forget(): void {
    this.#dataset = null;
    this.#filter = '';
    this.#stale = 0;
    this.#set.forget();
    this.#keep([]);
  }

  /** The working set as it is. Fails when there is none. */
  opened(): Opened {
    if (!this.#dataset) throw new ResponseError(requestFailed, t('Open a caption of the dataset first.'));
    return { dataset: this.#dataset, set: this.#set, items: this.#items };
  }

  /** The working set at a revision. Fails when it has another by now. */
  at(revision: number): Opened {
    const opened = this.opened();
    if (opened.set.revision !== revision) throw new ResponseError(requestFailed, t('The list changed meanwhile.'));
    return opened;
  }

  /** Where an item's caption is, or would be written; null for one whose words come from elsewhere. */
  captionUri(item: WorkingItem): string | null {
    if (!this.#dataset) return null;
    const { root, settings } = this.#dataset;
    const file = captionFileOf(item, settings.folder.captionExtensions);
    return file === null ? null : uriOf(`${root}/${file}`);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work, work);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #make(change: WorkingSetChange): Promise<void> {
    const set = this.#set;
    switch (change.kind) {
      case 'look':
        return;
      case 'follow':
        return this.#lookAt(change.uri);
      case 'use': {
        const dataset = await this.#host.datasets.of(change.uri);
        const filter = change.filter ?? '';
        const parsed = parsedFilter(filter);
        await this.#take(dataset, filter, parsed, 'name');
        this.#goToFile(pathOf(change.uri));
        return;
      }
      case 'filter': {
        const { dataset } = this.opened();
        await this.#take(dataset, change.filter, parsedFilter(change.filter), this.#order);
        if (change.enter) this.#set.enter();
        return;
      }
      case 'order': {
        const { dataset } = this.opened();
        return this.#take(dataset, this.#filter, parsedFilter(this.#filter), change.order);
      }
      case 'step':
        return set.step(change.by);
      case 'extend':
        return set.extendBy(change.by);
      case 'extend-to':
        return this.at(change.revision).set.extendTo(change.place);
      case 'go': {
        const item = this.at(change.revision).set.members[change.place];
        if (item !== undefined) set.goTo(item);
        return;
      }
      case 'next-untagged': {
        const { dataset } = this.opened();
        const item = set.findNext((key) => {
          const { caption, wordless } = this.#items.get(key) ?? { caption: null, wordless: false };
          return wordless || (caption !== null && dataset.index.record(caption)?.surfaces.length === 0);
        });
        if (item !== null) set.goTo(item);
        return;
      }
      case 'next-finding':
        return this.#goToFinding();
      case 'select':
        return this.at(change.revision).set.select(change.ranges, change.mode);
      case 'select-all':
        return set.select([[0, set.members.length - 1]], 'set');
      case 'select-none':
        return set.select([], 'set');
      case 'select-inverse':
        return set.invert();
      case 'leave-out': {
        const left = new Set(set.targets);
        set.leaveOut(left);
        this.#stale += left.size;
        set.step(1);
        return;
      }
    }
  }

  /** Goes to the next caption with an error or a warning; where there is none, to the next with anything. */
  async #goToFinding(): Promise<void> {
    const { dataset, set } = this.opened();
    let other: string | null = null;
    const breath = new Breath();
    for (const key of set.fromNext) {
      const caption = this.#items.get(key)?.caption ?? null;
      if (breath.isDue) await breath.take();
      const found = caption === null ? undefined : dataset.findings.summary(caption)?.bySeverity;
      if (!found) continue;
      if (found.error + found.warning > 0) {
        set.goTo(key);
        return;
      }
      if (found.info > 0) other ??= key;
    }
    if (other !== null) set.goTo(other);
  }

  /** A file is looked at: stays in the dataset at hand when it is of it, else goes to its own. */
  async #lookAt(uri: string): Promise<void> {
    const path = pathOf(uri);
    if (path === null || this.#goToFile(path)) return;
    const root = await datasetRoot(this.#host.workspace, path);
    if (root === this.#dataset?.root) return;
    const dataset = await this.#host.datasets.at(root);
    await dataset.index.whenComplete();
    const file = relativeTo(root, path);
    // Any other text is none of our business: what is shown stays.
    if (file === null || !(dataset.index.caption(file) || dataset.index.image(file))) return;
    await this.#take(dataset, '', { kind: 'all' }, 'name');
    this.#goToFile(path);
  }

  #goToFile(path: string | null): boolean {
    if (path === null || !this.#dataset) return false;
    const file = relativeTo(this.#dataset.root, path);
    return file !== null && this.#set.goTo(this.#keys.get(file) ?? file);
  }

  async #take(dataset: OpenDataset, filter: string, parsed: Filter, order: WorkingOrder): Promise<void> {
    const { workspace } = this.#host;
    if (order === 'similarity' && !dataset.index.duplicates)
      await this.#host.images.scans
        .look(dataset, { level: 'standard' })
        .then(({ clusters }) => this.#host.images.knowledge.setClusters(dataset.index, clusters));
    const items = await inOrder(workspace, dataset, workingItems(dataset.index), order);
    const members = new Set(
      (await selectItems(workspace, dataset, items, parsed, this.#selectOptions(dataset))).map(({ key }) => key),
    );
    if (this.#dataset?.root !== dataset.root) this.#set.forget();
    this.#dataset = dataset;
    this.#filter = filter;
    this.#order = order;
    this.#stale = 0;
    this.#keep(items);
    this.#set.replace(
      items.map(({ key }) => key),
      (key) => members.has(key),
    );
  }

  /** Files and captions changed. Members stay; new files join where every one is meant. */
  async #refresh(root: string): Promise<void> {
    const dataset = await this.#host.datasets.at(root);
    await dataset.index.whenComplete();
    this.#dataset = dataset;
    const found = listedItems(dataset.index);
    const byKey = new Map(found.map((item) => [item.key, item]));
    const isSame = found.length === this.#items.size && found.every(({ key }) => this.#items.has(key));
    if (isSame) this.#keep([...this.#items.keys()].flatMap((key) => byKey.get(key) ?? []));
    else {
      const named = workingItems(dataset.index);
      const items = await inOrder(this.#host.workspace, dataset, named, this.#order);
      const all = this.#filter === '';
      const before = new Set(this.#set.members);
      this.#keep(items);
      this.#set.replace(
        items.map(({ key }) => key),
        (key) => (all || before.has(key)) && byKey.has(key),
      );
    }
    this.#stale = 0;
    if (this.#filter === '') return;
    const fresh = await selectItems(
      this.#host.workspace,
      dataset,
      found,
      parsedFilter(this.#filter),
      this.#selectOptions(dataset),
    );
    const staying = fresh.filter(({ key }) => this.#set.has(key)).length;
    this.#stale = fresh.length - staying + (this.#set.members.length - staying);
  }

  #keep(items: readonly WorkingItem[]): void {
    this.#items = new Map(items.map((item) => [item.key, item]));
    this.#keys = new Map();
    for (const { key, caption } of items) if (caption !== null) this.#keys.set(caption, key);
  }

  #selectOptions({ index, settings }: OpenDataset) {
    return {
      isDuplicate: (image: string) => this.#host.images.knowledge.duplicatesOf(index, image).length > 0,
      countsTokens: settings.folder.encoder.counted,
    };
  }

  #state(): WorkingSetState | null {
    if (!this.#dataset) return null;
    const { root, settings } = this.#dataset;
    const set = this.#set;
    const { family, trainer, tokenLimit } = settings.folder;
    const current = set.current === null ? undefined : this.#items.get(set.current);
    return {
      revision: set.revision,
      root: uriOf(root),
      name: rootName(root),
      filter: this.#filter,
      order: this.#order,
      total: set.total,
      count: set.members.length,
      stale: this.#stale,
      current: current
        ? {
            place: set.currentPlace,
            key: current.key,
            caption: this.captionUri(current),
            image: current.image === null ? null : uriOf(`${root}/${current.image}`),
            hasCaption: current.caption !== null,
          }
        : null,
      selection: set.selection,
      targets: set.targets.length,
      model: family.name,
      trainer: trainer.name,
      said: saidSettings(settings.folder),
      tokenLimit,
    };
  }
}

/** Fails with a message for the user where a filter is not understood. */
function parsedFilter(text: string): Filter {
  const { filter, problems } = parseFilter(text);
  if (problems.length > 0) throw new ResponseError(requestFailed, problems[0].message);
  return filter;
}
