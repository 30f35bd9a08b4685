import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { TextRange } from '../../ground/text.ts';
import { closingIn } from '../../tags/leftovers.ts';
import type { CaptionContext } from '../context.ts';
import { captionRule } from '../define.ts';
import { headingOf } from './to-be-written.ts';

/** What generators write below a prompt: it is pasted with it, and describes nothing. */
const generating = /^(?:negative(?: prompts?)?\s*:|steps: \d+,)/i;

export default captionRule({
  id: 'ignored-line',
  group: 'text',
  severity: 'warning',
  fix: 'suggested',
  summary: 'Text after the first line is never read by the trainer.',
  why: 'Without enable_wildcard only the first line of a caption file is used, without a warning (sd-scripts library/train_util.py).',
  mayFind: ({ caption }) => caption.ignored.length > 0,
  *check(context: CaptionContext): Iterable<Draft> {
    const { file, caption, settings } = context;
    // With a blank first line nothing trains at all: empty-caption says so.
    if (caption.ignored.length === 0 || caption.trained.length === 0) return;
    if (headingOf(context) !== null) return;
    const range = { start: caption.ignored[0].start, end: caption.ignored[caption.ignored.length - 1].end };
    const first = caption.trained[0];
    const lines = caption.ignored.map((line) => caption.text.slice(line.start, line.end));
    const said = remarkIn(lines.join(' ').trim());
    const asked = generating.exec(lines.join(' ').trim());
    if (asked !== null || (said !== null && said.range.start === 0)) {
      yield {
        range,
        message:
          asked !== null
            ? t('"{0}" and what follows is for a generator of images, and never trains. Take it out.', asked[0])
            : t('"{0}" is said to whoever asked, not of the picture. Take it out.', lines.join(' ').trim()),
        mark: 'unnecessary',
        fixes: [
          {
            title: t('Remove it'),
            safety: 'suggested',
            edits: [{ file, edits: [{ range: { start: first.end, end: range.end }, newText: '' }] }],
          },
        ],
      };
      return;
    }
    const joined = lines.map((line) => trimSeparators(line, settings.syntax.separator)).filter((line) => line !== '');
    yield {
      range,
      message:
        lines.length === 1
          ? t('This line never trains: only the first line is read. Join it to the first line or remove it.')
          : t('{0} lines never train: only the first line is read. Join them to it or remove them.', lines.length),
      habit: t('Lines behind the first never train: only the first line is read. Join them to it or remove them.'),
      mark: 'unnecessary',
      fixes: first
        ? [
            {
              title: t('Join to the first line'),
              safety: 'suggested',
              edits: [
                {
                  file,
                  edits: [
                    {
                      range: { start: first.end, end: range.end },
                      newText: joinedBehind(
                        caption.text.slice(first.start, first.end),
                        joined,
                        settings.syntax.separator,
                      ),
                    },
                  ],
                },
              ],
            },
          ]
        : [],
    };
  },
});

/** What a chat model says to whoever asked, bold or not: "**Note:** I cannot tell who painted this." */
function remarkIn(text: string): { readonly range: TextRange } | null {
  const plain = text.replace(/\*\*/g, '');
  const note = /^\(?(?:please )?(?:note|disclaimer|remark|caveat|notes)\b(?:\s*:|,? that\b)/i.exec(plain);
  const refused =
    /^(?:unfortunately,? |sorry,? )?i(?:['’]m| am)? (?:sorry|unable|cannot|can['’]t|can not|could not|do not|don['’]t|hope)\b/i.exec(
      plain,
    );
  const found = note ?? refused;
  return found === null ? closingIn(plain) : { range: { start: found.index, end: plain.length } };
}

/** Lines behind the first, each with what takes it apart from the one before: a sentence that has ended needs no separator. */
function joinedBehind(first: string, lines: readonly string[], separator: string): string {
  let [before, text] = [first, ''];
  for (const line of lines) {
    text += `${/[.!?…。]["”'’)\]]*$/.test(before) ? ' ' : `${separator} `}${line}`;
    before = line;
  }
  return text;
}

/** Cuts separators and spaces off both ends, so that joining makes no empty tag. */
function trimSeparators(line: string, separator: string): string {
  let text = line.trim();
  while (text.startsWith(separator)) text = text.slice(separator.length).trim();
  while (text.endsWith(separator)) text = text.slice(0, -separator.length).trim();
  return text;
}
