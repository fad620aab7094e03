/** The running app, with or without a window: holds the state, starts runs, saves settings, and has everything shown that changes. */
import type { AppSnapshot, WindowTarget } from '../../../shared/domain/app-state.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import { userSettings } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { err } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { createRunQueue } from '../schedule/run-queue.ts';
import type { RunQueue } from '../schedule/run-queue.ts';
import { decidesAboutCodes, pauseFor } from '../schedule/schedule-policy.ts';
import type { PauseChoice } from '../schedule/schedule-policy.ts';
import { runEndOf, Triggers } from '../schedule/triggers.ts';
import type { RunEnd } from '../schedule/triggers.ts';
import { isRejected, reduce } from '../status/app-state.ts';
import type { AppEvent, AppState, RunRefusal } from '../status/app-state.ts';
import type { Localization } from '../status/localization.ts';
import type { TrayAction } from '../tray/tray-types.ts';
import { sameValue } from '../values/same-value.ts';
import { restartedNotice } from '../updates/crash-policy.ts';
import { completeSetup, opensWindow, stateAtStart } from './app-start.ts';
import { Display } from './display.ts';
import { preserveSetupState } from './first-steps.ts';
import type { DesktopPorts, DesktopRunRequest, DesktopStart, Launch } from './ports.ts';

type QueuedRun = Pick<DesktopRunRequest, 'trigger' | 'applyHeld'>;
type Answer = Result<RunReport, RunRefusal>;

/** How long quitting waits for the current operation. */
export const QUIT_CAP_MS = 4_000;

export class Desktop {
  readonly #ports: DesktopPorts;
  readonly #queue: RunQueue<QueuedRun, Answer>;
  readonly #triggers: Triggers;
  readonly #display: Display;
  readonly #launch: Launch;
  #state: AppState;
  #currentRun: AbortController | null = null;
  #cancelTick: () => void = () => undefined;
  #quitting: Promise<void> | null = null;
  readonly #reportedRecoveries = new Set<'settings' | 'history'>();

  constructor(ports: DesktopPorts, start: DesktopStart) {
    this.#ports = ports;
    this.#launch = start.launch;
    this.#state = stateAtStart(ports, start.isOnline);
    this.#display = new Display(ports, this.#state);
    this.#queue = createRunQueue<QueuedRun, Answer>(
      (queued) => this.#run(queued),
      (waiting, later) => ({
        trigger: later.trigger === 'manual' ? 'manual' : waiting.trigger,
        applyHeld: new Set([...waiting.applyHeld, ...later.applyHeld]),
      }),
    );
    const { schedule, pause, setup, installation } = this.#state.settings;
    this.#triggers = new Triggers(
      {
        clock: ports.clock,
        scheduler: ports.scheduler,
        timers: ports.timers,
        log: ports.log,
        requestRun: (trigger) => this.#request({ trigger, applyHeld: new Set() }),
        onNextRun: (nextRunAtMs) => this.dispatch({ kind: 'schedule', nextRunAtMs }),
        onPauseEnded: () => this.#savePause('none'),
      },
      {
        cron: schedule.cron,
        pause,
        isOnline: start.isOnline,
        isSetUp: setup.done,
        installationNumber: installation,
        runDelayMs: start.runDelayMs,
      },
    );
  }

  start(): void {
    this.#display.start();
    this.#triggers.start();
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

  /** False before setup is complete. */
  syncNow(applyHeld: ReadonlySet<string> = new Set()): boolean {
    if (!this.settings().setup.done) return false;
    if (this.#quitting !== null) return true;
    if (applyHeld.size === 0) void this.#triggers.runNow();
    // A bug has been logged where it ended the run.
    else this.#request({ trigger: 'manual', applyHeld }).catch(() => undefined);
    return true;
  }
  /** From now on runs write, the first one at once. */
  finishFirstSteps(): void {
    completeSetup(this.#ports.settings);
    this.dispatch({ kind: 'settings-changed', settings: this.settings() });
    this.#triggers.setIsSetUp(true);
    this.syncNow();
  }
  /** Resolves when no run is in progress or queued. */
  whenIdle(): Promise<void> {
    return this.#queue.whenIdle();
  }

  setOnline(isOnline: boolean): void {
    if (isOnline !== this.#state.isOnline) this.dispatch({ kind: 'online-changed', isOnline });
    this.#triggers.setOnline(isOnline);
  }
  resumedFromSleep(): void {
    this.#triggers.resumed();
    this.#show();
  }

  pause(choice: PauseChoice): Settings['pause'] {
    const pause = this.#savePause(choice);
    this.#triggers.setPause(pause);
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
    this.#triggers.setSchedule(settings.schedule.cron);
    this.#triggers.setPause(settings.pause);
    this.#triggers.setIsSetUp(settings.setup.done);
    if (decidesAboutCodes(before, settings)) this.#triggers.changed();
  }

  /** Shows what another process (the command line) changed in the settings. */
  refreshSettings(): void {
    const settings = this.settings();
    const shown = (of: Settings): unknown => [of.mapping, userSettings(of)];
    if (!sameValue(shown(settings), shown(this.#state.settings))) this.dispatch({ kind: 'settings-changed', settings });
  }

  /** Credentials were stored or removed. */
  credentialsChanged(): void {
    this.#triggers.changed();
  }

  /** False when it was not waiting any more. */
  dismissHold(key: string): boolean {
    const { history, clock } = this.#ports;
    const wasWaiting = history.dismissHold(key, clock.nowMs());
    this.dispatch({ kind: 'holds-changed', holds: history.listHolds().map((hold) => hold.operation) });
    return wasWaiting;
  }

  act(action: TrayAction): void {
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
      case 'start-at-login': {
        const settings = this.settings();
        this.saveSettings({ ...settings, app: { ...settings.app, startAtLogin: action.enabled } });
        return;
      }
      case 'install-update':
        this.#ports.updates.install();
        return;
      case 'quit':
        this.#ports.updates.userQuits();
        void this.quit();
    }
  }

  openWindow(target: WindowTarget | null): void {
    this.#ports.screen.openWindow(target);
  }

  /** The current run ends after its current operation; resolves when no run is in progress or queued. */
  stopRuns(): Promise<void> {
    this.#currentRun?.abort();
    return this.#queue.whenIdle();
  }

  /** Lets the current operation finish, for a limited time. Asked for again, it is the same shutdown. */
  quit(): Promise<void> {
    this.#quitting ??= this.#quit();
    return this.#quitting;
  }

  async #quit(): Promise<void> {
    const { log, timers } = this.#ports;
    log.log('info', 'quitting');
    this.#triggers.stop();
    this.#cancelTick();
    this.dispatch({ kind: 'quitting' });
    await new Promise<void>((resolve) => {
      const cancel = timers.after(QUIT_CAP_MS, resolve);
      void this.stopRuns().then(cancel).then(resolve);
    });
    this.#ports.exit();
  }

  async #request(run: QueuedRun): Promise<RunEnd> {
    if (this.#quitting !== null) return 'refused';
    const answer = await this.#queue.request(run);
    if (answer.ok) return runEndOf(answer.value);
    return isRejected(answer.error) ? 'credentials-rejected' : 'refused';
  }

  async #run(queued: QueuedRun): Promise<Answer> {
    const { clock, log } = this.#ports;
    const settings = this.settings();
    // Checked in the settings that this run uses: whatever started it, nothing is written before setup is complete.
    if (!settings.setup.done) return err('first-steps');
    const controller = new AbortController();
    if (this.#quitting !== null) controller.abort();
    this.#currentRun = controller;
    this.dispatch({ kind: 'run-started' });
    try {
      const onProgress: DesktopRunRequest['onProgress'] = (progress) => this.dispatch({ kind: 'run-progress', progress });
      const request = { ...queued, settings, signal: controller.signal, onProgress };
      const answer = await this.#ports.updates.duringRun(() => this.#ports.run(request));
      const atMs = clock.nowMs();
      this.dispatch(
        answer.ok ? { kind: 'run-finished', report: answer.value, atMs } : { kind: 'run-refused', because: answer.error, atMs },
      );
      return answer;
    } catch (bug) {
      log.log('error', 'run failed with a bug', { error: bug });
      this.dispatch({ kind: 'run-refused', because: 'busy', atMs: clock.nowMs() });
      throw bug;
    } finally {
      this.#currentRun = null;
    }
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
      this.#show();
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
