import { findingsOf, linesOfDataset } from '../check.ts';
import { codeActions as actionsFor, fixAllKind } from '../code-actions.ts';
import type { Feature } from '../host.ts';

/** Quick fixes and `source.fixAll.tagmetry`. */
export const codeActions: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind] } },
  start({ connection, workspace, captionAt, onRuleFailure }) {
    connection.onCodeAction(async (params) => {
      const found = await captionAt(params.textDocument.uri);
      if (!found) return [];
      const { caption, document } = found;
      const findings = await findingsOf(workspace, caption, onRuleFailure);
      const versioned = { uri: document.uri, version: document.version, text: document.getText() };
      return actionsFor(caption, versioned, findings, linesOfDataset(caption), params);
    });
  },
};
