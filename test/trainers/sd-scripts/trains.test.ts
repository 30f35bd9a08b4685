import assert from 'node:assert/strict';
import { finish } from '../../../server/src/ground/steps.ts';
import { parseConfig } from '../../../server/src/trainers/documents/document.ts';
import { modelFamily } from '../../../server/src/trainers/families.ts';
import { MemoryFiles } from '../../../server/src/trainers/files/memory-files.ts';
import { trainerOf } from '../../../server/src/trainers/trainers.ts';

const trainer = trainerOf('sd-scripts');
const run = { family: modelFamily('sdxl'), argv: [] };

function configs(text: string) {
  const path = '/set/data.toml';
  const document = parseConfig(text, 'toml');
  const found = trainer.recognise({ path, text, document });
  assert.ok(found);
  return [{ trainer: trainer.id, role: found.role, path, text, document }];
}

const config = `[general]
caption_extension = ".txt"
[[datasets]]
resolution = 512
[[datasets.subsets]]
image_dir = "/set/img"
num_repeats = 3
`;

describe('what trains with sd-scripts', () => {
  it('is each image with its caption and uses, and every other file with the reason', () => {
    const files = new MemoryFiles();
    files.addImage('/set/img/a.png', { width: 512, height: 512 });
    files.addFile('/set/img/a.txt', 'cat\nsecond line');
    files.addFile('/set/img/a.caption', 'not read');
    files.addFile('/set/img/orphan.txt', 'no image');
    files.addImage('/set/img/b.Png', { width: 512, height: 512 });
    const { items, idle, stop } = finish(trainer.list(configs(config), files, run));
    assert.equal(stop, null);
    assert.deepEqual(
      items.map(({ path, caption, uses, lines, origin }) => ({ path, caption, uses, lines, origin })),
      [
        {
          path: '/set/img/a.png',
          caption: 'cat',
          uses: 3,
          lines: 'first',
          origin: { from: 'file', path: '/set/img/a.txt' },
        },
      ],
    );
    assert.deepEqual(
      new Map(idle.map(({ path, reason }) => [path, reason])),
      new Map([
        ['/set/img/b.Png', 'ending-case'],
        ['/set/img/a.caption', 'other-extension'],
        ['/set/img/orphan.txt', 'no-image'],
      ]),
    );
  });

  it('is nothing where training stops, and the file at fault is named', () => {
    const files = new MemoryFiles();
    files.addImage('/set/img/a.png', { width: 512, height: 512 });
    files.addFile('/set/img/a.txt', '');
    const { items, stop } = finish(trainer.list(configs(config), files, run));
    assert.deepEqual(items, []);
    assert.equal(stop?.path, '/set/img/a.txt');
  });
});
