import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { IGrammar, Registry } from 'vscode-textmate';
import { installNpmEditor } from '../../scripts/editor/npmEditor';
import { DEFAULT_TAGS } from '../../src/core/annotations/tags';
import { eventually } from '../support/pollUntil';
import { BuiltInGrammars, type CommentedLanguage, wordsWith } from './builtInGrammars';
import { withWorkbench } from './workbench';

const TAG = 'keyword.other.tag.waymark';
const ID = 'string.other.link.id.waymark';

/** Comments whose own grammar knows nothing that another one could add to. */
const NOT_COLOURED = ['shaderlab: /*', 'wat: ;;'];

/** In the page: each word of the editor that a colour of its own sets off, and that colour. */
const SHOWN_WORDS = `[...document.querySelectorAll('.editor-group-container.active .view-line span[class*="mtk"]')]
  .map((span) => [span.textContent.replaceAll('\\u00a0', ' ').trim(), getComputedStyle(span).color])`;

async function grammars(): Promise<BuiltInGrammars> {
  const { serverScript } = await installNpmEditor();
  return new BuiltInGrammars(join(dirname(dirname(serverScript)), 'extensions'));
}

async function grammarOf(registry: Registry, scopeName: string): Promise<IGrammar> {
  const grammar = await registry.loadGrammar(scopeName);
  assert.ok(grammar, `there is a grammar for ${scopeName}`);
  return grammar;
}

/** By the signs that begin them, texts with one comment that holds a tag with an ID. */
function commentsOf({ id, lineComment, blockComment }: CommentedLanguage): readonly (readonly [string, string])[] {
  const before = id === 'php' ? '<?php\n' : '';
  const [opening, closing] = blockComment ?? [];
  return [
    ...(lineComment ? [[lineComment, `${before}${lineComment} TODO(PAY-12): retry`] as const] : []),
    ...(opening && closing?.trim()
      ? ([
          [opening, `${before}${opening} TODO(PAY-12): retry ${closing}`],
          [opening, `${before}${opening}\n  TODO(PAY-12): retry\n${closing}`],
        ] as const)
      : []),
  ];
}

describe('Tags and IDs in comments', () => {
  it('stand out in every language that the editor brings', async () => {
    const all = await grammars();
    const registry = await all.registry();
    const languages = all.languages();
    const missed = new Set<string>();
    for (const language of languages) {
      const grammar = await grammarOf(registry, language.scopeName);
      for (const [sign, text] of commentsOf(language)) {
        const found = [...wordsWith(grammar, text, TAG), ...wordsWith(grammar, text, ID)];
        if (found.join() !== 'TODO,PAY-12') {
          missed.add(`${language.id}: ${sign}`);
        }
      }
    }
    assert.deepEqual([...missed].sort(), NOT_COLOURED);
    assert.ok(languages.length > 50, `${languages.length} languages`);
  });

  it('do so where the server reads them, and nowhere else', async () => {
    const registry = await (await grammars()).registry();
    const grammar = await grammarOf(registry, 'source.ts');
    const table: readonly (readonly [text: string, tags: string, ids: string])[] = [
      ...DEFAULT_TAGS.map(({ name }) => [`// ${name}: now`, name, ''] as const),
      ['// TODO(PAY-12, E1-F2): x', 'TODO', 'PAY-12,E1-F2'],
      ['// FIXME [#12]: x', 'FIXME', '#12'],
      ['// HACK(@ana, until: 2026-09-30): x', 'HACK', ''],
      ['// TODO: encode as UTF-8', 'TODO', ''],
      ['// see PAY-12 and SHA-256', '', ''],
      ['// - [ ] TODO retry', 'TODO', ''],
      ['// todo: retry', 'todo', ''],
      ['// note(PAY-12): retry', 'note', 'PAY-12'],
      ['// todo(item)', '', ''],
      ['/** @todo retry */', '@todo', ''],
      ['/**\n * TODO(PAY-12): retry\n */', 'TODO', 'PAY-12'],
      ['// the TODO list is long', '', ''],
      ['// spoken of: `TODO: x`', '', ''],
      ['// TODOS: many, MY_TODO: one, TODO.md: a file', '', ''],
      ['const text = "// TODO(PAY-12): x";', '', ''],
      ['/* ends here */ TODO(PAY-12)', '', ''],
    ];
    const found = table.map(([text]) => [
      text,
      wordsWith(grammar, text, TAG).join(),
      wordsWith(grammar, text, ID).join(),
    ]);
    assert.deepEqual(found, table);
    const python = await grammarOf(registry, 'source.python');
    assert.deepEqual(wordsWith(python, 'def f():\n    """TODO(PAY-12): x"""', TAG), ['TODO']);
  });

  it('leave strings alone where a whole line of comment is read anew for them', async () => {
    const registry = await (await grammars()).registry();
    for (const [scopeName, text] of [
      ['source.rust', 'let a = "// TODO(PAY-12): x";'],
      ['source.json', '{ "a": "// TODO(PAY-12): x" }'],
      ['source.shell', 'echo "# TODO(PAY-12): x" \'# TODO: y\''],
    ] as const) {
      assert.deepEqual(wordsWith(await grammarOf(registry, scopeName), text, TAG), [], text);
    }
  });

  it('have another colour than the comment around them in every theme that the editor brings', async () => {
    const all = await grammars();
    const themes = all.themes();
    const alike: string[] = [];
    for (const [name, theme] of themes) {
      const registry = await all.registry(theme);
      const grammar = await grammarOf(registry, 'source.ts');
      const line = '// TODO(PAY-12): retry';
      const { tokens } = grammar.tokenizeLine2(line, null);
      const colourAt = (offset: number) => {
        const starts = [...tokens].filter((_, index) => index % 2 === 0);
        const token = starts.findLastIndex((start) => start <= offset);
        // Bits 15 to 23 of what is told of a token are its colour.
        return ((tokens[2 * token + 1] ?? 0) >>> 15) & 511;
      };
      const comment = colourAt(line.indexOf('retry'));
      if ([colourAt(line.indexOf('TODO')), colourAt(line.indexOf('PAY-12'))].includes(comment)) {
        alike.push(name);
      }
    }
    assert.deepEqual(alike, []);
    assert.ok(themes.size > 10, `${themes.size} themes`);
  });

  it('stand out on the screen, in a language whose own grammar has no room for them too', () =>
    withWorkbench(
      async (workbench) => {
        const { page } = workbench;
        for (const file of ['refund.ts', 'refund.rs']) {
          await workbench.openFile(file);
          await eventually(`${file} is coloured`, async () => {
            const shown = await page.evaluate<string[][]>(SHOWN_WORDS);
            const colourOf = (word: string) => shown.find(([text]) => text === word)?.[1];
            const [tag, id, comment] = [colourOf('TODO'), colourOf('PAY-12'), colourOf('): retry')];
            assert.ok(tag && id && comment, JSON.stringify(shown));
            assert.equal(new Set([tag, id, comment]).size, 3);
          });
          await workbench.screenshot(`colours-${file}`);
        }
      },
      (folder) => {
        writeFileSync(join(folder, 'refund.ts'), '// TODO(PAY-12): retry\n');
        writeFileSync(join(folder, 'refund.rs'), '// TODO(PAY-12): retry\n');
      },
    ));
});
