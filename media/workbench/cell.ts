import { t } from '../overview/l10n.ts';
import { element } from './dom.ts';
import type { PictureProblem, ShownItem } from './messages.ts';

/** One picture of the grid with what is said of its caption; used again for another place when it goes out of sight. */
export interface Cell {
  readonly root: HTMLDivElement;
  readonly picture: HTMLImageElement;
  /** Stands in the place of a picture that cannot be shown. */
  readonly unseen: HTMLSpanElement;
  readonly badges: HTMLSpanElement;
  readonly name: HTMLSpanElement;
  readonly differs: HTMLSpanElement;
  place: number;
}

export function makeCell(): Cell {
  const root = element('div', 'cell');
  const picture = element('img', 'thumbnail');
  const unseen = element('span', 'unseen');
  const badges = element('span', 'badges');
  const name = element('span', 'name');
  const differs = element('span', 'differs');
  picture.alt = '';
  picture.decoding = 'async';
  picture.draggable = false;
  root.setAttribute('role', 'option');
  badges.setAttribute('aria-hidden', 'true');
  root.append(element('span', 'picture', picture, unseen, badges), name, differs);
  return { root, picture, unseen, badges, name, differs, place: -1 };
}

/** What is to be seen at a glance. */
export function badgesOf(item: ShownItem, limit: number | null, problem: PictureProblem): HTMLElement[] {
  const badges: HTMLElement[] = [];
  const add = (className: string, text: string): void => void badges.push(element('span', `badge ${className}`, text));
  if (item.wordless) add('missing', t('no caption'));
  // A file that is no image is found with the images, not with the caption.
  const errors = (item.errors ?? 0) + (problem === 'unreadable' ? 1 : 0);
  if (errors > 0) add('error', String(errors));
  if (item.warnings) add('warning', String(item.warnings));
  if (item.twins > 0) add('twins', `×${item.twins + 1}`);
  if (item.tokens !== null) {
    const isOver = limit !== null && item.tokens > limit;
    add(isOver ? 'tokens over' : 'tokens', isOver ? `${item.tokens}/${limit}` : String(item.tokens));
  }
  return badges;
}

/** What stands in the place of a picture; empty while it is made. */
export function problemText(problem: PictureProblem, isMissing: boolean): string {
  if (problem === 'no image') return t('no image');
  return isMissing ? t('cannot be shown') : '';
}

/** What a screen reader says of a cell. */
export function linesOf(item: ShownItem, unseen = ''): string[] {
  const parts = [item.name];
  if (unseen !== '') parts.push(unseen);
  if (item.wordless) parts.push(t('no caption'));
  if (item.tokens !== null) parts.push(t('{0} tokens', item.tokens));
  const [errors, warnings] = [item.errors ?? 0, item.warnings ?? 0];
  if (errors + warnings > 0) parts.push(t('{0} errors, {1} warnings', errors, warnings));
  if (item.twins > 0) parts.push(t('near-duplicate ×{0}', item.twins + 1));
  if (item.text !== '') parts.push(item.text);
  return parts;
}
