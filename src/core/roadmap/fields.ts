import { t } from '../words/t';

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
  | 'suppression'
  | 'rule'
  | 'component';

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
  /** A number, low, medium or high, or a size. */
  | 'amount'
  | 'estimate'
  | 'status'
  /** A share that is done, or a status. */
  | 'progress'
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
  /** What a team wants otherwise of rules, by code or name. */
  | 'rules'
  /** error, warning, information, hint or off. */
  | 'severity'
  /** Parts of the product, each with the paths of its code. */
  | 'components'
  /** Dates and ranges of dates. */
  | 'days'
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
  /** Names that mean it only where the value fits: `timeframe: 2026-Q3` is a day, `timeframe: a while` is not. */
  readonly ifFits: readonly string[];
  /** One sentence for hovers, in the language of the editor, and for the documentation. */
  readonly description: string;
  readonly example: string;
}

const WORK: readonly FieldOwner[] = ['epic', 'story', 'task'];
const ITEMS: readonly FieldOwner[] = [...WORK, 'release', 'goal', 'risk'];
const ID_SYNONYMS: readonly string[] = ['key', 'ref', 'identifier', 'ticket', 'issue_key', 'number', 'slug', 'uid'];
const WORK_ID_SYNONYMS: readonly string[] = [
  ...ID_SYNONYMS,
  ...names('story_id task_id feature_id item_id issue_id ticket_id'),
];
const TITLE_SYNONYMS: readonly string[] = ['name', 'summary', 'headline', 'subject'];

/** What stands for the groups that a roadmap is sorted into, but also for much in other files. */
const EPIC_GROUPS: readonly string[] = [
  ...names('components streams tracks areas focus_areas pillars categories sections groups'),
  ...names('modules capabilities domains projects programs lanes'),
];
const STORY_LISTS: readonly string[] = [
  ...names('user_stories features tickets issues work_packages deliverables requirements'),
  ...names('backlog_items enhancements improvements bugs cards feature_requests use_cases'),
];
const ITEM_LISTS: readonly string[] = ['work_items', 'workitems', 'children', 'backlog', 'entries', 'work'];

/** Every field that a roadmap can have, in the order in which the documentation shows them. */
export const FIELDS: readonly FieldSpec[] = [
  // The file
  field('waymark', ['roadmap'], 'number', [], () => t('The version of this format; 1 when missing.'), '1'),
  field(
    'product',
    ['roadmap'],
    'text',
    ['project', 'name', 'title', 'project_name', 'product_name'],
    () => t('What the roadmap is of.'),
    'Acme Pay',
  ),
  field(
    'vision',
    ['roadmap'],
    'text',
    ['mission', 'description', 'overview', 'purpose', 'north_star', 'objective'],
    () => t('Where the product is going, in a sentence.'),
    'Anyone can be paid back in a day.',
  ),
  field(
    'keys',
    ['roadmap'],
    'names',
    ['prefixes', 'id_prefixes', 'key', 'prefix'],
    () => t('The prefixes of IDs that code and commits are searched for; taken from the IDs when missing.'),
    '[PAY, AUTH]',
  ),
  field(
    'workflow',
    ['roadmap'],
    'workflow',
    ['statuses', 'states', 'status_map'],
    () =>
      t('The team’s own status names, each with the category it counts as: planned, active, blocked, done or dropped.'),
    '{ in-review: active }',
  ),
  field(
    'scoring',
    ['roadmap'],
    'name',
    ['score', 'prioritization', 'prioritisation'],
    () => t('How items are ranked: rice, wsjf, weighted, or an arithmetic expression over their numeric fields.'),
    'wsjf',
  ),
  field(
    'weights',
    ['roadmap'],
    'weights',
    [],
    () => t('How much each numeric field counts when `scoring` is weighted.'),
    '{ impact: 3, feedback: 2 }',
  ),
  field(
    'rules',
    ['roadmap'],
    'rules',
    [],
    () => t('What the team wants otherwise of rules: a severity, or off, and the numbers that they go by.'),
    '{ WM206: off, WM403: { severity: warning, points: 21 } }',
  ),
  field(
    'components',
    ['roadmap'],
    'components',
    [],
    () => t('The parts of the product, each with the globs of its code; the folders of the code where none are named.'),
    '{ payments: ["src/pay/**"] }',
  ),
  field(
    'holidays',
    ['roadmap'],
    'days',
    ['public_holidays', 'days_off', 'non_working_days'],
    () => t('Days on which nobody works, beside weekends: dates, or from one date to another.'),
    '[2026-12-25, 2026-12-28 to 2026-12-31]',
  ),
  field(
    'team',
    ['roadmap'],
    'people',
    ['people', 'members', 'contributors', 'maintainers'],
    () => t('The people who own work.'),
    '[{ id: ana, name: Ana Lima }]',
  ),
  field(
    'goals',
    ['roadmap'],
    'goals',
    ['objectives', 'okrs', 'outcomes', 'strategic_goals'],
    () => t('What the product wants to reach.'),
    '',
  ),
  field(
    'releases',
    ['roadmap', 'goal'],
    'releases',
    ['milestones', 'versions', 'phases', 'sprints', 'iterations', 'quarters', 'increments'],
    () => t('The dated deliveries.'),
    '',
    ['stages', 'waves', 'timeline'],
  ),
  field(
    'epics',
    ['roadmap', 'epic', 'release', 'goal'],
    'epics',
    ['initiatives', 'themes', 'workstreams', 'swimlanes'],
    () => t('The epics, with their stories inside.'),
    '',
    EPIC_GROUPS,
  ),
  field(
    'stories',
    ['roadmap', 'epic', 'story', 'release', 'goal'],
    'stories',
    STORY_LISTS,
    () => t('The stories; at the top of the file those that belong to no epic.'),
    '',
  ),
  field(
    'tasks',
    ['roadmap', ...WORK, 'release'],
    'tasks',
    ['subtasks', 'todos', 'steps', 'checklist', 'action_items'],
    () => t('The tasks of a story: the smallest pieces that have a status.'),
    '[{ id: PAY-12.1, title: Ledger entry }]',
  ),
  field(
    'items',
    ['roadmap'],
    'items',
    ITEM_LISTS,
    () => t('Work of any kind: epics when they hold stories, else stories.'),
    '',
    ['nodes', 'topics'],
  ),
  field(
    'risks',
    ['roadmap', 'epic', 'story', 'release', 'goal'],
    'risks',
    ['risk_register'],
    () => t('The risks that the team watches; inside an item those that threaten it.'),
    '',
  ),
  field(
    'roadmap',
    ['roadmap'],
    'roadmap',
    ['plan'],
    () => t('The whole roadmap one level down, as some files have it.'),
    '',
  ),
  // Everything with an ID
  field(
    'id',
    WORK,
    'name',
    WORK_ID_SYNONYMS,
    () => t('The name by which code, commits and other items refer to it.'),
    'PAY-12',
  ),
  field(
    'id',
    ['goal', 'risk'],
    'name',
    ID_SYNONYMS,
    () => t('The name by which code, commits and other items refer to it.'),
    'PAY-12',
  ),
  field(
    'id',
    ['person'],
    'name',
    [...ID_SYNONYMS, 'login', 'username', 'handle', 'github'],
    () => t('The name by which items refer to them.'),
    'ana',
  ),
  field(
    'id',
    ['release'],
    'name',
    [...ID_SYNONYMS, 'version', 'tag', 'milestone_version'],
    () => t('The name by which items refer to it.'),
    'v2.0',
  ),
  field('title', WORK, 'text', TITLE_SYNONYMS, () => t('A few plain words for everyone.'), 'Refund API', [
    ...names('heading text task feature item issue topic deliverable requirement'),
    ...names('work_package action'),
  ]),
  field(
    'title',
    ['release'],
    'text',
    [...TITLE_SYNONYMS, ...names('heading phase milestone sprint iteration quarter release period increment')],
    () => t('A few plain words for everyone.'),
    'Refund API',
  ),
  field(
    'title',
    ['goal'],
    'text',
    [...TITLE_SYNONYMS, 'text', 'goal', 'objective', 'outcome', 'statement', 'description'],
    () => t('A few plain words for everyone.'),
    'Refund API',
  ),
  field(
    'title',
    ['risk'],
    'text',
    [...TITLE_SYNONYMS, 'text', 'risk', 'threat', 'concern', 'statement', 'description'],
    () => t('A few plain words for everyone.'),
    'Refund API',
  ),
  field(
    'type',
    WORK,
    'text',
    ['kind', 'issue_type', 'item_type'],
    () => t('Whether an item under `items` is an epic, a story or a task.'),
    'story',
  ),
  field(
    'story',
    WORK,
    'text',
    ['description', 'desc', 'user_story', 'details', 'body', 'notes', 'explanation', 'overview', 'long_description'],
    () => t('The user story or description in plain words.'),
    'As a shopper I want my money back so that I trust the shop.',
  ),
  field(
    'status',
    [...WORK, 'release'],
    'status',
    ['state', 'stage', 'current_status', 'column', 'bucket', 'horizon'],
    () =>
      t(
        'How far it is: planned, active, blocked, done or dropped, a common word for one of these, or a name from `workflow`.',
      ),
    'in-progress',
  ),
  field(
    'done',
    [...WORK, 'release'],
    'yesNo',
    [
      ...names('completed complete finished closed shipped released delivered resolved is_done'),
      ...names('is_completed checked completed_at completed_on done_at closed_at shipped_at released_at'),
    ],
    () => t('Short for a status of done; the day on which it was done says so too.'),
    'true',
  ),
  field(
    'progress',
    [...WORK, 'release'],
    'progress',
    ['percent', 'percentage', 'percent_complete', 'percent_done', 'completion', 'pct'],
    () => t('How much of it is done; it counts as the status where none is stated: 100% is done, 0% planned.'),
    '40%',
  ),
  field('goal', WORK, 'name', ['objective', 'okr', 'outcome'], () => t('The goal that it serves.'), 'G1'),
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
      'fix_versions',
      'target_milestone',
      'planned_release',
      'shipped_in',
      'increment',
      'cycle',
      'wave',
    ],
    () => t('The release that it ships in; children without one take their parent’s.'),
    'v2.0',
  ),
  field(
    'epic',
    WORK,
    'name',
    ['parent', 'epic_id', 'epic_link', 'parent_id', 'parent_task_id', 'parent_story', 'initiative'],
    () => t('The epic of an item that is not written inside it.'),
    'PAY-1',
  ),
  field(
    'owner',
    [...WORK, 'risk'],
    'name',
    ['assignee', 'assigned_to', 'assigned', 'responsible', 'lead', 'dri', 'owners', 'assignees', 'who'],
    () => t('Who answers for it: an ID, name or e-mail address from `team`, or any name.'),
    'ana',
  ),
  field(
    'start',
    [...WORK, 'release'],
    'date',
    ['start_date', 'starts', 'begin', 'from', 'planned_start', 'start_time'],
    () => t('The first day of work.'),
    '2026-08-03',
    ['started', 'started_at', 'started_on'],
  ),
  field(
    'due',
    WORK,
    'date',
    [
      ...names('due_date due_on due_by end end_date end_time finish finish_date deadline'),
      ...names('target_date planned_end scheduled_date delivery_date date until'),
    ],
    () => t('The last day of work: a date, a month (2026-08) or a quarter (2026-Q3).'),
    '2026-08-28',
    ['target', 'eta', 'quarter', 'target_quarter', 'month', 'timeframe', 'timeline', 'period'],
  ),
  field(
    'estimate',
    WORK,
    'estimate',
    ['points', 'story_points', 'story_point', 'sp', 'size', 'estimation'],
    () => t('How much work it is: points (5, 5pt) or working time (3d, 2w, 4h).'),
    '5',
    ['duration', 'estimated', 'estimated_effort', 'time_estimate', 'estimated_time'],
  ),
  field('impact', WORK, 'score', ['business_impact'], () => t('What it does for the business, 1 to 5.'), '5'),
  field('feedback', WORK, 'score', ['customer_feedback'], () => t('How much customers ask for it, 1 to 5.'), '4'),
  field('feasibility', WORK, 'score', ['technical_feasibility'], () => t('How easy it is to build, 1 to 5.'), '3'),
  field('reach', WORK, 'number', [], () => t('How many people it reaches in a period (RICE).'), '4000'),
  field(
    'confidence',
    WORK,
    'share',
    [],
    () => t('How sure the other numbers are (RICE): 80%, 0.8, or high, medium, low.'),
    '80%',
  ),
  field('effort', WORK, 'amount', [], () => t('How much it costs, in any one unit (RICE, WSJF).'), '2'),
  field('value', WORK, 'amount', ['business_value'], () => t('What it is worth (WSJF).'), '8'),
  field('urgency', WORK, 'amount', ['time_criticality'], () => t('How fast its worth decays (WSJF).'), '5'),
  field('labels', WORK, 'names', ['label', 'tags', 'tag'], () => t('Free words to group by.'), '[api]'),
  field(
    'depends',
    WORK,
    'names',
    [
      ...names('depends_on dependencies dependency blocked_by is_blocked_by blockers requires needs'),
      ...names('after prerequisites predecessors dependent_on'),
    ],
    () => t('The IDs of what must be done before it.'),
    '[PAY-11, AUTH-3]',
  ),
  field(
    'aliases',
    WORK,
    'names',
    ['alias', 'formerly', 'former_ids', 'previous_ids', 'old_ids'],
    () => t('IDs that it had before; code and commits with them still belong to it.'),
    '[PAY-0012]',
  ),
  field(
    'accepts',
    WORK,
    'names',
    ['accepted', 'accepted_links'],
    () =>
      t(
        'Ways to write its ID that are only probably it, and that a person says are: anywhere, or in a path, glob or commit.',
      ),
    '[pay-12, PAY 12 in docs/prices.md]',
  ),
  field(
    'rejects',
    WORK,
    'names',
    ['rejected', 'rejected_links'],
    () => t('The same, where a person says that they are not.'),
    '[pay-12 in src/legacy/**, PAY_12 in 3f2a9c1]',
  ),
  field(
    'code',
    [...WORK, 'risk'],
    'paths',
    ['paths', 'files', 'globs', 'files_to_touch', 'affected_files', 'source_files'],
    () => t('Where its work is expected: globs relative to the folder.'),
    '["src/refunds/**"]',
  ),
  field(
    'decisions',
    WORK,
    'paths',
    ['decision', 'adr', 'adrs'],
    () => t('The files of the architecture decisions behind it.'),
    '[docs/adr/0007-idempotent-refunds.md]',
  ),
  field(
    'acceptance',
    WORK,
    'criteria',
    [
      ...names('acceptance_criteria criteria definition_of_done dod done_when pass_when'),
      ...names('exit_criteria success_criteria'),
    ],
    () => t('What must hold before it counts as done.'),
    '[A refund is visible within a minute]',
  ),
  field(
    'link',
    WORK,
    'name',
    ['url', 'urls', 'links', 'href'],
    () => t('Where it lives elsewhere.'),
    'https://tracker.example/PAY-12',
  ),
  field(
    'ignore',
    ITEMS,
    'suppressions',
    ['suppress'],
    () => t('Findings that are not to be shown for it, each with a reason.'),
    '[{ rule: WM204, reason: done before the repository }]',
  ),
  // What things hold, where it differs from what the file holds
  field(
    'releases',
    ['release'],
    'releases',
    ['versions', 'sprints', 'iterations', 'increments'],
    () => t('Deliveries that are parts of this one, such as the sprints of a phase.'),
    '',
  ),
  field(
    'items',
    ['goal'],
    'items',
    [...ITEM_LISTS, 'topics'],
    () => t('Work of any kind: epics when they hold stories, else stories.'),
    '',
  ),
  field(
    'items',
    [...WORK, 'release'],
    'items',
    [...ITEM_LISTS, 'topics'],
    () => t('Work of any kind: epics when they hold stories, else stories.'),
    '',
    // Of these, only what stands at the top of the file or in a goal is a release of its own.
    ['milestones', 'phases', 'stages', 'quarters'],
  ),
  // Releases, goals, risks
  field(
    'date',
    ['release'],
    'date',
    [
      ...names('release_date due due_date due_on due_by end end_date end_time ship_date'),
      ...names('target_date deadline planned_end delivery_date'),
    ],
    () => t('The day of the release; a month or quarter means its last day.'),
    '2026-10-15',
    [
      'target',
      'eta',
      'quarter',
      'target_quarter',
      'month',
      'when',
      'timeframe',
      'timeline',
      'period',
      'window',
      'planned',
    ],
  ),
  field(
    'freeze',
    ['release'],
    'date',
    ['freeze_date', 'code_freeze'],
    () => t('The day after which only fixes go in.'),
    '2026-10-08',
  ),
  field(
    'metrics',
    ['goal'],
    'metrics',
    ['metric', 'measures', 'key_results', 'kpis'],
    () => t('What shows that the goal is reached.'),
    '',
  ),
  field(
    'probability',
    ['risk'],
    'level',
    ['likelihood', 'chance'],
    () => t('How likely it is: 1 to 5, low, medium, high, or a share such as 40%.'),
    '4',
  ),
  field(
    'impact',
    ['risk'],
    'level',
    ['severity', 'consequence'],
    () => t('How bad it would be: 1 to 5, low, medium or high.'),
    '5',
  ),
  field('status', ['risk'], 'riskStatus', ['state'], () => t('One of open, mitigating, accepted, closed.'), 'open'),
  field(
    'mitigation',
    ['risk'],
    'name',
    ['mitigated_by', 'mitigator', 'response'],
    () => t('The item that removes it, or words.'),
    'PAY-11',
  ),
  field('review', ['risk'], 'date', ['review_date', 'next_review'], () => t('When to look at it again.'), '2026-09-01'),
  field(
    'items',
    ['risk'],
    'names',
    ['stories', 'affects', 'epics'],
    () => t('The IDs of the items that it threatens.'),
    '[PAY-12]',
  ),
  // Parts
  field('name', ['person'], 'text', ['full_name', 'title'], () => t('The person’s name.'), 'Ana Lima'),
  field(
    'emails',
    ['person'],
    'names',
    ['email', 'mail'],
    () => t('The addresses under which they commit.'),
    '[ana@acme.example]',
  ),
  field('capacity', ['person'], 'number', ['velocity'], () => t('Points that they finish in a sprint.'), '8'),
  field('name', ['metric'], 'text', ['title', 'metric'], () => t('What is measured.'), 'median refund time'),
  field('unit', ['metric'], 'text', [], () => t('The unit of the numbers.'), 'h'),
  field('baseline', ['metric'], 'number', ['from', 'start'], () => t('What it was at the beginning.'), '72'),
  field('target', ['metric'], 'number', ['to', 'goal'], () => t('What it shall become.'), '24'),
  field('current', ['metric'], 'number', ['now', 'actual', 'value'], () => t('What it is.'), '41'),
  field('asOf', ['metric'], 'date', ['date', 'measured'], () => t('When `current` was measured.'), '2026-09-01'),
  field(
    'text',
    ['criterion'],
    'text',
    ['title', 'name', 'criterion', 'statement', 'description'],
    () => t('The criterion.'),
    'Double clicks refund once',
  ),
  field(
    'done',
    ['criterion'],
    'yesNo',
    ['met', 'checked', 'complete', 'completed', 'passed'],
    () => t('Whether it holds.'),
    'true',
  ),
  field('rule', ['suppression'], 'name', ['code', 'finding', 'id'], () => t('The code of the finding.'), 'WM203'),
  field(
    'reason',
    ['suppression'],
    'text',
    ['because', 'why'],
    () => t('Why it is not to be shown.'),
    'tracked elsewhere',
  ),
  field(
    'until',
    ['suppression'],
    'date',
    ['expires', 'to'],
    () => t('The last day on which it is not shown.'),
    '2026-12-31',
  ),
  field('rule', ['rule'], 'name', ['code', 'id', 'name'], () => t('The code or name of the rule.'), 'WM403'),
  field(
    'severity',
    ['rule'],
    'severity',
    ['level'],
    () => t('How it is shown: error, warning, information, hint, or off.'),
    'off',
  ),
  field('name', ['component'], 'text', ['id', 'title', 'component'], () => t('What it is called.'), 'payments'),
  field(
    'code',
    ['component'],
    'paths',
    ['paths', 'path', 'files', 'globs'],
    () => t('Where its code lies: globs relative to the folder.'),
    '["src/pay/**"]',
  ),
];

/**
 * The field that a key means for what it stands in, whatever its value; undefined for a key that no name or synonym fits. Readers
 * of values ask `fieldOf`, which looks at the value too.
 */
export function fieldNamed(owner: FieldOwner, key: string): FieldSpec | undefined {
  // Whole titles are asked about too, and there are thousands of them.
  if (key.length > LONGEST_KEY) {
    return undefined;
  }
  const known = fieldAlways(owner, key);
  const fitting = known ? undefined : fieldIfFits(owner, key);
  // In a line of words these names are names; `feature` and `area` are words.
  return fitting?.type === 'date' || fitting?.type === 'estimate' ? fitting : known;
}

/** Longer than any name or synonym, with spaces or signs between its words. */
const LONGEST_KEY = 40;

/** The same, without the names that mean a field only where the value fits. */
export function fieldAlways(owner: FieldOwner, key: string): FieldSpec | undefined {
  const byKey = FIELDS_BY_KEY[owner];
  return byKey.get(key) ?? byKey.get(fieldKey(key));
}

/** The field that a key means where its value fits, see {@link FieldSpec.ifFits}. */
export function fieldIfFits(owner: FieldOwner, key: string): FieldSpec | undefined {
  return IF_FITS_BY_KEY[owner].get(fieldKey(key));
}

/** Where a key stands among the names of its field: 0 for the field's own; the smaller, the surer it says that field. */
export function nameRank({ name, synonyms, ifFits }: FieldSpec, key: string): number {
  const written = fieldKey(key);
  const rank = [name, ...synonyms, ...ifFits].findIndex((each) => fieldKey(each) === written);
  return rank === -1 ? Number.POSITIVE_INFINITY : rank;
}

/** Fields by every spelling, and canonical names also as they are written (`asOf`), the most common look-up. */
const FIELDS_BY_KEY = ofEachOwner(fieldsByKey);

const IF_FITS_BY_KEY = ofEachOwner(
  (owner) =>
    new Map(
      FIELDS.filter((spec) => spec.on.includes(owner)).flatMap((spec) =>
        spec.ifFits.map((name): [string, FieldSpec] => [fieldKey(name), spec]),
      ),
    ),
);

/** Names that stand in one line, since there are many. */
function names(words: string): readonly string[] {
  return words.split(' ');
}

/** One spelling for `story_points`, `Story Points`, `story-points` and `storyPoints`. */
export function fieldKey(key: string): string {
  return key.toLowerCase().replace(/[-_\s]/g, '');
}

export function ofEachOwner<T>(tableOf: (owner: FieldOwner) => T): Readonly<Record<FieldOwner, T>> {
  return {
    roadmap: tableOf('roadmap'),
    epic: tableOf('epic'),
    story: tableOf('story'),
    task: tableOf('task'),
    release: tableOf('release'),
    goal: tableOf('goal'),
    risk: tableOf('risk'),
    person: tableOf('person'),
    metric: tableOf('metric'),
    criterion: tableOf('criterion'),
    suppression: tableOf('suppression'),
    rule: tableOf('rule'),
    component: tableOf('component'),
  };
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
  describe: () => string,
  example: string,
  ifFits: readonly string[] = [],
): FieldSpec {
  return {
    name,
    on,
    type,
    synonyms,
    ifFits,
    get description() {
      return describe();
    },
    example,
  };
}
