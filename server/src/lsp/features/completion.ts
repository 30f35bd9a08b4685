import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  MarkupKind,
} from 'vscode-languageserver';
import { t } from '../../ground/l10n.ts';
import { completeTag, type Proposal, type ProposalSource } from '../../language/completion.ts';
import { categoryName } from '../../language/symbols.ts';
import { viewOfCaption } from '../caption-view.ts';
import { configCompletion } from '../config-answers.ts';
import type { Feature } from '../host.ts';

/** Proposals in one answer; typing on asks again. */
const mostProposals = 100;

const kinds: Record<ProposalSource, CompletionItemKind> = {
  trigger: CompletionItemKind.Keyword,
  'class-word': CompletionItemKind.Class,
  partner: CompletionItemKind.Reference,
  folder: CompletionItemKind.Value,
  list: CompletionItemKind.Constant,
};

/** Tags of the folder and of the user's list while a tag is typed. */
export const completion: Feature = {
  capabilities: { completionProvider: { triggerCharacters: [',', ' ', '_', '('] } },
  start(host) {
    host.connection.onCompletion(async ({ textDocument, position }): Promise<CompletionList | null> => {
      const known = await host.documentAt(textDocument.uri);
      if (known?.kind === 'config' || known?.kind === 'other-config') return configCompletion(known, position);
      const view = known?.kind === 'caption' ? viewOfCaption(known) : null;
      if (!view?.caption.dataset.settings.editor.completion) return null;
      const found = completeTag(view.context, view.lines.offset(position), mostProposals);
      if (!found) return null;
      const range = view.lines.range(found.range);
      const items = found.items.map((proposal, rank): CompletionItem => {
        const notes = notesOf(proposal);
        return {
          label: proposal.label,
          kind: kinds[proposal.source],
          labelDetails: {
            ...(proposal.canonical !== null ? { detail: ` → ${proposal.canonical}` } : {}),
            description: shortNote(proposal),
          },
          ...(proposal.canonical !== null ? { tags: [CompletionItemTag.Deprecated] } : {}),
          documentation: { kind: MarkupKind.PlainText, value: notes },
          // The order is the server's: every item matches what is typed equally well.
          sortText: String(rank).padStart(4, '0'),
          filterText: found.typed === '' ? proposal.label : found.typed,
          preselect: rank === 0,
          textEdit: { range, newText: proposal.newText },
        };
      });
      return { isIncomplete: true, items };
    });
  },
};

/** What stands at the right of an item. */
function shortNote({ captions, posts, listCategory, category }: Proposal): string {
  if (captions > 0) return category ? `${captions} · ${categoryName(category)}` : String(captions);
  const count = posts === null ? '' : shortNumber(posts);
  return listCategory ? `${count} · ${listCategory}` : count;
}

function notesOf({ captions, posts, listCategory, canonical, source }: Proposal): string {
  const lines: string[] = [];
  if (canonical !== null) lines.push(t('Alias in the tag list; writes {0}.', canonical));
  if (source === 'trigger') lines.push(t('Trigger of this folder.'));
  if (source === 'class-word') lines.push(t('Class word of this folder.'));
  if (source === 'partner') lines.push(t('Often appears with the tags of this caption.'));
  if (captions > 0) lines.push(t('In {0} captions of the folder.', captions));
  if (posts !== null) {
    const line = t('{0} posts in the tag list', posts.toLocaleString('en'));
    lines.push(listCategory ? `${line} (${listCategory})` : line);
  }
  return lines.join('\n');
}

function shortNumber(count: number): string {
  if (count >= 1e6) return `${(count / 1e6).toFixed(1)}M`;
  return count >= 1e3 ? `${(count / 1e3).toFixed(1)}k` : String(count);
}
