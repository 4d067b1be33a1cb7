/** Names that Linguist leaves out, or knows by other files of the same name: extensions, whole names and programs, in lower case. */
export const ADDITIONS: Readonly<Record<string, string>> = {
  'Option List': '.conf .requirements',
  'Pip Requirements': 'constraints.txt',
  'Vim script': '.exrc',
  HTML: '.shtml',
  'HTML+EEX': '.eex',
  INI: '.inf .editorconfig',
  'Ignore List': '.mailmap .containerignore',
  MATLAB: '.oct octave',
  Makefile: 'kconfig',
  Markdown: '.mdc',
  PHP: '.php8',
  PowerShell: 'powershell',
  Python: '.bazel',
  'Emacs Lisp': 'emacs',
  Clojure: 'clojure clj',
  SQL: '.psql .dml .tsql .mysql',
  Shell: '.envrc bats',
  Swift: 'swift',
  Tcl: '.exp expect',
  Text: '.text readme changelog changes todo contributing authors notice news license copying',
  XML: '.pom',
  Zig: '.zon',
};

/**
 * Files that hold data or copies of other files, whatever else their name says: what looks like a comment in them is none.
 */
export const DATA_EXTENSIONS: ReadonlySet<string> = new Set(
  '.log .map .lock .sum .ndjson .jsonl .pem .crt .key .snap .min.js .min.mjs .min.css'.split(' '),
);
