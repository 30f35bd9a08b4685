import type { TextDocumentEdit } from 'vscode-languageserver';
import { type SettingDiff, settingsDiff } from '../../advice/config-diff.ts';
import { t } from '../../ground/l10n.ts';
import { LineIndex } from '../../ground/lines.ts';
import { applySettings } from '../../rules/config/apply-settings.ts';
import { type ConfigFile, findConfig } from '../../training/find-config.ts';
import { toTextEdits } from '../convert.ts';
import type { Feature, ServerHost } from '../host.ts';
import { uriOf } from '../locate.ts';
import { asOpen } from '../open-config.ts';
import { settingsDiff as request, type SettingsDiffResult } from '../protocol.ts';

/** Advised settings against the configuration of a dataset, with the edits that would apply them. Writes nothing. */
export const settingsDiffFeature: Feature = {
  start(host) {
    host.connection.onRequest(request, async ({ uri, settings }): Promise<SettingsDiffResult> => {
      const { root } = await host.datasets.of(uri);
      const pair = await findConfig(host.workspace, root);
      const datasetConfig = pair?.datasetConfig ? asOpen(host, pair.datasetConfig) : null;
      const configFile = pair?.configFile ? asOpen(host, pair.configFile) : null;
      const diffs = settingsDiff(settings, {
        datasetConfig: datasetConfig?.document ?? null,
        configFile: configFile?.document ?? null,
      });
      return {
        datasetConfig: datasetConfig && uriOf(datasetConfig.path),
        configFile: configFile && uriOf(configFile.path),
        diffs,
        edits: [
          ...editsOf(host, datasetConfig, diffs, 'dataset_config'),
          ...editsOf(host, configFile, diffs, 'config_file'),
        ],
      };
    });
  },
};

function editsOf(
  { documents }: ServerHost,
  config: ConfigFile | null,
  diffs: readonly SettingDiff[],
  file: SettingDiff['file'],
): TextDocumentEdit[] {
  if (!config) return [];
  const own = diffs.filter((diff) => diff.file === file);
  const fix = applySettings({ ...config, file: config.path }, t('Apply the advised settings'), own);
  if (!fix) return [];
  const uri = uriOf(config.path);
  const edits = toTextEdits(
    fix.edits.flatMap((one) => one.edits),
    new LineIndex(config.text),
  );
  return [{ textDocument: { uri, version: documents.get(uri)?.version ?? null }, edits }];
}
