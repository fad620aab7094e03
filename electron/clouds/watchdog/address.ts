/** Reads the address of a watchdog and recognises the service by its form (cloud-facts W1 to W8). Pure. */
import type { WatchdogService } from '../../../shared/domain/watchdog.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { isPrivateHost } from '../http/origin.ts';

export interface WatchdogAddress {
  readonly service: WatchdogService;
  readonly origin: string;
  /** Of Healthchecks: without a final `/fail` and the like. Otherwise as given. */
  readonly path: string;
  /** The parts between `?` and `&`, as given. */
  readonly query: readonly string[];
}
/** `not-address`: no http or https address. `plain`: http to a host that is not private. `signed-in`: it contains a user name or a password. */
export type AddressMistake = 'not-address' | 'plain' | 'signed-in';

const MAX_CHARACTERS = 2_000;

export function readAddress(text: string): Result<WatchdogAddress, AddressMistake> {
  if (text.length > MAX_CHARACTERS || !URL.canParse(text)) return err('not-address');
  const { protocol, hostname, pathname, search, username, password, origin } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return err('not-address');
  if (username !== '' || password !== '') return err('signed-in');
  if (protocol === 'http:' && !isPrivateHost(hostname)) return err('plain');
  // A target with two slashes in front would name another host.
  if (pathname.startsWith('//')) return err('not-address');
  const query = search === '' ? [] : search.slice(1).split('&');
  const check = healthchecksPath(hostname, pathname);
  const service = check === null ? serviceOf(hostname, pathname) : 'healthchecks';
  return ok({ service, origin, path: check ?? pathname, query });
}

/** A UUID, or a ping key and a slug; on their own domain, or below `/ping` on a server of one's own. */
const CHECK =
  /^(?<check>(?<below>.*?)\/(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\w-]{22}\/[\w-]+))(?:\/(?:start|fail|log|\d{1,3}))?\/?$/i;

function healthchecksPath(hostname: string, pathname: string): string | null {
  const { check, below } = CHECK.exec(pathname)?.groups ?? {};
  if (check === undefined || below === undefined) return null;
  return hostname === 'hc-ping.com' ? (below === '' ? check : null) : below.endsWith('/ping') ? check : null;
}

function serviceOf(hostname: string, pathname: string): WatchdogService {
  if (/\/api\/push\/[^/]+\/?$/.test(pathname)) return 'uptime-kuma';
  if (hostname === 'cronitor.link' && /^\/p\/[^/]+\/[^/]+\/?$/.test(pathname)) return 'cronitor';
  return 'other';
}
