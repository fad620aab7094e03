/** What the parts of the stand-in share: the connection to the browser side, the facts of this start, and whether the app is ready. */
import type { HostPlatform } from '../api.ts';
import type { BrowserCalls } from './calls.ts';
import type { Remote } from './rpc.ts';

/** Passed by the launcher in the environment variable LATCHKEY_STANDIN. */
export interface LaunchFacts {
  /** `userData`. */
  readonly profile: string;
  /** The user's home folder. */
  readonly home: string;
  readonly name: string;
  readonly version: string;
  readonly appPath: string;
  readonly isPackaged: boolean;
  readonly notificationsFail: boolean;
  readonly platform: HostPlatform;
  readonly wasOpenedAtLogin: boolean;
  readonly locale: string;
  readonly versions: Readonly<Record<string, string>>;
}

export interface Context {
  readonly browser: Remote<BrowserCalls>;
  readonly facts: LaunchFacts;
  readonly isReady: () => boolean;
  /** Throws as Electron does when something is used too early. */
  readonly requireReady: (what: string) => void;
}

/** For calls to the browser side whose answer is not needed; a closed browser is no failure of the app. */
export function inBackground(call: Promise<unknown>): void {
  call.catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    if (!message.includes('has gone')) console.error(`stand-in: ${message}`);
  });
}
