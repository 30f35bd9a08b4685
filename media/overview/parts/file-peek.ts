import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { ViewContext } from '../context.ts';
import './thumbnail.ts';

/** Milliseconds that the pointer rests on a name before its picture comes. */
const rest = 120;
/** Pixels of the place that a picture needs at the most. */
const room = { width: 212, height: 180, gap: 4 };

/**
 * A small picture of the image whose name the pointer rests on or that has the focus, wherever in the page that is: names are told by
 * their attribute `data-file`. A caption shows its image. Escape takes the picture away.
 */
export class FilePeek extends LitElement {
  static override properties = { context: { attribute: false }, file: { state: true } };
  declare context: ViewContext | null;
  declare file: string | null;
  #timer = 0;
  /** What was looked at last, and what it is to show: a picture that was taken away stays away until something else was. */
  #named: HTMLElement | undefined;
  #wanted: string | null | undefined;
  #listening: AbortController | null = null;

  constructor() {
    super();
    this.context = null;
    this.file = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    // Over and focus go no farther than the shadow root in which they change: moves and keys reach the document.
    document.addEventListener('pointermove', (event) => this.#look(event.composedPath()), { signal, passive: true });
    document.addEventListener('keyup', () => this.#look(pathOfFocus()), { signal });
    for (const type of ['pointerdown', 'scroll', 'wheel'] as const)
      document.addEventListener(type, () => this.#show(null), { signal, capture: true, passive: true });
    document.documentElement.addEventListener('pointerleave', () => this.#show(null), { signal });
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#show(null), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#listening?.abort();
  }

  #look(path: readonly EventTarget[]): void {
    const named = path.find(
      (node): node is HTMLElement => node instanceof HTMLElement && node.dataset.file !== undefined,
    );
    const picture = named && this.context?.model.pictureOf(named.dataset.file ?? '');
    if (named === this.#named && picture === this.#wanted) return;
    this.#named = named;
    this.#wanted = picture;
    clearTimeout(this.#timer);
    if (!named || !picture) this.#show(null);
    else this.#timer = window.setTimeout(() => this.#show(picture, named), rest);
  }

  #show(picture: string | null, beside?: HTMLElement): void {
    clearTimeout(this.#timer);
    this.file = picture;
    if (!beside?.isConnected) return;
    const { left, top, bottom } = beside.getBoundingClientRect();
    const isBelow = bottom + room.gap + room.height <= innerHeight || top < room.height;
    this.style.left = `${Math.max(0, Math.min(left, innerWidth - room.width))}px`;
    this.style.top = isBelow ? `${bottom + room.gap}px` : 'auto';
    this.style.bottom = isBelow ? 'auto' : `${innerHeight - top + room.gap}px`;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.file === null || !this.context) return nothing;
    return html`<image-thumbnail aria-hidden="true" .context=${this.context} .file=${this.file}></image-thumbnail>`;
  }

  static override styles = css`
    :host {
      position: fixed;
      z-index: 10;
      max-width: 204px;
      pointer-events: none;
    }
    image-thumbnail::part(picture) {
      padding: 4px;
      border: 1px solid var(--vscode-editorHoverWidget-border, var(--vscode-contrastBorder, transparent));
      background: var(--vscode-editorHoverWidget-background, var(--vscode-editor-background));
      box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent);
    }
    @media print {
      :host {
        display: none;
      }
    }
  `;
}
customElements.define('file-peek', FilePeek);

/** The element with the focus and those around it, through shadow roots. */
function pathOfFocus(): Element[] {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const path: Element[] = [];
  // A button is named by what stands in it.
  const inside = active?.querySelector('[data-file]');
  if (inside) path.push(inside);
  for (let at = active; at; at = at.parentElement) path.push(at);
  return path;
}
