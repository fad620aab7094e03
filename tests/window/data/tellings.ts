/** What the guests of the small demo portfolio are told: one of every state, so that a page shows them all. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { Telling } from '../../../shared/domain/told.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { NOW_MS } from './clock.ts';

/** Two days before the arrival, at ten in Paris. */
const dueMs = (arrival: string): number => Date.parse(`${arrival}T09:00:00Z`) - 2 * DAY_MS;
const STATES: readonly Omit<Telling, 'bookingId' | 'way'>[] = [
  { kind: 'code', state: 'confirmed', atMs: NOW_MS - 47 * HOUR_MS, reason: null, language: 'fr' },
  { kind: 'code', state: 'waiting', atMs: null, reason: 'not-verified', language: 'en' },
  {
    kind: 'correction',
    state: 'due',
    atMs: NOW_MS,
    reason: null,
    language: 'en',
    correction: { changes: ['pin', 'shorter'], toldAtMs: NOW_MS - 2 * DAY_MS },
  },
  { kind: 'code', state: 'scheduled', atMs: null, reason: null, language: 'de' },
  { kind: 'code', state: 'unclear', atMs: NOW_MS - HOUR_MS, reason: 'asked', language: 'pl' },
  { kind: 'code', state: 'scheduled', atMs: null, reason: null, language: 'es' },
  { kind: 'code', state: 'told-by-user', atMs: NOW_MS - 20 * HOUR_MS, reason: null, language: 'en' },
  { kind: 'code', state: 'off', atMs: null, reason: 'not-for-stay', language: 'en' },
  { kind: 'code', state: 'waiting', atMs: NOW_MS + 20.75 * HOUR_MS, reason: 'quiet-hours', language: 'en' },
  { kind: 'code', state: 'sent', atMs: NOW_MS - 4 * HOUR_MS, reason: null, language: 'en' },
];
const LATER: Omit<Telling, 'bookingId' | 'way'> = {
  kind: 'code',
  state: 'scheduled',
  atMs: null,
  reason: null,
  language: 'en',
};

/** Messages and the comparison are on. */
export function withMessages(snapshot: AppSnapshot): AppSnapshot {
  const tellings = snapshot.stays.map(({ stay: { booking } }, index): Telling => {
    const told = STATES[index] ?? LATER;
    const ref = { bookingId: booking.id, way: 'message' } as const;
    if (told.state !== 'scheduled') return { ...ref, ...told };
    const atMs = dueMs(booking.arrival);
    return { ...ref, ...told, state: atMs > NOW_MS ? 'scheduled' : 'confirmed', atMs };
  });
  return { ...snapshot, sending: { placeholder: false, message: true, threads: true, host: false }, tellings };
}

/** Who would be told, of the same guests. */
export function startPlan({ stays }: AppSnapshot): CallOutput<'messages.start'> {
  const wills = [
    { will: 'told', atMs: null, reason: null, mayTick: true },
    { will: 'now', atMs: null, reason: null, mayTick: true },
    { will: 'waits', atMs: null, reason: 'not-verified', mayTick: false },
    { will: 'never', atMs: null, reason: 'not-for-stay', mayTick: false },
    { will: 'now', atMs: null, reason: null, mayTick: true },
  ] as const;
  const willOf = (arrival: string, index: number) => {
    if (Date.parse(arrival) < NOW_MS - DAY_MS) return wills[0];
    const atMs = dueMs(arrival);
    // One of each, further down.
    if (index === 7 || index === 8) return wills[index - 5] ?? wills[0];
    return atMs > NOW_MS ? ({ will: 'later', atMs, reason: null, mayTick: true } as const) : (wills[index % wills.length] ?? wills[0]);
  };
  return {
    kind: 'plan',
    lines: stays.map(({ stay: { booking, unitName } }, index) => ({
      bookingId: booking.id,
      guest: booking.guestName,
      unit: unitName,
      arrival: booking.arrival,
      ...willOf(booking.arrival, index),
    })),
    more: 0,
  };
}
