/** The name that the words before a `{` give to what is in the braces. */
export interface HeadName {
  readonly name: string;
  readonly kind: 'type' | 'function';
  /** Where the name stands in the words. */
  readonly index: number;
}

/**
 * Reads the words before a `{`, in which every pair of brackets is empty, `->` and `=>` are `→` and type arguments are left out.
 *
 * @param inType whether the braces stand directly in those of a type
 * @returns undefined: the braces are of a loop, a literal or anything else that has no name, or it is doubtful
 */
export type HeadReader = (head: string, inType: boolean) => HeadName | undefined;

/** Each pattern has the group `type` or `name` and reaches to the end of the words. */
function reader(patterns: readonly RegExp[], forbidden: RegExp, noName = NO_NAME): HeadReader {
  return (head, inType) => {
    for (const pattern of patterns) {
      const match = pattern.exec(head);
      const { type, name = type, loose } = match?.groups ?? {};
      if (!match || name === undefined || (loose !== undefined && !inType)) {
        continue;
      }
      const index = match.index + match[0].lastIndexOf(name);
      const written = name.replace(/\s+/g, '').replaceAll('::', '.');
      if (!noName.test(written) && !forbidden.test(head.slice(index + name.length))) {
        return { name: written, kind: type === undefined ? 'function' : 'type', index };
      }
    }
    return undefined;
  };
}

/** Words that stand before brackets, or behind a keyword, and name nothing; not where every function has its keyword. */
const NO_NAME =
  /^(?:if|for|foreach|while|switch|catch|with|using|lock|fixed|synchronized|try|do|else|return|new|throw|sizeof|delegate|when|match|select|extends|implements|function|await|case|in|of|typeof|unsafe|checked|unchecked|defer|go|guard|repeat)$/;

const NOTHING = /(?!)/;

/** What may stand between the brackets of a method and its braces. */
const TAIL =
  '\\s*(?:(?:throws\\s|where\\s|const\\b|noexcept\\b|override\\b|final\\b|volatile\\b|async\\b|sync\\b|try\\b|[:→&(])[^;={}]*)?$';

const JS_TAIL = '\\s*(?::[^;={}]*)?$';

export const JAVASCRIPT_HEADS = reader(
  [
    /\b(?:class|interface|enum)\s+(?<type>[\w$]+)(?:\s+(?:extends|implements)\s[^;={}]*)?\s*$/,
    new RegExp(`\\bfunction\\s*\\*?\\s*(?<name>[\\w$]+)\\s*\\(\\)${JS_TAIL}`),
    // `name = (…) => {`, `a.name = function (…) {`
    /(?<name>[\w$#]+)\s*(?::[^=;{}]*)?=\s*(?:async\s*)?(?:function\s*\*?\s*[\w$]*\s*\(\)(?:\s*:[^;={}]*)?|(?:\(\)|[\w$]+)(?:\s*:[^;={}]*)?\s*→)\s*$/,
    // `name: (…) => {` in a literal
    /(?:^|[,\n])\s*(?<name>[\w$]+)\s*:\s*(?:async\s*)?(?:function\s*\*?\s*[\w$]*\s*\(\)(?:\s*:[^;={}]*)?|(?:\(\)|[\w$]+)\s*→)\s*$/,
    new RegExp(
      `(?:^|[,\\n])\\s*(?:@[\\w$.]+(?:\\(\\))?\\s*)*(?:(?:public|private|protected|static|async|override|abstract|accessor|get|set)\\s+)*\\*?\\s*(?<name>[\\w$#]+)\\s*\\??\\s*\\(\\)${JS_TAIL}`,
    ),
  ],
  NOTHING,
);

/** Words that may stand before a name and are neither its type nor a modifier. */
const BEFORE_NAME = '(?<!\\b(?:new|return|else|throw|await|in|is|as|case|yield|goto|delete)\\s+)';

const METHOD = `(?<=[\\w$>\\]?]\\s+)${BEFORE_NAME}(?<name>[\\w$]+)\\s*\\(\\)${TAIL}`;

/** A constructor of Java may have no word before its name. */
const CONSTRUCTOR = '(?:^|\\n)\\s*(?<loose>)(?<name>[A-Z_$][\\w$]*)\\s*\\(\\)(?:\\s*throws\\s[^;={}()]*)?\\s*$';

export const JAVA_HEADS = reader(
  [
    /\b(?:class|interface|enum|record)\s+(?<type>[\w$]+)(?:\s*\(\))?(?:\s+(?:extends|implements|permits|with|on)\s[^;={}()]*)?\s*$/,
    new RegExp(METHOD),
    new RegExp(CONSTRUCTOR),
  ],
  NOTHING,
);

export const CSHARP_HEADS = reader(
  [
    /\b(?:class|interface|enum|record|struct)(?:\s+(?:class|struct))?\s+(?<type>(?!class\b|struct\b)\w+)(?:\s*\(\))?(?:\s*:[^;={}]*)?(?:\s*where\s[^;={}]*)?\s*$/,
    new RegExp(METHOD),
  ],
  NOTHING,
);

export const C_HEADS = reader(
  [
    /\b(?:class|struct|union|enum(?:\s+(?:class|struct))?)\s+(?:\[\]\s*)?(?:[A-Z][A-Z0-9_]+(?:\(\))?\s+)?(?<type>(?!class\b|struct\b)\w+)(?:\s+final)?\s*(?::(?!:)[^;={}()]*)?$/,
    // `Refund::send() const {`, `Refund::Refund() : a() {`
    new RegExp(`(?:^|[\\s*&])${BEFORE_NAME}(?<name>(?:\\w+\\s*::\\s*)+~?\\w+)\\s*\\(\\)${TAIL}`),
    new RegExp(`(?<=[\\w>\\]]\\s+|[\\w>\\]\\s][*&]+\\s*)${BEFORE_NAME}(?<name>\\w+)\\s*\\(\\)${TAIL}`),
    new RegExp(`(?:^|[\\s:])(?<loose>)(?<name>~?[A-Za-z_]\\w*)\\s*\\(\\)${TAIL}`),
  ],
  NOTHING,
);

/** In languages whose statements end with their line, words of other statements may stand before the braces. */
const OTHER_STATEMENT =
  /\b(?:val|var|let|fun|func|def|if|for|while|when|switch|guard|do|repeat|init|try|else|return|match|lazy|catch|import|type|const)\b|\n\s*\n/;

export const KOTLIN_HEADS = reader(
  [
    /\bfun\s+(?:[\w.?]+\.)?(?<name>\w+)\s*\(\)(?:\s*:\s*[^;={}\n]*)?(?:\s*=[^;={}\n]*)?\s*$/,
    /\b(?:class|interface|object)\s+(?<type>\w+)[^;={}]*$/,
  ],
  OTHER_STATEMENT,
  NOTHING,
);

export const SWIFT_HEADS = reader(
  [
    /\bfunc\s+(?<name>[^\s(]+)\s*\(\)[^;={}]*$/,
    /(?:^|\s)(?<name>init|deinit|subscript)[?!]?\s*(?:\(\))?[^;={}()]*$/,
    /\b(?:class|struct|enum|extension|protocol|actor)\s+(?<type>[\w.]+)[^;={}()]*$/,
  ],
  OTHER_STATEMENT,
  NOTHING,
);

export const SCALA_HEADS = reader(
  [
    /\bdef\s+(?<name>[^\s([:=]+)(?:\s*(?:\[\]|\(\)))*\s*(?::[^;={}\n]*)?=?\s*$/,
    /\b(?:class|object|trait|enum)\s+(?<type>\w+)[^;={}]*$/,
  ],
  OTHER_STATEMENT,
  NOTHING,
);

/** The type of a method stands in brackets, which are left as they are. */
export const GO_HEADS = reader(
  [
    /\bfunc\s*(?<receiver>\(\))?\s*(?<name>\w+)\s*(?:\[\]\s*)?\(\)[^;={}\n]*$/,
    /\btype\s+(?<type>\w+)\s*(?:\[\])?\s*(?:struct|interface)\s*$/,
  ],
  NOTHING,
  NOTHING,
);

export const RUST_HEADS = reader(
  [
    /\bfn\s+(?<name>\w+)\s*\(\)[^;{}]*$/,
    /\bimpl\s[^;{}]*?\bfor\s+&?(?:\w+::)*(?<type>\w+)(?:\s+where\b[^;{}]*)?\s*$/,
    /\bimpl\s+(?:\w+::)*(?<type>\w+)(?:\s+where\b[^;{}]*)?\s*$/,
    /\b(?:struct|enum|trait|union)\s+(?<type>\w+)[^;={}()]*$/,
  ],
  NOTHING,
  NOTHING,
);

export const PHP_HEADS = reader(
  [
    /\bfunction\s+&?\s*(?<name>\w+)\s*\(\)\s*(?::[^;={}]*)?$/,
    /\b(?:class|interface|trait|enum)\s+(?<type>\w+)[^;={}()]*$/,
  ],
  NOTHING,
  /^(?:extends|implements)$/,
);
