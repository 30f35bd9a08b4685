import path from 'node:path';
import * as vscode from 'vscode';
import {
  type BulkOperation,
  type BulkPreview,
  bulkApply,
  bulkPreview,
  bulkUndo,
} from '../../server/src/lsp/protocol.ts';
import { askScope } from './bulk-scope.ts';
import { reasonsOf } from './left-captions.ts';
import { longWriting } from './long-writing.ts';
import type { Server } from './server.ts';
import { t } from './text.ts';
import type { WorkingSets } from './working-set.ts';

/**
 * "Edit Captions…" and "Undo Last Bulk Edit". The server writes the captions and notes them in its journal: unlike the
 * editor's own undo over many files this leaves no hundreds of open editors behind and works after a restart. What will
 * change is shown first, caption by caption.
 */
export function register(context: vscode.ExtensionContext, server: Server, sets: WorkingSets): void {
  const guarded =
    <A extends unknown[]>(act: (...args: A) => Promise<void>) =>
    (...args: A): Promise<void> =>
      act(...args).catch((error) => {
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      });
  context.subscriptions.push(
    vscode.commands.registerCommand(
      'tagmetry.editCaptions',
      // With a prepared edit, for keybindings: only the preview is shown.
      guarded(async (given?: unknown, prepared?: unknown) => {
        const folder = given instanceof vscode.Uri ? given : undefined;
        const edit = preparedOf(prepared) ?? preparedOf(given);
        const uri = folder?.toString() ?? (edit ? undefined : sets.state?.root) ?? placeOf();
        if (!uri) return;
        const scope = edit ? { filter: edit.filter } : await askScope(server, sets, uri);
        const operation = scope && (edit?.operation ?? (await askOperation()));
        if (scope && operation) await editCaptions(server, uri, scope.filter, operation, scope.files);
      }),
    ),
    vscode.commands.registerCommand(
      'tagmetry.undoBulkEdit',
      guarded(async (given?: vscode.Uri) => {
        const uri = given instanceof vscode.Uri ? given.toString() : (sets.state?.root ?? placeOf());
        if (uri) await undo(server, uri);
      }),
    ),
  );
}

/** A bulk edit given as an argument of the command, such as by a keybinding; the server checks it. */
function preparedOf(argument: unknown): { filter: string; operation: BulkOperation } | undefined {
  if (typeof argument !== 'object' || argument === null || !('operation' in argument)) return undefined;
  const filter = 'filter' in argument && typeof argument.filter === 'string' ? argument.filter : '';
  return { filter, operation: argument.operation as BulkOperation };
}

/** The folder or caption a command is about: the given one, the editor's, or the only folder. */
export function placeOf(given?: vscode.Uri): string | undefined {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const uri =
    given instanceof vscode.Uri
      ? given
      : (vscode.window.activeTextEditor?.document.uri ?? (folders.length === 1 ? folders[0].uri : undefined));
  if (!uri)
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a caption first, or choose a folder in the Explorer.'),
    );
  return uri?.toString();
}

/**
 * Shows what an edit would change, and writes what the user leaves chosen.
 * @param only captions that are meant, relative to the dataset's root; left out: all of the filter
 */
export async function editCaptions(
  server: Server,
  uri: string,
  filter: string,
  operation: BulkOperation,
  only?: readonly string[],
): Promise<void> {
  const client = await server.client();
  const params = { uri, filter, operation, ...(only && { files: only }) };
  let preview = await client.sendRequest(bulkPreview, params);
  if (preview.untouchable.length > 0) void vscode.window.showWarningMessage(leftText(preview.untouchable));
  if (preview.changes.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No caption would change.'));
    return;
  }
  if (!(await saved(preview))) return;
  preview = await client.sendRequest(bulkPreview, params);
  const files = await choose(preview);
  if (!files || files.length === 0) return;
  const { title, written, failed } = await longWriting(client, (workDoneToken, cancel) =>
    client.sendRequest(bulkApply, { uri, filter, operation, files, workDoneToken }, cancel),
  );
  const undoTitle = vscode.l10n.t('Undo');
  const message = t('{0}: {1} captions changed.', title, written);
  const answer =
    failed.length === 0
      ? await vscode.window.showInformationMessage(message, undoTitle)
      : await vscode.window.showWarningMessage(`${message} ${leftText(failed)}`, undoTitle);
  if (answer === undoTitle) await undo(server, uri);
}

/** The captions of a preview, all chosen; the user takes out what should stay. Undefined when the user leaves. */
async function choose(preview: BulkPreview): Promise<string[] | undefined> {
  const items = preview.changes.map(({ file, before, after }) => ({
    label: file,
    description: shortened(before, after),
    detail: shortened(after, before),
    picked: true,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: t('{0}: {1} captions', preview.title, preview.changes.length),
    placeHolder: vscode.l10n.t('Before on the right, after below. Press Enter to write the selected captions.'),
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDetail: true,
  });
  return chosen?.map(({ label }) => label);
}

/** The part of a text that differs from another, with a little around it. */
function shortened(text: string, other: string): string {
  let start = 0;
  while (start < text.length && text[start] === other[start]) start++;
  const from = start > 20 ? text.indexOf(' ', start - 20) + 1 : 0;
  return `${from > 0 ? '…' : ''}${text.slice(from, from + 120)}`;
}

/** Saves captions with unsaved changes when the user agrees: they could not be written otherwise. */
async function saved({ root, changes }: BulkPreview): Promise<boolean> {
  const files = new Set(changes.map(({ file }) => vscode.Uri.joinPath(vscode.Uri.parse(root), file).toString()));
  const dirty = vscode.workspace.textDocuments.filter(
    (document) => document.isDirty && files.has(document.uri.toString()),
  );
  if (dirty.length === 0) return true;
  const save = vscode.l10n.t('Save and Continue');
  const answer = await vscode.window.showWarningMessage(
    t('{0} captions have unsaved changes.', dirty.length),
    { modal: true, detail: namesOf(dirty.map(({ uri }) => uri.path)) },
    save,
  );
  if (answer !== save) return false;
  const results = await Promise.all(dirty.map((document) => document.save()));
  return results.every(Boolean);
}

async function undo(server: Server, uri: string): Promise<void> {
  const { text, isWhole } = await takeBack(server, uri);
  if (isWhole) void vscode.window.showInformationMessage(text);
  else void vscode.window.showWarningMessage(text);
}

/** Takes the last change of captions back. What came of it is the answer. */
export async function undoLast(server: Server, uri: string): Promise<string> {
  return (await takeBack(server, uri)).text;
}

async function takeBack(server: Server, uri: string): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  const client = await server.client();
  const unsaved = vscode.workspace.textDocuments.flatMap(({ isDirty, uri }) => (isDirty ? uri.toString() : []));
  const { kind, title, files, left, unusable } = await longWriting(client, (workDoneToken, cancel) =>
    client.sendRequest(bulkUndo, { uri, unsaved, workDoneToken }, cancel),
  );
  if (unusable.length > 0)
    void vscode.window.showWarningMessage(
      t('These journals are damaged or of another folder; what they note cannot be undone: {0}', unusable.join(', ')),
    );
  if (kind === 'nothing') return { text: t('There is no change to undo in this folder.'), isWhole: true };
  if (kind === 'undone') return { text: t('Undone: {0} ({1} captions).', title, files.length), isWhole: true };
  const said =
    files.length === 0
      ? t('Not undone: {0} ({1} captions left as before).', title, left.length)
      : t(
          'Undone in part: {0} ({1} captions, {2} are left; undo again to try those).',
          title,
          files.length,
          left.length,
        );
  return { text: `${said} ${reasonsText(left)}`, isWhole: false };
}

type Left = Parameters<typeof reasonsOf>[0];

const reasonsText = (left: Left): string => reasonsOf(left, (captions) => t('{0} captions', captions));

/** How many captions were left as they are, and why. */
export const leftText = (left: Left): string => t('{0} left unchanged: {1}', left.length, reasonsText(left));

function namesOf(files: readonly string[]): string {
  const names = files.slice(0, 5).map((file) => path.basename(file));
  return names.join(', ') + (files.length > names.length ? ' …' : '');
}

interface OperationItem extends vscode.QuickPickItem {
  readonly ask: () => Promise<BulkOperation | undefined>;
}

async function askOperation(): Promise<BulkOperation | undefined> {
  const { t } = vscode.l10n;
  const add = (at: 'front' | 'end') => async (): Promise<BulkOperation | undefined> => {
    const tags = await askTags(t('Tags to add'));
    return tags && { kind: 'add', tags, at };
  };
  const items: OperationItem[] = [
    { label: t('Add at the end'), iconPath: new vscode.ThemeIcon('add'), ask: add('end') },
    { label: t('Add in front'), iconPath: new vscode.ThemeIcon('add'), ask: add('front') },
    {
      label: t('Add after a tag'),
      iconPath: new vscode.ThemeIcon('add'),
      ask: async () => {
        const after = await askText(t('After which tag'));
        const tags = after === undefined ? undefined : await askTags(t('Tags to add'));
        return after !== undefined && tags ? { kind: 'add', tags, at: 'after', after } : undefined;
      },
    },
    {
      label: t('Remove tags'),
      iconPath: new vscode.ThemeIcon('remove'),
      ask: async () => {
        const tags = await askTags(t('Tags to remove'));
        return tags && { kind: 'remove', tags };
      },
    },
    {
      label: t('Replace a tag'),
      iconPath: new vscode.ThemeIcon('replace'),
      ask: async () => {
        const tag = await askText(t('Tag to replace'));
        const other = tag === undefined ? undefined : await askText(t('New tag'), true);
        return tag !== undefined && other !== undefined ? { kind: 'replace', tag, with: other } : undefined;
      },
    },
    { label: t('Replace text'), iconPath: new vscode.ThemeIcon('replace-all'), ask: () => askReplaceText(false) },
    {
      label: t('Replace by regular expression'),
      iconPath: new vscode.ThemeIcon('regex'),
      ask: () => askReplaceText(true),
    },
    {
      label: t('Move tags to the front'),
      iconPath: new vscode.ThemeIcon('arrow-up'),
      ask: async () => {
        const tags = await askTags(t('Tags to move, in their new order'));
        return tags && { kind: 'move-front', tags };
      },
    },
    {
      label: t('Sort in a given order'),
      iconPath: new vscode.ThemeIcon('list-ordered'),
      ask: async () => {
        const order = await askTags(t('Tags in the order you want; the others follow'));
        return order && { kind: 'sort', order };
      },
    },
    {
      label: t('Remove repeated tags'),
      iconPath: new vscode.ThemeIcon('clear-all'),
      ask: async () => ({ kind: 'deduplicate' }),
    },
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: t('Edit captions: what to change?'),
    ignoreFocusOut: true,
  });
  return chosen?.ask();
}

async function askReplaceText(regex: boolean): Promise<BulkOperation | undefined> {
  const find = await askText(regex ? vscode.l10n.t('Pattern to find') : vscode.l10n.t('Text to find'));
  if (find === undefined) return undefined;
  const other = await askText(
    regex ? vscode.l10n.t('Replace with ($1 for a group)') : vscode.l10n.t('Replace with'),
    true,
  );
  return other === undefined ? undefined : { kind: 'replace-text', find, with: other, regex, matchCase: regex };
}

async function askTags(title: string): Promise<string[] | undefined> {
  const text = await askText(title, false, vscode.l10n.t('Several tags with commas between them'));
  const tags = text?.split(',').map((tag) => tag.trim());
  return tags?.filter((tag) => tag !== '');
}

async function askText(title: string, mayBeEmpty = false, prompt?: string): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({ title, prompt, ignoreFocusOut: true });
  return text === undefined || (text === '' && !mayBeEmpty) ? undefined : text;
}
