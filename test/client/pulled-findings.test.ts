import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode';
import type { vsdiag } from 'vscode-languageclient/node';
import { pulledFindings } from '../../client/src/pulled-findings.ts';

type Report = vsdiag.RelatedFullDocumentDiagnosticReport;

const faded = (code: string): Diagnostic => ({ code: { value: code }, tags: [1] }) as unknown as Diagnostic;
const full = (items: Diagnostic[]): Report => ({ kind: 'full' as Report['kind'], items });
const cancelled = new Error('cancelled');

describe('findings that are pulled', () => {
  it('come as they are, but what is past the limit is not faded', async () => {
    const report = full([faded('token-truncation'), faded('duplicate-tag')]);
    const pulled = await pulledFindings(
      () => report,
      { isCancellationRequested: false },
      () => cancelled,
    );
    assert.equal(pulled, report);
    assert.deepEqual(
      report.items.map(({ tags }) => tags),
      [[], [1]],
    );
  });

  it('are cancelled, not taken with holes, when they are asked for anew meanwhile', async () => {
    const token = { isCancellationRequested: false };
    const ask = async (): Promise<Report> => {
      // As vscode-languageclient does when it stops converting.
      const items = new Array<Diagnostic>(2);
      await null;
      token.isCancellationRequested = true;
      items[0] = faded('duplicate-tag');
      return full(items);
    };
    await assert.rejects(
      pulledFindings(ask, token, () => cancelled),
      cancelled,
    );
  });

  it('may be nothing, or as before', async () => {
    const token = { isCancellationRequested: false };
    const unchanged = { kind: 'unChanged', resultId: '1' } as unknown as vsdiag.DocumentDiagnosticReport;
    for (const report of [null, undefined, unchanged])
      assert.equal(
        await pulledFindings(
          () => report,
          token,
          () => cancelled,
        ),
        report,
      );
  });
});
