import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { setTranslations } from '../../server/src/ground/l10n.ts';
import { writeHtml } from '../../server/src/report/html.ts';
import { auditMarked } from '../support/check.ts';

const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

describe('one-file HTML report', () => {
  const folder = '// 0001.txt\nohwx woman, </script><script>alert(1)</script>, <!-- x\n';

  it('holds the report, whatever the captions say', async () => {
    const { report } = await auditMarked(folder);
    const html = writeHtml(report, { script: 'void 0;', style: 'body{}' });
    const [, json] = /<script type="application\/json" id="tagmetry-data">(.*?)<\/script>/s.exec(html) ?? [];
    assert.deepEqual(JSON.parse(json).report, JSON.parse(JSON.stringify(report)));
    assert.equal(html.match(/<script/g)?.length, 2);
  });

  it('allows its own script and style by their hashes and nothing else', async () => {
    const { report } = await auditMarked(folder);
    const html = writeHtml(report, { script: 'const a = "</script>";', style: 'b{}' });
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
      const html = writeHtml(report, { script: '', style: '' });
      assert.match(html, /<html lang="ja">/);
      assert.match(html, /"Summary":"概要"/);
    } finally {
      setTranslations({});
    }
  });
});
