/** The program sees another `process.platform`; Node and the libraries beside the program keep the real one, or they would break. */
import { getCallSites } from 'node:util';
import type { HostPlatform } from '../api.ts';

export function fakePlatform(platform: HostPlatform): void {
  const real = process.platform;
  if (platform === real) return;
  Object.defineProperty(process, 'platform', {
    configurable: true,
    enumerable: true,
    get() {
      const caller = getCallSites(2)[1]?.scriptName ?? '';
      return /^node:|\/node_modules\//.test(caller) ? real : platform;
    },
  });
}
