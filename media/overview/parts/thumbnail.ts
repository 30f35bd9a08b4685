import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ViewContext } from '../context.ts';
import type { Answers } from '../messages.ts';

/** Kinds of pictures the host may send. */
const allowed = /^image\/(?:png|jpeg|webp)$/;

/** A small picture of an image, asked for when it comes into the document; nothing where there is none. */
export class ImageThumbnail extends LitElement {
  static override properties = { context: { attribute: false }, file: {}, url: { state: true } };
  declare context: ViewContext;
  declare file: string;
  declare url: string | null;

  constructor() {
    super();
    this.file = '';
    this.url = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#release();
  }

  #release(): void {
    if (this.url) URL.revokeObjectURL(this.url);
    this.url = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('file')) return;
    this.#release();
    const place = this.context.model.placeOf(this.file);
    if (place?.kind !== 'image') return;
    const wanted = this.file;
    void this.context.ask<'thumbnail'>({ kind: 'thumbnail', image: place.index }).then((answer) => {
      if (wanted === this.file && this.isConnected) this.url = answer && urlOf(answer);
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.url ? html`<img part="picture" src=${this.url} alt=${this.file} />` : nothing;
  }

  static override styles = css`
    img {
      display: block;
      max-width: 100%;
      max-height: 160px;
      border-radius: 4px;
      object-fit: contain;
    }
  `;
}
customElements.define('image-thumbnail', ImageThumbnail);

function urlOf({ mime, data }: NonNullable<Answers['thumbnail']>): string | null {
  if (!allowed.test(mime)) return null;
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: mime }));
}
