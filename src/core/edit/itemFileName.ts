import type { ItemFolder } from '../model/roadmap';
import type { Scene } from './scene';

/** As long as the words of a file's name may be. */
const LONGEST_WORDS = 60;

/** How files of a folder are called. */
interface NameStyle {
  readonly directory: string;
  /** Between the ID and the words; undefined: the ID stands alone, without words. */
  readonly separator: string | undefined;
  /** False: the name has no ID. */
  readonly hasId: boolean;
  readonly isIdSmall: boolean;
  readonly areWordsSmall: boolean;
  /** Between two words. */
  readonly gap: string;
}

/** Paths for the file of a new item, best first: where the models lie, and called as they are. */
export function fileNames(
  folder: ItemFolder,
  { id, title }: { readonly id: string | undefined; readonly title: string },
  models: readonly Scene[],
): readonly string[] {
  const [model] = models;
  const style = (model && styleOf(model)) ?? usualStyle(folder);
  const words = wordsOf(title, style);
  const own = id === undefined ? undefined : style.isIdSmall ? id.toLowerCase() : id;
  const names = [
    ...(own === undefined || !style.hasId ? [words] : []),
    ...(own !== undefined && style.separator === undefined ? [own] : []),
    ...(own === undefined ? [] : [`${own}${style.separator ?? '-'}${words}`, own]),
  ];
  return names.filter((name) => name !== '').map((name) => `${style.directory}${name}.md`);
}

function styleOf({ path, roadmap }: Scene): NameStyle | undefined {
  const [item] = roadmap.work;
  const start = path.lastIndexOf('/') + 1;
  const name = path.slice(start).replace(/\.(?:md|markdown)$/i, '');
  const directory = path.slice(0, start);
  if (!item) {
    return undefined;
  }
  const hasId = name.toLowerCase().startsWith(item.id.toLowerCase()) && !item.derivedId;
  const rest = hasId ? name.slice(item.id.length) : name;
  const separator = hasId ? /^[\s_.-]*/.exec(rest)?.[0] : '';
  const words = rest.slice(separator?.length ?? 0);
  return {
    directory,
    separator: words === '' ? undefined : separator,
    hasId,
    isIdSmall: hasId && name.slice(0, item.id.length) !== item.id.toUpperCase(),
    areWordsSmall: words === words.toLowerCase(),
    gap: /[\s_-]/.exec(words)?.[0] ?? '-',
  };
}

function usualStyle({ path, backlogPrefix }: ItemFolder): NameStyle {
  const directory = path === '' ? '' : `${path}/`;
  return backlogPrefix === undefined
    ? { directory, separator: '-', hasId: true, isIdSmall: false, areWordsSmall: true, gap: '-' }
    : {
        directory: `${directory}tasks/`,
        separator: ' - ',
        hasId: true,
        isIdSmall: true,
        areWordsSmall: false,
        gap: '-',
      };
}

/** Letters and digits only, which every file system takes. */
function wordsOf(title: string, { areWordsSmall, gap }: NameStyle): string {
  const words = (title.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(gap);
  const end = words.lastIndexOf(gap, LONGEST_WORDS);
  const short = words.length > LONGEST_WORDS ? words.slice(0, end > 0 ? end : LONGEST_WORDS) : words;
  return areWordsSmall ? short.toLowerCase() : short;
}
