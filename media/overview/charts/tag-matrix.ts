import { number, percent, t } from '../l10n.ts';
import type { ChartTable } from '../parts/data-chart.ts';
import type { ChartOption } from '../parts/echarts.ts';
import type { ChartTheme } from '../parts/theme.ts';
import type { Matrix } from './matrix-order.ts';

/** Share of the captions with the row's tag that also have the column's, 0 to 1. */
const shareOf = ({ counts }: Matrix, row: number, column: number): number =>
  counts[row][row] === 0 ? 0 : counts[row][column] / counts[row][row];

/** The picture: a square per pair, the stronger its colour the more often both stand together. Cells in row order. */
export function matrixOption(matrix: Matrix, theme: ChartTheme, width: number): ChartOption {
  const { tags, counts } = matrix;
  const narrow = width < 520;
  // Pixels of the names, and of the scale above.
  const [left, bottom, top] = [narrow ? 92 : 140, narrow ? 68 : 92, 36];
  const label = { color: theme.muted, fontSize: 10, interval: 0, overflow: 'truncate' as const };
  const axis = {
    type: 'category' as const,
    data: [...tags],
    axisLine: { show: false },
    axisTick: { show: false },
    splitArea: { show: false },
  };
  return {
    grid: { left, right: 8, top, bottom, outerBoundsMode: 'none' },
    tooltip: {
      trigger: 'item',
      formatter: (params) => {
        const { dataIndex } = Array.isArray(params) ? params[0] : params;
        const [row, column] = [Math.floor(dataIndex / tags.length), dataIndex % tags.length];
        if (row === column) return `${tags[row]}\n${t('{0} captions', number(counts[row][row]))}`;
        return [
          `${tags[row]} + ${tags[column]}`,
          t('{0} captions', number(counts[row][column])),
          t('{0} of those with {1}', percent(shareOf(matrix, row, column), 0), tags[row]),
        ].join('\n');
      },
    },
    xAxis: { ...axis, axisLabel: { ...label, rotate: 60, width: bottom - 4 } },
    yAxis: { ...axis, inverse: true, axisLabel: { ...label, width: left - 12 } },
    visualMap: {
      type: 'continuous',
      min: 0,
      max: 1,
      dimension: 2,
      inRange: { color: [theme.background, theme.series] },
      orient: 'horizontal',
      right: 8,
      top: 0,
      itemWidth: 10,
      itemHeight: 96,
      text: [percent(1, 0), percent(0, 0)],
      textStyle: { color: theme.muted, fontSize: 10 },
      hoverLink: false,
    },
    series: [
      {
        type: 'heatmap',
        data: tags.flatMap((_, row) => tags.map((_, column) => [column, row, shareOf(matrix, row, column)])),
        itemStyle: { borderColor: theme.background, borderWidth: 1 },
        emphasis: { itemStyle: { borderColor: theme.text, borderWidth: 2 } },
      },
    ],
  };
}

/** The same data in words: the shares, row by row. */
export function matrixTable(matrix: Matrix): ChartTable {
  return {
    head: [t('Tag'), ...matrix.tags],
    rows: matrix.tags.map((tag, row) => [
      tag,
      ...matrix.tags.map((_, column) => percent(shareOf(matrix, row, column), 0)),
    ]),
  };
}
