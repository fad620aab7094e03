/**
 * Replaces a door everywhere, as one act: units and people get the new one, and syncs move the codes. The mapping says what was replaced, so
 * that whatever interrupts the rest, the next sync goes on with it.
 */
import { placeKey } from '../../../shared/domain/ids.ts';
import type { KeypadPlace } from '../../../shared/domain/ids.ts';
import type { MemoryValue } from '../../../shared/domain/memory.ts';
import type { LockSummary } from '../../../shared/domain/code.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import { withMapping } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Wishes } from '../../../shared/domain/wishes.ts';
import type { DoorQuestion } from '../../../shared/doors/door-question.ts';
import { claimantOf } from '../../../shared/doors/code-owner.ts';
import type { AccessFailure } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { LockCloud } from '../ports/clouds.ts';
import type { HistoryStore, SettingsStore, WishStore } from '../ports/storage.ts';
import type { Clock } from '../ports/system.ts';
import type { ActRunRefusal } from '../acts/stay-acts.ts';
import { findReplacement, withPresentDoors, withReplacedDoor } from './replacement.ts';
import type { Replacement, ReplaceRefusal, ReplaceRequest } from './replacement.ts';

export interface ReplacePorts {
  readonly settings: Pick<SettingsStore, 'read' | 'write'>;
  readonly wishes: WishStore;
  readonly history: Pick<HistoryStore, 'remember'>;
  readonly locks: LockCloud;
  readonly clock: Pick<Clock, 'nowMs'>;
  newRunId(): string;
  /** What a sync would do with these settings, which say where people's doors are now. Changes nothing. */
  preview(settings: Settings): Promise<Result<RunReport, ActRunRefusal>>;
  run(runId: string): Promise<Result<RunReport, ActRunRefusal>>;
}
export type ReplaceFailure =
  | { readonly kind: 'refused'; readonly because: ReplaceRefusal }
  | { readonly kind: 'not-run'; readonly refusal: ActRunRefusal }
  /** A cloud could not be read, as the report says. */
  | { readonly kind: 'unread'; readonly report: RunReport };

type ReplacedDoor = Extract<MemoryValue<'door-act'>, { act: 'replaced' }>;

export interface PreparedReplacement {
  readonly request: ReplaceRequest;
  readonly replacement: Replacement;
  readonly asks: readonly DoorQuestion[];
  /** What would happen. */
  readonly report: RunReport;
}

export async function prepareReplacement(
  ports: ReplacePorts,
  request: ReplaceRequest,
): Promise<Result<PreparedReplacement, ReplaceFailure>> {
  const { locks } = ports;
  const account = await locks.discover();
  if (!account.ok) return notRun(account.error);
  const [settings, wishes] = [ports.settings.read(), ports.wishes.read()];
  const found = findReplacement(request, settings, wishes.people, account.value);
  if (!found.ok) return err({ kind: 'refused', because: found.error });
  const replacement = found.value;
  const there = await locks.listCodes(replacement.to.lockId);
  if (!there.ok) return notRun(there.error);
  // A lock that broke may never be read again.
  const left = await locks.listCodes(replacement.from.lockId);
  const mapping = withReplacedDoor(settings.mapping, replacement);
  const looked = await ports.preview(withMapping(settings, mapping));
  if (!looked.ok) return err({ kind: 'not-run', refusal: looked.error });
  const report = looked.value;
  if (report.run.outcome === 'failed') return err({ kind: 'unread', report });
  const others = left.ok ? left.value.codes.filter((code) => isAt(code, replacement.from) && claimantOf(code) === null).length : null;
  return ok({ request, replacement, asks: questions(replacement, others, report, settings, wishes, account.value), report });
}

/** `door-shared`: another unit has the new door as well. */
interface UndoRefusal {
  readonly kind: 'act-changed' | 'door-shared';
}
export function isUndoRefusal(reason: ReplaceFailure | UndoRefusal): reason is UndoRefusal {
  return reason.kind === 'act-changed' || reason.kind === 'door-shared';
}

/** Back to the former door: as a replacement of its own, for the units that the act was about, and no others since. */
export async function prepareReturn(
  ports: ReplacePorts,
  { from, to, units }: ReplacedDoor,
): Promise<Result<PreparedReplacement, ReplaceFailure | UndoRefusal>> {
  const prepared = await prepareReplacement(ports, { lockId: to.lockId, by: from.lockId, keypadId: from.keypadId });
  if (!prepared.ok) return prepared;
  const present = prepared.value.replacement;
  if (placeKey(present.from) !== placeKey(to) || !units.every((id) => present.units.includes(id))) return err({ kind: 'act-changed' });
  return present.units.length === units.length ? prepared : err({ kind: 'door-shared' });
}

/** Noted first, then the mapping, then people's doors, then a sync. */
export async function replaceDoor(
  ports: ReplacePorts,
  { request, replacement }: PreparedReplacement,
): Promise<Result<RunReport, ReplaceFailure>> {
  const { settings, wishes, history, clock } = ports;
  const current = settings.read();
  // The user may have changed the mapping while the question was open.
  const found = findReplacement(request, current, wishes.read().people, [replacement.lock]);
  if (!found.ok) return err({ kind: 'refused', because: found.error });
  const { from, to, units, people } = found.value;
  const runId = ports.newRunId();
  history.remember([
    { kind: 'door-act', key: runId, value: { act: 'replaced', atMs: clock.nowMs(), from, to, units: [...units], people: [...people] } },
  ]);
  const mapping = withReplacedDoor(current.mapping, found.value);
  settings.write(withMapping(current, mapping));
  wishes.change((stored) => withPresentDoors(stored, mapping));
  const ran = await ports.run(runId);
  return ran.ok ? ran : err({ kind: 'not-run', refusal: ran.error });
}

function questions(
  { from, to, units, people, doors, lock }: Replacement,
  others: number | null,
  { operations }: RunReport,
  { mapping }: Settings,
  wishes: Wishes,
  account: readonly LockSummary[],
): readonly DoorQuestion[] {
  const known = account.find(({ id }) => id === from.lockId)?.name ?? mapping.locks.find((one) => one.lockId === from.lockId)?.name ?? '';
  const codes = operations.filter((operation) => isAt(operation, to) && operation.kind !== 'delete').length;
  const waiting = operations.filter((operation) => isAt(operation, from) && operation.status === 'held').length;
  const prefixes = [...new Set(doors.flatMap(({ prefix }) => (prefix === '' ? [] : [prefix])))];
  const digits = [...new Set(doors.flatMap((door) => door.digits ?? []))];
  return [
    {
      kind: 'replace',
      door: named(known.trim(), from.lockId),
      by: named(lock.name.trim(), to.lockId),
      units: mapping.units.filter(({ unitId }) => units.includes(unitId)).map(({ unitId, name }) => named(name.trim(), unitId)),
      people: wishes.people.filter(({ id }) => people.includes(id)).map(({ name }) => name),
      codes,
    },
    ...(waiting > 0 ? [{ kind: 'replace-waits', count: waiting } as const] : []),
    ...(others === null ? [{ kind: 'old-unread' } as const] : others > 0 ? [{ kind: 'others-stay', count: others } as const] : []),
    ...prefixes.map((prefix) => ({ kind: 'prefix-kept', prefix }) as const),
    ...digits.map((text) => ({ kind: 'digits-kept', digits: text }) as const),
  ];
}

function named(name: string, id: number): string {
  return name === '' ? String(id) : name;
}

function isAt(one: KeypadPlace, place: KeypadPlace): boolean {
  return placeKey(one) === placeKey(place);
}

function notRun(refusal: AccessFailure): Result<never, ReplaceFailure> {
  return err({ kind: 'not-run', refusal });
}
