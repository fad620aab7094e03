/** What the user asked for, once the words on the command line are understood. Plain data. */
import type { BookingId, CodeId, KeypadId, LockId } from '../../shared/domain/ids.ts';
import type { CloudName } from '../../shared/errors.ts';
import type { LocalDate, WallTime } from '../../shared/time.ts';

export interface GlobalOptions {
  readonly home: string | null;
  readonly json: boolean;
  readonly verbose: boolean;
}

/** PINs arrive unchecked: the reader of arguments quotes what it refuses, and a PIN is not to be printed. */
export interface CodeOptions {
  readonly keypadId: KeypadId | null;
  readonly name: string | null;
  readonly pin: string | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly checkIn: WallTime | null;
  readonly checkOut: WallTime | null;
  readonly description: string | null;
}

export interface SyncRequest {
  readonly command: 'sync';
  readonly dryRun: boolean;
  readonly applyHeld: boolean;
  readonly configFile: string | null;
}
export interface WatchRequest {
  readonly command: 'watch';
  readonly cron: string | null;
}
export interface HistoryRequest {
  readonly command: 'history';
  readonly limit: number;
  readonly bookingId: BookingId | null;
  readonly runId: string | null;
}
export interface CodesListRequest {
  readonly command: 'codes-list';
  readonly lockId: LockId;
  readonly reveal: boolean;
}
export interface CodesCreateRequest {
  readonly command: 'codes-create';
  readonly lockId: LockId;
  readonly code: CodeOptions & {
    readonly keypadId: KeypadId;
    readonly name: string;
    readonly pin: string;
    readonly from: LocalDate;
    readonly to: LocalDate;
  };
}
export interface CodesUpdateRequest {
  readonly command: 'codes-update';
  readonly lockId: LockId;
  readonly codeId: CodeId;
  readonly code: CodeOptions;
}
export interface CodesDeleteRequest {
  readonly command: 'codes-delete';
  readonly lockId: LockId;
  readonly codeId: CodeId;
}
export interface ImportRequest {
  readonly command: 'import';
  readonly file: string;
  readonly dryRun: boolean;
}
export interface CredentialsRequest {
  readonly command: 'credentials';
  readonly action: 'set' | 'test' | 'remove';
  readonly cloud: CloudName;
}
export type Request =
  | SyncRequest
  | WatchRequest
  | { readonly command: 'status' }
  | HistoryRequest
  | { readonly command: 'discover' }
  | CodesListRequest
  | CodesCreateRequest
  | CodesUpdateRequest
  | CodesDeleteRequest
  | ImportRequest
  | CredentialsRequest
  | { readonly command: 'doctor' };
