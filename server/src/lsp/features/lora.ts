import { compareInBreaths, inOrder } from '../../history/compare.ts';
import { folderRecord } from '../../history/folder-record.ts';
import { lockRecord } from '../../history/lock.ts';
import type { TrainingRecord } from '../../history/record.ts';
import { readSubject } from '../../history/record-risks.ts';
import { configEnding, configLike } from '../../lora/config-like.ts';
import { loraReport, tagsInBreaths } from '../../lora/lora-report.ts';
import { factsOf, settingsOf } from '../../lora/lora-text.ts';
import { inSections } from '../compared.ts';
import type { Feature, ServerHost } from '../host.ts';
import * as protocol from '../protocol.ts';
import { filePath, isLoraPath, lockIn, loraAt, nameOf } from '../recorded-files.ts';

/** LoRA files as documents: what their headers say, compared with others and with datasets. */
export const loraFeature: Feature = {
  start(host) {
    const { connection } = host;
    connection.onRequest(protocol.lora, async ({ uri }): Promise<protocol.LoraAnswer> => {
      const file = await loraAt(host.workspace, filePath(uri));
      await readSubject(file.record);
      const report = loraReport(file, await tagsInBreaths(file));
      return { report, facts: factsOf(report), settings: settingsOf(report) };
    });
    connection.onRequest(protocol.loraCompare, async ({ uri, other }, cancel): Promise<protocol.ComparisonInWords> => {
      const stop = new AbortController();
      cancel.onCancellationRequested(() => stop.abort());
      const file = await loraAt(host.workspace, filePath(uri));
      const [before, after] = inOrder(file.record, await recordAt(host, other, stop.signal));
      return inSections(await compareInBreaths(before, after, stop.signal));
    });
    connection.onRequest(protocol.loraConfig, async ({ uri }) => {
      const file = await loraAt(host.workspace, filePath(uri));
      const stem = nameOf(file.path).replace(/\.safetensors$/i, '');
      return configLike(file, `${stem}.${configEnding(file)}`)?.files ?? [];
    });
  },
};

/** What a URI stands for: a LoRA file, a lock, or the folder of a dataset. */
async function recordAt(host: ServerHost, uri: string, signal: AbortSignal): Promise<TrainingRecord> {
  const path = filePath(uri);
  if (isLoraPath(path)) return (await loraAt(host.workspace, path)).record;
  if (/\.json$/i.test(path)) return lockRecord(await lockIn(host.workspace, path), nameOf(path));
  const { root, index, settings, config } = await host.datasets.of(uri);
  await index.whenComplete();
  return folderRecord(host.workspace, { root, index, settings: settings.folder, config }, nameOf(root), signal);
}
