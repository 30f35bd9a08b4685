import { normalTag } from './normal.ts';
import { type TagColumns, TagList } from './tag-list.ts';

/** The lowest number that cannot be a category code, so that a second column with it holds counts. */
const FIRST_COUNT = 16;

/**
 * Reads the text of a tag list: `name,category,count,"alias1,alias2"` per line, a header allowed; also `name,category`,
 * `name,count` and names alone. Category and count may be empty. Never throws: lines without a name are in `badLines`.
 */
export function parseTagList(text: string): TagList {
  const columns: TagColumns = {
    names: [],
    norms: [],
    categories: [],
    counts: [],
    byNorm: new Map(),
    aliases: [],
    badLines: [],
  };
  let twoColumns = true;
  let line = -1;
  let start = text.startsWith('\ufeff') ? 1 : 0;
  while (start < text.length) {
    line++;
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const stop = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    const fields = fieldsOf(text, start, stop);
    start = end + 1;
    const name = (fields[0] ?? '').trim();
    if (fields.length === 1 && name === '') continue;
    if (line === 0 && isHeader(fields)) continue;
    const norm = normalTag(name);
    if (norm === '') {
      columns.badLines.push(line);
      continue;
    }
    if (columns.byNorm.has(norm)) continue;
    const tag = columns.names.length;
    columns.names.push(name);
    columns.norms.push(norm);
    columns.categories.push(numberOf(fields[1], -1));
    columns.counts.push(numberOf(fields[2], 0));
    columns.byNorm.set(norm, tag);
    if (fields.length > 2) twoColumns = false;
    const listed = fields.length > 4 ? fields.slice(3).join(',') : fields[3];
    if (listed) columns.aliases.push([tag, listed]);
  }
  if (twoColumns && columns.categories.some((code) => code >= FIRST_COUNT)) {
    for (const [tag, count] of columns.categories.entries()) columns.counts[tag] = Math.max(0, count);
    columns.categories.fill(-1);
  }
  for (const [tag, code] of columns.categories.entries()) if (code >= FIRST_COUNT) columns.categories[tag] = -1;
  return new TagList(columns);
}

/** The fields of one line; a quoted field may hold commas and doubled quotes. */
function fieldsOf(text: string, start: number, stop: number): string[] {
  const fields: string[] = [];
  let at = start;
  for (;;) {
    if (text.charCodeAt(at) === 34 && at < stop) {
      let close = at + 1;
      while (close < stop && !(text.charCodeAt(close) === 34 && text.charCodeAt(close + 1) !== 34)) {
        close += text.charCodeAt(close) === 34 ? 2 : 1;
      }
      const field = text.slice(at + 1, Math.min(close, stop));
      fields.push(field.includes('""') ? field.replaceAll('""', '"') : field);
      at = close + 1;
      const comma = text.indexOf(',', at);
      if (comma < 0 || comma >= stop) return fields;
      at = comma + 1;
      continue;
    }
    const comma = text.indexOf(',', at);
    if (comma < 0 || comma >= stop) {
      fields.push(text.slice(at, stop));
      return fields;
    }
    fields.push(text.slice(at, comma));
    at = comma + 1;
  }
}

function isHeader(fields: readonly string[]): boolean {
  return /^(?:tag|name|tag_name|tags)$/i.test((fields[0] ?? '').trim()) && !/^\d+$/.test((fields[1] ?? '').trim());
}

function numberOf(field: string | undefined, otherwise: number): number {
  if (field === undefined || field === '') return otherwise;
  let value = 0;
  for (let i = 0; i < field.length; i++) {
    const digit = field.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return otherwise;
    value = value * 10 + digit;
  }
  return Number.isSafeInteger(value) ? value : otherwise;
}
