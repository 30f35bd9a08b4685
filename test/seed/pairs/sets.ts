import type { Audit } from '../../../server/src/report/audit.ts';
import type { SettingsLayer } from '../../../server/src/settings/settings.ts';
import type { MarkedImage } from '../../support/marked.ts';
import { makePictures } from '../../support/pictures.ts';
import { greyPng } from '../../support/png.ts';
import { auditFiles, changesBytes } from '../sets.ts';

/** What a caption says of its picture. */
export interface Said {
  readonly place: string;
  readonly view: string;
  readonly light: string;
  readonly pose: string;
  readonly wear: string;
  readonly face: string;
  readonly look: string;
}

/** A subject with words of its own, as one trainer's users write it down. */
export interface Subject {
  readonly trigger: string;
  readonly classWord: string;
  readonly said: (n: number) => Said;
  readonly write: (head: string, said: Said, n: number) => string;
  /** Path of picture `n` from the root, without ending. */
  readonly stem: (n: number) => string;
  readonly caption: '.txt' | '.caption';
}

const turn = (list: readonly string[], n: number, step: number): string =>
  list[(n * step + Math.floor(n / list.length)) % list.length] ?? '';

const tagsOf = (head: string, said: Said, n: number): string => {
  const tags = [said.place, said.view, said.light, said.pose, said.wear, said.face, said.look].filter(
    (tag) => tag !== '',
  );
  const from = n % tags.length;
  return [head, ...tags.slice(from), ...tags.slice(0, from)].filter((tag) => tag !== '').join(', ');
};

/** A dog, in sentences; days of a journey in folders of their own. */
export const dog: Subject = {
  trigger: 'zorvex',
  classWord: 'dog',
  caption: '.txt',
  stem: (n) => `photos/trip ${1 + (n % 3)}/IMG_${4100 + n}`,
  said: (n) => ({
    place: turn(
      [
        'on a sandy beach',
        'in a pine forest',
        'in a small kitchen',
        'in a city park',
        'on a mountain trail',
        'beside a river',
        'in a parking lot',
      ],
      n,
      3,
    ),
    view: turn(['close-up of its head', 'full body', 'seen from the side', 'seen from above', 'wide shot'], n, 2),
    light: turn(['at sunset', 'in the rain', 'on a bright day', 'at night', 'in thick fog'], n, 3),
    pose: turn(['runs', 'sits', 'sleeps', 'jumps', 'stands', 'lies down'], n, 5),
    wear: turn(['a leather collar', 'a striped bandana', 'a harness', 'a knitted sweater', 'nothing'], n, 1),
    face: turn(['mouth open', 'tongue out', 'eyes closed', 'ears up'], n, 3),
    look: turn(['wet fur', 'muddy paws', 'a long tail', 'brown fur'], n, 1),
  }),
  write: (head, { place, view, light, pose, wear, face, look }, n) =>
    [
      `${head} ${pose} ${place} ${light}, ${view}, with ${wear}, ${face} and ${look}.`,
      `A photo, ${view}: ${light}, ${head} ${pose} ${place}. It wears ${wear}, ${face}; ${look}.`,
      `${place} we see ${head}. It ${pose} ${light} (${view}), wears ${wear} and has ${look}, ${face}.`,
      `With ${wear} and ${look}, ${head} ${pose} ${light} ${place}; ${view}, ${face}.`,
    ][n % 4] ?? '',
};

/** A man, in tags with marks of drawings; captions end in .caption. */
export const man: Subject = {
  trigger: 'tavrik',
  classWord: 'man',
  caption: '.caption',
  stem: (n) => `img/12_tavrik man/p${n}`,
  said: (n) => ({
    place: turn(['train station', 'rooftop', 'bookstore', 'hospital', 'desert', 'harbor', 'gym', 'wheat field'], n, 3),
    view: turn(['bust', 'wide shot', 'knee shot', 'from below', 'profile', 'back view'], n, 5),
    light: turn(['dawn', 'neon lights', 'overcast', 'candlelight', 'noon', 'moonlight'], n, 1),
    pose: turn(['leaning', 'crouching', 'arms crossed', 'climbing', 'waving', 'kneeling', 'pointing'], n, 2),
    wear: turn(['trench coat', 'tank top', 'suit', 'cardigan', 'vest', 'raincoat', 'denim jacket'], n, 4),
    face: turn(['grin', 'scowl', 'crying', 'laughing', 'yawning'], n, 2),
    look: 'short black hair',
  }),
  write: (head, said, n) => tagsOf(head, said, n),
};

/** A girl of a drawn series, in tags with underscores. */
export const girl: Subject = {
  trigger: 'kaelith',
  classWord: '1girl',
  caption: '.txt',
  stem: (n) => `drawn/${n % 2 ? 'part_b' : 'part_a'}/k${n}`,
  said: (n) => ({
    place: turn(
      ['classroom', 'shrine', 'poolside', 'rooftop', 'convenience store', 'bamboo forest', 'train interior'],
      n,
      2,
    ),
    view: turn(['cowboy shot', 'upper body', 'full body', 'from behind', 'portrait', 'from side'], n, 1),
    light: turn(['sunset', 'night', 'day', 'snowing', 'backlighting'], n, 2),
    pose: turn(['sitting', 'standing', 'running', 'lying', 'jumping', 'squatting'], n, 5),
    wear: turn(['serafuku', 'yukata', 'swimsuit', 'pajamas', 'hoodie', 'apron', 'armor', 'cape'], n, 3),
    face: turn(['smile', 'pout', 'closed mouth', 'blush', 'wink'], n, 3),
    look: 'silver hair',
  }),
  write: (head, said, n) => tagsOf(head, said, n),
};

/** How a set departs from a sound one. */
export interface Pair {
  readonly subject: Subject;
  readonly size?: number;
  /** What the captions say; gets what a sound one says. */
  readonly said?: (n: number, said: Said) => Said;
  /** The head of each caption; the trigger and the class word without it. */
  readonly head?: (n: number) => string;
  readonly text?: (n: number, text: string) => string | null;
  readonly image?: (n: number) => Partial<MarkedImage>;
  readonly ending?: (n: number) => string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Pictures of further files, as marked folders describe them. */
  readonly pictures?: Readonly<Record<string, Partial<MarkedImage>>>;
  /** The configuration, by file. */
  readonly run?: Readonly<Record<string, string>>;
  readonly settings?: SettingsLayer;
}

/** Audits a set with all that it holds. */
export async function auditPair(pair: Pair): Promise<Audit> {
  const { subject, size = 36 } = pair;
  const files = new Map<string, string | Uint8Array>();
  const images = new Map<string, MarkedImage>();
  for (let n = 0; n < size; n++) {
    const head = pair.head?.(n) ?? `${subject.trigger} ${subject.classWord}`;
    const said = pair.said?.(n, subject.said(n)) ?? subject.said(n);
    const sound = subject.write(head, said, n).replace(/\s+/g, ' ').trim();
    const text = pair.text ? pair.text(n, sound) : sound;
    if (text !== null) files.set(`${subject.stem(n)}${subject.caption}`, text);
    const picture = { width: 1024, height: 1152, words: [], ...pair.image?.(n) };
    images.set(`${subject.stem(n)}${pair.ending?.(n) ?? '.png'}`, picture);
  }
  for (const [file, picture] of Object.entries(pair.pictures ?? {}))
    images.set(file, { width: 1024, height: 1152, words: [], ...picture });
  const special = new Map([...images].filter(([, { words }]) => words.some(changesBytes)));
  const made = await makePictures(special);
  let shade = 0;
  for (const [file, { width, height, words }] of images) {
    const same = words.find((word) => word.startsWith('same:'))?.slice('same:'.length);
    const own = made.get(file) ?? greyPng(width, height, ++shade);
    files.set(file, same === undefined ? own : (files.get(same) ?? own));
  }
  for (const [file, content] of Object.entries({ ...pair.files, ...pair.run })) files.set(file, content);
  return auditFiles(files, images, pair.settings);
}
