import { t } from '../overview/l10n.ts';
import { element } from './dom.ts';

const least = 0.15;
const most = 0.9;

/** The bar between picture and grid: moved by mouse or arrow keys. */
export class Splitter {
  readonly root = element('div', 'splitter');
  readonly #onMoved: (share: number) => void;
  #share = 0.6;

  constructor(onMoved: (share: number) => void) {
    this.#onMoved = onMoved;
    const { root } = this;
    root.tabIndex = 0;
    root.setAttribute('role', 'separator');
    root.setAttribute('aria-valuemin', String(least * 100));
    root.setAttribute('aria-valuemax', String(most * 100));
    root.addEventListener('keydown', (event) => {
      const steps: Record<string, number> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };
      if (!(event.key in steps)) return;
      event.preventDefault();
      event.stopPropagation();
      this.#moved(this.#share + steps[event.key] * 0.05);
    });
    root.addEventListener('pointerdown', (event) => {
      root.setPointerCapture(event.pointerId);
      const move = ({ clientX, clientY }: PointerEvent): void => {
        const box = root.parentElement?.getBoundingClientRect();
        if (!box) return;
        const isBeside = root.offsetHeight > root.offsetWidth;
        this.#moved(isBeside ? (clientX - box.left) / box.width : (clientY - box.top) / box.height);
      };
      root.addEventListener('pointermove', move);
      root.addEventListener('lostpointercapture', () => root.removeEventListener('pointermove', move), { once: true });
    });
  }

  localize(): void {
    this.root.setAttribute('aria-label', t('Space of the image'));
  }

  /** Share of the picture, 0 to 1. */
  set share(share: number) {
    this.#share = Math.max(least, Math.min(most, share));
    this.root.setAttribute('aria-valuenow', String(Math.round(this.#share * 100)));
    document.documentElement.style.setProperty('--share', String(this.#share));
  }

  #moved(share: number): void {
    this.share = share;
    this.#onMoved(this.#share);
  }
}
