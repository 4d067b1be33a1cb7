import type { Finding, Related, Severity } from '../model/finding';
import type { Place } from '../model/span';
import type { Lazily } from './lazily';
import type { Draft } from './rule';

/** What a rule found, with what it is called and how much it matters. Its words are made when they are read first. */
class JudgedFinding implements Finding {
  readonly place: Place;
  readonly item: string | undefined;
  private said: Draft['message'];
  private shown: Draft['related'];

  constructor(
    readonly code: string,
    readonly severity: Severity,
    draft: Draft,
  ) {
    this.place = draft.place;
    this.item = draft.item;
    this.said = draft.message;
    this.shown = draft.related;
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

  get relatedPlaces(): readonly Related[] {
    return 'make' in this.shown ? NONE : this.shown;
  }
}

const NONE: readonly Related[] = [];

function made<Made extends object>(lazily: Lazily<Made>): Made {
  return 'make' in lazily ? lazily.make() : lazily;
}

export function findingOf(draft: Draft, code: string, severity: Severity): Finding {
  if (isPlain(draft)) {
    return new JudgedFinding(code, severity, draft);
  }
  const { message, related } = new JudgedFinding(code, severity, draft);
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

/** Of what is related all that has a place, beside others, without making words: what is made later are commits. */
export function relatedWithPlaces(finding: Finding): readonly Related[] {
  return finding instanceof JudgedFinding ? finding.relatedPlaces : finding.related;
}
