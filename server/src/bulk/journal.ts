import { z } from 'zod';
import { once } from '../ground/once.ts';
import { folderOf } from '../ground/paths.ts';
import { type Difference, differenceOf, type FileChange, hashOf, staysInside, withDifference } from './change.ts';

const editSchema = once(() =>
  z
    .object({
      file: z.string().refine(staysInside),
      before: z.string(),
      beforeHash: z.string(),
      afterHash: z.string(),
      /** Where a link led that goes out of the dataset, when the change was made; undo follows it nowhere else. */
      target: z.string().optional(),
      /** What the change put in the place of which bytes: with it a half-written file is known for one. */
      change: z.object({ start: z.number(), end: z.number(), bytes: z.string() }).optional(),
    })
    .refine(({ before, beforeHash }) => hashOf(bytesOf(before)) === beforeHash)
    .refine((entry) => {
      const after = afterOf(entry);
      return after === null || hashOf(after) === entry.afterHash;
    }),
);
const moveSchema = once(() =>
  z.object({
    from: z.string().refine(staysInside),
    to: z.string().refine(staysInside),
    /** Where a linked folder of the dataset led, when the file was moved out of it. */
    target: z.string().optional(),
  }),
);
const renameSchema = once(() =>
  z.object({
    from: z.string().refine(staysInside),
    to: z.string().refine(staysInside),
    /** Of the file's bytes: another file under the new name is none of ours. */
    hash: z.string(),
  }),
);
const creationSchema = once(() =>
  z.object({
    file: z.string().refine(staysInside),
    /** What the file was made with, in base64. */
    bytes: z.string(),
  }),
);
export const journalSchema = once(() =>
  z.object({
    version: z.union([z.literal(1), z.literal(2)]),
    root: z.string(),
    /** Milliseconds since the epoch. */
    time: z.number(),
    title: z.string(),
    /** The same in journals of one decision, which are undone together. */
    together: z.string().optional(),
    /** Files that got other bytes. */
    entries: z.array(editSchema()).default([]),
    /** Files that went to the folder beside the dataset; both names are relative, to the root and to that folder. */
    moves: z.array(moveSchema()).default([]),
    /** Files that got another name; both are relative to the root. */
    renames: z.array(renameSchema()).default([]),
    /** Files that were made; relative to the root. */
    creations: z.array(creationSchema()).default([]),
  }),
);

/** What is noted of a change before it is made. */
export type Journal = z.infer<ReturnType<typeof journalSchema>>;
export type JournalEntry = Journal['entries'][number];
export type JournalMove = Journal['moves'][number];
export type JournalRename = Journal['renames'][number];
export type JournalCreation = Journal['creations'][number];

export const bytesOf = (base64: string): Uint8Array => Buffer.from(base64, 'base64');

/** The bytes that an edit left; null where its journal does not tell. */
export function afterOf({ before, change }: Pick<JournalEntry, 'before' | 'change'>): Uint8Array | null {
  return change ? withDifference(bytesOf(before), { ...change, bytes: bytesOf(change.bytes) }) : null;
}

/** An entry of a journal for a change. */
export function entryOf({ file, before, after }: FileChange, target: string | null = null): JournalEntry {
  const { start, end, bytes }: Difference = differenceOf(before, after);
  const base64 = (data: Uint8Array): string => Buffer.from(data).toString('base64');
  return {
    file,
    ...(target === null ? {} : { target }),
    before: base64(before),
    beforeHash: hashOf(before),
    afterHash: hashOf(after),
    change: { start, end, bytes: base64(bytes) },
  };
}

/** The folder beside a dataset that its files are moved to. */
export const asideFolder = (root: string): string => `${root} - moved aside`;

/** The folders, absolute, of the files that a journal names. */
export function foldersOf(root: string, journal: Journal | null): Set<string> {
  const files = [
    ...(journal?.entries ?? []).map(({ file }) => `${root}/${file}`),
    ...(journal?.renames ?? []).map(({ from }) => `${root}/${from}`),
    ...(journal?.creations ?? []).map(({ file }) => `${root}/${file}`),
    ...(journal?.moves ?? []).flatMap(({ from, to }) => [`${root}/${from}`, `${asideFolder(root)}/${to}`]),
  ];
  return new Set(files.map(folderOf));
}
