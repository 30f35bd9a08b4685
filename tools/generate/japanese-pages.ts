import { failureModesOf } from '../../server/src/advice/evidence.ts';
import { rules } from '../../server/src/rules/registry.ts';
import { ruleGroups } from '../../server/src/rules/rule.ts';
import type { GeneratedFiles } from './files.ts';
import { japaneseTexts } from './japanese.ts';

const groupNames: Record<(typeof ruleGroups)[number], string> = {
  text: 'キャプションの文字',
  tokens: 'トークン',
  consistency: '一貫性',
  trigger: 'トリガーと概念',
  files: 'ファイル',
  images: '画像',
  distribution: '分布',
  config: '学習設定',
};

const fixes = { safe: '安全', suggested: '提案', none: '–' };

/** The heads of all rule pages in Japanese, as one page that leads to them. */
export function japaneseRules(files: GeneratedFiles): void {
  const japanese = japaneseTexts();
  const lines = [
    '# ルール一覧',
    '',
    '重大度は `tagmetry.rules` でフォルダーごとに変えられます。修正の「安全」は、タグの種類も順序も変えないことを意味します。各ルールの説明と例は英語です。',
    '',
    '<!-- このページは npm run generate が書きます。 -->',
    '',
  ];
  for (const group of ruleGroups) {
    const own = rules.filter((rule) => rule.group === group);
    if (own.length === 0) continue;
    lines.push(
      `## ${groupNames[group]}`,
      '',
      '| ルール | 重大度 | 修正 | 根拠となる失敗モード | 内容 |',
      '|---|---|---|---|---|',
      ...own.map((rule) => {
        const modes = failureModesOf(rule.id).join(', ') || '–';
        const summary = japanese.get(rule.summary) ?? rule.summary;
        return `| [${rule.id}](../rules/${rule.id}.md) | ${rule.severity} | ${fixes[rule.fix]} | ${modes} | ${summary} |`;
      }),
      '',
    );
  }
  files.put('docs/ja/rules.md', lines.join('\n'));
}
