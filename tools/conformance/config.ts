import { configFormat, parseConfig } from '../../server/src/trainers/documents/document.ts';
import type { ConfigDocument } from '../../server/src/trainers/documents/parsed.ts';
import {
  type ConfigError,
  changedArguments,
  resolveConfig,
} from '../../server/src/trainers/sd-scripts/config/resolve.ts';
import type { RowCheck } from '../conformance.ts';

/** JSON text with keys in a fixed order, so that equal data gives equal text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item) =>
    item && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

/** What is compared of an error: never the wording. */
function essence(error: ConfigError | Record<string, unknown> | null): unknown {
  if (error === null) return null;
  const problems = (error.problems ?? []) as { path: string[] }[];
  return {
    stage: error.stage,
    type: 'exception' in error ? error.exception : error.type,
    paths: error.stage === 'dataset_config' ? problems.map((problem) => canonical(problem.path)).sort() : [],
  };
}

function document(text: unknown, extension: unknown): ConfigDocument | null {
  if (typeof text !== 'string') return null;
  const format = configFormat(`config${extension}`);
  if (format) return parseConfig(text, format);
  const range = { start: 0, end: text.length };
  return {
    root: { type: 'none', range: null },
    errors: [{ message: 'not .toml or .json', range, exception: 'ValueError' }],
  };
}

const check: RowCheck = (row) => {
  const resolved = resolveConfig({
    datasetConfig: document(row.dataset_config, row.dataset_config_ext),
    configFile: document(row.config_file, '.toml'),
    argv: row.argv as string[],
  });
  const pairs: [string, unknown, unknown][] = [
    ['error', essence(row.error as ConfigError | null), essence(resolved.error)],
  ];
  if ('args' in row) pairs.push(['args', row.args, resolved.args ? changedArguments(resolved.args) : undefined]);
  if ('unknown_args' in row) {
    pairs.push(['unknown_args', [...(row.unknown_args as string[])].sort(), [...(resolved.unknown ?? [])].sort()]);
  }
  if ('datasets' in row) {
    const datasets = resolved.datasets?.map(({ kind, params, subsets }) => ({
      kind,
      params: params.values,
      subsets: subsets.map((subset) => subset.values),
    }));
    pairs.push(['datasets', row.datasets, datasets]);
  }
  const wrong = pairs.filter(([, expected, got]) => canonical(expected) !== canonical(got));
  if (wrong.length === 0) return null;
  return wrong
    .map(([name, expected, got]) => `${name}: ${canonical(got)} instead of ${canonical(expected)}`)
    .join('; ');
};

export default check;
