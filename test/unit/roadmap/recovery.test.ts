import assert from 'node:assert/strict';
import { damageKinds, type Measured, measureRecovery, type Miss } from '../../support/recovery/measure';

/** As `npm run recovery` measures it, with fewer texts; both make the same texts of the same seed. */
const TEXTS = 60;
const OF_EACH_KIND = 4;
const SEED = 1;
const LEAST_READ = 0.98;

describe('a damaged roadmap', function () {
  this.timeout(30_000);

  for (const format of ['yaml', 'json'] as const) {
    describe(`in ${format.toUpperCase()}`, () => {
      let measured: Measured;
      before(() => {
        measured = measureRecovery(format, TEXTS, SEED, OF_EACH_KIND);
      });

      it('still shows its undamaged items as they are, whatever happened to the others, and invents none', () => {
        const { total, misses } = measured;
        assert.ok(total.undamaged > 1000);
        assert.ok(total.read >= LEAST_READ * total.undamaged, `${total.read} of ${total.undamaged}: ${told(misses)}`);
        assert.equal(total.wrong, 0, told(misses));
      });

      it('is told of with no more problems than it has damages, but for a few', () => {
        const { total } = measured;
        assert.ok(total.problems <= 1.15 * total.damages, `${total.problems} problems of ${total.damages} damages`);
      });

      for (const kind of damageKinds(format)) {
        it(`loses nothing around this: ${kind}`, () => {
          const tally = measured.byKind.get(kind);
          assert.ok(tally && tally.damages > 0);
          assert.equal(tally.read, tally.undamaged, told(measured.misses));
          assert.equal(tally.wrong, 0, told(measured.misses));
        });
      }
    });
  }
});

function told(misses: readonly Miss[]): string {
  return misses
    .map(({ seed, kinds, changes, what }) => `seed ${seed}: ${kinds.join(', ')}\n${changes}${what}`)
    .join('\n\n');
}
