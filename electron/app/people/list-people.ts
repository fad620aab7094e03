/** The people with their doors, as a run that changes nothing found them. Pure. */
import type { CodeId, KeypadPlace } from '../../../shared/domain/ids.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { PersonPlan, StayDoor, StayWindow } from '../../../shared/domain/plan.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Person } from '../../../shared/domain/wishes.ts';
import { createLocalClock } from '../../../shared/reconcile/zones.ts';
import { isThere } from './people.ts';

/** `outdated`: it works at no time to come, or not until a check-out is known. */
type PersonDoorState = 'verified' | 'unverified' | 'missing' | 'wrong' | 'off' | 'outdated';

export interface ListedPerson {
  readonly person: Person;
  readonly doors: readonly (KeypadPlace & { readonly codeId: CodeId | null; readonly state: PersonDoorState })[];
  readonly opensNow: boolean;
  /** When the code works now or next; null: not known, or never again. */
  readonly window: StayWindow | null;
  readonly zone: string;
}

/** `plans`: without a person where the clouds could not be read: nothing is known then. */
export function listPeople(
  people: readonly Person[],
  plans: readonly PersonPlan[],
  settings: Settings,
  nowMs: number,
): readonly ListedPerson[] {
  const clock = createLocalClock(settings, nowMs);
  return people.filter(isThere).map((person): ListedPerson => {
    const plan = plans.find(({ personId }) => personId === person.id) ?? null;
    const [first = null] = person.doors;
    const unit = settings.mapping.units.find(({ doors }) => doors.some((door) => door.lockId === first?.lockId)) ?? null;
    const now = clock.nowAt(first, unit);
    const window = plan?.window ?? null;
    const doors = person.doors.map((place) => {
      const door = plan?.doors.find((one) => placeKey(one) === placeKey(place)) ?? null;
      return { ...place, codeId: door?.codeId ?? null, state: stateOf(person, door, plan === null ? undefined : window) };
    });
    const isOpen = window !== null && window.start <= now && now < window.end;
    return { person, doors, window, zone: clock.zoneAt(first, unit), opensNow: isOpen && doors.some(({ state }) => state === 'verified') };
  });
}

function stateOf({ blockedSinceMs }: Person, door: StayDoor | null, window: StayWindow | null | undefined): PersonDoorState {
  if (blockedSinceMs !== null) return 'off';
  if (window === null) return 'outdated';
  if (door === null || door.state === 'blocked') return 'unverified';
  if (door.state === 'in-place') return 'verified';
  return door.codeId === null ? 'missing' : 'wrong';
}
