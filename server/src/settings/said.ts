import { t } from '../ground/l10n.ts';
import type { FolderSettings, SettingOrigin } from './settings.ts';

/** Model, trainer and token limit, each with who says so: the line that every view shows. */
export function saidSettings({ family, trainer, encoder, tokenLimit, origins }: FolderSettings): string {
  const parts = [
    t('Model {0} ({1})', family.name, originText(origins.model)),
    t('trainer {0} ({1})', trainer.name, originText(origins.profile)),
    limitText(encoder, tokenLimit, origins.tokenLimit),
  ];
  return parts.join(', ');
}

function limitText(
  { name, counted, limit, problem }: FolderSettings['encoder'],
  tokenLimit: number | null,
  origin: SettingOrigin,
): string {
  const from = origin.from === 'default' ? t('default of the model') : originText(origin);
  if (!counted) {
    if (problem !== undefined) return t('tokens of {0} are not counted: {1}', name, problem);
    return limit === null
      ? t('tokens of {0} are not counted', name)
      : t('{0} reads {1} tokens ({2}), which are not counted', name, limit, from);
  }
  return tokenLimit === null
    ? t('{0} has no token limit that is known', name)
    : t('{0} tokens of {1} train ({2})', tokenLimit, name, from);
}

/** Who says a setting, in words. */
export function originText({ from, detail }: SettingOrigin): string {
  switch (from) {
    case 'command-line':
      return t('command line');
    case 'sidecar':
      return '.tagmetry.json';
    case 'editor':
      return t('editor settings');
    case 'configuration':
      return detail ?? t('configuration');
    default:
      return t('assumed');
  }
}
