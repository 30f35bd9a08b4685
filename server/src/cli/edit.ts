import { MadeTogether } from '../bulk/made-together.ts';
import { type BulkOperation, operationProblem } from '../bulk/operations.ts';
import { changeOf, planBulkEdit } from '../bulk/plan.ts';
import { operationTitle } from '../bulk/title.ts';
import type { DatasetIndex } from '../dataset/index.ts';
import { journalFolder } from '../edges/state-folder.ts';
import { selectCaptions } from '../engine/select.ts';
import { parseFilter } from '../filter/parse.ts';
import { t } from '../ground/l10n.ts';
import { visible, visibleLines } from '../ground/visible.ts';
import { readAllImageFacts, sameBytes } from '../images/read-facts.ts';
import { nodeWorkspace } from '../workspace/node.ts';
import { reasonText } from '../workspace/reason.ts';
import { CannotRun } from './cannot-run.ts';
import { absolute, openFolder } from './open.ts';
import { print } from './print.ts';
import { say } from './say.ts';
import { noted, writerHere } from './writing.ts';

interface EditFlags {
  filter?: string;
  add?: string[];
  at: 'front' | 'end';
  after?: string;
  remove?: string[];
  replace?: string[];
  replaceText?: string[];
  regex?: boolean;
  matchCase?: boolean;
  moveFront?: string[];
  sort?: string[];
  deduplicate?: boolean;
  separator?: string;
  allowEmpty?: boolean;
  dryRun?: boolean;
}

/** `tagmetry edit <folder>`. Exit code 0 when done, 1 when a caption could not be written or would have been emptied. */
export async function runEdit(folder: string, flags: EditFlags): Promise<void> {
  const operation = operationOf(flags);
  const { filter, problems } = parseFilter(flags.filter ?? '');
  if (problems.length > 0)
    throw new CannotRun(problems.map(({ range, message }) => `--filter, ${range.start + 1}: ${message}`).join('\n'));
  const dataset = await openFolder(folder, { over: [{ separator: flags.separator }] });
  const { root, index, settings } = dataset;
  const wrong = operationProblem(operation, settings.syntax);
  if (wrong !== null) throw new CannotRun(wrong);
  const duplicates = flags.filter?.includes('dup:') ? await duplicatesIn(index) : new Set<string>();
  const records = await selectCaptions(nodeWorkspace, dataset, filter, {
    isDuplicate: (image) => duplicates.has(image),
    countsTokens: settings.encoder.counted,
  });
  const { allowEmpty = false } = flags;
  const plan = await planBulkEdit(records, (file) => index.syntaxOf(file), operation, allowEmpty);
  for (const { file, reason } of plan.untouchable) say(t('{0} was not changed: {1}.', file, reasonText(reason)));
  const emptied = plan.untouchable.some(({ reason }) => reason === 'would be empty');
  if (emptied) say(t('With --allow-empty they are emptied all the same.'));
  if (flags.dryRun) {
    for (const { file, before, after } of plan.edits)
      print(`${visible(file)}\n- ${visibleLines(before)}\n+ ${visibleLines(after)}\n`);
    say(t('{0} captions would change, {1} would not.', plan.edits.length, plan.unchanged));
    return;
  }
  const title = operationTitle(operation);
  const { written, failed } = await noted(writerHere().apply(root, title, plan.edits.map(changeOf), { allowEmpty }));
  for (const { file, reason } of failed) say(t('{0} was not changed: {1}.', file, reasonText(reason)));
  say(t('{0}: {1} captions changed.', title, written.length));
  process.exitCode = failed.length > 0 || emptied ? 1 : 0;
}

/** `tagmetry undo <folder>`. Exit code 0 when all of the last change is undone, 1 when there is nothing to undo or something is left. */
export async function runUndo(folder: string): Promise<void> {
  const root = absolute(folder);
  const undone = await noted(new MadeTogether(nodeWorkspace, journalFolder()).undo(root, true));
  const { kind, title, files, left, unusable, moved } = undone;
  for (const journal of unusable)
    say(t('{0} cannot be used, it is damaged or of another folder; what it notes cannot be undone.', journal));
  for (const { file, reason } of [...left, ...(moved?.failed ?? [])])
    say(t('{0} was not undone: {1}.', file, reasonText(reason)));
  if (moved) say(t('{0} files moved back.', moved.moved.length));
  else if (kind === 'nothing') say(t('There is no change to undo in {0}.', folder));
  if (kind === 'undone') say(t('Undone: {0} ({1} captions).', title, files.length));
  else if (kind === 'partly' && files.length === 0)
    say(t('Not undone: {0} ({1} captions left as before).', title, left.length));
  else if (kind === 'partly')
    say(
      t('Undone in part: {0} ({1} captions, {2} are left; undo again to try those).', title, files.length, left.length),
    );
  const isWhole = (kind === 'undone' || (kind === 'nothing' && moved !== null)) && !moved?.failed.length;
  process.exitCode = isWhole ? 0 : 1;
}

/** The one operation that the options name. */
function operationOf(flags: EditFlags): BulkOperation {
  const found: BulkOperation[] = [];
  if (flags.add) {
    const { after } = flags;
    found.push({ kind: 'add', tags: flags.add, at: after === undefined ? flags.at : 'after', after });
  }
  if (flags.remove) found.push({ kind: 'remove', tags: flags.remove });
  if (flags.replace) {
    const [tag, ...rest] = flags.replace;
    found.push({ kind: 'replace', tag, with: rest.join(' ') });
  }
  if (flags.replaceText) {
    const [find, ...rest] = flags.replaceText;
    const { regex = false, matchCase = false } = flags;
    found.push({ kind: 'replace-text', find, with: rest.join(' '), regex, matchCase });
  }
  if (flags.moveFront) found.push({ kind: 'move-front', tags: flags.moveFront });
  if (flags.sort) found.push({ kind: 'sort', order: flags.sort });
  if (flags.deduplicate) found.push({ kind: 'deduplicate' });
  if (found.length !== 1) throw new CannotRun(t('Name exactly one change, such as --add or --remove.'));
  return found[0];
}

/** Images that another image equals byte for byte. */
async function duplicatesIn(index: DatasetIndex): Promise<Set<string>> {
  const images = [...index.images].map(({ file }) => file);
  const facts = await readAllImageFacts(nodeWorkspace, index.root, images);
  return new Set((await sameBytes(nodeWorkspace, index.root, facts)).flat());
}
