/** What the container of a video says of its first picture track, without decoding a frame. */
export interface VideoFacts {
  readonly container: 'mp4' | 'webm';
  /** Pixels as shown, after the rotation the container asks for. */
  readonly width: number;
  readonly height: number;
  /** The pixels are stored lying on their side: who decodes them without the rotation sees width and height swapped. */
  readonly turned: boolean;
  /** Seconds; null when the container does not say. */
  readonly duration: number | null;
  /** Frames; null when the container does not say, or cuts some of them away by an edit list. Of a WebM worked out of its length. */
  readonly frames: number | null;
  /** Frames per second on average; null when it cannot be told. */
  readonly rate: number | null;
  /** Name of the codec as the container writes it (`avc1`, `V_VP9` …); null when there is none. */
  readonly codec: string | null;
}

/** Why nothing could be said: no video of these containers, cut off before the facts, or no picture track. */
export type VideoProblem = { readonly problem: 'not-a-video' | 'truncated' | 'no-picture-track' };

/** Tells the two kinds of result apart. */
export const isVideo = (result: VideoFacts | VideoProblem): result is VideoFacts => 'container' in result;
