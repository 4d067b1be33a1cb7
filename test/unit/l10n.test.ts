import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { translatedCalls } from '../support/l10nKeys';

const PROJECT = join(__dirname, '../..');
const LANGUAGES = ['de', 'ja'];

type Texts = Readonly<Record<string, string>>;

function readTexts(path: string): Texts {
  const file = join(PROJECT, path);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Texts) : {};
}

/** What a translator must carry over as it is: places to fill in, commands, code and names of variables. */
function fixedParts(text: string): string[] {
  return (text.match(/\{\w+\}|\]\(\w+:[^)]*\)|`[^`]*`/g) ?? []).sort();
}

/** One line for each text in which the translation has lost or won a fixed part. */
function mangled(pairs: Iterable<readonly [original: string, translation: string]>): string[] {
  return [...pairs].flatMap(([original, translation]) =>
    fixedParts(original).join() === fixedParts(translation).join() ? [] : [`${original} -> ${translation}`],
  );
}

describe('what Waymark says', () => {
  it('stands in the code as a whole, so that it can be translated', () => {
    assert.deepEqual(translatedCalls().computed, []);
  });

  for (const language of LANGUAGES) {
    describe(`in the language ${language}`, () => {
      const bundle = readTexts(`l10n/bundle.l10n.${language}.json`);
      const manifest = readTexts(`package.nls.${language}.json`);
      const english = readTexts('package.nls.json');

      it('is all that it says in English, and nothing else', () => {
        const { texts } = translatedCalls();
        assert.deepEqual(
          [...texts].filter((text) => bundle[text] === undefined),
          [],
          'not translated',
        );
        assert.deepEqual(
          Object.keys(bundle).filter((text) => !texts.has(text)),
          [],
          'said no more',
        );
      });

      it('keeps places to fill in, links and code as they are', () => {
        assert.deepEqual(mangled(Object.entries(bundle)), []);
        assert.deepEqual(mangled(Object.entries(manifest).map(([key, text]) => [english[key] ?? '', text])), []);
      });

      it('is all of the manifest', () => {
        assert.deepEqual(Object.keys(manifest).sort(), Object.keys(english).sort());
      });
    });
  }
});
