import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { setTranslations } from '../../server/src/ground/l10n.ts';
import { writeHtml } from '../../server/src/report/html.ts';
import { auditMarked } from '../support/check.ts';

const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** What the page reads from itself. */
function dataOf(html: string): { report: unknown; texts: Record<string, string>; made: unknown; pictures: unknown } {
  const [, data] = /<script type="text\/plain" id="tagmetry-data">([\w+/=]*)<\/script>/.exec(html) ?? [];
  return JSON.parse(gunzipSync(Buffer.from(data, 'base64')).toString());
}

describe('one-file HTML report', () => {
  const folder = '// 0001.txt\nohwx woman, </script><script>alert(1)</script>, <!-- x\n';

  it('holds the report, whatever the captions say', async () => {
    const { report } = await auditMarked(folder);
    const html = await writeHtml(report, { script: 'void 0;', style: 'body{}' });
    assert.deepEqual(dataOf(html).report, JSON.parse(JSON.stringify(report)));
    assert.equal(html.match(/<script/g)?.length, 2);
  });

  it('says when it was made, and holds its pictures', async () => {
    const { report } = await auditMarked(folder);
    const extras = { made: new Date('2026-01-02T03:04:05Z'), pictures: { 'a.png': 'AAAA' } };
    const data = dataOf(await writeHtml(report, { script: '', style: '' }, extras));
    assert.deepEqual([data.made, data.pictures], ['2026-01-02T03:04:05.000Z', { 'a.png': 'AAAA' }]);
  });

  it('allows its own script and style by their hashes and nothing else', async () => {
    const { report } = await auditMarked(folder);
    const html = await writeHtml(report, { script: 'const a = "</script>";', style: 'b{}' });
    const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    const [, script] = /<script type="module">(.*?)<\/script>/s.exec(html) ?? [];
    const [, style] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
    assert.ok(policy.startsWith("default-src 'none'"));
    assert.ok(policy.includes(`script-src '${hash(script)}'`));
    assert.ok(policy.includes(`style-src '${hash(style)}'`));
  });

  it('brings its texts along in the display language', async () => {
    const { report } = await auditMarked(folder);
    setTranslations({ Summary: '概要' }, 'ja');
    try {
      const html = await writeHtml(report, { script: '', style: '' });
      assert.match(html, /<html lang="ja">/);
      assert.equal(dataOf(html).texts.Summary, '概要');
    } finally {
      setTranslations({});
    }
  });

  it('says what repeats once: ten times the captions are far from ten times the page', async () => {
    const folderOf = (count: number): string =>
      Array.from({ length: count }, (_, at) => `// ${at}.txt\nohwx woman, smile,, red hat, long_hair, smile\n`).join(
        '',
      );
    const sizeOf = async (count: number): Promise<number> =>
      (await writeHtml((await auditMarked(folderOf(count))).report, { script: '', style: '' })).length;
    const [few, many] = [await sizeOf(40), await sizeOf(400)];
    assert.ok(many < few * 5, `${few} and ${many} characters`);
  });
});
