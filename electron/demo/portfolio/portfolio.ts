/** The small portfolio of the demo. It is the same all day, and its dates move with the calendar. */
import { mappingSchema } from '../../../shared/domain/mapping.ts';
import type { Mapping } from '../../../shared/domain/mapping.ts';
import { addDays, addMinutes, at, dateOf, localNow, parseWallTime, timeOf } from '../../../shared/time.ts';
import type { LocalDate, LocalDateTime } from '../../../shared/time.ts';
import type { BookingInput, DemoSeed, ShareInput } from '../seed.ts';
import {
  GATE,
  MONTMARTRE,
  PRESQUILE,
  REMOTE_ID,
  REMOTE_LOCK,
  demoApartments,
  demoLocks,
  demoMappingInput,
  lockPlan,
  unitPlan,
} from './places.ts';
import type { DemoUnit } from './places.ts';
import { STAYS, THREAD } from './stays.ts';
import type { StayStory } from './stays.ts';

export interface DemoPortfolio {
  readonly seed: DemoSeed;
  /** What a user would have entered for these units and locks. */
  readonly mapping: Mapping;
  readonly today: LocalDate;
  /** Why a booking is in the portfolio. */
  readonly notes: readonly { readonly bookingId: number; readonly note: string }[];
}

/** The default times of the settings, which the existing codes were made with. */
const DEFAULT_CHECK_IN = '15:00';
const DEFAULT_CHECK_OUT = '12:00';
const BLOCK_ID = 90_090;

/** 25 stays around today, one that ended long ago and one block, in 7 units behind 8 locks. `timeZone` is that of every unit and lock. */
export function demoPortfolio(nowMs: number, timeZone = 'Europe/Paris'): DemoPortfolio {
  const today = dateOf(localNow(timeZone, nowMs));
  const block: BookingInput = {
    ...stamps(today),
    id: BLOCK_ID,
    apartmentId: MONTMARTRE,
    arrival: addDays(today, 50),
    departure: addDays(today, 53),
    blocked: true,
    channel: { id: 11, name: 'Blocked channel' },
    adults: null,
    children: null,
  };
  return {
    today,
    mapping: mappingSchema.parse(demoMappingInput(timeZone)),
    notes: STAYS.flatMap(({ id, note }) => (note === undefined ? [] : [{ bookingId: id, note }])),
    seed: {
      smoobu: {
        credentials: { apiKey: 'usr_live_demo_000000000001', apiSecret: 'ZGVtby1zZWNyZXQtb2YtdGhlLWRlbW8tY2xvdWQtMDE=' },
        account: { id: 700_001, firstName: 'Dominique', lastName: 'Demonstra', email: 'host@demo.invalid' },
        apartments: demoApartments(timeZone),
        bookings: [...STAYS.map((story) => bookingOf(story, today)), block],
        messages: THREAD,
      },
      theKeys: {
        credentials: { username: '+33600000000', password: 'demo-password' },
        user: { id: 600_001, firstName: 'Dominique', lastName: 'Demonstra', email: 'host@demo.invalid' },
        locks: demoLocks(timeZone),
        shares: [...foreignShares(today), ...STAYS.flatMap((story) => codesOf(story, today))].map((share, index) => ({
          ...share,
          id: 683_100 + index,
        })),
      },
    },
  };
}

function stamps(today: LocalDate): Pick<BookingInput, 'createdAt' | 'modifiedAt'> {
  return { createdAt: `${addDays(today, -30)} 10:05`, modifiedAt: `${addDays(today, -1)} 18:40` };
}

export function bookingOf(story: StayStory, today: LocalDate): BookingInput {
  const channels = { Airbnb: { id: 27, name: 'Airbnb' }, 'Booking.com': { id: 28, name: 'Booking.com' } };
  const serial = String(story.id % 1000).padStart(3, '0');
  return {
    ...stamps(today),
    id: story.id,
    type: story.type ?? 'reservation',
    apartmentId: story.unit,
    arrival: addDays(today, story.arrives),
    departure: addDays(today, story.leaves),
    checkIn: story.checkIn ?? null,
    checkOut: story.checkOut ?? null,
    guestName: story.guest,
    email: `guest-${serial}@demo.invalid`,
    phone: `+33600000${serial}`,
    ...(story.channel === undefined ? {} : { channel: channels[story.channel], reference: `DEMO-${serial}` }),
  };
}

/** One code per door, as a run before today would have left it. */
export function codesOf(story: StayStory, today: LocalDate): ShareInput[] {
  const { code } = story;
  const unit = code === undefined ? null : unitPlan(code.unit ?? story.unit);
  if (code === undefined || unit === null) return [];
  const start = startOf(unit, story, addDays(today, story.arrives));
  const endDate = addDays(today, code.leaves ?? story.leaves);
  return unit.lockIds.map((lockId) => ({
    lockId,
    keypadId: lockPlan(lockId).keypadId,
    name: story.guest,
    code: code.pin,
    startDate: dateOf(start),
    startTime: timeOf(start),
    endDate,
    endTime: story.checkOut ?? unit.checkOut ?? DEFAULT_CHECK_OUT,
    description: code.remark === undefined ? `Smoobu#${story.id}` : `Smoobu#${story.id} ${code.remark}`,
  }));
}

function startOf(unit: DemoUnit, story: StayStory, date: LocalDate): LocalDateTime {
  const text = story.checkIn ?? unit.checkIn ?? DEFAULT_CHECK_IN;
  const time = parseWallTime(text);
  if (time === null) throw new Error(`${text} is not a time`);
  return addMinutes(at(date, time), -(unit.bufferBeforeMinutes ?? 0));
}

/** What is on the locks and not ours: the cleaner, a neighbour on weekdays, a gateway, a remote, and one code to link. */
function foreignShares(today: LocalDate): ShareInput[] {
  const keypad = (lockId: number): { lockId: number; keypadId: string } => ({ lockId, keypadId: lockPlan(lockId).keypadId });
  const cleaner = { name: 'Ménage Rosalinde', code: '3958', description: 'ménage, permanent' };
  return [
    { ...keypad(3701), ...cleaner },
    { ...keypad(3704), ...cleaner },
    { ...keypad(GATE), ...cleaner },
    { ...keypad(3705), name: 'Voisin Casimir', code: '4360', schedule: [{ jour: 1, debut: '08:00', fin: '18:00' }] },
    {
      ...keypad(3703),
      name: 'smoobu YUKI  HANAZAWA',
      code: '9146',
      startDate: addDays(today, 7),
      startTime: '14:00',
      endDate: addDays(today, 9),
      endTime: '12:00',
      description: 'fait à la main',
    },
    { lockId: 3701, keypadId: 'Gw1Paris', name: 'Passerelle (à distance)', code: 'DemoGw0123456789', iddesc: 'remote' },
    { lockId: REMOTE_LOCK, keypadId: REMOTE_ID, name: `Télécommande ${unitPlan(PRESQUILE)?.name ?? ''}`, code: 'DemoRm0123456789' },
  ];
}
