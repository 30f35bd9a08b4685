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

/** The one file outside of `trainers/` that takes something from the folder of the default trainer: what it has beyond the interface. */
const door = 'server/src/training/default-trainer.ts';

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
  const words = [`trainers/${id}/`, `/${id}/`, `'${id}'`, `"${id}"`];
  const key = new RegExp(`^\\s*${id}\\s*:`);
  return code.split('\n').filter((line) => key.test(line) || words.some((word) => line.includes(word)));
}

describe('trainers are siblings', () => {
  const files = ['server/src', 'client/src', 'media'].flatMap(sources);

  for (const { id } of TRAINERS)
    it(`${id} is named in its own folder and in lists only: a trainer is added without touching anything else`, () => {
      const elsewhere = files
        .filter((file) => !file.startsWith(`server/src/trainers/${id}/`) && !(file in lists))
        .filter((file) => !ownParts.some((part) => part.test(file)) && (id !== TRAINERS[0].id || file !== door))
        .flatMap((file) =>
          naming(readFileSync(path.join(projectRoot, file), 'utf8'), id).map((line) => `${file}: ${line}`),
        );
      assert.deepEqual(elsewhere, []);
    });

  it('one door leads into the folder of the default trainer', () => {
    const [{ id }] = TRAINERS;
    const taking = files
      .filter((file) => file.startsWith('server/src/') && !file.startsWith('server/src/trainers/'))
      .filter((file) => !ownParts.some((part) => part.test(file)))
      .filter((file) => readFileSync(path.join(projectRoot, file), 'utf8').includes(`/trainers/${id}/`));
    assert.deepEqual(taking, [door]);
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
