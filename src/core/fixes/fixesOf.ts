import type { Finding } from '../model/finding';
import type { Fix, FixContext, FixKind } from './fix';
import { convertToNote, linkToStory, pointElsewhere, removeAnnotation } from './kinds/annotations';
import { assignOwner } from './kinds/assignOwner';
import { closeRisk } from './kinds/closeRisk';
import { didYouMean } from './kinds/didYouMean';
import { estimate, firstCriterion, mitigate, tieToGoal } from './kinds/fillIn';
import { ignoreForItem, ignoreHere } from './kinds/ignore';
import { judgeLink } from './kinds/judgeLink';
import { agreeWithChildren, finishDependency, markAs, openAgain } from './kinds/markAs';
import {
  endInTime,
  moveDueDate,
  moveReleaseDate,
  moveReview,
  moveUntil,
  startAfterDependencies,
} from './kinds/moveDate';
import { moveOpenStories, moveToRelease } from './kinds/moveRelease';
import { addAlias, addToRoadmap } from './kinds/unknownIds';

const markActive = markAs('active', { isPreferred: true, fixAll: 'Mark all that have commits as active' });
const markDone = markAs('done', { isPreferred: true, fixAll: 'Mark all that a commit closes as done' });

/** The ways out of each rule's findings, best first. A new rule is one line here, if the general ways are not enough. */
const WAYS_OUT: Readonly<Record<string, readonly FixKind[]>> = {
  WM201: [addToRoadmap, addAlias, pointElsewhere],
  WM202: [addToRoadmap, addAlias],
  WM203: [removeAnnotation, convertToNote, pointElsewhere, openAgain],
  WM204: [openAgain],
  WM205: [markActive],
  WM206: [markAs('blocked'), markAs('planned'), markAs('done')],
  WM207: [markDone],
  WM208: [openAgain],
  WM209: [openAgain],
  WM210: [linkToStory],
  WM211: [judgeLink],
  WM212: [openAgain],
  WM213: [removeAnnotation, convertToNote, moveUntil],
  WM215: [markAs('active', { isPreferred: true })],
  WM216: [agreeWithChildren],
  WM301: [markAs('done'), moveDueDate, moveToRelease],
  WM302: [moveOpenStories, moveReleaseDate],
  WM303: [endInTime, moveToRelease],
  WM304: [startAfterDependencies, moveToRelease],
  WM305: [finishDependency, openAgain],
  WM306: [markAs('active')],
  WM307: [moveReleaseDate, moveToRelease],
  WM308: [moveToRelease],
  WM309: [moveReleaseDate],
  WM310: [assignOwner, moveToRelease],
  WM401: [assignOwner],
  WM402: [estimate],
  WM403: [estimate, moveToRelease],
  WM406: [firstCriterion],
  WM408: [tieToGoal],
  WM503: [assignOwner],
  WM601: [mitigate],
  WM602: [mitigate, closeRisk],
  WM603: [moveReview, closeRisk],
  WM604: [assignOwner],
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
