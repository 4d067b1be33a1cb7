import type { Judgement } from '../edit/judgeLink';
import type { ItemAddress, RoadmapEdit } from '../edit/roadmapEdit';
import type { WorkTree } from '../findings/facts';
import type { Day } from '../model/calendar';
import type { Finding } from '../model/finding';
import type { WorkItem } from '../model/roadmap';
import type { Span } from '../model/span';
import type { ReadonlyTrace } from '../trace/trace';

/** One step in the roadmap. What takes part in a fix is a plain value, so that it can travel to a client and back. */
export type RoadmapStep =
  | RoadmapEdit
  | ({ readonly kind: 'judge' } & Judgement)
  /** The item keeps the aliases that it has already. */
  | { readonly kind: 'addAlias'; readonly item: ItemAddress; readonly alias: string }
  /** As the last of the item with the ID {@link under}; where that is empty, of the file. */
  | {
      readonly kind: 'append';
      readonly path: string;
      readonly under: string;
      readonly itemKind: WorkItem['kind'];
      /** undefined: it is written without one. */
      readonly id: string | undefined;
      readonly title: string;
    };

/** One change of a file that is no matter of the roadmap's fields. Spans are those of the text as the finding saw it. */
export type SourceEdit = { readonly path: string } & (
  | {
      readonly kind: 'replace';
      readonly span: Span;
      /** What stands there; undefined: nobody can tell. */
      readonly written: string | undefined;
      readonly text: string;
    }
  /** Takes its comment with it where that holds nothing else. */
  | { readonly kind: 'removeAnnotation'; readonly span: Span; readonly tag: string }
  | { readonly kind: 'retag'; readonly span: Span; readonly tag: string; readonly text: string }
  /** Has an annotation, whose tag stands at the span, name an item. */
  | { readonly kind: 'nameItem'; readonly span: Span; readonly tag: string; readonly id: string }
  /** Has an annotation, whose tag stands at the span, say until when it may stay. */
  | { readonly kind: 'wait'; readonly span: Span; readonly tag: string; readonly until: string }
  /** Says in a comment that ignores something, from its word to its end, why it does. */
  | { readonly kind: 'explain'; readonly span: Span; readonly reason: string }
  /** Takes such a comment away. */
  | { readonly kind: 'unignore'; readonly span: Span }
  /** Writes an annotation that names an item above the line of the offset. */
  | { readonly kind: 'annotate'; readonly at: number; readonly tag: string; readonly id: string }
  /** Writes a comment above the line of the offset that silences a rule there. */
  | { readonly kind: 'ignore'; readonly at: number; readonly rule: string; readonly reason: string }
);

/** Everything that a fix changes, as one step of undo. */
export interface FixEdit {
  readonly roadmap?: readonly RoadmapStep[];
  readonly source?: readonly SourceEdit[];
}

/** What a person has to say before a fix can be made. */
export type Need =
  | 'story'
  | 'epic'
  | 'release'
  | 'goal'
  | 'date'
  | 'owner'
  | 'status'
  | 'estimate'
  | 'number'
  | 'criterion'
  | 'title'
  | 'newId'
  | 'words'
  | 'reason';

export interface Question {
  readonly needs: Need;
  /** What is asked, without a question mark. */
  readonly prompt: string;
  /** Answers that are likely, best first, beside those that the plan knows. */
  readonly likely?: readonly { readonly label: string; readonly answer: string }[];
}

/** A way out of a finding. */
export interface Fix {
  /** In plain words: `Mark PAY-12 as done`; ends in `…` where it asks something. */
  readonly title: string;
  readonly edit: FixEdit;
  /** Set where {@link edit} has {@link ANSWER} in the places of what only the person knows. */
  readonly question?: Question;
  readonly isPreferred?: true;
  /** What the same fix of many findings is called, where making all of them at once is sensible: `Remove all …`. */
  readonly fixAll?: string;
  /** Right without anybody looking at it, so that an editor may make it on save. */
  readonly isSafe?: true;
}

/** Stands in a fix's edit for what the person answers. No text that a person types is the same. */
export const ANSWER = '\u0000answer';

/** What fixes are made from, beside the finding. */
export interface FixContext {
  readonly trace: ReadonlyTrace;
  readonly today: Day;
  /** Who works here, as git knows it; undefined: nobody knows. */
  readonly me: { readonly name: string; readonly email: string } | undefined;
  /** The tag of a remark that asks for nothing; undefined: the team has none. */
  readonly noteTag: string | undefined;
  /** Which files there are; undefined: not known. */
  readonly workTree: WorkTree | undefined;
  /** undefined: it is no roadmap file. */
  roadmapText(path: string): string | undefined;
}

/** One kind of way out: gives the fixes of its kind that a finding has, best first; none where it has none. */
export type FixKind = (finding: Finding, context: FixContext) => readonly Fix[];
