import assert from 'node:assert/strict';
import { checkConfig } from '../../server/src/rules/check-config.ts';
import { checkOtherConfig } from '../../server/src/rules/check-other-config.ts';
import { resolveSettings } from '../../server/src/settings/settings.ts';
import { recogniseConfigText } from '../../server/src/trainers/trainers.ts';
import { configOfText } from '../../server/src/training/find-config.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { greyPng } from '../support/png.ts';

/** Rules of what an editor says of a file beside images with captions, with the mark: `rule [marked text]`. */
async function said(name: string, text: string): Promise<string[]> {
  const workspace = new MemoryWorkspace();
  workspace.set(`/set/${name}`, text);
  for (const folder of ['img', 'train/10_ohwx man'])
    for (let i = 0; i < 4; i++) {
      workspace.set(`/set/${folder}/${i}.png`, greyPng(64, 64, i + 1));
      workspace.set(`/set/${folder}/${i}.txt`, `ohwx, pose ${i}`);
    }
  const found = recogniseConfigText(`/set/${name}`, text);
  assert.equal(found?.kind, 'ours', text);
  const own = configOfText(`/set/${name}`, text);
  const settings = resolveSettings({});
  const findings = own
    ? (await checkConfig(workspace, own, settings)).findings
    : await checkOtherConfig(workspace, found.config, settings, name);
  return findings.map(({ rule, range }) => `${rule} [${range ? text.slice(range.start, range.end) : ''}]`);
}

/** A change of a file that is right, and what is said of it: `rule [marked text]`. */
export type Fault = readonly [from: string, to: string, says: string];

/** Each change of a file that is right is told once, at its place. */
export function faultsOf(
  title: string,
  name: string,
  right: string,
  faults: readonly Fault[],
  silent: readonly Fault[] = [],
) {
  describe(title, () => {
    it('is right as it is', async () => assert.deepEqual(await said(name, right), []));
    for (const [from, to, says] of faults)
      it(`${to.trim().replaceAll(/\s+/g, ' ')}: ${says}`, async () => {
        assert.ok(right.includes(from), from);
        assert.deepEqual(await said(name, right.replace(from, to)), [says]);
      });
    for (const [from, to] of silent)
      it(`says nothing of ${to.trim().replaceAll(/\s+/g, ' ')}`, async () => {
        assert.ok(right.includes(from), from);
        assert.deepEqual(await said(name, right.replace(from, to)), []);
      });
  });
}
