import { finish } from '../../ground/steps.ts';
import { unknownRun } from '../../history/record.ts';
import { asCount, asMap, asText } from '../json.ts';
import { jsonIn } from '../python-value.ts';
import { type MetadataReader, presentKeys } from './said.ts';

/**
 * ai-toolkit (toolkit/metadata.py, jobs/process/BaseSDTrainProcess.py): `software` with name and version, `training_info` with step and epoch,
 * the model's name, and a tag frequency that holds the trigger alone, so that other programs show it: it says nothing about captions.
 */
export const aiToolkit: MetadataReader = {
  id: 'ai-toolkit',
  because(metadata) {
    const software = asMap(finish(jsonIn(metadata.get('software'))));
    if (/^ai-?toolkit$/i.test(asText(software.get('name')) ?? '')) return ['software'];
    return software.size === 0 ? presentKeys(metadata, ['training_info']) : [];
  },
  *read(metadata) {
    const software = asMap(yield* jsonIn(metadata.get('software')));
    const info = asMap(yield* jsonIn(metadata.get('training_info')));
    const frequency = asMap(yield* jsonIn(metadata.get('ss_tag_frequency')));
    const [[folder, tags] = ['', undefined]] = [...frequency];
    const [trigger] = [...asMap(tags).keys()];
    return {
      version: asText(software.get('version')),
      baseModel: metadata.get('ss_base_model_version') ?? metadata.get('ss_base_model') ?? null,
      modelName: null,
      settings: new Map(),
      subsets: null,
      buckets: null,
      run: { ...unknownRun, steps: asCount(info.get('step')) },
      trigger: frequency.size === 1 && trigger !== undefined && folder === `1_${trigger}` ? trigger : null,
      rank: null,
      alpha: null,
    };
  },
};
