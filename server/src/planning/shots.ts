/** What a picture is made of, as far as captions say it. */
export const shotFields = ['framing', 'angle', 'background', 'lighting', 'outfit'] as const;
export type ShotField = (typeof shotFields)[number];

/** Values of a field that a set should have, each with the tags that say it. `outfit` follows from the set itself. */
const VALUES: Readonly<Record<Exclude<ShotField, 'outfit'>, Readonly<Record<string, string>>>> = {
  framing: {
    'close-up': 'close-up|close up|closeup|portrait|face|headshot|head shot',
    'upper body': 'upper body|bust shot|waist up|half body|medium shot|cowboy shot',
    'full body': 'full body|full shot|full body shot|wide shot|long shot|very wide shot',
  },
  angle: {
    front: 'straight-on|front view|looking at viewer',
    'from side': 'from side|profile|side view|side profile|three-quarter view',
    'from behind': 'from behind|back view|rear view|looking back',
    'from above': 'from above|aerial view|high angle',
    'from below': 'from below|low angle',
  },
  background: {
    plain:
      'simple background|white background|grey background|black background|gradient background|blue background|transparent background|pink background',
    indoors: 'indoors|bedroom|classroom|kitchen|room|bathroom|living room|office|window|studio',
    outdoors:
      'outdoors|beach|forest|street|city|garden|field|park|nature|mountain|ocean|road|cityscape|landscape|sky|snow',
  },
  lighting: {
    day: 'day|sunlight|blue sky|daylight|morning|natural lighting',
    evening: 'sunset|dusk|twilight|evening|golden hour|sunrise|orange sky',
    night: 'night|night sky|moonlight|starry sky|neon lights|dark',
    'from the side or behind': 'backlighting|sidelighting|rim lighting|dramatic lighting|chiaroscuro|window light',
  },
};

/** A picture that is missing: the values it should have. Fields that need nothing are left out. */
export type Shot = Readonly<Partial<Record<ShotField, string>>>;

export interface ShotCaption {
  /** Normal forms. */
  readonly tags: readonly string[];
  /** Of these the ones that name clothes. */
  readonly clothing: readonly string[];
}

/** How often each value of a field is named. */
export interface FieldCount {
  readonly field: ShotField;
  /** Captions that name a value of the field. */
  readonly named: number;
  readonly values: readonly { readonly value: string; readonly captions: number }[];
  /** Values that are missing, by how many pictures each. */
  readonly lacking: readonly { readonly value: string; readonly pictures: number }[];
}

/** Part of the captions that a value should have at least, of those that name its field, and at most. */
const least = 0.08;
const most = 0.7;
/** Pictures of a value that are enough, however large the set is. */
const enough = 5;
/** Captions that name a field, below which nothing is known of it. */
const enoughNamed = 5;
/** Shots that are listed at the most. */
const mostShots = 24;

/** What the captions name of each field. */
export function fieldCounts(captions: readonly ShotCaption[]): FieldCount[] {
  return shotFields.flatMap((field) => {
    const counts = new Map<string, number>();
    let named = 0;
    const values = field === 'outfit' ? outfits(captions) : Object.entries(VALUES[field]).map(parsed);
    for (const { value } of values) counts.set(value, 0);
    for (const { tags } of captions) {
      let isNamed = false;
      for (const { value, any } of values)
        if (tags.some((tag) => any.has(tag))) {
          counts.set(value, (counts.get(value) ?? 0) + 1);
          isNamed = true;
        }
      if (isNamed) named++;
    }
    if (named < enoughNamed || counts.size === 0) return [];
    const listed = [...counts].map(([value, count]) => ({ value, captions: count }));
    return [{ field, named, values: listed, lacking: lackingIn(field, listed, named) }];
  });
}

const parsed = ([value, tags]: [string, string]): { value: string; any: ReadonlySet<string> } => ({
  value,
  any: new Set(tags.split('|')),
});

/** The outfits that are told apart by the piece of clothing that is named most often. */
function outfits(captions: readonly ShotCaption[]): { value: string; any: ReadonlySet<string> }[] {
  const counts = new Map<string, number>();
  for (const { clothing } of captions) for (const tag of clothing) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= 3)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 6)
    .map(([value]) => ({ value, any: new Set([value]) }));
}

/** A value that no outfit of the set has yet. */
export const otherOutfit = 'another outfit';

function lackingIn(
  field: ShotField,
  values: readonly { readonly value: string; readonly captions: number }[],
  named: number,
): FieldCount['lacking'] {
  const top = values.reduce((a, b) => (b.captions > a.captions ? b : a));
  // So many pictures with another value that the most frequent one is on no more than its part.
  const others = Math.max(0, Math.ceil(top.captions / most) - named);
  if (field === 'outfit') return others > 0 ? [{ value: otherOutfit, pictures: others }] : [];
  const wanted = Math.min(enough, Math.ceil(named * least));
  const lacking = values
    .filter(({ value, captions }) => value !== top.value && captions < wanted)
    .map(({ value, captions }) => ({ value, pictures: wanted - captions }));
  const planned = lacking.reduce((sum, { pictures }) => sum + pictures, 0);
  if (planned >= others || others === 0) return lacking;
  // What is left to bring the top value down goes to the rarest values in turn.
  const rest = others - planned;
  const rare = values.filter(({ value }) => value !== top.value).sort((a, b) => a.captions - b.captions);
  const more = new Map(lacking.map(({ value, pictures }) => [value, pictures]));
  for (let at = 0; at < rest && rare.length > 0; at++) {
    const { value } = rare[at % rare.length] as { value: string };
    more.set(value, (more.get(value) ?? 0) + 1);
  }
  return [...more].map(([value, pictures]) => ({ value, pictures }));
}

export interface ShotList {
  /** Pictures that are missing in all; of more than two dozen the first are listed. */
  readonly total: number;
  readonly shots: readonly { readonly shot: Shot; readonly pictures: number }[];
}

/**
 * The fewest pictures that bring all missing values: each takes one of every field, so that there are as many as the field that lacks
 * most. Alike ones are counted.
 */
export function shotList(counts: readonly FieldCount[]): ShotList {
  const queues = counts.map(({ field, lacking }) => ({
    field,
    // The value that lacks most comes first, and they take turns.
    values: interleaved(lacking),
  }));
  const total = Math.max(0, ...queues.map(({ values }) => values.length));
  const found = new Map<string, { shot: Shot; pictures: number }>();
  for (let at = 0; at < Math.min(total, mostShots); at++) {
    const shot: Partial<Record<ShotField, string>> = {};
    for (const { field, values } of queues) {
      const value = values[at];
      if (value !== undefined) shot[field] = value;
    }
    const key = JSON.stringify(shot);
    const known = found.get(key);
    if (known) known.pictures++;
    else found.set(key, { shot, pictures: 1 });
  }
  return { total, shots: [...found.values()] };
}

function interleaved(lacking: FieldCount['lacking']): string[] {
  const left = lacking.map((entry) => ({ ...entry }));
  const values: string[] = [];
  for (;;) {
    const next = left.filter(({ pictures }) => pictures > 0).sort((a, b) => b.pictures - a.pictures)[0];
    if (!next) return values;
    next.pictures--;
    values.push(next.value);
  }
}
