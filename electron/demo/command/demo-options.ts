/** What both forms of the demo command are given, and how it reaches the clouds. */
import type { Style } from '../../cli/render/style.ts';
import type { Clock } from '../../app/ports/system.ts';
import type { DemoWorld } from '../../compose/demo-world.ts';
import type { FaultChange } from '../parse-fault.ts';
import type { SwitchChange } from '../parse-switch.ts';

export interface DemoCommandOptions {
  readonly style: Style;
  readonly print: (text: string) => void;
  readonly version: string;
  readonly faults: readonly FaultChange[];
  readonly switches?: readonly SwitchChange[];
  readonly latencyMs: number;
  /** The machine's own when absent. */
  readonly clock?: Clock;
}

export function prepareClouds({ clouds }: DemoWorld, { faults, switches = [], latencyMs }: DemoCommandOptions): void {
  clouds.smoobu.setLatency(latencyMs);
  clouds.theKeys.setLatency(latencyMs);
  for (const fault of faults) applyFault(clouds, fault);
  for (const change of switches) applySwitch(clouds, change);
}

export function applyFault(clouds: DemoWorld['clouds'], { cloud, faults }: FaultChange): void {
  (cloud === 'smoobu' ? clouds.smoobu : clouds.theKeys).faults.set(faults);
}

export function applySwitch(clouds: DemoWorld['clouds'], { cloud, name, value }: SwitchChange): void {
  (cloud === 'smoobu' ? clouds.smoobu : clouds.theKeys).setSwitches({ [name]: value });
}
