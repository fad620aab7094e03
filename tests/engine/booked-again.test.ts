/** Guests who cancel and book again, over the demo clouds: who keeps the PIN, and who gets another. */
import { afterEach, expect, it } from 'vitest';
import { exitCodeOfReport } from '../../electron/cli/exit-code.ts';
import type { BookingInput, DemoBooking } from '../../electron/demo/seed.ts';
import { noStayWish, withAccess } from '../../shared/domain/wishes.ts';
import type { StayWish } from '../../shared/domain/wishes.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import type { WallTime } from '../../shared/time.ts';
import { bookingId } from '../support/ids.ts';
import { twoDoors } from './small-world.ts';
import type { Installation, World } from './world.ts';

const MARA = { email: 'mara@demo.invalid', phone: '+33600000123' };

let world: World;
afterEach(() => world.close());

/** One guest, with a code on both doors of the unit. */
async function start(contact: Partial<DemoBooking> = MARA) {
  world = await twoDoors(['Mara Lind']);
  const { smoobu, theKeys } = world.clouds;
  const [first] = smoobu.bookings();
  if (first === undefined) throw new Error('no booking');
  const former = smoobu.changeBooking(first.id, contact);
  const installation = world.install();
  await installation.run();
  const { id: _id, createdAt: _createdAt, modifiedAt: _modifiedAt, type: _type, ...same } = former;
  return {
    installation,
    former,
    cancel: () => smoobu.cancelBooking(former.id),
    again: (changes: Partial<BookingInput> = {}) => smoobu.addBooking({ ...same, ...changes }),
    /** By lock: tag and PIN. */
    codes: () => theKeys.codes().map(({ description, code, lockId }) => [lockId, description, code]),
  };
}
async function later(installation: Installation, minutes = 15) {
  world.clock.advance(minutes * MINUTE_MS);
  return installation.run();
}
const kinds = (problems: readonly { readonly kind: string }[]) => problems.map(({ kind }) => kind);

it('cancelled and booked again in one sync: the codes stay and get the new number', async () => {
  const { installation, cancel, again, codes } = await start();
  const before = codes();
  cancel();
  const { id } = again();
  const report = await later(installation);
  expect(report.counts).toMatchObject({ updated: 2, created: 0, deleted: 0 });
  expect(codes()).toEqual(before.map(([lock, , pin]) => [lock, `Smoobu#${String(id)}`, pin]));
  expect(report.problems).toEqual([]);
  expect((await later(installation)).run.outcome).toBe('nothing-to-do');
});

it('one sync later: the new codes have the former PIN, also when one is made again', async () => {
  const { installation, cancel, again, codes } = await start();
  const before = codes();
  cancel();
  await later(installation);
  expect(codes()).toEqual([]);
  const { id } = again({ departure: '2026-11-29' });
  expect((await later(installation)).problems).toEqual([]);
  const now = before.map(([lock, , pin]) => [lock, `Smoobu#${String(id)}`, pin]);
  expect(codes()).toEqual(now);
  for (const share of world.clouds.theKeys.codes().slice(0, 1)) world.clouds.theKeys.removeCode(share.id);
  await later(installation);
  expect(codes().toSorted()).toEqual(now.toSorted());
});

it('missing and then gone: a code of its own at once, and the user hears of the other PIN', async () => {
  const { installation, former, again, codes } = await start();
  const before = new Set(codes().map(([, , pin]) => pin));
  world.clouds.smoobu.removeBooking(former.id);
  const { id } = again();
  const missing = await later(installation);
  expect([missing.counts.created, missing.counts.deleted, codes().length]).toEqual([2, 0, 4]);
  const gone = await later(installation);
  expect(gone.counts.deleted).toBe(2);
  expect(codes().every(([, tag, pin]) => tag === `Smoobu#${String(id)}` && !before.has(pin))).toBe(true);
  expect([kinds(gone.problems), kinds((await later(installation)).problems)]).toEqual([['other-pin'], ['other-pin']]);
});

it('with another address: another guest, with another PIN', async () => {
  const { installation, cancel, again, codes } = await start();
  const before = new Set(codes().map(([, , pin]) => pin));
  cancel();
  again({ email: 'another.mara@demo.invalid' });
  const report = await later(installation);
  expect(report.counts).toMatchObject({ created: 2, deleted: 2, updated: 0 });
  expect(codes().some(([, , pin]) => before.has(pin))).toBe(false);
  expect(report.problems).toEqual([]);
});

it.each(['same', 'other'])('with the name alone: both codes work until the user says %s', async (choice) => {
  const { installation, former, cancel, again, codes } = await start({ email: '', phone: '' });
  const pins = (id: number) => codes().flatMap(([, tag, pin]) => (tag === `Smoobu#${String(id)}` ? [pin] : []));
  const [before] = pins(former.id);
  cancel();
  const { id } = again();
  const asked = await later(installation);
  expect([kinds(asked.problems), asked.run.outcome, exitCodeOfReport(asked), pins(former.id).length]).toEqual([
    ['booked-again'],
    'held',
    5,
    2,
  ]);
  const [own] = pins(id);
  expect(own).not.toBe(before);
  expect(kinds((await later(installation)).problems)).toEqual(['booked-again']);
  const key = asked.problems[0]?.question?.key ?? '';
  expect([installation.answer(key, choice), installation.answer(key, choice)]).toEqual([true, false]);
  const report = await later(installation);
  expect([pins(id), pins(former.id), report.problems]).toEqual([Array(2).fill(choice === 'same' ? before : own), [], []]);
  expect((await later(installation)).run.outcome).toBe('nothing-to-do');
});

it('booked again in another unit: the same PIN there, and the former doors go', async () => {
  const { installation, cancel, again, codes } = await start();
  const before = new Set(codes().map(([, , pin]) => pin));
  const [, other] = world.settings.mapping.units;
  cancel();
  const { id } = again({ apartmentId: other?.unitId ?? 0 });
  await later(installation);
  expect(codes()).toEqual([[other?.doors[0]?.lockId, `Smoobu#${String(id)}`, [...before][0]]]);
});

it.each(['let-in', 'keep-blocked'])('blocked before: the codes go on, off, until the user says %s', async (choice) => {
  const { installation, former, cancel, again, codes } = await start();
  const pins = codes().map(([, , pin]) => pin);
  const states = () => world.clouds.theKeys.codes().map(({ active }) => active);
  installation.wishes.change((wishes) => withAccess(wishes, bookingId(former.id), 'blocked', world.clock.nowMs()));
  // Neither is this carried out before the guest books again.
  cancel();
  const { id } = again();
  const key = `blocked-guest:${String(id)}`;
  for (let round = 0; round < 2; round += 1) {
    const asked = await later(installation);
    expect(asked.problems).toMatchObject([{ kind: 'blocked-guest-returns', question: { key } }]);
    expect([exitCodeOfReport(asked), states(), codes().every(([, tag]) => tag === `Smoobu#${String(id)}`)]).toEqual([
      5,
      [false, false],
      true,
    ]);
  }
  expect([installation.answer(key, choice), installation.answer(key, choice)]).toEqual([true, false]);
  const isLetIn = choice === 'let-in';
  for (let round = 0; round < 2; round += 1) {
    const report = await later(installation);
    expect([kinds(report.problems), exitCodeOfReport(report)]).toEqual([isLetIn ? [] : ['blocked'], 0]);
    expect([states(), codes().map(([, , pin]) => pin)]).toEqual([[isLetIn, isLetIn], pins]);
  }
});

it.each(['gone', 'cancelled'])(
  'blocked while Smoobu did not answer, %s and booked again for other days: no code until the user decides',
  async (how) => {
    const { installation, former, cancel, again } = await start();
    const open = () => world.clouds.theKeys.codes().filter(({ active }) => active);
    installation.wishes.change((wishes) => withAccess(wishes, bookingId(former.id), 'blocked', world.clock.nowMs()));
    await later(installation);
    if (how === 'gone') world.clouds.smoobu.removeBooking(former.id);
    else cancel();
    for (let round = 0; round < 3; round += 1) await later(installation);
    expect(open()).toEqual([]);
    const { id } = again({ arrival: '2026-12-10', departure: '2026-12-12' });
    const key = `blocked-guest:${String(id)}`;
    for (let round = 0; round < 2; round += 1)
      expect((await later(installation)).problems).toMatchObject([{ kind: 'blocked-guest-returns', question: { key } }]);
    expect(open()).toEqual([]);
    // Who has other contacts is somebody else.
    again({ arrival: '2026-12-14', departure: '2026-12-16', email: 'another.mara@demo.invalid', phone: '+33600000999' });
    await later(installation);
    expect(open()).toHaveLength(2);
    expect(installation.answer(key, 'let-in')).toBe(true);
    await later(installation);
    expect(open()).toHaveLength(4);
  },
);

it('gone while the guest is staying: the former code stays until the user decides, and the new one opens at once', async () => {
  const { installation, former, again, codes } = await start();
  world.clock.advance(36 * 60 * MINUTE_MS);
  await later(installation);
  const [pin] = codes().map(([, , code]) => code);
  world.clouds.smoobu.removeBooking(former.id);
  const { id } = again();
  const opens = (code: string | undefined): readonly boolean[] =>
    (world.settings.mapping.units[0]?.doors ?? []).map(({ lockId, keypadId }) =>
      world.clouds.theKeys.opens(lockId, keypadId, code ?? '', world.clock.nowMs()),
    );
  for (let round = 0; round < 3; round += 1) {
    const { problems } = await later(installation);
    const [own] = codes().flatMap(([, tag, code]) => (tag === `Smoobu#${String(id)}` ? [String(code)] : []));
    expect([opens(String(pin)), opens(own)]).toEqual([
      [true, true],
      [true, true],
    ]);
    if (round > 0) expect(kinds(problems)).toContain('other-pin');
  }
});

it('a later end and the note go on with the guest, without a moment in between; no code does not', async () => {
  const { installation, former, cancel, again } = await start();
  const until = { day: 0, time: '14:00' as WallTime };
  const wish = (changes: Partial<StayWish>): unknown =>
    installation.wishes.change((wishes) => ({
      ...wishes,
      stays: [{ bookingId: bookingId(former.id), wish: { ...noStayWish(), ...changes } }],
    }));
  const ends = () => world.clouds.theKeys.codes().map(({ endTime }) => endTime);
  wish({ until, note: 'Late train.', noCode: false });
  await later(installation);
  expect(ends()).toEqual(['14:00', '14:00']);
  cancel();
  const { id } = again();
  expect((await installation.run({ mode: 'dry-run' })).problems).toEqual([]);
  expect(installation.wishes.read().stays.map((stay) => stay.bookingId)).toEqual([former.id]);
  await later(installation);
  expect(ends()).toEqual(['14:00', '14:00']);
  expect(installation.wishes.read().stays.find((stay) => stay.bookingId === id)?.wish).toMatchObject({ until, note: 'Late train.' });
  // Taken back, it does not return.
  installation.wishes.change((wishes) => ({ ...wishes, stays: wishes.stays.filter((stay) => stay.bookingId !== id) }));
  await later(installation);
  expect([ends(), (await later(installation)).run.outcome]).toEqual([['12:00', '12:00'], 'nothing-to-do']);
});

it('no code for the former booking: the new one gets a code, and the user is told', async () => {
  const { installation, former, cancel, again, codes } = await start();
  const noCode = { ...noStayWish(), noCode: true };
  installation.wishes.change((wishes) => ({ ...wishes, stays: [{ bookingId: bookingId(former.id), wish: noCode }] }));
  await later(installation);
  expect(codes()).toEqual([]);
  cancel();
  const { id } = again();
  for (let round = 0; round < 2; round += 1) {
    const report = await later(installation);
    expect([kinds(report.problems), exitCodeOfReport(report)]).toEqual([['wish-left'], 0]);
    expect(codes().map(([, tag]) => tag)).toEqual([`Smoobu#${String(id)}`, `Smoobu#${String(id)}`]);
  }
});
