import type { AuditReport, ReportImage } from './report.ts';

/** Pixels of the longer side of a picture in a report. */
export const pictureSide = 128;
/** Pictures of one report, those of one group of duplicates, and bytes of all: a report is a file to be sent. */
const most = { pictures: 240, ofGroup: 24, bytes: 1_500_000 };
/** Pictures made at the same time. */
const atOnce = 8;

/** Small pictures by the image's file, JPEG in base64. */
export type ReportPictures = Readonly<Record<string, string>>;

/** The images of which a report has pictures, the most telling first: duplicates, then what errors and warnings are about, then others. */
export function picturedImages(report: Pick<AuditReport, 'images' | 'clusters' | 'findings'>): ReportImage[] {
  const byFile = new Map<string, ReportImage>();
  for (const image of report.images) {
    byFile.set(image.file, image);
    if (image.caption !== null && !byFile.has(image.caption)) byFile.set(image.caption, image);
  }
  const chosen = new Set<ReportImage>();
  const choose = (file: string): void => {
    const image = byFile.get(file);
    if (image && chosen.size < most.pictures) chosen.add(image);
  };
  for (const { files } of report.clusters) for (const file of files.slice(0, most.ofGroup)) choose(file);
  for (const { severity, file } of report.findings) if (severity === 'error' || severity === 'warning') choose(file);
  for (const { file } of report.images) choose(file);
  return [...chosen];
}

/**
 * Makes the pictures of a report.
 * @param make a JPEG of an image of at most {@link pictureSide} pixels; null where none can be made
 */
export async function reportPictures(
  report: Pick<AuditReport, 'images' | 'clusters' | 'findings'>,
  make: (image: ReportImage) => Promise<{ readonly bytes: Uint8Array } | null>,
): Promise<ReportPictures> {
  const pictures: Record<string, string> = {};
  const images = picturedImages(report);
  let bytes = 0;
  for (let at = 0; at < images.length && bytes < most.bytes; at += atOnce) {
    const some = images.slice(at, at + atOnce);
    const made = await Promise.all(some.map(make));
    for (const [of, picture] of made.entries()) {
      bytes += picture?.bytes.length ?? 0;
      if (picture && bytes <= most.bytes) pictures[some[of].file] = Buffer.from(picture.bytes).toString('base64');
    }
  }
  return pictures;
}
