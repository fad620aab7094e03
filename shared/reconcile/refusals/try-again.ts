/** How the codes of one stay are written after refusals: with which note, name and start, which PINs are out, and where to wait. */
import type { CodeRecord, Pin } from '../../domain/code.ts';
import type { KeypadPlace } from '../../domain/ids.ts';
import type { NextTries, PlanInput } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { addMinutes, at, DAY_MS, dateOf, localNow, timeOf } from '../../time.ts';
import { nameInForm, nextNameForm } from '../stay/names.ts';
import { nextNoteForm, noteInForm } from '../tag.ts';
import { isWaiting, refusalKey, refusalNow } from './refusals.ts';
import type { Refusal } from './refusals.ts';
import { possiblePins } from '../stay/pins.ts';
import { ownPinToWrite } from '../stay/own-pin.ts';
import type { OwnPin } from '../stay/own-pin.ts';
import { NONE_RETIRED, retiredPins } from '../stay/retired-pins.ts';
import type { IsRetired } from '../stay/retired-pins.ts';
import { fingerprint } from '../stay/stay-names.ts';
import { pinRefused, writeRefused } from '../stay/stay-problems.ts';
import type { Claim } from '../claims.ts';
import type { LocalClock } from '../zones.ts';

/** As wanted, now, and shortly after now, for a cloud to which the present minute is the past. */
const LAST_START_FORM = 2;
const SHORTLY_MINUTES = 2;
const DAY_MINUTES = 1_440;

type Fields = Omit<CodeRecord, 'pin'>;

export interface Tries {
  /** True until every door of the booking had a code: then no guest can know the PIN, and it may still change. Also while it is replaced. */
  readonly isOpen: boolean;
  readonly own: OwnPin;
  /** PINs that the user replaced: a code that has one gets the next draw, or the user's own. */
  readonly isRetired: IsRetired;
  /** Of an open PIN: those that one of the doors refused. */
  readonly refusedPins: ReadonlySet<string>;
  /** Whether every keypad of the booking has its digits, and none refused it. */
  isUsable(pin: Pin): boolean;
  /** Why nothing is written there in this run; null: it may be. */
  waits(place: KeypadPlace): Problem | null;
  /** The fields in the form to send now, and what may be tried if they are refused. */
  send(fields: Fields, place: KeypadPlace): { readonly fields: Fields; readonly next: NextTries; readonly isNoteCut?: boolean };
}

/** A PIN stays open for a day at most: somebody may tell the guest in spite of the warning. */
export function isPinOpen(opened: { readonly sinceMs: number } | undefined, nowMs: number): boolean {
  return opened !== undefined && nowMs >= opened.sinceMs && nowMs - opened.sinceMs < DAY_MS;
}

export function triesOf(claim: Claim, input: PlanInput, clock: LocalClock): Tries {
  const { id, firstDay, doors, managed, name, window, unit } = claim;
  const { remembered, pinDraws } = input.memory;
  const print = (): number => fingerprint(name, `${window.start} ${window.end}`);
  // Once the stay has begun, or a day after a door got the PIN, the guest may have been told. People are told when they have their codes.
  const hasBegun = claim.booking !== null && window.start <= clock.nowAt(doors[0] ?? null, unit);
  const own = ownPinToWrite(id, managed, input);
  const isRetired = own == null ? retiredPins(claim, input) : (pin: string) => pin !== own;
  const draw = pinDraws.get(id);
  const isReplaced =
    isRetired !== NONE_RETIRED &&
    (managed.some((code) => possiblePins(code).some(isRetired)) ||
      (draw !== undefined && isRetired(input.drawPin(id, draw.attempt, draw.length))));
  const isOpen =
    isReplaced ||
    (!hasBegun && isPinOpen(remembered['open-pin'].get(String(id)), input.nowMs)) ||
    (!pinDraws.has(id) && managed.length === 0);
  const refusalAt = (place: KeypadPlace): Refusal | null => {
    const known = remembered.refusal.get(refusalKey(id, place));
    return known === undefined ? null : refusalNow(known, print());
  };
  const refusedPins = new Set<string>();
  if (isOpen)
    for (const door of doors)
      for (const { attempt, length } of refusalAt(door)?.draws ?? []) refusedPins.add(input.drawPin(id, attempt, length));
  return {
    isOpen,
    own,
    isRetired,
    refusedPins,
    isUsable: (pin) =>
      !refusedPins.has(pin) &&
      !isRetired(pin) &&
      doors.every(({ digits }) => digits === undefined || [...pin].every((digit) => digits.includes(digit))),
    waits(place) {
      const refusal = refusalAt(place);
      if (refusal === null || !isWaiting(refusal, input.nowMs)) return null;
      const now = clock.nowAt(place, unit);
      if (window.start <= addMinutes(now, DAY_MINUTES)) return null;
      if (refusal.isKeptPin) return pinRefused(id, place, refusal.said);
      return writeRefused(id, place, refusal.said, localNow(clock.zoneAt(place, unit), refusal.nextMs));
    },
    send(fields, place) {
      const refusal = refusalAt(place);
      const learned = remembered['lock-forms'].get(String(place.lockId));
      const isThrough = (refusal?.tries ?? 0) > 0;
      const now = clock.nowAt(place, unit);
      const isUnderWay = at(fields.startDate, fields.startTime) <= now;
      const noteForm = Math.max(refusal?.note ?? 0, learned?.note ?? 0);
      const description = noteInForm(id, fields.description, noteForm);
      const nameForm = Math.max(refusal?.name ?? 0, learned?.name ?? 0);
      const startForm = isUnderWay ? Math.max(refusal?.start ?? 0, learned?.start ?? 0) : 0;
      const start = addMinutes(now, startForm === LAST_START_FORM ? SHORTLY_MINUTES : 0);
      const isLater = startForm > 0 && start < at(fields.endDate, fields.endTime);
      return {
        fields: {
          ...fields,
          description,
          name: nameInForm(name, nameForm, firstDay),
          ...(isLater ? { startDate: dateOf(start), startTime: timeOf(start) } : {}),
        },
        next: isThrough
          ? { pin: false, note: null, name: null, start: null, print: print() }
          : {
              pin: isOpen,
              note: nextNoteForm(id, fields.description, noteForm),
              name: nextNameForm(name, nameForm, firstDay),
              start: isUnderWay && startForm < LAST_START_FORM ? startForm + 1 : null,
              print: print(),
            },
        ...(description === fields.description ? {} : { isNoteCut: true }),
      };
    },
  };
}
