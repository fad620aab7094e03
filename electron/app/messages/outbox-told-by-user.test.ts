/** What another installation wrote in a thread, compared with what the user has told the guest, and with what did not arrive. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Pin } from '../../../shared/domain/code.ts';
import { toldKey } from '../../../shared/domain/told.ts';
import { messagesDue } from '../../../shared/messages/due.ts';
import { newRow } from '../../../shared/messages/register.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { fakeGuests } from '../../../tests/support/fake-guests.ts';
import type { FakeGuests, SendFault } from '../../../tests/support/fake-guests.ts';
import { outboxInstallation } from '../../../tests/support/outbox-installation.ts';
import type { Installation } from '../../../tests/support/outbox-installation.ts';
import { doorToTell, dueInput, stayToTell, TELL_MS, windowOf } from '../../../tests/support/to-tell.ts';

const ID = stayToTell().bookingId;
let nowMs: number;
let guests: FakeGuests;
let mine: Installation;
beforeEach(begin);
function begin(): void {
  nowMs = TELL_MS;
  guests = fakeGuests(() => nowMs);
  mine = outboxInstallation(
    () => guests,
    () => nowMs,
  );
}

describe('a PIN that is back after the user told the guest another one', () => {
  const changed = stayToTell({ doors: [doorToTell({ pin: '9027' as Pin })] });
  const text = `Ref. ${stayToTell().reference}: 4711`;
  function markTold(): void {
    const { content } = messagesDue(dueInput({ nowMs, stays: [changed] }))[0]!.send!;
    mine.told.set(toldKey(ID, 'copy'), {
      ...newRow(ID),
      way: 'copy',
      known: { content, kind: 'code', state: 'told-by-user', atMs: nowMs },
    });
  }
  /** `code`: what becomes of the first message. The one with the other PIN does not arrive. */
  async function tellByUser(code: SendFault): Promise<void> {
    nowMs = stayToTell().startMs - 2 * HOUR_MS;
    guests.sends = [code, 'unreached'];
    await mine.run();
    nowMs += MINUTE_MS;
    await mine.run([changed]);
    nowMs += MINUTE_MS;
    markTold();
  }

  test('is not told again where another installation has told it since', async () => {
    await tellByUser('unreached');
    nowMs += 6 * MINUTE_MS;
    guests.write(ID, text);
    nowMs += MINUTE_MS;
    expect([await mine.run(), guests.textsOf(ID)]).toEqual([[], [text]]);
    expect(mine.row()).toMatchObject({ attempt: null, known: { state: 'confirmed' } });
  });

  test('is told where that may have been before: a doubled text is better than a wrong PIN', async () => {
    for (const writtenMs of [null, (): number => nowMs - 2 * MINUTE_MS]) {
      begin();
      await tellByUser('unreached');
      nowMs += 6 * MINUTE_MS;
      guests.write(ID, text, { writtenMs: writtenMs === null ? null : writtenMs() });
      expect(await mine.run()).toEqual(['12 correction sent']);
    }
  });

  test('is told where only the former message says it, found or not, soon or hours later', async () => {
    for (const minutes of [1, 6, 4 * 60]) {
      begin();
      await tellByUser('lost');
      nowMs += minutes * MINUTE_MS;
      expect([await mine.run(), guests.textsOf(ID).length]).toEqual([['12 correction sent'], 2]);
    }
  });

  test('is told where the message with it is known not to have arrived', async () => {
    await tellByUser('lost');
    const row = mine.row()!;
    mine.told.set(toldKey(ID, 'message'), { ...row, attempt: { ...row.attempt!, tries: 2 } });
    nowMs += HOUR_MS;
    expect(await mine.run()).toEqual(['12 correction sent']);
  });

  test('is told where another installation told it hours before the user told the other one', async () => {
    guests.write(ID, text);
    nowMs += 4 * HOUR_MS;
    markTold();
    expect(await mine.run()).toEqual(['12 correction sent']);
  });
});

test('a correction that did not arrive is not sent again where another installation has told the same in other words', async () => {
  nowMs = stayToTell().startMs - 2 * HOUR_MS;
  await mine.run();
  nowMs += 6 * MINUTE_MS;
  await mine.run();
  guests.sends = ['unreached'];
  const later = stayToTell({ doors: [doorToTell({ window: windowOf('2026-11-24T16:00', '2026-11-26T11:00') })] });
  expect(await mine.run([later])).toEqual(['12 correction unclear']);
  nowMs += MINUTE_MS;
  guests.write(ID, messagesDue(dueInput({ nowMs, stays: [later] }))[0]!.send!.text.reveal());
  for (const minutes of [6, 30]) {
    nowMs += minutes * MINUTE_MS;
    expect([await mine.run([later]), guests.textsOf(ID).length]).toEqual([[], 2]);
  }
  expect(mine.row()).toMatchObject({ attempt: null, known: { state: 'confirmed' } });
});

test('a PIN is told again that did not arrive, where only the message before the user told another one says it', async () => {
  nowMs = stayToTell().startMs - 2 * HOUR_MS;
  guests.sends = ['lost', 'unreached'];
  await mine.run();
  const other = stayToTell({ doors: [doorToTell({ pin: '9027' as Pin })] });
  const { content } = messagesDue(dueInput({ nowMs, stays: [other] }))[0]!.send!;
  const { attempt } = mine.row()!;
  nowMs += MINUTE_MS;
  mine.told.set(toldKey(ID, 'copy'), { ...newRow(ID), way: 'copy', known: { content, kind: 'code', state: 'told-by-user', atMs: nowMs } });
  nowMs += MINUTE_MS;
  expect(await mine.run()).toEqual(['12 correction unclear']);
  expect(mine.row()).toMatchObject({ known: { content: attempt!.content, state: 'unclear' } });
  nowMs += 6 * MINUTE_MS;
  await mine.run();
  nowMs += 30 * MINUTE_MS;
  expect(await mine.run()).toEqual(['12 correction sent']);
});
