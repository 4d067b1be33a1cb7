import { t } from '../../words/t';
import { nameOf } from '../../findings/wording';
import { readNamedPath } from '../../trace/namedPath';
import type { FixKind } from '../fix';
import { addressOf, workOf } from '../subjects';
import { entryAt } from './names';

/** More guesses than these are not offered. */
const MOST_GUESSES = 3;

/** Names a file that there is, in place of one that there is not: of the same name elsewhere, or of nearly the same name there. */
export const existingPath: FixKind = ({ place, suggestion }, { trace, workTree }) => {
  const entry = entryAt(place, trace.plan);
  const named = entry && readNamedPath(entry.name);
  if (!entry || !workTree || named?.kind !== 'inside' || named.isPattern || suggestion !== undefined) {
    return [];
  }
  const { item, field, names, index, name } = entry;
  return workTree
    .nearest(name)
    .slice(0, MOST_GUESSES)
    .map((path) => ({
      title: t('Name {0} instead', path),
      edit: {
        roadmap: [
          {
            kind: 'setField',
            item: addressOf(item),
            field,
            value: names.map((each, at) => (at === index ? path : each.name)),
          },
        ],
      },
    }));
};

/** Expects an item's work also where it was done: in the folders of those files, or in the files themselves. */
export const expectThere: FixKind = (finding, context) => {
  const item = workOf(finding, context);
  const { paths = [] } = finding;
  if (!item || paths.length === 0) {
    return [];
  }
  const expected = item.code.map(({ name }) => name);
  const folders = [...new Set(paths.map((path) => `${path.slice(0, path.lastIndexOf('/') + 1)}**`))];
  const ways = [folders, ...(paths.length <= MOST_GUESSES ? [paths] : [])];
  return ways.map((more) => ({
    title: titleOf(nameOf(item), more.slice(0, MOST_GUESSES).join(', '), more.length - MOST_GUESSES),
    edit: {
      roadmap: [{ kind: 'setField', item: addressOf(item), field: 'code', value: [...expected, ...more] }],
    },
  }));
};

function titleOf(item: string, paths: string, more: number): string {
  return more > 0
    ? t('Expect the work of {0} in {1} and {2} more too', item, paths, more)
    : t('Expect the work of {0} in {1} too', item, paths);
}
