import { t } from '../../words/t';
import { isWork } from '../../edit/items';
import type { Item, Release, WorkItem } from '../../model/roadmap';
import { ANSWER, type FixKind } from '../fix';
import { short } from '../subjects';
import { fieldAt } from './writeAnew';

/** Risks have words of their own. */
function hasTeamStatus(item: Item): item is Release | WorkItem {
  return item.kind === 'release' || isWork(item);
}

/** Takes a status that nobody knows for a word of the team: its file says under `workflow` from then on what it counts as. */
export const addStatusWord: FixKind = ({ place }, { trace: { plan } }) => {
  const found = fieldAt(place, plan);
  const status = found?.field === 'status' && hasTeamStatus(found.item) ? found.item.status : undefined;
  const roadmap = plan.roadmaps.find(({ path }) => path === place.path);
  if (!status || !roadmap || roadmap.itemFile) {
    return [];
  }
  const { name } = status;
  return [
    {
      title: t('Add {0} to the workflow of {1}…', short(name), place.path),
      question: { needs: 'status', prompt: t('What {0} counts as', short(name)) },
      edit: { roadmap: [{ kind: 'addStatus', path: place.path, name, category: ANSWER }] },
    },
  ];
};
