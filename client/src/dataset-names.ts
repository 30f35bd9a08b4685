const imageName = /\.(?:png|jpe?g|webp|bmp|avif|jxl)$/i;
const captionName = /\.(?:txt|caption)$/i;
const stem = (name: string): string => name.slice(0, name.lastIndexOf('.'));

/** Whether the names of a folder are those of a dataset: an image and a text of one name. */
export function holdsCaptions(names: readonly string[]): boolean {
  const images = new Set(names.filter((name) => imageName.test(name)).map(stem));
  return names.some((name) => captionName.test(name) && images.has(stem(name)));
}
