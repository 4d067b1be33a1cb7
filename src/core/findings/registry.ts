import type { Rule } from './rule';
import { syntaxError } from './rules/roadmap/wm101SyntaxError';
import { duplicateId } from './rules/roadmap/wm102DuplicateId';
import { unknownReference } from './rules/roadmap/wm103UnknownReference';
import { dependencyCycle } from './rules/roadmap/wm104DependencyCycle';
import { invalidValue } from './rules/roadmap/wm105InvalidValue';
import { unknownField } from './rules/roadmap/wm106UnknownField';
import { idOutsideKeys } from './rules/roadmap/wm107IdOutsideKeys';
import { itemWithoutId } from './rules/roadmap/wm108ItemWithoutId';
import { fileNotFound } from './rules/roadmap/wm109FileNotFound';
import { unsoundSuppression } from './rules/roadmap/wm110UnsoundSuppression';
import { unknownItemInCode } from './rules/drift/wm201UnknownItemInCode';
import { unknownItemInCommit } from './rules/drift/wm202UnknownItemInCommit';
import { openAnnotationsInFinishedItem } from './rules/drift/wm203OpenAnnotationsInFinishedItem';
import { doneWithoutEvidence } from './rules/drift/wm204DoneWithoutEvidence';
import { plannedButCommitted } from './rules/drift/wm205PlannedButCommitted';
import { staleActiveItem } from './rules/drift/wm206StaleActiveItem';
import { closedByCommit } from './rules/drift/wm207ClosedByCommit';
import { commitsAfterDone } from './rules/drift/wm208CommitsAfterDone';
import { revertedWork } from './rules/drift/wm209RevertedWork';
import { unplannedAnnotation } from './rules/drift/wm210UnplannedAnnotation';
import { probableLink } from './rules/drift/wm211ProbableLink';
import { doneWithoutTest } from './rules/drift/wm212DoneWithoutTest';
import { annotationPastUntil } from './rules/drift/wm213AnnotationPastUntil';
import { workOutsideCode } from './rules/drift/wm214WorkOutsideCode';
import { branchOfInactiveItem } from './rules/drift/wm215BranchOfInactiveItem';
import { parentDisagrees } from './rules/drift/wm216ParentDisagrees';
import { overdue } from './rules/schedule/wm301Overdue';
import { releaseLate } from './rules/schedule/wm302ReleaseLate';
import { endsTooLate } from './rules/schedule/wm303EndsTooLate';
import { startsBeforeDependency } from './rules/schedule/wm304StartsBeforeDependency';
import { doneBeforeDependency } from './rules/schedule/wm305DoneBeforeDependency';
import { blocked } from './rules/schedule/wm306Blocked';
import { forecastLate } from './rules/schedule/wm307ForecastLate';
import { slipped } from './rules/schedule/wm308Slipped';
import { scopeGrew } from './rules/schedule/wm309ScopeGrew';
import { capacityExceeded } from './rules/schedule/wm310CapacityExceeded';
import { noSlack } from './rules/schedule/wm311NoSlack';
import { nearTermWithoutOwner } from './rules/planning/wm401NearTermWithoutOwner';
import { nearTermWithoutEstimate } from './rules/planning/wm402NearTermWithoutEstimate';
import { tooLarge } from './rules/planning/wm403TooLarge';
import { tooMuchInProgress } from './rules/planning/wm404TooMuchInProgress';
import { nothingUnderIt } from './rules/planning/wm405NothingUnderIt';
import { activeWithoutAcceptance } from './rules/planning/wm406ActiveWithoutAcceptance';
import { scoreInputsMissing } from './rules/planning/wm407ScoreInputsMissing';
import { withoutGoal } from './rules/planning/wm408WithoutGoal';
import { goalMetric } from './rules/planning/wm409GoalMetric';
import { warningsInReleaseCode } from './rules/code/wm501WarningsInReleaseCode';
import { hotspot } from './rules/code/wm502Hotspot';
import { knowledgeRisk } from './rules/code/wm503KnowledgeRisk';
import { oldAnnotation } from './rules/code/wm504OldAnnotation';
import { scatteredChange } from './rules/code/wm505ScatteredChange';
import { leftOutFile } from './rules/code/wm506LeftOutFile';
import { largeCommit } from './rules/code/wm507LargeCommit';
import { workAfterFreeze } from './rules/code/wm508WorkAfterFreeze';
import { exposureWithoutMitigation } from './rules/risks/wm601ExposureWithoutMitigation';
import { mitigationFails } from './rules/risks/wm602MitigationFails';
import { reviewPassed } from './rules/risks/wm603ReviewPassed';
import { riskWithoutOwner } from './rules/risks/wm604RiskWithoutOwner';
import { riskNamesNothing } from './rules/risks/wm605RiskNamesNothing';
import { mitigatedButOpen } from './rules/risks/wm606MitigatedButOpen';

/** The families of rules by the digit after `WM`. */
export const RULE_FAMILIES = [
  { digit: '1', title: 'The roadmap itself' },
  { digit: '2', title: 'Plan against evidence' },
  { digit: '3', title: 'Schedule' },
  { digit: '4', title: 'Planning hygiene' },
  { digit: '5', title: 'Code risk on planned work' },
  { digit: '6', title: 'Declared risks' },
] as const;

/** Every rule there is, by code. A new rule is one file in `rules/` and one line here. */
export const RULES: readonly Rule[] = [
  syntaxError,
  duplicateId,
  unknownReference,
  dependencyCycle,
  invalidValue,
  unknownField,
  idOutsideKeys,
  itemWithoutId,
  fileNotFound,
  unsoundSuppression,
  unknownItemInCode,
  unknownItemInCommit,
  openAnnotationsInFinishedItem,
  doneWithoutEvidence,
  plannedButCommitted,
  staleActiveItem,
  closedByCommit,
  commitsAfterDone,
  revertedWork,
  unplannedAnnotation,
  probableLink,
  doneWithoutTest,
  annotationPastUntil,
  workOutsideCode,
  branchOfInactiveItem,
  parentDisagrees,
  overdue,
  releaseLate,
  endsTooLate,
  startsBeforeDependency,
  doneBeforeDependency,
  blocked,
  forecastLate,
  slipped,
  scopeGrew,
  capacityExceeded,
  noSlack,
  nearTermWithoutOwner,
  nearTermWithoutEstimate,
  tooLarge,
  tooMuchInProgress,
  nothingUnderIt,
  activeWithoutAcceptance,
  scoreInputsMissing,
  withoutGoal,
  goalMetric,
  warningsInReleaseCode,
  hotspot,
  knowledgeRisk,
  oldAnnotation,
  scatteredChange,
  leftOutFile,
  largeCommit,
  workAfterFreeze,
  exposureWithoutMitigation,
  mitigationFails,
  reviewPassed,
  riskWithoutOwner,
  riskNamesNothing,
  mitigatedButOpen,
];
