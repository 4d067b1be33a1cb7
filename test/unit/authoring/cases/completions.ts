/** What is offered at a place, and what the text is when one is taken. */
export interface CompletionCase {
  /** One line: what the case is about. */
  readonly why: string;
  readonly file: 'roadmap.yaml' | 'roadmap.json' | 'ROADMAP.md';
  /** The text with the cursor at `|`. */
  readonly text: string;
  /** Labels: exactly these, in this order. */
  readonly offers?: readonly string[];
  /** Labels at the beginning of the list. */
  readonly first?: readonly string[];
  /** Labels that are in the list. */
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
  /** The label that is taken, and the text around it then; a snippet's cursor is `$0`. */
  readonly takes?: readonly [label: string, text: string];
  /** The file is one item: its front matter holds the fields of that. */
  readonly isItem?: true;
  /** Another extension completes by the schema. */
  readonly hasSchema?: true;
}

const NOTHING: readonly string[] = [];

export const COMPLETIONS: readonly CompletionCase[] = [
  // Keys in YAML
  {
    why: 'a half-typed key at the top of the file',
    file: 'roadmap.yaml',
    text: 'product: Acme\nrel|',
    has: ['releases'],
    lacks: ['product', 'roadmap', 'epics'],
    takes: ['releases', 'product: Acme\nreleases:\n  - '],
  },
  {
    why: 'a half-typed key of a story',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    sta|\n    owner: ana\n',
    offers: ['status', 'start'],
    takes: ['status', 'stories:\n  - id: A-1\n    status: \n    owner: ana\n'],
  },
  {
    why: 'an empty line at the indentation of an item',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    title: x\n    |\n\n  - id: A-2\n',
    has: ['status'],
    lacks: ['title', 'id'],
    takes: ['depends', 'stories:\n  - id: A-1\n    title: x\n    depends: [$0]\n\n  - id: A-2\n'],
  },
  {
    why: 'the first key behind a dash',
    file: 'roadmap.yaml',
    text: 'stories:\n  - |\n',
    first: ['id', 'title'],
    takes: ['id', 'stories:\n  - id: \n'],
  },
  {
    why: 'the first key behind a dash, below an item that has it',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    title: x\n  - i|\n\n  - id: A-3\n',
    first: ['id', 'impact'],
    takes: ['id', 'stories:\n  - id: A-1\n    title: x\n  - id: \n\n  - id: A-3\n'],
  },
  {
    why: 'a field’s own name before another name of others',
    file: 'roadmap.yaml',
    text: 'stories:\n  - owner: ana\n    ti|\n',
    first: ['title', 'id'],
  },
  {
    why: 'the next field where an editor puts the cursor below a first key',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n  ti|\n',
    lacks: ['id'],
    takes: ['title', 'stories:\n  - id: A-1\n    title: \n'],
  },
  {
    why: 'a half-typed first key behind a dash, above other keys',
    file: 'roadmap.yaml',
    text: 'stories:\n  - i|\n    title: x\n',
    has: ['id'],
    lacks: ['title'],
  },
  {
    why: 'an entry whose dash is still to be written',
    file: 'roadmap.yaml',
    text: 'stories:\n  |\n',
    takes: ['title', 'stories:\n  - title: \n'],
  },
  {
    why: 'a nested list is indented below its key',
    file: 'roadmap.yaml',
    text: 'epics:\n  - id: A-1\n    stor|',
    takes: ['stories', 'epics:\n  - id: A-1\n    stories:\n      - '],
  },
  {
    why: 'a synonym that is typed leads to the field',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    assi|',
    has: ['owner'],
  },
  {
    why: 'a field under a synonym is there already',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    assignee: ana\n    |',
    lacks: ['owner'],
  },
  {
    why: 'lists whose dashes stand below the key itself',
    file: 'roadmap.yaml',
    text: 'stories:\n- id: A-1\n  depends:\n  - B-1\n  |\n',
    has: ['status'],
    lacks: ['depends', 'id'],
  },
  {
    why: 'items in a mapping by ID',
    file: 'roadmap.yaml',
    text: 'stories:\n  A-1:\n    title: x\n    |\n',
    has: ['status'],
    lacks: ['title'],
  },
  {
    why: 'foreign names for lists of items',
    file: 'roadmap.yaml',
    text: 'roadmap:\n  phases:\n    - name: One\n      tickets:\n        - key: A-1\n          |\n',
    has: ['status', 'title'],
    lacks: ['id'],
  },
  {
    why: 'keys in braces',
    file: 'roadmap.yaml',
    text: 'team:\n  - { id: ana, |, capacity: 8 }\n',
    offers: ['name', 'emails'],
    takes: ['name', 'team:\n  - { id: ana, name: , capacity: 8 }\n'],
  },
  {
    why: 'keys in braces over several lines',
    file: 'roadmap.yaml',
    text: 'goals:\n  - id: G1\n    metrics: [\n      { name: x, unit: h },\n      {\n        name: y,\n        |\n      }\n    ]\n',
    offers: ['unit', 'baseline', 'target', 'current', 'asOf'],
  },
  {
    why: 'the name of a key with its colon is replaced alone',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    stat|: done\n',
    takes: ['start', 'stories:\n  - id: A-1\n    start: done\n'],
  },
  {
    why: 'a file broken further up',
    file: 'roadmap.yaml',
    text: 'stories:\n  - "x" y: [1, 2\n  - id: A-1\n    depends: [B-1\n    |\n    owner: ana\n',
    has: ['status'],
    lacks: ['owner', 'id', 'depends'],
  },
  {
    why: 'an unclosed quote further up',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    title: "never closed\n    |\n',
    has: ['status'],
    lacks: ['title'],
  },
  {
    why: 'a file with Windows line ends',
    file: 'roadmap.yaml',
    text: 'stories:\r\n  - id: A-1\r\n    |\r\n',
    has: ['status'],
    lacks: ['id'],
  },
  {
    why: 'the second of two documents in a file',
    file: 'roadmap.yaml',
    text: 'product: A\n---\n|',
    has: ['product'],
  },
  // Where nothing is offered
  { why: 'a comment', file: 'roadmap.yaml', text: 'stories:\n  - id: A-1 # sta|\n', offers: NOTHING },
  { why: 'a comment line', file: 'roadmap.yaml', text: 'stories:\n  # sta|\n', offers: NOTHING },
  { why: 'a title', file: 'roadmap.yaml', text: 'stories:\n  - title: A sta|\n', offers: NOTHING },
  {
    why: 'text of several lines',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    story: >\n      As a guest\n      sta|\n',
    offers: NOTHING,
  },
  {
    why: 'words that go on from the line above',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    title: one\n      two|\n',
    offers: NOTHING,
  },
  {
    why: 'a key that no table knows',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    x-own:\n      sta|',
    offers: NOTHING,
  },
  {
    why: 'behind a closed quote',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    owner: "ana" |\n',
    offers: NOTHING,
  },
  {
    why: 'an acceptance criterion in words',
    file: 'roadmap.yaml',
    text: 'stories:\n  - acceptance:\n      - A bed is fr|ee soon\n',
    offers: NOTHING,
  },
  {
    why: 'names of a line of Markdown: neither what is read from its words nor lists of things',
    file: 'ROADMAP.md',
    text: '- [ ] A-1 Title (5pt, |)\n',
    has: ['status', 'depends', 'owner'],
    lacks: ['id', 'title', 'story', 'tasks', 'acceptance'],
  },
  { why: 'the words of a title in a list', file: 'roadmap.yaml', text: 'stories:\n  - Refund|', offers: NOTHING },
  // Values in YAML
  {
    why: 'the workflow’s own names, those in use and common ones',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    status: |\n',
    offers: [
      'in-qa',
      'in-progress',
      'done',
      'dropped',
      'planned',
      'todo',
      'active',
      'in-review',
      'blocked',
      'on-hold',
      'shipped',
      'cancelled',
    ],
    takes: ['in-qa', 'stories:\n  - id: A-1\n    status: in-qa\n'],
  },
  {
    why: 'a space that is missing behind the colon is written too',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    status:|\n',
    takes: ['done', 'stories:\n  - id: A-1\n    status: done\n'],
  },
  {
    why: 'all of a half-typed value is replaced',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    owner: an|dreas # who?\n',
    offers: ['ana Ana Lima', 'olaf Olaf Berg', 'kim'],
    takes: ['ana Ana Lima', 'stories:\n  - id: A-1\n    owner: ana # who?\n'],
  },
  {
    why: 'releases that are declared, then those that are only named',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    milestone: |\n',
    offers: ['v1.0 Book a berth', '2026-Q4 Crew', 'someday'],
    takes: ['2026-Q4 Crew', 'stories:\n  - id: A-1\n    milestone: 2026-Q4\n'],
  },
  { why: 'goals', file: 'roadmap.yaml', text: 'epics:\n  - goal: |\n', offers: ['G1 A berth in a minute'] },
  {
    why: 'epics alone',
    file: 'roadmap.yaml',
    text: 'stories:\n  - epic: |\n',
    offers: ['BRTH-1 Booking', 'CREW-1 Crew lists'],
  },
  {
    why: 'IDs with titles, without those that are listed',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: BRTH-13\n    depends: [BRTH-12, CREW-|, BRTH-1]\n',
    lacks: ['BRTH-12 Refund API', 'BRTH-1 Booking'],
    has: ['CREW-3 Sign in'],
    takes: ['CREW-3 Sign in', 'stories:\n  - id: BRTH-13\n    depends: [BRTH-12, CREW-3, BRTH-1]\n'],
  },
  {
    why: 'a list whose bracket is not closed',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    depends: [BRTH-|\n    status: done\n',
    takes: ['BRTH-12 Refund API', 'stories:\n  - id: A-1\n    depends: [BRTH-12\n    status: done\n'],
  },
  {
    why: 'an entry of a list on lines of its own',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    depends:\n      - BRTH-12\n      - |\n',
    lacks: ['BRTH-12 Refund API'],
    takes: ['CREW-3 Sign in', 'stories:\n  - id: A-1\n    depends:\n      - BRTH-12\n      - CREW-3\n'],
  },
  {
    why: 'an entry whose dash is still to be written, in a list of IDs',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    depends:\n      |\n',
    takes: ['CREW-3 Sign in', 'stories:\n  - id: A-1\n    depends:\n      - CREW-3\n'],
  },
  {
    why: 'names with commas between them',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    depends: BRTH-12, |\n',
    lacks: ['BRTH-12 Refund API'],
    takes: ['CREW-3 Sign in', 'stories:\n  - id: A-1\n    depends: BRTH-12, CREW-3\n'],
  },
  {
    why: 'an ID that must be quoted',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    depends: [|]\n',
    takes: ['#12 From the tracker', 'stories:\n  - id: A-1\n    depends: ["#12"]\n'],
  },
  {
    why: 'an issue’s number that is not quoted yet is a comment, but meant',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    depends: #1|\n',
    takes: ['#12 From the tracker', 'stories:\n  - id: A-1\n    depends: "#12"\n'],
  },
  {
    why: 'inside of quotes',
    file: 'roadmap.yaml',
    text: "stories:\n  - id: A-1\n    depends: ['#|']\n",
    takes: ['#12 From the tracker', "stories:\n  - id: A-1\n    depends: ['#12']\n"],
  },
  {
    why: 'items of the same epic come first, and never itself, what it is part of, or its own parts',
    file: 'roadmap.yaml',
    text: 'epics:\n  - id: OWN-1\n    stories:\n      - id: OWN-2\n        depends: [|]\n        tasks: [{ id: OWN-9, title: Part }]\n      - { id: OWN-3, title: Beside }\n',
    first: ['OWN-3 Beside', 'BRTH-1 Booking'],
    lacks: ['OWN-1', 'OWN-2', 'OWN-9 Part'],
  },
  { why: 'what a risk threatens', file: 'roadmap.yaml', text: 'risks:\n  - items: [|]\n', has: ['CREW-3 Sign in'] },
  {
    why: 'what mitigates a risk',
    file: 'roadmap.yaml',
    text: 'risks:\n  - mitigation: |\n',
    has: ['BRTH-12 Refund API'],
  },
  {
    why: 'the status of a risk',
    file: 'roadmap.yaml',
    text: 'risks:\n  - status: |\n',
    offers: ['open', 'mitigating', 'accepted', 'closed'],
  },
  { why: 'labels in use', file: 'roadmap.yaml', text: 'stories:\n  - labels: [|]\n', offers: ['api', 'money'] },
  {
    why: 'the category of an own status name',
    file: 'roadmap.yaml',
    text: 'workflow:\n  in-qa: |\n',
    offers: ['planned', 'active', 'blocked', 'done', 'dropped'],
  },
  {
    why: 'codes of findings',
    file: 'roadmap.yaml',
    text: 'stories:\n  - ignore: [{ rule: WM20| }]\n',
    has: ['WM204 Done without evidence'],
  },
  {
    why: 'whether a criterion holds',
    file: 'roadmap.yaml',
    text: 'stories:\n  - acceptance:\n      - { text: x, done: | }\n',
    offers: ['true', 'false'],
  },
  // Beside an extension that knows the schema
  {
    why: 'keys are left to the schema',
    file: 'roadmap.yaml',
    text: 'stories:\n  - id: A-1\n    sta|\n',
    hasSchema: true,
    offers: NOTHING,
  },
  {
    why: 'of statuses only those are offered that no schema knows',
    file: 'roadmap.yaml',
    text: 'stories:\n  - status: |\n',
    hasSchema: true,
    offers: ['in-qa', 'on-hold', 'shipped', 'cancelled'],
  },
  {
    why: 'names of the plan are always offered',
    file: 'roadmap.yaml',
    text: 'stories:\n  - goal: |\n',
    hasSchema: true,
    offers: ['G1 A berth in a minute'],
  },
  // JSON
  {
    why: 'an ID in JSON is quoted',
    file: 'roadmap.json',
    text: '{ "stories": [{ "id": "A-1", "depends": [|] }] }',
    takes: ['CREW-3 Sign in', '{ "stories": [{ "id": "A-1", "depends": ["CREW-3"] }] }'],
  },
  {
    why: 'a half-typed string in JSON',
    file: 'roadmap.json',
    text: '{ "stories": [{ "id": "A-1",\n"owner": "an|',
    takes: ['ana Ana Lima', '{ "stories": [{ "id": "A-1",\n"owner": "ana'],
  },
  {
    why: 'keys of JSON where no schema serves',
    file: 'roadmap.json',
    text: '{ "stories": [{ "id": "A-1", "|" }] }',
    lacks: ['id'],
    takes: ['status', '{ "stories": [{ "id": "A-1", "status": " }] }'],
  },
  { why: 'a comment in JSON', file: 'roadmap.json', text: '{ "stories": [{ // "owner": "|\n }] }', offers: NOTHING },
  // Markdown
  {
    why: 'a person behind the sign',
    file: 'ROADMAP.md',
    text: '- [ ] A-1 Title @a|\n',
    offers: ['ana Ana Lima', 'olaf Olaf Berg', 'kim'],
    takes: ['ana Ana Lima', '- [ ] A-1 Title @ana\n'],
  },
  {
    why: 'fields in parentheses',
    file: 'ROADMAP.md',
    text: '- [ ] A-1 Title (owner: @ana, st|)\n',
    offers: ['status', 'start', 'estimate'],
    takes: ['status', '- [ ] A-1 Title (owner: @ana, status: )\n'],
  },
  {
    why: 'a value in parentheses',
    file: 'ROADMAP.md',
    text: '- [ ] A-1 Title (release: v|, 5pt)\n',
    offers: ['v1.0 Book a berth', '2026-Q4 Crew', 'someday'],
    takes: ['v1.0 Book a berth', '- [ ] A-1 Title (release: v1.0, 5pt)\n'],
  },
  {
    why: 'IDs behind a comma, or the next field',
    file: 'ROADMAP.md',
    text: '- [ ] A-1 Title (depends: BRTH-12, |)\n',
    has: ['CREW-3 Sign in', 'status'],
    lacks: ['BRTH-12 Refund API', 'depends'],
    takes: ['CREW-3 Sign in', '- [ ] A-1 Title (depends: BRTH-12, CREW-3)\n'],
  },
  {
    why: 'an issue’s number needs no quotes there',
    file: 'ROADMAP.md',
    text: '- [ ] A-1 Title (depends: #|)\n',
    takes: ['#12 From the tracker', '- [ ] A-1 Title (depends: #12)\n'],
  },
  { why: 'inline code', file: 'ROADMAP.md', text: '- [ ] A-1 Title `status: |`\n', has: ['in-qa', 'done'] },
  {
    why: 'an open parenthesis at the line’s end',
    file: 'ROADMAP.md',
    text: '- [ ] A-1 Title (status: |\n',
    has: ['done'],
  },
  {
    why: 'a line that says something of the item above',
    file: 'ROADMAP.md',
    text: '- A-1 Title\n  - Owner: |\n',
    has: ['ana Ana Lima'],
  },
  { why: 'the attributes of a heading', file: 'ROADMAP.md', text: '## A-1 Epic (owner: |)\n', has: ['ana Ana Lima'] },
  {
    why: 'front matter is YAML',
    file: 'ROADMAP.md',
    text: '---\nproduct: x\nte|\n---\n# X\n',
    has: ['team'],
    lacks: ['product'],
  },
  {
    why: 'front matter of a file that is one item',
    file: 'ROADMAP.md',
    text: '---\nid: A-1\n|\n---\n# X\n',
    isItem: true,
    has: ['status', 'depends'],
    lacks: ['id', 'releases'],
  },
  {
    why: 'a fenced block of fields is YAML of its item',
    file: 'ROADMAP.md',
    text: '- A-1 Title\n\n  ```yaml waymark\n  owner: |\n  ```\n',
    has: ['ana Ana Lima'],
  },
  { why: 'a link is no attribute', file: 'ROADMAP.md', text: '- [ ] A-1 [Title](st|)\n', offers: NOTHING },
  { why: 'prose in parentheses', file: 'ROADMAP.md', text: '- [ ] A-1 Title (and some more|)\n', offers: NOTHING },
  { why: 'prose', file: 'ROADMAP.md', text: 'Some words (sta|)\n', offers: NOTHING },
  { why: 'an example in a fence', file: 'ROADMAP.md', text: '```\n- A-1 (sta|)\n```\n', offers: NOTHING },
];
