/** How deep files are nested that linked commits change most, as they are on disk. */
export interface Nesting {
  /** Files of which it is known. */
  readonly paths: ReadonlySet<string>;
  /** See {@link nestingDepth}; undefined: not known, or no code that is nested by what it does. */
  depthOf(path: string): number | undefined;
}

/** Fewer lines are an odd place, and no shape of the file. */
const LINES_THAT_COUNT = 10;

/** Signs that only comments begin with, as nearly all languages write them. */
const COMMENT = /^(?:\/\/|\/?\*|#|--|;|%|<!--|"""|''')/;

const TAB = 8;

/** Behind these a line is not at its end: it goes on with its list, its call or its expression. Lambdas end in an arrow. */
const GOES_ON = /(?:[([,.+*/%&^?<=-]|\|\||\s\||[^=-]>)$/;

/** What an expression goes on with, and elements of markup within code. */
const GOING_ON = /^(?:[.?:+*/%&^=<>,-]|\|\||\|>)/;

/**
 * How many levels deep at least {@link LINES_THAT_COUNT} lines of a text are nested, told by their indentation; 0: it is flat.
 * Indentation tells of complexity much as counting branches does, and needs no parser: Hindle, Godfrey and Holt, Reading
 * Beside the Lines: Indentation as a Proxy for Complexity Metrics (2008). A level is whatever stands further to the right
 * than the line that it belongs to, however far. Beside what they count, comments and lines that only go on with an
 * expression are no level: long calls are wrapped in simple code, too.
 */
export function nestingDepth(text: string): number {
  const around: { readonly column: number; readonly depth: number }[] = [];
  const linesOfDepth: number[] = [];
  let before = '';
  for (const [line] of text.matchAll(/[^\r\n]+/g)) {
    const words = line.trim();
    if (words === '' || COMMENT.test(words)) {
      continue;
    }
    const column = columnsOf(/^\s*/.exec(line)?.[0] ?? '');
    while ((around.at(-1)?.column ?? 0) > column) {
      around.pop();
    }
    const { column: left, depth } = around.at(-1) ?? { column: 0, depth: 0 };
    if (column > left) {
      around.push({ column, depth: GOES_ON.test(before) || GOING_ON.test(words) ? depth : depth + 1 });
    }
    before = words;
    const own = around.at(-1)?.depth ?? 0;
    linesOfDepth[own] = (linesOfDepth[own] ?? 0) + 1;
  }
  return deepestOf(linesOfDepth);
}

function deepestOf(linesOfDepth: readonly number[]): number {
  let lines = 0;
  for (let depth = linesOfDepth.length - 1; depth > 0; depth--) {
    lines += linesOfDepth[depth] ?? 0;
    if (lines >= LINES_THAT_COUNT) {
      return depth;
    }
  }
  return 0;
}

function columnsOf(space: string): number {
  let columns = 0;
  for (const each of space) {
    columns += each === '\t' ? TAB - (columns % TAB) : 1;
  }
  return columns;
}

/** What is nested by what it describes, and not by what it does: data, markup and styles. */
const DESCRIPTION =
  /\.(?:json[c5l]?|ya?ml|toml|ini|cfg|conf|properties|xml|xsd|xslt?|html?|xhtml|vue|svelte|jsp|ftl|hbs|ejs|erb|css|scss|sass|less|styl|graphql|gql|proto|avsc|tf|hcl|plist|xib|storyboard|resx|fxml|qml|ui|tmpl|j2)$/i;

/** Whether the nesting of a file says how complex it is. */
export function isNestedByLogic(path: string): boolean {
  return !DESCRIPTION.test(path);
}
