import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from 'jsonc-parser';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, type IRawTheme, parseRawGrammar, Registry } from 'vscode-textmate';
import { projectFolder } from '../../scripts/project';

interface GrammarContribution {
  readonly language?: string;
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

interface Manifest {
  readonly contributes?: {
    readonly grammars?: readonly GrammarContribution[];
    readonly languages?: readonly { readonly id: string; readonly configuration?: string }[];
    readonly themes?: readonly { readonly id?: string; readonly label: string; readonly path: string }[];
  };
}

/** One language of the editor, with how its comments are written. */
export interface CommentedLanguage {
  readonly id: string;
  readonly scopeName: string;
  readonly lineComment: string | undefined;
  readonly blockComment: readonly [string, string] | undefined;
}

/** The grammars and themes that the editor brings, with Waymark's grammar beside them as the editor loads it. */
export class BuiltInGrammars {
  private readonly extensions: readonly { readonly folder: string; readonly contributes: Manifest['contributes'] }[];

  /** @param folder where the editor has its own extensions */
  constructor(folder: string) {
    const manifests = readdirSync(folder)
      .map((name) => join(folder, name, 'package.json'))
      .filter((path) => existsSync(path));
    this.extensions = [...manifests.sort(), join(projectFolder, 'package.json')].map((path) => ({
      folder: dirname(path),
      contributes: (JSON.parse(readFileSync(path, 'utf8')) as Manifest).contributes,
    }));
  }

  /** Every language that has a grammar and comments. */
  languages(): readonly CommentedLanguage[] {
    const scopes = new Map(
      this.grammars().flatMap(({ language, scopeName }) => (language ? [[language, scopeName]] : [])),
    );
    return this.extensions.flatMap(({ folder, contributes }) =>
      (contributes?.languages ?? []).flatMap(({ id, configuration }): CommentedLanguage[] => {
        const scopeName = scopes.get(id);
        if (configuration === undefined || scopeName === undefined) {
          return [];
        }
        const { comments } = readJson(join(folder, configuration)) as { comments?: Comments };
        const line = comments?.lineComment;
        const lineComment = typeof line === 'object' ? line.comment : line;
        const blockComment = comments?.blockComment;
        return lineComment || blockComment ? [{ id, scopeName, lineComment, blockComment }] : [];
      }),
    );
  }

  /** The colour themes that come with the editor, by name. */
  themes(): ReadonlyMap<string, IRawTheme> {
    return new Map(
      this.extensions.flatMap(({ folder, contributes }) =>
        (contributes?.themes ?? [])
          .filter(({ path }) => path.endsWith('.json'))
          .map(({ id, label, path }): [string, IRawTheme] => [
            id ?? label,
            { settings: settingsOf(join(folder, path)) },
          ]),
      ),
    );
  }

  async registry(theme?: IRawTheme): Promise<Registry> {
    await (wasm ??= loadWASM(readFileSync(createRequire(__filename).resolve('vscode-oniguruma/release/onig.wasm'))));
    const grammars = this.grammars();
    return new Registry({
      ...(theme && { theme }),
      onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
      loadGrammar: (scope) => {
        const found = grammars.find(({ scopeName }) => scopeName === scope);
        return Promise.resolve(found ? parseRawGrammar(readFileSync(found.file, 'utf8'), found.file) : null);
      },
      // A grammar that asks for `source` is injected into `source.ts` too.
      getInjections: (scope) => {
        const parts = scope.split('.');
        const targets = parts.map((_, index) => parts.slice(0, index + 1).join('.'));
        return grammars.flatMap(({ scopeName, injectTo }) =>
          targets.some((target) => injectTo?.includes(target)) ? [scopeName] : [],
        );
      },
    });
  }

  private grammars(): readonly (GrammarContribution & { readonly file: string })[] {
    return this.extensions.flatMap(({ folder, contributes }) =>
      (contributes?.grammars ?? []).map((grammar) => ({ ...grammar, file: join(folder, grammar.path) })),
    );
  }
}

/** The words of a text that have a scope, with the text's lines read one after the other. */
export function wordsWith(grammar: IGrammar, text: string, scope: string): string[] {
  let state: Parameters<IGrammar['tokenizeLine']>[1] = null;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens
      .filter(({ scopes }) => scopes.includes(scope))
      .map(({ startIndex, endIndex }) => line.slice(startIndex, endIndex));
  });
}

interface Comments {
  readonly lineComment?: string | { readonly comment: string };
  readonly blockComment?: readonly [string, string];
}

let wasm: Promise<void> | undefined;

interface ThemeFile {
  readonly include?: string;
  readonly tokenColors?: IRawTheme['settings'] | string;
}

function settingsOf(path: string): IRawTheme['settings'] {
  const { include, tokenColors } = readJson(path) as ThemeFile;
  const included = include === undefined ? [] : settingsOf(join(dirname(path), include));
  return [...included, ...(typeof tokenColors === 'object' ? tokenColors : [])];
}

function readJson(path: string): unknown {
  return parse(readFileSync(path, 'utf8'), [], { allowTrailingComma: true });
}
