/** What the probe of an account needs beside the clouds themselves: their answers as they came, and a memory of what it may leave behind. */
import type { LockId } from '../../../shared/domain/ids.ts';
import type { CloudName } from '../../../shared/errors.ts';
import type { ProbeMark } from '../../../shared/probe/marks.ts';
import type { Seen } from '../../../shared/probe/seen.ts';
import type { BookingCloud, LockCloud } from './clouds.ts';

export interface ProbeAnswers {
  /** Answers to requests of these paths since the start, oldest first. null: none came. */
  taken(cloud: CloudName, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: RegExp): readonly (Seen | null)[];
  /** Asks The Keys for a lock with a token that nobody was given, or with none. Changes nothing. null: no answer came. */
  withoutToken(lockId: LockId, how: 'invented' | 'missing'): Promise<Seen | null>;
}

/** Clients of their own, whose answers are recorded. */
export interface ProbeLinks {
  readonly locks: LockCloud;
  /** null: there are no credentials for it. */
  readonly bookings: BookingCloud | null;
  readonly answers: ProbeAnswers;
  /** Secure: a whole number below the limit. */
  random(limit: number): number;
  close(): Promise<void>;
}

export interface ProbeMarkStore {
  /** The file could not be read and was renamed, so that a mark in it is lost. */
  readonly isDamaged: boolean;
  read(): readonly ProbeMark[];
  /** On the disk when it returns. Throws a StorageFailure where the disk does not take it. */
  write(marks: readonly ProbeMark[]): void;
}
