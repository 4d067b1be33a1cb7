import { dirname, join } from 'node:path';
import { Language, type Node, Parser } from 'web-tree-sitter';

/** Languages of Waymark by the parser that knows them. */
const PARSERS: Readonly<Record<string, readonly string[]>> = {
  java: ['Java'],
  typescript: ['TypeScript'],
  tsx: ['TSX'],
  javascript: ['JavaScript'],
  python: ['Python'],
  go: ['Go'],
  rust: ['Rust'],
  cpp: ['C', 'C++'],
  'c-sharp': ['C#'],
  ruby: ['Ruby'],
  php: ['PHP'],
  bash: ['Shell'],
  css: ['CSS'],
  powershell: ['PowerShell'],
};

const COMMENT_NODES = ['comment', 'line_comment', 'block_comment', 'hash_bang_line', 'html_comment'];

/** A stretch of text as `start-end`, without white space at its end, so that two readers can be compared. */
export type SpanKey = string;

/** One parser that is ready. */
export interface Judge {
  readonly name: string;
  /** The comments of a text, docstrings included; undefined: the parser cannot read it without errors. */
  commentsOf(text: string): ReadonlySet<SpanKey> | undefined;
}

/** The parser for each language that one is known for, loaded when it is first asked for. */
export async function openJudges(): Promise<(language: string) => Promise<Judge | undefined>> {
  await Parser.init();
  const folder = dirname(require.resolve('@vscode/tree-sitter-wasm'));
  const open = new Map<string, Promise<Judge>>();
  return async (language) => {
    const name = Object.keys(PARSERS).find((key) => PARSERS[key]?.includes(language));
    if (name === undefined) {
      return undefined;
    }
    const judge = open.get(name) ?? openJudge(name, join(folder, `tree-sitter-${name}.wasm`));
    open.set(name, judge);
    return judge;
  };
}

async function openJudge(name: string, file: string): Promise<Judge> {
  const parser = new Parser();
  parser.setLanguage(await Language.load(file));
  return {
    name,
    commentsOf(text) {
      const tree = parser.parse(text);
      if (!tree || tree.rootNode.hasError) {
        tree?.delete();
        return undefined;
      }
      const nodes = tree.rootNode.descendantsOfType(COMMENT_NODES);
      const strings = name === 'python' ? docstringsOf(tree.rootNode) : [];
      const keys = [...nodes, ...strings].map((node) => keyOf(text, node?.startIndex ?? 0, node?.endIndex ?? 0));
      tree.delete();
      return new Set(keys);
    },
  };
}

export function keyOf(text: string, start: number, end: number): SpanKey {
  return `${start}-${start + text.slice(start, end).trimEnd().length}`;
}

export function spanOf(key: SpanKey): { readonly start: number; readonly end: number } {
  const [start = 0, end = 0] = key.split('-').map(Number);
  return { start, end };
}

/** The strings that are the first statement of a module, class or function; without their prefix. */
function docstringsOf(root: Node): { readonly startIndex: number; readonly endIndex: number }[] {
  const blocks = root
    .descendantsOfType(['function_definition', 'class_definition'])
    .map((definition) => definition?.childForFieldName('body') ?? undefined);
  return [root, ...blocks].flatMap((block) => {
    const first = block?.namedChildren.find((child) => child?.type !== 'comment');
    const string = first?.type === 'expression_statement' ? first.namedChildren[0] : undefined;
    const prefix = /^[rRuU]?(?=["'])/.exec(string?.text ?? '')?.[0];
    return string?.type === 'string' && first?.namedChildCount === 1 && prefix !== undefined
      ? [{ startIndex: string.startIndex + prefix.length, endIndex: string.endIndex }]
      : [];
  });
}
