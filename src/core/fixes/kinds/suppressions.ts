import { t } from '../../words/t';
import { formatDayShort, formatDay } from '../../model/calendar';
import type { CodeSuppression } from '../../model/marks';
import { nameOf } from '../../findings/wording';
import { ANSWER, type Fix, type FixContext, type FixKind, type Question } from '../fix';
import { addressOf, itemOf } from '../subjects';

const MONTH = 28;

/** Takes a suppression away that does nothing or says too little, says why it is there, or gives it more time. */
export const mendSuppression: FixKind = (finding, context) => [
  ...ofItem(finding, context),
  ...inComment(finding, context),
];

const ofItem: FixKind = (finding, context) => {
  const item = itemOf(finding, context);
  const suppression = item?.ignore.find(({ span }) => span.start === finding.place.span.start);
  if (!item || !suppression) {
    return [];
  }
  const { rule, reason, until } = suppression;
  const entry = { rule, reason, until: until?.text };
  type To = { readonly reason: string | undefined; readonly until: string | undefined } | undefined;
  const change = (to: To): Fix['edit'] => ({
    roadmap: [{ kind: 'changeSuppression', item: addressOf(item), entry, to }],
  });
  const remove: Fix = {
    title: t('Ignore {0} for {1} no longer', rule, nameOf(item)),
    edit: change(undefined),
    fixAll: t('Take all suppressions out that have no reason or have expired'),
  };
  const isExpired = until !== undefined && until.last < context.today;
  return isExpired
    ? [
        remove,
        {
          title: t('Ignore {0} for {1} for longer…', rule, nameOf(item)),
          question: untilQuestion(rule, context),
          edit: change({ reason, until: ANSWER }),
        },
      ]
    : [
        {
          title: t('Say why {0} ignores {1}…', nameOf(item), rule),
          question: { needs: 'reason', prompt: t('Why {0} is to be ignored for {1}', rule, nameOf(item)) },
          edit: change({ reason: ANSWER, until: until?.text }),
        },
        remove,
      ];
};

const inComment: FixKind = ({ place: { path, span }, suggestion }, context) => {
  const found = suppressionsOf(path, context).find(
    (each) => each.span.start <= span.start && span.end <= each.span.end,
  );
  if (!found) {
    return [];
  }
  const remove: Fix = {
    title: t('Remove this comment'),
    edit: { source: [{ kind: 'unignore', path, span: found.span }] },
  };
  const rule = found.rules.map(({ name }) => name).join(', ');
  const { until } = found;
  const isExpired = until?.days !== undefined && until.days.last < context.today;
  const explain: Fix = {
    title: t('Say why {0} is ignored here…', rule),
    question: { needs: 'reason', prompt: t('Why {0} is to be ignored here', rule) },
    edit: { source: [{ kind: 'explain', path, span: found.span, reason: ANSWER }] },
  };
  const prolong: Fix[] =
    until && isExpired
      ? [
          {
            title: t('Ignore {0} here for longer…', rule),
            question: untilQuestion(rule, context),
            edit: { source: [{ kind: 'replace', path, span: until.span, written: until.text, text: ANSWER }] },
          },
        ]
      : [];
  const lacksReason = found.reason === undefined && rule !== '' && suggestion === undefined && !isExpired;
  return [...(lacksReason ? [explain] : []), remove, ...prolong];
};

function suppressionsOf(path: string, { trace }: FixContext): readonly CodeSuppression[] {
  const roadmap = trace.plan.roadmaps.find((each) => each.path === path);
  return roadmap?.suppressions ?? trace.files.get(path)?.suppressions ?? [];
}

function untilQuestion(rule: string, { today }: FixContext): Question {
  const to = today + MONTH;
  return {
    needs: 'date',
    prompt: t('Until when {0} is to be ignored', rule),
    likely: [{ label: t('In four weeks, {0}', formatDayShort(to, today)), answer: formatDay(to) }],
  };
}
