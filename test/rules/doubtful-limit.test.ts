import assert from 'node:assert/strict';
import { auditMarked } from '../support/check.ts';

const sentence =
  'The picture shows a quiet street with old brick houses and a bicycle leaning against the wall at dusk.';
const sentences = Array(5).fill(sentence).join(' ');
const tags = Array.from({ length: 60 }, (_, at) => `tag number ${at}`).join(', ');

/** Rules about the token limit that a folder of so many captions in sentences and in tags gets, with the risk of wording. */
async function said(counts: { sentences: number; tags: number }, layer: { model?: 'sdxl'; tokenLimit?: 150 } = {}) {
  const texts = [...Array(counts.sentences).fill(sentences), ...Array(counts.tags).fill(tags)];
  const folder = texts.map((text, at) => `// ${at}.txt\n${text}\n`).join('');
  const origin = { from: Object.keys(layer).length > 0 ? 'sidecar' : 'default', detail: null } as const;
  const { report } = await auditMarked(folder, { settings: { ...layer, origin } });
  const found = report.findings.filter(({ rule }) => rule.startsWith('token-'));
  const evidence = report.advice.risks.flatMap((risk) => risk.evidence.map(({ id }) => id));
  return {
    // Where half of the captions are cut, one finding on the folder tells it with the captions behind it.
    truncated: found.reduce((sum, { rule, related }) => sum + (rule === 'token-truncation' ? 1 : related.length), 0),
    overflow: found.find(({ rule }) => rule === 'token-overflow-share')?.severity ?? null,
    evidence: evidence.includes('over-limit-share'),
    missing: report.advice.risks.some(({ unmeasured }) => unmeasured.some(({ need }) => need === 'token-limit')),
  };
}

describe('a token limit that nobody stated', () => {
  it('cuts nothing of sentences: one finding asks for the model, and no risk rests on it', async () => {
    assert.deepEqual(await said({ sentences: 10, tags: 0 }), {
      truncated: 0,
      overflow: 'info',
      evidence: false,
      missing: true,
    });
  });
  it('counts once model or limit is stated', async () => {
    for (const layer of [{ model: 'sdxl' }, { tokenLimit: 150 }] as const)
      assert.deepEqual(
        { ...(await said({ sentences: 10, tags: 0 }, layer)), missing: false },
        {
          truncated: layer.model ? 10 : 0,
          overflow: layer.model ? 'warning' : null,
          evidence: layer.model !== undefined,
          missing: false,
        },
      );
  });
  it('counts for tags, up to where half of the captions are sentences', async () => {
    assert.equal((await said({ sentences: 0, tags: 10 })).truncated, 10);
    assert.equal((await said({ sentences: 4, tags: 6 })).truncated, 10);
    assert.equal((await said({ sentences: 5, tags: 5 })).truncated, 0);
  });
});
