/** What the running app knows and shows: one snapshot for the window, the tray and the notices. No secrets, no PINs. */
import type { CloudFailureKind, CloudName, KeychainFailureKind } from '../errors.ts';
import type { Language } from '../i18n/languages.ts';
import type { BookingId, KeypadPlace, LockId, UnitId } from './ids.ts';
import type { Stay } from './plan.ts';
import type { Problem } from './problem.ts';
import type { OperationReport, RequestCounts, RunCounts, RunProgress, RunSummary } from './run.ts';
import type { Pause, UserSettings } from './settings.ts';

export type Activity = 'starting' | 'idle' | 'syncing' | 'quitting';

/** What is stored for a cloud and how its last test or run went. */
export interface Connection {
  readonly stored: boolean;
  /** Smoobu: null. The Keys: the phone number with all but the last two digits masked. */
  readonly userName: string | null;
  /** null: never tried since the start. */
  readonly lastTest: ConnectionTest | null;
}
interface ConnectionTest {
  readonly atMs: number;
  /** null: it worked. */
  readonly failure: CloudFailureKind | KeychainFailureKind | null;
}

/** The last run, as far as the window shows it at once; the rest is in the history. */
export interface LastRun {
  readonly run: RunSummary;
  readonly counts: RunCounts;
  readonly problems: readonly Problem[];
  readonly requests: RequestCounts;
}

/** Something that needs the user, most pressing first. `target` says where the window opens. */
export interface AttentionItem {
  /** The same from run to run while it is the same matter. */
  readonly key: string;
  /** The matter's name, as electron/app/attention lists them. */
  readonly kind: string;
  readonly severity: 'urgent' | 'warning';
  readonly cloud: CloudName | null;
  readonly bookingId: BookingId | null;
  readonly unitId: UnitId | null;
  readonly lockId: LockId | null;
  /** A sentence in the user's language. */
  readonly message: string;
  readonly target: WindowTarget;
}
/** A place in the window. */
export type WindowTarget =
  | { readonly view: 'arrivals'; readonly bookingId: BookingId | null }
  /** `bookingId`: the runs that did something for this booking. */
  | { readonly view: 'history'; readonly runId: string | null; readonly bookingId?: BookingId }
  | { readonly view: 'mapping'; readonly unitId: UnitId | null }
  | { readonly view: 'accounts'; readonly cloud: CloudName | null }
  | { readonly view: 'settings' }
  | { readonly view: 'timeline' }
  | { readonly view: 'first-steps' };

export type Verdict = 'ready' | 'on-its-way' | 'needs-you';
/** One live stay with what it means for the guest. */
export interface StayStatus {
  readonly stay: Stay;
  readonly verdict: Verdict;
  /** Why it needs the user; null otherwise. */
  readonly because: Problem | null;
  /** Start and end of the stay as instants, for sorting and counting down; the doors' zone is reckoned in. */
  readonly startMs: number;
  readonly endMs: number;
  /** Places whose code was read from the lock and was right, in the last run. */
  readonly verifiedPlaces: readonly KeypadPlace[];
}

/** How the window speaks and looks, settled from the settings and what the system says. */
export interface Appearance {
  readonly language: Language;
  /** A BCP 47 tag for dates, times and numbers. */
  readonly locale: string;
  /** `system` follows the system as it changes. */
  readonly theme: 'system' | 'light' | 'dark';
}
/** What things are called, as far as the settings know: an id without a name is not listed, or has an empty one. */
export interface Names {
  readonly units: readonly { readonly unitId: UnitId; readonly name: string }[];
  readonly doors: readonly DoorName[];
}
export interface DoorName extends KeypadPlace {
  readonly lockName: string;
  readonly keypadName: string;
}

/** A newer version that has been fetched and checked. */
export interface AppUpdate {
  readonly version: string;
  /** `put-off`: the user said later. `after-run`: the user said now, and a run is in hand. */
  readonly state: 'ready' | 'put-off' | 'after-run';
}

export interface AppSnapshot {
  /** Grows by one with every change; a gap means that changes were missed and the snapshot must be read again. */
  readonly revision: number;
  readonly activity: Activity;
  readonly progress: RunProgress | null;
  readonly lastRun: LastRun | null;
  /** Epoch milliseconds; null when paused, offline without a slot, or not scheduled. */
  readonly nextRunAtMs: number | null;
  readonly pause: Pause;
  readonly isOnline: boolean;
  readonly isDemo: boolean;
  /** False: no run starts, and nothing is written. */
  readonly firstStepsDone: boolean;
  readonly settings: UserSettings;
  readonly appearance: Appearance;
  readonly names: Names;
  readonly connections: Readonly<Record<CloudName, Connection>>;
  readonly stays: readonly StayStatus[];
  /** When the run that read these stays ended: a run that fails keeps the stays of the last good one. null before the first. */
  readonly staysReadAtMs: number | null;
  readonly holds: readonly OperationReport[];
  readonly attention: readonly AttentionItem[];
  readonly version: string;
  /** null: nothing to install. */
  readonly update: AppUpdate | null;
}
/** What changed: whole top-level fields. */
export interface AppChange {
  readonly revision: number;
  readonly fields: Partial<Omit<AppSnapshot, 'revision'>>;
}
