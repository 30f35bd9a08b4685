import type { BoolReader } from './bool-reader.ts';

/** Probabilities of tokens by kind of block (4), band (8), context (3) and node of the tree (11), flat. */
export type TokenProbabilities = Uint8Array;

const NODES = 11;
/** The code of '0', and the probability of what next to never happens. */
const ZERO = 48;
const NEVER = 255;

/** The band of each coefficient of a block in zigzag order; the last is never used. */
export const BANDS: readonly number[] = [0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 0];

/** Probabilities of the bits that follow the tokens of larger values: 5–6, 7–10, 11–18, 19–34, 35–66 and more. */
export const LARGE_VALUES: readonly (readonly number[])[] = [
  [159],
  [165, 145],
  [173, 148, 140],
  [176, 155, 140, 135],
  [180, 157, 141, 134, 130],
  [254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129],
];

/** Reads the probabilities of a frame: each is the default one (RFC 6386, section 13.5) or given anew (13.4). */
export function tokenProbabilities(reader: BoolReader): TokenProbabilities {
  const probabilities = new Uint8Array(UPDATES.length * NODES);
  for (let row = 0; row < UPDATES.length; row++) {
    for (let node = 0; node < NODES; node++) {
      const isGiven = reader.bit(NEVER - ((UPDATES[row]!.charCodeAt(node) || ZERO) - ZERO));
      probabilities[row * NODES + node] = isGiven ? reader.number(8) : DEFAULTS[row * ROW + node]!;
    }
  }
  return probabilities;
}

/** Default probabilities, a row of twelve bytes for each kind, band and context; the last byte is none. */
// biome-ignore format: a row is a row of the standard's table
const DEFAULTS: Uint8Array = Buffer.from(
  'gICAgICAgICAgIAA' +
  'gICAgICAgICAgIAA' +
  'gICAgICAgICAgIAA' +
  '/Yj+/+TbgICAgIAA' +
  'vYHy/+PV/9uAgIAA' +
  'an7j/NbR//+AgIAA' +
  'AWL4/+zi//+AgIAA' +
  'tYXu/t3q/5qAgIAA' +
  'TobK98a0/9uAgIAA' +
  'Abn5//P/gICAgIAA' +
  'uJb3/+zggICAgIAA' +
  'TW7Y/+zmgICAgIAA' +
  'AWX7//H/gICAgIAA' +
  'qovx/OzR//+AgIAA' +
  'JXTE8+T///+AgIAA' +
  'Acz+//X/gICAgIAA' +
  'z6D6/+6AgICAgIAA' +
  'Zmfn/9OrgICAgIAA' +
  'AZj8//D/gICAgIAA' +
  'sYfz/+rhgICAgIAA' +
  'UIHT/8LggICAgIAA' +
  'AQH/gICAgICAgIAA' +
  '9gH/gICAgICAgIAA' +
  '/4CAgICAgICAgIAA' +
  'xiPt38G7oqCRmz4A' +
  'gy3G3ayw3J383QEA' +
  'RC+S0JWn3aL/34AA' +
  'AZXx/93g//+AgIAA' +
  'uI3q/d7c/8eAgIAA' +
  'UWO18rC++cr//4AA' +
  'AYHo/dbF8sT//4AA' +
  'Y3nS+snG/8qAgIAA' +
  'F1uj8qq799L//4AA' +
  'Acj2/+r/gICAgIAA' +
  'bbLx/+f1//+AgIAA' +
  'LILJ/c3A//+AgIAA' +
  'AYTv+9vR/6WAgIAA' +
  'Xojh+9q+//+AgIAA' +
  'FmSu9bqh/8eAgIAA' +
  'Abb5/+jrgICAgIAA' +
  'fI/x/+PqgICAgIAA' +
  'I021+8HT/82AgIAA' +
  'AZ33/+zn//+AgIAA' +
  'eY3r/+Hj//+AgIAA' +
  'LWO8+8PZ/+CAgIAA' +
  'AQH7/9X/gICAgIAA' +
  'ywH4//+AgICAgIAA' +
  'iQGx/+D/gICAgIAA' +
  '/Qn4+8/Q/8CAgIAA' +
  'rw3g88G5+cb//4AA' +
  'SRGr3aGz7Kf/6oAA' +
  'AV/3/dS3//+AgIAA' +
  '71r0+tPR//+AgIAA' +
  'm03D+LzD//+AgIAA' +
  'ARjv+9rb/82AgIAA' +
  'yTPb/8S6gICAgIAA' +
  'RS6+78na/+SAgIAA' +
  'Ab/7//+AgICAgIAA' +
  '36X5/9X/gICAgIAA' +
  'jXz4//+AgICAgIAA' +
  'ARD4//+AgICAgIAA' +
  'viTm/+z/gICAgIAA' +
  'lQH/gICAgICAgIAA' +
  'AeL/gICAgICAgIAA' +
  '98D/gICAgICAgIAA' +
  '8ID/gICAgICAgIAA' +
  'AYb8//+AgICAgIAA' +
  '1T76//+AgICAgIAA' +
  'N13/gICAgICAgIAA' +
  'gICAgICAgICAgIAA' +
  'gICAgICAgICAgIAA' +
  'gICAgICAgICAgIAA' +
  'yhjV67q/3KDwr/8A' +
  'fia26Km45K7/u4AA' +
  'PS6K25ey8Kr/2IAA' +
  'AXDm+se/95///4AA' +
  'pm3k/NPX/66AgIAA' +
  'J02i6Ky09bL//4AA' +
  'ATTc9sbH+dz//4AA' +
  'fEq/87fB+t3//4AA' +
  'GEeC25qq87b//4AA' +
  'Abbh+dvw/+CAgIAA' +
  'lZbi/NjN/6uAgIAA' +
  'HGyq8rfC/t///4AA' +
  'AVHm/MzL/8CAgIAA' +
  'e2bR97zE/+mAgIAA' +
  'FF+Z86St/8uAgIAA' +
  'Ad74/9jVgICAgIAA' +
  'qK/2/OvN//+AgIAA' +
  'L3TX/9PU//+AgIAA' +
  'AXns/dTW//+AgIAA' +
  'jVTV/MnK/9uAgIAA' +
  'KlCg8KK5/82AgIAA' +
  'AQH/gICAgICAgIAA' +
  '9AH/gICAgICAgIAA' +
  '7gH/gICAgICAgIAA',
  'base64',
);
const ROW = NODES + 1;

/**
 * How probable it is that a probability is not given anew, as the difference from 255 in characters from '0' on, up to the last that is
 * not 255: a row for each kind, band and context.
 */
// biome-ignore format: a line is a band of the standard's table
const UPDATES: readonly string[] = (
    '   9 P>3 622 0;3 E11 2 091 @21 101 071 401  021 411 101 01201 50101 1    ' +
    'V N3>2001 E5>52021 01 P11 A211 071 61  02 81  021 3  011 2  012 5 1    ' +
    'u45 E4;1 44<2101 021 C21 42211 011 111  01 11 1  1           ' +
    '7 5131 7162 022 922 31411 013 712 2011 041 :41 221 042 321 01 03 601 001 002 5   1 '
).split(' ');
