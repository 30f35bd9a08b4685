// The npm package as a user installs it: from its archive, in a folder that knows nothing of this project.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { greyPng } from '../support/png.ts';
import { manifest, npmPackage, succeed } from './made.ts';

/** A dataset with a fault in its caption and two images of the same pixels in different files. */
function writeDataset(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of ['a', 'b']) {
    writeFileSync(path.join(folder, `${name}.png`), greyPng(512, 512, name === 'a' ? 1 : 2));
    writeFileSync(path.join(folder, `${name}.txt`), 'ohwx, 1girl, solo, solo, long hair');
  }
}

for (const { title, flags, sharp } of [
  { title: 'with sharp', flags: [], sharp: true },
  { title: 'without sharp', flags: ['--omit=optional', '--offline'], sharp: false },
])
  describe(`npm package installed ${title}`, () => {
    let folder = '';
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [path.join(folder, 'node_modules', 'tagmetry', 'dist', 'cli.cjs'), ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, LANG: 'C', LC_ALL: '', TAGMETRY_STATE: path.join(folder, 'state') },
      });

    before(function () {
      this.timeout(120_000);
      folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-npm-'));
      writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
      succeed('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...flags, npmPackage], folder);
      writeDataset(path.join(folder, '10_ohwx girl'));
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    it('answers as `npx tagmetry`', () => {
      assert.equal(succeed('npx', ['--no-install', 'tagmetry', '--version'], folder).trim(), manifest.version);
      assert.match(
        succeed('npx', ['--no-install', 'tagmetry', 'explain', 'duplicate-tag'], folder),
        /^# duplicate-tag/,
      );
    });

    it('audits a folder and gives its report in every format', () => {
      const { status, stdout } = run('audit', '10_ohwx girl', '--format', 'json');
      assert.equal(status, 1);
      const rules = (JSON.parse(stdout) as { findings: { rule: string }[] }).findings.map(({ rule }) => rule);
      assert.ok(rules.includes('duplicate-tag'));
      for (const format of ['text', 'markdown', 'html', 'sarif', 'csv', 'github'])
        assert.ok(run('audit', '10_ohwx girl', '--format', format).stdout.length > 100, format);
      assert.match(run('--lang', 'ja', 'audit', '10_ohwx girl').stdout, /[ぁ-ん]/);
    });

    it('reads configurations in every format', () => {
      const config = {
        'ai-toolkit.yaml': `job: extension
config:
  name: ohwx
  process:
    - type: sd_trainer
      training_folder: output
      model: { name_or_path: black-forest-labs/FLUX.1-dev, arch: flux }
      train: { steps: 100 }
      datasets:
        - folder_path: ./10_ohwx girl
          resolution: [512]
`,
        'sd-scripts.toml': `[[datasets]]
resolution = 512
[[datasets.subsets]]
image_dir = "10_ohwx girl"
`,
      };
      for (const [name, text] of Object.entries(config)) {
        writeFileSync(path.join(folder, name), text);
        const { status, stdout, stderr } = run('plan', name);
        assert.equal(status, 0, `${name}: ${stdout}${stderr}`);
        assert.match(stdout, /10_ohwx girl/, name);
      }
    });

    it(sharp ? 'looks at pixels' : 'goes by the headers of images, and says so', () => {
      assert.equal(existsSync(path.join(folder, 'node_modules', 'sharp')), sharp);
      const { status, stdout, stderr } = run('audit', '10_ohwx girl', '--images', 'standard', '--format', 'json');
      assert.equal(status, 1, stderr);
      const { imageScan } = JSON.parse(stdout) as { imageScan: { switchedOff: unknown } };
      assert.equal(imageScan.switchedOff === null, sharp);
      assert.equal(/sharp/.test(stderr), !sharp, stderr);
    });

    it('serves other editors with `tagmetry lsp --stdio`', async () => {
      const message = (body: object): string => {
        const text = JSON.stringify({ jsonrpc: '2.0', ...body });
        return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
      };
      const input =
        message({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }) +
        message({ id: 2, method: 'shutdown' }) +
        message({ method: 'exit' });
      const cli = path.join(folder, 'node_modules', 'tagmetry', 'dist', 'cli.cjs');
      const server = spawn(process.execPath, [cli, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
      let stdout = '';
      server.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text;
      });
      // Left open: a client that closes the pipe before it says goodbye has died, and the server ends with an error.
      server.stdin.write(input);
      const [status] = (await once(server, 'exit')) as [number];
      assert.equal(status, 0);
      assert.match(stdout, /"serverInfo":\{"name":"Tagmetry"/);
    });
  });
