/** @type {{ file: string, name: string, kind: 'constant' | 'default', moved: number }} */
const mutant = JSON.parse(process.env.TAGMETRY_MUTANT ?? 'null');
const number = /-?(?:\d[\d_]*)?\.?\d+(?:e-?\d+)?/.source;
const place =
  mutant.kind === 'constant'
    ? new RegExp(`(\\b${mutant.name}\\s*=\\s*)${number}`)
    : new RegExp(`(\\b${mutant.name}\\s*:\\s*\\w+\\.(?:(?!\\.default\\().)*?\\.default\\(\\s*)${number}`, 's');

/**
 * Takes what the loaders below made of a file and moves the number in it.
 * @type {import('node:module').LoadHook}
 */
export async function load(url, context, nextLoad) {
  const loaded = await nextLoad(url, context);
  if (!url.split('?')[0].endsWith(`/${mutant.file}`)) return loaded;
  const source = String(loaded.source);
  if (!place.test(source)) throw new Error(`${mutant.file}: ${mutant.name} was not found in the compiled file.`);
  return { ...loaded, source: source.replace(place, (_, before) => `${before}${mutant.moved}`) };
}
