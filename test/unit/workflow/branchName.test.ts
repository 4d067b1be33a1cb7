import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createIdFinder } from '../../../src/core/ids/idFinder';
import { branchNameOf, templateProblem } from '../../../src/core/workflow/branchName';
import { branchWork } from '../../../src/core/workflow/branchWork';
import { slugOf } from '../../../src/core/workflow/slug';
import { plan, story } from '../../support/planBuilder';

const DEFAULT = '{id}-{title}';

const NAMES: readonly (readonly [template: string, id: string, title: string, branch: string])[] = [
  [DEFAULT, 'PAY-12', 'Refund API', 'PAY-12-refund-api'],
  [DEFAULT, 'PAY-12', '', 'PAY-12'],
  [DEFAULT, 'PAY-12', '返金', 'PAY-12'],
  [DEFAULT, 'PAY-12.1', 'Ledger: "double" entry?!', 'PAY-12.1-ledger-double-entry'],
  [DEFAULT, 'PAY-12', "Don't ask `rm -rf ~` $(twice)", 'PAY-12-dont-ask-rm-rf-twice'],
  [DEFAULT, 'PAY-12', 'Rückzahlung für Größen', 'PAY-12-rueckzahlung-fuer-groessen'],
  [DEFAULT, 'PAY-12', 'Crème brûlée à São Paulo', 'PAY-12-creme-brulee-a-sao-paulo'],
  [DEFAULT, 'PAY-12', 'Возврат денег', 'PAY-12-vozvrat-deneg'],
  [DEFAULT, 'PAY-12', 'Επιστροφή', 'PAY-12-epistrofi'],
  [DEFAULT, '#12', 'Refunds', 'GH-12-refunds'],
  [DEFAULT, 'login-page', 'Login page', 'login-page-login-page'],
  ['feature/{id}/{title}', 'PAY-12', 'Refund API', 'feature/PAY-12/refund-api'],
  ['feature/{id}/{title}', 'PAY-12', '!!!', 'feature/PAY-12'],
  ['{user}/{kind}/{id}', 'PAY-12', 'Refund API', 'ana-lima/story/PAY-12'],
  ['-x --force {id}', 'PAY-12', 'Refund API', 'x-force-PAY-12'],
  ['/a//{id}.lock/..b.lock', 'PAY-12', '', 'a/PAY-12/b'],
  ['{id}@{title}~1^2:3?*[x]\\y', 'PAY-12', 'a', 'PAY-12-a-1-2-3-x-y'],
  [
    DEFAULT,
    'PAY-12',
    'A customer who was charged twice gets the second amount back without asking',
    'PAY-12-a-customer-who-was-charged-twice-gets-the-second',
  ],
  [DEFAULT, 'PAY-12', 'x'.repeat(300), `PAY-12-${'x'.repeat(53)}`],
];

describe('the name of a branch', () => {
  for (const [template, id, title, branch] of NAMES) {
    it(`is ${branch} of ${template} for ${id} ${title.slice(0, 40)}`, () => {
      assert.equal(branchNameOf(template, { id, title, kind: 'story' }, 'Ana Lima'), branch);
    });
  }

  it('names the item that it was made for', () => {
    const items = [story('PAY-12'), story('PAY-12.1'), story('#12'), story('E1-F2')];
    const known = plan(...items);
    const finder = createIdFinder(known.vocabulary);
    for (const template of [DEFAULT, 'feature/{id}/{title}', '{user}/{id}_{title}', 'wip-{title}-{id}']) {
      for (const { id, kind } of items) {
        const branch = branchNameOf(template, { id, title: 'Undo the 2nd refund', kind }, 'Ana');
        assert.equal(branchWork(branch, known, finder)?.id, id, branch);
      }
    }
  });

  it('is safe whatever the template and the title hold', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(text, text, text, text, (before, after, title, user) => {
        const name = branchNameOf(`${before}{id}${after}`, { id: 'PAY-12', title, kind: 'story' }, user);
        const parts = name.split('/');
        assert.ok(
          parts.every((part) => /^[^-.]/.test(part) && !part.endsWith('.') && !part.endsWith('.lock')),
          name,
        );
        assert.doesNotMatch(name, /[\p{Cc} ~^:?*[\\]|\.\.|@\{|^$/u);
        assert.ok(parts.every((part) => Buffer.byteLength(part) <= 250));
      }),
    );
  });

  it('says what is wrong with a template', () => {
    assert.deepEqual(['{id}-{title}', '{title}', '{id}-{release}'].map(templateProblem), [
      undefined,
      'it has no {id}, by which a branch is known to be that of a story',
      'nothing is known of {release}; there are {id}, {title}, {kind} and {user}',
    ]);
  });
});

describe('a slug', () => {
  it('has nothing but small letters, digits and single hyphens between them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        assert.match(slugOf(words), /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
      }),
    );
  });
});
