/** A backend in memory for the command line's tests: returns what a test sets, and records calls. */
import type { CredentialSources } from '../../../electron/app/accounts/accounts.ts';
import type { BookingCloud, LockCloud } from '../../../electron/app/ports/clouds.ts';
import { NONE_GIVEN } from '../../../electron/app/ports/storage.ts';
import type { HistoryStore, RunDetail, SecretName, SecretValues, WaitingHold } from '../../../electron/app/ports/storage.ts';
import type { ProbeLinks } from '../../../electron/app/ports/probe.ts';
import type { PinVault } from '../../../electron/app/ports/system.ts';
import { Watchdog } from '../../../electron/app/watchdog/watchdog.ts';
import type { Look } from '../../../electron/app/run/look/read-only.ts';
import type { Backend, LookOptions, SyncOptions, SyncRefusal } from '../../../electron/cli/backend.ts';
import { createPinVault } from '../../../electron/storage/keychain/pin-vault.ts';
import { decodeSecret, encodeSecret } from '../../../electron/storage/keychain/secret-codecs.ts';
import { memoryWishes } from '../../../electron/storage/wishes/wishes-in-memory.ts';
import type { Booking, UnitSummary } from '../../../shared/domain/booking.ts';
import type { Code, LockSummary } from '../../../shared/domain/code.ts';
import type { HistoryEvent } from '../../../shared/domain/history-event.ts';
import { nothingRemembered, withChanges } from '../../../shared/domain/memory.ts';
import type { MemoryChange, Remembered } from '../../../shared/domain/memory.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import type { ProbeMark } from '../../../shared/probe/marks.ts';
import { settingsSchema } from '../../../shared/domain/settings.ts';
import type { PingFailureKind, PingNews } from '../../../shared/domain/watchdog.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { AccessFailure, CloudFailure, KeychainFailure } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { branded, codeId, unitId } from '../ids.ts';

export const NOW_MS = Date.UTC(2026, 10, 23, 14, 0);

export class FakeBackend implements Backend {
  state: Settings = settingsSchema.parse({
    mapping: {
      units: [{ unitId: 500037, name: 'Loft Canal', doors: [{ lockId: 3705, keypadId: 'Kp7Qm2Xa' }] }],
      locks: [{ lockId: 3705, name: 'Loft door' }],
    },
  });
  keychain = new Map<SecretName, string>();
  keychainFailure: KeychainFailure | null = null;
  reports: Result<RunReport, SyncRefusal>[] = [];
  /** Called during each run. */
  duringSync: (options: SyncOptions) => void | Promise<void> = () => {};
  synced: SyncOptions[] = [];
  runs: RunDetail[] = [];
  holds: WaitingHold[] = [];
  remembered: Remembered = nothingRemembered();
  changes: MemoryChange[] = [];
  finished: RunReport[] = [];
  events: HistoryEvent[] = [];
  sources: CredentialSources = { smoobu: { kind: 'keychain' }, theKeys: { kind: 'keychain' }, pinKey: { kind: 'keychain' } };
  accessFailure: AccessFailure | null = null;
  cloudFailure: CloudFailure | null = null;
  units: UnitSummary[] = [{ id: unitId(500037), name: 'Loft Canal' }];
  locks = branded<LockSummary[]>([
    { id: 3705, name: 'Loft door', timeZone: 'Europe/Paris', batteryMillivolts: 7000, keypads: [{ keypadId: 'Kp7Qm2Xa', name: 'Keypad' }] },
  ]);
  codes: Code[] = [];
  bookings: Booking[] = [];
  bookingsFailure: CloudFailure | null = null;
  jobs: { cron: string; onDue: () => void; stopped: boolean }[] = [];
  logged: string[] = [];
  closed = 0;

  readonly logFile = '/home/ada/.config/latchkey/latchkey.log';
  readonly log = { log: (level: string, message: string) => void this.logged.push(`${level} ${message}`) };
  readonly runLock = { tryAcquire: () => ({ release: () => {} }) };
  readonly clock = { nowMs: () => NOW_MS, uptimeMs: () => 0, bootId: () => 'boot', sleep: async () => {}, random: () => 0.5 };
  readonly settings = {
    recovered: null,
    read: () => this.state,
    write: (settings: Settings) => {
      this.state = settingsSchema.parse(settings);
    },
  };
  readonly wishes = memoryWishes();
  readonly secrets = {
    read: async <N extends SecretName>(name: N) => this.#unlessLocked(decodeSecret(name, this.keychain.get(name) ?? '')),
    write: async <N extends SecretName>(name: N, value: SecretValues[N]) =>
      this.#unlessLocked(null, () => this.keychain.set(name, encodeSecret(name, value))),
    remove: async (name: SecretName) => this.#unlessLocked(null, () => this.keychain.delete(name)),
  };
  readonly scheduler = {
    validate: (cron: string) => cron.split(' ').length === 5,
    schedule: (cron: string, onDue: () => void) => {
      const job = { cron, onDue, stopped: false };
      this.jobs.push(job);
      return { stop: () => void (job.stopped = true), nextRuns: () => [NOW_MS + 15 * 60_000] };
    },
  };
  readonly history: HistoryStore = {
    recovered: null,
    unstored: null,
    listRuns: ({ limit }) => this.runs.slice(0, limit).map(({ run }) => run),
    readRun: (id) => this.runs.find(({ run }) => run.id === id) ?? null,
    listOperationsOfBooking: (bookingId) =>
      this.runs.flatMap(({ run, operations }) =>
        operations
          .filter((operation) => operation.bookingId === bookingId)
          .map((operation) => ({ ...operation, runId: run.id, startedAt: run.startedAt, trigger: run.trigger, outcome: run.outcome })),
      ),
    listHolds: () => this.holds,
    // Of what is recorded as one run, the report is what counts.
    beginRun: () => undefined,
    recordOperations: () => undefined,
    finishRun: (report) => void this.finished.push(report),
    closeInterrupted: unused,
    memory: () => ({
      pinDraws: new Map(),
      missingSinceMs: new Map(),
      waiting: new Map(this.holds.map(({ operation }) => [operation.key, operation])),
      remembered: this.remembered,
    }),
    rememberPinDraw: unused,
    rememberMissing: unused,
    forgetMissing: unused,
    putHolds: unused,
    dropHolds: (keys) => void (this.holds = this.holds.filter(({ operation }) => !keys.includes(operation.key))),
    recordEvent: (event) => void this.events.push(event),
    listEvents: () => [],
    clockMark: unused,
    remember: (changes) => {
      this.changes.push(...changes);
      this.remembered = withChanges(this.remembered, changes);
    },
    rememberClock: unused,
    forgetBooking: unused,
    prune: unused,
    close: unused,
  };

  pinged: { readonly address: string; readonly news: PingNews }[] = [];
  pingFailure: PingFailureKind | null = null;
  readonly watchdog = new Watchdog({
    secrets: this.secrets,
    settings: this.settings,
    history: this.history,
    clock: this.clock,
    log: this.log,
    given: NONE_GIVEN,
    onSecret: () => {},
    line: {
      recognise: (address) => ({ service: address.reveal().includes('/api/push/') ? 'uptime-kuma' : 'other', secrets: [] }),
      ping: async (address, news) => {
        this.pinged.push({ address: address.reveal(), news });
        return this.pingFailure === null ? ok('answered') : err(this.pingFailure);
      },
    },
  });

  marks: readonly ProbeMark[] = [];
  saved: string[] = [];
  readonly probe = {
    marks: { isDamaged: false, read: () => this.marks, write: (marks: readonly ProbeMark[]) => void (this.marks = marks) },
    open: async (): Promise<Result<ProbeLinks, AccessFailure>> => {
      const [locks, bookings] = [await this.lockCloud(), await this.bookingCloud()];
      if (!locks.ok) return locks;
      return ok({
        locks: locks.value,
        bookings: bookings.ok ? bookings.value : null,
        answers: { taken: () => [], withoutToken: async () => null },
        random: () => 5,
        close: async () => {},
      });
    },
    saveReport: (text: string) => {
      this.saved.push(text);
      return '/home/ada/.config/latchkey/account-facts.md';
    },
  };
  newPinKey(): Uint8Array {
    return new Uint8Array(32);
  }
  newRunId(): string {
    return 'run-act';
  }
  looks: Result<Look, AccessFailure>[] = [];
  looked: LookOptions[] = [];
  async look(options: LookOptions): Promise<Result<Look, AccessFailure>> {
    this.looked.push(options);
    const next = this.looks.shift();
    if (next === undefined) throw new Error('no look is left to answer with');
    return next;
  }
  async sync(options: SyncOptions): Promise<Result<RunReport, SyncRefusal>> {
    this.synced.push(options);
    await this.duringSync(options);
    const next = this.reports.shift();
    if (next === undefined) throw new Error('no report is left to answer with');
    return next;
  }
  async bookingCloud(): Promise<Result<BookingCloud, AccessFailure>> {
    if (this.accessFailure !== null) return err(this.accessFailure);
    return ok({
      readAccount: async () => this.#unlessDown({ id: 1, email: null }),
      listUnits: async () => this.#unlessDown(this.units),
      readUnit: async (id) => this.#unlessDown({ id, timeZone: 'Europe/Paris' }),
      clockOffsetMs: () => 0,
      requestCount: () => 0,
      close: async () => {},
      fetchBookings: async () =>
        this.bookingsFailure === null
          ? this.#unlessDown({ complete: true, bookings: this.bookings, incompleteBecause: null })
          : err(this.bookingsFailure),
      readBooking: unused,
    });
  }
  async lockCloud(): Promise<Result<LockCloud, AccessFailure>> {
    if (this.accessFailure !== null) return err(this.accessFailure);
    return ok({
      signIn: async () => this.#unlessDown(null),
      discover: async () => this.#unlessDown(this.locks),
      readAccount: async () => this.#unlessDown({ id: 1, locks: this.locks }),
      readGateway: async () => this.#unlessDown(null),
      readLog: async () => this.#unlessDown([]),
      listCodes: async (lockId) => this.#unlessDown({ lockId, codes: this.codes.filter((code) => code.lockId === lockId) }),
      createCode: async (lockId, keypadId, record) => {
        const id = codeId(Math.max(683_999, ...this.codes.map((code) => code.id)) + 1);
        this.codes.push({ ...record, id, lockId, keypadId, pinMayLackZeros: false, hasSchedule: false });
        return this.#unlessDown({ codeId: id });
      },
      updateCode: async (id, record) => {
        this.codes = this.codes.map((code) => (code.id === id ? { ...code, ...record } : code));
        return this.#unlessDown(null);
      },
      deleteCode: async (id) => {
        this.codes = this.codes.filter((code) => code.id !== id);
        return this.#unlessDown(null);
      },
      requestCount: () => 0,
      clockOffsetMs: () => null,
      close: async () => {},
    });
  }
  async pinVault(): Promise<Result<PinVault, KeychainFailure>> {
    return this.#unlessLocked(createPinVault(decodeSecret('pin-key', this.keychain.get('pin-key') ?? '')));
  }
  async credentialSources(): Promise<CredentialSources> {
    return this.sources;
  }
  async close(): Promise<void> {
    this.closed += 1;
  }

  #unlessLocked<T>(value: T, change: () => void = () => {}): Result<T, KeychainFailure> {
    if (this.keychainFailure !== null) return err(this.keychainFailure);
    change();
    return ok(value);
  }
  #unlessDown<T>(value: T): Result<T, CloudFailure> {
    return this.cloudFailure === null ? ok(value) : err(this.cloudFailure);
  }
}

function unused(): never {
  throw new Error('the command line does not use this');
}
