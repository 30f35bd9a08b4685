import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Diagnostic } from 'vscode-languageserver/node';
import type { BulkPreview } from '../../server/src/lsp/protocol.ts';
import { tagmetry, withFolder } from '../cli/run.ts';
import { withClient } from '../protocol/client.ts';
import { projectRoot } from '../shared.ts';
import { check } from '../support/check.ts';

/** A folder with all that can shape how its captions are read, and what each way in must say of it. */
interface Example {
  readonly files: Readonly<Record<string, string>>;
  /** Rules that find fault with each caption. */
  readonly findings: Readonly<Record<string, readonly string[]>>;
  /** What `--add "red hat"` makes of each caption. */
  readonly added: Readonly<Record<string, string>>;
  /** CLIP tokens by which a caption of the plan is over its limit. */
  readonly over: number;
}

const rules = ['duplicate-tag', 'deprecated-tag', 'token-truncation'];
const long = Array.from({ length: 40 }, (_, n) => `word${n} thing`).join('; ');

const config = (separator: string): string => `[general]
caption_separator = "${separator}"
caption_extension = ".txt"
[[datasets]]
resolution = 1024
[[datasets.subsets]]
image_dir = "."
`;

const examples: Readonly<Record<string, Example>> = {
  'the configuration beside it': {
    files: { 'dataset.toml': config(';'), '1.txt': 'ohwx; long hair; night; long hair', '2.txt': long },
    findings: { '1.txt': ['duplicate-tag'], '2.txt': ['token-truncation'] },
    added: { '1.txt': 'ohwx; long hair; night; long hair; red hat', '2.txt': `${long}; red hat` },
    over: 1,
  },
  'the sidecar, which goes before the configuration': {
    files: {
      'dataset.toml': config(','),
      '.tagmetry.json': '{ "separator": ";", "rules": { "token-truncation": "off" } }',
      '1.txt': 'ohwx; long hair; night; long hair',
      '2.txt': long,
    },
    findings: { '1.txt': ['duplicate-tag'], '2.txt': [] },
    added: { '1.txt': 'ohwx; long hair; night; long hair; red hat', '2.txt': `${long}; red hat` },
    over: 1,
  },
  'the sidecar alone, with a tag list that lies in the folder': {
    files: {
      '.tagmetry.json': '{ "separator": "|", "model": "sd15", "tagList": ["tags.csv"] }',
      'tags.csv': 'long_hair,0,90,"lenghty_hair"\nnight,0,80,',
      '1.txt': 'ohwx| lenghty hair| night| night',
    },
    findings: { '1.txt': ['deprecated-tag', 'duplicate-tag'] },
    added: { '1.txt': 'ohwx| lenghty hair| night| night| red hat' },
    over: 0,
  },
  'a configuration with a separator of its own for one folder': {
    files: {
      'dataset.toml': `[general]
caption_extension = ".txt"
[[datasets]]
resolution = 1024
[[datasets.subsets]]
image_dir = "a"
[[datasets.subsets]]
image_dir = "b"
caption_separator = ";"
`,
      '.tagmetry.json': '{}',
      'a/1.txt': 'ohwx, day, night, night',
      'b/1.txt': 'ohwx; day; night; night',
    },
    findings: { 'a/1.txt': ['duplicate-tag'], 'b/1.txt': ['duplicate-tag'] },
    added: { 'a/1.txt': 'ohwx, day, night, night, red hat', 'b/1.txt': 'ohwx; day; night; night; red hat' },
    over: 0,
  },
};

const captionsIn = ({ files }: Example): string[] => Object.keys(files).filter((file) => file.endsWith('.txt'));
const withImages = (files: Example['files']): Record<string, string> => ({
  ...files,
  ...Object.fromEntries(
    Object.keys(files)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => [file.replace(/txt$/, 'png'), '']),
  ),
});
const marked = ({ files }: Example): string =>
  Object.entries(withImages(files))
    .map(([file, text]) => (file.endsWith('.png') ? `// ${file} 1024x1024` : `// ${file}\n${text}`))
    .join('\n');

function byFile(example: Example, found: readonly { file: string; rule: string }[]): Record<string, string[]> {
  const of = (file: string): string[] =>
    found.filter((one) => one.file === file && rules.includes(one.rule)).map(({ rule }) => rule);
  return Object.fromEntries(captionsIn(example).map((file) => [file, of(file).sort()]));
}

for (const [name, example] of Object.entries(examples)) {
  describe(`a dataset read by ${name}`, () => {
    let state = '';
    before(function () {
      if (!existsSync(path.join(projectRoot, 'dist', 'cli.cjs'))) this.skip();
      state = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-'));
      process.env.TAGMETRY_STATE = state;
    });
    after(() => {
      delete process.env.TAGMETRY_STATE;
      rmSync(state, { recursive: true, force: true });
    });
    it('is the same to audit, edit and plan', () => {
      withFolder(withImages(example.files), (folder) => {
        const audit = JSON.parse(tagmetry(['audit', folder, '--format', 'json']).stdout);
        assert.deepEqual(byFile(example, audit.findings), example.findings);
        const { stdout } = tagmetry(['edit', folder, '--add', 'red hat', '--dry-run']);
        const shown = Object.entries(example.added).map(
          ([file, text]) => `${file}\n- ${example.files[file]}\n+ ${text}\n`,
        );
        assert.equal(stdout, shown.join(''));
        const plan = JSON.parse(tagmetry(['plan', folder, '--format', 'json']).stdout);
        assert.equal(plan.model, audit.settings.model);
        assert.equal(plan.plan.error, null);
        assert.equal(plan.plan.tokensCut.captionsOverLimit, example.over);
      });
    });
    it('is the same to the editor', () =>
      withClient(marked(example), {}, async (client) => {
        const found: { file: string; rule: string }[] = [];
        for (const file of captionsIn(example)) {
          const uri = await client.open(file, example.files[file] ?? '');
          await client.ready(uri);
          await client.until(async () => {
            const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
              textDocument: { uri },
            });
            const own = items.map(({ code }) => ({ file, rule: String(code) }));
            // Tag lists arrive after the captions.
            if (byFile(example, own)[file]?.length !== example.findings[file]?.length) return false;
            found.push(...own);
            return true;
          });
        }
        assert.deepEqual(byFile(example, found), example.findings);
        const preview = await client.request<BulkPreview>('tagmetry/bulkPreview', {
          uri: client.uri(captionsIn(example)[0] ?? ''),
          filter: '',
          files: null,
          operation: { kind: 'add', tags: ['red hat'], at: 'end' },
        });
        assert.deepEqual(Object.fromEntries(preview.changes.map(({ file, after }) => [file, after])), example.added);
      }));
    it('is the same to the tests', async () => {
      const { findings } = await check(marked(example), { rule: 'none' });
      assert.deepEqual(byFile(example, findings), example.findings);
    });
  });
}
