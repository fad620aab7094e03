/** The gateways in a lock's list of accessories, and when they were last seen (cloud-facts K29). Pure; whatever cannot be read is unknown. */
import type { GatewaySummary } from '../../../shared/domain/code.ts';
import { newest } from '../../../shared/readiness/lock-health.ts';
import { mapPastInstant } from './values.ts';
import { GATEWAY_TYPE, wireAccessory, wireAccessoryLink, wireGatewayInfo } from './wire.ts';

/** null: there is none. undefined: an accessory's kind cannot be read, so that it may be a gateway. */
export function mapGateways(accessories: unknown, nowMs: number): GatewaySummary | null | undefined {
  if (!Array.isArray(accessories)) return undefined;
  const links = (accessories as readonly unknown[]).map((item) => wireAccessoryLink.safeParse(item).data);
  const gateways = links.filter((link) => link?.accessoire.type === GATEWAY_TYPE);
  if (links.includes(undefined)) return undefined;
  if (gateways.length === 0) return null;
  return {
    seenAtMs: newest(gateways.map((link) => lastSeen(link?.info, nowMs))),
    ids: gateways.flatMap((link) => link?.accessoire.id ?? []),
  };
}

/** When the accessory in the data of `accessoire/get/{id}` was last seen; null when unknown. */
export function mapLastSeen(data: unknown, nowMs: number): number | null {
  return lastSeen(wireAccessory.safeParse(data).data?.info, nowMs);
}

function lastSeen(info: unknown, nowMs: number): number | null {
  return mapPastInstant(wireGatewayInfo.safeParse(info).data?.last_seen, nowMs);
}
