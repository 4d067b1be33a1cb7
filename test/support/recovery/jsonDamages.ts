import { conflict, type Damage, inserted, ofLine, pickLine } from './damage';
import type { WrittenLine } from './writtenText';

const endsWith = (ending: RegExp) => (line: WrittenLine) => ending.test(line.text);

/** What people do to a JSON file by mistake, by its name. */
export const JSON_DAMAGES: ReadonlyMap<string, Damage> = new Map<string, Damage>([
  ['lost comma at the line end', ofLine(endsWith(/,$/), (text) => text.slice(0, -1))],
  ['lost comma in the line', ofLine(endsWith(/", "/), (text) => text.replace('", "', '" "'))],
  ['unclosed string', ofLine(endsWith(/": "[^"]+"/), (text) => text.replace(/(": "[^"]+)"/, '$1'))],
  ['string without its first quote', ofLine(endsWith(/": "/), (text) => text.replace(/": "/, '": '))],
  ['unclosed bracket in the line', ofLine(endsWith(/[^\s][\]}],?$/), (text) => text.replace(/ ?[\]}](,?)$/, '$1'))],
  ['bracket lost with its line', ofLine(endsWith(/^\s*[\]}],?$/), (text) => text.replace(/[\]}],?$/, ''))],
  ['comma too many', ofLine(endsWith(/,$/), (text) => `${text},`)],
  ['missing colon', ofLine(endsWith(/": /), (text) => text.replace('": ', '" '))],
  ['words behind a string', ofLine(endsWith(/",?$/), (text) => text.replace(/"(,?)$/, '" (see below)$1'))],
  [
    'lone word',
    (lines, random) => {
      const at = pickLine(lines, random, ({ text }) => /^\s/.test(text));
      const space = /^\s*/.exec(lines[at ?? 0]?.text ?? '')?.[0] ?? '';
      return at === undefined
        ? undefined
        : inserted(lines, at, random.pick([space, '']) + random.pick(['word', 'two words', 'TODO']));
    },
  ],
  ['merge conflict', conflict],
  [
    'last line cut off',
    (lines) => {
      const line = lines.at(-2);
      return line && lines.at(-1)?.text === '}' ? { lines: lines.slice(0, -1), touched: [] } : undefined;
    },
  ],
]);
