import assert from 'node:assert/strict';
import { finish } from '../../server/src/ground/steps.ts';
import { type ModelFamilyId, modelFamily } from '../../server/src/trainers/families.ts';
import { MemoryFiles } from '../../server/src/trainers/files/memory-files.ts';
import { recogniseConfigText, trainerOf } from '../../server/src/trainers/trainers.ts';

const side = { width: 1024, height: 1024 };

/** Images with these captions in /set/img, and a mask of `a` for each name. */
function filesOf(captions: Readonly<Record<string, string>>, masks: readonly string[] = []): MemoryFiles {
  const files = new MemoryFiles();
  for (const [name, caption] of Object.entries(captions)) {
    files.addImage(`/set/img/${name}.png`, side);
    files.addFile(`/set/img/${name}.txt`, caption);
  }
  for (const name of masks) files.addImage(`/set/mask/${name}`, side);
  return files;
}

/** What a plan says beside its numbers. */
function notesOf(
  texts: Readonly<Record<string, string>>,
  files: MemoryFiles,
  family: ModelFamilyId,
): readonly string[] {
  const configs = Object.entries(texts).map(([name, text]) => {
    const found = recogniseConfigText(`/set/${name}`, text);
    assert.ok(found?.kind === 'ours', name);
    return found.config;
  });
  const [first] = configs;
  assert.ok(first);
  const run = { family: modelFamily(family), argv: [] };
  const plan = finish(trainerOf(first.trainer).plan(configs, files, run));
  assert.ok(plan && plan.trains.stop === null);
  return plan.notes;
}

const DATASET = `[general]
resolution = [1024, 1024]
caption_extension = ".txt"
[[datasets]]
image_directory = "/set/img"
cache_directory = "/set/cache"
`;

describe('a plan of musubi-tuner names captions that the model changes or refuses', () => {
  const told = (notes: readonly string[], text: RegExp) => notes.filter((note) => text.test(note));

  it('[IMG] with FLUX.2 dev alone', () => {
    const files = filesOf({ a: 'a cat [IMG] on a sofa', b: 'a dog', c: '[img]' });
    assert.match(told(notesOf({ 'd.toml': DATASET }, files, 'flux2'), /\[IMG\]/).join(), /^1 caption holds/);
    assert.deepEqual(told(notesOf({ 'd.toml': DATASET }, files, 'qwen-image'), /\[IMG\]/), []);
  });

  it('more than 2,048 tokens with Ideogram 4 alone', () => {
    const files = filesOf({ a: 'cat '.repeat(2049).trim(), b: 'cat '.repeat(2048).trim() });
    const run = 'dit = "m.safetensors"\nnetwork_module = "networks.lora_ideogram4"\nlearning_rate = 1e-4\n';
    const notes = notesOf({ 'd.toml': DATASET, 'run.toml': run }, files, 'qwen-image');
    assert.match(told(notes, /caching stops/).join(), /^1 caption has more than 2,?048 tokens/);
    assert.deepEqual(told(notesOf({ 'd.toml': DATASET }, files, 'qwen-image'), /caching stops/), []);
  });
});

describe('a plan of ai-toolkit names masks that are not found', () => {
  const job = `job: extension
config:
  name: x
  process:
    - type: sd_trainer
      training_folder: out
      datasets:
        - folder_path: /set/img
          mask_path: /set/mask
          resolution: [512, 1024]
      train: { steps: 10 }
      model: { name_or_path: m, arch: flux }
`;
  const captions = { a: 'a', b: 'b', c: 'c' };
  const masks = (...names: string[]) =>
    notesOf({ 'job.yaml': job }, filesOf(captions, names), 'flux').filter((note) => note.includes('masks'));

  it('under an ending in upper case, each image once', () => {
    assert.match(masks('a.PNG', 'b.JPG', 'c.png').join(), /^2 masks/);
  });

  it('and says nothing of those that are found, of other files, and of images without a mask', () => {
    assert.deepEqual(masks('a.png', 'a.PNG', 'other.PNG', 'b.txt'), []);
  });
});
