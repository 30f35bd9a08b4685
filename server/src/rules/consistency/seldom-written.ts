import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { FolderContext } from '../context.ts';

/** Captions up to which places are looked for, and places that are named. */
const mostCaptions = 1000;
const mostPlaces = 10;

/** Spellings that no habit decides between, each pair with its numbers and with the places of the rarer one. */
export function* seldomWritten(
  { facts }: FolderContext,
  pairs: readonly (readonly [string, string])[],
): Iterable<Draft> {
  // A large folder is not looked through for places.
  const records = facts.captions > mostCaptions ? null : [...facts.records()];
  for (const pair of [...pairs].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const [usual, other] = pair
      .map((form) => ({ form, files: (records ?? []).filter(writes(form)).map(({ file }) => file) }))
      .sort((a, b) => b.files.length - a.files.length);
    // Both in one caption and nowhere else: as somebody wrote it there.
    if (records !== null && new Set([...usual.files, ...other.files]).size < 2) continue;
    const named = [usual, other].map(({ form, files }) =>
      records === null ? `"${form}"` : `"${form}" ${files.length}`,
    );
    // Where as many captions have either, nobody knows which is the odd one.
    const places = usual.files.length === other.files.length ? [...usual.files, ...other.files].sort() : other.files;
    yield {
      file: '',
      range: null,
      severity: 'info',
      message: t('Written in two ways: {0}. Each way learns its part; choose one.', named.join(' / ')),
      related: places.slice(0, mostPlaces).map((file) => ({ file, range: null, message: t('Written here') })),
    };
  }
}

/** Whether a caption has a word as it is written, in either number. */
export function writes(form: string): (record: { readonly trained: string }) => boolean {
  const written = form.replace(/[^\p{L}\p{N}-]+/gu, '[ _]');
  const place = new RegExp(`(?<![\\p{L}\\p{N}-])${written}s?(?![\\p{L}\\p{N}-])`, 'iu');
  return ({ trained }) => place.test(trained);
}
