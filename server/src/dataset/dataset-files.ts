import { baseName, extensionOf, isImageName, joinPath, withoutExtension } from '../ground/paths.ts';
import type { ConfiguredFiles } from '../trainers/configured.ts';
import type { TrainerProfile } from '../trainers/profiles.ts';
import type { CaptionOrigin } from '../trainers/trains.ts';
import type { IdleEntry, WhyIdle } from './idle.ts';
import { FolderLayout } from './layout.ts';
import { NearNames } from './near-miss.ts';
import { isCaptionName, pairFolder } from './pairing.ts';
import type { ListedFolder } from './scan.ts';

/** One image that trains, and the caption that trains with it. */
export interface DatasetImage {
  readonly file: string;
  /** Null: its words come from elsewhere, or from nowhere. */
  readonly caption: string | null;
  readonly origin: CaptionOrigin['from'];
}

/** One caption that trains. */
export interface DatasetCaption {
  readonly file: string;
  /** The image; null for the caption of a video, and in a dataset without any image. */
  readonly image: string | null;
  /** It is that of a video. */
  readonly isOfVideo?: true;
}

/** One folder of the dataset that holds images or captions. */
export interface DatasetFolder {
  readonly folder: string;
  readonly files: readonly string[];
  /** Those that train. */
  readonly images: readonly DatasetImage[];
  readonly captions: readonly DatasetCaption[];
  /** Those that do not, with the reason. */
  readonly idle: readonly IdleEntry[];
}

/** How the files of a dataset are told apart. */
export interface FileRules {
  /** Absolute, of any system: its last name may be a subset's. */
  readonly root: string;
  /** With dot, lower case; the first that exists beside an image is its caption. */
  readonly captionExtensions: readonly string[];
  readonly trainer?: TrainerProfile | undefined;
  /** What the configuration makes of the files; null without one. */
  readonly configured: ConfiguredFiles | null;
}

const videoName = /\.(?:mp4|webm|avi|mkv|mov|flv|wmv|m4v|mpe?g|gif)$/i;

const hasVideo = (files: readonly string[], stem: string): boolean =>
  files.some((other) => videoName.test(other) && withoutExtension(other) === stem);

/**
 * The files of a dataset as one listing found them: what trains, and what does not with the reason. The one truth of what trains: whoever
 * counts images or captions counts these.
 */
export class DatasetFiles {
  readonly folders = new Map<string, DatasetFolder>();
  readonly captions = new Map<string, DatasetCaption>();
  readonly images = new Map<string, DatasetImage>();
  readonly idle = new Map<string, IdleEntry>();
  readonly #rules: FileRules;

  constructor(folders: readonly ListedFolder[] = [], rules?: FileRules) {
    this.#rules = rules ?? { root: '', captionExtensions: [], configured: null };
    const layout = new FolderLayout(folders, this.#rules);
    for (const { folder, files } of folders) this.#add(this.#sorted(folder, files, layout));
  }

  #add(folder: DatasetFolder): void {
    if (folder.images.length + folder.captions.length + folder.idle.length === 0) return;
    for (const image of folder.images) this.images.set(image.file, image);
    for (const caption of folder.captions) this.captions.set(caption.file, caption);
    for (const entry of folder.idle) this.idle.set(entry.file, entry);
    this.folders.set(folder.folder, folder);
  }

  #sorted(folder: string, files: readonly string[], layout: FolderLayout): DatasetFolder {
    const { configured } = this.#rules;
    const sorted = configured
      ? this.#byConfiguration(folder, files, configured)
      : this.#byLayout(folder, files, layout);
    return { folder, files, ...sorted };
  }

  /** What the configuration says, file by file. */
  #byConfiguration(folder: string, files: readonly string[], configured: ConfiguredFiles): Sorted {
    const images: DatasetImage[] = [];
    const captions = new Map<string, DatasetCaption>();
    const idle: IdleEntry[] = [];
    const inFolder = files.map((name) => ({ name, file: joinPath(folder, name) }));
    const named = inFolder.some(({ file }) => configured.items.has(file) || configured.idle.has(file));
    for (const { file } of inFolder) {
      const item = configured.items.get(file);
      if (!item) continue;
      if (item.kind === 'image') images.push({ file, caption: item.caption, origin: item.origin });
      if (item.caption !== null && !captions.has(item.caption))
        captions.set(
          item.caption,
          item.kind === 'image'
            ? { file: item.caption, image: file }
            : { file: item.caption, image: null, isOfVideo: true },
        );
    }
    const near = this.#nearNames(files, images);
    for (const { name, file } of inFolder) {
      if (configured.items.has(file) || captions.has(file)) continue;
      const said = configured.idle.get(file);
      if (isImageName(name)) {
        const why: WhyIdle = configured.companions.has(file) ? 'companion' : (said ?? 'not-configured');
        if (!name.startsWith('.')) idle.push({ file, kind: 'image', why, image: null, nearMiss: null });
      } else if (said !== undefined || isCaptionName(name, this.#rules.captionExtensions)) {
        // Text of other folders is none of the dataset's business.
        if (named) idle.push(this.#idleCaption(folder, name, files, said ?? 'no-image', near));
      }
    }
    return { images, captions: [...captions.values()], idle };
  }

  /** What names and folders say, where no configuration speaks. */
  #byLayout(folder: string, files: readonly string[], layout: FolderLayout): Sorted {
    const visible = files.filter((name) => !name.startsWith('.') && isImageName(name));
    const whyOf = new Map(visible.map((name) => [name, layout.whyIdle(folder, name)]));
    const seen = files.filter((name) => (whyOf.get(name) ?? null) === null);
    const pairing = pairFolder(seen, this.#rules.captionExtensions);
    // An image and its caption name each other: one text for each path.
    const paths = new Map(seen.map((name) => [name, joinPath(folder, name)]));
    const pathOf = (name: string): string => paths.get(name) ?? joinPath(folder, name);
    const images = pairing.images.map(
      ({ name, caption }): DatasetImage => ({
        file: pathOf(name),
        caption: caption === null ? null : pathOf(caption),
        origin: caption === null ? 'nothing' : 'file',
      }),
    );
    const captions: DatasetCaption[] = [];
    const idle: IdleEntry[] = visible.flatMap((name): IdleEntry[] => {
      const why = whyOf.get(name) ?? null;
      const entry = { file: joinPath(folder, name), kind: 'image', image: null, nearMiss: null } as const;
      return why === null ? [] : [{ ...entry, why }];
    });
    const near = this.#nearNames(files, images);
    for (const { name, role, image } of pairing.captions) {
      const file = pathOf(name);
      if (role === 'main') captions.push({ file, image: image === null ? null : pathOf(image) });
      // Captions without a single image: the pictures lie elsewhere.
      else if (role === 'imageless' && !layout.hasImages)
        captions.push({ file, image: null, ...(hasVideo(files, withoutExtension(name)) ? { isOfVideo: true } : {}) });
      else if (role === 'alternate') {
        const sameStem = image !== null && withoutExtension(image) === withoutExtension(name);
        const entry = this.#idleCaption(folder, name, files, sameStem ? 'other-extension' : 'second-caption', near);
        idle.push({ ...entry, image: entry.image ?? (image === null ? null : joinPath(folder, image)) });
      } else if (visible.length > 0 || layout.isSubset(folder) || extensionOf(name).toLowerCase() === '.caption')
        idle.push(this.#idleCaption(folder, name, files, 'no-image', near));
    }
    return { images, captions, idle };
  }

  #nearNames(files: readonly string[], images: readonly DatasetImage[]): NearNames {
    const lonely = images.filter(({ caption }) => caption === null).map(({ file }) => baseName(file));
    return new NearNames(lonely, new Set(files), this.#rules.captionExtensions[0] ?? '.txt');
  }

  #idleCaption(folder: string, name: string, files: readonly string[], said: WhyIdle, near: NearNames): IdleEntry {
    const file = joinPath(folder, name);
    const stem = withoutExtension(name);
    const found = near.of(name);
    const nearMiss = found && {
      difference: found.difference,
      image: joinPath(folder, found.image),
      renamed: joinPath(folder, found.renamed),
    };
    const beside = files.find((other) => isImageName(other) && withoutExtension(other) === stem);
    const why =
      said !== 'no-image'
        ? said
        : beside !== undefined
          ? 'of-idle-image'
          : hasVideo(files, stem)
            ? 'of-video'
            : 'no-image';
    return { file, kind: 'caption', why, image: beside === undefined ? null : joinPath(folder, beside), nearMiss };
  }
}

type Sorted = Pick<DatasetFolder, 'images' | 'captions' | 'idle'>;
