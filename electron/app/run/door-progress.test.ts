import { expect, it } from 'vitest';
import { plan } from '../../../shared/reconcile/plan.ts';
import { booking, DOOR, input, SECOND_DOOR, settings } from '../../../tests/reconcile/fixtures.ts';
import { remove } from '../../../tests/support/writes.ts';
import { DoorProgress } from './door-progress.ts';

it('counts what is written per door, and never more than was planned', () => {
  const { operations } = plan(
    input({
      bookings: [booking({ id: 1 }), booking({ id: 2, unitId: 101 })],
      settings: settings({ units: [{ unitId: 101, doors: [DOOR, SECOND_DOOR] }] }),
    }),
  );
  const doors = new DoorProgress(operations);
  const [first, second] = doors.list();
  expect([first, second]).toMatchObject([
    { done: 0, total: 2 },
    { done: 0, total: 2 },
  ]);
  for (let step = 0; step < 3; step += 1) if (first !== undefined) doors.stepped(first.lockId);
  expect(doors.list()).toEqual([{ ...first, done: 2 }, second]);
});
it('counts nothing that waits for the user', () => {
  expect(new DoorProgress([{ ...remove(9, 501), hold: 'too-many-deletes' }, remove(9, 502)]).list()).toEqual([
    { lockId: 1, done: 0, total: 1 },
  ]);
});
