/** What changes the state of the running app. */
import type { AppUpdate } from '../../../shared/domain/app-state.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { OperationReport, RunProgress, RunReport } from '../../../shared/domain/run.ts';
import type { Telling } from '../../../shared/domain/told.ts';
import type { Pause, Settings } from '../../../shared/domain/settings.ts';
import type { AccessFailure, CloudName } from '../../../shared/errors.ts';
import type { KnownDoors } from '../../../shared/readiness/facts.ts';

/** A file that could not be read and was set aside. */
export type RecoveredFile = 'settings' | 'history';

/** Why a run did not start: another process is running, the first steps are not completed, or there are no usable credentials. */
export type RunRefusal = 'busy' | 'first-steps' | AccessFailure;

export type AppEvent =
  | { readonly kind: 'run-started' }
  | { readonly kind: 'run-progress'; readonly progress: RunProgress }
  | { readonly kind: 'run-finished'; readonly report: RunReport; readonly atMs: number; readonly doors?: KnownDoors }
  | { readonly kind: 'run-refused'; readonly because: RunRefusal; readonly atMs: number }
  | { readonly kind: 'online-changed'; readonly isOnline: boolean }
  | { readonly kind: 'pause-changed'; readonly pause: Pause }
  | { readonly kind: 'schedule'; readonly nextRunAtMs: number | null }
  /** The stored credentials were tested. `failure` null: they work. */
  | { readonly kind: 'connection-tested'; readonly cloud: CloudName; readonly failure: AccessFailure | null; readonly atMs: number }
  /** `userName`: as it may be shown. */
  | { readonly kind: 'credentials-saved'; readonly cloud: CloudName; readonly userName: string | null }
  | { readonly kind: 'credentials-removed'; readonly cloud: CloudName }
  /** The user saved settings. */
  | { readonly kind: 'settings-changed'; readonly settings: Settings }
  /** These need a decision of the user. */
  | { readonly kind: 'holds-changed'; readonly holds: readonly OperationReport[] }
  /** The user answered it; these holds are left. */
  | { readonly kind: 'question-answered'; readonly key: string; readonly holds: readonly OperationReport[] }
  /** The user had this guest told, or said so. */
  | { readonly kind: 'told'; readonly bookingId: BookingId; readonly lines: readonly Telling[]; readonly atMs: number }
  /** The user erased all settings: stays and problems belong to the former mapping. */
  | { readonly kind: 'settings-erased' }
  | { readonly kind: 'recovered'; readonly file: RecoveredFile }
  | { readonly kind: 'update'; readonly update: AppUpdate | null }
  /** `periodMs`: between two syncs of the schedule. */
  | { readonly kind: 'minute-passed'; readonly atMs: number; readonly periodMs: number }
  | { readonly kind: 'quitting' };
