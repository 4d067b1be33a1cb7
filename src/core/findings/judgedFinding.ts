import type { Finding, Related, Severity } from '../model/finding';
import type { Place } from '../model/span';
import type { Lazily } from './lazily';
import type { Draft } from './rule';

/** What a rule found, with what it is called and how much it matters. Its words are made when they are read first. */
class JudgedFinding implements Finding {
  readonly place: Place;
  readonly item: string | undefined;
  /** See {@link filesSpokenOf}; undefined: what is related was there from the beginning, and tells it. */
  readonly spokenOf: readonly string[] | undefined;
  private said: Draft['message'];
  private shown: Draft['related'];

  constructor(
    readonly code: string,
    readonly severity: Severity,
    draft: Draft,
    itemPath: string | undefined,
  ) {
    this.place = draft.place;
    this.item = draft.item;
    this.said = draft.message;
    this.shown = draft.related;
    const isElsewhere = itemPath !== undefined && itemPath !== draft.place.path;
    this.spokenOf = 'make' in draft.related ? (isElsewhere ? [itemPath] : NO_FILES) : undefined;
  }

  get message(): string {
    const message = typeof this.said === 'string' ? this.said : this.said.make();
    this.said = message;
    return message;
  }

  get related(): readonly Related[] {
    const related = made(this.shown);
    this.shown = related;
    return related;
  }
}

const NO_FILES: readonly string[] = [];

function made<Made extends object>(lazily: Lazily<Made>): Made {
  return 'make' in lazily ? lazily.make() : lazily;
}

/** @param itemPath the file of the item that the draft is about; undefined: it is about none */
export function findingOf(draft: Draft, code: string, severity: Severity, itemPath?: string): Finding {
  const finding = new JudgedFinding(code, severity, draft, itemPath);
  if (isPlain(draft)) {
    return finding;
  }
  const { message, related } = finding;
  return { ...draft, code, severity, message, related };
}

/** What nearly all drafts are, and all of the thousands: they have one shape so. */
function isPlain({ about, suggestion, unknownId, paths, proposal }: Draft): boolean {
  return (
    about === undefined &&
    suggestion === undefined &&
    unknownId === undefined &&
    paths === undefined &&
    proposal === undefined
  );
}

/**
 * The files with something related that stands elsewhere than the finding and moves along with its text; a file may be named
 * several times. The same before and after the words are made.
 */
export function filesSpokenOf(finding: Finding): readonly string[] {
  const known = finding instanceof JudgedFinding ? finding.spokenOf : undefined;
  return known ?? elsewhere(finding.related, finding.place.path);
}

function elsewhere(related: readonly Related[], own: string): readonly string[] {
  let files: string[] | undefined;
  for (const each of related) {
    if ('place' in each && each.place.path !== own) {
      files ??= [];
      files.push(each.place.path);
    }
  }
  return files ?? NO_FILES;
}
