/** A value that is made when it is first asked for, and kept: what few runs need costs the others nothing. Patterns over all letters are such. */
export function once<T extends NonNullable<unknown>>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
