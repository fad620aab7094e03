/** Today's arrivals and departures as entries of the tray's menu: those in trouble first. Pure. */
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import { dateOf, timeOf } from '../../../shared/time.ts';
import type { Localization } from '../status/localization.ts';
import { truncate } from '../values/text.ts';
import type { TrayAction } from './tray-types.ts';

export interface TodayEntry {
  readonly id: string;
  readonly label: string;
  readonly action: TrayAction;
}

/** A menu is as wide as its longest entry, and cut in the middle it would lose the unit. */
const MAX_GUEST = 20;
const MAX_UNIT = 16;

interface Movement {
  readonly status: StayStatus;
  readonly kind: 'arrives' | 'leaves';
  readonly at: LocalDateTime;
}

/** A guest who leaves and asks for an hour more is why a departure is opened: the form is filled, and nothing is done before it is saved. */
const EXTENDED = { extend: true } as const;

/** Of the day at each stay's own doors. */
export function todayEntries(
  stays: readonly StayStatus[],
  nowMs: number,
  { text, formats }: Pick<Localization, 'text' | 'formats'>,
): readonly TodayEntry[] {
  const movements = stays.flatMap((status): readonly Movement[] => {
    const { start, end } = windowOf(status);
    if (start === undefined || end === undefined) return [];
    const today = dateOf(atDoor(start, nowMs - status.startMs));
    return [
      ...(dateOf(start) === today ? [{ status, kind: 'arrives', at: start } as const] : []),
      ...(dateOf(end) === today ? [{ status, kind: 'leaves', at: end } as const] : []),
    ];
  });
  return movements
    .sort((one, other) => trouble(one) - trouble(other) || (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .map(({ status: { stay, verdict, endMs }, kind, at }) => {
      const guest = truncate(stay.booking.guestName, MAX_GUEST);
      const words = { mark: isInTrouble(verdict) ? '!' : '✓', unit: truncate(stay.unitName, MAX_UNIT), time: formats.wallTime(timeOf(at)) };
      return {
        id: `${kind}:${String(stay.booking.id)}`,
        label: text(`tray.${kind}`, { ...words, guest: guest === '' ? text('tray.some-guest') : guest }),
        action: {
          kind: 'open',
          target: { view: 'today', bookingId: stay.booking.id, ...(kind === 'leaves' && endMs > nowMs ? EXTENDED : {}) },
        },
      };
    });
}

function windowOf({ stay: { doors } }: StayStatus): { readonly start: LocalDateTime | undefined; readonly end: LocalDateTime | undefined } {
  return {
    start: doors.map(({ window }) => window.start).sort()[0],
    end: doors
      .map(({ window }) => window.end)
      .sort()
      .at(-1),
  };
}

/** The clock at the door, so long after a moment there. An hour of daylight saving changes no day in the middle of the day. */
function atDoor(moment: LocalDateTime, laterMs: number): LocalDateTime {
  return new Date(Date.parse(`${moment}Z`) + laterMs).toISOString().slice(0, 16) as LocalDateTime;
}

/** Who leaves needs a code that works until then as much as who comes. */
function trouble({ status: { verdict } }: Movement): number {
  return isInTrouble(verdict) ? 0 : 1;
}
function isInTrouble(verdict: StayStatus['verdict']): boolean {
  return verdict === 'check' || verdict === 'action-needed';
}
