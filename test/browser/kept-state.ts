import type { Page } from 'playwright-core';

/**
 * Settles once what the window keeps of itself holds a text. VS Code in a browser writes it once a minute and when the window is left, and
 * cannot write while a page is going: a reload right after an editor was opened may come back without it.
 */
export async function untilKept(page: Page, text: string): Promise<void> {
  await page.evaluate("document.hasFocus = () => false; document.dispatchEvent(new Event('visibilitychange'))");
  // As text: what runs in the page knows nothing of this file.
  await page.waitForFunction(`(async () => {
    const settled = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name } of await indexedDB.databases()) {
      if (!name.startsWith('vscode-web-state-db-')) continue;
      const database = await settled(indexedDB.open(name));
      try {
        if (!database.objectStoreNames.contains('ItemTable')) continue;
        const values = await settled(database.transaction('ItemTable').objectStore('ItemTable').getAll());
        if (values.some((value) => typeof value === 'string' && value.includes(${JSON.stringify(text)}))) return true;
      } finally {
        database.close();
      }
    }
    return false;
  })()`);
}
