import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, lensOf, read, until, writeCaption, writeCaptions } from './editor.ts';

const at = (line: number, character: number): vscode.Position => new vscode.Position(line, character);

/** What hover says at a place, once it says something. */
async function hoverAt(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  return until('hover', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
    const texts = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    return texts.join('\n');
  });
}

describe('writing a caption', () => {
  afterEach(closeEditors);

  it('completes tags of the folder with separator and space', async () => {
    const [first] = writeCaptions(8, () => 'ohwx woman, red scarf, long hair, smile');
    const uri = writeCaption('new', 'ohwx woman', path.basename(path.dirname(first.fsPath)));
    const editor = await vscode.window.showTextDocument(uri);
    await lensOf(uri);
    await editor.edit((edit) => edit.insert(at(0, 10), ',lon'));
    const list = await until('completion', async () => {
      const found = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        at(0, 14),
      );
      return found.items.some(({ label }) => labelOf(label) === 'long hair') && found;
    });
    const item = list.items.find(({ label }) => labelOf(label) === 'long hair');
    assert.ok(item);
    editor.selection = new vscode.Selection(at(0, 14), at(0, 14));
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    // The editor takes a suggestion only once its list is open.
    await until('the suggestion', async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText() !== 'ohwx woman,lon';
    });
    assert.equal(editor.document.getText(), 'ohwx woman, long hair');
  });

  it('shows the picture at the start of the caption, and facts of a tag elsewhere', async () => {
    const [uri] = writeCaptions(4, () => 'ohwx woman, red scarf, smile');
    await vscode.window.showTextDocument(uri);
    await lensOf(uri);
    const whole = await hoverAt(uri, at(0, 0));
    assert.match(whole, /!\[[^\]]+\]\(data:image\/jpeg;base64,/);
    assert.match(whole, /256×256 → bucket/);
    const tag = await hoverAt(uri, at(0, 14));
    assert.match(tag, /red scarf/);
    assert.doesNotMatch(tag, /data:image/);
  });

  it('finds, marks and names what it is made of', async () => {
    const uris = writeCaptions(5, (n) => `ohwx woman, ${n === 4 ? 'blue' : 'red'} scarf, smile`);
    const [uri] = uris;
    await vscode.window.showTextDocument(uri);
    await lensOf(uri);
    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      uri,
      at(0, 14),
    );
    assert.deepEqual(
      references.map((location) => path.basename(location.uri.fsPath)).sort(),
      uris.slice(0, 4).map(({ fsPath }) => path.basename(fsPath)),
    );
    const highlights = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      uri,
      at(0, 14),
    );
    assert.deepEqual(
      highlights.map(({ range }) => [range.start.character, range.end.character]),
      [[12, 21]],
    );
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['ohwx woman', 'red scarf', 'smile'],
    );
  });

  it('is formatted without changing an order', async () => {
    const uri = writeCaption('a', '  ohwx woman ,red hat,,  smile ');
    await vscode.window.showTextDocument(uri);
    await lensOf(uri);
    await vscode.commands.executeCommand('editor.action.formatDocument');
    await until('the formatted caption', () => textOf(uri) === 'ohwx woman, red hat, smile');
  });

  it('has a lens, the mark where the window ends, and roles', async () => {
    const uri = writeCaption('a', `${'sitting, '.repeat(50)}red dress`);
    await vscode.window.showTextDocument(uri);
    await lensOf(uri);
    const range = new vscode.Range(at(0, 0), at(0, 1000));
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      uri,
      range,
    );
    assert.equal(hints.length, 1);
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      uri,
    );
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      uri,
    );
    assert.ok(legend.tokenTypes.length > 0);
    assert.ok(tokens.data.length > 0);
  });
});

describe('renaming a tag', () => {
  afterEach(closeEditors);

  it('over 30 captions is one undo step', async () => {
    const uris = writeCaptions(30, (n) => `ohwx woman, number ${n}, red scarf`);
    const editor = await vscode.window.showTextDocument(uris[0]);
    await lensOf(uris[0]);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      uris[0],
      editor.document.positionAt(editor.document.getText().indexOf('scarf')),
      'crimson scarf',
    );
    assert.equal(edit.size, 30);
    // What "Apply" in the Refactor Preview does, without the question that edits of closed files carry.
    const plain = new vscode.WorkspaceEdit();
    for (const [uri, edits] of edit.entries()) plain.set(uri, edits);
    assert.ok(await vscode.workspace.applyEdit(plain, { isRefactoring: true }));
    await until('all captions on disk', () => uris.every((uri) => read(uri).endsWith('crimson scarf')));
    await vscode.window.showTextDocument(uris[0]);
    await vscode.commands.executeCommand('undo');
    await until('the undone captions', () => uris.every((uri) => textOf(uri).endsWith(' red scarf')));
    // VS Code undoes in its editors, not on disk: all 30 come back as unsaved editors.
    const unsaved = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
    assert.equal(unsaved.length, 30);
    for (const document of unsaved) await document.save();
    assert.ok(uris.every((uri, n) => read(uri) === `ohwx woman, number ${n}, red scarf`));
  });

  it('sees what is not saved yet', async () => {
    const uris = writeCaptions(3, () => 'ohwx woman, red scarf');
    const editor = await vscode.window.showTextDocument(uris[1]);
    await lensOf(uris[1]);
    await editor.edit((edit) => edit.insert(at(0, 0), 'new tag, '));
    const first = await vscode.window.showTextDocument(uris[0]);
    const edit = await until('a rename that knows the unsaved text', async () => {
      const made = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        first.document.uri,
        at(0, 14),
        'crimson scarf',
      );
      const [change] = made.get(uris[1]);
      return change?.range.start.character === 21 && made;
    });
    assert.equal(edit.size, 3);
  });
});

describe('a file that is renamed', () => {
  afterEach(closeEditors);

  it('takes its caption along', async () => {
    const uri = writeCaption('before', 'ohwx woman, smile');
    await vscode.window.showTextDocument(uri);
    await lensOf(uri);
    const folder = vscode.Uri.file(path.dirname(uri.fsPath));
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(vscode.Uri.joinPath(folder, 'before.png'), vscode.Uri.joinPath(folder, 'after.png'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('the renamed caption', () => existsSync(vscode.Uri.joinPath(folder, 'after.txt').fsPath));
    assert.equal(existsSync(uri.fsPath), false);
  });
});

describe('going through captions', () => {
  afterEach(closeEditors);

  it('opens the next and the previous one', async () => {
    const uris = writeCaptions(3, (n) => `ohwx woman, number ${n}`);
    const active = () => vscode.window.activeTextEditor?.document.uri.toString();
    await vscode.window.showTextDocument(uris[0]);
    await lensOf(uris[0]);
    await vscode.commands.executeCommand('tagmetry.nextCaption');
    await until('the next caption', () => active() === uris[1].toString());
    await vscode.commands.executeCommand('tagmetry.previousCaption');
    await until('the previous caption', () => active() === uris[0].toString());
    await vscode.commands.executeCommand('tagmetry.previousCaption');
    assert.equal(active(), uris[0].toString());
  });
});

describe('a bulk edit', () => {
  afterEach(closeEditors);

  const remove = { kind: 'remove', tags: ['red scarf'] };

  /** Starts a bulk edit of the dataset of a caption, and confirms all that the preview shows. */
  async function edit(uri: vscode.Uri, operation: object, filter = ''): Promise<void> {
    void vscode.commands.executeCommand('tagmetry.editCaptions', uri, { filter, operation });
    await until('the bulk edit', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return !read(uri).includes('red scarf');
    });
    await vscode.commands.executeCommand('notifications.clearAll');
  }

  async function undo(uri: vscode.Uri): Promise<void> {
    void vscode.commands.executeCommand('tagmetry.undoBulkEdit', uri);
  }

  it('is undone after the server was started again', async () => {
    const uris = writeCaptions(12, (n) => `ohwx woman, red scarf, number ${n}\r\n`);
    await vscode.window.showTextDocument(uris[0]);
    await lensOf(uris[0]);
    await edit(uris[0], remove);
    await until('the other captions', () => uris.every((uri) => !read(uri).includes('red scarf')));
    assert.equal(read(uris[3]), 'ohwx woman, number 3\r\n');
    await vscode.commands.executeCommand('tagmetry.restartServer');
    await undo(uris[0]);
    await until('the undone edit', () => uris.every((uri) => read(uri).includes('red scarf')));
    assert.equal(read(uris[3]), 'ohwx woman, red scarf, number 3\r\n');
    await until('the editor to follow', () => textOf(uris[0]).includes('red scarf'));
  });

  it('is undone but for a caption that was changed since', async () => {
    const uris = writeCaptions(3, (n) => `ohwx woman, red scarf, number ${n}`);
    await vscode.window.showTextDocument(uris[0]);
    await lensOf(uris[0]);
    await edit(uris[0], remove);
    const editor = await vscode.window.showTextDocument(uris[2]);
    await until('the edited text', () => !editor.document.getText().includes('red scarf'));
    await editor.edit((change) => change.insert(at(0, 0), 'mine, '));
    await editor.document.save();
    await undo(uris[0]);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.deepEqual(uris.map(read), [
      'ohwx woman, red scarf, number 0',
      'ohwx woman, red scarf, number 1',
      'mine, ohwx woman, number 2',
    ]);
  });
});

function labelOf(label: string | vscode.CompletionItemLabel): string {
  return typeof label === 'string' ? label : label.label;
}

/** The text of a caption as the editor has it, else as the disk has it. */
function textOf(uri: vscode.Uri): string {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open?.getText() ?? readFileSync(uri.fsPath, 'utf8');
}
