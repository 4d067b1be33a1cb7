import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const PROJECT = join(__dirname, '../..');

export interface TranslatedCalls {
  /** Every text that is said in the language of the editor, as it stands in the code. */
  readonly texts: ReadonlySet<string>;
  /** `src/x.ts:3`: calls whose text is made up when they run, which nobody can have translated. */
  readonly computed: readonly string[];
}

const CALL = /(?<![\w.'"\\])(?:(?:l10n\.)?t|translatable)\(\s*/g;
/** Says what `translatable` has marked, so the call of `t` in it has no text of its own. */
const MARKER = 'core/words/translatable.ts';
const IMPORT =
  /import \{[^}]*\b(?:t|l10n|translatable)\b[^}]*\} from '(?:@vscode\/l10n|[./\w]*\/t|vscode|[./]+\/words\/translatable)'/;
const LITERAL = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\$]|\\.)*)`/y;

/** Reads the calls of `t`, and of `translatable`, in the whole source. */
export function translatedCalls(): TranslatedCalls {
  const source = join(PROJECT, 'src');
  const texts = new Set<string>();
  const computed: string[] = [];
  for (const name of readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  )) {
    const file = join(source, name);
    const code = readFileSync(file, 'utf8');
    const isMarker = name.split(sep).join('/') === MARKER;
    if (isMarker || !IMPORT.test(code)) {
      continue;
    }
    for (const call of code.matchAll(CALL)) {
      LITERAL.lastIndex = call.index + call[0].length;
      const literal = LITERAL.exec(code);
      if (literal) {
        texts.add(unescape(literal[1] ?? literal[2] ?? literal[3] ?? ''));
      } else {
        const line = code.slice(0, call.index).split('\n').length;
        computed.push(`${relative(PROJECT, file).split(sep).join('/')}:${line}`);
      }
    }
  }
  return { texts, computed };
}

function unescape(text: string): string {
  return text.replace(/\\(u[0-9a-f]{4}|[^u])/gi, (_whole, escaped: string) =>
    escaped.startsWith('u')
      ? String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
      : escaped === 'n'
        ? '\n'
        : escaped,
  );
}
