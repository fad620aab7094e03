/** Messages over every fault of the service, in virtual time: once where that can be known, and asked about where it cannot. */
import { beforeEach, expect, test } from 'vitest';
import type { Pin } from '../../../shared/domain/code.ts';
import { toldKey } from '../../../shared/domain/told.ts';
import { messagesDue } from '../../../shared/messages/due.ts';
import { answered, newRow } from '../../../shared/messages/register.ts';
import type { StayToTell } from '../../../shared/messages/stay-to-tell.ts';
import { addMinutes, HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { fakeGuests, Killed } from '../../../tests/support/fake-guests.ts';
import type { FakeGuests, SendFault } from '../../../tests/support/fake-guests.ts';
import { outboxInstallation } from '../../../tests/support/outbox-installation.ts';
import type { Installation } from '../../../tests/support/outbox-installation.ts';
import { DIGESTS, doorToTell, dueInput, stayToTell, TELL_MS, windowOf } from '../../../tests/support/to-tell.ts';

const ID = stayToTell().bookingId;
let nowMs: number;
let guests: FakeGuests;
let mine: Installation;
beforeEach(() => {
  nowMs = TELL_MS;
  guests = fakeGuests(() => nowMs);
  mine = installation();
});

const installation = (): Installation =>
  outboxInstallation(
    () => guests,
    () => nowMs,
  );
async function runUntil(minutes: number, stays?: readonly StayToTell[], every = 5): Promise<void> {
  for (const end = TELL_MS + minutes * MINUTE_MS; nowMs < end;) {
    nowMs += every * MINUTE_MS;
    await mine.run(stays?.map((stay) => ({ ...stay })));
  }
}
function stateOf(installed = mine): string {
  const { known = null, attempt = null } = installed.row() ?? {};
  return attempt === null ? (known?.state ?? 'nothing') : `${attempt.state} ${String(attempt.tries)}`;
}

test('one message, which is confirmed by the thread five minutes later; after that nothing is asked of the service', async () => {
  expect(await mine.run()).toEqual(['12 code sent']);
  expect([stateOf(), guests.textsOf(ID)[0]?.includes('4711')]).toEqual(['accepted 0', true]);
  expect(await mine.run()).toEqual([]);
  expect(guests.requests).toEqual({ reads: 1, sends: 1 });
  await runUntil(120);
  expect([stateOf(), guests.requests]).toEqual(['confirmed', { reads: 2, sends: 1 }]);
});

test.each<[SendFault, string]>([
  ['lost', '12 code unclear'],
  ['failed', '12 code unclear'],
  ['limited', '12 code unclear'],
])('a message that arrives although the answer is %s is found in the thread', async (fault, line) => {
  guests.sends = [fault];
  guests.lagMs = 19 * MINUTE_MS;
  expect(await mine.run()).toEqual([line]);
  await runUntil(120);
  expect([stateOf(), guests.requests.sends, guests.textsOf(ID).length]).toEqual(['confirmed', 1, 1]);
});

test.each<SendFault>(['dropped', 'unreached'])('after a message that is %s the user is asked, and their answer counts', async (fault) => {
  guests.sends = [fault];
  await mine.run();
  await runUntil(120);
  expect([stateOf(), guests.requests]).toEqual([fault === 'dropped' ? 'accepted 2' : 'sending 2', { reads: 3, sends: 1 }]);
  const row = mine.row();
  if (row === undefined) return;
  expect(answered(row, 'arrived')).toMatchObject({ known: { state: 'told-by-user' }, attempt: null });
  mine.told.set(toldKey(ID, 'message'), answered(row, 'send-again'));
  await runUntil(240);
  expect([stateOf(), guests.textsOf(ID).length]).toEqual(['confirmed', 1]);
});

test('what is absent both times goes once more by itself when the arrival is near, and then the user is asked', async () => {
  guests.sends = ['dropped', 'dropped'];
  await mine.run();
  const stay = stayToTell();
  nowMs = stay.startMs - 3 * HOUR_MS - 40 * MINUTE_MS;
  for (let run = 0; run < 60; run += 1) {
    await mine.run();
    nowMs += 5 * MINUTE_MS;
  }
  expect([stateOf(), guests.requests.sends]).toEqual(['accepted 5', 2]);
});

test('a process that ends between the request and its answer does not send again', async () => {
  guests.sends = ['killed'];
  await expect(mine.run()).rejects.toThrow(Killed);
  expect(stateOf()).toBe('sending 0');
  await runUntil(60);
  expect([stateOf(), guests.textsOf(ID).length]).toEqual(['confirmed', 1]);
});

test('what is certainly refused is tried again after 1, 5, 15 and 60 minutes, then every six hours', async () => {
  guests.sends = Array.from({ length: 100 }, (): SendFault => 'refused');
  await mine.run();
  const sends: number[] = [];
  for (let before = guests.requests.sends; nowMs < TELL_MS + 8 * HOUR_MS; before = guests.requests.sends) {
    nowMs += MINUTE_MS;
    await mine.run();
    if (guests.requests.sends > before) sends.push((nowMs - TELL_MS) / MINUTE_MS);
  }
  expect(sends).toEqual([1, 6, 21, 81, 441]);
  guests.sends = [];
  await runUntil(22 * 60);
  expect([stateOf(), guests.textsOf(ID).length]).toEqual(['confirmed', 1]);
});

test('a service that pauses is not asked for the next guest, and nothing counts as tried', async () => {
  guests.sends = ['paused'];
  expect(await mine.run([stayToTell(), stayToTell({ id: 13 })])).toEqual([]);
  expect([mine.told.size, guests.requests.sends]).toEqual([0, 1]);
});

test('two sends without an answer are enough for one run', async () => {
  guests.sends = ['unreached', 'unreached'];
  await mine.run([12, 13, 14].map((id) => stayToTell({ id })));
  expect(guests.requests.sends).toBe(2);
});

test('a thread that there is not is no obstacle; one that cannot be read is, until the arrival is near', async () => {
  guests.reads = ['no-thread'];
  expect(await mine.run()).toEqual(['12 code sent']);
  const stay = stayToTell({ id: 13 });
  guests.reads = ['failed'];
  expect(await mine.run([stay])).toEqual([]);
  nowMs = stay.startMs - HOUR_MS;
  guests.reads = ['failed'];
  expect(await mine.run([stay])).toEqual(['13 code sent']);
});

test('another installation sees in the thread what was told, in other words too, and corrects what changed', async () => {
  const other = installation();
  await mine.run();
  await other.run();
  expect([stateOf(other), guests.requests.sends]).toEqual(['confirmed', 1]);
  const third = installation();
  guests.write(ID, 'Votre code est le 4711.');
  guests.write(stayToTell({ id: 13 }).bookingId, `Ref. ${stayToTell({ id: 13 }).reference}: 4711`);
  await third.run([stayToTell({ id: 13 })]);
  expect(guests.requests.sends).toBe(1);
  const changed = stayToTell({ doors: [doorToTell({ pin: '9027' as Pin })] });
  expect(await other.run([changed])).toEqual(['12 correction sent']);
  await mine.run([changed]);
  expect(guests.requests.sends).toBe(2);
  // Back to the first PIN: what was said before the correction is no evidence.
  nowMs += 6 * MINUTE_MS;
  expect([await other.run(), await other.run()]).toEqual([[], ['12 correction sent']]);
  expect(guests.requests.sends).toBe(3);
});

test('an automatic message, a guest who quotes and a text without the reference are no evidence', async () => {
  const text = `${stayToTell().reference}: 4711`;
  guests.write(ID, text, { hasSubject: true });
  guests.write(ID, text, { from: 'guest' });
  guests.write(ID, '4711');
  guests.write(ID, `Booking ${stayToTell().reference}4711, until 11:00`);
  expect(await mine.run()).toEqual(['12 code sent']);
});

test('a correction about times is found by its words only: the digits were told before', async () => {
  await mine.run();
  await runUntil(10);
  const window = windowOf('2026-11-24T16:00', '2026-11-26T11:00');
  const later = stayToTell({ window });
  guests.write(ID, `Ref. ${later.reference}: 4711 as I said`);
  expect(await mine.run([later])).toEqual(['12 correction sent']);
  await runUntil(60, [later]);
  expect([stateOf(), guests.requests.sends]).toEqual(['confirmed', 2]);
});

test('a PIN that changes while it is not known whether the former one arrived is corrected', async () => {
  guests.sends = ['lost'];
  await mine.run();
  const changed = stayToTell({ doors: [doorToTell({ pin: '9027' as Pin })] });
  nowMs += MINUTE_MS;
  expect(await mine.run([changed])).toEqual(['12 correction sent']);
  expect(mine.row()).toMatchObject({ known: { state: 'unclear' }, earlier: [DIGESTS.digestPin('4711' as Pin)] });
});

test('nothing goes once the run is stopped, or the user does not want it any more', async () => {
  const stopped = new AbortController();
  stopped.abort();
  expect(await mine.run([stayToTell()], stopped.signal)).toEqual([]);
  mine.stop();
  expect([await mine.run(), guests.requests, mine.told.size]).toEqual([[], { reads: 0, sends: 0 }, 0]);
});

test('a register that cannot be stored holds back what is not needed soon', async () => {
  mine.history.unstored = 'full';
  expect([await mine.run(), mine.told.size]).toEqual([[], 0]);
  nowMs = stayToTell().startMs - HOUR_MS;
  expect(await mine.run()).toEqual(['12 code sent']);
});

test('at most twelve guests are sent something in one run, in order of arrival; looking for what was sent does not count', async () => {
  const stays = Array.from({ length: 30 }, (_, index) => stayToTell({ id: 100 + index }));
  const ids = (from: number, until: number) => stays.slice(from, until).map(({ bookingId }) => `${String(bookingId)} code sent`);
  expect(await mine.run(stays)).toEqual(ids(0, 12));
  nowMs += 6 * MINUTE_MS;
  expect(await mine.run(stays)).toEqual(ids(12, 24));
  expect(await mine.run(stays)).toEqual(ids(24, 30));
  expect([...mine.told.values()].filter(({ known }) => known?.state === 'confirmed')).toHaveLength(12);
});

test('the register has no digits of a PIN and no text', async () => {
  await mine.run();
  const stored = JSON.stringify([...mine.told.values()]);
  for (const secret of ['4711', 'Mateo', 'Front']) expect(stored).not.toContain(secret);
});

test('a PIN that is back before its change is known to have been told needs no correction, if it was not', async () => {
  await mine.run();
  await runUntil(10);
  const changed = stayToTell({ doors: [doorToTell({ pin: '9027' as Pin })] });
  guests.sends = ['unreached'];
  expect(await mine.run([changed])).toEqual(['12 correction unclear']);
  await runUntil(120);
  expect([stateOf(), guests.textsOf(ID).length]).toEqual(['confirmed', 1]);
  guests.sends = ['lost'];
  expect(await mine.run([changed])).toEqual(['12 correction unclear']);
  await runUntil(240);
  expect(guests.textsOf(ID).map((text) => text.includes('4711'))).toEqual([true, false, true]);
});

test('the same where the arrival is near: a doubled text is better than a wrong PIN', async () => {
  nowMs = stayToTell().startMs - HOUR_MS;
  await mine.run();
  guests.sends = ['unreached'];
  nowMs += 6 * MINUTE_MS;
  await mine.run([stayToTell({ doors: [doorToTell({ pin: '9027' as Pin })] })]);
  expect(await mine.run()).toEqual(['12 correction sent']);
});

test('a change that was not sent and that the guest cannot notice any more is forgotten', async () => {
  await mine.run();
  await runUntil(10);
  const { window, startMs } = stayToTell();
  guests.sends = ['unreached'];
  const doors = [doorToTell({ window: { ...window, start: addMinutes(window.start, 60) } })];
  const later = (): StayToTell => stayToTell({ nowMs, doors });
  expect(await mine.run([later()])).toEqual(['12 correction unclear']);
  nowMs = startMs + 2 * HOUR_MS;
  expect(await mine.run([later()])).toEqual([]);
  nowMs += HOUR_MS;
  expect([await mine.run([later()]), guests.textsOf(ID).length, mine.row()?.attempt]).toEqual([[], 1, null]);
});

test('a correction is not sent where another installation has told its guest the same as a code', async () => {
  const other = installation();
  const content = messagesDue(dueInput({ nowMs, stays: [stayToTell()] }))[0]!.send!.content;
  other.told.set(toldKey(ID, 'copy'), { ...newRow(ID), way: 'copy', known: { content, kind: 'code', state: 'told-by-user', atMs: nowMs } });
  const changed = stayToTell({ doors: [doorToTell({ window: windowOf('2026-11-24T16:00', '2026-11-26T11:00') })] });
  expect(await mine.run([changed])).toEqual(['12 code sent']);
  expect(await other.run([changed])).toEqual([]);
});
