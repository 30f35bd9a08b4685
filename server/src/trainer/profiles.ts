import type { LinePolicy } from '../caption/parse.ts';
export const profileIds = ['sd-scripts', 'onetrainer', 'ai-toolkit'] as const;
export type ProfileId = (typeof profileIds)[number];
export interface TrainerProfile {
  readonly captionExtensions: readonly string[];
  readonly lines: LinePolicy;
  readonly separator: string;
}
export const profiles: Readonly<Record<ProfileId, TrainerProfile>> = {
  'sd-scripts': { captionExtensions: ['.txt', '.caption'], lines: 'first', separator: ',' },
  onetrainer: { captionExtensions: ['.txt'], lines: 'random', separator: ',' },
  'ai-toolkit': { captionExtensions: ['.txt'], lines: 'whole', separator: ',' },
};
