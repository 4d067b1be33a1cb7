import type { DayRange } from './calendar';
import type { Severity } from './finding';
import type { Named } from './roadmap';
import type { LineTable } from './lineTable';
import type { Span } from './span';

/** `probable`: wrong case or separator, or a text whose comments are guessed. Shown as such, and can be accepted. */
export type Certainty = 'certain' | 'probable';

/** An ID as a text names it. Whether any roadmap knows it is the trace's business. */
export interface Mention {
  /** In the prefix's own spelling: `PAY-12` also where `pay_12` is written; `#12` also for `GH-12`. Letters are composed. */
  readonly id: string;
  /** As written; the whole range where one names it. */
  readonly written: string;
  readonly span: Span;
  readonly certainty: Certainty;
  /** It lies between the ends of a range and is not named itself: if no roadmap declares it, nobody named it. */
  readonly implied?: true;
}

/** What a tag is about: work to do, something broken, something to improve, a danger, or a remark that asks for nothing. */
export type TagKind = 'task' | 'defect' | 'debt' | 'risk' | 'note';

/** What an annotation waits for: `until: 2026-09-30`, `until: v2.0`, `until: PAY-2`. */
export interface Until {
  /** As written. */
  readonly text: string;
  readonly span: Span;
  /** The day, month, quarter or year that it names; undefined: it is a word, and the plan knows what it stands for. */
  readonly days: DayRange | undefined;
  /** In the roadmap's own spelling, where the whole text is an ID. */
  readonly id: string | undefined;
}

/** A tag in a comment: `TODO(PAY-12): retry`. */
export interface Annotation {
  /** In upper case. */
  readonly tag: string;
  readonly kind: TagKind;
  /** How much it weighs, by its tag. */
  readonly severity: Severity;
  /** From the tag to the end of its message. */
  readonly span: Span;
  readonly tagSpan: Span;
  /** What is to be done, in one line, without tag, IDs in brackets, owner and comment signs. May be empty. */
  readonly message: string;
  /** Certain ones first; empty for an annotation that names no item. */
  readonly mentions: readonly Mention[];
  /** Without the `@`; undefined = nobody is named. */
  readonly owner: string | undefined;
  /** undefined = no end is stated. */
  readonly until: Until | undefined;
  /** From 0, the most urgent, to 9; undefined = none is stated. */
  readonly priority: number | undefined;
  /** The function and the types around it, or those that the comment is written above: `PaymentGateway.refund`. */
  readonly within?: string | undefined;
  /** `probable` when the text's language, and so its comments, are guessed. */
  readonly certainty: Certainty;
}

/** What a reference is evidence of: work on the item in code, in a test, or in a document. */
export type ReferenceRole = 'code' | 'test' | 'doc';

/** An ID in a comment or document without a tag. */
export interface Reference {
  readonly mention: Mention;
  readonly role: ReferenceRole;
  /** The rule that matched: a bare ID, a trace tag (`@story`, `@implements`, `[utest->ID]`), or a person's own pattern. */
  readonly via: 'bare' | 'story' | 'implements' | 'verifies' | 'pattern';
  /** As of an annotation. */
  readonly within?: string | undefined;
}

/** `waymark-ignore WM203: reason` in a comment: what is found of a rule in these lines is accepted. */
export interface CodeSuppression {
  /** Codes or names as written; empty: none is named. */
  readonly rules: readonly Named[];
  readonly reason: string | undefined;
  readonly until: Until | undefined;
  /** From the beginning of its line to the end of the next one; undefined: the whole file. */
  readonly covers: Span | undefined;
  readonly span: Span;
}

/** All that one file contributes. Replaced as a whole, never changed. */
export interface FileMarks {
  /** Relative to the folder, separated by `/`. */
  readonly path: string;
  readonly annotations: readonly Annotation[];
  readonly references: readonly Reference[];
  /** Missing: there are none, as in nearly every file. */
  readonly suppressions?: readonly CodeSuppression[];
  /** Answers for every span above. */
  readonly lines: LineTable;
}

/** All that a file mentions: what its annotations name, then what it names else. */
export function mentionsIn({ annotations, references }: Pick<FileMarks, 'annotations' | 'references'>): Mention[] {
  return [...annotations.flatMap(({ mentions }) => mentions), ...references.map(({ mention }) => mention)];
}
