import { css, html, nothing, type TemplateResult } from 'lit';
import type { Change, Outcome } from '../../../server/src/advice/what-if.ts';
import { number, percent, t } from '../l10n.ts';
import type { Answers } from '../messages.ts';
import { plainTable } from './plain-table-styles.ts';
import { shared } from './styles.ts';
import { TrialPart } from './trial-part.ts';

/** What is tried; remembered with the view. */
interface Trial {
  readonly dropout: boolean;
  /** 0 to 1. */
  readonly rate: number;
  readonly shuffle: boolean;
  /** Tags at the head that dropout and shuffle leave alone. */
  readonly keep: number;
  /** Tag to remove; empty for none. */
  readonly remove: string;
  readonly unique: boolean;
}
const nothingTried: Trial = { dropout: false, rate: 0.1, shuffle: false, keep: 1, remove: '', unique: false };

/** Tags offered for removal, and tags listed beside the trigger. */
const offered = 200;
const listed = 8;

/** Tries changes of data and settings on the numbers, before a file is touched. */
export class WhatIf extends TrialPart<Trial, Answers['what-if']> {
  protected override readonly remembered = { name: 'what-if', start: nothingTried };

  protected override ask(trial: Trial) {
    const changes = changesOf(trial);
    return changes.length === 0 ? null : () => this.context.ask<'what-if'>({ kind: 'what-if', changes });
  }

  protected override render(): TemplateResult {
    return html`<section class="card" aria-label=${t('What if')}>
      <h2>${t('What if')}</h2>
      <p class="muted">${t('Try it on the numbers first. No file is changed.')}</p>
      ${this.#form(this.trial)}
      <div role="status">
        ${this.failure !== null ? html`<p>${this.failure}</p>` : this.tried ? this.#result(this.tried) : nothing}
      </div>
    </section>`;
  }

  #form(trial: Trial): TemplateResult {
    const { tags, clusters } = this.context.model.report;
    const checkbox = (label: string, checked: boolean, set: (on: boolean) => Partial<Trial>): TemplateResult =>
      html`<vscode-checkbox
        .label=${label}
        .checked=${checked}
        @change=${({ target }: Event) => this.try(set((target as HTMLInputElement).checked))}
      ></vscode-checkbox>`;
    const numberBox = (label: string, value: number, limits: { max: number; step: number }, name: 'rate' | 'keep') =>
      html`<label class="number"
        ><span>${label}</span
        ><vscode-textfield
          type="number"
          .label=${label}
          .value=${String(value)}
          min="0"
          .max=${limits.max}
          .step=${limits.step}
          @input=${({ target }: Event) => {
            const typed = Number((target as HTMLInputElement).value);
            if (Number.isFinite(typed)) this.try({ [name]: Math.min(limits.max, Math.max(0, typed)) });
          }}
        ></vscode-textfield
      ></label>`;
    return html`<div class="form">
      <div class="pair">
        ${checkbox(t('Drop tags by chance'), trial.dropout, (dropout) => ({ dropout }))}
        ${numberBox(t('rate'), trial.rate, { max: 1, step: 0.05 }, 'rate')}
      </div>
      <div class="pair">
        ${checkbox(t('Shuffle tags'), trial.shuffle, (shuffle) => ({ shuffle }))}
        ${numberBox('keep_tokens', trial.keep, { max: 20, step: 1 }, 'keep')}
      </div>
      <div class="pair">
        <label class="number" for="remove"><span>${t('Remove a tag')}</span></label>
        <vscode-single-select
          id="remove"
          .label=${t('Remove a tag')}
          .value=${trial.remove}
          @change=${({ target }: Event) => this.try({ remove: (target as HTMLInputElement).value })}
        >
          <vscode-option value="">${t('none')}</vscode-option>
          ${tags.slice(0, offered).map(({ tag, captions }) => html`<vscode-option value=${tag}>${tag} (${number(captions)})</vscode-option>`)}
        </vscode-single-select>
      </div>
      ${
        clusters.length === 0
          ? nothing
          : checkbox(t('Keep one image of each group of duplicates'), trial.unique, (unique) => ({ unique }))
      }
    </div>`;
  }

  #result({ before, after }: Answers['what-if']): TemplateResult {
    const { tokenLimit } = this.context.model.report.settings;
    const share = (value: number | null): string => (value === null ? '–' : percent(value));
    const rows: [string, (outcome: Outcome) => string][] = [
      [t('Effective images'), ({ effectiveImages }) => number(effectiveImages)],
      [t('Captions'), ({ captions }) => number(captions)],
      ...(tokenLimit === null
        ? []
        : ([
            [t('Samples over {0} tokens', tokenLimit), ({ overLimitShare }) => share(overLimitShare)],
            [t('Tags of a caption that reach the model'), ({ reach }) => share(reach)],
          ] as [string, (outcome: Outcome) => string][])),
      [t('Entropy of the tags (nats)'), ({ entropy }) => number(entropy, 2)],
      [t('Equally frequent tags as diverse'), ({ effectiveTags }) => number(effectiveTags, 1)],
    ];
    const beside = (outcome: Outcome, tag: string): number | undefined =>
      outcome.besideTrigger.find((entry) => entry.tag === tag)?.probability;
    const strongest = before.besideTrigger.slice(0, listed).map(({ tag }) => tag);
    const row = (name: TemplateResult | string, from: string, to: string): TemplateResult =>
      html`<tr class=${from === to ? '' : 'changed'}>
        <th scope="row">${name}</th>
        <td class="end">${from}</td>
        <td class="end">${to}</td>
      </tr>`;
    return html`<table>
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">${t('Number')}</span></th>
          <th scope="col" class="end">${t('Now')}</th>
          <th scope="col" class="end">${t('Then')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(([name, value]) => row(name, value(before), value(after)))}
        ${strongest.map((tag) => {
          const now = beside(before, tag) ?? 0;
          // Tags are listed up to a number: one that is not in the later list is below its last, or gone.
          const then = beside(after, tag);
          const least = after.besideTrigger.at(-1)?.probability;
          const gone = tag === this.trial.remove || least === undefined;
          return row(
            html`P(<b>${tag}</b> | ${t('trigger')})`,
            number(now, 2),
            then !== undefined ? number(then, 2) : gone ? number(0, 2) : `< ${number(least, 2)}`,
          );
        })}
      </tbody>
    </table>`;
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
      h2 {
        margin: 0;
      }
      .form {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 24px;
        align-items: center;
      }
      .pair,
      .number {
        display: flex;
        gap: 8px;
        align-items: center;
      }
      vscode-textfield {
        width: 64px;
      }
      vscode-single-select {
        width: 176px;
      }
      .changed td:last-child {
        font-weight: 700;
      }
      @media (max-width: 520px) {
        .form {
          flex-direction: column;
          align-items: flex-start;
        }
      }
    `,
  ];
}
customElements.define('what-if', WhatIf);

function changesOf({ dropout, rate, shuffle, keep, remove, unique }: Trial): Change[] {
  const changes: Change[] = [];
  if (remove !== '') changes.push({ kind: 'remove-tag', tag: remove });
  if (unique) changes.push({ kind: 'drop-duplicates' });
  if (dropout) changes.push({ kind: 'tag-dropout', rate, keep: Math.round(keep) });
  if (shuffle) changes.push({ kind: 'shuffle', keep: Math.round(keep) });
  return changes;
}
