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

/** On the default host, as each platform: the stand-in fakes those that this machine is not, real Electron runs on its own only. */
export function describeOnEachPlatform(name: string, suite: (kind: HostKind, platform: HostPlatform) => void): void {
  const platforms = defaultKind() === 'standin' ? (['linux', 'darwin', 'win32'] as const) : [realPlatform()];
  for (const platform of platforms) describeOnHost(`${name} as ${platform}`, (kind) => suite(kind, platform));
}

function describeOn(kinds: readonly HostKind[], name: string, suite: (kind: HostKind) => void): void {
  const hosts = hostAvailability();
  for (const kind of kinds) {
    const { available, reason } = hosts[kind];
    if (!available) console.log(`skipped: ${name} on ${kind} (${reason})`);
    describe.skipIf(!available)(`${name} on ${kind}${available ? '' : ` (${reason})`}`, () => suite(kind));
  }
}
