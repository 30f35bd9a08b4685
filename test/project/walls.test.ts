import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readWords } from '../../tools/walls/imports.ts';
import { drawing, rooms } from '../../tools/walls/rooms.ts';
import { breaches } from '../../tools/walls/walls.ts';
import { projectRoot } from '../shared.ts';

function sources(folder: string): string[] {
  return readdirSync(path.join(projectRoot, folder)).flatMap((name) => {
    const relative = `${folder}/${name}`;
    if (statSync(path.join(projectRoot, relative)).isDirectory()) return sources(relative);
    return name.endsWith('.ts') && !name.includes('.generated.') ? [relative] : [];
  });
}

const texts = new Map(
  ['server/src', 'client/src', 'media']
    .flatMap(sources)
    .map((file) => [file, readFileSync(path.join(projectRoot, file), 'utf8')] as const),
);
const files = new Map([...texts].map(([file, text]) => [file, readWords(file, text)] as const));
const first = (room: string): string => {
  const found = [...files.keys()].find((file) => file.startsWith(`server/src/${room}/`));
  assert.ok(found, room);
  return found;
};

/** The first breach that is found when a line is put at the head of a file, and a file beside it; none as an empty list. */
function planted(file: string, line: string, helper?: { file: string; text: string }): string[] {
  // What was changed is looked at first: with most breaches that is all there is to look at.
  const changed = new Map([[file, readWords(file, `${line}\n${texts.get(file)}`)]]);
  if (helper) changed.set(helper.file, readWords(helper.file, helper.text));
  for (const [other, own] of files) if (!changed.has(other)) changed.set(other, own);
  const { value } = breaches(changed).next();
  return value === undefined ? [] : [value];
}

/** The import of one file by another, both from the project's root. */
function importOf(from: string, to: string, type = false): string {
  const relative = path.posix.relative(path.posix.dirname(from), to);
  return `import ${type ? 'type ' : ''}* as planted from '${relative.startsWith('.') ? relative : `./${relative}`}';`;
}

describe('walls (docs/ARCHITECTURE.md)', () => {
  it('stand: every import goes down, nothing goes round, each room uses only its door', () => {
    assert.deepEqual([...breaches(files)], []);
  });

  it('are drawn in docs/ARCHITECTURE.md as the list has them', () => {
    assert.ok(readFileSync(path.join(projectRoot, 'docs', 'ARCHITECTURE.md'), 'utf8').includes(drawing()));
  });

  for (const [at, { room }] of rooms.entries())
    for (const { room: above } of rooms.slice(at + 1))
      it(`${room} cannot import from ${above}, not even a type`, () => {
        const file = first(room);
        assert.ok(planted(file, importOf(file, first(above), true)).length > 0);
      });

  for (const { room, door, node = [] } of rooms) {
    if (door === 'open') continue;
    const modules = ['fs', 'fs/promises', 'os', 'path', 'child_process', 'worker_threads'].filter(
      (name) => !node.includes(name),
    );
    it(`${room} cannot use the system's modules, with or without "node:", directly or by way of a helper`, () => {
      const file = first(room);
      const helper = `server/src/${room}/planted-helper.ts`;
      for (const name of modules) {
        assert.ok(planted(file, `import * as planted from 'node:${name}';`).length > 0, name);
        assert.ok(planted(file, `export * from '${name}';`).length > 0, name);
        assert.ok(planted(file, `const planted = await import('node:${name}');`).length > 0, name);
        assert.ok(planted(file, `const planted = process.getBuiltinModule('node:${name}');`).length > 0, name);
        const below = { file: helper, text: `export { default } from 'node:${name}';` };
        assert.ok(planted(file, importOf(file, helper), below).length > 0, `${name} by way of a helper`);
      }
    });
  }

  for (const { room, door } of rooms) {
    if (door === 'open') continue;
    it(`${room} is given what it needs, and asks neither the environment nor the terminal`, () => {
      for (const line of [
        'void process.env.HOME;',
        "console.log('x');",
        'void process.cwd();',
        'void __dirname;',
        "void globalThis['process'];",
      ])
        assert.ok(planted(first(room), line).length > 0, line);
    });
  }

  for (const line of [
    "void fetch('x');",
    "void globalThis.fetch('x');",
    "void globalThis['fetch']('x');",
    "new WebSocket('x');",
    "import 'node:https';",
    "import 'http';",
    "import net from 'node:net';",
    "const dns = await import('node:dns/promises');",
    "import 'undici';",
    "document.body.innerHTML = 'x';",
    "document.body['outerHTML'] = 'x';",
    "document.body.insertAdjacentHTML('beforeend', 'x');",
    "import { unsafeHTML } from 'lit/directives/unsafe-html.js';",
    `const planted = html\`<div .innerHTML=$${'{text}'}></div>\`;`,
    `const planted = html\`<iframe srcdoc=$${'{text}'}></iframe>\`;`,
    "eval('1');",
    "new Function('return 1');",
    'const planted = await import(name);',
  ])
    it(`nowhere: ${line}`, () => {
      for (const file of [first('report'), first('lsp'), 'client/src/extension.ts', 'media/overview/app.ts'])
        assert.ok(planted(file, line).length > 0, file);
    });

  it('sharp is loaded by the image worker only', () => {
    assert.ok(planted(first('images'), "import sharp from 'sharp';").length > 0);
  });

  it('only lsp and cli know the protocol, and nobody in the server knows the editor', () => {
    for (const { room, protocol } of rooms) {
      const found = planted(first(room), "import type { Range } from 'vscode-languageserver';");
      assert.equal(found.length > 0, protocol !== true, room);
      assert.ok(planted(first(room), "import type { Uri } from 'vscode';").length > 0, room);
    }
  });

  it('the client takes forms and messages only: no logic of the server, no model of a webview', () => {
    const file = 'client/src/extension.ts';
    for (const target of [first('dataset'), first('rules'), 'media/overview/model.ts', 'media/overview/app.ts'])
      assert.ok(planted(file, importOf(file, target, true)).length > 0, target);
    assert.deepEqual(planted(file, importOf(file, 'media/overview/messages.ts')), []);
  });

  it('a webview runs pure code only, and knows neither client nor system', () => {
    const file = 'media/overview/app.ts';
    for (const target of [first('dataset'), first('images'), 'client/src/extension.ts'])
      assert.ok(planted(file, importOf(file, target)).length > 0, target);
    for (const name of ['vscode', 'node:fs', 'path'])
      assert.ok(planted(file, `import * as planted from '${name}';`).length > 0, name);
  });

  it('a file outside every room is named', () => {
    assert.ok(planted(first('tags'), '', { file: 'server/src/helpers/all.ts', text: 'export {};' }).length > 0);
  });

  it('a ring of two files is found, also one of types', () => {
    const file = first('tags');
    const back = `import type * as planted from './${path.posix.basename(file)}';\nexport {};`;
    assert.ok(
      planted(file, "import type * as ring from './ring.ts';", { file: 'server/src/tags/ring.ts', text: back }).length >
        0,
    );
  });
});
