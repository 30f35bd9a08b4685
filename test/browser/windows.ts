// Windows of a headless browser, each with a VS Code server of its own. One that a scenario has left is emptied and opened on the next
// folder: that costs half the work of a new one, most of which is the browser reading VS Code's code again.

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startServer, type VscodeServer } from '../../tools/vscode/server.mjs';

export interface WindowOptions {
  /** User settings. */
  readonly settings: Record<string, unknown>;
  /** Packages to install. A window that has some is new, and is given to nobody else. */
  readonly vsix?: string[];
  readonly language?: 'en' | 'ja';
}

/** A window without a folder. */
export interface EmptyWindow {
  /** Null where somebody else started it. */
  readonly server: VscodeServer | null;
  readonly context: BrowserContext;
  readonly page: Page;
}

interface OwnWindow extends EmptyWindow {
  readonly server: VscodeServer;
  readonly language: 'en' | 'ja';
  readonly hasPackages: boolean;
}

export class Windows {
  readonly #browser: Browser;
  /** Whether a window is given to the next one who asks. */
  readonly #areShared: boolean;
  readonly #own = new Set<OwnWindow>();
  readonly #idle: OwnWindow[] = [];

  constructor(browser: Browser, areShared: boolean) {
    this.#browser = browser;
    this.#areShared = areShared;
  }

  /** An empty window with such settings and nothing that it remembers. */
  async take({ settings, vsix, language = 'en' }: WindowOptions): Promise<EmptyWindow & { server: VscodeServer }> {
    const at = vsix ? -1 : this.#idle.findIndex((window) => window.language === language);
    if (at >= 0) {
      const [window] = this.#idle.splice(at, 1) as [OwnWindow];
      window.server.setSettings(settings);
      return window;
    }
    const server = await startServer({ vsix, language: language === 'en' ? undefined : language, settings });
    try {
      const window = { ...(await this.#page(language)), server, language, hasPackages: vsix !== undefined };
      this.#own.add(window);
      return window;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** A window for a server that somebody else started. */
  async visit(): Promise<EmptyWindow> {
    return { ...(await this.#page('en')), server: null };
  }

  /** Takes a window back that somebody has used up to the end. */
  async giveBack(window: EmptyWindow): Promise<void> {
    const own = [...this.#own].find((one) => one === window);
    if (!this.#areShared || !own || own.hasPackages) return this.end(window);
    try {
      await emptied(own);
      this.#idle.push(own);
    } catch {
      await this.end(own);
    }
  }

  /** Ends a window, and its server if it is ours. */
  async end(window: EmptyWindow): Promise<void> {
    for (const own of this.#own) if (own === window) this.#own.delete(own);
    await window.context.close();
    await window.server?.stop();
  }

  /** Ends the windows that were given back. */
  async close(): Promise<void> {
    for (const window of this.#idle.splice(0)) await this.end(window);
  }

  async #page(language: 'en' | 'ja'): Promise<{ context: BrowserContext; page: Page }> {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const context = await this.#browser.newContext({ permissions, locale: language });
    return { context, page: await context.newPage() };
  }
}

/** Leaves the folder, and takes away what the window remembers: open editors, views, commands used before, what the extension noted. */
async function emptied({ context, page, server }: OwnWindow): Promise<void> {
  page.removeAllListeners();
  await page.goto('about:blank');
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: server.origin, storageTypes: 'all' });
  await session.detach();
  await context.clearCookies();
}
