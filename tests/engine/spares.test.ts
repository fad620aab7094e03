/** Whole runs with a spare code: shown for a stay, it gets another PIN when that stay is over. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BookingId } from '../../shared/domain/ids.ts';
import { personSchema } from '../../shared/domain/wishes.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import type { LocalDateTime } from '../../shared/time.ts';
import { bookingId, personId } from '../support/ids.ts';
import { twoDoors } from './small-world.ts';
import { Killed } from './killable.ts';
import type { Installation, World } from './world.ts';

const SPARE = personId('k3m9qa');
let world: World;
let installation: Installation;
let adaId: BookingId;
/** It is Monday, 23 November 2026, eleven o'clock. */
beforeEach(async () => {
  world = await twoDoors(['Ada']);
  installation = world.install();
  const [door] = world.settings.mapping.units[0]?.doors ?? [];
  const spare = personSchema.parse({
    id: SPARE,
    name: 'Spare',
    doors: [{ lockId: door?.lockId, keypadId: door?.keypadId }],
    schedule: { kind: 'always' },
    isSpare: true,
    createdOn: '2026-11-23',
  });
  installation.wishes.change((wishes) => ({ ...wishes, people: [spare] }));
  const { stays } = await installation.run();
  adaId = stays[0]?.booking.id ?? bookingId(0);
});
afterEach(async () => {
  await world.close();
});
const pins = () =>
  world.clouds.theKeys
    .codes()
    .filter(({ description }) => description?.includes(`Latchkey#${SPARE}`) === true)
    .map(({ code }) => code);
/** Ada stays from the 24th to the 27th. */
function showForAda(): void {
  const stays = [{ bookingId: adaId, until: '2026-11-28T00:00' as LocalDateTime }];
  installation.history.remember([{ kind: 'spare-shown', key: SPARE, value: { personId: SPARE, stays } }]);
}
const shown = () => installation.history.memory().remembered['spare-shown'].size;

describe('a spare code that was shown for a stay', () => {
  it('keeps its PIN until the stay is over, and then opens with another one only', async () => {
    const before = pins();
    expect(before).toHaveLength(1);
    showForAda();
    world.clock.advance(3 * DAY_MS);
    await installation.run();
    expect([pins(), shown()]).toEqual([before, 1]);
    world.clock.advance(DAY_MS + 2 * HOUR_MS);
    const report = await installation.run();
    expect(report.operations).toContainEqual(expect.objectContaining({ kind: 'update', status: 'done', personId: SPARE }));
    const after = pins();
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
    expect(world.clouds.theKeys.codes().map(({ code }) => code)).not.toContain(before[0]);
    expect(shown()).toBe(0);
    await installation.run();
    expect(pins()).toEqual(after);
  });

  it.each(['before', 'after'] as const)('also when runs are killed %s any request', async (when) => {
    const before = pins();
    showForAda();
    world.clock.advance(4 * DAY_MS + 2 * HOUR_MS);
    for (let request = 1; request <= 12; request += 1) {
      installation.killAt(request, when);
      await installation.run().catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
    }
    await installation.run();
    expect(pins()).toHaveLength(1);
    expect(pins()).not.toEqual(before);
    expect(installation.wishes.read().people[0]?.pin.retired).toHaveLength(1);
    expect((await installation.run()).run.outcome).toBe('nothing-to-do');
  });

  it('keeps its PIN while nobody sees it', async () => {
    const before = pins();
    world.clock.advance(4 * DAY_MS + 2 * HOUR_MS);
    await installation.run();
    expect(pins()).toEqual(before);
  });
});
