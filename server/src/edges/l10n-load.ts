import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTranslations, type Translations } from '../ground/l10n.ts';

/** Where the bundles stand: `l10n/` beside the folder of the built files. */
const bundleFolder = path.resolve(__dirname, '..', 'l10n');

/**
 * Sets the display language. English needs no file; an unknown language, or one whose file is missing, falls back to it.
 * @param language a BCP 47 tag such as "ja" or "ja-JP"
 */
export function loadLanguage(language: string): void {
  const name = language.toLowerCase().split('-')[0];
  setTranslations({});
  if (!/^[a-z]{2,3}$/.test(name) || name === 'en') return;
  try {
    const file = path.join(bundleFolder, `bundle.l10n.${name}.json`);
    setTranslations(JSON.parse(readFileSync(file, 'utf8')) as Translations, name);
  } catch {
    // English stays.
  }
}
