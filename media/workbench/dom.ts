/** An element with a class, its texts and children. Text stays text: nothing is read as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className = '',
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

/** A picture as something an image can show; to be let go of with `URL.revokeObjectURL`. */
export function addressOf({ mime, bytes }: { readonly mime: string; readonly bytes: Uint8Array<ArrayBuffer> }): string {
  return URL.createObjectURL(new Blob([bytes], { type: mime }));
}
