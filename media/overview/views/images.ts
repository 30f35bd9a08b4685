import { html, nothing, type TemplateResult } from 'lit';
import type { ReportHead } from '../../../server/src/report/live-report.ts';
import type { ReportImage } from '../../../server/src/report/report.ts';
import {
  isSmall,
  resolutionOption,
  resolutionTable,
  type SizePoint,
  sizePoints,
} from '../charts/resolution-scatter.ts';
import { fileSize, number, percent, t } from '../l10n.ts';
import type { Column } from '../parts/data-table.ts';
import { filling, shared } from '../parts/styles.ts';
import type { ChartTheme } from '../parts/theme.ts';
import { matches, OverviewView } from '../view.ts';
import { imagesStyles } from './images-styles.ts';

/** Sizes and formats of the images, against the square the model is trained at. */
export class ImagesView extends OverviewView {
  #from: ReportHead | null = null;
  #points: readonly SizePoint[] = [];
  #formats: readonly (readonly [format: string, images: number])[] = [];
  #damage = new Map<string, string>();
  #option: (theme: ChartTheme, width: number, height: number) => ReturnType<typeof resolutionOption> = () => ({});

  protected override willUpdate(): void {
    const { report } = this.context.model;
    if (report === this.#from) return;
    this.#from = report;
    this.#points = sizePoints(report.images);
    this.#damage = new Map(report.damaged.map(({ file, reason }) => [file, reason]));
    const formats = new Map<string, number>();
    for (const { format } of report.images) if (format !== null) formats.set(format, (formats.get(format) ?? 0) + 1);
    this.#formats = [...formats].sort((a, b) => b[1] - a[1]);
    this.#option = (theme, width, height) =>
      resolutionOption(this.#points, report.settings.resolution, theme, false, { width, height });
  }

  readonly #columns: readonly Column<ReportImage>[] = [
    {
      id: 'file',
      title: t('Image'),
      width: 'minmax(0, 1fr)',
      value: ({ file }) => file,
      cell: ({ file }) => this.fileLink(file, true),
    },
    {
      id: 'size',
      title: t('Size'),
      width: '112px',
      align: 'end',
      value: ({ width, height }) => (width === null || height === null ? null : width * height),
      cell: (image) => this.#size(image),
    },
    {
      id: 'aspect',
      title: t('Aspect'),
      width: '64px',
      align: 'end',
      value: ({ width, height }) => (width === null || height === null ? null : width / height),
      cell: ({ width, height }) => (width === null || height === null ? '–' : number(width / height, 2)),
    },
    {
      id: 'bucket',
      title: t('Bucket'),
      width: '104px',
      align: 'end',
      minor: true,
      value: ({ bucket }) => bucket && bucket.width * 10000 + bucket.height,
      cell: ({ bucket }) => (bucket ? `${bucket.width} × ${bucket.height}` : '–'),
    },
    {
      id: 'cropped',
      title: t('Cropped'),
      width: '72px',
      align: 'end',
      minor: true,
      value: ({ cropped }) => cropped,
      cell: ({ cropped }) => (cropped === null ? '–' : percent(cropped)),
    },
    {
      id: 'format',
      title: t('Format'),
      width: '64px',
      minor: true,
      value: ({ format }) => format,
      cell: ({ format }) => (format ?? '–').toUpperCase(),
    },
    {
      id: 'bytes',
      title: t('File size'),
      width: '80px',
      align: 'end',
      minor: true,
      value: ({ size }) => size,
      cell: ({ size }) => fileSize(size),
    },
    {
      id: 'caption',
      title: t('Caption'),
      width: 'minmax(0, 0.6fr)',
      minor: true,
      value: ({ caption }) => caption,
      cell: ({ caption }) =>
        caption === null ? html`<span class="muted">${t('none')}</span>` : this.fileLink(caption, true),
    },
  ];

  #size({ file, width, height }: ReportImage): TemplateResult {
    const damage = this.#damage.get(file);
    if (width === null || height === null)
      return html`<span class="muted" title=${damage ?? ''}>${damage ? t('damaged') : '–'}</span>`;
    const small = isSmall(width, height, this.context.model.report.settings.resolution);
    return html`<span>${
      small
        ? html`<span
          .style=${'margin-inline-end:4px;color:var(--caution);font-size:10px'}
          title=${t('Fewer pixels than the model is trained at')}>▲</span>`
        : nothing
    }${width} × ${height}</span>`;
  }

  protected override render(): TemplateResult {
    const { images, settings, buckets } = this.context.model.report;
    const filter = this.context.recall('images.filter', '');
    const format = this.context.recall('images.format', '');
    const onlySmall = this.context.recall('images.small', false);
    const point = this.context.recall<{ width: number; height: number } | null>('images.point', null);
    const small = ({ width, height }: ReportImage): boolean =>
      width !== null && height !== null && isSmall(width, height, settings.resolution);
    const rows = images.filter(
      (image) =>
        matches(image.file, filter) &&
        (format === '' || image.format === format) &&
        (!onlySmall || small(image)) &&
        (!point || (image.width === point.width && image.height === point.height)),
    );
    const smallCount = images.filter(small).length;
    return html`${
      this.#points.length === 0
        ? nothing
        : html`<div class="top">
          <section class="card chart">
            <data-chart
              .label=${t('Image sizes')}
              .description=${t('{0} different sizes, {1} images smaller than {2} × {2}', number(this.#points.length), number(smallCount), settings.resolution)}
              .option=${this.#option}
              .table=${() => resolutionTable(this.#points)}
              @chart-click=${({ detail }: CustomEvent<{ index: number; series: string }>) => this.#pick(detail)}
            ></data-chart>
            <p class="legend muted">
              <span><span class="square" aria-hidden="true"></span> ${t('trained at {0} × {0}', settings.resolution)}</span>
              <span><span class="enough" aria-hidden="true">●</span> ${t('{0} × {0} pixels or more', settings.resolution)}</span>
              <span><span class="sign" aria-hidden="true">▲</span> ${t('fewer: {0} images', number(smallCount))}</span>
            </p>
          </section>
          <section class="card side" tabindex="0" aria-label=${t('Formats, shapes and buckets')}>
            <h2>${t('Formats')}</h2>
            ${this.#shares(this.#formats.map(([name, count]) => [name.toUpperCase(), count]))}
            <h2>${t('Aspect ratios')}</h2>
            ${this.#shares(this.#aspects())}
            <h2>${t('Buckets')}</h2>
            <p class="muted">${t('{0} buckets, {1} cropped on average', number(buckets.length), percent(this.#cropped()))}</p>
            ${this.#shares(buckets.map(({ width, height, samples }) => [`${width} × ${height}`, samples]))}
          </section>
        </div>`
    }
      <div class="toolbar">
        ${this.filterBox('images.filter', t('Filter images'))}
        ${
          this.#formats.length < 2
            ? nothing
            : html`<vscode-single-select
              .label=${t('Format')}
              .value=${format}
              @change=${(event: Event) =>
                this.context.remember('images.format', (event.target as HTMLInputElement).value)}
            >
              <vscode-option value="">${t('All formats')}</vscode-option>
              ${this.#formats.map(
                ([name, count]) =>
                  html`<vscode-option value=${name}>${name.toUpperCase()} (${number(count)})</vscode-option>`,
              )}
            </vscode-single-select>`
        }
        ${
          smallCount === 0
            ? nothing
            : html`<vscode-checkbox
              .label=${t('Smaller than {0} × {0} only', settings.resolution)}
              .checked=${onlySmall}
              @change=${(event: Event) =>
                this.context.remember('images.small', (event.target as HTMLInputElement).checked)}
            ></vscode-checkbox>`
        }
        ${
          point
            ? html`<button class="chip" @click=${() => this.context.remember('images.point', null)}>
              ${point.width} × ${point.height} <span aria-hidden="true">×</span
              ><span class="visually-hidden">${t('Show all')}</span>
            </button>`
            : nothing
        }
        <span class="space"></span>
        <span class="muted number" role="status">${t('{0} of {1}', number(rows.length), number(images.length))}</span>
      </div>
      <data-table
        .label=${t('Images')}
        .columns=${this.#columns}
        .rows=${rows}
        .rowKey=${(row: ReportImage) => row.file}
        .state=${this.tableState('images.table')}
        .empty=${images.length === 0 ? t('No images.') : t('Nothing matches the filter.')}
        @state-change=${this.saveTable('images.table')}
        @row-activate=${({ detail }: CustomEvent<ReportImage>) => {
          const place = this.context.model.placeOf(detail.file);
          if (place) this.context.open(place);
        }}
      ></data-table>`;
  }

  /** Images by shape: wide, square, tall, and what lies beyond 2:1. */
  #aspects(): [name: string, images: number][] {
    const counts = { veryTall: 0, tall: 0, square: 0, wide: 0, veryWide: 0 };
    for (const { width, height } of this.context.model.report.images) {
      if (width === null || height === null) continue;
      const ratio = width / height;
      if (ratio < 0.5) counts.veryTall++;
      else if (ratio < 0.9) counts.tall++;
      else if (ratio <= 1 / 0.9) counts.square++;
      else if (ratio <= 2) counts.wide++;
      else counts.veryWide++;
    }
    const named: [string, number][] = [
      [t('Taller than 1:2'), counts.veryTall],
      [t('Tall'), counts.tall],
      [t('About square'), counts.square],
      [t('Wide'), counts.wide],
      [t('Wider than 2:1'), counts.veryWide],
    ];
    return named.filter(([, images]) => images > 0);
  }

  /** Mean share of an image that the buckets cut away. */
  #cropped(): number {
    const { buckets } = this.context.model.report;
    const images = buckets.reduce((sum, bucket) => sum + bucket.images, 0);
    return images === 0 ? 0 : buckets.reduce((sum, bucket) => sum + bucket.cropped * bucket.images, 0) / images;
  }

  #shares(parts: readonly (readonly [name: string, images: number])[]): TemplateResult {
    const most = Math.max(1, ...parts.map(([, images]) => images));
    return html`<dl>
      ${parts.map(
        ([name, images]) =>
          html`<dt>${name}</dt>
            <dd>
              <span class="bar" aria-hidden="true"><span .style=${`width:${(100 * images) / most}%`}></span></span>
              <span class="number">${number(images)}</span>
            </dd>`,
      )}
    </dl>`;
  }

  #pick({ index, series }: { index: number; series: string }): void {
    const { resolution } = this.context.model.report.settings;
    const wantSmall = series === 'small';
    const point = this.#points.filter(({ width, height }) => isSmall(width, height, resolution) === wantSmall)[index];
    if (point) this.context.remember('images.point', { width: point.width, height: point.height });
  }

  static override styles = [shared, filling, imagesStyles];
}
customElements.define('images-view', ImagesView);
