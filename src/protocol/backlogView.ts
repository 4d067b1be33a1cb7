import { RequestType } from 'vscode-languageserver-protocol';

/** One thing that shown items must be. Of one kind any may hold, of different kinds all must. */
export interface BacklogCriterion {
  readonly by: 'status' | 'owner' | 'release' | 'mine' | 'findings';
  /** As the server gave it; empty for `mine` and `findings`, and for having no owner or release. */
  readonly value: string;
}

/** How a person looks at the *Roadmap* view. The client keeps it and sends it along; what is missing or unknown is as usual. */
export interface BacklogWishes {
  readonly grouping?: string;
  readonly sorting?: string;
  readonly words?: string;
  readonly only?: readonly BacklogCriterion[];
}

export interface BacklogChoicesParams {
  readonly about: 'grouping' | 'sorting' | 'filter';
  readonly wishes: BacklogWishes;
}

export interface BacklogChoice {
  readonly label: string;
  readonly description?: string;
  /** The heading of this row and those after it. */
  readonly heading?: string;
  readonly isChosen: boolean;
  /** What it adds to the wishes. */
  readonly adds: BacklogWishes;
}

export interface BacklogChoices {
  readonly title: string;
  readonly placeHolder: string;
  /** Several can be chosen; what then is `only` is what all of them add. */
  readonly several: boolean;
  readonly rows: readonly BacklogChoice[];
}

/** Client to server: what a person may choose. */
export const BacklogChoicesRequest = new RequestType<BacklogChoicesParams, BacklogChoices, void>(
  'waymark/backlogChoices',
);

/** What the view says of itself; empty: it shows everything, in the usual way. */
export interface BacklogSummary {
  /** Beside the view's name. */
  readonly description: string;
  /** Above the rows: what is left out, and how much. */
  readonly message: string;
  readonly isFiltered: boolean;
  /** Nothing is left to show. */
  readonly hidesAll: boolean;
}

/** Client to server: how the wishes are told to the person. */
export const BacklogSummaryRequest = new RequestType<BacklogWishes, BacklogSummary, void>('waymark/backlogSummary');
