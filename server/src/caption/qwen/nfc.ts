import { once } from '../../ground/once.ts';

/** A character with the marks and Hangul letters that can be composed with it. */
const cluster = once(() => /[^\p{M}\u1161-\u11ff][\p{M}\u1161-\u11ff]*|[\p{M}\u1161-\u11ff]+/gsu);

/**
 * For each UTF-16 unit of the NFC form the offset in the original at which the character it came from begins; one more entry for the end.
 * @param normal `original.normalize('NFC')`
 */
export function alignNfc(original: string, normal: string): number[] {
  const offsets: number[] = [];
  for (const match of original.matchAll(cluster())) {
    const composed = match[0].normalize('NFC');
    if (composed === match[0]) for (let i = 0; i < composed.length; i++) offsets.push(match.index + i);
    else for (let i = 0; i < composed.length; i++) offsets.push(match.index);
  }
  // Characters that compose across what was taken for their bounds: the last of them stand at the end.
  while (offsets.length < normal.length) offsets.push(original.length);
  offsets.length = normal.length;
  offsets.push(original.length);
  return offsets;
}
