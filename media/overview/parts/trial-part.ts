import { LitElement } from 'lit';
import type { ViewContext } from '../context.ts';
import type { OverviewModel } from '../model.ts';

/** Milliseconds without a key before what is tried is worked out. */
const settleTime = 250;

/**
 * A part of a view in which something is tried before a file is touched. What is tried is remembered with the view, and asked once nobody has
 * changed it for a moment; an answer to something else than what is tried now is left aside.
 */
export abstract class TrialPart<Trial extends object, Answer> extends LitElement {
  static override properties = {
    context: { attribute: false },
    tried: { state: true },
    failure: { state: true },
  };
  declare context: ViewContext;
  /** What came of it; null before, and while nothing is tried. */
  declare tried: Answer | null;
  declare failure: string | null;
  #asked = '';
  #model: OverviewModel | null = null;
  #timer = 0;

  constructor() {
    super();
    this.tried = null;
    this.failure = null;
  }

  /** What it is remembered under, and what is tried before anybody changed anything. */
  protected abstract readonly remembered: { readonly name: string; readonly start: Trial };

  /** Asks what would come of it; null where nothing is tried. */
  protected abstract ask(trial: Trial): (() => Promise<Answer>) | null;

  /** The numbers are new. What is asked then is left aside once they are newer, by asking `isNow`. */
  protected renewed(_isNow: () => boolean): void {}

  protected get trial(): Trial {
    return this.context.recall(this.remembered.name, this.remembered.start);
  }

  protected try(change: Partial<Trial>): void {
    this.context.remember(this.remembered.name, { ...this.trial, ...change });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#asked = '';
  }

  protected override willUpdate(): void {
    const { model } = this.context;
    const wanted = JSON.stringify(this.trial);
    const isNew = model !== this.#model;
    if (!isNew && wanted === this.#asked) return;
    this.#model = model;
    this.#asked = wanted;
    const isNow = (): boolean => model === this.#model;
    if (isNew) this.renewed(isNow);
    clearTimeout(this.#timer);
    const ask = this.ask(this.trial);
    if (!ask) {
      this.tried = null;
      return;
    }
    const isWanted = (): boolean => isNow() && wanted === this.#asked;
    this.#timer = window.setTimeout(() => {
      ask().then(
        (answer) => {
          if (!isWanted()) return;
          this.tried = answer;
          this.failure = null;
        },
        (error: Error) => {
          if (isWanted()) this.failure = error.message;
        },
      );
    }, settleTime);
  }
}
