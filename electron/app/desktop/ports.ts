/** What the desktop app needs: stores, accounts, runs, and the screen it shows itself on. */
import type { AppChange, Appearance, WindowTarget } from '../../../shared/domain/app-state.ts';
import type { ClaimId } from '../../../shared/domain/ids.ts';
import type { MemoryChange } from '../../../shared/domain/memory.ts';
import type { PlanWishes } from '../../../shared/domain/plan.ts';
import type { RunProgress, RunReport, RunTrigger } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { AccessFailure, KeychainSystem } from '../../../shared/errors.ts';
import type { MainText } from '../../../shared/i18n/main-texts.ts';
import type { Result } from '../../../shared/result.ts';
import type { RunRefusal } from '../status/app-event.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { LastLists } from '../doors/last-lists.ts';
import type { OldConfig, OldConfigMistake } from '../mapping/import-config.ts';
import type { Notice } from '../attention/notice-types.ts';
import type { FileToSave } from '../ports/files.ts';
import type { HistoryStore, SettingsStore, WishStore } from '../ports/storage.ts';
import type { Clock, Logger, RunLock } from '../ports/system.ts';
import type { Look } from '../run/look/read-only.ts';
import type { PlanPreview } from '../run/look/preview.ts';
import type { Scheduler, Timers } from '../ports/schedule.ts';
import type { TrayModel } from '../tray/tray-types.ts';
import type { DiagnosticsFacts, ProgramFacts } from '../reports/diagnostics.ts';
import type { UpdateControl } from '../ports/updates.ts';
import type { Watchdog } from '../watchdog/watchdog.ts';
import type { ProgramLimits } from '../status/program-limits.ts';
import type { LocalizationPorts } from '../status/localization.ts';

export interface DesktopRunRequest {
  readonly trigger: RunTrigger;
  /** Keys of held operations that the user approved. */
  readonly applyHeld: ReadonlySet<string>;
  /** Only for this stay or person, as the user asked. */
  readonly claim?: ClaimId;
  readonly runId?: string;
  readonly settings: Settings;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: RunProgress) => void;
}

export interface NativeQuestion {
  readonly title: string;
  readonly body: string;
  readonly yes: string;
  readonly no: string;
}

/** What the user sees. Each function gets the whole content, not what changed. */
export interface Screen {
  showTray(model: TrayModel): void;
  showNotices(notices: readonly Notice[]): void;
  publish(change: AppChange): void;
  /** Builds the window on first use; null opens it where it was. */
  openWindow(target: WindowTarget | null): void;
  openLogFolder(): void;
  /** The system's own dialogs and menus look as the window does. */
  setTheme(theme: Appearance['theme']): void;
  /** The menu bar and the menus of fields are in the user's language. */
  setLanguage(text: MainText): void;
  /** To the system's clipboard. */
  copy(text: string): void;
  /** For a text with a PIN: the clipboard is emptied after a minute, unless it has something else by then. */
  copyBriefly(text: string): void;
  /** Keeps the window out of screenshots and shared screens for so long, where the system can. */
  protect(forMs: number): void;
  /** Asks the user outside the window's page, without blocking the program. null: it could not be asked. */
  ask(question: NativeQuestion): Promise<boolean | null>;
  /** The window's page as it is printed, where the user chooses. */
  savePdf(suggestedName: string): ReturnType<Screen['saveFile']>;
  /** Asks the user for the place. null: the user cancelled. */
  saveFile(file: FileToSave): Promise<Result<{ readonly savedAs: string | null }, { readonly message: string }>>;
}

export interface Diagnosis {
  readonly program: ProgramFacts;
  /** As text, redacted like the log. */
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
  readonly wishes: WishStore;
  readonly history: HistoryStore;
  /** What was last read from the locks. */
  readonly lists: Pick<LastLists, 'readings' | 'summaries' | 'summariesReadAtMs'>;
  /** Hears how each run ended. */
  readonly watchdog: Pick<Watchdog, 'afterSync' | 'remove'>;
  readonly accounts: Pick<Accounts, 'store' | 'remove' | 'test' | 'bookingCloud' | 'lockCloud' | 'reconnect' | 'pinVault'>;
  readonly screen: Screen;
  readonly startAtLogin: StartAtLogin;
  readonly limits: Pick<ProgramLimits, 'list'>;
  /** IANA zone of this computer: quiet hours and "until tomorrow" are its wall time. */
  readonly zone: string;
  /** Whose keychain it is; the advice when it fails differs. */
  readonly system: KeychainSystem;
  readonly version: string;
  readonly isDemo: boolean;
  readonly updates: UpdateControl;
  readonly diagnosis: Diagnosis;
  /** For what is written outside a run. Runs take it themselves. */
  readonly runLock: RunLock;
  run(request: DesktopRunRequest): Promise<Result<RunReport, RunRefusal>>;
  newRunId(): string;
  /**
   * What a run for this stay or person, or for all (null), would do now; `wishes`: in place of the stored ones; `remember`: taken for remembered,
   * beside what is. Writes nothing.
   */
  look(
    claim: ClaimId | null,
    settings: Settings,
    wishes: PlanWishes | null,
    remember?: readonly MemoryChange[],
  ): Promise<Result<Look, AccessFailure>>;
  /** What a run with these settings would do now. Writes nothing. */
  preview(settings: Settings): Promise<Result<PlanPreview, AccessFailure>>;
  /** Reads the older tool's configuration file. `optional`: the file may have a Smoobu key without its secret. */
  readOldConfig(text: string, options: { readonly apiSecret: 'optional' }): Promise<Result<OldConfig, readonly OldConfigMistake[]>>;
  /** Starts the program again, as the demo or not, once this process has ended. */
  relaunch(next: { readonly isDemo: boolean }): void;
  /** Closes everything and ends the program; called once, when no run is in progress. */
  exit(): void;
}

/** How the program was launched. */
export interface Launch {
  /** The program before this one ended with an uncaught error and relaunched itself. */
  readonly isAfterCrash: boolean;
  /** By an argument. */
  readonly wantsWindow: boolean;
  /** At login. */
  readonly isHidden: boolean;
}
/** What is known when the app starts and is not stored. */
export interface DesktopStart {
  readonly isOnline: boolean;
  /** Replaces the usual delays before a run; null in an installed app. */
  readonly runDelayMs: number | null;
  readonly launch: Launch;
}
