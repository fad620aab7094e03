/** Keeps the program up to date beside its work: asks the feed, fetches, tells the user, and says at the end whether to install. */
import { localNow, MINUTE_MS, timeOf } from '../../../shared/time.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import { isQuiet } from '../attention/notice-policy.ts';
import { firstCheckAfterMs, installAtEnd, LATER_MS, nextStep, NO_OFFER, shownUpdate } from './update-policy.ts';
import type { EndBy, UpdateMemory, UpdateOffer } from './update-policy.ts';
import type { Updates, UpdateWishes } from '../ports/updates.ts';

export interface UpdateKeeperPorts extends Pick<DesktopPorts, 'clock' | 'timers' | 'settings' | 'log' | 'zone' | 'newAbortController'> {
  readonly screen: Pick<DesktopPorts['screen'], 'showNotices'>;
  /** Loads what it takes, once it is needed. null: the program does not renew itself. */
  readonly open: (() => Promise<Updates>) | null;
}
/** What it needs of the app: the one that shows, and ends. */
export type UpdateDesktop = Pick<Desktop, 'dispatch' | 'snapshot' | 'localization' | 'whenIdle' | 'quit'>;

const LOOK_EVERY_MS = 15 * MINUTE_MS;
/** Runs break a download off. Where they do each time, it waits for the next day. */
const MAX_BROKEN_OFF = 3;

export class UpdateKeeper implements UpdateWishes {
  readonly #ports: UpdateKeeperPorts;
  readonly #startedMs: number;
  #desktop: UpdateDesktop | null = null;
  #updates: Updates | null = null;
  #offer: UpdateOffer = NO_OFFER;
  #runsInHand = 0;
  #brokenOff = 0;
  #isWorking = false;
  #isAwaitingRun = false;
  #endBy: EndBy = 'none';
  #download: AbortController | null = null;
  #cancelLook: () => void = () => undefined;

  constructor(ports: UpdateKeeperPorts) {
    this.#ports = ports;
    this.#startedMs = ports.clock.uptimeMs();
  }

  start(desktop: UpdateDesktop): void {
    this.#desktop = desktop;
    const { open, settings } = this.#ports;
    if (open !== null) this.#lookAfter(firstCheckAfterMs(settings.read().installation));
  }

  stop(): void {
    this.#cancelLook();
    this.#download?.abort();
  }

  /** Around every run: a download in hand gives way to it. */
  async duringRun<T>(run: () => Promise<T>): Promise<T> {
    this.#runsInHand += 1;
    this.#download?.abort();
    try {
      return await run();
    } finally {
      this.#runsInHand -= 1;
    }
  }

  /** The user's word. False: there is nothing to install. */
  install(): boolean {
    const desktop = this.#desktop;
    if (desktop === null || this.#offer.kind !== 'ready') return false;
    this.#isAwaitingRun = true;
    this.#show();
    void desktop.whenIdle().then(() => {
      // Meanwhile it may have been put off or withdrawn.
      if (!this.#isAwaitingRun || this.#offer.kind !== 'ready') return;
      this.#endBy = 'install';
      void desktop.quit();
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

  /** The user ends the program, and not the system or a start again. */
  hostQuits(): void {
    if (this.#endBy === 'none') this.#endBy = 'quit';
  }

  /** Once everything is put away. null: there is nothing to install, or this is not the time. */
  atEnd(): { readonly restart: boolean; readonly install: () => ReturnType<Updates['install']> } | null {
    const updates = this.#updates;
    const how = installAtEnd({
      endBy: this.#endBy,
      isRunning: this.#runsInHand > 0,
      offer: this.#offer,
      memory: this.#memory(),
      nowMs: this.#ports.clock.nowMs(),
    });
    return how === null || updates === null ? null : { restart: how.restart, install: () => updates.install(how) };
  }

  #lookAfter(delayMs: number): void {
    this.#cancelLook = this.#ports.timers.after(delayMs, () => {
      void this.#look().finally(() => this.#lookAfter(LOOK_EVERY_MS));
    });
  }

  async #look(): Promise<void> {
    const { clock, settings, log } = this.#ports;
    if (this.#isWorking || this.#desktop === null || this.#endBy !== 'none') return;
    this.#isWorking = true;
    try {
      for (;;) {
        const step = nextStep({
          nowMs: clock.nowMs(),
          runningMs: clock.uptimeMs() - this.#startedMs,
          firstCheckMs: firstCheckAfterMs(settings.read().installation),
          isRunning: this.#runsInHand > 0,
          isOnline: this.#desktop.snapshot().isOnline,
          isQuiet: this.#isQuiet(),
          offer: this.#offer,
          memory: this.#memory(),
        });
        if (step === 'wait') return;
        if (step === 'tell') this.#tell();
        else if (step === 'check') await this.#check();
        else if (!(await this.#fetch())) return;
      }
    } catch (bug) {
      // Never the reason why codes are not kept up.
      log.log('error', 'looking for a new version failed', { error: bug });
    } finally {
      this.#isWorking = false;
      this.#show();
    }
  }

  async #check(): Promise<void> {
    const { clock, open, log } = this.#ports;
    // First, so that whatever comes of it, it was today's one.
    this.#remember({ checkedAtMs: clock.nowMs() });
    this.#updates ??= (await open?.()) ?? null;
    const found = await this.#updates?.check();
    // A feed that cannot be read says nothing about what was fetched before.
    if (found?.ok !== true) return;
    this.#brokenOff = 0;
    if (found.value === null) this.#offer = NO_OFFER;
    else if (this.#offer.kind === 'none' || this.#offer.version !== found.value) {
      log.log('info', 'a newer version is there', { offered: found.value });
      this.#offer = { kind: 'found', version: found.value };
    }
  }

  /** False: not now. */
  async #fetch(): Promise<boolean> {
    const { newAbortController, log } = this.#ports;
    if (this.#offer.kind !== 'found' || this.#updates === null) return false;
    const { version } = this.#offer;
    const controller = newAbortController();
    this.#download = controller;
    const fetched = await this.#updates.download(controller.signal).finally(() => {
      this.#download = null;
    });
    if (fetched.ok) {
      log.log('info', 'a newer version is ready', { offered: version });
      this.#offer = { kind: 'ready', version };
      return true;
    }
    this.#brokenOff += 1;
    // After a run it is tried again; whatever else went wrong will not be better in a quarter of an hour.
    if (!controller.signal.aborted || this.#brokenOff >= MAX_BROKEN_OFF) this.#offer = NO_OFFER;
    return false;
  }

  #tell(): void {
    const { screen } = this.#ports;
    const text = this.#desktop?.localization().text;
    if (text === undefined || this.#offer.kind !== 'ready') return;
    const { version } = this.#offer;
    this.#remember({ toldVersion: version });
    screen.showNotices([
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
    const { clock } = this.#ports;
    const update = shownUpdate(this.#offer, this.#memory(), clock.nowMs(), this.#isAwaitingRun);
    this.#desktop?.dispatch({ kind: 'update', update });
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
    const current: Settings = settings.read();
    settings.write({ ...current, updates: { ...current.updates, ...change } });
  }
}
