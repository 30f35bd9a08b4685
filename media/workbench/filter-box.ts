import { t } from '../overview/l10n.ts';
import { element } from './dom.ts';
import type { FromWorkbench, ToWorkbench } from './messages.ts';

type Proposals = Extract<ToWorkbench, { type: 'proposals' }>;

/** Proposals shown at once. */
const mostShown = 12;

/** The filter with proposals while it is typed: a combobox. Enter applies it, Escape goes back to the captions. */
export class FilterBox {
  readonly root = element('div', 'filter');
  readonly input = element('input', 'filter-input');
  readonly #list = element('ul', 'proposals');
  readonly #problem = element('span', 'problem');
  readonly #send: (message: FromWorkbench) => void;
  readonly #leave: () => void;
  #proposals: Proposals['proposals'] = [];
  #active = -1;
  #turn = 0;
  #applied = '';
  /** The text in which the server found a problem. */
  #problemOf: string | null = null;

  constructor(send: (message: FromWorkbench) => void, leave: () => void) {
    this.#send = send;
    this.#leave = leave;
    const { input } = this;
    input.type = 'text';
    input.id = 'filter';
    input.spellcheck = false;
    input.autocomplete = 'off';
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', 'proposals');
    this.#list.id = 'proposals';
    this.#list.setAttribute('role', 'listbox');
    this.#problem.id = 'filter-problem';
    this.#problem.setAttribute('role', 'status');
    this.#close();
    this.root.append(input, this.#list, this.#problem);
    input.addEventListener('input', () => this.#ask());
    input.addEventListener('keydown', (event) => this.#onKey(event));
    input.addEventListener('blur', () => this.#close());
    this.#list.addEventListener('pointerdown', (event) => {
      const row = (event.target as Element).closest<HTMLElement>('[role="option"]');
      event.preventDefault();
      if (row) this.#choose(Number(row.dataset.at));
    });
  }

  /** Names what only shows once texts are known. */
  localize(): void {
    this.input.placeholder = t('Filter, such as has:"long hair" and tokens>75');
    this.input.setAttribute('aria-label', t('Filter of captions'));
    this.#list.setAttribute('aria-label', t('Proposals for the filter'));
  }

  /** The filter that counts. What is being typed stays. */
  show(filter: string): void {
    if (filter === this.#applied) return;
    const isTyped = document.activeElement === this.input && this.input.value !== this.#applied;
    this.#applied = filter;
    if (!isTyped) this.input.value = filter;
  }

  /** Takes the focus, with what was typed to get here. */
  start(typed = ''): void {
    this.input.focus();
    this.input.select();
    if (typed !== '') this.input.value = typed;
    this.#ask();
  }

  take({ turn, problem, proposals }: Proposals): void {
    if (turn !== this.#turn || document.activeElement !== this.input) return;
    this.#problem.textContent = problem ?? '';
    this.#problemOf = problem === null ? null : this.input.value;
    this.input.setAttribute('aria-invalid', String(problem !== null));
    this.#proposals = proposals.slice(0, mostShown);
    this.#active = -1;
    this.#list.replaceChildren(
      ...this.#proposals.map(({ label, detail }, at) => {
        const row = element('li', 'proposal', element('span', 'label', label), element('span', 'detail', detail));
        row.id = `proposal-${at}`;
        row.dataset.at = String(at);
        row.setAttribute('role', 'option');
        row.setAttribute('aria-selected', 'false');
        return row;
      }),
    );
    const isOpen = this.#proposals.length > 0;
    this.#list.hidden = !isOpen;
    this.input.setAttribute('aria-expanded', String(isOpen));
  }

  #ask(): void {
    const filter = this.input.value;
    this.#send({ type: 'help', turn: ++this.#turn, filter, offset: this.input.selectionEnd ?? filter.length });
  }

  #onKey(event: KeyboardEvent): void {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') this.#move(key === 'ArrowDown' ? 1 : -1);
    else if ((key === 'Enter' || key === 'Tab') && this.#active >= 0) this.#choose(this.#active);
    else if (key === 'Enter') this.#apply();
    else if (key === 'Escape' && !this.#list.hidden) this.#close();
    else if (key === 'Escape') {
      this.input.value = this.#applied;
      this.#leave();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #move(by: number): void {
    const count = this.#proposals.length;
    if (count === 0) {
      this.#ask();
      return;
    }
    this.#active = (this.#active + by + count + (this.#active < 0 && by < 0 ? 1 : 0)) % count;
    for (const [at, row] of [...this.#list.children].entries())
      row.setAttribute('aria-selected', String(at === this.#active));
    this.#list.children[this.#active]?.scrollIntoView({ block: 'nearest' });
    this.input.setAttribute('aria-activedescendant', `proposal-${this.#active}`);
  }

  #choose(at: number): void {
    const proposal = this.#proposals[at];
    if (!proposal) return;
    this.#close();
    this.input.value = proposal.filter;
    this.#ask();
  }

  #apply(): void {
    // What is known not to be understood is corrected where it was typed.
    if (this.#problemOf === this.input.value) return;
    this.#applied = this.input.value;
    this.#close();
    this.#send({ type: 'filter', filter: this.input.value });
    this.#leave();
  }

  #close(): void {
    this.#proposals = [];
    this.#active = -1;
    this.#list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
    if (this.input.value === this.#applied) this.#problem.textContent = '';
  }
}
