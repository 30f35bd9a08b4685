import { isTerminal } from '../edges/terminal.ts';
import { t } from '../ground/l10n.ts';
import { compareInBreaths, inOrder } from '../history/compare.ts';
import { writeComparison } from '../history/compare-text.ts';
import { configLike } from '../lora/config-like.ts';
import type { LoraFile } from '../lora/lora-file.ts';
import { loraReport } from '../lora/lora-report.ts';
import { writeLoraText } from '../lora/lora-text.ts';
import { nodeWorkspace } from '../workspace/node.ts';
import { reasonText } from '../workspace/reason.ts';
import { FileProblem } from '../workspace/workspace.ts';
import { CannotRun } from './cannot-run.ts';
import { openLora } from './lora-open.ts';
import { absolute } from './open.ts';
import { print } from './print.ts';
import { ProgressLine } from './progress.ts';
import { openRecorded, recordOf } from './recorded.ts';
import { say } from './say.ts';

interface LoraFlags {
  json?: boolean;
  all?: boolean;
  against?: string;
  writeConfig?: string;
  progress: boolean;
}

/** `tagmetry lora <file>`. Exit code 0; 2 when a file cannot be read or written. */
export async function runLora(
  name: string,
  { json, all = false, against, writeConfig, progress }: LoraFlags,
): Promise<void> {
  const file = await openLora(name);
  if (writeConfig !== undefined) await writeConfigLike(file, writeConfig);
  const report = loraReport(file);
  const options = { colour: isTerminal(1), all };
  if (against === undefined) {
    if (writeConfig === undefined || json)
      print(json ? `${JSON.stringify(report, null, 2)}\n` : writeLoraText(report, options));
    return;
  }
  const line = new ProgressLine(progress);
  const other = await recordOf(await openRecorded(against, line));
  line.clear();
  const comparison = await compareInBreaths(...inOrder(file.record, other));
  print(json ? `${JSON.stringify({ ...report, comparison }, null, 2)}\n` : writeComparison(comparison, options));
}

/** Writes the files of a configuration like that of the training; none of them may exist. */
async function writeConfigLike(file: LoraFile, name: string): Promise<void> {
  const path = absolute(name);
  const slash = path.lastIndexOf('/');
  const config = configLike(file, path.slice(slash + 1));
  if (!config) throw new CannotRun(t('{0} does not say enough for a configuration like it.', file.record.name));
  const paths = config.files.map((part) => `${path.slice(0, slash)}/${part.name}`);
  for (const place of paths)
    if ((await nodeWorkspace.stat(place).catch(() => null)) !== null)
      throw new CannotRun(t('{0} is there. Name another file.', place));
  for (const [at, place] of paths.entries())
    try {
      await nodeWorkspace.create(place, new TextEncoder().encode(config.files[at]?.text ?? ''));
      say(t('{0} is written.', place));
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      throw new CannotRun(t('{0} cannot be written ({1}).', error.path, reasonText(error.reason)));
    }
}
