/** A problem of the last run that no other matter stands for and that does not pass by itself. */
import type { WindowTarget } from '../../../../shared/domain/app-state.ts';
import type { ProblemKind, ShownProblem } from '../../../../shared/domain/problem.ts';
import { NEAR_MS } from '../../../../shared/readiness/facts.ts';
import type { Facts } from '../../status/facts.ts';
import { unitLabel } from '../../status/names.ts';
import type { Matter, MatterItem, MatterProvider } from '../matter.ts';
import { laterArrivalTitle } from '../stays/arrival-text.ts';

/** These say how the run ended, and there is nothing to do about them. */
const NOTHING_TO_DO: ReadonlySet<ProblemKind> = new Set(['interrupted', 'deadline']);
/** These may pass by themselves, but until then a guest may be locked out, or somebody may get in who should not; a crash is never silent. */
const LISTED_AT_ONCE: ReadonlySet<ProblemKind> = new Set([
  'sync-crashed',
  'cloud-paused',
  'unverified',
  'write-failed',
  'write-refused',
  'pin-open',
]);

export const otherProblem: MatterProvider = {
  find: (facts, unclaimed) =>
    unclaimed
      .filter(
        (problem) =>
          !NOTHING_TO_DO.has(problem.kind) && (!problem.retryable || LISTED_AT_ONCE.has(problem.kind)) && !isInTheWay(problem, facts),
      )
      .map((problem): Matter => {
        const { cloud = null, bookingId = null, unitId = null, lockId = null, message } = problem;
        const target = targetOf(problem);
        return {
          kind: 'problem',
          key: keyOf(problem),
          target,
          item: {
            ...{ severity: 'warning', cloud, bookingId, unitId, lockId, message, trayLabel: trayLabel(problem, target, facts) },
            ...ofLaterGuest(problem, facts),
          },
          notice: null,
        };
      }),
};

/** The guest who is near and stands before a lock that refuses access is a matter that says so. */
function isInTheWay({ kind, lockId }: ShownProblem, { arrivals, nowMs }: Facts): boolean {
  return (
    kind === 'forbidden-lock' &&
    arrivals.some(
      ({ arrival: { startMs }, readiness: { worst, verdict, links } }) =>
        startMs - nowMs <= NEAR_MS && worst === 'lock' && verdict === 'action-needed' && links.lock.lockId === lockId,
    )
  );
}

/** Of who comes later and does not get in as things are: who and when, then why. Those who arrive soon are a matter of their own. */
function ofLaterGuest({ bookingId, lockId, message }: ShownProblem, facts: Facts): Pick<MatterItem, 'title' | 'message'> | null {
  const judged = facts.arrivals.find(({ arrival }) => arrival.bookingId === bookingId);
  if (judged?.readiness.verdict !== 'action-needed' || judged.arrival.startMs - facts.nowMs <= NEAR_MS) return null;
  const title = laterArrivalTitle(judged, facts);
  const { worst, links } = judged.readiness;
  // The shorter sentence of the stay, where it is about this door.
  const isWorst = worst !== null && links[worst].lockId === lockId;
  return title === null ? null : { title, message: (isWorst ? judged.shown.because?.message : undefined) ?? message };
}

/** Ten bookings of one unmapped unit are one thing to do. */
function keyOf({ kind, unitId, bookingId, lockId, keypadId, codeId, cloud }: ShownProblem): string {
  const parts = kind === 'unmapped-unit' && unitId !== undefined ? [unitId] : [bookingId, lockId, keypadId, codeId, cloud];
  return ['problem', kind, ...parts.map((part) => (part === undefined ? '' : String(part)))].join(':');
}

function targetOf({ kind, unitId, lockId, cloud, bookingId }: ShownProblem): WindowTarget {
  if (kind === 'unmapped-unit' || kind === 'unmapped-followed') return { view: 'doors', unitId: unitId ?? null };
  if (kind === 'forbidden-lock' || kind === 'list-failed' || kind === 'lock-unread')
    return { view: 'doors', unitId: null, ...(lockId === undefined ? {} : { lockId }) };
  if (kind === 'pin-key-missing') return { view: 'accounts', cloud: null };
  if (cloud !== undefined) return { view: 'accounts', cloud };
  return bookingId === undefined ? { view: 'history', runId: null } : { view: 'today', bookingId };
}

/** Not the message: it is longer than a menu is wide and may name a booking. */
function trayLabel(
  { bookingId, unitId, lockId }: ShownProblem,
  target: WindowTarget,
  { stays, calledNames, localization: { text } }: Facts,
): string {
  const booked = stays.find(({ stay }) => stay.booking.id === bookingId)?.stay.unitName;
  const unit = unitLabel(booked ?? calledNames.units.find((one) => one.unitId === unitId)?.name ?? null, text);
  if (target.view === 'doors' && lockId === undefined) return text('tray.mapping', { unit });
  if (bookingId !== undefined) return text('tray.booking', { unit });
  return text(lockId === undefined ? 'tray.other' : 'tray.lock');
}
