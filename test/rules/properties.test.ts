import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCaption } from '../../server/src/caption/parse.ts';
import { fixAll, safeFixes } from '../../server/src/engine/fix-all.ts';
import { applyEdits } from '../../server/src/ground/edits.ts';
import type { Finding, Fix } from '../../server/src/ground/finding.ts';
import { captionOver, checkCaption } from '../../server/src/rules/run.ts';
import type { FolderSettings } from '../../server/src/settings/settings.ts';
import { normalTag } from '../../server/src/tags/normal.ts';
import { captionText, type Folder, settingsVariants, smallFolder } from '../support/captions.ts';

/** Rules that are off by default run here too. */
const allOn = { rules: { 'unknown-tag': 'info' } } as const;

function findingsOf({ index, settings, file }: Folder, text: string): Finding[] {
  const record = captionOver(index, file, text, settings);
  assert.ok(record);
  return checkCaption(index, record, settings, undefined, (rule, _, error) =>
    assert.fail(`${rule} threw on ${JSON.stringify(text)}: ${(error as Error).stack}`),
  );
}

function assertInside({ file }: Folder, text: string, fix: Fix): void {
  for (const { edits } of fix.edits.filter((own) => own.file === file)) {
    const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
    let end = 0;
    for (const { range } of sorted) {
      assert.ok(range.start >= end && range.end >= range.start && range.end <= text.length, fix.title);
      end = range.end;
    }
  }
}

function tagsOf(text: string, settings: FolderSettings): string[] {
  const { tags } = parseCaption(text, settings.syntax);
  return tags.map((tag) => normalTag(tag.text)).filter((norm) => norm !== '');
}

/** A tag that is longer than the limit by itself, behind an empty one. */
const longTags: [string][] = [[';Ù⟀ㄅࠀ𐀀[city]𐀀຀𠀀𐀀𐀀𐀀𐀀ohwx manblonde hair𐀀𐀀¤¤ࠀ⟀⡀၀Long_Hair']];

describe('every rule, on any text', () => {
  for (const [number, variant] of settingsVariants.entries()) {
    it(`stays inside the text, and a fix removes its finding (settings ${number + 1})`, async function () {
      this.timeout(60_000);
      const folder = await smallFolder({ ...variant, ...allOn });
      fc.assert(
        fc.property(captionText, (text) => {
          const findings = findingsOf(folder, text);
          for (const finding of findings) {
            const { range } = finding;
            if (range)
              assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length, finding.rule);
            for (const fix of finding.fixes ?? []) {
              assertInside(folder, text, fix);
              const edits = fix.edits.flatMap((own) => own.edits);
              if (fix.resave || edits.length === 0) continue;
              const after = applyEdits(text, edits);
              const same = (list: readonly Finding[]): number =>
                list.filter((other) => other.rule === finding.rule && other.message === finding.message).length;
              assert.ok(
                same(findingsOf(folder, after)) < same(findings),
                `${finding.rule}: "${fix.title}" leaves ${JSON.stringify(after)} of ${JSON.stringify(text)}`,
              );
            }
          }
        }),
        { numRuns: 250, examples: longTags },
      );
    });

    it(`keeps tags and order, and settles, when all safe fixes are made (settings ${number + 1})`, async () => {
      const folder = await smallFolder({ ...variant, ...allOn });
      const { index, settings, file } = folder;
      fc.assert(
        fc.property(captionText, (text) => {
          const once = fixAll(index, file, text, settings, safeFixes);
          assert.deepEqual(tagsOf(once.text, settings), tagsOf(text, settings));
          assert.equal(fixAll(index, file, once.text, settings, safeFixes).text, once.text);
        }),
        { numRuns: 100 },
      );
    });
  }
});
