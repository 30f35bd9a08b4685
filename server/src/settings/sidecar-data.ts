import { z } from 'zod';
import { once } from '../ground/once.ts';

/** Name of the sidecar file in the root folder of a dataset. */
export const sidecarName = '.tagmetry.json';

const path = () => z.string().min(1).describe('Relative to the dataset folder, "/" between names.');

export const conceptSchema = once(() =>
  z.strictObject({
    trigger: z
      .string()
      .nullable()
      .describe('The trigger word as the captions write it; null when the concept has none.'),
    classWord: z.string().nullable().optional().describe('The general word the trigger goes with: man, dog, 1girl.'),
    folders: z.array(z.string()).optional().describe('Folders of its captions, with all below them. Left out: all.'),
    regularization: z.boolean().optional().describe('The folders are a regularization set.'),
  }),
);

export const suppressionSchema = once(() =>
  z.strictObject({
    rule: z.string().min(1).describe('Id of the rule whose findings are left out.'),
    file: path().optional().describe('Only in this file or below this folder. Left out: everywhere.'),
    tag: z.string().optional().describe('Only for this tag.'),
    reason: z.string().optional().describe('Why, for people.'),
  }),
);
export type Suppression = z.infer<ReturnType<typeof suppressionSchema>>;

export const verdictSchema = once(() =>
  z.strictObject({
    files: z.array(path()).min(1),
    contents: z
      .array(z.string())
      .optional()
      .describe('SHA-256 of each file, so that the verdict follows a renamed file and leaves a replaced one.'),
    verdict: z
      .enum(['keep', 'alternate', 'not-a-duplicate'])
      .describe(
        'keep: they stay, though alike. alternate: versions that are meant to differ. not-a-duplicate: unrelated.',
      ),
  }),
);
export type Verdict = z.infer<ReturnType<typeof verdictSchema>>;

/** What only the sidecar can say: about this dataset's captions, not about how to judge captions. */
export const sidecarDataSchema = once(() =>
  z.object({
    concepts: z.array(conceptSchema()).describe('Triggers of the dataset.'),
    suppressions: z.array(suppressionSchema()).describe('Findings that are left out.'),
    baseline: z.array(z.string()).describe('Findings that were there when the baseline was taken, as "rule file tag".'),
    verdicts: z.array(verdictSchema()).describe('What was decided about images that look alike.'),
    exclusiveGroups: z.array(z.array(z.string()).min(2)).describe('Tags of which a caption may have one per group.'),
    synonyms: z
      .array(z.array(z.string()).min(2))
      .describe('Tags that mean the same; the first of each list is the one to write.'),
  }),
);
export type SidecarData = z.infer<ReturnType<typeof sidecarDataSchema>>;
