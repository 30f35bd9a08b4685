import type { Letters } from '../caption/letters.ts';
import { once } from '../ground/once.ts';
import type { TextRange } from '../ground/text.ts';
import { confidencesIn } from './confidences.ts';
import { cutOff } from './cut-off.ts';
import { isHeading, textBehindHeading } from './headings.ts';
import { closingIn, entityIn, escapeIn, fileNameIn, mayHoldLeftovers, parametersIn } from './leftovers.ts';
import { withoutMarks } from './markdown.ts';
import { saidTwice } from './said-twice.ts';
import { isNote, mayWait, noteIn, waitingIn } from './unfinished.ts';
import { flag } from './word.ts';

/** What a captioning model or its program left in a caption that describes nothing. */
export type ArtifactKind =
  | 'refusal'
  | 'placeholder'
  | 'data'
  | 'markup'
  | 'quotes'
  | 'brackets'
  | 'preamble'
  | 'special token'
  | 'prompt'
  | 'cut'
  | 'absence'
  | 'closing'
  | 'entity'
  | 'escape'
  | 'file name'
  | 'note'
  | 'made-up word'
  | 'unfinished'
  | 'confidence'
  | 'parameters'
  | 'repeated sentence';

export interface Artifact {
  readonly kind: ArtifactKind;
  /** UTF-16 offsets into the text. */
  readonly range: TextRange;
  /** What to write instead; null where the caption has to be written anew. */
  readonly instead: string | null;
}

const refusal =
  /(?:^|[.!?,]\s+)((?:i['’]?m|i am) (?:really |very )?(?:sorry|unable|not able)\b|sorry, (?:but )?i\b|i (?:cannot|can['’]?t|can not|won['’]?t|am not able to|do not feel comfortable|don['’]?t feel comfortable) (?:help|assist|describe|identify|provide|fulfil?l|comply|see|view|create|generate|recogni[sz]e|discuss|process)\b|i apologi[sz]e\b|as an ai\b|unfortunately,? i\b|it is not appropriate to describe\b|(?:the|this) image (?:does not|doesn['’]?t|did not) (?:contain|provide|show|have|include) (?:enough|sufficient|any (?:visible |discernible )?(?:information|content|details|image))\b|there is no (?:image|picture|photo) (?:provided|attached|to describe|visible)\b|no image (?:was |has been )?(?:provided|attached|found)\b|please (?:provide|upload|share|attach) (?:an?|the|your) (?:image|picture|photo)\b|(?:this|the) (?:image|content|request) (?:violates|goes against|may violate)\b)/i;
const placeholder =
  /^[\s"'[(<]*(?:no (?:description|caption|tags?|text|data|output|response)(?: (?:is |was )?(?:available|found|provided|generated))?|(?:caption|description|image)(?: is)? (?:not (?:available|found)|unavailable|missing)|n\/a|todo:?.*|tbd|null|none|undefined|nan|untitled(?: image)?|error\b.*|insert (?:caption|description|text)(?: here)?|(?:image|photo|picture) description: (?:\S+\s*){0,2}|lorem ipsum.*|(?:your )?(?:caption|description) (?:goes )?here|placeholder|empty|unknown|[.…?*_–—-]+)[\s"'\])>.]*$/i;
const data = once(() => /^\s*(?:[{[]\s*["'][\p{L}\p{N}_ -]+["']\s*[:,\]]|[{]\s*[\p{L}_]+\s*:|<\w+>[^<]*<\/\w+>)/u);
const fence = /```/;
const markup =
  /\*\*[^*\n]+\*\*|^#{1,6}\s+\S|^[^\S\n]*(?:[-*•]|\d+[.)])\s+\S(?=.*\n\s*(?:[-*•]|\d+[.)])\s)|(?<!\w)\*[^*\s][^*\n]*\*(?!\w)|`[^`\n]+`|\[[^[\]\n]+\]\(https?:[^)]*\)|https?:\/\/\S+|(?<![\w.])www\.[a-z\d-]+\.[a-z]{2,}[^\s)\]]*|(?<!\S)#[a-z]\w+(?:,?\s+#[a-z]\w+)+/im;
/** What stands before an entry of a list. */
const listMark = /^\s*(?:[-*•–]|\d{1,2}[.)])\s+(?=[a-z\u00c0-\uffff])/i;
/** A word that no language has and that BLIP puts before people and animals; seen of its large model in many public captions. */
const madeUp = /\baraf+e[ds]?\b\s*/i;
const specialToken =
  /<(think|thinking|reasoning)>[\s\S]*?<\/\1>|<\/?(?:think|thinking|reasoning|answer|caption|description|image_description|output|response|result|tags?|prompt|p|b|i|u|br|div|span|strong|em|font|center|ul|li|h[1-6]) ?\/?>|<\|[\w ]+\|>|<\/?s>|<(?:pad|unk|bos|eos|image|im_end|im_start)>|<\/?(?:MORE_DETAILED_CAPTION|DETAILED_CAPTION|CAPTION|OD|OCR)>|<loc_\d+>|\[\/?INST\]|\b(?:ASSISTANT|USER|Assistant|Human|User):\s/;
/** How chat models begin to answer. */
const agreeing = 'sure(?: thing)?|certainly|of course|absolutely|okay|ok|got it|no problem|alright|great';
const preamble = new RegExp(
  String.raw`^\s*(?:(?:${agreeing})[,!.]\s+(?:(?:here|let|i(?:['’](?:ll|d|ve)| can| will| would| have))\b[^.:!]*[:.!]\s*|(?:the|this) (?:image|photo|picture|caption|description)\b[^.:]*:\s*)|(?:${agreeing})!\s+(?=\S)|(?:[^.:,]{0,60}, )?here(?:['’]s| is| are) (?:a|an|the|your|my) [^.:]{0,60}(?:caption|description|tags?|prompt)[^.:]{0,40}:\s*|(?:caption|description|image description|image caption|alt[ -]text|output|answer|response|prompt|detailed caption|tags?)\s*:\s+)`,
  'i',
);
const prompt =
  /\b(?:write|provide|give|generate) (?:a|an) (?:long |short |very |brief )*(?:detailed |descriptive )?(?:description|caption)\b|\bdescribe (?:this|the) image\b|\binclude (?:details, )?(?:background information|the medium, the size)\b/i;

/** The same behind the tags that a program puts before what the model answers: "baker, apron. Here is a detailed caption for the image: he …". */
const handedOver = new RegExp(
  String.raw`(?<=[.!?,]\s+)(?:(?:${agreeing})[,!.]\s+)?(?:here(?:['’]s| is)|below is) (?:a|an|the|your|my) [^.:,]{0,60}\b(?:caption|description|prompt)\b(?:(?: (?:of|for|based on) (?:the|this|your) [^.:,]{0,30})?):\s*(?=\S)`,
  'i',
);

/** A sentence on what is not there, as captioning models are asked to look for marks and tell that there are none. */
const absence = once(() => {
  const some = String.raw`(?:visible |other |discernible |legible |readable |apparent |obvious )*(?:texts?|watermarks?|signatures?|logos?|writing(?! (?:desk|table|box|board)s?)|lettering)\b`;
  return new RegExp(
    String.raw`(?:^|[.!?]\s+|(?=,\s+there (?:is|are) no visible\b))((?:,\s+)?(?:(?:the|this) (?:image|photo|photograph|picture) (?:(?:does not|doesn['’]t) (?:contain|have|show|include) (?:any )?|(?:contains|has|shows|includes) no |is free (?:of|from) (?:any )?)${some}[^.!?]*|there (?:is|are) no (?:${some}|captions?\b)[^.!?]*|no ${some}(?:,? (?:or|and) [a-z]+)* (?:(?:is|are|can be) (?:visible|present|seen|shown|included)|appears?)[^.!?]*)[.!?]?)`,
    'i',
  );
});

/** A list of tags as programs print it, in brackets that hold all of it and no others. */
const enclosed = once(() => /^\s*(?:\[[^[\](){}]*,[^[\](){}]*\]|\{[^[\](){}]*,[^[\](){}]*\})\s*$/);

/** Marks without which a text has no markup, no special token, and no second sentence that could refuse. */
const telling = '*#`[<:.!?';
/**
 * What a refusal, a placeholder, data, a preamble and quotes begin with, where they stand at the very beginning of a text. Few captions begin
 * so, and the patterns themselves take longer to compile than a caption to judge.
 */
const beginning =
  /^\s*(?:["“'‘«([{<.…?*_–—•-]|\d{1,2}[.)]\s|i\b|sorry|unfortunately|as an|it is|this|the\b|there (?:is|are)|no\b|please|captions?\b|description|image|photo|picture|n\/a|todo|tbd|null|none|undefined|nan|untitled|error|insert|lorem|your|placeholder|empty|unknown|sure|certainly|of course|absolutely|ok|got it|no problem|alright|great|here|based on|according to|alt|output|answer|response|prompt|detailed|tags?\b)/i;
/** Tags with a note, an end that waits for more, or what a program left. */
const isLeft = flag(
  ({ written }) => isNote(written) || /\baraf/i.test(written) || mayWait(written) || mayHoldLeftovers(written),
);
const asks = flag(({ written }) => /write|provide|give|generate|describe|include/i.test(written));
/** How refusals begin that stand behind a comma, such as that of a trigger. */
const mayRefuse = flag(({ written }) => {
  const begin = written.trimStart().slice(0, 13).toLowerCase();
  return refusals.some((words) => begin.startsWith(words)) && (begin[0] !== 'i' || /^(?:i\b|it is not)/.test(begin));
});
const refusals = [
  ...['i', 'sorry', 'unfortunately', 'as an ai', 'the image', 'the content', 'the request'],
  ...['this image', 'this content', 'this request', 'there is no', 'no image', 'please'],
];

/**
 * Whether a line that is a list of tags may hold something of {@link artifactsIn}: false is sure. Asked of all captions of a folder.
 * @param letters those of the line, others included
 * @param flags those of the words between its commas
 */
export const mayHoldArtifacts = (text: string, letters: Letters, flags: number): boolean =>
  letters.hasAny(telling) || text.includes('\n') || (flags & (asks | mayRefuse | isLeft)) !== 0 || beginning.test(text);

/** What a captioning model left in a text of one trained line; at most one per kind. */
export function artifactsIn(text: string, style: 'tags' | 'prose' | 'mixed'): Artifact[] {
  const whole = { start: 0, end: text.length };
  const found: Artifact[] = [];
  const add = (kind: ArtifactKind, range: TextRange, instead: string | null): void =>
    void found.push({ kind, range, instead });
  const refused = refusal.exec(text);
  if (refused) add('refusal', { start: refused.index + refused[0].length - refused[1].length, end: text.length }, null);
  if (placeholder.test(text)) return [{ kind: 'placeholder', range: whole, instead: null }];
  if (data().test(text) && /[}\]>]\s*$|":/.test(text)) return [{ kind: 'data', range: whole, instead: valueIn(text) }];
  if (fence.test(text)) return [{ kind: 'markup', range: whole, instead: text.replace(/```\w*/g, '').trim() }];
  const behind = textBehindHeading(text);
  if (behind > 0) add('preamble', { start: 0, end: behind }, '');
  for (const [kind, pattern] of [
    ['markup', markup],
    ['special token', specialToken],
  ] as const) {
    // The marks of a heading go with it.
    if (kind === 'markup' && behind > 0) continue;
    const range = pattern.test(text) ? spanOf(text, pattern) : null;
    if (range === null) continue;
    // "**Description:** A geisha": what it announces stands behind it, and begins the caption.
    const announced = kind === 'markup' ? announcedIn(text, range) : null;
    if (announced !== null) {
      add(kind, announced, '');
      continue;
    }
    const own = text.slice(range.start, range.end);
    const bare = kind === 'markup' ? withoutMarks(own) : own.replace(new RegExp(pattern, `g${pattern.flags}`), '');
    // An address is no text of the caption; what is to be left of it nobody knows.
    add(kind, range, /https?:|www\./.test(own) || pattern.test(bare) ? null : bare);
  }
  const left = [
    ['closing', style === 'tags' ? null : closingIn(text)],
    ['entity', entityIn(text)],
    ['escape', escapeIn(text)],
    ['file name', fileNameIn(text)],
    ['parameters', parametersIn(text)],
  ] as const;
  for (const [kind, leftover] of left) if (leftover !== null) add(kind, leftover.range, leftover.instead);
  const sure = confidencesIn(text, style === 'tags');
  if (sure) add('confidence', sure.range, sure.instead);
  const made = madeUp.exec(text);
  if (made) add('made-up word', { start: made.index, end: made.index + made[0].length }, '');
  const bullet = found.some(({ kind }) => kind === 'markup') ? null : listMark.exec(text);
  if (bullet) add('markup', { start: 0, end: bullet[0].length }, '');
  const note = noteIn(text);
  if (note) add('note', note, null);
  const opening = behind > 0 ? null : preamble.exec(text);
  if (opening) add('preamble', { start: 0, end: opening[0].length }, '');
  const handed = opening || behind > 0 ? null : handedOver.exec(text);
  if (handed) add('preamble', { start: handed.index, end: handed.index + handed[0].length }, '');
  const asked = found.length === 0 ? prompt.exec(text) : null;
  if (asked) add('prompt', { start: asked.index, end: asked.index + asked[0].length }, null);
  const quoted = /^(["“'‘«])(.*)(["”'’»])[.]?$/su.exec(text);
  if (quoted && text.length > 4 && !/["“”«»]/.test(quoted[2]) && !/['’‘]/.test(quoted[1] === "'" ? quoted[2] : ''))
    add('quotes', whole, quoted[2]);
  if (enclosed().test(text)) add('brackets', whole, text.trim().slice(1, -1).trim());
  if (style !== 'tags') {
    const absent = absence().exec(text);
    if (absent) {
      const start = absent.index + absent[0].length - absent[1].length;
      // With the blank before it.
      add(
        'absence',
        { start: start > 0 && text[start - 1] === ' ' ? start - 1 : start, end: start + absent[1].length },
        '',
      );
    }
  }
  if (style !== 'tags') {
    const repeated = saidTwice(text);
    if (repeated)
      add(
        'repeated sentence',
        repeated,
        saidTwice(text.slice(0, repeated.start) + text.slice(repeated.end)) ? null : '',
      );
  }
  const cut = style === 'tags' || found.length > 0 ? null : cutOff(text);
  // Of one sentence the words that wait are shown, of several the one that stops.
  if (cut?.isSure === true && (cut.range.start > 0 || waitingIn(text) === null)) add('cut', cut.range, null);
  const waiting = found.length === 0 ? waitingIn(text) : null;
  if (waiting) add('unfinished', waiting, null);
  return found;
}

/** From the first to the last match of a pattern; null without one. */
function spanOf(text: string, pattern: RegExp): TextRange | null {
  const matches = [...text.matchAll(new RegExp(pattern, `g${pattern.flags}`))].filter(({ 0: match }) =>
    /[\p{L}\p{N}]/u.test(match),
  );
  const last = matches.at(-1);
  return last === undefined ? null : { start: matches[0].index, end: last.index + last[0].length };
}

/** The only markup of a text where it is a heading that names the caption, with the blanks behind it; null for any other. */
function announcedIn(text: string, { start, end }: TextRange): TextRange | null {
  const own = text.slice(start, end);
  const blanks = /^\s*(?=\S)/.exec(text.slice(end));
  return blanks !== null && /^\*\*[^*]+:\*\*$/.test(own) && isHeading(own)
    ? { start, end: end + blanks[0].length }
    : null;
}

/** The one text value of a JSON object with a single key, null when there is none. */
function valueIn(text: string): string | null {
  const match = /^\s*\{\s*"[^"]+"\s*:\s*"((?:[^"\\]|\\.)*)"\s*\}\s*$/s.exec(text);
  return match ? match[1].replace(/\\(["\\/])/g, '$1') : null;
}
