import assert from 'node:assert/strict';
import type { FactName, Facts } from '../../../src/core/findings/facts';
import { Trace } from '../../../src/core/trace/trace';
import { FactReading } from '../../../src/engine/facts/factReading';
import type { FactSource, FactWorld } from '../../../src/engine/facts/factSource';
import { NOTHING_ELSE } from './factWorld';

const WORLD: FactWorld = {
  folder: '/nowhere',
  trace: new Trace(),
  repository: undefined,
  head: { sha: null, branch: null },
  files: new Set(),
  cache: undefined,
  today: 0,
  ...NOTHING_ELSE,
};

/** Sources that tell something at once, and note in `done` when they read and when they save. */
function makeReading(broken?: FactName) {
  const done: string[] = [];
  const sources = (['workTree', 'planHistory', 'annotationAges'] as const).map(
    (name): FactSource => ({
      name,
      notes: [`About ${name}.`],
      follow(_world, tell) {
        done.push(name);
        tell({} as Facts[FactName]);
        return Promise.resolve();
      },
      save() {
        done.push(`save ${name}`);
        return name === broken ? Promise.reject(new Error('no room')) : Promise.resolve();
      },
    }),
  );
  const reading = new FactReading(
    sources,
    () => done.push('known'),
    (error) => done.push(String(error)),
  );
  const follow = async (...names: readonly FactName[]): Promise<void> => {
    reading.follow(WORLD, new Set(names));
    await reading.idle();
  };
  return { reading, done, follow };
}

describe('Reading facts', () => {
  it('reads those that somebody asks for, and has nothing to say of others', async () => {
    const { reading, done, follow } = makeReading();
    await follow('planHistory', 'annotationAges');
    assert.deepEqual(done, ['planHistory', 'known', 'annotationAges', 'known']);
    assert.deepEqual(Object.keys(reading.current), ['planHistory', 'annotationAges']);
    assert.deepEqual(reading.notes, ['About planHistory.', 'About annotationAges.']);
  });

  it('forgets what nobody asks for any longer, since it would not be brought up to date', async () => {
    const { reading, done, follow } = makeReading();
    await follow('planHistory', 'workTree');
    done.length = 0;
    await follow('workTree');
    assert.equal(reading.current.planHistory, undefined);
    assert.notEqual(reading.current.workTree, undefined);
    assert.ok(!done.includes('planHistory'));
    await follow('planHistory');
    assert.notEqual(reading.current.planHistory, undefined);
  });

  it('keeps what can be kept where one of them cannot, and says why', async () => {
    const { reading, done, follow } = makeReading('workTree');
    await follow('planHistory');
    done.length = 0;
    await assert.rejects(reading.save(), /no room/);
    assert.deepEqual(done, ['save workTree', 'save planHistory', 'save annotationAges']);
  });
});
