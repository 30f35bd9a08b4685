import type { AskConfiguration, ConfiguredFiles, ConfiguredItem } from '../trainers/configured.ts';
import type { ModelFamily } from '../trainers/families.ts';
import type { TrainerFiles } from '../trainers/files/files.ts';
import { answer } from '../trainers/trainer-error.ts';
import { TRAINERS } from '../trainers/trainers.ts';
import type { IdleReason, WhatTrains } from '../trainers/trains.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { basesOf, type ConfigPair, trainerConfig } from './find-config.ts';
import type { OtherSetup } from './other-setup.ts';
import { TrainerSnapshot } from './trainer-snapshot.ts';

/** Files whose content decides what trains; of all others, captions above all, the names do. */
const decisive = /\.(?:jsonl?|toml|ya?ml|csv)$/i;
/** Stands in for a text that is not read: neither empty nor undecodable, for what is wrong with one caption must not hide the rest. */
const someText = new TextEncoder().encode('x');

const someSize = { width: 1024, height: 1024 };

/** The files of a listing: names alone, no sizes and no captions are read. */
function namesOf(files: TrainerSnapshot): TrainerFiles {
  return {
    kind: (path) => files.kind(path),
    list: (directory) => files.list(directory),
    read: (path) => (decisive.test(path) ? files.read(path) : someText),
    imageSize: () => answer(someSize),
    picture: () => answer({ ...someSize, orientation: 1, hasAlpha: null, truncated: false }),
    clip: () => answer(null),
  };
}

/** Asks a configuration which files of a dataset train, by their names: costs a listing of the folders it names. */
export function askConfiguration(
  workspace: Workspace,
  root: string,
  pair: ConfigPair,
  family: ModelFamily,
): AskConfiguration {
  const halves = [pair.datasetConfig, pair.configFile].filter((half) => half !== null);
  const configs = halves.map(trainerConfig);
  return async () => {
    const files = new TrainerSnapshot(workspace, basesOf((pair.datasetConfig ?? pair.configFile)?.path ?? root));
    const names = namesOf(files);
    const list = (argv: readonly string[]) =>
      files.settleSteps(() => TRAINERS[0].list(configs, names, { family, argv }));
    // Nobody knows the command line without a config_file: nearly everybody gives it this extension, and files tell.
    const usual = pair.configFile ? null : await list(['--caption_extension=.txt']);
    const found = usual?.items.some(({ origin }) => origin.from === 'file') ? usual : await list([]);
    return found.stop || found.items.length === 0 ? null : configuredFiles(found, files, root);
  };
}

/** The same for the configuration of another trainer. */
export function askOther(
  workspace: Workspace,
  root: string,
  { trainer, configs }: OtherSetup,
  family: ModelFamily,
): AskConfiguration {
  return async () => {
    const files = new TrainerSnapshot(workspace, basesOf(configs[0].path));
    const names = namesOf(files);
    const found = await files.settleSteps(() => trainer.list(configs, names, { family, argv: [] }));
    return found.stop || found.items.length === 0 ? null : configuredFiles(found, files, root);
  };
}

/** The answer of a trainer by path from the dataset's root; files outside of it are left out. */
export function configuredFiles(
  { items, idle }: WhatTrains,
  files: Pick<TrainerSnapshot, 'locate'>,
  root: string,
): ConfiguredFiles {
  const inside = (path: string): string | null => {
    const place = files.locate(path);
    return place.startsWith(`${root}/`) ? place.slice(root.length + 1) : null;
  };
  const found = new Map<string, ConfiguredItem>();
  const companions = new Set<string>();
  for (const { path, kind, origin, companions: others } of items) {
    for (const other of others) {
      const file = inside(other.path);
      if (file !== null) companions.add(file);
    }
    const file = inside(path);
    if (file === null || found.has(file)) continue;
    const caption = origin.from === 'file' ? inside(origin.path) : null;
    found.set(file, { kind, caption, origin: origin.from });
  }
  const reasons = new Map<string, IdleReason>();
  for (const { path, reason } of idle) {
    const file = inside(path);
    if (file !== null) reasons.set(file, reason);
  }
  return { items: found, idle: reasons, companions };
}
