import { isTerminal } from '../edges/terminal.ts';
import { t } from '../ground/l10n.ts';
import { standardError } from './say.ts';

/** Milliseconds of a step before its rate says something. */
const earliest = 1000;

/** A line on standard error that counts along; silent unless standard error is a terminal. */
export class ProgressLine {
  #active: boolean;
  #drawn = false;
  #last = Date.now();
  #label = '';
  #began = 0;

  constructor(wanted: boolean) {
    this.#active = wanted;
  }

  /** Shows where the work is, at most ten times a second. */
  update(label: string, done: number, total: number): void {
    const now = Date.now();
    if (label !== this.#label) {
      this.#label = label;
      this.#began = now;
    }
    if (!this.#active || now - this.#last < 100) return;
    this.#last = now;
    // Asked late: what is done at once opens no stream.
    this.#active = isTerminal(2);
    if (!this.#active) return;
    this.#drawn = true;
    standardError().write(`\r\x1b[K${label} ${done}/${total}${paceText(done, total, now - this.#began)}`);
  }

  clear(): void {
    if (this.#drawn) standardError().write('\r\x1b[K');
  }
}

/**
 * Rate and rest of a step as text; empty while there is too little to go by, and at its end.
 * @param elapsed milliseconds since the step began
 */
export function paceText(done: number, total: number, elapsed: number): string {
  if (elapsed < earliest || done <= 0 || done >= total) return '';
  const perSecond = (done * 1000) / elapsed;
  const rate = perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond);
  return ` · ${t('{0} per second', rate)} · ${t('{0} s left', Math.ceil((total - done) / perSecond))}`;
}
