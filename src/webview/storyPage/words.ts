import { t } from '@vscode/l10n';

/** Every sentence that the page itself says, in the language that the extension told; all others come from the server. */
export const words = {
  get openInRoadmap() {
    return t('Open in Roadmap');
  },
  get actions() {
    return t('Actions…');
  },
  get partOf() {
    return t('Part of');
  },
  get facts() {
    return t('Facts');
  },
  get findings() {
    return t('Findings');
  },
  get noFindings() {
    return t('Nothing is found to be wrong.');
  },
  get acceptance() {
    return t('Acceptance');
  },
  get noAcceptance() {
    return t('No acceptance criterion is written yet.');
  },
  progress: (done: number, all: number) => t('{0} of {1} met', done, all),
  get parts() {
    return t('Parts');
  },
  get evidence() {
    return t('Evidence');
  },
  get noEvidence() {
    return t('Nothing names it yet: no comment, no document and no commit.');
  },
  get files() {
    return t('Files touched');
  },
  get people() {
    return t('People');
  },
  get noPeople() {
    return t('Nobody owns it yet, and nobody worked on it.');
  },
  get decisions() {
    return t('Decisions');
  },
  get noDecisions() {
    return t('No decision is named for it, and none names it.');
  },
  showDecision: (title: string) => t('Text of {0}', title),
  openFile: (path: string) => t('Open {0}', path),
  get dependencies() {
    return t('Dependencies');
  },
  get noDependencies() {
    return t('It needs nothing else, and nothing else needs it.');
  },
  get needs() {
    return t('Needs');
  },
  get neededBy() {
    return t('Is needed by');
  },
  graph: (needs: readonly string[], neededBy: readonly string[]) =>
    t(
      'Graph of dependencies. Needs: {0}. Is needed by: {1}.',
      needs.join(', ') || t('nothing'),
      neededBy.join(', ') || t('nothing'),
    ),
  hidden: (count: number) =>
    count === 1 ? t('1 more item has no room here.') : t('{0} more items have no room here.', count),
  get risks() {
    return t('Risks');
  },
  get noRisks() {
    return t('No declared risk names it.');
  },
  get timeline() {
    return t('Timeline');
  },
  get noTimeline() {
    return t('Nothing happened yet.');
  },
  get ahead() {
    return t('ahead');
  },
  get probable() {
    return t('probable');
  },
  get accepted() {
    return t('accepted');
  },
  more: (count: number) => t('{0} more are not shown.', count),
  get ticked() {
    return t('done');
  },
  get notTicked() {
    return t('open');
  },
} as const;
