import type { DocumentLink } from 'vscode-languageserver';
import { linksOf } from '../../core/authoring/links';
import { isFileOrFolder } from '../../engine/files/folderEntries';
import { uriOf } from '../folder';
import type { Folders } from '../folders';
import type { RoadmapDocument } from './roadmapDocument';

/** What is resolved when a person points at it. */
interface UnresolvedLink {
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly path: string;
}

export function documentLinks(document: RoadmapDocument): DocumentLink[] | undefined {
  const roadmap = document.read();
  return (
    roadmap &&
    linksOf(roadmap).map((link): DocumentLink => {
      const range = document.rangeOf(link.span);
      const data =
        'path' in link ? ({ folder: document.folder.uri, path: link.path } satisfies UnresolvedLink) : undefined;
      return 'url' in link ? { range, target: link.url } : { range, data };
    })
  );
}

/** Gives a link its target where the file is there. */
export async function resolveLink(link: DocumentLink, folders: Folders): Promise<DocumentLink> {
  const { folder: uri, path } = (link.data ?? {}) as Partial<UnresolvedLink>;
  const folder = uri === undefined ? undefined : folders.find(uri);
  if (!folder || path === undefined || !(await isFileOrFolder(folder.engine.folder, path))) {
    return link;
  }
  return { ...link, target: uriOf(folder, path) };
}
