import { decodeDetail } from './detail.ts';
import type { Look, Looked } from './difference.ts';
import type { Lay } from './lay.ts';
import { lookAt, type Trust } from './look.ts';

/** A picture that is looked at twice. */
export interface LookedPicture {
  readonly width: number;
  readonly height: number;
  readonly alpha: boolean;
  /** Packed detail. */
  readonly detail: Uint8Array;
}

/** A pair to look at, by positions in the request's pictures. */
export interface LookPair {
  readonly a: number;
  readonly b: number;
  readonly lay: Lay;
  readonly trust: Trust;
}

/** One round of second looks. */
export interface LookRequest {
  readonly pictures: readonly LookedPicture[];
  readonly pairs: readonly LookPair[];
}

/** What was found of a pair, by position in the request; pairs that are none are left out. */
export interface LookResult extends Look {
  readonly pair: number;
}

export interface LookAnswer {
  readonly looks: readonly LookResult[];
}

/** Takes a round of second looks. */
export function takeLooks({ pictures, pairs }: LookRequest): LookResult[] {
  const looked = new Map<number, Looked>();
  const picture = (i: number): Looked => {
    const known = looked.get(i);
    if (known) return known;
    const { width, height, alpha, detail } = pictures[i]!;
    const made = { print: { width, height, alpha }, detail: decodeDetail(detail) };
    looked.set(i, made);
    return made;
  };
  return pairs.flatMap(({ a, b, lay, trust }, pair): LookResult[] => {
    const look = lookAt(picture(a), picture(b), lay, trust);
    return look ? [{ pair, ...look }] : [];
  });
}
