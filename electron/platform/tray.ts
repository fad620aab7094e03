/** The icon in the tray. One private render compares the model with what is drawn and touches only what differs. */
import { Menu, nativeImage, nativeTheme, Tray } from 'electron';
import type { TrayAction, TrayModel } from '../app/tray/tray-types.ts';
import { menuTemplate } from './tray-menu.ts';
import { trayImageFile } from './tray-images.ts';

export interface TrayOptions {
  /** Holds the folder `tray`. */
  readonly iconFolder: string;
  readonly platform: string;
  /** `XDG_CURRENT_DESKTOP` or "". */
  readonly desktop: string;
  readonly onAction: (action: TrayAction) => void;
}
export interface TrayHost {
  show(model: TrayModel): void;
  destroy(): void;
}

/** Once the app is ready. The icon appears with the first model. */
export function createTray(options: TrayOptions): TrayHost {
  return new ReconciledTray(options);
}

class ReconciledTray implements TrayHost {
  readonly #options: TrayOptions;
  /** Held on to: a tray nobody holds is collected, and vanishes. */
  #tray: Tray | null = null;
  #model: TrayModel | null = null;
  #drawn = { file: '', tooltip: '', menu: '' };
  readonly #onTheme = (): void => this.#render();

  constructor(options: TrayOptions) {
    this.#options = options;
    nativeTheme.on('updated', this.#onTheme);
  }

  show(model: TrayModel): void {
    this.#model = model;
    this.#render();
  }

  destroy(): void {
    nativeTheme.removeListener('updated', this.#onTheme);
    this.#model = null;
    this.#tray?.destroy();
    this.#tray = null;
  }

  #render(): void {
    const model = this.#model;
    if (model === null) return;
    const { iconFolder, platform, desktop } = this.#options;
    const isDark = nativeTheme.shouldUseDarkColorsForSystemIntegratedUI;
    const file = trayImageFile(iconFolder, model.icon, { platform, isDark, desktop });
    const menu = JSON.stringify(model.menu);
    const drawn = this.#drawn;
    const tray = this.#tray ?? this.#appear(file);
    if (file !== drawn.file) tray.setImage(nativeImage.createFromPath(file));
    if (model.tooltip !== drawn.tooltip) tray.setToolTip(model.tooltip);
    if (menu !== drawn.menu) tray.setContextMenu(Menu.buildFromTemplate(menuTemplate(model.menu, (action) => this.#act(action))));
    this.#drawn = { file, tooltip: model.tooltip, menu };
  }

  #appear(file: string): Tray {
    const tray = new Tray(nativeImage.createFromPath(file));
    // A click shows the menu by itself on macOS, and on most Linux panels.
    if (this.#options.platform !== 'darwin') tray.on('click', () => this.#options.onAction({ kind: 'open', target: null }));
    this.#tray = tray;
    this.#drawn.file = file;
    return tray;
  }

  #act(action: TrayAction): void {
    // Electron has moved the tick already. Drawn again, it says what is so, should the action change nothing.
    this.#drawn.menu = '';
    this.#options.onAction(action);
    this.#render();
  }
}
