/** One roadmap, one order, and what becomes of it: a text, or the sentence that refuses. Add yours. */
export interface JudgementCase {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** `accept pay-12 in docs/a.md for PAY-12`. */
  readonly order: string;
  readonly result: string;
}

const YAML = 'roadmap.yaml';
const JSON_FILE = 'roadmap.json';
const MARKDOWN = 'ROADMAP.md';

export const JUDGEMENTS: readonly JudgementCase[] = [
  {
    name: 'below the last short field of a block, before what the item holds',
    path: YAML,
    text: 'stories:\n  - id: PAY-12 # refunds\n    title: "Refund API"   # keep\n\n    tasks:\n      - id: PAY-13\n        title: x\n',
    order: 'accept pay-12 for PAY-12',
    result:
      'stories:\n  - id: PAY-12 # refunds\n    title: "Refund API"   # keep\n    accepts: [pay-12]\n\n    tasks:\n      - id: PAY-13\n        title: x\n',
  },
  {
    name: 'with the line breaks that the file has, and at its end',
    path: YAML,
    text: 'stories:\r\n- title: Refund API\r\n  id: PAY-12',
    order: 'reject PAY 12 in docs/prices.md for PAY-12',
    result: 'stories:\r\n- title: Refund API\r\n  id: PAY-12\r\n  rejects: [PAY 12 in docs/prices.md]',
  },
  {
    name: 'as one entry more of a list in brackets, before its comment',
    path: YAML,
    text: 'stories:\n  - id: PAY-12\n    accepts: ["pay-12", ] # both\n',
    order: 'accept PAY_12 in src/a b#1.ts for PAY-12',
    result: 'stories:\n  - id: PAY-12\n    accepts: ["pay-12", "PAY_12 in src/a b#1.ts", ] # both\n',
  },
  {
    name: 'as one line more of a list',
    path: YAML,
    text: 'stories:\n  - id: PAY-12\n    rejects:\n    - pay-12 # old\n    title: x\n',
    order: 'reject PAY 12 for PAY-12',
    result: 'stories:\n  - id: PAY-12\n    rejects:\n    - pay-12 # old\n    - PAY 12\n    title: x\n',
  },
  {
    name: 'beside a single word',
    path: YAML,
    text: 'stories:\n  - { id: PAY-12, accepts: pay-12, title: x }\n',
    order: 'accept PAY 12 for PAY-12',
    result: 'stories:\n  - { id: PAY-12, accepts: [pay-12, PAY 12], title: x }\n',
  },
  {
    name: 'where the field is empty',
    path: YAML,
    text: 'stories:\n  - id: PAY-12\n    accepts: # none yet\n    title: x\n',
    order: 'accept PAY 12 for PAY-12',
    result: 'stories:\n  - id: PAY-12\n    accepts: [PAY 12] # none yet\n    title: x\n',
  },
  {
    name: 'in a mapping in brackets',
    path: YAML,
    text: 'stories:\n  - { id: "PAY-12", title: "A, b" }\n  - { id: PAY-13 }\n',
    order: 'reject pay-12 for PAY-12',
    result: 'stories:\n  - { id: "PAY-12", title: "A, b", rejects: [pay-12] }\n  - { id: PAY-13 }\n',
  },
  {
    name: 'below a key that is the ID',
    path: YAML,
    text: 'stories:\n  PAY-12:\n    title: Refunds\n  PAY-13:\n    title: x\n',
    order: 'accept pay-12 for PAY-12',
    result: 'stories:\n  PAY-12:\n    title: Refunds\n    accepts: [pay-12]\n  PAY-13:\n    title: x\n',
  },
  {
    name: 'and taken out of the other field',
    path: YAML,
    text: 'stories:\n  - id: PAY-12\n    accepts: [pay-12, PAY 12]\n    rejects: []\n',
    order: 'reject pay-12 for PAY-12',
    result: 'stories:\n  - id: PAY-12\n    accepts: [PAY 12]\n    rejects: [pay-12]\n',
  },
  {
    name: 'and taken out with its line',
    path: YAML,
    text: 'stories:\n  - id: PAY-12\n    accepts:\n      - pay-12 # sure?\n      - PAY 12\n    title: x\n',
    order: 'reject pay-12 for PAY-12',
    result: 'stories:\n  - id: PAY-12\n    accepts:\n      - PAY 12\n    title: x\n    rejects: [pay-12]\n',
  },
  {
    name: 'not again when it stands there already',
    path: YAML,
    text: 'stories:\n  - { id: PAY-12, accepts: pay-12 }\n',
    order: 'accept pay-12 for PAY-12',
    result: 'stories:\n  - { id: PAY-12, accepts: pay-12 }\n',
  },
  {
    name: 'where an item is words alone, as a mapping',
    path: YAML,
    text: 'stories:\n  - PAY-12 Refund API\n',
    order: 'accept pay-12 for PAY-12',
    result: 'stories:\n  - id: PAY-12\n    title: Refund API\n    accepts: [pay-12]\n',
  },
  {
    name: 'beside what two items share',
    path: YAML,
    text: 'base: &base\n  title: x\nstories:\n  - id: PAY-12\n    <<: *base\n  - id: PAY-13\n    <<: *base\n',
    order: 'accept pay-12 for PAY-12',
    result:
      'base: &base\n  title: x\nstories:\n  - id: PAY-12\n    accepts: [pay-12]\n    <<: *base\n  - id: PAY-13\n    <<: *base\n',
  },
  {
    name: 'not for an item that is gone',
    path: YAML,
    text: 'stories: []\n',
    order: 'accept pay-12 for PAY-12',
    result: 'PAY-12 does not stand in roadmap.yaml any more, so nothing was changed.',
  },
  {
    name: 'in JSON on one line',
    path: JSON_FILE,
    text: '{"stories":[{"id":"PAY-12","title":"x"}]}',
    order: 'accept pay-12 in docs/a.md for PAY-12',
    result: '{"stories":[{"id":"PAY-12","title":"x","accepts":["pay-12 in docs/a.md"]}]}',
  },
  {
    name: 'in JSON on many lines',
    path: JSON_FILE,
    text: '{\n  "stories": [\n    {\n      "title": "x", // why\n      "id": "PAY-12"\n    }\n  ]\n}\n',
    order: 'accept pay-12 for PAY-12',
    result:
      '{\n  "stories": [\n    {\n      "title": "x", // why\n      "id": "PAY-12",\n      "accepts": ["pay-12"]\n    }\n  ]\n}\n',
  },
  {
    name: 'in a list and from a list of JSON',
    path: JSON_FILE,
    text: '{ "stories": [{ "id": "PAY-12", "accepts": ["pay-12"], "rejects": ["PAY 12"] }] }',
    order: 'reject pay-12 for PAY-12',
    result: '{ "stories": [{ "id": "PAY-12", "rejects": ["PAY 12", "pay-12"] }] }',
  },
  {
    name: 'for null in JSON',
    path: JSON_FILE,
    text: '{ "stories": [{ "id": "PAY-12", "accepts": null }] }',
    order: 'accept pay-12 for PAY-12',
    result: '{ "stories": [{ "id": "PAY-12", "accepts": ["pay-12"] }] }',
  },
  {
    name: 'behind the title of a Markdown item',
    path: MARKDOWN,
    text: '# Acme\n\n- [ ] PAY-12 **Refund API** (owner: @ana) <!-- why -->\n  - [ ] PAY-12.1 x\n',
    order: 'accept pay-12 in src/** for PAY-12',
    result:
      '# Acme\n\n- [ ] PAY-12 **Refund API** (owner: @ana) `accepts: pay-12 in src/**` <!-- why -->\n  - [ ] PAY-12.1 x\n',
  },
  {
    name: 'in a heading',
    path: MARKDOWN,
    text: '# Acme\n\n## PAY-1 Refunds ##\n\n- PAY-12 x\n',
    order: 'reject pay-1 for PAY-1',
    result: '# Acme\n\n## PAY-1 Refunds `rejects: pay-1` ##\n\n- PAY-12 x\n',
  },
  {
    name: 'in a row of a table',
    path: MARKDOWN,
    text: '# Acme\n\n| ID | Title | Owner |\n|--|--|--|\n| PAY-12 | Refunds | ana |\n',
    order: 'reject pay-12 for PAY-12',
    result: '# Acme\n\n| ID | Title | Owner |\n|--|--|--|\n| PAY-12 | Refunds `rejects: pay-12` | ana |\n',
  },
  {
    name: 'beside what a Markdown line has',
    path: MARKDOWN,
    text: '# Acme\n\n- PAY-12 Refunds (accepts: pay-12, owner: @ana)\n',
    order: 'accept PAY 12 for PAY-12',
    result: '# Acme\n\n- PAY-12 Refunds (accepts: pay-12, PAY 12, owner: @ana)\n',
  },
  {
    name: 'and taken off a Markdown line',
    path: MARKDOWN,
    text: '# Acme\n\n- PAY-12 Refunds `accepts: pay-12` (owner: @ana)\n',
    order: 'reject pay-12 for PAY-12',
    result: '# Acme\n\n- PAY-12 Refunds (owner: @ana) `rejects: pay-12`\n',
  },
];
