import type { FailureMode } from '../ground/finding.ts';
import type { Playbook } from './playbook.ts';

/** What a report says about risks and what to do, as far as filtering needs it. */
export interface FilterableAdvice {
  /** Called for by evidence. */
  readonly playbook: Playbook;
  /** Only worth a look when a symptom asks for it. */
  readonly further: Playbook;
  readonly symptoms: readonly { readonly id: string; readonly mode: FailureMode }[];
}

/** The playbook for the symptoms a user ticked; without any, what the evidence calls for. Needs the report only. */
export function playbookFor(advice: FilterableAdvice, ticked: ReadonlySet<string>): Playbook {
  const modes = new Set(advice.symptoms.filter(({ id }) => ticked.has(id)).map(({ mode }) => mode));
  if (modes.size === 0) return advice.playbook;
  const fits = (entry: { readonly modes: readonly FailureMode[] }): boolean =>
    entry.modes.some((mode) => modes.has(mode));
  return {
    x: [...advice.playbook.x, ...advice.further.x].filter(fits),
    y: [...advice.playbook.y, ...advice.further.y].filter(fits),
  };
}

/** Advice narrowed to the symptoms a user named: its playbook is for them, `ticked` says which. */
export function withSymptoms<T extends FilterableAdvice>(
  advice: T,
  ticked: readonly string[],
): T & { ticked: readonly string[] } {
  const playbook = playbookFor(advice, new Set(ticked));
  const shown = new Set([...playbook.x, ...playbook.y].map(({ id }) => id));
  const rest = <S extends { readonly id: string }>(steps: readonly S[]): S[] =>
    steps.filter(({ id }) => !shown.has(id));
  return {
    ...advice,
    ticked,
    playbook,
    further: {
      x: rest([...advice.playbook.x, ...advice.further.x]),
      y: rest([...advice.playbook.y, ...advice.further.y]),
    },
  };
}
