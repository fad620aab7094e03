/** Shows the app's state in the window, the tray and notifications, each time it changes. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { Covered } from '../../../shared/domain/readiness.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { quitLabel } from '../../../shared/readiness/covered-text.ts';
import type { coveredText } from '../../../shared/readiness/covered-text.ts';
import { DAY_MS, dateOf, localNow } from '../../../shared/time.ts';
import { knownCovered } from '../readiness/remember-covered.ts';
import { changesBetween } from '../status/app-snapshot.ts';
import type { SnapshotFields } from '../status/app-snapshot.ts';
import type { AppState } from '../status/app-state.ts';
import { createLocalizations } from '../status/localization.ts';
import type { Localization } from '../status/localization.ts';
import { trayModel } from '../tray/tray-model.ts';
import { NoticeSender } from './notice-sender.ts';
import type { DesktopPorts } from './ports.ts';
import { viewAt } from './view.ts';
import type { View } from './view.ts';

export class Display {
  readonly #ports: DesktopPorts;
  readonly #notices: NoticeSender;
  readonly #localizationOf: (settings: Settings) => Localization;
  #shown: SnapshotFields;
  #revision = 1;
  #covered: { readonly run: AppState['lastRun']; readonly known: Covered | null } | null = null;

  constructor(ports: DesktopPorts, state: AppState) {
    this.#ports = ports;
    this.#notices = new NoticeSender(ports);
    this.#localizationOf = createLocalizations(ports);
    this.#shown = this.#viewOf(state).snapshot;
  }

  start(): void {
    const { screen } = this.#ports;
    screen.setTheme(this.#shown.appearance.theme);
    screen.setLanguage(this.#localizationOf(this.#ports.settings.read()).text);
  }

  snapshot(): AppSnapshot {
    return { revision: this.#revision, ...this.#shown };
  }

  localization(state: AppState): Localization {
    return this.#localizationOf(state.settings);
  }

  show(state: AppState): void {
    const { screen, clock } = this.#ports;
    const { snapshot, matters } = this.#viewOf(state);
    const changed = changesBetween(this.#shown, snapshot);
    if (snapshot.appearance.theme !== this.#shown.appearance.theme) screen.setTheme(snapshot.appearance.theme);
    if (snapshot.appearance.language !== this.#shown.appearance.language) screen.setLanguage(this.localization(state).text);
    this.#shown = snapshot;
    if (changed !== null) {
      this.#revision += 1;
      screen.publish({ revision: this.#revision, fields: changed });
    }
    const localization = this.localization(state);
    screen.showTray(trayModel(snapshot, matters, { nowMs: clock.nowMs(), localization, quitLabel: this.covered(state, quitLabel) }));
    if (state.activity !== 'quitting') this.#notices.send(matters, state.settings.notifications, localization.text);
  }

  /** Until when codes are in place, in the words of `say`. null: no sync could tell yet. */
  covered(state: AppState, say: typeof coveredText): string | null {
    const { clock, zone } = this.#ports;
    const known = this.#knownCovered(state);
    if (known === null) return null;
    const nowMs = clock.nowMs();
    const { text, formats } = this.localization(state);
    const local = localNow(zone, known.untilMs);
    return say(known, nowMs, known.untilMs - nowMs < 7 * DAY_MS ? formats.dateTime(local) : formats.date(dateOf(local)), text);
  }

  /** The history is read once for each run; before the first one, another program may still write to it. */
  #knownCovered(state: AppState): Covered | null {
    const { history } = this.#ports;
    if (state.lastRun === null) return knownCovered(history);
    if (this.#covered === null || this.#covered.run !== state.lastRun) this.#covered = { run: state.lastRun, known: knownCovered(history) };
    return this.#covered.known;
  }

  #viewOf(state: AppState): View {
    const context = { ...this.#ports, localization: this.localization(state), covered: this.#knownCovered(state) };
    return viewAt(state, this.#ports.clock.nowMs(), context);
  }
}
