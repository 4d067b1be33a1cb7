import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Internals } from '../../src/extension/extension';
import { COMMANDS, LINK_COMMANDS } from '../../src/protocol/contributions';
import { pollUntil } from '../support/pollUntil';
import { closeEditors, openWaymark, roadmapUri, textOf, typeInto } from './editor';

describe('the language of the sample’s roadmap, as the editor asks for it', () => {
  let waymark: Internals;

  before(async () => {
    waymark = await openWaymark();
  });

  afterEach(closeEditors);

  /** Where some words of the roadmap begin, as it is in the editor. */
  async function placeOf(words: string, shift = 0): Promise<vscode.Position> {
    const document = await vscode.workspace.openTextDocument(roadmapUri(waymark));
    const at = document.getText().indexOf(words);
    assert.ok(at >= 0, `${words} is not in the roadmap`);
    return document.positionAt(at + shift);
  }

  async function completionsAt(position: vscode.Position): Promise<vscode.CompletionItem[]> {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      roadmapUri(waymark),
      position,
    );
    return list.items;
  }

  const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

  it('completes IDs with their titles in a list of dependencies', async () => {
    const position = await placeOf('depends: [HUT-11]', 'depends: ['.length);

    const items = await completionsAt(position);

    const item = items.find((each) => labelOf(each) === 'HUT-10 Show free beds in a calendar');
    assert.equal(item?.detail, 'done');
    assert.equal(item.insertText, 'HUT-10');
    assert.ok(item.range instanceof vscode.Range && item.range.isSingleLine);
  });

  it('completes the names of fields in a half-typed line, each once', async () => {
    const uri = roadmapUri(waymark);
    await typeInto(uri, `${await textOf(uri)}\nstories:\n  - id: HUT-99\n    own`);
    const document = await vscode.workspace.openTextDocument(uri);
    const position = document.positionAt(document.getText().length);

    const items = await pollUntil('there are completions', async () => {
      const found = await completionsAt(position);
      return found.some((each) => labelOf(each) === 'owner') ? found : undefined;
    });

    assert.equal(items.filter((each) => labelOf(each) === 'owner').length, 1);
    assert.ok(!items.some((each) => labelOf(each) === 'id'), 'a field that is there is offered');
  });

  it('explains an item over its ID, with links to the listed commands only', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      roadmapUri(waymark),
      await placeOf('depends: [HUT-11]', 'depends: [H'.length),
    );

    const contents = hovers.flatMap((hover) => hover.contents);
    const words = contents.map((each) => (each instanceof vscode.MarkdownString ? each.value : '')).join();
    assert.match(words, /HUT\\-11 Hold a bed while the guest pays/);
    const linked = Array.from(words.matchAll(/(?<!\\)\]\(command:([^?)]*)/g), ([, command]) => command);
    for (const command of [COMMANDS.open, COMMANDS.showLinks, COMMANDS.setStatus]) {
      assert.ok(linked.includes(command), `${command} is not in ${words}`);
    }
    assert.deepEqual(
      linked.filter((command) => command === undefined || !LINK_COMMANDS.includes(command)),
      [],
    );
    const own = contents.filter((each) => each instanceof vscode.MarkdownString && each.value.includes('HUT'));
    assert.ok(own.length > 0);
    for (const each of own) {
      assert.ok(each instanceof vscode.MarkdownString);
      assert.equal(each.supportHtml ?? false, false);
      assert.deepEqual(each.isTrusted, { enabledCommands: LINK_COMMANDS });
    }
  });

  it('leads from a dependency to the item', async () => {
    const targets = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      roadmapUri(waymark),
      await placeOf('depends: [HUT-11]', 'depends: [H'.length),
    );

    const [target] = targets;
    const range = target && ('targetRange' in target ? target.targetRange : target.range);
    assert.equal(range?.start.line, (await placeOf('- id: HUT-11\n')).line);
  });

  it('finds in code what names an item', async () => {
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      roadmapUri(waymark),
      await placeOf('id: HUT-11\n', 'id: H'.length),
    );

    assert.ok(
      places.some(({ uri }) => uri.path.endsWith('.ts')),
      places.map(({ uri }) => uri.path).join(', '),
    );
  });

  it('shows the plan as the outline', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      roadmapUri(waymark),
    );

    const product = symbols.find(({ name }) => name === 'Fellrest');
    const epic = product?.children.find(({ name }) => name === 'HUT-1 Find and book a bed');
    assert.ok(
      epic?.children.some(({ name, detail }) => name === 'HUT-10 Show free beds in a calendar' && detail === 'done'),
    );
  });
});
