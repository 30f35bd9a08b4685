import { median } from '../ground/numbers.ts';
import type { ImageFacts } from './facts.ts';

/** Pictures of each group from which its detail says something. */
const fewest = 5;
/** Bytes per pixel under which a file is nearly flat and says nothing about sharpness. */
const flat = 0.05;
/** Sizes of two groups, in pixels, that may be compared. */
const comparable = 2;

/**
 * Detail of the pictures of a regularization set over that of the others, from what was looked at: edges at their own size, detail of the
 * shrunken picture, and bytes per pixel where edges are not known. Null where nothing can be compared.
 */
export function regularizationDetail(own: readonly ImageFacts[], reg: readonly ImageFacts[]): number | null {
  if (reg.length < fewest) return null;
  const edges = edgeRatio(own, reg);
  // Bytes tell busy pictures from plain ones as much as sharp from smooth: they are asked only where edges were not looked at.
  const fine = edges === null ? surelyFewer(bytesRatio(own, reg)) : edges;
  const ratios = [detailRatio(own, reg), fine].filter((ratio) => ratio !== null);
  return ratios.length === 0 ? null : Math.min(...ratios);
}

function detailRatio(own: readonly ImageFacts[], reg: readonly ImageFacts[]): number | null {
  const [a, b] = [own, reg].map((group) => group.flatMap(({ look }) => (look && look.detail > 0 ? [look.detail] : [])));
  return a.length < fewest || b.length < fewest ? null : median(b) / median(a);
}

/**
 * How wide the edges of the set are over those of its regularization set: below 1 the latter is softer. Of 1,000 draws of 20
 * photographs and 20 others 1 fell below 0.7; blurred by 0.7 pixels or enlarged twice, all fell below 0.6.
 */
function edgeRatio(own: readonly ImageFacts[], reg: readonly ImageFacts[]): number | null {
  const [a, b] = [own, reg].map((group) =>
    group.flatMap(({ fineness, header }) =>
      fineness?.edge != null && header ? [{ edge: fineness.edge, pixels: header.width * header.height }] : [],
    ),
  );
  if (a.length < fewest || b.length < fewest) return null;
  const [sizeA, sizeB] = [a, b].map((group) => median(group.map(({ pixels }) => pixels)));
  if (Math.max(sizeA / sizeB, sizeB / sizeA) > comparable) return null;
  return median(a.map(({ edge }) => edge)) / median(b.map(({ edge }) => edge));
}

/** Bytes per pixel over those of the set that other pictures hardly explain: of the same draws 1 in 100 fell below 0.46. */
const fewerBytes = 0.45;

const surelyFewer = (ratio: number | null): number | null => (ratio !== null && ratio < fewerBytes ? ratio : null);

/** Smooth pictures pack better: compared within one file format and near one size only. */
function bytesRatio(own: readonly ImageFacts[], reg: readonly ImageFacts[]): number | null {
  const ratios = ['png', 'jpeg', 'webp'].flatMap((format) => {
    const [a, b] = [own, reg].map((group) =>
      group.flatMap(({ header }) => (header?.format === format ? [header] : [])),
    );
    if (a.length < fewest || b.length < fewest) return [];
    const bytes = (group: typeof a): number => median(group.map(({ bytesPerPixel }) => bytesPerPixel));
    const pixels = (group: typeof a): number => median(group.map(({ width, height }) => width * height));
    const [sizeA, sizeB] = [pixels(a), pixels(b)];
    if (bytes(a) < flat || Math.max(sizeA / sizeB, sizeB / sizeA) > comparable) return [];
    return [bytes(b) / bytes(a)];
  });
  return ratios.length === 0 ? null : Math.min(...ratios);
}
