import { execFile } from 'node:child_process';
import { t } from '../ground/l10n.ts';
import { visible, visibleLines } from '../ground/visible.ts';
import { MemoryWorkspace } from '../workspace/memory.ts';

/** Thrown when git is missing, the folder is in no repository, or the revision does not exist; with what to tell the user. */
export class GitProblem extends Error {}

const outputLimit = 1 << 30;

/**
 * git only looks: nothing is fetched that a partial clone left out, no index is written again, nobody is asked for a password, and no
 * program runs that the repository's own configuration names for watching files.
 */
const looking = { GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };
const withoutMonitor = ['-c', 'core.fsmonitor=false'];

function git(folder: string, args: readonly string[], input?: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = {
      cwd: folder,
      encoding: 'buffer',
      maxBuffer: outputLimit,
      env: { ...process.env, ...looking },
    } as const;
    const child = execFile('git', [...withoutMonitor, ...args], options, (error, stdout, stderr) => {
      if (!error) resolve(stdout);
      else if (error.code === 'ENOENT')
        reject(new GitProblem(t('git was not found; without it nothing is known of revisions.')));
      else reject(new GitProblem(t('git: {0}', saidBy(stderr.toString('utf8')) || t('it ended without a word'))));
    });
    // git ends early when it has nothing to do; its exit code tells, the broken pipe does not.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input ?? '');
  });
}

/** What git says of itself, without the list of options that it puts behind some errors. */
const saidBy = (text: string): string => visibleLines(text.split(/^usage:/m)[0].trim());

const names = (output: Buffer): string[] => output.toString('utf8').split('\0').filter(Boolean);

/** The commit a revision names. */
export async function commitOf(folder: string, revision: string): Promise<string> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const output = await git(folder, args).catch(async () => {
    // Says why: no git, no repository, or no such revision.
    const inside = await git(folder, ['rev-parse', '--is-inside-work-tree', '--is-shallow-repository']);
    const [, isShallow] = inside.toString('utf8').split('\n');
    const none = t('There is no revision "{0}" in the repository of {1}.', visible(revision), visible(folder));
    throw new GitProblem(
      isShallow === 'true' ? `${none} ${t('Its clone is shallow: older revisions are not there.')}` : none,
    );
  });
  return output.toString('utf8').trim();
}

/**
 * Files below a folder that differ from a commit, and new ones that git does not ignore; relative to the folder.
 * @param outside files above the folder or beside it that are asked about too; those of no repository never changed
 */
export async function changedSince(
  folder: string,
  commit: string,
  outside: Iterable<string> = [],
): Promise<Set<string>> {
  const [differing, untracked] = await Promise.all([
    git(folder, [
      'diff',
      '--no-ext-diff',
      '--no-textconv',
      '--name-only',
      '-z',
      '--no-renames',
      '--relative',
      commit,
      '--',
      '.',
    ]),
    git(folder, ['ls-files', '-z', '--others', '--exclude-standard', '--', '.']),
  ]);
  const changed = new Set([...names(differing), ...names(untracked)]);
  for (const file of outside) {
    const found = await Promise.all([
      git(folder, ['diff', '--no-ext-diff', '--no-textconv', '--name-only', '-z', commit, '--', file]),
      git(folder, ['ls-files', '-z', '--others', '--exclude-standard', '--', file]),
    ]).catch(() => []);
    if (found.some((output) => output.length > 0)) changed.add(file);
  }
  return changed;
}

/**
 * The folder as it was in a commit, in memory: captions with their text, everything else by name only. Nothing is
 * checked out.
 * @param root path the workspace gives the folder
 * @param isCaption whether the text of a file is wanted
 */
export async function folderAt(
  folder: string,
  commit: string,
  root: string,
  isCaption: (file: string) => boolean,
): Promise<MemoryWorkspace> {
  const workspace = new MemoryWorkspace('linux');
  const wanted: { file: string; object: string }[] = [];
  for (const line of names(await git(folder, ['ls-tree', '-r', '-z', commit]))) {
    const match = /^100\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(line);
    if (!match) continue;
    const [, object, file] = match;
    workspace.set(`${root}/${file}`, '');
    if (isCaption(file)) wanted.push({ file, object });
  }
  const contents = await git(folder, ['cat-file', '--batch'], wanted.map(({ object }) => `${object}\n`).join(''));
  let at = 0;
  for (const { file } of wanted) {
    const end = contents.indexOf(0x0a, at);
    const size = Number(contents.toString('latin1', at, end).split(' ')[2]);
    if (end < 0 || !Number.isInteger(size)) throw new GitProblem(t('git: {0}', `cat-file ${visible(file)}`));
    workspace.set(`${root}/${file}`, contents.subarray(end + 1, end + 1 + size));
    // A line end follows each object.
    at = end + 1 + size + 1;
  }
  return workspace;
}

/** Path from the repository's root to the folder, "" or ending in "/"; "" outside a repository. */
export async function repositoryPrefix(folder: string): Promise<string> {
  const output = await git(folder, ['rev-parse', '--show-prefix']).catch(() => Buffer.alloc(0));
  return output.toString('utf8').replace(/\r?\n$/, '');
}
