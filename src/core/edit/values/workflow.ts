import type { StatusCategory } from '../../model/status';
import { fieldNamed } from '../../roadmap/fields';
import type { MapEntry, MapNode } from '../../roadmap/valueNode';
import type { Scene } from '../scene';
import type { Ways } from '../writer';
import { entryIn } from './addEntry';
import { changesOfList } from './changeList';
import type { Dialect } from './dialect';
import { lineStyleOf } from './lineStyle';
import type { Written } from './written';

/** Ways to say under `workflow` what one more status counts as, in the way in which it says so of others. */
export function* waysToAddStatus(dialect: Dialect, scene: Scene, name: string, category: StatusCategory): Ways {
  const { text, values } = scene;
  const root = values?.kind === 'map' ? values : undefined;
  const spec = fieldNamed('roadmap', 'workflow');
  if (!root || !spec) {
    return;
  }
  const style = lineStyleOf(scene);
  const workflow = root.entries.find((entry) => nameOf(entry) === 'workflow')?.value;
  if (workflow === undefined) {
    const value: Written = { kind: 'map', entries: [{ key: name, value: word(category) }], inLines: true };
    yield entryIn(dialect, style, text, root, { key: 'workflow', value }, lastOfHead(root));
  }
  if (workflow?.kind !== 'map') {
    return;
  }
  const names = workflow.entries.find(
    ({ key, value }) => key.trim().toLowerCase() === category && value.kind === 'list',
  );
  if (names?.value.kind === 'list') {
    const former = names.value.items.flatMap((item) => (item.kind === 'scalar' ? item.text : []));
    const changes = changesOfList(dialect, style, text, spec, names.value, [...former, name]);
    if (changes) {
      yield changes;
    }
  }
  const isByCategory = workflow.entries.some(({ value }) => value.kind === 'list');
  const entry = isByCategory
    ? { key: category, value: { kind: 'list' as const, items: [word(name)], inLines: false } }
    : { key: name, value: word(category) };
  yield entryIn(dialect, style, text, workflow, entry, workflow.entries.at(-1));
}

function word(text: string): Written {
  return { kind: 'scalar', text, type: 'status', quote: undefined };
}

function nameOf({ key }: MapEntry): string | undefined {
  return fieldNamed('roadmap', key)?.name;
}

/** What is said of the whole file stands together; undefined: nothing is. */
function lastOfHead({ entries }: MapNode): MapEntry | undefined {
  return entries.findLast((entry) => HEAD.has(nameOf(entry) ?? ''));
}

const HEAD: ReadonlySet<string> = new Set(['product', 'vision', 'keys']);
