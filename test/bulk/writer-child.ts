import { CaptionWriter } from '../../server/src/bulk/writer.ts';
import { nodeWorkspace } from '../../server/src/workspace/node.ts';

/** A process that changes a dataset as its parent tells it, to run beside another one. Arguments: root, folder of the journals. */
export interface Order {
  readonly files: readonly string[];
  /** Added to each of them. */
  readonly text: string;
}

const [root, state] = process.argv.slice(2);
const writer = new CaptionWriter(nodeWorkspace, state);

async function edit({ files, text }: Order): Promise<void> {
  const changes = await Promise.all(
    files.map(async (file) => {
      const before = await nodeWorkspace.read(`${root}/${file}`);
      return { file, before, after: Buffer.concat([before, Buffer.from(text)]) };
    }),
  );
  const { failed } = await writer.apply(root, text, changes);
  if (failed.length > 0) throw new Error(JSON.stringify(failed));
}

process.on('message', (order: Order) => void edit(order).then(() => process.send?.('done')));
process.send?.('ready');
