import { type Hover, MarkupKind, type Range } from 'vscode-languageserver';
import type { Explanation } from '../../core/authoring/hover';
import type { StoryQuestion, StoryTarget } from '../../core/mentioning/storyMarkdown';
import type { Span } from '../../core/model/span';
import { locateIn } from '../../engine/locate';
import { COMMANDS } from '../../protocol/contributions';
import type { LinksParams, OpenTarget, TreeNode } from '../../protocol/messages';
import { commitUri } from '../documentUris';
import { type Folder, targetOf } from '../folder';
import { itemRowId } from '../tree/itemNames';

/**
 * What is asked of a folder to explain an item of it.
 *
 * @param linkCommands those that the client runs from links; undefined: none
 */
export function storyQuestion(folder: Folder, linkCommands: readonly string[] | undefined): StoryQuestion {
  const { engine } = folder;
  const { trace, today, holidays, knownFacts, findings } = engine;
  return {
    trace,
    today,
    holidays,
    planHistory: knownFacts.planHistory,
    locate: locateIn(engine),
    findingsOf: (item) => findings.factsOf(item),
    addressOf: (target) => {
      const [command, argument] = commandFor(folder, target);
      return linkCommands?.includes(command) ? commandUri(command, argument) : undefined;
    },
  };
}

export function hoverOf({ markdown, span }: Explanation, rangeOf: (span: Span) => Range): Hover {
  return { contents: { kind: MarkupKind.Markdown, value: markdown }, range: rangeOf(span) };
}

type LinkArgument = OpenTarget | LinksParams | Pick<TreeNode, 'id'> | string;

function commandFor(folder: Folder, target: StoryTarget): [command: string, argument: LinkArgument] {
  switch (target.kind) {
    case 'place':
      return [COMMANDS.open, targetOf(folder, target.place)];
    case 'commit':
      return [COMMANDS.open, { uri: commitUri(folder.uri, target.sha) }];
    case 'rule':
      return [COMMANDS.explainRule, target.code];
    case 'links':
      return [COMMANDS.showLinks, { folder: folder.uri, id: target.item.id }];
    case 'start':
      return [COMMANDS.startWork, { folder: folder.uri, id: target.item.id }];
    case 'finish':
      return [COMMANDS.finishWork, { folder: folder.uri, id: target.item.id }];
    case 'status':
      return [COMMANDS.setStatus, { id: itemRowId(folder, target.item) }];
    case 'page':
      return [COMMANDS.openStoryPage, { folder: folder.uri, id: target.item.id }];
  }
}

/** Nothing is left in it that Markdown would take for the end of the address. */
function commandUri(command: string, argument: LinkArgument): string {
  const encoded = encodeURIComponent(JSON.stringify([argument]));
  return `command:${command}?${encoded.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
}
