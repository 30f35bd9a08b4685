import { z } from 'zod';
import { isStyle, type KnownConcept } from '../../concepts/concepts.ts';
import type { DatasetIndex } from '../../dataset/index.ts';
import { hasManyLooks } from '../../dataset/looks.ts';
import { type Association, associationOf } from '../../facts/associations.ts';
import type { FolderFacts } from '../../facts/facts.ts';
import { wilsonLower } from '../../facts/information.ts';
import { shownTag } from '../../facts/usual-spelling.ts';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { baseName, rootName } from '../../ground/paths.ts';
import { constantStyleTags } from '../../metrics/constant-style.ts';
import { indicativeBelow } from '../../metrics/metrics.ts';
import { isNamesake } from '../../metrics/namesake.ts';
import { affixesFor } from '../../settings/settings.ts';
import { categoryOf } from '../../tags/categories.ts';
import type { Category } from '../../tags/vocabulary.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import { ruleOptions } from '../rule-options.ts';

/** What should stay free to change, the gravest first. The subject's own features belong to the trigger. */
const freeCategories: readonly Category[] = [
  'background',
  'style',
  'quality',
  'lighting',
  'clothing',
  'colour',
  'framing',
  'pose',
];
/** What P(tag | trigger) must be at least with 95 % confidence, so that a few captions do not count as always. */
const leastSure = 0.7;
/** Tags named in the report. */
const named = 6;

const options = ruleOptions({ probability: 0.95, support: 10 }, () => ({
  probability: z.number().min(0.5).max(1).describe('P(tag | trigger) from which a tag is locked in.'),
  support: z.number().int().min(2).describe('Captions with the trigger that are needed.'),
}));

type Options = typeof options.defaults;

export default folderRule({
  id: 'trigger-lock-in',
  group: 'trigger',
  severity: 'warning',
  fix: 'none',
  summary: 'A tag appears in nearly every caption of a trigger, so the trigger will come to mean it too.',
  why: 'What always stands beside the trigger cannot be told from it: the identifier binds to background, clothes and style instead of the subject alone (seed: P(tag | identifier) of 0.95 and more, a heuristic).',
  options,
  *check({ index, facts, settings }: FolderContext, options: Options): Iterable<Draft> {
    // What is on everything is told as such, once.
    const told =
      settings.severities['constant-style-tags'] === 'off'
        ? new Set<string>()
        : new Set(
            constantStyleTags(facts, index.concepts, (file) => affixesFor(settings, file)).tags.map(({ tag }) => tag),
          );
    for (const folders of index.concepts.subjects) {
      const [concept] = folders;
      const captions = folders.reduce((sum, one) => sum + one.captions, 0);
      // What many wear is an outfit, and a style is what everything looks like: that is what the trigger is to mean.
      const own: readonly string[] = isStyle(concept)
        ? ['style']
        : hasManyLooks(index, concept.folder)
          ? ['clothing', 'colour']
          : [];
      const locked = lockedTags(facts, folders, options).filter(
        (lock) =>
          !told.has(lock.tag) &&
          !own.includes(categoryOf(lock.tag) ?? '') &&
          !isMark(lock) &&
          !isFolderName(index, concept.folder, lock.tag) &&
          !isNamesake(lock.tag, categoryOf(lock.tag), index.concepts),
      );
      if (locked.length === 0) continue;
      const list = locked
        .slice(0, named)
        .map(({ tag, together, support }) => `${shownTag(facts, tag)} ${together}/${support}`);
      const isNever = locked.slice(0, named).every(({ together, support }) => together === support);
      const parts = [concept.trigger, list.join(', ')] as const;
      const isFew = captions < indicativeBelow;
      yield {
        file: concept.folder,
        range: null,
        always: locked.slice(0, named).map(({ tag }) => tag),
        // Of few captions it is a guess.
        ...(isFew ? { severity: 'info' as const } : {}),
        message: isNever
          ? isFew
            ? t(
                '"{0}" never comes without {1} (few captions): it will mean that too. Vary or leave out some.',
                ...parts,
              )
            : t('"{0}" never comes without {1}: it will mean that too. Vary or leave out some.', ...parts)
          : isFew
            ? t(
                '"{0}" hardly ever comes without {1} (few captions): it will mean that too. Vary or leave out some.',
                ...parts,
              )
            : t('"{0}" hardly ever comes without {1}: it will mean that too. Vary or leave out some.', ...parts),
      };
    }
  },
});

/**
 * What is worn on face or hair in every picture is a mark of the subject, as its eyes and hair are: an eyepatch, a hair ribbon. One
 * picture without it shows that it comes off.
 */
const isMark = ({ tag, together, support }: Lock): boolean => together === support && ofHead.test(tag);
const ofHead =
  /\b(?:eyepatch|eye patch|monocle|glasses|eyewear|earrings?|piercings?|hairband|hairclips?|hairpins?|scrunchie|circlet|tiara|halo|ahoge)$|\bhair (?:ribbon|bow|ornament|flower|clip|pin|tie|bobbles|tubes|rings?|stick|bells?|beads)s?$/;

const isFree = (norm: string): boolean => freeCategories.includes(categoryOf(norm) as Category);

type Lock = Pick<Association, 'tag' | 'together' | 'support' | 'lower'>;

type Folders = readonly [KnownConcept, ...KnownConcept[]];

/** The tags tied to the trigger of some folders. */
function lockedTags(facts: FolderFacts, folders: Folders, options: Options): Lock[] {
  const norms = new Set<number>();
  for (const { folder } of folders) for (const [norm] of facts.subset(folder)?.entries() ?? []) norms.add(norm);
  const found: Lock[] = [];
  for (const norm of norms) {
    const lock = isFree(facts.vocabulary.norm(norm)) ? lockOf(facts, folders, norm, options) : null;
    if (lock) found.push(lock);
  }
  const rank = ({ tag }: Lock): number => freeCategories.indexOf(categoryOf(tag) as Category);
  return found.sort((a, b) => b.lower - a.lower || rank(a) - rank(b) || (a.tag < b.tag ? -1 : 1));
}

/** A tag that the trigger hardly ever comes without; within changing phrases the captions of its folders stand for the trigger's. */
function lockOf(facts: FolderFacts, folders: Folders, norm: number, { probability, support }: Options): Lock | null {
  const [concept] = folders;
  if (norm === concept.triggerNorm) return null;
  // What is trained is what the trigger is to mean; class-hijack speaks of it.
  if (facts.vocabulary.norm(norm) === concept.classWord) return null;
  if (concept.classWord === null && isCalled(facts, concept, norm)) return null;
  const given = concept.triggerNorm;
  const lock: Lock = given !== null ? associationOf(facts, given, norm) : besideOf(facts, folders, norm);
  const isLocked = lock.support >= support && lock.together >= lock.support * probability && lock.lower >= leastSure;
  return isLocked ? lock : null;
}

/** Mean place up to which a tag stands right behind the trigger. */
const behindTrigger = 1.1;
/** Share of the captions that have it there. */
const calledShare = 0.9;
const general = /(?:background|backdrop|indoors|outdoors|inside|outside)$/;

/** Whether a place stands right behind the trigger everywhere, as the name of what is trained: "lhphar, lighthouse". */
function isCalled(facts: FolderFacts, { triggerNorm, captions, folder }: KnownConcept, norm: number): boolean {
  const tag = facts.vocabulary.norm(norm);
  return (
    triggerNorm !== null &&
    categoryOf(tag) === 'background' &&
    !general.test(tag) &&
    !tag.includes(' ') &&
    (facts.subset(folder)?.frequency(norm) ?? 0) >= captions * calledShare &&
    facts.meanPosition(norm) <= behindTrigger
  );
}

/** Whether a folder has its name of a tag: "15_space_station". */
const isFolderName = ({ root }: DatasetIndex, folder: string, tag: string): boolean =>
  ` ${(folder === '' ? rootName(root) : baseName(folder)).toLowerCase().replace(/[\d_-]+/g, ' ')} `.includes(
    ` ${tag} `,
  );

/** A tag among all captions of some folders. */
function besideOf(facts: FolderFacts, folders: Folders, norm: number): Lock {
  let [together, support] = [0, 0];
  for (const { folder } of folders) {
    const own = facts.subset(folder);
    together += own?.frequency(norm) ?? 0;
    support += own?.captions ?? 0;
  }
  return { tag: facts.vocabulary.norm(norm), together, support, lower: wilsonLower(together, support) };
}
