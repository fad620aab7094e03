/** What somebody did by hand at The Keys with a guest's code, and other questions about one stay. What the user decided about a stay is shown with the stay alone. */
import type { ProblemKind } from '../../../../shared/domain/problem.ts';
import { DAY_MS } from '../../../../shared/time.ts';
import type { Facts } from '../../status/facts.ts';
import type { Matter, MatterProvider } from '../matter.ts';

const KINDS = [
  'switched-off',
  'switched-on',
  'code-deleted',
  'deleted-again',
  'changed-by-hand',
  'shut-out-by-hand',
  'pin-changed-by-hand',
  'blocked-guest-returns',
  'shared-pin',
  'times-asked',
  'not-told',
  'told-unclear',
  'told-partly',
  'told-by-hand',
  'told-wrong-pin',
] as const satisfies readonly ProblemKind[];
/** Somebody gets in who must not, or a guest does not, whenever the stay is. */
const ALWAYS_URGENT: ReadonlySet<Kind> = new Set(['switched-on', 'deleted-again', 'shut-out-by-hand', 'not-told', 'told-wrong-pin']);
const NEVER_URGENT: ReadonlySet<Kind> = new Set(['changed-by-hand', 'pin-changed-by-hand', 'shared-pin', 'times-asked']);
type Kind = (typeof KINDS)[number];

export const byHand: MatterProvider = {
  problemKinds: [...KINDS, 'blocked'],
  find: (facts) =>
    facts.problems.flatMap((problem): readonly Matter[] => {
      const kind = KINDS.find((one) => one === problem.kind);
      if (kind === undefined) return [];
      const { bookingId = null, unitId = null, lockId = null, message, question = null } = problem;
      const { text } = facts.localization;
      const key = question?.key ?? `${kind}:${String(bookingId ?? problem.personId)}:${String(problem.codeId)}`;
      const isUrgent = ALWAYS_URGENT.has(kind) || (!NEVER_URGENT.has(kind) && isNear(bookingId, facts));
      return [
        {
          kind,
          key,
          target: { view: 'today', bookingId },
          item: {
            severity: isUrgent ? 'urgent' : 'warning',
            bookingId,
            unitId,
            lockId,
            message,
            question,
            trayLabel: text(`tray.${kind}`),
          },
          // Nothing is said when it is resolved: the user did it.
          notice: {
            category: kind === 'not-told' ? 'arrival' : 'held',
            status: 'due',
            facets: [isUrgent ? 'urgent' : 'known'],
            title: text(`notice.${kind}-title`),
            body: message,
            isUrgent,
            breaksQuietHours: isUrgent,
          },
        },
      ];
    }),
};

/** The guest is staying, or arrives within a day. */
function isNear(bookingId: number | null, { stays, nowMs }: Facts): boolean {
  return stays.some(({ stay, startMs, endMs }) => stay.booking.id === bookingId && startMs - nowMs <= DAY_MS && endMs > nowMs);
}
