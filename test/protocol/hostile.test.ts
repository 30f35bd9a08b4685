import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type DocumentDiagnosticReport, FileChangeType } from 'vscode-languageserver/node';
import type { CaptionList } from '../../server/src/lsp/protocol.ts';
import { type TestClient, withClient } from './client.ts';
import type { ClientOptions } from './started-server.ts';

const canPipe = process.platform !== 'win32';

/** Codes of the findings in an open document. */
async function codesIn(client: TestClient, uri: string): Promise<string[]> {
  const report: DocumentDiagnosticReport = await client.request('textDocument/diagnostic', { textDocument: { uri } });
  return report.kind === 'full' ? report.items.map(({ code }) => String(code)) : [];
}

/** A folder with a dataset of one caption in each of its folders; `lay` may put anything else there. */
async function inFolder(
  names: readonly string[],
  lay: (place: string) => Promise<void>,
  body: (client: TestClient, place: string) => Promise<void>,
  options: ClientOptions = {},
): Promise<void> {
  const place = await realpath(await mkdtemp(path.join(os.tmpdir(), 'tagmetry-hostile-')));
  try {
    for (const name of names) {
      await mkdir(path.join(place, name), { recursive: true });
      await writeFile(path.join(place, name, 'a.png'), 'x');
      await writeFile(path.join(place, name, 'a.txt'), 'ohwx, red, red');
    }
    await lay(place);
    await withClient('', { folder: place, ...options }, (client) => body(client, place));
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

const pipe = (file: string): void => void execFileSync('mkfifo', [file]);

(canPipe ? describe : describe.skip)('named pipes where files are expected', () => {
  const names = ['0', '1', '2', '3', '4'];
  const kinds: Readonly<Record<string, (folder: string) => Promise<void>>> = {
    'a sidecar': async (folder) => pipe(`${folder}/.tagmetry.json`),
    'a tag list that a sidecar names': async (folder) => {
      pipe(`${folder}/tags.csv`);
      await writeFile(`${folder}/.tagmetry.json`, JSON.stringify({ tagList: [`${folder}/tags.csv`, 'tags.csv'] }));
    },
    'a configuration that a sidecar names': async (folder) => {
      pipe(`${folder}/data.toml`);
      await writeFile(`${folder}/.tagmetry.json`, JSON.stringify({ config: 'data.toml' }));
    },
    'configurations beside the captions': async (folder) => {
      for (const name of ['a.toml', 'b.json', 'c.yaml']) pipe(`${folder}/${name}`);
    },
    'other captions and their images': async (folder) => {
      for (const name of ['b.png', 'b.txt', 'c.png', 'd.txt']) pipe(`${folder}/${name}`);
      await writeFile(`${folder}/c.txt`, 'ohwx');
      await writeFile(`${folder}/d.png`, 'x');
    },
    'what a configuration names': async (folder) => {
      pipe(`${folder}/meta.json`);
      await writeFile(
        `${folder}/data.toml`,
        `[general]\nresolution = 512\ncaption_extension = ".txt"\n[[datasets]]\n[[datasets.subsets]]\nimage_dir = "${folder}"\nmetadata_file = "${folder}/meta.json"\n`,
      );
    },
  };
  for (const [kind, lay] of Object.entries(kinds))
    it(`${kind}: nobody waits for them, and other datasets are answered`, () =>
      inFolder(
        names,
        async (place) => {
          for (const name of names.slice(0, 4)) await lay(path.join(place, name));
        },
        async (client) => {
          for (const name of ['4', '0', '1', '2', '3', '4']) {
            const uri = await client.open(`${name}/a.txt`, 'ohwx, red, red');
            assert.ok((await codesIn(client, uri)).includes('duplicate-tag'), name);
          }
        },
      ));

  it('one that comes while the server runs is no sidecar either', () =>
    inFolder(
      ['set'],
      async () => {},
      async (client, place) => {
        const uri = await client.open('set/a.txt', 'ohwx, red, red');
        assert.ok((await codesIn(client, uri)).includes('duplicate-tag'));
        pipe(`${place}/set/.tagmetry.json`);
        await client.filesChanged([{ file: 'set/.tagmetry.json', type: FileChangeType.Created }]);
        assert.ok((await codesIn(client, uri)).includes('duplicate-tag'));
      },
    ));
});

describe('sidecars that are none', () => {
  const deep = 20_000;
  const odd: Readonly<Record<string, string>> = {
    list: '[]',
    null: 'null',
    text: '"x"',
    number: '7',
    truth: 'true',
    nothing: '',
    blank: ' \n',
    'lists in lists': '['.repeat(deep) + ']'.repeat(deep),
    'tables in tables': `${'{"rules":'.repeat(deep)}1${'}'.repeat(deep)}`,
    'lists in a known place': `{"concepts": ${'['.repeat(deep)}${']'.repeat(deep)}}`,
    'open brackets': '{"rules": '.repeat(deep),
  };
  for (const [name, sidecar] of Object.entries(odd))
    it(`${name}: captions are answered, and so are their fixes; the sidecar has its finding`, () =>
      inFolder(
        ['set'],
        (place) => writeFile(path.join(place, 'set', '.tagmetry.json'), sidecar),
        async (client) => {
          const uri = await client.open('set/a.txt', 'ohwx, red, red');
          assert.ok((await codesIn(client, uri)).includes('duplicate-tag'));
          const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 14 } };
          const actions: readonly unknown[] = await client.request('textDocument/codeAction', {
            textDocument: { uri },
            range,
            context: { diagnostics: [] },
          });
          assert.ok(actions.length > 0);
          const own = await client.open('set/.tagmetry.json', sidecar, 'json');
          const told = await codesIn(client, own);
          if (sidecar.trim() !== '') assert.notEqual(told.length, 0);
          // And the editor goes on when it is mended.
          await client.change(own, 0, sidecar.length, '{"rules": {"duplicate-tag": "off"}}');
          await client.until(async () => !(await codesIn(client, uri)).includes('duplicate-tag'));
        },
      ));
});

describe('configurations that appear', () => {
  const toml = (folder: string) =>
    `[general]\nresolution = 512\ncaption_extension = ".txt"\n[[datasets]]\n[[datasets.subsets]]\nimage_dir = "${folder.replaceAll('\\', '/')}"\ncaption_separator = ";"\n`;
  for (const level of ['set', '.'])
    it(`${level === '.' ? 'above' : 'in'} the folder of an open caption count from then on`, () =>
      inFolder(
        ['set'],
        async () => {},
        async (client, place) => {
          const uri = await client.open('set/a.txt', 'ohwx, red, red');
          assert.ok((await codesIn(client, uri)).includes('duplicate-tag'));
          await client.put(`${level}/data.toml`, toml(path.join(place, 'set')));
          await client.until(async () => !(await codesIn(client, uri)).includes('duplicate-tag'));
          await client.gone(`${level}/data.toml`);
          await client.until(async () => (await codesIn(client, uri)).includes('duplicate-tag'));
        },
      ));
});

describe('captions far beyond any length', () => {
  it('of 24 MB on one line or on many: those beside them are answered', () =>
    inFolder(
      ['set'],
      async (place) => {
        for (const [name, text] of [
          ['line', 'tag, '.repeat(5_000_000)],
          ['lines', 'tag\n'.repeat(6_000_000)],
          ['word', 'x'.repeat(24_000_000)],
        ] as const) {
          await writeFile(path.join(place, 'set', `${name}.png`), 'x');
          await writeFile(path.join(place, 'set', `${name}.txt`), text);
        }
      },
      async (client) => {
        const uri = await client.open('set/a.txt', 'ohwx, red, red');
        for (let round = 0; round < 5; round++) assert.ok((await codesIn(client, uri)).includes('duplicate-tag'));
        const huge = await client.open('set/line.txt', 'tag, '.repeat(500_000));
        assert.ok((await codesIn(client, huge)).length > 0);
        assert.ok((await codesIn(client, uri)).includes('duplicate-tag'));
      },
      { transport: 'stdio' },
    ));
});

describe('an editor that refuses whatever it is asked', () => {
  for (const transport of ['memory', 'stdio'] as const)
    it(`is served by the defaults, and the server runs on (${transport})`, () =>
      inFolder(
        ['set'],
        async () => {},
        async (client) => {
          const uri = await client.open('set/a.txt', 'ohwx, red, red');
          await client.ready(uri);
          await client.put('set/.tagmetry.json', '{}');
          await client.until(() => client.refreshes > 1);
          assert.ok((await codesIn(client, uri)).includes('duplicate-tag'));
        },
        { transport, refuses: true, settings: { rules: { 'duplicate-tag': 'off' } } },
      ));
});

describe('a workspace that is not trusted', () => {
  const lists = async (place: string): Promise<void> => {
    await writeFile(path.join(place, 'secret.csv'), 'lantern,0,1200,\nred,0,4000000,\n');
    await writeFile(
      path.join(place, 'open', 'set', '.tagmetry.json'),
      JSON.stringify({ tagList: [path.join(place, 'secret.csv')], rules: { 'unknown-tag': 'warning' } }),
    );
  };
  const isKnown = async (client: TestClient): Promise<boolean> => {
    const uri = await client.open('set/a.txt', 'ohwx, lantern, nonsense');
    await client.ready(uri);
    return (await codesIn(client, uri)).includes('unknown-tag');
  };
  for (const trusted of [true, false])
    it(`${trusted ? 'opens' : 'does not open'} what a sidecar names outside the folder${trusted ? ' once it is' : ''}`, async () => {
      await inFolder(['open/set'], lists, async (_, place) => {
        await withClient(
          '',
          { transport: 'stdio', folder: path.join(place, 'open'), initializationOptions: { trusted } },
          async (client) => {
            if (trusted) return client.until(() => isKnown(client));
            assert.equal(await isKnown(client), false);
            // What lies inside is read as ever.
            const uri = client.uri('set/a.txt');
            await client.change(uri, 0, 0, 'lantern, ');
            assert.ok((await codesIn(client, uri)).includes('duplicate-tag'));
          },
        );
      });
    });

  (canPipe ? it : it.skip)(
    'opens nothing that a link leads to outside, whatever the link is; a link that stays inside is as ever',
    () =>
      inFolder(
        ['open/set', 'outside/other'],
        async (place) => {
          const set = path.join(place, 'open', 'set');
          await writeFile(path.join(place, 'outside', 'secret.txt'), 'ohwx, secret, secret');
          await writeFile(path.join(place, 'outside', 'secret.json'), '{"rules":{"duplicate-tag":"off"}}');
          await writeFile(path.join(set, 'b.png'), 'x');
          await symlink(path.join(place, 'outside', 'secret.txt'), path.join(set, 'b.txt'));
          await writeFile(path.join(set, 'c.png'), 'x');
          await symlink('a.txt', path.join(set, 'c.txt'));
          await symlink(path.join(place, 'outside', 'other'), path.join(set, 'linked'));
          await symlink(path.join(place, 'outside', 'secret.json'), path.join(set, '.tagmetry.json'));
        },
        async (_, place) => {
          for (const trusted of [true, false])
            await withClient(
              '',
              { folder: path.join(place, 'open'), initializationOptions: { trusted } },
              async (client) => {
                const uri = await client.open('set/a.txt', 'ohwx, red, red');
                await client.ready(uri);
                // The sidecar that is a link counts once the workspace is trusted.
                assert.equal((await codesIn(client, uri)).includes('duplicate-tag'), !trusted);
                const listed = async (filter: string): Promise<string[]> => {
                  const params = { uri: client.uri('set'), filter };
                  const list = await client.request<CaptionList>('tagmetry/captionList', params);
                  return list.captions.map(({ file }) => file);
                };
                assert.deepEqual(await listed('has:secret'), trusted ? ['b.txt'] : []);
                assert.deepEqual(
                  await listed('has:red'),
                  trusted ? ['a.txt', 'c.txt', 'linked/a.txt'] : ['a.txt', 'c.txt'],
                );
                // What was not looked at is no error: the trainer opens it.
                const params = { uri: client.uri('set'), filter: 'file:b.txt' };
                const { captions } = await client.request<CaptionList>('tagmetry/captionList', params);
                assert.deepEqual([captions[0].errors, captions[0].warnings], [0, 0]);
              },
            );
        },
      ),
  );

  it("opens the list that the user's own settings name", () =>
    inFolder(
      ['open/set'],
      (place) => writeFile(path.join(place, 'mine.csv'), 'lantern,0,1200,\nred,0,4000000,\n'),
      async (_, place) => {
        const settings = { tagList: [path.join(place, 'mine.csv')], rules: { 'unknown-tag': 'warning' } };
        await withClient(
          '',
          {
            folder: path.join(place, 'open'),
            settings,
            initializationOptions: { trusted: false },
          },
          (client) => client.until(() => isKnown(client)),
        );
      },
    ));
});
