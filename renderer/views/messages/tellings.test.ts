import { expect, it } from 'vitest';
import { bookingId } from '../../../tests/support/ids.ts';
import { formats, NOW_MS, snapshotOf, stayOf, t } from '../../../tests/support/stays.ts';
import type { Telling } from '../../../shared/domain/told.ts';
import type { LocalDate } from '../../../shared/time.ts';
import { thenOf, whatText } from './telling-text.ts';
import { countOf, isIn, linesOf, messagesOn, sorted, TABS } from './tellings.ts';

const stays = [1, 2, 3, 4].map((id) => stayOf({ id, start: `2026-11-2${String(id + 3)}T15:00`, end: '2026-11-29T11:00' }));
const line = (id: number, state: Telling['state'], changes: Partial<Telling> = {}): Telling => ({
  ...{ bookingId: bookingId(id), way: 'message', kind: 'code', atMs: null, reason: null },
  state,
  ...changes,
});
const keys = (tellings: readonly Telling[], tab: 'next' | 'sent' | 'waiting') =>
  sorted(linesOf(tellings, stays), tab).map(({ key }) => key);

it('shows every state in a tab, and what waits for the user in two', () => {
  const states = ['scheduled', 'due', 'waiting', 'sent', 'confirmed', 'unclear', 'told-by-user', 'off'] as const;
  const tabsOf = (telling: Telling): string => TABS.filter((tab) => isIn(tab, telling)).join(' ');
  expect(states.map((state) => tabsOf(line(1, state)))).toEqual([
    ...['next', 'next', 'next waiting', 'sent', 'sent', 'waiting', 'sent', 'not-told'],
  ]);
  // The night passes by itself.
  expect(tabsOf(line(1, 'waiting', { reason: 'quiet-hours' }))).toBe('next');
});

it('leaves out stays that are not shown', () => {
  expect(linesOf([line(1, 'due'), line(9, 'due')], stays)).toHaveLength(1);
});

it('has what may not have arrived first, then what waits without a time, then the earliest; of what was sent the latest first', () => {
  const next = [line(1, 'scheduled', { atMs: 300 }), line(2, 'due', { atMs: 100 }), line(4, 'waiting'), line(3, 'waiting')];
  expect(keys(next, 'next')).toEqual(['3-message', '4-message', '2-message', '1-message']);
  const waiting = [line(4, 'waiting'), line(1, 'unclear', { atMs: 300 })];
  expect(keys(waiting, 'waiting')).toEqual(['1-message', '4-message']);
  const sent = [
    line(1, 'sent', { atMs: 100 }),
    line(2, 'confirmed', { atMs: 200 }),
    line(2, 'confirmed', { way: 'placeholder', atMs: 50 }),
  ];
  expect(keys(sent, 'sent')).toEqual(['2-message', '1-message', '2-placeholder']);
});

it('counts the messages of a day, and no placeholders', () => {
  const today = '2026-11-23' as LocalDate;
  const dayOf = (atMs: number): LocalDate => (atMs < 1000 ? today : ('2026-11-24' as LocalDate));
  const tellings = [
    line(1, 'due'),
    line(2, 'scheduled', { atMs: 999 }),
    line(3, 'scheduled', { atMs: 1000 }),
    line(4, 'waiting'),
    line(1, 'due', { way: 'placeholder' }),
  ];
  expect(messagesOn(today, tellings, dayOf)).toBe(2);
  expect([countOf('next', tellings), countOf('next', tellings, 'placeholder')]).toEqual([5, 1]);
});

it('says of a correction what is other than what the guest was told, and since when', () => {
  const correction = { changes: ['pin' as const, 'shorter' as const], toldAtMs: Date.parse('2026-11-21T09:00:00Z') };
  const [shown] = linesOf([line(1, 'due', { kind: 'correction', language: 'en', correction })], stays);
  if (shown === undefined) throw new Error('The stay is shown.');
  const context = { snapshot: snapshotOf(), t, formats, nowMs: NOW_MS };
  expect(whatText(context, shown)).toBe('Correction: new PIN and shorter times since Sat 10:00');
});

it('says what happens when the user does nothing, except where a placeholder does it or nothing is to come', () => {
  const then = (...given: Parameters<typeof line>) => thenOf(line(...given));
  expect([then(1, 'scheduled'), then(1, 'due'), then(1, 'off')]).toEqual(['scheduled', 'due', 'off']);
  const reasons = ['quiet-hours', 'not-verified', 'paused', 'asked', 'refused', 'reading-thread'] as const;
  expect(reasons.map((reason) => then(1, 'waiting', { reason }))).toEqual(['scheduled', 'verified', 'waits', 'waits', null, null]);
  expect([then(1, 'confirmed'), then(1, 'unclear'), then(1, 'due', { way: 'placeholder' })]).toEqual([null, null, null]);
});
