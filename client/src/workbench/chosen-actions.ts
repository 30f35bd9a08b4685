import * as vscode from 'vscode';
import {
  type BulkOperation,
  bulkApply,
  suppressIn,
  tagsOfCaptions,
  type WorkingTargets,
  workingTargets,
} from '../../../server/src/lsp/protocol.ts';
import { leftText, undoLast } from '../bulk.ts';
import { inStep } from '../in-step.ts';
import { longWriting } from '../long-writing.ts';
import type { Server } from '../server.ts';
import { t } from '../text.ts';
import type { WorkingSets } from '../working-set.ts';
import { askTags, type TagQuestion } from './tag-input.ts';

/** What is done to the selected captions, else to the current one: each one entry of the journal, taken back by one undo. */
export function registerChosenActions(
  context: vscode.ExtensionContext,
  server: Server,
  sets: WorkingSets,
  tell: (text: string) => void,
): void {
  const chosen = new ChosenCaptions(server, sets, tell);
  const command = (id: string, act: () => Promise<unknown>): void =>
    void context.subscriptions.push(
      vscode.commands.registerCommand(`tagmetry.${id}`, () =>
        // What was selected a moment ago is meant, though the server has not said so yet.
        sets
          .settled()
          .then(act)
          .catch((error) => tell(error instanceof Error ? error.message : String(error))),
      ),
    );
  const more: [label: string, icon: string, act: () => Promise<unknown>][] = [
    [t('Add a tag in front'), 'add', () => chosen.add('front')],
    [t('Move tags to the front'), 'arrow-up', () => chosen.moveToFront()],
    [t('Copy the tags of the current caption to the selected ones'), 'copy', () => chosen.copyTags()],
    [t('Rename a tag in the whole dataset'), 'edit', () => chosen.rename()],
    [t('Verify a tag'), 'checklist', () => Promise.resolve(vscode.commands.executeCommand('tagmetry.verifyTag'))],
    [t('Suppress a rule here'), 'mute', () => chosen.suppress()],
    [t('Leave out of the list'), 'eye-closed', () => sets.go({ kind: 'leave-out' })],
    [t('Move aside, image and caption'), 'folder', () => chosen.moveAside()],
    [t('More operations…'), 'ellipsis', () => Promise.resolve(vscode.commands.executeCommand('tagmetry.editCaptions'))],
  ];
  command('addTag', () => chosen.add('end'));
  command('removeTagFromChosen', () => chosen.remove());
  command('replaceTagInChosen', () => chosen.replace());
  command('renameTagEverywhere', () => chosen.rename());
  command('copyTags', () => chosen.copy());
  command('pasteTags', () => chosen.paste());
  command('undoLast', async () => {
    const { state } = sets;
    if (state) await chosen.undo(state.root);
  });
  command('actOnChosen', async () => {
    const items = more.map(([label, icon, act]) => ({ label: `$(${icon}) ${label}`, act }));
    const picked = await sets.texts.whileAsking(() => vscode.window.showQuickPick(items, { title: chosen.title }));
    await picked?.act();
  });
}

class ChosenCaptions {
  readonly #server: Server;
  readonly #sets: WorkingSets;
  readonly #tell: (text: string) => void;
  /** The editor shows what the last action wrote. */
  #settled: Promise<void> = Promise.resolve();

  constructor(server: Server, sets: WorkingSets, tell: (text: string) => void) {
    this.#server = server;
    this.#sets = sets;
    this.#tell = tell;
  }

  /** What an action is about, in words. */
  get title(): string {
    const { state } = this.#sets;
    if (!state) return '';
    if (state.selection.length > 0) return t('{0} selected captions', state.targets);
    return state.current?.key.split('/').at(-1) ?? '';
  }

  async undo(root: string): Promise<void> {
    await this.#settled;
    await this.#inStep(root, null);
    this.#tell(await undoLast(this.#server, root));
    this.#settled = this.#inStep(root, null);
  }

  async add(at: 'front' | 'end'): Promise<void> {
    const tags = await this.#ask(() => vscode.l10n.t('Add tags: {0}', this.title), 'dataset', true);
    if (tags) await this.#apply({ kind: 'add', tags: [...tags], at });
  }

  async remove(): Promise<void> {
    const tags = await this.#ask(() => vscode.l10n.t('Remove tags: {0}', this.title), 'present', false);
    if (tags) await this.#apply({ kind: 'remove', tags: [...tags] });
  }

  async replace(): Promise<void> {
    const [tag] = (await this.#ask(() => t('Replace which tag: {0}', this.title), 'present', false)) ?? [];
    if (tag === undefined) return;
    const tags = await this.#ask(() => t('Replace "{0}" with what?', tag), 'dataset', true);
    if (tags) await this.#apply({ kind: 'replace', tag, with: tags.join(', ') });
  }

  async moveToFront(): Promise<void> {
    const tags = await this.#ask(() => vscode.l10n.t('Move tags to the front: {0}', this.title), 'present', false);
    if (tags) await this.#apply({ kind: 'move-front', tags: [...tags] });
  }

  /**
   * Renames the tag at the cursor of the caption, else one that is asked for, in every caption of the dataset, not of the selection only.
   * Other than the editor's own rename it leaves no unsaved captions behind, and one undo takes it back without a question.
   */
  async rename(): Promise<void> {
    const tag =
      (await tagAtCursor()) ??
      (await this.#ask(() => t('Rename which tag in the whole dataset?'), 'dataset', false))?.[0];
    if (tag === undefined) return;
    const [name] = (await this.#ask(() => t('New name of "{0}"', tag), 'dataset', 'first')) ?? [];
    if (name !== undefined) await this.#apply({ kind: 'replace', tag, with: name }, 'dataset');
  }

  /** The tags of the current caption, as they are written. */
  async #tagsOfCurrent(): Promise<readonly string[]> {
    const { state } = this.#sets;
    const current = state?.current;
    if (!state || !current?.hasCaption || current.caption === null) return [];
    const client = await this.#server.client();
    const files = [decodeURIComponent(current.caption.slice(state.root.length + 1))];
    const [tags = []] = await client.sendRequest(tagsOfCaptions, { uri: state.root, files, asWritten: true });
    return [...new Set(tags)];
  }

  async copyTags(): Promise<void> {
    const tags = await this.#tagsOfCurrent();
    if (tags.length > 0) await this.#apply({ kind: 'add', tags: [...tags], at: 'end' });
  }

  async copy(): Promise<void> {
    const tags = await this.#tagsOfCurrent();
    await vscode.env.clipboard.writeText(tags.join(', '));
    this.#tell(t('{0} tags copied.', tags.length));
  }

  async paste(): Promise<void> {
    const text = (await vscode.env.clipboard.readText()).trim();
    const tags = text.split(',').flatMap((tag) => tag.trim() || []);
    // Whatever else somebody copied is not spread over captions.
    if (tags.length === 0 || /[\r\n]/.test(text)) {
      this.#tell(vscode.l10n.t('The clipboard holds no tags on one line.'));
      return;
    }
    await this.#apply({ kind: 'add', tags, at: 'end' });
  }

  async suppress(): Promise<void> {
    const targets = await this.#targets();
    const client = await this.#server.client();
    const found = await client.sendRequest(suppressIn, { uri: targets.root, files: targets.captions, rule: null });
    const items = found.map(({ rule, captions }) => ({ label: rule, description: String(captions), rule }));
    const picked = await this.#sets.texts.whileAsking(() =>
      vscode.window.showQuickPick(items, { title: t('Suppress which rule: {0}', this.title) }),
    );
    if (!picked) return;
    await client.sendRequest(suppressIn, { uri: targets.root, files: targets.captions, rule: picked.rule });
    const sidecar = vscode.Uri.joinPath(vscode.Uri.parse(targets.root), '.tagmetry.json').toString();
    await vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === sidecar)?.save();
    this.#tell(t('{0} is suppressed in {1} captions.', picked.rule, targets.captions.length));
  }

  async moveAside(): Promise<void> {
    const { root, images } = await this.#targets();
    if (images.length > 0) await vscode.commands.executeCommand('tagmetry.moveAside', vscode.Uri.parse(root), images);
  }

  async #targets(): Promise<WorkingTargets> {
    const client = await this.#server.client();
    return client.sendRequest(workingTargets, { of: 'chosen' });
  }

  async #ask(
    title: TagQuestion['title'],
    among: TagQuestion['among'],
    mayBeNew: TagQuestion['mayBeNew'],
  ): Promise<readonly string[] | undefined> {
    const { state } = this.#sets;
    if (!state) throw new Error(vscode.l10n.t('Open a caption of the dataset first.'));
    if (state.total === 0) throw new Error(t('There is no caption to change.'));
    const ready = this.#settled;
    const question = { uri: state.root, title, onDidChangeTitle: this.#sets.onDidChange, among, mayBeNew, ready };
    const tags = await this.#sets.texts.whileAsking(() => askTags(this.#server, question));
    return tags?.length === 0 ? undefined : tags;
  }

  async #apply(operation: BulkOperation, of: 'chosen' | 'dataset' = 'chosen'): Promise<void> {
    const targets = await this.#targets();
    const client = await this.#server.client();
    const files = of === 'chosen' ? { files: targets.captions, begin: targets.unwritten } : {};
    await this.#saveTyped(targets.root, of === 'chosen' ? targets.captions : null);
    await this.#settled;
    await this.#inStep(targets.root, of === 'chosen' ? targets.captions : null);
    const result = await longWriting(client, (workDoneToken, cancel) =>
      client.sendRequest(bulkApply, { uri: targets.root, filter: '', operation, ...files, workDoneToken }, cancel),
    );
    this.#settled = this.#inStep(targets.root, of === 'chosen' ? targets.captions : null);
    const said = [t('{0}: {1} captions changed.', result.title, result.written)];
    if (result.failed.length > 0) said.push(leftText(result.failed));
    this.#tell(said.join(' '));
  }

  /** The editor has read again what an action before this one wrote. */
  async #inStep(root: string, files: readonly string[] | null): Promise<void> {
    const base = vscode.Uri.parse(root);
    await inStep(base, files?.map((file) => vscode.Uri.joinPath(base, ...file.split('/'))) ?? null);
  }

  /** What was typed in captions that are about to be written is saved: they could not be written otherwise. */
  async #saveTyped(root: string, files: readonly string[] | null): Promise<void> {
    const base = vscode.Uri.parse(root);
    const meant = files && new Set(files.map((file) => vscode.Uri.joinPath(base, ...file.split('/')).toString()));
    for (const document of vscode.workspace.textDocuments)
      if (document.isDirty && document.uri.scheme === 'file' && (meant?.has(document.uri.toString()) ?? true))
        if (meant || document.uri.path.startsWith(`${base.path}/`)) await document.save();
  }
}

/** The tag under the cursor of the caption that has the focus; undefined elsewhere, and where no tag is. */
async function tagAtCursor(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  try {
    const { uri } = editor.document;
    const place: { readonly placeholder: string } | undefined = await vscode.commands.executeCommand(
      'vscode.prepareRename',
      uri,
      editor.selection.active,
    );
    return place?.placeholder;
  } catch {
    // Nothing there that has a name.
    return undefined;
  }
}
