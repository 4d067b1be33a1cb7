import type { DayRange } from './calendar';
import type { CodeSuppression } from './marks';
import type { Problem } from './problem';
import type { Span } from './span';
import type { Status, StatusCategory } from './status';

/** A word of the file that names something else (an ID, a person, a release, a path), and where it stands. */
export interface Named {
  readonly name: string;
  readonly span: Span;
}

/** A date field: the days it names and the words it was written in. */
export interface DateValue extends DayRange {
  readonly text: string;
  readonly span: Span;
}

/** A numeric field (`impact: 5`, `confidence: 80%` = 0.8, `probability: high` = 4) and where it stands. */
export interface NumberValue {
  readonly value: number;
  readonly span: Span;
}

/** How much work: points as the team counts them, or working days (`3d`, `2w` = 10). */
export interface Estimate extends NumberValue {
  readonly unit: 'points' | 'days';
}

/** One field as the file has it; `key` is undefined where the written form has none (a Markdown check box). */
export interface FieldSpan {
  readonly key: Span | undefined;
  readonly value: Span;
}

/** A field that no table of names knows: kept and shown, never lost. */
export interface ExtraField {
  readonly name: string;
  readonly text: string;
  readonly key: Span;
  readonly value: Span;
}

/** `ignore: [{ rule: WM203, reason: …, until: … }]` of an item. */
export interface Suppression {
  readonly rule: string;
  readonly reason: string | undefined;
  readonly until: DateValue | undefined;
  readonly span: Span;
}

/** What a person said of a probable link: `accepts: [pay-12]`, `rejects: [PAY 12 in docs/prices.md]`. */
export interface Verdict {
  readonly accepted: boolean;
  /** The ID as texts have it, in composed letters. */
  readonly written: string;
  /** A path or glob relative to the folder, or a commit's hash, which may be shortened; undefined = anywhere. */
  readonly where: string | undefined;
  /** The roadmap file that says so, see {@link Roadmap.path}. */
  readonly path: string;
  readonly span: Span;
}

/** What all things of a roadmap have. */
interface ItemBase {
  readonly id: string;
  /** True when the file names no ID and this one was made from the title's words; such IDs are never looked for in code. */
  readonly derivedId: boolean;
  readonly title: string;
  /** The roadmap file, see {@link Roadmap.path}. */
  readonly path: string;
  /** All of the item's text, children included. */
  readonly span: Span;
  /** Where a finding about the whole item stands: its ID where it has one, else its title. */
  readonly headline: Span;
  /** Where each field that the file states stands, by the field's canonical name (`depends`, also when written `blocked_by`). */
  readonly fields: ReadonlyMap<string, FieldSpan>;
  readonly extras: readonly ExtraField[];
  readonly ignore: readonly Suppression[];
}

/** One criterion of an acceptance list. */
export interface Acceptance {
  readonly text: string;
  readonly done: boolean;
  readonly span: Span;
}

/** The numeric fields that scoring formulas know. */
export type ScoreField =
  | 'impact'
  | 'feedback'
  | 'feasibility'
  | 'reach'
  | 'confidence'
  | 'effort'
  | 'value'
  | 'urgency';

/** An epic, a story or a task: what code and commits are linked to. */
export interface WorkItem extends ItemBase {
  readonly kind: 'epic' | 'story' | 'task';
  /** undefined: the file states none. See `planning/progress` for what then counts. */
  readonly status: Status | undefined;
  /** Plain words for everyone: the user story or description. */
  readonly description: string | undefined;
  readonly goal: Named | undefined;
  readonly release: Named | undefined;
  /** `epic: PAY-1` on an item that is not nested under it. */
  readonly epic: Named | undefined;
  readonly owner: Named | undefined;
  readonly start: DateValue | undefined;
  readonly due: DateValue | undefined;
  readonly estimate: Estimate | undefined;
  readonly scores: Readonly<Partial<Record<ScoreField, NumberValue>>>;
  readonly labels: readonly Named[];
  readonly depends: readonly Named[];
  /** IDs that it had before; they still resolve to it. */
  readonly aliases: readonly Named[];
  readonly verdicts: readonly Verdict[];
  /** Globs relative to the folder: where its work is expected. */
  readonly code: readonly Named[];
  readonly decisions: readonly Named[];
  readonly acceptance: readonly Acceptance[];
  /** Where it lives elsewhere. */
  readonly link: Named | undefined;
  readonly children: readonly WorkItem[];
}

/** A dated delivery. */
export interface Release extends ItemBase {
  readonly kind: 'release';
  readonly status: Status | undefined;
  readonly start: DateValue | undefined;
  readonly date: DateValue | undefined;
  readonly freeze: DateValue | undefined;
}

/** A measured outcome of a goal; numbers in `unit`. */
export interface Metric {
  readonly name: string;
  readonly unit: string | undefined;
  readonly baseline: NumberValue | undefined;
  readonly target: NumberValue | undefined;
  readonly current: NumberValue | undefined;
  readonly asOf: DateValue | undefined;
  readonly span: Span;
}

export interface Goal extends ItemBase {
  readonly kind: 'goal';
  readonly metrics: readonly Metric[];
}

export type RiskStatus = 'open' | 'mitigating' | 'accepted' | 'closed';

/** A declared risk; probability and impact are 1 to 5. */
export interface Risk extends ItemBase {
  readonly kind: 'risk';
  readonly probability: NumberValue | undefined;
  readonly impact: NumberValue | undefined;
  readonly status: RiskStatus;
  readonly owner: Named | undefined;
  /** A work item's ID, or words. */
  readonly mitigation: Named | undefined;
  readonly review: DateValue | undefined;
  readonly items: readonly Named[];
  readonly code: readonly Named[];
}

/** Anything that a roadmap declares under an ID. */
export type Item = WorkItem | Release | Goal | Risk;

export type ItemKind = Item['kind'];

/** A member of the team. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly emails: readonly string[];
  /** Points a sprint; undefined = not stated. */
  readonly capacity: number | undefined;
  readonly span: Span;
  /** Where the person is named: the ID, else the name. */
  readonly headline: Span;
}

/** A field of the file itself, where it stands in the text. */
export interface RoadmapField {
  /** The canonical name: `releases` of `phases`. */
  readonly name: string;
  readonly key: Span;
  /** undefined: it lists things, which have places of their own. */
  readonly value: Span | undefined;
}

/** What the file's `rules` says of one rule, unchecked: a file is shared by a team, so it wins over a person's settings. */
export interface RuleWish {
  /** A code or name as written. */
  readonly rule: Named;
  /** error, warning, information, hint or off, as written; undefined: the rule's own stays. */
  readonly severity: Named | undefined;
  readonly thresholds: readonly { readonly name: Named; readonly value: NumberValue }[];
}

/** A part of the product, by where its code lies. */
export interface Component {
  readonly name: string;
  /** Globs relative to the folder. */
  readonly code: readonly Named[];
  readonly span: Span;
}

export type RoadmapFormat = 'yaml' | 'json' | 'markdown';

/** A folder in which each Markdown file is one item, and what it says of all of them. */
export interface ItemFolder {
  /** As {@link Roadmap.path}; empty: the folder that is open. */
  readonly path: string;
  /** A person named it in a setting, so that less is asked of a file before it counts as an item. */
  readonly isNamed: boolean;
  /** The prefix of IDs in Backlog.md's layout, in capitals as that tool shows them; undefined: another layout. */
  readonly backlogPrefix: string | undefined;
  /** The folder's own status names as its settings write them: that is how they are written into its files. */
  readonly statuses: ReadonlyMap<string, StatusCategory>;
}

/** What a roadmap is that holds one item, in a folder of such files. */
export interface ItemFile {
  readonly folder: ItemFolder;
  /** Where a person put it among the others, lowest first; undefined: behind those that say so. */
  readonly order: number | undefined;
  /** Drafts and what was put away stand behind the rest; the ID of what was put away may be in use again. */
  readonly standing: 'planned' | 'draft' | 'archived';
}

/** One roadmap file as read. Reading never throws: what could not be read is in `problems`, the rest is here. */
export interface Roadmap {
  /** Relative to the folder, separated by `/`; absolute when the file lies outside. */
  readonly path: string;
  readonly format: RoadmapFormat;
  readonly product: string | undefined;
  readonly vision: string | undefined;
  /** ID prefixes that the file lists; undefined = it lists none and they are taken from the items' IDs. */
  readonly keys: readonly Named[] | undefined;
  /** The team's own status names, in lower case; of an item's file those of its folder, as they are written there. */
  readonly workflow: ReadonlyMap<string, StatusCategory>;
  readonly scoring: Named | undefined;
  readonly weights: Readonly<Record<string, number>>;
  readonly rules: readonly RuleWish[];
  /** Empty: the folders of the code are its components. */
  readonly components: readonly Component[];
  /** Days or ranges on which nobody works, beside weekends. */
  readonly holidays: readonly DateValue[];
  readonly team: readonly Person[];
  readonly goals: readonly Goal[];
  readonly releases: readonly Release[];
  /** Epics, and stories with no epic, in the file's order. */
  readonly work: readonly WorkItem[];
  readonly risks: readonly Risk[];
  /** The fields of the file itself, in its order; empty in Markdown, but for front matter. */
  readonly fields: readonly RoadmapField[];
  /** Those that no table of names knows. */
  readonly extras: readonly ExtraField[];
  readonly problems: readonly Problem[];
  /** What its comments say to ignore, as in source files; missing: nothing. */
  readonly suppressions?: readonly CodeSuppression[];
  /** Set where the file is one item of a folder; see `readItemFile`. */
  readonly itemFile?: ItemFile | undefined;
}
