/** What the update keeper needs from the world: a feed to ask, a download, and an installer; electron/updates implements it. */
import type { Result } from '../../../shared/result.ts';

/** How an attempt may end beside well. In each case the program stays as it is. */
export const UPDATE_FAILURES = [
  /** The feed did not answer, or not with an entry for this system. */
  'unreachable',
  /** What the feed says cannot be understood or is not accepted. */
  'bad-feed',
  /** The download is not what the feed describes. */
  'checksum',
  /** Not signed by us, or the signature could not be checked. */
  'signature',
  /** The download broke off or was called off. */
  'interrupted',
  /** It could not be written down. */
  'disk',
  /** The installer did not start. */
  'installer',
] as const;
export type UpdateFailure = (typeof UPDATE_FAILURES)[number];

/** What the user may say about a version that is ready. False: none is. */
export interface UpdateWishes {
  install(): boolean;
  later(): boolean;
}

export interface Updates {
  /** The newer version in the feed; null: there is none. */
  check(): Promise<Result<string | null, UpdateFailure>>;
  /** Of what the last check found, checked in full. When `signal` fires, what is there already is thrown away. */
  download(signal: AbortSignal): Promise<Result<null, UpdateFailure>>;
  /**
   * Installs what was downloaded. The last thing the program does: everything is put away by then. `exit`: the installer waits for the
   * program to end; `ends-by-itself`: the system ends it.
   */
  install(how: { readonly restart: boolean }): Promise<Result<'exit' | 'ends-by-itself', UpdateFailure>>;
}
