import { once } from '../ground/once.ts';
import type { TextRange } from '../ground/text.ts';

/** What people write where something is still to come; all of it, so that "(?)" and "TODO" are found and "todo list" is not. */
const note = once(
  () =>
    /(?<![\p{L}\p{N}_'"“‘-])(?:TODO|TBD|TBC|FIXME|XXX+|CHECK THIS|FILL IN|INSERT [A-Z]+|DESCRIBE [A-Z]+)(?![\p{L}\p{N}_'"”’-])|\(\s*\?+\s*\)|\((?:todo|tbd|tbc|fixme|insert|describe|fill in)\b[^()\n]{0,40}\)|(?<![?!])\?{3,}(?![?!])|(?<![\p{L}\p{N}_])_{3,}(?![\p{L}\p{N}_])/u,
);
/** The same in brackets of any kind: what one is asked to put there. `[trigger]` and `[name]` are a trainer's. */
const bracketed =
  /(?:\[|<|\{)\s*(?:(?:todo|tbd|check|insert|describe|add|fill|your|verify|fix|unsure|unclear|unknown|missing|placeholder)\b[^[\]\n]{0,40}|(?:colou?rs?|place|location|background|setting|object|action|pose|emotion|expression|adjective|noun|clothes|clothing|garment|outfit|hair|eyes|lighting|camera angle|subject|scene|time of day|weather|description|character|style|something|hair colou?r|eye colou?r|\.{2,}|…|\?+))\s*(?:\]|>|\})/i;
/** A tag that is such a note by itself, however it is written. */
const noteTag =
  /^(?:todo|tbd|fixme|n\/a|fill in|insert here|no (?:description|caption|tags?) (?:available|found|provided|generated)|(?:description|caption|image) (?:not available|not found|unavailable|missing)|(?:sample|example|test|dummy|placeholder|default) (?:caption|description|tags?|prompt)|same as (?:above|before|the (?:previous|last|other) (?:one|image|caption|picture)))$/i;

const noteBeginnings =
  'todo tbd fixme n/a fill insert no description caption image sample example test dummy placeholder default same'.split(
    ' ',
  );

function isNoteTag(text: string): boolean {
  const begin = text.slice(0, 11).toLowerCase();
  return noteBeginnings.some((word) => begin.startsWith(word)) && noteTag.test(text);
}

/** A field of a form without its value: "background: N/A". "headwear: none" says something; a picture always has a background. */
const emptyField =
  /(?<=(?:^|[,;|\n])[ \t]*[a-z][a-z _-]{1,24}:[ \t]*)(?:n\/a|n\.a\.|tbd|todo|unknown|unspecified|not specified|null|undefined|[-–—]+|\?+|(?<=(?:background|setting|location|lighting|subject|pose|action|camera|framing|view|angle):[ \t]*)none)(?:[ \t]*\([^()\n]{1,60}\))?(?=[ \t]*(?:$|[,;|\r\n]))/i;

/**
 * A note of somebody who meant to come back: TODO, TBD, ???, `[color]`, a blank to be filled. Null without one; notes within quotes are
 * what the picture says.
 */
export function noteIn(text: string): TextRange | null {
  let start = 0;
  for (const piece of text.split(',')) {
    const own = piece.trim();
    const at = start + piece.indexOf(own);
    if (isNoteTag(own)) return { start: at, end: at + own.length };
    start += piece.length + 1;
  }
  for (const pattern of text.includes(':') ? [bracketed, note(), emptyField] : [bracketed, note()]) {
    const match = pattern.exec(text);
    if (match !== null && !isQuoted(text, match.index))
      return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** Whether a tag as written is or holds a note. */
export const isNote = (written: string): boolean =>
  isNoteTag(written.trim()) || (/[[(<{?_A-Z]/.test(written) && noteIn(written) !== null);

const isQuoted = (text: string, at: number): boolean => (text.slice(0, at).match(/["“”]/g)?.length ?? 0) % 2 === 1;

/** A word that asks for a thing, and an article: "the letter a" and "a hat on" end well. */
const articleAtEnd =
  /(?:^|\s)(?:in|on|with|at|to|of|by|for|from|and|or|as|like|into|onto|over|under|behind|beside|near|through|between|against|around|above|below|across|is|are|has|have|wears|wearing|holds|holding|carrying|sitting|standing|leaning|looking|featuring) (?:an?|the)$/i;
/** A word that only joins, behind others; "the hat she is wearing" ends well. */
const joiningAtEnd =
  /\S\s(?:and|or|featuring|including|(?<!\b(?:is|was|are|were|be|been|he|she|they|['’]s) )wearing)$/i;

/**
 * The words of a text that wait for more: "sitting on a" before a comma, "in a white shirt and" at the end. Tags such as `holding` are
 * whole. Null when nothing waits.
 */
export function waitingIn(text: string): TextRange | null {
  const dots = /[\p{L}\p{N}'’-]+\s*(?:\.{3,}|…)$/u.exec(text);
  if (dots !== null && text.includes(' ')) return { start: dots.index, end: text.length };
  let start = 0;
  const pieces = text.split(',');
  for (const [at, piece] of pieces.entries()) {
    const end = piece.replace(/\s*\.?\s*$/, '').length;
    const own = piece.slice(0, end);
    const match = articleAtEnd.exec(own) ?? (at === pieces.length - 1 ? joiningAtEnd.exec(own) : null);
    if (match !== null) {
      let first = match.index + (/^\s/.test(match[0]) ? 1 : 0);
      // All of the word that comes before is shown.
      while (first > 0 && !/\s/.test(own[first - 1])) first--;
      return { start: start + first, end: start + end };
    }
    start += piece.length + 1;
  }
  return null;
}

/** Whether a piece of a caption may wait for more. */
export const mayWait = (written: string): boolean =>
  /(?:\b(?:an?|the|and|or|featuring|including|wearing))[\s.]*$|\w\s*(?:\.{3,}|…)$/i.test(written);
