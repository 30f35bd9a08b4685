import { readHeader } from '../images/header/read.ts';
import { isHeader } from '../images/header/types.ts';
import { isVideo } from '../images/video/facts.ts';
import { readVideo } from '../images/video/read.ts';
import type { Clip, Picture } from '../trainers/files/files.ts';
import { answer, type Outcome, stops } from '../trainers/trainer-error.ts';
import { FileProblem, type FileReader, type Workspace } from '../workspace/workspace.ts';

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

/** What a file that is opened holds; `unopened` where nobody trusts what names it. */
export async function opened<T>(
  workspace: Workspace,
  place: string,
  unopened: Outcome<T>,
  read: (file: FileReader) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  try {
    const file = await workspace.open(place);
    try {
      return await read(file);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isClosed(error)) return unopened;
    const reason = error instanceof FileProblem ? error.reason : String(error);
    return stops(reason === 'EISDIR' ? 'IsADirectoryError' : 'FileNotFoundError', place);
  }
}

/** Not opened, because nobody trusts what names it: nothing can be said of it. */
export function isClosed(error: unknown): boolean {
  return error instanceof FileProblem && error.reason === 'untrusted';
}
