import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  COMMANDS,
  CONTEXT_KEYS,
  EXTENSION_ID,
  INTERNAL_COMMANDS,
  ITEM_ROW,
  LINK_ROWS,
  PLANNED_ROW,
  STORY_PAGE_PANEL,
  UNKNOWN_ID_ROW,
  VIEW_CONTAINER,
  VIEWS,
  WALKTHROUGH,
} from '../../src/protocol/contributions';
import { isOfSchema, schemaFileNames } from '../../src/core/roadmap/jsonSchema';
import { isRoadmapPath } from '../../src/core/roadmap/readRoadmap';
import { DEFAULT_SETTINGS } from '../../src/protocol/settings';
import { holds, keysOf } from '../support/whenClause';

const root = join(__dirname, '..', '..');

interface Command {
  readonly command: string;
  readonly title: string;
  readonly category: string;
}

interface MenuEntry {
  readonly command: string;
  readonly when: string;
}

interface View {
  readonly id: string;
  readonly icon: string;
  readonly contextualTitle: string;
}

interface Welcome {
  readonly view: string;
  readonly contents: string;
  readonly when: string;
}

interface Walkthrough {
  readonly id: string;
  readonly when: string;
  readonly steps: readonly {
    readonly id: string;
    readonly title: string;
    readonly description: string;
    readonly media: { readonly image: string; readonly altText: string };
    readonly completionEvents: readonly string[];
  }[];
}

interface Setting {
  readonly type: string;
  readonly default: unknown;
  readonly scope: string;
  readonly markdownDescription: string;
  readonly additionalProperties?: { readonly enum?: readonly string[]; readonly enumDescriptions?: readonly string[] };
}

interface Manifest {
  readonly icon: string;
  readonly main: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly keywords: readonly string[];
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly extensionKind: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: unknown; readonly description: string };
    readonly virtualWorkspaces: { readonly supported: unknown; readonly description: string };
  };
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly views: Readonly<Record<string, readonly View[]>>;
    readonly viewsWelcome: readonly Welcome[];
    readonly walkthroughs: readonly Walkthrough[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Setting>> }[];
    readonly jsonValidation: readonly { readonly url: string; readonly fileMatch: readonly string[] }[];
    readonly yamlValidation: readonly { readonly url: string; readonly fileMatch: readonly string[] }[];
  };
}

const manifest: Manifest = JSON.parse(read('package.json'));
const words: Readonly<Record<string, string>> = JSON.parse(read('package.nls.json'));
const { contributes } = manifest;

/** Members of the manifest that people read. */
const PROSE = new Set([
  'category',
  'contents',
  'contextualTitle',
  'description',
  'displayName',
  'enumDescriptions',
  'markdownDescription',
  'name',
  'patternErrorMessage',
  'title',
]);
/** `name` and `title` that are no prose: the package's own name, and the title of the settings, which is the product's name. */
const NAMES = new Set(['waymark', 'Waymark']);

/** Context keys of the editor itself. */
const EDITOR_KEYS = new Set([
  'editorIsOpen',
  'isWorkspaceTrusted',
  'listMultiSelection',
  'view',
  'viewItem',
  'workspaceFolderCount',
]);
/** Commands of the editor itself that welcome texts run. */
const EDITOR_COMMANDS = new Set([
  'git.init',
  'waymark.roadmap.focus',
  'workbench.action.openWalkthrough',
  'workbench.actions.view.problems',
  'workbench.action.files.openFolder',
  'workbench.action.openSettings',
  'workbench.trust.manage',
]);

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The words behind `%key%`. */
function text(reference: string): string {
  const found = words[reference.slice(1, -1)];
  assert.ok(found !== undefined, `${reference} is not in package.nls.json`);
  return found;
}

function values(record: Readonly<Record<string, string>>): string[] {
  return Object.values(record).sort();
}

/** The texts that an empty view shows where the context keys have these values. */
function welcomes(view: string, context: Readonly<Record<string, string>>): Welcome[] {
  return contributes.viewsWelcome.filter((welcome) => welcome.view === view && holds(welcome.when, context));
}

/** Every string of the manifest with the name of the member that it belongs to. */
function* strings(value: unknown, member = ''): Generator<readonly [member: string, value: string]> {
  if (typeof value === 'string') {
    yield [member, value];
  } else if (Array.isArray(value)) {
    for (const entry of value) yield* strings(entry, member);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, entry] of Object.entries(value)) yield* strings(entry, key);
  }
}

describe('the manifest: words', () => {
  it('keeps everything that people read in package.nls.json', () => {
    const prose = [...strings(manifest)].filter(([member]) => PROSE.has(member));
    const literal = prose.filter(([, value]) => !/^%[^%]+%$/.test(value) && !NAMES.has(value));
    assert.deepEqual(literal, []);
  });

  it('uses every key of package.nls.json, and no other', () => {
    const used = new Set([...strings(manifest)].flatMap(([, value]) => /^%(.+)%$/.exec(value)?.[1] ?? []));
    assert.deepEqual([...used].sort(), Object.keys(words).sort());
  });

  it('has each key once', () => {
    const keys = [...read('package.nls.json').matchAll(/^ {2}"([^"]+)":/gm)].map(([, key]) => key);
    assert.deepEqual(
      keys.filter((key, index) => keys.indexOf(key) !== index),
      [],
    );
  });
});

describe('the manifest: commands', () => {
  it('declares the commands of the contract', () => {
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), values(COMMANDS));
  });

  it('gives each a sentence-case title in the category Waymark', () => {
    for (const { command, title, category } of contributes.commands) {
      assert.equal(text(category), 'Waymark', command);
      assert.match(text(title).replace(/\bID\b/, 'id'), /^[A-Z][^A-Z.]*$/, command);
    }
  });

  it('ends the title with an ellipsis where the command asks for something, and only there', () => {
    const asking = contributes.commands.filter(({ title }) => text(title).endsWith('…')).map(({ command }) => command);
    assert.deepEqual(
      asking.sort(),
      [
        COMMANDS.acceptLink,
        COMMANDS.addBelow,
        COMMANDS.addEpic,
        COMMANDS.addStory,
        COMMANDS.createRoadmap,
        COMMANDS.createStory,
        COMMANDS.insertAnnotation,
        COMMANDS.linkToStory,
        COMMANDS.exportRoadmap,
        COMMANDS.filterRoadmap,
        COMMANDS.filterRoadmapByWords,
        COMMANDS.groupRoadmap,
        COMMANDS.sortRoadmap,
        COMMANDS.goToStory,
        COMMANDS.importRoadmap,
        COMMANDS.moveToEpic,
        COMMANDS.openStoryPage,
        COMMANDS.rejectLink,
        COMMANDS.renameItem,
        COMMANDS.setOwner,
        COMMANDS.setRelease,
        COMMANDS.setStatus,
        COMMANDS.showLinks,
        COMMANDS.startWork,
        COMMANDS.switchStory,
      ].sort(),
    );
  });

  it('says of each when the palette offers it, and never offers those that need arguments', () => {
    const palette = contributes.menus['commandPalette'] ?? [];
    assert.deepEqual(palette.map(({ command }) => command).sort(), values(COMMANDS));
    const hidden = palette.filter(({ when }) => when === 'false').map(({ command }) => command);
    assert.deepEqual(hidden.sort(), [...INTERNAL_COMMANDS].sort());
  });

  it('puts only known commands into menus and welcome texts', () => {
    const known = new Set<string>([...values(COMMANDS), ...EDITOR_COMMANDS]);
    const inMenus = Object.values(contributes.menus).flatMap((entries) => entries.map(({ command }) => command));
    const inTexts = Object.values(words).flatMap((value) =>
      [...value.matchAll(/\(command:([\w.]+)/g)].map(([, id]) => id),
    );
    assert.deepEqual(
      [...inMenus, ...inTexts].filter((command) => command === undefined || !known.has(command)),
      [],
    );
  });
});

describe('the manifest: views', () => {
  it('declares the views of the contract, each with an icon and a title of its own', () => {
    assert.deepEqual(
      contributes.viewsContainers.activitybar.map(({ id }) => id),
      [VIEW_CONTAINER],
    );
    const views = contributes.views[VIEW_CONTAINER] ?? [];
    assert.deepEqual(views.map(({ id }) => id).sort(), values(VIEWS));
    for (const { id, icon, contextualTitle } of views) {
      assert.ok(existsSync(join(root, icon)), id);
      assert.equal(text(contextualTitle), 'Waymark', id);
    }
  });

  const empty = ['noFolder', 'noRoadmap', 'emptyRoadmap', 'failed'];
  for (const [view, states] of [
    [VIEWS.roadmap, empty],
    [VIEWS.unplanned, [...empty, 'ready']],
    // Where nothing is ready the server says why.
    [VIEWS.nextUp, empty],
  ] as const) {
    it(`welcomes a person to ${view} with exactly one text in each state that leaves it empty`, () => {
      for (const state of states) {
        assert.equal(welcomes(view, { [CONTEXT_KEYS.state]: state, isWorkspaceTrusted: 'true' }).length, 1, state);
      }
      assert.equal(welcomes(view, {}).length, 1, 'before the extension is active');
    });
  }

  it('says beside it where the folder is in no repository, and where the filter hides everything', () => {
    const at = (state: string, more: Readonly<Record<string, string>>) =>
      welcomes(VIEWS.roadmap, { [CONTEXT_KEYS.state]: state, isWorkspaceTrusted: 'true', ...more }).map(
        ({ contents }) => contents,
      );
    assert.deepEqual(at('noRoadmap', { [CONTEXT_KEYS.commits]: 'noRepository' }), [
      '%welcome.noRoadmap%',
      '%welcome.noRepository%',
    ]);
    assert.deepEqual(at('ready', { [CONTEXT_KEYS.roadmapFilter]: 'hidesAll' }), ['%welcome.hidesAll%']);
    assert.deepEqual(at('ready', { [CONTEXT_KEYS.roadmapFilter]: 'filtered' }), []);
  });

  it('shows a newcomer round in steps, each with a picture, words for it, and something that completes it', () => {
    const [walkthrough, ...others] = contributes.walkthroughs;
    assert.deepEqual(others, []);
    assert.equal(walkthrough?.id, WALKTHROUGH);
    // An editor opens a walkthrough that it could show when the extension is installed, and nobody asked for it then.
    assert.equal(walkthrough.when, CONTEXT_KEYS.state);
    assert.ok(text('%welcome.noRoadmap%').includes(`${EXTENSION_ID}%23${WALKTHROUGH}`));
    for (const { id, title, description, media, completionEvents } of walkthrough.steps) {
      assert.ok(existsSync(join(root, media.image)), `${media.image} is there`);
      assert.match(text(media.altText), /^[A-Z].*\.$/, id);
      assert.match(text(title), /^[A-Z]/, id);
      assert.match(text(description), /\]\(command:/, `${id} leads on`);
      assert.ok(completionEvents.length > 0, id);
      for (const event of completionEvents) {
        const [kind = '', what = ''] = event.split(/:(.*)/);
        const known: Readonly<Record<string, readonly string[]>> = {
          onCommand: [...values(COMMANDS), ...EDITOR_COMMANDS],
          onView: values(VIEWS),
          onContext: [`${CONTEXT_KEYS.state} == ready`],
        };
        assert.ok(known[kind]?.includes(what), event);
      }
    }
  });

  it('offers on a story of Next up what can be done with it at once', () => {
    const offered = (contributes.menus['view/item/context'] ?? []).filter(({ when }) =>
      holds(when, { view: VIEWS.nextUp, viewItem: PLANNED_ROW }),
    );
    assert.deepEqual(
      [...new Set(offered.map(({ command }) => command))],
      [
        COMMANDS.startWork,
        COMMANDS.openStoryPage,
        COMMANDS.openRow,
        COMMANDS.revealRow,
        COMMANDS.showLinks,
        COMMANDS.setStatus,
        COMMANDS.setOwner,
        COMMANDS.setRelease,
        COMMANDS.moveToEpic,
        COMMANDS.copyId,
        COMMANDS.copyLink,
      ],
    );
  });

  it('offers to copy an ID that no roadmap knows, and nothing else of it', () => {
    const offered = (contributes.menus['view/item/context'] ?? []).filter(({ when }) =>
      holds(when, { view: VIEWS.unplanned, viewItem: UNKNOWN_ID_ROW }),
    );
    assert.deepEqual(
      offered.map(({ command }) => command),
      [COMMANDS.copyId],
    );
  });

  it('adds what is missing where the workspace is not trusted', () => {
    const untrusted = welcomes(VIEWS.unplanned, { [CONTEXT_KEYS.state]: 'ready' });
    assert.deepEqual(
      untrusted.map(({ contents }) => contents),
      ['%welcome.unplanned.empty%', '%welcome.untrusted%'],
    );
  });

  for (const [row, commands] of [
    [
      ITEM_ROW,
      [
        COMMANDS.setStatus,
        COMMANDS.addBelow,
        COMMANDS.openStoryPage,
        COMMANDS.openRow,
        COMMANDS.showLinks,
        COMMANDS.startWork,
        COMMANDS.finishWork,
        COMMANDS.setOwner,
        COMMANDS.setRelease,
        COMMANDS.moveToEpic,
        COMMANDS.renameItem,
        COMMANDS.copyId,
        COMMANDS.copyLink,
      ],
    ],
    [LINK_ROWS.probable, [COMMANDS.acceptLink, COMMANDS.rejectLink]],
    [LINK_ROWS.accepted, [COMMANDS.rejectLink]],
    ['annotation', []],
  ] as const) {
    it(`offers on a row that is called ${row} ${commands.join(' and ') || 'nothing'}`, () => {
      const offered = (contributes.menus['view/item/context'] ?? []).filter(({ when }) =>
        holds(when, { view: VIEWS.roadmap, viewItem: row }),
      );
      assert.deepEqual([...new Set(offered.map(({ command }) => command))], commands);
    });
  }

  it('asks only for context keys that exist', () => {
    const known = new Set<string>([...EDITOR_KEYS, ...values(CONTEXT_KEYS)]);
    const clauses = [...Object.values(contributes.menus).flat(), ...contributes.viewsWelcome].map(({ when }) => when);
    assert.deepEqual(
      clauses.flatMap(keysOf).filter((key) => !known.has(key)),
      [],
    );
  });
});

describe('the manifest: settings', () => {
  const settings = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));

  it('declares the settings of the contract with their defaults, for each folder', () => {
    const expected = Object.entries(DEFAULT_SETTINGS).flatMap(([area, members]) =>
      Object.entries(members).map(([name, value]) => [`waymark.${area}.${name}`, value, 'resource']),
    );
    const byKey = (a: readonly unknown[], b: readonly unknown[]) => String(a[0]).localeCompare(String(b[0]));
    assert.deepEqual(
      settings.map(([key, setting]) => [key, setting.default, setting.scope]).sort(byKey),
      expected.sort(byKey),
    );
  });

  it('describes each in sentences, and each value that can be chosen', () => {
    for (const [key, { markdownDescription, additionalProperties }] of settings) {
      assert.match(text(markdownDescription), /^[A-Z].*\.$/, key);
      assert.equal(additionalProperties?.enumDescriptions?.length, additionalProperties?.enum?.length, key);
    }
  });

  it('is read by the server, setting by setting', () => {
    const reader = read('src/server/settings.ts');
    for (const [key] of settings) {
      assert.ok(reader.includes(`'${key.replace('waymark.', '')}'`), key);
    }
  });
});

describe('the manifest: start and place', () => {
  it('starts with a folder that has a roadmap at a usual place, and in no other folder by itself', () => {
    const expected = ['', 'docs/', '.waymark/', '.github/'].flatMap((folder) =>
      ['roadmap', 'ROADMAP', 'Roadmap'].flatMap((name) =>
        ['yaml', 'yml', 'json', 'md'].map((extension) => `workspaceContains:${folder}${name}.${extension}`),
      ),
    );
    // Plain paths, which the editor only asks for: a pattern would make it search the folder.
    const folders = ['backlog', '.backlog', 'backlog.config.yml', 'docs/backlog'].concat(
      ['roadmap', 'epics', 'stories'].flatMap((name) => [name, `docs/${name}`]),
    );
    assert.deepEqual(manifest.activationEvents, [
      ...expected,
      ...folders.map((path) => `workspaceContains:${path}`),
      // So that its panels come back after a reload.
      `onWebviewPanel:${STORY_PAGE_PANEL}`,
    ]);
  });

  it('runs where the files are, with limits where the workspace is not trusted, and not where there are no files', () => {
    assert.deepEqual(manifest.extensionKind, ['workspace']);
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, 'limited');
    assert.equal(manifest.capabilities.virtualWorkspaces.supported, false);
  });

  it('brings the schema of a roadmap for every spelling of its name, in YAML and JSON', () => {
    assert.deepEqual(contributes.jsonValidation[0]?.fileMatch, schemaFileNames('json'));
    assert.deepEqual(contributes.yamlValidation[0]?.fileMatch, schemaFileNames('yaml'));
    for (const file of ['docs/roadmap.yml', '.github/ROADMAP.yaml', '.waymark/Roadmap.json']) {
      assert.ok(isRoadmapPath(file) && isOfSchema(file), file);
    }
  });

  it('names files that exist or are built', () => {
    const schemas = [...contributes.jsonValidation, ...contributes.yamlValidation].map(({ url }) => url);
    const icons = [manifest.icon, ...contributes.viewsContainers.activitybar.map(({ icon }) => icon)];
    for (const file of [...icons, ...schemas]) {
      assert.ok(existsSync(join(root, file)), file);
    }
    const built = read('scripts/build.ts');
    for (const file of [manifest.main, ...Object.values(manifest.bin)]) {
      assert.ok(built.includes(`'${file.replace('./', '')}'`), file);
    }
  });

  it('is typed against the oldest editor that it runs in', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
  });

  it('has no more keywords than the marketplace takes', () => {
    assert.ok(manifest.keywords.length <= 5);
  });
});
