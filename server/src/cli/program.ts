import { Command, InvalidArgumentError, Option } from 'commander';
import { loadLanguage } from '../edges/l10n-load.ts';
import { severities } from '../ground/finding.ts';
import { version } from '../ground/version.ts';
import { lockName } from '../history/lock.ts';
import { imageLevels } from '../images/survey.ts';
import { familyIds, profileIds } from '../settings/schema.ts';
import { runAudit } from './audit.ts';
import { runEdit, runUndo } from './edit.ts';
import { runExplain } from './explain.ts';
import { runDiff, runLock } from './history.ts';
import { runLora } from './lora.ts';
import { formats, type Output } from './output.ts';
import { runPlan } from './plan.ts';
import { planningCommands } from './planning-commands.ts';
import { runTokens } from './tokens.ts';

/** Adds one command. */
type AddCommand = (program: Command) => void;

/** The commands by name, in the order of the help. */
const commands: Readonly<Record<string, AddCommand>> = {
  audit: addAudit,
  plan: addPlan,
  lora: addLora,
  ...planningCommands,
  lock: addLock,
  diff: addDiff,
  explain: addExplain,
  edit: addEdit,
  undo: addUndo,
  tokens: addTokens,
  lsp: addLsp,
};

/**
 * The command line. Every command sets `process.exitCode`; usage errors throw CommanderError.
 * @param asked first argument: where it is a command, the others are not made, which takes as long as one of them
 */
export function makeProgram(asked: string): Command {
  const program = new Command('tagmetry')
    .description('Judges LoRA training captions as the trainer reads them.')
    .version(version)
    .option('--lang <language>', 'language of messages: en or ja', defaultLanguage())
    .exitOverride()
    .hook('preAction', (command) => loadLanguage(command.opts().lang));
  for (const add of Object.hasOwn(commands, asked) ? [commands[asked]] : Object.values(commands)) add(program);
  for (const command of program.commands) command.exitOverride();
  return program;
}

function addAudit(program: Command): void {
  program
    .command('audit')
    .description(
      'Report on a dataset folder. Exit code: 0 clean, 1 findings at or above --fail-on, 2 could not run, 130 interrupted.',
    )
    .argument('<folder>', 'dataset folder; folders below it are included')
    .addOption(new Option('--format <format>', 'output').choices(formats).default('text'))
    .addOption(new Option('--json', 'print one JSON object, as --format json').implies({ format: 'json' }))
    .addOption(new Option('--model <family>', 'model family to train').choices(familyIds))
    .addOption(new Option('--profile <trainer>', 'trainer that reads the captions').choices(profileIds))
    .addOption(new Option('--max-tokens <n>', 'content tokens that train').choices(['75', '150', '225']))
    .option('--separator <text>', 'text between two tags')
    .option('--caption-extension <ext...>', 'caption extensions, best first')
    .option('--rule <id=severity...>', 'severity of a rule: error, warning, info, hint or off', collectRules, {})
    .addOption(
      new Option('--fail-on <severity>', 'lowest severity that gives exit code 1')
        .choices([...severities, 'never'])
        .default('warning'),
    )
    .addOption(
      new Option('--images <level>', 'how far images are looked into; from standard on they are compared')
        .choices(imageLevels)
        .default('headers'),
    )
    .option('--output <format=file...>', 'write the same audit to files too: sarif=findings.sarif', collectOutputs, [])
    .option('--no-config', 'ignore a dataset_config or config_file in or above the folder')
    .option('--baseline <file>', 'leave out the findings this file knows')
    .option('--write-baseline', 'write all findings to the --baseline file first')
    .option(
      '--changed-since <revision>',
      'only what changed since a git revision or a lock (.json), with how the numbers changed',
    )
    .option('--fix', 'apply all safe fixes before the report')
    .option('--fix-rule <id...>', 'apply the best fix of every finding of these rules, safe or not, before the report')
    .option('--tag-list <file...>', 'tag lists (a1111-sd-webui-tagcomplete CSV) for unknown-tag and deprecated-tag')
    .option(
      '--symptom <id...>',
      'what you see in your outputs: only the playbook for it (explain --symptoms lists the ids)',
    )
    .option('--hints', 'list hints too; the text shows their number only')
    .option('--all', 'list every finding; the text shortens long lists')
    .option('--no-progress', 'no progress line on a terminal')
    .action(runAudit);
}

function addPlan(program: Command): void {
  program
    .command('plan')
    .description(
      'Show what sd-scripts will do: subsets, captions, buckets, steps. Exit code 1 when training would stop.',
    )
    .argument('<folder|config>', 'dataset folder, dataset_config (TOML, JSON) or config_file (TOML)')
    .addOption(new Option('--json', 'print one JSON object').implies({ format: 'json' }))
    .addOption(
      new Option('--format <format>', 'text, or json as with --json').choices(['text', 'json']).default('text'),
    )
    .addOption(new Option('--model <family>', 'model family to train').choices(familyIds))
    .addOption(new Option('--profile <trainer>', 'trainer').choices(profileIds))
    .option('--no-config', 'ignore configurations found in or above the folder')
    .option('--config-file <toml>', 'options of the command line, as --config_file of the trainer')
    .option('--resolution <size>', 'training size in pixels: 1024 or 1024x768')
    .option('--batch-size <n>', 'images per step')
    .option('--no-bucket', 'leave enable_bucket off')
    .option('--min-bucket <px>', 'min_bucket_reso')
    .option('--max-bucket <px>', 'max_bucket_reso')
    .option('--bucket-step <px>', 'bucket_reso_steps')
    .option('--no-upscale', 'bucket_no_upscale')
    .option('--caption-extension <ext>', 'the one extension the trainer looks for')
    .addOption(new Option('--max-tokens <n>', 'content tokens that train').choices(['75', '150', '225']))
    .option('--epochs <n>', 'max_train_epochs')
    .action(runPlan);
}

function addLora(program: Command): void {
  program
    .command('lora')
    .description('Tell what a LoRA file (.safetensors) says about its training. Its weights are not read.')
    .argument('<file>', 'LoRA file')
    .option('--against <file>', 'compare it with a folder, a lock or another LoRA file')
    .option('--write-config <file>', 'write a configuration like that of its training, as far as the file tells')
    .option('--json', 'print one JSON object')
    .option('--all', 'list every tag and bucket; the text shortens long lists')
    .option('--no-progress', 'no progress line on a terminal')
    .action(runLora);
}

function addLock(program: Command): void {
  program
    .command('lock')
    .description(
      'Note what a dataset is now: contents, tags, settings, risks. "tagmetry diff" tells what changed since.',
    )
    .argument('<folder>', 'dataset folder; folders below it are included')
    .option('--output <file>', `where it is written; ${lockName} in the folder without it`)
    .addOption(
      new Option('--images <level>', 'how far images are looked into for the risks')
        .choices(imageLevels)
        .default('headers'),
    )
    .option('--no-progress', 'no progress line on a terminal')
    .action(runLock);
}

function addDiff(program: Command): void {
  program
    .command('diff')
    .description(
      'Tell what changed between two of lock, folder and LoRA file, and which risk it moved. Exit code: 0 nothing, 1 something, 2 could not run.',
    )
    .argument('<before>', 'lock, folder or LoRA file; a folder alone is compared with the lock in it')
    .argument('[after]', 'folder, lock or LoRA file; without it the folder that the lock lies in')
    .option('--json', 'print one JSON object')
    .option('--all', 'list every tag and file; the text shortens long lists')
    .option('--no-progress', 'no progress line on a terminal')
    .action(runDiff);
}

function addExplain(program: Command): void {
  program
    .command('explain')
    .description('Explain a rule, a failure mode or a symptom.')
    .argument('[id]', 'rule, failure mode or symptom')
    .option('--symptoms', 'list the symptoms that audit --symptom takes')
    .action(runExplain);
}

function addEdit(program: Command): void {
  program
    .command('edit')
    .description('Change many captions at once. Everything is noted first, so that "tagmetry undo" takes it back.')
    .argument('<folder>', 'dataset folder; folders below it are included')
    .option('--filter <filter>', 'which captions, such as \'has:"long hair" and tokens>75\'; all without it')
    .option('--add <tag...>', 'add tags that are not there yet')
    .addOption(new Option('--at <place>', 'where tags are added').choices(['front', 'end']).default('end'))
    .option('--after <tag>', 'add behind this tag instead; captions without it stay as they are')
    .option('--remove <tag...>', 'remove tags')
    .option('--replace <tag...>', 'replace a tag with another: --replace "old tag" "new tag"')
    .option('--replace-text <text...>', 'replace text: --replace-text "old" "new"')
    .option('--regex', 'the text of --replace-text is a JavaScript regular expression')
    .option('--match-case', 'upper and lower case count for --replace-text')
    .option('--move-front <tag...>', 'move tags to the front, in this order')
    .option('--sort <tag...>', 'bring these tags into this order at the front')
    .option('--deduplicate', 'remove repeated tags')
    .option('--separator <text>', 'text between two tags')
    .option('--allow-empty', 'also empty captions of which nothing would be left: 0 bytes stop training')
    .option('--dry-run', 'show what would change and write nothing')
    .action(runEdit);
}

function addUndo(program: Command): void {
  program
    .command('undo')
    .description(
      'Take the last change of a folder back (edit, --fix, --fix-rule). Captions that were changed since stay as they are.',
    )
    .argument('<folder>', 'dataset folder as it was given to edit')
    .action(runUndo);
}

function addTokens(program: Command): void {
  program
    .command('tokens')
    .description('CLIP tokens of each line of standard input, one count per line.')
    .option('--ids', 'print the token ids instead')
    .action(runTokens);
}

function addLsp(program: Command): void {
  program
    .command('lsp')
    .description('Serve an editor: the language server, for Neovim, Helix, Emacs and others. See docs/editors.')
    .option('--stdio', 'over standard input and output, as without any of these options')
    .option('--pipe <name>', 'over a named pipe or socket file')
    .option('--socket <port>', 'over a local port')
    .action(async () => {
      await import('../lsp/main.ts');
    });
}

/** The system's language where it is one the product speaks, else English. */
function defaultLanguage(): string {
  const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || 'en';
  return locale.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

function collectOutputs(value: string, previous: readonly Output[]): Output[] {
  const at = value.indexOf('=');
  const format = formats.find((known) => known === value.slice(0, at));
  if (format === undefined || at === value.length - 1)
    throw new InvalidArgumentError(`write it as format=file; formats: ${formats.join(', ')}`);
  return [...previous, { format, file: value.slice(at + 1) }];
}

function collectRules(value: string, previous: Record<string, string>): Record<string, string> {
  const [id, severity, ...rest] = value.split('=');
  if (!id || rest.length > 0 || ![...severities, 'off'].includes(severity ?? ''))
    throw new InvalidArgumentError('write it as rule-id=error|warning|info|hint|off');
  return { ...previous, [id]: severity };
}
