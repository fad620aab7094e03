/** A scene: the window in one state, as data. What main knows and answers is made up here; the page is the built one. */
import type { Page } from 'playwright-core';
import type { Localization } from '../../electron/app/status/localization.ts';
import type { AppChange, AppSnapshot, WindowTarget } from '../../shared/domain/app-state.ts';
import type { CallName, EventName } from '../../shared/ipc/channels.ts';
import type { CallInput, CallOutput, EventPayload } from '../../shared/ipc/contract.ts';
import type { IpcEnvelope } from '../../shared/ipc/result.ts';

/** `never`: the call stays in hand, as the window looks while it waits. */
export type Answer<N extends CallName> = IpcEnvelope<CallOutput<N>> | 'never';
/** English where no `localization` is given. */
export type Answers = {
  readonly [N in CallName]?: ((payload: CallInput<N>, localization?: Localization) => Answer<N> | Promise<Answer<N>>) | undefined;
};

/** What main holds: shared by many scenes. */
export interface GalleryHost {
  /** In English. */
  readonly snapshot: AppSnapshot;
  readonly snapshotIn: (localization: Localization) => AppSnapshot;
  readonly answers: Answers;
}

export interface Scene {
  /** View first, state second: "arrivals-held". */
  readonly name: string;
  /** smallHost, largeHost, emptyHost or firstDay of data.ts. */
  readonly host: () => Promise<GalleryHost>;
  /** The snapshot, where it differs from the user's. */
  readonly snapshot?: (ofHost: AppSnapshot) => AppSnapshot;
  /** Stand before the user's own. */
  readonly answers?: Answers;
  /** Where the window opens; null: where it opens by itself. */
  readonly goto: WindowTarget | null;
  /** "en-GB" unless told otherwise. */
  readonly locale?: string;
  /** Leads from the opened view to the state that is to be shown. */
  readonly act?: (stage: Stage) => Promise<void>;
  /**
   * `full`: by keyboard, at every width (also 1280 and 1600 px) and in all colours. `light`: in light and at 980 px only, for states that hold thousands of rows.
   * Left out: full for the first scenes of a view, else light, dark and 980 px.
   */
  readonly checks?: 'full' | 'light';
  /** Names of buttons that open a dialog: Escape must close it and give the focus back to them. */
  readonly opensDialog?: readonly string[];
  /** Names of buttons that are gone once they have done their work: the focus must not be lost with them. */
  readonly removesItself?: readonly string[];
}

export interface StageCall {
  readonly name: CallName;
  readonly payload: unknown;
  readonly answer: unknown;
}

/** The open scene, for `act` and for tests. */
export interface Stage {
  readonly page: Page;
  /** What the window has asked for so far, in order, and what it was told (null: nothing yet). */
  readonly calls: readonly StageCall[];
  /** Main tells the window something. */
  emit<N extends EventName>(name: N, payload: EventPayload<N>): Promise<void>;
  /** The snapshot changes: revision and `since` are reckoned here. */
  change(fields: AppChange['fields']): Promise<void>;
  /** Resolves when no call is in hand and what came of the last one is drawn. */
  settled(): Promise<void>;
}

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}
/** A foreseen no of main. */
export function refused(detail: string, message: string): Extract<IpcEnvelope<never>, { ok: false }> {
  return { ok: false, error: { kind: 'refused', detail, message } };
}
/** A bug of main, as the window learns of it. */
export function broken(): Extract<IpcEnvelope<never>, { ok: false }> {
  return { ok: false, error: { kind: 'internal', detail: null, message: 'Something went wrong inside Latchkey.' } };
}
export function never(): 'never' {
  return 'never';
}
