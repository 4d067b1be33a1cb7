import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Has the editor know a language into which nothing of its own is translated, so that a page in it shows what Waymark's own bundle
 * says. A real language pack is an extension of many megabytes.
 *
 * @param dataFolder of the editor's server, which reads it at the first page
 */
export function installLanguagePack(dataFolder: string, language: string): void {
  const folder = join(dataFolder, 'data');
  mkdirSync(folder, { recursive: true });
  const translations = join(folder, 'nothing.i18n.json');
  writeFileSync(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  const pack = {
    hash: `nothing-${language}`,
    extensions: [{ extensionIdentifier: { id: `waymark.nothing-${language}` }, version: '1.0.0' }],
    translations: { vscode: translations },
    label: language,
  };
  writeFileSync(join(folder, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}
