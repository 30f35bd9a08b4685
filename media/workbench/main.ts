import './page.css';
import './bar.css';
import './stage.css';
import './grid.css';
import './arrangement.css';
import { setLanguage, t } from '../overview/l10n.ts';
import { Bar } from './bar.ts';
import { element } from './dom.ts';
import { FilterBox } from './filter-box.ts';
import { Grid } from './grid.ts';
import type { FromPage, FromWorkbench, ShownState, ToWorkbench } from './messages.ts';
import { Splitter } from './splitter.ts';
import { Stage } from './stage.ts';
import { Steps } from './steps.ts';

/** What the page remembers of how it is laid out. */
interface Kept {
  readonly size?: number;
  /** Share of the picture, 0 to 1. */
  readonly share?: number;
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromWorkbench): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
};

const api = acquireVsCodeApi();
const steps = new Steps();

function send(message: FromPage): void {
  if (message.type === 'step') {
    const { turn, state } = steps.take(message.by);
    api.postMessage({ ...message, turn });
    if (state) show(state);
  } else api.postMessage(message);
}

const keep = (kept: Kept): void => api.setState({ ...api.getState(), ...kept });

const grid = new Grid(send);
const stage = new Stage(send);
const filter = new FilterBox(send, () => grid.focus());
const bar = new Bar({
  filter,
  send,
  onSize(pixels) {
    grid.side = pixels;
    keep({ size: pixels });
  },
  onCrop(on) {
    stage.showsCrop = on;
  },
});
const splitter = new Splitter((share) => keep({ share }));
const notice = element('div', 'notice');
const none = element('div', 'none');
const main = element('main', 'main', stage.root, splitter.root, grid.root);
notice.setAttribute('role', 'status');
document.body.append(bar.root, stage.facts, main, notice, none);

const { size = bar.size, share = 0.6 } = api.getState() ?? {};
bar.size = size;
grid.side = size;
splitter.share = share;

let noticeTimer = 0;
/** Milliseconds that a notice is in sight. */
const noticeTime = 6000;

function say(text: string): void {
  notice.textContent = text;
  notice.classList.add('shown');
  clearTimeout(noticeTimer);
  noticeTimer = window.setTimeout(() => notice.classList.remove('shown'), noticeTime);
}

function show(told: ShownState | null): void {
  document.body.classList.toggle('without', told === null);
  if (!told) return;
  // Where the page is ahead of its host, the name that was told is of another caption.
  const state = { ...told, currentName: (steps.isAhead && grid.nameAt(told.current)) || told.currentName };
  bar.show(state);
  filter.show(state.filter);
  stage.show(state);
  grid.show(state);
  document.body.dataset.current = String(state.current);
}

function receive(message: ToWorkbench): void {
  switch (message.type) {
    case 'start': {
      setLanguage(message.language, message.texts);
      bar.localize();
      filter.localize();
      splitter.localize();
      const open = element('button', 'primary', t('Choose a dataset'));
      open.addEventListener('click', () => send({ type: 'pick-dataset' }));
      none.replaceChildren(element('p', '', t('No dataset is open.')), open);
      break;
    }
    case 'state':
      show(steps.told(message.state));
      break;
    case 'items':
      grid.takeItems(message.revision, message.version, message.offset, message.items);
      break;
    case 'thumbnail':
      grid.takePicture(message.revision, message.place, message.picture, message.problem);
      break;
    case 'image':
      stage.take(message.revision, message.place, message.fine, message.image);
      break;
    case 'proposals':
      filter.take(message);
      break;
    case 'notice':
      say(message.text);
      break;
  }
}

window.addEventListener('message', ({ data }: MessageEvent<ToWorkbench>) => receive(data));
// The keys of the grid count wherever nothing else takes them: whoever comes back to the page goes on where they were.
window.addEventListener('focus', () => {
  if (document.activeElement === document.body) grid.focus();
});
window.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  if (isTyping || event.isComposing || event.altKey) return;
  const isFind = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f';
  const isLetter = !event.ctrlKey && !event.metaKey && /^[\p{L}\p{N}"(:/]$/u.test(event.key);
  const isOnButton = event.target instanceof HTMLButtonElement;
  if (!isFind && (!isLetter || isOnButton)) return;
  filter.start(isFind || event.key === '/' ? '' : event.key);
  event.preventDefault();
  event.stopPropagation();
});
send({ type: 'ready' });
grid.focus();
