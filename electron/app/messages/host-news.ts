/**
 * Tells the host through the booking service that a guest arrives within an hour and has no working code, wherever the host is. Once for each
 * stay, and without digits of a PIN.
 */
import { placeKey } from '../../../shared/domain/ids.ts';
import type { MemoryChange } from '../../../shared/domain/memory.ts';
import type { PlanInput } from '../../../shared/domain/plan.ts';
import { chooseLanguage } from '../../../shared/i18n/languages.ts';
import { mainText } from '../../../shared/i18n/main-texts.ts';
import type { DoorToTell, StayToTell } from '../../../shared/messages/stay-to-tell.ts';
import { Secret } from '../../../shared/secret.ts';
import { HOUR_MS, timeOf } from '../../../shared/time.ts';
import type { GuestMessages } from '../ports/clouds.ts';
import type { HistoryStore } from '../ports/storage.ts';
import type { Logger } from '../ports/system.ts';

/** Guests come late: for this long after the start of the stay it is still news. */
const MAY_STILL_ARRIVE_MS = 6 * HOUR_MS;
const MAX_NEWS = 5;

interface HostNewsPorts {
  readonly guests: Pick<GuestMessages, 'sendToHost'>;
  readonly history: Pick<HistoryStore, 'remember'>;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** `stays`: in order of arrival. */
export async function tellHost(stays: readonly StayToTell[], input: PlanInput, nowMs: number, ports: HostNewsPorts): Promise<void> {
  const news = hostNewsDue(stays, input, nowMs).slice(0, MAX_NEWS);
  for (const stay of news) {
    const doors = stay.doors.filter((door) => lacksCode(stay, door, input));
    if (ports.signal.aborted) return;
    const told = (value: { readonly bookingId: typeof stay.bookingId; readonly atMs: number } | null): MemoryChange => ({
      kind: 'host-told',
      key: String(stay.bookingId),
      value,
    });
    // Before the request: one piece of news too few is better than one in every sync.
    ports.history.remember([told({ bookingId: stay.bookingId, atMs: nowMs })]);
    const answer = await ports.guests.sendToHost(stay.bookingId, new Secret(textOf(stay, doors, input.settings)), { signal: ports.signal });
    if (answer.ok) continue;
    const { kind, status, certain } = answer.error;
    ports.log.log('warn', 'host not told', { bookingId: stay.bookingId, kind, status, certain });
    if (certain) ports.history.remember([told(null)]);
    return;
  }
}

/** Whose door lacks a code, with the lists of `input`. */
export function hostNewsDue(stays: readonly StayToTell[], input: PlanInput, nowMs: number): readonly StayToTell[] {
  const { settings, memory } = input;
  if (!settings.sending.host) return [];
  const due = stays.filter((stay) => isDue(stay, nowMs) && !memory.remembered['host-told'].has(String(stay.bookingId)));
  return due.filter((stay) => stay.doors.some((door) => lacksCode(stay, door, input)));
}

function isDue({ access, startMs, endMs }: StayToTell, nowMs: number): boolean {
  return access === 'open' && endMs > nowMs && startMs - nowMs <= HOUR_MS && nowMs - startMs <= MAY_STILL_ARRIVE_MS;
}

/** A lock that cannot be read for once has the code that was read there before. */
function lacksCode({ bookingId }: StayToTell, door: DoorToTell, { lists, memory }: PlanInput): boolean {
  if (door.isVerified) return false;
  const isUnread = (lists.get(door.lockId) ?? null) === null;
  const before = [...memory.remembered['read-back'].values()].find(
    (code) => code.claimId === bookingId && placeKey(code) === placeKey(door),
  );
  return !(isUnread && before?.isVerified === true);
}

function textOf(
  { reference, unitName, window }: StayToTell,
  doors: readonly DoorToTell[],
  { app, messages }: PlanInput['settings'],
): string {
  const text = mainText(chooseLanguage(app.language, [messages.language]));
  const names = doors.map(({ name, lockId }) => (name === '' ? String(lockId) : name));
  return text('host.no-code', { reference, unit: unitName, time: timeOf(window.start), doors: names.join(', ') });
}
