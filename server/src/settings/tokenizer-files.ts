import { readTokenizer, type TextTokenizer, type TokenizerFacts, tokenizerFacts } from '../caption/tokenizer-file.ts';
import { t } from '../ground/l10n.ts';
import type { TokenizerKind } from '../trainers/encoders.ts';
import { mainEncoder } from '../trainers/families.ts';
import { wanText } from '../trainers/wan-text.ts';
import { reasonText } from '../workspace/reason.ts';
import { FileProblem, type Workspace } from '../workspace/workspace.ts';
import type { FolderSettings } from './settings.ts';

/** What the tokenizers of encoders look like: the kind of model, and how many entries their vocabularies have, marks included or not. */
const SHAPES: Readonly<Partial<Record<TokenizerKind, { model: string; from: number; to: number }>>> = {
  t5: { model: 'Unigram', from: 32000, to: 32200 },
  umt5: { model: 'Unigram', from: 256000, to: 256500 },
  gemma: { model: 'BPE', from: 255000, to: 263000 },
  llama: { model: 'BPE', from: 127900, to: 128300 },
  mistral: { model: 'BPE', from: 129000, to: 131200 },
};

/** Folders of a model, as its makers lay them out, that hold the tokenizers of its encoders. */
const FOLDERS = ['', 'tokenizer', 'tokenizer_2', 'tokenizer_3', 'tokenizer_4', 'text_encoder', 'text_encoder_2'];

/** Whether a tokenizer.json can be that of an encoder. */
export function fitsEncoder({ model, entries }: TokenizerFacts, kind: TokenizerKind): boolean {
  const shape = SHAPES[kind];
  return shape !== undefined && shape.model === model && entries >= shape.from && entries <= shape.to;
}

/** Where a tokenizer.json may lie; absolute paths, "/" between names. */
export interface TokenizerPlaces {
  /** The file, or the folder of a model, that the settings name; null where they name none. */
  readonly named: string | null;
  /** Files and folders of models that a configuration names. */
  readonly models: readonly string[];
}

/** Tokenizers that were read, by path, size and time of change. */
const known = new Map<string, TextTokenizer>();

/**
 * The settings with the main encoder's tokens counted by a tokenizer.json of the user, where there is one that fits. What the settings name
 * and cannot be used is told in `encoder.problem`. Settings that count already stay as they are.
 */
export async function withTokenizer(
  workspace: Workspace,
  settings: FolderSettings,
  { named, models }: TokenizerPlaces,
): Promise<FolderSettings> {
  const { tokenizer: kind, name } = mainEncoder(settings.family);
  if (settings.encoder.counted || SHAPES[kind] === undefined) return settings;
  if (named !== null) {
    try {
      const tokenizer = await firstFitting(workspace, named, kind);
      if (typeof tokenizer !== 'string') return counted(settings, tokenizer);
      return { ...settings, encoder: { ...settings.encoder, problem: tokenizer } };
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      const problem = t('{0} cannot be read ({1})', error.path, reasonText(error.reason));
      return { ...settings, encoder: { ...settings.encoder, problem } };
    }
  }
  for (const model of models) {
    const tokenizer = await firstFitting(workspace, model, kind).catch(() => '');
    if (typeof tokenizer !== 'string') return counted(settings, tokenizer);
  }
  return settings;

  /** The tokenizer in a file, or in the folders of a model; else what is wrong, in words. */
  async function firstFitting(files: Workspace, place: string, of: TokenizerKind): Promise<TextTokenizer | string> {
    const stat = await files.stat(place);
    if (stat.kind === 'file' && /\.json$/i.test(place)) return load(files, place, of, name);
    const folder = stat.kind === 'directory' ? place : place.slice(0, place.lastIndexOf('/'));
    let problem = t('there is no tokenizer.json in {0}', folder);
    for (const part of FOLDERS) {
      const file = `${folder}/${part === '' ? '' : `${part}/`}tokenizer.json`;
      if ((await files.stat(file).catch(() => null))?.kind !== 'file') continue;
      const found = await load(files, file, of, name);
      if (typeof found !== 'string') return found;
      problem = found;
    }
    return problem;
  }
}

async function load(
  workspace: Workspace,
  place: string,
  kind: TokenizerKind,
  encoder: string,
): Promise<TextTokenizer | string> {
  const { size, mtimeMs } = await workspace.stat(place);
  const key = `${kind} ${place} ${size} ${mtimeMs}`;
  const before = known.get(key);
  if (before) return before;
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(await workspace.read(place)));
    const facts = tokenizerFacts(json);
    if (!facts) return t('{0} holds no tokenizer', place);
    if (!fitsEncoder(facts, kind))
      return t('{0} ({1}, {2} entries) is not the tokenizer of {3}', place, facts.model, facts.entries, encoder);
    const made = readTokenizer(json as object, key, kind === 'umt5' ? wanText : undefined);
    // What it cannot do shows with the first text.
    made.count('a photo, 1girl');
    known.set(key, made);
    return made;
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    return t('{0} is not understood ({1})', place, error instanceof Error ? error.message : String(error));
  }
}

function counted(settings: FolderSettings, tokenizer: TextTokenizer): FolderSettings {
  const { encoder, clip, folders, family } = settings;
  const isSame = (own: FolderSettings): boolean =>
    !own.encoder.counted && mainEncoder(own.family).tokenizer === mainEncoder(family).tokenizer;
  return {
    ...settings,
    encoder: { ...encoder, counted: true },
    // A system prompt takes some of the tokens, and nobody knows how many.
    tokenLimit: mainEncoder(family).sharesWithSystemPrompt ? null : encoder.limit,
    clip: { ...clip, tokenizer },
    folders: new Map([...folders].map(([folder, own]) => [folder, isSame(own) ? counted(own, tokenizer) : own])),
  };
}
