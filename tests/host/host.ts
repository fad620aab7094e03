/**
 * Starts the app for a test and drives it from outside, in the same way on real Electron and on the stand-in for machines without
 * Electron's binary. How to write such a test: docs/testing.md.
 */
import { electronBinary } from '../../build/electron-binary.ts';
import { launchElectron } from './electron/launch.ts';
import { launchStandin } from './standin/launch.ts';
import type { Host, HostKind, LaunchOptions } from './api.ts';

export type * from './api.ts';

/** Which hosts this machine can run, and why not the other. */
export function hostAvailability(): Readonly<Record<HostKind, { readonly available: boolean; readonly reason: string }>> {
  const binary = electronBinary();
  return {
    standin: { available: true, reason: '' },
    electron: { available: binary.path !== null, reason: binary.path === null ? binary.reason : '' },
  };
}

export function defaultKind(): HostKind {
  const wanted = process.env.LATCHKEY_HOST;
  if (wanted === 'standin' || wanted === 'electron') return wanted;
  if (wanted !== undefined && wanted !== '') throw new Error(`LATCHKEY_HOST is "${wanted}": it may be standin or electron`);
  return hostAvailability().electron.available ? 'electron' : 'standin';
}

export async function launchHost(options: LaunchOptions): Promise<Host> {
  return (options.kind ?? defaultKind()) === 'electron' ? launchElectron(options) : launchStandin(options);
}
