import type { OptionMeanings } from '../option-dictionary.ts';

/** What options do, in one sentence each. English; translated through `t()`. */
export const MUSUBI_TUNER_MEANINGS = {
  datasets: {
    resolution:
      'Training size in pixels: one number for a square, or [width, height]. Without buckets every image is brought to it.',
    caption_extension:
      'Ending of caption files, with its dot. Images without such a file are left out; without this option caching stops.',
    batch_size: 'Images per training step; at least 1.',
    num_repeats: 'How often each image is used per epoch.',
    enable_bucket: 'Sort images into buckets of similar aspect ratio instead of one fixed size.',
    bucket_no_upscale: 'Images smaller than the resolution keep their own size, cut to the step. Needs enable_bucket.',
    image_directory: 'Folder of images with a caption file beside each; folders inside it are not read.',
    image_jsonl_file: 'JSON Lines with image_path and caption; needs cache_directory. image_directory wins over it.',
    video_directory: 'Folder of videos with a caption file beside each.',
    video_jsonl_file: 'JSON Lines with video_path and caption; needs cache_directory.',
    cache_directory:
      'Folder of the caches that training reads; each dataset needs its own. Without it the dataset folder is used.',
    control_directory: 'Folder of control images or videos, named as their targets.',
    multiple_target: 'Images named NAME_0, NAME_1 … without a caption are the layers of NAME (Qwen-Image-Layered).',
    no_resize_control: 'Control images keep their size instead of being cut to the bucket of their target.',
    control_resolution: 'Size to which control images are brought, in pixels: one number or [width, height].',
    fp_latent_window_size: 'Latent frames of one FramePack section.',
    fp_1f_clean_indices: 'One-frame training: places of the clean frames, one control image for each.',
    fp_1f_target_index: 'One-frame training: place of the frame to be made.',
    fp_1f_no_post: 'One-frame training: no empty frame is put behind the clean ones.',
    target_frames:
      'Lengths in frames that are cut from each video, rounded down to 4n + 1. The default trains the first frame only.',
    frame_extraction:
      'Which parts of a video are cut: the head, chunks, a sliding window, evenly spaced places, or all of it.',
    frame_stride: 'Frames between two places of a sliding window.',
    frame_sample: 'Number of evenly spaced places; 1 is the head.',
    max_frames: 'Longest part in frames when all of a video is used.',
    source_fps: 'Frame rate of the videos, to drop frames down to that of the model. Must be written as a float: 30.0.',
  },
  run: {
    dataset_config: 'The dataset file, TOML or JSON.',
    dit: 'File of the model that is trained.',
    network_module: 'Module of the network; most belong to one model, such as networks.lora_wan.',
    network_dim: 'Rank of the network; without it 4.',
    network_alpha: 'Alpha of the network: updates are scaled by alpha / dim.',
    network_dropout: 'Share of the network that is dropped in each step.',
    network_weights: 'LoRA file from which training goes on.',
    scale_weight_norms: 'Largest norm of the weights; 1 is a usual start.',
    learning_rate: 'Learning rate.',
    optimizer_type: 'Optimizer, such as AdamW8bit or Adafactor.',
    lr_scheduler: 'Course of the learning rate over the run.',
    max_grad_norm: 'Gradients are cut to this norm; 0 cuts nothing.',
    max_train_steps: 'Length of the training in steps.',
    max_train_epochs: 'Length of the training in epochs; wins over steps.',
    gradient_accumulation_steps: 'Batches that are put together to one step.',
    gradient_checkpointing: 'Saves memory and takes more time.',
    mixed_precision: 'Precision of the calculation.',
    save_every_n_epochs: 'Saves after so many epochs.',
    save_every_n_steps: 'Saves after so many steps.',
    timestep_sampling: 'How time steps are drawn.',
    discrete_flow_shift: 'Shift of the time steps.',
    blocks_to_swap: 'Blocks of the model that wait in main memory.',
    fp8_base: 'Holds the model in 8 bits.',
    fp8_scaled: 'Scales the weights of a model in 8 bits.',
  },
} satisfies OptionMeanings;
