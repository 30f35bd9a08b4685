import { css, html, nothing, type TemplateResult } from 'lit';
import { bindingMeaning, bindingName, conceptName } from '../../../server/src/planning/names.ts';
import { type ConceptKind, conceptKinds } from '../../../server/src/planning/practice.ts';
import type { Proposal } from '../../../server/src/planning/propose.ts';
import type { ConceptBinding } from '../../../server/src/report/binding.ts';
import { number, percent, t } from '../l10n.ts';
import type { Answers } from '../messages.ts';
import type { OverviewModel } from '../model.ts';
import { categoryName } from '../parts/categories.ts';
import { plainTable } from '../parts/plain-table-styles.ts';
import { effectList } from '../parts/risk-effect.ts';
import { scrolling, shared } from '../parts/styles.ts';
import { OverviewView } from '../view.ts';

/** Tags that are listed per concept. */
const listed = 60;

/** What each tag is to its trigger, and what to do with it once the user has said what the concept is. */
export class BindingView extends OverviewView {
  static override properties = {
    ...OverviewView.properties,
    concepts: { state: true },
    effects: { state: true },
    failure: { state: true },
  };
  declare concepts: readonly ConceptBinding[] | null;
  /** By trigger: what pruning would change; null while it is worked out. */
  declare effects: Readonly<Record<string, Answers['prune-effect'] | null>>;
  declare failure: string | null;
  #model: OverviewModel | null = null;
  #asked = '';

  constructor() {
    super();
    this.concepts = null;
    this.effects = {};
    this.failure = null;
  }

  get #kinds(): Readonly<Record<string, ConceptKind>> {
    return this.context.recall('binding.kinds', {});
  }

  protected override willUpdate(): void {
    const { model, live } = this.context;
    const wanted = JSON.stringify(this.#kinds);
    if (!live || (model === this.#model && wanted === this.#asked)) return;
    this.#model = model;
    this.#asked = wanted;
    this.effects = {};
    const isWanted = (): boolean => model === this.#model && wanted === this.#asked;
    this.context.ask<'binding'>({ kind: 'binding', kinds: this.#kinds }).then(
      (concepts) => {
        if (!isWanted()) return;
        this.concepts = concepts;
        this.failure = null;
      },
      (error: Error) => {
        if (isWanted()) this.failure = error.message;
      },
    );
  }

  protected override render(): TemplateResult {
    if (this.failure !== null) return html`<p role="status">${this.failure}</p>`;
    if (this.concepts === null) return html`<p class="muted" role="status">${t('Reading the dataset')}</p>`;
    if (this.concepts.length === 0)
      return html`<p role="status">
        ${t('No trigger is known well enough: name it in the sidecar or by the folder.')}
      </p>`;
    return html`${this.concepts.map((concept) => this.#concept(concept))}`;
  }

  #concept(concept: ConceptBinding): TemplateResult {
    const { trigger, captions, prose, indicative, kind, tags } = concept;
    const notes = [
      t('{0} captions with the trigger', number(captions)),
      ...(prose > 0 ? [t('{0} of them are sentences: rewording them is yours', number(prose))] : []),
      ...(indicative ? [t('few captions, indicative only')] : []),
    ];
    return html`<section class="card" aria-label=${trigger}>
      <h2>${trigger}</h2>
      <p class="muted">${notes.join(' · ')}</p>
      <label class="kind"
        ><span>${t('What is it?')}</span
        ><vscode-single-select
          .label=${t('What is it?')}
          .value=${kind ?? ''}
          @change=${({ target }: Event) => this.#say(trigger, (target as HTMLInputElement).value)}
        >
          <vscode-option value="">${t('not said')}</vscode-option>
          ${conceptKinds.map((one) => html`<vscode-option value=${one}>${conceptName(one, t)}</vscode-option>`)}
        </vscode-single-select></label
      >
      ${kind === null ? html`<p class="muted">${t('Say what it is, and each tag gets a proposal.')}</p>` : this.#proposals(concept, kind)}
      ${this.#table(concept)}
      ${tags.length > listed ? html`<p class="muted">${t('and {0} more', number(tags.length - listed))}</p>` : nothing}
    </section>`;
  }

  #say(trigger: string, value: string): void {
    const kind = conceptKinds.find((one) => one === value);
    const { [trigger]: _, ...others } = this.#kinds;
    this.context.remember('binding.kinds', kind ? { ...others, [trigger]: kind } : others);
  }

  #proposals({ trigger, proposals }: ConceptBinding, kind: ConceptKind): TemplateResult {
    const prune = proposals.filter(({ advice }) => advice === 'prune');
    const effect = this.effects[trigger];
    if (prune.length === 0) return html`<p>${t('There is nothing to prune.')}</p>`;
    return html`<div class="apply">
        <p>${t('To prune: {0}', prune.map(({ tag }) => tag).join(', '))}</p>
        <vscode-button secondary ?disabled=${effect === null} @click=${() => this.#try(trigger, kind)}>${t('What would it change?')}</vscode-button>
        ${
          effect
            ? html`<vscode-button @click=${() => this.#apply(trigger, kind)}>${t('Prune {0} captions…', number(effect.captions))}</vscode-button>`
            : nothing
        }
      </div>
      <div role="status">
        ${effect === null ? html`<p class="muted">${t('Trying it')}</p>` : effect ? effectList(effect.effect.risks) : nothing}
      </div>`;
  }

  #try(trigger: string, kind: ConceptKind): void {
    this.effects = { ...this.effects, [trigger]: null };
    const model = this.#model;
    this.context.ask<'prune-effect'>({ kind: 'prune-effect', trigger, concept: kind }).then(
      (effect) => {
        if (model === this.#model) this.effects = { ...this.effects, [trigger]: effect };
      },
      (error: Error) => {
        this.failure = error.message;
      },
    );
  }

  #apply(trigger: string, kind: ConceptKind): void {
    this.context.ask<'prune'>({ kind: 'prune', trigger, concept: kind }).catch((error: Error) => {
      this.failure = error.message;
    });
  }

  #table({ tags, proposals }: ConceptBinding): TemplateResult {
    const byTag = new Map(proposals.map((proposal) => [proposal.tag, proposal]));
    const withSiblings = tags.some(({ sibling }) => sibling !== null);
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${t('Tag')}</th>
          <th scope="col">${t('Binding')}</th>
          <th scope="col" class="end">${t('P(tag | trigger)')}</th>
          ${withSiblings ? html`<th scope="col" class="end wide">${t('Least in another concept')}</th>` : nothing}
          <th scope="col" class="wide">${t('Proposal')}</th>
        </tr>
      </thead>
      <tbody>
        ${tags.slice(0, listed).map(
          ({ tag, category, binding, together, support, lower, upper, sibling }) =>
            html`<tr>
              <th scope="row" title=${tag}><span class="name">${tag}</span>${category ? html`<span class="muted small">${categoryName(category)}</span>` : nothing}</th>
              <td title=${bindingMeaning(binding, t)}><span class="binding ${binding}">${bindingName(binding, t)}</span></td>
              <td class="end" title=${t('{0} to {1} with 95 % confidence', percent(lower, 0), percent(upper, 0))}>${number(together)} / ${number(support)}</td>
              ${withSiblings ? html`<td class="end wide">${sibling ? `${sibling.trigger} ${percent(sibling.probability, 0)}` : '–'}</td>` : nothing}
              <td class="wide">${this.#proposal(byTag.get(tag))}</td>
            </tr>
            ${byTag.has(tag) ? html`<tr class="below"><td colspan="3">${this.#proposal(byTag.get(tag))}</td></tr>` : nothing}`,
        )}
      </tbody>
    </table>`;
  }

  #proposal(proposal: Proposal | undefined): TemplateResult | typeof nothing {
    if (!proposal) return nothing;
    const { advice, reason, heuristic, unlock } = proposal;
    const missing =
      unlock && unlock.missing > 0
        ? ` – ${t('{0} more images without it bring it to 80 %', number(unlock.missing))}`
        : '';
    return html`<b>${adviceName(advice)}</b> <span class="muted">${reason}${missing}</span>
      ${heuristic && advice !== 'keep' ? html`<span class="tag">${t('heuristic')}</span>` : nothing}`;
  }

  static override styles = [
    shared,
    scrolling,
    plainTable,
    css`
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
      }
      h2,
      p {
        margin: 0;
      }
      h2 {
        overflow-wrap: anywhere;
      }
      .kind {
        display: flex;
        gap: 8px;
        align-items: center;
      }
      .apply {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
        align-items: center;
      }
      table {
        width: 100%;
      }
      td,
      th {
        vertical-align: top;
      }
      .name {
        display: block;
        max-width: 32ch;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .small {
        font-size: 11px;
        font-weight: 400;
      }
      .binding {
        white-space: nowrap;
      }
      .locked {
        font-weight: 700;
      }
      .tag {
        padding: 0 6px;
        border: 1px solid var(--line);
        border-radius: 8px;
        color: var(--muted);
        font-size: 11px;
        white-space: nowrap;
      }
      /* Where there is no room for a column of proposals each stands below its tag. */
      .below {
        display: none;
      }
      .noise {
        color: var(--muted);
      }
      @media (max-width: 620px) {
        .wide {
          display: none;
        }
        .below {
          display: table-row;
        }
        tr:has(+ .below) > * {
          border-bottom: 0;
        }
        .name {
          max-width: 18ch;
        }
      }
    `,
  ];
}
customElements.define('binding-view', BindingView);

function adviceName(advice: Proposal['advice']): string {
  if (advice === 'prune') return t('prune');
  return advice === 'vary' ? t('vary') : t('keep');
}
