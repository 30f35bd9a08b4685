import { html, nothing, type TemplateResult } from 'lit';
import { playbookFor } from '../../../server/src/advice/filter.ts';
import type { DataStep, SettingsStep } from '../../../server/src/advice/playbook.ts';
import { t } from '../l10n.ts';
import '../parts/cure-plan.ts';
import { fileLinks } from '../parts/file-links.ts';
import { shared } from '../parts/styles.ts';
import '../parts/what-if.ts';
import { OverviewView } from '../view.ts';
import { playbookStyles } from './playbook-styles.ts';

/** What to change in the data (X) and in the training settings (Y), for the symptoms that are ticked (A). */
export class PlaybookView extends OverviewView {
  protected override render(): TemplateResult {
    const { advice } = this.context.model.report;
    const ticked = this.context.recall<readonly string[]>('playbook.symptoms', []);
    const { x, y } = playbookFor(advice, new Set(ticked));
    return html`<div class="layout">
      <section class="card symptoms">
        <details ?open=${ticked.length > 0 || !matchMedia('(max-width: 720px)').matches}>
        <summary>${t('What do you see in your outputs?')}</summary>
        <p class="muted">${t('Tick what applies. Without a tick the data alone decides.')}</p>
        ${this.#symptoms(ticked)}
        ${
          ticked.length > 0
            ? html`<button class="link" @click=${() => this.context.remember('playbook.symptoms', [])}>
              ${t('Untick all')}
            </button>`
            : nothing
        }
        </details>
      </section>
      <div class="steps">
        <section>
          <h2>${t('Change in the data')}</h2>
          ${x.length === 0 ? html`<p class="muted">${t('Nothing to change.')}</p>` : x.map((step) => this.#dataStep(step))}
        </section>
        <section>
          <h2>
            ${t('Change in the training settings')}
            ${
              this.context.live && advice.playbook.y.length > 0
                ? html`<button class="link beside" @click=${() => this.context.show('config')}>
                  ${t('Compare with your configuration')}
                </button>`
                : nothing
            }
          </h2>
          ${
            y.length === 0
              ? html`<p class="muted">${t('Nothing to change.')}</p>`
              : y.map((step) => this.#settingsStep(step))
          }
        </section>
        ${this.context.live ? html`<cure-plan .context=${this.context}></cure-plan><what-if .context=${this.context}></what-if>` : nothing}
      </div>
    </div>`;
  }

  #symptoms(ticked: readonly string[]): TemplateResult {
    const { symptoms, risks } = this.context.model.report.advice;
    const toggle = (id: string): void =>
      this.context.remember(
        'playbook.symptoms',
        ticked.includes(id) ? ticked.filter((other) => other !== id) : [...ticked, id],
      );
    return html`${risks.map(({ mode, title }) => {
      const own = symptoms.filter((symptom) => symptom.mode === mode);
      if (own.length === 0) return nothing;
      return html`<fieldset>
        <legend class="muted">${title}</legend>
        ${own.map(
          ({ id, text }) =>
            html`<vscode-checkbox
              .label=${text}
              .checked=${ticked.includes(id)}
              @change=${() => toggle(id)}
            ></vscode-checkbox>`,
        )}
      </fieldset>`;
    })}`;
  }

  #dataStep(step: DataStep): TemplateResult {
    return html`<article class="card">
      ${this.#head(step)}
      <p>${this.#action(step)}</p>
    </article>`;
  }

  #settingsStep(step: SettingsStep): TemplateResult {
    const { equivalents, copy } = step;
    const others: [string, readonly string[]][] = [
      ['OneTrainer', equivalents.onetrainer],
      ['ai-toolkit', equivalents['ai-toolkit']],
    ];
    return html`<article class="card">
      ${this.#head(step)}
      <div class="code">
        <pre tabindex="0" aria-label=${t('sd-scripts settings')}>${copy}</pre>
        <vscode-button secondary @click=${(event: Event) => this.#copy(event, copy)}>${t('Copy')}</vscode-button>
      </div>
      ${others.map(([trainer, names]) =>
        names.length === 0 ? nothing : html`<p class="muted">${trainer}: ${names.join(', ')}</p>`,
      )}
    </article>`;
  }

  #head({ title, why, evidence, heuristic, modes }: DataStep | SettingsStep): TemplateResult {
    return html`<h3>${title}</h3>
      <p>${why}</p>
      <p class="muted basis">
        ${modes.map((mode) => this.context.model.modeTitle(mode)).join(' · ')}
        ${evidence.length > 0 ? html`– ${t('because of {0}', evidence.join(', '))}` : nothing}
        ${heuristic ? html`<span class="tag">${t('heuristic')}</span>` : nothing}
      </p>`;
  }

  /** The button that starts the work, where the view or the editor can. */
  #action({ id, action }: DataStep): TemplateResult | typeof nothing {
    const { context } = this;
    const button = (label: string, start: () => void): TemplateResult =>
      html`<vscode-button secondary @click=${start}>${label}</vscode-button>`;
    const viaEditor = (label: string): TemplateResult => button(label, () => this.#act(id));
    switch (action.kind) {
      case 'tab':
        return button(t('Show'), () => context.show(action.tab));
      case 'rules':
        return button(t('Show findings'), () =>
          context.show('findings', { 'findings.rules': action.rules, 'findings.severity': '', 'findings.filter': '' }),
        );
      case 'files':
        return action.files.length === 0 ? nothing : fileLinks(context, action.files);
      case 'filter': {
        if (context.abilities.includes('filter')) return viaEditor(t('Show captions'));
        if (action.expression.startsWith('tokens'))
          return button(t('Show captions'), () => context.show('tokens', { 'tokens.over': true, 'tokens.bin': null }));
        const tag = taggedOnly(action.expression);
        return tag === null
          ? nothing
          : button(t('Show captions'), () =>
              context.show('tags', { 'tags.filter': tag, 'tags.category': '', 'tags.table': { selected: tag } }),
            );
      }
      case 'bulk-edit':
        if (context.abilities.includes('bulk-edit')) return viaEditor(t('Edit captions…'));
        return button(t('Show tags'), () =>
          context.show('tags', { 'tags.filter': taggedOnly(action.filter) ?? '', 'tags.category': '' }),
        );
    }
  }

  #act(id: string): void {
    const { advice } = this.context.model.report;
    for (const list of ['playbook', 'further'] as const) {
      const index = advice[list].x.findIndex((step) => step.id === id);
      if (index >= 0) {
        this.context.act({ list, index });
        return;
      }
    }
  }

  async #copy({ target }: Event, text: string): Promise<void> {
    await navigator.clipboard.writeText(text);
    const button = target as HTMLElement;
    button.textContent = t('Copied');
    setTimeout(() => {
      button.textContent = t('Copy');
    }, 1500);
  }

  static override styles = [shared, playbookStyles];
}
customElements.define('playbook-view', PlaybookView);

/** The tag of a filter expression that asks for one tag and nothing else; null for any other. */
function taggedOnly(expression: string): string | null {
  const found = /^has:(?:([\w-]+)|"((?:[^"\\]|\\.)*)")$/.exec(expression);
  return found ? (found[1] ?? found[2].replace(/\\(.)/g, '$1')) : null;
}
