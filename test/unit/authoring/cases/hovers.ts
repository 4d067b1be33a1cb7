/** What is explained over a word. */
export interface HoverCase {
  readonly why: string;
  readonly file: 'roadmap.yaml' | 'roadmap.json' | 'ROADMAP.md';
  /** The text with the pointer at `|`. */
  readonly text: string;
  /** The word that it is about; undefined: nothing is explained. */
  readonly over: string | undefined;
  /** Pieces of the explanation. */
  readonly says: readonly string[];
  readonly hasSchema?: true;
}

export const HOVERS: readonly HoverCase[] = [
  {
    why: 'a field',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    st|art: 2026-08-03\n',
    over: 'start',
    says: ['The first day of work.', 'Takes a date such as', 'Example: `start: 2026-08-03`'],
  },
  {
    why: 'a field under another name',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    assi|gnee: ana\n',
    over: 'assignee',
    says: ['Who answers for it', '`assignee` is read as `owner`.'],
  },
  {
    why: 'a field of a part',
    file: 'roadmap.yaml',
    text: 'product: x\nteam:\n  - { id: ana, capa|city: 8 }\n',
    over: 'capacity',
    says: ['Points that they finish in a sprint.'],
  },
  {
    why: 'a field that the schema explains',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    st|art: 2026-08-03\n',
    hasSchema: true,
    over: undefined,
    says: [],
  },
  {
    why: 'an ID',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    depends: [BRTH-13, BR|TH-12]\n',
    over: 'BRTH-12',
    says: ['**BRTH\\-12 Refund API**', 'story of BRTH\\-1 Booking · in progress · due 28 Aug', 'Ana Lima'],
  },
  {
    why: 'a release',
    file: 'roadmap.yaml',
    text: 'stories:\n  - release: v1|.0\n',
    over: 'v1.0',
    says: ['**v1.0 Book a berth**', 'release · due 15 Oct'],
  },
  {
    why: 'a release that is declared nowhere',
    file: 'roadmap.yaml',
    text: 'stories:\n  - release: v|9\n',
    over: 'v9',
    says: ['The release `v9` is declared nowhere.'],
  },
  {
    why: 'a goal',
    file: 'roadmap.yaml',
    text: 'epics:\n  - goal: G|1\n',
    over: 'G1',
    says: ['A berth in a minute', 'goal'],
  },
  {
    why: 'a person',
    file: 'roadmap.yaml',
    text: 'stories:\n  - owner: ol|af\n',
    over: 'olaf',
    says: ['**Olaf Berg**', 'olaf&#64;harbour.example'],
  },
  {
    why: 'a status',
    file: 'roadmap.yaml',
    text: 'workflow: { cooking: active }\nstories:\n  - status: coo|king\n',
    over: 'cooking',
    says: ['`cooking` counts as **active**'],
  },
  {
    why: 'a mitigation that is an item',
    file: 'roadmap.yaml',
    text: 'risks:\n  - mitigation: BRT|H-12\n',
    over: 'BRTH-12',
    says: ['Refund API'],
  },
  {
    why: 'words that name nothing',
    file: 'roadmap.yaml',
    text: 'risks:\n  - mitigation: we wa|it\n',
    over: undefined,
    says: [],
  },
  {
    why: 'a title',
    file: 'roadmap.yaml',
    text: 'stories:\n  - { id: A-1, title: So|me words }\n',
    over: undefined,
    says: [],
  },
  {
    why: 'markup of a workspace stays words',
    file: 'roadmap.yaml',
    text: 'stories:\n  - { id: A-1, title: "<b>x</b> [y](command:z) ![i](http://h)" }\n  - depends: [A|-1]\n',
    over: 'A-1',
    says: ['&#60;b&#62;x&#60;/b&#62; \\[y\\]\\(command&#58;z\\) \\!\\[i\\]\\(http&#58;//h\\)'],
  },
  {
    why: 'an attribute in Markdown',
    file: 'ROADMAP.md',
    text: '- [ ] A-1 Title (ow|ner: @ana)\n',
    over: 'owner',
    says: ['Who answers for it'],
  },
  {
    why: 'an ID in Markdown',
    file: 'ROADMAP.md',
    text: '- [ ] A-1 Title (depends: BR|TH-12)\n',
    over: 'BRTH-12',
    says: ['Refund API'],
  },
  {
    why: 'a person in Markdown',
    file: 'ROADMAP.md',
    text: '- [ ] A-1 Title @o|laf\n',
    over: 'olaf',
    says: ['Olaf Berg'],
  },
  {
    why: 'a release has the chain that it waits for, and how much slack that has',
    file: 'roadmap.yaml',
    text: 'stories:\n  - { id: A-1, release: v1|.0, estimate: 4d }\n  - { id: A-2, release: v1.0, estimate: 3d, depends: [A-1] }\n',
    over: 'v1.0',
    says: ['Finished on 9 Jul at the earliest&#58; A\\-1 → A\\-2; 70 working days of slack for its date'],
  },
  {
    why: 'an item has its dates, and the release that waits for it',
    file: 'roadmap.yaml',
    text: 'stories:\n  - { id: A-1, release: v1.0, estimate: 4d }\n  - { id: A-2, release: v1.0, depends: [A-|1] }\n',
    over: 'A-1',
    says: ['At the earliest from 1 Jul to 6 Jul', 'It is on the critical path of v1.0'],
  },
  {
    why: 'a check box',
    file: 'ROADMAP.md',
    text: '- [|x] A-1 Title\n',
    over: '[x]',
    says: ['**done**: it is finished.'],
  },
  {
    why: 'an ID in JSON',
    file: 'roadmap.json',
    text: '{ "stories": [{ "id": "A-1", "depends": ["BR|TH-12"] }] }',
    over: 'BRTH-12',
    says: ['Refund API'],
  },
  {
    why: 'what is scored, with the terms of its score',
    file: 'roadmap.yaml',
    text: 'scoring: value / effort\nstories:\n  - { id: A-1, value: 8, estimate: 2 }\n  - { id: A-2, depends: [A|-1] }\n',
    over: 'A-1',
    says: ['Score 4 = 8 ÷ 2 · value ÷ effort · the effort is the estimate of 2 points'],
  },
  {
    why: 'what lacks an input of its score',
    file: 'ROADMAP.md',
    text: '---\nscoring: impact / effort\n---\n# Pay\n- A-1 Refunds (impact: 2)\n- A-2 Ledger (depends: A|-1)\n',
    over: 'A-1',
    says: ['No score&#58; effort is missing · impact ÷ effort'],
  },
];
