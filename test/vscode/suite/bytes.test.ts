import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { lensOf, until, writeCaption } from './editor.ts';

const contents: Record<string, Uint8Array> = {
  'a byte-order mark': Buffer.from('\ufeffohwx woman, smile, smile', 'utf8'),
  'Windows line ends': Buffer.from('ohwx woman, smile\r\nsecond line\r\n', 'utf8'),
  'no line end at the end': Buffer.from('ohwx woman, smile', 'utf8'),
  'spaces and empty tags': Buffer.from('  ohwx woman ,, smile ,  \n\n', 'utf8'),
  'UTF-16': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('ohwx woman, smile', 'utf16le')]),
  Shift_JIS: Buffer.from([0x6f, 0x68, 0x77, 0x78, 0x2c, 0x20, 0x90, 0x51, 0x82, 0xc4]),
  'no bytes at all': Buffer.alloc(0),
};

describe('opening, checking and saving without an edit', () => {
  for (const [what, bytes] of Object.entries(contents)) {
    it(`changes no byte of a caption with ${what}`, async () => {
      const uri = writeCaption('a', bytes);
      const editor = await vscode.window.showTextDocument(uri);
      const decodes = what !== 'UTF-16' && what !== 'Shift_JIS';
      // The product has looked at it: the lens is there, or the finding about the bytes.
      if (decodes) await lensOf(uri);
      else await until('finding', () => vscode.languages.getDiagnostics(uri).some((d) => d.source === 'tagmetry'));
      assert.equal(editor.document.isDirty, false);
      await editor.document.save();
      await vscode.commands.executeCommand('workbench.action.files.saveAll');
      assert.deepEqual(readFileSync(uri.fsPath), Buffer.from(bytes));
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      assert.deepEqual(readFileSync(uri.fsPath), Buffer.from(bytes));
    });
  }
});
