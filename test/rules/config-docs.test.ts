import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../../server/src/rules/registry.ts';
import { settingsSchema } from '../../server/src/settings/schema.ts';
import { projectRoot } from '../shared.ts';
import { checkConfigText, fixedText } from '../support/config.ts';

/** The fenced `toml` examples of a page, with their heading and the settings behind the fence. */
function examplesOf(page: string): { section: string; info: string; text: string }[] {
  const found: { section: string; info: string; text: string }[] = [];
  const fences = page.matchAll(/^```toml(.*)\n([\s\S]*?)^```$/gm);
  for (const fence of fences) {
    const before = page.slice(0, fence.index);
    const section = /^## (.+)$/m.exec(before.slice(before.lastIndexOf('\n## ') + 1))?.[1] ?? '';
    found.push({ section, info: fence[1].trim(), text: fence[2] });
  }
  return found;
}

describe('documentation of configuration rules', () => {
  for (const rule of rules.filter((one) => one.scope === 'config')) {
    describe(rule.id, () => {
      const page = readFileSync(path.join(projectRoot, 'docs', 'rules', `${rule.id}.md`), 'utf8');
      const examples = examplesOf(page);
      it('shows a case that is found and one that is not', () => {
        assert.ok(examples.some(({ section, text }) => section === 'Example' && /^#[@ ].*[a-z]/m.test(text)));
        assert.ok(examples.some(({ section }) => section === 'Use instead'));
      });
      for (const [number, { section, info, text }] of examples.entries()) {
        it(`example ${number + 1} (${section}) is judged as it says`, async () => {
          const settings = settingsSchema().parse(info === '' ? {} : JSON.parse(info));
          const checked = await checkConfigText(text, rule.id, settings);
          const found = checked.findings.some((finding) => finding.rule === rule.id);
          assert.equal(found, section !== 'Use instead');
          if (section !== 'Example' || number > 0 || rule.fix === 'none') return;
          assert.notEqual(fixedText(checked, rule.id), text);
        });
      }
    });
  }
});
