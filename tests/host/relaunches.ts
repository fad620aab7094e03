/** The relaunches that the app requested. Kept in a file beside its profile, because the app exits right after a request. */
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
