import type { ReferenceRole } from '../model/marks';

/** Folders that hold tests in one ecosystem or another, in lower case. */
const TEST_FOLDER =
  /(?:^|\/)(?:(?:[\w.-]*[._-])?tests?|(?:unit|integration|functional|system|acceptance|regression|smoke|api|ui)tests?|__tests?__|__mocks__|__fixtures__|specs?|testing|testdata|test[-_]data|e2e|cypress|step_definitions)\//;

/** `RefundTests/`, `androidTest/`. */
const TEST_MODULE = /[\p{Ll}\p{N}]Tests?\//u;

/** `x.test.ts`, `x_test.go`, `test_x.py`, `x_spec.rb`, `conftest.py`; in lower case. */
const TEST_FILE =
  /^(?:.*[._-](?:tests?|specs?|e2e|cy)(?:\.[\w-]+)+|tests?[._-].*|tests?\.\w+|conftest\.py|.*\.(?:bats|feature|t|robot))$/;

/** `RefundTest.java`, `RefundTests.cs`, `RefundIT.java`, `TestRefund.java`, `RefundSpec.scala`, `RefundTestCase.php`. */
const TEST_CLASS = /(?:[\p{Ll}\p{N}](?:Tests?|IT|Spec|Specs|TestCase|TestSuite|ITCase)|^Test\p{Lu}.*)\.\w+$/u;

const DOCUMENT = /\.(?:md|markdown|mdx|mdc|rst|rest|adoc|asciidoc|org|txt|text|tex|pod|qmd|rmd|textile|wiki)$/;

const DOCUMENT_NAME = /^(?:readme|changelog|changes|news|todo|contributing|authors|notice|license|copying)$/;

/**
 * What an ID in this file is evidence of, told by the names that people give to tests and documents.
 *
 * @param path relative to the folder, separated by `/`
 */
export function roleOf(path: string): ReferenceRole {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const lowerName = name.toLowerCase();
  if (DOCUMENT.test(lowerName) || DOCUMENT_NAME.test(lowerName)) {
    return 'doc';
  }
  const isTest =
    TEST_FILE.test(lowerName) ||
    TEST_CLASS.test(name) ||
    TEST_FOLDER.test(path.toLowerCase()) ||
    TEST_MODULE.test(path);
  return isTest ? 'test' : 'code';
}
