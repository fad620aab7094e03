/** What runs learn of gateways, batteries and the way of codes to their locks, over the demo clouds. */
import { afterEach, describe, expect, it } from 'vitest';
import { startDeadline } from '../../electron/scheduling/deadline.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { judgeArrival } from '../../shared/readiness/judge.ts';
import { twoDoors } from './small-world.ts';
import type { Installation, World } from './world.ts';

let world: World | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});

async function start(switches: Parameters<World['clouds']['theKeys']['setSwitches']>[0] = {}, arrival = 3) {
  world = await twoDoors([{ name: 'Ada Example', arrival }], { theKeysSwitches: switches });
  const installation = world.install();
  const { theKeys } = world.clouds;
  const [first, second] = theKeys.locks();
  if (first === undefined || second === undefined) throw new Error('the small world has locks');
  return { world, installation, theKeys, first, second, gatewayId: first.id * 100 + 99 };
}

/** A sync each quarter of an hour, and how often gateways were asked in each. */
async function syncs({ world: { clock, clouds }, installation }: { world: World; installation: Installation }, count: number) {
  const asked: number[] = [];
  for (let run = 0; run < count; run += 1) {
    await clock.sleep(15 * MINUTE_MS);
    const before = gatewayCalls(clouds.theKeys);
    expect((await installation.run()).problems).toEqual([]);
    asked.push(gatewayCalls(clouds.theKeys) - before);
  }
  return asked;
}
const gatewayCalls = ({ requests }: Pick<World['clouds']['theKeys'], 'requests'>): number =>
  requests().filter(({ path }) => path.includes('/accessoire/get/')).length;
const remembered = (installation: Installation) => installation.history.memory().remembered;
const reaches = (installation: Installation) =>
  new Map([...remembered(installation)['code-reach'].values()].map(({ lockId, reachedAtMs }) => [Number(lockId), reachedAtMs]));
/** How far the arrivals of the next days say that their codes have come. */
const ways = (installation: Installation, nowMs: number) => {
  const { arrival, 'lock-health': health, 'code-reach': reach } = remembered(installation);
  const computer = { isPaused: false, isRejected: false, hasMissedTwoSyncs: false };
  const facts = { nowMs, intervalMs: 15 * MINUTE_MS, lastRead: null, health, reach, computer };
  return [...arrival.values()].map((one) => judgeArrival(one, facts).links.gateway.state);
};
const health = (installation: Installation, lockId: number) => remembered(installation)['lock-health'].get(String(lockId));

describe('the health of doors', () => {
  it('costs a quiet sync no request, where the account says when gateways were seen', async () => {
    const small = await start();
    await small.installation.run();
    const { theKeys, requests } = { theKeys: small.theKeys, requests: (await small.installation.run()).requests };
    // One for the account, and one for each list.
    expect(requests.theKeys).toBe(1 + theKeys.locks().length);
    expect(gatewayCalls(theKeys)).toBe(0);
    expect(health(small.installation, small.first.id)).toMatchObject({
      reach: 'gateway',
      batteryMillivolts: 7_000,
      isRefused: false,
      seenAtMs: expect.any(Number) as unknown,
    });
  });

  it('asks each gateway once an hour where the account does not say it', async () => {
    const small = await start({ gatewayInfo: 'alone' });
    await small.installation.run();
    expect(gatewayCalls(small.theKeys)).toBe(small.theKeys.locks().length);
    expect(await syncs(small, 8)).toEqual([0, 0, 0, 3, 0, 0, 0, 3]);
  });

  it('asks the gateways of the next arrival in every sync', async () => {
    // Eleven in the morning; the guest arrives at three in the afternoon.
    const small = await start({ gatewayInfo: 'alone' }, 0);
    await small.installation.run();
    expect(await syncs(small, 5)).toEqual([2, 2, 2, 3, 2]);
  });

  it('does not know when a gateway was seen whose time may be in another zone, and calls it silent later', async () => {
    const small = await start({ lastSeenForm: 'utc' });
    await small.installation.run();
    expect(health(small.installation, small.first.id)).toMatchObject({ reach: 'gateway', seenAtMs: null });
    small.theKeys.setSwitches({ lastSeenForm: 'offset' });
    await syncs(small, 1);
    expect(health(small.installation, small.first.id)?.seenAtMs).toBeGreaterThan(small.world.clock.nowMs() - 10 * MINUTE_MS);
  });

  it.each(['odd', 'null'] as const)('knows nothing where the time is %s, and syncs all the same', async (lastSeenForm) => {
    const small = await start({ lastSeenForm, syncHints: 'none' });
    expect((await small.installation.run()).run.outcome).toBe('ok');
    await syncs(small, 2);
    expect(health(small.installation, small.first.id)).toMatchObject({ reach: 'gateway', seenAtMs: null, logSequence: null });
    expect([...reaches(small.installation).values()]).toEqual([null, null]);
  });

  it('does not wait for a gateway that does not answer, and keeps what was known', async () => {
    const small = await start({ gatewayInfo: 'alone' });
    await small.installation.run();
    const before = health(small.installation, small.first.id);
    await small.world.clock.sleep(2 * HOUR_MS);
    small.theKeys.faults.onRequest(({ path }) => (path.includes('/accessoire/get/') ? { kind: 'hang' } : null));
    const soon: typeof startDeadline = (ms, parent) => startDeadline(ms === 20_000 ? 50 : 600_000, parent);
    const impatient = small.world.install({ history: small.installation.history, startDeadline: soon, requestTimeoutMs: 60_000 });
    expect((await impatient.run()).run.outcome).not.toBe('failed');
    expect(health(small.installation, small.first.id)).toEqual(before);
  });

  it('remembers which lock refuses the account', async () => {
    const small = await start();
    await small.installation.run();
    small.theKeys.setForeign(small.first.id, true);
    await small.installation.run();
    expect(health(small.installation, small.first.id)).toMatchObject({ isRefused: true, reach: 'unknown' });
    expect(health(small.installation, small.second.id)).toMatchObject({ isRefused: false, reach: 'gateway' });
    small.theKeys.setForeign(small.first.id, false);
    await small.installation.run();
    expect(health(small.installation, small.first.id)).toMatchObject({ isRefused: false });
  });
});

describe('the way of a code to its lock', () => {
  it('is open until the gateway is seen again, as the door says too', async () => {
    const small = await start({}, 0);
    small.theKeys.setSilent(small.gatewayId, true);
    await small.installation.run();
    await syncs(small, 3);
    const code = small.theKeys.codes(small.first.id).find(({ name }) => name === 'Ada Example');
    if (code === undefined) throw new Error('no code was made');
    const opensAtThree = (): boolean => {
      const threeMs = Math.max(small.world.clock.nowMs(), Date.parse('2026-11-23T14:30:00Z'));
      return small.theKeys.opens(small.first.id, code.accessory.stringId, code.code, threeMs);
    };
    expect([reaches(small.installation).get(small.first.id), opensAtThree()]).toEqual([null, false]);
    expect(ways(small.installation, small.world.clock.nowMs())).toEqual(['broken']);
    expect(reaches(small.installation).get(small.second.id)).toEqual(expect.any(Number));
    small.theKeys.setSilent(small.gatewayId, false);
    await syncs(small, 1);
    expect([reaches(small.installation).get(small.first.id), opensAtThree()]).toEqual([expect.any(Number), true]);
    expect(ways(small.installation, small.world.clock.nowMs())).toEqual(['good']);
  });

  it('stays good through a restart and a long silence of the gateway, so that no guest is the matter', async () => {
    const small = await start({}, 1);
    await small.installation.run();
    await syncs(small, 1);
    const before = reaches(small.installation);
    expect([...before.values()]).toEqual([expect.any(Number), expect.any(Number)]);
    for (const silentFor of [1, 30]) {
      small.theKeys.setSilent(small.gatewayId, true);
      await syncs(small, silentFor);
      expect(health(small.installation, small.first.id)?.readAtMs).toBeGreaterThan(small.world.clock.nowMs() - HOUR_MS - MINUTE_MS);
      expect(ways(small.installation, small.world.clock.nowMs())).toEqual(['good']);
      small.theKeys.setSilent(small.gatewayId, false);
      await syncs(small, 1);
      expect(reaches(small.installation)).toEqual(before);
    }
  });

  it('without a gateway is open until a phone came by', async () => {
    const small = await start();
    small.theKeys.setSwitches({ withoutGateway: String(small.first.id) });
    await small.installation.run();
    await syncs(small, 4);
    expect(health(small.installation, small.first.id)?.reach).toBe('phone');
    expect(reaches(small.installation).get(small.first.id)).toBeNull();
    small.theKeys.visitDoor(small.first.id);
    await syncs(small, 1);
    expect(reaches(small.installation).get(small.first.id)).toEqual(expect.any(Number));
  });

  it('begins again when the code is changed, and is forgotten with it', async () => {
    const small = await start();
    await small.installation.run();
    await syncs(small, 1);
    const [booking] = small.world.clouds.smoobu.bookings();
    if (booking === undefined) throw new Error('there is a booking');
    small.world.clouds.smoobu.changeBooking(booking.id, { checkIn: '13:00' });
    await small.installation.run();
    expect([...reaches(small.installation).values()]).toEqual([null, null]);
    await syncs(small, 1);
    expect([...reaches(small.installation).values()]).toEqual([expect.any(Number), expect.any(Number)]);
    for (const { id } of small.theKeys.codes()) small.theKeys.removeCode(id);
    small.world.clouds.smoobu.cancelBooking(booking.id);
    await small.installation.run();
    expect(reaches(small.installation).size).toBe(0);
  });
});
