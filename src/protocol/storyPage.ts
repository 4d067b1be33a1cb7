import { NotificationType0, RequestType, type WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { JudgeableLink, LinksParams, OpenTarget } from './messages';

/** What a click on a story page leads to. */
export type PageTarget =
  | { readonly kind: 'open'; readonly open: OpenTarget }
  /** Code of the rule. */
  | { readonly kind: 'rule'; readonly code: string }
  /** The page of another item. */
  | { readonly kind: 'story'; readonly item: LinksParams }
  /** A place with the editor's menu of what can be done there. */
  | { readonly kind: 'fixes'; readonly open: OpenTarget }
  /** The question that the same decision asks elsewhere. */
  | { readonly kind: 'judge'; readonly accepted: boolean; readonly link: JudgeableLink };

type Category = 'planned' | 'active' | 'blocked' | 'done' | 'dropped';

/** The shape that stands before a row; its words say the same. */
export type RowSign =
  | Category
  | 'error'
  | 'warning'
  | 'information'
  | 'hint'
  | 'annotation'
  | 'code'
  | 'test'
  | 'doc'
  | 'commit'
  | 'file'
  | 'person'
  | 'risk'
  | 'event';

/** One line of the page, complete as shown. */
export interface PageRow {
  /** The same thing has the same key in the next page; unique in its list. */
  readonly key: string;
  readonly sign: RowSign;
  readonly label: string;
  readonly facts: readonly string[];
  readonly why?: string;
  readonly sure?: 'probable' | 'accepted';
  readonly code?: { readonly name: string; readonly target: PageTarget };
  readonly target?: PageTarget;
  /** What can be done about it. */
  readonly actions?: readonly { readonly label: string; readonly target: PageTarget }[];
}

export interface PageRows {
  readonly rows: readonly PageRow[];
  /** How many there are besides. */
  readonly more: number;
  readonly note?: string;
}

export interface TimelineRow extends PageRow {
  readonly day: string;
  readonly isAhead: boolean;
}

/** A stretch of a line of Markdown, as a value. */
export type PageInline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'emphasis' | 'strong' | 'deleted'; readonly parts: readonly PageInline[] }
  | { readonly kind: 'link'; readonly parts: readonly PageInline[]; readonly target: PageTarget }
  | { readonly kind: 'address'; readonly parts: readonly PageInline[]; readonly href: string }
  | { readonly kind: 'break' };

/** A piece of a Markdown document, as a value. */
export type PageBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly parts: readonly PageInline[] }
  | { readonly kind: 'paragraph'; readonly parts: readonly PageInline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'quote'; readonly blocks: readonly PageBlock[] }
  | {
      readonly kind: 'list';
      readonly start: number | undefined;
      readonly entries: readonly { readonly done: boolean | undefined; readonly blocks: readonly PageBlock[] }[];
    }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly PageInline[])[];
      readonly rows: readonly (readonly (readonly PageInline[])[])[];
    }
  | { readonly kind: 'rule' };

export interface PageDecision {
  readonly path: string;
  readonly title: string;
  readonly status?: string;
  readonly why: string;
  readonly target: PageTarget;
  readonly blocks: readonly PageBlock[];
  readonly note?: string;
}

/** Boxes and lines between them, in pixels. */
export interface PageGraph {
  readonly width: number;
  readonly height: number;
  readonly nodeWidth: number;
  readonly nodeHeight: number;
  readonly nodes: readonly {
    readonly key: string;
    readonly name: string;
    readonly title: string;
    readonly category: Category;
    readonly status: string;
    readonly x: number;
    readonly y: number;
    readonly isSelf: boolean;
    readonly target: PageTarget;
  }[];
  readonly edges: readonly {
    readonly key: string;
    readonly from: { readonly x: number; readonly y: number };
    readonly to: { readonly x: number; readonly y: number };
  }[];
  readonly hidden: number;
}

/** Everything known of one item, in the server's words and order. */
export interface StoryPage {
  readonly head: {
    readonly id: string;
    readonly title: string;
    /** What it is, in words. */
    readonly kind: string;
    readonly category: Category;
    readonly status: string;
    readonly description: string;
    readonly lineage: readonly { readonly name: string; readonly target: PageTarget }[];
    readonly facts: readonly { readonly label: string; readonly value: string; readonly tone?: 'late' }[];
    readonly sentences: readonly string[];
    readonly target: PageTarget;
  };
  readonly findings: PageRows;
  readonly acceptance: readonly { readonly index: number; readonly text: string; readonly done: boolean }[];
  readonly parts: PageRows;
  readonly evidence: readonly (PageRows & { readonly kind: string; readonly title: string })[];
  readonly files: PageRows;
  readonly people: PageRows;
  readonly decisions: readonly PageDecision[];
  readonly dependencies: {
    readonly graph: PageGraph | undefined;
    readonly needs: readonly PageRow[];
    readonly neededBy: readonly PageRow[];
  };
  readonly risks: PageRows;
  readonly timeline: Omit<PageRows, 'rows'> & { readonly rows: readonly TimelineRow[] };
}

export type StoryPageResult =
  /** The tab's title and the page. */
  | { readonly title: string; readonly page: StoryPage }
  /** Why there is none now. */
  | { readonly sentence: string };

/** Client to server: the page of an item. */
export const StoryPageRequest = new RequestType<LinksParams, StoryPageResult, void>('waymark/storyPage');

/** Server to client: what any page says may be another thing now. */
export const StoryPagesChangedNotification = new NotificationType0('waymark/storyPagesChanged');

export interface TickCriterionParams extends LinksParams {
  /** Its place in the item's list, from 0. */
  readonly criterion: number;
  /** As the person saw it: where another one stands there by now, nothing is ticked. */
  readonly text: string;
  readonly done: boolean;
}

/** Client to server: the edit that ticks an acceptance criterion. The client makes it, so that undo works. */
export const TickCriterionRequest = new RequestType<
  TickCriterionParams,
  { readonly edit: WorkspaceEdit } | { readonly refusal: string },
  void
>('waymark/tickCriterion');

/** Extension to page. */
export type MessageToPage =
  | {
      /** What the page is about, first of all: the page keeps it, so that the editor can open it again. */
      readonly kind: 'item';
      readonly item: LinksParams;
      /** What the page itself says in the language of the editor, by what it says in English; empty: English. */
      readonly translations: Readonly<Record<string, string>>;
    }
  | ({ readonly kind: 'page' } & StoryPageResult);

/** Page to extension, which checks it: a page could be made to say anything. */
export type MessageFromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly target: PageTarget; readonly beside: boolean }
  /** What else can be done with the item. */
  | { readonly kind: 'actions' }
  | ({ readonly kind: 'tick' } & Pick<TickCriterionParams, 'criterion' | 'text' | 'done'>);
