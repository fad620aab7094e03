/** The tray icon. A single private render compares the model with what is shown and updates only the difference. */
import { Menu, nativeImage, Tray } from 'electron';
import type { TrayAction, TrayModel } from '../app/tray/tray-types.ts';
import { menuTemplate } from './tray-menu.ts';
import { trayImageFile } from './tray-images.ts';

export interface TrayOptions {
  /** Contains the folder `tray`. */
  readonly iconFolder: string;
  readonly platform: string;
  readonly onAction: (action: TrayAction) => void;
}

/** Create it once the app is ready. The icon appears with the first model. */
export class TrayIcon {
  readonly #options: TrayOptions;
  /** Referenced for as long as it is shown: a garbage-collected tray disappears. */
  #tray: Tray | null = null;
  #model: TrayModel | null = null;
  #shown = { file: '', tooltip: '', menu: '' };

  constructor(options: TrayOptions) {
    this.#options = options;
  }

  show(model: TrayModel): void {
    this.#model = model;
    this.#render();
  }

  destroy(): void {
    this.#model = null;
    this.#tray?.destroy();
    this.#tray = null;
  }

  #render(): void {
    const model = this.#model;
    if (model === null) return;
    const { iconFolder, platform } = this.#options;
    const file = trayImageFile(iconFolder, model.icon, platform);
    const menu = JSON.stringify(model.menu);
    const shown = this.#shown;
    const tray = this.#tray ?? this.#create(file);
    if (file !== shown.file) tray.setImage(nativeImage.createFromPath(file));
    if (model.tooltip !== shown.tooltip) tray.setToolTip(model.tooltip);
    if (menu !== shown.menu) tray.setContextMenu(Menu.buildFromTemplate(menuTemplate(model.menu, (action) => this.#act(action))));
    this.#shown = { file, tooltip: model.tooltip, menu };
  }

  #create(file: string): Tray {
    const tray = new Tray(nativeImage.createFromPath(file));
    // On macOS a click opens the menu.
    if (this.#options.platform !== 'darwin') tray.on('click', () => this.#options.onAction({ kind: 'open', target: null }));
    this.#tray = tray;
    this.#shown.file = file;
    return tray;
  }

  #act(action: TrayAction): void {
    // Electron has toggled the check mark already: rebuild the menu, in case the action changes nothing.
    this.#shown.menu = '';
    this.#options.onAction(action);
    this.#render();
  }
}
