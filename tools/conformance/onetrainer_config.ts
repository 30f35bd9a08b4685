import { parseJsonConfig } from '../../server/src/trainers/documents/json-document.ts';
import type { Plain } from '../../server/src/trainers/documents/python-value.ts';
import {
  CONCEPT_OPTIONS,
  type ConfigOption,
  IMAGE_OPTIONS,
  TEXT_OPTIONS,
} from '../../server/src/trainers/onetrainer/concept-options.ts';
import { type Concept, readConcepts, type Values } from '../../server/src/trainers/onetrainer/concepts.ts';
import {
  ENCODER_OPTIONS,
  resolveTrainConfig,
  TEXT_ENCODERS,
  TRAIN_OPTIONS,
} from '../../server/src/trainers/onetrainer/train-config.ts';
import type { RowCheck } from '../conformance.ts';
import { canonical, unequal } from './canonical.ts';

type Row = Record<string, unknown>;

/** Numbers JSON cannot write. In a concept infinity is a text. */
function written(value: Plain, inConcept: boolean): unknown {
  if (typeof value !== 'number' || Number.isFinite(value)) return value;
  const name = Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  return inConcept && name !== 'nan' ? name : { non_finite: name };
}

function changed(values: Values, options: ReadonlyMap<string, ConfigOption>, inConcept: boolean): Row {
  return Object.fromEntries(
    [...values].flatMap(([name, value]) =>
      canonical(value) === canonical(options.get(name)?.default) && !Number.isNaN(value)
        ? []
        : [[name, written(value, inConcept)]],
    ),
  );
}

function conceptRow({ values, image, text }: Concept): Row {
  const imageRow = changed(image, IMAGE_OPTIONS, true);
  const textRow = changed(text, TEXT_OPTIONS, true);
  return {
    ...changed(values, CONCEPT_OPTIONS, true),
    seed: values.get('seed') ?? '<random>',
    ...(Object.keys(imageRow).length > 0 ? { image: imageRow } : {}),
    ...(Object.keys(textRow).length > 0 ? { text: textRow } : {}),
  };
}

const isValidation = ({ values }: Concept) => values.get('type') === 'VALIDATION';

const check: RowCheck = (row) => {
  if (row.kind === 'concepts') {
    const read = readConcepts(parseJsonConfig(row.concepts as string));
    const pairs: [string, unknown, unknown][] = [['error', row.error, read.error?.exception ?? null]];
    if (read.value && !row.error) {
      pairs.push(['could_not_set', row.could_not_set, read.value.refused]);
      pairs.push([
        'training',
        row.result_training,
        read.value.concepts.filter((c) => !isValidation(c)).map(conceptRow),
      ]);
      pairs.push(['validation', row.result_validation, read.value.concepts.filter(isValidation).map(conceptRow)]);
    }
    return unequal(pairs);
  }
  if (row.kind === 'defaults') {
    const defaults = [...TRAIN_OPTIONS].map(([name, option]) => [name, option.default]);
    const known = Object.fromEntries(defaults);
    const wanted = (row.config ?? row.train ?? {}) as Row;
    return unequal([['train', Object.fromEntries(Object.keys(known).map((k) => [k, wanted[k]])), known]]);
  }
  const resolved = resolveTrainConfig(
    parseJsonConfig(row.config as string),
    typeof row.preset === 'string' ? parseJsonConfig(row.preset) : null,
    (row.config_values as string[] | undefined) ?? [],
  );
  const pairs: [string, unknown, unknown][] = [['error', row.error, resolved.error?.exception ?? null]];
  if (resolved.value && !row.error) {
    const { values, encoders, refused, concepts } = resolved.value;
    const own = changed(values, TRAIN_OPTIONS, false);
    for (const [i, encoder] of encoders.entries())
      for (const [name, value] of Object.entries(changed(encoder, ENCODER_OPTIONS, false)))
        own[`${TEXT_ENCODERS[i]}.${name}`] = value;
    pairs.push(['could_not_set', row.could_not_set, refused], ['resolved', row.resolved, own]);
    if (row.result_concepts) pairs.push(['concepts', row.result_concepts, concepts?.map(conceptRow) ?? null]);
  }
  return unequal(pairs);
};

export default check;
