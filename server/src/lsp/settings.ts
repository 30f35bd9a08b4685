import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { t } from '../ground/l10n.ts';
import { type ImageLevel, imageLevels } from '../images/survey.ts';
import { ruleProblems } from '../rules/rule-settings.ts';
import { type SettingsInput, settingsSchema } from '../settings/schema.ts';
import { type FolderSettings, resolveSettings, type SettingsLayer } from '../settings/settings.ts';
import { wrongValue } from '../settings/wrong-value.ts';
import { unheard } from './unheard.ts';

/** Editor-only switches, per folder. */
export interface EditorSettings {
  /** Whose findings are shown: of open captions, or of all captions of the folder. */
  readonly diagnosticMode: 'openFiles' | 'folder';
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
  readonly semanticTokens: boolean;
  readonly completion: boolean;
  readonly hover: boolean;
  /** How far images are looked into unasked; `off`: not even in the Folder Overview. */
  readonly imageScan: ImageLevel;
  /** Globs of text files that are captions without an image beside them. */
  readonly captionFiles: readonly string[];
}

export interface ResolvedSettings {
  readonly folder: FolderSettings;
  /** What the editor's settings say, for laying a sidecar over them. */
  readonly layer: SettingsLayer;
  readonly editor: EditorSettings;
}

/**
 * The settings of a dataset, asked of the editor once per folder and kept until they change. A value of the wrong type
 * is reported once and left out; the others count.
 */
export class SettingsSource {
  readonly #connection: Connection;
  readonly #supported: boolean;
  readonly #cache = new Map<string, Promise<ResolvedSettings>>();
  readonly #told = new Set<string>();

  /** @param supported whether the client answers workspace/configuration; plain stdio clients may not */
  constructor(connection: Connection, supported: boolean) {
    this.#connection = connection;
    this.#supported = supported;
  }

  of(uri: string): Promise<ResolvedSettings> {
    let found = this.#cache.get(uri);
    if (!found) {
      found = this.#load(uri);
      this.#cache.set(uri, found);
    }
    return found;
  }

  clear(): void {
    this.#cache.clear();
  }

  async #load(uri: string): Promise<ResolvedSettings> {
    const values = asRecord(await this.#asked(uri));
    const input = this.#validated(withoutNulls(values));
    for (const { message } of ruleProblems(input.rules)) this.#tell(`tagmetry.rules: ${message}`);
    return {
      folder: resolveSettings(input),
      layer: { ...input, origin: { from: 'editor', detail: null } },
      editor: {
        diagnosticMode: values.diagnosticMode === 'folder' ? 'folder' : 'openFiles',
        codeLens: asRecord(values.codeLens).enabled !== false,
        inlayHints: asRecord(values.inlayHints).enabled !== false,
        semanticTokens: asRecord(values.semanticTokens).enabled !== false,
        completion: asRecord(values.completion).enabled !== false,
        hover: asRecord(values.hover).enabled !== false,
        imageScan: imageLevels.find((level) => level === asRecord(values.images).scan) ?? 'headers',
        captionFiles: Array.isArray(values.captionFiles)
          ? values.captionFiles.filter((g) => typeof g === 'string')
          : [],
      },
    };
  }

  /** What the editor says the settings of a folder are; null when it has none, or does not say. */
  async #asked(uri: string): Promise<unknown> {
    if (!this.#supported) return null;
    try {
      return await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: 'tagmetry' });
    } catch (error) {
      this.#connection.console.warn(
        t('The editor did not tell its settings ({0}): the defaults are used.', String(error)),
      );
      return null;
    }
  }

  /** What can be used of the settings: a value of the wrong type is told and left out, of the rules one by one. */
  #validated(values: Record<string, unknown>): SettingsInput {
    const usable = { ...values };
    for (;;) {
      const parsed = settingsSchema().safeParse(usable);
      if (parsed.success) return parsed.data;
      const { path, message } = wrongValue(parsed.error.issues[0], usable);
      const [key, id] = path.map(String);
      this.#tell(t('{0}: {1}. The default is used.', `tagmetry.${path.join('.')}`, message));
      const { rules } = usable;
      if (key === 'rules' && id !== undefined && typeof rules === 'object')
        usable.rules = Object.fromEntries(Object.entries(rules ?? {}).filter(([rule]) => rule !== id));
      else if (key !== undefined && key in usable) delete usable[key];
      else return {};
    }
  }

  /** Shows what is wrong with a setting; the same is said once, whatever number of folders it holds for. */
  #tell(text: string): void {
    if (this.#told.has(text)) return;
    this.#told.add(text);
    unheard(
      this.#connection,
      this.#connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: text }),
    );
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/**
 * Unset settings arrive by their declared default, null, "" or [], and model and trainer as "auto": all mean "not set", so that what a
 * training configuration says is not overruled by a default.
 */
function withoutNulls(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([key, value]) =>
        value !== null &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0) &&
        !(value === 'auto' && (key === 'model' || key === 'profile' || key === 'trainerVersion')),
    ),
  );
}
