/** The app's icon in the Dock of macOS, which is there while the window is. Other systems have no Dock. */
import { app } from 'electron';
import type { Timers } from '../app/ports/schedule.ts';
import type { Logger } from '../app/ports/system.ts';

/** For this long after `show`, Electron ignores `hide`: macOS would keep a second icon. */
const NO_HIDING_MS = 1_000;

export class DockIcon {
  readonly #timers: Timers;
  readonly #log: Logger;
  #cancel: () => void = () => undefined;

  constructor({ timers, log }: { readonly timers: Timers; readonly log: Logger }) {
    this.#timers = timers;
    this.#log = log;
  }

  show(): void {
    this.#cancel();
    app.dock?.show().catch(() => this.#log.log('warn', 'showing the app in the Dock failed'));
  }

  hide(): void {
    this.#cancel();
    app.dock?.hide();
    if (app.dock?.isVisible() === true) this.#cancel = this.#timers.after(NO_HIDING_MS, () => app.dock?.hide());
  }
}
