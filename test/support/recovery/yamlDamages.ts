import type { RandomNumbers } from '../../../scripts/bench/randomNumbers';
import { conflict, type Damage, type Damaged, inserted, ofLine, pickLine } from './damage';
import type { WrittenLine } from './writtenText';

const FIELD = /^(\s*(?:- +)?)([\w-]+(?: \w+)?):(?: (.+))?$/;
const TITLE = /^\s*(?:- +)?(?:title|name|summary): /;

const isField = ({ text }: WrittenLine) => FIELD.test(text);
/** A value that ends with its line. */
const hasValue = ({ text }: WrittenLine) => !/^(?:$|[|>[#])/.test(FIELD.exec(text)?.[3] ?? '') || / \[.*\]$/.test(text);
const hasTitle = ({ text }: WrittenLine) => TITLE.test(text);
const isQuoted = ({ text }: WrittenLine) => /(?:: |- )(["']).+\1$/.test(text);
const isIndented = ({ text }: WrittenLine) => /^ +\S/.test(text);

/** The value behind the name or dash, without its quotes. */
function withValue(text: string, change: (value: string) => string): string {
  return text.replace(
    /^(\s*(?:- +)?[\w -]+: |\s*- +)(.+)$/,
    (_, before: string, value: string) => before + change(unquoted(value)),
  );
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}

/** Where an item has one field only, this field becomes a second one of the item before it. */
function deletedDash(lines: readonly WrittenLine[], random: RandomNumbers): Damaged | undefined {
  const at = pickLine(lines, random, ({ text }) => /^ *- +[\w-]+: /.test(text));
  const line = at === undefined ? undefined : lines[at];
  if (at === undefined || !line) {
    return undefined;
  }
  const isAlone = lines[at + 1]?.owner !== line.owner;
  const text = line.text.replace(/- +/, (dash) => (isAlone || random.chance(0.5) ? ' '.repeat(dash.length) : ''));
  return {
    lines: lines.with(at, { ...line, text }),
    touched: [line.owner, ...(isAlone ? [lines[at - 1]?.owner] : [])],
  };
}

/** What people do to a YAML file by mistake, by its name. */
export const YAML_DAMAGES: ReadonlyMap<string, Damage> = new Map<string, Damage>([
  [
    'mark behind a quoted text',
    ofLine(hasValue, (text) => withValue(text, (value) => `"${value.replaceAll('"', '')}" ✅`)),
  ],
  [
    'tab in the indentation',
    ofLine(isIndented, (text, random) => {
      const spaces = /^ */.exec(text)?.[0].length ?? 0;
      const kept = random.pick([0, 0, Math.floor(spaces / 2)]);
      return `${' '.repeat(kept)}${'\t'.repeat(random.chance(0.5) ? 1 : Math.max(1, Math.floor((spaces - kept) / 2)))}${text.slice(spaces)}`;
    }),
  ],
  [
    'unclosed quote',
    ofLine(
      (line) => hasValue(line) || isQuoted(line),
      (text, random) =>
        isQuoted({ text, owner: 0, kind: 'field' }) && random.chance(0.7)
          ? text.slice(0, -1)
          : withValue(text, (value) => `"${value}`),
    ),
  ],
  [
    'unclosed bracket',
    ofLine(
      (line) => /[\]}],?$/.test(line.text) || hasValue(line),
      (text) => (/[\]}],?$/.test(text) ? text.replace(/ ?[\]}](,?)$/, '$1') : withValue(text, (value) => `[${value}`)),
    ),
  ],
  [
    'bad indentation',
    ofLine(
      () => true,
      (text, random) => {
        const by = random.pick([-3, -2, -1, 1, 1, 2, 3]);
        return by > 0 ? ' '.repeat(by) + text : text.replace(new RegExp(`^ {1,${-by}}`), '');
      },
    ),
  ],
  ['merge conflict', conflict],
  [
    'duplicate key',
    (lines, random) => {
      const at = pickLine(
        lines,
        random,
        (line) => hasValue(line) && !/^\s*- /.test(line.text) && line.owner !== undefined,
      );
      const line = at === undefined ? undefined : lines[at];
      if (at === undefined || !line) {
        return undefined;
      }
      const twin = { ...line, text: withValue(line.text, () => 'another one') };
      return { lines: lines.toSpliced(at + 1, 0, twin), touched: [line.owner] };
    },
  ],
  [
    'colon in a plain title',
    ofLine(hasTitle, (text) =>
      withValue(text, (value) => (value.includes(' ') ? value.replace(' ', ': ') : `${value}: x`)),
    ),
  ],
  [
    'template placeholder',
    ofLine(hasValue, (text, random) =>
      withValue(text, () => random.pick(['{{ title }}', '${X}', '<% title %>', '{{title}} and {{ more }}'])),
    ),
  ],
  ['missing colon', ofLine(isField, (text) => text.replace(/:(?= |$)/, ''))],
  [
    'title with a sign',
    ofLine(hasTitle, (text, random) =>
      withValue(text, (value) => random.pick(['@', '`', '%', '& ', '&', '* ', '*', '!', '! ', '#', '# ']) + value),
    ),
  ],
  [
    'lone word',
    (lines, random) => {
      const at = pickLine(lines, random, () => true);
      const spaces = /^ */.exec(lines[at ?? 0]?.text ?? '')?.[0] ?? '';
      return at === undefined
        ? undefined
        : inserted(
            lines,
            at,
            random.pick([spaces, spaces, '', `${spaces}  `]) + random.pick(['word', 'two words', 'TODO', '???']),
          );
    },
  ],
  [
    'words behind a quoted text',
    ofLine(hasValue, (text) => withValue(text, (value) => `"${value.replaceAll('"', '')}" (see below)`)),
  ],
  ['deleted dash', deletedDash],
  [
    'last line cut off',
    (lines, random) => {
      const at = lines.findLastIndex(({ text, kind }) => kind === 'field' && text.trim() !== '');
      const line = lines[at];
      if (!line || at < lines.length - 2) {
        return undefined;
      }
      const start = line.text.length - line.text.trimStart().length;
      const text = line.text.slice(0, start + 1 + random.below(line.text.length - start));
      return { lines: lines.with(at, { ...line, text }), touched: [line.owner] };
    },
  ],
]);
