/** What a picture is made of, as far as captions say it. */
export const shotFields = ['framing', 'angle', 'background', 'lighting', 'weather', 'outfit'] as const;
export type ShotField = (typeof shotFields)[number];

/** What a set shows. It decides what its pictures are to differ in. */
export type SetKind = 'people' | 'places' | 'things';

/** A field of one kind of set. */
export interface FieldValues {
  /** Values that a set should have, each with the tags and phrases that say it. */
  readonly values: Readonly<Record<string, ReadonlySet<string>>>;
  /** The value that goes without saying: captions that do not name the field are taken to show it. */
  readonly usual?: string;
}

const valuesOf = (values: Readonly<Record<string, string>>): FieldValues['values'] =>
  Object.fromEntries(Object.entries(values).map(([value, tags]) => [value, new Set(tags.split('|'))]));

const FROM_ABOVE =
  "from above|aerial view|high angle|high angle view|bird's-eye view|aerial photo|aerial photograph|aerial photography|drone shot";
const FROM_BELOW = "from below|low angle|low angle view|worm's-eye view";
const DAY =
  'day|sunlight|blue sky|daylight|morning|natural lighting|broad daylight|during the day|during daytime|day time|clear sky';
const EVENING = 'sunset|dusk|twilight|evening|golden hour|sunrise|dawn|orange sky|at sunset|at dusk|at dawn|at sunrise';
const NIGHT = 'night|night sky|moonlight|starry sky|neon lights|dark|at night|during night|in the dark';

const angle: FieldValues = {
  values: valuesOf({
    front: 'straight-on|front view|looking at viewer|looking at the camera|looking at camera|facing the camera',
    'from side': 'from side|profile|side view|side profile|three-quarter view|from the side',
    'from behind': 'from behind|back view|rear view|looking back|from the back',
    'from above': FROM_ABOVE,
    'from below': FROM_BELOW,
  }),
  usual: 'front',
};

const background: FieldValues = {
  values: valuesOf({
    plain:
      'simple background|white background|grey background|black background|gradient background|blue background|transparent background|pink background',
    indoors: 'indoors|bedroom|classroom|kitchen|room|bathroom|living room|office|window|studio',
    outdoors:
      'outdoors|beach|forest|street|city|garden|field|park|nature|mountain|ocean|road|cityscape|landscape|sky|snow',
  }),
};

const lighting: FieldValues = {
  values: valuesOf({
    day: DAY,
    evening: EVENING,
    night: NIGHT,
    'from the side or behind':
      'backlighting|sidelighting|rim lighting|dramatic lighting|chiaroscuro|window light|backlit',
  }),
  usual: 'day',
};

const timeOfDay: FieldValues = { values: valuesOf({ day: DAY, evening: EVENING, night: NIGHT }), usual: 'day' };

/**
 * What is asked for, by what the set shows. A place has no framing of a body and no outfit, and is its own background; what changes it is
 * from where, when and in what weather it is seen. A heuristic.
 */
export const fieldsOf: Readonly<Record<SetKind, Readonly<Partial<Record<ShotField, FieldValues>>>>> = {
  people: {
    framing: {
      values: valuesOf({
        'close-up': 'close-up|close up|closeup|portrait|face|headshot|head shot',
        'upper body': 'upper body|bust shot|waist up|half body|medium shot|cowboy shot',
        'full body': 'full body|full shot|full body shot|wide shot|long shot|very wide shot',
      }),
    },
    angle,
    background,
    lighting,
  },
  places: {
    angle: {
      values: valuesOf({
        'at eye level': 'eye level|eye-level|street level',
        'from above': FROM_ABOVE,
        'from below': FROM_BELOW,
      }),
      usual: 'at eye level',
    },
    lighting: timeOfDay,
    weather: {
      values: valuesOf({
        clear: 'clear sky|blue sky|sunny|sunlight|sunshine|cloudless sky',
        cloudy: 'cloudy|cloudy sky|overcast|overcast sky|grey sky|gray sky',
        rain: 'rain|rainy|raining|in the rain|wet street|wet pavement',
        snow: 'snow|snowy|snowing|in the snow|snow-covered',
        fog: 'fog|foggy|mist|misty|haze|hazy',
      }),
      usual: 'clear',
    },
  },
  things: { angle, background, lighting },
};

/** The words for a plain ground: what stands before one is no place. */
export const plainGround: ReadonlySet<string> = background.values.plain ?? new Set();

/** Whether a value cannot stand in a picture with the others: the time of day does not show before a plain ground. */
export function clash(shot: Readonly<Partial<Record<ShotField, string>>>, field: ShotField, value: string): boolean {
  return field === 'lighting' && shot.background === 'plain' && value in timeOfDay.values;
}
