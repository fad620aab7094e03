/** Starts both demo clouds on this machine: what "try it without accounts" and the demo command stand on. */
import type { Clock } from '../app/ports/system.ts';
import type { DemoSeed } from './seed.ts';
import { startSmoobuCloud } from './smoobu/cloud.ts';
import type { SmoobuCloudHandle } from './smoobu/cloud.ts';
import type { SmoobuSwitches } from './smoobu/switches.ts';
import { startTheKeysCloud } from './the-keys/cloud.ts';
import type { TheKeysCloudHandle } from './the-keys/cloud.ts';
import type { TheKeysSwitches } from './the-keys/switches.ts';

export interface DemoCloudsOptions {
  readonly seed: DemoSeed;
  readonly clock: Pick<Clock, 'nowMs'>;
  /** 0 or absent is any free port. */
  readonly smoobuPort?: number;
  readonly theKeysPort?: number;
  /** How long each answer takes, in real time; 0 when absent. */
  readonly latencyMs?: number;
  readonly smoobuSwitches?: Partial<SmoobuSwitches>;
  readonly theKeysSwitches?: Partial<TheKeysSwitches>;
}
export interface DemoClouds {
  readonly smoobu: SmoobuCloudHandle;
  readonly theKeys: TheKeysCloudHandle;
  /** Breaks open connections and frees the ports. */
  close(): Promise<void>;
}

/** Listens on 127.0.0.1 only. Rejects when a port is taken; nothing is left running then. */
export async function startDemoClouds(options: DemoCloudsOptions): Promise<DemoClouds> {
  const { seed, clock, latencyMs = 0 } = options;
  const smoobu = await startSmoobuCloud({
    seed: seed.smoobu,
    clock,
    port: options.smoobuPort ?? 0,
    latencyMs,
    switches: options.smoobuSwitches ?? {},
  });
  try {
    const theKeys = await startTheKeysCloud({
      seed: seed.theKeys,
      clock,
      port: options.theKeysPort ?? 0,
      latencyMs,
      switches: options.theKeysSwitches ?? {},
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
