import type { Axis } from '../data/axis.ts';
import { AXES } from '../data/prose-axes.ts';
import type { Opposed } from '../opposed/clash.ts';
import { changesWithTime } from '../opposed/set-apart.ts';
import { plainPhrases, spokenOf } from '../prose-axes.ts';
import type { Entity } from './entities.ts';
import type { Unit } from './units.ts';
import type { Cast } from './who.ts';

interface Said {
  readonly value: string;
  /** Null where it is said of the whole scene. */
  readonly who: Entity | null;
  /** Two tags have pairs of their own. */
  readonly isTag: boolean;
  readonly start: number;
  readonly end: number;
}

/** Two phrases that give one axis two values, said of one and the same or of the scene: whoever else is in the caption. */
export function axesTwice(
  text: string,
  units: readonly Unit[],
  castOf: () => Cast,
  isApart: (a: number, b: number) => boolean,
  around: (at: number) => string,
): Opposed | null {
  for (const axis of AXES()) {
    const spoken = spokenOf(text, axis);
    if (spoken.length < 2 || (/^(?:time|season)$/.test(axis.group) && changesWithTime(text))) continue;
    const cast = castOf();
    const said = spoken
      .flatMap(([value, pattern]) =>
        [...plainPhrases(text, pattern, axis)].flatMap(({ start, end }) => whoOf(axis, units, cast, value, start, end)),
      )
      .sort((x, y) => x.start - y.start);
    for (const [at, b] of said.entries())
      for (const a of said.slice(0, at)) {
        if (a.who !== b.who || (a.isTag && b.isTag) || a.end > b.start || !areApart(axis, a.value, b.value)) continue;
        if (
          [a, b].some(({ start }) => axis.unless?.test(around(start)) === true) ||
          (!ofPicture.has(axis.group) && isApart(a.start, b.start))
        )
          continue;
        return { a, b, group: axis.group };
      }
  }
  return null;
}

/** Groups of what the picture is itself. */
const ofPicture: ReadonlySet<string> = new Set(['colour mode', 'style', 'framing', 'angle']);

const areApart = ({ apart }: Axis, a: string, b: string): boolean =>
  a !== b && (apart === undefined || apart.includes(`${a} ${b}`) || apart.includes(`${b} ${a}`));

/** Of whom a phrase says it; nothing where that may be somebody else. */
function whoOf(axis: Axis, units: readonly Unit[], cast: Cast, value: string, start: number, end: number): Said[] {
  const unit = units.find((one) => one.start <= start && start < one.end);
  // "short sleeves, green hair"
  if (unit === undefined || end > unit.end) return [];
  const isTag = unit.kind === 'tag';
  if (axis.of === undefined) return [{ value, who: null, isTag, start, end }];
  const who = unit.kind === 'clause' ? cast.at(start, end) : cast.topic;
  if (who === null || who.isSeveral || (axis.of !== 'topic' && isThing(who))) return [];
  return [{ value, who, isTag, start, end }];
}

/** A vase stands where it sits. */
const isThing = ({ kind }: Entity): boolean => kind === 'thing';
