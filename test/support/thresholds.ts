import assert from 'node:assert/strict';
import { auditMarked, type Checked, type CheckOptions } from './check.ts';

/** Captions numbered from 1 in one folder, as a marked text. */
export const numbered = (captions: readonly string[], name = ''): string =>
  captions.map((text, at) => `// ${name === '' ? '' : `${name}/`}${at + 1}.txt\n${text}`).join('\n');

/** `count` things, each made from its number from 0 on. */
export const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** A number of a rule: two sets that differ in nothing else, one on either side of it. */
export interface Edge {
  /** The rule that speaks, or what else is seen in the audit. */
  readonly rule: string;
  readonly seen?: (checked: Checked) => boolean;
  /** The number in words, as the test is called. */
  readonly number: string;
  /** The marked folder for a value. */
  readonly make: (value: number) => string;
  /** The value that is nearest to the number and says nothing. */
  readonly quiet: number;
  /** The value from which the rule speaks. */
  readonly loud: number;
  /** Only findings with this in their message count. */
  readonly says?: RegExp;
  readonly options?: CheckOptions;
}

/** Tests that a rule says nothing on one side of each number and something on the other. */
export function bothSides(edges: readonly Edge[]): void {
  for (const { rule, seen, number, make, quiet, loud, says = /./, options } of edges)
    it(`${rule}: ${number}`, async () => {
      const speaks = async (value: number): Promise<boolean> => {
        const checked = await auditMarked(make(value), options);
        return (
          seen?.(checked) ?? checked.findings.some((finding) => finding.rule === rule && says.test(finding.message))
        );
      };
      assert.equal(await speaks(quiet), false, `speaks at ${quiet}`);
      assert.equal(await speaks(loud), true, `silent at ${loud}`);
    }).timeout(60_000);
}

/** The same for a function: what it says of a value on either side of a number. */
export function eitherSide<T>(
  what: string,
  of: (value: T) => unknown,
  under: readonly [T, unknown],
  over: readonly [T, unknown],
): void {
  it(what, () => {
    assert.deepEqual(of(under[0]), under[1]);
    assert.deepEqual(of(over[0]), over[1]);
  });
}
