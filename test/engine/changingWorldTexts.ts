/** What the series of changes in `changingWorld.ts` are made of. */

export const PATHS = [
  'src/a.ts',
  'src/b.py',
  'src/deep/c.go',
  'src/deep/d.ts',
  'lib/e.rs',
  'docs/notes.md',
  'test/a.test.ts',
  'build/out.ts',
  'file.txt',
];

export const FOLDERS = [
  'src',
  'src/deep',
  'lib',
  'docs',
  'moved',
  '.waymark',
  'backlog',
  'backlog/tasks',
  'docs/tasks',
];

export const CONTENTS = [
  '// TODO(PAY-1): retry\nexport const a = 1;\n',
  '// FIXME PAY-2: round\r\n// see PAY-1 and pay-2\r\n',
  '# TODO PAY-99: nobody plans this\n# TODO no item\n',
  '// NEW-3 stands here, and login-page\n# NEW-3 stands here, and login-page\n',
  'nothing of interest\n',
  '',
  '// TODO(PAY-1): in a binary\n\0\n',
  '/* TODO(PAY-2) one\n   PAY-1 two */\n// HACK: three\n',
];

export const IGNORES = ['build/\n', 'src/deep\n*.py\n', '', '*\n!*.ts\n!src\n!roadmap.yaml\n', 'roadmap.yaml\n'];

export const ATTRIBUTES = [
  'src/** linguist-vendored\n',
  '*.py linguist-generated\ndocs/* -linguist-generated\n',
  '',
  '[attr]made linguist-generated\n*.ts made\n/src/a.ts !linguist-generated\n',
];

export const MESSAGES = [
  'PAY-1: one',
  'PAY-2: two\n\nCloses: PAY-2',
  'NEW-3 three',
  'login-page, at last',
  'PAY-99 unknown',
  'Revert "PAY-1: one"',
  'three\n\nRefs: PAY-1',
  'nothing of interest',
];

export const ROADMAP_PATHS = ['roadmap.yaml', 'docs/roadmap.yml', '.waymark/roadmap.json'];

export const ITEM_PATHS = [
  'backlog/tasks/one.md',
  'backlog/tasks/deep/two.md',
  'backlog/archive/tasks/one.md',
  'backlog/notes.md',
  'docs/tasks/one.md',
  'backlog/config.yml',
  'backlog.config.yml',
];

const STORIES = `stories:
  - id: PAY-1
    title: One
    status: active
    decisions: [docs/notes.md, src/deep]
  - id: PAY-2
    title: Two
    status: done
    code: ["src/**/*.ts", lib, build/out.ts, file.txt]
`;

/** So long that an edit within one story does not read the whole text again. */
const LONG = `# ${'long '.repeat(12_000)}\n${STORIES}`;

export const ITEMS = [
  '---\nid: PAY-1\ntitle: One\nstatus: active\n---\n\nTODO(PAY-2): in an item\n',
  '---\nid: pay-2\ntitle: Two\nstatus: Done\nordinal: 1\nparent_task_id: PAY-1\n---\n- [ ] First\n',
  '---\ntitle: Nameless\nstatus: in progress\ndepends: [NEW-3]\n---\n',
  '---\ntitle: A page\ndate: 2026-07-01\n---\nPAY-1 is told of here.\n',
  '---\nid: NEW-3\nstatus: "half\n---\n',
  'PAY-1 in words\n',
  'project_name: Acme\ntask_prefix: pay\nstatuses: [Open, Building, Shipped]\n',
  'backlog_directory: docs\nproject_name: Acme\n',
  'colour: red\n',
  '',
];

export const ROADMAPS = [
  STORIES,
  LONG,
  LONG.replace('title: One', 'title: One\n    due: 2026-07-01'),
  LONG.replace('active', 'done'),
  LONG.replace('title: Two', 'tilte: Two').replace('id: PAY-1', 'id: NEW-3'),
  `${STORIES}    depends: [PAY-1]\n    aliases: [PAY-99]\n`,
  `${STORIES}  - id: NEW-3\n    title: Three\n    status: planned\n`,
  `${STORIES}  - id: login-page\n    title: Four\n    epic: PAY-1\n`,
  'epics:\n  - id: PAY-2\n    title: Two\n    stories:\n      - { id: PAY-1, title: One, status: done, owner: ana }\n',
  'stories:\n  - id: PAY-1\n    title: Twice\n  - id: PAY-1\n    title: Again\n    due: 2026-07-01\n',
  'stories:\n  - id: OTHER-1\n    title: One\n    aliases: [PAY-1]\n    status: active\n',
  'stories:\n  - id: PAY-1\n    title: [half',
  'database: { host: TODO }\n# TODO(PAY-1): not a roadmap\n',
  '',
  '{ "stories": [{ "id": "PAY-2", "title": "Two", "status": "active" }] }',
  'keys: [PAY]\nproduct: Without stories\n',
];
