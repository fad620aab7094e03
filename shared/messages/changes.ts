/** What a guest would notice between what was told and what is on the locks now. Pure. */
import { placeKey } from '../domain/ids.ts';
import type { KeypadPlace } from '../domain/ids.ts';
import type { MemoryValue } from '../domain/memory.ts';
import type { ToldContent } from '../domain/told.ts';
import type { LocalDateTime } from '../time.ts';
import type { Change } from '../domain/told.ts';

type SeenContent = Pick<ToldContent, 'doors' | 'window'>;

export interface ChangeContext {
  /** Of all doors of the stay, also those that `present` leaves out because they are not verified. */
  readonly places: ReadonlySet<string>;
  /** At the door: what was before it cannot be noticed any more. */
  readonly now: LocalDateTime;
  readonly replaced: ReplacedDoors;
}

/** Where a door's keypad was replaced by another one: for the guest it is the same door. */
export type ReplacedDoors = ReadonlyMap<string, string>;

export function replacedDoors(acts: Iterable<MemoryValue<'door-act'>>): ReplacedDoors {
  const replaced = [...acts].filter((act) => act.act === 'replaced').sort((one, other) => one.atMs - other.atMs);
  const now = new Map<string, string>();
  for (const { from, to } of replaced) {
    const [before, after] = [placeKey(from), placeKey(to)];
    for (const [place, present] of now) if (present === before) now.set(place, after);
    now.delete(after);
    now.set(before, after);
  }
  return now;
}

/** In the order in which a correction names them. */
export function changesSince(told: SeenContent, present: SeenContent, { places, now, replaced }: ChangeContext): readonly Change[] {
  const known = new Map(told.doors.map((door) => [presentPlace(door, replaced), digitsOf(door)]));
  const hasOtherDigits = present.doors.some((door) => isOther(known.get(placeKey(door)), door));
  const hasOtherDoors = present.doors.some((door) => !known.has(placeKey(door))) || [...known.keys()].some((place) => !places.has(place));
  const window = windowChange(told.window, present.window, now);
  return [...(hasOtherDigits ? (['pin'] as const) : []), ...(hasOtherDoors ? (['doors'] as const) : []), ...window];
}

/** The places among these whose digits are not those that were told. */
export function otherDigits(told: SeenContent, present: SeenContent, replaced: ReplacedDoors): ReadonlySet<string> {
  const known = new Map(told.doors.map((door) => [presentPlace(door, replaced), digitsOf(door)]));
  return new Set(present.doors.filter((door) => isOther(known.get(placeKey(door)), door)).map(placeKey));
}

/** A change that the guest has to be told. A longer window is one where the user wants that. */
export function isNews(changes: readonly Change[], tellsLonger: boolean): boolean {
  return changes.some((change) => change !== 'longer' || tellsLonger);
}

function windowChange(told: SeenContent['window'], present: SeenContent['window'], now: LocalDateTime): readonly Change[] {
  const [toldStart, start] = [later(told.start, now), later(present.start, now)];
  const [toldEnd, end] = [later(told.end, now), later(present.end, now)];
  const isShorter = start > toldStart || end < toldEnd;
  const isLonger = start < toldStart || end > toldEnd;
  if (isShorter && isLonger) return ['times'];
  return isShorter ? ['shorter'] : isLonger ? ['longer'] : [];
}

type SeenDoor = SeenContent['doors'][number];

function isOther(known: string | undefined, door: SeenDoor): boolean {
  return known !== undefined && known !== digitsOf(door);
}
function digitsOf({ prefix, pin }: SeenDoor): string {
  return `${prefix} ${pin}`;
}
function presentPlace(door: KeypadPlace, replaced: ReplacedDoors): string {
  const place = placeKey(door);
  return replaced.get(place) ?? place;
}
function later(one: LocalDateTime, other: LocalDateTime): LocalDateTime {
  return one > other ? one : other;
}
