/** Tells a dead-man's-switch service how syncs go. It never delays or fails a sync: what goes wrong is remembered, and shown with the next one. */
import type { MemoryValue } from '../../../shared/domain/memory.ts';
import type { RunSummary } from '../../../shared/domain/run.ts';
import type { PingFailureKind, PingNews, WatchdogService } from '../../../shared/domain/watchdog.ts';
import type { KeychainFailure } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { Secret } from '../../../shared/secret.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { rememberStored, wasStored } from '../accounts/credentials.ts';
import type { GivenCredentials, HistoryStore, SecretStore, SettingsStore } from '../ports/storage.ts';
import type { Clock, Logger } from '../ports/system.ts';
import type { WatchdogLine } from '../ports/watchdog.ts';
import { judgeSync } from './judge-sync.ts';
import type { SyncEnd } from './judge-sync.ts';

export interface WatchdogPorts {
  readonly secrets: SecretStore;
  readonly settings: SettingsStore;
  readonly history: Pick<HistoryStore, 'memory' | 'remember'>;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly given: GivenCredentials;
  readonly line: WatchdogLine;
  readonly log: Logger;
  /** Called with every secret that was read, so that the log can redact it. */
  onSecret(text: string): void;
}

export interface WatchdogState {
  /** null: its address cannot be read. */
  readonly service: WatchdogService | null;
  readonly answeredAtMs: number | null;
  /** Of the last ping; null: it was answered, or there was none. */
  readonly failure: PingFailureKind | null;
}
export type TestFailure = PingFailureKind | 'aborted' | 'not-set' | KeychainFailure;

const KEY = 'ping';
const MAX_BAD = 3;
const MIN_GAP_MS = MINUTE_MS;

type Remembered = MemoryValue<'watchdog'>;
const NOTHING: Remembered = { setAtMs: 0, bad: 0, pingedAtMs: null, answeredAtMs: null, failure: null };

export class Watchdog {
  readonly #ports: WatchdogPorts;
  readonly #closing = new AbortController();
  #open: Promise<void> = Promise.resolve();
  /** Read once, since the keychain may ask the user each time; `setAtMs` tells when another process stored another one. */
  #address: { readonly setAtMs: number; readonly value: Secret } | null = null;

  constructor(ports: WatchdogPorts) {
    this.#ports = ports;
  }

  /** Returns at once. */
  afterSync(sync: Pick<RunSummary, 'mode' | 'trigger'>, end: SyncEnd): void {
    const news = judgeSync(sync, end);
    if (news === null) return;
    this.#open = this.#open
      .then(() => this.#hear(news))
      .catch((error: unknown) => this.#ports.log.log('error', 'watchdog failed', { error }));
  }

  /** Resolves when no ping is under way, or the signal aborts. */
  async settled(signal: AbortSignal): Promise<void> {
    const stopped = new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await Promise.race([this.#open, stopped]);
  }

  /** Pings now, as after a good sync. */
  async test(signal: AbortSignal): Promise<Result<WatchdogService, TestFailure>> {
    if (!this.#isSet()) return err('not-set');
    const address = await this.#read();
    if (!address.ok) return address;
    const { line } = this.#ports;
    const service = line.recognise(address.value)?.service;
    if (service === undefined) return err('unreadable');
    const failure = await this.#ping(address.value, 'good', signal);
    return failure === null ? ok(service) : err(failure);
  }

  /** Reads the keychain, not the network. null: none is set. */
  async state(): Promise<WatchdogState | null> {
    if (!this.#isSet()) return null;
    const address = await this.#read();
    const service = address.ok ? (this.#ports.line.recognise(address.value)?.service ?? null) : null;
    const { answeredAtMs, failure } = this.#recall();
    return { service, answeredAtMs, failure: service === null ? 'unreadable' : failure };
  }

  /** What was remembered of an earlier address is forgotten, and a running app reads this one. */
  async store(address: Secret): Promise<Result<WatchdogService, KeychainFailure>> {
    const { secrets, settings, clock, line } = this.#ports;
    const written = await secrets.write('watchdog', address);
    if (!written.ok) return written;
    rememberStored(settings, 'watchdog', true);
    this.#remember({ ...NOTHING, setAtMs: clock.nowMs() });
    return ok(line.recognise(address)?.service ?? 'other');
  }

  async remove(): Promise<Result<null, KeychainFailure>> {
    const { secrets, settings } = this.#ports;
    const removed = await secrets.remove('watchdog');
    if (!removed.ok) return removed;
    rememberStored(settings, 'watchdog', false);
    this.#remember(null);
    return removed;
  }

  /** Aborts a ping that is under way. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#open;
  }

  async #hear(news: PingNews): Promise<void> {
    const before = this.#recall();
    if (!this.#isSet()) {
      // It was given by the environment, and is no more.
      if (before !== NOTHING) this.#remember(null);
      return;
    }
    const bad = news === 'good' ? 0 : before.bad + 1;
    if (bad !== before.bad) this.#remember({ ...before, bad });
    const sinceMs = this.#ports.clock.nowMs() - (before.pingedAtMs ?? 0);
    const isTooSoon = before.pingedAtMs !== null && sinceMs >= 0 && sinceMs < MIN_GAP_MS;
    if (isTooSoon || this.#closing.signal.aborted || (news !== 'good' && bad < MAX_BAD)) return;
    const address = await this.#read();
    if (address.ok) await this.#ping(address.value, news, this.#closing.signal);
    else this.#remember({ ...this.#recall(), failure: 'unreadable' });
  }

  async #ping(address: Secret, news: PingNews, signal: AbortSignal): Promise<PingFailureKind | 'aborted' | null> {
    const { line, clock, log } = this.#ports;
    // Before it is sent, so that two processes do not ping at once.
    this.#remember({ ...this.#recall(), pingedAtMs: clock.nowMs() });
    const answer = await line.ping(address, news, AbortSignal.any([signal, this.#closing.signal]));
    const failure = answer.ok ? null : answer.error;
    log.log(failure === null ? 'info' : 'warn', 'watchdog pinged', { news, answer: answer.ok ? answer.value : answer.error });
    if (failure === 'aborted' || (answer.ok && answer.value === 'unsaid')) return failure;
    const after = this.#recall();
    this.#remember(failure === null ? { ...after, answeredAtMs: clock.nowMs(), failure } : { ...after, failure });
    return failure;
  }

  #isSet(): boolean {
    return this.#ports.given.watchdog !== null || wasStored(this.#ports.settings, 'watchdog');
  }

  async #read(): Promise<Result<Secret, KeychainFailure>> {
    const { given, secrets, line } = this.#ports;
    const { setAtMs } = this.#recall();
    if (this.#address?.setAtMs === setAtMs) return ok(this.#address.value);
    const read = given.watchdog === null ? await secrets.read('watchdog') : ok(given.watchdog.credentials);
    if (!read.ok) return read;
    if (read.value === null) return err({ kind: 'keychain-locked', message: 'The keychain does not give the address of the watchdog.' });
    for (const secret of line.recognise(read.value)?.secrets ?? [read.value.reveal()]) this.#ports.onSecret(secret);
    this.#address = { setAtMs, value: read.value };
    return ok(read.value);
  }

  #recall(): Remembered {
    return this.#ports.history.memory().remembered.watchdog.get(KEY) ?? NOTHING;
  }
  #remember(value: Remembered | null): void {
    this.#ports.history.remember([{ kind: 'watchdog', key: KEY, value }]);
  }
}
