import { html, type TemplateResult } from 'lit';

/**
 * A file's path that is cut at its folder where it does not fit: the last part is what tells files apart. Styled by `shared` and the
 * table's own styles.
 */
export function fileName(file: string): TemplateResult {
  const at = file.lastIndexOf('/') + 1;
  return html`<span class="path" data-file=${file}><span class="folder">${file.slice(0, at)}</span><span class="base">${file.slice(at)}</span></span>`;
}
