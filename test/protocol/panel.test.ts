// Typing for long beside everything the panel shows: what the views were told by differences is in the end what a fresh server says.

import assert from 'node:assert/strict';
import { type Live, type LiveAnswer, takeAnswer } from '../../server/src/ground/live-answer.ts';
import type { CaptionList, TagListing } from '../../server/src/lsp/protocol.ts';
import type { ReportHead } from '../../server/src/report/live-report.ts';
import { TestClient } from './client.ts';
import { RandomWorkspace, randomOf, settledAnswer } from './random-workspace.ts';

/** Pauses in typing, at each of which the views ask anew; more with TAGMETRY_PAUSES. */
const pauses = Number(process.env.TAGMETRY_PAUSES ?? 300);
/** Things that happen between two pauses, and pauses between two looks at a fresh server. */
const burst = 4;
const between = 50;
const seed = Number(process.env.TAGMETRY_SEED ?? 1);

/** The Captions view, the Tags view and the Overview of one folder, kept up to date by what the server says changed. */
class Panel {
  readonly #client: TestClient;
  readonly #uri: string;
  #list: Live<CaptionList> | null = null;
  #report: Live<ReportHead> | null = null;

  constructor(client: TestClient) {
    this.#client = client;
    this.#uri = client.uri('').replace(/\/$/, '');
  }

  async #ask<T extends object>(method: string, params: object, had: Live<T> | null): Promise<Live<T>> {
    const since = had ? { since: had.revision } : {};
    const answer = await this.#client.request<LiveAnswer<T>>(method, { uri: this.#uri, ...params, ...since });
    return takeAnswer(had, answer) ?? this.#ask<T>(method, params, null);
  }

  async update(): Promise<void> {
    [this.#list, this.#report] = await Promise.all([
      this.#ask('tagmetry/captionList', { filter: '' }, this.#list),
      this.#ask('tagmetry/overview', {}, this.#report),
      this.#client.request('tagmetry/tagList', { uri: this.#uri }),
    ]);
  }

  /** Everything in sight. */
  async seen(): Promise<unknown> {
    for (;;) {
      await this.update();
      const { revision: _, ...report } = this.#report as Live<ReportHead>;
      const { revision: __, ...list } = this.#list as Live<CaptionList>;
      const tags = await this.#client.request<TagListing>('tagmetry/tagList', { uri: this.#uri });
      const filter = { severity: '', rules: [], text: '' };
      const params = { uri: this.#uri, revision: this.#report?.revision, filter, offset: 0, limit: 1e6 };
      const page = await this.#client.request('tagmetry/findingsOfOverview', params).catch(() => null);
      if (page) return { report, list, tags, page };
    }
  }
}

describe('the whole panel beside typing', function () {
  this.timeout(0);
  it(`shows what a fresh server says (${pauses} pauses, seed ${seed})`, async () => {
    const disk = new RandomWorkspace(randomOf(seed));
    const settings = { images: { scan: 'headers' } };
    const options = { folder: disk.root, settings, initializationOptions: { trusted: false } };
    const client = await TestClient.start('', options);
    const panel = new Panel(client);
    const log: string[] = [];
    try {
      for (let pause = 1; pause <= pauses; pause++) {
        for (let n = 0; n < burst; n++) log.push(await disk.step(client));
        // Not waited for: typing goes on while views are made, or their folder goes.
        void panel.update().catch(() => {});
        await new Promise((resolve) => setTimeout(resolve, 20));
        if (pause % between !== 0) continue;
        const fresh = await TestClient.start('', options);
        for (const [file, text] of disk.texts) await fresh.open(file, text);
        try {
          const freshPanel = new Panel(fresh);
          const running = await settledAnswer(client, () => panel.seen());
          const expected = await settledAnswer(fresh, () => freshPanel.seen());
          assert.deepEqual(running, expected, `after pause ${pause}:\n${log.slice(-between * burst).join('\n')}`);
        } finally {
          await fresh.stop();
        }
      }
    } finally {
      await client.stop();
      disk.remove();
    }
  });
});
