import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Internals } from '../../src/extension/extension';
import { pollUntil } from '../support/pollUntil';
import { closeEditors, firstOf, lensesOf, linkedItem, openWaymark, roadmapUri, typeInto, textOf } from './editor';

/** Speaks wherever Waymark does, as extensions for blame and for YAML do. */
function registerAnother(): vscode.Disposable {
  const everywhere: vscode.DocumentSelector = { scheme: 'file' };
  return vscode.Disposable.from(
    vscode.languages.registerCodeLensProvider(everywhere, {
      provideCodeLenses: ({ lineCount }) =>
        Array.from({ length: lineCount }, (_, line) => {
          const range = new vscode.Range(line, 0, line, 0);
          return new vscode.CodeLens(range, { title: 'Somebody, 3 days ago', command: 'another.blame' });
        }),
    }),
    vscode.languages.registerHoverProvider(everywhere, {
      provideHover: () => new vscode.Hover('Somebody, 3 days ago'),
    }),
    vscode.languages.registerCompletionItemProvider(everywhere, {
      provideCompletionItems: () => [new vscode.CompletionItem('owner of another')],
    }),
    vscode.languages.registerDocumentSymbolProvider({ language: 'yaml' }, { provideDocumentSymbols: () => [] }),
  );
}

describe('beside another extension that speaks of the same lines', () => {
  let waymark: Internals;
  let another: vscode.Disposable;

  before(async () => {
    waymark = await openWaymark();
    another = registerAnother();
  });

  after(() => another.dispose());

  afterEach(closeEditors);

  it('keeps its lens above an annotated line, once', async () => {
    const { links } = await linkedItem(waymark);
    const { open } = firstOf(links, 'annotations');

    const own = await pollUntil('the line has a lens', async () => {
      const found = await lensesOf(vscode.Uri.parse(open.uri, true));
      const here = found.filter(({ range }) => range.start.line === open.range?.start.line);
      return here.length > 0 ? here : undefined;
    });

    assert.equal(own.length, 1);
  });

  it('explains a story beside what the other one says', async () => {
    const { item, links } = await linkedItem(waymark);
    const { open } = firstOf(links, 'annotations');
    const uri = vscode.Uri.parse(open.uri, true);
    const document = await vscode.workspace.openTextDocument(uri);
    const at = document.getText().indexOf(item.id);

    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      document.positionAt(at + 1),
    );

    const words = hovers.map(({ contents }) =>
      contents.map((each) => (typeof each === 'string' ? each : each.value)).join('\n'),
    );
    assert.equal(words.filter((each) => each.includes('Somebody, 3 days ago')).length, 1);
    assert.equal(words.filter((each) => each.includes(item.id.replace('-', '\\-'))).length, 1, words.join('\n---\n'));
  });

  it('completes the fields of a roadmap beside what the other one offers, each once', async () => {
    const uri = roadmapUri(waymark);
    await typeInto(uri, `${await textOf(uri)}\nstories:\n  - id: HUT-98\n    own`);
    const document = await vscode.workspace.openTextDocument(uri);
    const position = document.positionAt(document.getText().length);

    const labels = await pollUntil('both offer something', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        position,
      );
      const found = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return found.includes('owner') && found.includes('owner of another') ? found : undefined;
    });

    assert.equal(labels.filter((label) => label === 'owner').length, 1);
  });
});
