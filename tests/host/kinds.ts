/** Runs a suite on every host of this machine, and says why one is left out. */
import { describe } from 'vitest';
import type { HostKind } from './host.ts';
import { defaultKind, hostAvailability } from './host.ts';

/** The suite on the default host alone: for journeys, which are long. */
export function describeOnHost(name: string, suite: (kind: HostKind) => void): void {
  describeOn([defaultKind()], name, suite);
}

/** The suite on both: for what has to be true of the hosts themselves. */
export function describeOnEachHost(name: string, suite: (kind: HostKind) => void): void {
  describeOn(['standin', 'electron'], name, suite);
}

function describeOn(kinds: readonly HostKind[], name: string, suite: (kind: HostKind) => void): void {
  const hosts = hostAvailability();
  for (const kind of kinds) {
    const { available, reason } = hosts[kind];
    if (!available) console.log(`skipped: ${name} on ${kind} (${reason})`);
    describe.skipIf(!available)(`${name} on ${kind}${available ? '' : ` (${reason})`}`, () => suite(kind));
  }
}
