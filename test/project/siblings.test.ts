import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { TRAINERS } from '../../server/src/trainers/trainers.ts';
import { projectRoot } from '../shared.ts';

/** A file that may know a trainer beside the trainer's own folder, and why. */
const lists: Readonly<Record<string, string>> = {
  'server/src/trainers/trainers.ts': 'the list of trainers',
  'server/src/trainers/profiles.ts': 'the list of profiles',
  'server/src/trainers/option-words.ts': 'the list of options in words',
  'server/src/trainers/option-meanings.ts': 'the list of what options do',
  'server/src/trainers/trainer-profile.ts': 'the ids there are',
  'server/src/lora/lora-file.ts': 'the list of who reads what a LoRA file notes',
  'server/src/lora/config-like.ts': 'the list of who writes a configuration like it',
};

/** A trainer's own part outside its folder: what its LoRA files note, and advice in its words. */
const ownParts = [
  /^server\/src\/lora\/(?:trainers|config)\//,
  /^server\/src\/advice\//,
  /^media\/overview\/views\/playbook\.ts$/,
];

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

  it('no trainer knows another', () => {
    for (const { id } of TRAINERS)
      for (const file of files.filter((one) => one.startsWith(`server/src/trainers/${id}/`)))
        for (const other of TRAINERS)
          if (other.id !== id)
            assert.deepEqual(naming(readFileSync(path.join(projectRoot, file), 'utf8'), other.id), [], file);
  });
});
