import { MoveAside } from '../../server/src/bulk/move-aside.ts';
import { CaptionWriter } from '../../server/src/bulk/writer.ts';
import { nodeWorkspace } from '../../server/src/workspace/node.ts';

/**
 * A process that changes a dataset as it is told by its parent, to be killed in the middle of it or to run beside another one.
 * Arguments: root, folder of the journals.
 */
export type Order =
  /** Adds a text to files and takes it back, without end. */
  | { readonly do: 'edit' | 'move'; readonly files: readonly string[]; readonly text: string }
  /** Adds a text to files once. */
  | { readonly do: 'edit once'; readonly files: readonly string[]; readonly text: string };

const [root, state] = process.argv.slice(2);
const writer = new CaptionWriter(nodeWorkspace, state);
const moves = new MoveAside(nodeWorkspace, state);

async function edit(files: readonly string[], text: string): Promise<void> {
  const changes = await Promise.all(
    files.map(async (file) => {
      const before = await nodeWorkspace.read(`${root}/${file}`);
      return { file, before, after: Buffer.concat([before, Buffer.from(text)]) };
    }),
  );
  const { failed } = await writer.apply(root, text, changes);
  if (failed.length > 0) throw new Error(JSON.stringify(failed));
}

process.on('message', (order: Order) => void follow(order));
process.send?.('ready');

async function follow(order: Order): Promise<void> {
  if (order.do === 'edit once') {
    await edit(order.files, order.text);
    process.send?.('done');
    return;
  }
  process.send?.('begun');
  for (;;) {
    if (order.do === 'edit') {
      await edit(order.files, order.text);
      await writer.undo(root);
    } else {
      await moves.apply(
        root,
        order.files.map((file) => [file]),
      );
      await moves.undo(root);
    }
  }
}
