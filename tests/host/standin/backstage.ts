/** What the parts of the stand-in share: the way to the stage, the facts of this start, and whether the app is ready. */
import type { Remote } from './wire.ts';
import type { StageCalls } from './contract.ts';

/** Handed over by the launcher, in the environment variable LATCHKEY_STANDIN. */
export interface LaunchFacts {
  /** The main module, absolute. */
  readonly main: string;
  /** `userData`. */
  readonly profile: string;
  /** Everything else that Electron would put under the user's home. */
  readonly home: string;
  readonly name: string;
  readonly version: string;
  readonly appPath: string;
  readonly isPackaged: boolean;
  readonly locale: string;
  readonly versions: Readonly<Record<string, string>>;
}

export interface Backstage {
  readonly stage: Remote<StageCalls>;
  readonly facts: LaunchFacts;
  readonly isReady: () => boolean;
  /** Throws as Electron does when something is used too early. */
  readonly requireReady: (what: string) => void;
}

/** What the stage is told without an answer being needed; a stage that has gone is no failure of the app. */
export function tell(told: Promise<unknown>): void {
  told.catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    if (!message.includes('has gone')) console.error(`stand-in: ${message}`);
  });
}
