import { number, t } from '../l10n.ts';
import type { ChartTable } from '../parts/data-chart.ts';
import type { ChartOption } from '../parts/echarts.ts';
import type { ChartTheme } from '../parts/theme.ts';
import { sizeRange } from './size-range.ts';

/** Images of one size. */
export interface SizePoint {
  readonly width: number;
  readonly height: number;
  readonly images: number;
  /** Number of one of them in the report. */
  readonly index: number;
}

interface Sized {
  readonly width: number | null;
  readonly height: number | null;
}

/** Puts images of the same size together. */
export function sizePoints(images: readonly Sized[]): SizePoint[] {
  const points = new Map<string, SizePoint>();
  images.forEach(({ width, height }, index) => {
    if (width === null || height === null) return;
    const key = `${width}×${height}`;
    const point = points.get(key);
    points.set(key, { width, height, index: point?.index ?? index, images: (point?.images ?? 0) + 1 });
  });
  return [...points.values()];
}

/** Whether an image has fewer pixels than the square the model is trained at: the trainer has to enlarge it. */
export const isSmall = (width: number, height: number, target: number): boolean => width * height < target * target;

/**
 * The picture: a point per size, the model's square, and lines of equal shape. Both axes have the same scale, so that
 * a square looks like one.
 * @param box size of the picture in CSS pixels
 */
export function resolutionOption(
  points: readonly SizePoint[],
  target: number,
  theme: ChartTheme,
  compact: boolean,
  box: { readonly width: number; readonly height: number },
): ChartOption {
  const space = compact ? { left: 4, right: 4, top: 4, bottom: 4 } : { left: 48, right: 32, top: 24, bottom: 40 };
  const plotWidth = Math.max(1, box.width - space.left - space.right);
  const plotHeight = Math.max(1, box.height - space.top - space.bottom);
  const { x, y, interval } = sizeRange(points, target, plotWidth, plotHeight);
  const axis = {
    type: 'value',
    interval,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: theme.line } },
    axisLabel: { show: !compact, color: theme.muted, hideOverlap: true, showMaxLabel: false },
    splitLine: { lineStyle: { color: theme.grid, opacity: 0.25 } },
    nameTextStyle: { color: theme.muted },
  } as const;
  const series = (name: string, small: boolean, color: string, symbol: string) =>
    ({
      type: 'scatter',
      name,
      symbol,
      symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) =>
        Math.min(28, (compact ? 5 : 8) + 3 * Math.log2(shown[Number(small)][dataIndex].images)),
      itemStyle: { color, opacity: 0.75, borderColor: theme.surface, borderWidth: 1 },
      label: {
        show: !compact,
        position: 'right',
        color: theme.text,
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const { images } = shown[Number(small)][dataIndex];
          return images > 1 ? number(images) : '';
        },
      },
      labelLayout: { hideOverlap: true },
      data: shown[Number(small)].map(({ width, height }) => [width, height]),
    }) as const;
  const shown = [false, true].map((small) =>
    points.filter(({ width, height }) => isSmall(width, height, target) === small),
  );
  const shapes: [number, string][] = [
    [1, '1:1'],
    [2 / 3, '2:3'],
    [3 / 2, '3:2'],
  ];
  return {
    grid: { ...space, outerBoundsMode: 'none' },
    tooltip: {
      trigger: 'item',
      formatter: (params) => {
        const { dataIndex, seriesIndex } = Array.isArray(params) ? params[0] : params;
        const point = shown[seriesIndex ?? 0]?.[dataIndex];
        return point ? `${point.width} × ${point.height}\n${t('Images')}: ${number(point.images)}` : '';
      },
    },
    xAxis: {
      ...axis,
      min: x.from,
      max: x.to,
      ...(compact ? {} : { name: t('Width (pixels)'), nameLocation: 'middle', nameGap: 24 }),
    },
    yAxis: {
      ...axis,
      min: y.from,
      max: y.to,
      ...(compact
        ? {}
        : {
            name: t('Height (pixels)'),
            nameLocation: 'end',
            nameGap: 8,
            nameTextStyle: { color: theme.muted, align: 'left' },
          }),
    },
    series: [
      {
        ...series('enough', false, theme.series, 'circle'),
        markArea: {
          silent: true,
          itemStyle: { color: 'transparent', borderColor: theme.text, borderWidth: 1, borderType: 'dashed' },
          label: { show: false },
          data: [[{ coord: [x.from, y.from] }, { coord: [target, target] }]],
        },
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: theme.muted, type: 'dotted', width: 1, opacity: 0.6 },
          label: { show: !compact, color: theme.muted, formatter: '{b}' },
          data: shapes.flatMap(([ratio, name]) => {
            // The part of the line of one shape that lies in sight, by its height.
            const [low, high] = [Math.max(y.from, x.from / ratio), Math.min(y.to, x.to / ratio)];
            return low < high ? [[{ name, coord: [low * ratio, low] }, { coord: [high * ratio, high] }]] : [];
          }),
        },
      },
      series('small', true, theme.warning, 'triangle'),
    ],
  };
}

/** The same data in words, the most frequent size first. */
export function resolutionTable(points: readonly SizePoint[]): ChartTable {
  return {
    head: [t('Size'), t('Images')],
    rows: [...points]
      .sort((a, b) => b.images - a.images)
      .slice(0, 500)
      .map(({ width, height, images }) => [`${width} × ${height}`, number(images)]),
  };
}
