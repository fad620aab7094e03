/** What the desktop app needs beside the engine: the accounts, one run, and the things it shows itself with. */
import type { AppChange, Appearance, WindowTarget } from '../../../shared/domain/app-state.ts';
import type { RunProgress, RunReport, RunTrigger } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { CloudName, KeychainFailure, KeychainSystem } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/result.ts';
import type { AccessFailure } from '../accounts/access.ts';
import type { RunRefusal } from '../status/app-state.ts';
import type { StoredCredentials } from '../accounts/credentials.ts';
import type { OldConfig, OldConfigMistake } from '../mapping/import-config.ts';
import type { Notice } from '../attention/notice-types.ts';
import type { BookingCloud, LockCloud } from '../ports/clouds.ts';
import type { HistoryStore, SettingsStore } from '../ports/storage.ts';
import type { Clock, Logger } from '../ports/system.ts';
import type { PlanPreview } from '../run/preview.ts';
import type { Scheduler, Timers } from '../ports/schedule.ts';
import type { TrayModel } from '../tray/tray-types.ts';
import type { DiagnosticsFacts, ProgramFacts } from '../reports/diagnostics.ts';
import type { UpdateWishes } from '../ports/updates.ts';
import type { LocalizationPorts } from '../status/localization.ts';

export interface DesktopRunRequest {
  readonly trigger: RunTrigger;
  /** Held operations the user has agreed to. */
  readonly applyHeld: ReadonlySet<string>;
  readonly settings: Settings;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: RunProgress) => void;
}

export interface Accounts {
  /** Stores in the keychain; the next run uses them. */
  store(entry: StoredCredentials): Promise<Result<null, KeychainFailure>>;
  remove(cloud: CloudName): Promise<Result<null, KeychainFailure>>;
  /** The cheapest authenticated call; null: it worked. */
  test(cloud: CloudName): Promise<AccessFailure | null>;
  /** As they may be shown: Smoobu has none, a phone number is masked. */
  userName(cloud: CloudName): Promise<string | null>;
  bookingCloud(): Promise<Result<BookingCloud, AccessFailure>>;
  lockCloud(): Promise<Result<LockCloud, AccessFailure>>;
  /** The credentials were rejected: the next call asks again, since a client does not retry rejected credentials. */
  reconnect(): void;
}

/** What the user sees. Each is told the whole and finds out itself what to change. */
export interface Screen {
  showTray(model: TrayModel): void;
  showNotices(notices: readonly Notice[]): void;
  publish(change: AppChange): void;
  /** Builds the window on first use; null opens it where it was. */
  openWindow(target: WindowTarget | null): void;
  openLogFolder(): void;
  /** The system's own dialogs and menus look as the window does. */
  setTheme(theme: Appearance['theme']): void;
  /** Into the system's clipboard. */
  copy(text: string): void;
  /** Asks where to, then writes. null: the user changed their mind. */
  saveFile(file: FileToSave): Promise<Result<{ readonly savedAs: string | null }, { readonly message: string }>>;
}
export interface FileToSave {
  /** With its extension, without a folder. */
  readonly suggestedName: string;
  readonly content: string;
  readonly extension: 'csv' | 'json';
}

export interface Diagnosis {
  readonly program: ProgramFacts;
  /** As text, through the same sieve as the log. */
  write(facts: DiagnosticsFacts): string;
}

export interface StartAtLogin {
  /** False where the app is not installed. */
  readonly isPossible: boolean;
  isOn(): boolean;
  set(isOn: boolean): void;
}

export interface DesktopPorts extends LocalizationPorts {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly timers: Timers;
  readonly log: Logger;
  readonly settings: SettingsStore;
  readonly history: HistoryStore;
  readonly accounts: Accounts;
  readonly screen: Screen;
  readonly startAtLogin: StartAtLogin;
  /** IANA zone of this computer: quiet hours and "until tomorrow" are its wall time. */
  readonly zone: string;
  /** Whose keychain it is: what helps when it fails differs. */
  readonly system: KeychainSystem;
  readonly version: string;
  readonly isDemo: boolean;
  readonly updates: UpdateWishes;
  readonly diagnosis: Diagnosis;
  run(request: DesktopRunRequest): Promise<Result<RunReport, RunRefusal>>;
  /** What a run with these settings would do now. Writes nothing anywhere; may be asked for beside a run. */
  preview(settings: Settings): Promise<Result<PlanPreview, AccessFailure>>;
  newAbortController(): AbortController;
  /** The older tool's configuration file; `optional`: a Smoobu key may stand without its secret. */
  readOldConfig(text: string, options: { readonly apiSecret: 'optional' }): Promise<Result<OldConfig, readonly OldConfigMistake[]>>;
  /** Starts the program again, with the demo's data or without; this one ends in the ordinary way. */
  relaunch(next: { readonly isDemo: boolean }): void;
  /** Ends the program; called once, when everything is put away. */
  exit(): void;
}

/** What is known when the app starts, beside what the ports keep. */
export interface DesktopStart {
  readonly isOnline: boolean;
  /** Replaces the usual delays before a run; null in an installed app. */
  readonly runDelayMs: number | null;
  /** Of stored credentials, as they may be shown. */
  readonly userNames: Readonly<Record<CloudName, string | null>>;
}
