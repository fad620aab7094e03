/** The demo world: both clouds as loopback servers, the real clients, and the engine with everything it stores in memory. */
import type { Clock, Logger } from '../app/ports/system.ts';
import { runOnce } from '../app/run/engine.ts';
import { createAccess, createAccounts } from './accounts.ts';
import { memoryStores } from './demo-stores.ts';
import { runDependencies } from './run.ts';
import { startDemoClouds } from '../demo/clouds.ts';
import type { DemoClouds } from '../demo/clouds.ts';
import { demoPortfolio } from '../demo/portfolio/portfolio.ts';
import type { DemoPortfolio } from '../demo/portfolio/portfolio.ts';
import { startDeadline } from '../scheduling/deadline.ts';
import { createSystemClock } from '../scheduling/system-clock.ts';
import type { RunProgress, RunReport } from '../../shared/domain/run.ts';
import type { Settings } from '../../shared/domain/settings.ts';

export interface DemoWorld {
  readonly clouds: DemoClouds;
  readonly portfolio: DemoPortfolio;
  readonly settings: Settings;
  readonly clock: Clock;
  run(onProgress?: (progress: RunProgress) => void): Promise<RunReport>;
  close(): Promise<void>;
}
export interface DemoWorldOptions {
  readonly version: string;
  /** The machine's own when absent. */
  readonly clock?: Clock;
  readonly smoobuPort?: number;
  readonly theKeysPort?: number;
}

/** Rejects when a port is taken. */
export async function openDemoWorld(options: DemoWorldOptions): Promise<DemoWorld> {
  const { version, clock = createSystemClock(), smoobuPort = 0, theKeysPort = 0 } = options;
  const portfolio = demoPortfolio(clock.nowMs());
  const clouds = await startDemoClouds({ seed: portfolio.seed, clock, smoobuPort, theKeysPort });
  const log: Logger = { log: () => undefined };
  const stores = memoryStores(clouds, portfolio.mapping, clock);
  const access = createAccess(stores, { clock, log });
  const accounts = createAccounts(stores, { clock, log, version }, access, () => undefined);
  const settings = stores.settings.read();
  return {
    clouds,
    portfolio,
    settings,
    clock,
    async run(onProgress = () => undefined) {
      const ready = await runDependencies({ accounts, access, stores, clock, log, startDeadline }, 'manual');
      const answer = ready.ok
        ? await runOnce(ready.value, { mode: 'live', trigger: 'manual', settings, applyHeld: false, onProgress })
        : ready;
      if (!answer.ok) throw new Error('The demo has credentials and no other process to wait for, and yet its run was refused.');
      return answer.value;
    },
    async close() {
      await accounts.close();
      stores.history.close();
      await stores.close();
    },
  };
}
