import { BulkJournal } from '../bulk/journal.ts';
import { type BulkOperation, operationProblem } from '../bulk/operations.ts';
import { planBulkEdit } from '../bulk/plan.ts';
import { operationTitle } from '../bulk/title.ts';
import type { DatasetIndex } from '../dataset/index.ts';
import { journalFolder } from '../edges/state-folder.ts';
import { selectCaptions } from '../engine/select.ts';
import { parseFilter } from '../filter/parse.ts';
import { t } from '../ground/l10n.ts';
import { readAllImageFacts, sameBytes } from '../images/read-facts.ts';
import { nodeWorkspace } from '../workspace/node.ts';
import { reasonText } from '../workspace/reason.ts';
import { CannotRun } from './cannot-run.ts';
import { absolute, openFolder } from './open.ts';

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
  dryRun?: boolean;
}

/** `tagmetry edit <folder>`. Exit code 0 when done, 1 when a caption could not be written. */
export async function runEdit(folder: string, flags: EditFlags): Promise<void> {
  const operation = operationOf(flags);
  const { filter, problems } = parseFilter(flags.filter ?? '');
  if (problems.length > 0)
    throw new CannotRun(problems.map(({ range, message }) => `--filter, ${range.start + 1}: ${message}`).join('\n'));
  const { root, index, settings } = await openFolder(folder, { over: [{ separator: flags.separator }] });
  const wrong = operationProblem(operation, settings.syntax);
  if (wrong !== null) throw new CannotRun(wrong);
  const duplicates = flags.filter?.includes('dup:') ? await duplicatesIn(index) : new Set<string>();
  const records = await selectCaptions(nodeWorkspace, index, settings, filter, {
    isDuplicate: (image) => duplicates.has(image),
  });
  const plan = planBulkEdit(records, (file) => index.syntaxOf(file), operation);
  for (const file of plan.untouchable) process.stderr.write(`${t('{0} is not UTF-8 and stays as it is.', file)}\n`);
  if (flags.dryRun) {
    for (const { file, before, after } of plan.edits) process.stdout.write(`${file}\n- ${before}\n+ ${after}\n`);
    process.stderr.write(`${t('{0} captions would change, {1} would not.', plan.edits.length, plan.unchanged)}\n`);
    return;
  }
  const journal = new BulkJournal(nodeWorkspace, journalFolder());
  const { written, failed } = await journal.apply(root, operationTitle(operation), plan.edits);
  for (const { file, reason } of failed)
    process.stderr.write(`${t('{0} was not changed: {1}.', file, reasonText(reason))}\n`);
  process.stderr.write(`${t('{0}: {1} captions changed.', operationTitle(operation), written.length)}\n`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

/** `tagmetry undo <folder>`. Exit code 0 when undone, 1 when there is nothing to undo or a caption was changed since. */
export async function runUndo(folder: string): Promise<void> {
  const root = absolute(folder);
  const result = await new BulkJournal(nodeWorkspace, journalFolder()).undo(root);
  process.exitCode = result.kind === 'undone' ? 0 : 1;
  if (result.kind === 'nothing') process.stderr.write(`${t('There is no bulk edit to undo in {0}.', folder)}\n`);
  else if (result.kind === 'undone')
    process.stderr.write(`${t('Undone: {0} ({1} captions).', result.title, result.files.length)}\n`);
  else {
    for (const file of result.files) process.stderr.write(`${file}\n`);
    process.stderr.write(
      `${t('Not undone: {0} captions were changed since. Nothing was written.', result.files.length)}\n`,
    );
  }
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
