/** Which button stands beside a problem: the one action that helps, by the kind of the problem. Pure. */
import type { AppSnapshot, AttentionItem, StayStatus, WindowTarget } from '../../../shared/domain/app-state.ts';
import type { LinkName } from '../../../shared/domain/readiness.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';

/** The catalogue has the button's text under `arrivals.help-…`. */
type Label =
  | 'accounts'
  | 'map-unit'
  | 'mapping'
  | 'stay'
  | 'waiting'
  | 'settings'
  | 'history'
  | 'run'
  | 'timeline'
  | 'first-steps'
  | 'people'
  | 'sync';

export type QuickFix =
  | { readonly kind: 'go'; readonly label: Label; readonly target: WindowTarget }
  | { readonly kind: 'sync'; readonly label: 'sync' }
  /** Scrolls to an operation of this view that waits for the user; with `key` null to all of them. */
  | { readonly kind: 'hold'; readonly label: 'waiting'; readonly key: string | null };

type Known = Pick<AppSnapshot, 'stays' | 'holds' | 'lastRun'>;

export function quickFixForAttention({ kind, target }: AttentionItem, known: Known): QuickFix {
  switch (target.view) {
    case 'today':
      return kind === 'held' ? showHold(target.bookingId, known) : showBooking(target.bookingId, known);
    case 'doors':
      return { kind: 'go', label: target.unitId === null ? 'mapping' : 'map-unit', target };
    case 'history':
      return { kind: 'go', label: 'history', target };
    case 'accounts':
    case 'people':
    case 'settings':
    case 'first-steps':
      return { kind: 'go', label: target.view, target };
    case 'calendar':
      return { kind: 'go', label: 'timeline', target };
    case 'call':
      return showLastRun(known);
  }
}

/** Without a hold, the whole sync was held, and its run says why. */
function showHold(bookingId: BookingId | null, known: Known): QuickFix {
  const { holds } = known;
  if (holds.length === 0) return showLastRun(known);
  return { kind: 'hold', label: 'waiting', key: holds.find((hold) => hold.bookingId === bookingId)?.key ?? null };
}

/** A booking that is no stay (cancelled, over) is shown in the history. */
function showBooking(bookingId: BookingId | null, known: Known): QuickFix {
  if (bookingId === null) return showLastRun(known);
  if (known.stays.some(({ stay }) => stay.booking.id === bookingId)) {
    return { kind: 'go', label: 'stay', target: { view: 'today', bookingId } };
  }
  const hold = known.holds.find((candidate) => candidate.bookingId === bookingId);
  if (hold !== undefined) return { kind: 'hold', label: 'waiting', key: hold.key };
  return { kind: 'go', label: 'history', target: { view: 'history', runId: null, bookingId } };
}

function showLastRun({ lastRun }: Known): QuickFix {
  return { kind: 'go', label: 'run', target: { view: 'history', runId: lastRun?.run.id ?? null } };
}

/** Nothing in this window helps there. */
const AT_THE_DOOR: ReadonlySet<LinkName> = new Set(['gateway', 'battery', 'guest']);

/** For a stay that needs the user. */
export function quickFixForStay({ because, stay, worst }: Pick<StayStatus, 'because' | 'stay' | 'worst'>): QuickFix | null {
  if (because === null || (worst !== null && AT_THE_DOOR.has(worst))) return null;
  const { unitId = stay.booking.unitId, cloud = null } = because;
  switch (because.kind) {
    case 'unverified':
    case 'write-failed':
    case 'write-refused':
    case 'pin-open':
    case 'list-failed':
    case 'lock-unread':
    case 'door-unreadable':
    case 'cannot-verify':
    case 'cloud-unreachable':
    case 'cloud-paused':
    case 'cloud-failed':
    case 'clock-skew':
    case 'clock-wrong':
    case 'clock-stepped':
    case 'deadline':
    case 'no-sync':
    case 'sync-crashed':
    case 'interrupted':
    case 'bookings-incomplete':
    case 'incomplete-for-a-day':
    case 'no-bookings':
    case 'booking-unreadable':
    case 'booking-missing':
    case 'lookups-deferred':
    case 'removal-held':
    case 'still-on':
    case 'codes-vanished':
    case 'placeholder-failed':
      return { kind: 'sync', label: 'sync' };
    case 'unmapped-unit':
    case 'unmapped-followed':
      return { kind: 'go', label: 'map-unit', target: { view: 'doors', unitId } };
    case 'forbidden-lock':
    case 'lock-given-up':
    case 'settings-recovered':
    case 'mapping-unconfirmed':
    case 'person-door-unmapped':
      return { kind: 'go', label: 'mapping', target: { view: 'doors', unitId } };
    case 'credentials-missing':
    case 'credentials-rejected':
    case 'other-account':
    case 'wrong-account':
    case 'keychain':
    case 'pin-key-missing':
      return { kind: 'go', label: 'accounts', target: { view: 'accounts', cloud } };
    // Longer PINs leave more of them free.
    case 'no-free-pin':
    case 'pins-running-out':
      return { kind: 'go', label: 'settings', target: { view: 'settings' } };
    case 'overlap':
      return { kind: 'go', label: 'timeline', target: { view: 'calendar' } };
    case 'unknown-booking-type':
    case 'bad-booking-dates':
    case 'unclear-times':
    case 'wish-left':
    case 'times-asked':
    case 'scheduled-code':
    case 'ambiguous-tag':
    case 'unreadable-code':
    case 'own-pin-taken':
    case 'own-pin-unreadable':
    case 'different-pins':
    case 'note-cut':
    case 'never-listed':
    case 'pin-refused':
    case 'keypad-full':
    case 'keypad-nearly-full':
    case 'waits-for-place':
    case 'removed-for-room':
    case 'wishes-recovered':
    case 'wishes-lost':
    case 'switched-off':
    case 'changed-by-hand':
    case 'shut-out-by-hand':
    case 'kept-by-hand':
    case 'pin-changed-by-hand':
    case 'switched-on':
    case 'code-deleted':
    case 'deleted-again':
    case 'blocked-guest-returns':
    case 'not-told':
    case 'told-unclear':
    case 'told-partly':
    case 'told-by-hand':
    case 'register-lost':
    case 'shared-pin':
    case 'told-wrong-pin':
    case 'blocked':
    case 'history-recovered':
    case 'history-unstored':
    case 'watchdog-unheard':
    case 'code-kept':
    case 'booked-again':
    case 'other-pin':
    case 'code-came-back':
    case 'placeholder-stays':
    case 'placeholder-taken':
    case 'placeholder-no-pin':
      return { kind: 'go', label: 'history', target: { view: 'history', runId: null, bookingId: stay.booking.id } };
  }
}
