import assert from 'node:assert/strict';
import { modelFamily } from '../../../server/src/trainers/families.ts';
import { familyOfModelName } from '../../../server/src/trainers/model-names.ts';
import { isKnownArgument, scriptsWith } from '../../../server/src/trainers/sd-scripts/config/script-arguments.ts';
import { validateConfigFile } from '../../../server/src/trainers/sd-scripts/config/validate.ts';
import { configOfText } from '../../../server/src/training/find-config.ts';

const toml = (text: string) => configOfText('/x/train.toml', `dataset_config = "ds.toml"\noutput_dir = "o"\n${text}`);
const gui = (fields: object) =>
  configOfText(
    '/x/gui.json',
    JSON.stringify({ max_resolution: '1024,1024', train_data_dir: 'img', train_batch_size: 1, epoch: 1, ...fields }),
  );

describe('the family that options name', () => {
  it('follows the network module', () => {
    for (const [module, family] of [
      ['lora_flux', 'flux'],
      ['oft_flux', 'flux'],
      ['lora_sd3', 'sd3'],
      ['lora_lumina', 'lumina2'],
      ['lora_hunyuan_image', 'hunyuan-image'],
      ['lora_anima', 'anima'],
    ])
      assert.equal(toml(`network_module = "networks.${module}"`)?.family?.family, family, module);
    assert.equal(toml('network_module = "networks.lora"')?.family, null);
  });

  it('follows options that one script alone has', () => {
    assert.equal(toml('clip_l = "c"\nt5xxl = "t"\nae = "a"')?.family?.family, 'flux');
    assert.equal(toml('clip_l = "c"\nclip_g = "g"\nt5xxl = "t"')?.family?.family, 'sd3');
    assert.equal(toml('gemma2 = "g"\nae = "a"')?.family?.family, 'lumina2');
    assert.equal(toml('byt5 = "b"')?.family?.family, 'hunyuan-image');
    assert.equal(toml('qwen3 = "q"')?.family?.family, 'anima');
    assert.equal(toml('v2 = true')?.family?.family, 'sd2');
    assert.equal(toml('network_module = "networks.lora"\ncache_text_encoder_outputs = true')?.family?.family, 'sdxl');
  });

  it('says nothing where the options contradict each other or fit several scripts', () => {
    assert.equal(toml('ae = "a"')?.family, null);
    assert.equal(toml('gemma2 = "g"\nbyt5 = "b"')?.family, null);
    assert.equal(toml('t5xxl = "t"')?.family, null);
  });

  it('tells the kinds of Flux apart', () => {
    const flux = 'network_module = "networks.lora_flux"\n';
    assert.equal(toml(`${flux}model_type = "chroma"`)?.family?.family, 'chroma');
    assert.equal(
      toml(`${flux}pretrained_model_name_or_path = "/m/flux1-schnell.safetensors"`)?.family?.family,
      'flux-schnell',
    );
  });

  it('reads the checkboxes and LoRA_type of a preset', () => {
    assert.equal(gui({ LoRA_type: 'Flux1' })?.family?.family, 'flux');
    assert.equal(gui({ LoRA_type: 'Flux1 OFT' })?.family?.family, 'flux');
    assert.equal(gui({ LoRA_type: 'LyCORIS/LoKr', flux1_checkbox: true })?.family?.family, 'flux');
    assert.equal(gui({ LoRA_type: 'Standard', sd3_checkbox: true })?.family?.family, 'sd3');
    assert.equal(gui({ LoRA_type: 'Standard', sdxl: true, v2: false })?.family?.family, 'sdxl');
    assert.equal(gui({ LoRA_type: 'Standard', sdxl: false, v2: true })?.family?.family, 'sd2');
    assert.equal(gui({ LoRA_type: 'Standard', sdxl: false, v2: false })?.family?.family, 'sd15');
    assert.equal(gui({ LoRA_type: 'Standard' })?.family, null);
  });

  it('passes on the fields of the part of a preset that is on, and no others', () => {
    const options = (fields: object): string[] => {
      const root = gui(fields)?.document.root;
      return root?.type === 'dict' ? [...root.entries.keys()] : [];
    };
    const fields = { flux1_cache_text_encoder_outputs: true, sd3_cache_text_encoder_outputs: true };
    assert.ok(options({ LoRA_type: 'Flux1', ...fields }).includes('cache_text_encoder_outputs'));
    assert.ok(!options({ LoRA_type: 'Standard', sdxl: true, ...fields }).includes('cache_text_encoder_outputs'));
  });

  it('guesses from the name of a model file, and says that it does', () => {
    for (const [name, family] of [
      ['/m/sd_xl_base_1.0.safetensors', 'sdxl'],
      ['stabilityai/stable-diffusion-xl-base-1.0', 'sdxl'],
      ['D:\\models\\ponyDiffusionV6XL.safetensors', 'pony'],
      ['Illustrious-XL-v1.0.safetensors', 'illustrious'],
      ['noobaiXLNAIXL_vPred10.safetensors', 'illustrious'],
      ['runwayml/stable-diffusion-v1-5', 'sd15'],
      ['v2-1_768-ema-pruned.ckpt', 'sd2'],
      ['flux1-dev.safetensors', 'flux'],
      ['model.safetensors', null],
      ['x', null],
    ] as const)
      assert.equal(familyOfModelName(name), family, name);
    assert.deepEqual(toml('pretrained_model_name_or_path = "sd_xl_base_1.0.safetensors"')?.family, {
      family: 'sdxl',
      option: 'pretrained_model_name_or_path',
    });
    assert.equal(modelFamily('pony').variantOf, 'sdxl');
  });
});

describe('options of every training script', () => {
  it('are known, and left alone by the check of unknown keys', () => {
    const options = [
      'qwen3 = "q"\nllm_adapter_path = "l"\nt5_max_token_length = 512\nqwen3_max_token_length = 512\nvae_disable_cache = true',
      'pos_emb_random_crop_rate = 0.1\nenable_scaled_pos_embed = true\nt5_dropout_rate = 0.1',
      'gemma2 = "g"\nuse_flash_attn = true\nuse_sage_attn = true\nsample_batch_size = 2',
      'text_encoder = "q"\nbyt5 = "b"\nvae_chunk_size = 16\ntext_encoder_cpu = true\nfp8_scaled = true\nfp8_vl = true\nattn_mode = "torch"\nsplit_attn = true',
      'ae = "a"\nmodel_type = "chroma"\nguidance_scale = 0.0\ncontrolnet_model_name_or_path = "c"',
    ];
    for (const text of options) {
      const config = toml(text);
      assert.ok(config);
      assert.deepEqual(validateConfigFile(config.document), [], text);
    }
  });

  it('are told from slips of the pen', () => {
    assert.ok(!isKnownArgument('t5_max_token_lenght'));
    assert.deepEqual(scriptsWith('network_dim'), []);
    const config = toml('text_encoder_lt = 1e-4');
    assert.deepEqual(config && validateConfigFile(config.document).map(({ kind }) => kind), ['unknown-option']);
  });

  it('have their types checked', () => {
    const config = toml('network_module = "networks.lora_anima"\nqwen3_max_token_length = "512"');
    assert.deepEqual(config && validateConfigFile(config.document).map(({ kind }) => kind), ['wrong-type']);
  });
});
