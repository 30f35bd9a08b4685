import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { CaptionContext } from '../context.ts';
import { isTagIn } from './other-separator.ts';

/** Lines from which they are a list: of two each may be a caption. */
const fewest = 3;
/** Words that a tag has at most, and the share of the lines that must be known as tags. */
const mostWords = 4;
const known = 0.6;

/** A quick look for {@link tagLines}. */
export const mayHaveTagLines = ({ caption }: CaptionContext): boolean => caption.trained.length >= fewest;

/** A caption with one tag on each line, where the trainer draws one line at a time; null for any other. */
export function tagLines(context: CaptionContext): Draft | null {
  if (!mayHaveTagLines(context)) return null;
  const { file, caption, settings } = context;
  const { trained, tags } = caption;
  const { separator } = settings.syntax;
  // A line with several tags is a caption.
  if (tags.length !== trained.length || tags.some((tag) => tag.text.split(/\s+/).length > mostWords)) return null;
  const isTag = isTagIn(context);
  if (tags.filter((tag) => isTag(tag.text)).length < tags.length * known) return null;
  const [first, last] = [trained[0], trained.at(-1)];
  if (first === undefined || last === undefined) return null;
  const edits = trained.slice(1).map((line, at) => ({
    range: { start: trained[at]?.end ?? line.start, end: line.start },
    newText: `${separator.trim() === '' ? separator : separator.trim()} `,
  }));
  return {
    range: { start: first.start, end: last.end },
    message: t(
      'Each of the {0} lines is a caption of its own, and trains one tag alone. Put the tags on one line, with "{1}" between them.',
      trained.length,
      separator,
    ),
    habit: t('Each line is a caption of its own, and trains one tag alone. Put the tags of a caption on one line.'),
    fixes: [{ title: t('Put the tags on one line'), safety: 'suggested', edits: [{ file, edits }] }],
  };
}
