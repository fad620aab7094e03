/** The words that no demo cloud plays, each from an observation made by hand; and that no word is without a test. */
import { describe, expect, it } from 'vitest';
import { code as codeFixture } from '../../tests/reconcile/fixtures.ts';
import { bookingId, codeId, lockId } from '../../tests/support/ids.ts';
import { PLAYED_VARIANTS } from '../../tests/support/probe-variants.ts';
import { UNKNOWN, parsePin } from '../domain/code.ts';
import { parseLocalDate, wallTime } from '../time.ts';
import { NO_BOOKING_SEEN, NO_DOOR_SEEN } from './seen.ts';
import type { BookingSeen, DoorSeen, PlaceholderSeen, ReadBack, Seen, Wrote } from './seen.ts';
import { QUESTIONS, verdictsOf } from './verdicts.ts';

const DAY = parseLocalDate('2027-12-28')!;
const SENT = {
  ...{ name: 'Latchkey probe Zoë & Łukasz-Ñandú O’Neil (test)', pin: parsePin('0739')!, active: true, notificationEnabled: false },
  ...{ startDate: DAY, startTime: wallTime(9, 5)!, endDate: DAY, endTime: wallTime(10, 35)! },
  description: 'Latchkey-probe#abcdefgh A test.',
};
const answer = (json: unknown, status = 200, headers: Seen['headers'] = {}): Seen => ({ status, json, headers });
const wrote = (outcome: Wrote['outcome'], json?: unknown, field: Wrote['field'] = null): Wrote => ({
  ...{ outcome, field },
  answer: json === undefined ? null : answer(json),
});
const readBack = (row: object, code: Partial<ReadBack['code']> = {}): ReadBack => ({
  sent: SENT,
  row,
  code: codeFixture({ ...SENT, id: codeId(5), ...code }),
});
const made = (row: object, code: Partial<ReadBack['code']> = {}): Partial<DoorSeen> => ({ made: readBack(row, code) });
const data = (content: unknown) => ({ status: 200, data: content });
const created = (content: unknown): Partial<DoorSeen> => ({ creates: [{ ...wrote('done', data(content)), form: 'full' }] });
const updated = (content: unknown): Partial<DoorSeen> => ({ updates: [{ ...wrote('done', data(content)), note: 'long' }] });
const note = (description: unknown): Partial<DoorSeen> => ({
  ...{ made: readBack({ description: 'short' }), updates: [{ ...wrote('done', data({ id: 1 })), note: 'long' }] },
  firstUpdated: readBack({ description }),
});
const again = (json: unknown, status = 200): Partial<DoorSeen> => ({ deletedAgain: { ...wrote('done'), answer: answer(json, status) } });
const gateway = (lastSeen: unknown): Partial<DoorSeen> => ({ gateway: answer(data({ info: { last_seen: lastSeen } })) });

const DOORS: readonly (readonly [id: string, word: string | null, seen: Partial<DoorSeen>])[] = [
  ['K4.tokens', 'other', { signIn: answer({}) }],
  ['K5.invented', 'http-401-other-body', { inventedToken: answer({ code: 401 }, 401) }],
  ['K5.invented', 'other', { inventedToken: answer(undefined, 500) }],
  ['K5.missing', 'other', { missingToken: answer(undefined, 403) }],
  ['K8.shape', 'other', { past: wrote('refused', { status: 200, data: [1] }) }],
  ['K8.language', 'other', { past: wrote('refused', { message: { form: ['Ungültig'] } }) }],
  ['K10.type', 'other', made({ accessoire: { type: 4 } })],
  ['K13.create', 'empty-list', created([])],
  ['K13.create', 'other', created('made')],
  ['K13.write', 'id-and-code', updated({ id: 1, code: '1' })],
  ['K13.write', 'other', updated([1])],
  ['K13.delete', 'id-and-code', { deletes: [wrote('done', data({ id: 1, code: '1' }))] }],
  ['K13.delete', 'other', { deletes: [wrote('done', data(7))] }],
  ['K13.missing', 'oauth', again({ error: 'not_found' }, 404)],
  ['K13.missing', 'code-message', again({ code: 404, message: 'x' }, 404)],
  ['K13.missing', 'no-json', again(undefined, 404)],
  ['K13.missing', 'other', again({ status: 200, data: { id: 1 } })],
  ['K15.off', 'unreadable', { off: readBack({}, { active: UNKNOWN }) }],
  ['K17.dates', 'null', made({ date_debut: null })],
  ['K17.flags', 'text', made({ actif: '1' })],
  ['K17.flags', 'other', made({ actif: null })],
  ['K18.schedule', 'null', made({ horaires: null })],
  ['K18.schedule', 'absent', made({})],
  ['K18.schedule', 'other', made({ horaires: [{ jour: 1 }] })],
  ['K19.zone', 'shifted', made({}, { startTime: wallTime(8, 5)! })],
  ['K20.pin', 'absent', made({ code: null })],
  ['K20.pin', 'other', made({ code: {} })],
  ['K22.kept-names', null, { made: { ...readBack({ nom: 'x' }), sent: { ...SENT, name: 'Latchkey probe' } } }],
  ['K22.kept-names', 'other', made({ nom: 'Somebody' })],
  ['K23.note', 'lost', made({ description: null })],
  ['K23.note', 'other', made({ description: 'Another note' })],
  ['K23.long-note', 'lost', note('')],
  ['K23.long-note', 'other', note('Another note')],
  ['K23.empty', 'both', { list: answer(data({ partages_accessoire: [{ description: null }, { description: '' }] })) }],
  ['K29.form', 'php-date', gateway({ date: '2026-11-23 10:00:00.000000', timezone: 'Europe/Berlin' })],
  ['K32.says', 'another-field', { past: wrote('refused', {}, 'pin') }],
  ['K34.logs', 'empty', { log: answer(data({ logs: [] })) }],
];

const rows = (...bookings: readonly object[]): Partial<BookingSeen> => ({
  page: answer({ bookings, page_count: 1, total_items: bookings.length }),
});
const written = (some: Partial<PlaceholderSeen>): Partial<BookingSeen> => ({
  written: { create: wrote('done'), again: null, copies: null, update: null, isUpdated: null, remove: null, isGone: null, ...some },
});
const thread = (...messages: readonly object[]): Partial<BookingSeen> => ({ thread: answer({ messages }) });

const BOOKINGS: readonly (readonly [id: string, word: string | null, seen: Partial<BookingSeen>])[] = [
  ['S10.account', 'no-id', { me: answer({ email: 'a@example.com' }) }],
  ['S16.order', 'other', rows({ id: 1 }, { id: 3 }, { id: 2 })],
  ['S16.order', null, rows({ id: 1 }, { id: 2 })],
  ['S16.totals', null, { page: answer({ bookings: [], page_count: 2, total_items: 110 }) }],
  ['S19.times', 'other', rows({ 'check-in': 'about 15' })],
  ['S19.missing', 'several', rows({ 'check-in': '' }, { 'check-in': null })],
  ['S20.key', 'both', rows({ modifiedAt: 'x', 'modified-at': 'x' })],
  ['S20.key', 'neither', rows({ id: 1 })],
  ['S21.empty', 'both', rows({ email: '' }, { email: null })],
  ['S23.by-id', 'other', { ...rows({ id: 1, arrival: 'a' }), byId: { id: bookingId(1), answer: answer({ arrival: 'b' }) } }],
  ['S24.limit', 'not-said', { me: answer({ id: 1 }) }],
  ['S28.guest', 'absent', rows({ id: 1, email: 'a@example.com' })],
  ['S29.blocked', 'with-guest', rows({ 'is-blocked-booking': true, 'guest-name': 'Ada' })],
  ['S30.related', 'absent', rows({ id: 1 })],
  ['S30.related', 'none', rows({ related: [] })],
  ['S33.form', 'other', { thread: answer({}) }],
  ['S33.html', 'some', thread({ htmlMessage: '<p>x</p>' }, { htmlMessage: '' })],
  ['S34.zone', null, thread({ createdAt: '2026-01-01 10:00:00' })],
  ['S35.form', 'other', { placeholders: answer({}) }],
  ['S36.taken', 'replaced', written({ again: wrote('done'), copies: 1 })],
  ['S36.taken', null, written({ again: wrote('uncertain'), copies: 2 })],
  ['S36.update', 'no-effect', written({ update: wrote('done'), isUpdated: false })],
  ['S36.delete', 'no-effect', written({ remove: wrote('done'), isGone: false })],
];

describe('a word', () => {
  it.each(DOORS)('%s: %s', (id, word, seen) => {
    const doors = { ...NO_DOOR_SEEN, lockId: lockId(1), nowMs: Date.parse('2026-11-23T09:00:00Z'), ...seen };
    expect(verdictsOf({ doors, bookings: NO_BOOKING_SEEN }).find((one) => one.id === id)?.shows).toBe(word);
  });
  it.each(BOOKINGS)('%s: %s', (id, word, seen) => {
    const bookings = { ...NO_BOOKING_SEEN, nowMs: Date.parse('2026-11-23T09:00:00Z'), ...seen };
    expect(verdictsOf({ doors: NO_DOOR_SEEN, bookings }).find((one) => one.id === id)?.shows).toBe(word);
  });
  it('is never without a test: a demo cloud plays it, or it is above', () => {
    const tested = new Set([...PLAYED_VARIANTS, ...DOORS, ...BOOKINGS].map(([id, word]) => `${id} ${String(word)}`));
    const all = QUESTIONS.flatMap(({ id, variants }) => variants.map((word) => `${id} ${word}`));
    expect(all.filter((name) => !tested.has(name))).toEqual([]);
  });
});
