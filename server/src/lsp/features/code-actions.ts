import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { parseCaption } from '../../caption/parse.ts';
import { append } from '../../ground/append.ts';
import type { Finding } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { normalTag } from '../../tags/normal.ts';
import { codeActions as actionsFor, fixAllKind, touched } from '../code-actions.ts';
import { configActions } from '../config-answers.ts';
import { toDiagnostic } from '../convert.ts';
import { linesOfDataset } from '../dataset-lines.ts';
import type { OpenCaption } from '../datasets.ts';
import type { CaptionDocument } from '../document.ts';
import type { Feature, ServerHost } from '../host.ts';
import { idleActions } from '../idle.ts';
import { uriOf } from '../locate.ts';
import { replaceTagAction } from '../replace-tag.ts';
import { knownSidecar, sidecarActions } from '../sidecar-actions.ts';

/** For what the cursor touches, in this order: quick fixes, `source.fixAll.tagmetry`, changes of a tag, entries for the sidecar, why. */
export const codeActions: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind] } },
  start(host) {
    const { connection } = host;
    const actionsAt = async (params: CodeActionParams): Promise<CodeAction[]> => {
      const known = await host.documentAt(params.textDocument.uri);
      if (known?.kind === 'config' || known?.kind === 'other-config') return configActions(host, known, params);
      if (known?.kind === 'idle') return wantsQuickFixes(params) ? idleActions(known.dataset, known.idle) : [];
      if (known?.kind !== 'caption') return [];
      const { caption, document, idle } = known;
      const findings = await caption.dataset.findings.of(caption.file);
      const versioned = { uri: document.uri, version: document.version, text: document.getText() };
      const actions = actionsFor(caption, versioned, findings, linesOfDataset(caption), params);
      if (wantsQuickFixes(params)) append(actions, idleActions(caption.dataset, idle));
      if (wantsQuickFixes(params)) append(actions, await folderActions(host, known, findings, params));
      return actions;
    };
    connection.onCodeAction(async (params) => {
      const actions = await actionsAt(params);
      // A command is one of the extension's; other editors would offer it and fail.
      return host.isExtension ? actions : actions.filter(({ command }) => command === undefined);
    });
  },
};

function wantsQuickFixes({ context }: CodeActionParams): boolean {
  return !context.only || context.only.some((asked) => asked === 'quickfix' || asked === '');
}

/** What can be done beyond the caption itself: change the tag everywhere, suppress, explain. */
async function folderActions(
  host: ServerHost,
  { caption }: CaptionDocument,
  findings: readonly Finding[],
  { range }: CodeActionParams,
): Promise<CodeAction[]> {
  const linesOf = linesOfDataset(caption);
  const lines = linesOf(caption.file);
  const [start, end] = [lines.offset(range.start), lines.offset(range.end)];
  const text = await knownSidecar(host, caption.dataset);
  const versionOf = (uri: string): number | null => host.documents.get(uri)?.version ?? null;
  const wide: CodeAction[] = [];
  const sidecar: CodeAction[] = [];
  const explain = new Map<string, CodeAction>();
  for (const finding of touched(findings, start, end)) {
    const diagnostic = toDiagnostic(finding, caption.dataset.root, linesOf);
    const replace = replaceTagAction(caption, finding, diagnostic, linesOf, versionOf);
    if (replace) wide.push(replace);
    append(sidecar, sidecarActions(host, caption, finding, diagnostic, text));
    const title = t('Explain {0}', finding.rule);
    explain.set(finding.rule, {
      ...toCommand(title, 'tagmetry.explainRule', [finding.rule]),
      diagnostics: [diagnostic],
    });
  }
  return [...wide, ...tagActions(caption, start, end), ...sidecar, ...explain.values()];
}

/** Changes of the tag at the cursor in every caption that has it. */
function tagActions({ dataset, record }: OpenCaption, start: number, end: number): CodeAction[] {
  if (record.source.kind !== 'text') return [];
  const { tags } = parseCaption(record.source.text, dataset.index.syntaxOf(record.file));
  const tag = tags.find(({ range }) => range.start <= start && end <= range.end);
  if (!tag) return [];
  const norm = dataset.index.vocabulary.normId(normalTag(tag.text));
  const captions = norm === undefined ? 0 : dataset.index.facts.frequency(norm);
  return [
    toCommand(t('Remove "{0}" from all {1} captions…', tag.text, captions), 'tagmetry.removeTagEverywhere', [
      uriOf(dataset.root),
      tag.text,
    ]),
    toCommand(t('Rename "{0}" in all captions…', tag.text), 'editor.action.rename', []),
  ];
}

const toCommand = (title: string, command: string, args: unknown[]): CodeAction => ({
  title,
  kind: CodeActionKind.QuickFix,
  command: { title, command, ...(args.length > 0 && { arguments: args }) },
});
