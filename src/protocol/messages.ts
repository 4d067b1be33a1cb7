import {
  NotificationType,
  NotificationType0,
  RequestType,
  RequestType0,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { BacklogWishes } from './backlogView';
import type { ViewName } from './contributions';

/** What a click leads to: a place in a file, or a document that the server writes (`waymark:` URIs). */
export interface OpenTarget {
  readonly uri: string;
  /** undefined: the document's beginning. */
  readonly range?: Range;
}

/** An icon of the editor's own set and a theme colour. */
export interface NodeIcon {
  readonly id: string;
  readonly color?: string;
}

/** One row of a tree, complete as shown: the extension adds nothing of its own. */
export interface TreeNode {
  /** Stable across refreshes, so that the editor keeps what is expanded and selected. Unique in its view. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Markdown in which every word of the workspace is escaped. */
  readonly tooltip: string;
  readonly icon: NodeIcon;
  readonly collapsible: 'none' | 'collapsed' | 'expanded';
  /** The editor's `viewItem`, for menus. */
  readonly context: string;
  /** What a screen reader says: label, state and counts in words. */
  readonly accessibilityLabel: string;
  readonly open?: OpenTarget;
  /** A box that can be ticked; missing: the row has none. */
  readonly box?: { readonly isTicked: boolean; readonly tooltip: string };
  /** An address with `ROW_SCHEME` that says how the row's words are coloured; missing: as usual. */
  readonly resource?: string;
  /**
   * The item that the row stands for, for the commands of its menu; of an ID that no roadmap knows, what is known of it.
   * undefined: the row stands for none.
   */
  readonly item?: LinksParams;
  /** The link that the row stands for, where a person may decide on it. */
  readonly link?: JudgeableLink;
}

export interface TreeParams {
  readonly view: ViewName;
  /** undefined: the top rows. An ID that is gone has no children. */
  readonly parent?: string;
  /** How the *Roadmap* view is looked at; missing: as usual. */
  readonly backlog?: BacklogWishes;
}

/** Client to server: the rows under a row. */
export const TreeRequest = new RequestType<TreeParams, TreeNode[], void>('waymark/tree');

/** Server to client: rows of these views may have changed. */
export const TreeChangedNotification = new NotificationType<readonly ViewName[]>('waymark/treeChanged');

/** An item as a pick list shows it. */
export interface ItemSummary {
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly id: string;
  readonly label: string;
  /** Kind, status and release in words. */
  readonly description: string;
  readonly icon: NodeIcon;
  readonly open: OpenTarget;
}

/** Client to server: all epics, stories and tasks of all folders, in the plan's order. */
export const ItemsRequest = new RequestType0<ItemSummary[], void>('waymark/items');

export interface LinksParams {
  readonly folder: string;
  readonly id: string;
}

/** One piece of evidence, with what a click opens. */
export interface LinkSummary {
  readonly group: 'annotations' | 'references' | 'commits' | 'findings';
  readonly label: string;
  readonly description: string;
  /** The rule that made the link, in words. */
  readonly why: string;
  readonly icon: NodeIcon;
  readonly open: OpenTarget;
}

/** Client to server: everything that is linked to one item; empty when no roadmap knows it any more. */
export const LinksRequest = new RequestType<LinksParams, LinkSummary[], void>('waymark/links');

/** A link that is only probable by itself. */
export interface JudgeableLink {
  readonly folder: string;
  /** ID of the item. */
  readonly item: string;
  /** The ID as the text has it. */
  readonly written: string;
  /** The file's path, or the commit's hash. */
  readonly where: string;
}

/** What a person decides about a link; without `where` it holds everywhere. */
export interface JudgeLinkParams extends Omit<JudgeableLink, 'where'> {
  readonly where?: string;
  readonly accepted: boolean;
}

export type JudgeLinkResult =
  | { readonly edit: WorkspaceEdit }
  /** One sentence for the person: why nothing can be written. */
  | { readonly refusal: string };

/** Client to server: the edit of the roadmap that remembers a decision. The client makes it, so that undo works. */
export const JudgeLinkRequest = new RequestType<JudgeLinkParams, JudgeLinkResult, void>('waymark/judgeLink');

/** Client to server: read everything again, as if nothing were known. Answers when it is done. */
export const RefreshRequest = new RequestType0<void, void>('waymark/refresh');

/** Client to server: the person trusts the workspace now, so git may be started. */
export const TrustGrantedNotification = new NotificationType0('waymark/trustGranted');

/**
 * How far a conversation about importing or exporting a roadmap is. The client only starts it, with the folder and the file;
 * everything else comes from the server and goes back to it.
 */
export interface ExchangeParams {
  readonly about: 'import' | 'export';
  /** URI of the workspace folder. */
  readonly folder: string;
  /** URI of the table to import. */
  readonly file?: string;
  /** What the person said of columns: by `#` and number, a field, a name or nothing. */
  readonly choices?: Readonly<Record<string, string>>;
  /** The number of the column that a field is being chosen for. */
  readonly column?: number;
  /** The form that is wanted: then the conversation ends. */
  readonly to?: 'yaml' | 'markdown' | 'csv' | 'csv;';
}

/** One row to pick, complete as shown, and where the conversation goes on when it is picked. */
export interface ExchangeRow {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly next: ExchangeParams;
}

export type ExchangeAnswer =
  | { readonly title: string; readonly placeHolder: string; readonly rows: readonly ExchangeRow[] }
  /** A new file, which the client makes so that undo works, and then shows. */
  | { readonly edit: WorkspaceEdit; readonly uri: string; readonly sentence: string }
  /** A new document that is saved nowhere yet. */
  | { readonly language: string; readonly text: string; readonly sentence: string }
  | { readonly refusal: string };

/** Client to server: the next question to the person, or what came of it. */
export const ExchangeRequest = new RequestType<ExchangeParams, ExchangeAnswer, void>('waymark/exchange');

/** Client to server: make the sample workspace in a folder (its path). Fails with one sentence for the person. */
export const CreateSampleRequest = new RequestType<string, void, void>('waymark/createSample');

/** The story that a folder's branch names. */
export interface BranchItem {
  readonly folder: string;
  readonly id: string;
  /** `PAY-12 Refund API`. */
  readonly label: string;
  /** Markdown, escaped. */
  readonly tooltip: string;
}

export interface FolderOverview {
  readonly uri: string;
  /** URIs of its roadmap files. */
  readonly roadmaps: readonly string[];
  readonly items: number;
}

/** What the views, the status bar and the welcome texts need to know at any time. */
export interface Overview {
  readonly folders: readonly FolderOverview[];
  readonly branchItems: readonly BranchItem[];
  /** What is being done, in words; undefined: nothing. */
  readonly busy: string | undefined;
  /** One or two sentences: why nothing can be begun; missing: something can, or nothing is planned at all. */
  readonly nothingReady?: string;
  /** One or two sentences: what was looked at, where nothing is unplanned; missing: something is, or nothing was looked at. */
  readonly nothingUnplanned?: string;
  /** Why no folder has commits; missing: one has, or nobody asked. */
  readonly noCommits?: { readonly why: 'noRepository' | 'unavailable'; readonly sentence: string };
  /** Findings of severity error, for the view's badge. */
  readonly errors: number;
}

/** Server to client: sent once the first reading is done, then whenever it is another one. */
export const OverviewNotification = new NotificationType<Overview>('waymark/overview');

/** What the client tells the server at the start. */
export interface InitializationOptions {
  /** False: no process is started in any folder. */
  readonly trusted: boolean;
  /** The editor's own ripgrep; undefined: none was found. */
  readonly ripgrepPath?: string;
  /** Absolute path of a folder of the editor's where what was read is kept until the next time; missing = nothing is kept. */
  readonly cacheFolder?: string;
  /** Forms of roadmaps for which another extension completes and explains by the published schema; missing = none. */
  readonly schemaFormats?: readonly ('yaml' | 'json')[];
  /** The client's own command that shows what can be written at the cursor; run where the name of a field was taken. */
  readonly suggestCommand?: string;
  /**
   * Those of Waymark's commands that the client runs from links in the explanations of items; missing = none, and they have no
   * links.
   */
  readonly linkCommands?: readonly string[];
  /** The client's own command that asks a person what a fix needs to know, given a `FixParams`; missing = such fixes are left out. */
  readonly askCommand?: string;
  /** True: the client has commands of its own for work on stories, so the server offers none. */
  readonly carriesOutWork?: boolean;
}
