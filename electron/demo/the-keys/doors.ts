/** Gateways and locks behind the cloud: when gateways were silent, when phones came by, and so when a lock learned of a change. */
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { GATEWAY } from '../seed.ts';
import type { DemoLock } from '../seed.ts';
import type { TheKeysSwitches } from './switches.ts';

interface Silence {
  readonly fromMs: number;
  /** null: it lasts. */
  readonly toMs: number | null;
}
/** One entry of a lock's log. */
export interface DoorUse {
  readonly id: number;
  readonly lockId: number;
  /** The share whose code was typed. */
  readonly shareId: number;
  readonly atMs: number;
}
export type DemoDoors = ReturnType<typeof createDoors>;
type Behaviour = Pick<TheKeysSwitches, 'gatewayOffline' | 'silentGateways' | 'withoutGateway' | 'syncDelayMs'>;

/** As of `gatewayOffline`. */
const OFFLINE_FOR_MS = 26 * HOUR_MS;
const FIRST_SEQUENCE = 12;

export function createDoors(nowMs: () => number) {
  const silences = new Map<number, Silence[]>();
  const visits = new Map<number, number[]>();
  const uses: DoorUse[] = [];
  const firstMeasuredMs = nowMs() - 40 * DAY_MS;

  const gatewaysOf = ({ id, accessories }: DemoLock, { withoutGateway }: Behaviour): readonly number[] =>
    idsIn(withoutGateway).has(id) ? [] : accessories.filter(({ type }) => type === GATEWAY).map((accessory) => accessory.id);

  /** The first moment from then on at which a gateway is there; null: never, as far as is known. */
  const nextThere = (gatewayId: number, fromMs: number): number | null => {
    const silence = silences.get(gatewayId)?.find((one) => one.fromMs <= fromMs && (one.toMs === null || one.toMs > fromMs));
    return silence === undefined ? fromMs : silence.toMs === null ? null : nextThere(gatewayId, silence.toMs);
  };
  const setSilent = (gatewayId: number, isSilent: boolean, atMs = nowMs()): void => {
    const known = silences.get(gatewayId) ?? [];
    const last = known.at(-1);
    const lasts = last?.toMs === null;
    if (lasts === isSilent) return;
    silences.set(gatewayId, lasts ? [...known.slice(0, -1), { ...last, toMs: atMs }] : [...known, { fromMs: atMs, toMs: null }]);
  };

  return {
    gatewaysOf,
    /** A gateway falls silent, or is back. */
    setSilent,
    /** A phone opens or closes the door, and brings the lock what is new. */
    visit(lockId: number, atMs = nowMs()): void {
      visits.set(lockId, [...(visits.get(lockId) ?? []), atMs]);
    },
    used(lockId: number, shareId: number, atMs: number): void {
      uses.push({ id: uses.length + 1, lockId, shareId, atMs });
    },
    usesOf: (lockId: number): readonly DoorUse[] => uses.filter((use) => use.lockId === lockId),
    seenAtMs(gatewayId: number, { gatewayOffline }: Behaviour): number {
      if (gatewayOffline) return nowMs() - OFFLINE_FOR_MS;
      const last = silences.get(gatewayId)?.at(-1);
      return last?.toMs === null ? last.fromMs : nowMs() - MINUTE_MS;
    },
    /** When a lock learns what was changed at that moment; null: not yet. */
    learnsAtMs(lock: DemoLock, changedAtMs: number, behaviour: Behaviour): number | null {
      const fromMs = changedAtMs + behaviour.syncDelayMs;
      const there = behaviour.gatewayOffline ? [] : gatewaysOf(lock, behaviour).map((id) => nextThere(id, fromMs));
      const all = [...there, ...(visits.get(lock.id) ?? []).filter((atMs) => atMs >= changedAtMs)].filter((atMs) => atMs !== null);
      return all.length === 0 ? null : Math.min(...all);
    },
    /** When the lock last told the cloud about its battery: each day through a gateway, and whenever a phone comes. */
    measuredAtMs(lock: DemoLock, behaviour: Behaviour): number {
      const daily = gatewaysOf(lock, behaviour).map((id) => this.seenAtMs(id, behaviour));
      const days = daily.map((atMs) => atMs - (atMs % DAY_MS));
      return Math.max(firstMeasuredMs, ...days, ...(visits.get(lock.id) ?? []));
    },
    logSequence: (lockId: number, learned: number): number =>
      FIRST_SEQUENCE + learned + uses.filter((use) => use.lockId === lockId).length + (visits.get(lockId)?.length ?? 0),
  };
}

const NONE: ReadonlySet<number> = new Set();

/** Numbers in a text, separated by commas. */
export function idsIn(text: string): ReadonlySet<number> {
  if (text === '') return NONE;
  return new Set(
    text
      .split(',')
      .filter((part) => part.trim() !== '')
      .map(Number),
  );
}

/** "3705=6300,3708=4065": what the batteries of these locks say instead. */
export function batteryOf({ id, batteryMillivolts }: DemoLock, { batteries }: Pick<TheKeysSwitches, 'batteries'>): number {
  const [, said] = batteries
    .split(',')
    .map((part) => part.split('=').map(Number))
    .find(([lockId]) => lockId === id) ?? [null, batteryMillivolts];
  return said ?? batteryMillivolts;
}
