/** What the app asked to be started with again. Written down at once beside its profile: the app ends right after it has asked. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Relaunch } from './api.ts';

/** The hook on real Electron (electron/hook.cjs) writes to the same file. */
export function relaunchFile(home: string): string {
  return join(home, 'relaunches.jsonl');
}

/** Before a start. */
export function forgetRelaunches(profile: string): void {
  rmSync(relaunchFile(`${profile}-home`), { force: true });
}

export function readRelaunches(profile: string): readonly Relaunch[] {
  const file = relaunchFile(`${profile}-home`);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Relaunch);
}
