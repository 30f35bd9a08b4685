import { SemanticTokensBuilder } from 'vscode-languageserver';
import type { TagRole } from '../../language/roles.ts';
import { roleRanges } from '../../language/semantic-tokens.ts';
import { viewOf } from '../caption-view.ts';
import type { Feature } from '../host.ts';

/** The token types of the roles, as package.json declares them (`semanticTokenTypes`); plain tags have no colour. */
const tokenTypes: Record<Exclude<TagRole, 'tag'>, string> = {
  trigger: 'captionTrigger',
  classWord: 'captionClassWord',
  count: 'captionCount',
  style: 'captionStyle',
  background: 'captionBackground',
  cut: 'captionCut',
};
const legend = Object.values(tokenTypes);

/** Colours the tags of a caption by role. */
export const semanticTokens: Feature = {
  capabilities: { semanticTokensProvider: { legend: { tokenTypes: legend, tokenModifiers: [] }, full: true } },
  start(host) {
    host.connection.languages.semanticTokens.on(async ({ textDocument }) => {
      const view = await viewOf(host, textDocument.uri);
      if (!view?.caption.dataset.settings.editor.semanticTokens) return { data: [] };
      const builder = new SemanticTokensBuilder();
      for (const { role, range } of roleRanges(view.context)) {
        if (role === 'tag') continue;
        const { line, character } = view.lines.position(range.start);
        builder.push(line, character, range.end - range.start, legend.indexOf(tokenTypes[role]), 0);
      }
      return builder.build();
    });
  },
};
