import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ViewContext } from '../context.ts';
import { fileSize, t } from '../l10n.ts';
import type { OverviewModel } from '../model.ts';
import { shared } from './styles.ts';
import './thumbnail.ts';

/** Images shown side by side; more say nothing new. */
const shown = 24;

/** The images of one group with what their captions share and where they differ. */
export class DuplicateGroup extends LitElement {
  static override properties = {
    context: { attribute: false },
    files: { attribute: false },
    cluster: { attribute: false },
    tags: { state: true },
  };
  declare context: ViewContext;
  declare files: readonly string[];
  /** Number of the group in the report. */
  declare cluster: number;
  /** Tags of the captions, by the image's file. */
  declare tags: ReadonlyMap<string, readonly string[]>;
  #asked = '';
  #model: OverviewModel | null = null;

  constructor() {
    super();
    this.files = [];
    this.cluster = 0;
    this.tags = new Map();
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const key = this.files.join('\n');
    if (!this.context.live || (key === this.#asked && this.context.model === this.#model)) return;
    if (key !== this.#asked) this.tags = new Map();
    this.#asked = key;
    this.#model = this.context.model;
    const captioned: { file: string; caption: number }[] = [];
    for (const file of this.files.slice(0, shown)) {
      const caption = this.context.model.imageOf(file)?.caption;
      const place = caption ? this.context.model.placeOf(caption) : null;
      if (place?.kind === 'caption') captioned.push({ file, caption: place.index });
    }
    if (captioned.length === 0) return;
    void this.context
      .ask<'tags'>({ kind: 'tags', captions: captioned.map(({ caption }) => caption) })
      .then((answer) => {
        if (key === this.#asked) this.tags = new Map(captioned.map(({ file }, at) => [file, answer[at] ?? []]));
      });
  }

  protected override render(): TemplateResult {
    const lists = [...this.tags.values()];
    const common = (lists[0] ?? []).filter((tag) => lists.every((list) => list.includes(tag)));
    return html`${
      lists.length < 2
        ? nothing
        : html`<p class="muted">
            ${common.length === 0 ? t('none in common') : t('In all captions: {0}', common.join(', '))}
            ${
              this.context.live && lists.some((list) => list.length > common.length)
                ? html`<button class="link merge" @click=${() => this.context.shareCaptions(this.cluster, null)}>
                  ${t('Merge their tags…')}
                </button>`
                : nothing
            }
          </p>`
    }
      <ul>
        ${this.files.slice(0, shown).map((file) => this.#image(file, common, lists))}
      </ul>`;
  }

  #image(file: string, common: readonly string[], lists: readonly (readonly string[])[]): TemplateResult {
    const image = this.context.model.imageOf(file);
    const compare = lists.length > 1;
    const differ = lists.some((list) => list.join('\n') !== lists[0].join('\n'));
    const own = this.tags.get(file);
    const place = this.context.live ? this.context.model.placeOf(file) : null;
    const only = own?.filter((tag) => !common.includes(tag));
    return html`<li>
      <image-thumbnail .context=${this.context} .file=${file}></image-thumbnail>
      <span class="name">${this.#link(file)}</span>
      <span class="muted number"
        >${image?.width ? `${image.width} × ${image.height} · ` : ''}${image ? fileSize(image.size) : ''}</span
      >
      <span class="name"
        >${image?.caption ? this.#link(image.caption) : html`<span class="muted">${t('no caption')}</span>`}</span
      >
      ${
        place && place.kind === 'image'
          ? html`<span class="name"
              ><button class="link" @click=${() => this.context.moveAside([place.index])}>${t('Move aside…')}</button></span
            >`
          : nothing
      }
      ${
        own && differ && place?.kind === 'image'
          ? html`<span class="name"
              ><button class="link" @click=${() => this.context.shareCaptions(this.cluster, place.index)}>
                ${t('Give its caption to the others…')}
              </button></span
            >`
          : nothing
      }
      ${
        compare && only
          ? only.length === 0
            ? html`<span class="muted">${t('same tags as the others')}</span>`
            : html`<span>${t('Only here: {0}', only.join(', '))}</span>`
          : nothing
      }
    </li>`;
  }

  #link(file: string): TemplateResult {
    const place = this.context.live ? this.context.model.placeOf(file) : null;
    return place
      ? html`<button class="link" title=${file} @click=${() => this.context.open(place)}>${file}</button>`
      : html`<span>${file}</span>`;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      p {
        margin-bottom: 8px;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
        gap: 12px 24px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        gap: 2px;
        align-content: start;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .merge {
        margin-inline-start: 12px;
      }
      .name {
        display: flex;
        min-width: 0;
      }
    `,
  ];
}
customElements.define('duplicate-group', DuplicateGroup);
