// One VS Code window in a headless browser, and how a person uses it: keys, menus, the command palette, the mouse.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { root } from '../../tools/setup.mjs';
import { workbenchUrl } from '../../tools/vscode/server.mjs';
import type { EmptyWindow, Windows } from './windows.ts';

/** Where screenshots go. */
export const screenshots = path.join(root, '.out', 'screenshots');

/** Each by its name in the settings, and by its file, which the window names where it shows the theme. */
const themes = {
  dark: { name: 'Dark Modern', file: 'dark_modern' },
  light: { name: 'Light Modern', file: 'light_modern' },
  'high-contrast': { name: 'Default High Contrast', file: 'hc_black' },
  'high-contrast-light': { name: 'Default High Contrast Light', file: 'hc_light' },
};
export type Theme = keyof typeof themes;
export const themeNames = Object.keys(themes) as readonly Theme[];

export interface WorkbenchOptions {
  /** Opened as the workspace; absolute path. */
  folder: string;
  /** Opened in an editor; path below the folder. */
  file?: string;
  /** User settings. */
  settings?: Record<string, unknown>;
  theme?: Theme;
  /** Packages to install; without any, the extension runs from this project's dist. */
  vsix?: string[];
  /** CSS pixels of the window. */
  size?: { width: number; height: number };
  /** Language of the window, English without. */
  language?: 'en' | 'ja';
}

const quickInput = '.quick-input-widget:visible input';

export class Workbench {
  readonly page: Page;
  readonly folder: string;
  /** Errors that the page did not catch. */
  readonly pageErrors: string[] = [];
  readonly #windows: Windows;
  readonly #window: EmptyWindow;
  #closed = false;

  private constructor(windows: Windows, window: EmptyWindow, folder: string) {
    this.#windows = windows;
    this.#window = window;
    this.page = window.page;
    this.folder = folder;
    this.page.setDefaultTimeout(60_000);
    this.page.on('pageerror', (error) => this.pageErrors.push(String(error)));
  }

  /** Takes a window with a server of its own and waits until the folder, and the file if one is named, is there. */
  static async open(windows: Windows, options: WorkbenchOptions): Promise<Workbench> {
    const { folder, file, settings, theme = 'dark', vsix, language } = options;
    const window = await windows.take({
      vsix,
      language,
      settings: {
        // A blinking cursor would make no two screenshots equal.
        'editor.cursorBlinking': 'solid',
        'files.exclude': { '**/.vscode': true },
        'workbench.colorTheme': themes[theme].name,
        ...settings,
      },
    });
    const address = workbenchUrl(window.server, {
      folder,
      file: file && path.join(folder, file),
      extensionDevelopmentPath: vsix ? undefined : root,
    });
    return new Workbench(windows, window, folder).#begun(async (workbench) => {
      // Settings of the folder win, and a window before may have set the theme there.
      if (existsSync(workbench.#settingsFile)) workbench.#setTheme(theme);
      await workbench.#go(address, options.size);
      if (file) await workbench.editor(path.basename(file)).waitFor({ timeout: 60_000 });
      // A window begins with a light theme of its own. Some have read the user's settings before they know the themes, and keep it until they
      // are told of another one.
      await workbench
        .#themed(theme)
        .waitFor({ timeout: 2000 })
        .catch(() => workbench.setTheme(theme));
    });
  }

  /** Opens the window at an address of somebody else's server, and waits until it is usable. */
  static async visit(windows: Windows, address: string, folder: string): Promise<Workbench> {
    return new Workbench(windows, await windows.visit(), folder).#begun((workbench) => workbench.#go(address));
  }

  async #begun(begin: (workbench: Workbench) => Promise<void>): Promise<Workbench> {
    try {
      await begin(this);
      return this;
    } catch (error) {
      await this.end();
      throw error;
    }
  }

  async #go(address: string, size = { width: 1280, height: 800 }): Promise<void> {
    await this.page.setViewportSize(size);
    await this.page.goto(address, { timeout: 90_000 });
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
    // The last phase of VS Code's own start: before it, commands may run and be undone by what is still restored.
    await this.page.waitForFunction(
      () => performance.getEntriesByName('code/LifecyclePhase/Eventually').length > 0,
      null,
      { timeout: 60_000 },
    );
  }

  /** Leaves the window to the next one who needs such a one. Closing once more does nothing. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#windows.giveBack(this.#window);
  }

  /** Closes the window for good: nobody knows what state it is in. */
  async end(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#windows.end(this.#window);
  }

  /** Folder of the extensions that are installed in this window's server. */
  get extensions(): string {
    const { server } = this.#window;
    if (!server) throw new Error('The server is not ours.');
    return server.extensions;
  }

  /** The lines of the open text editor, of a certain file if one is named. */
  editor(fileName = ''): Locator {
    return this.page.locator(`.monaco-editor[data-uri$="${encodeURIComponent(fileName)}"] .view-line`).first();
  }

  /** What the open text editor shows, line by line: what is scrolled out of sight is not in it. */
  async editorText(): Promise<string[]> {
    const lines = await this.page.locator('.editor-group-container.active .monaco-editor .view-line').all();
    const placed = await Promise.all(
      lines.map(async (line) => ({ top: (await line.boundingBox())?.y ?? 0, text: await line.textContent() })),
    );
    return placed.sort((a, b) => a.top - b.top).map(({ text }) => (text ?? '').replaceAll('\u00a0', ' '));
  }

  /** Moves the keyboard into the first editor group. A click is not reliable: layers lie over the text. */
  async focusEditor(): Promise<void> {
    const focused = this.page.locator('.editor-group-container.active .monaco-editor.focused');
    await this.#retry('the editor does not take the focus', async () => {
      await this.page.keyboard.press('Control+1');
      await focused.first().waitFor({ timeout: 1500 });
    });
  }

  /** Opens a file of the folder by its name. */
  async openFile(fileName: string): Promise<void> {
    await this.pick('Control+p', fileName);
    await this.editor(fileName).waitFor();
    await this.focusEditor();
  }

  /** Runs a command by its full title through the palette. */
  async command(title: string): Promise<void> {
    await this.pick('F1', title, `>${title}`);
  }

  /** Shows what the extension has written, and waits for its first line. A window that is still loading may take the focus first. */
  async showOutput(): Promise<void> {
    const line = this.page.locator('.output-view').getByText(/Tagmetry\s\d/);
    await this.#retry('the output does not come', async () => {
      await this.command('Tagmetry: Show Output');
      await line.first().waitFor({ timeout: 8000 });
    });
  }

  /**
   * Presses a key that opens a quick pick, types, and accepts the row whose text is there. Quick picks close by
   * themselves when something else takes the focus, as a webview does that has just loaded: then it starts anew.
   */
  async pick(key: string, text: string, typed = text): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: text });
    await this.#retry(`${key} offers no ${text}`, async () => {
      try {
        const input = await this.openMenu(key, this.page.locator(quickInput));
        await input.fill(typed, { timeout: 2000 });
        await row.first().waitFor({ timeout: 5000 });
      } catch (error) {
        await this.#dismiss();
        throw error;
      }
    });
    await this.page.keyboard.press('Enter');
  }

  /** Runs a command until it asks its question: what asks closes by itself when a webview takes the focus. */
  async ask(title: string, question: string): Promise<void> {
    await this.#retry(`${title} asks nothing`, async () => {
      await this.command(title);
      try {
        await this.page.locator('.quick-input-widget:visible').getByText(question).waitFor({ timeout: 8000 });
      } catch (error) {
        await this.#dismiss();
        throw error;
      }
    });
  }

  /**
   * Presses a key until the menu that it opens shows an item: menus close by themselves when new diagnostics arrive.
   * Returns the item.
   */
  async openMenu(key: string, item: Locator): Promise<Locator> {
    await this.#retry(`${key} opens no such menu`, async () => {
      await this.page.keyboard.press(key);
      try {
        await item.first().waitFor({ timeout: 4000 });
      } catch (error) {
        await this.#dismiss();
        throw error;
      }
    });
    return item.first();
  }

  /** Closes what was opened too late. Where nothing is open the key would be one of the page that has the focus, and of ours it means something. */
  async #dismiss(): Promise<void> {
    const open = this.page.locator('.quick-input-widget:visible, .action-widget:visible, .rename-box:visible');
    if ((await open.count()) > 0) await this.page.keyboard.press('Escape');
  }

  /** Opens the quick fixes at the cursor and returns the one with this title; Enter or a click applies it. */
  async quickFix(title: string | RegExp): Promise<Locator> {
    return this.openMenu('Control+Period', this.page.locator('.action-widget').getByText(title));
  }

  /** Rests the mouse on something in the editor. Playwright's own hover fails: the text lies over what it aims at. */
  async hover(target: Locator): Promise<void> {
    await target.first().waitFor({ state: 'attached' });
    const box = await target.first().boundingBox();
    if (!box) throw new Error('What the mouse should rest on has no place on the screen.');
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
  }

  /** The document inside the webview that is in sight; of several, the one in the side bar or the one in an editor. */
  webview(place?: 'view' | 'editor'): FrameLocator {
    const inView = '[src*="purpose=webviewView"]';
    const chosen = { view: inView, editor: `:not(${inView})` };
    return this.page
      .frameLocator(`iframe.webview.ready:visible${place ? chosen[place] : ''}`)
      .frameLocator('iframe#active-frame');
  }

  /**
   * Changes settings of the folder while the window is open, so the folder must be a copy. (Changes of the user
   * settings made from outside go unnoticed by the server.)
   */
  setSettings(settings: Record<string, unknown>): void {
    const file = this.#settingsFile;
    const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ ...before, ...settings }, null, 2));
  }

  /** Changes the colour theme while the window is open. */
  async setTheme(theme: Theme): Promise<void> {
    if ((await this.#themed(theme).count()) > 0) return;
    const apply = async (one: Theme): Promise<void> => {
      this.#setTheme(one);
      await this.#themed(one).waitFor({ timeout: 6000 });
    };
    let isMissed = false;
    await this.#retry(`the theme ${theme} does not come`, async () => {
      // Another one first, where a change came while the one before was still made: the window has read the setting, and writing it again
      // changes nothing for it.
      if (isMissed) await apply(theme === 'light' ? 'dark' : 'light');
      isMissed = true;
      await apply(theme);
    });
  }

  #setTheme(theme: Theme): void {
    this.setSettings({ 'workbench.colorTheme': themes[theme].name });
  }

  get #settingsFile(): string {
    return path.join(this.folder, '.vscode', 'settings.json');
  }

  /** The window while it shows a theme. */
  #themed(theme: Theme): Locator {
    return this.page.locator(`.monaco-workbench.vscode-theme-defaults-themes-${themes[theme].file}-json`);
  }

  /** Takes a picture of the window, or of a part of it, once it has stopped changing. Returns the file. */
  async screenshot(name: string, part?: Locator): Promise<string> {
    const take = () => (part ?? this.page).screenshot({ animations: 'disabled' });
    let picture = await take();
    for (let tries = 0; tries < 20; tries++) {
      await this.page.waitForTimeout(200);
      const next = await take();
      if (next.equals(picture)) break;
      picture = next;
    }
    mkdirSync(screenshots, { recursive: true });
    const file = path.join(screenshots, `${name}.png`);
    writeFileSync(file, picture);
    return file;
  }

  async #retry(failure: string, action: () => Promise<void>): Promise<void> {
    let last: unknown;
    for (let tries = 0; tries < 10; tries++) {
      try {
        return await action();
      } catch (error) {
        last = error;
      }
    }
    throw new Error(failure, { cause: last });
  }
}
