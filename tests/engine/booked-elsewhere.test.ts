/** A guest whom one computer keeps out books again, and another, which knows of no block, makes the code first. Over the demo clouds. */
import { afterEach, expect, it } from 'vitest';
import { decideAccess } from '../../electron/app/acts/decide-access.ts';
import type { BookingInput, DemoBooking } from '../../electron/demo/seed.ts';
import type { RunReport } from '../../shared/domain/run.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { Secret } from '../../shared/secret.ts';
import { bookingId } from '../support/ids.ts';
import { twoDoors } from './small-world.ts';
import type { Installation, World } from './world.ts';

const EMAIL = 'mara@demo.invalid';

let world: World;
afterEach(() => world.close());

interface Situation {
  /** Keeps the guest out. */
  readonly one: Installation;
  /** Made the code of the new booking. */
  readonly other: Installation;
  readonly key: string;
}

async function later(by: Installation): Promise<RunReport> {
  world.clock.advance(15 * MINUTE_MS);
  return by.run();
}
/** Of Mara Lind; Otto Berg's booking shows that the account is the same. */
const codes = () => world.clouds.theKeys.codes().filter(({ name }) => name.startsWith('Mara Lind'));
const states = (): readonly boolean[] => codes().map(({ active }) => active);
const pins = (): readonly string[] => codes().map(({ code }) => code);
const kinds = ({ problems }: RunReport): readonly string[] => problems.map(({ kind }) => kind);
const allOff = [false, false];
const allOn = [true, true];

/** The other computer is there from the beginning, or starts once the blocked guest has booked again. */
async function bookedElsewhere(changes: Partial<BookingInput> = {}): Promise<Situation> {
  world = await twoDoors(['Mara Lind', 'Otto Berg']);
  const { smoobu } = world.clouds;
  const former = smoobu.changeBooking(smoobu.bookings()[0]?.id ?? 0, { email: EMAIL });
  const one = world.install();
  await one.run();
  const guest = one.vault.digestGuest({ email: new Secret(EMAIL), phone: null, guestId: null }) ?? [];
  decideAccess(one, { id: bookingId(former.id), is: 'blocked', guest }, world.clock.nowMs());
  await one.run();
  smoobu.removeBooking(former.id);
  for (let round = 0; round < 3; round += 1) await later(one);
  expect(codes()).toEqual([]);
  const { id: _id, createdAt: _createdAt, modifiedAt: _modifiedAt, type: _type, ...same } = former satisfies DemoBooking;
  const { id } = smoobu.addBooking({ ...same, ...changes });
  const other = world.install();
  await later(other);
  expect(states()).toEqual(allOn);
  return { one, other, key: `blocked-guest:${String(id)}` };
}

it.each([
  ['who is to come', {}],
  ['who arrives today', { arrival: '2026-11-23', departure: '2026-11-25' }],
  ['whose stay has begun', { arrival: '2026-11-22', departure: '2026-11-25' }],
  ['for other days', { arrival: '2026-12-10', departure: '2026-12-12' }],
])('a guest %s does not get in until the user has decided, on either computer', async (_, changes) => {
  const { one, other, key } = await bookedElsewhere(changes);
  const before = pins();
  expect([(await later(one)).problems, states(), pins()]).toMatchObject([
    [{ kind: 'blocked-guest-returns', question: { key } }],
    allOff,
    before,
  ]);
  for (const [by, kind] of [
    [other, 'switched-off'],
    [one, 'blocked-guest-returns'],
    [other, 'switched-off'],
    [one, 'blocked-guest-returns'],
  ] as const) {
    const report = await later(by);
    expect([kinds(report), report.counts.updated, states()]).toEqual([[kind], 0, allOff]);
  }
  expect(one.answer(key, 'let-in')).toBe(true);
  for (const by of [one, other, one, other]) {
    expect(kinds(await later(by))).toEqual([]);
    expect([states(), pins()]).toEqual([allOn, before]);
  }
});

it('whom the user keeps out stays out, and the other computer asks about codes that are off', async () => {
  const { one, other, key } = await bookedElsewhere();
  await later(one);
  expect(one.answer(key, 'keep-blocked')).toBe(true);
  for (const [by, kind] of [
    [one, 'blocked'],
    [other, 'switched-off'],
    [one, 'blocked'],
  ] as const)
    expect([kinds(await later(by)), states()]).toEqual([[kind], allOff]);
});

it('whom the user of the other computer lets in gets in: the second writer counts, and is not overruled', async () => {
  const { one, other, key } = await bookedElsewhere();
  await later(one);
  await later(other);
  expect(other.answer(`off:${key.split(':')[1] ?? ''}`, 'let-in')).toBe(true);
  for (const by of [other, one, one, other, one]) {
    const report = await later(by);
    expect([kinds(report), states()]).toEqual([by === one ? ['blocked-guest-returns'] : [], allOn]);
  }
  // Whatever the user says here counts then.
  expect(one.answer(key, 'keep-blocked')).toBe(true);
  await later(one);
  expect(states()).toEqual(allOff);
});

it('is seen by a scheduled run, also where the list was read before the code was made', async () => {
  const { one, key } = await bookedElsewhere({ arrival: '2026-12-10', departure: '2026-12-12' });
  for (const { id } of codes()) world.clouds.theKeys.removeCode(id);
  world.clock.advance(15 * MINUTE_MS);
  expect((await one.run({ trigger: 'schedule' })).problems).toMatchObject([{ kind: 'blocked-guest-returns', question: { key } }]);
  await world.install().run();
  expect(states()).toEqual(allOn);
  world.clock.advance(15 * MINUTE_MS);
  await one.run({ trigger: 'schedule' });
  expect(states()).toEqual(allOff);
});

it('does not get in either where Smoobu did not answer while this computer saw the code for the first time', async () => {
  const { one } = await bookedElsewhere({ arrival: '2026-11-22', departure: '2026-11-25' });
  world.clouds.smoobu.faults.set({ all: { kind: 'server-error', status: 503 } });
  expect((await later(one)).run.outcome).toBe('failed');
  world.clouds.smoobu.faults.clear();
  await later(one);
  expect(states()).toEqual(allOff);
});

it('keeps the code of the other computer when the user blocks another stay while the guest is inside, and is asked about', async () => {
  world = await twoDoors(['Mara Lind', 'Otto Berg', 'Mara Lind']);
  const { smoobu } = world.clouds;
  const [now, , next] = smoobu.bookings().map(({ id }) => bookingId(id));
  if (now === undefined || next === undefined) throw new Error('no bookings');
  for (const id of [now, next]) smoobu.changeBooking(id, { email: EMAIL });
  smoobu.changeBooking(now, { arrival: '2026-11-22' });
  const [other, one] = [world.install(), world.install()];
  for (const by of [other, one]) await later(by);
  const guest = one.vault.digestGuest({ email: new Secret(EMAIL), phone: null, guestId: null }) ?? [];
  decideAccess(one, { id: next, is: 'blocked', guest }, world.clock.nowMs());
  const ofNow = () =>
    codes()
      .filter(({ description }) => description === `Smoobu#${String(now)}`)
      .map(({ active }) => active);
  for (const by of [one, one, other, one]) {
    const report = await later(by);
    expect([ofNow(), report.problems.some(({ kind, bookingId: id }) => kind === 'blocked-guest-returns' && id === now)]).toEqual([
      allOn,
      true,
    ]);
  }
});

it('has other contacts, or a name alone in common: somebody else, who gets in', async () => {
  for (const email of ['another.mara@demo.invalid', '']) {
    const { one, other } = await bookedElsewhere({ email });
    for (const by of [one, other, one]) {
      await later(by);
      expect(states()).toEqual(allOn);
    }
    if (email !== '') await world.close();
  }
});
