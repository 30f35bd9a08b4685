// Starts the real VS Code server on the loopback address with data folders of its own.

import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { installation } from './installation.mjs';

// Windows of other scenarios are driven meanwhile.
const runFile = promisify(execFile);

/** User settings that keep the workbench quiet and offline. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.colorTheme': 'Dark Modern',
  'security.workspace.trust.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'git.enabled': false,
  'chat.disableAIFeatures': true,
  'files.autoSave': 'off',
  'editor.accessibilitySupport': 'off',
};

/**
 * @typedef {object} VscodeServer
 * @property {string} root throw-away folder with the server's data
 * @property {string} extensions folder of the installed extensions
 * @property {string} origin `http://127.0.0.1:port`
 * @property {string} authority `127.0.0.1:port`
 * @property {Promise<number>} exited settles with the exit code when the server ends, for whatever reason
 * @property {(settings: Record<string, unknown>) => void} setSettings gives other user settings, on top of the quiet ones, to the next
 *   window that opens
 * @property {() => Promise<void>} stop ends the server and removes its data
 */

/**
 * Starts a server and waits until it answers.
 * @param {object} [options]
 * @param {Record<string, unknown>} [options.settings] user settings on top of the quiet ones
 * @param {string[]} [options.vsix] packages to install first
 * @param {Record<string, string>} [options.env] extra environment of the server and its extension hosts
 * @param {boolean} [options.automation] true for tests: development extensions and test entries named in the address
 *   are honoured, but notification toasts are hidden and modal dialogs refused. False for people.
 * @param {string} [options.language] of the workbench, by a language pack that translates nothing of VS Code's own; English without
 * @param {number} [options.port] 0 = any free port
 * @param {(extensionsFolder: string) => void} [options.prepare] called before the start
 * @returns {Promise<VscodeServer>}
 * @throws when the server ends or says nothing within a minute
 */
export async function startServer({
  settings = {},
  vsix = [],
  env: extraEnv = {},
  automation = true,
  language,
  port = 0,
  prepare = () => {},
} = {}) {
  const { node, serverMain } = installation();
  if (!existsSync(node)) throw new Error('VS Code is not installed here. Run: node tools/vscode/install.mjs');
  const root = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-vscode-'));
  const extensions = path.join(root, 'extensions');
  const userData = path.join(root, 'data');
  mkdirSync(path.join(userData, 'User'), { recursive: true });
  mkdirSync(extensions);
  const setSettings = (/** @type {Record<string, unknown>} */ some) =>
    writeFileSync(path.join(userData, 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...some }, null, 2));
  setSettings(settings);
  if (language !== undefined) addLanguagePack(userData, language);
  prepare(extensions);

  const folders = [
    '--accept-server-license-terms',
    '--server-data-dir',
    path.join(root, 'server'),
    '--user-data-dir',
    userData,
    '--extensions-dir',
    extensions,
  ];
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, ...extraEnv, HOME: root, EXTENSIONS_GALLERY: '{}' }; // no gallery, no calls to it
  delete env.NODE_OPTIONS; // loaders of the caller are not for this Node
  delete env.VSCODE_IPC_HOOK_CLI; // started from a terminal inside VS Code, it would talk to that window
  for (const file of vsix) {
    await runFile(node, [serverMain, ...folders, '--install-extension', file, '--force'], { env });
  }

  const server = spawn(
    node,
    [
      serverMain,
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
      ...['--disable-telemetry', '--disable-experiments', '--disable-getting-started-override'],
      ...(automation ? ['--enable-smoke-test-driver'] : []),
      ...(language === undefined ? [] : ['--locale', language]),
      ...('security.workspace.trust.enabled' in settings ? [] : ['--disable-workspace-trust']),
      ...folders,
    ],
    // A process group of its own, so that stopping reaches the extension hosts and language servers too.
    { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => server.once('exit', (code) => resolve(code ?? 1)));
  const stop = async () => {
    const kill = (/** @type {NodeJS.Signals} */ signal) => {
      try {
        process.kill(-(/** @type {number} */ (server.pid)), signal);
      } catch {
        // Everything of the group has ended.
      }
    };
    kill('SIGTERM');
    const hard = setTimeout(kill, 5000, 'SIGKILL');
    await exited;
    clearTimeout(hard);
    kill('SIGKILL'); // children that outlived the server
    rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };

  let said = '';
  server.stderr.on('data', (data) => {
    said += data;
    if (process.env.TAGMETRY_VERBOSE) process.stderr.write(data);
  });
  try {
    const origin = await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`The VS Code server did not start:\n${said}`)), 60_000);
      server.once('exit', (code) => reject(new Error(`The VS Code server ended with ${code}:\n${said}`)));
      server.stdout.on('data', (data) => {
        said += data;
        if (process.env.TAGMETRY_VERBOSE) process.stderr.write(data);
        const address = /Web UI available at (\S+)/.exec(said);
        if (!address) return;
        clearTimeout(timer);
        resolve(new URL(address[1]).origin.replace('localhost', '127.0.0.1'));
      });
    });
    return { root, extensions, origin, authority: new URL(origin).host, exited, setSettings, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * VS Code takes a language that some pack of the user data names: what it says itself stays English, extensions speak it.
 * @param {string} userData
 * @param {string} language
 */
function addLanguagePack(userData, language) {
  const texts = path.join(userData, `${language}.json`);
  writeFileSync(texts, JSON.stringify({ contents: {} }));
  const pack = {
    hash: language,
    label: language,
    extensions: [{ extensionIdentifier: { id: `tests.${language}` }, version: '1.0.0' }],
    translations: { vscode: texts },
  };
  writeFileSync(path.join(userData, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}

/**
 * Address of the workbench with a folder open.
 * @param {VscodeServer} server
 * @param {object} options
 * @param {string} options.folder
 * @param {string} [options.file] opened in an editor
 * @param {string} [options.extensionDevelopmentPath] honoured with `automation` only, as is `extensionTestsPath`
 * @param {string} [options.extensionTestsPath] module whose exported `run` is called in the extension host
 */
export function workbenchUrl(server, { folder, file, extensionDevelopmentPath, extensionTestsPath }) {
  const uri = (/** @type {string} */ local) =>
    `vscode-remote://${server.authority}${path.resolve(local).split(path.sep).map(encodeURIComponent).join('/')}`;
  /** @type {string[][]} */
  const payload = [['skipWelcome', 'true']];
  if (extensionDevelopmentPath) payload.push(['extensionDevelopmentPath', uri(extensionDevelopmentPath)]);
  if (extensionTestsPath) payload.push(['extensionTestsPath', uri(extensionTestsPath)]);
  if (file) payload.push(['openFile', uri(file)]);
  const query = new URLSearchParams({ folder: path.resolve(folder), payload: JSON.stringify(payload) });
  return `${server.origin}/?${query}`;
}
