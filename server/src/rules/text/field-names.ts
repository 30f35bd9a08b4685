import { editDistance } from '../../tags/edit-distance.ts';

/** The names among some that are usual ones with a slip, by these. */
export function slipsOf(
  absent: readonly string[],
  own: readonly string[],
  usual: readonly string[],
): ReadonlyMap<string, string> {
  return new Map(
    absent.flatMap((field) => {
      const slip = own.find((name) => !usual.includes(name) && (isSlipOf(name, field) || isOtherName(name, field)));
      return slip === undefined ? [] : [[field, slip] as const];
    }),
  );
}

/** Whether a name of a field is another with a slip. */
const isSlipOf = (own: string, field: string): boolean =>
  editDistance(own, field, field.length > slipLetters ? 2 : 1) <= (field.length > slipLetters ? 2 : 1);
/** Endings that make no other name of a field: "deck" and "decking", "cloth" and "clothes". */
const endings = /^(?:s|es|ing|ings|ed|er|y|type|style)$/;
const shortestName = 4;
/** Names that forms have for one field. */
const names = [
  ['setting', 'location', 'place', 'scene', 'where'],
  ['view', 'angle', 'camera', 'camera angle', 'viewpoint', 'perspective'],
  ['light', 'lighting', 'illumination'],
  ['clothes', 'clothing', 'outfit', 'attire', 'garments', 'wearing'],
  ['colour', 'color', 'hue'],
  ['time', 'time of day', 'daytime', 'hour'],
  ['mood', 'atmosphere', 'feeling'],
  ['pose', 'posture', 'stance'],
  ['expression', 'emotion', 'face'],
  ['action', 'activity', 'doing'],
  ['framing', 'shot', 'shot type', 'crop'],
  ['background', 'backdrop'],
  ['person', 'people', 'figures'],
  ['note', 'notes', 'remark', 'comment'],
];

/** Whether two names of fields are one in other words. */
function isOtherName(own: string, field: string): boolean {
  if (names.some((one) => one.includes(own) && one.includes(field))) return true;
  const [short, long] = own.length < field.length ? [own, field] : [field, own];
  return short.length >= shortestName && long.startsWith(short) && endings.test(long.slice(short.length));
}

/** Letters of a name up to which one edit is a slip, and two make another word. */
const slipLetters = 5;
