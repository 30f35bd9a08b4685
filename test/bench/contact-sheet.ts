import sharp from 'sharp';

const CELL = 96;
const COLUMNS = 16;

/** A picture of clusters for the eye: one row (or more) per cluster, its files as thumbnails. */
export async function contactSheet(clusters: readonly (readonly string[])[]): Promise<Buffer> {
  const tiles: { input: Buffer; left: number; top: number }[] = [];
  let row = 0;
  for (const files of clusters) {
    for (const [i, file] of files.entries()) {
      const input = await sharp(file, { failOn: 'none' })
        .autoOrient()
        .resize(CELL - 6, CELL - 6, { fit: 'contain', background: '#808080' })
        .flatten({ background: '#d0d0d0' })
        .png()
        .toBuffer();
      tiles.push({ input, left: (i % COLUMNS) * CELL + 3, top: (row + Math.floor(i / COLUMNS)) * CELL + 3 });
    }
    row += Math.ceil(files.length / COLUMNS);
  }
  const base = { width: CELL * COLUMNS, height: CELL * Math.max(1, row), channels: 3 as const, background: '#303030' };
  return sharp({ create: base }).composite(tiles).png().toBuffer();
}
