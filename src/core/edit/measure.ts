import { t } from '../words/t';
import { formatDay } from '../model/calendar';
import type { Goal, Item, Metric, Roadmap } from '../model/roadmap';
import { findItem, withItems } from './items';
import { performEdit } from './performEdit';
import { Refusal } from './refusal';
import type { RoadmapEdit } from './roadmapEdit';
import type { Scene } from './scene';
import type { TextChange } from './textChange';
import { writerOf } from './writerOf';

type Measurement = Extract<RoadmapEdit, { kind: 'measure' }>;

const NOWHERE = { start: 0, end: 0 };

/** Writes what a metric is, and the day of it. */
export function measure(
  scene: Scene,
  item: Item,
  { metric: index, value, asOf }: Measurement,
): readonly TextChange[] | Refusal {
  const metric = item.kind === 'goal' ? item.metrics[index] : undefined;
  if (item.kind !== 'goal' || !metric) {
    return new Refusal(t('{0} has no such metric any more, so nothing was changed.', item.id));
  }
  if (!/^-?\d+(?:\.\d+)?$/.test(value)) {
    return new Refusal(t('`{0}` is no number. Write digits, such as 41 or 2.5.', value));
  }
  const day = formatDay(asOf);
  const now: Metric = {
    ...metric,
    current: { value: Number(value), span: NOWHERE },
    asOf: { first: asOf, last: asOf, text: day, span: NOWHERE },
  };
  return performEdit(
    scene,
    [
      (at) => {
        const goal = findItem(at.roadmap, item.id);
        return goal?.kind === 'goal'
          ? {
              aim: { wanted: withMetric(at.roadmap, goal, index, now) },
              ways: writerOf(at).measure(at, metric, value, day),
            }
          : undefined;
      },
    ],
    t(
      '“{0}” of {1} cannot be changed safely in {2}. Write `current: {3}` there yourself.',
      metric.name,
      item.id,
      scene.path,
      value,
    ),
  );
}

function withMetric(roadmap: Roadmap, goal: Goal, index: number, metric: Metric): Roadmap {
  const metrics = goal.metrics.map((each, at) => (at === index ? metric : each));
  return withItems(roadmap, (each) => (Object.is(each, goal) ? { ...each, metrics } : each));
}
