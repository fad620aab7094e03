/** The probe over demo clouds, with what it remembers in memory. */
import { createAccess } from '../../electron/compose/accounts.ts';
import type { CloudWorld } from '../../electron/compose/clouds.ts';
import { memoryStores } from '../../electron/compose/demo-stores.ts';
import { createProbeBackend } from '../../electron/compose/probe.ts';
import { removeAllTraces, runProbe } from '../../electron/app/probe/probe.ts';
import type { ProbeEnd, ProbeRequest } from '../../electron/app/probe/probe.ts';
import type { ProbeLinks, ProbeMarkStore } from '../../electron/app/ports/probe.ts';
import { NO_RUN_LOCK } from '../../electron/app/ports/system.ts';
import type { DemoClouds } from '../../electron/demo/clouds.ts';
import type { ProbeMark } from '../../shared/probe/marks.ts';
import type { ProbeStep } from '../../shared/probe/steps.ts';
import { KEYPAD_ID, LOCK } from './demo-requests.ts';
import { place } from './ids.ts';
import { mappingSchema } from '../../shared/domain/mapping.ts';
import type { VirtualClock } from './virtual-clock.ts';

export interface ProbeWorld {
  readonly links: ProbeLinks;
  readonly marks: ProbeMarkStore;
  readonly steps: readonly ProbeStep[];
  /** As the next `doctor` does. */
  clean(): ReturnType<typeof removeAllTraces>;
  run(request?: Partial<ProbeRequest>, signal?: AbortSignal, onStep?: (step: ProbeStep) => void): Promise<ProbeEnd>;
}

export function memoryMarks(): ProbeMarkStore {
  let kept: readonly ProbeMark[] = [];
  return { isDamaged: false, read: () => kept, write: (marks) => (kept = structuredClone(marks)) };
}

/** A process of its own: `marks` is what earlier ones remembered. */
export async function openProbe(
  clouds: DemoClouds,
  clock: VirtualClock,
  marks = memoryMarks(),
  through: NonNullable<CloudWorld['through']> = (_cloud, transport) => transport,
): Promise<ProbeWorld> {
  const stores = memoryStores(clouds, mappingSchema.parse({}), clock);
  const log = { log: () => undefined };
  const access = createAccess(stores, { clock, log });
  const world = { clock, log, version: '1.0.0', through };
  const opened = await createProbeBackend({ stores, world, access, onSecret: () => undefined, homeFolder: '/nowhere' }).open();
  if (!opened.ok) throw new Error('The demo has credentials.');
  const links = opened.value;
  const steps: ProbeStep[] = [];
  return {
    links,
    marks,
    steps,
    clean: () => removeAllTraces({ ...links, clock, marks }),
    async run(request = {}, signal = new AbortController().signal, onStep = () => {}) {
      const announce = (step: ProbeStep): void => {
        steps.push(step);
        onStep(step);
      };
      const end = await runProbe(
        { ...links, runLock: NO_RUN_LOCK, clock, marks, announce, signal },
        { ...place(LOCK, KEYPAD_ID), zone: 'Europe/Paris', pinLength: 4, placeholdersOf: null, ...request },
      );
      if (end === 'busy') throw new Error('Nobody else is there.');
      return end;
    },
  };
}

export function shownBy({ verdicts }: ProbeEnd): Readonly<Record<string, string | null>> {
  return Object.fromEntries(verdicts.map(({ id, shows }) => [id, shows]));
}
