import type { FailureMode } from '../ground/finding.ts';
import { assess, type Risk } from './assess.ts';
import type { AdviceFacts } from './facts.ts';
import { modeTexts, symptoms } from './modes.ts';
import { type Playbook, playbook } from './playbook.ts';

/** All that the product advises for one dataset, as plain data in the display language. */
export interface Advice {
  readonly risks: readonly (Risk & { readonly title: string; readonly summary: string })[];
  readonly symptoms: readonly { readonly id: string; readonly mode: FailureMode; readonly text: string }[];
  /** What the evidence calls for. */
  readonly playbook: Playbook;
  /** What only a symptom would call for; see filter.ts. */
  readonly further: Playbook;
  /** The symptoms whose playbook it is; absent: the evidence alone decided. */
  readonly ticked?: readonly string[];
}

/** Risks, symptoms to ask for, and the playbook of a dataset. */
export function advise(facts: AdviceFacts): Advice {
  const risks = assess(facts);
  const all = playbook(
    risks,
    facts,
    symptoms.map(({ id }) => id),
  );
  const called = ({ evidence }: { readonly evidence: readonly string[] }): boolean => evidence.length > 0;
  return {
    risks: risks.map((risk) => ({
      ...risk,
      title: modeTexts[risk.mode].title(),
      summary: modeTexts[risk.mode].summary(),
    })),
    symptoms: symptoms.map(({ id, mode, text }) => ({ id, mode, text: text() })),
    playbook: playbook(risks, facts),
    further: {
      x: all.x.filter((entry) => !called(entry)),
      y: all.y.filter((entry) => !called(entry)),
    },
  };
}
