import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HistoryStore } from '../../app/ports/storage.ts';
import type { HistoryEvent } from '../../../shared/domain/history-event.ts';
import { createVirtualClock } from '../../../tests/support/virtual-clock.ts';
import { openHistoryStore } from './history-store.ts';
import { bookingId, place } from '../../../tests/support/ids.ts';

let history: HistoryStore;
beforeEach(() => {
  history = openHistoryStore({ file: ':memory:', clock: createVirtualClock({ nowMs: 10_000 }) });
});
afterEach(() => {
  history.close();
});

const revealed: HistoryEvent = { kind: 'pin-revealed', atMs: 1_000, bookingId: bookingId(90_001), ...place(3705, 'Kp1') };
const notice: HistoryEvent = { kind: 'notice', atMs: 2_000, category: 'held', key: 'held', title: 'Something waits for you' };

describe('events', () => {
  it('are listed newest first, and pruned like runs', () => {
    history.recordEvent(revealed);
    history.recordEvent(notice);
    expect(history.listEvents(10)).toEqual([notice, revealed]);
    expect(history.listEvents(1)).toEqual([notice]);
    history.prune(1_500);
    expect(history.listEvents(10)).toEqual([notice]);
  });

  it('cannot contain a PIN', () => {
    const withPin = { ...revealed, pin: '4711' };
    expect(() => history.recordEvent(withPin)).toThrow();
    expect(history.listEvents(10)).toEqual([]);
  });
});
