/** The gateways in a lock's list of accessories, and when each was last seen (cloud-facts K29). Pure; whatever cannot be read is unknown. */
import type { GatewaySummary } from '../../../shared/domain/code.ts';
import type { LockId } from '../../../shared/domain/ids.ts';
import { mapInstant } from './values.ts';
import { GATEWAY_TYPE, wireAccessory, wireAccessoryLink, wireAccount, wireGatewayInfo, wireLock } from './wire.ts';

export interface ListedGateway extends GatewaySummary {
  /** `accessoire.id`, by which it can be read alone; null when there is none. */
  readonly accessoryId: number | null;
}

/** null when an accessory's kind cannot be read: it may be a gateway. */
export function listedGateways(accessories: unknown): readonly ListedGateway[] | null {
  if (!Array.isArray(accessories)) return null;
  const gateways: ListedGateway[] = [];
  for (const item of accessories as readonly unknown[]) {
    const link = wireAccessoryLink.safeParse(item);
    if (!link.success) return null;
    const { accessoire, info } = link.data;
    if (accessoire.type === GATEWAY_TYPE) gateways.push({ accessoryId: accessoire.id ?? null, seenAtMs: lastSeen(info) });
  }
  return gateways;
}

/** The gateways of one lock in the data of `utilisateur/get/{username}`, by the ids to read each alone: the account may not say when they were seen. */
export function gatewaysToAsk(data: unknown, lockId: LockId): readonly number[] {
  const account = wireAccount.safeParse(data);
  const locks = account.success ? account.data.serrures.flatMap((item) => wireLock.safeParse(item).data ?? []) : [];
  const gateways = listedGateways(locks.find(({ id }) => id === lockId)?.accessoires) ?? [];
  return gateways.flatMap(({ accessoryId, seenAtMs }) => (accessoryId === null || seenAtMs !== null ? [] : [accessoryId]));
}

/** When the accessory in the data of `accessoire/get/{id}` was last seen; null when unknown. */
export function mapLastSeen(data: unknown): number | null {
  const accessory = wireAccessory.safeParse(data);
  return accessory.success ? lastSeen(accessory.data.info) : null;
}

/** A code reaches the lock through any of its gateways, so the one that was seen last counts. */
export function newestOf(gateways: readonly GatewaySummary[]): GatewaySummary | null {
  if (gateways.length === 0) return null;
  const seen = gateways.flatMap(({ seenAtMs }) => seenAtMs ?? []);
  return { seenAtMs: seen.length === 0 ? null : Math.max(...seen) };
}

function lastSeen(info: unknown): number | null {
  const parsed = wireGatewayInfo.safeParse(info);
  return parsed.success ? mapInstant(parsed.data.last_seen) : null;
}
