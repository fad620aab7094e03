/** `print`: the sheets as text, from the clouds as they are at that moment. */
import { beforeEach, expect, it } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import { plan } from '../../shared/reconcile/plan.ts';
import { booking, code, date, input, person, settings, wishing } from '../reconcile/fixtures.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';
import { report } from '../support/cli/sample-run.ts';
import { bookingId } from '../support/ids.ts';

let world: FakeWorld;
beforeEach(() => {
  world = new FakeWorld();
  const coming = booking({ id: 2, arrival: date('2026-11-23'), departure: date('2026-11-25'), guestName: 'Ana Ruiz' });
  const own = code({ id: 902, name: 'Ana Ruiz', description: 'Smoobu#2', startDate: date('2026-11-23'), endDate: date('2026-11-25') });
  const read = input({
    settings: settings({ locks: [{ lockId: 11, name: 'Flat door' }] }),
    bookings: [coming, booking({ id: 1, arrival: date('2026-11-20'), departure: date('2026-11-23'), guestName: 'Ida Lund' })],
    codes: [own],
    wishes: wishing(person()),
  });
  const { stays, people } = plan(read);
  world.backend.state = read.settings;
  world.backend.looks = [ok({ report: report('ok', { stays, people }, 'dry-run'), input: read })];
});

it('today’s sheet', async () => {
  const ran = await world.run('print', 'today');
  expect(ran.code).toBe(0);
  expect(ran.out).toMatchInlineSnapshot(`
    "Today, as read 2026-11-23 10:00

    Arrivals
    ┌───────┬──────────┬────────┬─────────┐
    │ At    │ Guest    │ Unit   │ Booking │
    ├───────┼──────────┼────────┼─────────┤
    │ 15:00 │ Ana Ruiz │ Flat 1 │       2 │
    └───────┴──────────┴────────┴─────────┘

    Departures
    ┌───────┬──────────┬────────┬─────────┐
    │ At    │ Guest    │ Unit   │ Booking │
    ├───────┼──────────┼────────┼─────────┤
    │ 12:00 │ Ida Lund │ Flat 1 │       1 │
    └───────┴──────────┴────────┴─────────┘

    Turnover in Flat 1: free 2026-11-23 12:00 to 2026-11-23 15:00

    People
    ┌─────────┬──────────────────┬──────────────────┐
    │ Who     │ From             │ Until            │
    ├─────────┼──────────────────┼──────────────────┤
    │ Plumber │ 2026-11-23 10:00 │ 2026-11-23 12:00 │
    └─────────┴──────────────────┴──────────────────┘
    "
  `);
});

it('the emergency sheet, with PINs only on request, which is recorded', async () => {
  const [look] = world.backend.looks;
  const hidden = await world.run('print', 'emergency');
  expect(hidden.out).toMatchInlineSnapshot(`
    "Emergency sheet, as read 2026-11-23 10:00
    PINs are hidden; --reveal shows them.

    Flat 1
    Flat door · KpAlpha1
    ┌──────┬──────────┬──────────────────┬──────────────────┐
    │ PIN  │ Whose    │ From             │ Until            │
    ├──────┼──────────┼──────────────────┼──────────────────┤
    │ •••• │ Ana Ruiz │ 2026-11-23 15:00 │ 2026-11-25 12:00 │
    └──────┴──────────┴──────────────────┴──────────────────┘
    "
  `);
  expect(hidden.out).not.toContain('4711');
  expect(world.backend.events).toEqual([]);
  if (look !== undefined) world.backend.looks = [look];
  expect((await world.run('print', 'emergency', '--reveal')).out).toContain('4711');
  expect(world.backend.events).toMatchObject([{ kind: 'pin-revealed', bookingId: bookingId(2), codeId: 902 }]);
});

it('as JSON, without PINs', async () => {
  const ran = await world.run('print', 'emergency', '--json');
  expect(ran.out).not.toContain('4711');
  expect(ran.json()).toMatchObject({
    sheet: 'emergency',
    asOf: '2026-11-23T09:00:00Z',
    units: [
      { unitId: 101, name: 'Flat 1', doors: [{ lockId: 11, codes: [{ codeId: 902, bookingId: 2, name: 'Ana Ruiz', opensNow: false }] }] },
    ],
  });
});

it('says plainly that there is no sheet where the clouds cannot be read, and what is no sheet', async () => {
  world.backend.looks = [err({ kind: 'unreachable', cloud: 'the-keys', message: 'The Keys cannot be reached.', certain: true })];
  const ran = await world.run('print', 'emergency');
  expect([ran.code, ran.error]).toEqual([4, expect.stringContaining('latchkey status --arrivals')]);
  expect((await world.run('print', 'today', '--reveal')).code).toBe(2);
  expect((await world.run('print', 'today', '--unit', '7')).code).toBe(2);
  expect((await world.run('print', 'tomorrow')).code).toBe(2);
});
