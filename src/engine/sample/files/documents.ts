import type { SampleFile } from './sampleFile';

/** What is written for people, and the settings of the repository itself. */
export const documentFiles: readonly SampleFile[] = [
  { path: 'README.md', text: readme },
  { path: 'CONTRIBUTING.md', text: contributing },
  { path: 'docs/warden-handbook.md', text: handbook },
  { path: 'docs/adr/0001-one-bed-one-row.md', text: bedIsARow },
  { path: 'docs/adr/0002-a-deposit-not-the-price.md', text: depositNotPrice },
  { path: 'docs/adr/0003-lock-the-hut.md', text: lockTheHut },
  { path: '.gitattributes', text: () => '@@ readme\n* text=auto eol=lf\n' },
  { path: '.gitignore', text: () => '@@ readme\nnode_modules/\n__pycache__/\n.env\n' },
];

function readme(): string {
  return `@@ readme
# Fellrest

Book a bed in a mountain hut, and carry the booking up there without a signal.

| Folder | What it does | In |
|---|---|---|
| \`booking/\` | which beds are free, and who has them | TypeScript |
| \`pricing/\` | what a stay costs and what comes back | Python |
| \`gateway/\` | the one door for the app and the payment provider | Go |
| \`mobile/\`, \`web/\` | what guests see | Kotlin, CSS |
| \`db/\`, \`scripts/\`, \`config/\` | what runs it | SQL, shell, YAML |

The plan is in \`roadmap.yaml\`. Decisions that were hard to make are in \`docs/adr/\`.

*Fellrest is an example made by Waymark. Its people, huts and history are invented; change what you like.*
`;
}

function contributing(): string {
  return `@@ contributing
# Working on Fellrest

- A branch is named after its story: \`feature/\`, the ID, a few words.
- A commit begins with the ID of the story it serves, or carries it in a trailer (\`Refs:\`, \`Closes:\`).
- What is left open is marked where it is, with the story that will close it:

\`\`\`ts
// TODO(HUT-99): what is missing, in one line
// FIXME(@maren, HUT-99, until: the end of the release): what hurts, and whom
\`\`\`

- When a story is done, no mark of it should be left.
`;
}

function handbook(): string {
  return `@@ handbook
# Handbook for wardens

## Tonight's guests
At two in the afternoon a list comes out of your printer, with names, beds and what is still to be paid (HUT-17).
No list by three? Call us; do not turn anybody away.

## Closing the hut
Write the first and the last night into \`config/huts.yaml\`, or ring us and we do. Guests who have already booked
get their whole deposit back (PAY-12).

## When somebody cancels
Up to the hut's deadline they do it themselves in the app (HUT-12). After that, tell us by phone.
`;
}

function bedIsARow(): string {
  return `@@ adr-1
# 1. A bed is a row

Status: accepted. Story: HUT-10.

## Context
A dormitory could be a number of places, or a set of beds. A number is simpler to count. But parents ask for beds next
to each other, and a warden who moves one guest must know which bed became free.

## Decision
Each bed has a row of its own. "How many are free" is counted, never stored.

## Consequences
The calendar reads many rows for one number. For the largest hut (214 beds) that takes 3 ms for a month.
`;
}

function depositNotPrice(): string {
  return `@@ adr-2
# 2. A deposit, not the price

Status: accepted. Story: PAY-10.

## Context
Huts want to be paid at the hut, partly in cash, and the weather decides who comes. Taking the whole price online means
paying most of it back whenever it snows.

## Decision
A fifth of the price is paid when booking. The rest is paid at the hut.

## Consequences
Refunds are small and can be quick (PAY-12). A guest who never comes costs the hut four fifths of a bed.
`;
}

function lockTheHut(): string {
  return `@@ lock
# 3. Lock the hut, not the bed

Status: accepted. Story: HUT-11.

## Context
Two guests who pay in the same second must not be promised the same bed. What could be locked:

| Lock | Waits | Can go wrong |
|---|---|---|
| the bed | nobody else | a family of four takes two locks, and so does the next one |
| **the hut** | whoever books the same hut | nothing that we know of |
| the database | everybody | the whole of Sunday evening |

## Decision
The hut is locked while beds of it are taken, for as long as it takes to write one row for each bed:

\`\`\`sql
SELECT pg_advisory_xact_lock(hut) FROM huts WHERE id = $1;
\`\`\`

- A hold is written inside of the lock, the payment is asked for outside of it.
- A hold that runs out is let go by the next guest who asks, see [the first decision](0001-one-bed-one-row.md).

## Consequences
> On the busiest evening of last summer a guest would have waited 40 ms.

Huts that share a dormitory would need a lock in common. There are none yet.
`;
}
