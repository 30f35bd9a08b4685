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
  type Position,
} from 'vscode-languageserver';
import type { Finding } from '../ground/finding.ts';
import { pathFrom } from '../ground/paths.ts';
import { type ConfigProposal, completeConfig } from '../language/config-completion.ts';
import { configHover } from '../language/config-hover.ts';
import { checkOtherConfig } from '../rules/check-other-config.ts';
import type { TrainerConfig } from '../trainers/trainer.ts';
import { trainerOf } from '../trainers/trainers.ts';
import { asTrainerConfig } from '../training/find-config.ts';
import { foreignText } from '../training/other-trainers.ts';
import { toDiagnostic, toTextEdits } from './convert.ts';
import type { KnownDocument } from './document.ts';
import type { ServerHost } from './host.ts';
import type { OpenOther } from './open-documents.ts';

/** A document that is a training configuration, of whatever trainer. */
export type ConfigDocument = Extract<KnownDocument, { kind: 'config' | 'other-config' }>;

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

async function findingsOf(host: ServerHost, known: ConfigDocument): Promise<readonly Finding[]> {
  const { uri } = known.document;
  if (known.kind === 'other-config') return otherFindings(host, uri, known.open);
  const settings = await host.datasets.settingsOf(uri);
  return (await host.configs.check(uri, known.open, settings, host.onRuleFailure)).findings;
}

/** What is wrong in a training configuration that is open in the editor. */
export async function configDiagnostics(host: ServerHost, known: ConfigDocument): Promise<Diagnostic[]> {
  const { root, lines } = known.open;
  return (await findingsOf(host, known)).map((finding) => toDiagnostic(finding, root, () => lines));
}

/** Quick fixes of a training configuration. */
export async function configActions(
  host: ServerHost,
  known: ConfigDocument,
  params: CodeActionParams,
): Promise<CodeAction[]> {
  const { only } = params.context;
  if (only && !only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix)) return [];
  const { uri, version } = known.document;
  const { lines, root } = known.open;
  const [start, end] = [lines.offset(params.range.start), lines.offset(params.range.end)];
  const actions: CodeAction[] = [];
  for (const finding of await findingsOf(host, known)) {
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
export async function configHoverAt(known: ConfigDocument, position: Position): Promise<Hover | null> {
  const { lines } = known.open;
  const offset = lines.offset(position);
  const config = trainerConfigOf(known);
  const found = config && configHover(config, offset, await trainerOf(config.trainer).meanings());
  return found && { contents: { kind: MarkupKind.Markdown, value: found.markdown }, range: lines.range(found.range) };
}

/** The configuration with its trainer; null for a trainer that is not modelled. */
function trainerConfigOf(known: ConfigDocument): TrainerConfig | null {
  if (known.kind === 'config') return asTrainerConfig(known.open.config);
  const { found } = known.open;
  return found.kind === 'ours' ? found.config : null;
}

const kinds: Record<ConfigProposal['kind'], CompletionItemKind> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  table: CompletionItemKind.Struct,
};

/** Keys, values and table headers that fit; null when nothing fits. */
export async function configCompletion(known: ConfigDocument, position: Position): Promise<CompletionList | null> {
  const { lines } = known.open;
  const offset = lines.offset(position);
  const config = trainerConfigOf(known);
  const found = config && completeConfig(config, offset, await trainerOf(config.trainer).meanings());
  if (!found) return null;
  const range = lines.range(found.range);
  const typed = known.document.getText().slice(found.range.start, found.range.end);
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
