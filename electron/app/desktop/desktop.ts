/** The running app, with or without a window: holds the state, starts runs, saves settings, and has everything shown that changes. */
import type { AppSnapshot, WindowTarget } from '../../../shared/domain/app-state.ts';
import type { ClaimId } from '../../../shared/domain/ids.ts';
import { userSettings } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { coveredText } from '../../../shared/readiness/covered-text.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { storageRefusal } from '../calls/refusal.ts';
import { storedIfPossible } from '../ports/storage.ts';
import { answerQuestion } from '../questions/answer-question.ts';
import { decidesAboutCodes, pauseFor, previewRuns, shortestGapMs } from '../schedule/schedule-policy.ts';
import type { PauseChoice } from '../schedule/schedule-policy.ts';
import { reduce } from '../status/app-state.ts';
import type { AppEvent } from '../status/app-event.ts';
import type { AppState } from '../status/app-state.ts';
import type { Localization } from '../status/localization.ts';
import type { TrayAction } from '../tray/tray-types.ts';
import { sameValue } from '../values/same-value.ts';
import { notSavedNotice, restartedNotice } from '../updates/crash-policy.ts';
import { completeSetup, opensWindow, stateAtStart, waitingOperations } from './app-start.ts';
import { Display } from './display.ts';
import { preserveSetupState } from './first-steps.ts';
import type { DesktopPorts, DesktopStart, Launch, NativeQuestion } from './ports.ts';
import { RunControl } from './run-control.ts';

/** How long quitting waits for the current operation. */
export const QUIT_CAP_MS = 4_000;

export class Desktop {
  readonly #ports: DesktopPorts;
  readonly #runs: RunControl;
  readonly #display: Display;
  readonly #launch: Launch;
  #state: AppState;
  #cancelTick: () => void = () => undefined;
  #quitting: Promise<void> | null = null;
  #isAskedToQuit = false;
  readonly #reportedRecoveries = new Set<'settings' | 'history'>();

  constructor(ports: DesktopPorts, start: DesktopStart) {
    this.#ports = ports;
    this.#launch = start.launch;
    this.#state = stateAtStart(ports, start.isOnline);
    this.#display = new Display(ports, this.#state);
    this.#runs = new RunControl(ports, this.#state.settings, start, {
      dispatch: (event) => this.dispatch(event),
      onPauseEnded: () => this.#endPause(),
    });
  }

  start(): void {
    this.#display.start();
    this.#runs.triggers.start();
    this.#show();
    this.#tick();
    if (this.#launch.isAfterCrash) this.#ports.screen.showNotices([restartedNotice(this.text)]);
    if (opensWindow(this.snapshot(), this.#launch)) this.openWindow(null);
  }

  snapshot(): AppSnapshot {
    return this.#display.snapshot();
  }
  settings(): Settings {
    return this.#ports.settings.read();
  }
  /** In the user's language at this moment; not to be stored, since the language can change. */
  localization(): Localization {
    return this.#display.localization(this.#state);
  }
  get text(): Localization['text'] {
    return this.localization().text;
  }

  /** The one way the state changes. */
  dispatch(event: AppEvent): void {
    this.#state = reduce(this.#state, event);
    this.#show();
  }

  /** `applyHeld`: keys of held operations that the user approved. False before setup is complete. */
  syncNow(applyHeld: ReadonlySet<string> = new Set()): boolean {
    return this.#runs.syncNow(applyHeld);
  }
  /** An act of the user: a run for one stay or person, or for all (null). */
  runFor(claim: ClaimId | null, runId: string): ReturnType<RunControl['runFor']> {
    return this.#runs.runFor(claim, runId);
  }
  /** From now on runs write, the first one at once. */
  finishFirstSteps(): void {
    completeSetup(this.#ports.settings);
    this.dispatch({ kind: 'settings-changed', settings: this.settings() });
    this.#runs.triggers.setIsSetUp(true);
    this.syncNow();
  }
  /** Resolves when no run is in progress or queued. */
  whenIdle(): Promise<void> {
    return this.#runs.whenIdle();
  }

  setOnline(isOnline: boolean): void {
    if (isOnline !== this.#state.isOnline) this.dispatch({ kind: 'online-changed', isOnline });
    this.#runs.triggers.setOnline(isOnline);
  }
  resumedFromSleep(): void {
    this.#runs.triggers.resumed();
    this.#show();
  }

  pause(choice: PauseChoice): Settings['pause'] {
    const pause = this.#savePause(choice);
    this.#runs.triggers.setPause(pause);
    return pause;
  }

  /** Saves what the user changed. If codes depend on it, a run follows soon. */
  saveSettings(next: Settings): void {
    const before = this.settings();
    const settings = { ...next, setup: preserveSetupState(before.setup, next.setup, this.#ports.clock.nowMs()) };
    this.#ports.settings.write(settings);
    if (settings.app.startAtLogin !== before.app.startAtLogin && this.#ports.startAtLogin.isPossible) {
      this.#ports.startAtLogin.set(settings.app.startAtLogin);
    }
    this.dispatch({ kind: 'settings-changed', settings });
    this.#runs.triggers.setSchedule(settings.schedule.cron);
    this.#runs.triggers.setPause(settings.pause);
    this.#runs.triggers.setIsSetUp(settings.setup.done);
    if (decidesAboutCodes(before, settings)) this.#runs.triggers.changed();
  }

  /** Shows what another process (the command line) changed in the settings. */
  refreshSettings(): void {
    const settings = this.settings();
    const shown = (of: Settings): unknown => [of.mapping, of.recovery, of.sending, userSettings(of)];
    if (!sameValue(shown(settings), shown(this.#state.settings))) this.dispatch({ kind: 'settings-changed', settings });
    if (sameValue(settings.pause, this.#state.settings.pause)) return;
    this.dispatch({ kind: 'pause-changed', pause: settings.pause });
    this.#runs.triggers.setPause(settings.pause);
  }

  /** Credentials were stored or removed. */
  credentialsChanged(): void {
    this.#runs.triggers.changed();
  }

  /** What the user decided for stays or people. */
  wishesChanged(): void {
    this.#runs.triggers.changed();
  }

  /** False when the question was not open any more. */
  answer(key: string, choice: string): boolean {
    const { history, clock } = this.#ports;
    const before = this.settings();
    const wasOpen = answerQuestion(this.#ports, key, choice, clock.nowMs()).ok;
    this.refreshSettings();
    if (decidesAboutCodes(before, this.settings())) this.#runs.triggers.changed();
    this.dispatch({ kind: 'question-answered', key, holds: waitingOperations(history) });
    return wasOpen;
  }

  act(action: TrayAction): void {
    try {
      this.#act(action);
    } catch (error) {
      const refused = storageRefusal(this.text, error);
      if (refused === null) throw error;
      this.#ports.screen.showNotices([notSavedNotice(this.text, refused.message)]);
    }
  }

  #act(action: TrayAction): void {
    switch (action.kind) {
      case 'sync-now':
        this.syncNow();
        return;
      case 'pause':
        this.pause(action.choice);
        return;
      case 'open':
        this.openWindow(action.target);
        return;
      case 'install-update':
        this.#ports.updates.install();
        return;
      case 'quit':
        void this.userQuits();
    }
  }

  openWindow(target: WindowTarget | null): void {
    this.#ports.screen.openWindow(target);
  }

  /** The current run ends after its current operation; resolves when no run is in progress or queued. */
  stopRuns(): Promise<void> {
    return this.#runs.stopCurrent();
  }

  /** From the tray or a menu; the system, a signal or an update does not ask. Who quits again instead of answering has answered. */
  async userQuits(): Promise<void> {
    const question = this.#isAskedToQuit ? null : this.#quitQuestion();
    if (question !== null) {
      this.#isAskedToQuit = true;
      const isSure = await this.#ports.screen.ask(question);
      this.#isAskedToQuit = false;
      if (isSure === false) return;
    }
    if (this.#quitting !== null) return;
    this.#ports.updates.userQuits();
    await this.quit();
  }

  /** null: nothing to ask, since nobody relies on the app yet, or no sync could tell how long the doors do without it. */
  #quitQuestion(): NativeQuestion | null {
    if (this.#quitting !== null || this.#ports.isDemo || !this.settings().setup.done) return null;
    const body = this.#display.covered(this.#state, coveredText);
    const { text } = this;
    return body === null ? null : { title: text('quit.title'), body, yes: text('quit.yes'), no: text('quit.no') };
  }

  /** Lets the current operation finish, for a limited time. Asked for again, it is the same shutdown. */
  quit(): Promise<void> {
    this.#quitting ??= this.#quit();
    return this.#quitting;
  }

  async #quit(): Promise<void> {
    const { log, timers } = this.#ports;
    log.log('info', 'quitting');
    const ended = this.#runs.shutDown();
    this.#cancelTick();
    this.dispatch({ kind: 'quitting' });
    await new Promise<void>((resolve) => {
      const cancel = timers.after(QUIT_CAP_MS, resolve);
      void ended.then(cancel).then(resolve);
    });
    this.#ports.exit();
  }

  /** By itself, when its time is over. If this cannot be stored, the stored time is over as well. */
  #endPause(): void {
    if (!storedIfPossible(() => this.#savePause('none'))) this.dispatch({ kind: 'pause-changed', pause: { kind: 'none' } });
  }

  #savePause(choice: PauseChoice): Settings['pause'] {
    const { clock, zone, settings } = this.#ports;
    const pause = pauseFor(choice, clock.nowMs(), zone);
    settings.write({ ...settings.read(), pause });
    this.dispatch({ kind: 'pause-changed', pause });
    return pause;
  }

  /** Once a minute: arrivals come closer and quiet hours end without any event. */
  #tick(): void {
    this.#cancelTick = this.#ports.timers.after(MINUTE_MS, () => {
      this.refreshSettings();
      const { clock, scheduler } = this.#ports;
      const periodMs = shortestGapMs(previewRuns(scheduler, this.#state.settings.schedule.cron) ?? []);
      this.dispatch({ kind: 'minute-passed', atMs: clock.nowMs(), periodMs });
      this.#tick();
    });
  }

  #show(): void {
    this.#reportRecoveries();
    this.#display.show(this.#state);
  }

  /** Files that were set aside, at the start or later: the user is told once. */
  #reportRecoveries(): void {
    for (const file of ['settings', 'history'] as const) {
      if (this.#reportedRecoveries.has(file) || this.#ports[file].recovered === null) continue;
      this.#reportedRecoveries.add(file);
      this.#state = reduce(this.#state, { kind: 'recovered', file });
    }
  }
}
