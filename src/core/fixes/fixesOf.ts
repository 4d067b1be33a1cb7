import { t } from '../words/t';
import type { Finding } from '../model/finding';
import type { Fix, FixContext, FixKind } from './fix';
import {
  convertFinishedToNote,
  convertToNote,
  letWait,
  linkToStory,
  pointElsewhere,
  removeAllNamed,
  removeAnnotation,
  removeFinished,
} from './kinds/annotations';
import { assignOwner, assignToAnother } from './kinds/assignOwner';
import { acceptRisk, closeRisk } from './kinds/closeRisk';
import { createStory, linkToNamesake } from './kinds/createStory';
import { didYouMean } from './kinds/didYouMean';
import { giveOtherId } from './kinds/duplicateIds';
import { estimate, firstCriterion, mitigate, mitigateInWords, scoreInputs, tieToGoal } from './kinds/fillIn';
import { addKey, giveId, useKey } from './kinds/ids';
import { ignoreForItem, ignoreHere } from './kinds/ignore';
import { judgeLink } from './kinds/judgeLink';
import { agreeWithChildren, finishDependency, markAs, openAgain } from './kinds/markAs';
import { measureAgain } from './kinds/measure';
import {
  endInTime,
  moveDueDate,
  moveFreeze,
  moveReleaseDate,
  moveReview,
  moveToPossibleDay,
  moveUntil,
  startAfterDependencies,
} from './kinds/moveDate';
import {
  moveNamedStories,
  moveOpenStories,
  moveOutOfRelease,
  moveToRelease,
  moveToReleaseAnew,
} from './kinds/moveRelease';
import { breakCycle, nameAnother, removeName } from './kinds/names';
import { existingPath, expectThere } from './kinds/paths';
import { nothingLeftOut, planFirst, planLeftOut, planTogether, splitOff } from './kinds/planMore';
import { assignSomeElsewhere, followDependency, pauseSome, unblock } from './kinds/related';
import { addStatusWord } from './kinds/statusWord';
import { mendSuppression } from './kinds/suppressions';
import { addAlias, addAliasOfProbable, addToRoadmap } from './kinds/unknownIds';
import { writeAnew } from './kinds/writeAnew';

const markActive = markAs('active', { isPreferred: true, fixAll: () => t('Mark all that have commits as active') });
const markDone = markAs('done', { isPreferred: true, fixAll: () => t('Mark all that a commit closes as done') });

/**
 * The ways out of each rule's findings, best first, beside what the finding itself suggests and what every finding has. A new
 * rule is one line here.
 */
const WAYS_OUT: Readonly<Record<string, readonly FixKind[]>> = {
  WM102: [giveOtherId, removeName],
  WM103: [nameAnother, removeName],
  WM104: [breakCycle],
  WM105: [addStatusWord, writeAnew],
  WM107: [useKey, addKey],
  WM108: [giveId],
  WM109: [existingPath, removeName],
  WM110: [mendSuppression],
  WM201: [addToRoadmap, addAlias, pointElsewhere],
  WM202: [addToRoadmap, addAlias],
  WM203: [removeFinished, removeAllNamed, convertFinishedToNote, pointElsewhere, openAgain],
  WM204: [openAgain, markAs('dropped')],
  WM205: [markActive],
  WM206: [markAs('blocked'), markAs('planned'), markAs('done')],
  WM207: [markDone],
  WM208: [openAgain],
  WM209: [openAgain],
  WM210: [linkToNamesake, createStory, linkToStory],
  WM211: [judgeLink, addAliasOfProbable],
  WM212: [openAgain],
  WM213: [removeFinished, convertFinishedToNote, moveUntil],
  WM214: [expectThere],
  WM215: [markAs('active', { isPreferred: true })],
  WM216: [agreeWithChildren],
  WM301: [markAs('done'), moveDueDate, moveToReleaseAnew],
  WM302: [moveOpenStories, moveReleaseDate],
  WM303: [moveToPossibleDay, endInTime, moveOutOfRelease],
  WM304: [moveToPossibleDay, startAfterDependencies, followDependency, removeName],
  WM305: [finishDependency, openAgain, removeName],
  WM306: [unblock],
  WM307: [moveToPossibleDay, moveReleaseDate, moveDueDate, moveOpenStories],
  WM308: [markAs('blocked'), splitOff, moveDueDate, moveReleaseDate, moveToReleaseAnew],
  WM309: [moveNamedStories],
  WM310: [moveNamedStories, assignSomeElsewhere, moveReleaseDate],
  WM311: [moveToPossibleDay, moveNamedStories],
  WM401: [assignOwner],
  WM402: [estimate],
  WM403: [splitOff, estimate],
  WM404: [pauseSome],
  WM405: [planFirst],
  WM406: [firstCriterion],
  WM407: [scoreInputs],
  WM408: [tieToGoal],
  WM409: [measureAgain],
  WM501: [linkToStory, pointElsewhere, removeAnnotation, convertToNote],
  WM502: [linkToStory, pointElsewhere, removeAnnotation, convertToNote],
  WM503: [assignToAnother],
  WM504: [letWait, removeAnnotation, convertToNote, pointElsewhere],
  WM505: [splitOff, planTogether],
  WM506: [planLeftOut, nothingLeftOut],
  WM507: [moveToRelease],
  WM508: [moveToRelease, moveToPossibleDay, moveFreeze],
  WM601: [mitigate, mitigateInWords, acceptRisk, closeRisk],
  WM602: [mitigate, mitigateInWords, closeRisk],
  WM603: [moveReview, closeRisk],
  WM604: [assignOwner],
  WM605: [nameAnother, existingPath, removeName],
  WM606: [closeRisk],
};

/**
 * The ways out of a finding, best first: those of its rule, then those that every finding has. At most one is preferred,
 * and none asks for more than one answer.
 */
export function fixesOf(finding: Finding, context: FixContext): readonly Fix[] {
  const kinds = [didYouMean, ...(WAYS_OUT[finding.code] ?? []), ignoreHere, ignoreForItem];
  return kinds.flatMap((kind) => kind(finding, context));
}
