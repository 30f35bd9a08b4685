import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../shared.ts';

function sources(folder: string): string[] {
  const full = path.join(projectRoot, folder);
  return readdirSync(full).flatMap((name) => {
    const relative = `${folder}/${name}`;
    if (statSync(path.join(projectRoot, relative)).isDirectory()) return sources(relative);
    return name.endsWith('.ts') ? [relative] : [];
  });
}

/** What a file imports: packages by name, own files as paths from the project root. Type imports count too. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(projectRoot, file), 'utf8');
  const found = [
    ...text.matchAll(
      /^\s*(?:import|export)\b[^;'"]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|\brequire\(\s*['"]([^'"]+)['"]/gm,
    ),
  ];
  return found.map((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? match[4];
    return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
  });
}

/** Files of a folder whose imports break a wall, as "file → import". */
function breaches(folder: string, forbidden: (name: string) => boolean): string[] {
  return sources(folder).flatMap((file) =>
    importsOf(file)
      .filter(forbidden)
      .map((name) => `${file} → ${name}`),
  );
}

const isNode = (name: string): boolean => name.startsWith('node:');
const isLsp = (name: string): boolean => name.startsWith('vscode-language') || name.startsWith('vscode-jsonrpc');
const isEditor = (name: string): boolean => name === 'vscode';

describe('walls (docs/ARCHITECTURE.md)', () => {
  for (const room of ['caption', 'trainer', 'advice', 'tags']) {
    it(`1. ${room} knows no files, no protocol, no editor`, () => {
      const outside = (name: string): boolean =>
        isNode(name) ||
        isLsp(name) ||
        isEditor(name) ||
        /^server\/src\/(workspace|lsp|cli|images\/worker|report)/.test(name);
      assert.deepEqual(breaches(`server/src/${room}`, outside), []);
    });
  }
  for (const room of ['filter', 'rules', 'language', 'dataset', 'fixes', 'settings']) {
    it(`1. ${room} sees files only through the workspace`, () => {
      const outside = (name: string): boolean =>
        isNode(name) ||
        isLsp(name) ||
        isEditor(name) ||
        /^server\/src\/(lsp|cli)\//.test(name) ||
        name === 'server/src/workspace/node.ts';
      assert.deepEqual(breaches(`server/src/${room}`, outside), []);
    });
  }
  it('1. report makes text and knows no protocol', () => {
    assert.deepEqual(
      breaches('server/src/report', (name) => isLsp(name) || isEditor(name) || name === 'node:fs'),
      [],
    );
  });
  it('3. sharp is loaded by the image worker only', () => {
    const uses = sources('server/src').filter((file) =>
      importsOf(file).some((name) => name === 'sharp' || name.startsWith('@img/')),
    );
    assert.deepEqual(
      uses.filter((file) => !file.startsWith('server/src/images/worker')),
      [],
    );
  });
  it('4. only the two faces and the wiring know the protocol', () => {
    const uses = sources('server/src').filter((file) => importsOf(file).some(isLsp));
    const allowed = (file: string): boolean =>
      file.startsWith('server/src/lsp/') || file === 'server/src/main.ts' || file.startsWith('server/src/cli/');
    assert.deepEqual(
      uses.filter((file) => !allowed(file)),
      [],
    );
  });
  it('7. the client holds no dataset logic', () => {
    const inside = (name: string): boolean =>
      name.startsWith('server/src/') && !/^server\/src\/(lsp\/protocol|report\/report)\.ts$/.test(name);
    assert.deepEqual(breaches('client/src', inside), []);
  });
  it('8. the server never asks for the editor, and nothing opens a network connection', () => {
    const network = /^node:(http|https|http2|net|tls|dgram|dns)$/;
    assert.deepEqual(
      breaches('server/src', (name) => isEditor(name) || network.test(name)),
      [],
    );
    assert.deepEqual(
      breaches('client/src', (name) => network.test(name)),
      [],
    );
  });
});
