interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** Pixels from the left or lower end of an axis to the other. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** Lines of the grid across at the most, where that is not absurd. */
const mostLines = 6;
/** Free room around the data, as a share of the largest size. */
const margin = 0.06;

/**
 * What the axes show: every size and the model's square with little room around them, one scale on both axes.
 * @param plotWidth size of the plot in CSS pixels
 */
export function sizeRange(
  points: readonly PixelSize[],
  target: number,
  plotWidth: number,
  plotHeight: number,
): { readonly x: Range; readonly y: Range; readonly interval: number } {
  const reach = (of: (point: PixelSize) => number): Range => {
    let [from, to] = [target, target];
    for (const point of points) {
      from = Math.min(from, of(point));
      to = Math.max(to, of(point));
    }
    return { from: Math.max(0, from - to * margin), to: to * (1 + margin) };
  };
  const [wide, high] = [reach(({ width }) => width), reach(({ height }) => height)];
  const scale = ({ from, to }: Range, pixels: number): number => (to - from) / pixels;
  const within = (interval: number) => {
    // Lines of the grid lie on round sizes.
    const [left, bottom] = [wide.from, high.from].map((from) => Math.floor(from / interval) * interval);
    const perPixel = Math.max(
      scale({ from: left, to: wide.to }, plotWidth),
      scale({ from: bottom, to: high.to }, plotHeight),
    );
    return {
      x: { from: left, to: left + plotWidth * perPixel },
      y: { from: bottom, to: bottom + plotHeight * perPixel },
      interval,
    };
  };
  const ranges = [64, 128, 256, 512, 1024, 2048, 4096].map(within);
  return ranges.find(({ y, interval }) => y.to - y.from <= mostLines * interval) ?? within(8192);
}
