import { css, html, nothing, type TemplateResult } from 'lit';
import type { LockState } from '../../../server/src/lsp/protocol.ts';
import { moment, number, t } from '../l10n.ts';
import type { ShownComparison, ShownRow } from '../messages.ts';
import type { OverviewModel } from '../model.ts';
import { scrolling, shared } from '../parts/styles.ts';
import { OverviewView } from '../view.ts';

/** What was compared, kept while other tabs are looked at. */
interface Compared {
  readonly comparison: ShownComparison;
  /** With the lock, or with a file that was chosen. */
  readonly withLock: boolean;
}
let kept: Compared | null = null;

/** What the dataset was when it was locked, and what changed since; the same against a LoRA file or another lock. */
export class HistoryView extends OverviewView {
  static override properties = {
    ...OverviewView.properties,
    lock: { state: true },
    compared: { state: true },
    busy: { state: true },
    failure: { state: true },
  };
  /** Undefined until it is known. */
  declare lock: LockState | undefined;
  declare compared: Compared | null;
  declare busy: boolean;
  declare failure: string | null;
  #model: OverviewModel | null = null;

  constructor() {
    super();
    this.lock = undefined;
    this.compared = kept;
    this.busy = false;
    this.failure = null;
  }

  protected override willUpdate(): void {
    const { model } = this.context;
    if (model === this.#model) return;
    const isFirst = this.#model === null;
    this.#model = model;
    this.context.ask<'lock-state'>({ kind: 'lock-state' }).then(
      (lock) => {
        this.lock = lock;
        // Asked for by opening the tab; from then on by a button, since all images may have to be read.
        if (isFirst && lock.lock && this.compared === null) this.#compare();
      },
      (error: Error) => this.#fail(error),
    );
  }

  #fail(error: Error): void {
    this.failure = error.message;
    this.busy = false;
  }

  #begin(): void {
    this.busy = true;
    this.failure = null;
  }

  #show(comparison: ShownComparison | null, withLock: boolean): void {
    this.busy = false;
    if (comparison === null) return;
    this.compared = { comparison, withLock };
    kept = this.compared;
  }

  #compare(): void {
    this.#begin();
    this.context.ask<'since-lock'>({ kind: 'since-lock' }).then(
      (comparison) => this.#show(comparison, true),
      (error: Error) => this.#fail(error),
    );
  }

  #compareOther(): void {
    this.#begin();
    this.context.ask<'compare'>({ kind: 'compare' }).then(
      (comparison) => this.#show(comparison, false),
      (error: Error) => this.#fail(error),
    );
  }

  #lock(): void {
    this.#begin();
    this.context.ask<'lock'>({ kind: 'lock' }).then(
      (lock) => {
        this.busy = false;
        if (lock === null) return;
        this.lock = lock;
        this.#compare();
      },
      (error: Error) => this.#fail(error),
    );
  }

  protected override render(): TemplateResult {
    const { lock } = this;
    return html`<section class="card" aria-label=${t('Since the lock')}>
        <h2>${t('Since the lock')}</h2>
        ${lock === undefined ? nothing : this.#head(lock)}
        <p class="actions">
          ${
            lock?.lock
              ? html`<vscode-button ?disabled=${this.busy} @click=${() => this.#compare()}>${t('Compare again')}</vscode-button>`
              : nothing
          }
          <vscode-button ?secondary=${lock?.lock != null} ?disabled=${this.busy || lock === undefined} @click=${() => this.#lock()}
            >${t('Lock now')}</vscode-button
          >
          <vscode-button secondary ?disabled=${this.busy} @click=${() => this.#compareOther()}
            >${t('Compare with a LoRA file…')}</vscode-button
          >
        </p>
        <div role="status">
          ${this.busy ? html`<p class="muted">${t('Comparing')}</p>` : nothing}
          ${this.failure === null ? nothing : html`<p>${this.failure}</p>`}
        </div>
      </section>
      ${this.compared === null ? nothing : this.#comparison(this.compared)}`;
  }

  #head({ isThere, name, lock }: LockState): TemplateResult {
    if (!isThere)
      return html`<p>
        ${t('There is no lock yet. It is a small file in the folder that notes contents, tags, settings, what is fed, and risks. Lock the dataset when you train it: afterwards this page tells what changed, and which risk it moved.')}
      </p>`;
    if (lock === null) return html`<p>${t('{0} is no lock of this version.', name)}</p>`;
    return html`<p>${t('{0}, written {1}: {2} images.', name, moment(lock.made), number(lock.images))}</p>`;
  }

  #comparison({ comparison, withLock }: Compared): TemplateResult {
    const { before, after, sections, stamp } = comparison;
    const unchanged = sections.every(({ isChange }) => !isChange);
    const isOld = this.lock !== undefined && this.lock.stamp !== stamp;
    return html`<section class="card" aria-label=${t('Compared')}>
      <h2>${t('Compared')}</h2>
      <p class="sides"><span>− ${before}</span><span>+ ${after}</span></p>
      ${isOld ? html`<p class="muted" role="status">${t('The dataset was changed meanwhile. Save and compare again to see it.')}</p>` : nothing}
      ${unchanged ? html`<p>${withLock ? t('Nothing has changed since the lock.') : t('Nothing that both tell has changed.')}</p>` : nothing}
      <div class="parts">
        ${sections.map(
          ({ title, rows, more }) => html`<section aria-label=${title}>
            <h3>${title}</h3>
            <ul>
              ${grouped(rows).map((group) => html`<li>${this.#group(group)}</li>`)}
              ${more > 0 ? html`<li class="muted">${t('and {0} more', number(more))}</li>` : nothing}
            </ul>
          </section>`,
        )}
      </div>
    </section>`;
  }

  /** A line with what stands below it. */
  #group([first, ...below]: readonly ShownRow[]): TemplateResult {
    if (below.length === 0) return this.#row(first);
    return html`<details ?open=${first.text.includes('→')}>
      <summary>${this.#row(first)}</summary>
      <ul>
        ${below.map((row) => html`<li>${row.text.trimStart()}</li>`)}
      </ul>
    </details>`;
  }

  #row({ text, change }: ShownRow): TemplateResult {
    if (change === null) return html`${text}`;
    const { index, length } = change;
    const file = text.slice(0, length);
    return html`<button
        class="link"
        data-file=${file}
        @click=${() => this.context.open({ kind: 'change', index })}
      >${file}</button>${text.slice(length)}`;
  }

  static override styles = [
    shared,
    scrolling,
    css`
      .card {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 12px;
      }
      h2,
      h3 {
        margin: 0;
      }
      h3 {
        margin-bottom: 4px;
        font-size: 13px;
        font-weight: 600;
      }
      p {
        max-width: 80ch;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        max-width: none;
      }
      .sides {
        display: grid;
        gap: 4px;
        max-width: none;
        overflow-wrap: anywhere;
      }
      .parts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
        gap: 16px 32px;
        align-items: start;
      }
      summary {
        cursor: pointer;
      }
      summary:focus-visible {
        outline: 1px solid var(--vscode-focusBorder);
      }
      details ul {
        padding-block: 4px;
        padding-inline-start: 16px;
      }
      ul {
        display: grid;
        gap: 4px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        overflow-wrap: anywhere;
      }
      li .link {
        white-space: normal;
        overflow-wrap: anywhere;
      }
    `,
  ];
}
customElements.define('history-view', HistoryView);

/** Lines with those that are set in below them. */
function grouped(rows: readonly ShownRow[]): [ShownRow, ...ShownRow[]][] {
  const groups: [ShownRow, ...ShownRow[]][] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    if (group && row.text.startsWith('  ')) group.push(row);
    else groups.push([row]);
  }
  return groups;
}
