/** What guests are told: as JSON for scripts, and as tables. Never a PIN. */
import type { HistoryEvent } from '../../../shared/domain/history-event.ts';
import type { StayTelling } from '../../app/messages/look-at-messages.ts';
import type { NotSent } from '../../app/messages/user-told.ts';
import type { StartLine } from '../../app/messages/start-sending.ts';
import type { Sending, SendingSwitch, Telling, TellingReason, TellingState } from '../../../shared/domain/told.ts';
import { dateOf, isoInstant } from '../../../shared/time.ts';
import type { Style } from './style.ts';
import { renderFilledTable } from './table.ts';
import type { Cell } from './table.ts';
import { counted, printable, stack } from './text.ts';
import { showInstant } from './words.ts';

export function messagesDocument({ placeholder, message, threads, host }: Sending, lines: readonly StayTelling[]): object {
  return {
    ways: { placeholder: { on: placeholder }, message: { on: message }, threads: { on: threads }, host: { on: host } },
    messages: lines.map((line) => ({ ...tellingDocument(line), channelId: line.stay.channelId })),
  };
}
export function tellingDocument({ bookingId, way, kind, state, atMs, reason }: Telling): object {
  return { bookingId, way, kind, state, at: atMs === null ? null : isoInstant(atMs), reason };
}

const STATES: Readonly<Record<TellingState, Exclude<Cell, string>>> = {
  scheduled: { text: '→ planned', tone: 'quiet' },
  due: { text: '→ goes with the next sync', tone: 'quiet' },
  waiting: { text: '! waits', tone: 'warn' },
  sent: { text: '✓ sent', tone: 'good' },
  confirmed: { text: '✓ sent and found in the thread', tone: 'good' },
  unclear: { text: '? may not have arrived', tone: 'bad' },
  'told-by-user': { text: '✓ told by you', tone: 'good' },
  off: { text: '– none', tone: 'quiet' },
};
const PLACEHOLDER_STATES: Partial<typeof STATES> = {
  due: { text: '→ set with the next sync', tone: 'quiet' },
  sent: { text: '✓ set', tone: 'good' },
  confirmed: { text: '✓ set and read back', tone: 'good' },
  unclear: { text: '? may not be set', tone: 'bad' },
};

/** Why it waits, or does not go. */
export const REASONS: Readonly<Record<TellingReason, string>> = {
  'not-verified': 'not every door has the code yet',
  'quiet-hours': 'not at night',
  'no-pin-key': 'there is no PIN key in the keychain',
  'register-lost': 'what guests have been told is not known any more: start again',
  paused: 'Latchkey is paused',
  blocked: 'the guest is kept out, or has no code',
  'no-code': 'the stay has no code',
  'not-for-unit': 'not for this unit',
  'not-for-channel': 'not for this channel',
  'not-for-stay': 'not for this stay',
  'draft-language': 'the text in this language is a draft',
  'template-broken': 'the text cannot be used: see `latchkey templates list`',
  'different-pins': 'the doors need different digits',
  'changed-by-hand': 'the PIN was changed at The Keys: needs your approval',
  refused: 'Smoobu refused it; it is tried again',
  'reading-thread': 'the thread is read to see whether it arrived',
  asked: 'needs your answer: see `latchkey status`',
  'placeholder-taken': 'the placeholder is somebody else’s: choose another name',
  'not-started': 'not switched on',
  over: 'the stay is over',
};

export function renderMessages(sending: Sending, lines: readonly StayTelling[], zone: string, style: Style): string {
  const on = (isOn: boolean): string => (isOn ? style.paint('good', 'on') : 'off');
  const { placeholder, message, threads, host } = sending;
  return stack(
    `Placeholders ${on(placeholder)} · messages ${on(message)} · reading threads ${on(threads)} · urgent news to you ${on(host)}`,
    lines.length === 0
      ? 'There is nobody to tell.'
      : renderFilledTable(
          [
            { title: 'Arrives' },
            { title: 'Booking', align: 'right' },
            { title: 'Guest', flexibleFrom: 12 },
            { title: 'Way' },
            { title: 'State', flexibleFrom: 14 },
            { title: 'When' },
            { title: 'Why', flexibleFrom: 18 },
          ],
          lines.map(({ stay, way, kind, state, atMs, reason }) => [
            dateOf(stay.window.start),
            String(stay.bookingId),
            printable(stay.guestName),
            kind === 'correction' ? `${way} (correction)` : way,
            (way === 'placeholder' ? PLACEHOLDER_STATES[state] : undefined) ?? STATES[state],
            atMs === null || state === 'due' ? '–' : showInstant(atMs, zone),
            reason === null ? '' : REASONS[reason],
          ]),
          style,
        ),
  );
}

const WILL: Readonly<Record<StartLine['will'], Exclude<Cell, string>>> = {
  now: { text: '→ goes now', tone: 'warn' },
  later: { text: '→ goes later', tone: 'quiet' },
  waits: { text: '! waits', tone: 'warn' },
  told: { text: '✓ counts as told', tone: 'good' },
  never: { text: '– none', tone: 'quiet' },
};

export function startDocument(way: SendingSwitch, { stay: { bookingId }, will, atMs, reason }: StartLine): object {
  return { bookingId, way, will, at: atMs === null ? null : isoInstant(atMs), reason };
}

const WILL_BE_SET: Partial<typeof WILL> = {
  now: { text: '→ set now', tone: 'warn' },
  later: { text: '→ set later', tone: 'quiet' },
  told: { text: '✓ set', tone: 'good' },
};

export function renderStart(way: SendingSwitch, lines: readonly StartLine[], zone: string, style: Style): string {
  const count = (will: StartLine['will']): number => lines.filter((line) => line.will === will).length;
  const later = count('later') + count('waits');
  return stack(
    renderFilledTable(
      [
        { title: 'Arrives' },
        { title: 'Booking', align: 'right' },
        { title: 'Guest', flexibleFrom: 12 },
        { title: 'Unit', flexibleFrom: 12 },
        { title: 'What' },
        { title: 'When' },
        { title: 'Why', flexibleFrom: 18 },
      ],
      lines.map(({ stay, will, atMs, reason }) => [
        dateOf(stay.window.start),
        String(stay.bookingId),
        printable(stay.guestName),
        printable(stay.unitName === '' ? `unit ${String(stay.unitId)}` : stay.unitName),
        (way === 'placeholder' ? WILL_BE_SET[will] : undefined) ?? WILL[will],
        atMs === null ? '–' : showInstant(atMs, zone),
        reason === null ? '' : REASONS[reason],
      ]),
      style,
    ),
    way === 'placeholder'
      ? `${counted(count('now'), 'placeholder is', 'placeholders are')} set with the next sync, ${String(later)} later.`
      : `${counted(count('now'), 'guest is', 'guests are')} told with the next sync, ${String(later)} later; ${String(count('told'))} ${count('told') === 1 ? 'counts' : 'count'} as told.`,
  );
}

export function notSentText(reason: NotSent): string {
  switch (reason) {
    case 'stay-unknown':
      return 'There is no such stay: it is over, cancelled or without a code, or its unit has no doors.';
    case 'told-already':
      return 'This guest has been told already, and nothing has changed since.';
    case 'maybe-told':
      return 'A message was sent, and may not have arrived: `latchkey status` asks whether it did.';
    case 'not-started':
      return 'Messages are not switched on: `latchkey messages start message`.';
    default:
      return `Nothing is sent: ${REASONS[reason]}.`;
  }
}

/** For the history of a booking. */
export function renderToldEvent({ way, what, state, by }: Extract<HistoryEvent, { kind: 'told' }>, style: Style): string {
  const { text, tone } = (way === 'placeholder' ? PLACEHOLDER_EVENTS[state] : undefined) ?? STATES[state];
  return `${style.paint(tone, text)}: ${what === 'correction' ? `${way} (correction)` : way}${by === 'user' ? ', as you asked' : ''}`;
}
const PLACEHOLDER_EVENTS: Partial<typeof STATES> = { ...PLACEHOLDER_STATES, off: { text: '– deleted', tone: 'quiet' } };

/** What a run told, a line for each guest. `off`: what the guest could have been told is gone. */
export function renderTold(told: readonly Telling[], style: Style): string {
  return told
    .map(({ bookingId, way, kind, state, reason }) => {
      const shown = (way === 'placeholder' ? PLACEHOLDER_STATES[state] : undefined) ?? STATES[state];
      const { text, tone } = state === 'off' ? { text: '– deleted', tone: 'quiet' as const } : shown;
      const what = kind === 'correction' ? `${way} (correction)` : way;
      return `${style.paint(tone, text)}: ${what} of booking ${String(bookingId)}${reason === null ? '' : `, ${REASONS[reason]}`}`;
    })
    .join('\n');
}
