import { rootDict } from '../../../server/src/trainers/documents/document.ts';
import { toPlain } from '../../../server/src/trainers/documents/python-value.ts';
import { noHabits } from '../../../server/src/trainers/no-habits.ts';
import { noteMissingFolder, Problems, plainTypeName } from '../../../server/src/trainers/option-help.ts';
import type { TrainerConfig, TrainerDocuments } from '../../../server/src/trainers/trainer.ts';

export const TOY_OPTIONS = ['toy_folder', 'toy_side'] as const;

/** The folder and the side that a file names; null where it names none. */
export function toyValues({ document }: TrainerConfig): { folder: string | null; side: number | null } {
  const value = (key: string) => toPlain(rootDict(document).entries.get(key)?.value ?? { type: 'none', range: null });
  const [folder, side] = TOY_OPTIONS.map(value);
  return { folder: typeof folder === 'string' ? folder : null, side: typeof side === 'number' ? side : null };
}

export const TOY_DOCUMENTS: TrainerDocuments = {
  problems(config, files) {
    const found = new Problems(config);
    found.syntax();
    const { folder, side } = toyValues(config);
    for (const [key] of rootDict(config.document).entries)
      if (!TOY_OPTIONS.some((name) => name === key)) found.unknownKey([key], TOY_OPTIONS, true);
    if (folder === null) found.lacks([], 'toy_folder');
    else if (files.kind(folder) === null) noteMissingFolder(found, ['toy_folder'], folder, files, folder);
    if (side === null) found.mustBe(['toy_side'], plainTypeName('int'));
    else if (side < 1) found.least(['toy_side']);
    return found.found;
  },
  habits(config) {
    const { folder, side } = toyValues(config);
    return [
      {
        ...noHabits,
        folders: folder === null ? [] : [folder],
        captionExtension: '.txt',
        resolution: side === null ? null : { width: side, height: side },
        batchSize: 1,
        repeats: 1,
        buckets: false,
        family: 'flux',
      },
    ];
  },
  companions: () => [],
  named: [],
};
