/** What the guest of a stay has been told, by whom and when, and whether it still opens. Pure. */
import type { Pin } from '../domain/code.ts';
import { placeKey } from '../domain/ids.ts';
import type { BookingId, KeypadPlace } from '../domain/ids.ts';
import type { Remembered } from '../domain/memory.ts';
import { TOLD_WAYS, toldKey } from '../domain/told.ts';
import type { Told, ToldContent, ToldWay } from '../domain/told.ts';

export interface ToldLine {
  readonly way: ToldWay;
  readonly state: NonNullable<Told['known']>['state'];
  readonly atMs: number;
  /** Whether the digits are those of the doors. */
  readonly agrees: 'yes' | 'no' | 'cannot-tell';
}

/** A door as it is now. `pin`: null where it is not certain. */
export interface DoorNow extends KeypadPlace {
  readonly prefix: string;
  readonly pin: Pin | null;
}

/** Newest first, one for each way. A placeholder is set; whether a template has shown it is not known. */
export function toldOfStay(
  bookingId: BookingId,
  { told, thread }: Pick<Remembered, 'told' | 'thread'>,
  doors: readonly DoorNow[],
  digestOf: (pin: Pin) => string | null,
): readonly ToldLine[] {
  const now = new Map(doors.map((door) => [placeKey(door), door]));
  const agrees = (content: ToldContent): ToldLine['agrees'] => {
    const judged = content.doors.map((door): ToldLine['agrees'] => {
      const present = now.get(placeKey(door));
      if (present === undefined) return 'no';
      const digest = present.pin === null ? null : digestOf(present.pin);
      if (digest === null) return 'cannot-tell';
      return digest === door.pin && present.prefix === door.prefix ? 'yes' : 'no';
    });
    return judged.find((one) => one === 'no') ?? judged.find((one) => one === 'cannot-tell') ?? 'yes';
  };
  const read = thread.get(String(bookingId));
  const lines = TOLD_WAYS.flatMap((way): readonly ToldLine[] => {
    if (way === 'host' && read?.verdict === 'wrong' && read.told !== null && read.readMs !== null)
      return [{ way, state: 'confirmed', atMs: read.readMs, agrees: agrees(read.told) }];
    const row = told.get(toldKey(bookingId, way));
    const last = row === undefined ? null : lastOf(row);
    return last === null ? [] : [{ way, state: last.state, atMs: last.atMs, agrees: agrees(last.content) }];
  });
  return lines.sort((one, other) => other.atMs - one.atMs);
}

/** What is on its way counts before what was told. */
function lastOf({ known, attempt }: Told): Pick<NonNullable<Told['known']>, 'state' | 'atMs' | 'content'> | null {
  if (attempt === null || attempt.state === 'refused') return known;
  return { state: attempt.state === 'accepted' ? 'sent' : 'unclear', atMs: attempt.sinceMs, content: attempt.content };
}
