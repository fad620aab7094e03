/** `app.dock`, which only macOS has: the icon of the running app. */
import type * as Electron from 'electron';

/** As Electron's Browser::DockHide: macOS would keep a second icon. */
const NO_HIDING_MS = 1_000;

export class Dock implements Pick<Electron.Dock, 'show' | 'hide' | 'isVisible'> {
  private _isVisible = true;
  private _shownMs = Number.NEGATIVE_INFINITY;

  async show(): Promise<void> {
    this._shownMs = performance.now();
    this._isVisible = true;
  }

  /** Does nothing within a second after `show`. */
  hide(): void {
    if (performance.now() - this._shownMs >= NO_HIDING_MS) this._isVisible = false;
  }

  isVisible(): boolean {
    return this._isVisible;
  }
}
