/** The history of a stay as a story: what was done to its codes, what its guest was told and when they came in, in order. Pure. */
import type { BookingId, LockId } from '../../../shared/domain/ids.ts';
import type { OperationKind, OperationReport, RunTrigger } from '../../../shared/domain/run.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { switchedTo } from '../../../shared/reconcile/diff.ts';
import { dateOf } from '../../../shared/time.ts';
import type { LocalDateTime } from '../../../shared/time.ts';

type RunDetail = NonNullable<CallOutput<'history.run'>>;
type View = Pick<CallOutput<'stay.view'>, 'told' | 'opened'>;

export type StoryEvent =
  | {
      readonly kind: 'made' | 'linked' | 'moved-door' | 'removed' | 'blocked' | 'let-in' | 'new-pin' | 'updated';
      readonly lockIds: readonly LockId[];
    }
  | { readonly kind: 'moved'; readonly from: LocalDateTime; readonly to: LocalDateTime }
  | { readonly kind: 'from' | 'until'; readonly to: LocalDateTime }
  | { readonly kind: 'failed'; readonly operation: OperationKind; readonly lockIds: readonly LockId[] }
  | { readonly kind: 'told'; readonly way: View['told'][number]['way'] }
  | { readonly kind: 'opened'; readonly lockIds: readonly LockId[] }
  | { readonly kind: 'checked'; readonly lockIds: readonly LockId[] };
export interface StoryLine {
  readonly atMs: number;
  /** The user asked for it. */
  readonly byUser: boolean;
  readonly event: StoryEvent;
}

export interface StoryParts {
  readonly runs: readonly RunDetail[];
  readonly view: View | null;
  readonly doors: readonly { readonly lockId: LockId; readonly readAtMs: number | null; readonly codeId: number | null }[];
}

const TOLD: ReadonlySet<OperationReport['status']> = new Set(['done', 'unverified', 'failed']);

export function storyOf(bookingId: BookingId, { runs, view, doors }: StoryParts): readonly StoryLine[] {
  const changes = runs.flatMap(({ run, operations }) => {
    const own = operations.filter((one) => one.bookingId === bookingId && TOLD.has(one.status));
    return eventsOf(own).map((event) => line(Date.parse(run.finishedAt), event, run.trigger));
  });
  const told = (view?.told ?? []).map(({ way, at }) => line(Date.parse(at), { kind: 'told', way }));
  const [opened] = view?.opened ?? [];
  const checked = doors.filter(({ readAtMs, codeId }) => readAtMs !== null && codeId !== null);
  const checkedAtMs = Math.min(...checked.map(({ readAtMs }) => readAtMs ?? Infinity));
  const lines = [
    ...changes,
    ...told,
    ...(opened === undefined ? [] : [line(Date.parse(opened.firstAt), { kind: 'opened', lockIds: [opened.lockId] })]),
    ...(checked.length === 0 ? [] : [line(checkedAtMs, { kind: 'checked', lockIds: checked.map(({ lockId }) => lockId) })]),
  ].sort((one, other) => one.atMs - other.atMs);
  return lines.filter((one, index) => !isTriedAgain(one, lines.slice(index + 1)));
}

/** Each sync tries again what failed: only the last of these tells more than the verdict. */
function isTriedAgain({ event }: StoryLine, later: readonly StoryLine[]): boolean {
  return event.kind === 'failed' && later.some((one) => JSON.stringify(one.event) === JSON.stringify(event));
}

function line(atMs: number, event: StoryEvent, trigger: RunTrigger | null = null): StoryLine {
  return { atMs, event, byUser: trigger === 'act' };
}

/** One line for what was done alike on several doors. */
function eventsOf(operations: readonly OperationReport[]): readonly StoryEvent[] {
  const events = operations.map(eventOf);
  const seen = new Map<string, StoryEvent>();
  for (const event of events) {
    const key = JSON.stringify({ ...event, lockIds: null });
    const known = seen.get(key);
    const lockIds =
      known !== undefined && 'lockIds' in known && 'lockIds' in event ? { lockIds: [...known.lockIds, ...event.lockIds] } : {};
    seen.set(key, { ...event, ...lockIds });
  }
  return [...seen.values()];
}

function eventOf({ kind, lockId, changes, status }: OperationReport): StoryEvent {
  const lockIds = [lockId];
  if (status === 'failed') return { kind: 'failed', operation: kind, lockIds };
  switch (kind) {
    case 'create':
      return { kind: 'made', lockIds };
    case 'adopt':
      return { kind: 'linked', lockIds };
    case 'move':
      return { kind: 'moved-door', lockIds };
    case 'delete':
      return { kind: 'removed', lockIds };
    case 'update': {
      const { start, end } = changes;
      const [from, to] = [start?.from, start?.to].map(asMoment);
      if (from !== null && from !== undefined && to !== null && to !== undefined)
        return dateOf(from) === dateOf(to) ? { kind: 'from', to } : { kind: 'moved', from, to };
      const until = asMoment(end?.to);
      if (until !== null) return { kind: 'until', to: until };
      const switched = switchedTo(changes);
      if (switched !== null) return { kind: switched === 'on' ? 'let-in' : 'blocked', lockIds };
      return { kind: Object.keys(changes).length === 0 ? 'new-pin' : 'updated', lockIds };
    }
  }
}

function asMoment(value: unknown): LocalDateTime | null {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value) ? (value as LocalDateTime) : null;
}
