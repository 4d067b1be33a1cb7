import { titleOfWords } from '../annotations/titleWords';
import { subjectWords } from '../commits/subjectWords';
import { compareIds } from '../ids/itemId';

/** A prefix of IDs that commits name as those of a tracker are named. */
export interface FoundKey {
  readonly key: string;
  readonly commits: number;
  /** The one named last first. */
  readonly items: readonly KeyedItem[];
}

/** One ID with what commits say of it. */
export interface KeyedItem {
  readonly id: string;
  readonly title: string;
  /** When the newest commit that names it was made, in seconds of the epoch. */
  readonly newest: number;
}

/** An ID as trackers write them, not within a longer word or number. */
const TRACKER_ID = /(?<![\p{L}\p{N}_.-])([A-Z][A-Z0-9]{1,14})-([1-9]\d{0,6})(?![\p{L}\p{N}_]|-\d|\.\d)/gu;

/** What looks like an ID and names a standard, a character set, an algorithm, a version or a request of a forge. */
const NO_KEYS: ReadonlySet<string> = new Set(
  (
    'AES ALPHA ANSI ARM ASCII BASE BCP BETA BIG BLAKE BUILD CID COVID CP CRC CVE CWE DIN DOS ECMA EIP EN ES EUC FIPS FY GB GCM GH GHSA ' +
    'GMT GPT GPL HMAC HTTP IEC IEEE IPV ISO ITU JAVA JDK JEP JIS JSR KOI LATIN LGPL MD MIT MP MR MS NIST OCI OSGI PEP PR PSR PY RC RELEASE REV ' +
    'RFC RHEL RIPEMD RSA SHA SNAPSHOT SSL TLS UCS USB USC UTC UTF VER VERSION VS WIN WPA XEP'
  ).split(' '),
);

/** Fewer numbers than this may be anything. */
const FEWEST_NUMBERS = 3;

/** Of the commits that name a key, so many name it where a message names its story: first, or in brackets. */
const PROPER_SHARE = 0.5;

/** Before the ID of its story a subject has the kind of its change at most, and brackets. */
const PROPER_LEAD = /^(?:\w+(?:\([^)]*\))?!?:\s*)?[\s[({<#*"'`:]*$/;

/** Gathers the prefixes of IDs from the subjects of commits as they are read. */
export class KeyTally {
  private readonly byKey = new Map<string, GatheredKey>();

  /** @param committed when it was made, in seconds of the epoch */
  take(subject: string, committed: number): void {
    const matches = [...subject.matchAll(TRACKER_ID)];
    const keysHere = new Set<string>();
    for (const match of matches) {
      const [id, key = ''] = match;
      if (NO_KEYS.has(key)) {
        continue;
      }
      const gathered = this.byKey.get(key) ?? { commits: 0, proper: 0, items: new Map() };
      this.byKey.set(key, gathered);
      if (!keysHere.has(key)) {
        keysHere.add(key);
        gathered.commits++;
        gathered.proper += isProper(subject, match.index, id.length) ? 1 : 0;
      }
      noteItem(gathered, id, committed, () =>
        titleFor(
          subject,
          id,
          matches.map(([each]) => each),
        ),
      );
    }
  }

  /** Those that are a tracker's by all signs, the one that most commits name first. */
  keys(): readonly FoundKey[] {
    return [...this.byKey]
      .filter(([, gathered]) => isTrackers(gathered))
      .map(([key, { commits, items }]) => ({
        key,
        commits,
        items: [...items.values()]
          .map(({ id, title, newest }) => ({ id, title: title || `Untitled ${id}`, newest }))
          .sort((a, b) => b.newest - a.newest || compareIds(b.id, a.id)),
      }))
      .sort((a, b) => b.commits - a.commits || (a.key < b.key ? -1 : 1));
  }
}

interface GatheredKey {
  commits: number;
  /** Of the commits: those that name it as messages name their story. */
  proper: number;
  readonly items: Map<string, GatheredItem>;
}

interface GatheredItem extends KeyedItem {
  newest: number;
  title: string;
  /** How well the title tells what the story is about. */
  rank: number;
}

/** Commits come newest first, and the oldest of a story says best what it is about: of equals the later one counts. */
function noteItem({ items }: GatheredKey, id: string, committed: number, title: () => RankedTitle): void {
  const { words, rank } = title();
  const known = items.get(id);
  if (!known) {
    items.set(id, { id, newest: committed, title: words, rank });
    return;
  }
  known.newest = Math.max(known.newest, committed);
  if (rank >= known.rank && words !== '') {
    known.title = words;
    known.rank = rank;
  }
}

interface RankedTitle {
  readonly words: string;
  readonly rank: number;
}

/** Not what the work is, but what was done to a commit. */
const ABOUT_COMMITS =
  /^(?:merge|revert|reapply|backport|back-?out|cherry[- ]?pick|fixup!|squash!|amend!|wip|addendum|follow[- ]?up|minor)\b/i;

function titleFor(subject: string, id: string, ids: readonly string[]): RankedTitle {
  const branch = /^Merge\b/.test(subject) ? branchWords(subject, id) : undefined;
  const bare = ids.reduce((words, each) => subjectWords(words, each), subject);
  const words = titleOfWords(branch ?? bare.replace(/^(?:and|,|&)\s+/i, ''));
  const length = words.split(' ').length;
  if (words === '' || branch !== undefined || ABOUT_COMMITS.test(words) || ABOUT_COMMITS.test(subject)) {
    return { words: branch === undefined && /^Merge\b/.test(subject) ? '' : words, rank: words === '' ? 0 : 1 };
  }
  return { words, rank: length < 2 ? 2 : subject.startsWith(id) && ids.length === 1 ? 4 : 3 };
}

/** `PAY-12-refund-api` says in a merge what the branch was for; undefined: it says nothing. */
function branchWords(subject: string, id: string): string | undefined {
  const at = subject.indexOf(id);
  const [, words] = /^[-_/]([\p{L}\p{N}][\p{L}\p{N}_-]*)/u.exec(subject.slice(at + id.length)) ?? [];
  return words?.replace(/[-_]+/g, ' ');
}

function isProper(subject: string, start: number, length: number): boolean {
  const rest = subject.slice(start + length);
  return (
    PROPER_LEAD.test(subject.slice(0, start)) ||
    /^[^()[\]]*[\])}]/.test(rest) ||
    /^[\s.)\]]*(?:\(#\d+\))?$/.test(rest) ||
    /^Merge\b/.test(subject)
  );
}

function isTrackers({ commits, proper, items }: GatheredKey): boolean {
  const numbers = [...items.keys()].map((id) => Number(id.slice(id.lastIndexOf('-') + 1)));
  const areYears = numbers.every((number) => number >= 1970 && number < 2100);
  return items.size >= FEWEST_NUMBERS && proper >= commits * PROPER_SHARE && !areYears;
}

/** Prefixes that stand directly behind a tag: `TODO(PAY-12)`. Of what stands elsewhere nobody can tell. */
export function keyBehindTag(text: string, from: number): string | undefined {
  const [, key] = /^[\s([:]{0,3}([A-Z][A-Z0-9]{1,14})-[1-9]\d{0,6}\b/.exec(text.slice(from, from + 40)) ?? [];
  return key === undefined || NO_KEYS.has(key) ? undefined : key;
}
