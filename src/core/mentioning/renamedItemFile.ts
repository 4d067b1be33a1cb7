import type { Item } from '../model/roadmap';
import type { Plan } from '../trace/plan';

/** Where every file system takes an ID as part of a file's name. */
const FITS_FILE_NAME = /^[\p{L}\p{M}\p{N}_.-]+$/u;

/**
 * The path of the file of an item under a new ID, where the file holds this item alone and its name begins with the ID: the rest
 * of the name stays. undefined: nothing calls the file by the ID, or the new one cannot be part of a file's name.
 */
export function renamedItemFile({ path, id }: Item, newId: string, { roadmaps }: Plan): string | undefined {
  const roadmap = roadmaps.find((each) => each.path === path);
  const start = path.lastIndexOf('/') + 1;
  const name = path.slice(start);
  const isOwn = roadmap?.itemFile !== undefined && roadmap.work[0]?.id === id;
  if (!isOwn || !FITS_FILE_NAME.test(newId) || !name.toLowerCase().startsWith(id.toLowerCase())) {
    return undefined;
  }
  const rest = name.slice(id.length);
  if (/^(?:[\p{L}\p{N}]|\.\d)/u.test(rest)) {
    return undefined;
  }
  const written = name.slice(0, id.length);
  const isSmall = written === id.toLowerCase() && written !== id;
  return `${path.slice(0, start)}${isSmall ? newId.toLowerCase() : newId}${rest}`;
}
