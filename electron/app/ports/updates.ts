/** The update port: check the feed, download, install. Implemented by electron/updates. */
import type { Result } from '../../../shared/result.ts';

/** Why a check, download or installation failed. The running program is unchanged in each case. */
export const UPDATE_FAILURES = [
  /** The feed did not respond, or has no file for this system. */
  'unreachable',
  /** The feed is invalid or breaks a rule (https, releases only). */
  'bad-feed',
  /** The download's checksum is missing or differs from the feed. */
  'checksum',
  /** Not signed by the expected publisher, or the signature could not be verified. */
  'signature',
  /** The download was cut off or cancelled. */
  'interrupted',
  /** The download could not be written to disk. */
  'disk',
  /** The installer did not start. */
  'installer',
] as const;
export type UpdateFailure = (typeof UPDATE_FAILURES)[number];

/** What the app tells whoever keeps it up to date. */
export interface UpdateControl {
  /** The user's decision about the version that is ready. Both return false when none is. */
  install(): boolean;
  later(): boolean;
  /** The user quits, as opposed to the system or a relaunch. */
  userQuits(): void;
  /** Around every run: a download gives way to it. */
  duringRun<T>(run: () => Promise<T>): Promise<T>;
}

export interface Updates {
  /** The newer version in the feed, or null. */
  check(): Promise<Result<string | null, UpdateFailure>>;
  /** Downloads and verifies the version found by the last check. When `signal` aborts, the partial download is deleted. */
  download(signal: AbortSignal): Promise<Result<null, UpdateFailure>>;
  /** Starts the installer, which waits for the program to exit. Called last, when everything else has shut down. */
  install(how: { readonly restart: boolean }): Promise<Result<null, UpdateFailure>>;
}
