import fc from 'fast-check';
import { DatasetIndex } from '../../server/src/dataset/index.ts';
import type { SettingsInput } from '../../server/src/settings/schema.ts';
import { type FolderSettings, resolveSettings } from '../../server/src/settings/settings.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { greyPng } from './png.ts';

/** Pieces of captions as people write them, and as they should not. */
const fragment = fc.constantFrom(
  ...[
    ',',
    ', ',
    ',,',
    ' ',
    '  ',
    '\t',
    '\n',
    '\r\n',
    '，',
    '、',
    ';',
    '|||',
    ';;;',
    'ohwx man',
    'long hair',
    'long_hair',
    'very long hair',
    'Long_Hair',
    '1girl',
    '2girls',
    'solo',
    'day',
    'night',
    'blonde hair',
    'black_hair',
    'green eyes',
    ':d',
    '^_^',
    '= =',
    ';)',
    '(o)_(o)',
    'saber_(fate)',
    'saber \\(fate\\)',
    '(night:1.2)',
    '((day))',
    '[city]',
    '<lora:x:1>',
    'BREAK',
    '{a|b}',
    '__hair__',
    'score_9',
    'cafÃ©',
    '繝昴ル繝ｼ',
    '\ufffd',
    '\u200b',
    '\u00a0',
    '\ufeff',
    '\u202e',
    '👩\u200d💻',
    'A man walks down a busy street at night.',
    'in broad daylight, near the river',
  ],
);

/** Any caption text: real pieces, any Unicode (lone surrogates included), and mixtures. */
export const captionText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(', ')),
  fc
    .array(
      fc.oneof(fragment, fc.string({ unit: 'grapheme', maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 4 })),
      {
        maxLength: 30,
      },
    )
    .map((parts) => parts.join('')),
);

/** Settings under which captions are read in different ways. */
export const settingsVariants: readonly SettingsInput[] = [
  {},
  { caption: { shuffle: true, keepTokens: 1, keepTokensSeparator: '|||', secondarySeparator: ';;;' } },
  { caption: { wildcards: true, weighted: true, prefix: 'ohwx man,', suffix: 'film grain' }, model: 'sd15' },
  { profile: 'onetrainer', caption: { shuffle: true, tagDropoutRate: 0.1 } },
  { profile: 'ai-toolkit', model: 'flux' },
  { separator: ';', model: 'sd2' },
  { separator: ' ' },
];

export interface Folder {
  readonly index: DatasetIndex;
  readonly settings: FolderSettings;
  /** The caption whose text a test varies. */
  readonly file: string;
}

/** A folder in memory whose other captions give it a trigger, a vocabulary and a way of spelling. */
export async function smallFolder(input: SettingsInput): Promise<Folder> {
  const workspace = new MemoryWorkspace();
  const separator = input.separator ?? ',';
  for (let n = 1; n <= 8; n++) {
    const tags = ['ohwx man', 'long hair', 'green eyes', `hat ${n}`];
    workspace.set(`/set/${n}.txt`, tags.join(separator === ' ' ? ' ' : `${separator} `));
    workspace.set(`/set/${n}.png`, greyPng(8, 8, n));
  }
  const settings = resolveSettings(input);
  return { index: await DatasetIndex.open(workspace, '/set', settings), settings, file: '1.txt' };
}
