/** For tests of telling guests: a stay with one verified door, and digests that contain no digits. */
import type { Pin } from '../../shared/domain/code.ts';
import { nothingRemembered } from '../../shared/domain/memory.ts';
import { settingsSchema } from '../../shared/domain/settings.ts';
import { toldKey } from '../../shared/domain/told.ts';
import type { Told, ToldWay } from '../../shared/domain/told.ts';
import type { DueInput } from '../../shared/messages/due.ts';
import { newRow } from '../../shared/messages/register.ts';
import type { Digests } from '../../shared/messages/shown.ts';
import type { DoorToTell, StayToTell } from '../../shared/messages/stay-to-tell.ts';
import { instantOf, localNow } from '../../shared/time.ts';
import type { LocalDateTime } from '../../shared/time.ts';
import { bookingId, branded, place, unitId } from './ids.ts';
import type { Plain } from './ids.ts';

/** Ten in the morning in Paris, a Monday. */
export const TELL_MS = Date.parse('2026-11-23T09:00:00Z');
export const PARIS = 'Europe/Paris';

export function local(text: string): LocalDateTime {
  return text as LocalDateTime;
}
export function windowOf(start: string, end: string) {
  return { start: local(start), end: local(end) };
}
const TWO_NIGHTS = windowOf('2026-11-24T15:00', '2026-11-26T11:00');

export function doorToTell(changes: Partial<Plain<DoorToTell>> = {}): DoorToTell {
  return branded<DoorToTell>({
    ...place(11, 'KpAlpha1'),
    name: 'Front',
    prefix: '',
    hint: '',
    pin: '4711' as Pin,
    isVerified: true,
    isPinByHand: false,
    window: TWO_NIGHTS,
    ...changes,
  });
}
export const SECOND = { ...place(12, 'KpBravo2'), name: 'Flat' };

interface StayParts extends Partial<Omit<StayToTell, 'bookingId' | 'unitId' | 'startMs' | 'endMs' | 'now'>> {
  readonly id?: number;
  readonly unit?: number;
  readonly nowMs?: number;
}
/** From tomorrow at three for two nights. Its times follow from its window, and its doors' too, unless they are given. */
export function stayToTell({ id = 12, unit = 101, nowMs = TELL_MS, ...changes }: StayParts = {}): StayToTell {
  const { window = TWO_NIGHTS, zone = PARIS } = changes;
  return {
    bookingId: bookingId(id),
    unitId: unitId(unit),
    unitName: 'Vieux Lyon',
    address: '',
    guestName: 'Mateo',
    reference: `HMREF${'ABCDEFGHIJ'.charAt(id % 10)}`,
    channelId: null,
    language: null,
    phone: null,
    access: 'open',
    isMuted: false,
    doors: [doorToTell({ window })],
    window,
    startMs: instantOf(window.start, zone),
    endMs: instantOf(window.end, zone),
    zone,
    now: localNow(zone, nowMs),
    ...changes,
  };
}

/** Letters, as of the vault. */
export const DIGESTS: Digests = {
  keyed: true,
  digestPin: (pin) => `pin-${letters(pin)}`,
  digestText: (text) => `text-${letters(text)}`,
};
export const NO_DIGESTS: Digests = { keyed: false, digestPin: () => null, digestText: () => null };
/** Two different texts may have the same one: not in a thousand tests. */
function letters(text: string): string {
  let [one, other] = [2_166_136_261, 5_381];
  for (let index = 0; index < text.length; index += 1) {
    one = Math.imul(one ^ text.charCodeAt(index), 16_777_619) >>> 0;
    other = (Math.imul(other, 33) + text.charCodeAt(index)) >>> 0;
  }
  return `${one.toString(16)}${other.toString(16)}`.replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));
}

export interface DueParts extends Partial<Omit<DueInput, 'settings' | 'remembered'>> {
  readonly settings?: Record<string, unknown>;
  readonly remembered?: Partial<DueInput['remembered']>;
}
/** Messages are on, and go as soon as the code is verified. */
export function dueInput({ settings = {}, remembered = {}, ...changes }: DueParts = {}): DueInput {
  return {
    nowMs: TELL_MS,
    stays: [stayToTell()],
    settings: settingsSchema.parse({ messages: { message: { when: { kind: 'verified' } } }, sending: { message: true }, ...settings }),
    remembered: { ...nothingRemembered(), 'way-started': new Map([['message', { sinceMs: 1 }]]), ...remembered },
    isUnknown: false,
    isDoubtful: false,
    digests: DIGESTS,
    ...changes,
  };
}

export function register(...rows: readonly (Partial<Told> & { readonly way?: ToldWay })[]): ReadonlyMap<string, Told> {
  return new Map(rows.map((row) => ({ ...newRow(bookingId(12)), ...row })).map((row) => [toldKey(row.bookingId, row.way), row]));
}
