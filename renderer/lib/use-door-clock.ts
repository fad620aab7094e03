/** What is known of each door, and what time it is there. */
import { useCallback, useMemo } from 'preact/hooks';
import { placeKey } from '../../shared/domain/ids.ts';
import type { KeypadPlace } from '../../shared/domain/ids.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { LocalDateTime } from '../../shared/time.ts';
import { useApp } from './app.ts';
import { memoize } from './memoize.ts';
import { momentIn } from './moment-in.ts';
import { useLoad } from './use-call.ts';

export type KnownDoor = CallOutput<'doors.list'>['doors'][number];

export interface DoorClock {
  /** undefined while it is not known. */
  readonly factsOf: (place: KeypadPlace) => KnownDoor | undefined;
  readonly nowAt: (place: KeypadPlace) => LocalDateTime;
}
export function useDoorClock(): DoorClock {
  const { snapshot, nowMs } = useApp();
  const { state } = useLoad('doors.list', null, snapshot.lastRun?.run.id);
  const doors = state.kind === 'loaded' ? state.value.doors : null;
  const facts = useMemo(() => new Map((doors ?? []).map((door) => [placeKey(door), door])), [doors]);
  const factsOf = useCallback((place: KeypadPlace) => facts.get(placeKey(place)), [facts]);
  const nowAt = useMemo(() => {
    const nowIn = memoize(
      (zone: string | null) => momentIn(zone ?? undefined, nowMs),
      (zone) => zone ?? '',
    );
    return (place: KeypadPlace) => nowIn(factsOf(place)?.zone ?? null);
  }, [factsOf, nowMs]);
  return { factsOf, nowAt };
}
