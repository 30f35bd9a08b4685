import { number, t } from '../overview/l10n.ts';
import { element } from './dom.ts';
import type { FilterBox } from './filter-box.ts';
import type { Action, FromWorkbench, Order, ShownState } from './messages.ts';

export interface BarOptions {
  readonly filter: FilterBox;
  send(message: FromWorkbench): void;
  /** Pixels of a picture's side in the grid. */
  onSize(pixels: number): void;
  onCrop(on: boolean): void;
}

const sizes = { least: 72, most: 280, usual: 124 };

/** Dataset, filter, order and size above; what can be done to the selected captions below. */
export class Bar {
  readonly root = element('header', 'bar');
  readonly #options: BarOptions;
  readonly #dataset = element('button', 'quiet');
  readonly #order = element('select', 'order');
  readonly #size = element('input', 'size');
  readonly #crop = element('button', 'quiet toggle');
  readonly #count = element('span', 'count');
  readonly #stale = element('button', 'quiet stale');
  readonly #targets = element('span', 'targets');
  readonly #actions = element('div', 'actions');

  constructor(options: BarOptions) {
    this.#options = options;
    const { send } = options;
    this.#dataset.addEventListener('click', () => send({ type: 'pick-dataset' }));
    this.#stale.addEventListener('click', () => send({ type: 'filter', filter: options.filter.input.value }));
    this.#order.addEventListener('change', () => send({ type: 'order', order: this.#order.value as Order }));
    this.#size.type = 'range';
    this.#size.min = String(sizes.least);
    this.#size.max = String(sizes.most);
    this.#size.step = '4';
    this.#size.value = String(sizes.usual);
    this.#size.addEventListener('input', () => options.onSize(this.#size.valueAsNumber));
    this.#crop.setAttribute('aria-pressed', 'true');
    this.#crop.addEventListener('click', () => {
      const on = this.#crop.getAttribute('aria-pressed') !== 'true';
      this.#crop.setAttribute('aria-pressed', String(on));
      options.onCrop(on);
    });
    this.#count.setAttribute('role', 'status');
    this.#actions.setAttribute('role', 'toolbar');
    this.root.append(
      element('div', 'row', this.#dataset, options.filter.root, this.#order, this.#size),
      element(
        'div',
        'row',
        this.#count,
        this.#stale,
        this.#targets,
        this.#actions,
        element('span', 'space'),
        this.#crop,
      ),
    );
  }

  get size(): number {
    return this.#size.valueAsNumber;
  }

  set size(pixels: number) {
    this.#size.value = String(pixels);
  }

  localize(): void {
    const orders: Record<Order, string> = {
      name: t('Name'),
      tokens: t('Tokens, most first'),
      findings: t('Findings, worst first'),
      resolution: t('Resolution, smallest first'),
      similarity: t('Similarity, duplicates side by side'),
    };
    this.#order.setAttribute('aria-label', t('Order captions by'));
    this.#order.replaceChildren(
      ...Object.entries(orders).map(([order, label]) => {
        const option = element('option', '', label);
        option.value = order;
        return option;
      }),
    );
    this.#size.setAttribute('aria-label', t('Size of the pictures'));
    this.#crop.textContent = t('Crop');
    this.#crop.title = t('Dims what the bucket cuts away');
    const labels: [Action, label: string, keys: string][] = [
      ['add', t('Add tag'), 'Alt+A'],
      ['remove', t('Remove tag'), 'Alt+X'],
      ['replace', t('Replace tag'), 'Alt+R'],
      ['more', t('More…'), 'Alt+M'],
      ['undo', t('Undo'), 'Ctrl+Z'],
    ];
    this.#actions.setAttribute('aria-label', t('Actions on captions'));
    this.#actions.replaceChildren(
      ...labels.map(([action, label, keys]) => {
        const button = element('button', action === 'add' ? 'primary' : 'secondary', label);
        button.title = `${label} (${keys})`;
        button.addEventListener('click', () => this.#options.send({ type: 'act', action }));
        return button;
      }),
    );
  }

  show(state: ShownState): void {
    this.#dataset.textContent = state.name;
    this.#dataset.title = t('Choose another dataset, or a wider one');
    this.#order.value = state.order;
    const place = state.current === null ? '–' : number(state.current + 1);
    const count = number(state.count);
    this.#count.textContent =
      state.filter === ''
        ? t('{0} of {1}', place, count)
        : t('{0} of {1}, filtered from {2}', place, count, number(state.total));
    this.#stale.hidden = state.stale === 0;
    this.#stale.textContent = t('Filter again ({0} changed)', number(state.stale));
    const selected = state.selection.reduce((sum, [from, to]) => sum + to - from + 1, 0);
    this.#targets.textContent = selected > 0 ? t('{0} selected', number(selected)) : state.currentName;
    this.#targets.classList.toggle('many', selected > 0);
  }
}
