/** Keeps the program up to date: checks the feed, downloads, notifies the user, and says on quitting whether to install. */
import type { AppSnapshot, AppUpdate } from '../../../shared/domain/app-state.ts';
import { localNow, MINUTE_MS, timeOf } from '../../../shared/time.ts';
import { isQuiet } from '../attention/notice-policy.ts';
import type { Notice } from '../attention/notice-types.ts';
import type { Timers } from '../ports/schedule.ts';
import { storedIfPossible } from '../ports/storage.ts';
import type { SettingsStore } from '../ports/storage.ts';
import type { Clock, Logger } from '../ports/system.ts';
import type { UpdateControl, Updates } from '../ports/updates.ts';
import type { Localization } from '../status/localization.ts';
import { firstCheckAfterMs, installOnQuit, LATER_MS, nextStep, NO_OFFER, shownUpdate } from './update-policy.ts';
import type { QuitReason, UpdateMemory, UpdateOffer } from './update-policy.ts';

export interface UpdateKeeperPorts {
  readonly clock: Pick<Clock, 'nowMs' | 'uptimeMs'>;
  readonly timers: Timers;
  readonly settings: SettingsStore;
  readonly log: Logger;
  /** IANA zone of this computer, for quiet hours. */
  readonly zone: string;
  readonly screen: { showNotices(notices: readonly Notice[]): void };
  /** Loads the updater when it is first needed. null: the program does not update itself. */
  readonly open: (() => Promise<Updates>) | null;
}
/** The part of the app in use. */
export interface UpdateApp {
  readonly text: Localization['text'];
  snapshot(): Pick<AppSnapshot, 'isOnline'>;
  dispatch(event: { readonly kind: 'update'; readonly update: AppUpdate | null }): void;
  whenIdle(): Promise<void>;
  quit(): Promise<void>;
}

const STEP_EVERY_MS = 15 * MINUTE_MS;
/** Runs interrupt downloads. After so many times, the next try is on the next day. */
const MAX_INTERRUPTIONS = 3;

export class UpdateKeeper implements UpdateControl {
  readonly #ports: UpdateKeeperPorts;
  readonly #startedMs: number;
  #app: UpdateApp | null = null;
  #updates: Updates | null = null;
  #offer: UpdateOffer = NO_OFFER;
  #currentRuns = 0;
  #interruptions = 0;
  #isWorking = false;
  #isAwaitingRun = false;
  #quitReason: QuitReason = 'none';
  #download: AbortController | null = null;
  #cancelStep: () => void = () => undefined;

  constructor(ports: UpdateKeeperPorts) {
    this.#ports = ports;
    this.#startedMs = ports.clock.uptimeMs();
  }

  start(app: UpdateApp): void {
    this.#app = app;
    const { open, settings } = this.#ports;
    if (open !== null) this.#stepAfter(firstCheckAfterMs(settings.read().installation));
  }

  stop(): void {
    this.#cancelStep();
    this.#download?.abort();
  }

  async duringRun<T>(run: () => Promise<T>): Promise<T> {
    this.#currentRuns += 1;
    this.#download?.abort();
    try {
      return await run();
    } finally {
      this.#currentRuns -= 1;
    }
  }

  install(): boolean {
    const app = this.#app;
    if (app === null || this.#offer.kind !== 'ready') return false;
    this.#isAwaitingRun = true;
    this.#show();
    void app.whenIdle().then(() => {
      // Meanwhile the user may have postponed it, or the feed withdrawn it.
      if (!this.#isAwaitingRun || this.#offer.kind !== 'ready') return;
      this.#quitReason = 'install';
      void app.quit();
    });
    return true;
  }

  later(): boolean {
    if (this.#offer.kind !== 'ready') return false;
    this.#isAwaitingRun = false;
    this.#remember({ later: { version: this.#offer.version, untilMs: this.#ports.clock.nowMs() + LATER_MS } });
    this.#show();
    return true;
  }

  userQuits(): void {
    if (this.#quitReason === 'none') this.#quitReason = 'quit';
  }

  /** What to do when everything else has shut down. null: nothing is to be installed. */
  atShutdown(): { readonly restart: boolean; readonly install: () => ReturnType<Updates['install']> } | null {
    const updates = this.#updates;
    const how = installOnQuit({
      reason: this.#quitReason,
      isRunning: this.#currentRuns > 0,
      offer: this.#offer,
      memory: this.#memory(),
      nowMs: this.#ports.clock.nowMs(),
    });
    return how === null || updates === null ? null : { restart: how.restart, install: () => updates.install(how) };
  }

  #stepAfter(delayMs: number): void {
    this.#cancelStep = this.#ports.timers.after(delayMs, () => {
      void this.#takeSteps().finally(() => this.#stepAfter(STEP_EVERY_MS));
    });
  }

  async #takeSteps(): Promise<void> {
    const { clock, settings, log } = this.#ports;
    if (this.#isWorking || this.#app === null || this.#quitReason !== 'none') return;
    this.#isWorking = true;
    try {
      for (;;) {
        const step = nextStep({
          nowMs: clock.nowMs(),
          runningMs: clock.uptimeMs() - this.#startedMs,
          firstCheckMs: firstCheckAfterMs(settings.read().installation),
          isRunning: this.#currentRuns > 0,
          isOnline: this.#app.snapshot().isOnline,
          isQuiet: this.#isQuiet(),
          offer: this.#offer,
          memory: this.#memory(),
        });
        if (step === 'wait') return;
        if (step === 'notify') this.#notify();
        else if (step === 'check') await this.#check();
        else if (!(await this.#fetch())) return;
      }
    } catch (bug) {
      // Updating must never stop the runs.
      log.log('error', 'update check failed with a bug', { error: bug });
    } finally {
      this.#isWorking = false;
      this.#show();
    }
  }

  async #check(): Promise<void> {
    const { clock, open, log } = this.#ports;
    // Recorded first: whatever it brings, the next check is tomorrow.
    this.#remember({ checkedAtMs: clock.nowMs() });
    this.#updates ??= (await open?.()) ?? null;
    const found = await this.#updates?.check();
    // If the feed cannot be read, what was downloaded before stays.
    if (found?.ok !== true) return;
    this.#interruptions = 0;
    if (found.value === null) this.#offer = NO_OFFER;
    else if (this.#offer.kind === 'none' || this.#offer.version !== found.value) {
      log.log('info', 'update found', { offered: found.value });
      this.#offer = { kind: 'found', version: found.value };
    }
  }

  /** False when it failed. */
  async #fetch(): Promise<boolean> {
    if (this.#offer.kind !== 'found' || this.#updates === null) return false;
    const { version } = this.#offer;
    const controller = new AbortController();
    this.#download = controller;
    const fetched = await this.#updates.download(controller.signal).finally(() => {
      this.#download = null;
    });
    if (fetched.ok) {
      this.#ports.log.log('info', 'update downloaded', { offered: version });
      this.#offer = { kind: 'ready', version };
      return true;
    }
    this.#interruptions += 1;
    // Tried again after a run; any other failure will not be gone in a quarter of an hour.
    if (!controller.signal.aborted || this.#interruptions >= MAX_INTERRUPTIONS) this.#offer = NO_OFFER;
    return false;
  }

  #notify(): void {
    if (this.#app === null || this.#offer.kind !== 'ready') return;
    const { text } = this.#app;
    const { version } = this.#offer;
    this.#remember({ toldVersion: version });
    this.#ports.screen.showNotices([
      {
        key: `update:${version}`,
        category: 'program',
        title: text('notice.update-title', { version }),
        body: text('notice.update-body'),
        isUrgent: false,
        target: { view: 'settings' },
      },
    ]);
  }

  #show(): void {
    const update = shownUpdate(this.#offer, this.#memory(), this.#ports.clock.nowMs(), this.#isAwaitingRun);
    this.#app?.dispatch({ kind: 'update', update });
  }

  #isQuiet(): boolean {
    const { clock, settings, zone } = this.#ports;
    return isQuiet(settings.read().notifications.quietHours, timeOf(localNow(zone, clock.nowMs())));
  }

  #memory(): UpdateMemory {
    return this.#ports.settings.read().updates;
  }

  #remember(change: Partial<UpdateMemory>): void {
    const { settings } = this.#ports;
    const current = settings.read();
    storedIfPossible(() => settings.write({ ...current, updates: { ...current.updates, ...change } }));
  }
}
