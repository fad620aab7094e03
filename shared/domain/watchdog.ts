/** What is said to the watchdog, a dead-man's-switch service that alarms when it hears nothing, and what can come back. Closed sets. */
import * as z from 'zod';

/** The services that can also be told of a failure. `other`: any other address, which is only pinged after good syncs. */
export type WatchdogService = 'healthchecks' | 'uptime-kuma' | 'cronitor' | 'other';

export const WATCHDOG_TITLES: Readonly<Record<WatchdogService, string>> = {
  healthchecks: 'Healthchecks',
  'uptime-kuma': 'Uptime Kuma',
  cronitor: 'Cronitor',
  other: 'an address of your own',
};

/** Why syncs fail, as the service is told. No names, no digits: these words leave the computer. */
export const PING_CAUSES = ['credentials', 'keychain', 'cloud', 'clock', 'settings', 'disk', 'slow', 'error'] as const;
export type PingCause = (typeof PING_CAUSES)[number];
export type PingNews = 'good' | PingCause;

const PING_FAILURE_KINDS = [
  'unreachable',
  'timeout',
  /** Heard, and not counted. */
  'rate-limited',
  'server-error',
  /** The service has nothing under this address. */
  'not-found',
  'refused',
  'redirected',
  /** An answer that this service does not give: a login page, for instance. */
  'unexpected',
  /** The address could not be read from the keychain, or is none. Nothing was sent. */
  'unreadable',
] as const;
export type PingFailureKind = (typeof PING_FAILURE_KINDS)[number];

/** What the watchdog last heard. Key: "ping". */
export const heardSchema = z.strictObject({
  setAtMs: z.number(),
  /** Bad syncs in a row. */
  bad: z.int().nonnegative(),
  pingedAtMs: z.number().nullable(),
  answeredAtMs: z.number().nullable(),
  /** Of the last ping. */
  failure: z.enum(PING_FAILURE_KINDS).nullable(),
});
