/** One stay: as JSON for scripts, and for people. Never a PIN. */
import type { DoorCodeState, StayView } from '../../app/acts/stay-view.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { DayTime } from '../../../shared/domain/wishes.ts';
import { problemDocument } from './run-json.ts';
import { renderProblems } from './run.ts';
import type { Style } from './style.ts';
import { renderTable } from './table.ts';
import { printable, stack, wrap, wrapHanging } from './text.ts';
import { refusedTimeText, timeArgument } from './times.ts';
import { showIso, showLock, showPlace } from './words.ts';

export function stayDocument(view: StayView, problems: readonly Problem[]): object {
  const {
    bookingId,
    unitId,
    guest,
    arrival,
    departure,
    isBlocked,
    noCode,
    noMessages,
    note,
    window,
    instants,
    doors,
    told,
    opened,
    verdict,
  } = view;
  return {
    stay: {
      ...{ bookingId, unitId, guest, arrival, departure, blocked: isBlocked, noCode, noMessages, note: note === '' ? null : note },
      window: { ...instants, source: window.source },
      refused: view.refused.map((one) => ({ ...one, grant: one.grant === null ? null : timeArgument(one.grant) })),
      doors,
      told: told.map(({ way, state, at, agrees }) => ({ way, state, at, agrees })),
      opened,
      verdict,
    },
    problems: problems.map(problemDocument),
  };
}

const STATES: Readonly<Record<DoorCodeState, string>> = {
  verified: '✓ on the lock as it should be',
  unverified: '! cannot be confirmed',
  missing: '– not there yet',
  wrong: '! differs; the next sync corrects it',
  off: '✗ switched off',
  outdated: '! on a door that is none of the stay’s any more',
};
const SOURCES: Readonly<Record<StayView['window']['source'], string>> = {
  user: 'as you chose for this stay',
  booking: 'by the booking’s own times',
  unit: 'by the unit’s times',
  default: 'by the usual times',
};
const VERDICTS = { ready: '✓ ready', 'on-its-way': '… on its way', check: '! have a look', 'action-needed': '✗ needs you' } as const;

export function renderStay(view: StayView, settings: Settings, problems: readonly Problem[], style: Style): string {
  const { bookingId, unitName, guest, arrival, departure, window, own, doors, verdict } = view;
  const facts = [
    ...(view.isBlocked ? [style.paint('bad', '✗ Blocked: no code of this stay opens a door.')] : []),
    ...(view.noCode ? ['No code: the unit opens otherwise this time.'] : []),
    ...(view.noMessages ? ['Latchkey tells this guest nothing, as you chose.'] : []),
    ...(view.isTyped ? ['The PIN is one that you typed.'] : []),
    ...(own.from === null ? [] : [`Own start: ${showDayTime(own.from)} the day of arrival.`]),
    ...view.refused.map((one) => wrapHanging(`! ${refusedTimeText(one, bookingId)}`, style.width, 2)),
    ...(own.until === null ? [] : [`Own end: ${showDayTime(own.until)} the day of departure.`]),
    ...(view.note === '' ? [] : [wrap(`Note: ${printable(view.note)}`, style.width)]),
  ];
  return stack(
    `${style.paint('strong', printable(guest))}, booking ${String(bookingId)}${unitName === '' ? '' : `, ${printable(unitName)}`}`,
    `Stays   ${arrival} to ${departure}`,
    `Opens   ${show(window.start)} until ${show(window.end)}, ${SOURCES[window.source]}`,
    ...(verdict === null ? [] : [`Verdict ${VERDICTS[verdict]}`]),
    ...facts,
    renderTable(
      [
        { title: 'Door', flexibleFrom: 16 },
        { title: 'Code', align: 'right' },
        { title: 'State', flexibleFrom: 20 },
      ],
      doors.map((door) => [
        showPlace(door, settings),
        door.codeId === null ? '–' : String(door.codeId),
        view.noCode && door.codeId === null ? '– none, as you chose' : STATES[door.state],
      ]),
      style,
    ),
    ...view.told.map((line) => `Told    ${toldWords(line, settings.times.timeZone)}`),
    ...view.opened.map((one) => `Opened  ${openedWords(one, settings)}`),
    renderProblems(problems, style),
  );
}

function openedWords({ lockId, firstAt, lastAt }: StayView['opened'][number], settings: Settings): string {
  const zone = settings.times.timeZone;
  const last = lastAt === firstAt ? '' : `, last known use ${showIso(lastAt, zone)}`;
  return `first opened ${showIso(firstAt, zone)} at ${showLock(lockId, settings)}${last}`;
}

const WAYS: Readonly<Record<StayView['told'][number]['way'], string>> = {
  placeholder: 'for your templates, by placeholder',
  message: 'by message',
  copy: 'by you',
  host: 'by you, in the messages of the booking',
};
const TOLD_STATES: Readonly<Record<StayView['told'][number]['state'], string>> = {
  confirmed: '',
  sent: ', not read back yet',
  unclear: '; whether it arrived is not known',
  'told-by-user': '',
};
const AGREES = { yes: '✓ as on the doors now', no: '✗ not what opens now', 'cannot-tell': '? the doors cannot be compared' } as const;

function toldWords({ way, state, at, agrees }: StayView['told'][number], zone: string): string {
  return `${WAYS[way]}, ${showIso(at, zone)}${TOLD_STATES[state]}: ${AGREES[agrees]}`;
}

function show(at: string): string {
  return at.replace('T', ' ');
}

function showDayTime({ day, time }: DayTime): string {
  const days = Math.abs(day) === 1 ? 'a day' : 'two days';
  return day === 0 ? `${time} on` : `${time}, ${days} ${day > 0 ? 'after' : 'before'}`;
}
