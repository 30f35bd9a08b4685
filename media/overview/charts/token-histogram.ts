import { number, t } from '../l10n.ts';
import type { ChartTable } from '../parts/data-chart.ts';
import type { ChartOption } from '../parts/echarts.ts';
import type { ChartTheme } from '../parts/theme.ts';
import type { TokenBin } from './token-bins.ts';

const rangeOf = ({ from, to }: TokenBin): string => `${number(from)}–${number(to)}`;

/** The picture: a bar per bin, the limit as a line, what lies beyond it in another colour and hatched. */
export function tokenOption(
  bins: readonly TokenBin[],
  limit: number | null,
  theme: ChartTheme,
  compact: boolean,
): ChartOption {
  const over = (bin: TokenBin): boolean => limit !== null && bin.from > limit;
  const width = bins[0].to;
  const last = Math.max(bins.at(-1)?.to ?? 0, limit === null ? 0 : limit + width);
  const interval = last > 600 ? 150 : last > 150 ? 75 : 25;
  return {
    grid: compact
      ? { left: 0, right: 0, top: 16, bottom: 20 }
      : { left: 8, right: 16, top: 24, bottom: 28, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'item',
      formatter: (params) => {
        const bin = bins[(Array.isArray(params) ? params[0] : params).dataIndex];
        return `${t('{0} tokens', rangeOf(bin))}\n${t('Captions')}: ${number(bin.captions)}`;
      },
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: last,
      interval,
      axisLabel: { color: theme.muted, hideOverlap: true, showMaxLabel: last % interval === 0 },
      axisLine: { lineStyle: { color: theme.line } },
      axisTick: { show: false },
      splitLine: { show: false },
      ...(compact
        ? {}
        : { name: t('Tokens'), nameLocation: 'middle', nameGap: 24, nameTextStyle: { color: theme.muted } }),
    },
    yAxis: {
      type: 'value',
      show: !compact,
      minInterval: 1,
      axisLabel: { color: theme.muted },
      splitLine: { lineStyle: { color: theme.grid, opacity: 0.25 } },
    },
    series: [
      {
        type: 'bar',
        name: t('Captions'),
        barWidth: '92%',
        data: bins.map((bin) => ({
          value: [bin.to - width / 2, bin.captions],
          itemStyle: over(bin)
            ? {
                color: theme.warning,
                borderRadius: [2, 2, 0, 0],
                decal: {
                  symbol: 'rect',
                  dashArrayX: [1, 0],
                  dashArrayY: [2, 4],
                  rotation: -Math.PI / 4,
                  color: theme.surface,
                },
              }
            : { color: theme.series, borderRadius: [2, 2, 0, 0] },
        })),
        markLine:
          limit === null
            ? undefined
            : {
                symbol: 'none',
                silent: true,
                data: [{ xAxis: limit }],
                lineStyle: { color: theme.text, type: 'dashed', width: 1 },
                label: { formatter: t('limit {0}', limit), color: theme.text, fontFamily: theme.font, distance: 4 },
              },
      },
    ],
  };
}

/** The same data in words. */
export function tokenTable(bins: readonly TokenBin[]): ChartTable {
  return { head: [t('Tokens'), t('Captions')], rows: bins.map((bin) => [rangeOf(bin), number(bin.captions)]) };
}
