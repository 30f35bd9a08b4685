import { t } from '../overview/l10n.ts';
import { badgesOf, type Cell, linesOf, makeCell, problemText } from './cell.ts';
import { addressOf, element } from './dom.ts';
import { askedByClick, askedByKey } from './grid-input.ts';
import { type GridLayout, gap, gridLayout, isIn, placesInSight, scrollToShow } from './layout.ts';
import type { FromPage, Picture, PictureProblem, ShownItem, ShownState } from './messages.ts';
import { RecentPlaces } from './pictures.ts';

/** Rows kept above and below those in sight. */
const overscan = 2;
/** Pictures kept, some 12 kB each. */
const keptPictures = 600;
/** Items asked for at once. */
const pageLength = 100;

/**
 * The captions as a grid of pictures of any length: only the cells in sight are in the document. A listbox for assistive technology; the
 * focus stays on it and the current cell is its active descendant.
 */
export class Grid {
  readonly root = element('div', 'grid');
  readonly #body = element('div', 'cells');
  readonly #empty = element('p', 'empty');
  readonly #send: (message: FromPage) => void;
  readonly #cells = new Map<number, Cell>();
  readonly #spare: Cell[] = [];
  readonly #pictures = new RecentPlaces<{ readonly address: string | null; readonly problem: PictureProblem }>(
    keptPictures,
    ({ address }) => {
      if (address !== null) URL.revokeObjectURL(address);
    },
  );
  #items = new Map<number, ShownItem>();
  readonly #asked = new Set<number>();
  #state: ShownState | null = null;
  #layout: GridLayout = gridLayout(0, 1, 1);
  #side = 132;
  #frame = 0;
  #timer = 0;

  constructor(send: (message: FromPage) => void) {
    this.#send = send;
    this.root.tabIndex = 0;
    // What is scrolled is in the way of options only for the eye.
    this.#body.setAttribute('role', 'presentation');
    this.#empty.hidden = true;
    this.root.append(this.#body, this.#empty);
    this.root.addEventListener('scroll', () => this.#later(), { passive: true });
    this.root.addEventListener('keydown', (event) => this.#onKey(event));
    this.#body.addEventListener('click', (event) => this.#onClick(event));
    this.#body.addEventListener('dblclick', () => this.#send({ type: 'write' }));
    new ResizeObserver(() => {
      const current = this.#state?.current ?? null;
      const wasInSight = current !== null && this.#cells.has(current);
      this.#measure();
      // Who looked at the current one still does.
      if (wasInSight) this.#reveal(current);
    }).observe(this.root);
  }

  /** Pixels of a picture's side that are wished. */
  set side(pixels: number) {
    this.#side = pixels;
    this.#measure();
    if (this.#state?.current != null) this.#reveal(this.#state.current);
  }

  focus(): void {
    this.root.focus({ preventScroll: true });
  }

  /** Shows another state; the current cell comes into sight when it is another one. */
  show(state: ShownState): void {
    const before = this.#state;
    this.#state = state;
    this.root.setAttribute('aria-label', t('Captions of {0}', state.name));
    if (before?.revision !== state.revision) {
      this.#items.clear();
      this.#asked.clear();
      this.#pictures.clear();
      for (const cell of this.#cells.values()) this.#release(cell);
      this.#cells.clear();
      this.#measure();
    } else if (before.version !== state.version) {
      this.#asked.clear();
    }
    this.#empty.hidden = state.count > 0;
    // A list without options is none to assistive technology.
    this.root.setAttribute('role', state.count > 0 ? 'listbox' : 'group');
    if (state.count > 0) this.root.setAttribute('aria-multiselectable', 'true');
    else this.root.removeAttribute('aria-multiselectable');
    this.#empty.textContent = state.total === 0 ? t('This folder has no images.') : t('No caption matches the filter.');
    if (state.current !== null && (before?.revision !== state.revision || before.current !== state.current))
      this.#reveal(state.current);
    this.#draw();
  }

  takeItems(revision: number, version: number, offset: number, items: readonly ShownItem[]): void {
    if (revision !== this.#state?.revision || version !== this.#state.version) return;
    for (const [at, item] of items.entries()) {
      this.#items.set(offset + at, item);
      const cell = this.#cells.get(offset + at);
      if (cell) this.#fill(cell);
    }
  }

  takePicture(revision: number, place: number, picture: Picture | null, problem: PictureProblem): void {
    if (revision !== this.#state?.revision) return;
    this.#pictures.set(place, { address: picture && addressOf(picture), problem });
    const cell = this.#cells.get(place);
    if (!cell) return;
    this.#showPicture(cell);
    if (picture === null) this.#fill(cell);
  }

  /** Name of the caption at a place; null where it is not known yet. */
  nameAt(place: number | null): string | null {
    return place === null ? null : (this.#items.get(place)?.name ?? null);
  }

  /** Places in a row: what arrow keys up and down step by. */
  get columns(): number {
    return this.#layout.columns;
  }

  #measure(): void {
    this.#layout = gridLayout(this.#state?.count ?? 0, this.root.clientWidth, this.#side);
    this.#body.style.height = `${this.#layout.height}px`;
    for (const cell of this.#cells.values()) this.#put(cell);
    this.#later();
  }

  #reveal(place: number): void {
    const { scrollTop, clientHeight } = this.root;
    const wanted = scrollToShow(this.#layout, place, scrollTop, clientHeight);
    if (wanted !== scrollTop) this.root.scrollTop = wanted;
  }

  #later(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw(): void {
    const state = this.#state;
    if (!state) return;
    const { scrollTop, clientHeight } = this.root;
    const sight = placesInSight(this.#layout, state.count, scrollTop, clientHeight, overscan);
    for (const [place, cell] of this.#cells) {
      if (sight && place >= sight[0] && place <= sight[1]) continue;
      this.#release(cell);
      this.#cells.delete(place);
    }
    if (sight) for (let place = sight[0]; place <= sight[1]; place++) this.#cellAt(place);
    for (const cell of this.#cells.values()) this.#mark(cell);
    const active = state.current === null ? undefined : this.#cells.get(state.current);
    if (active) this.root.setAttribute('aria-activedescendant', active.root.id);
    else this.root.removeAttribute('aria-activedescendant');
    this.#askSoon();
  }

  #cellAt(place: number): void {
    if (this.#cells.has(place)) return;
    const cell = this.#spare.pop() ?? makeCell();
    cell.place = place;
    cell.root.id = `place-${place}`;
    cell.root.dataset.place = String(place);
    cell.root.setAttribute('aria-posinset', String(place + 1));
    cell.root.setAttribute('aria-setsize', String(this.#state?.count ?? 0));
    this.#cells.set(place, cell);
    this.#put(cell);
    this.#fill(cell);
    this.#showPicture(cell);
    if (!cell.root.isConnected) this.#body.append(cell.root);
    cell.root.hidden = false;
  }

  #release(cell: Cell): void {
    cell.root.hidden = true;
    cell.picture.removeAttribute('src');
    this.#spare.push(cell);
  }

  #put({ root, place }: Cell): void {
    const { columns, cellWidth, rowHeight } = this.#layout;
    const left = gap + (place % columns) * (cellWidth + gap);
    const top = gap + Math.floor(place / columns) * rowHeight;
    root.style.transform = `translate(${left}px, ${top}px)`;
    root.style.width = `${cellWidth}px`;
    root.style.height = `${rowHeight - gap}px`;
  }

  #fill(cell: Cell): void {
    const item = this.#items.get(cell.place);
    cell.name.textContent = item?.name ?? '';
    cell.differs.textContent = item ? item.differs || item.text : '';
    // Name and text are read out as they stand there; the badges in words, as the description.
    cell.root.title = item ? linesOf(item, this.#unseen(cell.place)).join('\n') : '';
    const problem = this.#pictures.get(cell.place)?.problem ?? null;
    cell.badges.replaceChildren(...(item ? badgesOf(item, this.#state?.tokenLimit ?? null, problem) : []));
    if (item) cell.root.removeAttribute('aria-label');
    else cell.root.setAttribute('aria-label', t('Caption {0}', cell.place + 1));
  }

  #showPicture(cell: Cell): void {
    const known = this.#pictures.get(cell.place);
    cell.unseen.textContent = this.#unseen(cell.place);
    if (known?.address) cell.picture.src = known.address;
    else cell.picture.removeAttribute('src');
  }

  /** What stands in the place of a picture that is known not to be shown. */
  #unseen(place: number): string {
    const known = this.#pictures.get(place);
    return known ? problemText(known.problem, known.address === null) : '';
  }

  #mark({ root, place }: Cell): void {
    const state = this.#state;
    root.classList.toggle('current', place === state?.current);
    root.setAttribute('aria-selected', String(state !== null && isIn(state.selection, place)));
  }

  /** Asks for what is in sight once the scroll rests for a moment: who flies by needs none of it. */
  #askSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#ask(), 30);
  }

  #ask(): void {
    const state = this.#state;
    const sight =
      state && placesInSight(this.#layout, state.count, this.root.scrollTop, this.root.clientHeight, overscan);
    if (!state || !sight) return;
    const [from, to] = sight;
    for (let page = Math.floor(from / pageLength); page * pageLength <= to; page++) {
      if (this.#asked.has(page)) continue;
      this.#asked.add(page);
      this.#send({ type: 'items', revision: state.revision, offset: page * pageLength, limit: pageLength });
    }
    const middle = state.current !== null && state.current >= from && state.current <= to ? state.current : from;
    const places: number[] = [];
    for (let place = from; place <= to; place++) if (!this.#pictures.has(place)) places.push(place);
    places.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
    this.#send({ type: 'thumbnails', revision: state.revision, places });
  }

  #onClick(event: MouseEvent): void {
    const cell = (event.target as Element).closest<HTMLElement>('.cell');
    if (this.#state && cell)
      for (const message of askedByClick(event, this.#state, Number(cell.dataset.place))) this.#send(message);
  }

  #onKey(event: KeyboardEvent): void {
    const rows = Math.max(1, Math.floor(this.root.clientHeight / this.#layout.rowHeight));
    const message = this.#state && askedByKey(event, this.#state, this.#layout.columns, rows);
    if (!message) return;
    this.#send(message);
    event.preventDefault();
    event.stopPropagation();
  }
}
