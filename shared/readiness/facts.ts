/** What an arrival is judged with, beside what a sync knew of it; and how a link is made. */
import type { Remembered } from '../domain/memory.ts';
import type { ProblemText } from '../domain/problem.ts';
import { LAST_READ } from '../domain/readiness.ts';
import type { CodeReach, KnownLockHealth, LastRead, Link, LinkState } from '../domain/readiness.ts';
import type { LockId } from '../domain/ids.ts';
import type { LinkKey } from '../i18n/link-text.ts';
import { HOUR_MS } from '../time.ts';

/** What syncs remember of all doors. */
export interface KnownDoors {
  /** null: no sync has read everything yet. */
  readonly lastRead: LastRead | null;
  /** By the lock's id. */
  readonly health: ReadonlyMap<string, KnownLockHealth>;
  /** By the code's id. */
  readonly reach: ReadonlyMap<string, CodeReach>;
}

export interface ReadinessFacts extends KnownDoors {
  readonly nowMs: number;
  /** Between two syncs of the schedule. */
  readonly intervalMs: number;
  readonly computer: {
    readonly isPaused: boolean;
    /** A cloud rejects the stored credentials. */
    readonly isRejected: boolean;
    /** Asleep, or off, at the last two times at which a sync was due. */
    readonly hasMissedTwoSyncs: boolean;
  };
}

export const NO_DOORS: KnownDoors = { lastRead: null, health: new Map(), reach: new Map() };

export function knownDoors(remembered: Pick<Remembered, 'last-read' | 'lock-health' | 'code-reach'>): KnownDoors {
  return {
    lastRead: remembered['last-read'].get(LAST_READ) ?? null,
    health: remembered['lock-health'],
    reach: remembered['code-reach'],
  };
}

/** From here on a missing code needs the user. */
export const NEAR_MS = 24 * HOUR_MS;
/** From here on the user is told what to do at once. */
export const SOON_MS = 6 * HOUR_MS;
/** A lock is read in every sync from six hours before an arrival or a departure until an hour after it, and every two hours else. */
const READ_UNTIL_AFTER_MS = HOUR_MS;
export function isReadEverySync(stay: { readonly startMs: number; readonly endMs: number }, nowMs: number): boolean {
  return [stay.startMs, stay.endMs].some((atMs) => atMs - nowMs <= SOON_MS && nowMs - atMs <= READ_UNTIL_AFTER_MS);
}

export function linkTo(state: LinkState, because: LinkKey | ProblemText | null, sinceMs: number | null, lockId?: LockId): Link {
  const text = typeof because === 'string' ? { key: because, parameters: {} } : because;
  return { state, because: text, sinceMs, ...(lockId === undefined ? {} : { lockId }) };
}

const RANKS: Readonly<Record<LinkState, number>> = { broken: 0, doubtful: 1, unknown: 2, good: 3 };

/** Of several doors. `none`: where there are no doors. */
export function worstOf(links: readonly Link[], none: Link): Link {
  return links.toSorted((one, other) => RANKS[one.state] - RANKS[other.state])[0] ?? none;
}
