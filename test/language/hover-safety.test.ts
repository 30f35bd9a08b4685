import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { captionHover } from '../../server/src/language/caption-hover.ts';
import { tagHover } from '../../server/src/language/hover.ts';
import { writeMarkdown } from '../../server/src/report/markdown.ts';
import { captionContext } from '../../server/src/rules/caption-context.ts';
import { auditMarked } from '../support/check.ts';

const renderer = new MarkdownIt({ html: true, linkify: true });

/** Everything of rendered Markdown that a renderer would follow or fetch, or take for HTML. */
function reaching(markdown: string): string[] {
  return renderer
    .parse(markdown, {})
    .flatMap((token) => [token, ...(token.children ?? [])])
    .filter(({ type }) => /^(?:link_open|image|html_block|html_inline)$/.test(type))
    .map((token) => token.attrGet('src') ?? token.attrGet('href') ?? token.content);
}

const evil = 'x`` ![p](https://tracker.example/p.png) [run](command:terminal.new) <img src=x> ``y';
const names = ['![a](https:&#47;&#47;tracker.example&#47;f.png)', 'm](https:&#47;&#47;t.example) ![z', '`` <b> ``'];

describe('what is shown of data', () => {
  it('reaches out of no hover and no report', async () => {
    const named = names.map((name) => [`${name}.txt`, Buffer.from(`ohwx, red scarf, ${evil}, ${evil}`)] as const);
    const plainOnes = Array.from({ length: 8 }, (_, n) => `// c${n}.txt\nohwx, ${evil}, hat`).join('\n');
    const { index, settings, report } = await auditMarked(`${plainOnes}\n// c8.txt\nohwx, day`, {
      bytes: Object.fromEntries(named),
    });
    const dataUri = 'data:image/png;base64,AAAA';
    let hovers = 0;
    for (const { file, image } of index.captions) {
      const record = index.record(file);
      const context = record && captionContext(index, record, settings);
      assert.ok(record && context);
      for (const { range } of context.caption.tags) {
        const hover = tagHover(context, range.start + 1);
        assert.ok(hover);
        assert.deepEqual(reaching(hover.markdown), [], hover.markdown);
        hovers++;
      }
      const facts = {
        file: image ?? file,
        size: 1,
        mtimeMs: 0,
        header: null,
        damage: null,
        problem: null,
        transparent: null,
        look: null,
        fineness: null,
      } as const;
      const extras = { thumbnail: dataUri, duplicates: [...names].map((name) => `${name}.png`), failureModes: [] };
      const markdown = captionHover(record, settings, facts, extras);
      assert.ok(
        reaching(markdown).every((target) => target.startsWith(dataUri)),
        markdown,
      );
    }
    assert.ok(hovers > 20);
    assert.deepEqual(
      reaching(writeMarkdown({ ...report, folder: names[0] })).filter((found) => found !== '<br>'),
      [],
    );
  });
});
