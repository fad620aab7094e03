/** Runs a suite on the hosts of this machine, and says why one is skipped. */
import { describe } from 'vitest';
import type { HostKind } from './host.ts';
import { defaultKind, hostAvailability } from './host.ts';

/** On the default host only: for long end-to-end tests. */
export function describeOnHost(name: string, suite: (kind: HostKind) => void): void {
  describeOn([defaultKind()], name, suite);
}

/** On both hosts: for tests of the hosts themselves. */
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
