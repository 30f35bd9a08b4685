import { builtinModules } from 'node:module';
import type { FileWords } from './imports.ts';
import { type Room, rooms } from './rooms.ts';

const server = 'server/src/';
const nodeModules = new Set(builtinModules);
/** Modules and packages that open connections, and words of the platform that do. */
const networkModules = /^(?:http2?|https|net|tls|dgram|dns(?:\/promises)?|inspector(?:\/promises)?|cluster)$/;
const networkPackages = /^(?:undici|ws|axios|got|node-fetch|superagent|socket\.io.*|eventsource)(?:\/|$)/;
const networkWords = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
  'sendBeacon',
  'importScripts',
  'serviceWorker',
  'SharedWorker',
];
/** Words that make markup or code out of text. */
const markupWords = [
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'createContextualFragment',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'unsafeHTML',
  'unsafeSVG',
  'unsafeStatic',
  'srcdoc',
  'DOMParser',
  'execCommand',
];
/** What a room without a door of its own may not ask of the system: it is given what it needs. */
const systemWords =
  /^(?:process\.(?:env|argv|cwd|chdir|exit|kill|on|once|stdin|stdout|stderr|platform|binding|getBuiltinModule)|console\.\w+|globalThis\.(?:process|require)|__dirname|__filename)$/;
const codeWords = ['eval', 'Function'];
/** Files that other programs of the product may import from the server: messages and the forms they carry. */
const sharedForms =
  /^server\/src\/(?:lsp\/protocol|report\/(?:report|live-report|plan-summary)|ground\/(?:finding|finding-filter|live-answer|plural|row-pages))\.ts$/;
/** The only file that loads a package whose name it computes, or the native module. */
const sharpLoader = 'server/src/images/worker/load-sharp.ts';

const isProtocol = (name: string): boolean => /^vscode-(?:language|jsonrpc)/.test(name);
const isFile = (name: string): boolean => /^(?:server|client|media|test|tools)\//.test(name);

/** The Node module that a name means, without "node:"; null for packages and files. */
function nodeModule(name: string): string | null {
  if (name.startsWith('node:')) return name.slice(5);
  return nodeModules.has(name) ? name : null;
}

/**
 * Every breach of the walls of docs/ARCHITECTURE.md, as "file: what is wrong".
 * @param words the TypeScript files of `server/src`, `client/src` and `media`, read, by path from the project's root
 */
export function* breaches(words: ReadonlyMap<string, FileWords>): Generator<string, void> {
  for (const [file, own] of words) {
    const found: string[] = [];
    const say = (what: string): void => void found.push(`${file}: ${what}`);
    everywhere(file, own, say);
    if (file.startsWith(server)) inServer(file, own, words, say);
    else if (file.startsWith('client/')) inClient(own, say);
    else inMedia(own, words, say);
    yield* found;
  }
  yield* circles(words);
}

type Say = (what: string) => void;

function everywhere(file: string, own: FileWords, say: Say): void {
  const { imports, words, called, boundProperties, computedImports } = own;
  for (const { name, typeOnly } of imports) {
    const module = nodeModule(name);
    if ((module !== null && networkModules.test(module)) || networkPackages.test(name))
      say(`opens connections: ${name}`);
    if ((name === 'sharp' || name.startsWith('@img/')) && !typeOnly && file !== sharpLoader)
      say(`loads ${name} outside the image worker`);
  }
  for (const word of [...networkWords, ...markupWords]) if (words.has(word)) say(`uses ${word}`);
  for (const word of codeWords) if (called.has(word)) say(`makes code: ${word}`);
  for (const word of markupWords) if (boundProperties.has(word)) say(`binds ${word}`);
  if (computedImports > 0 && file !== sharpLoader) say('imports a name that it computes');
}

function inServer(file: string, own: FileWords, words: ReadonlyMap<string, FileWords>, say: Say): void {
  const room = roomOf(file);
  if (room === null) {
    if (file.slice(server.length).includes('/')) say('stands in no room of rooms.json');
    return;
  }
  const { door, node = [], protocol = false } = room;
  for (const { name, typeOnly } of own.imports) {
    if (name === 'vscode') say('knows the editor');
    if (isProtocol(name) && !protocol) say(`knows the protocol: ${name}`);
    const module = nodeModule(name);
    if (module !== null && !node.includes(module)) say(`uses ${name}, which ${room.room} may not`);
    if (!isFile(name)) continue;
    if (!name.startsWith(server)) {
      if (!typeOnly && !/^media\/[\w-]+\/messages\.ts$/.test(name)) say(`imports from outside the server: ${name}`);
      continue;
    }
    const target = roomOf(name);
    if (target === null) say(`imports ${name}, which stands in no room`);
    else if (rooms.indexOf(target) > rooms.indexOf(room)) say(`imports upwards: ${name}`);
    if (door === 'pure' && target?.room === 'workspace' && !typeOnly) say(`reaches files: ${name}`);
    if (door !== 'open' && name === 'server/src/workspace/node.ts') say('opens files by itself');
  }
  if (door !== 'open') for (const word of own.words) if (systemWords.test(word)) say(`asks the system: ${word}`);
  if (door === 'pure') {
    const reached = reachedModules(file, words);
    for (const [module, by] of reached) say(`reaches ${module} by way of ${by}`);
  }
  if (door === 'workspace') {
    for (const [module, by] of reachedModules(file, words, (target) => roomOf(target)?.door === 'open'))
      if (!node.includes(module)) say(`reaches ${module} by way of ${by}`);
  }
}

/** The client decides nothing: messages and forms of the server, messages of the webviews, its own files. */
function inClient({ imports }: FileWords, say: Say): void {
  for (const { name } of imports) {
    if (!isFile(name) || name.startsWith('client/')) continue;
    if (/^media\/[\w-]+\/messages\.ts$/.test(name) || sharedForms.test(name)) continue;
    say(`imports ${name}`);
  }
}

/** Webviews get plain data: types of the server, and code of it that is pure. */
function inMedia({ imports }: FileWords, words: ReadonlyMap<string, FileWords>, say: Say): void {
  for (const { name, typeOnly } of imports) {
    if (name === 'vscode' || nodeModule(name) !== null || (isProtocol(name) && !typeOnly)) say(`imports ${name}`);
    if (name.startsWith('client/')) say(`imports ${name}`);
    if (!name.startsWith(server) || typeOnly) continue;
    if (roomOf(name)?.door !== 'pure') say(`runs ${name}, which is not pure`);
    for (const [module, by] of reachedModules(name, words)) say(`reaches ${module} by way of ${by}`);
  }
}

function roomOf(file: string): Room | null {
  const name = file.slice(server.length).split('/')[0];
  return rooms.find(({ room }) => room === name) ?? null;
}

/**
 * Modules of Node that run when a file does, each with the file that imports it.
 * @param stops files that are not looked into: they may use what they use
 */
function reachedModules(
  start: string,
  words: ReadonlyMap<string, FileWords>,
  stops: (file: string) => boolean = () => false,
): Map<string, string> {
  const found = new Map<string, string>();
  const seen = new Set([start]);
  for (const file of seen) {
    if (file !== start && stops(file)) continue;
    for (const { name, typeOnly } of words.get(file)?.imports ?? []) {
      if (typeOnly) continue;
      const module = nodeModule(name);
      if (module !== null) found.set(module, file);
      else if (isFile(name)) seen.add(name);
    }
  }
  return found;
}

/** Files that import each other in a ring; types count, for they bind the files all the same. */
function circles(words: ReadonlyMap<string, FileWords>): string[] {
  const found: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const visit = (file: string): void => {
    state.set(file, 'open');
    trail.push(file);
    for (const { name } of words.get(file)?.imports ?? []) {
      if (!words.has(name)) continue;
      if (state.get(name) === 'open') found.push(`circle: ${[...trail.slice(trail.indexOf(name)), name].join(' → ')}`);
      else if (!state.has(name)) visit(name);
    }
    trail.pop();
    state.set(file, 'done');
  };
  for (const file of words.keys()) if (!state.has(file)) visit(file);
  return found;
}
