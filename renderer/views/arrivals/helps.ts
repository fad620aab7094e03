/** What helps: which one button stands beside a trouble, by what the trouble is. Pure. */
import type { AppSnapshot, AttentionItem, StayStatus, WindowTarget } from '../../../shared/domain/app-state.ts';

/** The words of the button, as far as they stand in the catalogue under `arrivals.help-…`. */
export type HelpWord =
  'accounts' | 'map-unit' | 'mapping' | 'stay' | 'waiting' | 'settings' | 'history' | 'run' | 'timeline' | 'first-steps' | 'sync';

export type Help =
  | { readonly kind: 'go'; readonly word: HelpWord; readonly target: WindowTarget }
  | { readonly kind: 'sync'; readonly word: 'sync' }
  /** Down to what waits, in this very view. `key` null: to all of it. */
  | { readonly kind: 'hold'; readonly word: 'waiting'; readonly key: string | null };

type Known = Pick<AppSnapshot, 'stays' | 'holds' | 'lastRun'>;

export function helpForAttention({ kind, target }: AttentionItem, known: Known): Help {
  switch (target.view) {
    case 'arrivals':
      return kind === 'held' ? waiting(target.bookingId, known) : booking(target.bookingId, known);
    case 'mapping':
      return { kind: 'go', word: target.unitId === null ? 'mapping' : 'map-unit', target };
    case 'history':
      return { kind: 'go', word: 'history', target };
    case 'accounts':
    case 'settings':
    case 'timeline':
    case 'first-steps':
      return { kind: 'go', word: target.view, target };
  }
}

/** A held item without holds: the run as a whole was held, and it says why. */
function waiting(bookingId: number | null, known: Known): Help {
  const { holds } = known;
  if (holds.length === 0) return lastRun(known);
  return { kind: 'hold', word: 'waiting', key: holds.find((hold) => hold.bookingId === bookingId)?.key ?? null };
}

/** A booking that is no stay (cancelled, over) is found in the history. */
function booking(bookingId: number | null, known: Known): Help {
  if (bookingId === null) return lastRun(known);
  if (known.stays.some(({ stay }) => stay.booking.id === bookingId)) {
    return { kind: 'go', word: 'stay', target: { view: 'arrivals', bookingId } };
  }
  const hold = known.holds.find((candidate) => candidate.bookingId === bookingId);
  if (hold !== undefined) return { kind: 'hold', word: 'waiting', key: hold.key };
  return { kind: 'go', word: 'history', target: { view: 'history', runId: null, bookingId } };
}

function lastRun({ lastRun: run }: Known): Help {
  return { kind: 'go', word: 'run', target: { view: 'history', runId: run?.run.id ?? null } };
}

/** For a stay that needs the user. */
export function helpForStay({ because, stay }: StayStatus): Help | null {
  if (because === null) return null;
  const { unitId = stay.booking.unitId, cloud = null } = because;
  switch (because.kind) {
    case 'unverified':
    case 'write-failed':
    case 'list-failed':
    case 'cloud-unreachable':
    case 'cloud-failed':
    case 'clock-skew':
    case 'clock-stepped':
    case 'deadline':
    case 'interrupted':
    case 'bookings-incomplete':
    case 'no-bookings':
    case 'booking-unreadable':
    case 'booking-missing':
    case 'lookups-deferred':
      return { kind: 'sync', word: 'sync' };
    case 'unmapped-unit':
      return { kind: 'go', word: 'map-unit', target: { view: 'mapping', unitId } };
    case 'forbidden-lock':
    case 'settings-recovered':
      return { kind: 'go', word: 'mapping', target: { view: 'mapping', unitId } };
    case 'credentials-missing':
    case 'credentials-rejected':
    case 'keychain':
    case 'pin-key-missing':
      return { kind: 'go', word: 'accounts', target: { view: 'accounts', cloud } };
    // More digits are more PINs.
    case 'no-free-pin':
      return { kind: 'go', word: 'settings', target: { view: 'settings' } };
    case 'overlap':
      return { kind: 'go', word: 'timeline', target: { view: 'timeline' } };
    case 'unknown-booking-type':
    case 'bad-booking-dates':
    case 'scheduled-code':
    case 'ambiguous-tag':
    case 'unreadable-code':
    case 'different-pins':
    case 'history-recovered':
      return { kind: 'go', word: 'history', target: { view: 'history', runId: null, bookingId: stay.booking.id } };
  }
}
