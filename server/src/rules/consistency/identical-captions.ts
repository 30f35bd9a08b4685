import type { FolderFacts } from '../../facts/facts.ts';
import type { CaptionRecord } from '../../facts/record.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';

/** Images with one short text that are still chance. */
const chance = 2;
/** Words of a text that two people, or one captioning model twice, do not write alike by chance. */
const longText = 10;
/** Pairs up to which, and share of the captions up to which, they are slips of copying and told one by one. */
const fewPairs = 3;
const fewShare = 0.1;
/** Places named as related. */
const named = 10;

export default folderRule({
  id: 'identical-captions',
  group: 'consistency',
  severity: 'info',
  fix: 'none',
  summary: 'Several images share one caption text.',
  why: 'Slightly different images under the very same words give the model contradictory targets for one condition, which poisoning studies use to break training (seed: look-alikes under one caption).',
  *check({ facts }: FolderContext): Iterable<Draft> {
    const groups = sameFiles(facts).sort((a, b) => b.length - a.length || (a[0] < b[0] ? -1 : 1));
    for (const files of groups) {
      if (files.length > chance) yield* ofMany(files);
    }
    yield* ofPairs(
      groups.filter((files) => files.length === chance),
      facts.captions,
    );
  },
});

/** The captions that say the same from their first to their last line, by their files; two of them only where the text is long. */
function sameFiles(facts: FolderFacts): string[][] {
  const groups: string[][] = [];
  for (const records of facts.repeatedTexts()) {
    const byText = new Map<string, CaptionRecord[]>();
    for (const record of records) {
      // Lines that are not read differ all the same: who wrote them has said what differs.
      const text = record.source.kind === 'text' ? record.source.text.trim() : record.trained;
      const same = byText.get(text);
      if (same) same.push(record);
      else byText.set(text, [record]);
    }
    for (const [text, same] of byText)
      if (same.length > chance || (same.length === chance && text.split(/[\s,]+/).length >= longText))
        groups.push(same.map(({ file }) => file).sort());
  }
  return groups;
}

function* ofMany([first, ...others]: readonly string[]): Iterable<Draft> {
  yield {
    file: first,
    range: null,
    message: t(
      '{0} captions are word for word the same: nothing tells their images apart. Say what differs.',
      others.length + 1,
    ),
    related: relatedTo(others),
  };
}

function* ofPairs(pairs: readonly (readonly string[])[], captions: number): Iterable<Draft> {
  if (pairs.length > fewPairs || pairs.length * chance > Math.max(chance, captions * fewShare)) {
    const [first, ...others] = pairs.flat();
    yield {
      file: first,
      range: null,
      message: t(
        '{0} pairs of captions are word for word the same: nothing tells their images apart. Say what differs.',
        pairs.length,
      ),
      related: relatedTo(others),
    };
    return;
  }
  for (const [first, second] of pairs)
    yield {
      file: first,
      range: null,
      message: t('Word for word the caption of {0}: copied, or nothing tells the two apart. Say what differs.', second),
      related: relatedTo([second]),
    };
}

function relatedTo(files: readonly string[]): Draft['related'] {
  const more = files.length - named;
  return files.slice(0, named).map((file, at) => ({
    file,
    range: null,
    message: more > 0 && at === named - 1 ? t('The same caption, and {0} more', more) : t('The same caption'),
  }));
}
