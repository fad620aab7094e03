/** Runs a suite on the hosts of this machine, and says why one is skipped. */
import { describe } from 'vitest';
import type { HostKind, HostPlatform } from './host.ts';
import { defaultKind, hostAvailability } from './host.ts';
import { realPlatform } from './processes.ts';

/** On the default host only: for long end-to-end tests. */
export function describeOnHost(name: string, suite: (kind: HostKind) => void): void {
  describeOn([defaultKind()], name, suite);
}

/** On both hosts: for tests of the hosts themselves. */
export function describeOnEachHost(name: string, suite: (kind: HostKind) => void): void {
  describeOn(['standin', 'electron'], name, suite);
}

/** Those that the host can be. */
export function platformsOf(kind: HostKind): readonly HostPlatform[] {
  return kind === 'standin' ? ['linux', 'darwin', 'win32'] : [realPlatform()];
}

/** On the default host, as each platform: the stand-in fakes those that this machine is not, real Electron runs on its own only. */
export function describeOnEachPlatform(name: string, suite: (kind: HostKind, platform: HostPlatform) => void): void {
  for (const platform of platformsOf(defaultKind())) describeOnHost(`${name} as ${platform}`, (kind) => suite(kind, platform));
}

function describeOn(kinds: readonly HostKind[], name: string, suite: (kind: HostKind) => void): void {
  const hosts = hostAvailability();
  for (const kind of kinds) {
    const { available, reason } = hosts[kind];
    if (!available) console.log(`skipped: ${name} on ${kind} (${reason})`);
    describe.skipIf(!available)(`${name} on ${kind}${available ? '' : ` (${reason})`}`, () => suite(kind));
  }
}
