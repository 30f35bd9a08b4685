import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Diagnostic,
  type Hover,
  InsertTextFormat,
  MarkupKind,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { Finding } from '../ground/finding.ts';
import { pathFrom } from '../ground/paths.ts';
import { type ConfigProposal, completeConfig } from '../language/config-completion.ts';
import { configHover } from '../language/config-hover.ts';
import { completeOther, otherHover } from '../language/other-config.ts';
import { checkOtherConfig } from '../rules/check-other-config.ts';
import { foreignText } from '../training/other-trainers.ts';
import type { OpenConfig, OpenOther } from './configs.ts';
import { toDiagnostic, toTextEdits } from './convert.ts';
import type { ServerHost } from './host.ts';

/** The configuration that an open document is; null when it is none. */
export function configAt({ documents, configs }: ServerHost, uri: string): OpenConfig | null {
  if (!/\.(?:toml|json)$/i.test(uri)) return null;
  const document = documents.get(uri);
  return document ? configs.at(uri, document.version, document.getText()) : null;
}

/** What an open document is to another trainer; null when it is no file of one. */
function otherAt({ documents, configs }: ServerHost, uri: string): OpenOther | null {
  if (!/\.(?:toml|jsonc?|ya?ml)$/i.test(uri)) return null;
  const document = documents.get(uri);
  return document ? configs.otherAt(uri, document.version, document.getText()) : null;
}

/** The findings of a file of another trainer; a trainer that is not modelled is named, and that is all. */
async function otherFindings(host: ServerHost, uri: string, { found, root }: OpenOther): Promise<readonly Finding[]> {
  if (found.kind === 'foreign') {
    const file = pathFrom(root, found.path);
    const range = { start: 0, end: 0 };
    return [
      { rule: foreignRule, severity: 'info', file, range, message: foreignText(found.foreign), failureModes: [] },
    ];
  }
  const settings = await host.datasets.settingsOf(uri);
  return checkOtherConfig(host.workspace, found.config, settings, pathFrom(root, found.config.path));
}

/** The rule a file of a trainer that is not modelled is named under. */
const foreignRule = 'unreadable-config';

async function findingsAt(host: ServerHost, uri: string): Promise<readonly Finding[]> {
  const document = host.documents.get(uri);
  if (!document) return [];
  const settings = await host.datasets.settingsOf(uri);
  const checked = await host.configs.check(uri, document.version, document.getText(), settings, host.onRuleFailure);
  return checked?.findings ?? [];
}

/** What is wrong in a training configuration that is open in the editor; null when the document is none. */
export async function configDiagnostics(host: ServerHost, uri: string): Promise<Diagnostic[] | null> {
  const other = otherAt(host, uri);
  if (other)
    return (await otherFindings(host, uri, other)).map((one) => toDiagnostic(one, other.root, () => other.lines));
  const open = configAt(host, uri);
  if (!open) return null;
  return (await findingsAt(host, uri)).map((finding) => toDiagnostic(finding, open.root, () => open.lines));
}

/** Quick fixes of a training configuration; null when the document is none. */
export async function configActions(host: ServerHost, params: CodeActionParams): Promise<CodeAction[] | null> {
  const { uri } = params.textDocument;
  const other = otherAt(host, uri);
  const open = other ?? configAt(host, uri);
  if (!open) return null;
  const { only } = params.context;
  if (only && !only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix)) return [];
  const version = host.documents.get(uri)?.version ?? null;
  const { lines, root } = open;
  const [start, end] = [lines.offset(params.range.start), lines.offset(params.range.end)];
  const actions: CodeAction[] = [];
  for (const finding of other ? await otherFindings(host, uri, other) : await findingsAt(host, uri)) {
    if (finding.range && (finding.range.end < start || finding.range.start > end)) continue;
    const diagnostics = [toDiagnostic(finding, root, () => lines)];
    for (const [rank, fix] of (finding.fixes ?? []).entries()) {
      const edits = fix.edits.flatMap((file) => toTextEdits(file.edits, lines));
      actions.push({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics,
        isPreferred: rank === 0,
        edit: { documentChanges: [{ textDocument: { uri, version }, edits }] },
      });
    }
  }
  return actions;
}

/** What is known of the option under the mouse; null where there is none. */
export function configHoverAt(host: ServerHost, { textDocument, position }: TextDocumentPositionParams): Hover | null {
  const other = otherAt(host, textDocument.uri);
  if (other) {
    const known = other.found.kind === 'ours' ? otherHover(other.found.config, other.lines.offset(position)) : null;
    if (!known) return null;
    return { contents: { kind: MarkupKind.Markdown, value: known.markdown }, range: other.lines.range(known.range) };
  }
  const open = configAt(host, textDocument.uri);
  const found = open && configHover(open.config.document, open.config.role, open.lines.offset(position));
  if (!open || !found) return null;
  return { contents: { kind: MarkupKind.Markdown, value: found.markdown }, range: open.lines.range(found.range) };
}

const kinds: Record<ConfigProposal['kind'], CompletionItemKind> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  table: CompletionItemKind.Struct,
};

/** Keys, values and table headers that fit; null when the document is no configuration or nothing fits. */
export function configCompletion(
  host: ServerHost,
  { textDocument, position }: TextDocumentPositionParams,
): CompletionList | null {
  const other = otherAt(host, textDocument.uri);
  const open = other ? null : configAt(host, textDocument.uri);
  const lines = (other ?? open)?.lines;
  if (!lines) return null;
  const offset = lines.offset(position);
  const ours = other?.found.kind === 'ours' ? other.found.config : null;
  const found = ours ? completeOther(ours, offset) : open && completeConfig(open.config, offset);
  if (!found) return null;
  const range = lines.range(found.range);
  const typed = (ours ?? open?.config)?.text.slice(found.range.start, found.range.end) ?? '';
  return {
    isIncomplete: false,
    items: found.items.map(
      (proposal, rank): CompletionItem => ({
        label: proposal.label,
        kind: kinds[proposal.kind],
        detail: proposal.detail || undefined,
        documentation: proposal.documentation
          ? { kind: MarkupKind.Markdown, value: proposal.documentation }
          : undefined,
        sortText: String(rank).padStart(4, '0'),
        filterText: typed.startsWith('"') && !proposal.label.startsWith('"') ? `"${proposal.label}` : proposal.label,
        insertTextFormat: InsertTextFormat.PlainText,
        textEdit: { range, newText: proposal.newText },
      }),
    ),
  };
}
