import { ruleById } from '../rules/registry.ts';
import { ruleProblems, unknownRule } from '../rules/rule-settings.ts';
import { type LoadedSidecar, readSidecar } from '../settings/read-sidecar.ts';
import { type ParsedSidecar, parseSidecar, placeInSidecar, type SidecarProblem } from '../settings/sidecar.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * The sidecar of a dataset, with all that is wrong in it.
 * @param text its text in an open editor, which goes before the file; left out: the file is read
 */
export async function loadSidecar(workspace: Workspace, root: string, text?: string): Promise<LoadedSidecar> {
  if (text !== undefined) return { text, ...judgedSidecar(text) };
  const sidecar = await readSidecar(workspace, root);
  return sidecar.text === null ? sidecar : { ...sidecar, problems: allProblems(sidecar.text, sidecar) };
}

/** Reads a sidecar's text. Beside what its form shows, rules that do not exist and options that they do not take are told. */
export function judgedSidecar(text: string): ParsedSidecar {
  const parsed = parseSidecar(text);
  return { ...parsed, problems: allProblems(text, parsed) };
}

function allProblems(text: string, { layer, problems }: ParsedSidecar): SidecarProblem[] {
  const ofRules = ruleProblems(layer.rules).map(({ path, message }) => ({ path: ['rules', ...path], message }));
  const ofSuppressions = (layer.suppressions ?? []).flatMap(({ rule }, at) =>
    ruleById(rule) ? [] : [{ path: ['suppressions', at, 'rule'], message: unknownRule(rule) }],
  );
  const placed = [...ofRules, ...ofSuppressions].map(({ path, message }) => ({
    range: placeInSidecar(text, path),
    message,
  }));
  return [...problems, ...placed];
}
