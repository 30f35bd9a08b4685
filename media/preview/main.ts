import './page.css';

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the host sends: the picture as bytes, and what is known of the image. */
interface Preview {
  readonly image: string | null;
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly crop: Rect | null;
  readonly lines: readonly string[];
  readonly picture: { readonly mime: string; readonly bytes: Uint8Array<ArrayBuffer> } | null;
}

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

const largestZoom = 8;

function element<K extends keyof HTMLElementTagNameMap>(name: K, className: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

const stage = element('div', 'stage');
const frame = element('div', 'frame');
const picture = element('img', 'picture');
const kept = element('div', 'kept');
const facts = element('div', 'facts');
stage.tabIndex = 0;
facts.setAttribute('role', 'status');
frame.append(picture, kept);
stage.append(frame);
document.body.append(stage, facts);

let address: string | null = null;
let zoom = 1;

function show({ image, size, crop, lines, picture: made }: Preview): void {
  if (address !== null) URL.revokeObjectURL(address);
  address = made ? URL.createObjectURL(new Blob([made.bytes], { type: made.mime })) : null;
  picture.hidden = address === null;
  if (address !== null) picture.src = address;
  else picture.removeAttribute('src');
  picture.alt = image ?? '';
  frame.hidden = address === null;
  const cuts = crop !== null && size !== null && (crop.width < size.width - 0.5 || crop.height < size.height - 0.5);
  kept.hidden = !cuts;
  if (cuts && crop && size) {
    const percent = (part: number, whole: number): string => `${(100 * part) / whole}%`;
    kept.style.left = percent(crop.x, size.width);
    kept.style.top = percent(crop.y, size.height);
    kept.style.width = percent(crop.width, size.width);
    kept.style.height = percent(crop.height, size.height);
  }
  setZoom(1);
  facts.replaceChildren(
    ...lines.map((line) => {
      const row = element('div', 'fact');
      row.textContent = line;
      return row;
    }),
  );
}

function setZoom(next: number): void {
  zoom = Math.min(largestZoom, Math.max(1, next));
  frame.style.setProperty('--zoom', String(zoom));
}

/** Makes the picture as wide as it can be with nothing of it out of sight. */
function fit(): void {
  if (frame.hidden || picture.naturalHeight === 0) return;
  const ratio = picture.naturalWidth / picture.naturalHeight;
  const width = Math.min(stage.clientWidth, stage.clientHeight * ratio);
  frame.style.setProperty('--fit', `${width}px`);
}

picture.addEventListener('load', fit);
new ResizeObserver(fit).observe(stage);

window.addEventListener('message', ({ data }: MessageEvent<Preview>) => show(data));
stage.addEventListener(
  'wheel',
  (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    setZoom(zoom * (event.deltaY < 0 ? 1.2 : 1 / 1.2));
  },
  { passive: false },
);
stage.addEventListener('keydown', ({ key }) => {
  if (key === '+' || key === '=') setZoom(zoom * 1.2);
  else if (key === '-') setZoom(zoom / 1.2);
  else if (key === '0') setZoom(1);
});
stage.addEventListener('dblclick', () => setZoom(zoom > 1 ? 1 : 3));
acquireVsCodeApi().postMessage('ready');
