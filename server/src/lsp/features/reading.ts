import { t } from '../../ground/l10n.ts';
import { once } from '../../ground/once.ts';
import { settingsSchema } from '../../settings/schema.ts';
import { setOption } from '../../settings/sidecar-edits.ts';
import { MODEL_FAMILIES } from '../../trainers/families.ts';
import { TRAINER_PROFILES } from '../../trainers/profiles.ts';
import type { Feature } from '../host.ts';
import { type ReadingChoice, readingChoices, setReading } from '../protocol.ts';
import { sidecarEdit } from '../sidecar-actions.ts';

const options = once(() => settingsSchema().pick({ model: true, profile: true, tokenLimit: true }));

/** How a dataset is read, as its sidecar says: what can be chosen, and the choice. */
export const reading: Feature = {
  start(host) {
    const { connection } = host;
    connection.onRequest(readingChoices, async ({ uri }) => {
      const limits = options()
        .shape.tokenLimit.unwrap()
        .options.map(({ value }) => ({ value, name: String(value) }));
      const { folder } = (await host.datasets.of(uri)).settings;
      return {
        model: startingWith(MODEL_FAMILIES.map(named), folder.model),
        profile: startingWith(TRAINER_PROFILES.map(named), folder.profile),
        tokenLimit: startingWith(limits, folder.tokenLimit ?? 'auto'),
      };
    });
    connection.onRequest(setReading, async ({ uri, option, value }) => {
      const { root } = await host.datasets.of(uri);
      const parsed = options().parse({ [option]: value });
      const edit = await sidecarEdit(host, root, (text) => setOption(text, option, parsed[option]));
      if (edit) await connection.workspace.applyEdit({ label: t('Note how the dataset is read'), edit });
      return null;
    });
  },
};

const named = ({ id, name }: { readonly id: string; readonly name: string }): ReadingChoice => ({ value: id, name });

function startingWith(choices: readonly ReadingChoice[], now: string | number): ReadingChoice[] {
  return [...choices].sort((a, b) => Number(b.value === now) - Number(a.value === now));
}
