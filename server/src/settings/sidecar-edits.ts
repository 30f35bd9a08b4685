import { type FormattingOptions, findNodeAtLocation, type JSONPath, modify, type Node, parseTree } from 'jsonc-parser';
import { applyEdits } from '../ground/edits.ts';
import { tooDeepAt } from '../ground/nesting.ts';
import type { TextEdit } from '../ground/text.ts';
import type { Suppression, Verdict } from './sidecar-data.ts';

/** A text for a sidecar that does not exist yet. */
export const newSidecar = '{\n}\n';

/** The edits that put a suppression into a sidecar; everything else keeps its place and its formatting. None when it is there. */
export function addSuppression(text: string, suppression: Suppression): TextEdit[] {
  return append(text, 'suppressions', suppression, (own) => sameEntries(own, suppression, ['rule', 'file', 'tag']));
}

export interface ConfirmedConcept {
  readonly trigger: string;
  readonly classWord: string | null;
  /** Relative to the dataset's root; "" for all of it. */
  readonly folder: string;
}

/** The edits that put a concept into a sidecar, in the place of one that was declared for the same folder. */
export function confirmConcept(text: string, { trigger, classWord, folder }: ConfirmedConcept): TextEdit[] {
  const concept = {
    trigger,
    ...(classWord === null ? {} : { classWord }),
    ...(folder === '' ? {} : { folders: [folder] }),
  };
  const folders = (own: { folders?: unknown }): string => JSON.stringify(own.folders ?? []);
  const list = entries(text, 'concepts');
  const at = list.findIndex((own) => isObject(own) && folders(own) === folders(concept));
  if (at >= 0) return edit(text, ['concepts', at], concept);
  return append(text, 'concepts', concept, () => false);
}

/** The edits that put a verdict into a sidecar, in the place of an earlier one about the same images; null takes that out. */
export function putVerdict(text: string, files: readonly string[], verdict: Verdict | null): TextEdit[] {
  const same = (own: unknown): boolean =>
    isObject(own) && Array.isArray(own.files) && [...own.files].sort().join('\n') === [...files].sort().join('\n');
  const at = entries(text, 'verdicts').findIndex(same);
  if (at >= 0) return edit(text, ['verdicts', at], verdict ?? undefined);
  return verdict === null ? [] : append(text, 'verdicts', verdict, () => false);
}

/** The edits that set one of the sidecar's own options. None when it says so already. */
export function setOption(text: string, option: string, value: unknown): TextEdit[] {
  return edit(text, [option], value);
}

/** The edits that let a tag pass always: no rule complains about it any more. None when it is so already. */
export function allowTag(text: string, tag: string, rules: readonly string[]): TextEdit[] {
  let changed = text;
  for (const rule of rules) changed = applyEdits(changed, addSuppression(changed, { rule, tag }));
  return changed === text ? [] : [{ range: { start: 0, end: text.length }, newText: changed }];
}

/**
 * The edits that give files their new names in suppressions and verdicts.
 * @param renamed old to new name, relative to the sidecar's folder
 */
export function renameInSidecar(text: string, renamed: ReadonlyMap<string, string>): TextEdit[] {
  const root = treeOf(text);
  const nodes = ['suppressions', 'verdicts'].flatMap((key) => {
    const list = root && findNodeAtLocation(root, [key]);
    return (list?.type === 'array' ? (list.children ?? []) : []).flatMap((entry) => {
      const file = findNodeAtLocation(entry, ['file']);
      const files = findNodeAtLocation(entry, ['files']);
      return [...(file ? [file] : []), ...(files?.type === 'array' ? (files.children ?? []) : [])];
    });
  });
  return nodes.flatMap(({ type, value, offset, length }) => {
    const name = type === 'string' ? renamed.get(value) : undefined;
    if (name === undefined) return [];
    return [{ range: { start: offset, end: offset + length }, newText: JSON.stringify(name) }];
  });
}

/** The root object of a sidecar; undefined for a blank text. A text that is something else is somebody's: it gets no edits. */
function treeOf(text: string): Node | undefined {
  return tooDeepAt(text) === null ? parseTree(text, [], { allowTrailingComma: true }) : undefined;
}

/** Whether there is an object, or nothing yet, that edits can be made in. */
function takesEdits(text: string): boolean {
  return text.trim() === '' || treeOf(text)?.type === 'object';
}

function append(text: string, key: string, value: object, isSame: (own: object) => boolean): TextEdit[] {
  const list = entries(text, key);
  if (list.some((own) => isObject(own) && isSame(own))) return [];
  // An existing list gets one more entry; anything else in its place is replaced by a list.
  const isList = Array.isArray(valueAt(text, key));
  return isList ? edit(text, [key, list.length], value, true) : edit(text, [key], [value]);
}

function edit(text: string, path: JSONPath, value: unknown, isArrayInsertion = false): TextEdit[] {
  if (!takesEdits(text)) return [];
  const formattingOptions = styleOf(text);
  return modify(text, path, value, { formattingOptions, isArrayInsertion }).map(({ offset, length, content }) => ({
    range: { start: offset, end: offset + length },
    newText: content,
  }));
}

function valueAt(text: string, key: string): unknown {
  const root = treeOf(text);
  const node = root && findNodeAtLocation(root, [key]);
  return node?.type === 'array' ? (node.children ?? []) : undefined;
}

function entries(text: string, key: string): unknown[] {
  const root = treeOf(text);
  const node = root && findNodeAtLocation(root, [key]);
  if (node?.type !== 'array') return [];
  return (node.children ?? []).map((child) => {
    const found: Record<string, unknown> = {};
    for (const property of child.type === 'object' ? (child.children ?? []) : []) {
      const [name, value] = property.children ?? [];
      if (name && value)
        found[name.value] = value.type === 'array' ? (value.children ?? []).map((c) => c.value) : value.value;
    }
    return found;
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sameEntries(own: object, other: object, keys: readonly string[]): boolean {
  const [a, b] = [own as Record<string, unknown>, other as Record<string, unknown>];
  return keys.every((key) => a[key] === b[key]);
}

/** Indentation and line ends as the text has them; two spaces without any. */
function styleOf(text: string): FormattingOptions {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1];
  const tabs = indent?.startsWith('\t') ?? false;
  return {
    insertSpaces: !tabs,
    tabSize: tabs ? 1 : (indent?.length ?? 2),
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
