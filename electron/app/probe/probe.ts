/** The whole probe: what an earlier one left is removed first, then The Keys, then Smoobu. */
import type { BookingId } from '../../../shared/domain/ids.ts';
import { NO_BOOKING_SEEN } from '../../../shared/probe/seen.ts';
import type { ProbeStep } from '../../../shared/probe/steps.ts';
import { verdictsOf } from '../../../shared/probe/verdicts.ts';
import type { Verdict } from '../../../shared/probe/verdicts.ts';
import type { ProbeLinks } from '../ports/probe.ts';
import type { RunLock } from '../ports/system.ts';
import { probeBookings } from './probe-bookings.ts';
import { probeDoor } from './probe-door.ts';
import type { DoorPorts, DoorTarget } from './probe-door.ts';
import { removeTraces } from './remove-traces.ts';
import type { Left, TracePorts } from './remove-traces.ts';
import type { Stop } from './test-codes.ts';

export interface ProbeRequest extends DoorTarget {
  /** Whose placeholder is written; null: none is. */
  readonly placeholdersOf: BookingId | null;
}
export interface ProbeEnd {
  readonly verdicts: readonly Verdict[];
  /** The first step of each side that did not end. */
  readonly stopped: readonly { readonly step: ProbeStep; readonly because: Stop }[];
  /** Of this probe and of earlier ones. */
  readonly left: readonly Left[];
  /** Codes and placeholders of earlier probes. */
  readonly removedBefore: number;
}

export async function runProbe(
  ports: Omit<DoorPorts, 'locks'> & Pick<ProbeLinks, 'locks' | 'bookings'> & { readonly runLock: RunLock },
  request: ProbeRequest,
): Promise<ProbeEnd | 'busy'> {
  const held = ports.runLock.tryAcquire();
  if (held === null) return 'busy';
  try {
    const before = await removeAllTraces(ports);
    // Nothing new while something of an earlier probe is known to be there, or cannot be looked for.
    if (before.left.some(({ mark, because }) => mark.kind === 'codes' && because !== 'maybe'))
      return { verdicts: [], stopped: [], left: before.left, removedBefore: before.removed };
    const door = await probeDoor(ports, request);
    const smoobu =
      ports.bookings === null || ports.signal.aborted
        ? null
        : await probeBookings({ ...ports, bookings: ports.bookings }, request.placeholdersOf);
    return {
      verdicts: verdictsOf({ doors: door.seen, bookings: smoobu?.seen ?? NO_BOOKING_SEEN }),
      stopped: [door.stopped, smoobu?.stopped ?? null].filter((one) => one !== null),
      left: [...before.left, ...[door.left, smoobu?.left ?? null].filter((one) => one !== null)],
      removedBefore: before.removed,
    };
  } finally {
    held.release();
  }
}

/** Of every probe that is remembered. */
export async function removeAllTraces(ports: TracePorts): Promise<{ readonly removed: number; readonly left: readonly Left[] }> {
  let removed = 0;
  const left: Left[] = [];
  for (const mark of ports.marks.read()) {
    const traces = await removeTraces(ports, mark);
    removed += traces.removed;
    if (traces.left !== null) left.push(traces.left);
  }
  return { removed, left };
}
