/** `codes delete`: who is asked before a code goes. */
import { beforeEach, expect, it } from 'vitest';
import type { Code } from '../../shared/domain/code.ts';
import { personSchema } from '../../shared/domain/wishes.ts';
import type { CloudFailure } from '../../shared/errors.ts';
import { booking, code as codeFixture, date } from '../reconcile/fixtures.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';
import { codeId, place } from '../support/ids.ts';

let world: FakeWorld;
beforeEach(() => {
  world = new FakeWorld();
});

const CODE = codeFixture({
  id: codeId(500),
  ...place(3705, 'Kp7Qm2Xa'),
  description: 'Smoobu#90001',
  startDate: date('2026-11-23'),
  endDate: date('2026-11-26'),
});
const DOWN = { cloud: 'smoobu', kind: 'unreachable', certain: true, message: 'away' } as CloudFailure;
const addCleaner = (removedAtMs: number | null = null) =>
  world.backend.wishes.change((wishes) => ({
    ...wishes,
    people: [
      personSchema.parse({
        ...{ id: 'k3m9qa', name: 'Cleaner', removedAtMs, createdOn: '2026-11-01', schedule: { kind: 'always' } },
        doors: [{ lockId: 3705, keypadId: 'Kp7Qm2Xa' }],
      }),
    ],
  }));
const DELETE = ['codes', 'delete', '500', '--lock', '3705'];
const BY_HAND = { ...CODE, name: 'Neighbour', description: '' };
const stay = (state: 'live' | 'cancelled') =>
  (world.backend.bookings = [booking({ id: 90_001, state, unitId: 500_037, arrival: date('2026-11-23'), departure: date('2026-11-26') })]);

it.each<[string, Code, () => unknown, string]>([
  ['a guest whose booking is live', CODE, () => stay('live'), 'Anna Müller, booking 90001'],
  ['a booking that is not known', CODE, () => null, 'booking 90001'],
  ['a booking while Smoobu is down', CODE, () => (world.backend.bookingsFailure = DOWN), 'booking 90001'],
  ['a person', { ...CODE, description: 'Latchkey#k3m9qa' }, () => addCleaner(), 'latchkey people remove k3m9qa'],
])('is answered before the code of %s goes, by a script with --yes', async (_whose, code, prepare, words) => {
  world.backend.codes = [code];
  prepare();
  const refused = await world.run(...DELETE);
  expect([refused.code, world.backend.codes]).toEqual([2, [code]]);
  expect(refused.error.replaceAll(/\s+/g, ' ')).toContain(words);
  expect(refused.error).toContain('--yes');
  world.answers = ['n'];
  expect([(await world.run(...DELETE)).code, world.backend.codes]).toEqual([0, [code]]);
  expect([(await world.run(...DELETE, '--yes')).code, world.backend.codes]).toEqual([0, []]);
});

it.each<[string, Code, () => unknown]>([
  ['made by hand', BY_HAND, () => (world.backend.bookingsFailure = DOWN)],
  ['of a cancelled booking', CODE, () => stay('cancelled')],
  ['of a stay that is over', { ...CODE, endDate: date('2026-11-22') }, () => null],
  ['of a person who was removed', { ...CODE, description: 'Latchkey#k3m9qa' }, () => addCleaner(1)],
  ['of a person not known here', { ...CODE, description: 'Latchkey#k3m9qa' }, () => null],
])('is asked on a terminal only for a code %s', async (_whose, code, prepare) => {
  world.backend.codes = [code];
  prepare();
  world.answers = ['n'];
  expect([(await world.run(...DELETE)).code, world.backend.codes]).toEqual([0, [code]]);
  expect(world.asked.join()).toContain('on lock 3705');
  world.answers = null;
  expect([(await world.run(...DELETE)).code, world.backend.codes]).toEqual([0, []]);
});

it('is not answered for a code that changed meanwhile', async () => {
  world.backend.codes = [BY_HAND];
  world.answers = ['y'];
  world.whenAsked = () => (world.backend.codes = [{ ...BY_HAND, name: 'Somebody else' }]);
  expect([(await world.run(...DELETE)).code, world.backend.codes]).toMatchObject([1, [{ name: 'Somebody else' }]]);
});
