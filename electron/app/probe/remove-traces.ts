/** Removes what a probe left: codes by their tag, a placeholder by its key. What cannot be removed stays remembered. */
import type { Code } from '../../../shared/domain/code.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import { afterRemoval, afterSighting, isSettled, withMark, withoutMark } from '../../../shared/probe/marks.ts';
import type { CodeMark, PlaceholderMark, ProbeMark } from '../../../shared/probe/marks.ts';
import type { Wrote } from '../../../shared/probe/seen.ts';
import { isNamedByProbe, isProbeCode } from '../../../shared/probe/tag.ts';
import { readTag } from '../../../shared/reconcile/tag.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { BookingCloud, LockCloud } from '../ports/clouds.ts';
import type { ProbeAnswers, ProbeMarkStore } from '../ports/probe.ts';
import { storedIfPossible } from '../ports/storage.ts';
import type { Clock } from '../ports/system.ts';
import { wroteOf } from './wrote.ts';

export interface TracePorts {
  readonly locks: LockCloud | null;
  readonly bookings: Pick<BookingCloud, 'guests'> | null;
  readonly marks: ProbeMarkStore;
  readonly clock: Pick<Clock, 'nowMs' | 'sleep'>;
  /** Absent: nobody looks at the answers. */
  readonly answers?: ProbeAnswers;
}

/**
 * `unread`: it could not be looked for. `refused`: the cloud does not remove it. `listed`: it is still there after it was removed. `maybe`: one
 * may appear yet, since the answer to its making was lost. `changed`: somebody made it something else, so that it is not touched.
 */
type LeftBecause = 'unread' | 'refused' | 'listed' | 'maybe' | 'changed';
export interface Left {
  readonly mark: ProbeMark;
  readonly because: LeftBecause;
}
export interface Traces {
  readonly removed: number;
  readonly left: Left | null;
  readonly deletes: readonly Wrote[];
  readonly deletedIds: readonly CodeId[];
}

/** A list may show a deleted code for a moment. */
const WAITS_MS = [0, 2_000, 5_000, 10_000];
export const DELETE_PATH = /\/partage\/accessoire\/delete\/\d+$/;

export async function removeCodes(ports: Omit<TracePorts, 'bookings'>, before: CodeMark): Promise<Traces> {
  const { locks } = ports;
  let mark = before;
  const deletes: Wrote[] = [];
  const deletedIds: CodeId[] = [];
  const remember = (next: CodeMark): void => {
    if (next !== mark) keep(ports.marks, withMark(ports.marks.read(), next));
    mark = next;
  };
  const end = (because: LeftBecause | null): Traces => {
    if (because === null) keep(ports.marks, withoutMark(ports.marks.read(), mark));
    return { removed: deletedIds.length, left: because === null ? null : { mark, because }, deletes, deletedIds };
  };
  if (locks === null) return end('unread');
  const remove = async (id: CodeId): Promise<void> => {
    const deleted = await locks.deleteCode(id);
    deletes.push(wroteOf(deleted, ports.answers?.taken('the-keys', 'POST', DELETE_PATH).at(-1) ?? null));
    if (!deleted.ok) return;
    if (!deletedIds.includes(id)) deletedIds.push(id);
    remember(afterRemoval(mark, id));
  };
  for (const waitMs of WAITS_MS) {
    await ports.clock.sleep(waitMs);
    const listed = await lookAt(locks, mark);
    if (!listed.ok) {
      // The ids that The Keys itself named are enough.
      for (const id of mark.madeIds) await remove(id);
      return end('unread');
    }
    const { own, changed } = listed.value;
    remember(
      afterSighting(
        mark,
        own.filter((id) => !deletedIds.includes(id)),
      ),
    );
    if (isSettled(mark, own.length + changed.length, ports.clock.nowMs())) return end(null);
    for (const id of new Set([...mark.madeIds, ...own])) if (!changed.includes(id)) await remove(id);
  }
  const listed = await lookAt(locks, mark);
  if (!listed.ok) return end('unread');
  const { own, changed } = listed.value;
  if (isSettled(mark, own.length + changed.length, ports.clock.nowMs())) return end(null);
  if (changed.length > 0) return end('changed');
  if (own.length === 0 && mark.madeIds.length === 0) return end('maybe');
  return end(deletes.every(({ outcome }) => outcome === 'done') ? 'listed' : 'refused');
}

/** What the disk does not take stays remembered as it was, which only makes the next look more careful. */
function keep(marks: ProbeMarkStore, next: readonly ProbeMark[]): void {
  storedIfPossible(() => marks.write(next));
}

interface Looked {
  /** Of any probe on this lock: a code of an earlier one, of which nothing is remembered, is removed as well. */
  readonly own: readonly CodeId[];
  /** Somebody made it something else, or its note was lost. */
  readonly changed: readonly CodeId[];
}
async function lookAt(locks: LockCloud, { lockId, madeIds, open }: CodeMark): Promise<Result<Looked, CloudFailure>> {
  const listed = await locks.listCodes(lockId);
  if (!listed.ok) return listed;
  const own = listed.value.codes.filter((code) => isProbeCode(code, madeIds)).map(({ id }) => id);
  const others = listed.value.codes.filter(({ id }) => !own.includes(id));
  // One whose id no answer had, and whose note was not kept.
  const isNameless = (code: Code): boolean => open > 0 && isNamedByProbe(code) && readTag(code.description).kind === 'none';
  return ok({ own, changed: others.filter((code) => madeIds.includes(code.id) || isNameless(code)).map(({ id }) => id) });
}

export async function removePlaceholder(ports: Pick<TracePorts, 'bookings' | 'marks' | 'answers'>, mark: PlaceholderMark): Promise<Traces> {
  const guests = ports.bookings?.guests;
  const deletes: Wrote[] = [];
  const end = (because: LeftBecause | null): Traces => {
    if (because === null) keep(ports.marks, withoutMark(ports.marks.read(), mark));
    return {
      removed: deletes.filter(({ outcome }) => outcome === 'done').length,
      left: because === null ? null : { mark, because },
      deletes,
      deletedIds: [],
    };
  };
  if (guests === undefined) return end('unread');
  const find = async (): Promise<Result<readonly (number | null)[], CloudFailure>> => {
    const listed = await guests.listPlaceholders();
    if (!listed.ok) return err(listed.error);
    const own = listed.value.filter(
      ({ key, owner }) => key === mark.key && owner?.kind === 'booking' && owner.bookingId === mark.bookingId,
    );
    return ok(own.map(({ id }) => id));
  };
  const found = await find();
  if (!found.ok) return end('unread');
  for (const id of found.value) {
    if (id === null) continue;
    const deleted = await guests.deletePlaceholder(id);
    deletes.push(wroteOf(deleted, ports.answers?.taken('smoobu', 'DELETE', /\/custom-placeholders\/\d+$/).at(-1) ?? null));
  }
  const after = await find();
  if (!after.ok) return end('unread');
  return end(after.value.length === 0 ? null : 'refused');
}

export async function removeTraces(ports: TracePorts, mark: ProbeMark): Promise<Traces> {
  return mark.kind === 'codes' ? removeCodes(ports, mark) : removePlaceholder(ports, mark);
}
