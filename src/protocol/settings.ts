/** The settings under {@link SETTINGS_SECTION}, all of them per folder, with the defaults that the manifest repeats. */
export interface Settings {
  readonly roadmap: {
    /** Globs, relative to the folder, of roadmap files beside those at the usual places. */
    readonly files: readonly string[];
    /** The *Roadmap* view shows the item of the line with the cursor. */
    readonly followCursor: boolean;
  };
  readonly annotations: {
    /** Words that count as a tag: `default` stands for the usual ones, `-NOTE` takes one away. */
    readonly tags: readonly (string | TagSetting)[];
    /** Regular expressions with the named group `id`, and perhaps `tag` and `message`, for IDs in comments. */
    readonly patterns: readonly string[];
  };
  readonly codeLens: {
    readonly enabled: boolean;
  };
  readonly inlayHints: {
    /** Whether the title stands behind the ID of an item in code and documents. */
    readonly enabled: boolean;
  };
  readonly findings: {
    /** Severity by finding code: `{ "WM206": "off" }`. */
    readonly severity: Readonly<Record<string, string>>;
    /** A rule's number by code and name: `{ "WM206.days": 21 }`. */
    readonly thresholds: Readonly<Record<string, number>>;
  };
  readonly planning: {
    /** Days on which nobody works, beside weekends, as a person writes dates: `2026-12-25`. */
    readonly holidays: readonly string[];
  };
  readonly work: {
    /** How the branch of a story is named: `{id}`, `{title}`, `{kind}` and `{user}` are filled in. */
    readonly branch: string;
  };
}

/** A tag of which more is said than its word; what is missing is as usual. */
export interface TagSetting {
  readonly tag: string;
  readonly severity?: 'error' | 'warning' | 'information' | 'hint';
  /** `note` asks for nothing. */
  readonly kind?: 'task' | 'defect' | 'debt' | 'risk' | 'note';
}

export const DEFAULT_SETTINGS: Settings = {
  roadmap: { files: [], followCursor: false },
  annotations: {
    tags: ['TODO', 'FIXME', 'HACK', 'XXX', 'BUG', 'OPTIMIZE', 'SECURITY', 'DEPRECATED', 'NOTE'],
    patterns: [],
  },
  codeLens: { enabled: true },
  inlayHints: { enabled: false },
  findings: { severity: {}, thresholds: {} },
  planning: { holidays: [] },
  work: { branch: '{id}-{title}' },
};
