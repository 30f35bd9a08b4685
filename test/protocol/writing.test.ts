import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CodeLens, CompletionList, Hover, InlayHint, SemanticTokens } from 'vscode-languageserver/node';
import { countTokens } from '../../server/src/caption/clip/index.ts';
import { type TestClient, withClient } from './client.ts';

const folder = `
// 10_ohwx woman/0001.txt
ohwx woman, long_hair, beach, ocean
// 10_ohwx woman/0001.png 1216x832
// 10_ohwx woman/0002.txt
ohwx woman, long_hair, beach, ocean, masterpiece
// 10_ohwx woman/0002.png 1024x1024
// 10_ohwx woman/0003.txt
ohwx woman, long_hair, beach, ocean, simple_background
// 10_ohwx woman/0003.png 1024x1024
// 10_ohwx woman/0004.txt
ohwx woman, long_hair, short_hair, forest, 1girl
// 10_ohwx woman/0004.png 1024x1024
// 10_ohwx woman/0005.txt
ohwx woman, smile
// 10_ohwx woman/0005.png 1024x1024
`;
const file = '10_ohwx woman/0005.txt';

/** Completes at the `|` of a text; gives each item as it would stand in the text. */
async function complete(client: TestClient, marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const uri = await client.open(file, text);
  await client.ready(uri);
  const list = await client.request<CompletionList | null>('textDocument/completion', {
    textDocument: { uri },
    position: client.at(uri, offset),
  });
  await client.close(uri);
  return (list?.items ?? []).map((item) => {
    const edit = item.textEdit as { range: Hover['range']; newText: string };
    const { start, end } = edit.range as NonNullable<Hover['range']>;
    const result = text.slice(0, start.character) + edit.newText + text.slice(end.character);
    return { ...item, result };
  });
}

describe('completion over the protocol', () => {
  it('puts the tags that go with those present first', () =>
    withClient(folder, {}, async (client) => {
      const [first] = await complete(client, 'ohwx woman, beach, |');
      assert.equal(first?.label, 'ocean');
      assert.equal(first?.result, 'ohwx woman, beach, ocean');
      assert.match(first?.labelDetails?.description ?? '', /^3/);
    }));
  it('completes by any word, in the folder’s spelling, with the separator that is missing', () =>
    withClient(folder, {}, async (client) => {
      const results = async (marked: string) => (await complete(client, marked)).map(({ result }) => result);
      assert.deepEqual(await results('ohwx woman,hai|'), ['ohwx woman, long_hair', 'ohwx woman, short_hair']);
      assert.deepEqual(await results('ohwx woman, lo|ng hair, day'), ['ohwx woman, long_hair, day']);
      assert.deepEqual(await results('ohwx woman, long |'), ['ohwx woman, long_hair']);
      assert.ok((await results('ohwx woman, |smile')).includes('ohwx woman, beach, smile'));
      assert.ok((await results('ohwx woman,| smile')).includes('ohwx woman, beach, smile'));
    }));
  it('proposes no tag that is there already, and none in a line that never trains', () =>
    withClient(folder, {}, async (client) => {
      const items = await complete(client, 'ohwx woman, long hair, |');
      assert.ok(!items.some(({ label }) => label === 'long_hair'));
      assert.deepEqual(await complete(client, 'ohwx woman\nlon|'), []);
    }));
  it('proposes the trigger where it is missing', () =>
    withClient(folder, {}, async (client) => {
      const items = await complete(client, 'oh|');
      assert.equal(items[0]?.label, 'ohwx woman');
    }));
  it('adds the user’s tag list, with aliases struck through', () =>
    withClient(folder, { settings: { tagList: [] } }, async (client) => {
      const list = path.join(client.root, 'tags.csv');
      await writeFile(list, 'lantern,0,1200,"lamp,light_post"\nlong_hair,0,4000000,\n');
      await client.settings({ tagList: [list] });
      let byName: Awaited<ReturnType<typeof complete>>[number] | undefined;
      // The list is read in the background.
      await client.until(async () => {
        [byName] = await complete(client, 'ohwx woman, lant|');
        return byName !== undefined;
      });
      assert.equal(byName?.result, 'ohwx woman, lantern');
      const [byAlias] = await complete(client, 'ohwx woman, light p|');
      assert.deepEqual(byAlias?.tags, [1]);
      assert.equal(byAlias?.label, 'light_post');
      assert.equal(byAlias?.result, 'ohwx woman, lantern');
    }));
  it('is off when the setting says so', () =>
    withClient(folder, { settings: { completion: { enabled: false } } }, async (client) => {
      assert.deepEqual(await complete(client, 'ohwx woman, |'), []);
    }));
});

describe('what is shown of a caption over the protocol', () => {
  const text = 'ohwx woman, long_hair, beach, masterpiece';
  it('explains a tag on hover', () =>
    withClient(folder, {}, async (client) => {
      const uri = await client.open(file, text);
      await client.ready(uri);
      const hover = await client.request<Hover>('textDocument/hover', {
        textDocument: { uri },
        position: client.at(uri, 14),
      });
      const markdown = (hover.contents as { value: string }).value;
      assert.match(markdown, /\*\*long hair\*\*/);
      assert.match(markdown, /5 of 5 captions \(100\.0 %\)/);
      assert.match(markdown, /P\(tag \| `ohwx`\) = 100\.0 % of 5 captions/);
      assert.match(markdown, /3 tokens: `long` `_` `hair`/);
      assert.match(markdown, /Tokens \d+ to \d+ of \d+/);
    }));
  it('explains the caption and its image at its start', () =>
    withClient(folder, {}, async (client) => {
      const uri = await client.open('10_ohwx woman/0001.txt', text);
      const hover = await client.request<Hover>('textDocument/hover', {
        textDocument: { uri },
        position: client.at(uri, 0),
      });
      const markdown = (hover.contents as { value: string }).value;
      assert.match(markdown, /`0001\.png` · 1216×832 → bucket 1024×704/);
      assert.match(markdown, /0\.5 % of the image is cropped/);
      assert.match(markdown, /\/75 tokens · 4 tags/);
      assert.match(markdown, /\*\*ohwx woman\*\*/);
    }));
  it('says in the lens where the image goes', () =>
    withClient(folder, {}, async (client) => {
      const uri = await client.open('10_ohwx woman/0001.txt', 'ohwx woman, long_hair');
      const [lens] = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
      assert.match(lens?.command?.title ?? '', /\/75 tokens · 2 tags · 1216×832 → bucket 1024×704$/);
    }));
  it('marks where the window ends', () =>
    withClient(folder, {}, async (client) => {
      const long = `ohwx woman${', cat'.repeat(60)}`;
      const uri = await client.open(file, long);
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: long.length } };
      const ask = () => client.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range });
      const [hint] = await ask();
      assert.equal(hint?.label, '┃75');
      assert.equal(countTokens(long.slice(0, hint?.position.character).trimEnd()), 75);
      await client.settings({ tokenLimit: 150 });
      assert.deepEqual(
        (await ask()).map(({ label }) => label),
        ['┊75'],
      );
      await client.settings({ inlayHints: { enabled: false } });
      assert.deepEqual(await ask(), []);
    }));
  it('colours tags by role', () =>
    withClient(folder, {}, async (client) => {
      const uri = await client.open(file, text);
      await client.ready(uri);
      const provider = client.initialized.capabilities.semanticTokensProvider;
      const tokens = await client.request<SemanticTokens>('textDocument/semanticTokens/full', {
        textDocument: { uri },
      });
      let at = 0;
      const found: string[] = [];
      for (let i = 0; i < tokens.data.length; i += 5) {
        at += tokens.data[i + 1];
        found.push(`${text.slice(at, at + tokens.data[i + 2])} ${provider?.legend.tokenTypes[tokens.data[i + 3]]}`);
      }
      assert.deepEqual(found, ['ohwx woman captionTrigger', 'beach captionBackground', 'masterpiece captionStyle']);
    }));
});
