import { listOf } from './data/list.ts';

/** What captions have several words for: from where a picture is taken, in what light, and what its subject does with itself. */
export type Shown = 'framing' | 'lighting' | 'pose';

/**
 * The kinds of each, with their words in normal form, in groups: a caption names one of a group, and one of each beside it. How far a
 * picture is from its subject goes with any side, an hour with any weather. Words for focus, blur and layout are of none.
 */
const words: Readonly<Record<Shown, readonly Readonly<Record<string, string>>[]>> = {
  framing: [
    {
      face: `close-up, closeup, close-up shot, close up of, extreme close-up, face, face focus, face shot, face only, face close-up,
head focus, portrait, studio portrait, headshot, head shot, head and shoulders, mugshot, shoulders up, tight shot`,
      bust: `upper body, upper body shot, bust, bust shot, half body, half body shot, half length,
waist up, waist shot, chest up, medium shot, mid shot, medium close-up`,
      thighs: 'cowboy shot, american shot, knees up, knee shot',
      whole: `full body, full body shot, full shot, full length, whole body, head to toe, wide shot,
very wide shot, extreme wide shot, long shot, establishing shot`,
    },
    {
      front: 'straight-on, front view, from front, from the front, frontal view',
      side: 'from side, from the side, side view, profile, side profile',
      back: 'from behind, back view, rear view, view from behind, from the back',
      above: `from above, view from above, high angle, high angle view, overhead shot, overhead view, top-down view, aerial view,
aerial photo, aerial photograph, aerial photography, drone shot, bird's-eye view`,
      below: "from below, view from below, low angle, low angle view, worm's-eye view",
    },
  ],
  lighting: [
    {
      night: 'night, nighttime, night time, midnight, night sky, starry sky, moonlight, moonlit',
      sunset: 'sunset, setting sun, golden hour, afterglow',
      dusk: 'dusk, twilight',
      dawn: 'dawn, sunrise, rising sun',
      noon: 'noon, midday, noon sun, midday sun, midday sunlight, noon sunlight',
    },
    {
      rain: 'rain, rainy, drizzle',
      snow: 'snow, snowing, snowy, blizzard, snowstorm',
      fog: 'fog, foggy, mist, misty, haze',
      overcast: 'overcast, cloudy, cloudy sky, grey sky',
      sun: 'sunlight, sunshine, sunny, sunlit, harsh sunlight, bright sunshine, direct sunlight, bright sunlight',
    },
    {
      soft: 'soft light, soft lighting, diffused light, diffused lighting, diffuse light, diffuse lighting, gentle light, gentle lighting',
      hard: 'hard light, hard lighting, harsh light, harsh lighting',
      dim: 'dim light, dim lighting, low light, low lighting',
      bright: 'bright light, bright lighting',
      studio: 'studio light, studio lighting',
      candle: 'candlelight, candlelit, candle light',
      lamp: 'lamplight, lamp light, lamplit',
      fire: 'firelight, fire light, torchlight, torchlit',
      neon: 'neon lights, neon light, neon lighting, neon glow',
      back: 'backlighting, backlight, backlit',
      rim: 'rim light, rim lighting',
      warm: 'warm light, warm lighting',
      cold: 'cool light, cool lighting, cold light, cold lighting',
    },
  ],
  pose: [
    {
      sitting: 'sitting, seated, sitting down, indian style, wariza, seiza, yokozuwari',
      standing: 'standing, standing up',
      lying: 'lying, lying down, on back, on stomach, on side, reclining',
      kneeling: 'kneeling, on one knee',
      crouching: 'squatting, crouching',
      running: 'running, jogging',
      walking: 'walking, strolling',
      jumping: 'jumping, leaping',
    },
  ],
};

interface Kind {
  readonly name: string;
  readonly group: number;
}

/** Without hyphens, and without the "at" of sentences: "at sunset". */
const plain = (norm: string): string => norm.replaceAll('-', ' ').replace(/^at /, '');

const tables = Object.fromEntries(
  Object.entries(words).map(([shown, groups]) => {
    const kinds = new Map<string, Kind>();
    for (const [group, own] of groups.entries())
      for (const [name, list] of Object.entries(own))
        for (const word of listOf(list)) kinds.set(plain(word), { name, group });
    return [shown, { kinds, words: new Set([...kinds.keys()].flatMap((phrase) => phrase.split(' '))) }];
  }),
) as unknown as Readonly<Record<Shown, { kinds: ReadonlyMap<string, Kind>; words: ReadonlySet<string> }>>;

/** Whether a text (normal form) has a word that stands in the name of a kind: without one no phrase of it names any. */
export const mayName = (shown: Shown, norm: string): boolean =>
  plain(norm)
    .split(' ')
    .some((word) => tables[shown].words.has(word));

/** The kind that a tag or a known phrase (normal form) names, hyphens or not; null for none. */
export const kindShown = (shown: Shown, norm: string): string | null =>
  tables[shown].kinds.get(plain(norm))?.name ?? null;

/** The group of a word (normal form) that names a kind: of each group a caption shows one. */
export const groupShown = (shown: Shown, norm: string): number => tables[shown].kinds.get(plain(norm))?.group ?? -1;
