/** Where electron-builder puts the program, and what its log must contain to count as started. Pure. */
import { join } from 'node:path';

/** Relative to the repository, after `npm run package`. */
export function packedProgram(platform: string): string {
  if (platform === 'win32') return join('release', 'win-unpacked', 'Latchkey.exe');
  if (platform === 'darwin') return join('release', 'mac-universal', 'Latchkey.app', 'Contents', 'MacOS', 'Latchkey');
  return join('release', 'linux-unpacked', 'latchkey');
}

/** `waiting`: neither started nor broken so far. */
export type LogVerdict =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'started' }
  | { readonly kind: 'broken'; readonly because: string };

/**
 * Judges the log written so far. Started means that this version has completed a run on the demo's clouds. An entry of level "error" means
 * that the page, the preload or the start failed.
 */
export function judgeLog(text: string, version: string): LogVerdict {
  // The last line may be incomplete.
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  const entries = lines.filter((line) => line !== '').map(parse);
  const broken = entries.find((entry) => entry === null || entry.level === 'error');
  if (broken !== undefined) return { kind: 'broken', because: broken === null ? 'a line is not JSON' : String(broken.message) };
  const starting = entries.find((entry) => entry?.message === 'starting');
  if (starting !== undefined && starting !== null && (starting.version !== version || starting.isDemo !== true)) {
    return { kind: 'broken', because: `this is not the demo of version ${version}` };
  }
  const run = entries.find((entry) => entry?.message === 'sync finished');
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
