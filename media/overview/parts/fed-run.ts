import { css, html, nothing, type TemplateResult } from 'lit';
import type { ExposureSummary } from '../../../server/src/report/exposure-summary.ts';
import type { FeedTrial } from '../../../server/src/trainers/fed-run.ts';
import { number, t } from '../l10n.ts';
import { count, placesTable, setsTable, share, tagsTable } from './fed-tables.ts';
import { plainTable } from './plain-table-styles.ts';
import { shared } from './styles.ts';
import { TrialPart } from './trial-part.ts';

/** What is tried; remembered with the view. */
interface Trial {
  /** Content tokens; null as set. */
  readonly tokens: number | null;
  readonly shuffle: 'as-set' | 'on' | 'off';
  /** Null as set. */
  readonly keep: number | null;
  readonly repeats: number | null;
}
const nothingTried: Trial = { tokens: null, shuffle: 'as-set', keep: null, repeats: null };

/** What will be fed over the run, and what it would be with other settings. No file is changed. */
export class FedRun extends TrialPart<Trial, ExposureSummary | null> {
  static override properties = { ...TrialPart.properties, now: { state: true } };
  /** Undefined until it is known; null where nothing is fed. */
  declare now: ExposureSummary | null | undefined;
  protected override readonly remembered = { name: 'fed-run', start: nothingTried };

  constructor() {
    super();
    this.now = undefined;
  }

  protected override renewed(isNow: () => boolean): void {
    this.context.ask<'exposure'>({ kind: 'exposure', trial: {}, tokens: null }).then(
      (answer) => {
        if (!isNow()) return;
        this.now = answer;
        this.failure = null;
      },
      (error: Error) => {
        if (isNow()) this.failure = error.message;
      },
    );
  }

  protected override ask(trial: Trial) {
    if (JSON.stringify(trial) === JSON.stringify(nothingTried)) return null;
    return () => this.context.ask<'exposure'>({ kind: 'exposure', trial: trialOf(trial), tokens: trial.tokens });
  }

  protected override render(): TemplateResult {
    return html`<section class="card" aria-label=${t('What will be fed')}>
      <h2>${t('What will be fed')}</h2>
      ${
        this.failure !== null
          ? html`<p role="status">${this.failure}</p>`
          : this.now === undefined
            ? html`<p class="muted" role="status">${t('Reading the dataset')}</p>`
            : this.now === null
              ? html`<p role="status">${t('Nothing is fed: training stops, or no image trains.')}</p>`
              : this.#exposure(this.now)
      }
    </section>`;
  }

  #exposure(now: ExposureSummary): TemplateResult {
    return html`<p class="muted">${now.said.length}</p>
      <p class="muted">${now.said.basis}</p>
      ${this.#figures(now)} ${setsTable(now)}
      <h3>${t('Try it')}</h3>
      ${this.#form(now)}
      <div role="status">${tagsTable(now, this.tried)} ${placesTable(now, this.tried)}</div>`;
  }

  #figures(now: ExposureSummary): TemplateResult {
    const { spread } = now;
    const facts: [string, string, string][] = [
      [t('Showings'), count(now.shows), ''],
      ...(now.limit === null
        ? []
        : ([[t('Showings longer than the limit'), count(now.cut), share(now.cut, now.shows)]] as [
            string,
            string,
            string,
          ][])),
      ...(now.empty > 0
        ? ([[t('Showings without words'), count(now.empty), share(now.empty, now.shows)]] as [string, string, string][])
        : []),
    ];
    if (spread) {
      const { least, most, fewestTexts, mostTexts } = spread;
      facts.push([
        t('Showings of an image'),
        least.shows === most.shows ? count(most.shows) : `${count(least.shows)} – ${count(most.shows)}`,
        '',
      ]);
      const one = mostTexts - fewestTexts < 0.05;
      facts.push([
        t('Different texts of an image'),
        one ? count(mostTexts) : `${count(fewestTexts)} – ${count(mostTexts)}`,
        '',
      ]);
    }
    if (now.neverShown.count > 0)
      facts.push([t('Images that are never shown'), number(now.neverShown.count), now.neverShown.files[0] ?? '']);
    return html`<dl class="totals">
      ${facts.map(
        ([name, value, note]) =>
          html`<div>
            <dt>${name}</dt>
            <dd><span>${value}</span>${note === '' ? nothing : html` <span class="muted" data-file=${note}>${note}</span>`}</dd>
          </div>`,
      )}
    </dl>`;
  }

  #form({ limit }: ExposureSummary): TemplateResult {
    const trial = this.trial;
    const select = (
      label: string,
      value: string,
      options: readonly (readonly [string, string])[],
      set: (to: string) => void,
    ) =>
      html`<label class="field"
        ><span>${label}</span
        ><vscode-single-select
          .label=${label}
          .value=${value}
          @change=${({ target }: Event) => set((target as HTMLInputElement).value)}
        >
          ${options.map(([id, name]) => html`<vscode-option value=${id}>${name}</vscode-option>`)}
        </vscode-single-select></label
      >`;
    const box = (label: string, name: 'keep' | 'repeats', least: number) =>
      html`<label class="field"
        ><span>${label}</span
        ><vscode-textfield
          type="number"
          .label=${label}
          .value=${trial[name] === null ? '' : String(trial[name])}
          placeholder=${t('as set')}
          min=${least}
          step="1"
          @input=${({ target }: Event) => {
            const text = (target as HTMLInputElement).value.trim();
            const typed = Number(text);
            if (text === '') this.try({ [name]: null });
            else if (Number.isInteger(typed) && typed >= least && typed <= 1000) this.try({ [name]: typed });
          }}
        ></vscode-textfield
      ></label>`;
    return html`<div class="form">
      ${
        limit === null
          ? nothing
          : select(
              t('Token limit'),
              String(trial.tokens ?? ''),
              [['', t('as set')], ...['75', '150', '225'].map((n) => [n, n] as const)],
              (to) => this.try({ tokens: to === '' ? null : Number(to) }),
            )
      }
      ${select(
        t('Shuffle tags'),
        trial.shuffle,
        [
          ['as-set', t('as set')],
          ['on', t('on')],
          ['off', t('off')],
        ],
        (to) => this.try({ shuffle: to === 'on' || to === 'off' ? to : 'as-set' }),
      )}
      ${box('keep_tokens', 'keep', 0)} ${box('num_repeats', 'repeats', 1)}
    </div>`;
  }

  static override styles = [
    shared,
    plainTable,
    css`
      :host {
        display: block;
      }
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
      }
      h2,
      h3,
      p {
        margin: 0;
      }
      h3 {
        margin-top: 8px;
        font-size: 13px;
        font-weight: 600;
      }
      .totals {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 32px;
        margin: 4px 0;
      }
      dt {
        color: var(--muted);
      }
      dd {
        margin: 0;
        font-variant-numeric: tabular-nums;
      }
      dd > span:first-child {
        font-weight: 600;
      }
      .form {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 24px;
        align-items: end;
      }
      .field {
        display: grid;
        gap: 2px;
      }
      vscode-textfield,
      vscode-single-select {
        width: 104px;
      }
      table {
        width: 100%;
      }
      table + table {
        margin-top: 16px;
      }
      .whole,
      td.whole {
        white-space: nowrap;
      }
      .end,
      thead th {
        overflow-wrap: normal;
      }
      td.end {
        white-space: nowrap;
      }
      .tag {
        display: block;
        max-width: 40ch;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      @media (max-width: 520px) {
        .tag {
          max-width: 18ch;
        }
        thead th,
        td.end:not(.whole) {
          white-space: normal;
        }
      }
    `,
  ];
}
customElements.define('fed-run', FedRun);

function trialOf({ shuffle, keep, repeats }: Trial): FeedTrial {
  return {
    ...(shuffle === 'as-set' ? {} : { shuffle: shuffle === 'on' }),
    ...(keep === null ? {} : { keep }),
    ...(repeats === null ? {} : { repeats }),
  };
}
