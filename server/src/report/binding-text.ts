import { riskName } from '../advice/modes.ts';
import { append } from '../ground/append.ts';
import { t } from '../ground/l10n.ts';
import { visible } from '../ground/visible.ts';
import type { TagBinding } from '../planning/binding.ts';
import { bindingMeaning, bindingName, conceptName } from '../planning/names.ts';
import type { ConceptBinding } from './binding.ts';
import { type PlanEffect, worsened } from './plan-effect.ts';

/** Tags listed per binding, and proposals. */
const listed = 15;

/** The binding map for a terminal. */
export function writeBindingText(target: string, concepts: readonly ConceptBinding[], all: boolean): string {
  const out = [t('Binding map of {0}', target)];
  if (concepts.length === 0)
    out.push('', t('No trigger is known well enough: name it in the sidecar or by the folder.'));
  for (const concept of concepts) append(out, ['', ...conceptLines(concept, all)]);
  return `${out.join('\n')}\n`;
}

function conceptLines(
  { trigger, kind, captions, prose, indicative, tags, fields, proposals }: ConceptBinding,
  all: boolean,
): string[] {
  const out = [t('"{0}": {1} captions with the trigger', visible(trigger), captions)];
  if (prose > 0)
    out.push(`  ${t('{0} of them are sentences: their phrases are looked at, and rewording them is yours', prose)}`);
  if (indicative) out.push(`  ${t('few captions, indicative only')}`);
  for (const binding of ['locked', 'absorbed', 'promptable', 'noise'] as const) {
    const own = tags.filter((tag) => tag.binding === binding);
    if (own.length === 0) continue;
    out.push(`  ${bindingName(binding, t)}: ${bindingMeaning(binding, t)}`);
    if (binding === 'noise' && !all) out.push(`    ${t('{0} tags on one or two captions', own.length)}`);
    else {
      const shown = all ? own : own.slice(0, listed);
      append(
        out,
        shown.map((tag) => `    ${tagLine(tag)}`),
      );
      if (own.length > shown.length) out.push(`    ${t('and {0} more', own.length - shown.length)}`);
    }
  }
  for (const { attribute, sibling, probability } of fields) {
    const what = attribute === 'hair colour' ? t('hair colour') : t('eye colour');
    out.push(
      `  ${t('no caption names a {0}, {1} of those of "{2}" do: the trigger carries it', what, percent(probability), visible(sibling))}`,
    );
  }
  if (kind === null) {
    out.push(`  ${t('Say what it is with --concept, and each tag gets a proposal.')}`);
    return out;
  }
  out.push(`  ${t('Proposals for a {0}', conceptName(kind, t))}`);
  for (const advice of ['prune', 'vary'] as const)
    for (const { tag, reason, source, heuristic, unlock } of proposals.filter((one) => one.advice === advice)) {
      const basis = heuristic ? `${source}; ${t('heuristic')}` : source;
      const name = advice === 'prune' ? t('prune') : t('vary');
      out.push(`    ${name} ${visible(tag)}: ${reason} (${basis})`);
      if (unlock && unlock.missing > 0)
        out.push(
          `      ${
            unlock.missing === 1
              ? t('one more image without it brings it to 80 %')
              : t('{0} more images without it bring it to 80 %', unlock.missing)
          }`,
        );
      if (unlock && unlock.invisible.length > 0)
        out.push(`      ${t('Look at {0}', unlock.invisible.slice(0, 5).map(visible).join(', '))}`);
    }
  const kept = proposals.filter(({ advice }) => advice === 'keep').map(({ tag }) => visible(tag));
  if (kept.length > 0) {
    const shown = all ? kept : kept.slice(0, listed);
    const more = kept.length > shown.length ? ` … (+${kept.length - shown.length})` : '';
    out.push(`    ${t('keep')} ${shown.join(', ')}${more}`);
  }
  const unknown = tags.filter(({ binding, category }) => binding === 'locked' && category === null);
  if (unknown.length > 0)
    out.push(
      `    ${t(
        'yours to decide, their kind is not known: {0}',
        unknown
          .slice(0, listed)
          .map(({ tag }) => visible(tag))
          .join(', '),
      )}`,
    );
  else if (proposals.length === 0) out.push(`    ${t('nothing to prune, nothing to vary')}`);
  return out;
}

function tagLine({ tag, together, support, lower, upper, sibling }: TagBinding): string {
  const bounds = t('{0} to {1} with 95 % confidence', percent(lower), percent(upper));
  const other = sibling === null ? '' : `; "${visible(sibling.trigger)}" ${percent(sibling.probability)}`;
  return `${visible(tag)} ${together}/${support} (${bounds}${other})`;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** What a change would do, for a terminal. */
export function effectLines(effect: PlanEffect): string[] {
  const changed = effect.risks.filter(({ before, after }) => before !== after);
  const out = changed.map(({ title, before, after }) => t('{0}: {1} → {2}', title, riskName(before), riskName(after)));
  if (changed.length === 0) out.push(t('No risk changes its level.'));
  if (worsened(effect).length > 0) out.push(t('A risk becomes higher: look before applying.'));
  const { read } = effect;
  if (read && Math.abs(read.after - read.before) >= 0.0005)
    out.push(t('Written tags that are read: {0} → {1}', share(read.before), share(read.after)));
  return out;
}

const share = (value: number): string => `${(value * 100).toFixed(1)} %`;
