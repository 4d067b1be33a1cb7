/**
 * Compares the comments that the lexer finds in real source trees with those of tree-sitter's parsers.
 *
 *   npm install --prefix DIR web-tree-sitter @vscode/tree-sitter-wasm
 *   npx tsx scripts/oracle.ts DIR LANGUAGE TREE [--show N]
 *
 * Prints how many comments both see, how many only one of them sees, and the first N places of those. A file that the parser
 * itself cannot read without errors is counted apart: there the parser is no judge.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { languageOf } from '../src/core/annotations/languages/detect';
import { lex } from '../src/core/annotations/languages/lexer';

interface Node {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly type: string;
  readonly text: string;
  readonly hasError: boolean;
  descendantsOfType(types: string[]): Node[];
}

interface Tree {
  readonly rootNode: Node;
  delete(): void;
}

interface Parser {
  setLanguage(language: unknown): void;
  parse(text: string): Tree | null;
}

interface TreeSitter {
  readonly Parser: { new (): Parser; init(): Promise<void> };
  readonly Language: { load(file: string): Promise<unknown> };
}

const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  java: ['.java'],
  typescript: ['.ts', '.mts', '.cts'],
  tsx: ['.tsx'],
  javascript: ['.js', '.mjs', '.cjs', '.jsx'],
  python: ['.py', '.pyi'],
  go: ['.go'],
  rust: ['.rs'],
  cpp: ['.c', '.h', '.cc', '.cpp', '.hpp'],
  'c-sharp': ['.cs'],
  ruby: ['.rb', '.rake'],
  php: ['.php'],
  bash: ['.sh', '.bash'],
  css: ['.css'],
  powershell: ['.ps1', '.psm1'],
};

interface Totals {
  files: number;
  doubtful: number;
  characters: number;
  both: number;
  onlyLexer: number;
  onlyParser: number;
}

async function main(): Promise<void> {
  const [toolFolder = '', name = '', tree = '', , limit = '0'] = process.argv.slice(2);
  const load = createRequire(path.join(path.resolve(toolFolder), 'package.json'));
  const { Parser, Language } = load('web-tree-sitter') as TreeSitter;
  await Parser.init();
  const wasm = path.join(path.dirname(load.resolve('@vscode/tree-sitter-wasm')), `tree-sitter-${name}.wasm`);
  const parser = new Parser();
  parser.setLanguage(await Language.load(wasm));
  const totals: Totals = { files: 0, doubtful: 0, characters: 0, both: 0, onlyLexer: 0, onlyParser: 0 };
  let shown = 0;
  for (const file of sourceFiles(tree, EXTENSIONS[name] ?? [])) {
    for (const difference of compare(file, parser, totals)) {
      if (shown++ < Number(limit)) {
        console.log(difference);
      }
    }
  }
  const { both, onlyLexer, onlyParser } = totals;
  console.log(
    `${name}: ${totals.files} files (${totals.doubtful} more not judged), ${(totals.characters / 1e6).toFixed(1)} M characters, ` +
      `${both} comments in both, ${onlyLexer} only here, ${onlyParser} only there; ` +
      `precision ${ratio(both, onlyLexer)}, recall ${ratio(both, onlyParser)}`,
  );
}

function ratio(both: number, other: number): string {
  return both + other === 0 ? '-' : (both / (both + other)).toFixed(5);
}

function compare(file: string, parser: Parser, totals: Totals): string[] {
  const text = readFileSync(file, 'utf8');
  const parsed = parser.parse(text);
  const language = languageOf(file, text);
  if (!parsed || !language || parsed.rootNode.hasError) {
    totals.doubtful++;
    parsed?.delete();
    return [];
  }
  totals.files++;
  totals.characters += text.length;
  const nodes = parsed.rootNode.descendantsOfType([
    'comment',
    'line_comment',
    'block_comment',
    'hash_bang_line',
    'html_comment',
  ]);
  const theirs = new Set(nodes.map((node) => `${node.startIndex}-${node.startIndex + node.text.trimEnd().length}`));
  const ours = new Set(
    lex(text, language.grammar).map(({ start, end }) => `${start}-${start + text.slice(start, end).trimEnd().length}`),
  );
  parsed.delete();
  const onlyOurs = [...ours].filter((span) => !theirs.has(span));
  const onlyTheirs = [...theirs].filter((span) => !ours.has(span));
  totals.both += ours.size - onlyOurs.length;
  totals.onlyLexer += onlyOurs.length;
  totals.onlyParser += onlyTheirs.length;
  const describe = (side: string, span: string) => {
    const [start = 0, end = 0] = span.split('-').map(Number);
    const line = text.slice(0, start).split('\n').length;
    return `${side} ${file}:${line} ${JSON.stringify(text.slice(start, Math.min(end, start + 80)))}`;
  };
  return [...onlyOurs.map((span) => describe('+', span)), ...onlyTheirs.map((span) => describe('-', span))];
}

function* sourceFiles(folder: string, extensions: readonly string[]): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== '.git') {
      yield* sourceFiles(file, extensions);
    } else if (entry.isFile() && extensions.includes(path.extname(entry.name)) && statSync(file).size < 1_000_000) {
      yield file;
    }
  }
}

void main();
