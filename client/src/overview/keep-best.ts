import * as vscode from 'vscode';
import type { ReportHead } from '../../../server/src/report/live-report.ts';
import { moveNow } from '../move-aside.ts';
import type { Server } from '../server.ts';
import { t } from '../text.ts';

type Image = ReportHead['images'][number];

/** Copies of one picture: the one that stays, and those that are to go. */
export interface Copies {
  readonly best: Image;
  readonly others: readonly Image[];
}

/** Shows which images would go because others show the same better, and moves those left chosen aside, all as one step that can be undone. */
export async function keepBest(server: Server, root: vscode.Uri, groups: readonly Copies[]): Promise<void> {
  const items = groups.flatMap(({ best, others }): (vscode.QuickPickItem & { file?: string })[] => [
    {
      label: vscode.l10n.t('{0} stays', best.file),
      description: factsOf(best),
      kind: vscode.QuickPickItemKind.Separator,
    },
    ...others.map((image) => ({
      label: image.file,
      description: factsOf(image),
      detail: vscode.l10n.t('stays: {0}, {1}', best.file, factsOf(best)),
      picked: true,
      file: image.file,
    })),
  ]);
  const count = groups.reduce((sum, { others }) => sum + others.length, 0);
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Move {0} images and their captions to a folder beside the dataset?', count),
    placeHolder: vscode.l10n.t('Take the mark off those that are to stay.'),
    canPickMany: true,
    matchOnDescription: true,
  });
  const files = picked?.flatMap(({ file }) => file ?? []) ?? [];
  if (files.length > 0) await moveNow(server, root, files);
}

/** What tells a copy from another: pixels, bytes, whether it has a caption. */
function factsOf({ width, height, size, caption }: Image): string {
  const kilobytes = new Intl.NumberFormat(vscode.env.language).format(Math.ceil(size / 1000));
  const facts = [`${kilobytes} kB`, caption === null ? vscode.l10n.t('no caption') : caption];
  if (width !== null && height !== null) facts.unshift(`${width} × ${height}`);
  return facts.join(' · ');
}
