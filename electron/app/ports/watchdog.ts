/** The service that hears of syncs, so that somebody is told when this computer is off. */
import type { PingFailureKind, PingNews, WatchdogService } from '../../../shared/domain/watchdog.ts';
import type { Result } from '../../../shared/result.ts';
import type { Secret } from '../../../shared/secret.ts';

export interface KnownAddress {
  readonly service: WatchdogService;
  /** The parts that must not be in a log. */
  readonly secrets: readonly string[];
}

/** `unsaid`: the service cannot be told of a failure, so nothing was sent. */
export type PingAnswer = 'answered' | 'unsaid';

export interface WatchdogLine {
  /** null: not an address that may be pinged. */
  recognise(address: Secret): KnownAddress | null;
  /** One request with a timeout of its own. Never rejects. `aborted`: by the signal. */
  ping(address: Secret, news: PingNews, signal: AbortSignal): Promise<Result<PingAnswer, PingFailureKind | 'aborted'>>;
}
