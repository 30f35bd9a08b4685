import { t } from '../ground/l10n.ts';
import { UnreadableHeader } from '../lora/header.ts';
import { type LoraFile, readLora } from '../lora/lora-file.ts';
import { nodeWorkspace } from '../workspace/node.ts';
import { CannotRun } from './cannot-run.ts';
import { absolute } from './open.ts';

/** The LoRA file that a user named. @throws CannotRun when its header cannot be read */
export async function openLora(name: string): Promise<LoraFile> {
  try {
    return await readLora(nodeWorkspace, absolute(name), name);
  } catch (error) {
    if (error instanceof UnreadableHeader) throw new CannotRun(t('{0}: {1}', name, error.message));
    throw error;
  }
}
