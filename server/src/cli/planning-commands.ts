import { type Command, InvalidArgumentError, Option } from 'commander';
import { imageLevels } from '../images/survey.ts';
import { conceptKinds } from '../planning/practice.ts';
import { familyIds, profileIds } from '../settings/schema.ts';
import { runBinding } from './binding.ts';
import { runCure } from './cure.ts';
import { runExposure } from './exposure.ts';

/** What can be known and done before a run: see docs/planning.md. By name. */
export const planningCommands = { exposure: addExposure, binding: addBinding, cure: addCure };

function addExposure(program: Command): void {
  program
    .command('exposure')
    .description(
      'How often each tag and image will reach the encoder over the run. Exit code 1 when nothing would be fed.',
    )
    .argument('<folder|config>', 'dataset folder, or a training configuration')
    .option('--json', 'print one JSON object')
    .option('--all', 'list every tag; the text lists those that are read least')
    .addOption(new Option('--model <family>', 'model family to train').choices(familyIds))
    .addOption(new Option('--profile <trainer>', 'trainer').choices(profileIds))
    .option('--no-config', 'ignore configurations found in or above the folder')
    .option('--epochs <n>', 'length of the run, instead of what the configuration says', atLeast(0))
    .option('--steps <n>', 'length of the run in steps', atLeast(0))
    .option('--max-tokens <n>', 'try: content tokens that are read', atLeast(1))
    .option('--shuffle', 'try: shuffle the tags')
    .option('--no-shuffle', 'try: do not shuffle')
    .option('--keep <n>', 'try: tags at the front that neither move nor drop', atLeast(0))
    .option('--repeats <n>', 'try: uses of each image per epoch', atLeast(1))
    .option('--tag-dropout <rate>', 'try: chance that a tag drops', rate)
    .option('--caption-dropout <rate>', 'try: chance that a whole caption drops', rate)
    .action(runExposure);
}

function addBinding(program: Command): void {
  program
    .command('binding')
    .description(
      'What each tag is to the trigger: absorbed, locked, promptable or noise; with --concept what to prune, keep and vary.',
    )
    .argument('<folder>', 'dataset folder; folders below it are included')
    .addOption(new Option('--concept <kind>', 'what the concept is').choices(conceptKinds))
    .option('--trigger <trigger>', 'only the concept of this trigger')
    .option('--json', 'print one JSON object')
    .option('--all', 'list every tag; the text shortens long lists')
    .option('--no-config', 'ignore configurations found in or above the folder')
    .option('--apply', 'take the tags to prune out of the captions; "tagmetry undo" takes it back')
    .action(runBinding);
}

function addCure(program: Command): void {
  program
    .command('cure')
    .description(
      'The smallest set of changes that brings every risk to low, step by step. Exit code 1 when something stays above low.',
    )
    .argument('<folder>', 'dataset folder; folders below it are included')
    .addOption(
      new Option('--images <level>', 'how far images are looked into; from standard on they are compared')
        .choices(imageLevels)
        .default('headers'),
    )
    .option('--json', 'print one JSON object')
    .option('--apply', 'make the steps; "tagmetry undo" takes them back')
    .option('--step <n...>', 'with --apply: only these steps', collectNumbers)
    .option('--trials <n>', 'combinations that are tried at the most', atLeast(1), 150)
    .option('--no-config', 'ignore configurations found in or above the folder')
    .option('--no-progress', 'no progress line on a terminal')
    .action(runCure);
}

/** Reads a number that is no less than a limit. */
const atLeast =
  (least: number) =>
  (value: string): number => {
    const number = Number(value);
    if (value.trim() === '' || !Number.isFinite(number) || number < least)
      throw new InvalidArgumentError(`a number from ${least} on`);
    return number;
  };

/** Whole numbers, one after the other. */
function collectNumbers(value: string, previous: readonly number[] = []): number[] {
  const number = atLeast(1)(value);
  if (!Number.isInteger(number)) throw new InvalidArgumentError('a whole number');
  return [...previous, number];
}

function rate(value: string): number {
  const number = atLeast(0)(value);
  if (number > 1) throw new InvalidArgumentError('a rate of 0 to 1');
  return number;
}
