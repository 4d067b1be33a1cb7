import { t } from '../words/t';
import { statusWord } from '../edit/aims/statusWord';
import type { RoadmapEdit } from '../edit/roadmapEdit';
import type { WorkItem } from '../model/roadmap';
import { categoryOf } from '../planning/progress';
import { myself, type Signature } from '../planning/myself';
import type { Plan } from '../trace/plan';

/** What the roadmap is to say of an item, and the words for what is said then. */
export interface WorkMarks {
  readonly edits: readonly RoadmapEdit[];
  /** `is active`, `is active and yours, and was ben's`. */
  readonly state: string;
}

/** Has an item be active and its owner be the person at work, as far as it is not so yet. */
export function marksOfStart(item: WorkItem, plan: Plan, me: Signature | undefined): WorkMarks {
  const mine = myself(me, plan);
  const owner = plan.ownerOf(item)?.name;
  const isMine = mine !== undefined && owner !== undefined && isSame(owner, mine.id, plan);
  const edits = [...statusEdit(item, 'active', plan), ...(mine && !isMine ? [setField(item, 'owner', mine.id)] : [])];
  const status = wordFor(item, 'active', plan);
  if (!mine) {
    return { edits, state: t('is {0}', status) };
  }
  const isTaken = owner !== undefined && !isMine;
  return {
    edits,
    state: isTaken ? t("is {0} and yours, and was {1}'s", status, owner) : t('is {0} and yours', status),
  };
}

/** Has an item be done. */
export function marksOfFinish(item: WorkItem, plan: Plan): WorkMarks {
  return { edits: statusEdit(item, 'done', plan), state: t('is {0}', wordFor(item, 'done', plan)) };
}

function isSame(owner: string, id: string, plan: Plan): boolean {
  return owner.toLowerCase() === id.toLowerCase() || plan.findPerson(owner)?.id === id;
}

function statusEdit(item: WorkItem, category: 'active' | 'done', plan: Plan): RoadmapEdit[] {
  return item.status && categoryOf(item, plan) === category ? [] : [setField(item, 'status', category)];
}

function setField({ path, id }: WorkItem, field: string, value: string): RoadmapEdit {
  return { kind: 'setField', item: { path, id }, field, value };
}

/** As the file says it. */
function wordFor(item: WorkItem, category: 'active' | 'done', plan: Plan): string {
  const isSo = item.status && categoryOf(item, plan) === category;
  const roadmap = plan.roadmaps.find(({ path }) => path === item.path);
  return isSo ? (item.status?.name ?? category) : roadmap ? statusWord(roadmap, category) : category;
}
