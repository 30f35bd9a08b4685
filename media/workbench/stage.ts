import { t } from '../overview/l10n.ts';
import { addressOf, element } from './dom.ts';
import type { FromPage, ShownImage, ShownState } from './messages.ts';
import { RecentPlaces } from './pictures.ts';

/** How many times as large as fits a picture can be shown. */
const largestZoom = 16;
/** Zoom above which a finer picture is asked for. */
const fineFrom = 1.3;
/** Large pictures kept: those around the current one. */
const keptImages = 9;
/** Pictures asked for ahead, and one behind. */
const ahead = [1, 2, -1];

interface Kept {
  readonly image: ShownImage;
  /** Of the captions, when it was told: facts of a caption that was edited since are old. */
  readonly version: number;
  readonly address: string | null;
  readonly twin: string | null;
  readonly fine: boolean;
}

/** The picture of the current caption, large: zoom, pan, what its bucket keeps, and its duplicate beside it. */
export class Stage {
  readonly root = element('div', 'stage');
  readonly #frame = element('div', 'frame');
  readonly #picture = element('img', 'large');
  readonly #kept = element('div', 'kept');
  readonly #twinFrame = element('figure', 'twin');
  readonly #twin = element('img', 'large');
  readonly #twinName = element('figcaption', 'twin-name');
  readonly #missing = element('p', 'empty');
  readonly facts = element('p', 'facts');
  readonly #send: (message: FromPage) => void;
  readonly #images = new RecentPlaces<Kept>(keptImages, ({ address, twin }) => {
    for (const each of [address, twin]) if (each !== null) URL.revokeObjectURL(each);
  });
  /** On their way: places with how fine they are. */
  readonly #asked = new Set<string>();
  #state: ShownState | null = null;
  #shown: Kept | null = null;
  #zoom = 1;
  #at = { x: 0, y: 0 };
  #crop = true;

  constructor(send: (message: FromPage) => void) {
    this.#send = send;
    this.root.tabIndex = 0;
    this.root.setAttribute('role', 'group');
    this.facts.setAttribute('role', 'status');
    this.#twinFrame.hidden = true;
    this.#missing.hidden = true;
    this.#picture.draggable = false;
    this.#frame.append(this.#picture, this.#kept);
    this.#twinFrame.append(this.#twin, this.#twinName);
    this.root.append(element('div', 'view', this.#frame), this.#twinFrame, this.#missing);
    this.#picture.addEventListener('load', () => this.#fit());
    new ResizeObserver(() => this.#fit()).observe(this.root);
    this.root.addEventListener('wheel', (event) => this.#onWheel(event), { passive: false });
    this.root.addEventListener('keydown', (event) => this.#onKey(event));
    this.root.addEventListener('dblclick', () => this.#setZoom(this.#zoom > 1 ? 1 : 3));
    this.root.addEventListener('pointerdown', (event) => this.#drag(event));
    this.#twinFrame.addEventListener('click', () => {
      const place = this.#shown?.image.twin?.place ?? null;
      if (place !== null && this.#state) this.#send({ type: 'go', revision: this.#state.revision, place });
    });
  }

  /** Whether what the bucket cuts away is dimmed. */
  get showsCrop(): boolean {
    return this.#crop;
  }

  set showsCrop(on: boolean) {
    this.#crop = on;
    this.#drawCrop();
  }

  show(state: ShownState): void {
    const before = this.#state;
    this.#state = state;
    this.root.setAttribute('aria-label', t('Image of {0}', state.currentName));
    if (before?.revision !== state.revision || before.version !== state.version) {
      this.#asked.clear();
      if (before?.revision !== state.revision) {
        // What is in sight stays until the next picture is there.
        this.#shown = this.#shown && { ...this.#shown, address: null, twin: null };
        this.#images.clear();
      }
    }
    const known = this.#images.get(state.current);
    if (known) this.#draw(known);
    else this.root.setAttribute('aria-busy', 'true');
    // Who looks at it closely goes on doing so when its caption was edited.
    this.#ask(state.current, before?.current === state.current && this.#zoom > fineFrom);
    if (known) this.#askAround();
  }

  /** The pictures beside the current one, once that is there: whoever flies by does not wait for what they left behind. */
  #askAround(): void {
    const { current, count } = this.#state ?? { current: null, count: 0 };
    if (current === null) return;
    for (const step of ahead) {
      const place = current + step;
      if (place >= 0 && place < count) this.#ask(place);
    }
  }

  take(revision: number, place: number | null, fine: boolean, image: ShownImage | null): void {
    if (revision !== this.#state?.revision) return;
    this.#asked.delete(`${place} ${fine}`);
    if (!image) return;
    const kept: Kept = {
      image,
      version: this.#state.version,
      address: image.picture && addressOf(image.picture),
      twin: image.twin?.picture ? addressOf(image.twin.picture) : null,
      fine,
    };
    const isShown = place === this.#state.current;
    if (isShown) this.#draw(kept);
    this.#images.set(place, kept);
    if (isShown) this.#askAround();
  }

  #ask(place: number | null, fine = false): void {
    const state = this.#state;
    const key = `${place} ${fine}`;
    if (!state || this.#asked.has(key)) return;
    const known = this.#images.get(place);
    if (known?.version === state.version && (known.fine || !fine)) return;
    this.#asked.add(key);
    this.#send({ type: 'image', revision: state.revision, place, fine });
  }

  #draw(kept: Kept): void {
    const isOther = kept.image.key !== this.#shown?.image.key;
    this.#shown = kept;
    this.root.removeAttribute('aria-busy');
    const { image, address, twin } = kept;
    this.#frame.hidden = address === null;
    this.#missing.hidden = address !== null;
    this.#missing.textContent =
      image.name === null ? t('No image belongs to this caption.') : t('This image cannot be shown.');
    if (address !== null && this.#picture.src !== address) this.#picture.src = address;
    this.#picture.alt = image.name ?? '';
    this.#twinFrame.hidden = image.twin === null || twin === null;
    if (image.twin && twin !== null) {
      this.#twin.src = twin;
      this.#twin.alt = image.twin.name;
      this.#twinName.textContent = t('duplicate: {0}', image.twin.name);
    }
    this.facts.textContent = image.lines.join(' · ');
    this.#drawCrop();
    if (isOther) this.#setZoom(1);
    else this.#fit();
    document.body.dataset.shown = image.key;
  }

  #drawCrop(): void {
    const { crop, size } = this.#shown?.image ?? { crop: null, size: null };
    const cuts = crop !== null && size !== null && (crop.width < size.width - 0.5 || crop.height < size.height - 0.5);
    this.#kept.hidden = !cuts || !this.#crop;
    if (!cuts || !crop || !size) return;
    const percent = (part: number, whole: number): string => `${(100 * part) / whole}%`;
    this.#kept.style.left = percent(crop.x, size.width);
    this.#kept.style.top = percent(crop.y, size.height);
    this.#kept.style.width = percent(crop.width, size.width);
    this.#kept.style.height = percent(crop.height, size.height);
  }

  /** Makes the picture as large as it can be with nothing of it out of sight, times the zoom. */
  #fit(): void {
    const { naturalWidth, naturalHeight } = this.#picture;
    const view = this.#frame.parentElement;
    if (!view || naturalWidth === 0 || this.#frame.hidden) return;
    const ratio = naturalWidth / naturalHeight;
    const width = Math.min(view.clientWidth, view.clientHeight * ratio);
    this.#frame.style.width = `${width}px`;
    this.#frame.style.height = `${width / ratio}px`;
    this.#place();
  }

  #setZoom(next: number, around?: { readonly x: number; readonly y: number }): void {
    const zoom = Math.min(largestZoom, Math.max(1, next));
    const factor = zoom / this.#zoom;
    // What lies under the pointer stays there.
    const { x, y } = around ?? { x: 0, y: 0 };
    this.#at = { x: x - (x - this.#at.x) * factor, y: y - (y - this.#at.y) * factor };
    this.#zoom = zoom;
    this.#fit();
    if (zoom > fineFrom && this.#state && !this.#shown?.fine) this.#ask(this.#state.current, true);
  }

  /** Keeps the picture's edges outside of the view, or in its middle where it is smaller. */
  #place(): void {
    const view = this.#frame.parentElement;
    if (!view) return;
    const roomX = Math.max(0, (this.#frame.offsetWidth * this.#zoom - view.clientWidth) / 2);
    const roomY = Math.max(0, (this.#frame.offsetHeight * this.#zoom - view.clientHeight) / 2);
    this.#at = {
      x: Math.max(-roomX, Math.min(roomX, this.#at.x)),
      y: Math.max(-roomY, Math.min(roomY, this.#at.y)),
    };
    this.#frame.style.transform = `translate(${this.#at.x}px, ${this.#at.y}px) scale(${this.#zoom})`;
    this.root.classList.toggle('zoomed', this.#zoom > 1);
  }

  #onWheel(event: WheelEvent): void {
    event.preventDefault();
    const view = this.#frame.parentElement?.getBoundingClientRect();
    if (!view) return;
    const around = {
      x: event.clientX - view.left - view.width / 2,
      y: event.clientY - view.top - view.height / 2,
    };
    this.#setZoom(this.#zoom * 1.0015 ** -event.deltaY, around);
  }

  #drag(event: PointerEvent): void {
    if (event.button !== 0 || this.#zoom === 1) return;
    const start = { x: event.clientX - this.#at.x, y: event.clientY - this.#at.y };
    this.root.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent): void => {
      this.#at = { x: moved.clientX - start.x, y: moved.clientY - start.y };
      this.#place();
    };
    this.root.addEventListener('pointermove', move);
    this.root.addEventListener('lostpointercapture', () => this.root.removeEventListener('pointermove', move), {
      once: true,
    });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const pan = 60;
    const directions: Record<string, readonly [number, number]> = {
      ArrowLeft: [1, 0],
      ArrowRight: [-1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    };
    const direction = directions[event.key];
    if (direction && this.#zoom > 1) {
      this.#at = { x: this.#at.x + direction[0] * pan, y: this.#at.y + direction[1] * pan };
      this.#place();
    } else if (direction) this.#send({ type: 'step', by: -(direction[0] + direction[1]) });
    else if (event.key === '+' || event.key === '=') this.#setZoom(this.#zoom * 1.25);
    else if (event.key === '-') this.#setZoom(this.#zoom / 1.25);
    else if (event.key === '0') this.#setZoom(1);
    else if (event.key === 'Enter') this.#send({ type: 'write' });
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
