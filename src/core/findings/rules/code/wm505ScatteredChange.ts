import { t } from '../../../words/t';
import { codeIndexOf } from '../../../codeHistory/codeIndex';
import { componentsChanged, itemChangesOf } from '../../../codeHistory/itemChanges';
import type { WorkItem } from '../../../model/roadmap';
import { lazily } from '../../lazily';
import { headlinePlace, lazyCommits } from '../../places';
import type { Rule, Threshold } from '../../rule';
import { count, listing, nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

const COMPONENTS: Threshold = {
  name: 'components',
  default: 5,
  unit: translatable('components'),
  description: 'So many components may be changed by the commits of one story.',
};

export const scatteredChange: Rule = {
  code: 'WM505',
  name: 'scattered-change',
  title: translatable('The work of a story is scattered'),
  severity: 'hint',
  scope: 'item',
  concerns: { kinds: ['story', 'task'], categories: ['planned', 'active', 'blocked'], having: ['commits'] },
  needs: ['codeHistory'],
  settings: [COMPONENTS],
  documentation: {
    what: 'The commits of an open story or task changed code in more components than normal. Components are those of the roadmap (`components`), else the folders of the code (`src/pay`, `packages/core`). Tests, documents, lists of packages, and commits that changed more than 100 files do not count; neither do epics.',
    why: translatable(
      'Either the story is several, or one idea is spread over the code, and then each change of it is dear.',
    ),
    example: '14 commits of PAY-12 changed code in 8 components.',
    answer: 'Split the story, or plan to bring together what changes together.',
  },
  check(item, evidence, { plan, trace, facts, today, setting }) {
    if (!facts.codeHistory) {
      return undefined;
    }
    const changes = itemChangesOf(evidence, facts.codeHistory, trace);
    const { commits, paths } = changes;
    // So few files lie in no more components.
    if (paths.size <= setting(COMPONENTS)) {
      return undefined;
    }
    const components = componentsChanged(changes, codeIndexOf(facts.codeHistory, plan));
    if (components.size > setting(COMPONENTS)) {
      return {
        message: lazily(sentence, { item, commits: commits.length, components }),
        place: headlinePlace(item),
        item: item.id,
        related: lazyCommits(commits, today),
      };
    }
    return undefined;
  },
};

interface Scattered {
  readonly item: WorkItem;
  /** How many. */
  readonly commits: number;
  readonly components: ReadonlySet<string>;
}

function sentence({ item, commits, components }: Scattered): string {
  return t(
    '{0} on {1} changed code in {2}: {3}.',
    count(commits, 'commit'),
    nameOf(item),
    count(components.size, 'component'),
    listing([...components].sort()),
  );
}
