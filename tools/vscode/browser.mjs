// The headless Chromium that opens the workbench in tests.

import { chromium } from 'playwright-core';

/**
 * Launches Debian's Chromium; CHROMIUM names another executable. Only loopback names resolve in it, so a test that
 * passes has proved that the product needs no network.
 */
export function launchBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
}
