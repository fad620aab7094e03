/** Stays and removals that the window cannot show, for a text or id that is far longer than any real one. Pure. */
import type { OtherStay } from '../../../shared/domain/booking.ts';
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';

/** Of more stays than this the window gets the nearest arrivals only, since each change sends all of them again. */
export const MAX_SHOWN_STAYS = 10_000;
/** As in shared/ipc, which checks the rest. */
const MAX_TEXT = 1_000;
const MAX_KEYPAD_ID = 64;
const MAX_KEY = 300;

export function stayFits({ stay }: Pick<StayStatus, 'stay'>): boolean {
  return (
    stay.booking.guestName.length <= MAX_TEXT &&
    stay.unitName.length <= MAX_TEXT &&
    stay.doors.every(({ keypadId, operationKey }) => keypadId.length <= MAX_KEYPAD_ID && (operationKey?.length ?? 0) <= MAX_KEY)
  );
}

export function otherFits({ codes }: OtherStay): boolean {
  return codes.every(({ keypadId }) => keypadId.length <= MAX_KEYPAD_ID);
}

/** Earlier versions recorded names of any length. */
export function operationFits({ key, keypadId, changes }: OperationReport): boolean {
  return (
    key.length <= MAX_KEY &&
    keypadId.length <= MAX_KEYPAD_ID &&
    Object.values(changes).every(({ from, to }) => [from, to].every((value) => typeof value !== 'string' || value.length <= MAX_TEXT))
  );
}
