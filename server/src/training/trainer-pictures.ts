import { readHeader } from '../images/header/read.ts';
import { isHeader } from '../images/header/types.ts';
import { isVideo } from '../images/video/facts.ts';
import { readVideo } from '../images/video/read.ts';
import type { Clip, Picture } from '../trainers/files/files.ts';
import { answer, type Outcome, stops } from '../trainers/trainer-error.ts';
import type { FileReader } from '../workspace/workspace.ts';

/** An image as its header tells it. */
export async function pictureOf(file: FileReader, place: string): Promise<Outcome<Picture>> {
  const header = await readHeader(file, place);
  if (!isHeader(header)) return stops('UnidentifiedImageError', place);
  const { width, height, exifOrientation, hasAlpha, damage } = header;
  return answer({ width, height, orientation: exifOrientation, hasAlpha, truncated: damage === 'truncated' });
}

/**
 * A video as its container tells it. Null where that is not sure to be what the trainer decodes: frames that are not counted one by one,
 * pixels that lie on their side, containers that are not read.
 */
export async function clipOf(file: FileReader): Promise<Outcome<Clip | null>> {
  const facts = await readVideo(file);
  if (!isVideo(facts) || facts.container !== 'mp4' || facts.turned || facts.frames === null) return answer(null);
  const { width, height, frames, rate } = facts;
  return answer({ width, height, frames, fps: rate });
}
