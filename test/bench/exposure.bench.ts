// Exposure of 50,000 captions beside the audit of their text: what will be fed over ten epochs, with every caption longer than the
// window, in the order as written and shuffled.
import { audit } from '../../server/src/report/audit.ts';
import { datasetExposure } from '../../server/src/report/exposure.ts';
import { vocabulary } from '../../server/src/tags/vocabulary.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { open } from '../support/open.ts';
import { greyPng } from '../support/png.ts';
import type { Figure } from './figure.ts';
import { Random } from './random.ts';

const captions = 50_000;
const tags = 30;

function folder(): MemoryWorkspace {
  const random = new Random(5);
  const words = [...vocabulary().all.keys()];
  const workspace = new MemoryWorkspace();
  const pictures = [0, 1, 2, 3].map((n) => greyPng(64 + 64 * n, 256 - 64 * (n % 2), n));
  for (let n = 0; n < captions; n++) {
    const own = new Set(['ohwx', '1girl']);
    while (own.size < tags) own.add(words[Math.floor(words.length ** random.next()) - 1] ?? 'solo');
    workspace.set(`/set/10_ohwx/${n}.txt`, [...own].join(', '));
    workspace.set(`/set/10_ohwx/${n}.png`, pictures[n % pictures.length] as Uint8Array);
  }
  return workspace;
}

/** Processor time of this process so far, in milliseconds: what other programs do at the same time does not count. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export default async function exposure(): Promise<Figure[]> {
  const workspace = folder();
  const start = cpuTime();
  const dataset = await open(workspace, '/set');
  await audit(workspace, dataset, 'set', { images: 'off', withFixes: false });
  const text = cpuTime() - start;
  const figures: Figure[] = [];
  for (const [name, trial] of [
    ['in order', {}],
    ['shuffled behind one tag', { shuffle: true, keep: 1 }],
    ['shuffled, every fifth tag dropped', { shuffle: true, keep: 1, tagDropout: 0.2 }],
  ] as const) {
    const from = cpuTime();
    await datasetExposure(
      workspace,
      { root: '/set', settings: dataset.settings, pair: null },
      { asked: { length: { epochs: 10 }, trial } },
    );
    const ratio = (cpuTime() - from) / text;
    figures.push({
      name: `Exposure of 50,000 captions, ${name}, over the text audit`,
      value: ratio,
      unit: '×',
      atMost: 5,
    });
  }
  return [{ name: 'Text audit of the same captions', value: text, unit: 'ms' }, ...figures];
}
