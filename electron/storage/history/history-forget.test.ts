import { expect, it } from 'vitest';
import { createVirtualClock } from '../../../tests/support/virtual-clock.ts';
import { bookingId, branded, place } from '../../../tests/support/ids.ts';
import { NO_COUNTS } from '../../../shared/domain/run.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import { placeholderKey, toldKey } from '../../../shared/domain/told.ts';
import type { KeptPlaceholder } from '../../../shared/domain/told.ts';
import { newRow } from '../../../shared/messages/register.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';
import { openHistoryStore } from './history-store.ts';

const NOW_MS = Date.parse('2026-11-23T14:53:00Z');
const DOOR = place(11, 'KpAlpha1');

function operation(id: number): OperationReport {
  return branded<OperationReport>({
    ...DOOR,
    key: `create:${String(id)}`,
    kind: 'create',
    status: 'done',
    bookingId: id,
    unitId: null,
    codeId: 900 + id,
    changes: { name: { from: null, to: `Guest ${String(id)}` }, start: { from: null, to: '2026-11-20T15:00' } },
    evidence: null,
    hold: null,
  });
}

function placeholder(id: BookingId): KeptPlaceholder {
  return { bookingId: id, key: 'pin', state: 'set', text: 'a', untilMs: NOW_MS, tries: 0, nextMs: 0 };
}

it('forgets the name of a guest and what is remembered, shown and held of the booking, and nothing of others', () => {
  const history = openHistoryStore({ file: ':memory:', clock: createVirtualClock({ nowMs: NOW_MS }) });
  const [gone, kept] = [bookingId(12), bookingId(123)];
  history.finishRun({
    run: {
      id: 'r',
      mode: 'live',
      trigger: 'command',
      outcome: 'ok',
      startedAt: '2026-11-20T10:00:00Z',
      finishedAt: '2026-11-20T10:00:01Z',
    },
    counts: NO_COUNTS,
    operations: [operation(12), operation(123)],
    problems: [],
    requests: { smoobu: 1, theKeys: 1 },
    stays: [],
  });
  for (const id of [gone, kept]) {
    history.rememberPinDraw(id, { attempt: 0, length: 4 });
    history.recordEvent({ kind: 'pin-revealed', atMs: NOW_MS, bookingId: id, ...DOOR });
    history.recordEvent({ kind: 'notice', atMs: NOW_MS, category: 'arrival', key: `arrival:${String(id)}`, title: `Guest ${String(id)}` });
    history.putHolds([{ ...operation(id), hold: 'someone-may-be-inside' }], NOW_MS);
    history.remember([
      { kind: 'open-pin', key: String(id), value: { sinceMs: 1 } },
      { kind: 'told', key: toldKey(id, 'message'), value: { ...newRow(id), earlier: ['a'] } },
      { kind: 'placeholder', key: placeholderKey({ bookingId: id, key: 'pin' }), value: placeholder(id) },
      { kind: 'host-told', key: String(id), value: { bookingId: id, atMs: 1 } },
      {
        kind: 'decision',
        key: `k${String(id)}`,
        value: { choice: 'keep', claimId: id, lockId: DOOR.lockId, codeId: operation(id).codeId ?? (1 as never) },
      },
    ]);
  }
  history.forgetBooking(gone);
  expect(history.listOperationsOfBooking(gone, 9).map(({ changes }) => changes)).toEqual([
    { start: { from: null, to: '2026-11-20T15:00' } },
  ]);
  expect(history.listOperationsOfBooking(kept, 9)[0]?.changes.name).toEqual({ from: null, to: 'Guest 123' });
  const { pinDraws, waiting, remembered } = history.memory();
  expect([[...pinDraws.keys()], [...waiting.keys()], [...remembered['open-pin'].keys()], [...remembered.decision.keys()]]).toEqual([
    [kept],
    ['create:123'],
    ['123'],
    ['k123'],
  ]);
  expect([remembered.told, remembered.placeholder, remembered['host-told']].map((rows) => [...rows.keys()])).toEqual([
    ['123 message'],
    ['123 pin'],
    ['123'],
  ]);
  expect(history.listEvents(9).map((event) => ('key' in event ? event.key : event.bookingId))).toEqual(['arrival:123', 123]);
  history.close();
});
