import { extensionOf, isImageName, withoutExtension } from '../ground/paths.ts';

/** How a caption file belongs to the images of its folder. */
export type CaptionRole =
  /** The trainer reads it for `image`. */
  | 'main'
  /** A further caption of `image` (`1_generated.txt` beside `1.png`, or `1.caption` beside `1.txt`): not read. */
  | 'alternate'
  /** The folder has images, none of this name. */
  | 'orphan'
  /** The folder has no images at all. */
  | 'imageless';

export interface PairedCaption {
  readonly name: string;
  readonly role: CaptionRole;
  /** Name of the image it captions; null for `orphan` and `imageless`. */
  readonly image: string | null;
}

export interface PairedImage {
  readonly name: string;
  /** Name of the caption the trainer reads; null when there is none. */
  readonly caption: string | null;
}

export interface Pairing {
  readonly images: readonly PairedImage[];
  readonly captions: readonly PairedCaption[];
}

/** Text files that people keep beside images and that are no captions. */
const notCaptions = new Set(
  `readme license licence copying changelog requirements note notes todo credits index url urls link links log prompt prompts sampleprompt
sampleprompts sample_prompt sample_prompts sample-prompt sample-prompts classes labels`.split(/\s/),
);

function isNoCaption(stem: string): boolean {
  const lower = stem.toLowerCase();
  return notCaptions.has(lower) || lower.endsWith('_log') || lower.endsWith('-log');
}

/** True for a name that can be a caption file: one of the extensions (with dot, any case), not hidden, not a README. */
export function isCaptionName(name: string, extensions: readonly string[]): boolean {
  const extension = extensionOf(name).toLowerCase();
  return extensions.includes(extension) && !name.startsWith('.') && !isNoCaption(withoutExtension(name));
}

/**
 * Pairs the images and captions of one folder by name, as the trainers do: same stem, the first caption extension that
 * exists. Two images of one stem (a.png, a.jpg) share the caption. `extensions` are with dot, lower case, best first.
 */
export function pairFolder(names: readonly string[], extensions: readonly string[]): Pairing {
  const images = names.filter((name) => !name.startsWith('.') && isImageName(name)).sort();
  const captionNames = names.filter((name) => isCaptionName(name, extensions)).sort();
  const imagesByStem = new Map<string, string>();
  for (const image of images) {
    const stem = withoutExtension(image);
    if (!imagesByStem.has(stem)) imagesByStem.set(stem, image);
  }
  const captionSet = new Set(captionNames);
  const main = new Map<string, string>();
  const pairedImages = images.map((name): PairedImage => {
    const caption = captionOf(withoutExtension(name), captionSet, extensions);
    if (caption !== null && !main.has(caption)) main.set(caption, name);
    return { name, caption };
  });
  const captions = captionNames.map((name): PairedCaption => {
    const image = main.get(name);
    if (image !== undefined) return { name, role: 'main', image };
    if (images.length === 0) return { name, role: 'imageless', image: null };
    const sibling =
      imagesByStem.get(withoutExtension(name)) ?? longestPrefixImage(withoutExtension(name), imagesByStem);
    return sibling === undefined ? { name, role: 'orphan', image: null } : { name, role: 'alternate', image: sibling };
  });
  return { images: pairedImages, captions };
}

function captionOf(stem: string, captions: ReadonlySet<string>, extensions: readonly string[]): string | null {
  for (const extension of extensions) {
    if (captions.has(stem + extension)) return stem + extension;
  }
  // sd-scripts (library/train_util.py) falls back from face-crop names `name_cx_cy_w_h` to `name`.
  const parts = stem.split('_');
  if (parts.length >= 5) {
    const short = parts.slice(0, -4).join('_');
    for (const extension of extensions) if (captions.has(short + extension)) return short + extension;
  }
  return null;
}

/** The image whose stem starts this one, followed by a mark such as "_" or "-": `1_generated` belongs to `1`. */
function longestPrefixImage(stem: string, imagesByStem: ReadonlyMap<string, string>): string | undefined {
  for (let end = stem.length - 1; end > 0; end--) {
    if (!'_-.( '.includes(stem[end])) continue;
    const image = imagesByStem.get(stem.slice(0, end).trimEnd());
    // A number after the mark (`portrait_2` beside `portrait`) may be an image's own lost caption, not an alternative.
    if (image !== undefined && !/^[_\-.( ]+\d+\)?$/.test(stem.slice(end))) return image;
  }
  return undefined;
}
