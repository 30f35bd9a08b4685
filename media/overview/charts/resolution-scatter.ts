import { number, t } from '../l10n.ts';
import type { ChartTable } from '../parts/data-chart.ts';
import type { ChartOption } from '../parts/echarts.ts';
import type { ChartTheme } from '../parts/theme.ts';

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
  const margin = compact ? { left: 4, right: 4, top: 4, bottom: 4 } : { left: 48, right: 32, top: 24, bottom: 40 };
  const plotWidth = Math.max(1, box.width - margin.left - margin.right);
  const plotHeight = Math.max(1, box.height - margin.top - margin.bottom);
  const widest = points.reduce((most, { width }) => Math.max(most, width), target) * 1.06;
  const highest = points.reduce((most, { height }) => Math.max(most, height), target) * 1.06;
  const perPixel = Math.max(widest / plotWidth, highest / plotHeight);
  const [endX, endY] = [plotWidth * perPixel, plotHeight * perPixel];
  const interval = [256, 512, 1024, 2048, 4096].find((size) => endY / size <= 6) ?? 8192;
  const axis = {
    type: 'value',
    min: 0,
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
    grid: { ...margin, outerBoundsMode: 'none' },
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
      max: endX,
      ...(compact ? {} : { name: t('Width (pixels)'), nameLocation: 'middle', nameGap: 24 }),
    },
    yAxis: {
      ...axis,
      max: endY,
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
          data: [[{ coord: [0, 0] }, { coord: [target, target] }]],
        },
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: theme.muted, type: 'dotted', width: 1, opacity: 0.6 },
          label: { show: !compact, color: theme.muted, formatter: '{b}' },
          data: shapes.map(([ratio, name]) => [
            { name, coord: [0, 0] },
            { coord: ratio <= endX / endY ? [endY * ratio, endY] : [endX, endX / ratio] },
          ]),
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
