/** What a driver may ask of the app's main process. The hook on real Electron (../electron/hook.cjs) answers the same calls. */
import type {
  DialogAnswer,
  DialogSeen,
  ExternalOpened,
  ForeignFrame,
  IpcOutcome,
  MenuNode,
  NotificationView,
  TrayView,
  WindowView,
} from '../api.ts';

export interface Control {
  windows(): readonly WindowView[];
  closeWindow(id: number): void;
  minimizeWindow(id: number): void;
  crashPage(id: number): void;
  tray(): TrayView | null;
  clickTray(button: string): void;
  /** Items by their places from the top: [2, 0] is the first of the third one's submenu. */
  clickTrayItem(place: readonly number[]): void;
  applicationMenu(): readonly MenuNode[] | null;
  clickApplicationMenuItem(place: readonly number[]): void;
  notifications(): readonly NotificationView[];
  actOnNotification(id: number, kind: 'click' | 'close' | 'action', index: number): void;
  emitPower(event: string): void;
  setOnline(online: boolean): void;
  setDark(dark: boolean): void;
  activate(): void;
  answerDialog(answer: DialogAnswer): void;
  dialogs(): readonly DialogSeen[];
  opened(): readonly ExternalOpened[];
  clipboardText(): string;
  loginItem(): Readonly<Record<string, unknown>> | null;
  sendFromFrame(frame: ForeignFrame, channel: string, args: readonly unknown[]): Promise<IpcOutcome> | IpcOutcome;
  quit(): void;
}
