import { nearestWord } from './nearestWord';

/** What can have fields: the file itself, and everything that it declares. */
export type FieldOwner =
  | 'roadmap'
  | 'epic'
  | 'story'
  | 'task'
  | 'release'
  | 'goal'
  | 'risk'
  | 'person'
  | 'metric'
  | 'criterion'
  | 'suppression';

/** What may stand behind a field's name. See `docs/roadmap-format.md` for each in words. */
export type FieldType =
  | 'text'
  | 'name'
  /** A list of names, or names separated by commas. */
  | 'names'
  /** A list of paths or globs; commas are part of them. */
  | 'paths'
  | 'date'
  | 'number'
  /** 1 to 5. */
  | 'score'
  /** 1 to 5, a share (40%) or low, medium, high. */
  | 'level'
  /** A share of one: 80%, 0.8. */
  | 'share'
  | 'estimate'
  | 'status'
  | 'riskStatus'
  | 'yesNo'
  | 'epics'
  | 'stories'
  | 'tasks'
  /** Work of any kind: what it is follows from where it stands. */
  | 'items'
  | 'releases'
  | 'goals'
  | 'risks'
  | 'people'
  | 'metrics'
  | 'criteria'
  | 'suppressions'
  | 'workflow'
  | 'weights'
  /** All of the roadmap, one level down. */
  | 'roadmap';

export interface FieldSpec {
  /** The canonical name: what the documentation shows and what edits write. */
  readonly name: string;
  readonly on: readonly FieldOwner[];
  readonly type: FieldType;
  /** Other names under which it is read. */
  readonly synonyms: readonly string[];
  /** One sentence for hovers and for the documentation. */
  readonly description: string;
  readonly example: string;
}

const WORK: readonly FieldOwner[] = ['epic', 'story', 'task'];
const ITEMS: readonly FieldOwner[] = [...WORK, 'release', 'goal', 'risk'];
const ID_SYNONYMS: readonly string[] = ['key', 'ref', 'identifier', 'ticket', 'issue_key', 'number'];

/** Every field that a roadmap can have, in the order in which the documentation shows them. */
export const FIELDS: readonly FieldSpec[] = [
  // The file
  field('waymark', ['roadmap'], 'number', [], 'The version of this format; 1 when missing.', '1'),
  field('product', ['roadmap'], 'text', ['project', 'name', 'title'], 'What the roadmap is of.', 'Acme Pay'),
  field(
    'vision',
    ['roadmap'],
    'text',
    ['mission', 'description'],
    'Where the product is going, in a sentence.',
    'Anyone can be paid back in a day.',
  ),
  field(
    'keys',
    ['roadmap'],
    'names',
    ['prefixes', 'id_prefixes', 'key', 'prefix'],
    'The prefixes of IDs that code and commits are searched for; taken from the IDs when missing.',
    '[PAY, AUTH]',
  ),
  field(
    'workflow',
    ['roadmap'],
    'workflow',
    ['statuses', 'states', 'status_map'],
    'The team’s own status names, each with the category it counts as: planned, active, blocked, done or dropped.',
    '{ in-review: active }',
  ),
  field(
    'scoring',
    ['roadmap'],
    'name',
    ['score', 'prioritization', 'prioritisation'],
    'How items are ranked: rice, wsjf, weighted, or an arithmetic expression over their numeric fields.',
    'wsjf',
  ),
  field(
    'weights',
    ['roadmap'],
    'weights',
    [],
    'How much each numeric field counts when `scoring` is weighted.',
    '{ impact: 3, feedback: 2 }',
  ),
  field(
    'team',
    ['roadmap'],
    'people',
    ['people', 'members'],
    'The people who own work.',
    '[{ id: ana, name: Ana Lima }]',
  ),
  field('goals', ['roadmap'], 'goals', ['objectives', 'okrs', 'outcomes'], 'What the product wants to reach.', ''),
  field(
    'releases',
    ['roadmap'],
    'releases',
    ['milestones', 'versions', 'phases', 'sprints', 'iterations', 'quarters'],
    'The dated deliveries.',
    '',
  ),
  field(
    'epics',
    ['roadmap', 'release', 'goal'],
    'epics',
    ['initiatives', 'themes'],
    'The epics, with their stories inside.',
    '',
  ),
  field(
    'stories',
    ['roadmap', 'epic', 'story', 'release', 'goal'],
    'stories',
    ['user_stories', 'features', 'tickets', 'issues', 'work_packages', 'deliverables', 'requirements'],
    'The stories; at the top of the file those that belong to no epic.',
    '',
  ),
  field(
    'tasks',
    ['roadmap', ...WORK, 'release'],
    'tasks',
    ['subtasks', 'todos', 'steps', 'checklist'],
    'The tasks of a story: the smallest pieces that have a status.',
    '[{ id: PAY-12.1, title: Ledger entry }]',
  ),
  field(
    'items',
    ['roadmap', ...WORK, 'release', 'goal'],
    'items',
    ['work_items', 'workitems', 'children', 'backlog', 'entries', 'work'],
    'Work of any kind: epics when they hold stories, else stories.',
    '',
  ),
  field('risks', ['roadmap'], 'risks', ['risk_register'], 'The risks that the team watches.', ''),
  field('roadmap', ['roadmap'], 'roadmap', ['plan'], 'The whole roadmap one level down, as some files have it.', ''),
  // Everything with an ID
  field(
    'id',
    [...WORK, 'goal', 'risk', 'person'],
    'name',
    ID_SYNONYMS,
    'The name by which code, commits and other items refer to it.',
    'PAY-12',
  ),
  field('id', ['release'], 'name', [...ID_SYNONYMS, 'version', 'tag'], 'The name by which items refer to it.', 'v2.0'),
  field(
    'title',
    ITEMS,
    'text',
    ['name', 'summary', 'headline', 'subject'],
    'A few plain words for everyone.',
    'Refund API',
  ),
  field(
    'type',
    WORK,
    'text',
    ['kind', 'issue_type', 'item_type'],
    'Whether an item under `items` is an epic, a story or a task.',
    'story',
  ),
  field(
    'story',
    WORK,
    'text',
    ['description', 'desc', 'user_story', 'details', 'body', 'notes'],
    'The user story or description in plain words.',
    'As a shopper I want my money back so that I trust the shop.',
  ),
  field(
    'status',
    [...WORK, 'release'],
    'status',
    ['state', 'stage'],
    'How far it is: planned, active, blocked, done or dropped, a common word for one of these, or a name from `workflow`.',
    'in-progress',
  ),
  field('done', WORK, 'yesNo', ['completed', 'complete', 'finished', 'closed'], 'Short for a status of done.', 'true'),
  field('goal', WORK, 'name', ['objective', 'okr', 'outcome'], 'The goal that it serves.', 'G1'),
  field(
    'release',
    WORK,
    'name',
    [
      'phase',
      'milestone',
      'sprint',
      'version',
      'fix_version',
      'target_version',
      'target_release',
      'iteration',
      'quarter',
    ],
    'The release that it ships in; children without one take their parent’s.',
    'v2.0',
  ),
  field(
    'epic',
    WORK,
    'name',
    ['parent', 'epic_id', 'epic_link', 'parent_id', 'parent_task_id', 'parent_story', 'initiative'],
    'The epic of an item that is not written inside it.',
    'PAY-1',
  ),
  field(
    'owner',
    [...WORK, 'risk'],
    'name',
    ['assignee', 'assigned_to', 'assigned', 'responsible', 'lead', 'dri', 'owners', 'assignees', 'who'],
    'Who answers for it: an ID, name or e-mail address from `team`, or any name.',
    'ana',
  ),
  field(
    'start',
    [...WORK, 'release'],
    'date',
    ['start_date', 'starts', 'begin', 'from', 'planned_start'],
    'The first day of work.',
    '2026-08-03',
  ),
  field(
    'due',
    WORK,
    'date',
    ['due_date', 'due_on', 'end', 'end_date', 'finish', 'deadline', 'target_date', 'target', 'eta', 'date', 'until'],
    'The last day of work: a date, a month (2026-08) or a quarter (2026-Q3).',
    '2026-08-28',
  ),
  field(
    'estimate',
    WORK,
    'estimate',
    ['points', 'story_points', 'sp', 'size', 'estimation', 'duration'],
    'How much work it is: points (5, 5pt) or working time (3d, 2w, 4h).',
    '5',
  ),
  field('impact', WORK, 'score', ['business_impact'], 'What it does for the business, 1 to 5.', '5'),
  field('feedback', WORK, 'score', ['customer_feedback'], 'How much customers ask for it, 1 to 5.', '4'),
  field('feasibility', WORK, 'score', ['technical_feasibility'], 'How easy it is to build, 1 to 5.', '3'),
  field('reach', WORK, 'number', [], 'How many people it reaches in a period (RICE).', '4000'),
  field(
    'confidence',
    WORK,
    'share',
    [],
    'How sure the other numbers are (RICE): 80%, 0.8, or high, medium, low.',
    '80%',
  ),
  field('effort', WORK, 'number', [], 'How much it costs, in any one unit (RICE, WSJF).', '2'),
  field('value', WORK, 'number', ['business_value'], 'What it is worth (WSJF).', '8'),
  field('urgency', WORK, 'number', ['time_criticality'], 'How fast its worth decays (WSJF).', '5'),
  field('labels', WORK, 'names', ['label', 'tags', 'tag'], 'Free words to group by.', '[api]'),
  field(
    'depends',
    WORK,
    'names',
    ['depends_on', 'dependencies', 'dependency', 'blocked_by', 'requires', 'needs', 'after', 'prerequisites'],
    'The IDs of what must be done before it.',
    '[PAY-11, AUTH-3]',
  ),
  field(
    'aliases',
    WORK,
    'names',
    ['alias', 'formerly', 'former_ids', 'previous_ids', 'old_ids'],
    'IDs that it had before; code and commits with them still belong to it.',
    '[PAY-0012]',
  ),
  field(
    'accepts',
    WORK,
    'names',
    ['accepted', 'accepted_links'],
    'Ways to write its ID that are only probably it, and that a person says are: anywhere, or in a path, glob or commit.',
    '[pay-12, PAY 12 in docs/prices.md]',
  ),
  field(
    'rejects',
    WORK,
    'names',
    ['rejected', 'rejected_links'],
    'The same, where a person says that they are not.',
    '[pay-12 in src/legacy/**, PAY_12 in 3f2a9c1]',
  ),
  field(
    'code',
    [...WORK, 'risk'],
    'paths',
    ['paths', 'files', 'globs'],
    'Where its work is expected: globs relative to the folder.',
    '["src/refunds/**"]',
  ),
  field(
    'decisions',
    WORK,
    'paths',
    ['decision', 'adr', 'adrs'],
    'The files of the architecture decisions behind it.',
    '[docs/adr/0007-idempotent-refunds.md]',
  ),
  field(
    'acceptance',
    WORK,
    'criteria',
    ['acceptance_criteria', 'criteria', 'definition_of_done', 'done_when'],
    'What must hold before it counts as done.',
    '[A refund is visible within a minute]',
  ),
  field('link', WORK, 'name', ['url', 'links', 'href'], 'Where it lives elsewhere.', 'https://tracker.example/PAY-12'),
  field(
    'ignore',
    ITEMS,
    'suppressions',
    ['suppress'],
    'Findings that are not to be shown for it, each with a reason.',
    '[{ rule: WM204, reason: done before the repository }]',
  ),
  // Releases, goals, risks
  field(
    'date',
    ['release'],
    'date',
    ['release_date', 'due', 'due_date', 'due_on', 'end', 'end_date', 'ship_date', 'target_date', 'deadline'],
    'The day of the release; a month or quarter means its last day.',
    '2026-10-15',
  ),
  field(
    'freeze',
    ['release'],
    'date',
    ['freeze_date', 'code_freeze'],
    'The day after which only fixes go in.',
    '2026-10-08',
  ),
  field(
    'metrics',
    ['goal'],
    'metrics',
    ['metric', 'measures', 'key_results', 'kpis'],
    'What shows that the goal is reached.',
    '',
  ),
  field(
    'probability',
    ['risk'],
    'level',
    ['likelihood', 'chance'],
    'How likely it is: 1 to 5, low, medium, high, or a share such as 40%.',
    '4',
  ),
  field(
    'impact',
    ['risk'],
    'level',
    ['severity', 'consequence'],
    'How bad it would be: 1 to 5, low, medium or high.',
    '5',
  ),
  field('status', ['risk'], 'riskStatus', ['state'], 'One of open, mitigating, accepted, closed.', 'open'),
  field('mitigation', ['risk'], 'name', ['mitigated_by', 'response'], 'The item that removes it, or words.', 'PAY-11'),
  field('review', ['risk'], 'date', ['review_date', 'next_review'], 'When to look at it again.', '2026-09-01'),
  field(
    'items',
    ['risk'],
    'names',
    ['stories', 'affects', 'epics'],
    'The IDs of the items that it threatens.',
    '[PAY-12]',
  ),
  // Parts
  field('name', ['person'], 'text', ['full_name', 'title'], 'The person’s name.', 'Ana Lima'),
  field(
    'emails',
    ['person'],
    'names',
    ['email', 'mail'],
    'The addresses under which they commit.',
    '[ana@acme.example]',
  ),
  field('capacity', ['person'], 'number', ['velocity'], 'Points that they finish in a sprint.', '8'),
  field('name', ['metric'], 'text', ['title', 'metric'], 'What is measured.', 'median refund time'),
  field('unit', ['metric'], 'text', [], 'The unit of the numbers.', 'h'),
  field('baseline', ['metric'], 'number', ['from', 'start'], 'What it was at the beginning.', '72'),
  field('target', ['metric'], 'number', ['to', 'goal'], 'What it shall become.', '24'),
  field('current', ['metric'], 'number', ['now', 'actual', 'value'], 'What it is.', '41'),
  field('asOf', ['metric'], 'date', ['date', 'measured'], 'When `current` was measured.', '2026-09-01'),
  field(
    'text',
    ['criterion'],
    'text',
    ['title', 'name', 'criterion', 'description'],
    'The criterion.',
    'Double clicks refund once',
  ),
  field(
    'done',
    ['criterion'],
    'yesNo',
    ['met', 'checked', 'complete', 'completed', 'passed'],
    'Whether it holds.',
    'true',
  ),
  field('rule', ['suppression'], 'name', ['code', 'finding', 'id'], 'The code of the finding.', 'WM203'),
  field('reason', ['suppression'], 'text', ['because', 'why'], 'Why it is not to be shown.', 'tracked elsewhere'),
  field('until', ['suppression'], 'date', ['expires', 'to'], 'The last day on which it is not shown.', '2026-12-31'),
];

/** The field that a key means for what it stands in; undefined for a key that no name or synonym fits. */
export function fieldNamed(owner: FieldOwner, key: string): FieldSpec | undefined {
  const byKey = FIELDS_BY_KEY[owner];
  return byKey.get(key) ?? byKey.get(fieldKey(key));
}

/** The known name or synonym that a misspelt key most likely means. */
export function nearestFieldName(owner: FieldOwner, key: string): string | undefined {
  // A key of a team's own is often set apart by these.
  if (/^(?:x[-_]|[_$.])/i.test(key)) {
    return undefined;
  }
  return nearestWord(fieldKey(key), [...FIELDS_BY_KEY[owner].keys()]);
}

/** Fields by every spelling, and canonical names also as they are written (`asOf`), the most common look-up. */
const FIELDS_BY_KEY: Readonly<Record<FieldOwner, ReadonlyMap<string, FieldSpec>>> = {
  roadmap: fieldsByKey('roadmap'),
  epic: fieldsByKey('epic'),
  story: fieldsByKey('story'),
  task: fieldsByKey('task'),
  release: fieldsByKey('release'),
  goal: fieldsByKey('goal'),
  risk: fieldsByKey('risk'),
  person: fieldsByKey('person'),
  metric: fieldsByKey('metric'),
  criterion: fieldsByKey('criterion'),
  suppression: fieldsByKey('suppression'),
};

/** One spelling for `story_points`, `Story Points`, `story-points` and `storyPoints`. */
function fieldKey(key: string): string {
  return key.toLowerCase().replace(/[-_\s]/g, '');
}

function fieldsByKey(owner: FieldOwner): ReadonlyMap<string, FieldSpec> {
  const own = FIELDS.filter((spec) => spec.on.includes(owner));
  const byKey = new Map<string, FieldSpec>();
  // Canonical names first: a synonym never hides one.
  for (const spec of own) {
    byKey.set(spec.name, spec);
    byKey.set(fieldKey(spec.name), spec);
  }
  for (const spec of own) {
    for (const synonym of spec.synonyms) {
      const key = fieldKey(synonym);
      if (!byKey.has(key)) {
        byKey.set(key, spec);
      }
    }
  }
  return byKey;
}

function field(
  name: string,
  on: readonly FieldOwner[],
  type: FieldType,
  synonyms: readonly string[],
  description: string,
  example: string,
): FieldSpec {
  return { name, on, type, synonyms, description, example };
}
