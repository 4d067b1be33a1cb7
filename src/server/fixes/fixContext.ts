import path from 'node:path';
import { createTagSet } from '../../core/annotations/tags';
import { compilePatterns } from '../../core/annotations/ownPatterns';
import type { FixContext } from '../../core/fixes/fix';
import type { FixScene } from '../../core/fixes/performFix';
import { readText } from '../../engine/files/readText';
import { gitUser } from '../../engine/git/gitUser';
import type { Folder } from '../folder';
import { uriOf } from '../folder';
import type { OpenDocument } from '../judgeLink';

export type DocumentOf = (uri: string) => OpenDocument | undefined;

export async function fixContext({ engine, settings }: Folder): Promise<FixContext> {
  const { trace, today, repository, knownFacts } = engine;
  const notes = createTagSet(settings.annotations.tags).tags.filter(({ kind }) => kind === 'note');
  return {
    trace,
    today,
    me: repository && (await gitUser(repository)),
    noteTag: (notes.find(({ name }) => name === 'NOTE') ?? notes[0])?.name,
    workTree: knownFacts.workTree,
    roadmapText: (file) => engine.roadmapText(file),
  };
}

/** The texts as they are on the screen, else on disk. */
export function fixScene(folder: Folder, documentOf: DocumentOf): FixScene {
  const { engine, settings } = folder;
  const { plan } = engine.trace;
  const open = (file: string) => documentOf(uriOf(folder, file))?.getText();
  const { tags, patterns } = settings.annotations;
  return {
    plan,
    roadmaps: plan.roadmaps.flatMap(({ path: file, itemFile }) => {
      const text = open(file) ?? engine.roadmapText(file);
      return text === undefined ? [] : [{ path: file, text, folder: itemFile?.folder }];
    }),
    scan: { finder: engine.finder, tags: createTagSet(tags), patterns: compilePatterns(patterns).patterns },
    sourceText: (file) => open(file) ?? onDisk(path.resolve(engine.folder, file)),
  };
}

function onDisk(absolute: string): string | undefined {
  const read = readText(absolute);
  return 'text' in read ? read.text : undefined;
}
