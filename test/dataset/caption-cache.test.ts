import assert from 'node:assert/strict';
import { loadCaptionCache, saveCaptionCache } from '../../server/src/dataset/caption-cache.ts';
import { DatasetIndex } from '../../server/src/dataset/index.ts';
import { datasetMetrics } from '../../server/src/dataset/metrics.ts';
import { resolveSettings } from '../../server/src/settings/settings.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';

const settings = resolveSettings({});
const cacheFile = '/cache/captions.json';

async function prepared(): Promise<MemoryWorkspace> {
  const workspace = new MemoryWorkspace();
  workspace.set('/set/1.txt', 'tk, smile');
  workspace.set('/set/2.txt', '\ufefftk, hat');
  await saveCaptionCache(workspace, cacheFile, await DatasetIndex.open(workspace, '/set', settings));
  return workspace;
}

async function reopened(workspace: MemoryWorkspace, options = settings): Promise<DatasetIndex> {
  const cache = await loadCaptionCache(workspace, cacheFile, options);
  return DatasetIndex.open(workspace, '/set', options, undefined, undefined, cache);
}

describe('caption cache', () => {
  it('gives the same facts without reading a caption again', async () => {
    const workspace = await prepared();
    const fresh = await DatasetIndex.open(workspace, '/set', settings);
    const reads = workspace.calls.read;
    const index = await reopened(workspace);
    assert.equal(workspace.calls.read - reads, 1, 'only the cache itself is read');
    assert.deepEqual(datasetMetrics(index.facts, 75), datasetMetrics(fresh.facts, 75));
    assert.deepEqual(index.record('2.txt')?.source, fresh.record('2.txt')?.source);
  });
  it('is not believed about a file that changed', async () => {
    const workspace = await prepared();
    workspace.set('/set/1.txt', 'tk, frown');
    const source = (await reopened(workspace)).record('1.txt')?.source;
    assert.equal(source?.kind === 'text' && source.text, 'tk, frown');
  });
  it('is not used when captions are cut otherwise, when it is damaged or gone', async () => {
    const workspace = await prepared();
    assert.equal(await loadCaptionCache(workspace, cacheFile, resolveSettings({ separator: ';' })), null);
    workspace.set(cacheFile, '{"format":1,"captions":[[1]]');
    assert.equal(await loadCaptionCache(workspace, cacheFile, settings), null);
    await workspace.remove(cacheFile);
    assert.equal((await reopened(workspace)).facts.captions, 2);
  });
});
