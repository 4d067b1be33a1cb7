import { exposureWithoutMitigation } from '../../../src/core/findings/rules/risks/wm601ExposureWithoutMitigation';
import { mitigationFails } from '../../../src/core/findings/rules/risks/wm602MitigationFails';
import { riskNamesNothing } from '../../../src/core/findings/rules/risks/wm605RiskNamesNothing';
import { reviewPassed } from '../../../src/core/findings/rules/risks/wm603ReviewPassed';
import { riskWithoutOwner } from '../../../src/core/findings/rules/risks/wm604RiskWithoutOwner';
import { mitigatedButOpen } from '../../../src/core/findings/rules/risks/wm606MitigatedButOpen';
import { release, risk, story, world } from '../../support/planBuilder';
import { checkRule } from './checkRule';
import { workTree } from './codeFacts';

checkRule(exposureWithoutMitigation, [
  {
    title: 'shows a large risk without mitigation at its probability',
    in: world(risk('R1', { probability: 3, impact: 4 })),
    finds: ['roadmap.yaml: R1 probability | R1 has an exposure of 12 (probability 3 × impact 4) and no mitigation.'],
  },
  {
    title: 'lets smaller, mitigated, accepted and unrated risks pass',
    in: world(
      risk('R1', { probability: 2, impact: 5 }),
      risk('R2', { probability: 5, impact: 5, mitigation: 'Ask the bank' }),
      risk('R3', { probability: 5, impact: 5, status: 'accepted' }),
      risk('R4', { impact: 5 }),
    ),
    finds: [],
  },
]);

checkRule(riskNamesNothing, [
  {
    title: 'shows an item that nobody declares and code that matches nothing',
    in: world(story('PAY-12'), risk('R1', { items: ['PAY-122', 'PAY-12'], code: ['src/ledgr/**', 'src/ledger'] })),
    facts: { workTree: workTree('src/ledger/a.ts') },
    finds: [
      'roadmap.yaml: R1 items PAY-122 | R1 threatens PAY-122, which no roadmap declares. Did you mean PAY-12?',
      'suggest: PAY-12',
      '- roadmap.yaml: PAY-12 | PAY-12 Title of PAY-12',
      'roadmap.yaml: R1 code src/ledgr/** | R1 lies in src/ledgr/**, but no file matches that.',
    ],
  },
  {
    title: 'says of code outside of the folder that it lies there',
    in: world(risk('R1', { code: ['../ledger/**'] })),
    facts: { workTree: workTree('src/ledger/a.ts') },
    finds: [
      'roadmap.yaml: R1 code ../ledger/** | R1 lies in ../ledger/**, but that lies outside of the folder that is open, so nothing is ever found there.',
    ],
  },
  {
    title: 'shows unknown items also while it is not known which files there are, but no code then',
    in: world(story('PAY-12'), risk('R1', { items: ['PAY-77'], code: ['src/none/**'] })),
    finds: ['roadmap.yaml: R1 items PAY-77 | R1 threatens PAY-77, which no roadmap declares.'],
  },
  {
    title: 'lets closed risks, words and existing code pass',
    in: world(
      story('PAY-12'),
      risk('R1', { status: 'closed', items: ['PAY-77'], code: ['src/none/**'] }),
      risk('R2', { items: ['PAY-12'], code: ['the ledger', 'ledger', '**/*.ts'] }),
    ),
    facts: { workTree: workTree('src/ledger/a.ts') },
    finds: [],
  },
]);

checkRule(mitigationFails, [
  {
    title: 'shows a mitigation that nobody declares, and what was meant',
    in: world(story('PAY-12'), risk('R1', { mitigation: 'PAY-122' }), risk('R2', { mitigation: 'PAY-12, PAY-900' })),
    finds: [
      'roadmap.yaml: R1 mitigation PAY-122 | R1 is to be mitigated by PAY-122, which no roadmap declares. Did you mean PAY-12?',
      'suggest: PAY-12',
      '- roadmap.yaml: PAY-12 | PAY-12 Title of PAY-12',
      'roadmap.yaml: R2 mitigation PAY-12, PAY-900 | R2 is to be mitigated by PAY-900, which no roadmap declares.',
    ],
  },
  {
    title: 'shows a mitigation whose release is overdue, but not one that is due later itself',
    in: world(
      release('v1', { date: '2026-08-15' }),
      story('PAY-1', { title: 'Ledger', status: 'active', release: 'v1' }),
      story('PAY-2', { status: 'active', release: 'v1', due: '2026-09-10' }),
      risk('R1', { mitigation: 'PAY-1 and PAY-2' }),
    ),
    finds: [
      'roadmap.yaml: R1 mitigation PAY-1 and PAY-2 | R1 is to be mitigated by PAY-1, which is still active, although its release v1 was due on 15 Aug.',
      '- roadmap.yaml: PAY-1 | PAY-1 Ledger',
    ],
  },
  {
    title: 'takes words for words, also with an ID of something else among them',
    in: world(
      story('PAY-12'),
      risk('R1', { mitigation: 'Ask the bank, see SHA-256' }),
      risk('R2', { mitigation: 'PAY-99 is enough' }),
    ),
    finds: [],
  },
  {
    title: 'shows a risk whose mitigation was dropped or is overdue',
    in: world(
      story('PAY-1', { title: 'Ledger', status: 'dropped' }),
      story('PAY-2', { title: 'Limits', status: 'active', due: '2026-08-03' }),
      risk('R1', { mitigation: 'PAY-1' }),
      risk('R2', { mitigation: 'PAY-2', status: 'mitigating' }),
    ),
    finds: [
      'roadmap.yaml: R1 mitigation PAY-1 | R1 is to be mitigated by PAY-1, which was dropped.',
      '- roadmap.yaml: PAY-1 | PAY-1 Ledger',
      'roadmap.yaml: R2 mitigation PAY-2 | R2 is to be mitigated by PAY-2, which was due on 3 Aug and is still active.',
      '- roadmap.yaml: PAY-2 | PAY-2 Limits',
    ],
  },
  {
    title: 'lets mitigations on their way or done, words, and closed risks pass',
    in: world(
      story('PAY-1', { status: 'dropped' }),
      story('PAY-2', { status: 'active', due: '2026-09-01' }),
      story('PAY-3', { status: 'done', due: '2026-08-01' }),
      risk('R1', { mitigation: 'PAY-1', status: 'closed' }),
      risk('R2', { mitigation: 'PAY-2' }),
      risk('R3', { mitigation: 'PAY-3' }),
      risk('R4', { mitigation: 'Ask the bank' }),
    ),
    finds: [],
  },
]);

checkRule(reviewPassed, [
  {
    title: 'shows a risk that should have been reviewed',
    in: world(risk('R1', { review: '2026-08-31', status: 'accepted' })),
    finds: ['roadmap.yaml: R1 review | R1 was to be reviewed by 31 Aug and is still accepted.'],
  },
  {
    title: 'lets the day itself and closed risks pass',
    in: world(risk('R1', { review: '2026-09-01' }), risk('R2', { review: '2026-08-01', status: 'closed' })),
    finds: [],
  },
]);

checkRule(riskWithoutOwner, [
  {
    title: 'shows an open risk without owner where other risks, or stories, have one',
    in: world(risk('R1'), risk('R2', { owner: 'ana' })),
    finds: ['roadmap.yaml: R1 | R1 belongs to nobody.'],
  },
  { title: 'is silent where nobody owns anything', in: world(risk('R1'), story('PAY-1')), finds: [] },
  {
    title: 'takes the owners of stories for the habit',
    in: world(risk('R1'), story('PAY-1', { owner: 'ana' })),
    finds: ['roadmap.yaml: R1 | R1 belongs to nobody.'],
  },
  {
    title: 'lets owned, accepted and closed risks pass',
    in: world(risk('R1', { owner: 'ana' }), risk('R2', { status: 'accepted' }), risk('R3', { status: 'closed' })),
    finds: [],
  },
]);

checkRule(mitigatedButOpen, [
  {
    title: 'shows a risk only when each of several mitigations is done',
    in: world(
      story('PAY-1', { title: 'Ledger', status: 'done' }),
      story('PAY-2', { title: 'Limits', status: 'done' }),
      story('PAY-3', { status: 'active' }),
      risk('R1', { mitigation: 'PAY-1, PAY-2' }),
      risk('R2', { mitigation: 'PAY-1, PAY-3' }),
      risk('R3', { mitigation: 'PAY-1, PAY-99' }),
    ),
    finds: [
      'roadmap.yaml: R1 | R1 is still open, but PAY-1 and PAY-2, which were to mitigate it, are done.',
      '- roadmap.yaml: PAY-1 | PAY-1 Ledger',
      '- roadmap.yaml: PAY-2 | PAY-2 Limits',
    ],
  },
  {
    title: 'shows an open risk whose mitigation is done, at its status',
    in: world(
      story('PAY-1', { title: 'Ledger', status: 'done' }),
      risk('R1', { mitigation: 'PAY-1', status: 'mitigating' }),
    ),
    finds: [
      'roadmap.yaml: R1 status | R1 is still mitigating, but PAY-1, which was to mitigate it, is done.',
      '- roadmap.yaml: PAY-1 | PAY-1 Ledger',
    ],
  },
  {
    title: 'lets unfinished mitigations and closed risks pass',
    in: world(
      story('PAY-1', { status: 'done' }),
      story('PAY-2', { status: 'dropped' }),
      risk('R1', { mitigation: 'PAY-1', status: 'closed' }),
      risk('R2', { mitigation: 'PAY-2' }),
    ),
    finds: [],
  },
]);
