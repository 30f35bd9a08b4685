import { number, percent, t } from '../l10n.ts';
import type { ChartTable } from '../parts/data-chart.ts';
import type { ChartOption } from '../parts/echarts.ts';
import type { ChartTheme } from '../parts/theme.ts';

/** Captions with both tags of a row and a column; the diagonal holds the captions with the tag. */
export interface Matrix {
  readonly tags: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

/** Share of the captions with the row's tag that also have the column's, 0 to 1. */
const shareOf = ({ counts }: Matrix, row: number, column: number): number =>
  counts[row][row] === 0 ? 0 : counts[row][column] / counts[row][row];

const shorten = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;

/** The picture: a square per pair, the stronger its colour the more often both stand together. Cells in row order. */
export function matrixOption(matrix: Matrix, theme: ChartTheme, width: number): ChartOption {
  const { tags, counts } = matrix;
  const narrow = width < 520;
  const label = { color: theme.muted, fontSize: 10, interval: 0 };
  const shortened = (length: number) => (tag: string) => shorten(tag, length);
  const axis = {
    type: 'category' as const,
    data: [...tags],
    axisLine: { show: false },
    axisTick: { show: false },
    splitArea: { show: false },
  };
  return {
    grid: { left: narrow ? 80 : 136, right: 8, top: 8, bottom: narrow ? 64 : 88, outerBoundsMode: 'none' },
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
    xAxis: { ...axis, axisLabel: { ...label, rotate: 60, formatter: shortened(narrow ? 10 : 16) } },
    yAxis: { ...axis, inverse: true, axisLabel: { ...label, formatter: shortened(narrow ? 13 : 22) } },
    visualMap: { show: false, min: 0, max: 1, dimension: 2, inRange: { color: [theme.background, theme.series] } },
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
