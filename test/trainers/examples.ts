import { readdirSync, readFileSync } from 'node:fs';

const here = new URL('examples/', import.meta.url);

/**
 * The configurations of one folder of `examples/`, by file name. They restate what the documentation of each trainer shows: the same keys in
 * the same places, with paths and values of our own.
 */
export function examplesIn(folder: string): ReadonlyMap<string, string> {
  const at = new URL(`${folder}/`, here);
  return new Map(
    readdirSync(at)
      .sort()
      .map((name) => [name, readFileSync(new URL(name, at), 'utf8')]),
  );
}

/** The text of one example, `folder/name`. */
export const example = (name: string): string => readFileSync(new URL(name, here), 'utf8');
