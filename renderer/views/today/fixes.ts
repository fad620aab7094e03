/** The one action that helps with a matter, by its cause. Pure. */
import type { AppSnapshot, AttentionItem, StayStatus, WindowTarget } from '../../../shared/domain/app-state.ts';
import type { BookingId, LockId } from '../../../shared/domain/ids.ts';
import type { ProblemKind } from '../../../shared/domain/problem.ts';
import type { LinkName } from '../../../shared/domain/readiness.ts';

export type Fix =
  | {
      readonly kind: 'go';
      readonly label: 'door' | 'doors' | 'sign-in' | 'settings' | 'history' | 'calendar' | 'first-steps' | 'people' | 'messages';
      readonly target: WindowTarget;
    }
  | { readonly kind: 'sync'; readonly label: 'sync' }
  | { readonly kind: 'new-pin'; readonly label: 'new-pin'; readonly bookingId: BookingId }
  | { readonly kind: 'stay'; readonly label: 'stay'; readonly bookingId: BookingId }
  | { readonly kind: 'door'; readonly label: 'show-door'; readonly lockId: LockId };

/** What the next sync may solve. */
const BY_SYNC: ReadonlySet<ProblemKind> = new Set<ProblemKind>([
  'unverified',
  'write-failed',
  'write-refused',
  'pin-open',
  'list-failed',
  'lock-unread',
  'cannot-verify',
  'cloud-unreachable',
  'cloud-failed',
  'deadline',
  'no-sync',
  'sync-crashed',
  'interrupted',
  'bookings-incomplete',
  'booking-missing',
  'still-on',
  'codes-vanished',
  'placeholder-failed',
]);
/** No guest can get in with the PIN that there is, or each door needs another one. */
const BY_NEW_PIN: ReadonlySet<ProblemKind> = new Set<ProblemKind>(['pin-refused', 'different-pins']);
const BY_SIGN_IN: ReadonlySet<ProblemKind> = new Set<ProblemKind>([
  'credentials-missing',
  'credentials-rejected',
  'wrong-account',
  'keychain',
]);
/** Longer PINs leave more of them free. */
const BY_SETTINGS: ReadonlySet<ProblemKind> = new Set<ProblemKind>(['no-free-pin', 'pins-running-out']);
/** Of the lock and of what the guest was told, the stay says more; a sync helps with neither. */
const AT_THE_DOOR: ReadonlySet<LinkName> = new Set(['gateway', 'battery', 'guest']);

export function fixOf(item: AttentionItem, snapshot: Pick<AppSnapshot, 'stays' | 'others' | 'lastRun'>): Fix {
  const { target, bookingId } = item;
  switch (target.view) {
    case 'today':
      return bookingId === null ? goToLastRun(snapshot) : ofGuest(bookingId, snapshot);
    case 'doors':
      if (target.lockId !== undefined) return { kind: 'door', label: 'show-door', lockId: target.lockId };
      return { kind: 'go', label: target.unitId === null ? 'doors' : 'door', target };
    case 'history':
      return { kind: 'go', label: 'history', target };
    case 'accounts':
      return { kind: 'go', label: 'sign-in', target };
    case 'settings':
    case 'calendar':
    case 'first-steps':
    case 'people':
    case 'messages':
      return { kind: 'go', label: target.view, target };
    case 'call':
      return goToLastRun(snapshot);
  }
}

function ofGuest(bookingId: BookingId, { stays, others }: Pick<AppSnapshot, 'stays' | 'others'>): Fix {
  const status = stays.find(({ stay }) => stay.booking.id === bookingId);
  if (status !== undefined) return ofStay(status) ?? { kind: 'stay', label: 'stay', bookingId };
  if (others.some((other) => other.bookingId === bookingId)) return { kind: 'stay', label: 'stay', bookingId };
  // Over, and no code is left.
  return { kind: 'go', label: 'history', target: { view: 'history', runId: null, bookingId } };
}

function ofStay({ because, worst, stay: { booking } }: StayStatus): Fix | null {
  if (because === null || (worst !== null && AT_THE_DOOR.has(worst))) return null;
  const { kind, lockId, cloud = null } = because;
  if (BY_NEW_PIN.has(kind)) return { kind: 'new-pin', label: 'new-pin', bookingId: booking.id };
  if (BY_SYNC.has(kind)) return { kind: 'sync', label: 'sync' };
  if (BY_SIGN_IN.has(kind)) return { kind: 'go', label: 'sign-in', target: { view: 'accounts', cloud } };
  if (BY_SETTINGS.has(kind)) return { kind: 'go', label: 'settings', target: { view: 'settings' } };
  if (kind === 'overlap') return { kind: 'go', label: 'calendar', target: { view: 'calendar' } };
  return kind === 'forbidden-lock' && lockId !== undefined ? { kind: 'door', label: 'show-door', lockId } : null;
}

function goToLastRun({ lastRun }: Pick<AppSnapshot, 'lastRun'>): Fix {
  return { kind: 'go', label: 'history', target: { view: 'history', runId: lastRun?.run.id ?? null } };
}
