import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { FileReasons, PlannedDatasetSummary, SubsetSummary } from '../../../server/src/report/plan-summary.ts';
import type { ViewContext } from '../context.ts';
import { number, percent, t } from '../l10n.ts';
import type { Answers } from '../messages.ts';
import type { OverviewModel } from '../model.ts';
import { fileLinks } from './file-links.ts';
import { plainTable } from './plain-table-styles.ts';
import { shared } from './styles.ts';

/** What the trainer will do with the dataset: asked for when it is shown, because it reads every image once more. */
export class TrainingPlan extends LitElement {
  static override properties = {
    context: { attribute: false },
    answer: { state: true },
    failure: { state: true },
  };
  declare context: ViewContext;
  declare answer: Answers['plan'] | null;
  declare failure: string | null;
  #model: OverviewModel | null = null;

  constructor() {
    super();
    this.answer = null;
    this.failure = null;
  }

  protected override willUpdate(): void {
    const { model } = this.context;
    if (model === this.#model) return;
    this.#model = model;
    this.context.ask<'plan'>({ kind: 'plan' }).then(
      (answer) => {
        if (model !== this.#model) return;
        this.answer = answer;
        this.failure = null;
      },
      (error: Error) => {
        if (model === this.#model) this.failure = error.message;
      },
    );
  }

  protected override render(): TemplateResult {
    return html`<section class="card">
      <h2>${t('What the trainer will do')}</h2>
      ${
        this.failure !== null
          ? html`<p role="status">${this.failure}</p>`
          : this.answer === null
            ? html`<p class="muted" role="status">${t('Reading the dataset')}</p>`
            : this.#plan(this.answer)
      }
    </section>`;
  }

  #plan({ configs, assumed, plan }: Answers['plan']): TemplateResult {
    const names = configs.map((path) => path.split('/').at(-1));
    const words = assumed.map(([name, value]) => (value === 'true' ? name : `${name} ${value}`));
    return html`<p class="muted">
        ${
          names.length > 0
            ? t('By {0}', names.join(', '))
            : t('No configuration names this folder. Assumed: {0}', words.join(' · '))
        }
      </p>
      ${plan.error === null ? nothing : html`<p class="stops"><span aria-hidden="true">✖</span> ${t('Training stops: {0}', plan.error)}</p>`}
      ${plan.datasets.length === 0 ? nothing : this.#totals(plan)}
      ${plan.datasets.map((dataset, at) => this.#dataset(dataset, plan.datasets.length > 1 ? at + 1 : null))}
      ${this.#files(t('Images that never train'), plan.unseenImages)}
      ${this.#files(t('Captions that are never read'), plan.unreadCaptions)}
      ${
        plan.warnings.length === 0
          ? nothing
          : html`<details>
            <summary>${t('What the trainer warns about')} (${number(plan.warnings.length)})</summary>
            <ul>
              ${plan.warnings.slice(0, 100).map((warning) => html`<li>${warning}</li>`)}
            </ul>
          </details>`
      }`;
  }

  #totals(plan: Answers['plan']['plan']): TemplateResult {
    const { tokensCut: cut, datasets } = plan;
    const samples = datasets.reduce(
      (sum, { subsets }) => sum + subsets.reduce((own, { samplesPerEpoch }) => own + samplesPerEpoch, 0),
      0,
    );
    const counted = (value: number | null): string => (value === null ? t('not counted') : number(value));
    const facts: [string, string, string][] = [
      [t('Samples per epoch'), number(samples), ''],
      [
        t('Batches per epoch'),
        counted(plan.batchesPerEpoch),
        t('batch size {0}', datasets.map(({ batchSize }) => batchSize).join(' / ')),
      ],
      [t('Steps per epoch'), counted(plan.stepsPerEpoch), ''],
      [t('Steps in all'), number(plan.totalSteps), t('{0} epochs', number(plan.epochs))],
    ];
    if (cut)
      facts.push([
        t('Tokens cut'),
        number(cut.tokensCut),
        t('{0} of {1} captions over {2}', number(cut.captionsOverLimit), number(cut.captions), cut.limit),
      ]);
    return html`<dl class="totals">
      ${facts.map(
        ([name, value, note]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
            ${note === '' ? nothing : html`<dd class="muted note">${note}</dd>`}
          </div>`,
      )}
    </dl>`;
  }

  #dataset(dataset: PlannedDatasetSummary, position: number | null): TemplateResult {
    const { subsets, buckets, crop, batchSize, enableBucket, resolution, validationImages } = dataset;
    const size = `${resolution.width} × ${resolution.height}`;
    return html`${position === null ? nothing : html`<h3>${t('Dataset {0}', position)}</h3>`}
      <div class="scroll" tabindex="0" role="group" aria-label=${t('Subsets')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t('Subset')}</th>
              <th scope="col" class="end">${t('Images × repeats')}</th>
              <th scope="col" class="end wide">${t('Samples')}</th>
              <th scope="col">${t('Captions')}</th>
            </tr>
          </thead>
          <tbody>
            ${subsets.map((subset) => this.#subset(subset))}
          </tbody>
        </table>
      </div>
      <h3>${t('Buckets')}</h3>
      <p class="muted">
        ${enableBucket ? nothing : t('enable_bucket is off: every image is trained at {0}', size)}
        ${t(
          'Cropped {0} on average, {1} at most; {2} images over 10 %, {3} enlarged',
          percent(crop.meanShare),
          percent(crop.maxShare),
          number(crop.heavy),
          number(crop.upscaled),
        )}
        ${validationImages > 0 ? t('{0} images are kept for validation', number(validationImages)) : nothing}
      </p>
      <div class="scroll" tabindex="0" role="group" aria-label=${t('Buckets')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t('Bucket')}</th>
              <th scope="col" class="end">${t('Images')}</th>
              <th scope="col" class="end wide">${t('Samples')}</th>
              <th scope="col" class="end">${t('Batches')}</th>
              <th scope="col" class="end">${t('Last batch')}</th>
              <th scope="col" class="end">${t('Cropped')}</th>
            </tr>
          </thead>
          <tbody>
            ${buckets.map(
              ({ bucket, frames, images, samples, batches, lastBatch, isThin, cropped }) =>
                html`<tr>
                  <th scope="row">${bucket.width} × ${bucket.height}${frames === undefined ? nothing : html` <span class="muted">${t('{0} frames', number(frames))}</span>`}</th>
                  <td class="end">${number(images)}</td>
                  <td class="end wide">${number(samples)}</td>
                  <td class="end">${number(batches)}</td>
                  <td class="end">
                    ${
                      isThin
                        ? html`<span class="sign" role="img" aria-label=${t('fewer samples than the batch')} title=${t('fewer samples than the batch')}>▲</span>`
                        : nothing
                    }
                    ${t('{0} of {1}', lastBatch, batchSize)}
                  </td>
                  <td class="end">${percent(cropped)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  #subset(subset: SubsetSummary): TemplateResult {
    const { name, isReg, images, repeats, samplesPerEpoch, trainedImages, uncaptioned } = subset;
    return html`<tr>
      <th scope="row" title=${name}>
        ${name.split(/[\\/]/).at(-1) || name}${isReg ? html` <span class="muted">(${t('regularization set')})</span>` : nothing}
      </th>
      <td class="end">
        ${number(images)} × ${number(repeats)}
        ${trainedImages === images ? nothing : html`<br /><span class="muted">${t('{0} images take part', number(trainedImages))}</span>`}
      </td>
      <td class="end wide">${number(samplesPerEpoch)}</td>
      <td>
        ${captionParts(subset).map((part) => html`<div>${part}</div>`)}
        ${
          uncaptioned.count === 0
            ? nothing
            : html`<div class="files">
              ${fileLinks(
                this.context,
                uncaptioned.files.slice(0, 6).map(({ file }) => file),
                uncaptioned.count,
              )}
            </div>`
        }
      </td>
    </tr>`;
  }

  #files(title: string, { count, files }: FileReasons): TemplateResult | typeof nothing {
    if (count === 0) return nothing;
    return html`<details>
      <summary>${title} (${number(count)})</summary>
      <ul>
        ${files.map(({ file, reason }) => html`<li>${fileLinks(this.context, [file])}<span class="muted">${reason}</span></li>`)}
        ${count > files.length ? html`<li class="muted">${t('and {0} more', number(count - files.length))}</li>` : nothing}
      </ul>
    </details>`;
  }

  static override styles = [
    shared,
    plainTable,
    css`
      :host {
        display: block;
      }
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 12px;
      }
      h2,
      h3 {
        margin: 0;
        font-size: 13px;
        font-weight: 600;
      }
      .stops {
        /* errorForeground is too pale for text in the light theme. */
        color: var(--vscode-list-errorForeground, var(--vscode-errorForeground));
      }
      .totals {
        display: flex;
        flex-wrap: wrap;
        gap: 12px 32px;
        margin: 0;
      }
      dt {
        color: var(--muted);
        font-size: 12px;
      }
      dd {
        margin: 0;
        font-size: 18px;
        font-variant-numeric: tabular-nums;
      }
      dd.note {
        font-size: 12px;
      }
      .sign {
        color: var(--caution);
        font-size: 10px;
      }
      summary {
        cursor: pointer;
      }
      ul {
        margin: 4px 0 0;
        padding: 0 0 0 16px;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0 12px;
        min-width: 0;
      }
      .files {
        min-width: 0;
      }
      .files .files,
      li .files {
        display: flex;
        flex-wrap: wrap;
        gap: 0 12px;
        min-width: 0;
        max-width: 100%;
      }
    `,
  ];
}
customElements.define('training-plan', TrainingPlan);

/** Where the captions of a subset come from, in words. */
function captionParts({ captions, captionExtension, classTokens }: SubsetSummary): string[] {
  const parts = [
    captions.fromFile > 0 ? t('{0} from {1} files', number(captions.fromFile), captionExtension ?? '') : '',
    captions.fromMetadata > 0 ? t('{0} from a metadata file', number(captions.fromMetadata)) : '',
    captions.blank > 0 ? t('{0} blank', number(captions.blank)) : '',
    captions.faceFallback > 0 ? t('{0} from a file of another name', number(captions.faceFallback)) : '',
    captions.fromClassTokens > 0
      ? t('{0} without a file: "{1}" is trained', number(captions.fromClassTokens), classTokens ?? '')
      : '',
    captions.missing > 0 ? t('{0} without a file: no words are trained', number(captions.missing)) : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts : [t('none')];
}
