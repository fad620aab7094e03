/** The demo world: both clouds as loopback servers, the real clients, and the engine with everything it stores in memory. */
import type { Clock, Logger, PinVault } from '../app/ports/system.ts';
import { runOnce } from '../app/run/engine.ts';
import type { EngineDependencies } from '../app/run/run-request.ts';
import { createAccess, createAccounts } from './accounts.ts';
import { memoryStores } from './demo-stores.ts';
import { runDependencies } from './run.ts';
import type { Stores } from './stores.ts';
import { startDemoClouds } from '../demo/clouds.ts';
import type { DemoClouds } from '../demo/clouds.ts';
import { demoPortfolio } from '../demo/portfolio/portfolio.ts';
import type { DemoPortfolio } from '../demo/portfolio/portfolio.ts';
import { startDeadline } from '../scheduling/deadline.ts';
import { createSystemClock } from '../scheduling/system-clock.ts';
import type { RunProgress, RunReport } from '../../shared/domain/run.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { AccessFailure } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';

export interface DemoWorld {
  readonly clouds: DemoClouds;
  readonly portfolio: DemoPortfolio;
  /** As they are at the start. */
  readonly settings: Settings;
  readonly clock: Clock;
  readonly stores: Pick<Stores, 'settings' | 'wishes' | 'history'>;
  readonly vault: PinVault;
  ready(): Promise<EngineDependencies>;
  run(onProgress?: (progress: RunProgress) => void): Promise<RunReport>;
  close(): Promise<void>;
}
export interface DemoWorldOptions {
  readonly version: string;
  /** The machine's own when absent. */
  readonly clock?: Clock;
  /** How the demo's time runs, from that clock. */
  readonly time?: (clock: Clock) => Clock;
  readonly smoobuPort?: number;
  readonly theKeysPort?: number;
}

/** Rejects when a port is taken. */
export async function openDemoWorld(options: DemoWorldOptions): Promise<DemoWorld> {
  const { version, time = (real) => real, smoobuPort = 0, theKeysPort = 0 } = options;
  const clock = time(options.clock ?? createSystemClock());
  const portfolio = demoPortfolio(clock.nowMs());
  const clouds = await startDemoClouds({ seed: portfolio.seed, clock, smoobuPort, theKeysPort });
  const log: Logger = { log: () => undefined };
  const stores = memoryStores(clouds, portfolio.mapping, clock);
  const access = createAccess(stores, { clock, log });
  const accounts = createAccounts(stores, { clock, log, version }, access, () => undefined);
  const settings = stores.settings.read();
  const vault = given(await accounts.pinVault());
  const ready = async (): Promise<EngineDependencies> =>
    given(await runDependencies({ accounts, access, stores, clock, log, startDeadline }, 'manual'));
  return {
    clouds,
    portfolio,
    settings,
    clock,
    stores,
    vault,
    ready,
    async run(onProgress = () => undefined) {
      const present = stores.settings.read();
      return given(await runOnce(await ready(), { mode: 'live', trigger: 'manual', settings: present, applyHeld: false, onProgress }));
    },
    async close() {
      await accounts.close();
      stores.history.close();
      await stores.close();
    },
  };
}

function given<T>(answer: Result<T, AccessFailure | 'busy'>): T {
  if (!answer.ok) throw new Error('The demo has credentials and no other process to wait for, and yet it was refused.');
  return answer.value;
}
