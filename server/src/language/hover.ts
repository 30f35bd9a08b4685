import { tokenPieces } from '../caption/clip/index.ts';
import { leastSupport } from '../facts/associations.ts';
import { t } from '../ground/l10n.ts';
import { code, plain } from '../ground/markdown.ts';
import { folderOf } from '../ground/paths.ts';
import type { TextRange } from '../ground/text.ts';
import { indicativeBelow } from '../metrics/metrics.ts';
import type { CaptionContext } from '../rules/context.ts';
import { categoryOf } from '../tags/categories.ts';
import { captionTokens, type TokenOptions } from '../trainers/caption-tokens.ts';
import { hasClip } from '../trainers/families.ts';
import { type TagAtPlace, tagAtPlace } from './occurrences.ts';
import { partnersOf, togetherCount } from './partners.ts';
import { categoryName } from './symbols.ts';

/** Markdown about a place. */
export interface HoverText {
  readonly range: TextRange;
  readonly markdown: string;
}

/** Partners that are named. */
const shownPartners = 5;

/** NPMI from which a tag counts as a partner. */
const partnerFrom = 0.1;

/**
 * What is known of the tag at a UTF-16 offset; null between tags.
 * @param exposure how often it will be read over the run, in words; null where that is not known
 */
export function tagHover(context: CaptionContext, offset: number, exposure: string | null = null): HoverText | null {
  const place = tagAtPlace(context, offset);
  if (!place) return null;
  const lines = [
    title(context, place),
    countLine(context, place),
    exposure === null ? null : `${exposure[0]?.toUpperCase()}${exposure.slice(1)}`,
    triggerLine(context, place),
    partnersLine(context, place),
    tokensLine(context, place),
    windowLine(context, place),
    aliasLine(context, place),
  ];
  return { range: place.tag.range, markdown: lines.filter((line) => line !== null).join('\n\n') };
}

function title(context: CaptionContext, { norm }: TagAtPlace): string {
  const category = categoryOf(norm);
  const known = context.index.knownTags;
  const listed = known?.get(norm);
  const parts = [`**${plain(norm)}**`];
  if (category) parts.push(categoryName(category));
  if (listed) {
    const name = known?.lists.find((list) => list.has(norm))?.categoryName(listed.category);
    const posts = t('{0} posts in the tag list', listed.count.toLocaleString('en'));
    parts.push(name ? `${plain(name)}, ${posts}` : posts);
  }
  return parts.join(' · ');
}

function countLine({ facts, index }: CaptionContext, { norm }: TagAtPlace): string {
  const id = index.vocabulary.normId(norm);
  const count = id === undefined ? 0 : facts.frequency(id);
  const line = t('{0} of {1} captions ({2})', count, facts.captions, percent(count, facts.captions));
  return facts.captions < indicativeBelow ? `${line} · ${t('few captions, indicative only')}` : line;
}

function triggerLine(context: CaptionContext, { norm }: TagAtPlace): string | null {
  const { facts, index } = context;
  const concept = index.concepts.of(folderOf(context.file));
  const id = index.vocabulary.normId(norm);
  if (!concept || concept.trigger === null || concept.triggerNorm === null || id === undefined) return null;
  if (id === concept.triggerNorm) return t('Trigger of this folder.');
  const support = facts.frequency(concept.triggerNorm);
  if (support === 0) return null;
  const together = togetherCount(facts, concept.triggerNorm, id);
  return t(
    'P(tag | {0}) = {1} of {2} captions with the trigger',
    code(concept.trigger),
    percent(together, support),
    support,
  );
}

function partnersLine({ facts, index }: CaptionContext, { norm: name }: TagAtPlace): string | null {
  const id = index.vocabulary.normId(name);
  // What is in most captions stands beside everything: NPMI says next to nothing of it.
  if (id === undefined || facts.frequency(id) > facts.captions / 2) return null;
  const partners = partnersOf(facts, id, leastSupport, partnerFrom)
    .sort((a, b) => b.npmi - a.npmi || b.together - a.together)
    .slice(0, shownPartners);
  if (partners.length === 0) return null;
  const names = partners.map(
    ({ norm, npmi, together }) => `${code(index.vocabulary.norm(norm))} (${npmi.toFixed(2)}, ${together}×)`,
  );
  return t('Goes with {0}', names.join(', '));
}

/** The tokens of the tag for the encoder that carries the text; where that is not counted those of its CLIP, and nothing without one. */
function tokensLine(context: CaptionContext, { tag }: TagAtPlace): string | null {
  const { clip, encoder, family } = context.settings;
  if (!encoder.counted && !hasClip(family)) return null;
  const pieces = (clip.tokenizer === undefined ? tokenPieces(tag.text, clip) : slicesOf(tag.text, clip)).map((piece) =>
    code(piece.replace('</w>', '')),
  );
  const count = encoder.counted ? t('{0} tokens', pieces.length) : t('{0} CLIP tokens', pieces.length);
  return `${count}: ${pieces.join(' ')}`;
}

/** A text cut where its tokens begin. */
function slicesOf(text: string, options: TokenOptions): string[] {
  const tokens = captionTokens(text, options);
  return Array.from({ length: tokens.count }, (_, n) => text.slice(tokens.offsetOf(n), tokens.offsetOf(n + 1)));
}

/** Which tokens of the caption the tag takes, and in which window; counted from 1 in what the trainer is fed. */
function windowLine(context: CaptionContext, { tag }: TagAtPlace): string | null {
  if (!context.settings.encoder.counted) return null;
  const fed = context.effective(tag.line);
  const range = fed.tags.find(({ source }) => source?.start === tag.range.start)?.range;
  if (!range) return null;
  const tokens = captionTokens(fed.text, context.settings.clip);
  const starts = Array.from({ length: tokens.count }, (_, n) => tokens.offsetOf(n));
  const from = starts.findIndex((start) => start >= range.start);
  if (from < 0) return null;
  let to = from;
  while (to + 1 < starts.length && (starts[to + 1] as number) < range.end) to++;
  const limit = context.settings.tokenLimit;
  const place =
    from === to
      ? t('Token {0} of {1}', from + 1, starts.length)
      : t('Tokens {0} to {1} of {2}', from + 1, to + 1, starts.length);
  if (limit === null) return place;
  if (from >= limit) return `${place} · **${t('beyond the limit of {0}: does not train', limit)}**`;
  if (to >= limit) return `${place} · **${t('cut at token {0}', limit)}**`;
  return limit > 75 && context.settings.clip.tokenizer === undefined
    ? `${place} · ${t('window {0}', Math.floor(from / 75) + 1)}`
    : place;
}

function aliasLine({ index }: CaptionContext, { norm }: TagAtPlace): string | null {
  const canonical = index.knownTags?.canonicalOf(norm);
  return canonical ? t('Alias of {0} in the tag list', code(canonical.name)) : null;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
