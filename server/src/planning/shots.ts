import { clash, fieldsOf, plainGround, type SetKind, type ShotField, shotFields } from './shot-fields.ts';

/** A picture that is missing: the values it should have. Fields that need nothing are left out. */
export type Shot = Readonly<Partial<Record<ShotField, string>>>;

export interface ShotCaption {
  /** Normal forms. */
  readonly tags: readonly string[];
  /** Of these the ones that name clothes. */
  readonly clothing: readonly string[];
  /** It says something of somebody: hair, eyes, body, clothes, expression, what they do. */
  readonly portrays: boolean;
  /** It says where it is. */
  readonly place: boolean;
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

/** Part of the captions that a value should have at least, and at most. */
const least = 0.08;
const most = 0.7;
/** Pictures of a value that are enough, however large the set is. */
const enough = 5;
/** Captions that name a field, below which nothing is known of it. */
const enoughNamed = 5;
/** Part of the captions that say something of somebody, from which on a set is one of people. */
const ofPeople = 0.2;
/** Part of the captions that name a plain ground, from which on a set without people is one of things. */
const ofThings = 0.05;
/** Part of the captions that name a place, from which on a set without people is one of places. */
const ofPlaces = 0.8;
/** Shots that are listed at the most. */
const mostShots = 24;

/** What a set shows, by what its captions speak of. A heuristic. */
export function setKind(captions: readonly ShotCaption[]): SetKind {
  const count = (is: (caption: ShotCaption) => boolean): number => captions.filter(is).length;
  if (count(({ portrays }) => portrays) >= captions.length * ofPeople) return 'people';
  // What stands before a plain ground is a thing, wherever others of its kind stand.
  const isPlain = ({ tags }: ShotCaption): boolean => tags.some((tag) => plainGround.has(tag));
  if (count(isPlain) >= captions.length * ofThings) return 'things';
  return count(({ place }) => place) >= captions.length * ofPlaces ? 'places' : 'things';
}

/** What the captions name of each field that counts for what the set shows. `withLight`: light is asked for; styles bring their own. */
export function fieldCounts(captions: readonly ShotCaption[], withLight = true): FieldCount[] {
  const kind = setKind(captions);
  return shotFields.flatMap((field): FieldCount[] => {
    if (field === 'lighting' && !withLight) return [];
    const known = fieldsOf[kind][field];
    const wearing = field === 'outfit' && kind === 'people';
    if (!known && !wearing) return [];
    const values = known ? Object.entries(known.values) : outfits(captions);
    const counts = new Map(values.map(([value]) => [value, 0]));
    let named = 0;
    for (const { tags } of captions) {
      const said = values.filter(([, any]) => tags.some((tag) => any.has(tag)));
      for (const [value] of said) counts.set(value, (counts.get(value) ?? 0) + 1);
      if (said.length > 0) named++;
    }
    if (named < enoughNamed || counts.size === 0) return [];
    const listed = Array.from(counts, ([value, captions]) => ({ value, captions }));
    if (wearing) return [{ field, named, values: listed, lacking: lackingOutfits(listed, named) }];
    // What goes without saying is on the captions that do not name the field.
    const unsaid = known?.usual === undefined ? 0 : captions.length - named;
    const shown = listed.map((one) => (one.value === known?.usual ? { ...one, captions: one.captions + unsaid } : one));
    return [{ field, named, values: listed, lacking: lackingValues(shown, named + unsaid) }];
  });
}

/** The outfits that are told apart by the piece of clothing that is named most often. */
function outfits(captions: readonly ShotCaption[]): [value: string, any: ReadonlySet<string>][] {
  const counts = new Map<string, number>();
  for (const { clothing } of captions) for (const tag of clothing) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= 3)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 6)
    .map(([value]) => [value, new Set([value])]);
}

/** A value that no outfit of the set has yet. */
export const otherOutfit = 'another outfit';

type Counted = readonly { readonly value: string; readonly captions: number }[];

const topOf = (values: Counted) => values.reduce((a, b) => (b.captions > a.captions ? b : a));

/** Pictures with another value that it takes until the most frequent one is on no more than its part. */
const othersThan = ({ captions }: Counted[number], of: number): number => Math.max(0, Math.ceil(captions / most) - of);

function lackingOutfits(values: Counted, of: number): FieldCount['lacking'] {
  const pictures = Math.min(enough, othersThan(topOf(values), of));
  return pictures > 0 ? [{ value: otherOutfit, pictures }] : [];
}

function lackingValues(values: Counted, of: number): FieldCount['lacking'] {
  const top = topOf(values);
  const wanted = Math.min(enough, Math.ceil(of * least));
  const rare = values.filter(({ value }) => value !== top.value).sort((a, b) => a.captions - b.captions);
  const more = new Map(rare.map(({ value, captions }) => [value, Math.max(0, wanted - captions)]));
  let rest = othersThan(top, of) - [...more.values()].reduce((sum, pictures) => sum + pictures, 0);
  // What is left to bring the top value down goes to the rarest values in turn, as long as they have not enough.
  for (let given = true; rest > 0 && given; ) {
    given = false;
    for (const { value, captions } of rare) {
      const pictures = more.get(value) ?? 0;
      if (rest === 0 || captions + pictures >= enough) continue;
      more.set(value, pictures + 1);
      rest--;
      given = true;
    }
  }
  return [...more].flatMap(([value, pictures]) => (pictures > 0 ? [{ value, pictures }] : []));
}

export interface ShotList {
  /** Pictures that are missing in all; of more than two dozen the first are listed. */
  readonly total: number;
  readonly shots: readonly { readonly shot: Shot; readonly pictures: number }[];
}

/**
 * The fewest pictures that bring all missing values: each takes one of every field as far as they can stand together, so that the first
 * ones fill the most gaps and there are hardly more than the field needs that lacks most. Alike ones are counted.
 */
export function shotList(counts: readonly FieldCount[]): ShotList {
  // The value that lacks most comes first, and they take turns.
  const queues = counts.map(({ field, lacking }) => ({ field, values: interleaved(lacking) }));
  const found = new Map<string, { shot: Shot; pictures: number }>();
  let total = 0;
  while (queues.some(({ values }) => values.length > 0)) {
    const shot: Partial<Record<ShotField, string>> = {};
    for (const { field, values } of queues) {
      const at = values.findIndex((value) => !clash(shot, field, value));
      const [value] = at < 0 ? [] : values.splice(at, 1);
      if (value !== undefined) shot[field] = value;
    }
    total++;
    if (total > mostShots) continue;
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
