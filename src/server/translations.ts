import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Translations } from '../core/words/t';

/**
 * Reads the bundle of a language, in the form and the place that the editor itself knows: `l10n/bundle.l10n.de.json`.
 *
 * @param locale as the client says it, such as `de` or `de-AT`
 * @returns undefined where there is none; English then serves
 */
export function readTranslations(folder: string, locale: string): Translations | undefined {
  const wanted = locale.toLowerCase();
  const [language = ''] = wanted.split('-');
  for (const name of [wanted, language].filter((each) => /^[a-z]+(-[a-z0-9]+)*$/.test(each))) {
    try {
      return JSON.parse(readFileSync(join(folder, `bundle.l10n.${name}.json`), 'utf8')) as Translations;
    } catch {
      // Most languages have none.
    }
  }
  return undefined;
}
