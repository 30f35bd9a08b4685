import { html, nothing, type TemplateResult } from 'lit';
import type { TagExposure } from '../../../server/src/exposure/exposure.ts';
import type { ExposureSummary } from '../../../server/src/report/exposure-summary.ts';
import { number, percent, t } from '../l10n.ts';

/** Tags that are listed. */
const listed = 12;

/** Showings: whole, or with one digit where a mean is small. */
export const count = (value: number): string =>
  number(value, value >= 100 || Math.abs(value - Math.round(value)) < 0.05 ? 0 : 1);
/** A part as a share; nothing where there is nothing to share. */
export const share = (part: number, whole: number): string => (whole === 0 ? '' : percent(part / whole));

/** Folders beside each other; nothing for a single one. */
export function setsTable({ sets }: ExposureSummary): TemplateResult | typeof nothing {
  if (sets.length < 2) return nothing;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${t('Folder')}</th>
        <th scope="col" class="end">${t('Images × repeats')}</th>
        <th scope="col" class="end">${t('Showings')}</th>
        <th scope="col" class="end">${t('Share')}</th>
      </tr>
    </thead>
    <tbody>
      ${sets.slice(0, 50).map(
        (set) =>
          html`<tr>
            <th scope="row">${set.name.split('/').at(-1)}${set.isRegularization ? ` (${t('regularization set')})` : ''}</th>
            <td class="end">${number(set.images)}${set.repeats === null ? '' : ` × ${number(set.repeats, Number.isInteger(set.repeats) ? 0 : 2)}`}</td>
            <td class="end">${count(set.shows)}</td>
            <td class="end">${percent(set.share)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Tags that are not always read, now and as tried. */
export function tagsTable(now: ExposureSummary, then: ExposureSummary | null): TemplateResult {
  const later = new Map(then?.tags.map((tag) => [tag.tag, tag]));
  const part = (tag: TagExposure): number => (tag.shows === 0 ? 1 : tag.reached / tag.shows);
  const rows = now.tags
    .filter(({ images }) => images >= 2)
    .filter((tag) => part(tag) < 0.995 || part(later.get(tag.tag) ?? tag) < 0.995)
    .sort((a, b) => part(a) - part(b) || b.images - a.images)
    .slice(0, listed);
  if (rows.length === 0) return html`<p>${t('Every tag that is written on several images is read each time.')}</p>`;
  const cell = (tag: TagExposure | undefined): TemplateResult =>
    tag
      ? html`<td class="end"><span class="whole">${count(tag.reached)} / ${count(tag.shows)}</span> <span class="muted whole">${percent(part(tag), 0)}</span></td>`
      : html`<td class="end">–</td>`;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${t('Tags that are read least')}</th>
        <th scope="col" class="end">${t('Images')}</th>
        <th scope="col" class="end">${t('Now')}</th>
        ${then ? html`<th scope="col" class="end">${t('Then')}</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (tag) =>
          html`<tr>
            <th scope="row" title=${tag.tag}><span class="tag">${tag.tag}</span></th>
            <td class="end">${number(tag.images)}</td>
            ${cell(tag)} ${then ? cell(later.get(tag.tag)) : nothing}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** How much is read of what is written at each place in the captions, now and as tried, and which tags lose most there. */
export function placesTable(now: ExposureSummary, then: ExposureSummary | null): TemplateResult | typeof nothing {
  if (now.limit === null || (now.cut === 0 && (then?.cut ?? 0) === 0)) return nothing;
  const later = new Map(then?.places.map((place) => [place.from, place]));
  type Place = ExposureSummary['places'][number];
  const read = (place: Place | undefined): string => (place ? share(place.reached, place.shows) : '–');
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${t('By place in the caption')}</th>
        <th scope="col" class="end">${t('Read now')}</th>
        ${then ? html`<th scope="col" class="end">${t('Read then')}</th>` : nothing}
        <th scope="col">${t('Cut most, times')}</th>
      </tr>
    </thead>
    <tbody>
      ${now.places.map((place) => {
        const { from, to, cut } = then ? (later.get(place.from) ?? place) : place;
        return html`<tr>
          <th scope="row">${to === null ? t('tags from {0} on', from) : t('tags {0} to {1}', from, to)}</th>
          <td class="end whole">${read(place)}</td>
          ${then ? html`<td class="end whole">${read(later.get(place.from))}</td>` : nothing}
          <td>
            ${cut.map((tag, at) => html`${at === 0 ? '' : ', '}${tag.tag} <span class="muted whole">${count(tag.shows)}</span>`)}
          </td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}
