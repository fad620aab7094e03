/** The engine and the clients with the demo clouds over loopback HTTP, and a clock that only tests move. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SmoobuClient } from '../../electron/clouds/smoobu/client.ts';
import { TheKeysClient } from '../../electron/clouds/the-keys/client.ts';
import { UndiciTransport } from '../../electron/clouds/http/transport.ts';
import type { HttpTransport } from '../../electron/clouds/http/types.ts';
import { startDemoClouds } from '../../electron/demo/clouds.ts';
import type { DemoClouds, DemoCloudsOptions } from '../../electron/demo/clouds.ts';
import type { DemoSeed } from '../../electron/demo/seed.ts';
import { LastLists } from '../../electron/app/doors/last-lists.ts';
import { runOnce } from '../../electron/app/run/engine.ts';
import { planWishes } from '../../electron/app/run/plan-wishes.ts';
import { guestTelling } from '../../electron/compose/run.ts';
import { answerQuestion } from '../../electron/app/questions/answer-question.ts';
import type { RunRequest } from '../../electron/app/run/run-request.ts';
import type { GuestTelling } from '../../electron/app/messages/guest-telling.ts';
import type { BookingCloud, LockCloud } from '../../electron/app/ports/clouds.ts';
import type { HistoryStore, WishStore } from '../../electron/app/ports/storage.ts';
import type { Deadline, Logger, PinSource, PinVault, RunLock, StartDeadline } from '../../electron/app/ports/system.ts';
import { killable, Killed, untilKilled } from './killable.ts';
import type { KillTime } from './killable.ts';
import { ReadFirst } from './read-first.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import type { VirtualClock } from '../support/virtual-clock.ts';
import { openHistoryStore } from '../../electron/storage/history/history-store.ts';
import { createPinSource } from '../../electron/storage/keychain/pin-source.ts';
import { createPinVault } from '../../electron/storage/keychain/pin-vault.ts';
import { memoryWishes } from '../../electron/storage/wishes/wishes-in-memory.ts';
import { defaultSettings } from '../../shared/domain/settings.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { Mapping } from '../../shared/domain/mapping.ts';
import type { RunReport, RunTrigger } from '../../shared/domain/run.ts';
import { Secret } from '../../shared/secret.ts';

export const SILENT: Logger = { log: () => undefined };

export interface World {
  readonly clock: VirtualClock;
  readonly clouds: DemoClouds;
  /** Of all installations. */
  readonly disk: { isFull: boolean };
  settings: Settings;
  /** What starts the runs, unless a run says so. */
  readonly trigger: RunTrigger;
  /** Another computer with its own history, and its own PIN key unless one is given. */
  install(options?: InstallOptions): Installation;
  close(): Promise<void>;
}
interface InstallOptions {
  readonly pinKey?: Uint8Array | null;
  /** In place of one in memory; the caller closes it. */
  readonly history?: HistoryStore;
  readonly wishes?: WishStore;
  readonly log?: Logger;
  readonly telling?: GuestTelling;
  readonly requestTimeoutMs?: number;
  /** In place of the world's. */
  readonly trigger?: RunTrigger;
  /** Never reached by default. */
  readonly startDeadline?: StartDeadline;
}
export interface Installation {
  readonly history: HistoryStore;
  readonly wishes: WishStore;
  readonly pins: PinSource;
  readonly vault: PinVault;
  /** The current clients; a restart replaces them. */
  clients(): { readonly bookings: BookingCloud; readonly locks: LockCloud };
  run(request?: Partial<RunRequest>): Promise<RunReport>;
  /** The locks whose lists the last run read itself. */
  readLocks(): ReadonlySet<number>;
  /** The user's answer; false when no such question is open. */
  answer(key: string, choice: string): boolean;
  /**
   * Kills the process at its n-th request from now (1 is the next one), before it is sent or after its response came. The run rejects with
   * `Killed`, and the next run is a new process with the same files. `stop` asks the run to end instead.
   */
  killAt(requestNumber: number, when: KillTime): void;
  /** Starts a new process with the same files. */
  restart(options?: Pick<InstallOptions, 'requestTimeoutMs'>): Promise<void>;
}

export async function startWorld(
  seed: DemoSeed,
  mapping: Mapping,
  options: Omit<DemoCloudsOptions, 'seed' | 'clock'> & {
    readonly nowMs: number;
    /** `command` by default; runs of the schedule read what matters. */
    readonly trigger?: RunTrigger;
    /** Histories are in files instead of memory, on `disk`. */
    readonly hasFiles?: boolean;
  },
): Promise<World> {
  const folder = options.hasFiles === true ? mkdtempSync(join(tmpdir(), 'latchkey-world-')) : null;
  const clock = createVirtualClock({ nowMs: options.nowMs });
  const clouds = await startDemoClouds({ ...options, seed, clock });
  const installed: { close(): Promise<void> }[] = [];
  const world: World = {
    clock,
    clouds,
    disk: { isFull: false },
    settings: { ...defaultSettings(), mapping },
    trigger: options.trigger ?? 'command',
    install(installOptions = {}) {
      const history =
        folder === null ? {} : { history: openOn(world.disk, join(folder, `history-${String(installed.length)}.sqlite`), clock) };
      const installation = createInstallation(world, { ...history, ...installOptions }, installed.length);
      installed.push(installation);
      return installation;
    },
    async close() {
      await Promise.all(installed.map((installation) => installation.close()));
      await clouds.close();
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
    },
  };
  return world;
}

function openOn(disk: World['disk'], file: string, clock: VirtualClock): HistoryStore {
  return openHistoryStore({
    file,
    clock,
    log: SILENT,
    beforeWrite: () => {
      if (disk.isFull) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    },
  });
}

function createInstallation(world: World, options: InstallOptions, index: number): Installation & { close(): Promise<void> } {
  const { clock, clouds } = world;
  const history = options.history ?? openHistoryStore({ file: ':memory:', clock, log: SILENT });
  const wishes = options.wishes ?? memoryWishes();
  const pinKey = options.pinKey === undefined ? new Uint8Array(32).fill(index + 1) : options.pinKey;
  const [pins, vault] = [createPinSource(pinKey), createPinVault(pinKey)];
  const log = options.log ?? SILENT;
  let runs = 0;
  let isKilled = false;
  let kill: { left: number; when: KillTime } | null = null;
  let stop = new AbortController();
  let requestTimeoutMs = options.requestTimeoutMs ?? 5_000;
  const readFirst = new ReadFirst(clouds.theKeys);
  let clients = connect();

  function connect() {
    // A new process knows no list.
    const lists = new LastLists(clock);
    const transport = (origin: string): HttpTransport =>
      killable(new UndiciTransport({ origin, userAgent: 'Latchkey/test', clock, log }), () => {
        if (kill === null) return null;
        kill.left -= 1;
        if (kill.left > 0) return null;
        if (kill.when !== 'stop') {
          isKilled = true;
          return kill.when;
        }
        stop.abort();
        return null;
      });
    const timeouts = { requestTimeoutMs };
    const { smoobu, theKeys } = clouds;
    const client = new TheKeysClient({
      ...timeouts,
      transport: transport(theKeys.url),
      clock,
      log,
      credentials: { username: theKeys.credentials.username, password: new Secret(theKeys.credentials.password) },
    });
    const locks = lists.watch(readFirst.watch(client));
    return {
      locks,
      lists: lists.of(locks),
      bookings: new SmoobuClient({
        ...timeouts,
        transport: transport(smoobu.url),
        clock,
        log,
        credentials: { apiKey: new Secret(smoobu.credentials.apiKey), apiSecret: new Secret(smoobu.credentials.apiSecret) },
      }),
    };
  }

  function tellingOf({ bookings: { guests } }: typeof clients): GuestTelling {
    const settings = { read: () => world.settings };
    const kept = untilKilled(history, () => isKilled);
    return guestTelling({
      guests,
      history: kept,
      wishes,
      settings,
      vault,
      clock,
      log,
      startDeadline: options.startDeadline ?? neverReached,
    });
  }

  async function reconnect(): Promise<void> {
    await Promise.all([clients.bookings.close(), clients.locks.close()]);
    clients = connect();
  }

  return {
    history,
    wishes,
    pins,
    vault,
    clients: () => clients,
    async run(request = {}) {
      stop = new AbortController();
      readFirst.begin();
      try {
        const answer = await runOnce(
          {
            bookings: clients.bookings,
            locks: clients.locks,
            ...(clients.lists === undefined ? {} : { lists: clients.lists }),
            history: untilKilled(history, () => isKilled),
            wishes: () => planWishes(wishes.read(), vault),
            changeWishes: (update) => wishes.change(update),
            telling: options.telling ?? tellingOf(clients),
            pins,
            clock,
            startDeadline: options.startDeadline ?? neverReached,
            runLock: alwaysFree,
            log,
            newRunId: () => {
              runs += 1;
              return `run-${String(index)}-${String(runs)}`;
            },
          },
          {
            mode: 'live',
            trigger: options.trigger ?? world.trigger,
            settings: world.settings,
            applyHeld: false,
            signal: stop.signal,
            ...request,
          },
        );
        readFirst.assert();
        if (isKilled) throw new Killed();
        if (!answer.ok) throw new Error(answer.error);
        // A client does not send rejected credentials again: the program reconnects for the next run.
        if (answer.value.problems.some(({ kind }) => kind === 'credentials-rejected')) await reconnect();
        return answer.value;
      } catch (error) {
        if (error instanceof Killed) await reconnect();
        throw error;
      } finally {
        kill = null;
        isKilled = false;
      }
    },
    readLocks: () => readFirst.read,
    answer(key, choice) {
      const settings = { read: () => world.settings, write: (next: Settings) => void (world.settings = next) };
      return answerQuestion({ history, settings, wishes }, key, choice, clock.nowMs()).ok;
    },
    killAt(requestNumber, when) {
      kill = { left: requestNumber, when };
    },
    async restart(restartOptions = {}) {
      requestTimeoutMs = restartOptions.requestTimeoutMs ?? requestTimeoutMs;
      await reconnect();
    },
    async close() {
      await Promise.all([clients.bookings.close(), clients.locks.close()]);
      history.close();
    },
  };
}

const alwaysFree: RunLock = { tryAcquire: () => ({ release: () => undefined }) };

export function neverReached(_durationMs: number, parent: AbortSignal | undefined): Deadline {
  return { signal: parent ?? new AbortController().signal, reached: () => false, cancel: () => undefined };
}
