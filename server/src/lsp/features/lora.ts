import { ResponseError } from 'vscode-languageserver';
import { t } from '../../ground/l10n.ts';
import { compareRecords, inOrder } from '../../history/compare.ts';
import { folderRecord } from '../../history/folder-record.ts';
import { lockRecord, parseLock } from '../../history/lock.ts';
import type { TrainingRecord } from '../../history/record.ts';
import { readSubject } from '../../history/record-risks.ts';
import { configEnding, configLike } from '../../lora/config-like.ts';
import { UnreadableHeader } from '../../lora/header.ts';
import { type LoraFile, readLora } from '../../lora/lora-file.ts';
import { loraReport, tagsInBreaths } from '../../lora/lora-report.ts';
import { factsOf, settingsOf } from '../../lora/lora-text.ts';
import { inSections } from '../compared.ts';
import type { Feature, ServerHost } from '../host.ts';
import { pathOf } from '../locate.ts';
import * as protocol from '../protocol.ts';
import { requestFailed } from '../writing.ts';

/** LoRA files as documents: what their headers say, compared with others and with datasets. */
export const loraFeature: Feature = {
  start(host) {
    const { connection } = host;
    connection.onRequest(protocol.lora, async ({ uri }): Promise<protocol.LoraAnswer> => {
      const file = await fileAt(host, uri);
      await readSubject(file.record);
      const report = loraReport(file, await tagsInBreaths(file));
      return { report, facts: factsOf(report), settings: settingsOf(report) };
    });
    connection.onRequest(protocol.loraCompare, async ({ uri, other }, cancel): Promise<protocol.ComparisonInWords> => {
      const stop = new AbortController();
      cancel.onCancellationRequested(() => stop.abort());
      const file = await fileAt(host, uri);
      return inSections(compareRecords(...inOrder(file.record, await recordAt(host, other, stop.signal))));
    });
    connection.onRequest(protocol.loraConfig, async ({ uri }) => {
      const file = await fileAt(host, uri);
      const stem = nameOf(file.path).replace(/\.safetensors$/i, '');
      return configLike(file, `${stem}.${configEnding(file)}`)?.files ?? [];
    });
  },
};

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

async function fileAt(host: ServerHost, uri: string): Promise<LoraFile> {
  const path = pathOf(uri);
  if (path === null) throw new ResponseError(requestFailed, t('Only files on this machine can be read.'));
  try {
    return await readLora(host.workspace, path, nameOf(path));
  } catch (error) {
    if (error instanceof UnreadableHeader) throw new ResponseError(requestFailed, error.message);
    throw error;
  }
}

/** What a URI stands for: a LoRA file, a lock, or the folder of a dataset. */
async function recordAt(host: ServerHost, uri: string, signal: AbortSignal): Promise<TrainingRecord> {
  const path = pathOf(uri);
  if (path === null) throw new ResponseError(requestFailed, t('Only files on this machine can be read.'));
  if (/\.safetensors$/i.test(path)) return (await fileAt(host, uri)).record;
  if (/\.json$/i.test(path)) {
    const lock = parseLock(new TextDecoder().decode(await host.workspace.read(path)));
    if (!lock) throw new ResponseError(requestFailed, t('{0} is no lock of this version.', nameOf(path)));
    return lockRecord(lock, nameOf(path));
  }
  const { root, index, settings, config } = await host.datasets.of(uri);
  await index.whenComplete();
  return folderRecord(host.workspace, { root, index, settings: settings.folder, config }, nameOf(root), signal);
}
