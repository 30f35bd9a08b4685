// clip-bpe-js as the reference for plain ASCII. It is slow to load, so it is loaded once.

/** The part of clip-bpe-js that is compared with. */
export interface ReferenceClip {
  encode(text: string): number[];
}

let loaded: Promise<ReferenceClip> | null = null;

/** The reference tokenizer: right for ASCII without `&`, wrong above, throws on "constructor". */
export function referenceClip(): Promise<ReferenceClip> {
  loaded ??= import('clip-bpe-js').then((module) => {
    const Clip = module.default as new () => ReferenceClip;
    return new Clip();
  });
  return loaded;
}
