import { decodeCaption } from '../caption/decode.ts';
import { t } from '../ground/l10n.ts';
import { reasonText } from '../workspace/reason.ts';
import { FileProblem, type Workspace } from '../workspace/workspace.ts';
import { type ParsedSidecar, parseSidecar } from './sidecar.ts';
import { sidecarName } from './sidecar-data.ts';

/** Bytes of a sidecar at the most: suppressions and verdicts for 50,000 images fit several times. */
const mostBytes = 1 << 25;

/** A sidecar with its text; null where the folder has none. */
export interface LoadedSidecar extends ParsedSidecar {
  readonly text: string | null;
}

/** Reads the sidecar of a dataset. Never fails: what cannot be used is told in `problems`, and defaults count. */
export async function readSidecar(workspace: Workspace, root: string): Promise<LoadedSidecar> {
  try {
    const decoded = decodeCaption(await workspace.read(`${root}/${sidecarName}`, mostBytes));
    if (decoded.kind === 'text') return { text: decoded.text, ...parseSidecar(decoded.text) };
    return { text: null, layer: {}, problems: [wholeFile(t('{0} is not UTF-8; it is left out.', sidecarName))] };
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    const absent = error.reason === 'ENOENT' || error.reason === 'ENOTDIR';
    const problems = absent ? [] : [wholeFile(t('{0} cannot be read ({1}).', sidecarName, reasonText(error.reason)))];
    return { text: null, layer: {}, problems };
  }
}

const wholeFile = (message: string) => ({ range: { start: 0, end: 1 }, message });
