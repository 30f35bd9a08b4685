/** The lists of a report that have a row for each image or caption. */
export interface Rows<Image, Caption> {
  readonly images: readonly Image[];
  readonly captions: readonly Caption[];
}

/** Rows `offset` to `offset + limit` of each list. */
export function rowsFrom<Image, Caption>(
  { images, captions }: Rows<Image, Caption>,
  offset: number,
  limit: number,
): Rows<Image, Caption> {
  return { images: images.slice(offset, offset + limit), captions: captions.slice(offset, offset + limit) };
}

/**
 * The whole lists of an answer that came with their first rows: asks for the others a page at a time, so that whoever makes them answers
 * others in between. Rejects when `ask` does, as when the lists have become others.
 * @param limit how many rows of each list came at first, and come with each page
 */
export async function allRows<Image, Caption>(
  first: Rows<Image, Caption>,
  limit: number,
  ask: (offset: number) => Promise<Rows<Image, Caption>>,
): Promise<Rows<Image, Caption>> {
  const [images, captions] = [[...first.images], [...first.captions]];
  let page = first;
  for (let offset = limit; page.images.length >= limit || page.captions.length >= limit; offset += limit) {
    page = await ask(offset);
    for (const row of page.images) images.push(row);
    for (const row of page.captions) captions.push(row);
  }
  return { images, captions };
}
