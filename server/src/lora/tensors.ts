import type { ModelFamilyId } from '../trainers/families.ts';
import type { Tensor } from './header.ts';

/** How a network changes the weights of a model, by the names of its tensors. */
export type NetworkKind =
  | 'lora'
  /** LoRA that also changes convolutions. */
  | 'locon'
  | 'loha'
  | 'lokr'
  | 'oft'
  | 'ia3'
  | 'glora'
  /** Whole differences of weights. */
  | 'full'
  /** Vectors of new words, no network. */
  | 'embedding'
  /** Nothing of a network: a whole model, a VAE, latents. */
  | 'none';

/** What the tensors of a file tell of its network. */
export interface Network {
  readonly kind: NetworkKind;
  /** Weight decomposed (DoRA). */
  readonly dora: boolean;
  /** The rank most layers have; null where the kind has none or no shape tells. */
  readonly rank: number | null;
  /** All ranks, with the layers that have them, most layers first. */
  readonly ranks: readonly (readonly [rank: number, layers: number])[];
  /** Rank of convolutions larger than 1×1; null without such. */
  readonly convRank: number | null;
  /** `stored`: alpha lies among the weights, which are not read. `none`: the form has no alpha, and rank counts for it. */
  readonly alpha: 'stored' | 'none';
  /** Parts of the model that are changed, with their layers. */
  readonly parts: readonly { readonly part: ModelPart; readonly layers: number }[];
  readonly textEncoders: number;
  /** Number formats of the weights, the most frequent first. */
  readonly dtypes: readonly string[];
  /** The model by the shapes and names of its layers; null where they do not tell. */
  readonly family: ModelFamilyId | null;
}

export type ModelPart = 'model' | 'text-encoder-1' | 'text-encoder-2' | 'text-encoder-3';

/**
 * Endings of the tensors of one layer, by kind. Forms: `lora_down` of sd-scripts, musubi-tuner and OneTrainer, `lora_A` of PEFT and
 * ai-toolkit, `lora.down` of older diffusers; `hada_`, `lokr_`, `oft_` and the others of LyCORIS.
 */
const endings: readonly (readonly [NetworkKind | 'dora' | 'alpha', RegExp])[] = [
  ['alpha', /\.alpha$/],
  ['dora', /\.(?:dora_scale|lora_magnitude_vector(?:\.\w+)?(?:\.weight)?)$/],
  [
    'lora',
    /(?:\.lora_(?:down|up|mid|A|B)(?:\.\w+)?\.weight|\.lora_[AB]|[._]lora\.(?:down|up)\.weight|\.lora_(?:down|up|mid))$/,
  ],
  ['loha', /\.hada_(?:w[12]_[ab]|t[12])$/],
  ['lokr', /\.lokr_(?:w[12](?:_[ab])?|t[12])$/],
  ['oft', /\.oft_(?:blocks|diag|R(?:\.\w+)?\.weight)$/],
  ['ia3', /\.(?:on_input|ia3_l)$/],
  ['glora', /\.[ab][12](?:\.weight)?$/],
  ['full', /\.(?:diff|diff_b|w_norm|b_norm)$/],
];

/** Tensors whose first side is the rank: `lora_down` and `lora_A` are rank × inputs, `hada_w1_b` and `lokr_w2_b` too. */
const rankFirst =
  /(?:lora_down(?:\.\w+)?\.weight|lora_down|lora_A(?:\.\w+)?\.weight|lora_A|lora\.down\.weight|hada_w1_b|lokr_w[12]_b)$/;

/** Names of embeddings: `emb_params` (AUTOMATIC1111), `clip_l`, `clip_g` (SDXL), `bundle_emb.…` (OneTrainer). */
const embedding = /^(?:emb_params|string_to_param\.|clip_[lg]$|t5$|bundle_emb\.)/;

/** What the tensors of a file say about its network; they are described in the header, the weights are not read. */
export function networkOf(tensors: readonly Tensor[]): Network {
  const layers = new Map<string, NetworkKind>();
  const kinds = new Map<NetworkKind, number>();
  const ranks = new Map<number, number>();
  const convRanks = new Map<number, number>();
  const dtypes = new Map<string, number>();
  let dora = false;
  let alpha = false;
  let embeddings = 0;
  for (const { name, dtype, shape } of tensors) {
    add(dtypes, dtype);
    if (embedding.test(name)) embeddings++;
    const found = endings.find(([, ending]) => ending.test(name));
    if (!found) continue;
    const [kind, ending] = found;
    if (kind === 'dora') dora = true;
    else if (kind === 'alpha') alpha = true;
    else {
      const layer = name.replace(ending, '');
      if (!layers.has(layer)) add(kinds, kind);
      layers.set(layer, kind);
      const rank = shape[0];
      if (!rankFirst.test(name) || shape.length < 2 || rank === undefined || rank === 0) continue;
      if (shape.length === 4 && (shape[2] as number) > 1) add(convRanks, rank);
      else add(ranks, rank);
    }
  }
  const kind = mostOf(kinds) ?? (embeddings > 0 && embeddings === tensors.length ? 'embedding' : 'none');
  const parts = new Map<ModelPart, number>();
  for (const layer of layers.keys()) add(parts, partOf(layer));
  const convRank = mostOf(convRanks);
  return {
    kind: kind === 'lora' && convRank !== null ? 'locon' : kind,
    dora,
    rank: mostOf(ranks) ?? convRank,
    ranks: sorted(ranks),
    convRank,
    alpha: alpha ? 'stored' : 'none',
    parts: sorted(parts).map(([part, count]) => ({ part, layers: count })),
    textEncoders: [...parts.keys()].filter((part) => part !== 'model').length,
    dtypes: sorted(dtypes).map(([dtype]) => dtype),
    family: kind === 'none' || kind === 'embedding' ? null : familyOfLayers(tensors),
  };
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const sorted = <K>(counts: ReadonlyMap<K, number>): [K, number][] => [...counts].sort(([, a], [, b]) => b - a);

const mostOf = <K>(counts: ReadonlyMap<K, number>): K | null => sorted(counts)[0]?.[0] ?? null;

/** Prefixes of text encoders: `lora_te…_` of sd-scripts and OneTrainer, `text_encoder…` of diffusers, `clip_l`, `clip_g`, `t5` of OMI. */
function partOf(layer: string): ModelPart {
  const numbered = /^(?:lora_te|text_encoder_?|te)(\d)?[._]/.exec(layer);
  if (numbered) return `text-encoder-${numbered[1] === '2' ? '2' : numbered[1] === '3' ? '3' : '1'}`;
  if (/^(?:lora_)?clip_l[._]/.test(layer)) return 'text-encoder-1';
  if (/^(?:lora_)?clip_g[._]/.test(layer)) return 'text-encoder-2';
  if (/^(?:lora_)?t5(?:xxl)?[._]/.test(layer)) return 'text-encoder-3';
  return 'model';
}

/** Width of the text that cross attention reads: 768 in SD 1, 1024 in SD 2, 2048 in SDXL. */
const crossAttention: ReadonlyMap<number, ModelFamilyId> = new Map([
  [768, 'sd15'],
  [1024, 'sd2'],
  [2048, 'sdxl'],
]);

const unetBlock = /(?:input|output|down|up)_blocks|mid(?:dle)?_block/;

/** The family by its layers: the inputs of `attn2.to_k` in a U-Net, the blocks of SD 3. Null where several families have the same ones. */
function familyOfLayers(tensors: readonly Tensor[]): ModelFamilyId | null {
  for (const { name, shape } of tensors)
    if (unetBlock.test(name) && /attn2[._]to_k\b.*(?:lora_down|lora_A|hada_w1_b)/.test(name) && shape.length >= 2) {
      const family = crossAttention.get(shape[1] as number);
      if (family) return family;
    }
  return tensors.some(({ name }) => /(?:^|[._])joint_blocks[._]/.test(name)) ? 'sd3' : null;
}
