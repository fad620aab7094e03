/** When to check for a new version, download it, notify the user of it, and install it. Pure. */
import type { AppUpdate } from '../../../shared/domain/app-state.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { DAY_MS, MINUTE_MS } from '../../../shared/time.ts';

/** How the program was installed. */
export const INSTALLATIONS = ['development', 'installer', 'portable', 'mac', 'mac-image', 'appimage', 'deb', 'rpm', 'folder'] as const;
export type Installation = (typeof INSTALLATIONS)[number];

/** Set by the build; empty where it was not. */
export interface UpdateSource {
  /** An https address. */
  readonly feed: string;
  /** Subject of the certificate that must have signed an installer for Windows. */
  readonly publisher: string;
}

/** Why a program does not update itself. */
export type UpdatesOff = 'demo' | 'no-feed' | 'unsigned' | 'not-installed' | 'package-manager';

/**
 * null: it does. Unsigned files are never installed: an AppImage has no signature to verify, and a checksum from the same place as the file
 * proves nothing. Without a named publisher the same is true for Windows.
 */
export function updatesOff(facts: {
  readonly installation: Installation;
  readonly source: UpdateSource;
  readonly isDemo: boolean;
}): UpdatesOff | null {
  const { installation, source, isDemo } = facts;
  if (isDemo) return 'demo';
  if (source.feed === '') return 'no-feed';
  switch (installation) {
    case 'installer':
      return source.publisher === '' ? 'unsigned' : null;
    case 'mac':
      return null;
    case 'appimage':
      return 'unsigned';
    case 'deb':
    case 'rpm':
      return 'package-manager';
    case 'development':
    case 'portable':
    case 'mac-image':
    case 'folder':
      return 'not-installed';
  }
}

export type UpdateOffer = { readonly kind: 'none' } | { readonly kind: 'found' | 'ready'; readonly version: string };
export const NO_OFFER: UpdateOffer = { kind: 'none' };
export type UpdateMemory = Settings['updates'];

export interface UpdateFacts {
  readonly nowMs: number;
  /** Since the program started. */
  readonly runningMs: number;
  readonly firstCheckMs: number;
  readonly isRunning: boolean;
  readonly isOnline: boolean;
  /** In the user's quiet hours. */
  readonly isQuiet: boolean;
  readonly offer: UpdateOffer;
  readonly memory: UpdateMemory;
}
export type UpdateStep = 'wait' | 'check' | 'download' | 'notify';

export const CHECK_EVERY_MS = DAY_MS;
/** How long "later" postpones a version. */
export const LATER_MS = 7 * DAY_MS;
const EARLIEST_MS = 5 * MINUTE_MS;
const SPREAD_MS = 55 * MINUTE_MS;

/** Spread over installations, and never while the first run is due. */
export function firstCheckAfterMs(installationNumber: number): number {
  return EARLIEST_MS + Math.floor(((installationNumber % 1_000_000) / 1_000_000) * SPREAD_MS);
}

export function isPutOff({ later }: UpdateMemory, version: string, nowMs: number): boolean {
  // A clock that was set back must not postpone it for years.
  return later?.version === version && nowMs < later.untilMs && later.untilMs - nowMs <= LATER_MS;
}

/** Nothing is done during a run. */
export function nextStep(facts: UpdateFacts): UpdateStep {
  const { nowMs, offer, memory, isOnline } = facts;
  if (facts.isRunning) return 'wait';
  const isWanted = offer.kind !== 'none' && !isPutOff(memory, offer.version, nowMs);
  if (isWanted && offer.kind === 'ready' && memory.toldVersion !== offer.version && !facts.isQuiet) return 'notify';
  if (isWanted && offer.kind === 'found' && isOnline) return 'download';
  const isDue = nowMs - memory.checkedAtMs >= CHECK_EVERY_MS || memory.checkedAtMs > nowMs;
  return isDue && isOnline && facts.runningMs >= facts.firstCheckMs ? 'check' : 'wait';
}

/** `install` and `quit`: by the user. `none`: by a signal, by the system, or for a relaunch. */
export type QuitReason = 'install' | 'quit' | 'none';

/** null: nothing is installed. */
export function installOnQuit(facts: {
  readonly reason: QuitReason;
  readonly isRunning: boolean;
  readonly offer: UpdateOffer;
  readonly memory: UpdateMemory;
  readonly nowMs: number;
}): { readonly restart: boolean } | null {
  const { reason, isRunning, offer, memory, nowMs } = facts;
  if (isRunning || offer.kind !== 'ready' || reason === 'none') return null;
  if (reason === 'install') return { restart: true };
  return isPutOff(memory, offer.version, nowMs) ? null : { restart: false };
}

/** What the user sees: nothing before it can be installed. */
export function shownUpdate(offer: UpdateOffer, memory: UpdateMemory, nowMs: number, isAwaitingRun: boolean): AppUpdate | null {
  if (offer.kind !== 'ready') return null;
  const { version } = offer;
  if (isAwaitingRun) return { version, state: 'after-run' };
  return { version, state: isPutOff(memory, version, nowMs) ? 'put-off' : 'ready' };
}

/** Three numbers, as in every release. Nothing else from the feed gets into menus and notifications. */
const VERSION = /^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/;

/** Older versions and prereleases are not newer. */
export function isNewer(candidate: string, current: string): boolean {
  const to = VERSION.exec(candidate);
  const from = /^(\d+)\.(\d+)\.(\d+)/.exec(current);
  if (to === null || from === null) return false;
  for (let part = 1; part <= 3; part += 1) {
    const difference = Number(to[part]) - Number(from[part]);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
