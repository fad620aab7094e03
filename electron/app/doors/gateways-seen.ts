/** Asks gateways alone when they were last seen, where the account does not say that they are there. */
import type { LockSummary } from '../../../shared/domain/code.ts';
import { isAlive, newest } from '../../../shared/readiness/lock-health.ts';
import type { CallOptions, LockCloud } from '../ports/clouds.ts';

/** Their gateways have to be asked: the account does not say when they were seen, or it was a while ago. */
export function needsGateways({ gateway }: LockSummary, nowMs: number): boolean {
  return gateway !== undefined && gateway !== null && gateway.ids.length > 0 && isAlive(gateway.seenAtMs, nowMs) !== true;
}

/** One request for each gateway, however many locks it serves. One that cannot be read leaves it unknown when its locks were in reach. */
export async function withGatewaysSeen(
  cloud: Pick<LockCloud, 'readGateway'>,
  locks: readonly LockSummary[],
  { nowMs, ...options }: CallOptions & { readonly nowMs: number },
): Promise<readonly LockSummary[]> {
  const ids = new Set(locks.flatMap((lock) => (needsGateways(lock, nowMs) ? (lock.gateway?.ids ?? []) : [])));
  const answers = new Map(await Promise.all([...ids].map(async (id) => [id, await cloud.readGateway(id, options)] as const)));
  return locks.map((lock) => {
    const { gateway } = lock;
    if (!needsGateways(lock, nowMs) || gateway === undefined || gateway === null) return lock;
    const own = gateway.ids.map((id) => answers.get(id));
    const seenAtMs = newest([gateway.seenAtMs, ...own.map((answer) => (answer?.ok === true ? answer.value : null))]);
    const isKnown = own.every((answer) => answer?.ok === true) || isAlive(seenAtMs, nowMs) === true;
    return { ...lock, gateway: { ...gateway, seenAtMs: isKnown ? seenAtMs : null } };
  });
}
