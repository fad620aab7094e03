/** Starts both demo clouds on this computer: what "try it without accounts" and the demo command use. */
import type { DemoSeed } from './seed.ts';
import type { CloudOptions } from './http/loopback.ts';
import { startSmoobuCloud } from './smoobu/cloud.ts';
import type { SmoobuSwitches } from './smoobu/switches.ts';
import { startTheKeysCloud } from './the-keys/cloud.ts';
import type { TheKeysSwitches } from './the-keys/switches.ts';

export interface DemoCloudsOptions extends Pick<CloudOptions<DemoSeed, never>, 'seed' | 'clock' | 'latencyMs'> {
  /** Any free port by default. */
  readonly smoobuPort?: number;
  readonly theKeysPort?: number;
  readonly smoobuSwitches?: Partial<SmoobuSwitches>;
  readonly theKeysSwitches?: Partial<TheKeysSwitches>;
}

export type DemoClouds = Awaited<ReturnType<typeof startDemoClouds>>;

/** Listens on 127.0.0.1 only. Rejects when a port is taken; nothing is left running then. */
export async function startDemoClouds({ seed, clock, latencyMs, ...options }: DemoCloudsOptions) {
  const smoobu = await startSmoobuCloud({
    seed: seed.smoobu,
    clock,
    latencyMs,
    port: options.smoobuPort,
    switches: options.smoobuSwitches,
  });
  try {
    const theKeys = await startTheKeysCloud({
      seed: seed.theKeys,
      clock,
      latencyMs,
      port: options.theKeysPort,
      switches: options.theKeysSwitches,
    });
    return {
      smoobu,
      theKeys,
      async close() {
        await Promise.all([smoobu.close(), theKeys.close()]);
      },
    };
  } catch (error) {
    await smoobu.close();
    throw error;
  }
}
