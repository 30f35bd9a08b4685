import type { ImageDamage } from './facts.ts';
import { type HeaderResult, isHeader } from './header/types.ts';
import type { DamageReason } from './scan-types.ts';

/**
 * What is wrong with a file: the header's word first, then the decoder's. Null when nothing is known to be.
 * @param decoded what decoding complained about; null when it did not, or was not tried
 * @param brokenAt how far down the picture is broken, in per cent of its height; null where that is not known
 */
export function damageOf(
  header: HeaderResult,
  decoded: DamageReason | null,
  brokenAt: number | null = null,
): ImageDamage | null {
  if (!isHeader(header)) return { reason: header.problem, detail: header.detected };
  // A decoder may fill in what is missing; the trainer's does not.
  if (header.damage === 'truncated') return { reason: 'truncated', detail: null };
  if (decoded !== null && decoded !== 'not-compared')
    return { reason: decoded, detail: decoded === 'corrupt' && brokenAt !== null ? String(brokenAt) : null };
  return header.damage && { reason: header.damage, detail: null };
}
