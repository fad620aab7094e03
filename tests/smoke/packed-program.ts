/** Where the packager leaves the program that can be started, and what its log must say before it counts as started. Pure. */
import { join } from 'node:path';

/** Below the project's folder, as `npm run package` names it. */
export function packedProgram(platform: string): string {
  if (platform === 'win32') return join('release', 'win-unpacked', 'Latchkey.exe');
  if (platform === 'darwin') return join('release', 'mac-universal', 'Latchkey.app', 'Contents', 'MacOS', 'Latchkey');
  return join('release', 'linux-unpacked', 'latchkey');
}

/** `waiting`: nothing is wrong, but nothing is proven yet either. */
export type LogVerdict =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'started' }
  | { readonly kind: 'broken'; readonly because: string };

/**
 * The log as far as it is written. Started means: this version, on the demo's clouds, has been through a run that changed what had to be
 * changed; an entry of level "error" (a page, bridge or start that failed) is an end.
 */
export function judgeLog(text: string, version: string): LogVerdict {
  // The last line may be half written.
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  const entries = lines.filter((line) => line !== '').map(parse);
  const broken = entries.find((entry) => entry === null || entry.level === 'error');
  if (broken !== undefined) return { kind: 'broken', because: broken === null ? 'a line is not JSON' : String(broken.message) };
  const starting = entries.find((entry) => entry?.message === 'starting');
  if (starting !== undefined && starting !== null && (starting.version !== version || starting.isDemo !== true)) {
    return { kind: 'broken', because: `another program than the demo of ${version} was started` };
  }
  const run = entries.find((entry) => entry?.message === 'run finished');
  if (starting === undefined || run === undefined || run === null) return { kind: 'waiting' };
  const { outcome } = run;
  return outcome === 'ok' || outcome === 'held'
    ? { kind: 'started' }
    : { kind: 'broken', because: `the first run on the demo's clouds ended as ${String(outcome)}` };
}

function parse(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
