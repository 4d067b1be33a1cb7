import type { Roadmap } from '../model/roadmap';
import type { Span } from '../model/span';
import { itemsOf } from './outline';

/** Something in a roadmap that can be opened. */
export type RoadmapLink =
  | { readonly span: Span; readonly url: string }
  /** Relative to the workspace folder; whether the file is there is not known. */
  | { readonly span: Span; readonly path: string };

/**
 * The addresses in `link` fields, and the paths in `code` and `decisions` that are no patterns. Links in Markdown's own form
 * are left out: the editor knows them already.
 */
export function linksOf(roadmap: Roadmap): readonly RoadmapLink[] {
  return itemsOf(roadmap).flatMap((item): RoadmapLink[] => {
    const link = 'link' in item && item.fields.get('link')?.key ? item.link : undefined;
    const paths = [...('code' in item ? item.code : []), ...('decisions' in item ? item.decisions : [])];
    return [
      ...(link && /^https?:\/\/\S+$/i.test(link.name) ? [{ span: link.span, url: link.name }] : []),
      ...paths.filter(({ name }) => isPathInside(name)).map(({ name, span }) => ({ span, path: name })),
    ];
  });
}

/** A plain path that does not leave the folder. */
function isPathInside(path: string): boolean {
  return !/[*?{}[\]\\!:]/.test(path) && !/^[/~]/.test(path) && path !== '' && !path.split('/').includes('..');
}
