import type { ReferenceRole } from '../model/marks';

/** Folders that hold tests in one ecosystem or another, in lower case. */
const TEST_FOLDER =
  /(?:^|\/)(?:(?:[\w.-]*[._-])?(?:unit)?tests?|(?:unit|integration|functional|system|acceptance|regression|smoke|api|ui)tests?|__tests?__|__mocks__|__fixtures__|specs?|testing|testdata|test[-_]data|testfixtures|e2e|cypress|step_definitions|features\/steps)\//;

/** `RefundTests/`, `androidTest/`. */
const TEST_MODULE = /[\p{Ll}\p{N}]Tests?\//u;

/** `x.test.ts`, `x_test.go`, `test_x.py`, `x_spec.rb`, `x_unittest.cc`, `x.e2e-spec.ts`; in lower case. */
const TEST_FILE =
  /^(?:.*[._-](?:tests?|specs?|unittests?|browsertests?|gtests?|e2e|cy|test-d|tftest)(?:\.[\w-]+)+|tests?[._-].*|tests?\.\w+|conftest\.py|runtests\.jl)$/;

/** Languages in which whole files are tests, and benches that prove a circuit. */
const TEST_LANGUAGE = /\.(?:bats|feature|t|robot|phpt|pf)$|_suite\.erl$|_tb\.s?vh?d?l?$|^tb_.*\.s?vh?d?l?$/;

/** Perl keeps tests and what they need in a folder with one letter. */
const PERL_TEST = /(?:^|\/)x?t\/.*\.(?:pm|pl)$/;

/** `RefundTest.java`, `RefundTests.cs`, `TestRefund.java`, `RefundTestCase.php`, `RefundCest.php`. */
const TEST_CLASS = /(?:[\p{Ll}\p{N}](?:Tests?|TestCase|TestSuite)|^Test\p{Lu}.*)\.\w+$|\p{Ll}Ce[sp]t\.php$/u;

/** `RefundIT.java`, `RefundSpec.scala`: elsewhere such names are of something else (`SecretKeySpec.java`, `PodSpec.cs`). */
const TEST_CLASS_OF_SOME =
  /[\p{Ll}\p{N}](?:(?:IT|ITCase)\.(?:java|kt|groovy|scala)|Specs?\.(?:scala|groovy|kt|hs|swift|purs)|Specs\.cs|Suite\.scala)$/u;

const DOCUMENT =
  /\.(?:md|markdown|mdx|mdc|rst|rest|adoc|asciidoc|asc|org|txt|text|tex|ltx|typ|texi|texinfo|pod|rdoc|qmd|rmd|textile|wiki|mediawiki|creole)$/;

/** Programs and lists for programs that are called text. */
const NO_DOCUMENT =
  /^(?:cmakelists|meson_options|(?:[\w.-]*[-_.])?(?:requirements|constraints)(?:[-_.][\w.-]*)?|robots)\.txt$/;

const DOCUMENT_NAME =
  /^(?:readme|changelog|changes|news|history|releases?|todo|roadmap|contributing|hacking|install|upgrading|faq|authors|credits|maintainers|security|support|notice|license|copying)$/;

/** So many answers are kept: the files of a large folder. */
const MOST_KEPT = 50_000;

/** The same files are asked about again and again: by each rule, and for each commit that changed them. */
const answers = new Map<string, ReferenceRole>();

/**
 * What an ID in this file is evidence of, told by the names that people give to tests and documents.
 *
 * @param path relative to the folder, separated by `/`
 */
export function roleOf(path: string): ReferenceRole {
  let role = answers.get(path);
  if (role === undefined) {
    if (answers.size >= MOST_KEPT) {
      answers.clear();
    }
    role = findRole(path);
    answers.set(path, role);
  }
  return role;
}

function findRole(path: string): ReferenceRole {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const lowerName = name.toLowerCase();
  if ((DOCUMENT.test(lowerName) && !NO_DOCUMENT.test(lowerName)) || DOCUMENT_NAME.test(lowerName)) {
    return 'doc';
  }
  return isTest(path, name, lowerName) ? 'test' : 'code';
}

function isTest(path: string, name: string, lowerName: string): boolean {
  const lowerPath = path.toLowerCase();
  return (
    TEST_FILE.test(lowerName) ||
    TEST_LANGUAGE.test(lowerName) ||
    TEST_CLASS.test(name) ||
    TEST_CLASS_OF_SOME.test(name) ||
    TEST_FOLDER.test(lowerPath) ||
    TEST_MODULE.test(path) ||
    PERL_TEST.test(lowerPath)
  );
}
