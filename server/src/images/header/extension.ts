import type { ImageFormat } from './types.ts';

const FORMATS: Record<string, readonly ImageFormat[]> = {
  jpg: ['jpeg'],
  jpeg: ['jpeg'],
  jpe: ['jpeg'],
  jfif: ['jpeg'],
  png: ['png'],
  apng: ['png'],
  webp: ['webp'],
  gif: ['gif'],
  bmp: ['bmp'],
  dib: ['bmp'],
  tif: ['tiff'],
  tiff: ['tiff'],
  avif: ['avif'],
  heic: ['heif'],
  heif: ['heif', 'avif'],
};

/** Whether the extension of a name stands for the format; unknown extensions claim nothing and therefore fit. */
export function extensionFits(fileName: string, format: ImageFormat): boolean {
  const extension = /\.([^.\\/]+)$/.exec(fileName)?.[1]?.toLowerCase();
  const formats = extension === undefined ? undefined : FORMATS[extension];
  return formats === undefined || formats.includes(format);
}
