/** Pings a watchdog over HTTP: one request on a connection of its own, without redirects, never repeated. */
import type { KnownAddress, WatchdogLine } from '../../app/ports/watchdog.ts';
import type { Clock, Logger } from '../../app/ports/system.ts';
import { err, ok } from '../../../shared/result.ts';
import { isPrivateHost } from '../http/origin.ts';
import { UndiciTransport } from '../http/transport.ts';
import { readAddress } from './address.ts';
import { judgeAnswer, PING_FAILURE_OF, pingRequest } from './ping-request.ts';

export interface WatchdogLineOptions {
  readonly clock: Clock;
  readonly log: Logger;
  readonly userAgent: string;
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 10_000;
const MAX_BODY_BYTES = 64 * 1024;
/** In the log, instead of a path that is as good as a password. */
const LOGGED_AS = '/(watchdog)';

/** Shorter parts of a path are words such as `ping` or `push`. */
const MIN_SECRET_CHARACTERS = 10;

export function createWatchdogLine({ timeoutMs = DEFAULT_TIMEOUT_MS, ...options }: WatchdogLineOptions): WatchdogLine {
  return {
    recognise: (address) => {
      const read = readAddress(address.reveal());
      if (!read.ok) return null;
      const { service, path, query } = read.value;
      const parts = [path, ...query].flatMap((part) => part.split(/[/=]/)).filter((part) => part.length >= MIN_SECRET_CHARACTERS);
      return { service, secrets: [address.reveal(), ...parts] } satisfies KnownAddress;
    },
    ping: async (address, news, signal) => {
      const read = readAddress(address.reveal());
      if (!read.ok) return err('unreadable');
      const request = pingRequest(read.value, news);
      if (request === null) return ok('unsaid');
      const { origin, service } = read.value;
      const transport = new UndiciTransport({ ...options, origin, plainHttp: isPrivateHost, maxBodyBytes: MAX_BODY_BYTES });
      const outcome = await transport.exchange({ ...request, timeoutMs, signal, loggedAs: LOGGED_AS });
      await transport.close();
      if (!outcome.ok) return err(PING_FAILURE_OF[outcome.failure.kind]);
      const failure = judgeAnswer(service, outcome.answer);
      return failure === null ? ok('answered') : err(failure);
    },
  };
}
