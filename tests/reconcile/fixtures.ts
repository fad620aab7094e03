/** A unit with one door, and short ways to write bookings, codes and inputs. It is 23 November 2026, ten in the morning in Paris. */
import type { Booking } from '../../shared/domain/booking.ts';
import type { Code, Pin } from '../../shared/domain/code.ts';
import type { LockId } from '../../shared/domain/ids.ts';
import { nothingRemembered } from '../../shared/domain/memory.ts';
import { NO_WISHES } from '../../shared/domain/plan.ts';
import type { Plan, PlanInput, PlannedOperation, PlanWishes } from '../../shared/domain/plan.ts';
import { settingsSchema } from '../../shared/domain/settings.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { personSchema } from '../../shared/domain/wishes.ts';
import type { Person } from '../../shared/domain/wishes.ts';
import type { LocalDate, WallTime } from '../../shared/time.ts';
import { branded, claimNumber, place } from '../support/ids.ts';
import type { Plain } from '../support/ids.ts';

export const NOW_MS = Date.parse('2026-11-23T09:00:00Z');
export const DOOR = place(11, 'KpAlpha1');
export const SECOND_DOOR = place(12, 'KpBravo2');
export const FORMER_DOOR = place(13, 'KpGate44');

export function date(text: string): LocalDate {
  return text as LocalDate;
}
export function wall(text: string): WallTime {
  return text as WallTime;
}
export function pin(text: string): Pin {
  return text as Pin;
}

export interface SettingsParts {
  readonly unit?: Record<string, unknown>;
  readonly units?: readonly Record<string, unknown>[];
  readonly locks?: readonly Record<string, unknown>[];
  readonly codes?: Record<string, unknown>;
  readonly times?: Record<string, unknown>;
}
/** The times in bookings count as they are. */
export const EXACT = { checkInMode: 'exact', checkOutMode: 'exact' };
/** Unit 101 has one door; its former door is still read. */
export function settings({ unit = {}, units, locks = [], codes = {}, times = {} }: SettingsParts = {}): Settings {
  return settingsSchema.parse({
    mapping: { units: units ?? [{ unitId: 101, name: 'Flat 1', doors: [DOOR], ...unit }], locks, retired: [FORMER_DOOR] },
    codes,
    times,
  });
}

/** Live, from tomorrow for three nights. */
export function booking(changes: Partial<Plain<Booking>> = {}): Booking {
  return branded<Booking>({
    id: 12,
    state: 'live',
    unitId: 101,
    arrival: date('2026-11-24'),
    departure: date('2026-11-27'),
    checkIn: null,
    checkOut: null,
    guestName: 'Anna Müller',
    ...changes,
  });
}

/** The right code of that booking. */
export function code(changes: Partial<Plain<Code>> = {}): Code {
  return branded<Code>({
    id: 900,
    ...DOOR,
    name: 'Anna Müller',
    pin: pin('4711'),
    pinMayLackZeros: false,
    active: true,
    startDate: date('2026-11-24'),
    startTime: wall('15:00'),
    endDate: date('2026-11-27'),
    endTime: wall('12:00'),
    description: 'Smoobu#12',
    hasSchedule: false,
    notificationEnabled: false,
    ...changes,
  });
}

/** A plumber with a code on the door of unit 101, today from 10:00 to 12:00. */
export function person(changes: Record<string, unknown> = {}): Person {
  return personSchema.parse({
    id: 'k3m9qa',
    name: 'Plumber',
    doors: [DOOR],
    schedule: { kind: 'once', from: '2026-11-23T10:00', until: '2026-11-23T12:00' },
    createdOn: '2026-11-20',
    ...changes,
  });
}
/** The right code of that person. */
export function personCode(changes: Partial<Plain<Code>> = {}): Code {
  return code({
    id: 950,
    name: 'Plumber',
    startDate: date('2026-11-23'),
    startTime: wall('10:00'),
    endDate: date('2026-11-23'),
    endTime: wall('12:00'),
    description: 'Latchkey#k3m9qa',
    ...changes,
  });
}
export function wishing(...people: readonly Person[]): PlanWishes {
  return { ...NO_WISHES, people };
}

export interface InputParts extends Partial<Omit<PlanInput, 'bookings' | 'lists' | 'memory' | 'lookups'>> {
  readonly bookings?: readonly Booking[];
  readonly complete?: boolean;
  readonly codes?: readonly Code[];
  readonly failed?: readonly number[];
  readonly memory?: Partial<Plain<PlanInput['memory']>>;
  readonly lookups?: Plain<PlanInput['lookups']>;
}
export function input({
  bookings = [],
  complete = true,
  codes = [],
  failed = [],
  memory = {},
  lookups = new Map(),
  ...rest
}: InputParts = {}): PlanInput {
  const lists = new Map<LockId, readonly Code[] | null>(
    [DOOR, SECOND_DOOR, FORMER_DOOR].map(({ lockId }) => [
      lockId,
      failed.includes(lockId) ? null : codes.filter((entry) => entry.lockId === lockId),
    ]),
  );
  return {
    nowMs: NOW_MS,
    settings: settings(),
    bookings: { complete, bookings, incompleteBecause: complete ? null : 'a page came twice' },
    lookups: branded<PlanInput['lookups']>(lookups),
    lists,
    memory: branded<PlanInput['memory']>({
      pinDraws: new Map(),
      missingSinceMs: new Map(),
      waiting: new Map(),
      remembered: nothingRemembered(),
      ...memory,
    }),
    wishes: NO_WISHES,
    accounts: { smoobu: '1', 'the-keys': '1' },
    released: new Set(),
    clockStepped: false,
    clockIsWrong: false,
    drawPin: (claimId, attempt, length) =>
      pin(String((claimNumber(claimId) * 7_919 + attempt * 3_571 + 2_468) % 10 ** length).padStart(length, '0')),
    ...rest,
  };
}

/** Such as "delete 900 cancelled" or "create KpAlpha1". */
export function summary(operation: PlannedOperation): string {
  switch (operation.kind) {
    case 'create':
      return `create ${operation.keypadId}`;
    case 'move':
      return `move ${String(operation.from.codeId)} to ${operation.keypadId}`;
    case 'delete':
      return `delete ${String(operation.codeId)} ${operation.evidence}${operation.hold === null ? '' : ` held: ${operation.hold}`}`;
    default:
      return `${operation.kind} ${String(operation.codeId)}${operation.hold === null ? '' : ` held: ${operation.hold}`}`;
  }
}
export function summaries(plan: Plan): readonly string[] {
  return plan.operations.map(summary);
}
export function problemKinds(plan: Plan): readonly string[] {
  return plan.problems.map((problem) => problem.kind);
}
