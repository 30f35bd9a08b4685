import './page.css';
import type { FromVerify, ToVerify, VerifyItem } from './messages.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromVerify): void };

const api = acquireVsCodeApi();

function element<K extends keyof HTMLElementTagNameMap>(name: K, className: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

type Shown = 'all' | 'with' | 'without';
type Texts = Extract<ToVerify, { type: 'show' }>['texts'];

let items: readonly VerifyItem[] = [];
let cells: HTMLButtonElement[] = [];
let texts: Texts | null = null;
let shown: Shown = 'all';
const changed = new Set<number>();

const bar = element('div', 'bar');
const title = element('h1', 'title');
const choices = element('div', 'choices');
const state = element('span', 'state');
const discard = element('button', 'secondary');
const save = element('button', 'primary');
const help = element('p', 'help');
const grid = element('div', 'grid');
choices.setAttribute('role', 'radiogroup');
state.setAttribute('role', 'status');
grid.setAttribute('role', 'group');
bar.append(title, choices, state, discard, save);
document.body.append(bar, help, grid);

/** Asks for pictures that come into sight, and lets go of those far out of it: a folder may have 50,000. */
const watcher = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      const cell = target as HTMLButtonElement;
      const picture = cell.querySelector('img');
      if (isIntersecting) api.postMessage({ type: 'picture', index: Number(cell.dataset.index) });
      else if (picture) {
        URL.revokeObjectURL(picture.src);
        picture.removeAttribute('src');
        picture.hidden = true;
      }
    }
  },
  { rootMargin: '400px' },
);

const hasNow = (index: number): boolean => items[index].has !== changed.has(index);

function mark(index: number): void {
  const cell = cells[index];
  cell.setAttribute('aria-pressed', String(hasNow(index)));
  cell.classList.toggle('changed', changed.has(index));
}

function count(): void {
  if (!texts) return;
  state.textContent = changed.size === 0 ? '' : texts.changed.replace('{0}', String(changed.size));
  save.disabled = changed.size === 0;
  discard.disabled = changed.size === 0;
}

function toggle(index: number): void {
  if (changed.has(index)) changed.delete(index);
  else changed.add(index);
  mark(index);
  count();
}

/** What is shown is chosen by the captions as they are saved: a corrected cell stays where it is. */
function choose(next: Shown): void {
  shown = next;
  for (const [index, cell] of cells.entries()) cell.hidden = shown !== 'all' && items[index].has !== (shown === 'with');
  for (const choice of choices.querySelectorAll('button'))
    choice.setAttribute('aria-checked', String(choice.dataset.shown === shown));
  grid.dataset.empty = cells.some((cell) => !cell.hidden) ? '' : (texts?.empty ?? '');
}

function cellOf({ name }: VerifyItem, index: number): HTMLButtonElement {
  const cell = element('button', 'cell');
  const frame = element('span', 'frame');
  const picture = element('img', 'picture');
  const label = element('span', 'name');
  picture.alt = '';
  picture.hidden = true;
  label.textContent = name;
  cell.dataset.index = String(index);
  cell.title = name;
  frame.append(picture);
  cell.append(frame, label);
  cell.addEventListener('click', () => toggle(index));
  return cell;
}

function show(message: Extract<ToVerify, { type: 'show' }>): void {
  ({ items, texts } = message);
  changed.clear();
  watcher.disconnect();
  title.textContent = message.tag;
  help.textContent = texts.help;
  save.textContent = texts.save;
  discard.textContent = texts.discard;
  grid.setAttribute('aria-label', message.tag);
  const holding = items.filter(({ has }) => has).length;
  const counts = { all: items.length, with: holding, without: items.length - holding };
  choices.replaceChildren(
    ...(['all', 'with', 'without'] as const).map((id) => {
      const choice = element('button', 'choice');
      choice.setAttribute('role', 'radio');
      choice.dataset.shown = id;
      choice.textContent = `${message.texts[id]} (${counts[id]})`;
      choice.addEventListener('click', () => choose(id));
      return choice;
    }),
  );
  cells = items.map(cellOf);
  grid.replaceChildren(...cells);
  for (const [index, cell] of cells.entries()) {
    mark(index);
    watcher.observe(cell);
  }
  choose(shown);
  count();
  cells.find((cell) => !cell.hidden)?.focus();
}

/** Moves the focus over the cells that are in sight as they lie on the screen. */
function move(key: string): boolean {
  const visible = cells.filter((cell) => !cell.hidden);
  const at = visible.indexOf(document.activeElement as HTMLButtonElement);
  if (at < 0) return false;
  const top = visible[0].offsetTop;
  const columns = Math.max(1, visible.filter((cell) => cell.offsetTop === top).length);
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns };
  const to = key === 'Home' ? 0 : key === 'End' ? visible.length - 1 : key in steps ? at + steps[key] : -1;
  visible[to]?.focus();
  return to >= 0;
}

const store = (): void => {
  if (changed.size > 0) api.postMessage({ type: 'save', changed: [...changed] });
};
save.addEventListener('click', store);
discard.addEventListener('click', () => {
  const all = [...changed];
  changed.clear();
  for (const index of all) mark(index);
  count();
});
window.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) store();
  else if (!move(event.key)) return;
  event.preventDefault();
});
window.addEventListener('message', ({ data }: MessageEvent<ToVerify>) => {
  if (data.type === 'show') return show(data);
  const picture = cells[data.index]?.querySelector('img');
  if (!picture || !data.picture) return;
  if (picture.src) URL.revokeObjectURL(picture.src);
  picture.src = URL.createObjectURL(new Blob([data.picture.bytes], { type: data.picture.mime }));
  picture.hidden = false;
});
api.postMessage({ type: 'ready' });
