/** Builds the clients of both clouds: shared by the desktop app, the command line and the demo. */
import type { AccessGate, BookingCloud, LockCloud, SmoobuCredentials, TheKeysCredentials } from '../app/ports/clouds.ts';
import type { Clock, Logger } from '../app/ports/system.ts';
import { UndiciTransport } from '../clouds/http/transport.ts';
import type { HttpTransport } from '../clouds/http/types.ts';
import { SmoobuClient, SMOOBU_BUDGET, SMOOBU_ORIGIN } from '../clouds/smoobu/client.ts';
import { TheKeysClient, THE_KEYS_ORIGIN } from '../clouds/the-keys/client.ts';
import type { CloudName } from '../../shared/errors.ts';

export interface CloudWorld {
  readonly clock: Clock;
  readonly log: Logger;
  readonly version: string;
  /** Around each transport; for the probe of an account. */
  readonly through?: (cloud: CloudName, transport: HttpTransport) => HttpTransport;
}
/** One account: its credentials, or null when there are none, and its address, or null for the service's own. */
export interface CloudAccount<Credentials> {
  readonly credentials: Credentials | null;
  readonly origin: string | null;
  readonly gate?: AccessGate;
}

export function connectSmoobu(account: CloudAccount<SmoobuCredentials>, world: CloudWorld): BookingCloud {
  const { clock, log, through = unchanged } = world;
  const gate = gateOf(account);
  const transport = new UndiciTransport({
    ...gate,
    origin: account.origin ?? SMOOBU_ORIGIN,
    userAgent: userAgent(world),
    clock,
    log,
    budget: SMOOBU_BUDGET,
  });
  return new SmoobuClient({ ...gate, transport: through('smoobu', transport), credentials: account.credentials, clock, log });
}

export function connectTheKeys(account: CloudAccount<TheKeysCredentials>, world: CloudWorld): LockCloud {
  const { clock, log, through = unchanged } = world;
  const gate = gateOf(account);
  const transport = new UndiciTransport({ ...gate, origin: account.origin ?? THE_KEYS_ORIGIN, userAgent: userAgent(world), clock, log });
  return new TheKeysClient({ ...gate, transport: through('the-keys', transport), credentials: account.credentials, clock, log });
}

function unchanged(_cloud: CloudName, transport: HttpTransport): HttpTransport {
  return transport;
}

function gateOf({ gate }: CloudAccount<unknown>): { readonly gate?: AccessGate } {
  return gate === undefined ? {} : { gate };
}

/** Smoobu refuses the default user agents of HTTP libraries (cloud-facts S9). */
export function userAgent({ version }: CloudWorld): string {
  return `Latchkey/${version}`;
}
