/** The running app: holds the state, asks for runs, and shows what changed in tray, notices and window. Works without any window. */
import type { AppSnapshot, WindowTarget } from '../../../shared/domain/app-state.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { completeSetup, stateAtStart } from './app-start.ts';
import { isRejected, reduce } from '../status/app-state.ts';
import type { AppEvent, AppState, RunRefused } from '../status/app-state.ts';
import { changesBetween } from '../status/app-snapshot.ts';
import type { SnapshotFields } from '../status/app-snapshot.ts';
import type { DesktopPorts, DesktopRunRequest, DesktopStart } from './ports.ts';
import { preserveSetupState } from './first-steps.ts';
import { NoticeSender } from './notice-sender.ts';
import { viewAt } from './view.ts';
import { createRunQueue } from '../schedule/run-queue.ts';
import type { RunQueue } from '../schedule/run-queue.ts';
import { err } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { decidesAboutCodes, pauseFor } from '../schedule/schedule-policy.ts';
import type { PauseChoice } from '../schedule/schedule-policy.ts';
import { trayModel } from '../tray/tray-model.ts';
import type { TrayAction } from '../tray/tray-types.ts';
import { runEndOf, Triggers } from '../schedule/triggers.ts';
import type { RunEnd } from '../schedule/triggers.ts';
import { createLocalizations } from '../status/localization.ts';
import type { Localization } from '../status/localization.ts';

type QueuedRun = Pick<DesktopRunRequest, 'trigger' | 'applyHeld'>;
type Answer = Result<RunReport, RunRefused>;

/** How long quitting waits for the current operation. */
export const QUIT_CAP_MS = 4_000;

export class Desktop {
  readonly #ports: DesktopPorts;
  readonly #queue: RunQueue<QueuedRun, Answer>;
  readonly #triggers: Triggers;
  readonly #notices: NoticeSender;
  readonly #localizationOf: (settings: Settings) => Localization;
  #state: AppState;
  #shown: SnapshotFields;
  #revision = 1;
  #currentRun: AbortController | null = null;
  #cancelTick: () => void = () => undefined;
  #quitting: Promise<void> | null = null;
  readonly #reportedRecoveries = new Set<'settings' | 'history'>();

  constructor(ports: DesktopPorts, start: DesktopStart) {
    this.#ports = ports;
    this.#localizationOf = createLocalizations(ports);
    this.#notices = new NoticeSender(ports);
    this.#state = stateAtStart(ports, start);
    const { schedule, pause, app, installation } = this.#state.settings;
    this.#shown = viewAt(this.#state, ports.clock.nowMs(), { ...ports, localization: this.localization() }).snapshot;
    this.#queue = createRunQueue<QueuedRun, Answer>(
      (wish) => this.#run(wish),
      (waiting, later) => ({
        trigger: later.trigger === 'manual' ? 'manual' : waiting.trigger,
        applyHeld: new Set([...waiting.applyHeld, ...later.applyHeld]),
      }),
    );
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
      { ...start, cron: schedule.cron, pause, isSetUp: app.firstStepsDone, installationNumber: installation },
    );
  }

  start(): void {
    this.#ports.screen.setTheme(this.#shown.appearance.theme);
    this.#triggers.start();
    this.#showAll();
    this.#tick();
  }

  snapshot(): AppSnapshot {
    return { revision: this.#revision, ...this.#shown };
  }
  settings(): Settings {
    return this.#ports.settings.read();
  }
  /** In the user's language at this moment; not to be stored, since the language can change. */
  localization(): Localization {
    return this.#localizationOf(this.#state.settings);
  }
  get text(): Localization['text'] {
    return this.localization().text;
  }

  /** The one way the state changes. */
  dispatch(event: AppEvent): void {
    this.#state = reduce(this.#state, event);
    this.#showAll();
  }

  /** False: not before the first steps are done. */
  syncNow(applyHeld: ReadonlySet<string> = new Set()): boolean {
    if (!this.settings().app.firstStepsDone) return false;
    if (this.#quitting !== null) return true;
    if (applyHeld.size === 0) void this.#triggers.runNow();
    // A bug has been logged where it ended the run.
    else this.#request({ trigger: 'manual', applyHeld }).catch(() => undefined);
    return true;
  }
  /** The user's word: from here on runs write, the first one at once. */
  finishFirstSteps(): void {
    completeSetup(this.#ports.settings);
    this.dispatch({ kind: 'settings-changed', settings: this.settings() });
    this.#triggers.setIsSetUp(true);
    this.syncNow();
  }
  /** Resolves when no run is in hand or waits. */
  whenIdle(): Promise<void> {
    return this.#queue.whenIdle();
  }

  setOnline(isOnline: boolean): void {
    if (isOnline !== this.#state.isOnline) this.dispatch({ kind: isOnline ? 'online' : 'offline' });
    this.#triggers.setOnline(isOnline);
  }
  resumedFromSleep(): void {
    this.#triggers.resumed();
    this.#showAll();
  }

  pause(choice: PauseChoice): Settings['pause'] {
    const pause = this.#savePause(choice);
    this.#triggers.setPause(pause);
    return pause;
  }

  /** Saves what the user changed; a run carries it out soon where codes depend on it. */
  saveSettings(wanted: Settings): void {
    const before = this.settings();
    const settings = preserveSetupState(before, wanted, this.#ports.clock.nowMs());
    this.#ports.settings.write(settings);
    if (settings.app.startAtLogin !== before.app.startAtLogin && this.#ports.startAtLogin.isPossible) {
      this.#ports.startAtLogin.set(settings.app.startAtLogin);
    }
    this.dispatch({ kind: 'settings-changed', settings });
    this.#triggers.setSchedule(settings.schedule.cron);
    this.#triggers.setPause(settings.pause);
    this.#triggers.setIsSetUp(settings.app.firstStepsDone);
    if (decidesAboutCodes(before, settings)) this.#triggers.changed();
  }

  /** Credentials were stored or removed. */
  credentialsChanged(): void {
    this.#triggers.changed();
  }

  /** False when it does not wait any more. */
  dismissHold(key: string): boolean {
    const { history, clock } = this.#ports;
    const wasWaiting = history.dismissHold(key, clock.nowMs());
    this.dispatch({ kind: 'holds-changed', holds: history.listHolds().map((hold) => hold.operation) });
    return wasWaiting;
  }

  act(action: Exclude<TrayAction, { kind: 'install-update' }>): void {
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
      case 'quit':
        void this.quit();
    }
  }

  openWindow(target: WindowTarget | null): void {
    this.#ports.screen.openWindow(target);
  }

  /** The run in hand ends after its operation in hand; resolves when nothing runs. */
  stopRuns(): Promise<void> {
    this.#currentRun?.abort();
    return this.#queue.whenIdle();
  }

  /** One way out, however often it is asked for: the operation in hand is finished, but not for ever. */
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
    // Asked of the very settings the run goes by: whatever brought it about, without the user's word nothing is written.
    if (!settings.app.firstStepsDone) return err('first-steps');
    const controller = this.#ports.newAbortController();
    if (this.#quitting !== null) controller.abort();
    this.#currentRun = controller;
    this.dispatch({ kind: 'run-started' });
    try {
      const answer = await this.#ports.run({
        ...queued,
        settings,
        signal: controller.signal,
        onProgress: (progress) => this.dispatch({ kind: 'run-progress', progress }),
      });
      const atMs = clock.nowMs();
      this.dispatch(
        answer.ok ? { kind: 'run-finished', report: answer.value, atMs } : { kind: 'run-refused', because: answer.error, atMs },
      );
      return answer;
    } catch (bug) {
      log.log('error', 'a run ended with a bug', { error: bug });
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
    this.dispatch(pause.kind === 'none' ? { kind: 'resumed' } : { kind: 'paused', pause });
    return pause;
  }

  /** Arrivals come near and quiet hours end without any event: looked at once a minute. */
  #tick(): void {
    this.#cancelTick = this.#ports.timers.after(MINUTE_MS, () => {
      this.#showAll();
      this.#tick();
    });
  }

  #showAll(): void {
    this.#reportRecoveries();
    const { clock, screen, startAtLogin } = this.#ports;
    const localization = this.localization();
    const { snapshot: next, matters } = viewAt(this.#state, clock.nowMs(), { ...this.#ports, localization });
    const changed = changesBetween(this.#shown, next);
    if (next.appearance.theme !== this.#shown.appearance.theme) screen.setTheme(next.appearance.theme);
    this.#shown = next;
    if (changed !== null) {
      this.#revision += 1;
      screen.publish({ revision: this.#revision, fields: changed });
    }
    const login = { startAtLogin: startAtLogin.isOn(), canStartAtLogin: startAtLogin.isPossible };
    screen.showTray(trayModel(next, matters, { ...login, localization }));
    if (this.#state.activity !== 'quitting') this.#notices.send(matters, this.#state.settings.notifications, localization.text);
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
