import assert from 'node:assert/strict';
import { pathFrom } from '../../server/src/ground/paths.ts';
import { type Audit, audit } from '../../server/src/report/audit.ts';
import { writeGithub } from '../../server/src/report/github.ts';
import { baselineOf, onlyChanged, withoutBaseline } from '../../server/src/report/narrow.ts';
import { writeSarif } from '../../server/src/report/sarif.ts';
import { writeText } from '../../server/src/report/text.ts';
import type { SettingsLayer } from '../../server/src/settings/settings.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { open } from '../support/open.ts';
import { greyPng } from '../support/png.ts';

const config =
  '[general]\nshuffle_captions = true\n\n[[datasets]]\n[[datasets.subsets]]\nimage_dir = "set/10_ohwx man"\n';

async function audited(layer: SettingsLayer = {}, files: Readonly<Record<string, string>> = {}): Promise<Audit> {
  const workspace = new MemoryWorkspace();
  for (const [file, text] of Object.entries({ 'dataset.toml': config, ...files })) workspace.set(`/w/${file}`, text);
  for (const name of ['a', 'b']) {
    workspace.set(`/w/set/10_ohwx man/${name}.txt`, `ohwx, hat ${name}`);
    workspace.set(`/w/set/10_ohwx man/${name}.png`, greyPng(1024, 1024, name.charCodeAt(0)));
  }
  return audit(workspace, await open(workspace, '/w/set', layer), 'set', { images: 'headers' });
}

const unknown = ({ report }: Audit) => report.findings.filter(({ rule }) => rule === 'unknown-config-key');

describe('an audit of a dataset with a training configuration', () => {
  it('names paths as seen from the folder', () => {
    assert.equal(pathFrom('/w/set', '/w/set/sub/a.toml'), 'sub/a.toml');
    assert.equal(pathFrom('/w/set', '/w/a.toml'), '../a.toml');
    assert.equal(pathFrom('/w/set/sub', '/w/other/a.toml'), '../../other/a.toml');
    assert.equal(pathFrom('C:/set', 'D:/a.toml'), 'D:/a.toml');
  });
  it('judges the file, with its path and lines, even when the trainer refuses it', async () => {
    const result = await audited();
    const [finding] = unknown(result);
    assert.equal(finding?.file, '../dataset.toml');
    assert.deepEqual(finding.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 16 } });
    assert.match(writeText(result.report, { colour: false }), /\.\.\/dataset\.toml\n {2}2:1 /);
    assert.match(writeGithub(result.report, 'data/set/'), /file=data\/dataset\.toml,line=2,/);
    const sarif = JSON.parse(writeSarif(result.report, result.findings, result.sourceOf, null));
    const [place] = sarif.runs[0].results.find((one: { ruleId: string }) => one.ruleId === finding.rule).locations;
    assert.equal(place.physicalLocation.artifactLocation.uri, '../dataset.toml');
    assert.equal(place.physicalLocation.region.startLine, 2);
  });
  it('leaves out what a baseline or the sidecar knows, and what did not change', async () => {
    const result = await audited();
    assert.deepEqual(unknown(withoutBaseline(result, baselineOf(result))), []);
    const none = { fingerprints: new Set<string>() };
    assert.deepEqual(unknown(onlyChanged(result, new Set(), 'main', none)), []);
    assert.equal(unknown(onlyChanged(result, new Set(['../dataset.toml']), 'main', none)).length, 1);
    const suppressions = [{ rule: 'unknown-config-key', file: '../dataset.toml', reason: 'ours' }];
    assert.deepEqual(unknown(await audited({ suppressions })), []);
  });
  it('says nothing for another trainer', async () =>
    assert.deepEqual(unknown(await audited({ profile: 'onetrainer' })), []));
});
