import { t } from '../ground/l10n.ts';
import { UnreadableHeader } from '../lora/header.ts';
import { type LoraFile, readLora } from '../lora/lora-file.ts';
import { loraReport } from '../lora/lora-report.ts';
import { writeLoraText } from '../lora/lora-text.ts';
import { nodeWorkspace } from '../workspace/node.ts';
import { CannotRun } from './cannot-run.ts';
import { absolute } from './open.ts';

interface LoraFlags {
  json?: boolean;
  all?: boolean;
}

/** `tagmetry lora <file>`. Exit code 0; 2 when the file cannot be read. */
export async function runLora(name: string, { json, all = false }: LoraFlags): Promise<void> {
  const report = loraReport(await openLora(name));
  process.stdout.write(
    json
      ? `${JSON.stringify(report, null, 2)}\n`
      : writeLoraText(report, { colour: process.stdout.isTTY === true, all }),
  );
}

/** The LoRA file that a user named. @throws CannotRun when its header cannot be read */
export async function openLora(name: string): Promise<LoraFile> {
  try {
    return await readLora(nodeWorkspace, absolute(name), name);
  } catch (error) {
    if (error instanceof UnreadableHeader) throw new CannotRun(t('{0}: {1}', name, error.message));
    throw error;
  }
}
