/** What a driver can ask of the app's main process. The hook on real Electron (../electron/hook.cjs) answers the same calls. */
import type {
  DialogAnswer,
  DialogSeen,
  ExternalOpened,
  ForeignFrame,
  IpcOutcome,
  MenuNode,
  NotificationView,
  PowerEvent,
  TrayView,
  WindowView,
} from '../api.ts';

export interface Control {
  windows(): readonly WindowView[];
  closeWindow(id: number): void;
  minimizeWindow(id: number): void;
  setFullScreen(id: number, isFullScreen: boolean): void;
  crashPage(id: number): void;
  tray(): TrayView | null;
  clickTray(): void;
  /** By the item's place: [2, 0] is the first item in the submenu of the third. */
  clickTrayItem(place: readonly number[]): void;
  applicationMenu(): readonly MenuNode[] | null;
  clickApplicationMenuItem(place: readonly number[]): void;
  contextMenu(): readonly MenuNode[] | null;
  notifications(): readonly NotificationView[];
  clickNotification(id: number): void;
  emitPower(event: PowerEvent): void;
  /** Throws when the app interrupts the end of the session. */
  endSession(): void;
  activate(): void;
  isInDock(): boolean | null;
  setOnline(online: boolean): void;
  setDark(dark: boolean): void;
  answerDialog(answer: DialogAnswer): void;
  dialogs(): readonly DialogSeen[];
  opened(): readonly ExternalOpened[];
  clipboardText(): string;
  loginItem(): Readonly<Record<string, unknown>> | null;
  sendFromFrame(frame: ForeignFrame, channel: string, args: readonly unknown[]): Promise<IpcOutcome> | IpcOutcome;
  quit(): void;
}
