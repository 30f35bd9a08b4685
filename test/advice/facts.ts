import type { AdviceFacts, RuleFacts } from '../../server/src/advice/facts.ts';
import { type MetricId, unmeasured } from '../../server/src/advice/metrics.ts';

/** Facts of a set in which nothing was measured, with what a test says on top. */
export function factsOf(
  given: Omit<Partial<AdviceFacts>, 'metrics' | 'rules'> & {
    readonly metrics?: Partial<Record<MetricId, number>>;
    readonly rules?: Readonly<Record<string, Partial<RuleFacts>>>;
  },
): AdviceFacts {
  const nobody = { files: [], of: 0 };
  const none = {
    findings: 0,
    errors: 0,
    warnings: 0,
    toldBy: null,
    topics: new Map(),
    files: [],
    captions: nobody,
    images: nobody,
    allImages: nobody,
  };
  return {
    images: 100,
    captions: 100,
    resolution: 1024,
    tokenLimit: 75,
    metricFiles: {},
    trigger: null,
    classWord: null,
    triggerCut: false,
    triggerPosition: null,
    boundTags: [],
    subjects: given.images ?? 100,
    compared: true,
    idle: new Map(),
    training: null,
    profile: 'sd-scripts',
    model: 'sdxl',
    textEncoders: 2,
    samplesPerEpoch: given.images ?? 100,
    proseShare: 0,
    neededTokens: 60,
    triggered: null,
    constantTags: [],
    topTags: {},
    topCounts: {},
    shared: {},
    spelling: {},
    missingFields: [],
    spareImages: 0,
    ...given,
    metrics: { ...unmeasured(), ...given.metrics },
    rules: new Map(Object.entries(given.rules ?? {}).map(([id, facts]) => [id, { ...none, ...facts }])),
  };
}
