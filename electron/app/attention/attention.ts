/** What needs the user, most pressing first. Pure; the same trouble gives the same key in every run. */
import type { AttentionItem, Connection, StayStatus, WindowTarget } from '../../../shared/domain/app-state.ts';
import type { Problem, ProblemKind } from '../../../shared/domain/problem.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';
import { CLOUD_NAMES, CLOUD_TITLES } from '../../../shared/errors.ts';
import type { CloudName, KeychainFailure, KeychainSystem } from '../../../shared/errors.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { isVerified } from '../status/arrival-status.ts';
import type { CloudHealth } from '../status/cloud-health.ts';
import { failureMessage } from '../status/localise.ts';
import { unitWords } from '../values/unit-words.ts';
import type { Localization } from '../status/localization.ts';

export type RecoveredKind = 'settings' | 'history';

export interface AttentionFacts {
  readonly nowMs: number;
  /** As they are at `nowMs`. */
  readonly stays: readonly StayStatus[];
  readonly connections: Readonly<Record<CloudName, Connection>>;
  readonly health: Readonly<Record<CloudName, CloudHealth>>;
  /** In the user's language. */
  readonly problems: readonly Problem[];
  readonly holds: readonly OperationReport[];
  readonly keychain: KeychainFailure | null;
  readonly recovered: readonly RecoveredKind[];
  readonly isOnline: boolean;
  readonly firstStepsDone: boolean;
  /** False: no unit has a door yet. */
  readonly isMapped: boolean;
  readonly text: Localization['text'];
  /** Whose keychain it is. */
  readonly system: KeychainSystem;
}

/** So many runs in a row without an answer are more than a hiccup. */
export const UNREACHABLE_RUNS = 3;
/** From here on an arrival counts as near. */
export const NEAR_ARRIVAL_MS = DAY_MS;

/** Urgent before the rest; among equals in the order of the finders below, and each finder in an order of its own. */
export function attentionOf(facts: AttentionFacts): readonly AttentionItem[] {
  const found = [
    ...arrivals(facts),
    ...firstSteps(facts),
    ...credentials(facts),
    ...keychain(facts),
    ...held(facts),
    ...unreachable(facts),
    ...clock(facts),
    ...problems(facts),
    ...recovered(facts),
  ];
  const byKey = new Map<string, AttentionItem>();
  for (const entry of found) if (!byKey.has(entry.key)) byKey.set(entry.key, entry);
  const items = [...byKey.values()];
  return [...items.filter((entry) => entry.severity === 'urgent'), ...items.filter((entry) => entry.severity === 'warning')];
}

type Parts = Pick<AttentionItem, 'key' | 'kind' | 'severity' | 'message' | 'target'> & Partial<AttentionItem>;
function item(parts: Parts): AttentionItem {
  return { cloud: null, bookingId: null, unitId: null, lockId: null, ...parts };
}

/** Guests who come within a day, or may be at the door already. */
function arrivals({ stays, nowMs, text }: AttentionFacts): readonly AttentionItem[] {
  return stays
    .filter((status) => status.startMs - nowMs <= NEAR_ARRIVAL_MS && status.endMs > nowMs && !isVerified(status))
    .map(({ stay }) =>
      item({
        key: `arrival:${stay.booking.id}`,
        kind: 'arrival',
        severity: 'urgent',
        bookingId: stay.booking.id,
        unitId: stay.booking.unitId,
        message: text('attention.arrival', { unit: unitWords(stay.unitName, text) }),
        target: { view: 'arrivals', bookingId: stay.booking.id },
      }),
    );
}

/** Until the user has given the word nothing runs: the next of the steps is one thing to do. */
function firstSteps({ connections, firstStepsDone, isMapped, text }: AttentionFacts): readonly AttentionItem[] {
  if (firstStepsDone) return [];
  // What was never tried since the start is as good as what is stored.
  const isMissing = ({ lastTest, stored }: Connection): boolean =>
    lastTest === null ? !stored : lastTest.failure === 'credentials-missing';
  const common = { severity: 'warning', target: { view: 'first-steps' } } as const;
  if (CLOUD_NAMES.some((cloud) => isMissing(connections[cloud])))
    return [item({ ...common, key: 'credentials:first-steps', kind: 'credentials', message: text('attention.first-steps') })];
  return isMapped
    ? [item({ ...common, key: 'first-steps:apply', kind: 'first-steps', message: text('attention.first-steps-apply') })]
    : [item({ ...common, key: 'first-steps:map', kind: 'first-steps', message: text('attention.first-steps-map') })];
}

function credentials({ connections, health, firstStepsDone, text }: AttentionFacts): readonly AttentionItem[] {
  const isMissing = (cloud: CloudName): boolean => firstStepsDone && connections[cloud].lastTest?.failure === 'credentials-missing';
  return CLOUD_NAMES.flatMap((cloud) => {
    const isRejected = health[cloud].isRejected || connections[cloud].lastTest?.failure === 'credentials-rejected';
    if (!isRejected && !isMissing(cloud)) return [];
    return item({
      key: `credentials:${cloud}`,
      kind: 'credentials',
      severity: 'urgent',
      cloud,
      message: text(isRejected ? 'attention.rejected' : 'attention.not-connected', { cloud: CLOUD_TITLES[cloud] }),
      target: { view: 'accounts', cloud },
    });
  });
}

function keychain({ keychain: failure, text, system }: AttentionFacts): readonly AttentionItem[] {
  if (failure === null) return [];
  return [
    item({
      key: 'keychain',
      kind: 'keychain',
      severity: 'urgent',
      message: failureMessage(failure, text, system),
      target: { view: 'accounts', cloud: null },
    }),
  ];
}

/** One item for all that waits: the window lists them. */
function held({ holds, problems: all, text }: AttentionFacts): readonly AttentionItem[] {
  const hasNoBookings = all.some((problem) => problem.kind === 'no-bookings');
  if (holds.length === 0 && !hasNoBookings) return [];
  const [first] = holds;
  const bookingId = holds.length === 1 && first !== undefined ? first.bookingId : null;
  return [
    item({
      key: 'held',
      kind: 'held',
      severity: 'urgent',
      bookingId,
      message: hasNoBookings ? text('problem.no-bookings') : text('attention.held', { count: holds.length }),
      target: { view: 'arrivals', bookingId },
    }),
  ];
}

function unreachable({ health, isOnline, text }: AttentionFacts): readonly AttentionItem[] {
  // Offline, no cloud can be reached: that is a state of this computer and shown as such.
  if (!isOnline) return [];
  return CLOUD_NAMES.filter((cloud) => health[cloud].unreachableRuns >= UNREACHABLE_RUNS).map((cloud) =>
    item({
      key: `unreachable:${cloud}`,
      kind: 'unreachable',
      severity: 'urgent',
      cloud,
      message: text('attention.unreachable', { cloud: CLOUD_TITLES[cloud], count: health[cloud].unreachableRuns }),
      target: { view: 'accounts', cloud },
    }),
  );
}

function clock({ problems: all, connections, text }: AttentionFacts): readonly AttentionItem[] {
  const isSkewed = CLOUD_NAMES.some((cloud) => connections[cloud].lastTest?.failure === 'clock-skew');
  const hasStepped = all.some((problem) => problem.kind === 'clock-stepped');
  if (!isSkewed && !hasStepped) return [];
  return [
    item({
      key: 'clock',
      kind: 'clock',
      severity: isSkewed ? 'urgent' : 'warning',
      message: text(isSkewed ? 'attention.clock-skew' : 'attention.clock-stepped'),
      target: isSkewed ? { view: 'accounts', cloud: null } : { view: 'history', runId: null },
    }),
  ];
}

/** Told elsewhere, or no more than a word about the run itself. */
const NOT_A_TASK: ReadonlySet<ProblemKind> = new Set<ProblemKind>([
  'credentials-missing',
  'credentials-rejected',
  'cloud-unreachable',
  'clock-stepped',
  'clock-skew',
  'keychain',
  'settings-recovered',
  'history-recovered',
  'no-bookings',
  'interrupted',
  'deadline',
]);
/** May pass by themselves, but until they do somebody may stand before the door, or get in who should not. */
const WATCHED: ReadonlySet<ProblemKind> = new Set<ProblemKind>(['unverified', 'write-failed']);

function problems({ problems: all }: AttentionFacts): readonly AttentionItem[] {
  return all
    .filter((problem) => !NOT_A_TASK.has(problem.kind) && (!problem.retryable || WATCHED.has(problem.kind)))
    .map((problem) =>
      item({
        key: problemKey(problem),
        kind: 'problem',
        severity: 'warning',
        cloud: problem.cloud ?? null,
        bookingId: problem.bookingId ?? null,
        unitId: problem.unitId ?? null,
        lockId: problem.lockId ?? null,
        message: problem.message,
        target: targetOf(problem),
      }),
    );
}

/** Ten bookings of one unmapped unit are one thing to do. */
function problemKey({ kind, unitId, bookingId, lockId, keypadId, codeId, cloud }: Problem): string {
  const parts = kind === 'unmapped-unit' && unitId !== undefined ? [unitId] : [bookingId, lockId, keypadId, codeId, cloud];
  return ['problem', kind, ...parts.map((part) => (part === undefined ? '' : String(part)))].join(':');
}

function targetOf(problem: Problem): WindowTarget {
  if (problem.kind === 'unmapped-unit') return { view: 'mapping', unitId: problem.unitId ?? null };
  if (problem.kind === 'forbidden-lock' || problem.kind === 'list-failed') return { view: 'mapping', unitId: null };
  if (problem.kind === 'pin-key-missing') return { view: 'accounts', cloud: null };
  if (problem.cloud !== undefined) return { view: 'accounts', cloud: problem.cloud };
  return problem.bookingId === undefined ? { view: 'history', runId: null } : { view: 'arrivals', bookingId: problem.bookingId };
}

/** Without its settings the app keeps up no code at all; a lost history is only a pity. */
function recovered({ recovered: files, text }: AttentionFacts): readonly AttentionItem[] {
  return files.map((file) =>
    file === 'settings'
      ? item({
          key: 'settings-recovered',
          kind: 'settings-recovered',
          severity: 'urgent',
          message: text('attention.settings-recovered'),
          target: { view: 'mapping', unitId: null },
        })
      : item({
          key: 'history-recovered',
          kind: 'history-recovered',
          severity: 'warning',
          message: text('attention.history-recovered'),
          target: { view: 'history', runId: null },
        }),
  );
}
