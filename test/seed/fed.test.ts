import assert from 'node:assert/strict';
import type { RiskLevel } from '../../server/src/advice/assess.ts';
import { greyPng } from '../support/png.ts';
import { auditSet, ordinaryTags, type SeedSet, soundSubset, subjectFolder, trained, withOptions } from './sets.ts';

/** What will really be fed, as evidence: sets that have it faintly, clearly, and just not. */
const rows: readonly {
  readonly says: string;
  readonly mode: string;
  readonly evidence: string;
  readonly sets: readonly (readonly [level: RiskLevel, set: SeedSet])[];
}[] = [
  {
    says: 'an epoch that never ends leaves images unshown',
    mode: 'identity-collapse',
    evidence: 'trained-epochs',
    // 32 images × 10 are 320 steps of an epoch.
    sets: [
      ['none', ran('max_train_steps = 320')],
      ['low', ran('max_train_steps = 300')],
      ['elevated', ran('max_train_steps = 150')],
    ],
  },
  {
    says: 'a trigger that is dropped with the tags is hardly fed',
    mode: 'identity-collapse',
    evidence: 'head-drop-share',
    sets: [
      ['none', trained({}, soundSubset)],
      ['none', trained({}, 'shuffle_caption = true\nkeep_tokens = 2\ncaption_tag_dropout_rate = 0.9')],
      ['none', trained({}, 'shuffle_caption = true\ncaption_tag_dropout_rate = 0.2')],
      ['low', trained({}, 'shuffle_caption = true\ncaption_tag_dropout_rate = 0.3')],
      ['low', trained({}, 'shuffle_caption = true\nkeep_tokens = 2\ncaption_dropout_rate = 0.4')],
      ['elevated', trained({}, 'shuffle_caption = true\ncaption_tag_dropout_rate = 0.4\ncaption_dropout_rate = 0.4')],
    ],
  },
  {
    says: 'one image is shown ten times as often as another',
    mode: 'memorization',
    evidence: 'image-use-ratio',
    sets: [
      ['none', beside(9)],
      ['low', beside(10)],
      ['elevated', beside(40)],
    ],
  },
];

/** The subject with one use of each image, and four other images of its own with more. */
function beside(uses: number): SeedSet {
  const subset = (folder: string, repeats: number): string =>
    `[[datasets.subsets]]\nimage_dir = "/set/${folder}"\ncaption_extension = ".txt"\nnum_repeats = ${repeats}\n${soundSubset}\n`;
  const more = ['a', 'b', 'c', 'd'].flatMap((name, n) => [
    [`more/${name}.png`, greyPng(1024, 1024, 900 + n)] as const,
    [`more/${name}.txt`, `qvzt woman, ${name} scene, ${ordinaryTags(n).join(', ')}`] as const,
  ]);
  const dataset = `[[datasets]]\nresolution = 1024\nenable_bucket = true\n${subset(subjectFolder, 1)}${subset('more', uses)}`;
  return { ...trained({}), files: { ...Object.fromEntries(more), 'dataset.toml': dataset } };
}

/** A sound training that ends after so many steps. */
function ran(steps: string): SeedSet {
  return { subset: soundSubset, options: `${withOptions({}).replace(/max_train_epochs = .*\n/, '')}\n${steps}` };
}

describe('What is fed, as evidence', () => {
  for (const { says, mode, evidence, sets } of rows)
    it(says, async () => {
      for (const [level, set] of sets) {
        const { advice } = (await auditSet(set)).report;
        const risk = advice.risks.find((one) => one.mode === mode);
        const found = risk?.evidence.find(({ id }) => id === evidence)?.level ?? 'none';
        assert.equal(found, level, JSON.stringify(set));
      }
    });
});
