import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { TRAINERS } from '../../server/src/trainers/trainers.ts';
import { projectRoot } from '../shared.ts';

/** A file that may know a trainer beside the trainer's own folder, and why. */
const lists: Readonly<Record<string, string>> = {
  'server/src/trainers/trainers.ts': 'the list of trainers',
  'server/src/lora/lora-file.ts': 'the list of who reads what a LoRA file notes',
  'server/src/lora/config-like.ts': 'the list of who writes a configuration like it',
};

/** A trainer's own part outside its folder: what its LoRA files note, and advice in its words. */
const ownParts = [
  /^server\/src\/lora\/(?:trainers|config)\//,
  /^server\/src\/advice\//,
  /^media\/overview\/views\/playbook\.ts$/,
];

/**
 * Files outside of `trainers/` that take something from the folder of the default trainer, and why. It is the one whose configurations have rules of
 * their own, whose folders train by their names, and whose plan has more to say than the common form. The list may only get shorter.
 */
const fromDefault: Readonly<Record<string, string>> = {
  'advice/config-diff.ts': 'advice in its words: at which level an option is written',
  'history/folder-record.ts': 'tags as it counts them in the files it saves',
  'lora/config/sd-scripts-config.ts': 'writes a configuration of it',
  'report/training-facts.ts': 'reads its plan for evidence',
  'rules/check-config.ts': 'the way of its configurations to their rules',
  'rules/config/cached-text-encoder-conflict.ts': 'a rule of its configurations',
  'rules/config/caption-extension-finds-nothing.ts': 'a rule of its configurations',
  'rules/config/config-refused-value.ts': 'a rule of its configurations',
  'rules/config/config-wrong-type.ts': 'a rule of its configurations',
  'rules/config/subsets.ts': 'datasets and subsets as those rules see them',
  'rules/config/unknown-config-key.ts': 'a rule of its configurations',
  'rules/context.ts': 'what those rules see',
  'rules/files/stale-cache.ts': 'caches under its names',
  'training/config-layer.ts': 'the door to its configurations',
  'training/config-settings.ts': 'the door to its configurations',
  'training/feed-dataset.ts': 'a folder that no configuration names, fed as it would',
  'training/find-config.ts': 'the door to its configurations',
  'training/folder-sources.ts': 'a folder that no configuration names, as a command line of it',
  'training/trainer-image-size.ts': 'sizes as it reads them',
  'training/training-plan.ts': 'the door to its plans',
};

function sources(folder: string): string[] {
  return readdirSync(path.join(projectRoot, folder)).flatMap((name) => {
    const relative = `${folder}/${name}`;
    if (statSync(path.join(projectRoot, relative)).isDirectory()) return sources(relative);
    return name.endsWith('.ts') && !name.includes('.generated.') ? [relative] : [];
  });
}

/** Lines of code that name a trainer, by import or by id. */
function naming(text: string, id: string): string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '');
  const words = [`trainers/${id}/`, `'./${id}/`, `'${id}'`, `"${id}"`];
  const key = new RegExp(`^\\s*${id}\\s*:`);
  return code.split('\n').filter((line) => key.test(line) || words.some((word) => line.includes(word)));
}

describe('trainers are siblings', () => {
  const files = ['server/src', 'client/src', 'media'].flatMap(sources);

  for (const { id } of TRAINERS.slice(1))
    it(`${id} is named in its own folder and in lists only: a trainer is added without touching anything else`, () => {
      const elsewhere = files
        .filter((file) => !file.startsWith(`server/src/trainers/${id}/`) && !(file in lists))
        .filter((file) => !ownParts.some((part) => part.test(file)))
        .flatMap((file) =>
          naming(readFileSync(path.join(projectRoot, file), 'utf8'), id).map((line) => `${file}: ${line}`),
        );
      assert.deepEqual(elsewhere, []);
    });

  it('what others take from the folder of the default trainer is listed, with the reason', () => {
    const [{ id }] = TRAINERS as readonly [(typeof TRAINERS)[number]];
    const taking = files
      .filter((file) => file.startsWith('server/src/') && !file.startsWith('server/src/trainers/'))
      .filter((file) => readFileSync(path.join(projectRoot, file), 'utf8').includes(`/trainers/${id}/`))
      .map((file) => file.slice('server/src/'.length));
    assert.deepEqual(taking.sort(), Object.keys(fromDefault).sort());
  });

  it('what trainers share stands beside their folders and takes nothing out of them', () => {
    const shared = files.filter((file) =>
      /^server\/src\/trainers\/(?:[^/]+\.ts|captions\/|documents\/|files\/|python\/)/.test(file),
    );
    assert.ok(shared.length > 50, String(shared.length));
    for (const file of shared.filter((one) => !(one in lists)))
      for (const { id } of TRAINERS)
        assert.deepEqual(naming(readFileSync(path.join(projectRoot, file), 'utf8'), id), [], file);
  });

  it('no trainer knows another', () => {
    for (const { id } of TRAINERS)
      for (const file of files.filter((one) => one.startsWith(`server/src/trainers/${id}/`)))
        for (const other of TRAINERS)
          if (other.id !== id)
            assert.deepEqual(naming(readFileSync(path.join(projectRoot, file), 'utf8'), other.id), [], file);
  });
});
