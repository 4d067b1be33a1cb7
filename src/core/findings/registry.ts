import type { Rule } from './rule';
import { closedByCommit } from './rules/drift/wm207ClosedByCommit';
import { doneWithoutEvidence } from './rules/drift/wm204DoneWithoutEvidence';
import { openAnnotationsInFinishedItem } from './rules/drift/wm203OpenAnnotationsInFinishedItem';
import { parentDisagrees } from './rules/drift/wm216ParentDisagrees';
import { plannedButCommitted } from './rules/drift/wm205PlannedButCommitted';
import { probableLink } from './rules/drift/wm211ProbableLink';
import { revertedWork } from './rules/drift/wm209RevertedWork';
import { staleActiveItem } from './rules/drift/wm206StaleActiveItem';
import { unknownItemInCode } from './rules/drift/wm201UnknownItemInCode';
import { unknownItemInCommit } from './rules/drift/wm202UnknownItemInCommit';
import { unplannedAnnotation } from './rules/drift/wm210UnplannedAnnotation';
import { dependencyCycle } from './rules/roadmap/wm104DependencyCycle';
import { duplicateId } from './rules/roadmap/wm102DuplicateId';
import { idOutsideKeys } from './rules/roadmap/wm107IdOutsideKeys';
import { invalidValue } from './rules/roadmap/wm105InvalidValue';
import { itemWithoutId } from './rules/roadmap/wm108ItemWithoutId';
import { syntaxError } from './rules/roadmap/wm101SyntaxError';
import { unknownField } from './rules/roadmap/wm106UnknownField';
import { unknownReference } from './rules/roadmap/wm103UnknownReference';
import { unsoundSuppression } from './rules/roadmap/wm110UnsoundSuppression';
import { blocked } from './rules/schedule/wm306Blocked';
import { doneBeforeDependency } from './rules/schedule/wm305DoneBeforeDependency';
import { endsTooLate } from './rules/schedule/wm303EndsTooLate';
import { overdue } from './rules/schedule/wm301Overdue';
import { releaseLate } from './rules/schedule/wm302ReleaseLate';
import { startsBeforeDependency } from './rules/schedule/wm304StartsBeforeDependency';

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
  unsoundSuppression,
  unknownItemInCode,
  unknownItemInCommit,
  openAnnotationsInFinishedItem,
  doneWithoutEvidence,
  plannedButCommitted,
  staleActiveItem,
  closedByCommit,
  revertedWork,
  unplannedAnnotation,
  probableLink,
  parentDisagrees,
  overdue,
  releaseLate,
  endsTooLate,
  startsBeforeDependency,
  doneBeforeDependency,
  blocked,
];
