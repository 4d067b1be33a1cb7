import { t } from '../../core/words/t';
import type { Connection } from 'vscode-languageserver';
import { itemName } from '../../core/report/itemWords';
import { decisionPaths } from '../../core/story/decisionPaths';
import type { PageTarget as CoreTarget } from '../../core/story/question';
import { storyPage } from '../../core/story/storyPage';
import { readOwnText } from '../../engine/files/readOwnText';
import { locateIn } from '../../engine/locate';
import type { LinksParams } from '../../protocol/messages';
import {
  type PageTarget,
  type StoryPageResult,
  StoryPageRequest,
  type TickCriterionParams,
  TickCriterionRequest,
} from '../../protocol/storyPage';
import { commitUri } from '../documentUris';
import { roadmapEdit } from '../editRoadmap';
import type { EditedTexts } from '../fileEdits';
import { type Folder, targetOf, uriOf } from '../folder';
import type { Folders } from '../folders';

/** Answers what stands on the pages of items, and ticks their acceptance criteria. */
export function handleStoryPages(connection: Connection, folders: Folders, texts: () => EditedTexts): void {
  connection.onRequest(StoryPageRequest, (params) => pageOf(folders.find(params.folder), params, texts()));
  connection.onRequest(TickCriterionRequest, (params) => tickCriterion(folders.find(params.folder), params, texts()));
}

function pageOf(folder: Folder | undefined, { id }: LinksParams, texts: EditedTexts): StoryPageResult {
  const item = folder?.engine.trace.plan.findWork(id);
  if (!folder || !item) {
    return { sentence: folder?.engine.busy === undefined ? goneWords(id) : t('{0} …', folder.engine.busy) };
  }
  const { engine } = folder;
  const { trace, findings } = engine;
  const paths = decisionPaths(item, trace).map(({ path }) => path);
  const page = storyPage<PageTarget>(item, {
    trace,
    facts: engine.knownFacts,
    today: engine.today,
    holidays: engine.holidays,
    noHistory: engine.repository || engine.busy !== undefined ? undefined : noHistory(),
    locate: locateIn(engine),
    findingsOf: (each) => findings.factsOf(each),
    texts: textsOf(folder, paths, texts),
    targetOf: (target) => pageTarget(folder, target),
  });
  return { title: itemName(item), page };
}

function noHistory(): string {
  return t('Commits are not read in this folder; the command Waymark: Show Status says why.');
}

function goneWords(id: string): string {
  return t('No roadmap declares {0} any more.', id);
}

/** As the client has them open, else as they lie in the folder; what cannot be read is left out. */
function textsOf(folder: Folder, paths: readonly string[], { documentOf }: EditedTexts): Map<string, string> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const text = documentOf(uriOf(folder, path))?.getText() ?? readOwnText(folder.engine.folder, path);
    if (text !== undefined) {
      texts.set(path, text);
    }
  }
  return texts;
}

function pageTarget(folder: Folder, target: CoreTarget): PageTarget {
  switch (target.kind) {
    case 'place':
      return { kind: 'open', open: targetOf(folder, target.place) };
    case 'file':
      return { kind: 'open', open: { uri: uriOf(folder, target.path) } };
    case 'commit':
      return { kind: 'open', open: { uri: commitUri(folder.uri, target.sha) } };
    case 'rule':
      return target;
    case 'story':
      return { kind: 'story', item: { folder: folder.uri, id: target.item.id } };
    case 'fixes':
      return { kind: 'fixes', open: targetOf(folder, target.place) };
    case 'judge': {
      const { accepted, item, link } = target;
      return { kind: 'judge', accepted, link: { folder: folder.uri, item: item.id, ...link } };
    }
  }
}

function tickCriterion(
  folder: Folder | undefined,
  { id, criterion, text, done }: TickCriterionParams,
  texts: EditedTexts,
): ReturnType<typeof roadmapEdit> {
  const item = folder?.engine.trace.plan.findWork(id);
  if (!folder || !item) {
    return { refusal: t('No roadmap declares {0} any more, so nothing was changed.', id) };
  }
  if (item.acceptance[criterion]?.text !== text) {
    return { refusal: t('The acceptance list of {0} is another one by now, so nothing was changed.', itemName(item)) };
  }
  return roadmapEdit(folder, { kind: 'tick', item: { path: item.path, id: item.id }, criterion, done }, texts);
}
