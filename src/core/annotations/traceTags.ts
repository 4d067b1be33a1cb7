import type { Reference, ReferenceRole } from '../model/marks';

/** What a comment says of its ID. */
export type Via = Reference['via'];

/** Words behind `@`, or at the beginning of a line, and what they say. */
const WORDS: Readonly<Record<string, Via>> = {
  story: 'story',
  requirement: 'story',
  req: 'story',
  implements: 'implements',
  satisfies: 'implements',
  verifies: 'verifies',
  validates: 'verifies',
  covers: 'verifies',
};

const ANY_WORD = Object.keys(WORDS).join('|');

/** `@story PAY-12`, `@implements(PAY-12)`, `@verifies: #12`. */
const DOC_TAG = new RegExp(`@(${ANY_WORD})(?:\\s*:\\s*|\\s+|(?=[(\\[{]))[([{#"']*$`);

/** `Implements: PAY-12`, `Verifies PAY-12`: alone at the beginning of a line; the words that are nouns need the colon. */
const LEADING_WORD = new RegExp(
  `^[\\s/*#;%!<>|"'-]*(?:(${ANY_WORD})\\s*:|(implements|satisfies|verifies|validates|covers)\\s)\\s*[([{#"']*$`,
  'i',
);

/** `[impl->PAY-12]`, `[utest -> req~PAY-12~1]`, `[impl~refunds~1->dsn~PAY-12~1]`: as OpenFastTrace has it. */
const ARROW = /\[([a-z]{2,10})(?:~[^\]>~\s]{1,80}~\d{1,4})?\s{0,9}->\s{0,9}(?:[a-z]{2,10}~)?$/;

/** `@relation(PAY-12, scope=function, role=Implementation)`: as StrictDoc has it; the role comes behind the IDs. */
const RELATION = /@relation\s{0,9}\(\s{0,9}$/;
const RELATION_ROLE = /^[^)]{0,300}\brole\s{0,9}=\s{0,9}["']?([a-z]{1,40})/i;

/** How far behind an ID the role of a relation is looked for. */
const FARTHEST_ROLE = 350;

/**
 * What a trace tag before an ID says; `bare` where there is none.
 *
 * @param before the line of the comment up to the ID, cut to its last {@link FARTHEST_TAG} letters
 * @param idEnd where the ID ends in `text`
 */
export function viaOf(before: string, text: string, idEnd: number): Via {
  const word = DOC_TAG.exec(before)?.[1] ?? LEADING_WORD.exec(before)?.slice(1).find(Boolean);
  if (word !== undefined) {
    return WORDS[word.toLowerCase()] ?? 'bare';
  }
  const artifact = ARROW.exec(before)?.[1];
  if (artifact !== undefined) {
    return viaOfArtifact(artifact);
  }
  if (RELATION.test(before)) {
    return viaOfRole(RELATION_ROLE.exec(text.slice(idEnd, idEnd + FARTHEST_ROLE))?.[1] ?? '');
  }
  return 'bare';
}

/** Letters of a line before an ID among which the trace tag is looked for. */
export const FARTHEST_TAG = 120;

function viaOfArtifact(artifact: string): Via {
  if (/test$|^(?:ut|it|st|tst)$/.test(artifact)) {
    return 'verifies';
  }
  return /^(?:impl|bld|src|code)$/.test(artifact) ? 'implements' : 'story';
}

function viaOfRole(role: string): Via {
  if (/^(?:verif|valid|test|cover)/i.test(role)) {
    return 'verifies';
  }
  return /^(?:impl|satisf)/i.test(role) ? 'implements' : 'story';
}

/** What a trace tag says goes before what the file's name says, but a document neither implements nor verifies anything. */
export function roleOfReference(via: Via, ofFile: ReferenceRole): ReferenceRole {
  if (ofFile === 'doc') {
    return 'doc';
  }
  return via === 'implements' ? 'code' : via === 'verifies' ? 'test' : ofFile;
}
