/**
 * Compares the comments that are found in real source trees with those of tree-sitter's parsers, which share nothing with
 * Waymark's lexer.
 *
 *   npm run oracle -- TREE… [--show N] [--only PARSER]
 *
 * Prints two rows for each parser: whole comments (docstrings included), and the places where it matters, which are the words
 * of tags and whatever looks like an ID: is each inside of a comment or not? Files that the parser itself cannot read are
 * counted apart, because it is no judge of them. `--show` prints the first differences of each parser.
 *
 * Exit code 1: precision or recall of a row is below 0.999.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { languageOf } from '../src/core/annotations/languages/detect';
import { lex } from '../src/core/annotations/languages/lexer';
import { reportFailure } from './fail';
import { keyOf, openJudges, type SpanKey, spanOf } from './oracle/parsers';

const LEAST = 0.999;
const LARGEST_FILE = 1_000_000;
const HIT = /\b(?:TODO|FIXME|HACK|XXX|BUG|NOTE)\b|\b[A-Z][A-Z0-9]+-\d+\b/g;

interface Count {
  both: number;
  onlyOurs: number;
  onlyTheirs: number;
}

interface Totals {
  files: number;
  unread: number;
  letters: number;
  readonly comments: Count;
  readonly hits: Count;
  readonly differences: string[];
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { show: { type: 'string', default: '0' }, only: { type: 'string' } },
  });
  if (positionals.length === 0) {
    throw new Error('Name at least one folder with source files: npm run oracle -- FOLDER…');
  }
  const judgeOf = await openJudges();
  const totals = new Map<string, Totals>();
  for (const file of positionals.flatMap((folder) => [...filesIn(folder)])) {
    const text = readFileSync(file, 'utf8');
    const language = languageOf(file, text);
    const judge = language && !language.guessed ? await judgeOf(language.name) : undefined;
    if (language && judge && (values.only ?? judge.name) === judge.name) {
      const own = totals.get(judge.name) ?? emptyTotals();
      totals.set(judge.name, own);
      compare(file, text, new Set(commentKeys(text, language.grammar)), judge.commentsOf(text), own);
    }
  }
  const rows = [...totals].sort(([a], [b]) => a.localeCompare(b, 'en')).flatMap(([name, own]) => rowsOf(name, own));
  console.log(rows.map(({ words }) => words).join('\n'));
  for (const [name, { differences }] of totals) {
    differences.slice(0, Number(values.show)).forEach((difference) => console.log(`${name} ${difference}`));
  }
  process.exitCode = rows.some(({ good }) => !good) ? 1 : 0;
}

function emptyTotals(): Totals {
  const none = () => ({ both: 0, onlyOurs: 0, onlyTheirs: 0 });
  return { files: 0, unread: 0, letters: 0, comments: none(), hits: none(), differences: [] };
}

function commentKeys(text: string, grammar: Parameters<typeof lex>[1]): SpanKey[] {
  return lex(text, grammar).map(({ start, end }) => keyOf(text, start, end));
}

function compare(
  file: string,
  text: string,
  ours: ReadonlySet<SpanKey>,
  theirs: ReadonlySet<SpanKey> | undefined,
  totals: Totals,
): void {
  if (!theirs) {
    totals.unread++;
    return;
  }
  totals.files++;
  totals.letters += text.length;
  const [ourHits, theirHits] = [hitsIn(text, ours), hitsIn(text, theirs)];
  count(ours, theirs, totals.comments);
  count(ourHits, theirHits, totals.hits);
  const describe = (sign: string) => (key: SpanKey) => {
    const { start, end } = spanOf(key);
    const line = text.slice(0, start).split('\n').length;
    return `${sign} ${file}:${line} ${JSON.stringify(text.slice(start, Math.min(end, start + 80)))}`;
  };
  totals.differences.push(
    ...[...ours].filter((key) => !theirs.has(key)).map(describe('only ours  ')),
    ...[...theirs].filter((key) => !ours.has(key)).map(describe('only theirs')),
  );
}

function count(ours: ReadonlySet<string>, theirs: ReadonlySet<string>, into: Count): void {
  const both = [...ours].filter((key) => theirs.has(key)).length;
  into.both += both;
  into.onlyOurs += ours.size - both;
  into.onlyTheirs += theirs.size - both;
}

/** The places that lie in one of the spans. */
function hitsIn(text: string, keys: ReadonlySet<SpanKey>): Set<string> {
  const spans = [...keys].map(spanOf).sort((a, b) => a.start - b.start);
  const hits = new Set<string>();
  let next = 0;
  for (const { index } of text.matchAll(HIT)) {
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= index) {
      next++;
    }
    if ((spans[next]?.start ?? Number.POSITIVE_INFINITY) <= index) {
      hits.add(String(index));
    }
  }
  return hits;
}

function rowsOf(
  name: string,
  { files, unread, letters, comments, hits }: Totals,
): { readonly words: string; readonly good: boolean }[] {
  const where = `${files} files, ${(letters / 1e6).toFixed(1)} M letters${unread > 0 ? `, ${unread} files not judged` : ''}`;
  return [
    { kind: 'comments', figures: comments },
    { kind: 'tags and IDs', figures: hits },
  ].map(({ kind, figures: { both, onlyOurs, onlyTheirs } }) => {
    const precision = ratio(both, onlyOurs);
    const recall = ratio(both, onlyTheirs);
    const numbers = `precision ${precision.toFixed(5)}  recall ${recall.toFixed(5)}  of ${both + onlyTheirs}`;
    return {
      words: `${name.padEnd(11)} ${kind.padEnd(12)} ${numbers} (${where})`,
      good: precision >= LEAST && recall >= LEAST,
    };
  });
}

function ratio(both: number, other: number): number {
  return both + other === 0 ? 1 : both / (both + other);
}

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== '.git' && entry.name !== 'node_modules') {
      yield* filesIn(file);
    } else if (entry.isFile() && statSync(file).size < LARGEST_FILE) {
      yield file;
    }
  }
}

main().catch(reportFailure);
