import assert from 'node:assert/strict';
import { applyChanges } from '../../../src/core/edit/textChange';
import { createIdFinder } from '../../../src/core/ids/idFinder';
import { insertId, lintMessage, type MessageScene } from '../../../src/core/mentioning/commitMessage';
import { commentSignOf } from '../../../src/core/mentioning/messageText';
import { epic, story, world } from '../../support/planBuilder';

const { plan } = world(
  epic('PAY-1', { title: 'Refunds' }, story('PAY-12', { title: 'Refund API' }), story('PAY-13', { title: 'Receipts' })),
  story('PAY-120', { title: 'Ledger' }),
  story('#45', { title: 'From the tracker' }),
  story('print', { title: 'Print', derivedId: true }),
);
const item = (id: string) => plan.findWork(id) ?? assert.fail(id);

function scene(more: Partial<MessageScene> = {}): MessageScene {
  const finder = createIdFinder(plan.vocabulary);
  return { plan, finder, branchItem: undefined, stagedItems: () => [], requiresId: false, commentSign: '#', ...more };
}

const onBranch = { branchItem: item('PAY-12') };

interface Case {
  readonly says: string;
  readonly message: string;
  readonly scene?: Partial<MessageScene>;
  /** Kind, the words it is about, and what the first fix makes of the message. */
  readonly faults: readonly (readonly [kind: string, about: string, mended: string | undefined])[];
}

const COMMENTS = '# Please enter the commit message\n# On branch PAY-12-refund-api\n';
const SCISSORS = `# ${'-'.repeat(24)} >8 ${'-'.repeat(24)}\n`;

const CASES: readonly Case[] = [
  { says: 'accepts an ID of the roadmap', message: 'PAY-12: refunds', scene: onBranch, faults: [] },
  { says: 'accepts an ID in the body or a trailer', message: 'Refunds\n\nRefs: PAY-12\n', scene: onBranch, faults: [] },
  { says: 'accepts an ID with other leading zeros', message: 'PAY-012: refunds', scene: onBranch, faults: [] },
  {
    says: 'tells of an unknown ID, with the one that was meant',
    message: 'PAY-122: refunds',
    faults: [['unknownId', 'PAY-122', 'PAY-12: refunds']],
  },
  {
    says: 'offers nothing for an unknown ID where nobody can tell what was meant',
    message: 'PAY-99: refunds',
    faults: [['unknownId', 'PAY-99', undefined]],
  },
  {
    says: 'leaves alone prefixes that no roadmap has',
    message: 'PYA-12: refunds',
    faults: [],
  },
  { says: 'leaves alone what only looks like an ID', message: 'Hash with SHA-256, as RFC-2119 says', faults: [] },
  { says: 'leaves alone the number of a pull request', message: 'Refunds (#46)', faults: [] },
  {
    says: 'tells of another letter case',
    message: 'pay-12: refunds',
    faults: [['spelling', 'pay-12', 'PAY-12: refunds']],
  },
  {
    says: 'tells of another separator, and once of each place',
    message: 'PAY_12: refunds\n\nAlso pay-13.\n',
    faults: [
      ['spelling', 'PAY_12', 'PAY-12: refunds\n\nAlso pay-13.\n'],
      ['spelling', 'pay-13', 'PAY_12: refunds\n\nAlso PAY-13.\n'],
    ],
  },
  { says: 'says nothing of a message without an ID where nothing tells the story', message: 'Tidy up', faults: [] },
  {
    says: 'misses the ID of the branch',
    message: 'Tidy up\n\nMore words.\n',
    scene: onBranch,
    faults: [['noId', 'Tidy up', 'PAY-12: Tidy up\n\nMore words.\n']],
  },
  {
    says: 'misses the ID of the staged files',
    message: 'Tidy up',
    scene: { stagedItems: () => [item('PAY-13')] },
    faults: [['noId', 'Tidy up', 'PAY-13: Tidy up']],
  },
  {
    says: 'does not ask for an ID that nobody wrote',
    message: 'Tidy up',
    scene: { stagedItems: () => [item('print')] },
    faults: [],
  },
  {
    says: 'keeps the kind of a conventional commit in front',
    message: 'feat(api)!: add refunds',
    scene: onBranch,
    faults: [['noId', 'feat(api)!: add refunds', 'feat(api)!: PAY-12 add refunds']],
  },
  {
    says: 'misses any ID where one is required',
    message: 'Tidy up',
    scene: { requiresId: true },
    faults: [['noId', 'Tidy up', undefined]],
  },
  {
    says: 'takes the number of a pull request for no story',
    message: 'Tidy up (#45)',
    scene: onBranch,
    faults: [['noId', 'Tidy up (#45)', 'PAY-12: Tidy up (#45)']],
  },
  { says: 'is silent while the message is empty', message: ' \n\n', scene: { requiresId: true }, faults: [] },
  {
    says: 'is silent while there are only comments',
    message: `\n${COMMENTS}`,
    scene: { requiresId: true },
    faults: [],
  },
  {
    says: 'reads no comments, and nothing below the scissors',
    message: `Tidy up\n\n# PAY-99 pay-12\n${SCISSORS}# Do not touch\ndiff --git a/pay-12 b/PAY-99\n`,
    faults: [],
  },
  {
    says: 'knows the sign of comments by the scissors',
    message: `PAY-12: refunds\n; pay-12\n${SCISSORS.replace('#', ';')}; pay-12\n`,
    faults: [],
  },
  {
    says: 'knows comments that begin with more than one sign, also above their scissors',
    message: `PAY-12: refunds\n// pay-12\n${SCISSORS.replace('#', '//')}// pay-12\n`,
    scene: { commentSign: '//' },
    faults: [],
  },
  {
    says: 'reads lines with a # where comments begin otherwise',
    message: '# pay-12\n; pay-12\n',
    scene: { commentSign: ';' },
    faults: [['spelling', 'pay-12', '# PAY-12\n; pay-12\n']],
  },
  {
    says: 'reads every line where there are no comments',
    message: '# pay-12',
    scene: { commentSign: undefined },
    faults: [['spelling', 'pay-12', '# PAY-12']],
  },
  ...[
    'fixup! Refunds',
    'squash! pay-12 refunds',
    'amend! Refunds',
    "Merge branch 'pay-99' into main",
    'Revert "PAY-99: refunds"\n\nThis reverts commit 1234567.\n',
  ].map((message) => ({
    says: `leaves alone: ${message.split('\n')[0]}`,
    message,
    scene: { ...onBranch, requiresId: true },
    faults: [],
  })),
];

describe('the check of a commit message', () => {
  for (const { says, message, scene: more, faults } of CASES) {
    it(says, () => {
      const found = lintMessage(message, scene(more)).map(({ kind, span, fixes: [fix] }) => [
        kind,
        message.slice(span.start, span.end),
        fix && applyChanges(message, [fix.change]),
      ]);
      assert.deepEqual(found, faults);
    });
  }

  it('says in two sentences what is wrong and how to mend it', () => {
    const said = ['PAY-1200: x', 'pay-12: x', 'Tidy up'].flatMap((message) =>
      lintMessage(message, scene(onBranch)).map(({ sentence, remedy }) => `${sentence} ${remedy}`),
    );
    assert.deepEqual(said, [
      'No roadmap declares PAY-1200. Did you mean PAY-120?',
      'pay-12 is not how the roadmap writes PAY-12, so the commit is only probably linked to it. Write PAY-12.',
      'The message names no item of the roadmap, although the branch is that of PAY-12. Name one, such as in "PAY-12: Tidy up".',
    ]);
  });

  it('asks what the staged files belong to only where a message names nothing', () => {
    const texts = ['', '# a comment', 'PAY-12: refunds', 'fixup! refunds', 'Tidy up'];
    const asked = texts.filter((text) => {
      let isAsked = false;
      const stagedItems = () => {
        isAsked = true;
        return [];
      };
      lintMessage(text, scene({ ...onBranch, stagedItems }));
      return isAsked;
    });
    assert.deepEqual(asked, ['Tidy up']);
  });

  it('offers the item of the branch before those of the staged files', () => {
    const [fault] = lintMessage('Tidy up', scene({ ...onBranch, stagedItems: () => [item('PAY-13'), item('PAY-12')] }));
    assert.deepEqual(
      fault?.fixes.map(({ title }) => title),
      ['PAY-12 Refund API: write its ID here', 'PAY-13 Receipts: write its ID here'],
    );
  });

  it('inserts an ID, also in an empty message, and not twice', () => {
    const inserted = ['', 'Refunds', 'fix: rounding', 'PAY-12: done', `\n${COMMENTS}`].map((message) => {
      const change = insertId(message, item('PAY-12'), scene());
      return change && applyChanges(message, [change]);
    });
    assert.deepEqual(inserted, [
      'PAY-12: ',
      'PAY-12: Refunds',
      'fix: PAY-12 rounding',
      undefined,
      `PAY-12: \n${COMMENTS}`,
    ]);
  });
});

describe('The sign of comments in a message', () => {
  for (const [setting, text, sign] of [
    [undefined, 'Refunds\n; On branch main\n', '#'],
    [';', 'Refunds\n', ';'],
    ['//', 'Refunds\n', '//'],
    ['auto', '#45 refunds\n\n; Please enter the commit message\n;\n\n', ';'],
    ['auto', 'Refunds\n', '#'],
    ['auto', '', '#'],
  ] as const) {
    it(`is ${sign} where git says ${setting ?? 'nothing'} and the message is ${JSON.stringify(text)}`, () => {
      assert.equal(commentSignOf(setting, text), sign);
    });
  }
});
