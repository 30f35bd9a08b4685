import { once } from '../../ground/once.ts';

/** What a thing is in one of two ways, by the words for each. A word may be in several. */
const STATES = `
raised/lifted/up/turned-up/upturned/pushed-up/pulled-up/drawn-up|lowered/down/turned-down/pulled-down/drawn-down/rolled-down
open/opened/ajar/wide-open/agape/gaping/propped|closed/shut/furled/bolted/boarded-up/barred/latched
open/unbuttoned/unzipped/undone/unfastened|buttoned/buttoned-up/zipped/zipped-up/fastened/done-up/closed
tied/laced/knotted|untied/unlaced
buckled|unbuckled
lit/glowing/burning/alight/on/switched-on/turned-on/lit-up/glows/burns/shines/ablaze/aglow/illuminated|unlit/off/out/extinguished/switched-off/turned-off/dark/doused/blown-out
spread/outspread/outstretched/stretched/stretched-out/unfolded/unfurled/extended/open/opened|folded/closed/furled/tucked/retracted
pricked/erect/upright/perked|folded/drooping/flattened/floppy/pinned-back
rolled-up/pushed-up/pulled-up|rolled-down/unrolled/full-length
drawn|parted/open
wet/soaked/damp/drenched/sodden|dry
clean/spotless/polished|dirty/muddy/filthy/grimy/dusty/mud-caked
full/filled/brimming/crammed/stuffed/laden/piled|empty/emptied/drained/bare
locked|unlocked
inflated|deflated
loaded|unloaded
sheathed|unsheathed|drawn
straight|bent/crooked
whole/intact/unbroken|broken/cracked/shattered/torn
sharp|blunt
frozen|melted/thawed
worn/on|off/removed
hot/boiling/steaming/red-hot|cold/stone-cold/ice-cold/frozen/cool
spinning/turning/whirling/spins/turns|still/motionless/stationary/stopped
made|unmade
mown/trimmed/clipped|overgrown/unkempt/shaggy
peeled|unpeeled
carved|uncarved
painted/varnished/lacquered|unpainted/unvarnished
glazed|unglazed
ironed/pressed|creased/crumpled/wrinkled
coiled|uncoiled
combed/brushed|uncombed/tousled/unkempt/tangled/matted
ripe|unripe
fresh|stale/withered/wilted/rotten
blooming/flowering|wilted/withered
plugged-in|unplugged
hoisted|furled/struck
paved/asphalted|unpaved
blank/unmarked|marked/written/printed
occupied/taken|vacant/free/unoccupied
flowing/running|dried-up/dry/frozen
visible/exposed|hidden/invisible/concealed
decorated/ornate/adorned|undecorated/unadorned/plain
rusty/rusted/corroded|gleaming/polished/shiny
armed|unarmed
wrapped|unwrapped
sealed|unsealed/opened
pitched/sloping/gabled|flat
pitched/set-up|rolled-up/packed/packed-up
`;

export interface StateValue {
  readonly axis: number;
  readonly side: number;
}

const table = once((): ReadonlyMap<string, readonly StateValue[]> => {
  const found = new Map<string, StateValue[]>();
  for (const [axis, line] of STATES.trim().split('\n').entries())
    for (const [side, words] of line.split('|').entries())
      for (const word of words.split('/')) found.set(word, [...(found.get(word) ?? []), { axis, side }]);
  return found;
});

const none: readonly StateValue[] = [];

/** The ways that a word (lower case) puts a thing in; two words are joined by a hyphen: "rolled-up". */
export const statesOfThing = (word: string): readonly StateValue[] => table().get(word) ?? none;

/** Whether a word says which way a thing is. */
export const isStateWord = (word: string): boolean => table().has(word);

/** Words that say it only behind a thing: "visor up". */
export const isParticle = (word: string): boolean => /^(?:up|down|on|off|out)$/.test(word);
