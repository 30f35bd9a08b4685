import { html, nothing, type TemplateResult } from 'lit';
import type { ViewContext } from '../context.ts';
import { number, t } from '../l10n.ts';

/** Files that are named at once. */
const shown = 20;

/** Names of files that lead to them, and how many more there are. */
export function fileLinks(context: ViewContext, files: readonly string[], total = files.length): TemplateResult {
  const rest = total - Math.min(files.length, shown);
  return html`<span class="files"
    >${files.slice(0, shown).map((file) => {
      const place = context.live ? context.model.placeOf(file) : null;
      return place
        ? html`<button class="link" data-file=${file} @click=${() => context.open(place)}>${file}</button> `
        : html`<span data-file=${file}>${file}</span> `;
    })}${rest > 0 ? html`<span class="muted">${t('and {0} more', number(rest))}</span>` : nothing}</span
  >`;
}
