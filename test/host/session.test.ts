import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Internals } from '../../src/extension/extension';
import { COMMANDS, STATUS_DOCUMENT_URI } from '../../src/protocol/contributions';
import { eventually, pollUntil } from '../support/pollUntil';
import {
  activeEditorOf,
  closeEditors,
  codeOf,
  findingsIn,
  firstOf,
  lensesOf,
  linkedItem,
  openWaymark,
  overviewWith,
  roadmapUri,
  rowsOf,
  textOf,
  typeInto,
  tabLabels,
} from './editor';

describe('a session with the sample workspace', () => {
  let waymark: Internals;

  before(async () => {
    waymark = await openWaymark();
  });

  afterEach(closeEditors);

  it('shows epics at the top of the roadmap, stories under them and evidence under those', async () => {
    const { item } = await linkedItem(waymark);
    const epics = await rowsOf(waymark, 'roadmap');
    const stories = (await Promise.all(epics.map((epic) => rowsOf(waymark, 'roadmap', epic)))).flat();
    const story = [...epics, ...stories].find((row) => row.item?.id === item.id);
    assert.ok(story, `${item.id} has no row`);

    const labels = (await rowsOf(waymark, 'roadmap', story)).map(({ label }) => label);

    assert.ok(labels.includes('Annotations') && labels.includes('Commits'), labels.join(', '));
  });

  it('gives each row a tooltip that cannot run commands, and a label for screen readers', async () => {
    const [epic] = await rowsOf(waymark, 'roadmap');
    assert.ok(epic);

    const { tooltip, accessibilityInformation, id } = waymark.trees.roadmap.getTreeItem(epic);

    assert.ok(tooltip instanceof vscode.MarkdownString && !tooltip.isTrusted && !tooltip.supportHtml);
    assert.ok(accessibilityInformation?.label.includes(epic.label));
    assert.equal(id, epic.id);
  });

  it('lists what the plan does not know', async () => {
    assert.notDeepEqual(await rowsOf(waymark, 'unplanned'), []);
  });

  it('puts a lens above an annotated line that lists the links of its story', async () => {
    const { item, links } = await linkedItem(waymark);
    const { open } = firstOf(links, 'annotations');

    const lens = await pollUntil('the line has a lens', async () => {
      const found = await lensesOf(vscode.Uri.parse(open.uri, true));
      return found.find(({ range }) => range.start.line === open.range?.start.line);
    });

    assert.equal(lens.command?.command, COMMANDS.showLinks);
    assert.deepEqual(lens.command.arguments, [{ folder: item.folder, id: item.id }]);
  });

  it('lists findings whose code explains the rule inside the editor', async () => {
    const [finding] = await pollUntil('there are findings', () => {
      const found = findingsIn(roadmapUri(waymark));
      return found.length > 0 ? found : undefined;
    });

    const code = finding?.code;

    assert.ok(typeof code === 'object');
    assert.equal(code.target.scheme, 'command');
    assert.equal(code.target.path, COMMANDS.explainRule);
    assert.deepEqual(JSON.parse(code.target.query), [code.value]);
  });

  it('opens the line that a row leads to', async () => {
    const { item } = await linkedItem(waymark);

    await vscode.commands.executeCommand(COMMANDS.open, item.open);

    await eventually('its line is selected', async () => {
      const { selection } = await activeEditorOf(roadmapUri(waymark));
      assert.equal(selection.start.line, item.open.range?.start.line);
    });
  });

  it('shows a commit as a difference that nobody can edit', async () => {
    const { links } = await linkedItem(waymark);

    await vscode.commands.executeCommand(COMMANDS.open, firstOf(links, 'commits').open);

    await eventually('the difference is shown', () => {
      const document = vscode.window.activeTextEditor?.document;
      assert.equal(document?.languageId, 'diff');
      assert.match(document.getText(), /^diff --git /m);
    });
  });

  it('shows what was read, and what was not', async () => {
    await vscode.commands.executeCommand(COMMANDS.showStatus);

    await pollUntil('the status is shown', () => tabLabels().some((label) => label.includes('Waymark status')));
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(STATUS_DOCUMENT_URI, true));
    assert.match(document.getText(), /roadmap\.yaml/);
  });

  it('shows the status as it is now when it is asked for again', async () => {
    const uri = vscode.Uri.parse(STATUS_DOCUMENT_URI, true);
    const before = (await vscode.workspace.openTextDocument(uri)).getText();

    await typeInto(roadmapUri(waymark), `${await textOf(roadmapUri(waymark))}${ANOTHER_STORY}`);

    await pollUntil('the status changes', async () => {
      await vscode.commands.executeCommand(COMMANDS.showStatus);
      return (await vscode.workspace.openTextDocument(uri)).getText() !== before;
    });
  });

  it('keeps the rows and says where the roadmap is broken while somebody types', async () => {
    const uri = roadmapUri(waymark);
    const rows = await rowsOf(waymark, 'roadmap');

    await typeInto(uri, `${await textOf(uri)}\nbroken: [1, 2\n`);

    await pollUntil('the error is listed', () => findingsIn(uri).some((finding) => codeOf(finding) === 'WM101'));
    assert.equal((await rowsOf(waymark, 'roadmap')).length, rows.length);

    await closeEditors();
    await pollUntil('the error is gone', () => findingsIn(uri).every((finding) => codeOf(finding) !== 'WM101'));
  });

  it('has neither rows nor findings without a roadmap, and both again with it', async () => {
    const uri = roadmapUri(waymark);
    const content = await vscode.workspace.fs.readFile(uri);

    await vscode.workspace.fs.delete(uri);
    try {
      await overviewWith(waymark, 'no roadmap is left', ({ folders }) => folders[0]?.roadmaps.length === 0);
      assert.deepEqual(await rowsOf(waymark, 'roadmap'), []);
      await pollUntil('no finding is left', () => findingsIn(uri).length === 0);
    } finally {
      await vscode.workspace.fs.writeFile(uri, content);
    }

    await overviewWith(waymark, 'the roadmap is back', ({ folders }) => folders[0]?.roadmaps.length === 1);
    await pollUntil('the findings are back', () => findingsIn(uri).length > 0);
  });
});

const ANOTHER_STORY = '\nstories:\n  - { id: HUT-99, title: Another story }\n';
