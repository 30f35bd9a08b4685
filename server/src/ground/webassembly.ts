/** What of WebAssembly is used; the types of Node leave it to those of the browser. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** A number that a kernel exports: the byte at which something lies in its memory. */
export interface Global {
  readonly value: number;
}

/** What a module exports that imports nothing. Throws where the bytes are none, or the processor lacks what they need. */
export const exportsOf = (bytes: Uint8Array): unknown =>
  new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
