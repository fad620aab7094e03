/** First and quiet run of a large portfolio through the real clients, against what the waiting alone must cost. */
import { performance } from 'node:perf_hooks';
import { randomUUID } from 'node:crypto';
import { runOnce } from '../../electron/app/run/engine.ts';
import type { Logger, RunLock } from '../../electron/app/ports/system.ts';
import { connectSmoobu, connectTheKeys } from '../../electron/compose/clouds.ts';
import { largePortfolio } from '../../electron/demo/portfolio/large-portfolio.ts';
import { startDeadline } from '../../electron/scheduling/deadline.ts';
import { createSystemClock } from '../../electron/scheduling/system-clock.ts';
import { openHistoryStore } from '../../electron/storage/history/history-store.ts';
import { createPinSource } from '../../electron/storage/keychain/pin-source.ts';
import { defaultSettings } from '../../shared/domain/settings.ts';
import type { RunReport } from '../../shared/domain/run.ts';
import { Secret } from '../../shared/secret.ts';
import { startRemoteClouds } from './clouds.ts';
import type { CloudsAnswer } from './clouds.ts';
import type { Measurement, Part } from './measure.ts';

const LATENCY_MS = 50;
const BOOKINGS = 500;
const LOCKS = 50;
/** What the transport reaches where nothing slows it down; the clouds count what really was in flight. */
const IN_FLIGHT = 8;

export const runs: Part = {
  name: 'runs',
  about: `first and quiet run of ${String(BOOKINGS)} bookings on ${String(LOCKS)} locks at ${String(LATENCY_MS)} ms a request`,
  async measure() {
    const clock = createSystemClock();
    const portfolio = { units: LOCKS, locks: LOCKS, bookings: BOOKINGS, seed: 1, nowMs: clock.nowMs() };
    const clouds = await startRemoteClouds(portfolio, LATENCY_MS);
    const world = { clock, log: SILENT, version: 'bench' };
    const { smoobu, theKeys } = clouds;
    const bookings = connectSmoobu(
      { credentials: { apiKey: new Secret(smoobu.apiKey), apiSecret: new Secret(smoobu.apiSecret) }, origin: smoobu.url },
      world,
    );
    const locks = connectTheKeys(
      { credentials: { username: theKeys.username, password: new Secret(theKeys.password) }, origin: theKeys.url },
      world,
    );
    const history = openHistoryStore({ file: ':memory:', clock, log: SILENT });
    const settings = { ...defaultSettings(), mapping: largePortfolio(portfolio).mapping };
    const dependencies = { bookings, locks, history, clock, startDeadline, runLock: ALONE, log: SILENT, newRunId: () => randomUUID() };
    const run = async (): Promise<RunReport> => {
      const answer = await runOnce(
        { ...dependencies, pins: createPinSource(new Uint8Array(32).fill(7)) },
        { mode: 'live', trigger: 'schedule', settings, applyHeld: false },
      );
      if (!answer.ok) throw new Error(answer.error);
      return answer.value;
    };
    try {
      const first = await timed('first run', run, () => clouds.traffic());
      expectCount('codes created by the first run', first.report.counts.created, BOOKINGS);
      const quiet = await timed('quiet run', run, () => clouds.traffic());
      expectCount('operations of the quiet run', quiet.report.operations.length, 0);
      return [...first.measurements, ...quiet.measurements];
    } finally {
      await Promise.all([bookings.close(), locks.close()]);
      history.close();
      await clouds.close();
    }
  },
};

/**
 * The busier cloud decides: each has its own requests in flight. All that the run sends count, the gateways and the lists of uses too. Signing in
 * stands before all others.
 */
async function timed(name: string, run: () => Promise<RunReport>, trafficOf: () => Promise<CloudsAnswer['traffic']>) {
  const startedMs = performance.now();
  const cpuBefore = process.cpuUsage();
  const report = await run();
  const wallMs = performance.now() - startedMs;
  const cpu = process.cpuUsage(cpuBefore);
  const traffic = await trafficOf();
  const busier = Math.max(traffic.smoobu.requests, traffic.theKeys.requests);
  const mostInFlight = Math.max(traffic.smoobu.mostInFlight, traffic.theKeys.mostInFlight);
  if (mostInFlight > IN_FLIGHT) throw new Error(`${String(mostInFlight)} requests were in flight: the limit is reckoned wrongly.`);
  const limitMs = (busier / IN_FLIGHT) * LATENCY_MS;
  const measurements: Measurement[] = [
    {
      what: `${name}, wall time`,
      value: wallMs,
      unit: 'ms',
      against: {
        name: `${String(busier)} requests with gateways and uses / ${String(IN_FLIGHT)} in flight x ${String(LATENCY_MS)} ms`,
        value: limitMs,
      },
    },
    {
      what: `${name}, own processor time`,
      value: (cpu.user + cpu.system) / 1000,
      unit: 'ms',
      against: { name: 'its wall time', value: wallMs },
    },
  ];
  return { report, measurements };
}

/** A bench that measures something else than it says is worse than none. */
function expectCount(what: string, actual: number, expected: number): void {
  if (actual !== expected) throw new Error(`${what}: ${String(actual)} instead of ${String(expected)}`);
}

const SILENT: Logger = { log: () => undefined };
const ALONE: RunLock = { tryAcquire: () => ({ release: () => undefined }) };
